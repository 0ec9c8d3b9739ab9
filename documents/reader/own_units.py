"""The class of a unit named without whose it is: "Phòng Tổng hợp" is a department's own in a department's plan."""

from __future__ import annotations

import re
from dataclasses import replace

from models.reading import AgencyReading, HeaderReading, PhraseClass, TaskReading

_C = PhraseClass
_UNIT = re.compile(
    r"(?:các |trưởng (?:các )?|lãnh đạo )?(?:phòng|văn phòng|thanh tra|ban|tổ|bộ phận|chi cục|trung tâm|cục|vụ|viện|"
    r"(?:cơ quan, )?đơn vị)(?!\w)(?! (?:hđnd|ubnd|đoàn đbqh|chính phủ|tư pháp))",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(r"sở\s|(?:chi )?cục\s", re.IGNORECASE)
_MINISTRY = re.compile(r"bộ\s(?!chỉ huy)|thanh tra chính phủ|ngân hàng nhà nước|(?:ủy|uỷ) ban dân tộc", re.IGNORECASE)
_OPEN = (_C.PHONG_BAN_CAP_HUYEN, _C.CO_QUAN_LIEN_QUAN)


def with_own_units(task: TaskReading, header: HeaderReading) -> TaskReading:
    """The task with units of the issuing department or ministry classed as its own."""
    issuer = header.issuer_norm or ""
    if _DEPARTMENT.match(issuer):
        return _classed(task, _C.DON_VI_THUOC_SO, _OPEN)
    if _MINISTRY.match(issuer):
        return _classed(task, _C.DON_VI_THUOC_BO, (*_OPEN, _C.DON_VI_THUOC_SO, _C.DON_VI_SU_NGHIEP))
    return task


def _classed(task: TaskReading, klass: PhraseClass, from_: tuple[PhraseClass, ...]) -> TaskReading:
    def own(agencies: tuple[AgencyReading, ...]) -> tuple[AgencyReading, ...]:
        return tuple(
            replace(one, klass=klass) if one.klass in from_ and _UNIT.match(one.text) and not _LOOSE.search(one.text)
            else one
            for one in agencies
        )  # fmt: skip

    return replace(task, leads=own(task.leads), coordinators=own(task.coordinators))


_LOOSE = re.compile(r"liên quan|khác|cấp huyện|cấp xã|tỉnh$|huyện|địa phương", re.IGNORECASE)
