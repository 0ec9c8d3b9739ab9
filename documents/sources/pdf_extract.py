"""Words and ruling lines of a PDF, run as a process of its own: a broken or hostile file can only end that process.

`python -m documents.sources.pdf_extract < file.pdf` prints one JSON value; see `Extracted` in `pdf_process`.
"""

from __future__ import annotations

import ctypes
import json
import sys
from itertools import pairwise
from typing import Any

from documents.sources.limits import MOST_CHARACTERS, MOST_PAGES

#: Bytes of memory and seconds of processor time this process may take.
MEMORY, SECONDS = 500_000_000, 40
_MOST_EDGES, _MOST_CHARS = 6_000, 60_000
_PASSWORD = 4
#: Heights of a line of type below and above its baseline, in most faces, and the least of both together; in sizes.
_DESCENT, _ASCENT, _LOWEST = 0.216, 0.891, 0.95


def main() -> None:
    """Read standard input, write the JSON."""
    _limit()
    raw = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(extract(raw), ensure_ascii=True))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def extract(raw: bytes) -> dict[str, Any]:
    """Pages with their words and lines, or {"error": "password" | "broken" | "pages" | "characters"}."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as api

    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        return {"error": "password" if getattr(error, "err_code", None) == _PASSWORD else "broken"}
    if len(document) > MOST_PAGES:
        return {"error": "pages"}
    pages: list[dict[str, Any]] = []
    characters = 0
    for index in range(len(document)):
        try:
            pages.append(_page(document[index], api))
        except pdfium.PdfiumError:
            pages.append({"width": 0, "height": 0, "words": [], "edges": [], "images": 0, "broken": True})
        characters += sum(len(word[0]) for word in pages[-1]["words"])
        if characters > MOST_CHARACTERS:
            return {"error": "characters"}
    return {"pages": pages}


def _page(page: Any, api: Any) -> dict[str, Any]:
    turn = page.get_rotation() % 360
    left, bottom, right, top = page.get_mediabox()
    width, height = right - left, top - bottom

    def place(x: float, y: float) -> tuple[float, float]:
        """Page coordinates as seen: origin below left after the page's own turn."""
        x, y = x - left, y - bottom
        turned = {90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}
        return turned.get(turn, (x, y))

    seen = (height, width) if turn in (90, 270) else (width, height)
    edges, images = _objects(page, api, place)
    return {"width": seen[0], "height": seen[1], "words": _words(page, api, place), "edges": edges, "images": images}


def _words(page: Any, api: Any, place: Any) -> list[list[Any]]:
    """Runs of characters without a space: text, box, height of the face, bold, italic; raised small digits dropped."""
    text = page.get_textpage()
    handle = text.raw
    words: list[list[Any]] = []
    current: list[Any] | None = None
    low_faces: dict[int, bool] = {}
    space = 0  # 1: dấu cách do thư viện đoán, 2: dấu cách thật
    for index in range(min(text.count_chars(), _MOST_CHARS)):
        code = api.FPDFText_GetUnicode(handle, index)
        if code in (0xFFFE, 0xFFFF, 0) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        if code <= 32 or code in (0xA0, 0x3000) or 0x2000 <= code <= 0x200A:
            space = 2 if space == 2 or not api.FPDFText_IsGenerated(handle, index) else 1
            continue
        box = _box(api, handle, index, place, low_faces)
        if box is None or (current is not None and _drawn_twice(current, chr(code), box)):
            continue
        size = box[3] - box[1]
        if current is not None and _breaks(current, box, size, space):
            current = None
        space = 0
        if current is not None and size < 0.78 * current[5] and chr(code).isdigit():
            if current[0][-1:] == "m" and code in (50, 51):
                current[0] += "²³"[code - 50]
            continue
        if current is None:
            bold, italic = _face(api, handle, index)
            current = [chr(code), *box, size, bold, italic]
            words.append(current)
            continue
        current[0] += chr(code)
        current[1], current[2] = min(current[1], box[0]), min(current[2], box[1])
        current[3], current[4] = max(current[3], box[2]), max(current[4], box[3])
    return [[word[0], *(round(one, 1) for one in word[1:6]), *word[6:]] for word in words]


def _drawn_twice(current: list[Any], char: str, box: tuple[float, float, float, float]) -> bool:
    """The same letter on the same spot: a way to print bold, or a letter drawn and then hidden for searching."""
    near = 0.2 * current[5]
    return current[0][-1] == char and abs(box[2] - current[3]) < near and abs(box[1] - current[2]) < near


