"""The words the grammar knows, and how a printed word is recognised as one of them.

A word is known by its correct spelling; a spelling with other or missing diacritics (scans, typing without a
Vietnamese keyboard) still counts, unless it is another real word ("ngay", "quỹ", "thắng").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Correct spelling → other real words of the same letters, which it must not be taken for.
_KNOWN: dict[str, str] = {
    "ngày": "ngay ngáy ngây ngấy ngậy", "tháng": "thắng thăng thẳng thằng thặng", "năm": "nắm nằm nấm nám nậm",
    "quý": "quỹ quỷ quỳ quy quì quỉ qui", "tuần": "tuân tuấn", "giờ": "gió giỏ giò giỗ", "phút": "", "trước": "",
    "sau": "sáu sâu sầu sấu", "đến": "đen đèn đền", "tới": "tối tôi tồi tội", "từ": "tư tự tử tù tú tụ tủ tứ",
    "hết": "hét", "trong": "trọng trồng trống trông", "vào": "vạo", "xong": "", "kể": "kế kệ",
    "tính": "tỉnh tình tinh", "chậm": "chăm chạm chấm châm", "nhất": "nhật nhát", "muộn": "muốn mượn muôn",
    "trễ": "trẻ trê", "hạn": "hàn hận hân", "cuối": "cưới", "đầu": "dấu đậu dầu đâu đấu đau", "giữa": "",
    "nửa": "nữa", "cả": "ca cá cà", "suốt": "", "hằng": "hạng hãng háng hang", "mỗi": "mới mọi môi mối mồi",
    "từng": "tùng", "lần": "lân lận lan", "một": "mốt", "định": "đinh đình đính đỉnh dinh",
    "kỳ": "ký kỷ kỹ kỵ ky kí kỉ kị", "đột": "đợt", "xuất": "", "thường": "thưởng thượng thương", "xuyên": "",
    "liên": "liền liễn", "tục": "túc", "khi": "khí", "ngay": "ngày ngáy ngây", "và": "vá va", "hoặc": "",
    "hoàn": "hoán hoãn hoan", "thành": "thanh thánh", "thời": "thôi thổi", "gian": "giản gián giàn", "của": "cửa cụa",
    "theo": "", "có": "cơ cổ cô cố cờ cớ co", "cần": "căn cân cận", "thiết": "thiệt", "yêu": "yếu", "cầu": "câu cậu",
    "không": "khống", "quá": "qua quả quà", "làm": "lắm lãm lâm lầm", "việc": "", "giai": "giải", "đoạn": "đoàn đoán",
    "nhiệm": "nhiễm", "tiếp": "tiệp", "các": "cấc", "những": "nhưng", "nay": "này nảy", "này": "nảy nay",
    "thứ": "thủ thư thu thử thù thú thụ", "chủ": "chú chữ chu chứ chừ", "nhật": "nhất nhát", "mùng": "mừng",
    "mồng": "mong móng mông", "hai": "hải hại hái", "ba": "bà bá bã bả", "bốn": "bón bồn", "sáu": "sau sâu sầu sấu",
    "bảy": "bay bày bẩy bẫy", "tám": "tạm tâm tấm tắm", "chín": "chính chỉn", "mười": "mươi", "mươi": "mười",
    "lăm": "lắm làm lãm lâm lầm lam", "mốt": "một", "tư": "từ tự tử tù tú tụ tủ tứ", "giêng": "giếng riêng",
    "chạp": "", "rưỡi": "", "dự": "dữ dư dử", "kiến": "kiện kiên", "khoảng": "khoáng khoang", "thực": "thức",
    "hiện": "hiến hiên", "được": "", "ban": "bản bạn bàn bán bận", "hành": "hạnh", "kết": "", "sơ": "sở số so sợ",
    "tổng": "tống tông", "báo": "bảo bao bào", "cáo": "cao cạo", "lúc": "lực lục", "chót": "",
    "cùng": "cũng cung cứng", "tiên": "tiến tiền tiện", "liền": "liên", "kề": "kể kế kệ", "kế": "kể kề kệ",
    "tiến": "tiên tiền tiện", "quy": "quý quỹ quỷ quỳ", "chỉ": "chi chí chị", "đạo": "đào đảo dao",
    "hướng": "hưởng hương", "trở": "trợ", "đi": "", "là": "la lá", "đúng": "dùng đứng dựng", "phát": "phạt",
    "sinh": "", "nếu": "nêu nều", "thượng": "thường thưởng thương", "trung": "trúng trùng", "hạ": "hà ha hả",
    "cách": "", "nhận": "nhân nhẫn", "ký": "kỳ kỷ kỹ kỵ", "vòng": "vọng vong", "học": "hộc", "đợt": "đột",
    "tối": "tới tôi tồi", "thiểu": "thiếu", "tại": "tài tải tai", "trình": "trinh", "gửi": "", "xảy": "",
    "ra": "rà rã", "chương": "chướng", "hoạch": "", "bộ": "bổ bố bỏ bơ", "số": "sơ sở so sổ", "chi": "chỉ chí chị",
    "phí": "phi", "nguồn": "", "sách": "sạch", "toán": "toàn", "hiệu": "hiểu", "lực": "lúc lục", "lâu": "lầu",
    "dài": "đài", "lại": "lãi", "vụ": "vũ vu",
}  # fmt: skip
#: Other spellings that mean the same word.
_SPELLED = {
    "quí": "quý", "qui": "quý", "hàng": "hằng", "kì": "kỳ", "dịnh": "định", "bẩy": "bảy", "thuờng": "thường",
    "dến": "đến", "giửa": "giữa",
}  # fmt: skip
#: Read without diacritics even in a text that has them; the grammar asks for a number beside them.
_OFTEN_BARE = frozenset(
    [
        "quý",
        "tháng",
        "ngày",
        "năm",
        "trước",
        "thường",
        "xuyên",
        "hằng",
        "chậm",
        "nhất",
        "hoàn",
        "thành",
        "đến",
        "hết",
        "xong",
        "trong",
    ]
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "iiii": 4}
_LOOKS_ROMAN = str.maketrans("l1|!íìỉ", "iiiiiii")


def fold(text: str) -> str:
    """Lower case without diacritics."""
    bare = unicodedata.normalize("NFD", text.lower().translate(_INVISIBLE))
    return "".join(c for c in bare if not "\u0300" <= c <= "\u036f").replace("đ", "d")


def spelled(text: str) -> str:
    """Lower case, composed, without invisible characters."""
    return unicodedata.normalize("NFC", text.lower().translate(_INVISIBLE))


def _by_letters() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for word in _KNOWN:
        index.setdefault(fold(word), []).append(word)
    return index


_LETTERS = _by_letters()
_OTHER = {word: frozenset(others.split()) for word, others in _KNOWN.items()}
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def meanings(text: str, bare: bool) -> frozenset[str]:
    """The known words a printed word can be. `bare`: the whole text is written without diacritics."""
    printed = spelled(text)
    if printed in _SPELLED:
        return frozenset((_SPELLED[printed],))
    letters = fold(text)
    words = _LETTERS.get("quy" if letters == "qui" else letters)
    if words is None:
        return _NOTHING
    if printed == letters:
        found = {word for word in words if word == printed or bare or word in _OFTEN_BARE}
        if bare and letters == "hang":
            found.add("hằng")
        return frozenset(found)
    if printed in words:
        return frozenset((printed,))
    return frozenset(word for word in words if printed not in _OTHER[word])


@lru_cache(maxsize=1024)
def roman(text: str) -> int:
    """The quarter a roman numeral names, its usual misreadings ("lI", "1I", "|V") included; 0 when it is none."""
    return _ROMAN.get(spelled(text).translate(_LOOKS_ROMAN), 0) if len(text) <= 4 else 0


#: The longest syllable has seven letters; a word of more is several.
_SYLLABLE = 7
_GLUED = re.compile(r"(q|qu[ýíyi]|q[úí]y|q[úí]i)(i{1,3}|iv)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def glued(text: str) -> int:
    """Where "QuýIII", "QIV" or "trướcngày" falls apart; 0 when it does not."""
    match = _GLUED.fullmatch(text) if len(text) <= 7 else None
    if match:
        return match.end(1)
    if not _SYLLABLE < len(text) <= 2 * _SYLLABLE:
        return 0
    cuts = range(2, len(text) - 1)
    return next((cut for cut in cuts if spelled(text[:cut]) in _KNOWN and spelled(text[cut:]) in _KNOWN), 0)


#: Pieces that are no syllable: a word torn by a scan ("th áng", "thá ng") has one of them.
_PIECES = frozenset(
    [
        "b",
        "c",
        "ch",
        "d",
        "đ",
        "g",
        "gh",
        "h",
        "k",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ngh",
        "nh",
        "p",
        "ph",
        "q",
        "qu",
        "r",
        "s",
        "t",
        "th",
        "tr",
        "v",
        "x",
    ]
)


@lru_cache(maxsize=4096)
def torn(left: str, right: str, bare: bool) -> bool:
    """Whether two neighbouring pieces are one known word."""
    if spelled(left) not in _PIECES and spelled(right) not in _PIECES:
        return False
    if len(left) + len(right) > 8 or meanings(left, bare) or meanings(right, bare):
        return False
    return spelled(left + right) in _KNOWN or spelled(left + right) in _SPELLED
