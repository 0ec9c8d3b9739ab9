"""The lint of a document as it was read, before there is a plan: its own numbering and citations."""

from __future__ import annotations

from models.problem import Problem
from models.source_text import SourceText
from rules.lint.cross_reference import cross_references
from rules.lint.lettering import lettering
from rules.lint.rule import Finding

#: Name of the rules that look at the text itself.
RULE = "R10"


def lint_text(source: SourceText) -> list[Problem]:
    """Broken cross-references and repeated or skipped letters, in the order of the text per rule, as warnings."""
    return [
        *(_problem(source, "cross-reference", one) for one in cross_references(source)),
        *(_problem(source, "lettering", one) for one in lettering(source)),
    ]


def _problem(source: SourceText, code: str, one: Finding) -> Problem:
    place = one.place or "cả văn bản"
    return Problem(source.name, place, one.message, one.hint, code, "warning", one.why, RULE)
