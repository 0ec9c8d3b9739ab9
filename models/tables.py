"""Every module that defines tables: importing this one fills the metadata."""

from __future__ import annotations

from models import agency, assignment, dispatch, notice, plan, submission

TABLES = (agency, assignment, dispatch, notice, plan, submission)
