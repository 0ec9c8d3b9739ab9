"""The plan file (tệp kế hoạch), schema 1: what an officer writes and reads. YAML in, these values out.

`read` is what the document says (face value, with its words and line); `applied` is what will run. Keys reserved
for later schemas (`when`, `done_when`) are accepted only in the one form that changes nothing.
"""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from models.kinds import AgencyClass, Recurrence, SectionKind, SetBy, TimeForm
from models.policy import PolicyOverride
from models.reading import Certainty

SCHEMA = "dondoc/plan/1"

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Read(_Strict):
    """What the document says about the time: the words, their line, and their face value."""

    verbatim: str = Field(max_length=200)  #: nguyên văn cụm từ thời gian
    line: int | None = None  #: dòng trong văn bản nguồn
    kind: Literal["window", "month", "year", "by", "ongoing", "trigger", "recurring", "none"] = "none"
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None
    place: str | None = None  #: chỗ trong văn bản không có số dòng: "trang 2, bảng 1, hàng 4"
    certainty: Certainty | None = None  #: bỏ trống: đã được người xem


class Applied(_Strict):
    """What runs. Dated: `last_day` (and a printed hour). Ongoing: the span its quarters are cut from."""

    form: TimeForm
    opens: date | None = None  #: ngày mở; nếu bỏ trống: suy từ thời hạn (R9)
    last_day: date | None = None  #: ngày cuối cùng còn hợp lệ (tính cả ngày này)
    hour: time | None = None  #: giờ in trong văn bản, nếu có
    until: date | None = None  #: (ongoing) ngày cuối của kỳ theo dõi; bỏ trống: hết năm kế hoạch
    every: Recurrence | None = None  #: (dated) lặp lại; `opens`/`last_day` là của kỳ đầu tiên
    days_after: int | None = Field(default=None, ge=1)  #: (triggered) số ngày sau sự kiện
    working_days: bool = False  #: `days_after` tính bằng ngày làm việc
    why: str | None = Field(default=None, max_length=200)  #: lý do, khi khác với `read`

    @model_validator(mode="after")
    def _fits_its_form(self) -> Applied:
        if self.form is TimeForm.DATED and self.last_day is None:
            raise ValueError("form 'dated' cần 'last_day' (ngày cuối cùng)")
        if self.form is not TimeForm.DATED and (self.last_day or self.hour or self.every):
            raise ValueError(f"form '{self.form.value}' không có 'last_day', 'hour', 'every'")
        if self.form is not TimeForm.TRIGGERED and self.days_after:
            raise ValueError("'days_after' chỉ dùng cho form 'triggered'")
        if self.form is not TimeForm.ONGOING and self.until:
            raise ValueError("'until' chỉ dùng cho form 'ongoing'")
        return self


class After(_Strict):
    """A hard need: waits until it is done; `own`: only the same agency's assignment."""

    activity: Slug
    own: bool = False


class Needs(_Strict):
    """What an activity rests on. `draws_on` takes activity ids, or section ids for all of a section."""

    after: tuple[After, ...] = ()
    draws_on: tuple[Slug, ...] = ()


class WaitsFor(_Strict):
    """Outside events (sự kiện chờ): all of them, or any one."""

    all: tuple[Slug, ...] = ()
    any: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _one_of_the_two(self) -> WaitsFor:
        if bool(self.all) == bool(self.any):
            raise ValueError("'waits_for' cần đúng một trong hai: 'all' hoặc 'any'")
        return self


