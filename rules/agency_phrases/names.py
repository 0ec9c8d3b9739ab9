"""Names with commas and dashes inside, and the words a name of an agency may start with."""

from __future__ import annotations

import re

from rules.agency_phrases.letters import UPPER
from rules.agency_phrases.name_words import VERBS

#: Fields of departments, ministries and offices ("Sở …", "Bộ …", "Phòng …"), old and new, longest first where one
#: begins another. "~" stands for any of "và", "&", "-", ","; names from the decrees on specialised agencies
#: (24/2014, 107/2020, 45/2025, 150/2025/NĐ-CP) and from how offices write them.
FIELDS = (
    "Văn hóa, Thông tin, Thể thao ~ Du lịch",
    "Văn hóa, Thể thao, Du lịch ~ Thông tin",
    "Văn hóa, Thể thao ~ Du lịch",
    "Văn hóa, Khoa học ~ Thông tin",
    "Văn hóa, Thông tin ~ Thể thao",
    "Văn hóa, Thông tin ~ Truyền thông",
    "Văn hóa ~ Thể thao",
    "Văn hóa ~ Thông tin",
    "Văn hóa ~ Xã hội",
    "Văn hóa ~ Du lịch",
    "Lao động ~ Thương binh ~ Xã hội",
    "Lao động, người có công ~ Xã hội",
    "Lao động ~ TB&XH",
    "Nông nghiệp ~ Phát triển nông thôn",
    "Nông nghiệp ~ PTNT",
    "Nông nghiệp ~ Môi trường",
    "Tài nguyên ~ Môi trường",
    "Thông tin ~ Truyền thông",
    "Khoa học, Công nghệ ~ Môi trường",
    "Khoa học ~ Công nghệ",
    "Kế hoạch ~ Đầu tư",
    "Giáo dục ~ Đào tạo",
    "Giáo dục, Đào tạo",
    "Giao thông vận tải",
    "Giao thông ~ Xây dựng",
    "Giao thông công chánh",
    "Quy hoạch ~ Kiến trúc",
    "Dân tộc ~ Tôn giáo",
    "Tài chính ~ Kế hoạch",
    "Kinh tế, Hạ tầng ~ Đô thị",
    "Kinh tế ~ Hạ tầng",
    "Quản lý đô thị",
    "An toàn thực phẩm",
    "Công nghiệp ~ Thương mại",
    "Công Thương",
    "Xây dựng",
    "Tài chính",
    "Nội vụ",
    "Tư pháp",
    "Y tế",
    "Ngoại vụ",
    "Ngoại giao",
    "Quốc phòng",
    "Dân tộc",
    "Du lịch",
    "Kinh tế",
    "Công an",
    "Thi đua, Khen thưởng",
    "Thi đua ~ Khen thưởng",
    "Kế hoạch ~ Tài chính",
    "Kế hoạch ~ Tổng hợp",
    "Kế hoạch tổng hợp",
    "Kế hoạch ~ Nghiệp vụ",
    "Tổ chức cán bộ",
    "Xây dựng, kiểm tra ~ theo dõi thi hành pháp luật",
    "Xây dựng ~ theo dõi thi hành pháp luật",
    "Xây dựng, kiểm tra văn bản ~ theo dõi thi hành pháp luật",
    "Quản lý đê điều ~ Phòng, chống thiên tai",
    "Phòng, chống tham nhũng",
    "Tổ chức ~ Hành chính",
    "Hành chính ~ Tổ chức",
    "Hành chính ~ Tổng hợp",
    "Hành chính ~ Quản trị",
    "Hành chính ~ Bổ trợ tư pháp",
    "Bổ trợ tư pháp ~ Hành chính tư pháp",
    "Tổ chức cán bộ ~ Đào tạo",
    "Phổ biến ~ giáo dục pháp luật",
    "Phổ biến, giáo dục ~ theo dõi thi hành pháp luật",
    "Xây dựng ~ kiểm tra văn bản quy phạm pháp luật",
    "Xây dựng ~ kiểm tra văn bản QPPL",
    "Xây dựng ~ kiểm tra văn bản",
    "Xây dựng ~ phổ biến, giáo dục pháp luật",
    "Kiểm tra văn bản ~ theo dõi thi hành pháp luật",
    "Kiểm tra văn bản quy phạm pháp luật",
    "Kiểm tra văn bản QPPL",
    "Quản lý xử lý vi phạm hành chính ~ theo dõi thi hành pháp luật",
    "Quản lý xử lý vi phạm hành chính",
    "Xử lý vi phạm hành chính ~ theo dõi thi hành pháp luật",
    "Theo dõi thi hành pháp luật",
    "Tư pháp ~ Hộ tịch",
    "Địa chính ~ Xây dựng ~ Đô thị ~ Môi trường",
    "Địa chính ~ Xây dựng",
    "Văn phòng ~ Thống kê",
    "Tài chính ~ Kế toán",
)

