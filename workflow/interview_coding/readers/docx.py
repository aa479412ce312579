"""Word documents, walked element by element so that nothing written in them is lost.

``Document.paragraphs`` of python-docx passes over tables, content controls, tracked insertions, moved
text and text boxes. The walk below descends into all of them; it leaves out what the author deleted or
hid and counts it.

Reference: ECMA-376-1, WordprocessingML.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.columns import lines_from_rows
from interview_coding.text import Line, clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAK = "\n"

_CHARACTERS = {
    **dict.fromkeys((f"{_W}tab", f"{_W}ptab"), " "),
    **dict.fromkeys((f"{_W}br", f"{_W}cr"), _BREAK),
    f"{_W}noBreakHyphen": "-",
}
_SILENT = {
    f"{_W}{name}" for name in ("pPr", "rPr", "instrText", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")
} | {_FALLBACK}
_DELETED = {f"{_W}del", f"{_W}moveFrom"}

_MOST_MEMBERS = 2_000
_MOST_BYTES = 200_000_000
_MOST_RATIO = 100
_SMALL_MEMBER = 1_000_000

_REPAIR = "Open it in Word and save it anew as .docx, or fetch it again."


def detects(path: Path, head: bytes) -> bool:
    """Take zip packages that hold a Word document."""
    if not head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except zipfile.BadZipFile:
        return False
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def read(path: Path) -> Reading:
    """Read the body of a Word document.

    Raises
    ------
    InputError
        If the document is damaged, or built so that opening it could harm the machine.
    """
    import docx

    _refuse_bombs(path)
    try:
        document = docx.Document(str(path))
        walk = _Walk(_bold_styles(document))
        lines = tuple(walk.blocks(document.element.body))
        for part in document.part.package.iter_parts():
            walk.left_out.update(_annotations(part))
    except Exception as error:
        raise InputError([Problem(str(path), "is a damaged Word document.", _REPAIR)]) from error
    notes = (f"left out: {count} {what}" for what, count in sorted(walk.left_out.items()))
    return Reading(lines, tuple(notes))


def _bold_styles(document: Any) -> frozenset[str]:
    """Return the ids of the styles that set text in bold, by themselves or by the style they follow."""

    def is_bold(style: Any) -> bool:
        if (own := getattr(style, "font", None)) is not None and own.bold is not None:
            return bool(own.bold)
        based_on = getattr(style, "base_style", None)
        return based_on is not None and is_bold(based_on)

    return frozenset(style.style_id for style in document.styles if is_bold(style))


def _annotations(part: Any) -> Iterator[str]:
    """Yield the kind of every comment and note in a part; Word's own separators have a type."""
    for kind in ("comment", "footnote", "endnote"):
        if part.partname.endswith(f"/{kind}s.xml"):
            notes = etree.fromstring(part.blob).iter(f"{_W}{kind}")
            yield from (f"{kind}s" for note in notes if f"{_W}type" not in note.attrib)


