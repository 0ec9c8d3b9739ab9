"""The head of a plan file from the head of a document: who issued it, who follows it up, when, for which years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass, SetBy
from models.plan_file import PlanHeader
from models.reading import HeaderReading, Reading
from rules.agency_names import named
from rules.group_phrases import Phrases
from rules.plan_draft.agency_book import AgencyBook
from rules.plan_draft.applied import iso_day
from rules.plan_draft.document_words import DocumentWords
from rules.plan_draft.scope import DraftDefaults, Known, Scope
from rules.plan_draft.slugs import slug
from rules.plan_draft.texts import bare, plain, sentence_case
from rules.plan_draft.triggers import TriggerBook
from rules.plan_draft.wording import day_text
from rules.working_days import WorkingDays

#: A plan of more years than this is a misreading.
_MOST_YEARS = 12
#: What they issue is of no province, wherever they sit.
_CENTRAL = re.compile(
    r"(?:bo|chinh phu|thu tuong|quoc hoi|van phong chinh phu|uy ban thuong vu|tong cuc|cuc|vien"
    r"|toa an nhan dan toi cao)\b(?!.*\btinh\b)"
)
_PLACE = re.compile(r"(?:tinh|thanh pho|tp\.?)\s+(.+)$")


def make_scope(
    reading: Reading,
    directory: Directory | None,
    phrases: Phrases,
    calendar: WorkingDays,
    issued: date | None,
    defaults: DraftDefaults,
    known: Known,
) -> tuple[Scope, list[str]]:
    """The frame of the draft, and what a person must decide about it."""
    doubts: list[str] = []
    header = reading.header
    when = issued or iso_day(header.date)
    if when is None or not calendar.first <= when <= calendar.last:
        when = _assumed(header, calendar, defaults)
        doubts.append(f"văn bản không ghi đủ ngày ban hành; tạm lấy {day_text(when)}. Sửa 'issued_on' khi biết.")
    years = _years(reading, when, calendar, doubts)
    province = _province(header, directory)
    if not province:
        doubts.append("chưa rõ tỉnh, thành phố. Sửa 'province'.")
    book = AgencyBook(directory, phrases, when, province)
    issuer = _issuer(header, book, province)
    coordinator = _coordinator(book, issuer)
    words = DocumentWords(reading, known.source)
    triggers = TriggerBook(words, years, known.documents)
    scope = Scope(header, when, years, issuer, coordinator, book, calendar, defaults, words, triggers)
    doubts.extend(_bodies(scope))
    return scope, doubts


def plan_header(
    reading: Reading, scope: Scope, directory: Directory | None, issued: date | None, communes: bool, doubts: list[str]
) -> PlanHeader:
    """The `plan:` part; `communes` when communes lead something."""
    header, book = reading.header, scope.book
    province = _province(header, directory) or "Chưa rõ"
    first, last = scope.years
    name = f"{slug(province, 4) or 'ke-hoach'}-{first}" + (f"-{last}" if last != first else "")
    desk = "Phòng Tư pháp cấp huyện" if communes and book.members(["Phòng Tư pháp cấp huyện"]) else None
    desk = desk if book.has_directory else None
    if desk:
        doubts.append(f"UBND cấp xã gửi kết quả về {desk}? Nếu gửi thẳng nơi khác thì sửa 'commune_desk'.")
    if directory is None:
        doubts.append("chưa có danh mục cơ quan của tỉnh vào ngày ban hành. Lập tệp danh mục, sửa 'directory'.")
    return PlanHeader(
        id=name, title=sentence_case(plain(header.title or "", 250)) or "Kế hoạch chưa rõ tên", province=province,
        directory=directory.key if directory else name, number=plain(header.number, 60) or None
        if header.number else None, issued_on=scope.issued, issued_assumed=issued is None and _undated(header, scope),
        years=scope.years, issuer=scope.issuer, coordinator=scope.coordinator, commune_desk=desk, set_by=_set_by(scope),
        source=plain(reading.name, 200) or None, legal_bases=_texts(header.legal_bases),
        signer_role=_texts(header.signer_role), signer=plain(header.signer_norm or header.signer or "", 100) or None,
        to_decide=tuple(doubts),
    )  # fmt: skip


def _texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for value in values if (text := plain(value, 160)))


def _undated(header: HeaderReading, scope: Scope) -> bool:
    return iso_day(header.date) != scope.issued


def _assumed(header: HeaderReading, calendar: WorkingDays, defaults: DraftDefaults) -> date:
    """A blank day: the working day on or before the 15th of the printed month, else of January of the plan's year."""
    year, month = header.year or calendar.first.year, 1
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?", header.date or "")
    if match:
        year = int(match[1])
        month = int(match[2]) if match[2] and 1 <= int(match[2]) <= 12 else 1
    year = min(max(year, calendar.first.year), calendar.last.year)
    return calendar.on_or_before(date(year, month, defaults.assumed_month_day))