class ActivityFile(_Strict):
    """One duty (hoạt động)."""

    id: Slug
    title: str = Field(min_length=1, max_length=160)
    source: str = ""  #: đường dẫn mục trong văn bản, ví dụ II.2.1
    line: int | None = None
    place: str | None = None  #: chỗ trong văn bản không có số dòng
    leads: tuple[str, ...] = ()  #: cụm từ nhóm hoặc tên cơ quan
    coordinating: tuple[str, ...] = ()  #: cơ quan phối hợp (không theo dõi)
    lead_inferred: bool = False  #: văn bản không nêu cơ quan chủ trì
    requested: bool = False  #: “đề nghị”: không bao giờ bị coi là trễ
    outputs: tuple[str, ...] = ()
    read: Read | None = None
    applied: Applied | None = None
    needs: Needs = Needs()
    waits_for: WaitsFor | None = None
    owed_to: str | None = None  #: nơi nhận kết quả (mặc định: của kế hoạch)
    desk: str | None = None  #: nơi thu, xác nhận (mặc định: của kế hoạch)
    commune_desk: str | None = None  #: nơi thu của UBND cấp xã (mặc định: của kế hoạch)
    set_by: SetBy | None = None
    policy: PolicyOverride | None = None
    track: Literal["none"] | None = None  #: trách nhiệm chung, không có hạn và sản phẩm
    same_as: Slug | None = None  #: chỗ lặp lại trong văn bản; không tạo nhiệm vụ
    note: str | None = Field(default=None, max_length=200)
    to_decide: tuple[str, ...] = ()  #: điều người đọc phải quyết trước khi kích hoạt; xóa dòng khi đã quyết
    when: None = None  #: để dành cho schema sau
    done_when: Literal["all"] | None = None  #: để dành cho schema sau

    @property
    def tracked(self) -> bool:
        """Whether it makes assignments."""
        return self.track is None and self.same_as is None


class SectionFile(_Strict):
    """A group of activities of one kind (mục)."""

    id: Slug
    kind: SectionKind
    title: str = Field(min_length=1, max_length=160)
    source: str = ""
    policy: PolicyOverride | None = None
    activities: tuple[ActivityFile, ...] = Field(min_length=1)


class GroupFile(_Strict):
    """A group phrase of this plan made explicit: by classes, or member by member; always editable."""

    classes: tuple[AgencyClass, ...] = ()
    members: tuple[str, ...] = ()  #: danh sách đích danh (thay cho classes)
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    open: bool = False  #: tập hợp mở (“các cơ quan liên quan”): không tạo nhiệm vụ cho đến khi nêu tên


class TriggerFile(_Strict):
    """An outside event (sự kiện chờ)."""

    title: str = Field(min_length=1, max_length=200)
    source: str = ""
    line: int | None = None
    happened_on: date | None = None  #: đã xảy ra trước khi kích hoạt kế hoạch
    number: str | None = None  #: số, ký hiệu văn bản của sự kiện


class PlanHeader(_Strict):
    """The document itself."""

    id: Slug
    title: str = Field(min_length=1, max_length=250)
    province: str  #: tên tỉnh, thành phố
    directory: Slug  #: danh mục cơ quan dùng cho kế hoạch (plans/agencies/…)
    number: str | None = None
    issued_on: date
    issued_assumed: bool = False
    years: tuple[int, int]  #: năm đầu, năm cuối
    issuer: str  #: cơ quan ban hành, cũng là nơi giao (mặc định của owed_to)
    coordinator: str  #: cơ quan theo dõi, đôn đốc; cũng là nơi thu mặc định
    commune_desk: str | None = None  #: nơi thu của UBND cấp xã, ví dụ Phòng Tư pháp cấp huyện
    set_by: SetBy = SetBy.PROVINCE
    source: str | None = None  #: tệp văn bản nguồn
    legal_bases: tuple[str, ...] = ()
    signer_role: tuple[str, ...] = ()
    signer: str | None = None
    to_decide: tuple[str, ...] = ()  #: điều người đọc phải quyết trước khi kích hoạt

    @model_validator(mode="after")
    def _years_in_order(self) -> PlanHeader:
        if self.years[0] > self.years[1]:
            raise ValueError("'years': năm đầu phải trước hoặc bằng năm cuối")
        return self


class PlanFile(_Strict):
    """A whole plan file."""

    # `schema` is a method name of pydantic's BaseModel; the YAML key is still `schema`.
    schema_id: Literal["dondoc/plan/1"] = Field(alias="schema")
    plan: PlanHeader
    groups: dict[str, GroupFile] = {}
    triggers: dict[Slug, TriggerFile] = {}
    policy: PolicyOverride | None = None
    sections: tuple[SectionFile, ...] = Field(min_length=1)

    def activities(self) -> list[tuple[SectionFile, ActivityFile]]:
        """All activities with their section, in the order of the document."""
        return [(section, activity) for section in self.sections for activity in section.activities]
