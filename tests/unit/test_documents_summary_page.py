from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from closed_plan import outcome
from documents.closing_folder import write_closing_folder
from documents.mail_index import write_mail_index
from documents.page_templates import link, number, percent
from documents.summary_page import write_summary
from documents_golden import assert_golden
from models.outcome import ItemRow, MailRow

YEAR = outcome(mails=60)
MAIL = MailRow(datetime(2022, 2, 28, 18, 30, tzinfo=UTC), "a@x.example", "<b>Chào</b>", "Trả lời", "2022-03/1 #.eml")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def links_of(path: Path) -> list[str]:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links.found


def test_the_whole_page(tmp_path: Path) -> None:
    path = write_summary(YEAR, tmp_path, dashboard_command="python -m cli dashboard")

    assert_golden("summary.html", path.read_text(encoding="utf-8"))


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    for path in [*(each.file for each in YEAR.dispatches), *(f"mails/{each.file}" for each in YEAR.mails)]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()

    write_closing_folder(YEAR, tmp_path)

    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) == 2 + 11
    for page in pages:
        for target in links_of(page):
            assert (page.parent / unquote(target)).is_file(), (page, target)


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    text = write_summary(YEAR, tmp_path).read_text(encoding="utf-8")

    assert not re.search(r"https?:|//|<script|@import|url\(", text)


def test_words_from_the_plan_are_escaped(tmp_path: Path) -> None:
    item = ItemRow("x", "<script>alert(1)</script>", "a & b", open=True)
    text = write_summary(replace(YEAR, items=(item,)), tmp_path).read_text(encoding="utf-8")

    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "a &amp; b" in text


def test_a_real_year_without_anything_sent(tmp_path: Path) -> None:
    bare = replace(YEAR, seed=None, items=(), dispatches=(), mails=(), mails_by_kind={}, sections=(), assignments=())
    text = write_summary(bare, tmp_path).read_text(encoding="utf-8")

    assert "mô phỏng" not in text
    assert "Không có công văn nào." in text
    assert "Chưa gửi thư nào." in text
    assert "Prefect" not in text


def test_mails_are_paged_by_local_month(tmp_path: Path) -> None:
    write_mail_index([MAIL, *YEAR.mails], tmp_path)

    march = (tmp_path / "2022-03.html").read_text(encoding="utf-8")
    assert "01/03/2022 01:30" in march
    assert "&lt;b&gt;Chào&lt;/b&gt;" in march
    assert 'href="2022-03/1%20%23.eml"' in march
    assert "01:30" not in (tmp_path / "2022-02.html").read_text(encoding="utf-8")


def test_an_empty_mail_folder_has_a_page(tmp_path: Path) -> None:
    assert "0 thư." in write_mail_index([], tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (percent(0.81347), "81,3 %"),
        (percent(None), "–"),
        (number(12345), "12.345"),
        (link("javascript:alert(1)"), "javascript%3Aalert%281%29"),
    ],
)
def test_filters(shown: str, expected: str) -> None:
    assert shown == expected
