"""Công văn đôn đốc, drafted for a signature: Nghị định 30/2020/NĐ-CP, Phụ lục I and Phụ lục III, mẫu 1.5.

Number, day and month stay blank: the clerk (văn thư) gives them when a person has signed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from documents.dispatch_table import owed_table
from documents.dispatch_wording import demands, opening, sender_name
from documents.errors import AddresseeMissing, NothingToUrge
from documents.official_page import TEXT_WIDTH, write_official
from documents.word_markup import Setting, cell, gap, paragraph, row, rule, run, table
from models.dispatch_draft import DispatchDraft

#: a longer list goes behind the signature as an annex (danh sách kèm theo), so that the signer reads the demand first
LONGEST_LIST_IN_TEXT = 15

_ISSUER_COLUMN = 61.0
_NATION_COLUMN = TEXT_WIDTH - _ISSUER_COLUMN
#: width of "Độc lập - Tự do - Hạnh phúc" in bold 14 pt, mm
_MOTTO_LENGTH = 60.5
#: mean width of a bold capital at 13 pt, mm
_CAPITAL = 2.82
_CENTRE = Setting(align="center")
_BODY = Setting(align="both", first=10, after=6, line=1.08)
_BLANK_DATE = "ngày       tháng       năm"


def write_dispatch(draft: DispatchDraft, path: Path) -> None:
    """Write the draft letter as .docx; the same draft gives the same bytes.

    Raises NothingToUrge without lines, AddresseeMissing when a line's addressee is not addressed.
    """
    if not draft.lines:
        raise NothingToUrge
    strangers = {line.addressee for line in draft.lines} - set(draft.addressees)
    if strangers:
        raise AddresseeMissing(f"Nơi nhận không có trong mục Kính gửi: {', '.join(sorted(strangers))}.")
    annexed = len(draft.lines) > LONGEST_LIST_IN_TEXT
    list_of_owed = owed_table(draft)
    parts = [_head(draft), _addressees(draft), *_text(opening(draft, annexed=annexed))]
    if not annexed:
        parts += [list_of_owed, gap(6)]
    parts += [*_text(demands(draft), end=True), _foot(draft)]
    if annexed:
        parts += [_annex_title(draft), list_of_owed]
    parts.append(gap(1))  # a Word text may not end with a table
    write_official("".join(parts), path, title=f"V/v {draft.subject}", day=draft.day)


def _head(draft: DispatchDraft) -> str:
    """Issuer and number on the left, quốc hiệu and date on the right."""
    superior = [paragraph(_CENTRE, run(draft.superior, 13))] if draft.superior else []
    issuer = [paragraph(_CENTRE, run(line, 13, bold=True)) for line in draft.issuer]
    last_line = draft.issuer[-1] if draft.issuer else ""
    length = min(len(last_line) * _CAPITAL * 0.45, _ISSUER_COLUMN / 2)
    nation = [
        paragraph(_CENTRE, run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)),
        paragraph(_CENTRE, run("Độc lập - Tự do - Hạnh phúc", 14, bold=True)),
        rule(_MOTTO_LENGTH, _NATION_COLUMN),
    ]
    number = paragraph(Setting(align="center", before=4), run(f"Số:          /{draft.symbol}", 13))
    about = f"V/v {draft.subject}".replace(" năm ", " năm\u00a0")  # no year alone on a line
    subject = paragraph(Setting(align="center", before=6, left=0.5, right=1.5), run(about, 12))
    dated = run(f"{draft.place}, {_BLANK_DATE} {draft.year}", 14, italic=True)
    place = paragraph(Setting(align="center", before=4), dated)
    widths = (_ISSUER_COLUMN, _NATION_COLUMN)
    left_top = "".join([*superior, *issuer, rule(length, _ISSUER_COLUMN)])
    return table(
        widths,
        [
            row([cell(widths[0], left_top), cell(widths[1], "".join(nation))]),
            row([cell(widths[0], number + subject), cell(widths[1], place)]),
        ],
        lined=False,
    )


def _addressees(draft: DispatchDraft) -> str:
    """One addressee stands on the line of "Kính gửi:", several each on their own."""
    if len(draft.addressees) == 1:
        setting = Setting(align="center", before=16, after=12)
        return paragraph(setting, run(f"Kính gửi: {draft.addressees[0]}", 14))
    parts = [paragraph(Setting(left=28, before=16, keep_next=True), run("Kính gửi:", 14))]
    last = len(draft.addressees) - 1
    for place, addressee in enumerate(draft.addressees):
        setting = Setting(left=47, hanging=4, after=12 if place == last else 0)
        parts.append(paragraph(setting, run(f"- {addressee}{'.' if place == last else ';'}", 14)))
    return "".join(parts)


def _text(sentences: list[str], *, end: bool = False) -> list[str]:
    """Body paragraphs. A line that announces something, and the letter's last one, keeps with what follows."""
    last = len(sentences) - 1
    return [
        paragraph(replace(_BODY, keep_next=sentence.endswith(":") or (end and place == last)), run(sentence, 14))
        for place, sentence in enumerate(sentences)
    ]


def _foot(draft: DispatchDraft) -> str:
    """Nơi nhận on the left, level with the signer's title on the right."""
    entries = ["Như trên", *draft.recipients]
    left = [paragraph(Setting(), run("Nơi nhận:", 12, bold=True, italic=True))]
    left += [paragraph(Setting(), run(f"- {entry};", 11)) for entry in entries]
    left.append(paragraph(Setting(), run(f"- Lưu: {draft.archive}.", 11)))
    right = [paragraph(_CENTRE, run(line, 14, bold=True)) for line in draft.signer_lines]
    right.append(paragraph(Setting(align="center", before=64), run(draft.signer_name, 14, bold=True)))
    widths = (TEXT_WIDTH / 2, TEXT_WIDTH / 2)
    cells = [cell(widths[0], "".join(left)), cell(widths[1], "".join(right))]
    return gap(9, keep_next=True) + table(widths, [row(cells)], lined=False)


def _annex_title(draft: DispatchDraft) -> str:
    """Heading of the annexed list, on a new page."""
    sender = sender_name(draft).replace(" ", "\u00a0")  # a name is not broken over two lines
    reference = f"(Kèm theo Công văn số          /{draft.symbol} {_BLANK_DATE} {draft.year} của {sender})"
    return "".join(
        [
            paragraph(Setting(align="center", new_page=True), run("DANH SÁCH", 14, bold=True)),
            paragraph(_CENTRE, run("Cơ quan, đơn vị có nội dung quá hạn chưa hoàn thành", 14, bold=True)),
            paragraph(Setting(align="center", after=10), run(reference, 14, italic=True)),
        ]
    )
