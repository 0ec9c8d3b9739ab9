"""Letters from contexts: subject, plain text and HTML, in formal Vietnamese, from `templates/`."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from notifications import wording
from notifications.contexts import (
    AnswerContext,
    AnswerKind,
    Decision,
    DigestContext,
    Duty,
    DutyLine,
    Group,
    Letterhead,
    Missing,
    Submitted,
)
from notifications.letter_views import answer_facts, sections

__all__ = [
    "AnswerContext",
    "AnswerKind",
    "Decision",
    "DigestContext",
    "Duty",
    "DutyLine",
    "Group",
    "Letterhead",
    "Missing",
    "Rendered",
    "Submitted",
    "render_answer",
    "render_digest",
]


class Rendered(NamedTuple):
    """A letter in its three parts; the subject is one line."""

    subject: str
    text: str
    html: str


def render_digest(context: DigestContext) -> Rendered:
    """The digest of one address and day."""
    sender, day = context.head.sender, wording.day(context.day)
    requested = all(line.duty.requested for line in context.lines)
    shown = [
        (group, _say("group_title", group, polite), _say("unit", polite), entries)
        for group, polite, entries in sections(context)
    ]
    return _render(
        "digest",
        context.head,
        title=_say("digest_title", requested),
        subject_opening=_say("digest_subject", requested),
        counts=", ".join(f"{len(entries)} {title.lower()}" for _, title, _, entries in shown),
        opening=_say("digest_opening", sender, day, len(context.lines), requested),
        closing=_say("digest_closing", requested),
        day=day,
        sections=shown,
        with_calendar=context.with_calendar,
    )


def render_answer(context: AnswerContext) -> Rendered:
    """The answer to one event."""
    sender, duty, kind = context.head.sender, context.duty, context.kind.value
    moment, last_day = wording.moment(context.moment), wording.last_day(duty)
    return _render(
        "answer",
        context.head,
        title=_say("answer_title", kind),
        opening=_say("answer_opening", kind, sender, moment, last_day, duty.requested),
        kind=kind,
        duty=" ".join(duty.title.split()),
        facts=answer_facts(context),
        link=duty.link,
    )


def _render(letter: str, head: Letterhead, **values: Any) -> Rendered:
    values |= {"head": head, "private_link": _say("private_link"), "automatic": _say("automatic", head.sender)}
    subject, text, html = (template.render(values) for template in _templates(letter))
    return Rendered(" ".join(subject.split()), text, html)


@lru_cache(maxsize=1024)
def _say(sentence: str, *facts: str | int) -> str:
    """A sentence of `_words.j2`. Most are the same for all mails of a morning, hence the cache.

    Called from here, never from an HTML template: there Jinja2 would take what the macros of an
    unescaped file return for safe HTML.
    """
    macro = getattr(_environment().get_template("_words.j2").module, sentence)
    return str(macro(*facts))


@cache
def _templates(letter: str) -> tuple[Template, Template, Template]:
    environment = _environment()
    subject, text, html = (environment.get_template(f"{letter}.{part}.j2") for part in ("subject", "txt", "html"))
    return subject, text, html


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
