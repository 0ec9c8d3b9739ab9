"""The 8-bit ways Vietnamese was written before Unicode, seen as Latin-1: TCVN3 (ABC fonts), VNI, VISCII (RFC 1456)."""

from __future__ import annotations

_TCVN3_CODES = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_TEXT = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"

#: One byte, one letter; toned capitals are small letters in a font of capitals.
TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_TEXT)

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)

VISCII = {0x80 + index: letter for index, letter in enumerate(_VISCII_HIGH)} | {
    0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
}  # fmt: skip

_VNI_MARKS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "ö": ("ùøûõï", "ứừửữự"),
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def vni_pairs() -> dict[str, str]:
    """Letter and mark → letter, and letters that stand alone, small and capital."""
    small = {letter + mark: done for letter, (marks, all_done) in _VNI_MARKS.items()
             for mark, done in zip(marks, all_done, strict=True)} | _VNI_ALONE  # fmt: skip
    mixed = {pair[0].upper() + pair[1:]: done.upper() for pair, done in small.items() if len(pair) == 2}
    return small | mixed | {pair.upper(): done.upper() for pair, done in small.items()}
