"""Read the rows of a workbook's sheets, with what Excel and its users did to them set right or noted."""

from __future__ import annotations

import math
import re
import unicodedata
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from interview_coding.codebook.workbook.layout import CODES, LEFT_OUT, SHEETS, Sheet, dialogue_number
from interview_coding.errors import InputError, Problem

_NOTHING = {"code", "nr", "deleted"}
"""A row that has nothing besides these says nothing."""
_WRITE_ANEW = "Format the cell as text and write it anew."


@dataclass(frozen=True)
class Row:
    """A row: its number as Excel shows it, and its cells that are not empty, by the keys of their columns."""

    sheet: Sheet
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    def pick(self, *keys: str) -> dict[str, str]:
        """Return those of some cells that are not empty."""
        return {key: self.cells[key] for key in keys if key in self.cells}


class Notes:
    """What is wrong with a workbook: a problem per place, the first that is found."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._problems: dict[tuple[int, int, str], Problem] = {}

    def add(self, sheet: Sheet, what: str, remedy: str, row: int | None = None, key: str = "") -> None:
        """Note a problem of a sheet, at a row and at the column with a key."""
        heading = sheet.headings.get(key, key)
        problem = Problem(str(self.path), f"sheet {sheet.name}: {what}", remedy, row, heading or None)
        self._problems.setdefault((SHEETS.index(sheet), row or 0, heading), problem)

    def add_to(self, row: Row, what: str, remedy: str, key: str = "") -> None:
        """Note a problem of a row, at the column with a key."""
        self.add(row.sheet, what, remedy, row.number, key)

    def stop(self) -> None:
        """Raise an InputError with all that was noted, if anything was."""
        if self._problems:
            raise InputError(self._problems[place] for place in sorted(self._problems))


def read_rows(notes: Notes) -> dict[Sheet, list[Row]]:
    """Return the rows of every sheet that say anything, in the order of their numbers.

    Raises
    ------
    InputError
        If the workbook cannot be read, or lacks a sheet or column.
    """
    tables = _open(notes.path)
    rows: dict[Sheet, list[Row]] = {sheet: [] for sheet in SHEETS}
    whole = True
    for sheet in SHEETS:
        if table := tables.get(sheet):
            columns = _columns(sheet, table, notes)
            whole &= set(columns.values()) >= set(sheet.headings)
            rows[sheet] = [*_filled(sheet, table, columns, notes)]
            rows[sheet].sort(key=lambda row: _place(row, notes))
        elif sheet is not LEFT_OUT:
            whole = False
            notes.add(sheet, "is missing.", "Give it its name back, or export the codebook anew.")
    if not whole:
        notes.stop()
    return rows


@dataclass(frozen=True)
class _Table:
    """A sheet as Excel saved it: its rows that hold anything, by number, and the bounds of merged cells."""

    rows: Sequence[tuple[int, Sequence[Any]]]
    merged: Sequence[tuple[int, int, int, int]]


def _open(path: Path) -> dict[Sheet, _Table]:
    """Return the sheets that we know, whatever the case and spaces of their names."""
    import openpyxl

    if not path.is_file():
        raise InputError([Problem(str(path), "is not there, or is a folder.", "Give the workbook's file.")])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            with closing(openpyxl.load_workbook(path, read_only=True)) as workbook:
                pages = {_plain(page.title): page for page in reversed(workbook.worksheets)}
                named = ((sheet, pages.get(_plain(sheet.name))) for sheet in SHEETS)
                return {sheet: _table(page) for sheet, page in named if page is not None}
    except Exception as error:
        remedy = "Close it in Excel, or save it anew there as .xlsx, without a password."
        raise InputError([Problem(str(path), "cannot be read as a workbook.", remedy)]) from error


def _table(page: Any) -> _Table:
    from openpyxl.utils import range_boundaries

    page.reset_dimensions()
    numbered = enumerate(page.iter_rows(), 1)
    rows = [(number, cells) for number, cells in numbered if any(_clean(cell.value) for cell in cells)]
    with page._get_source() as source:  # openpyxl itself tells what is merged only where it edits a workbook
        merged = re.findall(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"', source.read())
    return _Table(rows, [range_boundaries(cells.decode()) for cells in merged])


def _columns(sheet: Sheet, table: _Table, notes: Notes) -> dict[int, str]:
    """Return the keys of the columns by their places, from the first row that is not empty."""
    keys = {heading: key for key, heading in sheet.headings.items()}
    columns: dict[int, str] = {}
    for number, cells in table.rows[:1]:
        for place, cell in enumerate(cells):
            heading = _plain(cell.value)
            further = heading if sheet is CODES and dialogue_number(heading) else ""
            key = keys.get(heading, further)
            if key and key in columns.values():
                notes.add(sheet, "stands twice.", "Keep one of the columns.", number, key)
            elif key:
                columns[place] = key
    for key in sheet.headings:
        if key not in columns.values():
            notes.add(sheet, "is missing.", "Put the column back, with its heading.", key=key)
    return columns


def _filled(sheet: Sheet, table: _Table, columns: Mapping[int, str], notes: Notes) -> Iterator[Row]:
    for left, top, right, _ in table.merged:
        if within := [columns[place] for place in range(left - 1, right) if place in columns]:
            what = "is merged with other cells, of which only the first holds anything."
            notes.add(sheet, what, "Unmerge them and fill in each.", top, within[0])
    for number, cells in table.rows[1:]:
        known = {key: cells[place] for place, key in columns.items() if place < len(cells)}
        texts = {key: _clean(cell.value) for key, cell in known.items()}
        if any(texts[key] for key in texts if key not in _NOTHING):
            for key, cell in known.items():
                if what := _no_text(cell, key):
                    notes.add(sheet, what, _WRITE_ANEW, number, key)
            yield Row(sheet, number, {key: text for key, text in texts.items() if text})


def _no_text(cell: Any, key: str) -> str:
    """Return what a cell holds that is no text, if so."""
    value = cell.value
    if cell.data_type == "f":
        return "holds a formula."
    if cell.data_type == "e":
        return f"holds the error {value}."
    if isinstance(value, (date, time, timedelta)):
        return f"holds a date or time, {value}."
    if isinstance(value, bool) and key != "deleted":
        return f"holds {'SAND' if value else 'FALSK'} as Excel counts with it."
    return ""


def _place(row: Row, notes: Notes) -> tuple[bool, float]:
    """Return what sorts rows by their numbers; those without one come last, as they stand."""
    try:
        place = float(row["nr"].replace(",", ".") or "inf")
    except ValueError:
        place = math.nan
    if math.isnan(place):
        notes.add_to(row, f"{row['nr']!r} is no number.", "Write a number, or leave the cell empty.", "nr")
    return (False, place) if math.isfinite(place) else (True, 0)


def _plain(value: object) -> str:
    """Return a name without what people change unawares: case, spaces, the make-up of letters."""
    return " ".join(unicodedata.normalize("NFC", _clean(value)).split()).casefold()


def _clean(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n").strip()
