"""Plan files as people get them wrong: each mistake is named with file and line, all of them at once."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan, with_lines
from documents.working_calendar import read_calendar
from models.problem import Problem, Problems
from rules.plan_check import check

PLANS = Path(__file__).parents[2] / "plans"
GOOD = """\
schema: dondoc/plan/1
plan:
  id: thu-nghiem
  title: Kế hoạch thử
  province: Sóc Trăng
  directory: soc-trang-2022
  issued_on: 2022-01-28
  years: [2022, 2022]
  issuer: UBND tỉnh Sóc Trăng
  coordinator: Sở Tư pháp
sections:
  - id: plans
    kind: issue_plan
    title: Ban hành kế hoạch
    activities:
      - id: make-plan
        title: Ban hành
        leads: ["các Sở, ngành"]
        applied: {form: dated, last_day: 2022-02-28}
      - id: check-plan
        title: Kiểm tra
        leads: [UBND cấp huyện]
        applied: {form: dated, last_day: 2022-06-30}
        needs: {draws_on: [make-plan]}
"""

SECOND_SECTION = "sections:\n  - {id: plans, kind: guide, title: A, activities: [{id: a, title: A, track: none}]}"

#: what is replaced, by what, line, part of the message or hint
MISTAKES: dict[str, tuple[str, str, int, str]] = {
    "unknown phrase": ("các Sở, ngành", "các Sở, ngnàh", 18, "không hiểu cụm từ 'các Sở, ngnàh'"),
    "phrase did you mean": ("các Sở, ngành", "các Sở, ngnàh", 18, "Có phải 'các Sở, ngành"),
    "unknown kind": ("kind: issue_plan", "kind: issue_plans", 13, "Có phải 'issue_plan'?"),
    "unknown key": ("leads: [UBND", "lead: [UBND", 22, "Có phải 'leads'?"),
    "unknown key of the header": ("  issuer:", "  isuer:", 9, "Có phải 'issuer'?"),
    "missing key": ("  coordinator: Sở Tư pháp\n", "", 2, "thiếu khóa 'coordinator'"),
    "circle": ("28}\n", "28}\n        needs: {draws_on: [check-plan]}\n", 20, "make-plan → check-plan → make-plan"),
    "window": ("{form: dated, last_day: 2022-06", "{form: dated, opens: 2022-09-01, last_day: 2022-06", 23, "trước"),
    "same id": ("id: check-plan", "id: make-plan", 20, "dùng hai lần"),
    "same section id": ("sections:", SECOND_SECTION, 13, "dùng hai lần"),
    "unknown need": ("[make-plan]", "[make-plans]", 24, "Có phải 'make-plan'?"),
    "unknown trigger": ("needs: {draws_on: [make-plan]}", "waits_for: {all: [ttg]}", 24, "'ttg'"),
    "unknown same_as": ("needs: {draws_on: [make-plan]}", "same_as: make-pla", 24, "Có phải 'make-plan'?"),
    "date in Vietnamese order": ("2022-01-28", "28/01/2022", 7, "Viết: 2022-01-28"),
    "no such day": ("2022-02-28", "2022-02-30", 19, "không phải một ngày"),
    "day as a number": ("2022-02-28", "20220228", 19, "không phải một ngày"),
    "day outside the years": ("2022-06-30", "2023-06-30", 23, "nằm ngoài các năm"),
    "day before the issue": ("2022-02-28", "2022-01-14", 19, "trước ngày ban hành"),
    "years the wrong way": ("[2022, 2022]", "[2023, 2022]", 2, "năm đầu phải trước"),
    "years without end": ("[2022, 2022]", "[2022, 9999]", 8, "kéo dài 7978 năm"),
    "no calendar": ("[2022, 2022]", "[1999, 2009]", 8, "chưa có lịch làm việc"),
    "undated with a day": ("dated, last_day: 2022-06", "undated, last_day: 2022-06", 23, "không có 'last_day'"),
    "dated without a day": ("{form: dated, last_day: 2022-06-30}", "{form: dated}", 23, "cần 'last_day'"),
    "unknown form": ("form: dated, last_day: 2022-06", "form: datd, last_day: 2022-06", 23, "Có phải 'dated'?"),
    "bad id": ("id: thu-nghiem", "id: Thử nghiệm", 3, "chữ thường không dấu"),
    "number for text": ("title: Kiểm tra", "title: 12", 21, "đặt trong dấu nháy"),
    "text for a list": ("leads: [UBND cấp huyện]", "leads: UBND cấp huyện", 22, "phải là một danh sách"),
    "list for a mapping": ("needs: {draws_on: [make-plan]}", "needs: [make-plan]", 24, "'khóa: giá trị'"),
    "empty title": ("title: Kiểm tra", 'title: ""', 21, "không được để trống"),
    "no leads": ("        leads: [UBND cấp huyện]\n", "", 20, "không có 'leads'"),
    "no applied": ("        applied: {form: dated, last_day: 2022-06-30}\n", "", 20, "chưa có 'applied'"),
    "triggered by nothing": ("{form: dated, last_day: 2022-06-30}", "{form: triggered}", 23, "không nói chờ"),
    "unknown coordinator": ("coordinator: Sở Tư pháp", "coordinator: Sở Tư phap nhân", 10, "không phải một cơ quan"),
    "other directory": ("directory: soc-trang-2022", "directory: lai-chau", 6, "danh mục 'lai-chau'"),
    "policy": ("needs: {draws_on: [make-plan]}", "policy: {before: [3, 3]}", 24, "khác nhau"),
    "policy rung": ("needs: {draws_on: [make-plan]}", "policy: {after: [{day: 1, act: dispatch}]}", 24, "cần 'sender'"),
    "later schema": ("needs: {draws_on: [make-plan]}", "when: có vi phạm", 24, "để dành"),
    "other schema": ("dondoc/plan/1", "dondoc/plan/9", 1, "Có phải 'dondoc/plan/1'?"),
    "duplicate key": ("  id: thu-nghiem\n", "  id: thu-nghiem\n  id: khac\n", 4, "viết hai lần"),
    "broken YAML": ("[UBND cấp huyện]", "[UBND cấp huyện", 23, "cú pháp YAML"),
    "tab": ("  id: thu-nghiem", "\tid: thu-nghiem", 3, "cú pháp YAML"),
    "alias": ("draws_on: [make-plan]", "draws_on: &a [*a]", 24, "bí danh"),
    "control character": ("title: Kiểm tra", 'title: "Kiểm\\0 tra"', 21, "ký tự điều khiển"),
}  # fmt: skip


@pytest.fixture(scope="module")
def surroundings():
    return (
        read_directory(PLANS / "agencies/soc-trang-2022.tsv"),
        read_phrases(PLANS / "phrases.yaml"),
        read_calendar(PLANS / "calendar", 2020, 2028),
    )


def found_in(path: Path, surroundings) -> list[Problem]:
    try:
        plan = read_plan(path)
    except Problems as error:
        return list(error.problems)
    return with_lines(path, check(plan, *surroundings))


def line_of(problem: Problem) -> int:
    return int(problem.place.split()[1].strip("("))


def test_the_plan_they_are_made_from_is_good(tmp_path, surroundings):
    path = tmp_path / "plan.yaml"
    path.write_text(GOOD, "utf-8")
    assert found_in(path, surroundings) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_line(name, tmp_path, surroundings):
    old, new, line, part = MISTAKES[name]
    assert GOOD.count(old) >= 1
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    problems = found_in(path, surroundings)
    told = [one for one in problems if part in f"{one.message} {one.hint}"]
    assert told, problems
    assert told[0].file == "ke-hoach.yaml"
    assert line_of(told[0]) == line
    assert told[0].severity == "error"
    assert told[0].code


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (b"", "tệp trống"),
        (b"# only a comment\n", "tệp trống"),
        (GOOD.encode("utf-16"), "UTF-16"),
        (GOOD.encode("utf-16-le"), "UTF-16"),
        (GOOD.replace("Kế hoạch thử", "").encode() + b"# K\xd5 ho\xb9ch\n", "byte 0xD5"),
        (b"- a\n- b\n", "khóa: giá trị"),
        (b"chi la chu", "khóa: giá trị"),
        (b"a: " + b"[" * 3000, "quá sâu"),
        (b"a: " + b"[" * 60 + b"]" * 60, "quá sâu"),
        (GOOD.encode() + b"---\na: 1\n", "cú pháp YAML"),
        (b"- " * 3000, "quá sâu"),
        (b"a: 1\n" * 500_000, "lớn hơn"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_plan_at_all(raw, part, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(raw)
    read_or_refused(path)
    with pytest.raises(Problems) as error:
        read_plan(path)
    assert part in str(error.value)
    assert all(one.file == "plan.yaml" for one in error.value.problems)


def test_wrong_encoding_names_the_line(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(GOOD.replace("Kiểm tra", "KIEM").encode().replace(b"KIEM", b"Ki\xd3m tra"))
    with pytest.raises(Problems) as error:
        read_plan(path)
    assert [(line_of(one), one.code) for one in error.value.problems] == [(21, "wrong-encoding")]


def test_a_missing_file_is_a_problem(tmp_path):
    with pytest.raises(Problems, match="không đọc được tệp"):
        read_plan(tmp_path / "nowhere.yaml")


def test_all_problems_of_a_file_come_at_once(tmp_path):
    path = tmp_path / "plan.yaml"
    broken = GOOD.replace("kind: issue_plan", "kind: ban_hanh").replace("  issuer:", "  isuer:")
    broken = broken.replace("2022-02-28", "28/2/2022").replace("    title: Ban hành kế hoạch\n", "")
    path.write_text(broken + "sections: []\n", "utf-8")
    with pytest.raises(Problems) as error:
        read_plan(path)
    codes = [(line_of(one), one.code) for one in error.value.problems]
    assert codes == [
        (2, "missing-key"), (9, "unknown-key"), (12, "missing-key"), (13, "unknown-value"),
        (18, "bad-date"), (24, "duplicate-key"),
    ]  # fmt: skip


def test_problems_of_the_content_come_at_once(tmp_path, surroundings):
    path = tmp_path / "plan.yaml"
    broken = GOOD.replace("các Sở, ngành", "các Phòng lạ").replace("[make-plan]", "[khong-co]")
    path.write_text(broken.replace("2022-06-30", "2031-06-30"), "utf-8")
    found = found_in(path, surroundings)
    assert {one.code for one in found} == {"unknown-phrase", "unknown-id", "last-day-outside"}


def test_a_day_outside_the_calendar_is_no_crash(tmp_path, surroundings):
    path = tmp_path / "plan.yaml"
    path.write_text(GOOD.replace("2022-02-28", f"{date.max}"), "utf-8")
    assert {one.code for one in found_in(path, surroundings)} == {"last-day-outside"}


def read_or_refused(path: Path) -> None:
    """Read whatever is there; anything but `Problems` escapes and fails the test."""
    started = time.perf_counter()
    with suppress(Problems):
        read_plan(path)
    assert time.perf_counter() - started < 2


FUZZ = settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(raw=st.binary(max_size=400))
def test_random_bytes_are_refused_politely(raw, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(raw)
    read_or_refused(path)


YAMLISH = st.sampled_from(
    ["&a ", "*a", "!!binary ", "!!set {", "<<: ", "? ", "- ", ": ", "{", "}", "[", "]", "'", '"', "|\n", ">-\n", "\n",
     "  ", "%YAML 1.1\n", "---\n", "...\n", "#", "0x1F", "1_000", ".inf", "~", "yes", "12:30", "2022-01-01T00:00:00",
     "\\ud800", "\u2028", "ắ", "9" * 30, "9999-12-31", "0000-00-00"]
)  # fmt: skip


@FUZZ
@given(edits=st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), YAMLISH), min_size=1, max_size=6))
def test_mutated_plans_are_read_or_refused(edits, tmp_path):
    text = GOOD
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    path = tmp_path / "plan.yaml"
    path.write_text(text, "utf-8")
    read_or_refused(path)
