"""`dondoc read` finds in the five documents what a careful reader finds; each finding rests on the words at fault."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli_home import make_home

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SCORE = SEEDS.parent / "gold" / "score.py"

#: document → rule → lines of the document, as far as a reading can know; 0: the issuer and the coordinator.
#: The table of the lint rules, found again from the text. R6 of 000 and R7 of 002 need the calendar and the record
#: of national decisions (plans/legal_bases.yaml). R8 of 003 also names what a person left untracked.
EXPECTED: dict[str, dict[str, list[int]]] = {
    "000": {"R10": [91, 113, 179], "R3": [115, 115], "R4": [221], "R5": [181], "R6": [195]},
    "001": {"R4": [41, 43]},
    "002": {"R10": [134], "R1": [130], "R6": [37, 55, 130, 130, 144, 146], "R7": [74]},
    "003": {
        "R1": [228], "R4": [287], "R6": [50, 182, 182, 243, 255, 283, 287],
        "R8": [0, 52, 110, 119, 155, 155, 167, 167, 192, 200, 210, 221, 243, 251, 256, 263, 283, 287, 287, 287, 287],
        "R9": [276],
    },
    "004": {"R1": [89], "R2": [63], "R4": [149], "R8": [37, 67, 123, 127]},
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return make_home(tmp_path_factory.mktemp("home"), whole=True)


def seed(number: str) -> Path:
    """One of the five documents."""
    if not SEEDS.is_dir() and not os.environ.get("CI"):
        pytest.skip("the source documents are not here")
    return next(SEEDS.glob(f"{number}_*.txt"))


def found_in(home, document: Path) -> dict[str, list[int]]:
    """Rule → lines of the document."""
    said = home.run("read", "--json", str(document), now="2026-11-21T10:00")
    assert said.code == 0, said.err
    rows: dict[str, list[int]] = {}
    for one in said.value["findings"]:
        line = re.match(r"dòng (\d+)", one["place"])
        rows.setdefault(one["rule"], []).append(int(line[1]) if line else 0)
        assert one["why"]
        assert one["hint"]
        assert not re.search(r"'[a-z0-9-]+'", one["place"] + one["message"]), "an id of a file nobody has"
    return {rule: sorted(lines) for rule, lines in rows.items()}


@pytest.mark.parametrize("number", EXPECTED)
def test_what_read_finds_in_a_document_and_nothing_else(home, number):
    assert found_in(home, seed(number)) == EXPECTED[number]


@pytest.mark.parametrize(
    ("number", "line", "before", "after", "rule", "left"),
    [
        ("000", 89, "Quý II", "Quý I", "R3", []),
        ("001", 41, "định kỳ hàng năm", "trước ngày 15/11/2020", "R4", [43]),
        ("002", 130, "Quý IV/2022", "Quý III/2022", "R1", []),
        ("002", 146, "10/12/2022", "09/12/2022", "R6", [37, 55, 130, 130, 144]),
        ("002", 3, "ngày 19 tháng", "ngày 10 tháng", "R7", []),
        ("003", 278, "30/6/2021", "31/7/2021", "R9", []),
        ("004", 89, "Quý III, quý IV", "Quý III", "R1", []),
        ("004", 53, "Sau khi có Quyết định", "Quý I năm 2025; theo Quyết định", "R2", []),
    ],
)
def test_moving_the_date_at_fault_takes_the_finding_away(home, tmp_path, number, line, before, after, rule, left):
    changed = edited(tmp_path, number, line, before, after)
    assert found_in(home, changed).get(rule, []) == left


@pytest.mark.parametrize(
    ("number", "line", "before", "after", "rule", "lines"),
    [
        ("000", 135, "Quý III", "Quý IV", "R1", [135]),
        ("002", 146, "01/12/2022", "04/12/2022", "R6", [37, 55, 130, 130, 144, 146, 146]),
        ("002", 41, "Tháng 02/2022", "trước ngày 28/01/2022", "R9", [41]),
        ("004", 99, "tháng 11", "tháng 02", "R9", [99]),
    ],
)
def test_a_date_moved_into_trouble_is_found(home, tmp_path, number, line, before, after, rule, lines):
    changed = edited(tmp_path, number, line, before, after)
    assert found_in(home, changed).get(rule, []) == lines


def edited(folder: Path, number: str, line: int, before: str, after: str) -> Path:
    """A copy of a document with one line changed."""
    source = seed(number)
    lines = source.read_text("utf-8").split("\n")
    assert before in lines[line - 1], lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(before, after)
    copy = folder / source.name
    copy.write_text("\n".join(lines), encoding="utf-8")
    return copy


def test_the_page_says_what_was_read_what_is_wrong_and_what_to_do_next(home):
    said = home.run("read", str(seed("002")), now="2026-11-21T10:00").out
    assert "Đọc được" in said
    assert "[R10] dòng 134: mục II.3.5 dẫn chiếu chính nó" in said
    assert "[R7] dòng 74" in said
    assert "76/QĐ-TTg" in said
    assert "[R6] 3 chỗ: hạn 31/12/2022 là ngày nghỉ" in said
    assert said.count("Vì sao: Không có người nhận") == 1
    assert f"dondoc read {seed('002')} -o dak-nong-2022.yaml" in said
    assert not re.search(r"\d{4}-\d\d-\d\d", said), "a day an officer does not write like that"


def test_a_document_without_trouble_says_so(home, tmp_path):
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(
        "UBND TỈNH SÓC TRĂNG\nSóc Trăng, ngày 10 tháng 01 năm 2022\nKẾ HOẠCH\nKhảo sát năm 2022\n\nI. NỘI DUNG\n\n"
        "1. Khảo sát\n\na) Cơ quan thực hiện: Sở Tư pháp.\n\nb) Thời gian thực hiện: trước ngày 20/9/2022.\n",
        encoding="utf-8",
    )
    assert "Soát văn bản: không thấy mâu thuẫn" in home.run("read", str(plan)).out


def test_without_plans_of_an_installation_only_the_text_is_looked_at(home, tmp_path):
    said = home.run("read", "--json", str(seed("002")), DONDOC_PLANS=str(tmp_path / "none"))
    assert [one["rule"] for one in said.value["findings"]] == ["R10"]


def test_what_is_written_is_looked_at_too(home, tmp_path):
    said = home.run("read", str(seed("004")), "-o", str(tmp_path / "nhap.yaml"), now="2026-11-21T10:00")
    assert said.code == 0
    assert "lưu ý R2 · hoạt động" in said.out
    assert "văn bản: dòng 63" in said.out


def test_the_scorer_of_the_field_reads_the_json_with_findings(home, tmp_path):
    document = seed("004")
    gold = next(SCORE.parent.glob("s004_*.json"))
    answer = tmp_path / gold.name
    answer.write_text(home.run("read", "--json", str(document)).out, encoding="utf-8")
    assert json.loads(answer.read_text("utf-8"))["findings"]
    command = [sys.executable, str(SCORE), str(tmp_path), "--only-present"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "004" in done.stdout
