"""Agency phrases: splitting "các Sở, ban, ngành, UBND cấp huyện và cấp xã", the classes and roles of what comes out.

`split_agencies` reads the value of a label or a cell (everything in it is agencies); `agencies_at` and `subject_of`
read running prose, where a list ends at the first word that cannot belong to it; `split_roles` tells who leads and
who takes part ("X chủ trì, phối hợp với Y và Z"). Phrases stay verbatim; `classify` gives the code of a reading's JSON.
"""

from __future__ import annotations

from rules.agency_phrases.classes import classify
from rules.agency_phrases.lists import AgencyPhrase, agencies_at, split_agencies
from rules.agency_phrases.roles import Roles, coordinators_in, split_roles
from rules.agency_phrases.subject import Subject, subject_of

__all__ = [
    "AgencyPhrase",
    "Roles",
    "Subject",
    "agencies_at",
    "classify",
    "coordinators_in",
    "split_agencies",
    "split_roles",
    "subject_of",
]
