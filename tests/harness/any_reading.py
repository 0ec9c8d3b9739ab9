"""Any reading at all, for property tests: sense and nonsense mixed."""

from __future__ import annotations

from hypothesis import strategies as st

from models.reading import (
    AgencyReading,
    Certainty,
    HeaderReading,
    PhraseClass,
    Reading,
    TaskReading,
    TimeAlternative,
    TimeReading,
)
from models.source_text import NOWHERE, Place

KINDS = ("window", "month", "year", "by", "ongoing", "trigger", "recurring", "none")
WORDS = (
    "Sở Tư pháp", "các Sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã", "Phòng Tư pháp", "UBND tỉnh", "Bộ Tư pháp",
    "các cơ quan liên quan", "Trách nhiệm của Sở Tư pháp", "Chỉ đạo Phòng Tư pháp ban hành kế hoạch", "báo cáo",
    "Đề nghị Tòa án nhân dân tỉnh", "kiểm tra và hướng dẫn", "tổng hợp, báo cáo", "thu thập thông tin", "kinh phí",
    "gửi về UBND tỉnh", "trình", "phối hợp với", "chủ trì", "sơ kết", "lĩnh vực trọng tâm", "danh mục", "khảo sát",
)  # fmt: skip
ODD = st.text(max_size=30)
TEXT = st.one_of(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), ODD)
DAY = st.one_of(
    st.none(), st.dates().map(lambda day: day.isoformat()), st.sampled_from(["2022-02-28", "2022-11-15", "12-02", "?"])
)
RECURRENCE = st.one_of(
    st.none(),
    ODD,
    st.sampled_from(
        ["YEARLY", "YEARLY;by=12-01", "YEARLY;month=12", "YEARLY;quarter=4", "QUARTERLY;by=M3-19", "MONTHLY;by=24",
         "HALFYEARLY", "WEEKLY", "MONTHLY+YEARLY;by=02-31", "YEARLY;by=99-99", "MONTHLY;by=0"]
    ),
)  # fmt: skip
PLACE = st.one_of(
    st.just(NOWHERE), st.builds(Place, line=st.integers(1, 999)), st.builds(Place, table=st.integers(1, 9))
)
CERTAINTY = st.sampled_from(Certainty)
TIME = st.builds(
    TimeReading, verbatim=TEXT, kind=st.sampled_from(KINDS), start=DAY, end=DAY, trigger=st.one_of(st.none(), TEXT),
    triggers=st.lists(TEXT, max_size=3).map(tuple), triggers_any=st.booleans(),
    offset_days=st.one_of(st.none(), st.integers(-5, 90)), working_days=st.booleans(), recurrence=RECURRENCE,
    time=st.one_of(st.none(), st.sampled_from(["17:00", "7h", ":"])), inherited=st.booleans(),
    ambiguous=st.booleans(), part=st.one_of(st.none(), TEXT), certainty=CERTAINTY, place=PLACE,
    alternatives=st.lists(st.builds(TimeAlternative, st.sampled_from(KINDS), DAY, DAY, RECURRENCE), max_size=2).map(
        tuple
    ),
)  # fmt: skip
AGENCY = st.builds(
    AgencyReading, text=TEXT, klass=st.sampled_from(PhraseClass), inherited=st.booleans(), requested=st.booleans(),
    certainty=CERTAINTY, place=PLACE,
)  # fmt: skip
AGENCIES = st.lists(AGENCY, max_size=3).map(tuple)
TASK = st.builds(
    TaskReading, id=st.sampled_from(["t01", "t02", "t03", ""]), number=ODD,
    section=st.one_of(st.sampled_from(["I", "II.1", "II.1.a", "V.1", "V.2", "3", "", ".", "PL.1"]), ODD), title=TEXT,
    core=st.booleans(), kind=st.one_of(st.none(), st.sampled_from(["report", "train", "?"])), parent=st.none(),
    leads=AGENCIES, coordinators=AGENCIES, outputs=st.lists(TEXT, max_size=2).map(tuple),
    times=st.lists(TIME, max_size=3).map(tuple), requested=st.booleans(), channel=st.one_of(st.none(), TEXT),
    conditional=st.booleans(), certainty=CERTAINTY, place=PLACE,
)  # fmt: skip
HEADER = st.builds(
    HeaderReading, issuer=st.one_of(st.none(), TEXT),
    issuer_norm=st.one_of(st.none(), st.sampled_from(["UBND tỉnh Sóc Trăng", "UBND tỉnh Khác", "Sở Tư pháp"]), ODD),
    number=st.one_of(st.none(), ODD), place=st.one_of(st.none(), ODD),
    date=st.one_of(DAY, st.sampled_from(["2022", "2022-13", "2022-04"])), title=st.one_of(st.none(), TEXT),
    year=st.one_of(st.none(), st.sampled_from([2022, 2021, 0, 9999])), signer=st.one_of(st.none(), ODD),
    period=st.one_of(st.none(), st.sampled_from([(2021, 2026), (2026, 2021), (1, 9999)])),
    legal_bases=st.lists(ODD, max_size=2).map(tuple), signer_role=st.lists(ODD, max_size=2).map(tuple),
)  # fmt: skip
#: At least one task: a reading without any is refused, which has a test of its own.
READING = st.builds(Reading, name=ODD, header=HEADER, tasks=st.lists(TASK, min_size=1, max_size=6).map(tuple))
