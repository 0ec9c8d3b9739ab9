"""The words of agencies' own names that are written with small letters, and the verbs that end a name.

Vietnamese writes only the first syllable of a name's parts with a capital letter ("Phòng Hành chính tư pháp", "Trung
tâm Trợ giúp pháp lý nhà nước"): in a sentence only the words tell where the name ends and its work begins.
"""

from __future__ import annotations

import re

from rules.agency_phrases.letters import LOWER, UPPER

#: Two syllables that are one word of a name. Words that are as often verbs ("tổng hợp", "kiểm tra") count only when
#: their first syllable has a capital letter.
_PAIRS = frozenset(
    re.split(
        r"\s*,\s*",
        "hành chính, tư pháp, pháp lý, pháp luật, pháp chế, nhà nước, kế toán, tài chính, tài vụ, tài sản, nghiệp vụ, "
        "chính trị, cán bộ, công chức, viên chức, dân sự, hình sự, kinh tế, xã hội, kỹ thuật, công nghệ, thông tin, "
        "truyền thông, truyền hình, bệnh tật, dịch vụ, việc làm, thanh niên, thiếu nhi, phụ nữ, nông nghiệp, "
        "nông thôn, nông dân, khuyến nông, đất đai, dữ liệu, đầu tư, thương mại, du lịch, đào tạo, nghề nghiệp, "
        "môi trường, đo lường, chất lượng, mỹ phẩm, thực phẩm, chăn nuôi, thú y, thủy sản, lâm nghiệp, kiểm lâm, "
        "trồng trọt, thực vật, thủy lợi, thiên tai, dân số, gia đình, trẻ em, y khoa, pháp y, tâm thần, chuyên khoa, "
        "đa khoa, phổ thông, trung học, tiểu học, mầm non, cao đẳng, đại học, bổ trợ, hộ tịch, quốc tịch, chứng thực, "
        "công chứng, đấu giá, văn bản, quy phạm, vi phạm, khiếu nại, tố cáo, nhân sự, nhân lực, văn thư, lưu trữ, "
        "đối ngoại, quốc tế, khoa giáo, văn hóa, văn hoá, nghệ thuật, thể thao, thể dục, di sản, đường bộ, giao thông, "
        "vận tải, an toàn, tội phạm, ma túy, quân sự, biên phòng, một cửa, điều dưỡng, dược lý, xét nghiệm, học đường, "
        "sinh viên, học sinh, khoa học, đô thị, hạ tầng, năng lượng, công nghiệp, doanh nghiệp, hợp tác, ngân sách, "
        "giá cả, công sản, tiền lương, bảo hiểm, người lao, lao động, có công, thương binh, dân tộc, tôn giáo, "
        "nhiễm khuẩn, ngân hàng, khám bệnh, hồi sức, tích cực, chống độc, gây mê, chẩn đoán, "
        "hình ảnh, vi sinh, dinh dưỡng, vật tư, "
        "thiết bị, cấp dưỡng, thư viện, công tác, tội phạm, chức sắc, "
        "điện tử, viễn thông, bưu chính, tần số, báo chí, xuất bản, đo đạc, bản đồ, khoáng sản, tài nguyên, "
        "nước sạch, trật tự, cơ động, hậu cần, tham mưu, chính sách, thể chế, nội bộ, công đoàn, giáo dục, "
        "thường xuyên, công lập, khu vực, miền núi, biên giới, cấp cứu, huyết học, truyền máu, phục hồi, chức năng, "
        "sức khỏe, cộng đồng, điều tra, chuyển đổi, công ích, tư vấn, thị trường, nhà ở, quy hoạch, kiến trúc",
    )
)
_CAPITAL_ONLY = frozenset(
    ["thường xuyên", "tham mưu", "điều tra", "chuyển đổi", "phục hồi", "tư vấn", "giáo dục", "hợp tác", "đầu tư",
     "quy hoạch", "đào tạo", "chứng thực", "công chứng"]
)  # fmt: skip
#: One-syllable words that end or join a name.
_SINGLE = frozenset(["công", "khoa", "thuốc", "nghề", "số", "huyện", "tỉnh"])
#: After these a capital syllable is whole by itself: "Văn phòng Sở tham mưu".
_WHOLE_SYLLABLES = frozenset(["sở", "bộ", "tỉnh", "huyện", "xã", "phường", "ngành", "trường", "y", "cục", "vụ", "viện"])

