"""From the command line: what became of agencies that ended, and duties given to others."""

from __future__ import annotations

import pytest

from harness.cli_home import Home, make_home

TEXT = """schema: dondoc/succession/1
province: Sóc Trăng
directory: soc-trang-2022
entries:
  - predecessor: soc-trang/so-y-te
    successors: [soc-trang/so-xay-dung]
    kind: merged_into
    date: 2022-03-15
    source: Nghị quyết thử nghiệm
"""
Y_TE = "thu-nghiem/make-plan/soc-trang/so-y-te/once"
REASON = ("--reason", "theo công văn 5")


@pytest.fixture
def home(tmp_path) -> Home:
    made = make_home(tmp_path)
    made.activate_small()
    return made


def end_so_y_te(home: Home) -> None:
    """The department ends on 14/3/2022, as the directory says when it is imported again."""
    path = home.plans / "agencies" / "soc-trang-2022.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = [line.replace("2025-06-30", "2022-03-14") if "/so-y-te\t" in line else line for line in lines]
    assert changed != lines
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")
    sheet = str(home.plans / "contacts" / "soc-trang-2022.csv")
    said = home.run("agency", "import", sheet, "--directory", "soc-trang-2022", now="2022-03-10T10:00")
    assert said.code == 0
    assert "soc-trang/so-y-te đổi valid_to: 2025-06-30 → 2022-03-14" in said.out


def test_a_succession_file_is_imported_and_the_duty_moves(home: Home, tmp_path) -> None:
    end_so_y_te(home)
    file = tmp_path / "ke-thua.yaml"
    file.write_text(TEXT, encoding="utf-8")
    said = home.run("agency", "succession", "import", str(file), "--json", now="2022-03-10T11:00")
    assert (said.code, said.value) == (0, {"added": 1, "changed": []})
    assert home.run("agency", "succession", "import", str(file), now="2022-03-10T11:05").out.startswith(
        "Đã nhập 0 dòng"
    )
    assert home.run("run", now="2022-03-15T08:05").code == 0
    items = home.run("item", "list", "--json").value
    # Sở Xây dựng owes the same plan of its own: the duty of Sở Y tế is merged into it, nobody has to decide.
    assert [item for item in items if item["kind"] == "ceased_agency"] == []
    states = {one["key"]: one["state"] for one in home.run("status", "--list", "--json").value}
    assert states[Y_TE] == "withdrawn"


def test_without_a_succession_a_person_decides(home: Home) -> None:
    end_so_y_te(home)
    assert home.run("run", now="2022-03-15T08:05").code == 0
    asked = [one for one in home.run("item", "list", "--json").value if one["kind"] == "ceased_agency"]
    assert [item["key"] for item in asked] == ["ceased_agency:thu-nghiem:soc-trang/so-y-te"]
    said = home.run("agency", "reassign", "--to", "soc-trang/so-xay-dung", *REASON, now="2022-03-16")
    assert said.code != 0
    assert "chọn một trong hai" in said.err
    taken = home.run("agency", "reassign", Y_TE, "--to", "soc-trang/so-xay-dung", *REASON, now="2022-03-16")
    assert taken.code != 0
    assert "đã có nhiệm vụ này" in taken.err
    said = home.run("agency", "withdraw", "--agency", "soc-trang/so-y-te", *REASON, now="2022-03-16T10:00")
    assert said.code == 0
    assert "thu-nghiem: đã rút" in said.out
    assert [one for one in home.run("item", "list", "--json").value if one["kind"] == "ceased_agency"] == []


def test_all_duties_of_an_agency_are_given_to_another(home: Home) -> None:
    end_so_y_te(home)
    assert home.run("run", now="2022-03-15T08:05").code == 0
    heir = "soc-trang/huyen-941"
    said = home.run(
        "agency", "reassign", "--agency", "soc-trang/so-y-te", "--to", heir, *REASON, now="2022-03-16T10:00"
    )
    assert said.code == 0, said.err
    assert "đã giao lại" in said.out
    said = home.run("submit", "make-plan", "huyen-941", "--number", "3/KH", now="2022-03-17T10:00")
    assert (said.code, said.out[: len(Y_TE)]) == (0, Y_TE)


def test_an_unknown_agency_in_the_file_is_named(home: Home, tmp_path) -> None:
    file = tmp_path / "ke-thua.yaml"
    file.write_text(TEXT.replace("so-xay-dung", "so-khong-co"), encoding="utf-8")
    said = home.run("agency", "succession", "import", str(file), now="2022-03-10T11:00")
    assert said.code != 0
    assert "so-khong-co" in said.err


def test_an_agency_mistyped_is_not_taken_for_done(home: Home) -> None:
    said = home.run("agency", "withdraw", "--agency", "soc-trang/so-y-tee", *REASON)
    assert said.code == 1
    assert "Không có cơ quan “soc-trang/so-y-tee”. Có phải soc-trang/so-y-te" in said.err
    said = home.run("agency", "reassign", "--agency", "soc-trang/so-y-te", "--to", "khong-co", *REASON)
    assert said.code == 1
    assert "Không có cơ quan “khong-co”" in said.err
