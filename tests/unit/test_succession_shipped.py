"""The shipped successions: every agency that ends is accounted for, and the communes lead where they should."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from documents.directory_file import read_directory
from documents.succession_file import SuccessionFile, read
from harness.shipped_plan import PLANS
from models.directory import Directory
from models.kinds import AgencyClass
from models.succession import SuccessionKind

NAMES = ["bac-giang-2021", "lai-chau-2025"]


def files(name: str) -> tuple[SuccessionFile, Directory]:
    return read(PLANS / "succession" / f"{name}.yaml"), read_directory(PLANS / "agencies" / f"{name}.tsv")


def last(file: SuccessionFile, agency: str) -> tuple[str, ...]:
    """Where an agency's duties end up, from successor to successor."""
    entries = {entry.predecessor: entry.successors for entry in file.entries}
    found = (agency,)
    while len(found) == 1 and found[0] in entries:
        found = entries[found[0]]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_agency_that_ends_is_followed_or_asked_about(name):
    file, directory = files(name)
    assert file.directory == name
    ended = {entry.id for entry in directory.agencies if entry.valid_to is not None}
    followed = {entry.predecessor for entry in file.entries}
    asked = {one.agency for one in file.to_decide if one.agency in ended}
    assert followed | asked == ended
    assert not followed & asked


@pytest.mark.parametrize("name", NAMES)
def test_successors_begin_the_day_after(name):
    file, directory = files(name)
    for entry in file.entries:
        old = directory.by_id[entry.predecessor]
        assert old.valid_to is not None
        assert entry.date == old.valid_to + timedelta(days=1), entry.predecessor
        assert all(directory.by_id[one].valid_on(entry.date) for one in entry.successors), entry.predecessor


@pytest.mark.parametrize(("name", "all_", "single"), [("bac-giang-2021", 209, 190), ("lai-chau-2025", 106, 106)])
def test_the_share_of_communes_with_one_successor(name, all_, single):
    file, directory = files(name)
    first = [one.id for one in directory.agencies if one.klass is AgencyClass.UBND_XA and one.valid_from is None]
    ends = [last(file, agency) for agency in first]
    assert len(first) == all_
    assert sum(len(end) == 1 and directory.by_id[end[0]].system == "2026" for end in ends) == single


@pytest.mark.parametrize(
    ("commune", "follows"),
    [
        ("bac-giang/xa-07204", "bac-ninh/xa-2026-07210"),  # phường Trần Nguyên Hãn → Ngô Quyền → Bắc Giang
        ("bac-giang/xa-07684", "bac-ninh/xa-2026-07682"),  # xã Lão Hộ → phường Tân An
        ("bac-giang/xa-07243", "bac-ninh/xa-2026-07246"),  # xã Đồng Tiến (Yên Thế)
        ("bac-giang/xa-07630", "bac-ninh/xa-2026-07627"),  # xã Phúc Sơn (Sơn Động)
        ("bac-giang/xa-07540", "bac-ninh/xa-2026-07534"),  # xã Xa Lý, in là Sa Lý
        ("bac-giang/xa-07366", "bac-ninh/xa-2026-07228"),  # xã Quế Nham (Tân Yên) → phường Đa Mai
    ],
)
def test_communes_of_bac_giang(commune, follows):
    assert last(files("bac-giang-2021")[0], commune) == (follows,)


def test_what_is_not_known_is_left_to_a_person():
    file, directory = files("bac-giang-2021")
    asked = [directory.by_id[one.agency] for one in file.to_decide if one.agency and one.agency in directory.by_id]
    communes = [one for one in asked if one.valid_to is not None]
    districts = Counter(directory.by_id[one.parent or ""].name for one in communes)
    assert districts == {
        "UBND huyện Hiệp Hòa": 10, "UBND huyện Tân Yên": 4, "UBND huyện Lạng Giang": 2, "UBND huyện Yên Thế": 2,
        "UBND huyện Lục Nam": 1,
    }  # fmt: skip
    assert files("lai-chau-2025")[0].to_decide == ()


@pytest.mark.parametrize("name", NAMES)
def test_districts_have_no_single_successor_after_the_three_tiers(name):
    file, directory = files(name)
    ended = [
        entry
        for entry in file.entries
        if directory.by_id[entry.predecessor].klass in (AgencyClass.UBND_HUYEN, AgencyClass.PHONG_TU_PHAP)
        and entry.date == date(2025, 7, 1)
    ]
    assert {entry.kind for entry in ended} == {SuccessionKind.SPLIT_INTO}
    assert all(len(entry.successors) > 1 for entry in ended)


def test_the_province_and_its_departments_pass_to_bac_ninh():
    file, _ = files("bac-giang-2021")
    assert last(file, "bac-giang/ubnd-tinh") == ("bac-ninh/ubnd-tinh",)
    assert last(file, "bac-giang/so-ke-hoach-va-dau-tu") == ("bac-ninh/so-tai-chinh",)
    assert last(file, "bac-giang/ban-dan-toc") == ("bac-ninh/so-dan-toc-va-ton-giao",)
    assert last(file, "bac-giang/phong-tu-phap-221") == last(file, "bac-giang/phong-tu-phap-213")
