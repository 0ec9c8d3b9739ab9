from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from documents.printable_text import printable
from documents.vietnamese_date import official_date, official_number, table_date, table_moment


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 2, 3), "03/02/2022"),
        (date(2020, 5, 18), "18/5/2020"),
        (date(2021, 3, 9), "09/3/2021"),
        (date(2022, 11, 15), "15/11/2022"),
    ],
)
def test_official_date_pads_day_and_the_first_two_months(day: date, expected: str) -> None:
    assert official_date(day) == expected


def test_dates_of_tables() -> None:
    assert table_date(date(2020, 5, 8)) == "08/05/2020"
    assert table_date(None) == "–"
    assert table_moment(datetime(2022, 2, 28, 17, 5, tzinfo=UTC)) == "01/03/2022 00:05"
    assert official_number(3) == "03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ủy ban\tnhân dân\n", "Ủy ban\tnhân dân\n"), ("a\x00b\x1f", "a\ufffdb\ufffd"), ("\ud800", "\ufffd")],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected
