from __future__ import annotations

from dataclasses import replace

import pytest

from closed_plan import outcome
from documents.agency_ranking import rank_agencies
from models.outcome import AssignmentRow, Verdict

BASE = outcome(mails=0).assignments[0]
OK, LT, MI, UN = Verdict.ON_TIME, Verdict.LATE, Verdict.MISSING, Verdict.UNCOUNTED


def rows(agency: str, *fates: Verdict, days: int = 0, returns: int = 0, group: str = "Sở") -> list[AssignmentRow]:
    return [
        replace(
            BASE,
            agency=agency,
            agency_key=agency,
            agency_class=group,
            timeliness=fate,
            working_days_late=days,
            returns=returns,
        )
        for fate in fates
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (rows("b", OK, OK, OK), rows("a", OK, OK, LT)),
        (rows("b", OK, LT, LT), rows("a", OK, LT, MI)),
        (rows("b", OK, OK, LT, days=1), rows("a", OK, OK, LT, days=2)),
        (rows("b", OK, OK, OK), rows("a", OK, OK, OK, returns=1)),
        (rows("b", OK, LT, MI), rows("a", OK, OK, UN)),
    ],
    ids=["rate", "missing", "days", "returns", "two due give no rate"],
)
def test_who_stands_first(better: list[AssignmentRow], worse: list[AssignmentRow]) -> None:
    assert [one.agency for one in rank_agencies(worse + better)] == ["b", "a"]


def test_equals_share_a_rank_and_the_next_is_skipped() -> None:
    ranked = rank_agencies(rows("c", OK, OK, LT) + rows("a", OK, OK, OK) + rows("b", OK, OK, OK) + rows("d", OK))

    assert [(one.agency, one.rank) for one in ranked] == [("a", 1), ("b", 1), ("c", 3), ("d", None)]


def test_classes_are_not_mixed_and_days_of_undated_work_do_not_count() -> None:
    ranked = rank_agencies(rows("x", OK, OK, OK, group="Xã") + rows("s", OK, LT, MI, UN, days=2))

    assert [(one.agency, one.rank, one.days_late, one.due) for one in ranked] == [("x", 1, 0, 3), ("s", 1, 4, 3)]
