"""Spellings of one name, and what a commune was formed from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.territory.formed_from import Part, parts
from rules.territory.unit_names import loose_key, nearly, same_key, split_name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Xã Kế An", "xã", "Kế An"),
        ("THỊ TRẤN Thắng", "thị trấn", "Thắng"),
        ("Thị xã  Việt Yên", "thị xã", "Việt Yên"),
        ("Phường 1", "phường", "1"),
        ("Krông Na", "", "Krông Na"),
    ],
)
def test_type_and_name(text, kind, name):
    found = split_name(text)
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hòa Hoà", "Hoà Hòa"), ("Đắk R'Măng", "Đắk R’Măng"), ("Cư Knia", "Cư K’nia"), ("Đắk DRông", "Đắk D’rông")],
)
def test_the_same_name(one, other):
    assert same_key(one) == same_key(other)


def test_different_names_stay_apart():
    assert same_key("Tân Hà") != same_key("Tân Hạ")
    assert loose_key("Hòa Tú II") == loose_key("Hòa Tú 2")
    assert not nearly("Hòa Tú 1", "Hòa Tú 2")
    assert not nearly("Tân An", "Tân Âu Cơ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma Ly Pho", "Ma Li Pho"), ("Kan Hồ", "Can Hồ"), ("Tông Qua Lìn", "Tung Qua Lìn"), ("Hua Bun", "Hua Bum"),
        ("Lả Nhì Thàng", "Lản Nhì Thàng"), ("Đắk N'Dung", "Đắk N’Drung"), ("Buôn Choah", "Buôn Choáh"),
    ],
)  # fmt: skip
def test_misspelt(one, other):
    assert nearly(one, other)
    assert nearly(other, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_like_itself_and_the_order_does_not_matter(one, other):
    assert nearly(one, one)
    assert nearly(one, other) == nearly(other, one)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giữ nguyên", ()),
        ("Xã Đồng Tiến (huyện Yên Thế), Xã Canh Nậu", (Part("Xã Đồng Tiến", "huyện Yên Thế"), Part("Xã Canh Nậu"))),
        ("Xã Phong Vân, Xã Biên Sơn, Trường bắn TB1", (Part("Xã Phong Vân"), Part("Xã Biên Sơn"))),
        (
            "Phường Trung Hòa và Phường Yên Hòa (phần còn lại sau khi sáp nhập vào phường Cầu Giấy)",
            (Part("Phường Trung Hòa"), Part("Phường Yên Hòa", piece=True)),
        ),
        (
            "Xã Lục A, một phần diện tích TN, quy mô dân số của các phường Cửa Nam, Điện Biên",
            (Part("Xã Lục A"), Part("Phường Cửa Nam", piece=True), Part("Phường Điện Biên", piece=True)),
        ),
        (
            "một phần diện tích tự nhiên, quy mô dân số của xã Xã Yên Định, Xã Minh Ngọc",
            (Part("Xã Yên Định", piece=True), Part("Xã Minh Ngọc")),
        ),
        (
            "Phường Ỷ La và phần còn lại của xã Kim Phú sau khi sắp xếp",
            (Part("Phường Ỷ La"), Part("Xã Kim Phú", piece=True)),
        ),
        (
            "Phường 1, Xã Hòa An (huyện Phú Hòa) (phần còn lại sau khi sáp nhập vào xã Phú Hòa 1)",
            (Part("Phường 1"), Part("Xã Hòa An", "huyện Phú Hòa", True)),
        ),
        ("Toàn bộ diện tích TN, quy mô dân số của các phường Phường Láng Hạ", (Part("Phường Láng Hạ"),)),
        ("", ()),
    ],
)
def test_what_a_commune_was_formed_from(text, expected):
    assert parts(text) == expected


@given(st.text(alphabet="Xã Phườngthịrnmộcủaà()các,;.và 12", max_size=200))
def test_any_text_is_read(text):
    assert all(part.text for part in parts(text))
