"""OpenDocument texts (.odt, and .fodt in one XML file), walked element by element.

Comments, notes, tracked deletions, hidden passages, headers and footers are left out and counted.

Reference: OpenDocument 1.3 part 3 (OASIS): white space 6.1.2-6.1.5, tracked changes 5.5, notes 6.3,
annotations 14.1, frames 10.4, styles 16.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interview_coding.readers.base import Reader, Reading, starts_as_text
from interview_coding.readers.columns import Cell, lines_from_rows
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import damaged, locked, names_in, open_package, parse_xml
from interview_coding.readers.stretches import BREAK, Stretch, to_lines, to_reading
from interview_coding.text import Line

_KIND = "OpenDocument text"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_OFFICE, _TEXT, _STYLE, _TABLE, _DRAW, _FO, _SVG = (
    f"{{{_NAMESPACE.format(name)}}}"
    for name in ("office", "text", "style", "table", "drawing", "xsl-fo-compatible", "svg-compatible")
)
_OTHER_KIND = re.compile(rb"opendocument\.(?!text)")
_MANIFEST = "META-INF/manifest.xml"
_LOCKED_WHOLE = "encrypted-package"

_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_CHARACTERS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": BREAK}
_SILENT = {f"{_TEXT}tracked-changes", f"{_TEXT}ruby-text", f"{_TEXT}script", f"{_OFFICE}forms"}
_LEFT_OUT = {
    f"{_OFFICE}annotation": "comments",
    f"{_DRAW}image": "pictures",
    f"{_DRAW}plugin": "embedded objects",
    f"{_DRAW}object": "embedded objects",
    f"{_DRAW}object-ole": "embedded objects",
}
_HEADERS = {
    f"{_STYLE}{kind}{pages}": f"{kind}s" for kind in ("header", "footer") for pages in ("", "-left", "-first")
}
_BOLD = {"bold", "600", "700", "800", "900"}
_MOST_COLUMNS = 100
_MOST_STYLES = 30
"""How many styles may follow each other; some follow themselves in a circle."""

Styles = dict[tuple[str, str], Any]
"""Styles by their family (paragraph or text) and name."""


def detects(path: Path, head: bytes) -> bool:
    """Take OpenDocument packages and flat files that are no spreadsheets, drawings or slides."""
    if _OTHER_KIND.search(head):
        return False
    start = starts_as_text(head).lstrip()
    is_flat = start.startswith("<") and "<office:document" in start and _NAMESPACE.format("office") in start
    return is_flat or bool({"content.xml", _LOCKED_WHOLE} & names_in(path, head))


def read(path: Path) -> Reading:
    """Read the body of an OpenDocument text.

    Raises
    ------
    InputError
        If the document is damaged or locked, or built so that opening it could harm the machine.
    """
    try:
        return _read(*_parts(path))
    except (LookupError, ValueError, RecursionError) as error:
        raise damaged(str(path), _KIND) from error


def _parts(path: Path) -> tuple[Any, Any]:
    """Return the content and the styles: two documents in a package, one in a flat file."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            flat = parse_xml(path.read_bytes(), str(path), _KIND)
            return flat, flat
    with open_package(path, _KIND) as package:
        manifest = package.read(_MANIFEST) if _MANIFEST in package.names else b""
        if b"encryption-data" in manifest or _LOCKED_WHOLE in package.names:
            raise locked(str(path))
        content = package.parse("content.xml")
        return content, package.parse("styles.xml") if "styles.xml" in package.names else content


def _read(content: Any, styles: Any) -> Reading:
    named = styles.iterfind(f"{_OFFICE}styles/*")
    own = content.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    by_name = {(s.get(f"{_STYLE}family", ""), s.get(f"{_STYLE}name", "")): s for s in (*named, *own)}
    hygiene = Hygiene()
    deletions = [part.getparent() for part in content.iter(f"{_TEXT}deletion")]
    walk = _Walk(by_name, frozenset(part.get(f"{_TEXT}id", "") for part in deletions), hygiene)
    text = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise ValueError("no text in the body")
    lines = tuple(walk.blocks(text))
    walk.left_out["deleted passages"] += sum(map(_has_text, deletions))
    besides = {
        (what, "".join(filter(str.isalpha, "".join(part.itertext()))))
        for page in styles.iterfind(f"{_OFFICE}master-styles/{_STYLE}master-page")
        for part in page
        if (what := _HEADERS.get(part.tag)) and part.get(f"{_STYLE}display") != "false"
    }
    walk.left_out.update(what for what, letters in besides if letters)
    return to_reading(lines, walk.left_out, hygiene)


def _has_text(element: Any) -> bool:
    return any(part.strip() for paragraph in element.iter(*_PARAGRAPHS) for part in paragraph.itertext())


