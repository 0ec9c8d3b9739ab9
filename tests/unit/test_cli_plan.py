"""`dondoc plan …`: every mistake of a plan file in one answer, with place and hint; nothing half done."""

from __future__ import annotations

import pytest

from harness.cli_home import SMALL_PLAN, make_home

ACTIVATION = "2022-01-28T10:00"


@pytest.fixture
def home(tmp_path):
    return make_home(tmp_path)


def write(home, name: str, text: str) -> None:
    (home.plans / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_check_counts_the_assignments_of_the_first_plan(home):
    said = home.run("plan", "check", "soc-trang-2022")
    assert said.code == 0
    assert "11 mục, 25 hoạt động, 839 nhiệm vụ" in said.out
    assert "0 lỗi, 6 lưu ý" in said.out


def test_check_as_json(home):
    value = home.run("plan", "check", "soc-trang-2022", "--json").value
    assert value["ok"] is True
    assert value["assignments"] == 839
    assert value["sections"][0]["activities"]["issue-plan"] == 138
    assert {problem["code"] for problem in value["problems"]} == {
        "assumed-issue-date",
        "last-day-off",
        "lead-not-named",
        "no-time-to-build",
        "undated-report",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("leads: [Sở Y tế]", "lead: [Sở Y tế]", "Có phải 'leads'?"),
        ("[Sở Y tế, Sở Xây dựng]", "[Sở Y tế, Sở Xay dung nha]", "Có phải 'Sở Xây dựng'?"),
        ("kind: issue_plan", "kind: issue_plans", "Có phải 'issue_plan'?"),
        ("2022-02-28}", "2022-02-28}\n        needs: {draws_on: [make-plan]}", "make-plan"),
        ("last_day: 2022-02-28", "last_day: 2022-02-30", "không phải một ngày"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_hint(home, old, new, expected):
    write(home, "sai", SMALL_PLAN.replace(old, new, 1))
    said = home.run("plan", "check", "sai")
    assert said.code == 1
    assert expected in said.out
    assert "sai.yaml:" in said.out
    assert "dòng" in said.out


def test_a_circle_is_an_error(home):
    circle = SMALL_PLAN.replace("2022-02-28}", "2022-02-28}\n        needs: {after: [{activity: collect}]}")
    circle = circle.replace("{form: ongoing}", "{form: ongoing}\n        needs: {after: [{activity: make-plan}]}")
    write(home, "vong", circle)
    said = home.run("plan", "check", "vong")
    assert said.code == 1
    assert "make-plan → collect → make-plan" in said.out


def test_all_mistakes_come_at_once_also_as_json(home):
    write(home, "sai", SMALL_PLAN.replace("kind: issue_plan", "kind: plans").replace("years:", "year:"))
    said = home.run("plan", "check", "sai", "--json")
    assert said.code == 1
    assert said.value["ok"] is False
    assert len(said.value["problems"]) >= 2
    assert said.value["assignments"] == 0


def test_a_file_in_an_old_encoding_is_named(home):
    (home.plans / "cu.yaml").write_bytes(SMALL_PLAN.encode("utf-16"))
    said = home.run("plan", "check", "cu")
    assert said.code == 1
    assert "UTF-16" in said.out
    assert "UTF-8" in said.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [("soc-trang-2002", "Có phải “soc-trang-2022”?"), ("lai-chau", "Có: soc-trang-2022, thu-nghiem")],
)
def test_an_unknown_plan_is_answered_with_what_there_is(home, name, expected):
    said = home.run("plan", "check", name)
    assert said.code == 1
    assert expected in said.err


def test_a_missing_file_is_named(home):
    said = home.run("plan", "check", "khong/co.yaml")
    assert said.code == 1
    assert "không đọc được tệp" in said.out


def test_activation_without_addresses_names_each_agency_and_makes_nothing(home):
    said = home.run("plan", "activate", "thu-nghiem", now=ACTIVATION)
    assert said.code == 1
    assert "Sở Y tế chưa có địa chỉ" in said.err
    assert "Sở Xây dựng chưa có địa chỉ" in said.err
    assert said.err.count("dondoc agency import") == 1
    assert "Chưa có kế hoạch nào" in home.run("status").err


def test_activation_of_a_plan_with_errors_makes_nothing(home):
    write(home, "sai", SMALL_PLAN.replace("Sở Xây dựng]", "Sở Xay dung nha]"))
    said = home.run("plan", "activate", "sai", "--demo-contacts", now=ACTIVATION)
    assert said.code == 1
    assert "không hiểu cụm từ 'Sở Xay dung nha'" in said.err
    assert "Chưa có kế hoạch nào" in home.run("status").err


def test_activating_twice_is_refused(home):
    first = home.run("plan", "activate", "thu-nghiem", "--demo-contacts", "--json", now=ACTIVATION)
    assert first.code == 0
    assert first.value["activities"] == {"make-plan": 2, "set-up-team": 1, "collect": 4}
    second = home.run("plan", "activate", "thu-nghiem", now=ACTIVATION)
    assert second.code == 1
    assert "đã được kích hoạt" in second.err
    assert sum(one["assigned"] for one in sections(home)) == 7


def sections(home) -> list[dict]:
    found = home.run("status", "thu-nghiem", "--json").value["sections"]
    return [one | {"assigned": sum(one["by_state"].values())} for one in found]


def test_activation_with_a_bad_sheet_names_its_rows(home, tmp_path):
    sheet = tmp_path / "dau-moi.csv"
    sheet.write_text("cơ quan,vai trò,email\nSở Y té,đầu mối,a@b.vn\nSở Xây dựng,thư ký,không phải\n", encoding="utf-8")
    said = home.run("plan", "activate", "thu-nghiem", "--contacts", str(sheet), now=ACTIVATION)
    assert said.code == 1
    assert "dòng 3" in said.err
    assert "vai trò 'thư ký'" in said.err


def test_show_puts_the_words_beside_the_day(home):
    said = home.run("plan", "show", "thu-nghiem", "--members")
    assert said.code == 0
    assert "“trong tháng 02 năm 2022” (dòng 73)" in said.out
    assert "07/02/2022 → 28/02/2022" in said.out
    assert "chờ quyet-dinh" in said.out


def test_show_of_an_active_plan_is_the_plan_that_was_activated(home):
    home.activate_small()
    write(home, "thu-nghiem", SMALL_PLAN.replace("Kế hoạch thử", "Kế hoạch khác"))
    assert home.run("plan", "show", "thu-nghiem", "--json").value["plan"]["title"] == "Kế hoạch thử"
    path = str(home.plans / "thu-nghiem.yaml")
    assert home.run("plan", "show", path, "--json").value["plan"]["title"] == "Kế hoạch khác"


def test_diff_of_the_active_plan_and_an_amended_file(home):
    home.activate_small()
    amended = SMALL_PLAN.replace("last_day: 2022-02-28", "last_day: 2022-03-31").replace("id: collect", "id: gather")
    write(home, "sua-doi", amended.replace("title: Thành lập Tổ", "title: Lập Tổ"))
    value = home.run("plan", "diff", "thu-nghiem", str(home.plans / "sua-doi.yaml"), "--json").value
    found = {(change["activity"], change["change"]) for change in value["changes"]}
    assert found == {("make-plan", "date"), ("set-up-team", "title"), ("gather", "added"), ("collect", "removed")}
    assert value["same"] == 0
    assert "đổi thời hạn" in home.run("plan", "diff", "thu-nghiem", str(home.plans / "sua-doi.yaml")).out


def test_closing_asks_to_be_sure_and_ends_everything(home):
    home.activate_small()
    asked = home.run("plan", "close", "thu-nghiem", "--reason", "hết năm", now="2022-12-31")
    assert asked.code == 1
    assert "Còn 7 nhiệm vụ" in asked.err
    assert home.run("plan", "close", "thu-nghiem", "--reason", "hết năm", "--yes", now="2022-12-31").code == 0
    late = home.run("submit", "make-plan so-y-te", "--number", "1/KH", now="2022-12-31")
    assert late.code == 1
    assert "đã kết thúc ngày 31/12/2022" in late.err
