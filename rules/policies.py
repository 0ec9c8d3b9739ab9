"""Merging reminder policies: plan, then section, then activity override single keys."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from models.policy import Policy, PolicyOverride


def effective(base: Policy, *overrides: PolicyOverride | None) -> Policy:
    """The policy after all overrides, the last one strongest."""
    merged = base.model_dump()
    for override in overrides:
        if override is not None:
            merged |= override.model_dump(exclude_none=True)
    return Policy.model_validate(merged)


def stored(policy: Policy) -> dict[str, Any]:
    """The policy as the JSON kept with an activity."""
    return policy.model_dump(mode="json")


def from_stored(value: dict[str, Any]) -> Policy:
    """The policy back from its JSON; equal JSON gives the same object."""
    return _parsed(json.dumps(value, sort_keys=True))


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Policy:
    return Policy.model_validate_json(text)
