"""The header of a plan document: who issued what, where and when, to whom, on what grounds, signed by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.reader.flat_text import FlatText, flatten
from documents.reader.issuer import letterhead_lines, short_name
from documents.reader.legal_bases import legal_bases, preamble_end
from documents.reader.letterhead import IssueDate, Number, cut_date, cut_motto, cut_number
from documents.reader.name_repair import repaired_name
from documents.reader.plan_years import plan_period, plan_year
from documents.reader.signature import RECIPIENTS, Foot, read_foot
from documents.reader.title import OPENER, SECTION, Title, about_title, heading_title, type_of_symbol, type_spans
from models.reading import HeaderReading
from models.source_text import Paragraph, Place, SourceText

#: The head ends here at the latest, in paragraphs: a letterhead in pieces has about 20.
_LONGEST_HEAD = 80
_ADDRESSED = re.compile(r"(?:^|(?<=[\n\x00\s]))(?:Kính\s+gửi|KÍNH\s+GỬI|Kính\s+gởi)\s*:?\s*")


@dataclass(slots=True)
class _Head:
    flat: FlatText
    number: Number | None
    date: IssueDate | None
    code: str | None
    title: Title | None
    addressed: tuple[int, int] | None  #: đầu và cuối của chữ "Kính gửi:"
    body: int  #: vị trí bắt đầu phần mở đầu (căn cứ)
    section: int  #: vị trí của mục đầu tiên


def read_header(source: SourceText) -> HeaderReading:
    """The header of a document; what is not printed is None or empty."""
    paragraphs = flatten(source.blocks)
    head = _read_head(paragraphs)
    foot = read_foot(paragraphs, _index_of(head, head.body))
    return _assemble(head, foot)


def _read_head(paragraphs: list[Paragraph]) -> _Head:
    flat = FlatText(paragraphs[: _head_length(paragraphs)])
    section = _first_section(flat)
    limit = _letterhead_end(flat, section)
    motto = cut_motto(flat, limit)
    number = cut_number(flat, limit)
    date = cut_date(flat, limit)
    addressed = _ADDRESSED.search(flat.text, 0, section)
    code, title = _title(flat, limit, addressed.start() if addressed else None, number, motto)
    body = _body_start(flat, title, addressed.end() if addressed else None, section)
    return _Head(flat, number, date, code, title, addressed.span() if addressed else None, body, section)


def _head_length(paragraphs: list[Paragraph]) -> int:
    for index, paragraph in enumerate(paragraphs[:_LONGEST_HEAD]):
        if RECIPIENTS.match(paragraph.text):
            return index
    return min(len(paragraphs), _LONGEST_HEAD)


def _first_section(flat: FlatText) -> int:
    for index, paragraph in enumerate(flat.paragraphs):
        if SECTION.match(paragraph.text):
            return flat.starts[index]
    return len(flat.text)


def _letterhead_end(flat: FlatText, section: int) -> int:
    """The letterhead and title end where the first long sentence of the preamble begins."""
    for index, paragraph in enumerate(flat.paragraphs):
        if flat.starts[index] >= section:
            break
        if (
            index
            and OPENER.match(paragraph.text)
            and (len(paragraph.text) > 120 or paragraph.text.startswith("Căn cứ"))
        ):
            before = flat.paragraphs[index - 1].text.strip()
            if before != "KẾ HOẠCH" and not before.endswith("CHƯƠNG TRÌNH"):
                return flat.starts[index]
    return section


def _title(
    flat: FlatText, limit: int, addressed: int | None, number: Number | None, motto: int
) -> tuple[str | None, Title | None]:
    """Type and title: the type's own line after the letterhead; else a dispatch's "V/v"."""
    spans = type_spans(flat, limit)
    after = max(motto, number.end if number else 0)
    chosen = next((span for span in spans if span[0] >= after), None) or (spans[-1] if spans else None)
    if chosen is not None and (addressed is None or chosen[0] < addressed or chosen[2] != "ke_hoach"):
        return chosen[2], heading_title(flat, chosen[1], chosen[2])
    about = about_title(flat, addressed if addressed is not None else limit)
    if about is not None or addressed is not None:
        return "cong_van", about
    return type_of_symbol(number.symbol if number else None), None


def _body_start(flat: FlatText, title: Title | None, addressed: int | None, section: int) -> int:
    """Where the preamble begins: after title and addressees, at the first opener or the first long sentence."""
    first = title.last + 1 if title else 0
    if addressed is not None:
        first = max(first, flat.index(addressed))
    listed = False
    for index in range(first, len(flat.paragraphs)):
        start = flat.starts[index]
        if start >= section:
            return section
        paragraph = flat.paragraphs[index]
        if paragraph.bullet or (addressed is not None and flat.index(addressed) == index):
            listed = listed or (addressed is not None and paragraph.bullet is not None)
            continue
        long = len(paragraph.text) > 150 and not paragraph.text.endswith(";")
        if OPENER.match(paragraph.text) or long or (listed and len(paragraph.text) > 40):
            return start
    return section


def _addressees(head: _Head) -> list[tuple[str, Place]]:
    """What stands between "Kính gửi:" and the preamble."""
    if head.addressed is None:
        return []
    out: list[tuple[str, Place]] = []
    flat = head.flat
    first = flat.index(head.addressed[1] - 1)
    for index in range(first, _index_of(head, head.body)):
        start = max(flat.starts[index], head.addressed[1] if index == first else 0)
        end = flat.starts[index] + len(flat.paragraphs[index].text)
        for line in flat.rest(start, end):
            for piece in re.split(r";\s+(?=\S)", line):
                text = piece.strip(" -–+;.,:")
                if text:
                    out.append((text, flat.paragraphs[index].place))
    return out


def _index_of(head: _Head, offset: int) -> int:
    return len(head.flat.paragraphs) if offset >= len(head.flat.text) else max(head.flat.index(offset), 0)


def _letterhead(head: _Head) -> list[str]:
    """The lines above number, date and title that are left when everything else is cut out."""
    ends = [
        offset
        for offset in (head.number.start if head.number else None, head.addressed[0] if head.addressed else None)
        if offset is not None
    ]
    if head.title is not None:
        ends.append(
            head.flat.starts[head.title.first] if head.title.first < len(head.flat.starts) else len(head.flat.text)
        )
    return letterhead_lines(
        head.flat.rest(0, min([*ends, head.body], default=head.body) if not head.number else head.number.start)
    )


def _assemble(head: _Head, foot: Foot) -> HeaderReading:
    lines = _letterhead(head)
    title = head.title.text if head.title else None
    preamble = head.flat.text[head.body : preamble_end(head.flat.text, head.body, head.section)]
    bases = legal_bases(preamble)
    addressees = _addressees(head)
    town, date = (head.date.town, head.date.date) if head.date else (None, None)
    roles = [role for role, _ in foot.roles]
    about = " ".join(filter(None, (title, _attached(head))))
    return HeaderReading(
        doc_type=head.code,
        issuer=" ".join(lines) or None,
        issuer_norm=short_name(lines, about, preamble.replace("\x00", " "), town, roles),
        number=head.number.number if head.number else None,
        symbol=head.number.symbol if head.number else None,
        place=town,
        date=date,
        title=title,
        year=plan_year(title or "", preamble, date),
        period=plan_period(title or ""),
        signer=foot.signer,
        signer_norm=repaired_name(foot.signer) if foot.signer else None,
        signer_role=tuple(roles),
        recipients=tuple(text for text, _ in foot.recipients),
        addressees=tuple(text for text, _ in addressees),
        legal_bases=tuple(value for value, _ in bases),
        places=_places(head, foot, lines, addressees, bases),
    )


def _attached(head: _Head) -> str:
    """The "(Kèm theo Quyết định số … của UBND tỉnh …)" under a title."""
    if head.title is None or head.title.last + 1 >= len(head.flat.paragraphs):
        return ""
    text = head.flat.paragraphs[head.title.last + 1].text
    return text if re.match(r"\(?\s*(?:Ban hành )?[Kk]èm theo", text) else ""


def _issuer_place(head: _Head, lines: list[str]) -> Place | None:
    """Where the letterhead begins; the issuer of a document without one stands in the text."""
    for paragraph in head.flat.paragraphs if lines else ():
        if lines[0] in " ".join(paragraph.text.split()):
            return paragraph.place
    return None


def _places(
    head: _Head, foot: Foot, lines: list[str], addressees: list[tuple[str, Place]], bases: list[tuple[str, int]]
) -> dict[str, Place]:
    flat = head.flat
    places: dict[str, Place | None] = {
        "issuer": _issuer_place(head, lines),
        "number": head.number.place if head.number else None,
        "symbol": head.number.place if head.number else None,
        "place": head.date.place if head.date else None,
        "date": head.date.place if head.date else None,
        "title": head.title.place if head.title else None,
        "signer": foot.signer_place,
        "signer_role": foot.roles[0][1] if foot.roles else None,
        "recipients": foot.recipients[0][1] if foot.recipients else None,
        "addressees": addressees[0][1] if addressees else None,
        "legal_bases": flat.place(head.body + bases[0][1]) if bases else None,
    }
    return {name: place for name, place in places.items() if place is not None}
