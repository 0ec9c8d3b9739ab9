"""One agency phrase from a position of a text: where it ends, or that there is none."""

from __future__ import annotations

import re

from rules.agency_phrases.letters import LOWER, UPPER
from rules.agency_phrases.name_words import small_end
from rules.agency_phrases.names import FIELD, FIELD_PATTERN, HEAD_PATTERN, UNITS, WHOLE_PATTERN

_I = re.IGNORECASE
_BETWEEN = r"\s*(?:,|-|–|/|và)\s*"
_NAME = rf"[{UPPER}][\w'’.-]*"  # a word with a capital letter

TITLE = re.compile(
    r"(?:(?:đồng chí|đ/c)\s+)?(?:phó\s+)?(?:tổng giám đốc|giám đốc|thủ trưởng|trưởng các|lãnh đạo|"
    r"người đứng đầu|chủ tịch|"
    r"hiệu trưởng|"
    r"bộ trưởng|cục trưởng|trưởng|chánh|đại diện)\s+(?=các\s|sở|ban|ngành|cơ quan|đơn vị|ubnd|ủy ban|uỷ ban|văn phòng|"
    r"thanh tra|phòng|công an|cục|chi cục|bộ|vụ|viện|trung tâm|hội|công ty|doanh nghiệp|tổ chức|địa phương|bảo hiểm)",
    _I,
)
_DET = re.compile(r"(?:tất cả\s+)?(?:các|những|một số|từng|mỗi|toàn bộ)\s+", _I)
_COMMITTEE = re.compile(r"(?:ubnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân)(?!\w)", _I)
_LEVEL = re.compile(r"\s*(?:các\s+cấp|cùng\s+cấp|hai\s+cấp|(?:cấp|tại)\s+(?:tỉnh|huyện|xã|cơ sở))(?!\w)", _I)
UNIT_LIST = re.compile(
    rf"\s*(?:(?:các|từng|mỗi)\s+)?{UNITS}(?!\w)(?:{_BETWEEN}{UNITS}(?!\w))*(?:\s+(?:trực\s+)?thuộc(?:\s+tỉnh|"
    rf"\s+trung ương))?(?:\s+(?:ven biển|miền núi|biên giới|hải đảo|vùng cao|đảo|đồng bằng|trọng điểm|còn lại|"
    rf"(?:có\s+)?liên\s+quan|khác)(?!\w))?",
    _I,
)
_PLACE = rf"(?:(?!(?:{HEAD_PATTERN}|UBND|HĐND)(?!\w)){_NAME})"
_FURTHER = rf"(?:(?:,\s+|\s+và\s+){_PLACE}(?:\s+{_PLACE}){{0,2}}(?=\s*(?:[,;.:()\n]|$)|\s[{LOWER}]))"
_PLACE_NAME = re.compile(rf"(?:\s+{_PLACE})+{_FURTHER}*")
_FURTHER_PLACES = re.compile(rf"{_FURTHER}+")
_ENDS_IN_PLACE = re.compile(rf"(?:huyện|thành phố|thị xã|xã|phường|quận)(?:\s+{_NAME}){{1,4}}$")
_NOUN = re.compile(
    r"(?:sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|đoàn thể|hội(?!\s+(?:đồng|nghị|thảo|thi|viên))|"
    r"phòng|"
    r"doanh nghiệp|chính quyền|mặt trận|trường|viện|hợp tác xã|"
    r"nhà trường|cục(?!\s+trưởng)|vụ(?!\s+(?:việc|trưởng|án))|khoa(?!\s+học)|trạm|thành viên|"
    r"tổ dân phố|cơ sở(?= (?:giáo dục|y tế|sản xuất|kinh doanh|đào tạo|khám|dịch vụ|chế biến)))(?!\w)",
    _I,
)
_MODIFIER = re.compile(
    r"\s+(?:ngang\s+(?:bộ|sở)|chuyên môn|chuyên ngành|chức năng|quản lý nhà nước|hành chính|sự nghiệp(?:\s+công lập)?|"
    r"(?:thuộc,?\s*(?:và\s+)?)?trực thuộc|thuộc|của|ở|tại)?\s*"
    r"(?:(?:ubnd|(?:ủy|uỷ)\s+ban\s+nhân\s+dân)\s+(?:tỉnh|huyện|thành phố|cấp \w+)|chính phủ|tỉnh|cấp\s+(?:tỉnh|"
    r"huyện|xã|cơ sở)|"
    r"thành phố|huyện|các cấp|trung ương|ngành dọc|nhà nước|bộ|sở|"
    r"(?:(?:có trụ sở\s+)?đóng\s+)?(?:trên\s+)?địa bàn(?:\s+(?:tỉnh|huyện|thành phố|xã))?|"
    r"(?:khác\s+)?(?:có\s+)?liên\s+quan|khác|chính trị\s*-\s*xã hội|xã hội\s*-\s*nghề nghiệp|xã hội|thành viên|"
    r"đoàn thể|"
    r"mầm non|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|mầm non, tiểu học|"
    r"hội đồng(?! nhân dân)|ban chỉ đạo|tổ công tác|tổ giúp việc|giáo dục|y tế|trường học|"
    r"(?:có tên|được nêu|nêu)\s+(?:tại|trong|ở)\s+(?:mục|điểm|khoản|phần|kế hoạch|danh sách|phụ lục)"
    r"(?:\s+(?:này|trên|nêu trên|[\dIVX.]+|[a-zđ](?!\w)))*|nêu trên|"
    r"sản xuất|kinh doanh|chế biến|thực phẩm|vận tải(?: hành khách| hàng hóa)?|khám bệnh,? chữa bệnh|"
    r"dịch vụ(?: ăn uống)?|đào tạo(?: lái xe)?|"
    r"tư pháp|thông tin đại chúng|báo chí|truyền thông|thông tấn,?\s*báo chí|dịch vụ công|ngang bộ|chuyên môn|"
    r"chức năng|trực thuộc)"
    r"(?!\w)",
    _I,
)
_NOUN_JOIN = re.compile(
    r"\s*(?:,|/|-|–|\bvà\b)\s*|;\s*(?=(?:ban|ngành|đoàn thể)\b)|(?:(?<=sở)|(?<=ban)|(?<=hội))\s+(?=ban\b|ngành|"
    r"đoàn thể)",
    _I,
)
_NAMED_GENERIC = re.compile(rf"(?i:sở|ban|bộ|phòng|hội|trường|viện|cục|vụ|khoa|tổ)\s+(?:(?i:{FIELD_PATTERN})|{_NAME})")
_ABBREVIATED = re.compile(r"(?!STT|BHXH|BHYT)(?:S|B)(?:[A-ZĐ]|&){2,8}(?![\w/-])")
_WHOLE = re.compile(WHOLE_PATTERN, _I)
_HEAD = re.compile(HEAD_PATTERN + r"(?!\w)", _I)
_INSIDE = re.compile(
    r"\s+(?:ủy|uỷ|tỉnh|huyện|thành phố|thị xã|xã|phường|quận|nhân dân|tối cao|nhà nước|trung ương|khu vực|điện tử|"
    r"quân sự|"
    r"biên phòng|"
    r"dân sự|xã hội|kiểm sát|việt nam|thuộc|cấp tỉnh|cấp huyện|cấp xã|vận tải|nông thôn|đô thị|pháp luật|"
    r"hành chính(?: công)?|dịch vụ công|"
    rf"(?:-|–|&|và)(?=\s+[{UPPER}]))(?!\w)"
)
_NUMBERED = re.compile(r"\s+(?:liên ngành\s+)?số\s+\d{1,2}(?![\d/])", _I)  # "Đội Quản lý thị trường số 4"
#: The parts of a name with a comma: "Phòng Văn hóa, Khoa học và Thông tin".
_COMMA = re.compile(rf",\s+(?={_NAME}(?:\s[{LOWER}]+){{0,4}}\s+(?:và|&|-)\s+{_NAME})")
_SHOUTED = 14  # a longer run of capital letters is a heading ("TỔ CHỨC THỰC HIỆN"), no name
_CAPITAL = re.compile(r"\s*(?:-|–|&)?\s*(" + _NAME + r"(?:[&\-–][^\W_]+)*)")


