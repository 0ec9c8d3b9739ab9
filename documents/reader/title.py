"""What kind of document it is, and its title: the lines under "KẾ HOẠCH", or the "V/v" of a dispatch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.reader.flat_text import FlatText
from documents.repair.letters import LOWER, UPPER
from models.source_text import Paragraph, Place

_TYPES = {
    "KẾ HOẠCH": "ke_hoach", "QUYẾT ĐỊNH": "quyet_dinh", "CHƯƠNG TRÌNH": "chuong_trinh",
    "PHỤ LỤC": "phu_luc", "CÔNG VĂN": "cong_van",
    "CHỈ THỊ": "chi_thi", "THÔNG BÁO": "thong_bao", "HƯỚNG DẪN": "huong_dan",
    "BÁO CÁO": "bao_cao", "TỜ TRÌNH": "to_trinh", "NGHỊ QUYẾT": "nghi_quyet", "CÔNG ĐIỆN": "cong_dien",
    "ĐỀ ÁN": "de_an", "KẾT LUẬN": "ket_luan",
}  # fmt: skip
#: Words a title in capitals begins with, on the line of the type ("KẾ HOẠCH TRIỂN KHAI …").
CAPITAL_TITLE = (
    r"(?:HOẠT\s+ĐỘNG|TRIỂN\s+KHAI|THỰC\s+HIỆN|TỔ\s+CHỨC|PHỔ\s+BIẾN|TUYÊN\s+TRUYỀN|KIỂM\s+TRA|THEO\s+DÕI|RÀ\s+SOÁT|"
    r"TẬP\s+HUẤN|CẢI\s+CÁCH|CHUYỂN\s+ĐỔI|KIỂM\s+SOÁT|XÂY\s+DỰNG|PHÒNG|BẢO\s+ĐẢM|TĂNG\s+CƯỜNG|ỨNG\s+DỤNG|NĂM\s+\d)"
)
_TYPE = re.compile(
    rf"(?:^|(?<=[\n\x00]))[ *]*({'|'.join(name.replace(' ', chr(92) + 's+') for name in _TYPES)})"
    rf"(?P<more>\s+(?:HÀNH\s+ĐỘNG|CÔNG\s+TÁC|PHỐI\s+HỢP))?(?=\s*(?:[\n\x00:]|$|[{UPPER}][{LOWER}]|"
    rf"[IVX\d]+\s*$|SỐ\s|{CAPITAL_TITLE}))"
)
_ABOUT = re.compile(r"(?:^|(?<=[\n\x00\s]))(?:V/v|V/V|v/v|VV|Về việc)\s*:?\s*")
OPENER = re.compile(
    r"(?:Thực hiện|Căn cứ|Nhằm|Để |Xét |Trên cơ sở|Theo (?:đề nghị|tinh thần|chỉ đạo|Công văn|Kế hoạch)"
    r"|Tiếp tục (?:thực hiện|triển khai)|"
    r"Theo (?:báo cáo|kết quả|quy định)|Triển khai thực hiện|Triển khai (?:Kế hoạch|Quyết định|Công văn)"
    r"|Thi hành|Qua |Ngày |Trong thời gian|Vừa qua|Thời gian qua|Sau khi)"
)
SECTION = re.compile(
    r"(?:I|1|A)\s?[.)\-–:/]\s?\S|(?:Điều|ĐIỀU)\s1\b|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s(?:I|1|A|[Tt]hứ|THỨ|MỘT)\b"
)
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành\s+)?(?:[Kk]èm theo|đính kèm)\s", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|BỘ TRƯỞNG|GIÁM ĐỐC|HỘI ĐỒNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|CHÁNH"
    r"|CỤC TRƯỞNG|THỦ TƯỚNG|TRƯỞNG)\b"
)
#: A longer first line under the type is the preamble of a document whose title was lost: characters.
_LONGEST_TITLE = 450


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, and the paragraphs it takes."""

    text: str
    place: Place
    first: int
    last: int


def type_spans(head: FlatText, end: int) -> list[tuple[int, int, str]]:
    """The lines that name a type of document: start, end, code."""
    return [
        (found.start(1), found.end("more") if found["more"] else found.end(1), _TYPES[" ".join(found[1].split())])
        for found in _TYPE.finditer(head.text, 0, end)
    ]


