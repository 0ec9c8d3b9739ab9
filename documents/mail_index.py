"""The pages that list the mails that were sent, a page a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from config.timezone import local_day
from documents.page_templates import page_templates
from models.outcome import MailRow


@dataclass(frozen=True, slots=True)
class MailMonth:
    """The mails of one month and the page they stand on."""

    title: str
    file: str
    mails: Sequence[MailRow]
    counts: Counter[str]


def write_mail_index(mails: Iterable[MailRow], folder: Path) -> Path:
    """Write `folder`/index.html and a page for each month; return the path of the first.

    `folder` must exist; links to the .eml files are relative to it.
    """
    months = _months(mails)
    templates = page_templates()
    kinds = sorted({kind for month in months for kind in month.counts})
    count = sum(len(month.mails) for month in months)
    path = folder / "index.html"
    index = templates.get_template("mail_index.html")
    path.write_text(index.render(months=months, kinds=kinds, count=count), encoding="utf-8")
    page = templates.get_template("mail_month.html")
    for month, before, after in zip(months, [None, *months], [*months[1:], None], strict=False):
        (folder / month.file).write_text(page.render(month=month, before=before, after=after), encoding="utf-8")
    return path


def _months(mails: Iterable[MailRow]) -> list[MailMonth]:
    ordered = sorted(mails, key=lambda mail: (mail.sent_at, mail.address, mail.file))
    months: list[MailMonth] = []
    for (year, month), grouped in groupby(ordered, key=lambda mail: _month(mail)):
        rows = tuple(grouped)
        counts = Counter(row.kind for row in rows)
        months.append(MailMonth(f"Tháng {month:02d}/{year}", f"{year}-{month:02d}.html", rows, counts))
    return months


def _month(mail: MailRow) -> tuple[int, int]:
    day = local_day(mail.sent_at)
    return day.year, day.month
