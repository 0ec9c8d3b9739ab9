"""`dondoc run` against a real mail server: sent once, kept when the server is away, exit codes a timer can act on."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from harness.cli_home import Home, Said, make_home
from smtp_server import MailServer, mail_server
from store import assignments
from store.database import Database

OPENED = "2022-02-07T08:05"


@pytest.fixture
def home(tmp_path):
    home = make_home(tmp_path)
    assert home.run("plan", "activate", "thu-nghiem", "--demo-contacts", now="2022-01-28T10:00").code == 0
    return home


async def run(home: Home, server: MailServer, now: str) -> Said:
    settings = {"DONDOC_SMTP_HOST": "127.0.0.1", "DONDOC_SMTP_PORT": str(server.port), "DONDOC_SMTP_SECURITY": "none"}
    return await asyncio.to_thread(home.shell, "run", now=now, **settings)


async def test_mails_are_sent_once(home):
    async with mail_server() as server:
        said = await run(home, server, OPENED)
        assert said.code == 0, said.err
        assert "thu-nghiem · Ban hành kế hoạch: mở 2, nhắc 0," in said.out
        assert "xong 2, bị từ chối 0, sẽ gửi lại 0." in said.out
        assert len(server.received) == 2
        again = await run(home, server, OPENED)
        assert again.code == 0
        assert "Không có việc nào đến lúc." in again.out
        assert len(server.received) == 2


async def test_a_server_that_is_away_gets_them_later(home):
    async with mail_server() as server:
        away = server
    said = await run(home, away, OPENED)
    assert said.code == 3
    assert "Còn 2 thư chờ gửi; lần thử sau: 07/02/2022 08:06." in said.out
    async with mail_server() as back:
        said = await run(home, back, "2022-02-07T08:07")
        assert said.code == 0
        assert len(back.received) == 2


async def test_a_server_that_wants_a_login_keeps_all_and_asks_for_a_person(home):
    async with mail_server(login=True) as server:
        said = await run(home, server, OPENED)
        assert said.code == 1
        assert "cấu hình SMTP" in said.err
        assert "Thư tổng hợp: soạn 2" in said.out
    assert {mail["state"] for mail in home.run("mail", "list", "--json").value} == {"queued"}


async def test_a_refused_address_becomes_an_item(home):
    async with mail_server() as server:
        server.refuse["dau-moi@so-y-te.soc-trang.example"] = "550 no such user"
        said = await run(home, server, OPENED)
    assert said.code == 0
    assert "xong 1, bị từ chối 1" in said.out
    assert [item["kind"] for item in home.run("item", "list", "--json").value] == ["mail_refused"]


def test_without_mail_everything_waits(home):
    value = home.run("run", "--no-mail", "--json", now=OPENED).value
    assert value["mails"]["queued"] == value["digests"]["digests"] == 2
    assert sum(section["done"]["opened"] for section in value["sections"]) == 3


def test_a_broken_row_is_shown_and_asks_for_a_person(home):
    database = Database(f"sqlite:///{home.folder / 'data' / 'dondoc.db'}")
    with database.begin() as session:  # a calendar day no calendar covers
        row = assignments.by_key(session, "thu-nghiem/make-plan/soc-trang/so-y-te/once")
        row.current_due = date(1990, 1, 1)
        session.add(row)
    database.dispose()
    said = home.run("run", "--no-mail", now=OPENED)
    assert said.code == 1
    assert "mở 1, nhắc 0, đưa vào dự thảo công văn 0, hết kỳ 0, LỖI 1" in said.out
    assert "1 nhiệm vụ có lỗi: dondoc item list" in said.out
    assert [item["kind"] for item in home.run("item", "list", "--json").value] == ["broken_row"]
