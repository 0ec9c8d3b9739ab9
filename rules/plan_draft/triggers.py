"""Outside events of a document as trigger entries: one for each event, whoever waits for it."""

from __future__ import annotations

import re

from models.plan_file import TriggerFile, WaitsFor
from models.reading import TaskReading, TimeReading
from rules.plan_draft.slugs import Ids, slug
from rules.plan_draft.texts import MOST_WORDS, bare, brief, plain

_WHEN = re.compile(r"^(?:(?:ngay )?(?:sau khi|khi|sau|tu khi|tu ngay|ke tu khi|ke tu ngay)\s+)?(?:da )?(?:co\s+)?")


class TriggerBook:
    """Collects events; two statements with the same words are one event."""

    def __init__(self) -> None:
        self.entries: dict[str, TriggerFile] = {}
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
        return self._by_words[key]
