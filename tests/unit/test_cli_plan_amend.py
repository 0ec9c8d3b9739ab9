"""`dondoc plan amend`: shows what a document will do, asks, does it once; and the versions it leaves."""

from __future__ import annotations

import pytest

from harness.cli_home import SMALL_PLAN, Home, Said, make_home

DOCUMENT = ("--number", "45/KH-UBND", "--date", "10/02/2022", "--signer", "Lâm Hoàng Nghiệp")
NOW = "2022-02-10T09:00"
AMENDED = SMALL_PLAN.replace("last_day: 2022-02-28", "last_day: 2022-03-31").replace("id: collect", "id: gather")


@pytest.fixture
def home(tmp_path):
    home = make_home(tmp_path)
    home.activate_small()
    return home


def amend(home: Home, text: str, *options: str, now: str = NOW) -> Said:
    (home.plans / "sua-doi.yaml").write_text(text, encoding="utf-8")
    return home.run("plan", "amend", "sua-doi", *DOCUMENT, *options, now=now)


def test_it_shows_what_it_will_do_and_does_nothing_unasked(home):
    said = amend(home, AMENDED)
    assert said.code == 1
    assert "đổi thời hạn" in said.out
    assert "1 giữ nguyên, 2 đổi hạn, 4 rút, 0 chờ người quyết định, 4 giao mới, 0 giao lại" in said.out
    assert "thêm --yes" in said.err
    assert home.run("status", "thu-nghiem", "--list", "--json").out.count("2022-03-31") == 0


def test_with_consent_it_is_done_once(home):
    said = amend(home, AMENDED, "--yes")
    assert said.code == 0, said.err
    assert "Đã sửa đổi kế hoạch thu-nghiem theo văn bản số 45/KH-UBND ngày 10/02/2022: bản 2." in said.out
    again = amend(home, AMENDED, "--yes", now="2022-02-10T10:00")
    assert again.code == 0
    assert "không có gì thay đổi" in again.out
    assert [one["version"] for one in home.run("plan", "versions", "thu-nghiem", "--json").value] == [1, 2]


def test_as_json(home):
    shown = amend(home, AMENDED, "--json")
    assert (shown.code, shown.value["applied"]) == (1, False)
    done = amend(home, AMENDED, "--json", "--yes").value
    assert (done["applied"], done["version"], done["same"]) == (True, 2, False)
    assert done["duties"] == {
        "kept": 1, "moved": 2, "withdrawn": 4, "to_decide": 0, "made": 4, "reinstated": 0,
    }  # fmt: skip
    assert done["activities"]["gather"] == {"made": 4}
    assert {(one["activity"], one["change"]) for one in done["changes"]} == {
        ("make-plan", "date"), ("gather", "added"), ("collect", "removed"),
    }  # fmt: skip
    same = amend(home, AMENDED, "--json", "--yes").value
    assert (same["same"], same["applied"]) == (True, False)


def test_versions_name_their_documents(home):
    amend(home, AMENDED, "--yes")
    said = home.run("plan", "versions", "thu-nghiem")
    assert "45/KH-UBND" in said.out
    assert "Lâm Hoàng Nghiệp" in said.out
    assert "10/02/2022 09:00" in said.out


def test_what_runs_afterwards_is_the_new_version(home):
    amend(home, AMENDED, "--yes")
    shown = home.run("plan", "show", "thu-nghiem", "--json").value
    assert [part["id"] for section in shown["sections"] for part in section["activities"]][-1] == "gather"
    value = home.run("plan", "diff", "thu-nghiem", str(home.plans / "sua-doi.yaml"), "--json").value
    assert (value["changes"], value["header"]) == ([], [])


def test_every_reason_against_it_comes_at_once(home):
    wrong = AMENDED.replace("kind: issue_plan", "kind: train").replace("2022-03-31", "2022-02-09")
    (home.plans / "sua-doi.yaml").write_text(wrong, encoding="utf-8")
    late = ("--number", " ", "--date", "11/02/2022", "--signer", "A")
    said = home.run("plan", "amend", "sua-doi", *late, "--yes", now=NOW)
    assert said.code == 1
    for reason in ("thiếu số hoặc người ký", "ở sau hôm nay", "Đặt mã mục và mã hoạt động mới", "đã qua"):
        assert reason in said.err
    assert "4 lỗi" in said.err
    assert [one["version"] for one in home.run("plan", "versions", "thu-nghiem", "--json").value] == [1]


def test_a_plan_that_does_not_run_is_named(home):
    said = amend(home, SMALL_PLAN.replace("id: thu-nghiem", "id: khac"))
    assert said.code == 1
    assert "Kế hoạch “khac” chưa được kích hoạt" in said.err


def test_the_document_is_required(home):
    said = home.run("plan", "amend", "thu-nghiem", now=NOW)
    assert said.code == 2
    assert "--number" in said.err


def test_a_changed_header_is_shown(home):
    said = amend(home, SMALL_PLAN.replace("title: Kế hoạch thử", "title: Kế hoạch thử (sửa đổi)"), "--yes")
    assert said.code == 0
    assert "Kế hoạch thử (sửa đổi)" in said.out
    assert home.run("plan", "show", "thu-nghiem", "--json").value["plan"]["title"] == "Kế hoạch thử (sửa đổi)"
