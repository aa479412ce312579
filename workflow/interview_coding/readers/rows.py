"""Workbooks (.xlsx) and .csv files with a row per turn."""

from __future__ import annotations

import csv
import datetime
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from interview_coding.cells import delimiter_of
from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading, read_text, starts_as_text
from interview_coding.readers.columns import (
    Row,
    has_headings,
    is_conversation,
    lines_from_rows,
    without_remarks,
)
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import Package, damaged, names_in, open_package
from interview_coding.readers.stretches import to_reading
from interview_coding.text import Line, count_words

_WORKBOOK = "workbook"
_MOST_CELLS = 1_000_000
_MOST_BYTES = 40_000_000
_FEWEST_ROWS = 3
_MOST_ROWS = 100_000
_SAMPLE = 1_000
"""How many rows show whether a text is a table."""

_SEPARATOR = re.compile(r"sep=(.)(?:\n|$)")
"""The first line by which a file tells Excel its delimiter."""

Texts = list[list[str]]
"""The cells of a table as text, row by row."""


def detects_workbook(path: Path, head: bytes) -> bool:
    """Take zip packages that hold a workbook."""
    return "xl/workbook.xml" in names_in(path, head)


def read_workbook(path: Path) -> Reading:
    """Read the sheet of a workbook that holds the conversation.

    Of formulas the values count that Excel saved. Rows, columns and sheets that are hidden are left out
    and counted, as are comments and the other sheets.

    Raises
    ------
    InputError
        If it is damaged, locked, larger than a transcript can be, or no sheet is a conversation.
    """
    import openpyxl

    with open_package(path, _WORKBOOK) as package:
        left_out = _not_in_cells(package)
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore", UserWarning)
            workbook = openpyxl.load_workbook(file, data_only=True)
    except Exception as error:
        raise damaged(str(path), _WORKBOOK) from error
    if any(sheet.max_row * sheet.max_column > _MOST_CELLS for sheet in workbook.worksheets):
        raise _too_large(str(path))
    shown = [_texts(sheet, left_out) for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    hidden = [_texts(sheet, Counter()) for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    filled = [table for table in shown if any(map(any, table))]
    left_out["hidden sheets"] = sum(any(map(any, table)) for table in hidden)
    left_out["other sheets"] = max(0, len(filled) - 1)
    return _reading(path, max(filled, key=_worth, default=[]), left_out)


def _not_in_cells(package: Package) -> Counter[str]:
    """Count what a workbook shows that is not among the values of its cells."""
    left_out: Counter[str] = Counter()
    size = 0
    for name in package.names:
        if name.startswith(("xl/worksheets/", "xl/drawings/", "xl/sharedStrings")) and name.endswith(".xml"):
            data = package.read(name)
            size += len(data)
            left_out["drawings with text"] += name.startswith("xl/drawings/") and b"<a:t>" in data
            if b"<f" in data:
                formulas = package.parse(name).iter("{*}f")
                left_out["formulas without a saved value"] += sum(map(_has_no_value, formulas))
    if size > _MOST_BYTES:
        raise _too_large(package.file)
    return left_out


def _has_no_value(formula: Any) -> bool:
    return not formula.getparent().findtext("{*}v")


def _too_large(file: str) -> InputError:
    what = "has far more cells than a transcript can have."
    return InputError([Problem(file, what, "Copy the conversation into a new file.")])


def _texts(sheet: Any, left_out: Counter[str]) -> Texts:
    """Return the cells of a sheet as text; what is hidden or commented is counted."""
    hidden = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min, dimension.max + 1)
    }
    columns: set[int] = set()
    table = []
    for number, row in enumerate(sheet.iter_rows(), sheet.min_row):
        left_out["comments"] += sum(cell.comment is not None for cell in row)
        texts = [_text(cell.value) for cell in row]
        if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden:
            left_out["hidden rows"] += any(texts)
            continue
        columns |= {cell.column for cell, text in zip(row, texts, strict=True) if text} & hidden
        table.append(["" if cell.column in hidden else text for cell, text in zip(row, texts, strict=True)])
    left_out["hidden columns"] += len(columns)
    return table


