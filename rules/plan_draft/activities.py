"""Activities of the plan file from the duties: ids, repetitions, what is tracked, who receives, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.kinds import SetBy, TimeForm
from models.plan_file import ActivityFile, Applied, Needs, SectionFile, WaitsFor
from models.reading import Certainty, Reading
from rules.agency_names import name_key
from rules.plan_draft.applied import Timing, read_of, timing
from rules.plan_draft.duty import Duty
from rules.plan_draft.links import Drawing
from rules.plan_draft.mentions import mentions
from rules.plan_draft.outline import Outline
from rules.plan_draft.repetition import Repetition, repetitions
from rules.plan_draft.scope import Scope
from rules.plan_draft.sections import Group, group
from rules.plan_draft.slugs import Ids, initials, slug
from rules.plan_draft.standing import is_standing
from rules.plan_draft.texts import bare, brief, plain
from rules.plan_draft.titles import activity_title
from rules.plan_draft.wording import day_text


class Activities:
    """All activities of one draft, by index of their duty."""

    def __init__(self, duties: Sequence[Duty], scope: Scope, outline: Outline, reading: Reading) -> None:
        self._duties = duties
        self._scope = scope
        self._standing = [is_standing(duty) for duty in duties]
        self._repeats = repetitions(duties, self._standing, scope, outline)
        self._timings = [None if self._untracked(index) else timing(duty, scope) for index, duty in enumerate(duties)]
        ids = Ids()
        self._groups = group(duties, outline, reading, ids)
        self._titles = [activity_title(duty, scope) for duty in duties]
        self._ids = [self._id(index, ids) for index in range(len(duties))]
        self._leads = [tuple(dict.fromkeys(self._phrases(duty))) for duty in duties]
        self._drawing = Drawing(
            duties, [found.applied if found else None for found in self._timings], self._ids, self._groups,
            [scope.book.members(leads) for leads in self._leads], scope,
        )  # fmt: skip

    def sections(self) -> tuple[SectionFile, ...]:
        """The sections with their activities."""
        return tuple(self._section(one) for one in self._groups)

    def _section(self, one: Group) -> SectionFile:
        made = tuple(self._activity(index) for index in one.members)
        return SectionFile(id=one.id, kind=one.kind, title=one.title, source=one.source, activities=made)

    def _untracked(self, index: int) -> bool:
        repeats = self._repeats.get(index)
        return self._standing[index] or (repeats is not None and repeats.sure)

    def _id(self, index: int, ids: Ids) -> str:
        title, duty = self._titles[index], self._duties[index]
        lead = self._scope.book.phrase(duty.leads[0]) if duty.leads else ""
        apart = bool(lead) and title.startswith(f"{lead}: ")
        name, sign = slug(title[len(lead) + 2 :] if apart else title), initials(lead)
        own, placed = f"{name}-{sign}".strip("-"), f"{name}-{slug(duty.task.section)}".strip("-")
        return ids.take(own, placed) if apart else ids.take(name, placed)

    def _phrases(self, duty: Duty) -> Iterator[str]:
        for lead in duty.leads:
            phrase = self._scope.book.phrase(lead)
            if name_key(phrase):
                yield phrase

    def _activity(self, index: int) -> ActivityFile:
        duty, timed, repeats = self._duties[index], self._timings[index], self._repeats.get(index)
        doubts = tuple(dict.fromkeys(plain(text, 400) for text in self._doubts(index, timed, repeats)))
        coordinating = self._coordinating(duty)
        place = duty.task.place
        owed, note = self._receiver(duty) if timed else (None, None)
        waits, applied, told = self._waiting(index, timed)
        note = plain(" ".join(filter(None, (told, note))), 200) or None
        return ActivityFile(
            id=self._ids[index], title=self._titles[index], source=plain(duty.task.section, 60), line=place.line,
            place=None if place.line is not None else str(place) or None, leads=self._leads[index],
            coordinating=coordinating, lead_inferred=duty.inferred and timed is not None, requested=duty.requested,
            outputs=tuple(dict.fromkeys(brief(text) for text in duty.outputs if brief(text))),
            read=timed.read if timed else read_of(duty), applied=applied,
            needs=Needs(draws_on=self._drawing.draws_on(index)), waits_for=waits,
            owed_to=owed, desk=self._desk(duty) if timed else None, set_by=self._set_by(duty, timed), note=note,
            track="none" if self._standing[index] else None,
            same_as=self._ids[repeats.of] if repeats and repeats.sure else None, to_decide=doubts,
        )  # fmt: skip

    def _waiting(self, index: int, timed: Timing | None) -> tuple[WaitsFor | None, Applied | None, str]:
        """What it waits for, what runs, and a note: what rests on a choice that waits, waits for the same event; what
        districts owe after their end opens while they are there."""
        if timed is None:
            return None, None, ""
        before = self._drawing.chosen_before(index)
        shared = self._timings[before] if before is not None and timed.waits_for is None else None
        if shared is not None and shared.waits_for is not None:
            return shared.waits_for, timed.applied, f"Dựa trên '{self._ids[before or 0]}', nên chờ cùng sự kiện."
        last = timed.applied.last_day
        if last is not None and self._scope.issued <= last and any(self._gone(index, timed)):
            opens = {"opens": self._scope.issued, "why": "mở từ ngày ban hành, khi các cơ quan này còn hoạt động"}
            return timed.waits_for, timed.applied.model_copy(update=opens), ""
        return timed.waits_for, timed.applied, ""

    def _coordinating(self, duty: Duty) -> tuple[str, ...]:
        book = self._scope.book
        named = tuple(dict.fromkeys(text for agency in duty.coordinators if (text := book.phrase(agency))))
        for phrase in named:
            book.settle(phrase)
        return named

    def _doubts(self, index: int, timed: Timing | None, repeats: Repetition | None) -> Iterator[str]:
        duty = self._duties[index]
        for phrase in self._leads[index]:
            told = self._scope.book.settle(phrase)
            if told and timed is not None:
                yield told
        if timed is None:
            return
        yield from self._gone(index, timed)
        yield from duty.doubts
        yield from timed.doubts
        if not self._leads[index]:
            yield "chưa có cơ quan chủ trì. Điền 'leads', hoặc ghi track: none."
        if repeats is not None:
            yield f"có thể lặp lại '{self._ids[repeats.of]}'. Nếu đúng, ghi same_as: {self._ids[repeats.of]}."
        if duty.task.certainty is Certainty.DOUBTFUL:
            yield "chưa chắc đây là một nhiệm vụ riêng. Xem lại văn bản; nếu không phải thì xóa hoạt động."
        if duty.time is not None and duty.time.certainty is Certainty.DOUBTFUL:
            yield f"chưa chắc về thời hạn “{plain(duty.time.verbatim, 120)}”. Xem lại văn bản."
        if any(lead.certainty is Certainty.DOUBTFUL for lead in duty.leads):
            yield "chưa chắc về cơ quan chủ trì. Xem lại 'leads'."

    def _gone(self, index: int, timed: Timing) -> Iterator[str]:
        """Agencies that will have been merged or abolished before the duty opens."""
        last, calendar = timed.applied.last_day, self._scope.calendar
        if last is None or not calendar.first <= last <= calendar.last:
            return
        start = timed.applied.opens or (timed.read.start if timed.read else None) or calendar.first_of_quarter(last)
        on = max(start, self._scope.issued)
        for phrase in self._leads[index]:
            if self._scope.book.gone(phrase, on):
                yield f"“{phrase}” không còn cơ quan nào vào ngày {day_text(on)}. Nêu cơ quan kế thừa ở mục 'groups'."

    def _receiver(self, duty: Duty) -> tuple[str | None, str | None]:
        """`owed_to` where one agency other than the plan's own is named, else a note."""
        condition = ("Thực hiện khi cần thiết hoặc khi có yêu cầu.",) if duty.conditional else ()
        note = plain(" ".join((*duty.remarks, *condition)), 200) or None
        said = plain(duty.receiver or "", 120)
        if not said or bare(said) in ("ubnd tinh", "uy ban nhan dan tinh") or said == self._scope.issuer:
            return None, note
        entry = self._scope.book.one(said)
        own = self._scope.book.one(self._scope.issuer)
        if entry is not None:
            return (None if own is not None and entry.id == own.id else said), note
        return None, plain(f"Gửi {said}. {note or ''}", 200)

    def _desk(self, duty: Duty) -> str | None:
        """Where results are collected, when that is another agency than the coordinator."""
        said = plain(duty.task.channel or "", 200)
        if not said:
            return None
        named = next((one.text for one in mentions(said)), said)
        entry, own = self._scope.book.one(named), self._scope.book.one(self._scope.coordinator)
        return named if entry is not None and own is not None and entry.id != own.id else None

    def _set_by(self, duty: Duty, timed: Timing | None) -> SetBy | None:
        """A date nobody in the province set: theirs to say whom the report goes to."""
        if timed is None or timed.applied.form is not TimeForm.UNDATED:
            return None
        return SetBy.SUPERIOR if bare(duty.receiver or "").startswith(("bo ", "chinh phu", "thu tuong")) else None
