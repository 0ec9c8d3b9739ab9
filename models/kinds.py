"""The closed lists of the field: kinds of section, time forms, classes of agencies, roles, who set a date."""

from __future__ import annotations

from enum import StrEnum


class SectionKind(StrEnum):
    """Kind of a section (loại việc); one Prefect flow each."""

    ISSUE_PLAN = "issue_plan"  #: ban hành kế hoạch (KH)
    CHOOSE_FIELDS = "choose_fields"  #: xác định lĩnh vực trọng tâm (LV)
    COMPILE_DOCUMENTS = "compile_documents"  #: lập danh mục văn bản (DM)
    GUIDE = "guide"  #: hướng dẫn, đôn đốc (HD)
    INSPECT = "inspect"  #: kiểm tra, thanh tra (KT, TTra)
    SURVEY = "survey"  #: điều tra, khảo sát (KS)
    HANDLE_INFORMATION = "handle_information"  #: tiếp nhận, xử lý thông tin (TT)
    TRAIN = "train"  #: tập huấn, phổ biến (TH)
    REPORT = "report"  #: báo cáo (BC)
    REVIEW = "review"  #: sơ kết, tổng kết (TK)
    GENERAL = "general"  #: việc chung (NS, KP, CT, XD)


class TimeForm(StrEnum):
    """How the time of an activity is applied."""

    DATED = "dated"  #: có hạn
    ONGOING = "ongoing"  #: thường xuyên
    UNDATED = "undated"  #: không nêu thời hạn
    TRIGGERED = "triggered"  #: chờ sự kiện


class Recurrence(StrEnum):
    """How often a dated activity comes back."""

    YEARLY = "yearly"  #: hằng năm
    HALF_YEARLY = "half_yearly"  #: 6 tháng một lần
    QUARTERLY = "quarterly"  #: hằng quý
    MONTHLY = "monthly"  #: hằng tháng


class SetBy(StrEnum):
    """Whose date it is, hence who may extend it."""

    DEPARTMENT = "department"  #: Sở Tư pháp
    PROVINCE = "province"  #: UBND tỉnh, Chủ tịch UBND tỉnh
    SUPERIOR = "superior"  #: cấp trên (Bộ Tư pháp, Thủ tướng Chính phủ)


class AgencyClass(StrEnum):
    """Class of an agency (loại cơ quan); group phrases name classes."""

    SO = "so"  #: sở
    BAN_NGANH = "ban_nganh"  #: ban, thanh tra, cơ quan khác thuộc UBND tỉnh
    VP_UBND = "vp_ubnd"  #: Văn phòng UBND tỉnh
    UBND_TINH = "ubnd_tinh"  #: UBND cấp tỉnh
    UBND_HUYEN = "ubnd_huyen"  #: UBND cấp huyện
    PHONG_TU_PHAP = "phong_tu_phap"  #: Phòng Tư pháp cấp huyện
    UBND_XA = "ubnd_xa"  #: UBND cấp xã
    CQ_TW = "cq_tw"  #: cơ quan Trung ương tại địa phương
    TU_PHAP_NGOAI = "tu_phap_ngoai"  #: Tòa án, Viện kiểm sát
    CA_QS = "ca_qs"  #: Công an, Quân sự
    MTTQ_CTXH = "mttq_ctxh"  #: Mặt trận Tổ quốc, tổ chức chính trị - xã hội
    HOI_NGHE_NGHIEP = "hoi_nghe_nghiep"  #: Hội Luật gia, Đoàn Luật sư, hội doanh nghiệp
    BAO_CHI = "bao_chi"  #: báo, đài
    HOI_DONG = "hoi_dong"  #: hội đồng phối hợp
    DANG = "dang"  #: cơ quan đảng
    BO_TU_PHAP = "bo_tu_phap"  #: Bộ Tư pháp


class ContactRole(StrEnum):
    """For what an address of an agency stands."""

    FOCAL_POINT = "focal_point"  #: đầu mối (pháp chế, tư pháp - hộ tịch)
    HEAD = "head"  #: người đứng đầu


class ActorKind(StrEnum):
    """Who moved something."""

    SYSTEM = "system"  #: phần mềm
    AGENCY = "agency"  #: cơ quan được giao
    COORDINATOR = "coordinator"  #: cơ quan theo dõi (Sở Tư pháp)
    DESK = "desk"  #: nơi thu (Phòng Tư pháp)
    OPERATOR = "operator"  #: người vận hành


KIND_LABELS: dict[SectionKind, str] = {
    SectionKind.ISSUE_PLAN: "Ban hành kế hoạch",
    SectionKind.CHOOSE_FIELDS: "Xác định lĩnh vực",
    SectionKind.COMPILE_DOCUMENTS: "Lập danh mục văn bản",
    SectionKind.GUIDE: "Hướng dẫn, đôn đốc",
    SectionKind.INSPECT: "Kiểm tra",
    SectionKind.SURVEY: "Điều tra, khảo sát",
    SectionKind.HANDLE_INFORMATION: "Tiếp nhận, xử lý thông tin",
    SectionKind.TRAIN: "Tập huấn, phổ biến",
    SectionKind.REPORT: "Báo cáo",
    SectionKind.REVIEW: "Sơ kết, tổng kết",
    SectionKind.GENERAL: "Việc chung",
}

CLASS_LABELS: dict[AgencyClass, str] = {
    AgencyClass.SO: "Sở",
    AgencyClass.BAN_NGANH: "Ban, ngành",
    AgencyClass.VP_UBND: "Văn phòng UBND tỉnh",
    AgencyClass.UBND_TINH: "UBND tỉnh",
    AgencyClass.UBND_HUYEN: "UBND cấp huyện",
    AgencyClass.PHONG_TU_PHAP: "Phòng Tư pháp",
    AgencyClass.UBND_XA: "UBND cấp xã",
    AgencyClass.CQ_TW: "Cơ quan Trung ương",
    AgencyClass.TU_PHAP_NGOAI: "Tòa án, Viện kiểm sát",
    AgencyClass.CA_QS: "Công an, Quân sự",
    AgencyClass.MTTQ_CTXH: "Mặt trận, đoàn thể",
    AgencyClass.HOI_NGHE_NGHIEP: "Hội nghề nghiệp",
    AgencyClass.BAO_CHI: "Báo, đài",
    AgencyClass.HOI_DONG: "Hội đồng phối hợp",
    AgencyClass.DANG: "Cơ quan đảng",
    AgencyClass.BO_TU_PHAP: "Bộ Tư pháp",
}
