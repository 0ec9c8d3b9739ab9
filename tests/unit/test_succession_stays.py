"""Units before the two-tier system: renamed, merged, moved with their district."""

from __future__ import annotations

from datetime import date

from models.succession import SuccessionKind
from models.units import Unit, UnitChange
from rules.territory.stays import Stays, stays

END = date(2025, 6, 30)
UNITS = [
    Unit("district", "213", "Thành phố Bắc Giang", "24"), Unit("district", "221", "Huyện Yên Dũng", "24"),
    Unit("commune", "01", "Phường Ngô Quyền", "213"), Unit("commune", "02", "Phường Trần Nguyên Hãn", "213"),
    Unit("commune", "03", "Thị trấn Tân An", "221"), Unit("commune", "04", "Xã Lão Hộ", "221"),
    Unit("commune", "05", "Xã Yên Lư", "221"),
]  # fmt: skip
NEW_YEAR = date(2025, 1, 1)


def change(level: str, code: str, new_code: str, name: str = "", parent: str = "", on: date = NEW_YEAR) -> UnitChange:
    return UnitChange(on, level, code, new_code, name, parent, "Nghị quyết thử")  # type: ignore[arg-type]


def told(found: Stays) -> set[tuple[str, str, str]]:
    return {(step.old.suffix, step.new.suffix, step.kind.value) for step in found.steps}


def test_without_changes_everything_stays_to_the_end():
    found = stays(UNITS, [], END)
    assert {(stay.since, stay.until) for stay in found.all} == {(None, END)}
    assert found.steps == []


def test_a_ward_merged_into_its_neighbour():
    found = stays(UNITS, [change("commune", "02", "01")], END)
    assert told(found) == {("02", "01", "merged_into")}
    gone = next(stay for stay in found.all if stay.code == "02")
    assert gone.until == date(2024, 12, 31)
    assert found.last_of(gone).name == "Phường Ngô Quyền"


def test_a_town_renamed_takes_in_another():
    found = stays(UNITS, [change("commune", "04", "03"), change("commune", "03", "03", "Phường Tân An")], END)
    assert told(found) == {("03", "03-2025", "renamed"), ("04", "03-2025", "merged_into")}
    assert [unit.name for unit in found.final("commune") if unit.code == "03"] == ["Phường Tân An"]


def test_communes_follow_their_district():
    found = stays(UNITS, [change("district", "221", "213"), change("commune", "03", "03", "Phường Tân An")], END)
    assert {unit.parent for unit in found.final("commune")} == {"213"}
    steps = {step.old.code: step for step in found.steps}
    assert steps["221"].kind is SuccessionKind.MERGED_INTO
    assert (steps["05"].kind, steps["05"].note) == (SuccessionKind.RENAMED, "đổi đơn vị cấp trên")
    assert (steps["03"].new.name, steps["03"].new.parent) == ("Phường Tân An", "213")


def test_a_new_district_takes_named_communes():
    found = stays(
        UNITS, [change("district", "", "224", "Thị xã Chũ", "24"), change("commune", "05", "05", parent="224")], END
    )
    assert [stay.suffix for stay in found.all if stay.code == "224"] == ["224-2025"]
    assert {unit.code: unit.parent for unit in found.final("commune")}["05"] == "224"


def test_two_changes_of_one_unit():
    first = change("district", "221", "221", "Thị xã Yên Dũng", on=date(2024, 2, 1))
    found = stays(UNITS, [change("district", "221", "213"), first], END)
    assert ("221", "221-2024", "renamed") in told(found)
    assert ("221-2024", "213", "merged_into") in told(found)
    assert [stay.suffix for stay in found.all if stay.code == "05"] == ["05", "05-2024", "05-2025"]
