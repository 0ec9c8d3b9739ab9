"""`dondoc agency prepare` and `dondoc agency succession prepare`: the shipped files can be made again; bad tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.contacts_sheet import read_contacts
from documents.directory_file import read_directory
from documents.succession_file import load
from harness.cli_home import Home
from harness.shipped_plan import PLANS, shared_file

OLD = """\
level\tcode\tname\tparent_code
province\t24\tTỉnh Bắc Giang\t
district\t215\tHuyện Yên Thế\t24
commune\t01\tXã Đông Sơn\t215
commune\t02\tThị trấn Bố Hạ\t215
commune\t03\tXã Tam Hiệp\t215
province\t27\tTỉnh Bắc Ninh\t
"""
NEW = """\
level\tcode\tname\tparent_code\tformed_from
province\t24\tTỉnh Bắc Ninh\t\ttỉnh Bắc Giang và tỉnh Bắc Ninh
commune\t02\tXã Bố Hạ\t24\tThị trấn Bố Hạ, Xã Đông Sơn
"""


@pytest.fixture
def tables(tmp_path: Path) -> list[str]:
    (tmp_path / "old.tsv").write_text(OLD, "utf-8")
    (tmp_path / "new.tsv").write_text(NEW, "utf-8")
    bodies = str(PLANS / "preparation/bodies.tsv")
    return [
        "--province", "Bắc Giang", "--units", str(tmp_path / "old.tsv"), "--next-units", str(tmp_path / "new.tsv"),
        "--bodies", bodies,
    ]  # fmt: skip


def test_a_directory_of_both_systems(tmp_path, tables):
    out, contacts = tmp_path / "thu.tsv", tmp_path / "thu.csv"
    said = Home(tmp_path).run("agency", "prepare", *tables, "--out", str(out), "--contacts", str(contacts))
    assert said.code == 0, said.err
    directory = read_directory(out)
    assert len(read_contacts(contacts, directory)) == 2 * len(directory.agencies)
    assert directory.by_id["bac-giang/xa-01"].parent == "bac-giang/huyen-215"
    assert directory.by_id["bac-ninh/xa-2026-02"].name == "UBND xã Bố Hạ"
    assert str(directory.by_id["bac-giang/so-giao-thong-van-tai"].valid_to) == "2025-02-28"


def test_the_old_system_alone(tmp_path, tables):
    out = tmp_path / "thu.tsv"
    assert Home(tmp_path).run("agency", "prepare", *tables, "--without-heirs", "--out", str(out)).code == 0
    assert {entry.province for entry in read_directory(out).agencies} == {"Bắc Giang"}


def test_successions_and_what_is_left_to_a_person(tmp_path, tables):
    out = tmp_path / "thu.yaml"
    args = ["agency", "succession", "prepare", *tables, "--directory", "thu", "--out", str(out), "--json"]
    said = Home(tmp_path).run(*args)
    assert said.value["communes"] == {"all": 3, "single": 2, "split": 0, "unmapped": 1}
    assert said.value["to_decide"] == 1
    found = {entry.predecessor: entry.single for entry in load(out)}
    assert (found["bac-giang/xa-01"], found["bac-giang/ubnd-tinh"]) == ("bac-ninh/xa-2026-02", "bac-ninh/ubnd-tinh")


def test_a_reviewed_file_is_not_overwritten(tmp_path, tables):
    out = tmp_path / "thu.tsv"
    out.write_text("đã xem", "utf-8")
    said = Home(tmp_path).run("agency", "prepare", *tables, "--out", str(out))
    assert said.code != 0
    assert "--force" in said.err
    assert out.read_text("utf-8") == "đã xem"


def test_tables_taken_for_one_another(tmp_path, tables):
    swapped = [{"--units": "--next-units", "--next-units": "--units"}.get(one, one) for one in tables]
    out = tmp_path / "ke-thua.yaml"
    call = ["agency", "succession", "prepare", *swapped, "--province", "Bắc Ninh", "--directory", "x"]
    said = Home(tmp_path).run(*call, "--out", str(out))
    assert said.code == 1
    assert "có bị đổi chỗ không" in said.err
    assert not out.exists()


def test_a_place_that_cannot_be_written(tmp_path, tables):
    (tmp_path / "tep").write_text("x", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    for out, words in ((tmp_path / "tep" / "thu.tsv", "Không tạo được thư mục"), (tmp_path, "không phải là tệp")):
        said = Home(tmp_path).run("agency", "prepare", *tables, "--out", str(out), "--force")
        assert said.code == 1
        assert words in said.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "bảng trống"),
        ("level\tname\nprovince\tTỉnh A\n", "thiếu cột: code"),
        ("level\tcode\tname\nprovinse\t24\tTỉnh Bắc Giang\n", "Có phải 'province'?"),
        ("level\tcode\tname\nprovince\t24\tTỉnh A\nprovince\t24\tTỉnh B\n", "mã '24' đã có ở dòng 2"),
        ("level\tcode\tname\nprovince\t99\tTỉnh Khác\n", "Không có tỉnh “Bắc Giang”"),
    ],
)
def test_bad_tables(tmp_path, tables, text, message):
    (tmp_path / "old.tsv").write_text(text, "utf-8")
    said = Home(tmp_path).run("agency", "prepare", *tables, "--out", str(tmp_path / "thu.tsv"))
    assert said.code != 0
    assert message in said.err
    assert not (tmp_path / "thu.tsv").exists()


@pytest.mark.parametrize(("name", "province"), [("bac-giang-2021", "Bắc Giang"), ("lai-chau-2025", "Lai Châu")])
def test_the_shipped_files_can_be_made_again(tmp_path, name, province):
    slug, folder = name.rsplit("-", 1)[0], PLANS / "preparation"
    args = [
        "--province", province, "--units", str(shared_file("data", "units-2022.tsv")),
        "--next-units", str(shared_file("data", "units-2026.tsv")),
        "--bodies", str(folder / "bodies.tsv"), "--bodies", str(folder / f"bodies-{slug}.tsv"),
    ]  # fmt: skip
    changes = folder / f"changes-{slug}.tsv"
    args += ["--changes", str(changes)] if changes.exists() else []
    home, out = Home(tmp_path), tmp_path / f"{name}.tsv"
    assert home.run("agency", "prepare", *args, "--out", str(out)).code == 0
    assert out.read_text("utf-8") == (PLANS / "agencies" / out.name).read_text("utf-8")
    heirs = tmp_path / f"{name}.yaml"
    said = home.run("agency", "succession", "prepare", *args, "--directory", name, "--out", str(heirs))
    assert said.code == 0
    shipped = load(PLANS / "succession" / heirs.name)
    assert [(one.predecessor, one.successors) for one in load(heirs)] == [
        (one.predecessor, one.successors) for one in shipped
    ]
