"""`dondoc plan new` from the outside: the file, the list, and the refusals."""

from __future__ import annotations

import pytest

from harness.cli_home import make_home


@pytest.fixture
def home(tmp_path):
    return make_home(tmp_path, whole=True)


def test_a_plan_for_next_year_is_written_and_checked(home):
    said = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027")
    assert said.code == 0
    assert "can-tho-2027.yaml: 10 mục, 22 hoạt động" in said.out
    assert "[kế hoạch] Ngày ban hành 28/01/2027 là giả định" in said.out
    assert "[report-districts] “UBND cấp huyện” không còn" in said.out
    checked = home.run("plan", "check", "can-tho-2027")
    assert checked.code == 1
    assert "còn điều chưa quyết: Sóc Trăng nay thuộc thành phố Cần Thơ" in checked.out
    assert "không hiểu cụm từ" not in checked.out
    refused = home.run("plan", "activate", "can-tho-2027", "--demo-contacts", now="2027-01-28T10:00")
    assert refused.code == 1
    assert "còn điều chưa quyết" in refused.err


def test_once_everything_is_decided_it_can_be_activated(home):
    assert home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027").code == 0
    path = home.plans / "can-tho-2027.yaml"
    kept, skip = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() == "to_decide:":
            skip, depth = True, len(line) - len(line.lstrip())
        elif skip and len(line) - len(line.lstrip()) <= depth:
            skip = False
        if not skip:
            kept.append(line)
            if line.strip() in {"- id: justice-plan", "- id: own-inspection-districts", "- id: report-districts"}:
                kept.append("        leads: [UBND cấp xã]")
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    said = home.run("plan", "activate", "can-tho-2027", "--demo-contacts", "--json", now="2027-01-28T10:00")
    assert said.code == 0
    assert said.value["activities"]["issue-plan"] == 13 + 103


def test_as_json_and_to_a_place_of_ones_own(home):
    out = home.folder / "moi.yaml"
    said = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027", "-o", str(out), "--json")
    assert said.value["file"] == str(out)
    assert said.value["directory"] == "can-tho-2026"
    assert {
        "where": "",
        "text": "Sóc Trăng nay thuộc thành phố Cần Thơ: xác nhận cơ quan ban hành, phạm vi kế hoạch.",
    } in (said.value["to_decide"])
    again = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027", "-o", str(out))
    assert again.code == 1
    assert "đã có" in again.err


@pytest.mark.parametrize(
    ("source", "year", "words"),
    [
        ("soc-trang-2022", "2022", "không dùng được"),
        ("soc-trang-2022", "2090", "chọn từ 2023 đến 2072"),
        ("soc-trang-2202", "2027", "Có phải “soc-trang-2022”?"),
        ("legal_bases", "2027", "lỗi ·"),
    ],
)
def test_refusals_are_said_and_write_nothing(home, source, year, words):
    before = sorted(path.name for path in home.plans.iterdir())
    said = home.run("plan", "new", "--from", source, "--year", year)
    assert said.code == 1
    assert words in said.err
    assert sorted(path.name for path in home.plans.iterdir()) == before


PLACES = {
    "folder": ("-o", "{plans}", "đã có"),
    "no folder": ("-o", "{plans}/khong-co/a.yaml", "Không có thư mục"),
    "no directory": ("--directory", "../../x", "Không có danh mục “../../x”"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_or_a_directory_that_is_not_there(home, place):
    option, value, words = PLACES[place]
    before = sorted(home.plans.rglob("*"))
    said = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027", option, value.format(plans=home.plans))
    assert said.code == 1
    assert words in said.err
    assert sorted(home.plans.rglob("*")) == before


def test_a_year_is_asked_for_in_vietnamese(home):
    said = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "sang năm")
    assert said.code == 2
    assert "--year: 'sang năm' không phải một năm" in said.err


def test_without_a_directory_of_the_new_province_it_says_which(home):
    (home.plans / "agencies" / "can-tho-2026.tsv").unlink()
    said = home.run("plan", "new", "--from", "soc-trang-2022", "--year", "2027")
    assert said.code == 1
    assert "agencies/can-tho-2027.tsv" in said.err
