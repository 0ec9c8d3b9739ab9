"""Agency phrases of a document against the directory and the known group phrases; unknown ones become open groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from models.directory import AgencyEntry, Directory
from models.plan_file import GroupFile
from models.reading import AgencyReading
from rules.agency_names import bare_key, labels, name_key
from rules.group_phrases import Expansion, Phrases, closest, expand
from rules.plan_draft.texts import bare, plain

_LONGEST = 100
_HEAD = re.compile(r"^(?:giám đốc|thủ trưởng|người đứng đầu|chánh|trưởng|chủ tịch|lãnh đạo|đồng chí)\s+", re.IGNORECASE)
#: The Fatherland Front, with and without its committee.
_FRONT = re.compile(r"^(?:ủy ban |uỷ ban |ub)?(?:mặt trận tổ quốc|mttq)", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:của tỉnh|trên địa bàn tỉnh|tỉnh)$", re.IGNORECASE)


class AgencyBook:
    """Phrases of one document on its issue date. Without a directory nothing can be looked up, nor called unknown."""

    def __init__(self, directory: Directory | None, phrases: Phrases, on: date, province: str) -> None:
        self.directory = directory or Directory.of("", ())
        self.has_directory = directory is not None
        self.phrases = phrases
        self.on = on
        self._province = province
        self._made: dict[str, Expansion] = {}
        self._phrase: dict[str, str] = {}
        self.groups: dict[str, GroupFile] = {}
        self._names = {bare_key(label) for one in self.directory.agencies for label in labels(one, self.directory)}

    def phrase(self, agency: AgencyReading) -> str:
        """The phrase a plan file uses for it: as printed, or the shorter form the directory knows."""
        text = plain(agency.text, _LONGEST)
        if text not in self._phrase:
            self._phrase[text] = next((form for form in self._forms(text) if self.known(form)), text)
        return self._phrase[text]

    def settle(self, phrase: str) -> str | None:
        """What a person must decide about a phrase, None when it is clear; an unknown one becomes an open group."""
        if not self.has_directory or not name_key(phrase):
            return None
        if self.known(phrase):
            found = self.expansion(phrase)
            if found.members or found.open:
                return None
            self.groups.setdefault(phrase, GroupFile(open=True))
            return (
                f"danh mục chưa có cơ quan nào là “{phrase}” (tạm để mở, chưa giao cho ai). "
                "Nêu đích danh ở mục 'groups', hoặc bổ sung danh mục rồi xóa cụm từ ở đó."
            )
        self.groups.setdefault(phrase, GroupFile(open=True))
        near = closest(phrase, self.directory, self.phrases, {})
        like = f" Gần giống: {', '.join(f'“{text}”' for text in near)}." if near else ""
        return f"chưa rõ “{phrase}” là những cơ quan nào.{like} Nêu đích danh ở mục 'groups' của kế hoạch."

    def gone(self, phrase: str, on: date) -> bool:
        """Whether a group that has members on the issue date has none any more on a later day."""
        if not self.expansion(phrase).members:
            return False
        return not expand(phrase, self.directory, self.phrases, {}, on).members

    def known(self, phrase: str) -> bool:
        """Whether the phrase is a group, an open set, or one agency."""
        key = name_key(phrase)
        if not key or not (key in self.phrases.classes or bare_key(phrase) in self._names or self._vague(phrase)):
            return False
        return self.expansion(phrase).known

    def is_open(self, phrase: str) -> bool:
        """Whether the phrase is an open set: it makes no assignment until somebody names its members."""
        return phrase in self.groups or self.expansion(phrase).open

    def expansion(self, phrase: str) -> Expansion:
        """What it stands for on the issue date."""
        if phrase not in self._made:
            self._made[phrase] = expand(phrase, self.directory, self.phrases, {}, self.on)
        return self._made[phrase]

    def members(self, phrases: Iterable[str]) -> frozenset[str]:
        """Ids of the agencies, or, where nothing can be looked up, classes and names; empty for open sets."""
        found: set[str] = set()
        for phrase in phrases:
            entries = self.expansion(phrase).members
            if entries:
                found.update(entry.id for entry in entries)
            elif not self.is_open(phrase):
                key = name_key(phrase)
                found.update(klass.value for klass in self.phrases.classes.get(key, ()))
                found.update({key} if key and key not in self.phrases.classes else ())
        return frozenset(found)

    def one(self, phrase: str | None) -> AgencyEntry | None:
        """The single agency of the directory a phrase names, None when it names none or several."""
        members = self.expansion(phrase).members if phrase and name_key(phrase) else ()
        return members[0] if len(members) == 1 else None

    def leading(self, text: str) -> tuple[str, str]:
        """The longest known phrase a text begins with, and the rest; ("", text) when it begins with none."""
        parts = plain(text, 400).split(" ")
        for count in range(min(len(parts), 18), 0, -1):
            head = " ".join(parts[:count]).rstrip(" ,;:.")
            for form in self._forms(head):
                if self.known(form) and self._has_marks(form):
                    return form, " ".join(parts[count:])
        return "", text

    def joined(self, leads: tuple[AgencyReading, ...]) -> tuple[AgencyReading, ...]:
        """Neighbours that are one known group together ("A và các tổ chức thành viên"), as that group."""
        made: list[AgencyReading] = []
        for lead in leads:
            pair = f"{made[-1].text} và {lead.text}" if made else ""
            known = next((form for form in self._forms(pair) if pair and name_key(form) in self.phrases.classes), None)
            if known is not None and not (self.known(self.phrase(made[-1])) and self.known(self.phrase(lead))):
                made[-1] = replace(made[-1], text=known)
            else:
                made.append(lead)
        return tuple(made)

    def only(self, text: str) -> bool:
        """Whether a text says nothing but who."""
        phrase, rest = self.leading(text)
        return bool(phrase) and not rest.strip(" .,:;")

    def _vague(self, phrase: str) -> bool:
        return phrase in self.directory.by_id or self.phrases.is_open(phrase)

    def _has_marks(self, form: str) -> bool:
        """A one-word abbreviation may be anything; a phrase of a group or an agency has two words or more."""
        return " " in form

    def _forms(self, text: str) -> Iterator[str]:
        yield text
        headless = _HEAD.sub("", text)
        yield headless
        for form in dict.fromkeys((text, headless)):
            yield _TAIL.sub("", self._without_province(form))
        if (front := _FRONT.search(text)) is not None:
            rest = text[front.end() :].replace(f" {self._province}", "")
            yield f"Ủy ban Mặt trận Tổ quốc{rest}"
            yield f"Ủy ban MTTQ{rest}"

    def _without_province(self, text: str) -> str:
        name = bare(self._province)
        return text[: -len(name)].rstrip(" ,") if name and bare(text).endswith(f" {name}") else text
