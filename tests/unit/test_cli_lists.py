"""Lists for people and for machines: agencies, status, mails, dispatches, items."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from harness.cli_home import make_home


@pytest.fixture(scope="module")
def late(tmp_path_factory):
    """The small plan on 16/3/2022: both departments are late, two drafts wait."""
    home = make_home(tmp_path_factory.mktemp("late"))
    home.activate_small()
    assert home.run("run", now="2022-03-16T08:05").code == 0
    return home


def test_agencies_before_any_activation(tmp_path):
    home = make_home(tmp_path)
    value = home.run("agency", "list", "--group", "các Sở, ngành", "--on", "28/01/2022", "--json").value
    assert len(value) == 18
    assert value[0]["addresses"] == {}
    today = home.run("agency", "list", "--group", "các Sở, ngành", now="2026-01-05")
    assert today.code == 1
    assert "không có cơ quan nào vào ngày 05/01/2026" in today.err


def test_agencies_of_a_plan_have_their_addresses(late):
    said = late.run("agency", "list", "--plan", "thu-nghiem", "--group", "UBND cấp huyện", "--json")
    assert len(said.value) == 11
    assert all(entry["addresses"]["focal_point"] for entry in said.value)
    assert (
        "11 cơ quan, 11 có địa chỉ"
        in late.run("agency", "list", "--plan", "thu-nghiem", "--group", "UBND cấp huyện").out
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--group", "các Sở, ngnah", "--on", "2022-02-01"), "Có phải “các Sở, ngành”"),
        (("--directory", "soc-trang-2202"), "Có phải “soc-trang-2022”?"),
        (("--group", "các cơ quan liên quan", "--on", "2022-02-01"), "tập hợp mở"),
    ],
)
def test_what_is_no_group_or_directory_is_answered_with_what_is(late, args, message):
    said = late.run("agency", "list", *args)
    assert said.code == 1
    assert message in said.err


def test_importing_contacts_twice_replaces_them(late, tmp_path):
    sheet = tmp_path / "dau-moi.csv"
    sheet.write_text("cơ quan,vai trò,email\nSở Giao thông vận tải,đầu mối,moi@gtvt.example\n", encoding="utf-8")
    late.run("agency", "import", str(sheet))
    value = late.run("agency", "import", str(sheet), "--json").value
    assert value == {"directory": "soc-trang-2022", "agencies": 1, "contacts": 1, "replaced": 1}


def test_a_sheet_with_mistakes_names_every_row(late, tmp_path):
    sheet = tmp_path / "dau-moi.csv"
    sheet.write_text("cơ quan,vai trò,email\nSở Giao thong,đầu mối,a@b.vn\nSở Y tế,đầu mối,a@\n", encoding="utf-8")
    said = late.run("agency", "import", str(sheet))
    assert said.code == 1
    assert "dòng 2" in said.err
    assert "dòng 3" in said.err
    assert "2 lỗi, 0 lưu ý" in said.err


def test_status_counts_and_names_who_is_late(late):
    value = late.run("status", "thu-nghiem", "--json", now="2022-03-16").value
    assert value["late"] == 2
    assert value["drafts"] == 2
    assert value["sections"][0]["by_state"] == {"open": 2, "waiting": 1}
    rows = late.run("status", "--late", "--json", now="2022-03-16").value
    assert [(row["agency_id"], row["days_late"]) for row in rows] == [
        ("soc-trang/so-xay-dung", 16),
        ("soc-trang/so-y-te", 16),
    ]
    assert "Trễ hạn: 2." in late.run("status", now="2022-03-16").out


@pytest.mark.parametrize("named", ["so-y-te", "soc-trang/so-y-te", "Sở Y tế", "so y te"])
def test_an_agency_may_be_named_in_several_ways(late, named):
    rows = late.run("status", "thu-nghiem", "--agency", named, "--json").value
    assert {row["agency_id"] for row in rows} == {"soc-trang/so-y-te"}
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("thu-nghiem", "--section", "plan"), "Có phải “plans”?"),
        (("thu-nghiem", "--agency", "Sở Y tá"), "Sở Y tế (soc-trang/so-y-te)"),
        (("thu-nghiem", "--agency", "UBND phường 1"), "Có 3 cơ quan"),
        (("khong-co",), "Không có kế hoạch “khong-co”"),
    ],
)
def test_what_status_does_not_know_is_answered_with_what_it_knows(late, args, message):
    said = late.run("status", *args)
    assert said.code == 1
    assert message in said.err


def test_a_mail_is_shown_to_the_byte(late):
    mails = late.run("mail", "list", "--state", "sent", "--json").value
    assert {mail["state"] for mail in mails} == {"sent"}
    number = str(mails[0]["id"])
    raw = message_from_bytes(late.shell("mail", "show", number, "--raw").out.encode())
    assert raw["To"]
    assert raw["Message-ID"] == mails[0]["message_id"]
    assert late.run("mail", "show", number).out.startswith("From: Sở Tư pháp <")
    assert "<html" in late.run("mail", "show", number, "--html").out
    assert "THƯ NHẮC VIỆC" in late.run("mail", "show", number, "--text").out


def test_mails_of_one_address(late):
    address = late.run("mail", "list", "--limit", "1", "--json").value[0]["address"]
    found = late.run("mail", "list", "--address", address.upper(), "--json").value
    assert {mail["address"] for mail in found} == {address}
    assert late.run("mail", "show", "9999").code == 1


def test_items_are_done_once(late):
    assert late.run("item", "list", "--json").value == []
    assert "Không có việc số 1" in late.run("item", "done", "1").err


def test_dispatches_are_drafted_signed_and_voided(late, tmp_path):
    drafts = late.run("dispatch", "list", "thu-nghiem", "--json").value
    assert [(draft["rung"], draft["sender"], draft["lines"]) for draft in drafts] == [
        (3, "department", 2),
        (7, "province", 2),
    ]
    said = late.run("dispatch", "draft", "thu-nghiem", "--out", str(tmp_path))
    assert said.out.endswith("2 dự thảo.\n")
    assert len(list(tmp_path.glob("*.docx"))) == 2
    args = ("--number", "12/STP-XDKT", "--date", "4/3/2022")
    assert late.run("dispatch", "sign", "1", *args, now="2022-03-16").code == 0
    again = late.run("dispatch", "sign", "1", *args, now="2022-03-16")
    assert (again.code, "đã ký: 12/STP-XDKT ngày 04/03/2022" in again.err) == (1, True)
    assert late.run("dispatch", "void", "2", "--reason", "đã họp giao ban").code == 0
    assert "không còn là dự thảo" in late.run("dispatch", "draft", "2").err
    states = [draft["state"] for draft in late.run("dispatch", "list", "--json").value]
    assert states == ["signed", "voided"]
