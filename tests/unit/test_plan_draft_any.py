"""Whatever was read, a plan file comes out: it validates, is written and read back, and is always the same."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from documents.working_calendar import read_calendar
from harness.any_reading import READING
from models.problem import Problems
from models.reading import HeaderReading, Reading
from rules.check_ids import check_ids
from rules.findings import Findings
from rules.plan_check import check
from rules.plan_draft import Draft, draft_plan

PLANS = Path(__file__).parents[2] / "plans"


@lru_cache(maxsize=1)
def known():
    directory = read_directory(PLANS / "agencies" / "soc-trang-2022.tsv")
    return directory, read_phrases(PLANS / "phrases.yaml"), read_calendar(PLANS / "calendar", 2019, 2030)


def drafted(reading: Reading, with_directory: bool, issued: date | None) -> Draft:
    directory, phrases, calendar = known()
    return draft_plan(reading, directory if with_directory else None, phrases, calendar, issued)


ISSUED = st.one_of(st.none(), st.dates(date(2021, 1, 1), date(2023, 12, 31)))
LITTLE = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
#: What an officer may be left with: said in `to_decide`, or a thing the document itself gets wrong.
FOR_A_PERSON = {"to-decide", "unknown-agency", "last-day-outside", "no-leads", "empty-group", "no-period"}


@LITTLE
@given(reading=READING, with_directory=st.booleans(), issued=ISSUED)
def test_a_draft_is_written_read_back_and_the_same_again(tmp_path_factory, reading, with_directory, issued):
    draft = drafted(reading, with_directory, issued)
    path = tmp_path_factory.mktemp("draft") / "plan.yaml"
    text = write_plan(draft.plan)
    path.write_text(text, encoding="utf-8")
    assert read_plan(path) == draft.plan
    assert drafted(reading, with_directory, issued) == draft


@LITTLE
@given(reading=READING, issued=ISSUED)
def test_a_draft_is_sound_and_every_error_in_it_is_left_to_a_person(reading, issued):
    directory, phrases, calendar = known()
    draft = drafted(reading, True, issued)
    findings = Findings(draft.plan.plan.id)
    check_ids(draft.plan, findings)
    assert [found for found in findings.problems if found.severity == "error"] == []
    errors = [found for found in check(draft.plan, directory, phrases, calendar) if found.severity == "error"]
    assert {found.code for found in errors} <= FOR_A_PERSON
    assert not errors or draft.to_decide


@LITTLE
@given(reading=READING, issued=ISSUED)
def test_texts_are_short_and_every_task_is_accounted_for(reading, issued):
    draft = drafted(reading, True, issued)
    activities = [activity for _, activity in draft.plan.activities()]
    assert all(len(activity.title.split()) <= 15 for activity in activities)
    assert all(len(output.split()) <= 15 for activity in activities for output in activity.outputs)
    assert len(activities) + len(draft.skipped) >= len(reading.tasks)


def test_a_reading_without_a_task_is_refused_with_what_to_do():
    with pytest.raises(Problems) as caught:
        drafted(Reading("van-ban.pdf", HeaderReading(), ()), True, None)
    assert caught.value.problems[0].code == "no-task"
    assert "OCR" in caught.value.problems[0].hint