def _years(reading: Reading, issued: date, calendar: WorkingDays, doubts: list[str]) -> tuple[int, int]:
    """The plan's years: printed, and as far as its dates go."""
    header = reading.header
    printed = [year for year in (header.year, *(header.period or ())) if year]
    first = min([issued.year, *printed]) if printed else issued.year
    first = max(first, issued.year - 1, calendar.first.year)
    last = max([first, *printed, *_end_years(reading)])
    most = min(first + _MOST_YEARS - 1, calendar.last.year)
    if last > most:
        doubts.append(f"văn bản nêu đến năm {last}; tạm lấy {most}. Sửa 'years'.")
    return first, max(first, min(last, most))


def _end_years(reading: Reading) -> Iterator[int]:
    for task in reading.tasks:
        for said in task.times:
            day = iso_day(said.end)
            if day is not None:
                yield day.year


def province_of(header: HeaderReading) -> str:
    """The province or city a document names as its issuer's, else its place of issue; "" when it names none."""
    said = plain(header.issuer_norm or header.issuer or "", 120)
    if _CENTRAL.match(bare(said)):
        return ""
    match = _PLACE.search(bare(said))
    told = said[match.start(1) :] if match else plain(header.place or "", 60)
    return told.title() if told.isupper() else told


def _province(header: HeaderReading, directory: Directory | None) -> str:
    told = province_of(header)
    if directory is None:
        return told
    names = list(dict.fromkeys(entry.province for entry in directory.agencies))
    same = [name for name in names if bare(name) == bare(told)]
    return (same or names or [told])[0]


def _issuer(header: HeaderReading, book: AgencyBook, province: str) -> str:
    """As the directory names it; the provincial committee where the document names nobody."""
    said = plain(header.issuer_norm or header.issuer or "", 120)
    known = book.one(said)
    if known is None and not said:
        known = next(book.directory.of_class(AgencyClass.UBND_TINH, book.on), None)
    return known.name if known else said or f"UBND tỉnh {province}".strip()


def _coordinator(book: AgencyBook, issuer: str) -> str:
    """The justice body of the issuer's level."""
    owner = book.one(issuer)
    if owner is not None and owner.klass is AgencyClass.UBND_HUYEN:
        below = (one for one in book.directory.of_class(AgencyClass.PHONG_TU_PHAP, book.on) if one.parent == owner.id)
        office = next(below, None)
        if office is not None:
            return _called(office, book)
    return "Sở Tư pháp"


def _called(entry: AgencyEntry, book: AgencyBook) -> str:
    return entry.name if len(named(entry.name, book.directory, book.on)) == 1 else entry.id


def _bodies(scope: Scope) -> Iterator[str]:
    """The issuer and the coordinator have to be single agencies of the directory."""
    if not scope.book.has_directory:
        return
    for key, name in (("issuer", scope.issuer), ("coordinator", scope.coordinator)):
        if scope.book.one(name) is None:
            yield f"không tìm thấy “{name}” trong danh mục cơ quan. Sửa '{key}' hoặc bổ sung danh mục."


def _set_by(scope: Scope) -> SetBy:
    owner = bare(scope.issuer)
    if owner.startswith(("so ", "phong ")):
        return SetBy.DEPARTMENT
    return SetBy.SUPERIOR if owner.startswith(("bo ", "chinh phu", "thu tuong")) else SetBy.PROVINCE
