"""The legal bases of a plan on the day of the next one: ended and replaced, of one year only, unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from models.kinds import SectionKind
from models.legal_base import LegalDocument, Mark
from models.plan_file import PlanHeader
from rules.next_year.points import Notes

#: "59/2012/NĐ-CP", "242/QĐ-TTg".
_NUMBER = re.compile(r"\b\d+(?:/\d{4})?/[A-ZĐ][\wÀ-ỹ&-]*")
_WITH_YEAR = re.compile(r"/(?:19|20)\d\d/")


class LegalBook:
    """All documents known, asked by number as plans write them."""

    def __init__(self, documents: Sequence[LegalDocument]) -> None:
        self.documents = tuple(documents)

    def find(self, number: str, on: date) -> LegalDocument | None:
        """The document a plan issued on that day cites: of several with one number the latest not after it."""
        same = [one for one in self.documents if _key(one.number) == _key(number)]
        same = [one for one in same if one.issued_on is None or one.issued_on <= on]
        same = [one for one in same if one.years is None or one.years[0] - 1 <= on.year <= one.years[1]]
        return max(same, key=lambda one: one.issued_on or date.min, default=None)

    def regime_ended(self, before: date, on: date) -> tuple[LegalDocument, ...]:
        """Documents that governed this work on the first day and no longer do on the second."""
        return tuple(one for one in self.documents if one.regime and one.in_force(before) and not one.in_force(on))

    def ended_in(self, text: str, on: date) -> tuple[LegalDocument, ...]:
        """Documents a text cites that no longer hold on the day, each once."""
        keys = {_key(number) for number in _NUMBER.findall(text)}
        return tuple(one for one in self.documents if _key(one.number) in keys and _over(one, on))

    def lacks(self, kind: SectionKind, on: date) -> LegalDocument | None:
        """The document governing this work on the day that does not speak of this kind of work, if any."""
        return next((one for one in self.documents if one.regime and one.in_force(on) and kind in one.lacks), None)


def renewed_bases(header: PlanHeader, on: date, province: str, book: LegalBook, notes: Notes) -> tuple[str, ...]:
    """The numbers the new plan may cite; what was left out or put in is said in the notes."""
    kept: dict[str, None] = {}
    for number in header.legal_bases:
        kept.update(dict.fromkeys(_renewed(number, header, on, province, book, notes)))
    ended = [one for one in book.regime_ended(header.issued_on, on) if one.number not in header.legal_bases]
    for one in ended:
        kept.update(dict.fromkeys(one.replaced_by))
    if ended:
        notes.to_decide(
            f"Khi ban hành kế hoạch cũ, công tác này theo {_listed(ended)}; nay đã hết hiệu lực"
            f"{_since(ended[0])}: rà lại nội dung và căn cứ theo {', '.join(ended[0].replaced_by) or 'văn bản mới'}."
        )
    return tuple(kept)


def _renewed(number: str, header: PlanHeader, on: date, province: str, book: LegalBook, notes: Notes) -> Iterator[str]:
    found = book.find(number, header.issued_on)
    if found is None:
        yield number
        short = "" if _WITH_YEAR.search(number) else " (số không kèm năm: thường chỉ cho một năm hoặc một đợt)"
        notes.to_decide(f"Căn cứ {number}: chưa có trong bảng hiệu lực văn bản; kiểm tra còn dùng không{short}.")
    elif found.years is not None and not found.years[0] <= on.year <= found.years[1]:
        span = "-".join(str(year) for year in dict.fromkeys(found.years))
        notes.to_decide(f"Bỏ căn cứ {number} ({found.title}): chỉ cho năm {span}; dẫn văn bản của năm {on.year}.")
    elif found.ended_on is not None and found.ended_on <= on:
        yield from found.replaced_by
        instead = f", thay bằng {', '.join(found.replaced_by)}" if found.replaced_by else ""
        notes.to_decide(f"Căn cứ {number} hết hiệu lực{_since(found)}{instead}: rà lại nội dung dẫn chiếu.")
    else:
        yield number
        _doubts(found, on, province, book, notes)


def _doubts(found: LegalDocument, on: date, province: str, book: LegalBook, notes: Notes) -> None:
    """It may still hold, but something says a person should look."""
    ended = [number for number in found.guides if (one := book.find(number, on)) is not None and not one.in_force(on)]
    if ended:
        notes.to_decide(f"Căn cứ {found.number} hướng dẫn {', '.join(ended)} đã hết hiệu lực: kiểm tra còn dùng không.")
    elif found.province is not None and found.province != province:
        notes.to_decide(f"Căn cứ {found.number} là văn bản của {found.province}: kiểm tra nay còn áp dụng không.")
    elif found.mark is Mark.OWN or "chưa xác minh" in found.note:
        notes.to_decide(f"Căn cứ {found.number}: hiệu lực chưa xác minh ({found.note or 'tự ghi'}).")


def _over(one: LegalDocument, on: date) -> bool:
    """Ended, or of earlier years only."""
    return not one.in_force(on) or (one.years is not None and one.years[1] < on.year)


def _since(one: LegalDocument) -> str:
    return f" từ ngày {one.ended_on:%d/%m/%Y}" if one.ended_on is not None else ""


def _listed(documents: Sequence[LegalDocument]) -> str:
    return ", ".join(one.number for one in documents)


def _key(number: str) -> str:
    """Numbers compare without spaces, case, and the word before them ("Nghị định số 59/2012/NĐ-CP")."""
    start = next((index for index, char in enumerate(number) if char.isdigit()), 0)
    return "".join(number[start:].split()).casefold().replace("đ", "d")
