"""Read the cells of a sheet that people keep: .csv from anywhere, or .xlsx."""

from __future__ import annotations

import csv
import datetime
import io
import warnings
from contextlib import closing
from pathlib import Path

from interview_coding.encoding import decode
from interview_coding.errors import InputError, Problem

Rows = list[tuple[int, list[str]]]


def read_cells(path: Path) -> tuple[list[str], Rows]:
    """Read a sheet's cells as text.

    Parameters
    ----------
    path
        A .csv file (comma, semicolon or tab; UTF-8 with or without BOM, UTF-16 or Windows-1252), or an
        .xlsx workbook, whose first sheet counts.

    Returns
    -------
    header
        The column names in lower case, from the first row that is not empty.
    rows
        The other rows that are not empty, each with its number as Excel shows it: counted from 1, empty
        rows too, a row with line breaks in its cells once.

    Raises
    ------
    InputError
        If the file cannot be read. A quotation mark left open would swallow rows; that is an error too.
    """
    header, rows, fault = read_cells_to_fault(path)
    if fault:
        raise InputError([fault])
    return header, rows


def read_cells_to_fault(path: Path) -> tuple[list[str], Rows, Problem | None]:
    """Read a sheet's cells as far as they can be read, as `read_cells` does.

    Returns
    -------
    header, rows
        As `read_cells` gives them, from the rows before the fault.
    fault
        What is wrong with the row at which reading stopped; None if all was read.
    """
    rows, fault = _xlsx_rows(path) if path.suffix.lower() == ".xlsx" else _csv_rows(path)
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        return [], [], fault
    return [name.lower() for name in filled[0][1]], filled[1:], fault


def delimiter_of(text: str) -> str:
    """Return the character that parts the cells of a .csv file, judged by its first row."""
    return max(",;\t", key=text.lstrip("\n ").partition("\n")[0].count)


def _csv_rows(path: Path) -> tuple[Rows, Problem | None]:
    text = decode(path.read_bytes(), str(path))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    rows: Rows = []
    try:
        for number, cells in enumerate(reader, 1):
            rows.append((number, [cell.strip() for cell in cells]))
    except csv.Error:
        what = "has a quotation mark that is not closed, or stands inside a quoted cell."
        remedy = "Close it; inside a quoted cell, write it twice."
        return rows, Problem(str(path), what, remedy, len(rows) + 1)
    return rows, None


def _xlsx_rows(path: Path) -> tuple[Rows, Problem | None]:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as workbook:
                sheet = workbook.worksheets[0]
                sheet.reset_dimensions()
                values = list(sheet.iter_rows(values_only=True))
    except Exception as error:
        remedy = "Close it in Excel, or save it anew there as .xlsx, without a password."
        raise InputError([Problem(str(path), "cannot be read as a workbook.", remedy)]) from error
    return [(number, [_cell_text(cell) for cell in row]) for number, row in enumerate(values, 1)], None


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