def _generic_end(text: str, at: int) -> int | None:
    """The end of a chain of common nouns ("Sở, ban, ngành, đoàn thể tỉnh"), if one starts here."""
    noun = _NOUN.match(text, at)
    if noun is None or _is_named(text, at):
        return None
    end = noun.end()
    while True:
        while modifier := _MODIFIER.match(text, end):
            end = modifier.end()
        join = _NOUN_JOIN.match(text, end)
        following = join.end() if join else end
        if text[at:end].casefold().endswith("thành viên") and (whole := _named_end(text, end + 1)):
            return whole
        again = _NOUN.match(text, following) if following > end else None
        if again is None or _is_named(text, following):
            return end
        end = again.end()


def _is_named(text: str, at: int) -> bool:
    """Whether "Sở", "Ban" … here begins a name ("Sở Tư pháp") and not a group ("Sở, Ban, ngành", "Sở Ban ngành")."""
    named = _NAMED_GENERIC.match(text, at)
    if named is None:
        return False
    word = text[at : named.end()].split()[1]
    if _NOUN.fullmatch(word.rstrip(".,")) is not None:
        return False
    return word[0].isupper() or FIELD.match(text, at + len(text[at:].split()[0]) + 1) is not None


def _committee_end(text: str, at: int) -> int | None:
    """The end of "UBND cấp huyện", "Ủy ban nhân dân các huyện, thị xã, thành phố", "UBND tỉnh X"."""
    committee = _COMMITTEE.match(text, at)
    if committee is None:
        return None
    if level := _LEVEL.match(text, committee.end()):
        return level.end()
    if units := UNIT_LIST.match(text, committee.end()):
        place = _PLACE_NAME.match(text, units.end())
        return place.end() if place else units.end()
    place = _PLACE_NAME.match(text, committee.end())
    return place.end() if place else committee.end()