def _refuse_bombs(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        members = package.infolist()
        swollen = any(
            m.filename.endswith(".xml")
            and m.file_size > _SMALL_MEMBER
            and m.file_size > _MOST_RATIO * m.compress_size
            for m in members
        )
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_BYTES or swollen:
            what = "unpacks to far more than a transcript can be, and was not opened."
            raise InputError([Problem(str(path), what, "Copy the text into a new document.")])
        for member in members:
            if member.filename.endswith((".xml", ".rels")) and _has_dtd(package, member):
                what = "holds a document type definition, which Word never writes, and was not opened."
                raise InputError([Problem(str(path), what, "Copy the text into a new document.")])


def _has_dtd(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    try:
        data = package.read(member)
    except Exception as error:
        problem = Problem(str(package.filename), "is a damaged Word document.", _REPAIR)
        raise InputError([problem]) from error
    data = data.replace(b"\x00", b"")
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data


@dataclass
class _Walk:
    """One pass over a body; counts what it leaves out."""

    bold_styles: frozenset[str]
    left_out: Counter[str] = field(default_factory=Counter)

    def blocks(self, parent: Any) -> Iterator[Line]:
        """Yield the paragraphs and tables below `parent` in the order of the document."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag in _DELETED:
                self.leave_out("deleted passages", element)
            elif element.tag not in _SILENT and isinstance(element.tag, str):
                yield from self.blocks(element)

    def table(self, table: Any) -> Iterator[Line]:
        rows: list[list[list[Line]]] = []
        for row in self.rows(table):
            rows.append([])
            for cell in self.cells(row):
                rows[-1].append(list(self.blocks(cell)))
                rows[-1].extend([] for _ in range(_span(cell) - 1))
        yield from lines_from_rows(rows)

    def rows(self, parent: Any) -> Iterator[Any]:
        return self._within(parent, f"{_W}tr")

    def cells(self, parent: Any) -> Iterator[Any]:
        return self._within(parent, f"{_W}tc")

    def _within(self, parent: Any, tag: str) -> Iterator[Any]:
        for element in parent:
            if element.tag == tag:
                yield element
            elif element.tag in _DELETED:
                self.leave_out("deleted passages", element)
            elif element.tag not in _SILENT and isinstance(element.tag, str):
                yield from self._within(element, tag)

    def paragraph(self, paragraph: Any) -> Iterator[Line]:
        """Yield a paragraph's lines (Word lets an author break a line), then its text boxes'."""
        boxes: list[Any] = []
        line: list[tuple[str, bool]] = []
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        in_bold = style is not None and style.get(f"{_W}val") in self.bold_styles
        for text, bold in (*self.runs(paragraph, in_bold, boxes), (_BREAK, False)):
            first, *others = text.split(_BREAK)
            line.append((first, bold))
            for other in others:
                yield from _line(line)
                line = [(other, bold)]
        for box in boxes:
            yield from self.blocks(box)

    def runs(self, parent: Any, bold: bool, boxes: list[Any]) -> Iterator[tuple[str, bool]]:
        """Yield the stretches of text below `parent` with whether they are bold."""
        for element in parent:
            tag = element.tag
            if tag == f"{_W}t":
                yield (element.text or "").replace(_BREAK, " "), bold
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag], bold
            elif tag == f"{_W}txbxContent":
                boxes.append(element)
            elif tag in _DELETED:
                self.leave_out("deleted passages", element)
            elif tag == f"{_W}r":
                if _is_on(element, "vanish"):
                    self.leave_out("hidden passages", element)
                else:
                    yield from self.runs(element, self.is_bold(element, bold), boxes)
            elif tag not in _SILENT and isinstance(tag, str):
                yield from self.runs(element, bold, boxes)

    def is_bold(self, run: Any, inherited: bool) -> bool:
        if run.find(f"{_W}rPr/{_W}b") is not None:
            return _is_on(run, "b")
        style = run.find(f"{_W}rPr/{_W}rStyle")
        return inherited or (style is not None and style.get(f"{_W}val") in self.bold_styles)

    def leave_out(self, what: str, element: Any) -> None:
        """Count a passage that is passed over, if there is text in it."""
        if any(text.text and text.text.strip() for text in element.iter(f"{_W}t", f"{_W}delText")):
            self.left_out[what] += 1


def _span(cell: Any) -> int:
    """Return how many columns a cell takes up."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return int(span.get(f"{_W}val", "1")) if span is not None else 1


def _is_on(run: Any, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("0", "false", "off")


def _line(stretches: list[tuple[str, bool]]) -> Iterator[Line]:
    text = clean("".join(stretch for stretch, _ in stretches))
    if not text:
        return
    bold = ""
    for stretch, is_bold in stretches:
        if stretch.strip() and not is_bold:
            break
        bold += stretch
    yield Line(text, bold=len(clean(bold)))


READER = Reader("docx", detects, read)
