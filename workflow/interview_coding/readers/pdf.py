"""PDF documents with text in them; a page that is only a picture is named, and the file refused."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from pathlib import Path
from statistics import median
from typing import Any

from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import damaged, locked
from interview_coding.readers.stretches import to_reading
from interview_coding.readers.txt import STARTS_ANEW
from interview_coding.text import Line, clean

_KIND = "PDF"
_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024
_END_WITHIN = 4096
_MOST_PAGES = 2_000
_MOST_TEXT = 20_000_000
_MOST_BYTES = 20_000_000
_LIMITS = {
    "array_based_stream_maximum_output_length": _MOST_BYTES,
    "lzw_maximum_output_length": _MOST_BYTES,
    "run_length_maximum_output_length": _MOST_BYTES,
    "zlib_maximum_output_length": _MOST_BYTES,
    "brotli_maximum_output_length": _MOST_BYTES,
    "stream_parsing_work_maximum_count": 500_000,
}
"""What a stream may unpack to, and how much may stand in a page, for pypdf."""

_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_SILENT_MARKS = {"/Link", "/Popup"}
_PAGE_NUMBER = re.compile(
    r"(?:(?:side|page|s\.|p\.)\s*)?[-–\s]*(\d{1,4})[-–\s]*(?:(?:af|of|/)\s*\d{1,4})?", re.I
)
_EDGE = 2
"""How many lines at the top and at the bottom of a page may be its header and footer."""
_WIDER = 1.25
"""By how much the space before a paragraph exceeds that between its lines."""
_ROOM = 0.8
"""A line that fills less of the usual width, with the next one's first word, ends a paragraph."""
_FULL = 0.9
_FEWEST_LETTERS = 0.5
_ENOUGH_SIGNS = 100
_MOST_NAMED = 10
_DEPTH = 5
_INLINE = re.compile(rb"\bBI\b.{1,500}?\bID\b", re.S)


@dataclass(frozen=True)
class _Row:
    """A line of a page: its text, the length of its bold beginning, and its height on the page in points."""

    text: str
    bold: int
    height: float


def detects(path: Path, head: bytes) -> bool:
    """Take files with the signature of PDF near the beginning."""
    return _SIGNATURE in head[:_SIGNATURE_WITHIN]


def read(path: Path) -> Reading:
    """Read the text of a PDF, page by page, its lines joined to paragraphs.

    Lines at a page's edge that come back on most pages, and page numbers, are left out and counted.

    Raises
    ------
    InputError
        If it is damaged or locked, has pages that hold only pictures, or letters that cannot be told.
    """
    import pypdf

    limits = pypdf.get_configuration().with_overwrites(**_LIMITS)
    _refuse_cut_off(path)
    with _counting_faults() as faults:
        try:
            with pypdf.apply_configuration(limits), pypdf.PdfReader(path) as reader:
                reading = _read(path, reader)
        except InputError:
            raise
        except pypdf.errors.LimitReachedError as error:
            raise _too_large(path) from error
        except (pypdf.errors.FileNotDecryptedError, pypdf.errors.DependencyError) as error:
            raise locked(str(path)) from error
        except Exception as error:
            raise damaged(str(path), _KIND) from error
    note = "the PDF has faults: compare the text with it"
    return replace(reading, notes=(*reading.notes, note)) if faults else reading


def _read(path: Path, reader: Any) -> Reading:
    if reader.is_encrypted and not reader.decrypt(""):
        raise locked(str(path))
    if len(reader.pages) > _MOST_PAGES:
        raise _too_large(path)
    hygiene = Hygiene()
    pages = []
    length = 0
    for page in reader.pages:
        pages.append(_rows(page, hygiene))
        length += sum(len(row.text) for row in pages[-1])
        if length > _MOST_TEXT:
            raise _too_large(path)
    left_out = Counter({"attached files": len(reader.attachments)})
    for page in reader.pages:
        left_out.update(_annotations(page))
    spoken = _without_edges(pages, left_out)
    scanned = [
        number
        for number, (page, rows) in enumerate(zip(reader.pages, spoken, strict=True), 1)
        if not rows and _has_picture(page)
    ]
    if scanned:
        raise _scanned(path, scanned)
    _refuse_unknown_letters(path, spoken)
    return to_reading(_paragraphs(spoken, hygiene), left_out, hygiene)


