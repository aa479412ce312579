"""Read the cells of a sheet that people keep: .csv from anywhere, or .xlsx."""

from __future__ import annotations

import csv
import datetime
import io
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
        The other rows that are not empty, each with its number in the file (counted from 1).

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    rows = _xlsx_rows(path) if path.suffix.lower() == ".xlsx" else _csv_rows(path)
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        return [], []
    return [name.lower() for name in filled[0][1]], filled[1:]


def _csv_rows(path: Path) -> Rows:
    text = decode(path.read_bytes(), str(path))
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [[cell.strip() for cell in cells] for cells in reader]
    return list(enumerate(rows, 1))


def _xlsx_rows(path: Path) -> Rows:
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        values = list(workbook.worksheets[0].iter_rows(values_only=True))
        workbook.close()
    except Exception as error:
        remedy = "Open it in Excel and save it anew as .xlsx, without a password."
        raise InputError([Problem(str(path), "cannot be read as a workbook.", remedy)]) from error
    return [(number, [_cell_text(cell) for cell in row]) for number, row in enumerate(values, 1)]


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