def type_of_symbol(symbol: str | None) -> str | None:
    """What the symbol of a number says: "KH-UBND" is a plan, "UBND-NC" a dispatch."""
    codes = {
        "KH": "ke_hoach",
        "QĐ": "quyet_dinh",
        "CTR": "chuong_trinh",
        "CV": "cong_van",
        "CT": "chi_thi",
        "TB": "thong_bao",
    }
    return codes.get(re.split(r"[-/]", symbol or "", maxsplit=1)[0].upper())


def heading_title(head: FlatText, start: int, code: str) -> Title | None:
    """The title from the end of the type's line on."""
    at = head.index(max(start - 1, 0))
    same_line = head.text[start : _line_end(head, start)].strip(" :*\x00")
    taken = [same_line] if same_line and any(char.isalpha() for char in same_line) else []
    first = at if taken else at + 1
    place = head.place(start) if taken else None
    last = at
    for index in range(at + 1, len(head.paragraphs)):
        paragraph = head.paragraphs[index]
        text = _line(head, index)
        if not any(char.isalpha() for char in text):
            last = index
            continue
        if _stops(text, paragraph, taken, head.paragraphs[index - 1], code):
            break
        place = place or paragraph.place
        taken.append(text)
        last = index
    text = re.sub(r"^(?:V/v|V/V|v/v)\s*:?\s*", "", " ".join(taken)).strip(" *")
    return Title(text, place or head.paragraphs[at].place, first, last) if text else None


def _stops(text: str, paragraph: Paragraph, taken: Sequence[str], above: Paragraph, code: str) -> bool:
    if _ATTACHED.match(text) or SECTION.match(text) or text.startswith(("Kính gửi", "KÍNH GỬI")):
        return True
    if code == "quyet_dinh" and taken and _AUTHORITY.match(text):
        return True
    if not taken:
        return len(text) > _LONGEST_TITLE or text.endswith((":", "như sau"))
    if OPENER.match(text) or paragraph.bullet or len(text) > _LONGEST_TITLE:
        return True
    capitals = taken[-1] == taken[-1].upper()
    if capitals:
        return text != text.upper()
    if text == text.upper() and sum(char.isalpha() for char in text) > 3:
        return True
    if text[:1].islower() or text[:1].isdigit() or (above.bold and paragraph.bold) or _unfinished(taken[-1]):
        return False
    return not _short_tail(text, paragraph, above)


def _short_tail(text: str, paragraph: Paragraph, above: Paragraph) -> bool:
    """The end of a centred title that broke before a name: "… huyện An" / "Bình năm 2024"."""
    if len(text) > 60 or text[-1:] in ".:;" or above.bold != paragraph.bold or above.level != paragraph.level:
        return False
    last = above.place_at(len(above.text)).line
    return last is None or paragraph.place.line == last + 1


def _unfinished(text: str) -> bool:
    return text.endswith((",", "-", "–")) or text.rsplit(" ", 1)[-1] in {
        "và",
        "của",
        "về",
        "tỉnh",
        "năm",
        "các",
        "huyện",
        "phố",
        "giai",
        "đoạn",
    }


def about_title(head: FlatText, end: int) -> Title | None:
    """The "V/v …" of a dispatch: everything from it to the end of the head, what was cut out left out."""
    found = _ABOUT.search(head.text, 0, end)
    if found is None:
        return None
    pieces = head.rest(found.end(), end)
    while pieces and pieces[-1] == pieces[-1].upper() and len(pieces) > 1:  # cột phải còn sót: cơ quan, tiêu ngữ
        pieces.pop()
    text = " ".join(pieces).strip(" .:;-–*")
    return Title(text, head.place(found.start()), head.index(found.start()), head.index(end - 1)) if text else None


def _line_end(head: FlatText, start: int) -> int:
    found = re.compile("[\n\x00]").search(head.text, start)
    return found.start() if found else len(head.text)


def _line(head: FlatText, index: int) -> str:
    start = head.starts[index]
    return head.text[start : start + len(head.paragraphs[index].text)].replace("\x00", " ").strip()