class _Faults(logging.Handler):
    """Counts what pypdf complains about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def __bool__(self) -> bool:
        return self.count > 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def _counting_faults() -> Iterator[_Faults]:
    logger, faults = logging.getLogger("pypdf"), _Faults()
    passes_on = logger.propagate
    logger.addHandler(faults)
    logger.propagate = False
    try:
        yield faults
    finally:
        logger.propagate = passes_on
        logger.removeHandler(faults)


def _refuse_cut_off(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - _END_WITHIN))
        if b"%%EOF" not in file.read():
            raise damaged(str(path), _KIND)


def _too_large(path: Path) -> InputError:
    what = "holds far more than a transcript can, and was not read."
    return InputError([Problem(str(path), what, "Save each interview as a document of its own.")])


def _scanned(path: Path, pages: Sequence[int]) -> InputError:
    named = ", ".join(map(str, pages[:_MOST_NAMED])) + (" ..." if len(pages) > _MOST_NAMED else "")
    what = f"page {named} holds only a picture of text."
    if len(pages) > 1:
        what = f"pages {named} hold only pictures of text."
    remedy = "Find the document that it was printed from, or have its text recognised (OCR) and proofread."
    return InputError([Problem(str(path), what, remedy)])


def _refuse_unknown_letters(path: Path, pages: Sequence[Sequence[_Row]]) -> None:
    signs = [sign for rows in pages for row in rows for sign in row.text if not sign.isspace()]
    if len(signs) > _ENOUGH_SIGNS and sum(map(str.isalpha, signs)) < _FEWEST_LETTERS * len(signs):
        what = "does not say which letters its signs are."
        raise InputError([Problem(str(path), what, "Save the transcript as .docx or .txt.")])


def _rows(page: Any, hygiene: Hygiene) -> list[_Row]:
    """Return the lines of a page in the order in which they were written."""
    rows: list[_Row] = []
    line: list[tuple[str, bool, float]] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        bold = bool(font) and _BOLD.search(str(font.get("/BaseFont"))) is not None
        height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        first, *others = text.split("\n")
        line.append((first, bold, height))
        for other in others:
            rows.extend(_row(line, hygiene))
            line[:] = [(other, bold, height)]

    page.extract_text(visitor_text=visit)
    return [*rows, *_row(line, hygiene)]


def _row(line: Sequence[tuple[str, bool, float]], hygiene: Hygiene) -> Iterator[_Row]:
    whole = "".join(text for text, _, _ in line).rstrip()
    if text := hygiene.clean(whole):
        begin = takewhile(lambda piece: piece[1] or not piece[0].strip(), line)
        bold = len(clean("".join(text for text, _, _ in begin)))
        height = next(height for text, _, height in line if text.strip())
        yield _Row(text + whole[-1:] * whole.endswith("\xad"), bold, height)


def _without_edges(pages: Sequence[Sequence[_Row]], left_out: Counter[str]) -> list[list[_Row]]:
    """Take off the lines at pages' edges that come back, and page numbers."""
    edges = [_edges(rows) for rows in pages]
    shapes = Counter(shape for rows in edges for shape in {_shape(row) for row in rows})
    most = len(pages) / 2
    recurring = {shape for shape, count in shapes.items() if count > max(1.0, most) and shape != "#"}
    ahead = Counter(
        ahead for number, rows in enumerate(edges, 1) for ahead in {_numbered(row, number) for row in rows}
    )
    offset = next(
        (n for n, count in ahead.most_common() if n is not None and count > most and (count > 1 or n == 0)),
        None,
    )
    kept = []
    for number, (rows, edge) in enumerate(zip(pages, edges, strict=True), 1):
        heads = [row for row in edge if _shape(row) in recurring]
        numbers = [row for row in edge if offset is not None and _numbered(row, number) == offset]
        left_out["page headers and footers"] += len(heads)
        left_out["page numbers"] += sum(row not in heads for row in numbers)
        kept.append([row for row in rows if not any(row is other for other in (*heads, *numbers))])
    return kept


