"""From a reading to a plan file on disk: what the check says of it, and how near it is to the plan made by hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from cli.errors import NoSuchDirectory
from cli.read_plan import FileInTheWay, say_draft, write_draft
from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan
from documents.reader.read import read_text
from documents.sources import read_source
from engine.blueprint import check_plan
from harness.cli_home import make_home
from harness.gold_reading import gold_reading
from harness.plan_likeness import likeness
from models.problem import Problems
from models.reading import HeaderReading, Reading

TODAY = date(2026, 11, 21)
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
#: Document → the plan made by hand, and the share of its tracked activities a draft has to have: from the gold reading
#: alone, which leaves out undated responsibilities, and from the document itself.
BY_HAND = {
    "000": ("soc-trang-2022", 0.70, 0.95),
    "001": ("soc-trang-2020", 0.75, 0.75),
    "002": ("dak-nong-2022", 0.80, 0.95),
    "003": ("bac-giang-2021", 0.70, 0.90),
    "004": ("lai-chau-2025", 0.80, 1.00),
}


@pytest.fixture
def home(tmp_path):
    return make_home(tmp_path, whole=True)


def drafted(home, number: str, **more):
    path = home.plans / "nhap.yaml"
    return write_draft(gold_reading(number), path, home.plans, TODAY, **more).draft, path


def read_and_drafted(home, number: str, **more):
    """The draft of the document itself, as `dondoc read -o` makes it."""
    if not SEEDS.is_dir() and not os.environ.get("CI"):
        pytest.skip("the source documents are not here")
    source = read_source(next(SEEDS.glob(f"{number}_*.txt")))
    path = home.plans / "nhap.yaml"
    return write_draft(read_text(source), path, home.plans, TODAY, source=source, **more).draft, path


def decide_all(path: Path) -> None:
    """A person has decided: the lines are deleted."""
    kept, inside = [], False
    for line in path.read_text("utf-8").splitlines():
        inside = line.strip() == "to_decide:" or (inside and line.strip().startswith("- ") and "id:" not in line)
        kept.extend([] if inside or line.strip().startswith("to_decide: [") else [line])
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


@pytest.mark.parametrize("number", BY_HAND)
@pytest.mark.parametrize("draft_of", [drafted, read_and_drafted], ids=["gold", "document"])
def test_the_check_finds_nothing_but_what_a_person_has_to_decide(home, number, draft_of):
    draft, path = draft_of(home, number)
    checked = check_plan(path, home.plans)
    assert {problem.code for problem in checked.errors} <= {"to-decide"}
    assert len(checked.errors) == len(draft.to_decide)
    assert read_plan(path) == draft.plan


@pytest.mark.parametrize("number", BY_HAND)
def test_once_decided_nothing_is_wrong(home, number):
    _, path = read_and_drafted(home, number)
    decide_all(path)
    said = home.run("plan", "check", "nhap")
    assert said.code == 0, said.out


@pytest.mark.parametrize("number", ["002", "004"])
def test_once_decided_the_year_can_be_run(home, number):
    """A whole year of a draft: about 7 s each."""
    _, path = read_and_drafted(home, number)
    decide_all(path)
    said = home.run("simulate", "nhap", "--json")
    assert said.code == 0, said.out + said.err
    assert said.value


@pytest.mark.parametrize("number", BY_HAND)
@pytest.mark.parametrize("draft_of", [drafted, read_and_drafted], ids=["gold", "document"])
def test_how_much_of_the_plan_made_by_hand_is_found(home, number, draft_of):
    name, of_gold, of_document = BY_HAND[number]
    floor = of_gold if draft_of is drafted else of_document
    by_hand = read_plan(home.plans / f"{name}.yaml")
    draft, _ = draft_of(home, number, issued=by_hand.plan.issued_on, directory=by_hand.plan.directory)
    directory = read_directory(home.plans / "agencies" / f"{by_hand.plan.directory}.tsv")
    found = likeness(by_hand, draft.plan, directory, read_phrases(home.plans / "phrases.yaml"))
    assert found.share >= floor, f"{found.share:.2f}, missed: {found.missed}, extra: {found.extra}"


@pytest.mark.parametrize(("number", "key"), [("000", "soc-trang-2022"), ("002", "dak-nong-2022")])
def test_the_directory_is_that_of_the_province_on_the_issue_date(home, number, key):
    draft, _ = drafted(home, number)
    assert draft.plan.plan.directory == key


def test_without_a_directory_of_the_province_a_person_is_asked_for_one(home):
    for path in (home.plans / "agencies").glob("dak-nong*.tsv"):
        path.unlink()
    draft, _ = drafted(home, "002")
    assert any("danh mục cơ quan" in item.text for item in draft.to_decide)
    assert draft.plan.groups == {}


def test_a_directory_can_be_named_and_must_exist(home):
    assert drafted(home, "002", directory="soc-trang-2022")[0].plan.plan.directory == "soc-trang-2022"
    with pytest.raises(NoSuchDirectory, match="soc-trang-2022"):
        drafted(home, "002", directory="khong-co", force=True)


def test_an_existing_file_is_not_overwritten_without_force(home):
    path = home.plans / "nhap.yaml"
    path.write_text("cũ", encoding="utf-8")
    with pytest.raises(FileInTheWay, match="--force"):
        write_draft(gold_reading("000"), path, home.plans, TODAY)
    assert path.read_text("utf-8") == "cũ"
    write_draft(gold_reading("000"), path, home.plans, TODAY, force=True)
    assert path.read_text("utf-8").startswith("schema: dondoc/plan/1")


def test_nothing_is_left_behind_when_there_is_no_task(home):
    before = sorted(home.plans.iterdir())
    with pytest.raises(Problems, match="không tìm thấy nhiệm vụ nào"):
        write_draft(Reading("a.txt", HeaderReading(), ()), home.plans / "nhap.yaml", home.plans, TODAY)
    assert sorted(home.plans.iterdir()) == before


def test_the_screen_says_what_was_written_what_is_open_and_what_was_passed_over(home, capsys):
    draft, path = drafted(home, "000")
    say_draft(draft, path, [])
    said = capsys.readouterr().out
    assert f"{len(draft.plan.sections)} mục" in said
    assert "Sửa 'issued_on' khi biết." in said
    assert "Trách nhiệm của Giám đốc Sở Tư pháp" in said
    assert "dondoc plan check" in said
