"""The lint of a document as read: letters of lists, and citations of its own sections."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.source_text import Paragraph, Place, SourceText, TableRow
from rules.lint.outline_walk import heading_number
from rules.lint.reading import lint_text


def text_of(*lines: str | tuple[str, ...]) -> SourceText:
    """One paragraph per line; a tuple is a table row."""
    blocks = []
    for number, line in enumerate(lines, 1):
        place = Place(line=number)
        if isinstance(line, str):
            blocks.append(Paragraph(line, place))
        else:
            blocks.append(TableRow(tuple((Paragraph(cell, place),) for cell in line), place))
    return SourceText("thu.txt", "txt", tuple(blocks))


def found(*lines: str | tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.place) for one in lint_text(text_of(*lines))]


@pytest.mark.parametrize(
    ("letters", "line"),
    [
        ("abcdđe", 0), ("abcde", 6), ("abcđ", 5), ("abcdđđe", 7), ("abdc", 4), ("ab", 0), ("abcdđeghik", 0),
        ("abcdđegi", 9), ("aab", 0), ("bcd", 0),
        ("abcdefgh", 0), ("abdefg", 4), ("abcdeg", 6),
    ],
)  # fmt: skip
def test_letters_follow_the_vietnamese_alphabet(letters, line):
    places = found("2.1. Mục", *(f"{letter}) Nội dung" for letter in letters))
    assert places == ([("lettering", f"dòng {line}")] if line else [])


def test_the_fault_is_named():
    (problem,) = lint_text(text_of("II. PHẦN", "2.3. Kiểm tra", "a) A", "b) B", "c) C", "đ) D", "đ) Đ", "e) E"))
    assert "mục II.2.3" in problem.message
    assert "bỏ qua “d”" in problem.message
    assert "“đ” dùng lại" in problem.message
    assert (problem.severity, problem.rule, problem.file) == ("warning", "R10", "thu.txt")
    assert problem.why


def test_a_new_heading_or_cell_begins_a_new_list():
    assert found("1. Một", "a) A", "b) B", "2. Hai", "d) D") == []
    assert found("a) A", "c) C") == [("lettering", "dòng 2")]
    assert found(("a) A", "c) C"), ("b) B", "đ) Đ")) == []


def test_small_roman_numerals_are_no_letters():
    assert found("a) A", "i) một", "ii) hai", "iii) ba", "iv) bốn", "v) năm", "b) B") == []
    assert found("a) A", "i) I") == [("lettering", "dòng 2")]


def test_a_document_numbered_otherwise_is_not_judged():
    assert found("Phần mở đầu", "theo mục 3 nêu trên") == []
    assert found("1. Một", "2. Hai", "theo mục IV nêu trên, mục 3.2 nêu trên") == []


def test_a_section_that_cites_itself():
    lines = ["II. PHẦN", "3.2. Hai", "3.5. Năm", "a) các hoạt động tại Mục 3.2, Mục 3.5 tại Kế hoạch này"]
    assert found(*lines) == [("cross-reference", "dòng 4")]
    lines[-1] = "a) các hoạt động tại Mục 3.2 tại Kế hoạch này"
    assert found(*lines) == []


def test_a_section_that_does_not_exist():
    lines = ["I. MỘT", "1. Mục đích", "II. HAI", "1. Nội dung", "2. Khác", "- theo mục 3 phần II Kế hoạch này"]
    assert found(*lines) == [("cross-reference", "dòng 6")]
    assert found(*lines, "3. Ba") == []
    assert found(*lines[:-1], "- theo Mục II.1 và phần I nêu trên") == []


@pytest.mark.parametrize(
    "line",
    [
        "theo Mục 9 Nghị định số 59/2012/NĐ-CP",
        "theo quy định tại mục IX Quyết định số 12/QĐ-UBND; chỉ đạo cơ quan",
        "Kế hoạch số 67/KH-UBND, phần VII",
        "mục tiêu 5 năm, khoản 4 Điều 1",
        "theo mục 9 Điều 7 văn bản này",
        "chuyên mục “Thu thập thông tin”",
        "đạt mục tiêu, phần 80% cơ quan",
    ],
)
def test_other_documents_and_other_words_are_left_alone(line):
    assert found("I. MỘT", "1. Nội dung", line) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.5. Theo dõi", "3.5"), ("II. NỘI DUNG", "II"), ("PHẦN II: NỘI DUNG", "II"), ("1. Mục đích", "1"),
        ("5.3.Viện", "5.3"), ("2022 là năm", ""), ("15/11/2022 gửi", ""), ("12 cơ quan", ""), ("i. nhỏ", ""),
        ("3.1 đến", "3.1"), ("", ""),
    ],
)  # fmt: skip
def test_what_is_a_heading(text, number):
    assert heading_number(text) == number


@given(st.lists(st.one_of(st.text(), st.sampled_from(["a) A", "đ) Đ", "3.5. Năm", "mục 3.5 nêu trên", "II. HAI"]))))
def test_any_text_has_an_answer(lines):
    assert all(one.message and one.place for one in lint_text(text_of(*lines)))


@pytest.mark.parametrize("line", ["mục 3. ", "kế hoạch ", "mục 1, của phần ", ".", " ", "b) ", "mục 7.77 nêu trên "])
def test_a_hundred_kilobytes_take_no_time(line):
    paragraphs = text_of("1. Một", "2. Hai", "7.1. Bảy", line * (100_000 // len(line)))
    many = text_of(*["b) mục 3"] * 10_000)
    begun = time.process_time()
    lint_text(paragraphs)
    lint_text(many)
    assert time.process_time() - begun < 2
