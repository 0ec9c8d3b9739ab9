"""Group phrases and names of agencies, as the documents write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from models.plan_file import GroupFile
from models.problem import Problems
from rules.agency_names import bare_key, name_key, named
from rules.group_phrases import Expansion, closest, expand

PLANS = Path(__file__).parents[2] / "plans"
DAY = date(2022, 2, 7)


@pytest.fixture(scope="module")
def directory():
    return read_directory(PLANS / "agencies/soc-trang-2022.tsv")


@pytest.fixture(scope="module")
def phrases():
    return read_phrases(PLANS / "phrases.yaml")


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("các Sở, ban, ngành tỉnh", 18), ("Các Sở ban ngành tỉnh", 18), ("các Sở, ban ngành tỉnh", 18),
        ("Các Sở, Ban, ngành", 18), ("Sở, ngành tỉnh", 18), ("các Sở, ngành", 18), ("Thủ trưởng các Sở, ngành", 18),
        ("Các cơ quan chuyên môn thuộc UBND tỉnh", 18), ("các sở, cơ quan thuộc UBND tỉnh", 18),
        ("UBND cấp huyện", 11), ("UBND các huyện, thành phố", 11), ("Ủy ban nhân dân cấp huyện", 11),
        ("Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố", 11), ("UBND cấp xã", 109), ("cấp xã", 109),
        ("UBND các xã, phường, thị trấn", 109), ("Phòng Tư pháp", 11), ("Phòng Tư pháp các huyện, thành phố", 11),
        ("UBND các cấp", 121), ("Các Sở, ngành, UBND cấp huyện, UBND cấp xã", 138), ("UBND tỉnh", 1),
        ("Sở Tư pháp", 1), ("sở tư pháp", 1), ("So Tu phap", 1), ("Sở TN&MT", 1), ("Sở TN và MT", 1),
        ("Ủy ban nhân dân huyện Kế Sách", 1), ("soc-trang/xa-31528", 1), ("UBND phường 1, thị xã Vĩnh Châu", 1),
        ("Văn phòng UBND tỉnh", 1), ("Thanh tra tỉnh", 1),
    ],
)  # fmt: skip
def test_a_phrase_stands_for_its_agencies(phrase, count, directory, phrases):
    found = expand(phrase, directory, phrases, {}, DAY)
    assert (len(found.members), found.known, found.open) == (count, True, False)


@pytest.mark.parametrize(
    "phrase",
    [
        "các cơ quan, đơn vị có liên quan", "Các cơ quan, đơn vị, địa phương có liên quan", "các Sở, ngành liên quan",
        "một số Sở, Ban, ngành, địa phương", "các cơ quan, tổ chức liên quan", "một số cơ quan khác có liên quan",
    ],
)  # fmt: skip
def test_open_sets_name_nobody(phrase, directory, phrases):
    assert expand(phrase, directory, phrases, {}, DAY) == Expansion(open=True)


@pytest.mark.parametrize("phrase", ["Sở Thủy sản", "UBND phường 1", "", "…", "các"])
def test_unknown_and_ambiguous_names_are_said_so(phrase, directory, phrases):
    assert expand(phrase, directory, phrases, {}, DAY) == Expansion(known=False)


def test_an_agency_that_ceased_is_known_but_gone(directory, phrases):
    assert expand("Sở Tài nguyên và Môi trường", directory, phrases, {}, date(2025, 3, 1)) == Expansion()
    assert expand("UBND cấp huyện", directory, phrases, {}, date(2025, 7, 1)) == Expansion()


def test_the_groups_of_the_plan_come_first(directory, phrases):
    groups = {
        "các Sở, ngành": GroupFile(members=("Sở Tư pháp", "Sở Y tế"), add=("soc-trang/huyen-943",)),
        "Khối nội chính": GroupFile(classes=("ubnd_huyen",), add=("Sở Nội vụ",), remove=("UBND thành phố Sóc Trăng",)),
        "các đơn vị liên quan": GroupFile(open=True),
        "các đơn vị sau": GroupFile(open=True, members=("Sở Y tế", "Sở Lạ")),
    }
    names = [entry.id for entry in expand("Các Sở ngành", directory, phrases, groups, DAY).members]
    assert names == ["soc-trang/so-tu-phap", "soc-trang/so-y-te", "soc-trang/huyen-943"]
    assert len(expand("khối nội chính", directory, phrases, groups, DAY).members) == 11
    assert expand("các đơn vị liên quan", directory, phrases, groups, DAY) == Expansion(open=True)
    named_now = expand("các đơn vị sau", directory, phrases, groups, DAY)
    assert (named_now.open, named_now.missing, len(named_now.members)) == (False, ("Sở Lạ",), 1)


def test_members_of_a_plans_group_are_those_of_the_day(directory, phrases):
    groups = {"khối môi trường": GroupFile(members=("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"))}
    expected = {DAY: "so-tai-nguyen-va-moi-truong", date(2025, 3, 1): "so-nong-nghiep-va-moi-truong"}
    for day, name in expected.items():
        (entry,) = expand("khối môi trường", directory, phrases, groups, day).members
        assert entry.id == f"soc-trang/{name}"


def test_did_you_mean(directory, phrases):
    assert "các Sở, ngành" in closest("các Sở, ngnàh", directory, phrases, {})
    assert closest("Sở Tư phấp tỉnh", directory, phrases, {})[0] == "Sở Tư pháp"
    assert closest("UBND phường 1", directory, phrases, {}) == [
        "soc-trang/xa-31513", "soc-trang/xa-31732", "soc-trang/xa-31783",
    ]  # fmt: skip
    assert closest("zzzz", directory, phrases, {}) == []


def test_keys_ignore_what_clerks_vary():
    assert name_key("Các Sở, ban,  ngành TỈNH;") == name_key("các sở ban ngành tỉnh") == "sở ban ngành tỉnh"
    assert name_key("Uỷ ban nhân dân xã") == name_key("Ủy ban nhân dân xã") == name_key("UBND xã")
    assert name_key("Sở") == name_key("Sở")
    assert name_key("Sở Tư pháp") != name_key("Sở Tu pháp")
    assert bare_key("Đắk Nông và Đăk Lăk") == "dak nong dak lak"


def test_a_name_with_marks_is_never_taken_for_another(directory):
    assert [entry.id for entry in named("UBND thị trấn Long Phú", directory)] == ["soc-trang/xa-31639"]
    assert [entry.id for entry in named("UBND xã Long Phú", directory)] == ["soc-trang/xa-31669"]
    assert len(named("UBND phường 2", directory)) == 3


def test_a_faulty_phrases_file_names_its_lines(tmp_path):
    path = tmp_path / "phrases.yaml"
    path.write_text("schema: dondoc/phrases/1\ngroups:\n  - classes: [sso]\n    phrase: [a]\n", "utf-8")
    with pytest.raises(Problems) as error:
        read_phrases(path)
    assert [(one.place, one.code) for one in error.value.problems] == [
        ("dòng 3", "unknown-value"), ("dòng 3", "missing-key"), ("dòng 4", "unknown-key"),
    ]  # fmt: skip