#: Words an agency's own name starts with; each needs a name with a capital letter (or a known field) after it.
HEADS = (
    "Ban Quản lý", "Ban Chỉ đạo", "Ban Chỉ huy", "Ban Thường vụ", "Ban Thường trực", "Ban Cán sự", "Ban QLDA", "BQL",
    "Ban", "Sở", "Bộ Chỉ huy", "Bộ Tư lệnh", "Bộ đội", "Bộ", "Văn phòng", "VP", "Thanh tra", "Công an", "Cảnh sát",
    "Tòa án", "Toà án", "Viện Kiểm sát", "Viện", "Tổng cục", "Chi cục", "Cục", "Vụ", "Kho bạc", "Bảo hiểm", "BHXH",
    "Ngân hàng", "Ủy ban", "Uỷ ban", "Mặt trận", "UBMTTQ", "UBMTTQVN", "MTTQ", "Hội đồng", "Hội", "Tỉnh đoàn",
    "Thành đoàn", "Huyện đoàn", "Tỉnh Đoàn", "Đoàn", "Liên đoàn", "Liên minh", "Liên hiệp", "Hiệp hội", "Báo", "Đài",
    "Cổng", "Trung tâm", "Phòng", "Trường", "Học viện", "Đại học", "Bệnh viện", "Trạm", "Hạt", "Đội", "Tổ", "Công ty",
    "Tập đoàn", "Tổng công ty", "Quỹ", "Nhà máy", "Điện lực", "Bưu điện", "Viễn thông", "VNPT", "Tỉnh ủy", "Tỉnh uỷ",
    "Thành ủy", "Thành uỷ", "Huyện ủy", "Huyện uỷ", "Đảng ủy", "Đảng uỷ", "HĐND", "Hội đồng nhân dân", "Đoàn ĐBQH",
    "Bảo tàng", "Thư viện", "Hải quan", "Thuế", "Tạp chí", "Thông tấn xã", "Kiểm toán", "Tổ công tác", "Cơ quan",
    "Công chức", "Cán bộ", "Khoa", "Công đoàn", "Chi bộ", "Chi đoàn", "Liên đội", "Trung ương Hội",
    "Trung ương Đoàn", "Ủy ban Trung ương", "Uỷ ban Trung ương", "Nhóm", "Tiểu ban", "Viettel",
    "Mobifone", "MobiFone", "Khu", "Chi nhánh", "Xí nghiệp", "Câu lạc bộ", "Nhà Văn hóa",
    "Nhà Thiếu nhi", "Đảng đoàn", "Bộ phận", "Trưởng thôn", "TAND", "VKSND", "VKS", "TTXVN", "Ngành", "Khối",
)  # fmt: skip

#: What ends the long name of an institute or a department of a ministry, which goes on in small letters.
NAME_END = (
    rf"\s*(?:[,;.:()\n]|$)|\s(?:(?-i:{VERBS})|(?:tỉnh|huyện|thành phố|cấp|các)(?=\s)|(?:tỉnh|huyện|thành phố)$)(?!\w)|"
    r"\svà (?:các|một số|ubnd|ủy ban|sở|cục|vụ|viện|văn phòng|trung tâm|thanh tra|học viện|đơn vị|phòng|ban)(?!\w)"
)

