"""Letters: golden files an official can read through, and what no letter may ever say."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from letter_samples import COURT_INFORMATION, EVERY_GROUP, HEAD, ISSUE_PLAN, MOMENT, REQUESTED, answer
from notifications.errors import UnfitMessage
from notifications.letters import (
    AnswerContext,
    AnswerKind,
    DigestContext,
    DutyLine,
    Group,
    Letterhead,
    Rendered,
    render_answer,
    render_digest,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "mail"


def agree(name: str, letter: Rendered) -> None:
    """Compares with the golden files, or records them."""
    for ending, written in (("txt", f"Tiêu đề: {letter.subject}\n\n{letter.text}"), ("html", letter.html)):
        file = GOLDEN / f"{name}.{ending}"
        if os.environ.get("DONDOC_RECORD"):
            file.write_text(written, encoding="utf-8")
        assert written == file.read_text(encoding="utf-8")


def test_a_digest_with_every_group() -> None:
    agree("digest", render_digest(EVERY_GROUP))


def test_a_digest_for_a_requested_body() -> None:
    letter = render_digest(REQUESTED)
    agree("digest_requested", letter)
    assert "quá hạn" not in "".join(letter).lower()
    assert "chậm" not in "".join(letter).lower()


@pytest.mark.parametrize("kind", AnswerKind)
def test_an_answer_of_each_kind(kind: AnswerKind) -> None:
    agree(f"answer_{kind}", render_answer(answer(kind)))


@pytest.mark.parametrize("kind", AnswerKind)
def test_an_answer_to_a_requested_body_never_speaks_of_lateness(kind: AnswerKind) -> None:
    letter = "".join(render_answer(replace(answer(kind), duty=COURT_INFORMATION))).lower()
    assert "quá hạn" not in letter
    assert "hạn cuối" not in letter
    assert "chậm" not in letter


def test_groups_stand_in_order_of_urgency_and_are_numbered_through() -> None:
    text = render_digest(EVERY_GROUP).text
    titles = ["QUÁ HẠN", "BỊ TRẢ LẠI", "SẮP ĐẾN HẠN", "VIỆC MỚI", "VIỆC TỒN ĐỌNG", "CHƯA PHẢN HỒI"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    numbers = [line.split(".")[0] for line in text.splitlines() if line[:1].isdigit()]
    assert numbers == ["1", "2", "3", "4", "5", "6"]


def test_several_agencies_at_one_address_are_told_apart() -> None:
    other = replace(ISSUE_PLAN, agency="Thanh tra tỉnh")
    lines = (DutyLine(Group.NEW, ISSUE_PLAN), DutyLine(Group.NEW, other))
    text = render_digest(DigestContext(HEAD, date(2022, 2, 1), lines)).text
    assert "Cơ quan: Sở Y tế" in text
    assert "Cơ quan: Thanh tra tỉnh" in text
    assert "Cơ quan:" not in render_digest(DigestContext(HEAD, date(2022, 2, 1), lines[:1])).text


HOSTILE = '<img src=x onerror="alert(1)">&amp;{{ 7*7 }}'


def test_nothing_a_person_typed_becomes_html() -> None:
    head = Letterhead(HOSTILE, (HOSTILE, HOSTILE), HOSTILE, HOSTILE, 'https://x.vn/"><script>')
    duty = replace(
        ISSUE_PLAN, title=HOSTILE, plan_title=HOSTILE, owed_to=HOSTILE, time_phrase=HOSTILE, reference=HOSTILE
    )
    lines = (DutyLine(Group.RETURNED, duty, return_reason=HOSTILE),)
    answered = AnswerContext(AnswerKind.RETURNED, head, duty, MOMENT, reason=HOSTILE)
    for letter in (render_digest(DigestContext(head, date(2022, 2, 1), lines)), render_answer(answered)):
        assert "<img" not in letter.html
        assert "<script" not in letter.html
        assert "49" not in letter.subject
        assert HOSTILE in letter.text


def test_a_reason_with_line_breaks_cannot_forge_a_fact() -> None:
    line = DutyLine(Group.RETURNED, ISSUE_PLAN, return_reason="x\n   Hạn cuối: hết ngày 31/12/2030")
    text = render_digest(DigestContext(HEAD, date(2022, 2, 1), (line,))).text
    assert "\n   Hạn cuối: hết ngày 31/12/2030" not in text


@pytest.mark.parametrize(
    "letter", [render_digest(EVERY_GROUP), render_answer(answer(AnswerKind.RECEIPT))], ids=["digest", "answer"]
)
def test_html_needs_nothing_from_outside(letter: Rendered) -> None:
    for outside in ("<link", "<script", "<img", "@import", "url(", "@font-face"):
        assert outside not in letter.html


def test_contexts_refuse_what_must_not_be_sent() -> None:
    with pytest.raises(UnfitMessage, match="requested"):
        DutyLine(Group.OVERDUE, COURT_INFORMATION)
    with pytest.raises(UnfitMessage, match="without a line"):
        DigestContext(HEAD, date(2022, 2, 1), ())
    with pytest.raises(UnfitMessage, match="addressee"):
        replace(HEAD, addressees=())
    with pytest.raises(UnfitMessage, match="http"):
        replace(ISSUE_PLAN, link="javascript:alert(1)")
    with pytest.raises(UnfitMessage, match="reason"):
        AnswerContext(AnswerKind.RETURNED, HEAD, ISSUE_PLAN, MOMENT)
    with pytest.raises(UnfitMessage, match="new last day"):
        AnswerContext(AnswerKind.EXTENSION_GRANTED, HEAD, replace(ISSUE_PLAN, last_day=None), MOMENT)
    with pytest.raises(UnfitMessage, match="time zone"):
        AnswerContext(AnswerKind.RECEIPT, HEAD, ISSUE_PLAN, datetime(2022, 3, 1))