def _edges(rows: Sequence[_Row]) -> list[_Row]:
    down = sorted(rows, key=lambda row: -row.height)
    return down if len(down) <= 2 * _EDGE else [*down[:_EDGE], *down[-_EDGE:]]


def _shape(row: _Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _numbered(row: _Row, page: int) -> int | None:
    """Return by how much a page number is ahead of the page's place; None if the row is none."""
    match = _PAGE_NUMBER.fullmatch(row.text)
    return int(match[1]) - page if match else None


def _paragraphs(pages: Sequence[Sequence[_Row]], hygiene: Hygiene) -> list[Line]:
    """Return the paragraphs: lines go on until there is more space, room in the line, or a new beginning."""
    rows = [row for page in pages for row in page]
    firsts = {id(page[0]) for page in pages if page}
    lengths = sorted(len(row.text) for row in rows)
    width = lengths[int(_FULL * len(lengths))] if lengths else 0
    gaps = [
        above.height - row.height
        for above, row in pairwise(rows)
        if id(row) not in firsts and len(above.text) >= _ROOM * width and above.height > row.height
    ]
    usual = median(gaps) if gaps else 0.0
    paragraphs: list[list[_Row]] = []
    for above, row in pairwise([None, *rows]):
        assert row is not None
        if above is None or _begins(above, row, width, None if id(row) in firsts else usual):
            paragraphs.append([])
        paragraphs[-1].append(row)
    return [_line(paragraph, hygiene) for paragraph in paragraphs]


def _line(rows: Sequence[_Row], hygiene: Hygiene) -> Line:
    text = clean(hygiene.join([row.text for row in rows]))
    bold = list(takewhile(_is_bold, rows))
    if not bold or len(bold) == len(rows):
        return Line(text, bold=len(text) if bold else rows[0].bold)
    return Line(text, bold=len(clean(Hygiene().join([row.text for row in bold]))))


def _is_bold(row: _Row) -> bool:
    return row.bold >= len(row.text)


def _begins(above: _Row, row: _Row, width: int, usual: float | None) -> bool:
    """Tell whether a row begins a paragraph; `usual` is the space between lines, None on a new page."""
    if above.text.endswith("\xad"):
        return False
    had_room = len(above.text) + 1 + len(row.text.split(" ", 1)[0]) < _ROOM * width
    set_off = usual is not None and above.height - row.height > _WIDER * usual
    turns_bold = row.bold == 0 if _is_bold(above) else row.bold > 0
    return had_room or set_off or turns_bold or STARTS_ANEW.match(row.text) is not None


def _annotations(page: Any) -> Iterator[str]:
    for annotation in page.get("/Annots") or ():
        mark = annotation.get_object()
        kind = mark.get("/Subtype")
        if kind == "/Widget":
            yield from ["filled form fields"] if mark.get("/V") else []
        elif kind not in _SILENT_MARKS:
            yield "annotations"


def _has_picture(page: Any) -> bool:
    contents = page.get_contents()
    return _draws_picture(page.get("/Resources"), _DEPTH) or (
        contents is not None and _INLINE.search(contents.get_data()) is not None
    )


def _draws_picture(resources: Any, depth: int) -> bool:
    drawn = resources.get_object().get("/XObject") if resources else None
    for thing in drawn.get_object().values() if drawn else ():
        item = thing.get_object()
        if item.get("/Subtype") == "/Image":
            return True
        if depth and item.get("/Subtype") == "/Form" and _draws_picture(item.get("/Resources"), depth - 1):
            return True
    return False


READER = Reader("pdf", detects, read)
