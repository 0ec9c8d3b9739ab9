"""Which directory of agencies a document needs: that of its province, alive on its issue date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.directory import Directory
from models.kinds import AgencyClass
from models.reading import HeaderReading
from rules.plan_draft.applied import iso_day
from rules.plan_draft.header import province_of
from rules.plan_draft.texts import bare


def choose_directory(
    header: HeaderReading, issued: date | None, candidates: Iterable[Directory]
) -> tuple[Directory, ...]:
    """The fitting ones, the fullest first; empty when the province is unknown or has none on that day."""
    province = bare(province_of(header))
    year = header.year or (int(header.date[:4]) if header.date and header.date[:4].isdecimal() else None)
    on = issued or iso_day(header.date) or (date(year, 7, 1) if year and 1 <= year <= 9999 else None)
    if not province or on is None:
        return ()
    counted = [(_alive(directory, province, on), directory) for directory in candidates]
    fitting = sorted((found for found in counted if found[0]), key=lambda one: (-one[0], one[1].key))
    return tuple(directory for _, directory in fitting)


def _alive(directory: Directory, province: str, on: date) -> int:
    """How many agencies of the province exist on the day; 0 without its People's Committee."""
    owners = [entry for entry in directory.of_class(AgencyClass.UBND_TINH, on) if bare(entry.province) == province]
    return sum(entry.valid_on(on) for entry in directory.agencies) if owners else 0