#: Verbs that begin what an agency does.
VERBS = (
    r"(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|thực hiện|tổ chức|xây dựng|ban hành|báo cáo|"
    r"tổng hợp|hướng dẫn|rà soát|là|làm|căn cứ|tiếp tục|triển khai|thường xuyên|chủ động|biên soạn|chuẩn bị|lập|"
    r"nghiên cứu|soạn thảo|đề xuất|cung cấp|thẩm định|theo dõi|đôn đốc|bố trí|tuyên truyền|vận động|đăng tải|"
    r"tăng cường|đẩy mạnh|hỗ trợ|cử|gửi|trình|đảm bảo|bảo đảm|chỉ đạo|định kỳ|trước|trong|hoàn thành|tiếp nhận|"
    r"cập nhật|công bố|quan tâm|kịp thời|(?<!Trợ )giúp|duy trì|quán triệt|lãnh đạo|kiểm tra|giám sát|"
    r"đưa|phát|hằng|hàng|"
    r"thông báo|thành lập|kiện toàn|cân đối|phân công|phổ biến|tập huấn|mở|in|sao gửi|đánh giá|sơ kết|tổng kết|"
    r"vận hành|quản lý|khảo sát|đăng ký|lựa chọn|xác định|cụ thể hóa|củng cố|nghiêm túc|phải|sẽ|được|tự|trực tiếp|"
    r"kiểm soát|xử lý|thu thập|lồng ghép|khai thác|niêm yết|công khai|phát động|phát huy|ký|giao|đề nghị|yêu cầu|"
    r"sửa chữa|tuần tra|lấy mẫu|họp|cam kết|bổ sung|sửa đổi|kiểm kê|chuyển|nộp|nhận|tiếp|đón|ký kết|"
    r"thẩm tra|bàn giao|mua sắm|in ấn|viết|lắp đặt|nâng cấp|"
    r"thay thế|khắc phục|xem xét|chấm|tuyển chọn|mời|phân bổ|cấp|trang bị|liên hệ|phục vụ|tham gia|thu|chi|bám sát|nắm|"
    r"tập trung|nâng cao|tạo|dự trù|lấy|khẩn trương|tích cực|thống kê|phê duyệt|thanh tra)(?!\w)"
)
_VERB = re.compile(rf"\s+{VERBS}", re.IGNORECASE)
_SMALL = re.compile(rf"\s+(?P<first>[{LOWER}]+)(?!\w)")
_PAIR = re.compile(rf"\s+(?P<first>[{LOWER}]+)\s+(?P<second>[{LOWER}]+)(?!\w)")
_NUMBER = re.compile(r"\s+\d")
_LAST = re.compile(rf"(?:^|[^\w])(?P<last>[{UPPER}{LOWER}]+)$")


def small_end(text: str, at: int, fresh: bool = False) -> int:
    """The end of the small-letter words of a name that follow a capital syllable ending at `at`; `at` when none do.

    `fresh`: it is the first capital syllable of the name, so that an unknown word completes it.
    """
    end = _second_syllable(text, at, fresh)
    if not _whole_syllable(text, end) and (whole := _BEFORE_ROLE.match(text, end)):
        end = whole.end()
    while True:
        pair = _PAIR.match(text, end)
        if pair is not None and f"{pair['first']} {pair['second']}" in _PAIRS - _CAPITAL_ONLY:
            end = pair.end()
            continue
        single = _SMALL.match(text, end)
        numbered = single is not None and _NUMBER.match(text, single.end()) is not None
        if single is None or numbered or single["first"] not in _SINGLE or _VERB.match(text, end):
            return end
        end = single.end()


def _whole_syllable(text: str, at: int) -> bool:
    """Whether a word ends here that is no beginning of a longer one ("Thanh tra Bộ")."""
    last = _LAST.search(text, max(at - 12, 0), at)
    return last is not None and last["last"].lower() in _WHOLE_SYLLABLES


def _second_syllable(text: str, at: int, fresh: bool) -> int:
    """Past the small syllable that completes a capital one ("Hành chính", "Tổng hợp"), unless a verb begins there."""
    last, small = _LAST.search(text, max(at - 12, 0), at), _SMALL.match(text, at)
    if last is None or small is None:
        return at
    if f"{last['last'].lower()} {small['first']}" in _PAIRS or f"{last['last'].lower()} {small['first']}" in _VERBAL:
        return small.end()
    if last["last"].lower() in _WHOLE_SYLLABLES or _VERB.match(text, at) or last["last"].isupper():
        return at
    return small.end() if fresh or _ends_name(text, small.end()) else at


#: Verbs that a part of a name may be, its first syllable with a capital letter ("Phòng Tổ chức cán bộ").
_VERBAL = frozenset(
    ["tổ chức", "tổng hợp", "quản lý", "kiểm tra", "kiểm soát", "theo dõi", "phổ biến", "xây dựng", "xử lý",
     "thanh tra", "thi hành", "kế hoạch", "kiểm nghiệm", "kiểm định", "giám định", "phát triển", "phục vụ",
     "hỗ trợ", "trợ giúp", "xúc tiến", "bảo vệ", "bảo trợ", "nuôi dưỡng", "quan trắc", "ứng dụng",
     "phòng chống", "thi đua", "khen thưởng", "nghiên cứu", "bồi dưỡng", "giới thiệu", "đăng ký", "tuyên giáo",
     "dân vận", "nội chính", "cảnh sát", "an ninh", "thẩm định", "giải quyết", "công tác", "chính sách",
     "điều hành", "giám sát"]
)  # fmt: skip
#: A verb right before a role or before what closes the name is its last part ("Phòng Kế hoạch tổng hợp:").
_BEFORE_ROLE = re.compile(
    r"\s(?:tổng hợp|quản lý|kiểm tra|thanh tra|nghiệp vụ|điều hành)"
    r"(?=\s*(?:[:;)]|$)|\s+(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
_NAME_ENDS = re.compile(rf"\s*(?:[,;.:()\n/]|[-–]\s|$)|\s+(?:{VERBS}|và\s|tỉnh|huyện|thuộc|trực thuộc|[{UPPER}])")


def _ends_name(text: str, at: int) -> bool:
    return _NAME_ENDS.match(text, at) is not None
