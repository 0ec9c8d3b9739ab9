"""Office files are zip archives full of clock readings; here they become the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: the earliest moment a zip entry can bear
_STAMP = (1980, 1, 1, 0, 0, 0)
#: readers find the type of a package by its first entry
_FIRST = "[Content_Types].xml"


def write_package(package: bytes, path: Path, replaced: Mapping[str, bytes] | None = None) -> None:
    """Write the office package `package` to `path` with entries in a fixed order and with a fixed date.

    `replaced` holds new content for entries, by name. The folder of `path` must exist (OSError otherwise).
    """
    replaced = replaced or {}
    target = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in sorted(source.namelist(), key=lambda each: (each != _FIRST, each)):
            entry = ZipInfo(name, _STAMP)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, replaced.get(name) or source.read(name))
    path.write_bytes(target.getvalue())
