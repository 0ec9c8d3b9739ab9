"""An active plan as the file it was activated from, with the directory as the database keeps it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan
from documents.policy_yaml import read_policy
from engine.activate import Blueprint
from engine.office import Office
from models.plan_file import PlanFile
from store import agencies, plans


def stored_blueprint(office: Office, plan_id: str, folder: Path) -> Blueprint:
    """The blueprint of an active (or closed) plan; `folder` holds phrases and policy. Raises `NotFound`."""
    with office.database.read() as session:
        row = plans.plan(session, plan_id)
        directory = agencies.directory(session, row.directory)
    phrases, policy = read_phrases(folder / "phrases.yaml"), read_policy(folder / "policy.yaml")
    return Blueprint(parsed_plan(row.document), row.document, directory, phrases, policy)


def parsed_plan(text: str) -> PlanFile:
    """A stored text through the one reader of plan files, which reads files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        return read_plan(path)
