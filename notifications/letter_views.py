"""Contexts turned into what the templates show: numbered entries with labelled facts, words already chosen."""

from __future__ import annotations

from typing import NamedTuple

from notifications import wording
from notifications.contexts import AnswerContext, AnswerKind, DigestContext, Duty, DutyLine, Group

#: A label and its value; the same in the plain and in the HTML letter.
Fact = tuple[str, str]


class Entry(NamedTuple):
    """One duty of a digest."""

    number: int
    title: str
    #: the words of the coloured label, if any
    left: str | None
    facts: list[Fact]
    link: str | None


class Section(NamedTuple):
    """The duties of one group; requested ones stand apart, in politer words."""

    group: str
    requested: bool
    entries: list[Entry]


def sections(context: DigestContext) -> list[Section]:
    """The digest's lines by group in reading order, numbered through."""
    several = len({line.duty.agency for line in context.lines}) > 1
    number = 0
    found: list[Section] = []
    for group in Group:
        for requested in (False, True):
            entries: list[Entry] = []
            for line in context.lines:
                if line.group is group and line.duty.requested is requested:
                    number += 1
                    entries.append(_entry(number, line, context, several))
            if entries:
                found.append(Section(group.value, requested, entries))
    return found


def _entry(number: int, line: DutyLine, context: DigestContext, several: bool) -> Entry:
    duty = line.duty
    facts: list[Fact] = []
    if line.return_reason:
        facts.append(("Lý do trả lại", line.return_reason))
    if line.redo_by:
        facts.append(("Đề nghị gửi lại", f"hết {wording.day(line.redo_by)}"))
    facts += _time_facts(duty)
    if several and duty.agency:
        facts.append(("Cơ quan", duty.agency))
    facts += _work_facts(duty)
    facts += [("Còn thiếu", wording.missing(entry)) for entry in line.missing]
    if duty.reference:
        facts.append(("Mã việc", duty.reference))
    return Entry(number, _one_line(duty.title), wording.time_left(line, context.day), _tidy(facts), duty.link)


def _time_facts(duty: Duty) -> list[Fact]:
    label = "Thời gian đề nghị" if duty.requested else "Hạn cuối"
    facts = [("Thời hạn" if duty.ongoing else label, wording.last_day(duty))]
    if duty.original_last_day and duty.original_last_day != duty.last_day:
        earlier = duty.last_day is not None and duty.last_day < duty.original_last_day
        how = "đã sửa đổi" if earlier else "đã gia hạn"
        label = "Thời gian đề nghị ban đầu" if duty.requested else f"Hạn ban đầu ({how})"
        facts.append((label, f"hết {wording.day(duty.original_last_day)}"))
    phrase = wording.time_phrase(duty)
    if phrase:
        facts.append(("Kế hoạch ghi", phrase))
    return facts


def _work_facts(duty: Duty) -> list[Fact]:
    facts = [("Kế hoạch", wording.plan(duty))]
    if duty.outputs:
        facts.append(("Sản phẩm", "; ".join(duty.outputs)))
    destination = wording.destination(duty)
    if destination:
        facts.append(("Nơi nhận", destination))
    return facts


#: After these the duty has no day to keep any more.
_WITHOUT_DAY = frozenset(
    {AnswerKind.ACCEPTED, AnswerKind.NOT_NEEDED_CONFIRMED, AnswerKind.WITHDRAWN, AnswerKind.SUSPENDED}
)
_REASON_LABELS = {AnswerKind.RETURNED: "Lý do trả lại", AnswerKind.EXTENSION_REFUSED: "Lý do chưa đồng ý"}


def answer_facts(context: AnswerContext) -> list[Fact]:
    """The labelled facts of an answer, the news first."""
    duty, facts = context.duty, list[Fact]()
    if context.reason:
        facts.append((_REASON_LABELS.get(context.kind, "Lý do"), context.reason))
    if context.redo_by:
        facts.append(("Đề nghị gửi lại", f"hết {wording.day(context.redo_by)}"))
    if context.decision and (told := wording.document(context.decision)):
        facts.append(("Văn bản quyết định", told))
    if context.submitted:
        if told := wording.document(context.submitted):
            facts.append(("Văn bản đã gửi", told))
        if context.submitted.files:
            facts.append(("Tệp đã nhận", "; ".join(context.submitted.files)))
    if context.working_days_late is not None and not duty.requested:
        facts.append(("Tiến độ", _timeliness(context.working_days_late, context.days_late)))
    if context.kind not in _WITHOUT_DAY:
        facts += _time_facts(duty)
    facts += _work_facts(duty)
    if duty.reference:
        facts.append(("Mã việc", duty.reference))
    return _tidy(facts)


def _timeliness(working_days: int, days: int | None) -> str:
    return wording.late("chậm", working_days, days) if working_days or days else "đúng hạn"


def _tidy(facts: list[Fact]) -> list[Fact]:
    """Values on one line: a reason typed with line breaks must not look like facts of its own."""
    return [(label, _one_line(value)) for label, value in facts]


def _one_line(text: str) -> str:
    return " ".join(text.split())
