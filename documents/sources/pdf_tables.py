"""Tables of a PDF page from their ruling lines: a grid, merged cells by the lines that are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from documents.sources.pdf_process import Page, Word

Edge = tuple[float, float, float, float]
_NEAR = 3.0
_MOST_CELLS = 6_000


@dataclass(slots=True)
class Grid:
    """One ruled table: `xs` from left to right, `ys` from top to bottom; `words` by the corner of their cell."""

    xs: list[float]
    ys: list[float]
    words: dict[tuple[int, int], list[Word]]
    spans: dict[tuple[int, int], tuple[int, int]]  #: ô → góc trên bên trái của ô gộp chứa nó


def grids_of(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom; frames of one cell are none."""
    horizontal = _merged([edge for edge in page.edges if edge[3] - edge[1] < 1.5], level=1)
    vertical = _merged([edge for edge in page.edges if edge[2] - edge[0] < 1.5], level=0)
    out: list[Grid] = []
    for lying, standing in _connected(horizontal, vertical):
        xs, ys = _positions(standing, 0), list(reversed(_positions(lying, 1)))
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
            continue
        spans = _spans(xs, ys, lying, standing)
        words = _fill(page.words, xs, ys, spans)
        if words:
            out.append(Grid(xs, ys, words, spans))
    return sorted(out, key=lambda grid: -grid.ys[0])


def _merged(edges: Sequence[Edge], level: int) -> list[Edge]:
    """Collinear pieces put together; `level` is the coordinate they share (0: x, 1: y)."""
    along = 1 - level
    out: list[list[float]] = []
    for edge in sorted(edges, key=lambda one: (round(one[level] / 2), one[along])):
        last = out[-1] if out else None
        if last and abs(last[level] - edge[level]) < 2 and edge[along] <= last[along + 2] + _NEAR:
            last[along + 2] = max(last[along + 2], edge[along + 2])
        else:
            out.append(list(edge))
    return [(one[0], one[1], one[2], one[3]) for one in out if one[along + 2] - one[along] > 5]


def _connected(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Groups of lines that touch."""
    root = list(range(len(horizontal) + len(vertical)))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for i, lying in enumerate(horizontal):
        for j, standing in enumerate(vertical):
            if _touch(lying, standing):
                root[find(i)] = find(len(horizontal) + j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for i, lying in enumerate(horizontal):
        groups.setdefault(find(i), ([], []))[0].append(lying)
    for j, standing in enumerate(vertical):
        groups.setdefault(find(len(horizontal) + j), ([], []))[1].append(standing)
    return [group for group in groups.values() if group[0] and group[1]]


def _touch(lying: Edge, standing: Edge) -> bool:
    x, y = standing[0], lying[1]
    return lying[0] - _NEAR <= x <= lying[2] + _NEAR and standing[1] - _NEAR <= y <= standing[3] + _NEAR


def _positions(edges: Sequence[Edge], axis: int) -> list[float]:
    out: list[float] = []
    for value in sorted(edge[axis] for edge in edges):
        if not out or value - out[-1] > 4:
            out.append(value)
    return out


def _spans(
    xs: Sequence[float], ys: Sequence[float], lying: Sequence[Edge], standing: Sequence[Edge]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell the corner of the merged cell it is in: leftward where no line stands, upward where none lies."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        middle_y = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            middle_x = (xs[column] + xs[column + 1]) / 2
            corner = (row, column)
            if column and not any(
                abs(one[0] - xs[column]) < 4 and one[1] - 1 < middle_y < one[3] + 1 for one in standing
            ):
                corner = spans[(row, column - 1)]
            elif row and not any(abs(one[1] - ys[row]) < 4 and one[0] - 1 < middle_x < one[2] + 1 for one in lying):
                corner = spans[(row - 1, column)]
            spans[(row, column)] = corner
    return spans


def _fill(
    words: Sequence[Word], xs: Sequence[float], ys: Sequence[float], spans: dict[tuple[int, int], tuple[int, int]]
) -> dict[tuple[int, int], list[Word]]:
    filled: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if not (xs[0] <= x <= xs[-1] and ys[-1] <= y <= ys[0]):
            continue
        column = sum(1 for one in xs[1:-1] if one < x)
        row = sum(1 for one in ys[1:-1] if one > y)
        filled.setdefault(spans[(row, column)], []).append(word)
    return filled
