"""Wrong calls, wrong settings, a broken database: a message, a code, never a traceback."""

from __future__ import annotations

import pytest

from cli.exit import ExitCode, guarded
from config.errors import Bug, NeedsPerson, TryAgain
from harness.cli_home import make_home


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return make_home(tmp_path_factory.mktemp("home"))


WRONG = {
    "no such command": (("plann",), "không có lệnh 'plann'. Có phải 'plan'?"),
    "no such command below": (("plan", "chek"), "không có lệnh 'chek'. Có phải 'check'?"),
    "like nothing": (("xyz",), "không có lệnh 'xyz'. Có:"),
    "no such option": (("status", "--lst"), "không có tùy chọn '--lst'. Có phải --list"),
    "missing argument": (("submit",), "thiếu NHIỆM_VỤ"),
    "missing option": (("return", "x", "--reason", "y"), "thiếu --redo-by"),
    "bad day": (("submit", "x", "--date", "31/02/2022"), "'31/02/2022' không phải một ngày"),
    "bad number": (("mail", "show", "một"), "SỐ"),
    "bad moment": (("--now", "hôm nay", "status"), "không phải một thời điểm"),
    "too much": (("item", "done", "1", "2"), "gọi lệnh chưa đúng"),
    "two forms": (("mail", "show", "1", "--raw", "--text"), "chỉ chọn một"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_answered_in_vietnamese(home, case):
    args, message = WRONG[case]
    said = home.run(*args)
    assert said.code == ExitCode.USAGE
    assert message in said.err
    assert "--help" in said.err


def test_help_speaks_vietnamese(home):
    said = home.run("plan", "check", "--help")
    assert said.code == 0
    for words in ("Cách dùng: dondoc plan check", "Tùy chọn", "Hiện hướng dẫn này", "KẾ_HOẠCH"):
        assert words in said.out
    assert "Show this message" not in said.out


def test_every_command_has_a_vietnamese_help_page(home):
    import typer

    from cli.app import make_app

    def pages(command, path):
        assert command.help, path
        for name, inner in getattr(command, "commands", {}).items():
            yield (*path, name)
            yield from pages(inner, (*path, name))

    for path in pages(typer.main.get_command(make_app()), ()):
        said = home.run(*path, "--help")
        assert said.code == 0, path
        assert "Cách dùng" in said.out


@pytest.mark.parametrize(
    ("name", "value", "code", "message"),
    [
        ("DONDOC_SMTP_PORT", "nhiều", 1, "DONDOC_SMTP_PORT"),
        ("DONDOC_SMTP_USERNAME", "ai-do", 1, "smtp_password"),
        ("DONDOC_DATABASE_URL", "không phải địa chỉ", 1, "cơ sở dữ liệu chưa dùng được"),
        ("DONDOC_DATABASE_URL", "sqlite:////no/such/folder/x.db", 3, "cơ sở dữ liệu chưa dùng được"),
        ("DONDOC_DATA", "/proc/khong-duoc", 1, "/proc/khong-duoc"),
    ],
)
def test_settings_that_cannot_work_are_named(home, name, value, code, message):
    said = home.run("status", **{name: value})
    assert said.code == code
    assert message in said.err
    assert "Traceback" not in said.err


def test_a_file_that_is_no_database(home, tmp_path):
    (tmp_path / "x.db").write_text("không phải cơ sở dữ liệu, chỉ là chữ")
    said = home.run("status", DONDOC_DATABASE_URL=f"sqlite:///{tmp_path / 'x.db'}")
    assert said.code == 1
    assert "not a database" in said.err


def raising(error: BaseException):
    def work() -> None:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (NeedsPerson("Xin ghi số văn bản."), 1, "Lỗi: Xin ghi số văn bản."),
        (TryAgain("Máy chủ bận."), 3, "Lỗi: Máy chủ bận."),
        (Bug("no such branch"), 70, "Bug: Bug: no such branch (set DONDOC_DEBUG=1 to see the traceback)"),
        (ZeroDivisionError("division\nby zero"), 70, "Bug: ZeroDivisionError: division (set DONDOC_DEBUG=1"),
        (PermissionError(13, "Permission denied", "/x"), 1, "Lỗi: không dùng được /x (không có quyền)."),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_each_kind_of_error_has_its_code(error, code, message, capsys, monkeypatch):
    monkeypatch.delenv("DONDOC_DEBUG", raising=False)
    assert guarded(raising(error)) == code
    said = capsys.readouterr().err
    assert message in said
    assert "Traceback" not in said


def test_the_traceback_is_there_for_who_asks(capsys, monkeypatch):
    monkeypatch.setenv("DONDOC_DEBUG", "1")
    assert guarded(raising(KeyError("x"))) == 70
    assert "Traceback" in capsys.readouterr().err