def _text(value: object) -> str:
    """Return a cell's value as text; a time of day or a duration as a clock shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime.timedelta):
        minutes, second = divmod(value.total_seconds(), 60)
        return f"{int(minutes) // 60}:{int(minutes) % 60:02}:{int(second):02}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def detects_table(path: Path, head: bytes) -> bool:
    """Take text whose first row heads a table of speech, or whose rows all have a speaker's cell."""
    first = re.split(r"[\r\n]", starts_as_text(head).lstrip(), maxsplit=1)[0].strip()
    if _SEPARATOR.fullmatch(first):
        return True
    delimiter = delimiter_of(first)
    if delimiter not in first:
        return False
    heading = [cell.strip(' "') for cell in first.split(delimiter)]
    return has_headings(heading) or (delimiter != "," and _is_table(path))


def read_table(path: Path) -> Reading:
    """Read a .csv file, parted by commas, semicolons or tabs.

    Raises
    ------
    InputError
        If it is no text, a quotation mark is left open, or no column is of speech.
    """
    text, notes = read_text(path)
    with _long_cells():
        try:
            table = _parted(text)
        except csv.Error as error:
            what = "has a quotation mark that is not closed, or stands inside a quoted cell."
            remedy = "Close it; inside a quoted cell, write it twice."
            raise InputError([Problem(str(path), what, remedy)]) from error
    reading = _reading(path, table, Counter())
    return Reading(reading.lines, (*notes, *reading.notes), reading.evened)


def _is_table(path: Path) -> bool:
    try:
        text, _ = read_text(path)
        with _long_cells():
            table = [row for row in _parted(text) if any(row)][:_SAMPLE]
    except (InputError, csv.Error):
        return False
    is_even = len(table) >= _FEWEST_ROWS and len({len(row) for row in table}) == 1
    return is_even and is_conversation(_cells(table, Hygiene()))


def _parted(text: str) -> Texts:
    """Return the cells of a text by the delimiter that it names, or that its first row shows."""
    named = _SEPARATOR.match(text)
    body = text[named.end() :] if named else text
    delimiter = named[1] if named else delimiter_of(body)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    return [[cell.strip() for cell in row] for row in reader]


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let csv read cells of any length: a turn may be longer than its limit."""
    before = csv.field_size_limit(_MOST_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _reading(path: Path, table: Texts, left_out: Counter[str]) -> Reading:
    if len(table) > _MOST_ROWS:
        raise _too_large(str(path))
    hygiene = Hygiene()
    rows, remarks = without_remarks(_cells(table, hygiene))
    left_out["cells of codes or comments"] = remarks
    used = {column for row in rows for column, cell in enumerate(row) if cell}
    is_said = is_conversation(rows)
    if len(used) > 1 and not is_said:
        what = "has no column of which it is clear that it holds what was said."
        remedy = "Head the columns with Taler and Tekst (and Tid), and give every turn a row."
        raise InputError([Problem(str(path), what, remedy)])
    lines = list(lines_from_rows(rows))
    if is_said and all(line.speaker is None for line in lines):
        lines = [replace(line, cue=True) for line in lines]
    return to_reading(lines, left_out, hygiene)


def _cells(table: Texts, hygiene: Hygiene) -> list[Row]:
    return [[_lines(cell, hygiene) for cell in row] for row in table]


def _lines(cell: str, hygiene: Hygiene) -> list[Line]:
    texts = map(hygiene.clean, cell.split("\n"))
    return [Line(text) for text in texts if text]


def _worth(table: Texts) -> tuple[bool, int]:
    """Order sheets: conversations first, then by the words in them."""
    words = sum(count_words(cell) for row in table for cell in row)
    return is_conversation(_cells(table, Hygiene())), words


WORKBOOK = Reader("xlsx", detects_workbook, read_workbook)
TABLE = Reader("csv", detects_table, read_table)
