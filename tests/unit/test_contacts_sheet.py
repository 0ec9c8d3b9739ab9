"""Sheets of contacts: CSV in its varieties, .xlsx, and rows that are wrong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from documents.contacts_sheet import read_contacts
from documents.directory_file import read_directory
from models.contact_row import ContactRow
from models.kinds import ContactRole
from models.problem import Problems

PLANS = Path(__file__).parents[2] / "plans"
DIRECTORY = read_directory(PLANS / "agencies/soc-trang-2022.tsv")
ROWS = [
    ["cơ quan", "họ tên", "chức vụ", "vai trò", "email", "từ ngày", "đến ngày"],
    ["Sở Tư pháp", "Nguyễn Văn A", "Chuyên viên", "đầu mối", "a@stp.example", "01/02/2022", "2022-12-31"],
    ["Sở Y tế", "", "Giám đốc", "Người đứng đầu", "b@syt.example", "", ""],
]
EXPECTED = (
    ContactRow(
        "soc-trang/so-tu-phap", ContactRole.FOCAL_POINT, "a@stp.example", "Nguyễn Văn A", "Chuyên viên",
        date(2022, 2, 1), date(2022, 12, 31),
    ),
    ContactRow("soc-trang/so-y-te", ContactRole.HEAD, "b@syt.example", "", "Giám đốc"),
)  # fmt: skip


def faults(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as error:
        read_contacts(path, DIRECTORY)
    return [(one.place, one.code) for one in error.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_its_varieties(delimiter, encoding, tmp_path):
    path = tmp_path / "danh-sach.csv"
    path.write_text("\r\n".join(delimiter.join(row) for row in ROWS), encoding)
    assert read_contacts(path, DIRECTORY) == EXPECTED


def test_a_workbook_with_real_dates(tmp_path):
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["F2"], book.active["G2"] = datetime(2022, 2, 1), date(2022, 12, 31)
    path = tmp_path / "danh-sach.xlsx"
    book.save(path)
    assert read_contacts(path, DIRECTORY) == EXPECTED


def test_english_headers_ids_and_two_roles_in_one_cell(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_text('ID,Role,E-mail\nsoc-trang/xa-31513,"focal_point, head",p1@st.example\n', "utf-8")
    found = read_contacts(path, DIRECTORY)
    assert [(one.agency_id, one.role.value) for one in found] == [
        ("soc-trang/xa-31513", "focal_point"), ("soc-trang/xa-31513", "head"),
    ]  # fmt: skip


def test_the_shipped_contacts_reach_everybody():
    found = read_contacts(PLANS / "contacts/soc-trang-2022.csv", DIRECTORY)
    in_2022 = {entry.id for entry in DIRECTORY.agencies if entry.valid_on(date(2022, 1, 28))}
    for role in ContactRole:
        assert {one.agency_id for one in found if one.role is role} == in_2022
    assert all(one.address.endswith(".example") for one in found)
    shared = {one.address for one in found if one.role is ContactRole.HEAD}
    shared &= {one.address for one in found if one.role is ContactRole.FOCAL_POINT}
    assert len(shared) == 10


def test_every_bad_row_is_named(tmp_path):
    path = tmp_path / "danh-sach.csv"
    rows = [
        "cơ quan;vai trò;email;từ ngày;đến ngày",
        "Sở Tư phap X;đầu mối;a@b.vn",
        "UBND phường 1;đầu mối;a@b.vn",
        "Sở Tư pháp;thư ký;a@b.vn",
        "Sở Tư pháp;đầu mối;a@b",
        "Sở Tư pháp;đầu mối;",
        "Sở Tư pháp;;a@b.vn;31/02/2022;01/01/2022",
        "",
        "Sở Tư pháp;đầu mối;a@b.vn;02/01/2022;01/01/2022",
        "Sở Y tế;đầu mối;a@b.vn",
        "Sở Y tế;đầu mối;a@b.vn",
    ]
    path.write_text("\n".join(rows), "utf-8")
    assert faults(path) == [
        ("dòng 2", "unknown-agency"), ("dòng 3", "ambiguous-agency"), ("dòng 4", "unknown-role"),
        ("dòng 5", "bad-address"), ("dòng 6", "bad-address"), ("dòng 7", "unknown-role"), ("dòng 7", "bad-date"),
        ("dòng 9", "validity-order"), ("dòng 11", "duplicate-row"),
    ]  # fmt: skip


def test_hints_name_the_agency_or_ask_for_the_id(tmp_path):
    path = tmp_path / "danh-sach.csv"
    who = [",Sở Tư phát", ",UBND phường 3", "soc-trang/so-tu-phat,", ","]
    path.write_text("\n".join(["mã,cơ quan,vai trò,email", *(f"{one},đầu mối,a@b.vn" for one in who)]), "utf-8")
    with pytest.raises(Problems) as error:
        read_contacts(path, DIRECTORY)
    typo, twice, wrong_id, nothing = error.value.problems
    assert "soc-trang/xa-31519" in twice.hint
    assert typo.hint == "Có phải 'Sở Tư pháp'?"
    assert wrong_id.hint == "Có phải 'soc-trang/so-tu-phap'?"
    assert nothing.code == "missing-cell"


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("cơ quan,vai trò", ["missing-column"]),
        ("tên,vai trò,email", ["unknown-column", "missing-column"]),
        ("cơ quan,vai trò,email,email", ["duplicate-column"]),
    ],
)
def test_headers_that_do_not_fit(header, codes, tmp_path):
    path = tmp_path / "danh-sach.csv"
    path.write_text(f"{header}\nx,y,z\n", "utf-8")
    assert [code for _, code in faults(path)] == codes


def test_files_that_are_no_sheet(tmp_path):
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    assert faults(path) == [("cả tệp", "sheet-unreadable")]
    assert faults(tmp_path / "nowhere.xlsx") == [("cả tệp", "sheet-unreadable")]
    empty = tmp_path / "rong.csv"
    empty.write_text("\n\n", "utf-8")
    assert faults(empty) == [("cả tệp", "sheet-unreadable")]
    empty.write_bytes("cơ quan,vai trò,email".encode("utf-16"))
    assert faults(empty) == [("cả tệp", "wrong-encoding")]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), suffix=st.sampled_from([".csv", ".xlsx"]))
def test_random_bytes_are_refused_politely(raw, suffix, tmp_path):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(raw)
    with pytest.raises(Problems):
        read_contacts(path, DIRECTORY)
