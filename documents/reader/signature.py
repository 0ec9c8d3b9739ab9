"""The foot of a document: recipients, authority and name of the signer, in one column or two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.repair.letters import LOWER, UPPER
from models.source_text import Paragraph, Place

RECIPIENTS = re.compile(r"(?:Nơi\s+nhận|NƠI\s+NHẬN|Nơi\s+gửi)\s*[:.]?\s*", re.IGNORECASE)
_POST = (
    r"(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ\s+TỊCH|TỔNG\s+GIÁM\s+ĐỐC|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|BÍ\s+THƯ"
    r"|TỔNG\s+CỤC\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG"
    r"|CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|TRƯỞNG\s+(?:BAN|PHÒNG|ĐOÀN|CÔNG\s+AN)|CHÁNH\s+(?:VĂN\s+PHÒNG|THANH\s+TRA|ÁN)"
    r"|CHỦ\s+NHIỆM|VIỆN\s+TRƯỞNG|THỦ\s+TƯỚNG"
    r"|TỔNG\s+THANH\s+TRA|THỦ\s+TRƯỞNG|TỔNG\s+BIÊN\s+TẬP|HIỆU\s+TRƯỞNG)"
)
_BEHALF = rf"(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s?|(?:T/M|K/T|T/L|T/U/Q)\s?\.?\s?|(?:TM|KT|TL|TUQ)\s+)(?=[{UPPER}]{{2}})"
_ROLE = re.compile(rf"{_BEHALF}|{_POST}(?![{LOWER}])")
#: Where a role begins in a line of recipients (two columns on one line), or a second role on the line of the first.
_SPLIT = re.compile(
    rf"(?<=\S)\s+(?={_BEHALF}|PHÓ\s+{_POST})|(?<=[;.,:){LOWER}\d])(?<!KT\.)(?<!T[LM]\.)(?<!Q\.)\s+(?={_POST}(?:\s|$))"
)
_POSTS = re.compile(rf"{_POST}(?![{LOWER}])")
_SIGNED = re.compile(r"\(?\s*(?:[Đđ]ã ký(?:\s+và đóng dấu)?|ĐÃ KÝ|[Kk]ý tên,? đóng dấu|Ký, ghi rõ họ tên)\s*\)?\.?")
_RANK = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|Ths|Th\.S|Thạc sĩ|Tiến sĩ|Thượng tá|Đại tá|Thiếu tướng|Trung tá|BS|KS|Luật sư)\.?\s*)+"
)
_WORD = rf"[{UPPER}][{LOWER}'’]*|[{UPPER}]{{2,}}"
_NAME = re.compile(rf"(?:{_WORD})(?:[ -](?:{_WORD})){{1,5}}\.?$")
_OTHER = re.compile(
    r"(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Signature|Digitally|PHỤ LỤC|Phụ lục|KẾ HOẠCH|BIỂU|DANH MỤC"
    r"|\(?Kèm theo|\(?Ban hành kèm)"
)
#: The foot ends this many paragraphs after its last recipient or role at the latest.
_LONGEST_GAP = 6


@dataclass(slots=True)
class Foot:
    """What the foot of a document says."""

    recipients: list[tuple[str, Place]] = field(default_factory=list[tuple[str, Place]])
    roles: list[tuple[str, Place]] = field(default_factory=list[tuple[str, Place]])
    signer: str | None = None
    signer_place: Place | None = None


def read_foot(paragraphs: Sequence[Paragraph], start: int) -> Foot:
    """Recipients and signer in the paragraphs from `start` on: the first foot, an appendix after it left alone."""
    foot = Foot()
    at = next((index for index in range(start, len(paragraphs)) if RECIPIENTS.match(paragraphs[index].text)), None)
    begin = _first_role(paragraphs, start, at)
    if begin is None:
        return foot
    listing = False
    idle = 0
    for paragraph in paragraphs[begin:]:
        heading = RECIPIENTS.match(paragraph.text)
        if heading is not None:
            if foot.recipients or listing:
                break
            listing = True
        text = paragraph.text[heading.end() :] if heading else paragraph.text
        if _OTHER.match(text) and (foot.signer or not listing):
            if foot.signer or paragraph.level is not None or text == text.upper():
                break
            continue
        idle = 0 if _take(foot, text, paragraph, listing) else idle + 1
        if idle > _LONGEST_GAP:
            break
    return foot


def _first_role(paragraphs: Sequence[Paragraph], start: int, at: int | None) -> int | None:
    """Where the foot begins: at the recipients, or at the authority printed just above them."""
    if at is None:
        roles = [index for index in range(start, len(paragraphs)) if _is_role(paragraphs[index].text)]
        for index in roles:
            if any(_is_name(one.text) for one in paragraphs[index + 1 : index + 8]):
                return index
        return None
    above = [index for index in range(max(start, at - 8), at) if _is_role(paragraphs[index].text)]
    return above[0] if above else at


def _take(foot: Foot, text: str, paragraph: Paragraph, listing: bool) -> bool:
    """Sort one paragraph of the foot: recipients, roles and the name may stand on one line."""
    used = False
    for piece in _pieces(text):
        offset = max(paragraph.text.find(piece), 0)
        place = paragraph.place_at(offset)
        piece = piece.strip(" *_|")
        if not piece:
            continue
        if _is_role(piece):
            used = _take_role(foot, piece, place) or used
        elif foot.roles and foot.signer is None and not paragraph.bullet and _is_name(piece):
            foot.signer, foot.signer_place = _bare_name(piece), place
            used = True
        elif (
            foot.roles
            and foot.signer is None
            and not paragraph.bullet
            and piece == piece.upper()
            and len(piece) > 3
            and not listing
        ):
            foot.roles[-1] = (f"{foot.roles[-1][0]} {piece}", foot.roles[-1][1])
            used = True
        elif (
            listing
            and (not foot.signer or paragraph.bullet)
            and (not foot.roles or paragraph.bullet or piece.endswith(";"))
        ):
            foot.recipients.append((piece.rstrip(" ;.,"), place))
            used = True
    return used


def _pieces(text: str) -> list[str]:
    text = _SIGNED.sub("\n", text)
    return [one for line in text.split("\n") for piece in _SPLIT.split(line) for one in _stacked(piece.strip())]


def _stacked(piece: str) -> list[str]:
    """ "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" and "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG" are two lines each: authority, then post."""
    behalf = re.match(_BEHALF, piece)
    if behalf is None:
        return [piece]
    posts = [found.start() for found in _POSTS.finditer(piece, behalf.end())]
    own = posts[1:] if posts and posts[0] == behalf.end() else posts
    return [piece[: own[0]].strip(), piece[own[0] :]] if own else [piece]


def _take_role(foot: Foot, piece: str, place: Place) -> bool:
    if foot.signer is not None:
        return False
    small = re.search(rf"\s+((?:{_WORD})(?:\s(?:{_WORD})){{1,4}})$", piece)
    name = small[1] if small and small[1] != small[1].upper() else None
    role = piece[: small.start()] if small and name else piece
    foot.roles.append((role.strip(" ,;"), place))
    if name:
        foot.signer, foot.signer_place = name, place
    return True


def _is_role(text: str) -> bool:
    return _ROLE.match(text.strip(" *_|")) is not None and len(text) < 120


def _is_name(text: str) -> bool:
    name = _bare_name(text.strip(" *_|"))
    return len(name) <= 40 and _NAME.match(name) is not None and not _OTHER.match(name)


def _bare_name(text: str) -> str:
    return " ".join(_RANK.sub("", text).strip(" .").split())
