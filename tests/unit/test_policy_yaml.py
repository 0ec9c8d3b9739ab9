"""The policy file says what the code's default says, and refuses what is no policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.policy_yaml import read_policy
from models.policy import Policy
from models.problem import Problems

PLANS = Path(__file__).parents[2] / "plans"


def test_the_shipped_policy_is_the_default():
    path = PLANS / "policy.yaml"
    assert read_policy(path) == Policy()
    written = path.read_text("utf-8")
    assert all(f"\n{key}:" in written for key in Policy.model_fields)


def test_keys_left_out_keep_their_default(tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text("schema: dondoc/policy/1\nbefore: [5, 0]\n", "utf-8")
    assert read_policy(path) == Policy(before=(5, 0))


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("before: [1]\n", "dòng 1", "schema: dondoc/policy/1"),
        ("schema: dondoc/policy/1\nbefor: [1]\n", "dòng 2", "Có phải 'before'?"),
        ("schema: dondoc/policy/1\nbefore: [3, 3]\n", "dòng 1", "khác nhau"),
        ("schema: dondoc/policy/1\nafter:\n  - {day: 1, act: notice}\n", "dòng 3", "cần 'to'"),
        ("schema: dondoc/policy/1\nafter:\n  - {day: 0, act: named}\n", "dòng 3", "từ 1 trở lên"),
        ("schema: dondoc/policy/1\noverview: weekly\n", "dòng 2", "monthly, none"),
    ],
)
def test_what_is_no_policy(text, place, part, tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Problems) as error:
        read_policy(path)
    assert error.value.problems[0].place == place
    assert part in str(error.value)
