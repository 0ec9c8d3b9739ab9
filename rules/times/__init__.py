"""The grammar of time: how Vietnamese administrative documents say when something is due, read at face value.

`read_times` reads the value of a cell or label ("Quý II và Quý III/2022"); `find_times` finds the deadlines inside the
prose of a task and leaves citations, validity dates, budget terms and adverbs alone.
"""

from __future__ import annotations

from rules.times.finder import Found, find_times, read_times

__all__ = ["Found", "find_times", "read_times"]
