"""Labels of a task's block: "Cơ quan chủ trì:", "Thời gian thực hiện:", in any wording, alone or within a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from documents.repair.letters import UPPER
from rules.agency_phrases import agencies_at


class Role(StrEnum):
    """What a label's value is."""

    LEAD = "lead"
    COORD = "coord"
    BOTH = "both"
    TIME = "time"
    OUTPUT = "output"
    CONTENT = "content"
    OTHER = "other"


HARD = frozenset({Role.LEAD, Role.COORD, Role.BOTH, Role.TIME, Role.OUTPUT})

_BODY = r"(?:cơ quan|đơn vị|bộ phận|cán bộ|cá nhân|người|lực lượng|chủ thể|nơi|phòng|ngành|đầu mối|lãnh đạo|công chức)"
_TIME = re.compile(
    r"(?:dự kiến )?(?:về )?(?:thời (?:gian|hạn|điểm)|tiến độ|lộ trình|mốc|"
    r"hạn(?: (?:hoàn thành|cuối|chót|nộp|gửi|thực hiện))?(?!\w)|"
    r"ngày (?:hoàn thành|thực hiện|báo cáo|trình)|kết thúc|bắt đầu|khi nào|"
    r"hoàn thành|kỳ hạn|"
    r"thực hiện trong)(?! qua| tới| trước| vừa)"
)
_PERIOD_OF_FIGURES = re.compile(r"số liệu|hiệu lực|thống kê|kỳ báo cáo")
_OUTPUT = re.compile(
    r"(?:dự kiến )?(?:về )?(?:các )?(?:sản phẩm|kết quả(?! khảo sát| kiểm tra| theo dõi)|đầu ra|hồ sơ đầu ra)"
)
_COORD = re.compile(rf"(?:các )?(?:{_BODY}.*|đồng )?phối hợp")
_LEAD = re.compile(
    rf"(?:các |giao |phân công |trách nhiệm )?{_BODY}\b.*(?:chủ trì|thực hiện|tham mưu|đầu mối|trách nhiệm|"
    rf"phụ trách|triển khai|"
    r"tổ chức|được giao|chủ quản|soạn thảo|báo cáo)|"
    r"(?:các )?(?:cơ quan|đơn vị|bộ phận|người|cán bộ)\b.*(?:hướng dẫn|chuẩn bị|chỉ đạo|biên soạn|thẩm định|tổng hợp|"
    r"theo dõi|trình|quản lý|giúp việc|thường trực|chính)"
)
_LEAD_ALONE = re.compile(
    r"(?:đơn vị |cơ quan )?(?:chủ trì|phân công|trách nhiệm|phụ trách|đầu mối)(?: (?:tổ chức|thực hiện|tham mưu|"
    r"chính|triển khai))*"
    r"|phân công .{0,20}thực hiện|giao thực hiện|đơn vị|cơ quan|chịu trách nhiệm(?: chính| thực hiện| chủ trì)*|"
    r"(?:lãnh đạo,? )?(?:chỉ đạo|hướng dẫn)(?:,? (?:chỉ đạo|hướng dẫn|thực hiện))*|tham mưu(?: thực hiện)?|"
    r"(?:cơ quan|đơn vị)[/,] ?(?:cơ quan|đơn vị|cá nhân|địa phương)|(?:đơn vị|bộ phận|người) được (?:giao|phân công)"
)
_NAMES_AGENCY = re.compile(r"ubnd|ủy ban|uỷ ban|thuộc|có trách nhiệm|\bsở\b|\bngành\b|trung ương|địa phương")
_AFTER_COMMA = re.compile(
    r"(?:cơ quan|đơn vị|thời gian|thời hạn|sản phẩm|kết quả|phối hợp|chủ trì|hoàn thành)[^,]*$", re.IGNORECASE
)
_CONTENT = re.compile(
    r"(?:các )?(?:nội dung|hoạt động|nhiệm vụ|công việc|cách thức|hình thức|phương pháp|biện pháp|giải pháp|"
    r"phương thức)"
)
_OTHER = re.compile(
    r"(?:đối tượng|địa điểm|phạm vi|số lượng|thành phần|mục đích|mục tiêu|yêu cầu|lĩnh vực|quy mô|người ký|"
    r"cấp (?:trình|ban hành)|"
    r"cơ quan (?:trình|ban hành)|tài liệu|chỉ tiêu|kinh phí|nguồn (?:kinh phí|lực)|dự toán|ghi chú|lưu ý|giảng viên|"
    r"báo cáo viên)"
)
_PERFORMED = re.compile(r"(?:tổ chức )?thực hiện|tổ chức|giao")
#: A label that begins like one and has agencies as its value, whatever its other words are.
_SOME_BODY = re.compile(r"(?:cơ quan|đơn vị|bộ phận)(?: (?!của|ở|tại|ngang|có|thuộc)\S+){1,4}")
#: A bracket at the end of a line that begins with an agency: its labels are of the line, not of a block.
_OWN_BRACKET = re.compile(r"\((?:do\s+|giao\s+)?(?=[^()]*(?:\([^()]*\)[^()]*)*\)\W*$)")
_GIVEN = re.compile(r"[.;]\s+(?P<verb>giao|phân công)(?:\s+cho)?\s+(?=\S)", re.IGNORECASE)
_PARTNER_WORD = re.compile(r"phối hợp|tham gia|hỗ trợ|cùng thực hiện", re.IGNORECASE)
_LEAD_WORD = re.compile(r"chủ trì|đầu mối|phụ trách|đảm nhiệm|chịu trách nhiệm|được giao|thực hiện$", re.IGNORECASE)
_MOST_ROLE_WORDS = 6
_COLON = re.compile(r"\s*:(?!\d)\s*")
_BREAK = re.compile(r"[.;(\n]\s+|[.;(\n](?=\()|\(|\s[-–+*]\s+|;\s*|\.\s*(?=[" + UPPER + r"])|,\s+")
_MOST_WORDS = 14
_LONGEST = 2000  # characters of a line in which a bracket at its end is looked for


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: text without a role, or a label with its value; `start` is its offset."""

    role: Role | None
    label: str
    value: str
    start: int


def role_of(phrase: str) -> Role | None:
    """The role of the words before a colon (or standing alone), None when they are no label."""
    if re.search(r"[.;](?:\s|$)|\(", phrase.strip(" -+*•.:;,\t()")):
        return None
    words = " ".join(phrase.casefold().strip(" -+*•.:;,\t()").split())
    count = len(words.split())
    if not words or count > _MOST_WORDS or words.startswith(("trách nhiệm của", "trách nhiệm các")):
        return None
    if _TIME.match(words) and count <= 9:
        return Role.OTHER if _PERIOD_OF_FIGURES.search(words) else Role.TIME
    if "phối hợp" in words and "chủ trì" in words and count <= 10:
        return Role.BOTH
    if _COORD.match(words) and not words.startswith("phối hợp với"):
        return Role.COORD
    if _OTHER.match(words):
        return Role.OTHER
    if _LEAD_ALONE.fullmatch(words) or (_LEAD.match(words) and not _NAMES_AGENCY.search(words)):
        return Role.LEAD if count <= 13 and not _is_name(phrase) else None
    if _OUTPUT.match(words) and count <= 8:
        return Role.OUTPUT
    return Role.CONTENT if _CONTENT.match(words) and count <= 8 else None


def _is_name(phrase: str) -> bool:
    """Whether the words before a colon are an agency's own name ("Phòng Tổ chức - Hành chính:") and no label."""
    named = agencies_at(phrase.strip(" -+*•.:;,\t()"))
    return bool(named) and any(word[0].isupper() for word in named[0].text.split()[1:])


