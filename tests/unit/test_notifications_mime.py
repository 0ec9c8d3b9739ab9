"""Our MIME bytes, read by the standard library's own parser."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from header_reader import shown_name
from notifications.encoded_words import clean
from notifications.errors import UnfitMessage, WrongAddress
from notifications.message import Message, message_id
from notifications.mime import build_mime

MAIL = Message(
    key="digest:soyte@soctrang.gov.vn:2022-03-01",
    domain="soctrang.gov.vn",
    sender_name="Sở Tư pháp tỉnh Sóc Trăng",
    sender_address="stp@soctrang.gov.vn",
    to_name="Sở Y tế",
    to_address="soyte@soctrang.gov.vn",
    subject="Nhắc việc",
    text="Kính gửi: Sở Y tế\n",
    html="<p>Kính gửi: Sở Y tế</p>",
    date=datetime(2022, 3, 1, 8, 0, tzinfo=timezone(timedelta(hours=7))),
)
LONG = "Ban hành kế hoạch theo dõi tình hình thi hành pháp luật " * 40
PLAIN_HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type",
]  # fmt: skip


def parse(raw: bytes) -> EmailMessage:
    return cast(EmailMessage, BytesParser(policy=policy.default).parsebytes(raw))


def body(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    return part.get_content()


@given(subject=st.text(max_size=400), name=st.text(max_size=200))
@example(subject="x\r\nBcc: a@b.vn\r\n\r\nbody", name="y\nTo: c@d.vn")
@example(subject=LONG, name=LONG)
@example(subject="🏛️📅" * 60, name="👩‍⚖️")
@example(subject="a" * 2000, name="b" * 2000)
@example(subject="=?utf-8?b?4bqi?= và =?x?q?y?=", name="=?utf-8?q?a?=")
@example(subject="đến   ngày", name=" ")
@example(subject="\ud800", name="\udfff")
def test_any_subject_and_name_come_back(subject: str, name: str) -> None:
    raw = build_mime(replace(MAIL, subject=subject, to_name=name, sender_name=name))
    parsed = parse(raw)
    assert parsed.keys() == PLAIN_HEADERS
    assert parsed["Subject"] == clean(subject)
    assert [address.addr_spec for address in parsed["To"].addresses] == ["soyte@soctrang.gov.vn"]
    assert shown_name(re.findall(rb"(?ms)^From:(.*?)\r\n(?! )", raw)[0].decode("ascii")) == clean(name)
    assert not parsed.defects
    assert max(map(len, raw.partition(b"\r\n\r\n")[0].split(b"\r\n"))) <= 78


@given(text=st.text(max_size=2000), html=st.text(max_size=2000), calendar=st.none() | st.binary(max_size=500))
@example(text="\r\n.\r\nQUIT\r\n", html="--=_alt_x--\r\n", calendar=b"")
def test_any_content_comes_back(text: str, html: str, calendar: bytes | None) -> None:
    raw = build_mime(replace(MAIL, text=text, html=html, calendar=calendar))
    parsed = parse(raw)
    for subtype, given_text in (("plain", text), ("html", html)):
        expected = re.sub(r"\r\n|\r", "\n", given_text)
        assert body(parsed, subtype).replace("\r\n", "\n") == expected
    attached = [part.get_payload(decode=True) for part in parsed.iter_attachments()] if calendar is not None else []
    assert attached == ([] if calendar is None else [calendar])
    assert not [defect for part in parsed.walk() for defect in part.defects]
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 78


def test_structure_with_and_without_a_calendar() -> None:
    kinds = [part.get_content_type() for part in parse(build_mime(MAIL)).walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    whole = parse(build_mime(replace(MAIL, calendar=b"BEGIN:VCALENDAR\r\n")))
    assert [part.get_content_type() for part in whole.walk()] == ["multipart/mixed", *kinds, "text/calendar"]
    (file,) = whole.iter_attachments()
    assert file.get_filename() == "han-cuoi.ics"


def test_the_same_message_gives_the_same_bytes_and_another_key_another_id() -> None:
    assert build_mime(MAIL) == build_mime(replace(MAIL))
    ids = {parse(build_mime(replace(MAIL, key=key)))["Message-ID"] for key in ("a", "b")}
    assert len(ids) == 2
    assert re.fullmatch(r"<[0-9a-f]{32}@soctrang\.gov\.vn>", message_id("a", "soctrang.gov.vn"))


def test_the_headers_around_the_text() -> None:
    parsed = parse(
        build_mime(replace(MAIL, reply_to="Tra.Loi@soctrang.gov.vn", extra_headers=(("X-Lop", "Tổng hợp"),)))
    )
    assert parsed["Date"].datetime == MAIL.date
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["Reply-To"] == "tra.loi@soctrang.gov.vn"
    assert parsed["X-Lop"] == "Tổng hợp"


def test_utc_is_accepted_and_a_date_without_zone_is_not() -> None:
    moment = datetime(2022, 3, 1, 1, 0, tzinfo=UTC)
    assert parse(build_mime(replace(MAIL, date=moment)))["Date"].datetime == moment
    with pytest.raises(UnfitMessage, match="time zone"):
        replace(MAIL, date=datetime(2022, 3, 1))


@pytest.mark.parametrize("name", ["Bcc", "to", "Content-Type", "X: y", "X\r\nBcc", "", "X-Tên", "Message-Id"])
def test_an_extra_header_cannot_contradict_ours(name: str) -> None:
    with pytest.raises(UnfitMessage, match="extra header"):
        build_mime(replace(MAIL, extra_headers=((name, "a@b.vn"),)))


@given(st.text(max_size=100))
def test_an_extra_value_cannot_start_a_header(value: str) -> None:
    parsed = parse(build_mime(replace(MAIL, extra_headers=(("X-Lop", f"{value}\r\nBcc: a@b.vn"),))))
    assert parsed["Bcc"] is None
    assert parsed["X-Lop"] == clean(f"{value} Bcc: a@b.vn")


@pytest.mark.parametrize("field", ["sender_address", "to_address", "reply_to"])
def test_wrong_addresses_are_refused(field: str) -> None:
    with pytest.raises(WrongAddress):
        build_mime(replace(MAIL, **{field: "a@b.vn\r\nBcc: c@d.vn"}))


@pytest.mark.parametrize("domain", ["", "a b.vn", "x.vn>\r\nBcc: a@b.vn", "localhost"])
def test_a_wrong_id_domain_is_refused(domain: str) -> None:
    with pytest.raises(UnfitMessage, match="domain"):
        build_mime(replace(MAIL, domain=domain))
