"""The text of one Word paragraph: tracked changes accepted, fields by their result, old fonts converted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from documents.sources.encodings import tcvn3, vni
from documents.sources.word_styles import Style, switched

_SKIPPED = {
    qn(tag)
    for tag in (
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:instrText",
        "w:delText",
        "w:commentReference",
        "w:annotationRef",
    )
}
_TEXT, _RUN, _FIELD = qn("w:t"), qn("w:r"), qn("w:fldChar")
_AS_TEXT = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}  # fmt: skip
_FOOTNOTES = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_BOXES = {qn("w:drawing"), qn("w:pict"), qn("w:object")}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(slots=True)
class Runs:
    """What a paragraph holds; `boxes` are the paragraphs of text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list[str])
    bold: list[bool] = field(default_factory=list[bool])
    italic: list[bool] = field(default_factory=list[bool])
    footnotes: int = 0
    converted: str | None = None
    boxes: list[Any] = field(default_factory=list[Any])
    fields: list[bool] = field(
        default_factory=list[bool]
    )  #: các trường đang mở; True: đang ở mã lệnh, không phải kết quả

    @property
    def text(self) -> str:
        """All pieces together, with line breaks as line feeds."""
        return "".join(self.pieces)

    def add(self, text: str, bold: bool, italic: bool) -> None:
        """One piece of a run; marks that print nothing do not count for bold."""
        self.pieces.append(text)
        if any(char.isalnum() for char in text):
            self.bold.append(bold)
            self.italic.append(italic)


def runs_of(paragraph: Any, style: Style) -> Runs:
    """Walk a paragraph."""
    found = Runs()
    _walk(paragraph, style, found, None)
    return found


def _walk(element: Any, style: Style, found: Runs, rpr: Any) -> None:
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == _RUN:
            _run(child, style, found)
        elif tag in (_ALTERNATE, *_BOXES):
            _boxes(child, found)
        elif tag != _FALLBACK:
            _walk(child, style, found, rpr)


def _run(run: Any, style: Style, found: Runs) -> None:
    rpr = run.find(qn("w:rPr"))
    if rpr is not None and rpr.find(qn("w:vanish")) is not None:
        return
    bold, italic = switched(rpr, "w:b", style.bold), switched(rpr, "w:i", style.italic)
    for child in run:
        tag = child.tag
        if tag == _FIELD:
            _field(child, found)
        elif tag in _FOOTNOTES:
            found.footnotes += 1
        elif tag in (_ALTERNATE, *_BOXES):
            _boxes(child, found)
        elif any(found.fields):
            continue
        elif tag == _TEXT:
            found.add(_converted(child.text or "", rpr, found), bold, italic)
        elif tag in _AS_TEXT:
            found.add(_AS_TEXT[tag], bold, italic)
        elif tag == qn("w:sym"):
            found.add(_symbol(child), bold, italic)


def _field(mark: Any, found: Runs) -> None:
    kind = mark.get(qn("w:fldCharType"))
    if kind == "begin":
        found.fields.append(True)
    elif kind == "separate" and found.fields:
        found.fields[-1] = False
    elif kind == "end" and found.fields:
        found.fields.pop()


def _boxes(element: Any, found: Runs) -> None:
    """Paragraphs of text boxes; of the two forms Word keeps for old readers only the first."""
    for box in element.iter(qn("w:txbxContent")):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            found.boxes += box.findall(qn("w:p"))


def _symbol(child: Any) -> str:
    code = child.get(qn("w:char")) or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return (
        "-"
        if number in (0xF02D, 0x2D)
        else "•"
        if 0xF000 <= number <= 0xF0FF
        else chr(number)
        if 32 <= number < 0xD800
        else ""
    )


def _converted(text: str, rpr: Any, found: Runs) -> str:
    fonts = rpr.find(qn("w:rFonts")) if rpr is not None else None
    name = (fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "") if fonts is not None else ""
    if name.startswith(".Vn"):
        found.converted = "TCVN3 (ABC)"
        return tcvn3(text).upper() if name.endswith("H") else tcvn3(text)
    if name.upper().startswith("VNI-"):
        found.converted = "VNI"
        return vni(text)
    return text
