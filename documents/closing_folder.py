"""All closing documents of one plan, in one folder."""

from __future__ import annotations

from pathlib import Path

from documents.assignments_workbook import write_workbook
from documents.heatmap import draw_heatmap
from documents.mail_index import write_mail_index
from documents.summary_page import PAGE_FILES, write_summary
from documents.timeline import draw_timeline
from models.outcome import PlanOutcome


def write_closing_folder(outcome: PlanOutcome, folder: Path, *, dashboard_command: str = "") -> Path:
    """Write workbook, pictures, mail pages and index.html into `folder`; return the path of index.html.

    The dispatches (.docx) and the mails (.eml) themselves are written by whoever made them. Makes the folders.
    """
    mails = (folder / PAGE_FILES["mails"]).parent
    mails.mkdir(parents=True, exist_ok=True)
    write_workbook(outcome, folder / PAGE_FILES["workbook"])
    draw_timeline(outcome, folder / PAGE_FILES["timeline"])
    draw_heatmap(outcome, folder / PAGE_FILES["heatmap"])
    write_mail_index(outcome.mails, mails)
    return write_summary(outcome, folder, dashboard_command=dashboard_command)
