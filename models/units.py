"""Administrative units as the tables of the statistics office give them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["province", "district", "commune"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit (đơn vị hành chính) of one system of codes."""

    level: Level
    code: str  #: mã Tổng cục Thống kê; chỉ có nghĩa trong hệ mã của bảng
    name: str  #: tên có loại: "Xã Kế An", "Thị trấn Thắng"
    parent: str = ""  #: mã đơn vị cấp trên trong cùng bảng
    formed_from: str = ""  #: (hệ hai cấp) các đơn vị cũ hợp thành, lời văn tự do


@dataclass(frozen=True, slots=True)
class Body:
    """One provincial body (sở, ban, ngành) as a province has it between two days."""

    slug: str  #: phần sau của mã: "so-tu-phap"; có dấu "/": mã đầy đủ của cơ quan ngoài tỉnh
    name: str
    klass: str  #: giá trị của AgencyClass
    short_name: str = ""
    symbol: str = ""
    era: str = ""  #: "before" hoặc "after" lần sáp nhập sở năm 2025; trống: cả hai
    successor: str = ""  #: (before) slug của cơ quan kế thừa trong cùng tỉnh
    renamed: bool = False  #: (before) đổi tên thành cơ quan kế thừa, không phải nhập


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A change of a unit before the two-tier system, known from a document (not from the tables)."""

    on: date  #: ngày đơn vị mới hoạt động
    level: Level
    code: str  #: mã đơn vị cũ; trống: đơn vị được lập mới
    new_code: str  #: mã đơn vị sau thay đổi (nhập vào, hoặc chính nó); hai đơn vị cùng mã mới là nhập nhau
    new_name: str  #: tên sau thay đổi; trống: giữ tên
    new_parent: str  #: mã cấp trên sau thay đổi; trống: giữ nguyên
    source: str
    certainty: str = "found"  #: giá trị của SuccessionCertainty
