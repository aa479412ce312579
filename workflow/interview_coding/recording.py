"""Append decisions to a coder's file: what stands there is never rewritten."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from interview_coding.cells import delimiter_of, read_cells_to_fault
from interview_coding.decisions import COLUMNS, Decision
from interview_coding.encoding import decode, encoding_of
from interview_coding.errors import InputError, Problem
from interview_coding.files import write_text


def append_decisions(file: Path, decisions: Iterable[Decision]) -> None:
    """Append decisions to a file, in its own columns, delimiter and encoding; make it when missing.

    Parameters
    ----------
    file
        ``codings/<coder>/<interview_id>.csv``.
    decisions
        The rows, in order.

    Raises
    ------
    InputError
        If the file is damaged, so that a row behind the damage would not be read, or cannot hold a
        character. Nothing is written then.
    """
    if not file.is_file() or not file.read_bytes().strip():
        write_text(file, ",".join(COLUMNS) + "\n")
    header, _, fault = read_cells_to_fault(file)
    if fault:
        raise InputError([fault])
    data = file.read_bytes()
    text = decode(data, str(file))
    rows = io.StringIO()
    writer = csv.writer(rows, delimiter=delimiter_of(text), lineterminator="\n")
    writer.writerows([_cell(asdict(decision).get(name)) for name in header] for decision in decisions)
    begin = "" if text.endswith("\n") else "\n"
    try:
        addition = (begin + rows.getvalue()).encode(encoding_of(data))
    except UnicodeEncodeError as error:
        what = f"cannot hold the character {error.object[error.start]!r} in its encoding."
        raise InputError([Problem(str(file), what, "Save it anew as CSV UTF-8.")]) from None
    with file.open("ab") as target:
        target.write(addition)
        target.flush()
        os.fsync(target.fileno())


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
