"""Checking whom a plan addresses: unknown phrases, groups empty on the day, needs without a counterpart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.directory import AgencyEntry, Directory
from models.plan_file import ActivityFile, PlanFile
from rules.agency_names import name_key
from rules.findings import Findings, place_of
from rules.group_phrases import Expansion, Phrases, closest, expand
from rules.periods import Period

#: "Ủy ban nhân dân cùng cấp": the committee the agency belongs to.
SAME_LEVEL = "ubnd cùng cấp"


class GroupCheck:
    """The checks of one plan against one directory; each phrase and day is expanded once."""

    def __init__(self, plan: PlanFile, directory: Directory, phrases: Phrases, findings: Findings) -> None:
        self.plan = plan
        self.directory = directory
        self.phrases = phrases
        self.findings = findings
        self._made: dict[tuple[str, date], Expansion] = {}

    def check(self, cut: Mapping[str, tuple[Period, ...]]) -> None:
        """Header, the plan's own groups, then each activity in its periods."""
        self._header()
        self._own_groups()
        for _, activity in self.plan.activities():
            self._activity(activity, cut.get(activity.id, ()))
        for _, activity in self.plan.activities():
            self._counterparts(activity, cut)

    def _expand(self, phrase: str, on: date) -> Expansion:
        key = (phrase, on)
        if key not in self._made:
            self._made[key] = expand(phrase, self.directory, self.phrases, self.plan.groups, on)
        return self._made[key]

    def _header(self) -> None:
        header = self.plan.plan
        if header.directory != self.directory.key:
            message = f"kế hoạch dùng danh mục '{header.directory}', đang có '{self.directory.key}'."
            self.findings.error("directory", message, "directory")
        self._one("issuer", header.issuer)
        self._one("coordinator", header.coordinator)
        self._known("commune_desk", header.commune_desk, "commune_desk")

    def _own_groups(self) -> None:
        for name in self.plan.groups:
            for text in self._expand(name, self.plan.plan.issued_on).missing:
                message = f"không tìm thấy (hoặc có nhiều) cơ quan '{text}'."
                self.findings.error(f"nhóm '{name}'", message, "unknown-agency", self._mean(text))

    def _activity(self, activity: ActivityFile, cut: tuple[Period, ...]) -> None:
        if activity.tracked and not activity.leads:
            message = "hoạt động được theo dõi mà không có 'leads'."
            self.findings.error(place_of(activity), message, "no-leads", "Nêu cơ quan, hoặc 'track: none'.")
        for key, named in (("leads", activity.leads), ("coordinating", activity.coordinating)):
            for phrase in named:
                self._known(place_of(activity, key), phrase, key)
        self._one(place_of(activity, "desk"), activity.desk)
        if name_key(activity.owed_to or "") != SAME_LEVEL:
            self._one(place_of(activity, "owed_to"), activity.owed_to)
        self._known(place_of(activity, "commune_desk"), activity.commune_desk, "commune_desk")
        for phrase in activity.leads if activity.tracked else ():
            self._populated(activity, phrase, cut)

    def _one(self, place: str, phrase: str | None) -> None:
        """Who collects and to whom it is owed: exactly one agency."""
        on = self.plan.plan.issued_on
        if phrase is not None and len(self._expand(phrase, on).members) != 1:
            message = f"'{phrase}' không phải một cơ quan trong danh mục ngày {on}."
            self.findings.error(place, message, "unknown-agency", self._mean(phrase))

    def _known(self, place: str, phrase: str | None, key: str) -> None:
        if phrase is None or self._expand(phrase, self.plan.plan.issued_on).known:
            return
        tell = self.findings.warning if key == "coordinating" else self.findings.error
        tell(place, f"không hiểu cụm từ '{phrase}'.", "unknown-phrase", self._mean(phrase))

    def _populated(self, activity: ActivityFile, phrase: str, cut: tuple[Period, ...]) -> None:
        place = place_of(activity, "leads")
        for period in cut[:1]:  # what empties later is the lint's (R8)
            found = self._expand(phrase, period.opens)
            if found.open:
                message = f"'{phrase}' là tập hợp mở: chưa tạo nhiệm vụ nào."
                self.findings.warning(place, message, "open-group", "Nêu đích danh ở mục 'groups'.")
            elif found.known and not found.members:
                message = f"'{phrase}' không có cơ quan nào vào ngày {period.opens} (kỳ {period.key})."
                self.findings.error(place, message, "empty-group", "Nêu cơ quan kế thừa ở mục 'groups'.")

    def _counterparts(self, activity: ActivityFile, cut: Mapping[str, tuple[Period, ...]]) -> None:
        others = {other.id: other for _, other in self.plan.activities()}
        mine = self._first_members(activity, cut)
        for need in activity.needs.after:
            other = others.get(need.activity)
            if not need.own or other is None or not other.tracked:
                continue
            theirs = self._first_members(other, cut)
            alone = [entry.name for key, entry in mine.items() if key not in theirs]
            if alone:
                message = f"{len(alone)} cơ quan không có nhiệm vụ '{other.id}' để chờ: {', '.join(alone[:3])}."
                self.findings.warning(place_of(activity, "needs"), message, "own-without-counterpart")

    def _first_members(self, activity: ActivityFile, cut: Mapping[str, tuple[Period, ...]]) -> dict[str, AgencyEntry]:
        first = cut.get(activity.id, ())[:1]
        return {
            entry.id: entry
            for period in first
            for phrase in activity.leads
            for entry in self._expand(phrase, period.opens).members
        }

    def _mean(self, phrase: str) -> str:
        near = closest(phrase, self.directory, self.phrases, self.plan.groups)
        return f"Có phải {' hoặc '.join(repr(text) for text in near)}?" if near else ""
