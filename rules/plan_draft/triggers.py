"""Outside events of a document as trigger entries: one for each event, whoever waits for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.legal_base import LegalDocument
from models.plan_file import TriggerFile, WaitsFor
from models.reading import TaskReading, TimeReading
from rules.plan_draft.document_words import DocumentWords
from rules.plan_draft.recorded_events import recorded_event
from rules.plan_draft.slugs import Ids, slug
from rules.plan_draft.texts import MOST_WORDS, bare, brief, plain
from rules.plan_draft.wording import day_text

_WHEN = re.compile(r"^(?:(?:ngay )?(?:sau khi|khi|sau|tu khi|tu ngay|ke tu khi|ke tu ngay)\s+)?(?:da )?(?:co\s+)?")


class TriggerBook:
    """Collects events; two statements with the same words are one event."""

    def __init__(self, document: DocumentWords, years: tuple[int, int], known: Sequence[LegalDocument] = ()) -> None:
        self.entries: dict[str, TriggerFile] = {}
        self.told: list[str] = []
        self._document, self._years, self._known = document, years, known
        self._ids = Ids()
        self._by_words: dict[str, str] = {}

    def waits(self, time: TimeReading, task: TaskReading) -> WaitsFor | None:
        """What a duty waits for; None when the statement names no event."""
        events = [event for event in (*time.triggers,) if event.strip()] or [time.trigger or time.verbatim]
        names = tuple(dict.fromkeys(name for event in events if (name := self._name(event, time, task))))
        if not names:
            return None
        return WaitsFor(any=names) if time.triggers_any and len(names) > 1 else WaitsFor(all=names)

    def _name(self, event: str, time: TimeReading, task: TaskReading) -> str | None:
        said = plain(event, 600)
        match = _WHEN.match(bare(said))
        title = brief(said[match.end() :] if match else said, MOST_WORDS)
        if not title:
            return None
        key = bare(title.rstrip("…"))
        # One event said shortly once and at length elsewhere.
        key = next((known for known in self._by_words if known.startswith(key) or key.startswith(known)), key)
        if key not in self._by_words:
            self._by_words[key] = self._ids.take(slug(title, 5) or "su-kien")
            line = time.place.line or task.place.line
            entry = TriggerFile(title=title, source=plain(task.section, 60), line=line)
            self.entries[self._by_words[key]] = entry
        self._record(self._by_words[key], f"{said} {task.title} {self._document.sentence(task)}")
        return self._by_words[key]

    def _record(self, name: str, around: str) -> None:
        """Number and day of an event that is on record, once any of its mentions tells which it is."""
        entry = self.entries[name]
        found = None if entry.happened_on else recorded_event(entry.title, around, self._years, self._known)
        if found is None or found.issued_on is None:
            return
        self.entries[name] = entry.model_copy(update={"happened_on": found.issued_on, "number": found.number})
        self.told.append(
            f"sự kiện “{entry.title}” được nhận ra là {found.number} ngày {day_text(found.issued_on)} "
            f"(danh mục văn bản). Nếu không phải, xóa 'happened_on' và 'number' của sự kiện '{name}'."
        )
