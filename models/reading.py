"""A reading (bản đọc): what a plan document says, at face value, each value with its place and certainty.

The JSON form is the one the field's gold readings use: header, tasks, times. Nothing is clipped to the issue date and
no default date is filled in here; that is the applied step (`rules/plan_draft`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from models.source_text import NOWHERE, Place

TimeKind = Literal["window", "month", "year", "by", "ongoing", "trigger", "recurring", "none"]


class Certainty(StrEnum):
    """How sure the reader is of a value."""

    STATED = "stated"  #: văn bản nói đúng như vậy
    LIKELY = "likely"  #: suy ra từ cách trình bày
    DOUBTFUL = "doubtful"  #: cần người xem lại


class PhraseClass(StrEnum):
    """What kind of body an agency phrase names; the class codes of a reading's JSON."""

    UBND_TINH = "ubnd_tinh"
    UBND_CAP_HUYEN = "ubnd_cap_huyen"
    UBND_CAP_XA = "ubnd_cap_xa"
    UBND_CAC_CAP = "ubnd_cac_cap"
    SO_TU_PHAP = "so_tu_phap"
    SO_NGANH_TINH = "so_nganh_tinh"
    SO_CHUYEN_NGANH = "so_chuyen_nganh"
    DON_VI_THUOC_SO = "don_vi_thuoc_so"
    VAN_PHONG_UBND_TINH = "van_phong_ubnd_tinh"
    THANH_TRA_TINH = "thanh_tra_tinh"
    CONG_AN_TINH = "cong_an_tinh"
    CONG_AN_HUYEN = "cong_an_huyen"
    CO_QUAN_TU_PHAP_TINH = "co_quan_tu_phap_tinh"
    PHONG_TU_PHAP = "phong_tu_phap"
    PHONG_BAN_CAP_HUYEN = "phong_ban_cap_huyen"
    CO_QUAN_NGANH_DOC = "co_quan_nganh_doc"
    BO_NGANH = "bo_nganh"
    DON_VI_THUOC_BO = "don_vi_thuoc_bo"
    MTTQ = "mttq"
    HOI_DOAN_THE = "hoi_doan_the"
    CO_QUAN_DANG = "co_quan_dang"
    HOI_DONG_PHOI_HOP = "hoi_dong_phoi_hop"
    DOAN_LIEN_NGANH = "doan_lien_nganh"
    BAN_QUAN_LY = "ban_quan_ly"
    DON_VI_SU_NGHIEP = "don_vi_su_nghiep"
    BAO_DAI = "bao_dai"
    DOANH_NGHIEP = "doanh_nghiep"
    CO_QUAN_LIEN_QUAN = "co_quan_lien_quan"


@dataclass(frozen=True, slots=True)
class TimeAlternative:
    """Another defensible reading of an ambiguous time; dates are ISO texts as in the JSON form."""

    kind: TimeKind
    start: str | None = None
    end: str | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class TimeReading:
    """One time statement at face value. `end` of kind `by` is the last acceptable day, inclusive."""

    verbatim: str
    kind: TimeKind
    start: str | None = None  #: ISO
    end: str | None = None  #: ISO, ngày cuối cùng còn hợp lệ
    exclusive: bool = False  #: "trước ngày …": ngày in ra là `face`
    face: str | None = None
    trigger: str | None = None  #: sự kiện, nguyên văn (nhiều sự kiện: `triggers`)
    triggers: tuple[str, ...] = ()
    triggers_any: bool = False  #: chỉ cần một trong các sự kiện
    offset_days: int | None = None
    working_days: bool = False
    recurrence: str | None = None  #: FREQ[;by=..|month=..|quarter=..|day=..]
    time: str | None = None  #: giờ in ra "HH:MM"
    inherited: bool = False  #: theo thời hạn của cấp trên, của văn bản khác
    ambiguous: bool = False
    alternatives: tuple[TimeAlternative, ...] = ()
    part: str | None = None  #: phần của nhiệm vụ mà thời hạn này thuộc về
    certainty: Certainty = Certainty.STATED
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class AgencyReading:
    """One agency phrase, verbatim. `inherited`: named only in a sentence above the list."""

    text: str
    klass: PhraseClass
    inherited: bool = False
    requested: bool = False  #: "Đề nghị …"
    certainty: Certainty = Certainty.STATED
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class TaskReading:
    """One task of the document, unsplit; `core` when it has its own agency and/or time, or is a dated duty."""

    id: str  #: "t01", theo thứ tự trong văn bản
    number: str
    section: str  #: đường dẫn: "III.2.1"
    title: str
    core: bool = True
    kind: str | None = None  #: loại việc (models.kinds.SectionKind), nếu đoán được
    parent: str | None = None
    leads: tuple[AgencyReading, ...] = ()
    coordinators: tuple[AgencyReading, ...] = ()
    outputs: tuple[str, ...] = ()
    times: tuple[TimeReading, ...] = ()
    requested: bool = False
    channel: str | None = None  #: nơi thu: "qua Sở Tư pháp"
    conditional: bool = False  #: "nếu cần thiết", "khi có yêu cầu"
    note: str | None = None
    certainty: Certainty = Certainty.STATED
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The head and foot of a document; None and () are answers."""

    doc_type: str | None = None  #: ke_hoach, cong_van, quyet_dinh, chuong_trinh, phu_luc
    issuer: str | None = None
    issuer_norm: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None  #: địa danh
    date: str | None = None  #: ISO, hoặc YYYY-MM / YYYY khi để trống ngày
    title: str | None = None
    year: int | None = None
    period: tuple[int, int] | None = None
    signer: str | None = None
    signer_norm: str | None = None
    signer_role: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    places: dict[str, Place] = field(default_factory=dict[str, Place])  #: chỗ của từng giá trị, theo tên trường


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole document as read. `notes` say what was repaired or could not be decided, in Vietnamese."""

    name: str
    header: HeaderReading
    tasks: tuple[TaskReading, ...]
    notes: tuple[str, ...] = ()
