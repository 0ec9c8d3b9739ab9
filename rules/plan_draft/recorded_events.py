"""Events a document waits for that are on record: a national decision of the plan's own year, with number and day."""

from __future__ import annotations

from collections.abc import Sequence

from models.legal_base import LegalDocument
from rules.plan_draft.texts import bare, words

#: The end of a document's number → words for who issues it.
_ISSUERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ttg", ("thu tuong", "chinh phu")),
    ("cp", ("chinh phu",)),
    ("btp", ("bo tu phap",)),
)
#: Share of the words of a document's title that the sentence has to say.
_ENOUGH = 0.8


def recorded_event(
    event: str, around: str, years: tuple[int, int], known: Sequence[LegalDocument]
) -> LegalDocument | None:
    """The one document of the plan's first year that the event can be; None when there is none, or several.

    `event` names who acts, `around` is the sentence it stands in. Only documents made for a single year count: an
    older scheme that happens to run in that year is nothing anybody still waits for.
    """
    said = frozenset(words(f"{event} {around}"))
    fits = [
        document
        for document in known
        if document.issued_on is not None and document.province is None and document.years == (years[0], years[0])
        and _by_its_issuer(event, document) and _share(document, said) >= _ENOUGH
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _by_its_issuer(event: str, document: LegalDocument) -> bool:
    end = bare(document.number).rpartition("-")[2]
    named = bare(event)
    return any(end == sign and any(word in named for word in names) for sign, names in _ISSUERS)


def _share(document: LegalDocument, said: frozenset[str]) -> float:
    title = frozenset(word for word in words(document.title) if not word.isdigit())
    return len(title & said) / len(title) if title else 0.0
