"""One activity of the next plan: its days, agencies and words carried over, what is doubtful written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.kinds import AgencyClass
from models.plan_file import ActivityFile, PlanHeader, SectionFile
from models.two_tier import TwoTier
from rules.next_year.agency_map import AgencyMap, Mapped
from rules.next_year.bases import LegalBook
from rules.next_year.dates import redated
from rules.next_year.points import Notes
from rules.next_year.wording import Wording

#: The longest title and note a plan file takes.
TITLE, NOTE = 160, 200


@dataclass(frozen=True, slots=True)
class Renewing:
    """Everything the parts of a renewal share."""

    header: PlanHeader
    agencies: AgencyMap
    wording: Wording
    two_tier: TwoTier
    book: LegalBook
    notes: Notes
    unsure: Mapping[str, str]  #: hoạt động → điều phải hỏi về nội dung của nó


def renewed_activity(work: Renewing, section: SectionFile, activity: ActivityFile) -> ActivityFile:
    """The activity in the new plan; its line, place and reading belong to the old document and are left behind."""
    words, header = work.wording, work.header
    owner = (work.agencies.phrase(header.issuer).texts or (header.issuer,))[0]
    update = {
        "title": words.text(activity.title, TITLE),
        "outputs": tuple(words.text(output) for output in activity.outputs),
        "note": words.text(activity.note, NOTE) if activity.note else None,
        "line": None,
        "place": None,
        "read": None,
        "applied": redated(activity.applied, activity.read, words.shift, header.years[0]),
        "leads": _leads(work, activity),
        "coordinating": _coordinating(work, activity),
        "owed_to": one_agency(work, activity.owed_to, "nơi nhận kết quả", owner, activity.id),
        "desk": one_agency(work, activity.desk, "nơi thu", header.coordinator, activity.id),
        "commune_desk": one_agency(
            work, activity.commune_desk, "nơi thu của UBND cấp xã", header.coordinator, activity.id
        ),
    }
    renewed = activity.model_copy(update=update)
    if activity.tracked:
        _ask(work, section, renewed)
    return renewed.model_copy(update={"to_decide": (*activity.to_decide, *work.notes.of(activity.id))})


def one_agency(work: Renewing, phrase: str | None, role: str, instead: str, where: str = "") -> str | None:
    """Who collects, who receives; None where the old one is gone: the plan's own takes its place, said as a point."""
    if phrase is None:
        return None
    mapped = work.agencies.phrase(phrase)
    if mapped.texts:
        if mapped.renamed:
            work.notes.change(f"{role}: {phrase} → {mapped.renamed}", where)
        return mapped.texts[0]
    why = _why(work, mapped)
    work.notes.to_decide(f"{role} trước là “{phrase}” ({why}); tạm để {instead}: xác nhận.", where)
    return None


def _leads(work: Renewing, activity: ActivityFile) -> tuple[str, ...]:
    """Whoever still is there. Without communes among them, somebody must say who does what the districts did."""
    mapped = [(phrase, work.agencies.phrase(phrase)) for phrase in activity.leads]
    found = tuple(dict.fromkeys(text for _, one in mapped for text in one.texts))
    communes = any(work.agencies.means(text, AgencyClass.UBND_XA) for text in found)
    for phrase, one in mapped:
        if one.renamed:
            work.notes.change(f"chủ trì: {phrase} → {one.renamed}", activity.id)
        if not one.gone and not one.unmatched:
            continue
        state = f"nay chỉ là {', '.join(one.texts)}" if one.texts else "không còn"
        what = f"“{phrase}” {state} ({_why(work, one)})"
        if not activity.tracked or (communes and not one.unmatched):
            work.notes.change(f"chủ trì: {what}; còn {', '.join(found) or 'không cơ quan nào'}", activity.id)
        elif found:
            work.notes.to_decide(f"{what}; còn {', '.join(found)}: có cơ quan nào làm thay không?", activity.id)
        else:
            work.notes.to_decide(f"{what}: nêu cơ quan chủ trì khác, hoặc xóa việc này.", activity.id)
    return found


def _coordinating(work: Renewing, activity: ActivityFile) -> tuple[str, ...]:
    """As the leads, but nobody is tracked: what fell out is only told."""
    mapped = [(phrase, work.agencies.phrase(phrase)) for phrase in activity.coordinating]
    for phrase, one in mapped:
        if one.renamed:
            work.notes.change(f"phối hợp: {phrase} → {one.renamed}", activity.id)
        elif one.gone or one.unmatched:
            work.notes.change(f"phối hợp: bỏ “{phrase}” ({_why(work, one)})", activity.id)
    return tuple(dict.fromkeys(text for _, one in mapped for text in one.texts))


def _why(work: Renewing, mapped: Mapped) -> str:
    known = [work.two_tier.ended[klass] for klass in mapped.gone if klass in work.two_tier.ended]
    return "; ".join(known) or "danh mục mới không có"


def _ask(work: Renewing, section: SectionFile, renewed: ActivityFile) -> None:
    """What the words and the subject of an activity leave open."""
    tell = work.notes.to_decide
    lost = bool(work.notes.of(renewed.id))
    if renewed.id in work.unsure:
        tell(f"{work.unsure[renewed.id]}.", renewed.id)
    lacking = work.book.lacks(section.kind, work.agencies.new_on)
    if lacking is not None:
        tell(f"{lacking.number} không thấy nêu loại việc này: kiểm tra còn căn cứ để giao không.", renewed.id)
    words = " ".join((renewed.title, *renewed.outputs, renewed.note or ""))
    tier = work.wording.ended_tier(words) if work.agencies.new_on >= work.two_tier.since else ""
    if tier and not lost:  # who does it is in question already, its words with it
        tell(f"lời văn còn nêu “{tier}”, cấp đã kết thúc: viết lại.", renewed.id)
    for cited in work.book.ended_in(words, work.agencies.new_on):
        instead = f", thay bằng {', '.join(cited.replaced_by)}" if cited.replaced_by else ""
        tell(f"lời văn nêu {cited.number} đã hết hiệu lực{instead}: viết lại.", renewed.id)
    years = work.wording.old_years(words)
    if years:
        tell(f"lời văn còn nêu năm {', '.join(years)}: viết lại.", renewed.id)
