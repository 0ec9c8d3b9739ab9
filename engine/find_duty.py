"""From what a person types to one assignment: its whole key, or words of it that fit no other."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from engine.errors import NotAllowed
from engine.office import Office
from models.plan import PlanState
from store import standing
from store.errors import NotFound

#: How many candidates an ambiguous answer names.
SHOWN = 12


def find_duty(office: Office, words: Sequence[str]) -> str:
    """The key of the one assignment meant by the words ("issue-plan so-tu-phap"), in any order.

    Each word is one or more whole parts of the key plan/activity/agency/period, or of the agency that owes it now
    (another one after a merger). Those of active plans go before those of closed ones.

    Raises `NotFound` (with what was probably meant) or `NotAllowed` (with the candidates).
    """
    wanted = [word.strip("/") for text in words for word in text.split() if word.strip("/")]
    with office.database.read() as session:
        like = standing.keys_like(session, wanted)
        found = [(key, state) for key, agency, state in like if _fits(f"{key}/{agency}", wanted)]
        if not wanted or not found:
            raise _unknown(wanted, standing.known_words(session))
    keys = [key for key, state in found if state is PlanState.ACTIVE] or [key for key, _ in found]
    whole = " ".join(wanted)
    if whole in keys:
        return whole
    if len(keys) > 1:
        raise _ambiguous(whole, keys)
    return keys[0]


def _fits(key: str, wanted: Sequence[str]) -> bool:
    fenced = f"/{key}/"
    return all(f"/{word}/" in fenced for word in wanted)


def _ambiguous(whole: str, keys: Sequence[str]) -> NotAllowed:
    shown = "\n".join(f"  {key}" for key in keys[:SHOWN])
    more = f"\n  … và {len(keys) - SHOWN} nhiệm vụ khác" if len(keys) > SHOWN else ""
    return NotAllowed(f"“{whole}” khớp {len(keys)} nhiệm vụ; xin ghi rõ hơn:\n{shown}{more}")


def _unknown(wanted: Sequence[str], known: set[str]) -> NotFound:
    hints: list[str] = []
    for word in wanted:
        for part in [word] if word in known else word.split("/"):
            near = get_close_matches(part, sorted(known), n=1, cutoff=0.6)
            if part not in known and near:
                hints.append(f"“{part}” có phải “{near[0]}”?")
    tail = " ".join(hints) or "Xem danh sách: dondoc status KẾ_HOẠCH --list"
    return NotFound(f"Không có nhiệm vụ “{' '.join(wanted)}”. {tail}")
