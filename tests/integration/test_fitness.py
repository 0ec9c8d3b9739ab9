"""`dondoc check`: what stands in the way is found before it does harm; a real mail server is greeted."""

from __future__ import annotations

import socket

import pytest

from harness.cli_home import make_home
from notifications.errors import MailTryAgain, SmtpMisconfigured
from notifications.smtp import SmtpChannel
from notifications.smtp_address import Security
from smtp_server import mail_server


@pytest.fixture
def home(tmp_path):
    return make_home(tmp_path)


def levels(home, **settings) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in home.run("check", "--json", now="2026-03-01", **settings).value:
        found.setdefault(finding["what"], set()).add(finding["level"])
    return found


def test_a_new_installation_is_fit(home):
    said = home.run("check", now="2026-03-01")
    assert said.code == 0
    assert "chưa xác nhận 22/08, 31/08, 24/11" in said.out
    assert levels(home) == {
        "cụm từ nhóm": {"ok"}, "chính sách nhắc việc": {"ok"}, "danh mục cơ quan": {"ok"}, "kế hoạch": {"ok"},
        "lịch làm việc": {"warning"}, "cơ sở dữ liệu": {"ok"}, "máy chủ thư": {"warning"},
        "hiệu lực văn bản": {"ok"}, "sắp xếp hai cấp": {"ok"},
    }  # fmt: skip
    assert not (home.folder / "data" / "dondoc.db").exists()


def test_each_broken_file_is_an_error(home):
    (home.plans / "policy.yaml").write_text("before: [3, 3]\n", encoding="utf-8")
    (home.plans / "phrases.yaml").unlink()
    (home.plans / "calendar" / "2026.yaml").write_text("year: 2025\n", encoding="utf-8")
    (home.plans / "agencies" / "soc-trang-2022.tsv").write_text("id\tname\n", encoding="utf-8")
    assert home.run("check", now="2026-03-01").code == 1
    found = levels(home)
    for what in ("cụm từ nhóm", "chính sách nhắc việc", "danh mục cơ quan", "kế hoạch", "lịch làm việc"):
        assert found[what] == {"error"}, what


def test_a_missing_plans_folder(home):
    said = home.run("check", DONDOC_PLANS=str(home.folder / "khong-co"))
    assert said.code == 1
    assert "DONDOC_PLANS" in said.out


def test_agencies_that_lost_their_address_are_named(home, tmp_path):
    home.activate_small()
    sheet = tmp_path / "dau-moi.csv"
    sheet.write_text("cơ quan,vai trò,email,đến ngày\nSở Y tế,đầu mối,a@b.example,28/02/2022\n", encoding="utf-8")
    assert home.run("agency", "import", str(sheet)).code == 0
    said = home.run("check", now="2022-03-01")
    assert said.code == 1
    assert "1 cơ quan còn nhiệm vụ mà chưa có địa chỉ: Sở Y tế" in said.out


def test_a_database_of_another_version_is_refused(home):
    home.activate_small()
    from sqlalchemy import text

    from store.database import Database

    database = Database(f"sqlite:///{home.folder / 'data' / 'dondoc.db'}")
    with database.begin() as session:
        session.execute(text("update alembic_version set version_num = '9999'"))
    database.dispose()
    said = home.run("check")
    assert said.code == 1
    assert "phiên bản mới hơn" in said.out


def test_a_mail_server_that_is_down_can_be_tried_again(home):
    address = {"DONDOC_MAIL_ADDRESS": "don-doc@soc-trang.gov.vn"}
    with socket.socket() as taken:  # bound and not listening: whoever connects is refused
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
        said = home.run("check", DONDOC_SMTP_HOST="127.0.0.1", DONDOC_SMTP_PORT=port, now="2026-03-01", **address)
    assert said.code == 3
    assert f"127.0.0.1:{port}" in said.out


async def test_a_real_server_is_greeted_and_left():
    async with mail_server() as server:
        await SmtpChannel(server.address()).reach()
        assert server.connections == 1
        assert server.received == []


async def test_a_server_without_the_wanted_protection_is_misconfigured():
    async with mail_server() as server:
        with pytest.raises(SmtpMisconfigured):
            await SmtpChannel(server.address(Security.STARTTLS)).reach()
        port = server.address()
    with pytest.raises(MailTryAgain):
        await SmtpChannel(port).reach()
