"""Which kind a duty is of, from the words of its title: the leftmost telling phrase of a table decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.kinds import SectionKind
from rules.plan_draft.texts import bare

#: Results are made public once, when there are any.
_PUBLISH = r"cong bo(?:,? cong khai)? ket qua|cong khai ket qua|dang tai ket qua"
#: Phrases without marks, most particular first; of two that begin at one place the first in the table wins.
_TABLE: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.REVIEW, r"(?:bao cao )?(?:so ket|tong ket)"),
    (SectionKind.REPORT, r"(?:tong hop,? )?(?:xay dung |du thao )?(?:ra soat,? )?bao cao"),
    (SectionKind.REPORT, r"tong hop[^.;]{0,40}?\bbao cao"),
    (SectionKind.REPORT, r"tong hop (?:chung )?(?:cac )?(?:ket qua|so lieu|tinh hinh)"),
    (SectionKind.REPORT, r"phien hop"),
    (SectionKind.SURVEY, r"(?:dieu tra,? )?khao sat|dieu tra xa hoi hoc|phieu dieu tra"),
    (SectionKind.COMPILE_DOCUMENTS, r"(?:ra soat|tong hop|xay dung|lap)[^.;]{0,40}?\b(?:danh muc|he thong van ban)"),
    (SectionKind.COMPILE_DOCUMENTS, r"danh muc"),
    (
        SectionKind.ISSUE_PLAN,
        r"(?:xay dung|ban hanh|lap)(?:(?!thuc hien|bao cao|danh muc|chi thi)[^.;]){0,24}?\b(?:ke hoach|chuong trinh)",
    ),
    (SectionKind.ISSUE_PLAN, r"^(?:cac )?ke hoach theo doi"),
    (
        SectionKind.ISSUE_PLAN,
        r"xay dung,? (?:va )?ban hanh,? (?:va )?(?:to chuc |trien khai )*thuc hien (?:cac )?ke hoach",
    ),
    (SectionKind.HANDLE_INFORMATION, _PUBLISH),
    (
        SectionKind.GENERAL,
        r"(?:xay dung|ban hanh|tham dinh|kiem tra|ra soat)(?:(?!danh muc)[^.;]){0,60}?\bvan ban (?:quy pham|qppl)",
    ),
    (SectionKind.GENERAL, r"dieu tra,? truy to"),
    (SectionKind.GENERAL, r"ban hanh (?:chi thi|nghi quyet|quy che|quy dinh)"),
    (SectionKind.TRAIN, r"pho bien|quan triet|tuyen truyen|tap huan|boi duong|giao duc phap luat|pbgdpl|hoi thao"),
    (SectionKind.GUIDE, r"(?<!theo )huong dan|don doc"),
    (SectionKind.INSPECT, r"kiem tra|thanh tra"),
    (SectionKind.HANDLE_INFORMATION, r"tiep nhan|thu thap|xu ly (?:ket qua|thong tin|kien nghi|cac kien nghi)"),
    (SectionKind.HANDLE_INFORMATION, r"phan anh|kien nghi|cung cap (?:cac )?thong tin"),
    (SectionKind.CHOOSE_FIELDS, r"(?:xac dinh|lua chon|chon) [^.;]{0,30}?\blinh vuc|linh vuc trong tam"),
)
#: How a standing responsibility (funding, staff, working together) begins.
_STANDING = re.compile(
    r"^(?:chu dong |tiep tuc |tang cuong |quan tam |kip thoi |du toan,? )*"
    r"(?:(?:dam bao|bao dam)\b[^.;]{0,20}\b(?:kinh phi|nguon luc|nhan luc|dieu kien|co so vat chat)"
    r"|bo tri|kinh phi|phoi hop|cu can bo|cu cong chuc|kien toan|nguon kinh phi|cong tac phoi hop)"
)
_STAFF = re.compile(r"\bkien toan\b|\bbo tri[^.;]{0,30}\b(?:nguoi|cong chuc|can bo|nhan luc)\b")
_FUNDING = re.compile(r"\bkinh phi\b|\bngan sach\b")
_COMPILED = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for kind, words in _TABLE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A telling phrase of a text."""

    kind: SectionKind
    start: int
    end: int


def hits(text: str) -> list[Hit]:
    """All telling phrases in order; where phrases overlap the leftmost stays."""
    low = bare(text)
    found = [
        (match.start(), order, Hit(kind, match.start(), match.end()))
        for order, (kind, pattern) in enumerate(_COMPILED)
        for match in pattern.finditer(low)
    ]
    chosen: list[Hit] = []
    for _, _, hit in sorted(found, key=lambda entry: entry[:2]):
        if not chosen or hit.start >= chosen[-1].end:
            chosen.append(hit)
    return chosen


def kind_of(text: str) -> SectionKind | None:
    """The kind a text tells, None when it tells none. `general` is an answer (funding, staff, law-making)."""
    if standing(text):
        return SectionKind.GENERAL
    found = hits(text)
    return found[0].kind if found else None


def deeds_end(text: str) -> int:
    """Where the deeds a title begins with end ("Hướng dẫn, đôn đốc, kiểm tra | các Sở"); 0 when it begins otherwise."""
    end = 0
    for hit in hits(text):
        if bare(text[end : hit.start]).strip(" ,") not in ("", "va", "theo doi"):
            break
        end = hit.end
    return end


def first_deeds(text: str) -> str:
    """The first run of deeds a text names ("Công tác hướng dẫn, đôn đốc được …" → "hướng dẫn, đôn đốc")."""
    found = hits(text)
    if not found:
        return ""
    end = found[0].end
    for hit in found[1:]:
        if bare(text[end : hit.start]).strip(" ,") not in ("", "va"):
            break
        end = hit.end
    return text[found[0].start : end]


def standing(text: str) -> bool:
    """Whether a title begins as a standing responsibility does: funding, staff, working together."""
    return _STANDING.match(bare(text).lstrip(" -+")) is not None


def publishes(text: str) -> bool:
    """Whether a title is about making results public."""
    return re.match(rf"(?:{_PUBLISH})\b", bare(text).lstrip(" -+")) is not None


def staffing(text: str) -> bool:
    """Whether a title is about filling posts: a duty where the document gives it a line of its contents."""
    return _STAFF.search(bare(text)) is not None and not about_money(text)


def about_money(text: str) -> bool:
    """Whether a title speaks of funds."""
    return _FUNDING.search(bare(text)) is not None
