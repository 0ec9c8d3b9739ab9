"""Matching old communes with new ones: types that changed, names that repeat, spellings, codes, strangers."""

from __future__ import annotations

from models.succession import SuccessionCertainty
from models.units import Unit
from rules.territory.match import Matching, match_communes

DISTRICTS = {
    "1": Unit("district", "1", "Huyện Yên Thế", "P"),
    "2": Unit("district", "2", "Huyện Hiệp Hòa", "P"),
    "9": Unit("district", "9", "Huyện Lương Tài", "Q"),
}


def commune(code: str, name: str, district: str) -> Unit:
    return Unit("commune", code, name, district)


def became(code: str, name: str, formed_from: str) -> Unit:
    return Unit("commune", code, name, "N", formed_from)


def matched(old: list[Unit], new: list[Unit]) -> Matching:
    return match_communes(old, DISTRICTS, new)


def pairs(found: Matching) -> set[tuple[str, str]]:
    return {(link.old, link.new) for link in found.links}


def test_a_commune_that_became_a_ward_is_found_by_its_name():
    found = matched([commune("01", "Xã Tân Tiến", "1")], [became("91", "Phường Tân Tiến", "Phường Tân Tiến")])
    assert pairs(found) == {("01", "91")}
    assert found.links[0].certainty is SuccessionCertainty.FOUND


def test_type_decides_between_a_town_and_a_commune_of_one_name():
    old = [commune("01", "Thị trấn Long Phú", "1"), commune("02", "Xã Long Phú", "1")]
    new = [became("91", "Xã A", "Thị trấn Long Phú"), became("92", "Xã B", "Xã Long Phú")]
    assert pairs(matched(old, new)) == {("01", "91"), ("02", "92")}


def test_the_district_in_brackets_decides():
    old = [commune("01", "Xã Đồng Tiến", "1"), commune("02", "Xã Đồng Tiến", "2")]
    new = [
        became("91", "Xã A", "Xã Đồng Tiến (huyện Yên Thế)"),
        became("92", "Xã B", "Xã Đồng Tiến (huyện Hiệp Hòa)"),
    ]
    assert pairs(matched(old, new)) == {("01", "91"), ("02", "92")}


def test_neighbours_decide_between_communes_of_one_name():
    old = [
        commune("01", "Xã Phúc Sơn", "1"), commune("02", "Xã Phúc Sơn", "2"),
        commune("03", "Xã Đại Sơn", "2"), commune("04", "Xã Giáo Liêm", "2"),
    ]  # fmt: skip
    found = matched(old, [became("91", "Xã Đại Sơn", "Xã Giáo Liêm, Xã Phúc Sơn, Xã Đại Sơn")])
    assert pairs(found) == {("02", "91"), ("03", "91"), ("04", "91")}
    assert found.of("02")[0].certainty is SuccessionCertainty.COMPUTED
    assert found.of("01") == []


def test_a_name_from_another_old_province_is_a_stranger():
    theirs = [commune("08", "Xã Phú Lương", "9"), commune("09", "Xã Trung Chính", "9")]
    old = [commune("01", "Xã Quang Minh", "2"), *theirs]
    found = matched(old, [became("91", "Xã Trung Chính", "Xã Phú Lương, Xã Quang Minh, Xã Trung Chính")])
    assert pairs(found) == {("08", "91"), ("09", "91")}
    assert [(one.new, one.text) for one in found.loose] == [("91", "Xã Quang Minh")]


def test_a_spelling_is_forgiven_in_the_district_of_the_neighbours():
    old = [commune("01", "Xã Xa Lý", "1"), commune("02", "Xã Phong Minh", "1"), commune("03", "Xã Sa Lỳ", "9")]
    found = matched(old, [became("91", "Xã Sa Lý", "Xã Phong Minh, Xã Sa Lý")])
    assert pairs(found) == {("01", "91"), ("02", "91")}
    assert found.of("01")[0].note == "tài liệu ghi “Xã Sa Lý”"


def test_two_misspellings_are_left_to_a_person():
    old = [commune("01", "Xã Tân Hoà", "1"), commune("02", "Xã Tân Hoa", "1"), commune("03", "Xã Bình Sơn", "1")]
    found = matched(old, [became("91", "Xã Bình Sơn", "Xã Tân Hóa, Xã Bình Sơn")])
    assert pairs(found) == {("03", "91")}
    assert [one.text for one in found.loose] == ["Xã Tân Hóa"]


def test_a_kept_code_maps_a_commune_renamed_before():
    old = [commune("07333", "Xã Lam Cốt", "1")]
    found = matched(old, [became("07333", "Xã Quang Trung", "Xã Lam Sơn, Xã Quang Trung")])
    assert pairs(found) == {("07333", "07333")}
    assert found.links[0].certainty is SuccessionCertainty.ASSUMED


def test_a_code_alone_means_nothing_where_every_name_has_a_source():
    old = [commune("01", "Xã Tam Hiệp", "1"), commune("02", "Xã Tân Hiệp", "1")]
    found = matched(old, [became("01", "Xã Tân Hiệp", "Xã Tân Hiệp")])
    assert pairs(found) == {("02", "01")}


def test_a_commune_divided_among_several():
    old = [commune("01", "Phường Bùi Hữu Nghĩa", "1")]
    rest = "Phường Bùi Hữu Nghĩa (phần còn lại sau khi sáp nhập vào phường Cái Khế)"
    found = matched(old, [became("91", "Phường A", "Phường Bùi Hữu Nghĩa"), became("92", "Phường B", rest)])
    assert pairs(found) == {("01", "91"), ("01", "92")}
    assert [link.piece for link in found.links] == [False, True]
