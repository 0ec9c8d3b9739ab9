"""Reading the repository's data for the oracle, with nothing of the product: directory, contacts, YAML."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROLES = {"đầu mối": "focal_point", "người đứng đầu": "head"}


def read_yaml(path: Path) -> Any:
    """A YAML file as plain dicts and lists."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def read_directory(path: Path) -> list[dict[str, Any]]:
    """The rows of plans/agencies/*.tsv; lines that begin with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def read_contacts(path: Path) -> dict[str, dict[str, list[str]]]:
    """Agency id → role → addresses, out of plans/contacts/*.csv."""
    contacts: dict[str, dict[str, list[str]]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            roles = contacts.setdefault(row["mã cơ quan"], {})
            roles.setdefault(ROLES[row["vai trò"]], []).append(row["email"])
    return contacts