def _place_end(text: str, at: int) -> int:
    """The end of the place after a name: "tỉnh", "cấp huyện", "các huyện, thành phố"; `at` when there is none."""
    if number := _NUMBERED.match(text, at):
        return _place_end(text, number.end())
    level = _LEVEL.match(text, at) or UNIT_LIST.match(text, at)
    if level is None or not text[at : level.end()].startswith(" "):
        return at
    name = _PLACE_NAME.match(text, level.end())
    return name.end() if name else level.end()


def _named_end(text: str, at: int) -> int | None:
    """The end of a named agency: a whole name, or a head with a known field or words with capital letters."""
    if whole := _WHOLE.match(text, at):
        end = _more_places(text, at, _place_end(text, _capitals_end(text, whole.end())))
        head = _HEAD.match(text, at)
        field = FIELD.match(text, head.end() + 1) if head else None
        return max(end, _place_end(text, field.end())) if field else end
    if short := _ABBREVIATED.match(text, at):
        return short.end()
    head = _HEAD.match(text, at)
    if head is None:
        return None
    spaced = head.end() + 1
    if field := FIELD.match(text, spaced):
        return _place_end(text, field.end())
    end = _capitals_end(text, head.end())
    if end == head.end() or (text[at:end].isupper() and end - at > _SHOUTED):
        return None
    return _place_end(text, end)


def _more_places(text: str, at: int, end: int) -> int:
    """Past further places of the same kind: "… thành phố Rạch Giá, Hà Tiên"."""
    if not _ENDS_IN_PLACE.search(text, at, end):
        return end
    more = _FURTHER_PLACES.match(text, end)
    return more.end() if more else end


def _capitals_end(text: str, at: int) -> int:
    end = at
    for _ in range(14):
        if (capital := _CAPITAL.match(text, end)) and text[end : end + 1].isspace():
            if capital.start(1) - end > 1 and _starts_agency(text, capital.start(1)):
                break
            end = small_end(text, capital.end(), fresh=end == at)
        elif (comma := _COMMA.match(text, end)) and end > at and not _starts_agency(text, comma.end()):
            end = comma.end() - 1
        elif inside := _INSIDE.match(text, end):
            if inside.group().strip() in ("và", "-", "–") and _starts_agency(text, inside.end() + 1):
                break
            end = inside.end()
        else:
            break
    return end


def _starts_agency(text: str, at: int) -> bool:
    """Whether another agency begins here: a head followed by a name, or a committee."""
    if _COMMITTEE.match(text, at) or _WHOLE.match(text, at):
        return True
    head = _HEAD.match(text, at)
    return head is not None and (FIELD.match(text, head.end() + 1) or _CAPITAL.match(text, head.end())) is not None


def _units_end(text: str, at: int) -> int | None:
    """The end of "các huyện, thị xã, thành phố", "các xã, phường": a group of places standing for their committees."""
    units = UNIT_LIST.match(text, at)
    if units is None or not text[at : units.end()].casefold().startswith("các "):
        return None
    place = _PLACE_NAME.match(text, units.end())
    return place.end() if place else units.end()


#: The verb "tổ chức", which is also the noun for an organisation.
_ORGANISE = re.compile(
    r"tổ chức\s(?!(?:chính trị|đoàn thể|thành viên|đảng|cá nhân|xã hội|kinh tế|hành nghề|có liên|"
    r"liên quan|tín dụng|và cá))",
    _I,
)


def phrase_end(text: str, at: int) -> int | None:
    """The end of the agency phrase starting at `at`, or None. Linear in the length of the phrase."""
    start = at
    title = TITLE.match(text, at)
    if title is not None:
        start = title.end()
    if units := _units_end(text, start):
        return units
    named = _committee_end(text, start) or _named_end(text, start)
    if named is not None:
        return named
    determiner = _DET.match(text, start)
    inner = determiner.end() if determiner else start
    found = _committee_end(text, inner) or _generic_end(text, inner)
    if found is None and determiner:
        found = _named_end(text, inner)
    if found is None:
        return None
    if determiner is None and title is None and _ORGANISE.match(text, start):
        return None
    alone = determiner is None and title is None and not re.search(r"[,/]|\bsở\b|liên quan", text[inner:found], _I)
    return None if alone and text[inner:found].count(" ") < 2 else found
