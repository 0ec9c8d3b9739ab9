"""Does a line open a new unit of the document (number, bullet, label, letterhead), or can it continue the one above?"""

from __future__ import annotations

import re

from documents.repair.letters import LOWER, UPPER

_NUMBER = re.compile(
    rf"""(?x) \(?\d{{1,2}}(?:\.\d{{1,2}}){{0,4}} (?: [.)](?:\s|(?=[{UPPER}“"])) | \.?[-–]\s ) # 1.  1.2.  1)  1.-
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\s+[{UPPER}“"]                                     # 1.2 Ban hành
    | \(?[a-zđ]{{1,2}}(?:\.\d{{1,2}})?\)\s*\S | [a-zđ](?:\.\d{{1,2}})*\.\s+[{UPPER}]  # a)  a.1)  a. Ban
    | \(?[IVX]{{1,5}}(?:\.\d{{1,2}})*(?:[.)/]\s*|\s*[-–:]\s*)\S                          # I.  II -  III)
    | [A-HĐ]\s?[.)/-]\s*[{UPPER}]{{2}}                                              # A. NỘI DUNG
    | (?:Điều|ĐIỀU)\s\d{{1,3}}[.:] | (?:Mục|MỤC)\s[\dIVX]{{1,4}}[.:]
    | (?:Chương|CHƯƠNG|Phần|PHẦN)\s(?:[\dIVX]{{1,5}}\b|[Tt]hứ\s|THỨ\s)
    """
)
_BULLET = re.compile(r"([-–—−+•●○▪■◦◆❖➢➤✓✔▫*·\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076])(?=\s|[^\W\d_]|[“\"(\[])")
_LABEL = re.compile(
    r"""(?x) (?:Cơ\squan|Đơn\svị|Thời\s(?:gian|hạn|điểm)|Sản\sphẩm|Kết\squả|Nội\sdung|Kinh\sphí
    |(?:Cơ\squan\s|Đơn\svị\s)?[Pp]hối\shợp
    |Chủ\strì|Địa\sđiểm|Thành\sphần|Đối\stượng|Hình\sthức|Tiến\sđộ|Hoàn\sthành|Phạm\svi|Lãnh\sđạo
    |Người|Phụ\strách|Số\slượng
    |Trách\snhiệm|Phân\scông|Mục\s(?:đích|tiêu)|Yêu\scầu|Ghi\schú)[^:.;]{0,60}:(?:\s|$)"""
)
_FRAME = re.compile(
    rf"""(?x) (?:Kính\sgửi|KÍNH\sGỬI|Nơi\snhận|NƠI\sNHẬN)\b | Số\s?:\s? | (?:V/v|V/V|v/v)\b | Độc\slập\s?[-–] | CỘNG\sH
    | (?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?\.\s?[A-ZĐỦỤ]{{2}} | (?:TM|KT|TL|TUQ)\s[A-ZĐỦ]{{2,}}\s[A-ZĐ]
    | Trên\sđây\slà | Lưu\s?:
    | (?:KẾ\sHOẠCH|QUYẾT\sĐỊNH|CHƯƠNG\sTRÌNH|PHỤ\sLỤC|CÔNG\sVĂN|CHỈ\sTHỊ|THÔNG\sBÁO|HƯỚNG\sDẪN)
      (?=\s*$|\s+[{UPPER}][{LOWER}]
        |\s(?:HÀNH\sĐỘNG|CÔNG\sTÁC|HOẠT\sĐỘNG|TRIỂN\sKHAI|THỰC\sHIỆN|TỔ\sCHỨC|NĂM\s\d)) | ĐẢNG\sCỘNG\sSẢN
    | \(?(?:Ban\shành\s)?[Kk]èm\stheo\s
    | [^\W\d_][\w\s.-]{{1,40}},\s?ngày[\s.…_]{{0,40}}\d{{0,2}}[\s.…_]{{0,40}}tháng"""
)
#: A number at a line's beginning that belongs to these words at the end of the line above is no label.
_WANTS_NUMBER = re.compile(
    r"(?:^|\s)\(?(?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Đđ]iểm|[Ss]ố|ngày|tháng|năm|[Qq]u[ýí]|[Pp]hần|[Cc]hương|từ|đến|và"
    r"|khóa|kỳ|lần|mẫu|biểu|"
    r"[Pp]hụ lục|giai đoạn|nhiệm kỳ)$"
)
#: A number with its point before a capital letter is one of a document's own, whatever word stands above it, but for
#: these ("tại mục / 2.1. …").
_OWN_NUMBER = re.compile(
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}[.)]\s+[{UPPER}“\"]|\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\s+[{UPPER}]"
)
_CITES_NUMBER = re.compile(
    r"(?:^|\s)\(?(?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Đđ]iểm|[Pp]hần|[Cc]hương|[Pp]hụ lục|[Mm]ẫu|[Bb]iểu)$"
)
_UPPERS = re.compile(f"[{UPPER}]")
_LOWERS = re.compile(f"[{LOWER}]")


def split_bullet(text: str) -> tuple[str | None, str]:
    """The bullet before a text and the text; dashes of all lengths are "-"."""
    found = _BULLET.match(text)
    if found is None or not text[found.end() :].strip() or _emphasis(text):
        return None, text
    mark = found[1]
    return ("-" if mark in "-–—−\uf02d" else "+" if mark == "+" else "*" if mark == "*" else "•"), text[
        found.end() :
    ].strip()


def _emphasis(text: str) -> bool:
    return text.startswith("*") and not text.startswith("* ")


def starts_unit(text: str, before: str = "") -> bool:
    """Whether a line opens a unit; `before` is the text of the line above."""
    if _OWN_NUMBER.match(text):
        return not _CITES_NUMBER.search(before)
    if _NUMBER.match(text):
        return not _WANTS_NUMBER.search(before)
    return bool(_LABEL.match(text) or _FRAME.match(text) or _BULLET.match(text))


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number or letter of a section."""
    return _NUMBER.match(text) is not None


def is_capitals(text: str) -> bool:
    """Whether a text has capital letters and no small ones."""
    return _UPPERS.search(text) is not None and _LOWERS.search(text) is None


def begins_small(text: str) -> bool:
    """Whether the first letter of a text is a small one, with nothing but quotes and brackets before it."""
    stripped = text.lstrip("“\"'([…")
    return bool(stripped) and stripped[0].isalpha() and stripped[0].islower()
