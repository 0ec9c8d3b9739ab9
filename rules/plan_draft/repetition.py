"""Duties said twice: the part "Tổ chức thực hiện" repeats what "Nội dung" has already given with a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from models.kinds import SectionKind
from rules.plan_draft.duty import Duty
from rules.plan_draft.outline import Outline, part_of
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import words

#: Weighted share of the shorter text's words found in the other, from which two duties are the same.
SAME = 0.5
#: Enough where these agencies have just one duty of that kind.
SAME_AND_ONLY = 0.2
#: From here on a person is asked.
DOUBTFUL = 0.3

_SILENT = frozenset(
    {
        "cua", "va", "cac", "ve", "trong", "theo", "tai", "cho", "voi", "de", "do", "tu", "la", "tren", "doi",
        "thuoc", "viec", "nhung", "duoc", "nay", "minh",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repetition:
    """What an earlier duty a duty repeats, by index; `sure` is False where a person must say."""

    of: int
    sure: bool


def repetitions(
    duties: Sequence[Duty], standing: Sequence[bool], scope: Scope, outline: Outline
) -> dict[int, Repetition]:
    """For each repeating duty the earlier one; one that is itself a repetition is never a target."""
    weigh = _Weights(duties)
    agencies = [scope.book.members(scope.book.phrase(lead) for lead in duty.leads) for duty in duties]
    found: dict[int, Repetition] = {}
    for index, duty in enumerate(duties):
        if standing[index] or duty.requested or not outline.assigns_only(duty.task) or not agencies[index]:
            continue
        targets = [
            other
            for other in range(index)
            if not standing[other] and other not in found and not outline.assigns_only(duties[other].task)
            and part_of(duties[other].task) != part_of(duty.task)
            and duties[other].kind is duty.kind
            and agencies[index] <= agencies[other]
            and _same_time(duty, duties[other])
        ]  # fmt: skip
        repeated = _nearest(index, targets, weigh, agencies)
        if repeated is not None:
            found[index] = repeated
    return found


def _nearest(index: int, targets: list[int], weigh: _Weights, agencies: Sequence[frozenset[str]]) -> Repetition | None:
    if not targets:
        return None
    likeness, negative = max((weigh.likeness(index, other), -other) for other in targets)
    of = -negative
    equal = sum(agencies[one] == agencies[index] for one in targets)
    only = (equal == 1 and agencies[of] == agencies[index]) or (len(targets) == 1 and len(agencies[index]) > 1)
    if likeness >= (SAME_AND_ONLY if only else SAME):
        return Repetition(of, sure=True)
    return Repetition(of, sure=False) if likeness >= DOUBTFUL else None


def _same_time(duty: Duty, other: Duty) -> bool:
    said, before = duty.time, other.time
    if said is None or said.kind == "none" or (said.kind == "ongoing" and before is None):
        # Following up all year is not the one letter of a quarter.
        return duty.kind is not SectionKind.GUIDE or before is None or before.kind in ("ongoing", "year", "none")
    if before is None:
        return False
    same = (said.start, said.end, said.recurrence) == (before.start, before.end, before.recurrence)
    return same and (said.kind == before.kind or said.end is not None)


class _Weights:
    """Rare words tell duties apart; words of every title ("theo dõi thi hành pháp luật") tell nothing."""

    def __init__(self, duties: Sequence[Duty]) -> None:
        self._words = [frozenset(words(duty.words)) - _SILENT for duty in duties]
        seen = Counter(word for found in self._words for word in found)
        self._weight = {word: log((len(duties) + 1) / count) for word, count in seen.items()}

    def likeness(self, one: int, other: int) -> float:
        """Weighted words of the lighter text that the other has too, 0 to 1."""
        mine, theirs = self._words[one], self._words[other]
        lighter = min(self._sum(mine), self._sum(theirs))
        return self._sum(mine & theirs) / lighter if lighter else 0.0

    def _sum(self, found: frozenset[str]) -> float:
        return sum(self._weight[word] for word in sorted(found))
