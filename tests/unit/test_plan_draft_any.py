"""Whatever was read, a plan file comes out: it validates, is written and read back, and is always the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.directory_file import read_directory
from documents.legal_bases_yaml import read_legal_bases
from documents.phrases_yaml import read_phrases
from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from documents.working_calendar import read_calendar
from harness.any_reading import READING
from models.problem import Problems
from models.reading import HeaderReading, Reading
from models.source_text import Paragraph, Place, SourceText
from rules.check_ids import check_ids
from rules.findings import Findings
from rules.lint.of_plan import lint_plan
from rules.plan_check import check
from rules.plan_draft import Draft, Known, draft_plan

PLANS = Path(__file__).parents[2] / "plans"


@lru_cache(maxsize=1)
def known():
    directory = read_directory(PLANS / "agencies" / "soc-trang-2022.tsv")
    return directory, read_phrases(PLANS / "phrases.yaml"), read_calendar(PLANS / "calendar", 2019, 2030)


def drafted(reading: Reading, with_directory: bool, issued: date | None, source: SourceText | None = None) -> Draft:
    directory, phrases, calendar = known()
    beside = Known(source, read_legal_bases(PLANS / "legal_bases.yaml"))
    return draft_plan(reading, directory if with_directory else None, phrases, calendar, issued, known=beside)


#: Beginnings and ends a document's sentences have, in any order and with anything between.
PIECES = (
    "3. ", "3.1. ", "Đề nghị ", "b) Cơ quan thực hiện: ", "Sở Tư pháp chủ trì, phối hợp với các Sở, ngành ", "thì ",
    "báo cáo bao gồm báo cáo kết quả ", "và báo cáo chung ", "trước ngày 20/11/2022", "; ", "(nếu cần thiết) ", ". ",
    "đôn đốc, ", "trình UBND tỉnh ", "để báo cáo Bộ Tư pháp ", "trên cơ sở lĩnh vực của UBND tỉnh ", "Nơi nhận: ", "((",
)  # fmt: skip
LINE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join)


@st.composite
def in_a_document(draw: st.DrawFn) -> tuple[Reading, SourceText]:
    """A reading whose tasks, agencies and times stand somewhere in a document of such sentences."""
    lines = draw(st.lists(LINE, min_size=1, max_size=6))
    reading = draw(READING)
    somewhere = st.integers(1, len(lines)).map(lambda line: Place(line=line))
    tasks = tuple(
        replace(
            task,
            place=draw(somewhere),
            leads=tuple(replace(lead, place=draw(somewhere)) for lead in task.leads),
            times=tuple(replace(time, place=draw(somewhere)) for time in task.times),
        )
        for task in reading.tasks
    )
    paragraphs = tuple(Paragraph(text, Place(line=number)) for number, text in enumerate(lines, 1))
    return replace(reading, tasks=tasks), SourceText(reading.name, "txt", paragraphs)


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
    shared = [re.search(r"Gồm (\d+) nội dung", activity.note or "") for activity in activities]
    merged = sum(int(found[1]) - 1 for found in shared if found)
    assert len(activities) + len(draft.skipped) + merged >= len(reading.tasks)


@LITTLE
@given(both=in_a_document(), issued=ISSUED)
def test_whatever_the_document_says_around_its_tasks_a_sound_plan_comes_out(both, issued):
    reading, source = both
    directory, phrases, calendar = known()
    draft = drafted(reading, True, issued, source)
    errors = [found for found in check(draft.plan, directory, phrases, calendar) if found.severity == "error"]
    assert {found.code for found in errors} <= FOR_A_PERSON
    assert drafted(reading, True, issued, source) == draft
    for problem in lint_plan(draft.plan, directory, phrases, calendar):
        assert problem.severity == "warning"


def test_a_reading_without_a_task_is_refused_with_what_to_do():
    with pytest.raises(Problems) as caught:
        drafted(Reading("van-ban.pdf", HeaderReading(), ()), True, None)
    assert caught.value.problems[0].code == "no-task"
    assert "OCR" in caught.value.problems[0].hint
