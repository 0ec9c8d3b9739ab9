"""The class code of one agency phrase, decided by the words in it."""

from __future__ import annotations

import re
import unicodedata

from models.reading import PhraseClass

_C = PhraseClass

_DISTRICT_UNITS = r"huyện|quận|thị xã|thành phố(?! trực thuộc)"
_COMMUNE_UNITS = r"xã(?! hội)|phường|thị trấn|đặc khu"

#: First match wins; the phrase is lower case, NFC, "ủy ban nhân dân" is "ubnd" and "hoà" is "hòa".
_RULES: tuple[tuple[str, PhraseClass], ...] = (
    (r"hội đồng phối hợp|hội đồng pbgdpl", _C.HOI_DONG_PHOI_HOP),
    (r"^(các )?(tỉnh|huyện|thành|thị|quận) ?đoàn", _C.HOI_DOAN_THE),
    (r"^phòng (cảnh sát|csgt|an ninh|pc\d)", _C.CONG_AN_TINH),
    (r"^đội (cảnh sát|csgt|an ninh)", _C.CONG_AN_HUYEN),
    (r"^ban (atgt|an toàn giao thông).*(huyện|cấp huyện)", _C.PHONG_BAN_CAP_HUYEN),
    (r"ban atgt", _C.SO_CHUYEN_NGANH),
    (r"^(phòng|thanh tra|văn phòng|trung tâm|chi cục|tổ)\b.*\bsở \w", _C.DON_VI_THUOC_SO),
    (r"^(các )?(trạm y tế|ttyt|bvđk|ttgdtx)", _C.DON_VI_SU_NGHIEP),
    (r"^hạt kiểm lâm", _C.CO_QUAN_NGANH_DOC),
    (r"thành viên hội đồng", _C.HOI_DONG_PHOI_HOP),
    (r"\bđoàn (kiểm tra|thanh tra|giám sát|khảo sát|công tác|liên ngành)", _C.DOAN_LIEN_NGANH),
    (r"phòng tư pháp", _C.PHONG_TU_PHAP),
    (r"văn phòng ubnd (huyện|quận|xã|phường)|văn phòng hđnd và ubnd", _C.PHONG_BAN_CAP_HUYEN),
    (r"(văn phòng|vp) ?(ubnd|đoàn đbqh|đoàn đại biểu)|vpubnd", _C.VAN_PHONG_UBND_TINH),
    (r"văn phòng (hđnd|chính phủ)", _C.PHONG_BAN_CAP_HUYEN),
    (r"cơ quan chuyên môn (cấp tỉnh|thuộc ubnd (tỉnh|thành phố|cấp tỉnh))", _C.SO_NGANH_TINH),
    (r"(cơ quan|phòng|ban)[^;]{0,30}(cấp huyện|thuộc ubnd (huyện|cấp huyện|quận|thị xã|xã))", _C.PHONG_BAN_CAP_HUYEN),
    (r"(sở|cơ quan|đơn vị)[^;]{0,40}thuộc ubnd", _C.SO_NGANH_TINH),
    (r"ngang bộ|thuộc chính phủ|^(các )?bộ, (ban, )?ngành", _C.BO_NGANH),
    (r"đảng đoàn|ban cán sự đảng|ủy ban kiểm tra|(tỉnh|thành|huyện|thị|quận|đảng|cấp) ủy|tổ chức đảng|chi bộ|đảng bộ",
     _C.CO_QUAN_DANG),
    (r"^toàn ngành|^(các )?đơn vị[^;]*\bsở$|^(văn phòng|thanh tra) sở$|^phòng[^;]* sở$|^các phòng[^;]* sở$",
     _C.DON_VI_THUOC_SO),
    (r"^(văn phòng|thanh tra|các cơ quan, đơn vị thuộc|đơn vị thuộc) bộ$", _C.DON_VI_THUOC_BO),
    (r"mặt trận|mttq", _C.MTTQ),
    (r"^sở tư pháp|^stp$|(giám đốc|lãnh đạo|thanh tra) sở tư pháp", _C.SO_TU_PHAP),
    (r"^((phó )?giám đốc |lãnh đạo |đại diện )?sở (?!ban\b|ngành|và |/)\w", _C.SO_CHUYEN_NGANH),
    (r"(phòng|ban|đơn vị|trung tâm|thanh tra|văn phòng|chi cục)[^;]*\b(thuộc"
     r"|trực thuộc)[^;]* sở\b", _C.DON_VI_THUOC_SO),
    (r"^(cục|vụ|viện|tổng cục|thanh tra|văn phòng|đơn vị|các đơn vị)\b.*\bbộ\b", _C.DON_VI_THUOC_BO),
    (r"tòa án|tand|viện kiểm sát|vks", _C.CO_QUAN_TU_PHAP_TINH),
    (rf"công an.*({_DISTRICT_UNITS}|cấp huyện|{_COMMUNE_UNITS}|cấp xã)", _C.CONG_AN_HUYEN),
    (r"công an", _C.CONG_AN_TINH),
    (r"thanh tra (tỉnh|thành phố|nhà nước)|chánh thanh tra tỉnh", _C.THANH_TRA_TINH),
    (r"bộ (chỉ huy|chqs|tư lệnh)|bộ đội|ban chqs|ban chỉ huy quân sự|quân khu", _C.CO_QUAN_NGANH_DOC),
    (r"\bubnd\b.*(các cấp|hai cấp)|^ubnd$", _C.UBND_CAC_CAP),
    (rf"\bubnd\b.*(cấp xã|({_COMMUNE_UNITS}))(?!.*({_DISTRICT_UNITS}|cấp huyện))", _C.UBND_CAP_XA),
    (r"\bubnd\b.*(cấp tỉnh|tỉnh(?!.*huyện)|các tỉnh|thành phố trực thuộc)", _C.UBND_TINH),
    (r"\bubnd\b.*thành phố (hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)", _C.UBND_TINH),
    (rf"\bubnd\b.*(cấp huyện|{_DISTRICT_UNITS})", _C.UBND_CAP_HUYEN),
    (r"\bubnd\b", _C.UBND_CAC_CAP),
    (r"^cấp tỉnh", _C.UBND_TINH),
    (rf"^(các |cấp )?({_DISTRICT_UNITS})\b", _C.UBND_CAP_HUYEN),
    (rf"^(các |cấp )?({_COMMUNE_UNITS})\b", _C.UBND_CAP_XA),
    (r"tỉnh ủy|thành ủy|huyện ủy|đảng ủy|cấp ủy|tuyên giáo|dân vận|nội chính|ban cán sự|ban thường vụ"
     r"|ban tổ chức", _C.CO_QUAN_DANG),
    (r"^ban tổ chức", _C.CO_QUAN_DANG),
    (r"bqlda|ban quản lý|ban ql|\bbql\b", _C.BAN_QUAN_LY),
    (r"báo chí|^báo |^các báo|\bđài\b|thông tin đại chúng|truyền hình|cổng thông tin|tạp chí|thông tấn"
     r"|truyền thanh", _C.BAO_DAI),
    (r"ngành dọc|trung ương|bảo hiểm|bhxh|kho bạc|^(chi )?cục .*(tỉnh|huyện|thành phố|khu vực)|\bthuế\b|hải quan|"
     r"ngân hàng|thi hành án|thống kê|quản lý thị trường",
     _C.CO_QUAN_NGANH_DOC),
    (r"liên đoàn|liên minh|hội (luật|nông|phụ|cựu|liên|chữ|người|khuyến|doanh|nhà)|đoàn (luật|thanh)|(tỉnh|huyện|"
     r"thành|thị) ?đoàn"
     r"|chính trị - xã hội|^(các )?(tổ chức |hội, )?đoàn thể|^(các )?hội\b|hiệp hội|câu lạc bộ|tổ chức thành viên|"
     r"tổ chức xã hội",
     _C.HOI_DOAN_THE),
    (r"doanh nghiệp|công ty|tập đoàn|hợp tác xã|điện lực|viễn thông|vnpt|bưu điện|nhà máy"
     r"|ngân hàng thương mại", _C.DOANH_NGHIEP),
    (r"^chi cục|(phòng|ban|đơn vị|trung tâm|bộ phận)[^;]*(thuộc|trực thuộc)[^;]*\bsở\b|đơn vị thuộc sở|"
     r"phòng,? .*thuộc sở", _C.DON_VI_THUOC_SO),
    (r"(cục|vụ|viện|đơn vị)[^;]*(thuộc|trực thuộc)[^;]*\bbộ\b", _C.DON_VI_THUOC_BO),
    (r"\bsở,|\bsở và|các sở\b|^sở (ban|ngành)|\bsở/|sở - |^các ban|^ban, ngành|ban, ngành", _C.SO_NGANH_TINH),
    (r"trung tâm|(?<!môi )trường|bệnh viện|học viện|đại học|thư viện|bảo tàng|đơn vị sự nghiệp|nhà trường"
     r"|^quỹ", _C.DON_VI_SU_NGHIEP),
    (r"^(cục|vụ|viện|tổng cục)\b", _C.DON_VI_THUOC_BO),
    (r"^sở\b|^s[a-zđ&]{2,8}$|^(giám đốc|lãnh đạo) sở|^ban (dân tộc|an toàn|tiếp công dân)|ban dân tộc"
     r"|ban tôn giáo", _C.SO_CHUYEN_NGANH),
    (r"^(các )?(phòng|ban chuyên môn)|trưởng (các )?phòng|văn phòng đăng ký", _C.PHONG_BAN_CAP_HUYEN),
    (r"^(các )?bộ\b(?! phận| môn)|^b(?!cđ|ql|hxh|vđk)[a-zđ&]{2,8}$|bộ trưởng|chính phủ|^thanh tra chính phủ",
     _C.BO_NGANH),
    (r"liên quan|một số|khác|địa phương|cá nhân|^(các )?(cơ quan|đơn vị|ngành|tổ chức)", _C.CO_QUAN_LIEN_QUAN),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), klass) for pattern, klass in _RULES)
_OLD_MARKS = tuple(
    (re.compile(rf"{old}(?!\w)"), new)
    for old, new in (("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"), ("uỳ", "ùy"), ("oả", "ỏa"))
)


def classify(phrase: str) -> PhraseClass:
    """The class of an agency phrase; an unspecific or unknown one is `co_quan_lien_quan`."""
    lowered = " ".join(unicodedata.normalize("NFC", phrase).casefold().split())
    for old, new in _OLD_MARKS:
        lowered = old.sub(new, lowered)
    lowered = lowered.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    for pattern, klass in _COMPILED:
        if pattern.search(lowered):
            return klass
    return PhraseClass.CO_QUAN_LIEN_QUAN
