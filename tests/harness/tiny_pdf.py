"""A PDF written by hand: text in one embedded face and straight lines, so that tests need no typesetter."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

WIDTH, HEIGHT, SIZE = 595, 842, 11
LEFT, RIGHT = 60, 540


@lru_cache(maxsize=1)
def face():
    """The face that matplotlib brings along: its path, glyph numbers and widths (1000 an em) by character."""
    import matplotlib
    from fontTools.ttLib import TTFont

    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    font = TTFont(path)
    order = {name: index for index, name in enumerate(font.getGlyphOrder())}
    scale = 1000 / font["head"].unitsPerEm
    cmap = font.getBestCmap()
    glyphs = {chr(code): order[name] for code, name in cmap.items() if code < 65536}
    widths = {chr(code): round(font["hmtx"][name][0] * scale) for code, name in cmap.items() if code < 65536}
    return path, glyphs, widths


def width(text: str, size: float = SIZE) -> float:
    """The width of a text in points."""
    return sum(face()[2][char] for char in text) * size / 1000


def wrap(text: str, room: float, first: float | None = None, size: float = SIZE) -> list[str]:
    """The lines of a paragraph; `first` is the room of the first one."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= (first if first is not None and len(lines) == 1 else room):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class PdfPage:
    """One page; points from the lower left corner."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.characters: set[str] = set()
        self.y = 780.0

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """A line of text."""
        self.characters.update(text)
        self.parts.append(f"BT /F {size} Tf {x:.1f} {y:.1f} Td <{text.encode('utf-16-be').hex()}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A ruling line."""
        self.parts.append(f"{x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S")

    def paragraph(self, text: str, indent: float = 28) -> None:
        """A wrapped paragraph with an indent, below what is there."""
        for number, line in enumerate(wrap(text, RIGHT - LEFT, RIGHT - LEFT - indent)):
            self.text(LEFT + (indent if number == 0 else 0), self.y, line)
            self.y -= 15
        self.y -= 4

    def centred(self, text: str, room: float = 330) -> None:
        """Centred lines."""
        for line in wrap(text, room):
            self.text((LEFT + RIGHT - width(line)) / 2, self.y, line)
            self.y -= 15
        self.y -= 6

    def columns(self, columns, right: float = 300) -> None:
        """Two columns side by side."""
        for left_line, right_line in zip(*columns, strict=True):
            self.text(LEFT, self.y, left_line, 10)
            self.text(right, self.y, right_line, 10)
            self.y -= 14
        self.y -= 8

    def table(self, rows, widths=(30, 170, 130, 130)) -> None:
        """A ruled table, two lines of text a cell at most."""
        edges = [LEFT + sum(widths[:index]) for index in range(len(widths) + 1)]
        for row in rows:
            self.line(edges[0], self.y + 10, edges[-1], self.y + 10)
            for column, cell in enumerate(row):
                for number, piece in enumerate(wrap(cell, widths[column] - 6)):
                    self.text(edges[column] + 3, self.y - 12 * number, piece)
            for edge in edges:
                self.line(edge, self.y + 10, edge, self.y - 20)
            self.y -= 30
        self.line(edges[0], self.y + 10, edges[-1], self.y + 10)
        self.y -= 14


def save_pdf(path: Path, pages) -> None:
    """Write the pages; codes are UTF-16, mapped to the glyphs of the face that is embedded."""
    characters = sorted(set().union(*(page.characters for page in pages)))
    objects = _font(characters)
    first = len(objects) + 3
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        *objects,
    ]
    for index, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {first + 2 * index + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        bodies.append(_stream("\n".join(page.parts).encode()))
    path.write_bytes(_file(bodies))


def _font(characters: list[str]) -> list[bytes]:
    """The objects 3 to 8: a composite font over the face."""
    path, glyphs, widths = face()
    to_glyph = bytearray(2 * 65536)
    for char in characters:
        to_glyph[2 * ord(char) : 2 * ord(char) + 2] = glyphs[char].to_bytes(2, "big")
    unicode = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in characters)
    array = " ".join(f"{ord(char)} [{widths[char]}]" for char in characters)
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange "
        "<0000> <ffff> endcodespacerange"
    )
    cmap = f"{head}\n{len(characters)} beginbfchar\n{unicode}\nendbfchar endcmap end end"
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /DejaVu /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /DejaVu /CIDSystemInfo << /Registry (Adobe) /Ordering "
        b"(Identity) "
        b"/Supplement 0 >> /FontDescriptor 6 0 R /CIDToGIDMap 7 0 R /W [" + array.encode() + b"] >>",
        _stream(cmap.encode()),
        b"<< /Type /FontDescriptor /FontName /DejaVu /Flags 33 /FontBBox [-558 -375 718 1028] /ItalicAngle 0 "
        b"/Ascent 928 "
        b"/Descent -236 /CapHeight 729 /StemV 80 /FontFile2 8 0 R >>",
        _stream(bytes(to_glyph)),
        _stream(path.read_bytes()),
    ]


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def _file(bodies: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += (
        f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(bodies) + 1} /Root 1 "
        f"0 R >>\n".encode()
    )
    return bytes(out + f"startxref\n{out.rindex(b'xref')}\n%%EOF".encode())
