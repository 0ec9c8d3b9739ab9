"""What people do from the command line: one clear line when it worked, one clear reason when it did not."""

from __future__ import annotations

import shutil

import pytest

from harness.cli_home import Home, make_home

DAY = "2022-02-10"
Y_TE = "thu-nghiem/make-plan/soc-trang/so-y-te/once"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    home = make_home(tmp_path_factory.mktemp("opened"))
    home.activate_small()
    return home


@pytest.fixture
def home(opened, tmp_path):
    shutil.copytree(opened.folder, tmp_path / "home")
    return Home(tmp_path / "home")


def state(home, key: str = Y_TE) -> str:
    return next(one["state"] for one in home.run("status", "--list", "--json").value if one["key"] == key)


def test_submit_return_submit_accept(home):
    said = home.run("submit", "make-plan", "so-y-te", "--number", "12/KH-SYT", "--date", "9/2/2022", now=DAY)
    assert (said.code, said.out) == (0, f"{Y_TE}: Chờ xác nhận, hạn 28/02/2022\n")
    said = home.run("return", Y_TE, "--redo-by", "18/02/2022", "--reason", "thiếu phụ lục", now=DAY)
    assert (said.code, state(home)) == (0, "returned")
    assert home.run("submit", Y_TE, "--number", "13/KH-SYT", "--received-on", "2022-02-11", now="2022-02-12").code == 0
    assert home.run("accept", "so-y-te make-plan", now="2022-02-14").code == 0
    assert state(home) == "accepted"


def test_the_name_of_who_did_it_is_in_the_minutes(home):
    assert home.run("submit", Y_TE, "--number", "1/KH", "--by", "Trần Thị B", now=DAY).code == 0
    from store import assignments
    from store.database import Database

    database = Database(f"sqlite:///{home.folder / 'data' / 'dondoc.db'}")
    with database.read() as session:
        row = assignments.by_key(session, Y_TE)
        assert [event.actor for event in assignments.events_of(session, row.id)] == ["don-doc", "Trần Thị B"]
    database.dispose()


def test_not_needed_is_declared_then_confirmed(home):
    assert home.run("not-needed", Y_TE, "--reason", "đã sáp nhập", now=DAY).code == 0
    assert state(home) == "submitted"
    assert home.run("accept", Y_TE, now=DAY).code == 0
    assert state(home) == "not_needed"


def test_an_extension_of_the_provinces_day_needs_its_document(home):
    asked = home.run("extend", "ask", "make-plan", "so-y-te", "31/03/2022", "--reason", "chờ hướng dẫn", now=DAY)
    assert asked.code == 0
    bare = home.run("extend", "grant", Y_TE, now=DAY)
    assert bare.code == 1
    assert "số, ngày và người ký" in bare.err
    document = ("--number", "3/UBND-NC", "--date", "10/02/2022", "--signer", "Nguyễn Văn A")
    granted = home.run("extend", "grant", Y_TE, *document, now=DAY)
    assert (granted.code, granted.out) == (0, f"{Y_TE}: Đang thực hiện, hạn 31/03/2022\n")
    again = home.run("extend", "refuse", Y_TE, "--reason", "muộn", now=DAY)
    assert again.code == 1
    assert "Không có đề nghị gia hạn" in again.err


def test_suspend_resume_withdraw(home):
    assert home.run("suspend", Y_TE, "--reason", "chờ ý kiến", now=DAY).code == 0
    assert home.run("resume", Y_TE, now=DAY).code == 0
    assert home.run("withdraw", Y_TE, "--reason", "văn bản 5/UBND", now=DAY).code == 0
    assert state(home) == "withdrawn"


def test_an_event_opens_what_waits_for_it(home):
    assert "quyet-dinh" in home.run("trigger", "thu-nghiem").out
    said = home.run("trigger", "thu-nghiem", "quyet-dinh", "--number", "76/QĐ-TTg", "--date", "09/02/2022", now=DAY)
    assert said.code == 0
    assert "set-up-team" in said.out
    assert home.run("run", "--no-mail", now="2022-02-11T08:05").code == 0
    team = "thu-nghiem/set-up-team/soc-trang/so-y-te/once"
    assert state(home, team) == "open"
    said = home.run("set-date", "set-up-team", "2022-03-31", "--document", "76/QĐ-TTg", now="2022-02-11")
    assert (said.code, said.out) == (0, f"{team}: Đang thực hiện, hạn 31/03/2022\n")


REFUSED = {
    "ambiguous": (("submit", "so-y-te"), "“so-y-te” khớp 6 nhiệm vụ", f"  {Y_TE}"),
    "misspelt": (("submit", "make-plan", "so-y-the"), "Không có nhiệm vụ", "có phải “so-y-te”?"),
    "unknown": (("submit", "xyzw"), "Không có nhiệm vụ “xyzw”", "dondoc status"),
    "nothing said": (("submit", "/"), "Không có nhiệm vụ", ""),
    "nothing sent": (("accept", Y_TE), "trạng thái “Đang thực hiện”", ""),
    "no day for it": (("set-date", Y_TE, "31/3/2022", "--document", "1"), "đã có hạn 28/02/2022", "gia hạn"),
    "received tomorrow": (("submit", Y_TE, "--received-on", "11/02/2022"), "ở sau ngày nhập", ""),
    "earlier day": (("extend", "ask", Y_TE, "20/02/2022", "--reason", "x"), "phải sau hạn hiện tại", ""),
    "unknown event": (("trigger", "thu-nghiem", "tha", "--number", "1", "--date", "9/2/2022"), "“tha”", "quyet-dinh"),
    "event without document": (("trigger", "thu-nghiem", "quyet-dinh"), "--number và --date", ""),
    "unknown plan": (("trigger", "thu-nghiep"), "Không có kế hoạch “thu-nghiep”", "thu-nghiem"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_said_and_changes_nothing(opened, case):
    args, message, hint = REFUSED[case]
    said = opened.run(*args, now=DAY)
    assert said.code == 1
    assert message in said.err
    assert hint in said.err
    assert "Traceback" not in said.err
    assert state(opened) == "open"


def test_a_key_of_a_closed_plan_gives_way_to_one_that_runs(home):
    assert home.run("plan", "close", "thu-nghiem", "--reason", "thử", "--yes", now=DAY).code == 0
    text = (home.plans / "thu-nghiem.yaml").read_text(encoding="utf-8").replace("id: thu-nghiem", "id: lan-hai")
    (home.plans / "lan-hai.yaml").write_text(text, encoding="utf-8")
    assert home.run("plan", "activate", "lan-hai", now=DAY).code == 0
    said = home.run("submit", "make-plan so-y-te", "--number", "1/KH", now=DAY)
    assert (said.code, said.out.split(":")[0]) == (0, Y_TE.replace("thu-nghiem", "lan-hai"))
