"""Word documents, walked element by element so that nothing written in them is lost.

``Document.paragraphs`` of python-docx passes over tables, content controls, tracked insertions, moved
text and text boxes. The walk below descends into all of them; it leaves out what the author deleted or
hid and what stands beside the text (comments, notes, headers), and counts it.

Reference: ECMA-376-1, WordprocessingML; the Strict namespaces of ISO/IEC 29500-1 are read as well.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.columns import Cell, lines_from_rows
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import Package, damaged, names_in, open_package, parse_xml
from interview_coding.readers.stretches import BREAK, Stretch, to_lines, to_reading
from interview_coding.text import Line

_KIND = "Word document"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = f"{{{_TRANSITIONAL.decode()}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_CHARACTERS = {
    **dict.fromkeys((f"{_W}tab", f"{_W}ptab"), " "),
    **dict.fromkeys((f"{_W}br", f"{_W}cr"), BREAK),
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_SILENT = {
    f"{_W}{name}" for name in "pPr rPr instrText tblPr tblPrEx tblGrid trPr tcPr sdtPr sectPr rt".split()
}
_DELETED = {f"{_W}del", f"{_W}moveFrom"}
_FOREIGN = {
    "altChunk": "embedded documents",
    "subDoc": "embedded documents",
    "object": "embedded objects",
    "oMath": "formulas",
    "pic": "pictures",
    "imagedata": "pictures",
    "chart": "charts or diagrams",
    "relIds": "charts or diagrams",
    "textpath": "drawings with text",
    "lockedCanvas": "drawings with text",
}
"""Elements, by their local names, that hold no text that can be read here."""

_SYMBOL_FONT = range(0xF000, 0xF100)
_WINGDINGS = {0xF0E0: "→", 0xF0DF: "←", 0xF0E8: "→", 0xF0F3: "↔", 0xF04A: "🙂", 0xF04B: "😐", 0xF04C: "🙁"}
"""What Word makes of ``-->``, ``<--``, ``==>``, ``<=>``, ``:)``, ``:|`` and ``:(`` while one types."""

_MOST_COLUMNS = 63
"""Word's own limit."""
_MOST_STYLES = 30
"""How many styles may follow each other (Word allows ten); some follow themselves in a circle."""


def detects(path: Path, head: bytes) -> bool:
    """Take zip packages that hold a Word document."""
    names = names_in(path, head)
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def read(path: Path) -> Reading:
    """Read the body of a Word document.

    Raises
    ------
    InputError
        If the document is damaged or locked, or built so that opening it could harm the machine.
    """
    with open_package(path, _KIND) as package:
        try:
            return _read(package)
        except (LookupError, ValueError, OverflowError, RecursionError) as error:
            raise damaged(str(path), _KIND) from error


def _read(package: Package) -> Reading:
    main = _related(package, "")["officeDocument"][0]
    beside = _related(package, main)
    body = _parse(package, main).find(f"{_W}body")
    if body is None:
        raise damaged(package.file, _KIND)
    hygiene = Hygiene()
    walk = _Walk(*_styles(package, beside.get("styles", [])), hygiene)
    lines = tuple(walk.blocks(body)) + tuple(walk.rest())
    for kind in ("comment", "footnote", "endnote"):
        for part in beside.get(f"{kind}s", []):
            walk.left_out[f"{kind}s"] += _count_notes(_parse(package, part), kind)
    for kind in ("header", "footer"):
        texts = {_letters(_parse(package, part)) for part in beside.get(kind, [])}
        walk.left_out[f"{kind}s"] += len(texts - {""})
    return to_reading(lines, walk.left_out, hygiene)


def _related(package: Package, part: str) -> dict[str, list[str]]:
    """Return the parts that a part refers to, by the last word of the relationship's type."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    related: dict[str, list[str]] = {}
    if part and relations not in package.names:
        return related
    for relation in package.parse(relations):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            kind = relation.get("Type", "").rpartition("/")[2]
            related.setdefault(kind, []).append(target.lstrip("/"))
    return related


def _parse(package: Package, name: str) -> Any:
    return parse_xml(package.read(name).replace(_STRICT, _TRANSITIONAL), package.file, _KIND)


def _count_notes(root: Any, kind: str) -> int:
    """Return how many comments or notes there are; Word's own separators have a type."""
    return sum(f"{_W}type" not in note.attrib for note in root.iter(f"{_W}{kind}"))


def _letters(root: Any) -> str:
    """Return the letters that stand in a part: a page number is no text."""
    return "".join(filter(str.isalpha, "".join(text.text or "" for text in root.iter(f"{_W}t"))))


@dataclass(frozen=True)
class _Styles:
    """The ids of the styles that set a property, and the paragraph style that holds where none is named."""

    ids: frozenset[str]
    default: bool

    def say(self, properties: Any, name: str, otherwise: bool) -> bool:
        """Tell what the style that is named in the properties says."""
        style = None if properties is None else properties.find(f"{_W}{name}")
        return otherwise if style is None else style.get(f"{_W}val") in self.ids


def _styles(package: Package, parts: list[str]) -> tuple[_Styles, _Styles]:
    """Return the styles that set text in bold, and those that hide it."""
    styles = [style for part in parts for style in _parse(package, part).iter(f"{_W}style")]
    by_id = {style.get(f"{_W}styleId", ""): style for style in styles}
    usual = {id_ for id_, style in by_id.items() if _is_usual(style)}

    def setting(name: str) -> _Styles:
        ids = frozenset(id_ for id_ in by_id if _inherits(by_id, id_, name))
        return _Styles(ids, bool(ids & usual))

    return setting("b"), setting("vanish")


def _is_usual(style: Any) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on")


def _inherits(styles: dict[str, Any], style_id: str, name: str) -> bool:
    """Tell whether a style sets a property, by itself or by the styles that it follows."""
    for _ in range(_MOST_STYLES):
        if (style := styles.get(style_id)) is None:
            break
        if (own := _switch(style.find(f"{_W}rPr"), name)) is not None:
            return own
        based_on = style.find(f"{_W}basedOn")
        style_id = "" if based_on is None else str(based_on.get(f"{_W}val", ""))
    return False


def _switch(properties: Any, name: str) -> bool | None:
    """Return whether a property is on or off; None where the properties do not say."""
    mark = None if properties is None else properties.find(f"{_W}{name}")
    return None if mark is None else mark.get(f"{_W}val", "true") not in ("0", "false", "off")


@dataclass
class _Walk:
    """One pass over a body; counts what it leaves out."""

    bold: _Styles
    hidden: _Styles
    hygiene: Hygiene
    left_out: Counter[str] = field(default_factory=Counter)
    carried: list[Stretch] = field(default_factory=list)

    def blocks(self, parent: Any) -> Iterator[Line]:
        """Yield the paragraphs and tables below `parent` in the order of the document."""
        for element in _shown(parent):
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.rest()
                yield from self.table(element)
            elif not self.leaves_out(element):
                yield from self.blocks(element)

    def table(self, table: Any) -> Iterator[Line]:
        rows: list[list[Cell]] = []
        for row in self.within(table, f"{_W}tr"):
            rows.append([])
            for cell in self.within(row, f"{_W}tc"):
                rows[-1].append([*self.blocks(cell), *self.rest()])
                rows[-1].extend([()] * min(_span(cell) - 1, _MOST_COLUMNS - len(rows[-1])))
        yield from lines_from_rows(rows)

    def within(self, parent: Any, tag: str) -> Iterator[Any]:
        for element in _shown(parent):
            if element.tag == tag:
                yield element
            elif not self.leaves_out(element):
                yield from self.within(element, tag)

    def paragraph(self, paragraph: Any) -> Iterator[Line]:
        """Yield a paragraph's lines (Word lets an author break a line), then its text boxes'.

        A paragraph whose mark was deleted goes on in the next one.
        """
        boxes: list[Any] = []
        marks = paragraph.find(f"{_W}pPr")
        bold = self.bold.say(marks, "pStyle", self.bold.default)
        hidden = self.hidden.say(marks, "pStyle", self.hidden.default)
        stretches = [*self.carried, *self.runs(paragraph, (bold, hidden), boxes)]
        self.carried = []
        is_joined = marks is not None and any(marks.find(f"{_W}rPr/{tag}") is not None for tag in _DELETED)
        if not is_joined:
            yield from to_lines(stretches, self.hygiene)
        for box in boxes:
            yield from self.blocks(box)
            yield from self.rest()
        if is_joined:
            self.carried = stretches

    def rest(self) -> Iterator[Line]:
        """Yield what was to go on in a paragraph that does not come."""
        yield from to_lines(self.carried, self.hygiene)
        self.carried = []

    def runs(self, parent: Any, looks: tuple[bool, bool], boxes: list[Any]) -> Iterator[Stretch]:
        """Yield the stretches of text below `parent`; `looks` says whether they are bold, and hidden."""
        for element in _shown(parent):
            tag = element.tag
            if tag == f"{_W}r":
                bold, hidden = self.looks(element.find(f"{_W}rPr"), looks)
                if hidden:
                    self.leave_out("hidden passages", element)
                else:
                    yield from self.runs(element, (bold, hidden), boxes)
            elif tag == f"{_W}t":
                yield (element.text or "").replace(BREAK, " "), looks[0]
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag], looks[0]
            elif tag == f"{_W}sym":
                yield self.symbol(element), looks[0]
            elif tag == f"{_W}txbxContent":
                boxes.append(element)
            elif not self.leaves_out(element):
                yield from self.runs(element, looks, boxes)

    def looks(self, properties: Any, inherited: tuple[bool, bool]) -> tuple[bool, bool]:
        """Tell whether a run is bold, and hidden."""
        bold, hidden = _switch(properties, "b"), _switch(properties, "vanish")
        return (
            (inherited[0] or self.bold.say(properties, "rStyle", False)) if bold is None else bold,
            (inherited[1] or self.hidden.say(properties, "rStyle", False)) if hidden is None else hidden,
        )

    def symbol(self, element: Any) -> str:
        code = int(element.get(f"{_W}char", "0"), 16)
        if code not in _SYMBOL_FONT:
            return chr(code)
        if element.get(f"{_W}font") == "Wingdings" and code in _WINGDINGS:
            return _WINGDINGS[code]
        self.left_out["symbols of a symbol font"] += 1
        return " "

    def leaves_out(self, element: Any) -> bool:
        """Tell whether an element is passed over, and count it if there is something in it."""
        if element.tag in _DELETED:
            self.leave_out("deleted passages", element)
        elif element.tag not in _SILENT:
            what = _FOREIGN.get(element.tag.rpartition("}")[2])
            if what is None:
                return False
            self.left_out[what] += 1
        return True

    def leave_out(self, what: str, element: Any) -> None:
        """Count a passage that is passed over, if there is text in it."""
        if any(text.text and text.text.strip() for text in element.iter(f"{_W}t", f"{_W}delText")):
            self.left_out[what] += 1


def _shown(parent: Any) -> Iterator[Any]:
    """Yield the elements below `parent`; where there are several ways to show a thing, the first."""
    for element in parent:
        if element.tag == f"{_MC}AlternateContent":
            ways = [*element.iterchildren(f"{_MC}Choice"), *element.iterchildren(f"{_MC}Fallback")]
            yield from ways[:1]
        elif isinstance(element.tag, str):
            yield element


def _span(cell: Any) -> int:
    """Return how many columns a cell takes up."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return int(span.get(f"{_W}val", "1")) if span is not None else 1


READER = Reader("docx", detects, read)
