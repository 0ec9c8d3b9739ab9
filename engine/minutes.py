"""The minutes: one event row per move, in the same transaction, with a hash of its canonical payload."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.office import Actor
from models.moves import State


@dataclass(frozen=True, slots=True)
class Entry:
    """One line to be written."""

    what: str
    from_state: State
    to_state: State
    at: datetime  #: moment of the act, nominal for automatic ones (R6)
    recorded_at: datetime  #: when it was really written
    actor: Actor
    why: str = ""
    payload: dict[str, Any] = field(default_factory=dict[str, Any])


def event_row(assignment_id: int, key: str, seq: int, entry: Entry) -> dict[str, Any]:
    """The row as it is stored; the hash covers everything but the database's own numbers."""
    said = {
        "assignment": key, "seq": seq, "what": entry.what, "from": entry.from_state.value, "to": entry.to_state.value,
        "at": entry.at.isoformat(), "actor": [entry.actor.kind.value, entry.actor.name], "why": entry.why,
        "payload": entry.payload,
    }  # fmt: skip
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {
        "assignment_id": assignment_id,
        "seq": seq,
        "what": entry.what,
        "from_state": entry.from_state,
        "to_state": entry.to_state,
        "at": entry.at,
        "recorded_at": entry.recorded_at,
        "actor_kind": entry.actor.kind,
        "actor": entry.actor.name,
        "why": entry.why,
        "payload": entry.payload,
        "payload_hash": hashlib.sha256(canonical.encode()).hexdigest(),
    }
