"""Who issued a document: from the letterhead, or, where the page lost it, from title, preamble and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.reader.proper_names import UNIT, agency_name, place_name, unit_name
from documents.repair.letters import UPPER

_COMMITTEE = r"(?:ỦY|UỶ)\s+BAN\s+NHÂN\s+DÂN|UBND"
_BODY = re.compile(
    rf"(?:{_COMMITTEE}|(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG)\s+(?:ỦY|UỶ)|ĐẢNG\s+BỘ|SỞ|BỘ|BAN|VĂN\s+PHÒNG|HỘI\s+ĐỒNG"
    rf"|THANH\s+TRA|CHÍNH\s+PHỦ"
    r"|THỦ\s+TƯỚNG|CÔNG\s+AN|TÒA\s+ÁN|TOÀ\s+ÁN|VIỆN|PHÒNG|TỔNG\s+CỤC|CHI\s+CỤC|CỤC|TRUNG\s+TÂM|HỘI|LIÊN\s+ĐOÀN"
    r"|BẢO\s+HIỂM|(?:ỦY|UỶ)\s+BAN)(?=\s|$)"
)
_NAME = rf"(?:[{UPPER}][\w'’]*)(?:\s?[-–]?\s?[{UPPER}][\w'’]*){{0,4}}"
_ACTING = re.compile(
    rf"(?:(?:Ủy|Uỷ|ủy|uỷ)\s+ban\s+nhân\s+dân|UBND)\s+({UNIT})(?:\s+({_NAME}))?(?=[\s,;:]*(?:(?:cụ thể|với|như"
    rf"|đề ra|lập|giao)?\s*(?:ban hành|xây dựng|"
    r"yêu cầu|đề nghị|triển khai|tổ chức|chỉ đạo|có ý kiến|thông báo|ban|như)))"
)
_DEPARTMENT = re.compile(
    rf"((?:Sở|Bộ|Phòng|Ban|Thanh tra)\s+[{UPPER}][^;,.:]{{2,50}}?)\s+(?:ban hành|xây dựng)\s+(?:[Kk]ế hoạch"
    rf"|[Cc]hương trình)"
)
_ON_GROUND = re.compile(rf"(?:địa bàn|của)\s+({UNIT})\s+({_NAME})")
_ANY_UNIT = re.compile(rf"\b({UNIT})\s+({_NAME})")
_ATTACHED = re.compile(rf"(?:Ủy ban nhân dân|UBND|Uỷ ban nhân dân)\s+({UNIT})\s+({_NAME})\s*\)")


def letterhead_lines(lines: Sequence[str]) -> list[str]:
    """The lines of the letterhead that name the issuer and those above it; empty when there are none."""
    kept: list[str] = []
    for line in lines:
        text = line.strip(" *|-–_.")
        if text != text.upper() or len(text) < 2:
            if kept:
                break
            continue
        if not kept and not _BODY.match(text):
            continue
        kept.append(text)
    return kept


def short_name(lines: Sequence[str], title: str, preamble: str, town: str | None, roles: Sequence[str]) -> str | None:
    """ "UBND tỉnh X", "Sở Tư pháp tỉnh X", "Bộ Tư pháp": from the letterhead, else as the text itself says."""
    bodies = _bodies(lines)
    return (_named(bodies) if bodies else None) or _acting(title, preamble, town, roles)


def _bodies(lines: Sequence[str]) -> list[str]:
    """The agencies of a letterhead, from the superior to the issuer itself; other lines continue the one above."""
    bodies: list[str] = []
    for line in lines:
        inner = re.search(r"(?<=\s)(?:SỞ|PHÒNG)\s", line) if re.match(_COMMITTEE, line) else None
        for piece in (line[: inner.start()].strip(), line[inner.start() :]) if inner else (line,):
            if bodies and (_is_tail(bodies[-1]) or not _BODY.match(piece)):
                bodies[-1] = f"{bodies[-1]} {piece}"
            else:
                bodies.append(piece)
    return bodies


def _is_tail(body: str) -> bool:
    """A body that is only the first word of a longer name: "ĐẢNG ỦY" + "UBND TỈNH …", "BAN" + …"""
    return bool(re.fullmatch(r"(?:ĐẢNG\s+(?:ỦY|UỶ)|VĂN\s+PHÒNG|BAN|HỘI|VIỆN|CÔNG\s+AN|THANH\s+TRA|TRUNG\s+TÂM)", body))


def _named(bodies: Sequence[str]) -> str | None:
    own, superior = bodies[-1], bodies[-2] if len(bodies) > 1 else ""
    committee = re.match(_COMMITTEE, own)
    if committee is not None:
        unit = unit_name(own[committee.end() :].strip())
        return f"UBND {unit}" if unit else None
    if re.fullmatch(r"VĂN\s+PHÒNG", own) and re.match(_COMMITTEE, superior):
        above = unit_name(re.sub(_COMMITTEE, "", superior).strip())
        return f"Văn phòng UBND {above}" if above else "Văn phòng UBND"
    name = agency_name(own)
    above = re.match(_COMMITTEE, superior)
    unit = unit_name(superior[above.end() :].strip()) if above is not None else None
    if unit and unit_name(own) is None and not own.startswith("ĐẢNG"):
        return f"{name} {unit}"
    return name


def _acting(title: str, preamble: str, town: str | None, roles: Sequence[str]) -> str | None:
    """The body that "ban hành", with the name of its unit wherever the text gives it."""
    attached = _ATTACHED.search(title)
    if attached is not None:
        return f"UBND {unit_name(attached[0].rstrip(') ').split(' ', 1)[1]) or attached[1] + ' ' + attached[2]}"
    acting = next(reversed(list(_ACTING.finditer(preamble))), None)
    ground = _ON_GROUND.search(title) or _ON_GROUND.search(preamble)
    department = _DEPARTMENT.search(preamble)
    if acting is None and department is not None:
        tail = f" {ground[1]} {place_name(ground[2])}" if ground and unit_name(department[1]) is None else ""
        return department[1] + tail
    level = acting[1] if acting else ground[1] if ground and any("CHỦ TỊCH" in role.upper() for role in roles) else None
    if level is None:
        return None
    name = acting[2] if acting and acting[2] else _name_of(level, title, preamble) or town
    if name is None:
        return None
    return f"UBND {unit_name(f'{level} {name}') or f'{level} {name}'}"


def _name_of(level: str, *texts: str) -> str | None:
    for text in texts:
        for found in _ANY_UNIT.finditer(text):
            if found[1].lower() == level.lower():
                return found[2].strip()
    return None