@dataclass
class _Walk:
    """One pass over a body; counts what it leaves out."""

    styles: Styles
    deletions: frozenset[str]
    hygiene: Hygiene
    left_out: Counter[str] = field(default_factory=Counter)
    inside: set[str] = field(default_factory=set)

    def blocks(self, parent: Any) -> Iterator[Line]:
        """Yield the paragraphs and tables below `parent` in the order of the document."""
        for element in parent:
            tag = element.tag
            if tag in _PARAGRAPHS:
                yield from self.paragraph(element)
            elif tag == f"{_TABLE}table":
                rows = element.iter(f"{_TABLE}table-row")
                yield from lines_from_rows([list(self.cells(row)) for row in rows if _table(row) is element])
            elif tag == f"{_TEXT}section" and _is_hidden_section(element):
                self.left_out["hidden passages"] += _has_text(element)
            elif tag == f"{_DRAW}frame":
                ways = [child for child in element if not child.tag.startswith(_SVG)]
                yield from self.blocks(ways[:1])
            elif not self.leaves_out(element):
                yield from self.blocks(element)

    def cells(self, row: Any) -> Iterator[Cell]:
        """Yield the lines of each cell; a repeated cell is written out once and stands for empty ones."""
        for cell in row.iterchildren(*_CELLS):
            yield list(self.blocks(cell))
            repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            yield from [()] * (min(repeated, _MOST_COLUMNS) - 1)

    def paragraph(self, paragraph: Any) -> Iterator[Line]:
        """Yield a paragraph's lines (an author may break a line), then its text boxes'."""
        boxes: list[Any] = []
        if any(_hides(mark, paragraph) for mark in paragraph.iter(f"{_TEXT}hidden-paragraph")):
            self.left_out["hidden passages"] += _has_text(paragraph)
            return
        yield from to_lines(self.runs(paragraph, "paragraph", (False, False), boxes), self.hygiene)
        for box in boxes:
            yield from self.blocks([box])

    def runs(
        self, parent: Any, family: str, inherited: tuple[bool, bool], boxes: list[Any]
    ) -> Iterator[Stretch]:
        """Yield the stretches of text in `parent`; `inherited` says whether it is bold, and hidden."""
        bold, hidden = self.looks(family, parent.get(f"{_TEXT}style-name", ""), inherited)
        if hidden and not inherited[1]:
            self.left_out["hidden passages"] += bool("".join(parent.itertext()).strip())
        yield self.plain(parent.text, hidden), bold
        for element in parent:
            if element.tag in _CHARACTERS:
                yield _CHARACTERS[element.tag], bold
            elif element.tag == f"{_TEXT}note":
                self.left_out[f"{element.get(f'{_TEXT}note-class', 'footnote')}s"] += 1
            elif element.tag.startswith(_DRAW) and element.tag != f"{_DRAW}a":
                boxes.append(element)
            elif element.tag == f"{_TEXT}hidden-text":
                self.left_out["hidden passages"] += bool(element.get(f"{_TEXT}string-value"))
            elif not self.leaves_out(element):
                self.pass_change(element)
                yield from self.runs(element, "text", (bold, hidden), boxes)
            yield self.plain(element.tail, hidden), bold

    def pass_change(self, element: Any) -> None:
        """Note where a deletion begins and ends whose text was left standing, as in LibreOffice's .fodt."""
        change = element.get(f"{_TEXT}change-id", "")
        if change in self.deletions and element.tag == f"{_TEXT}change-start":
            self.inside.add(change)
            self.left_out["deleted passages"] += 1
        elif element.tag == f"{_TEXT}change-end":
            self.inside.discard(change)

    def plain(self, text: str | None, hidden: bool) -> str:
        return "" if hidden or self.inside else (text or "").replace(BREAK, " ")

    def leaves_out(self, element: Any) -> bool:
        """Tell whether an element is passed over, and count it if it is of a kind that is reported."""
        if what := _LEFT_OUT.get(element.tag):
            self.left_out[what] += 1
        return what is not None or element.tag in _SILENT

    def looks(self, family: str, name: str, inherited: tuple[bool, bool]) -> tuple[bool, bool]:
        """Tell whether a style, or else what is around it, sets text in bold and whether it hides it."""
        weight = self.property(family, name, f"{_FO}font-weight")
        display = self.property(family, name, f"{_TEXT}display")
        return (
            inherited[0] if weight is None else weight in _BOLD,
            inherited[1] if display is None else display == "none",
        )

    def property(self, family: str, name: str, key: str) -> str | None:
        """Return a property of text that a style sets, by itself or by the styles that it follows."""
        for _ in range(_MOST_STYLES):
            style = self.styles.get((family, name))
            if style is None:
                return None
            properties = style.find(f"{_STYLE}text-properties")
            if properties is not None and (value := properties.get(key)) is not None:
                return str(value)
            name = style.get(f"{_STYLE}parent-style-name", "")
        return None


def _table(row: Any) -> Any:
    """Return the table that a row belongs to."""
    return next(row.iterancestors(f"{_TABLE}table"), None)


def _hides(mark: Any, paragraph: Any) -> bool:
    """Tell whether a mark hides the paragraph, and not one in a text box inside of it."""
    is_on = mark.get(f"{_TEXT}is-hidden") == "true"
    return is_on and next(mark.iterancestors(*_PARAGRAPHS), None) is paragraph


def _is_hidden_section(section: Any) -> bool:
    return bool(section.get(f"{_TEXT}display") == "none" or section.get(f"{_TEXT}is-hidden") == "true")


READER = Reader("odt", detects, read)
