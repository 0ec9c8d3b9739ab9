"""Capital and small letters of Vietnamese as the inside of a character class, for the reader and the repair of text."""

from __future__ import annotations

from rules.agency_phrases.letters import LOWER, UPPER

__all__ = ["LOWER", "UPPER"]