def bare_label(text: str) -> Piece | None:
    """A line that is nothing but a label, without a colon ("b) Phân công thực hiện"): its value stands below."""
    words = text.split()
    whole = 2 <= len(words) <= 5 and not set(text.rstrip(".")) & set(".;,:0123456789")
    role = role_of(text) if whole else None
    return Piece(role, text.strip(), "", 0) if role in HARD else None


def split_labels(text: str) -> tuple[Piece, ...]:
    """A paragraph as pieces: what stands before the first label, then each label with its value, in order.

    Labels that say nothing of agencies, time or product count only at the head of the paragraph.
    """
    marks: list[tuple[int, int, Role, str]] = []
    floor = 0
    bracket = _OWN_BRACKET.search(text[:_LONGEST])
    stop = bracket.start() if bracket and agencies_at(text, bracket.end()) else len(text)
    for colon in _COLON.finditer(text, 0, stop):
        found = _label_before(text, floor, colon.start(), colon.end())
        if found is not None:
            start, role = found
            marks.append((start, colon.end(), role, text[start : colon.start()].strip(" (-+*")))
            floor = colon.end()
    if not marks:
        return (Piece(None, "", text.strip(), 0),)
    marks = sorted([*marks, *_given(text, marks[0][1])])
    pieces: list[Piece] = []
    if before := text[: marks[0][0]].rstrip(" (-–+*;"):
        pieces.append(Piece(None, "", before.strip(), 0))
    for index, (start, end, role, label) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        pieces.append(Piece(role, label, _value(text[end:stop]), start))
    return tuple(pieces)


def _given(text: str, after: int) -> list[tuple[int, int, Role, str]]:
    """The sentence behind a label that gives the work to somebody ("Thời gian: quý II. Giao Sở X tham mưu.")."""
    found = _GIVEN.search(text, after)
    if found is None or not agencies_at(text, found.end()):
        return []
    return [(found.start("verb"), found.end(), Role.LEAD, found.group("verb"))]


def _role_by_words(label: str) -> Role | None:
    """The role a label of unknown wording tells by one word, where its value is agencies ("Cùng phối hợp: Sở X")."""
    if agencies_at(label.strip(" -+*")) or re.search(r"[.;]\s", label):
        return None
    if _PARTNER_WORD.search(label):
        return Role.BOTH if _LEAD_WORD.search(label) else Role.COORD
    return Role.LEAD if _LEAD_WORD.search(label) else None


def _value(raw: str) -> str:
    value = raw.strip().rstrip(" (-–+*;").strip()
    bare = value.rstrip(" ./")
    return bare[:-1].rstrip() if bare.endswith(")") and bare.count(")") > bare.count("(") else value


def _label_before(text: str, floor: int, colon: int, after: int) -> tuple[int, Role] | None:
    """The label ending at a colon: from the paragraph's head, or from the last break before it."""
    window = max(floor, colon - 120)
    starts = [match.end() for match in _BREAK.finditer(text, window, colon)]
    candidates = ([floor] if window == floor else []) + starts
    for start in candidates:
        if text[max(start - 2, 0) : start].strip() == "," and not _AFTER_COMMA.match(text[start:colon]):
            continue
        role = role_of(text[start:colon])
        if (
            role is None
            and _PERFORMED.fullmatch(text[start:colon].strip(" -+*").casefold())
            and agencies_at(text, after)
        ):
            role = Role.LEAD
        if role is None and len(text[start:colon].split()) <= _MOST_ROLE_WORDS and agencies_at(text, after):
            role = _role_by_words(text[start:colon])
        if (
            role is None
            and _SOME_BODY.fullmatch(text[start:colon].strip(" -+*").casefold())
            and agencies_at(text, after)
        ):
            role = Role.LEAD
        if role is not None and (role in HARD or start == 0):
            return start, role
    return None