def _breaks(current: list[Any], box: tuple[float, float, float, float], size: float, space: int) -> bool:
    """Whether a letter begins a new word: after a space, on another line, or far from the last letter."""
    if abs(box[1] + box[3] - current[2] - current[4]) > 1.2 * max(size, current[5]):
        return True
    gap = box[0] - current[3]
    return space == 2 or gap < -2 * size or gap > size or (space == 1 and not -0.3 * size < gap < 0.1 * size)


def _box(
    api: Any, handle: Any, index: int, place: Any, low_faces: dict[int, bool]
) -> tuple[float, float, float, float] | None:
    rect = api.FS_RECTF()
    if not api.FPDFText_GetLooseCharBox(handle, index, rect):
        return None
    left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
    if _low_face(api, handle, index, low_faces) and (line := _on_baseline(api, handle, index)):
        bottom, top = line
    x0, y0 = place(left, bottom)
    x1, y1 = place(right, top)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _low_face(api: Any, handle: Any, index: int, known: dict[int, bool]) -> bool:
    """Whether a letter's face says its lines are lower than they can be (often 0): the library then gives each letter
    the height of its ink, and those of one line share neither a middle nor a size."""
    piece = api.FPDFText_GetTextObject(handle, index)
    address = ctypes.cast(piece, ctypes.c_void_p).value
    if address is None:
        return False
    if address not in known:
        font, above, below = api.FPDFTextObj_GetFont(piece), ctypes.c_float(), ctypes.c_float()
        told = api.FPDFFont_GetAscent(font, 1.0, above) and api.FPDFFont_GetDescent(font, 1.0, below)
        known[address] = bool(told) and above.value - below.value < _LOWEST
    return known[address]


def _on_baseline(api: Any, handle: Any, index: int) -> tuple[float, float] | None:
    """Bottom and top of the line a letter stands on, by its size; None for turned text."""
    matrix, x, y = api.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not api.FPDFText_GetMatrix(handle, index, matrix) or not api.FPDFText_GetCharOrigin(handle, index, x, y):
        return None
    size = api.FPDFText_GetFontSize(handle, index) * matrix.d
    if size <= 0 or abs(matrix.b) > 0.01 * matrix.d:
        return None
    return y.value - _DESCENT * size, y.value + _ASCENT * size


def _face(api: Any, handle: Any, index: int) -> tuple[bool, bool]:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    api.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    name = buffer.value.lower()
    return b"bold" in name or bool(flags.value & 0x40000), b"italic" in name or b"oblique" in name or bool(
        flags.value & 0x40
    )


def _objects(page: Any, api: Any, place: Any) -> tuple[list[list[float]], int]:
    """Straight horizontal and vertical lines, and how many pictures the page has."""
    edges: list[list[float]] = []
    images = 0
    for one in page.get_objects(max_depth=4):
        if one.type == api.FPDF_PAGEOBJ_IMAGE:
            images += 1
        elif one.type == api.FPDF_PAGEOBJ_PATH and len(edges) < _MOST_EDGES:
            _path(one, api, place, edges)
    return edges, images


def _path(one: Any, api: Any, place: Any, edges: list[list[float]]) -> None:
    count = api.FPDFPath_CountSegments(one.raw)
    if count > 400:
        return
    matrix = one.get_matrix()
    points: list[tuple[int, float, float]] = []
    for index in range(count):
        segment = api.FPDFPath_GetPathSegment(one.raw, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        if api.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((api.FPDFPathSegment_GetType(segment), *place(*matrix.on_point(x.value, y.value))))
    for (_, x0, y0), (kind, x1, y1) in pairwise(points):
        if (
            kind == api.FPDF_SEGMENT_LINETO
            and (abs(x0 - x1) < 1.5 or abs(y0 - y1) < 1.5)
            and abs(x0 - x1) + abs(y0 - y1) > 4
        ):
            edges.append([round(min(x0, x1), 1), round(min(y0, y1), 1), round(max(x0, x1), 1), round(max(y0, y1), 1)])
    if len(points) > 3 and points[0][1:] != points[-1][1:]:
        (_, x0, y0), (_, x1, y1) = points[0], points[-1]
        if (abs(x0 - x1) < 1.5 or abs(y0 - y1) < 1.5) and abs(x0 - x1) + abs(y0 - y1) > 4:
            edges.append([round(min(x0, x1), 1), round(min(y0, y1), 1), round(max(x0, x1), 1), round(max(y0, y1), 1)])


if __name__ == "__main__":
    main()
