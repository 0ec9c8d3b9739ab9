"""Time expressions read per CPU second of one core.

`python -m bench.times`: one JSON line per figure; the median of the rounds.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from itertools import product

from rules.times import find_times, read_times

ROUNDS, SECONDS_PER_ROUND = 5, 0.5
LEADS = ("", "trước ", "Chậm nhất ", "hoàn thành trước ", "đến hết ", "xong trước ")
SHAPES = (
    "ngày {d:02}/{m:02}/{y}",
    "ngày {d} tháng {m} năm {y}",
    "{d:02}.{m:02}.{y}",
    "tháng {m}/{y}",
    "quý II và quý III/{y}",
    "ngày {d:02}/{m} hằng năm",
)
RHYTHMS = (
    "hằng quý, trước ngày {d} của tháng cuối quý",
    "{d} ngày làm việc kể từ ngày nhận được văn bản",
    "thường xuyên trong năm 20{d}",
)
SENTENCE = (
    "Báo cáo kết quả thực hiện Kế hoạch số {d}/KH-UBND ngày 15/6/2018, "
    "trình UBND tỉnh chậm nhất vào ngày {d:02}/{m:02}/2022; đồng thời gửi Sở Tư pháp."
)


def phrases() -> list[str]:
    """Some thousand phrases, no two alike: nothing is answered from memory."""
    shapes = [lead + shape for lead, shape in product(LEADS, SHAPES)] + list(RHYTHMS)
    made = [
        shape.format(d=d, m=m, y=y)
        for shape in shapes
        for d in range(11, 29)
        for m in range(1, 13)
        for y in (2021, 2022)
    ]
    return list(dict.fromkeys(made))


def rate(act: Callable[[str], object], over: list[str]) -> float:
    """How many are read in a second of this process's own CPU time."""
    started, done = time.process_time(), 0
    while (spent := time.process_time() - started) < SECONDS_PER_ROUND:
        act(over[done % len(over)])
        done += 1
    return done / spent


def main() -> None:
    """Measure and print."""
    cells = phrases()
    table = [
        "Quý II/2022",
        "Thường xuyên",
        "trước ngày 20/11/2022",
        "Tháng 02/2022",
        "Hằng quý",
        "Quý III, quý IV năm 2025",
    ]
    sentences = [SENTENCE.format(d=d, m=m) for d in range(1, 29) for m in range(1, 13)]
    figures: dict[str, tuple[Callable[[str], object], list[str], str]] = {
        "read_times": (lambda text: read_times(text, 2022), cells, f"{len(cells)} different phrases"),
        "read_times_table": (
            lambda text: read_times(text, 2022),
            table,
            "the same few phrases again, as in a plan's table",
        ),
        "find_times": (lambda text: find_times(text, 2022), sentences, "sentences of 30 words with a citation"),
    }
    for name, (act, over, what) in figures.items():
        rates = [rate(act, over) for _ in range(ROUNDS)]
        print(
            json.dumps(
                {"figure": name, "per_second": round(statistics.median(rates)), "what": what}, ensure_ascii=False
            )
        )


if __name__ == "__main__":
    main()
