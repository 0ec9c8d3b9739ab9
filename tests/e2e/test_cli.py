"""The first plan from the shell, as an officer would do it: each step is a process of its own."""

from __future__ import annotations

import pytest

from harness.cli_home import make_home

PLAN = "soc-trang-2022"
Y_TE = f"{PLAN}/issue-plan/soc-trang/so-y-te/once"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return make_home(tmp_path_factory.mktemp("e2e"))


def ok(home, *args: str, now: str = "") -> str:
    said = home.shell(*args, now=now)
    assert said.code == 0, said.err
    assert said.err == ""
    return said.out


def test_a_year_begins(home):
    """Check, contacts, activation, the first sweep and the mails of it."""
    assert "839 nhiệm vụ" in ok(home, "plan", "check", PLAN)
    refused = home.shell("plan", "activate", PLAN, now="2022-01-28T10:00")
    assert refused.code == 1
    assert "149 lỗi" in refused.err
    contacts = str(home.plans / "contacts" / f"{PLAN}.csv")
    assert "Đã nhập" in ok(home, "agency", "import", contacts, now="2022-01-28T10:00")
    assert "839 nhiệm vụ, 6 việc cần người quyết" in ok(home, "plan", "activate", PLAN, now="2022-01-28T10:00")
    assert home.shell("plan", "activate", PLAN, now="2022-01-28T11:00").code == 1
    swept = ok(home, "run", now="2022-02-07T08:05")
    assert "Xây dựng, ban hành kế hoạch: mở 138, nhắc 0," in swept
    assert "thư chỉ được ghi vào" in swept
    assert "xong 149" in swept
    assert len(list((home.folder / "data" / "mails").glob("*.eml"))) == 149


def test_agencies_answer(home):
    """Submission, return, acceptance, extension, event."""
    assert "Chờ xác nhận" in ok(home, "submit", "issue-plan", "so-y-te", "--number", "5/KH-SYT", now="2022-02-10")
    back = ("return", Y_TE, "--redo-by", "20/02/2022", "--reason", "thiếu phụ lục")
    assert "Bị trả lại" in ok(home, *back, now="2022-02-11")
    ok(home, "submit", Y_TE, "--number", "6/KH-SYT", "--date", "18/02/2022", now="2022-02-18")
    assert "Hoàn thành" in ok(home, "accept", Y_TE, "--by", "Nguyễn Thị A", now="2022-02-21")
    ok(home, "extend", "ask", "issue-plan", "so-xay-dung", "15/03/2022", "--reason", "chờ hướng dẫn", now="2022-02-21")
    grant = ("extend", "grant", "issue-plan", "so-xay-dung", "--number", "3/UBND-NC", "--date", "22/2/2022")
    assert "hạn 15/03/2022" in ok(home, *grant, "--signer", "Trần Văn B", now="2022-02-22")
    event = ("trigger", PLAN, "bo-tu-phap-plan", "--number", "76/QĐ-BTP", "--date", "15/02/2022")
    assert "choose-justice-field" in ok(home, *event, now="2022-02-22")


def test_the_late_are_urged(home):
    """Lateness, drafts, a signature; then what each address really got."""
    swept = ok(home, "run", now="2022-03-10T08:05")
    assert "Dự thảo công văn chờ ký: 2 tệp" in swept
    assert "Trễ hạn: 136." in ok(home, "status", PLAN, now="2022-03-10")
    late = home.shell("status", PLAN, "--late", "--json", now="2022-03-10").value
    assert len(late) == 136
    assert not {"soc-trang/so-y-te", "soc-trang/so-xay-dung"} & {one["agency_id"] for one in late}
    letter = ("--number", "12/STP-XDKT", "--date", "4/3/2022")
    assert "135 việc" in ok(home, "dispatch", "sign", "1", *letter, now="2022-03-10")  # the sender does not urge itself
    newest = home.shell("mail", "list", "--address", "dau-moi@so-noi-vu.soc-trang.example", "--json").value[0]
    assert "QUÁ HẠN" in ok(home, "mail", "show", str(newest["id"])).upper()


def test_the_year_ends(home):
    asked = home.shell("plan", "close", PLAN, "--reason", "hết năm kế hoạch", now="2022-12-31")
    assert asked.code == 1
    assert "--yes" in asked.err
    ok(home, "plan", "close", PLAN, "--reason", "hết năm kế hoạch", "--yes", now="2022-12-31")
    late = home.shell("submit", "report-districts", "huyen-943", "--number", "9/BC", now="2023-01-05")
    assert late.code == 1
    assert "đã kết thúc ngày 31/12/2022" in late.err


def test_the_help_page_is_quick(home):
    """No engine, no Prefect, no database is loaded for it."""
    import subprocess
    import sys

    from harness.cli_home import ROOT

    script = (
        "import resource, sys; from cli.app import make_app\n"
        "try: make_app()(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'prefect', 'sqlalchemy', 'matplotlib', 'alembic', 'openpyxl', 'holidays'} & set(sys.modules)\n"
        "print(heavy or 'none', resource.getrusage(resource.RUSAGE_SELF).ru_utime, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    heavy, seconds = done.stderr.decode().rsplit(" ", 1)
    assert heavy == "none"
    assert float(seconds) < 1
