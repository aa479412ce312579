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

from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.columns import lines_from_rows
from interview_coding.text import Line, clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAK = "\n"

_CHARACTERS = {f"{_W}tab": " ", f"{_W}br": _BREAK, f"{_W}cr": _BREAK, f"{_W}noBreakHyphen": "-"}
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
    if not head.startswith(b"PK") or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
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
        body = document.element.body
        parts = [str(part.partname) for part in document.part.package.iter_parts()]
    except Exception as error:
        raise InputError([Problem(str(path), "is a damaged Word document.", _REPAIR)]) from error
    walk = _Walk()
    lines = tuple(walk.blocks(body))
    return Reading(lines, tuple(_notes(walk.left_out, parts)))


def _refuse_bombs(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        members = package.infolist()
        swollen = any(
            m.file_size > _SMALL_MEMBER and m.file_size > _MOST_RATIO * m.compress_size for m in members
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
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data


@dataclass
class _Walk:
    """One pass over a body; counts what it leaves out."""

    left_out: Counter[str] = field(default_factory=Counter)

    def blocks(self, parent: Any) -> Iterator[Line]:
        """Yield the paragraphs and tables below `parent` in the order of the document."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag in _DELETED:
                self.left_out["deleted passages"] += 1
            elif element.tag not in _SILENT and isinstance(element.tag, str):
                yield from self.blocks(element)

    def table(self, table: Any) -> Iterator[Line]:
        rows = []
        for row in self.rows(table):
            rows.append([list(self.blocks(cell)) for cell in self.cells(row)])
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
                self.left_out["deleted passages"] += 1
            elif element.tag not in _SILENT and isinstance(element.tag, str):
                yield from self._within(element, tag)

    def paragraph(self, paragraph: Any) -> Iterator[Line]:
        """Yield a paragraph's lines (Word lets an author break a line), then its text boxes'."""
        boxes: list[Any] = []
        line: list[tuple[str, bool]] = []
        for text, bold in (*self.runs(paragraph, False, boxes), (_BREAK, False)):
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
                yield element.text or "", bold
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag], bold
            elif tag == f"{_W}txbxContent":
                boxes.append(element)
            elif tag in _DELETED:
                self.left_out["deleted passages"] += 1
            elif tag == f"{_W}r":
                if _is_on(element, "vanish"):
                    self.left_out["hidden passages"] += 1
                else:
                    yield from self.runs(element, _is_bold(element), boxes)
            elif tag not in _SILENT and isinstance(tag, str):
                yield from self.runs(element, bold, boxes)


def _is_on(run: Any, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("0", "false", "off")


def _is_bold(run: Any) -> bool:
    style = run.find(f"{_W}rPr/{_W}rStyle")
    strong = style is not None and style.get(f"{_W}val") in ("Strong", "Strk", "Stærk")
    return _is_on(run, "b") or strong


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


def _notes(left_out: Counter[str], parts: list[str]) -> Iterator[str]:
    for what, count in sorted(left_out.items()):
        yield f"left out: {count} {what}"
    for name, what in (
        ("comments", "comments"),
        ("footnotes", "footnotes"),
        ("endnotes", "endnotes"),
    ):
        if any(part.endswith(f"/{name}.xml") for part in parts):
            yield f"left out: {what}, if any"


READER = Reader("docx", detects, read)
