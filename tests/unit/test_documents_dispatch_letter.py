from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from closed_plan import dispatch
from documents.dispatch_letter import LONGEST_LIST_IN_TEXT, write_dispatch
from documents.errors import AddresseeMissing, NothingToUrge
from documents_golden import assert_golden, words_of
from models.dispatch_draft import DispatchDraft, SenderKind

REPORTS = ("Báo cáo lĩnh vực trọng tâm, liên ngành", "Báo cáo chung năm 2022")


def written(draft: DispatchDraft, folder: Path) -> Path:
    path = folder / "dispatch.docx"
    write_dispatch(draft, path)
    return path


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("dispatch-department-one.txt", dispatch(1)),
        ("dispatch-department-annex.txt", dispatch(48)),
        ("dispatch-province-two-duties.txt", dispatch(6, SenderKind.PROVINCE, REPORTS)),
        ("dispatch-province-annex.txt", dispatch(40, SenderKind.PROVINCE)),
    ],
)
def test_words_of_a_dispatch(name: str, draft: DispatchDraft, tmp_path: Path) -> None:
    assert_golden(name, words_of(written(draft, tmp_path)))


def test_same_draft_gives_same_bytes(tmp_path: Path) -> None:
    draft = dispatch(140)

    first = written(draft, tmp_path).read_bytes()

    assert written(draft, tmp_path).read_bytes() == first


def test_page_of_the_decree(tmp_path: Path) -> None:
    document = Document(str(written(dispatch(3), tmp_path)))

    section = document.sections[0]
    page = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in page if length] == [210, 297]
    assert [round(length.mm) for length in margins if length] == [20, 20, 30, 20]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "DỰ THẢO"
    assert "PAGE" in section.header.paragraphs[0]._p.xml


def test_properties_come_from_the_draft(tmp_path: Path) -> None:
    properties = Document(str(written(dispatch(3), tmp_path))).core_properties

    assert properties.author == "Đôn Đốc"
    assert properties.revision == 1
    assert properties.created is not None
    assert properties.created.date() == date(2022, 3, 3)
    assert properties.modified == properties.created


def test_number_day_and_month_stay_blank(tmp_path: Path) -> None:
    words = words_of(written(dispatch(3), tmp_path))

    assert "Số:          /STP-…" in words
    assert "Sóc Trăng, ngày       tháng       năm 2022" in words
    assert "trước ngày ……/……/2022" in words


def test_an_assumed_date_is_not_cited(tmp_path: Path) -> None:
    draft = replace(dispatch(1), plan_date=None, plan_number="")

    assert "Kế hoạch của Ủy ban nhân dân tỉnh Sóc Trăng về theo dõi" in words_of(written(draft, tmp_path))


def test_a_long_list_is_annexed_and_its_header_repeated(tmp_path: Path) -> None:
    short = Document(str(written(dispatch(LONGEST_LIST_IN_TEXT), tmp_path)))
    long = Document(str(written(dispatch(LONGEST_LIST_IN_TEXT + 1), tmp_path)))

    assert not [each for each in short.paragraphs if each.text == "DANH SÁCH"]
    assert [each for each in long.paragraphs if each.text == "DANH SÁCH"]
    header = long.tables[-1].rows[0]._tr
    assert header.trPr is not None
    assert header.trPr.find(qn("w:tblHeader")) is not None


def test_communes_of_two_districts_with_one_name_are_two(tmp_path: Path) -> None:
    lines = dispatch(130).lines
    names = [line.agency for line in lines]
    twins = [line for line in lines if names.count(line.agency) > 1][:2]
    draft = replace(dispatch(1), lines=tuple(twins), addressees=tuple(line.addressee for line in twins))

    assert "còn 02 cơ quan, đơn vị" in words_of(written(draft, tmp_path))


def test_control_characters_and_markup_are_shown_not_obeyed(tmp_path: Path) -> None:
    line = replace(dispatch(1).lines[0], state="a\x0bb <w:b/> & c")

    assert "a\ufffdb <w:b/> & c" in words_of(written(replace(dispatch(1), lines=(line,)), tmp_path))


def test_refuses_an_empty_or_unaddressed_dispatch(tmp_path: Path) -> None:
    with pytest.raises(NothingToUrge):
        write_dispatch(replace(dispatch(1), lines=()), tmp_path / "empty.docx")
    with pytest.raises(AddresseeMissing, match="Văn phòng UBND tỉnh"):
        write_dispatch(replace(dispatch(1), addressees=("Sở Y tế",)), tmp_path / "stray.docx")
    assert not list(tmp_path.iterdir())


def test_an_office_of_a_district_is_no_commune(tmp_path: Path) -> None:
    district = "UBND thị xã Ngã Năm"
    line = replace(dispatch(1).lines[0], agency="Phòng Tư pháp thị xã Ngã Năm", addressee=district)
    words = words_of(written(replace(dispatch(1), lines=(line,), addressees=(district,)), tmp_path))

    assert "UBND thị xã Ngã Năm (01 cơ quan, đơn vị)" in words
    assert "cấp xã" not in words
