"""The calendar file, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from notifications.calendar_file import LastDay, calendar_file

STAMP = datetime(2022, 3, 1, 1, 0, tzinfo=UTC)
ENTRIES = [
    LastDay(
        "issue-plan:17@soctrang.gov.vn",
        "Hạn cuối: ban hành kế hoạch, năm 2022; gấp",
        date(2022, 2, 28),
        "Dòng 1\nDòng 2",
    ),
    LastDay("review:1@soctrang.gov.vn", "Tổng kết 🏛️ " + "rất dài " * 40, date(2022, 12, 31), "\\ , ; :"),
]


def test_every_last_day_comes_back_as_an_all_day_event() -> None:
    events = Calendar.from_ical(calendar_file(ENTRIES, STAMP)).walk("VEVENT")
    read = [(str(e["uid"]), str(e["summary"]).strip(), e["dtstart"].dt, str(e["description"])) for e in events]
    assert read == [(e.uid, e.summary.strip(), e.last_day, e.description) for e in ENTRIES]
    assert [e["dtend"].dt for e in events] == [date(2022, 3, 1), date(2023, 1, 1)]
    assert {e["dtstamp"].dt for e in events} == {STAMP}


def test_the_bytes_depend_on_the_arguments_only_and_lines_are_short() -> None:
    first = calendar_file(ENTRIES, STAMP)
    assert first == calendar_file(ENTRIES, STAMP)
    assert max(len(line) for line in first.split(b"\r\n")) <= 75


def test_an_extension_moves_the_entry_of_the_same_uid() -> None:
    later = LastDay(ENTRIES[0].uid, ENTRIES[0].summary, date(2022, 3, 15), "")
    (before,) = Calendar.from_ical(calendar_file(ENTRIES[:1], STAMP)).walk("VEVENT")
    (after,) = Calendar.from_ical(calendar_file([later], datetime(2022, 3, 2, 1, 0, tzinfo=UTC))).walk("VEVENT")
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_a_summary_cannot_start_a_property() -> None:
    entry = LastDay("1@x.vn", "a\r\nATTACH:http://x.vn", date(2022, 3, 1), "b\nEND:VEVENT")
    (event,) = Calendar.from_ical(calendar_file([entry], STAMP)).walk("VEVENT")
    assert "attach" not in event
