"""The reminder policy (chính sách nhắc việc) from its file."""

from __future__ import annotations

from pathlib import Path

from documents.model_problems import validated
from documents.yaml_source import read_yaml
from models.policy import Policy
from models.problem import Problems

SCHEMA = "dondoc/policy/1"


def read_policy(path: Path) -> Policy:
    """Read it; keys left out keep their default. Raises `Problems` with every problem of the file."""
    source = read_yaml(path)
    schema = source.data.pop("schema", None)
    if schema != SCHEMA:
        raise Problems([source.problem(("schema",), f"tệp phải có 'schema: {SCHEMA}'.", code="schema")])
    return validated(Policy, source)