#: What cannot follow inside the name of a steering committee.
NO_NAME = (
    r"\s(?:chủ trì|phối hợp|tổ chức|thực hiện|tham mưu|kiểm tra|tăng cường|chỉ đạo|họp|ban hành|báo cáo|xây dựng|"
    r"triển khai|tại|trên|cho|đến|các|giao|yêu cầu)(?!\w)"
)

#: Complete names that are written without a capital letter after the head, or hold commas.
WHOLE = (
    r"hội đồng phối hợp(?: công tác)? (?:phổ biến,? ?(?:và )?giáo dục pháp luật|pbgdpl)",
    r"hội đồng (?:thi đua|nghĩa vụ quân sự|nhân dân|tư vấn \w+)",
    r"đoàn (?:kiểm tra|thanh tra|giám sát|công tác|khảo sát)(?: liên ngành)?(?: của (?:hội đồng|ban chỉ đạo|sở|tỉnh|"
    r"huyện|ubnd (?:tỉnh|huyện|xã|phường)))?",
    r"đoàn (?:luật sư|thanh niên(?: cộng sản hồ chí minh)?)",
    r"(?:các )?hội luật gia|hội (?:doanh nghiệp|nông dân|cựu chiến binh|chữ thập đỏ|người cao tuổi|phụ nữ)",
    r"hội liên hiệp phụ nữ|hội lhpn|liên đoàn lao động|tỉnh đoàn|huyện đoàn|thành đoàn",
    r"tổ (?:công tác|giúp việc|đề án 06|công nghệ số cộng đồng)(?: liên ngành| đề án 06)?",
    r"ban (?:tuyên giáo|dân vận|nội chính|tổ chức|an toàn giao thông|dân tộc|pháp chế|tiếp công dân)",
    rf"ban (?:quản lý|qlda) (?:dự án|các khu|khu|rừng)[^,;.:()\n]{{0,60}}?(?={NAME_END})",
    rf"ban chỉ đạo(?:(?!{NO_NAME})\s[^\s,;.:()]+){{1,8}}?(?=\s(?:tỉnh|huyện|xã|thành phố|phường|thị xã)(?!\w))|"
    r"ban chỉ đạo",
    r"bộ phận (?:tiếp nhận và trả kết quả|một cửa)(?: giải quyết thủ tục hành chính| hiện đại)?",
    r"(?:đội|phòng) (?:cảnh sát|csgt|an ninh|quản lý hành chính)[^,;.:()\n]{0,50}?,? "
    r"công an(?=\s(?:tỉnh|huyện|thành phố|thị xã))",
    r"(?:ttyt|ttksbt|cdc|bvđk|bcđ|ttgdtx|lđlđ|hlhpn|nhcsxh|nhnn|kbnn|csgt|qltt|ubmttq)",
    r"văn phòng (?:ubnd|hđnd và ubnd|đoàn đbqh và hđnd|đoàn đại biểu quốc hội và hđnd|chính phủ|điều phối)",
    r"bộ (?:chỉ huy (?:quân sự|bộ đội biên phòng)|chqs|chbđbp)|ban (?:chỉ huy quân sự|chqs)|bộ đội biên phòng",
    r"viện kiểm sát(?: nhân dân)?|(?:tòa|toà) án(?: nhân dân)?|công an|thanh tra|kho bạc nhà nước|bảo hiểm xã hội",
    r"cục (?:thuế|thi hành án dân sự|thống kê|hải quan|quản lý thị trường)",
    r"(?:cục|vụ) phổ biến,? giáo dục pháp luật(?: và trợ giúp pháp lý)?",
    rf"(?:tổng cục|chi cục|cục|vụ|viện|trung tâm|học viện|trường|"
    rf"bệnh viện)\s(?-i:[{UPPER}])[^,;.:()\n]{{1,70}}?(?={NAME_END})",
    r"(?:ủy|uỷ) ban (?:mặt trận tổ quốc|mttq)(?: việt nam)?|(?:mặt trận tổ quốc|mttq)(?: việt nam)?|ubmttq(?:vn)?",
    r"đài (?:phát thanh,? ?(?:và |- )?truyền hình|pt&th|ptth|pt-th|truyền thanh(?: - truyền hình)?)",
    r"cổng thông tin điện tử",
    r"thường trực (?:hđnd|(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)|ubnd)",
    r"(?:các )?(?:tỉnh|huyện|thành|thị|quận|đảng|cấp) (?:ủy|uỷ)(?: viên)?(?: cơ sở)?(?: (?:viên )?(?:trực thuộc|thuộc) "
    r"(?:tỉnh|huyện|thành|thị|quận|đảng) (?:ủy|uỷ)| trực thuộc| các cấp)?",
    r"(?:các )?(?:tổ chức đảng|chi bộ|đảng bộ|chi, đảng bộ|ban đảng)(?: cơ sở)?(?: (?:trực thuộc|thuộc) "
    r"(?:tỉnh|huyện|thành|thị|quận|đảng) (?:ủy|uỷ)| trực thuộc)?",
    r"đảng đoàn (?:hđnd|hội đồng nhân dân)|ban cán sự đảng(?: (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân))?",
    r"ban thường vụ(?: (?:tỉnh|huyện|thành|thị|đảng) (?:ủy|uỷ))?|(?:ủy|uỷ) ban kiểm tra",
    r"toàn (?:ngành|trường|huyện|tỉnh|xã|thành phố|phường|thể các (?:phòng|đơn vị))(?=\s*(?:[,;.:()]|$))",
    r"thuế (?:cơ sở(?: \d+)?|tỉnh|huyện|khu vực|thành phố)",
    r"(?:các )?(?:khoa|phòng|tổ|bộ môn)(?:, (?:khoa|phòng|ban|tổ|bộ môn|viện|đơn vị))+(?: trực thuộc)?",
    r"(?:các )?(?:giáo viên chủ nhiệm|tổ trưởng chuyên môn|tổ chuyên môn|trưởng thôn|trưởng bản|trưởng ấp|"
    r"tổ trưởng tổ dân phố|hòa giải viên|báo cáo viên pháp luật)(?: các (?:lớp|thôn|bản|ấp|khu phố))?",
    r"các ban xây dựng đảng|các ban,? cơ quan tham mưu(?:,? giúp việc)?(?: (?:của )?(?:tỉnh|huyện) ủy)?",
    r"(?:phó )?hiệu trưởng(?: nhà trường)?(?! các)|tổng phụ trách(?: đội)?|ban thanh tra nhân dân",
    r"(?:các )?tổ hòa giải|ban giám hiệu|ban giám đốc|hội đồng (?:trường|sư phạm|kỷ luật)",
    r"ngân hàng nhà nước(?: việt nam)?(?: chi nhánh tỉnh)?|ngân hàng chính sách xã hội",
)

UNITS = (
    r"(?:tỉnh|huyện|quận|thị xã|thị trấn|thành phố|tp\.?|xã(?! hội)|phường|đặc khu|thôn|bản|ấp|khóm|tổ dân phố|khu phố)"
    r"(?!\s+(?:ủy|uỷ|đoàn)(?!\w))"
)


def _field_pattern(field: str) -> str:
    parts = [re.escape(part.strip()).replace(r"\ ", r"\s+") for part in field.split("~")]
    pattern = r"\s*(?:,|-|–|&|và)\s*(?:và\s+)?".join(parts)
    return pattern.replace("hóa", "(?:hóa|hoá)").replace("Khoa\\s+học,", "Khoa\\s+học\\s*,")


FIELD_PATTERN = "(?:" + "|".join(map(_field_pattern, sorted(FIELDS, key=len, reverse=True))) + r")(?!\w)"
FIELD = re.compile(FIELD_PATTERN, re.IGNORECASE)
HEAD_PATTERN = "(?:" + "|".join(re.escape(head) for head in sorted(HEADS, key=len, reverse=True)) + ")"
WHOLE_PATTERN = "(?:" + "|".join(WHOLE) + r")(?!\w)"
