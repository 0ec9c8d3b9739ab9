"""What holds for every text: no crash, no hang, sane bounds; and spellings that mean the same are read the same."""

from __future__ import annotations

import time
import unicodedata
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.reading import TimeReading
from rules.times import find_times, read_times
from rules.times.explained import explain

YEAR, ISSUED = 2022, date(2022, 1, 19)
WORDS = """
ngày tháng năm quý tuần giờ trước sau khi đến hết từ trong vào xong chậm nhất hằng hàng mỗi định kỳ thường xuyên đột
xuất đầu giữa cuối nửa hoàn thành kể từ và hoặc các tiếp theo báo cáo của thứ một hai sơ kết tổng giai đoạn nhiệm lần
việc làm theo không quá I II III IV Q T 1 02 15 31 99 2022 20/11/2022 30.6 11/2025 0/0/0000 67/KH-UBND , ; . : - ( ) /
| ** năm2022 QuýII lI 2O Đ \u0301 6 9
"""
PIECES = WORDS.split()
LONG = ("sau khi có ", "ngày 1-", "1/", "trong ", "hằng năm, ", "(", "20/11/2022 ", "ngày 20 của tháng ")
STEADY = """
Quý II và Quý III/2022
trước ngày 20/11/2022
chậm nhất vào ngày 15/11/2022
tháng 9/2022
Tháng 4 - tháng 10
hằng quý
Hằng năm, trước ngày 02/12
thường xuyên trong năm 2022
6 tháng đầu năm 2022
trước 17 giờ 00 ngày 20/11/2022
trước ngày 20 của tháng cuối quý
hoàn thành trước tháng 11 năm 2022
cuối tháng 11/2022
từ quý II đến quý IV
năm 2022
đến hết ngày 30/6/2022
15 ngày làm việc kể từ ngày nhận được văn bản
định kỳ 6 tháng, hằng năm
tuần cuối tháng 11
"""

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)


def value(reading: TimeReading) -> tuple[object, ...]:
    return (reading.kind, reading.start, reading.end, reading.recurrence, reading.time, reading.offset_days,
            reading.working_days, reading.exclusive, reading.ambiguous, len(reading.triggers))  # fmt: skip


def values(phrase: str) -> list[tuple[object, ...]]:
    return [value(reading) for reading in read_times(phrase, YEAR, ISSUED)]


def bare(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for reading in read_times(text, YEAR, ISSUED):
        if reading.start and reading.end:
            assert date.fromisoformat(reading.start) <= date.fromisoformat(reading.end)
        assert reading.kind != "none"
        assert all(line.strip() for line in explain(reading))


@settings(max_examples=400, deadline=None)
@given(texts)
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    last = (0, 0)
    for found in find_times(text, YEAR, ISSUED):
        assert 0 <= found.start < found.end <= len(text)
        assert (found.start, found.end) == last or found.start >= last[1]
        last = (found.start, found.end)


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("read", [read_times, find_times])
def test_a_long_text_of_one_piece_takes_linear_time(piece: str, read: object) -> None:
    assert callable(read)

    def spent(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        started = time.process_time()
        read(text, YEAR, None)
        return time.process_time() - started

    short, long = max(spent(12_500), 0.02), spent(100_000)
    assert long < max(40 * short, 2.0)  # eight times as long; a quadratic reader needs 64 times


@given(st.integers(1, 4), st.integers(2018, 2030), st.data())
def test_a_quarter_is_read_in_every_spelling(quarter: int, year: int, data: st.DataObject) -> None:
    roman = ("I", "II", "III", "IV")[quarter - 1]
    name = data.draw(st.sampled_from(["Quý ", "quý ", "QUÝ ", "quí ", "Qúy ", "Q.", "Q"]))
    number = data.draw(st.sampled_from([roman, str(quarter), f"0{quarter}"]))
    said = data.draw(st.sampled_from(["/{}", " năm {}", " năm {}.", "/ {}", " {}", " - {}"]))

    (reading,) = read_times(name + number + said.format(year), YEAR)

    last = monthrange(year, 3 * quarter)[1]
    assert (reading.start, reading.end) == (f"{year}-{3 * quarter - 2:02}-01", f"{year}-{3 * quarter:02}-{last}")


@given(st.dates(date(2015, 1, 2), date(2035, 12, 31)), st.data())
def test_a_last_day_is_read_in_every_spelling(day: date, data: st.DataObject) -> None:
    lead, back = data.draw(
        st.sampled_from(
            [("trước ngày ", 1), ("Chậm nhất ngày ", 0), ("đến hết ngày ", 0), ("TRƯỚC NGÀY ", 1), ("truoc ngay ", 1)]
        )
    )
    shape = data.draw(
        st.sampled_from(
            [
                "{0:02}/{1:02}/{2}",
                "{0}/{1}/{2}",
                "{0}.{1}.{2}",
                "{0:02}-{1:02}-{2}",
                "{0} tháng {1} năm {2}",
                "{0:02} /{1:02}/ {2}",
            ]
        )
    )

    (reading,) = read_times(lead + shape.format(day.day, day.month, day.year), YEAR)

    assert reading.end == date.fromordinal(day.toordinal() - back).isoformat()
    assert reading.exclusive is bool(back)


@pytest.mark.parametrize("phrase", STEADY.strip().splitlines())
def test_spelling_does_not_change_the_reading(phrase: str) -> None:
    expected = values(phrase)

    assert expected
    cases = (phrase.upper(), phrase.lower(), bare(phrase), bare(phrase).upper())
    for other in (*cases, unicodedata.normalize("NFD", phrase), phrase.replace(" ", "   "), f" {phrase}. "):
        assert values(other) == expected
