"""Read back a workbook that was exported and edited, and check it."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview_coding.codebook.model import Theme
from interview_coding.codebook.workbook.layout import (
    CODES,
    DELIMITER,
    LEFT_OUT,
    LISTS,
    NAMES,
    NO_CODE,
    PARTS,
    THEMES,
    Sheet,
    dialogue_number,
)
from interview_coding.codebook.workbook.rows import Notes, Row, read_rows
from interview_coding.indicators import PatternError, parse
from interview_coding.schemas import Fault, faults

_YES = {"ja", "x", "1", "true", "sand"}
_NO = {"nej", "0", "", "false", "falsk"}
_FOR_YAML = re.compile(r", in quotation marks( if it holds a colon)?")
_SOURCES = f"Write sections and tables of the review, with {DELIMITER} between them."


@dataclass(frozen=True)
class WorkbookContent:
    """What a workbook says.

    Parameters
    ----------
    themes
        The themes and their codes, in the order of their numbers.
    no_code
        Ordinary talk that carries no code.
    deleted
        The ids of the codes that are marked as deleted.
    """

    themes: tuple[Theme, ...]
    no_code: tuple[str, ...]
    deleted: tuple[str, ...] = ()


def read_workbook(path: Path) -> WorkbookContent:
    """Read and check a workbook that `write_workbook` wrote and people edited.

    Rows may have been sorted, filtered or hidden, columns and sheets moved; further ones are ignored. Rows
    follow their numbers, and those without a number come last. A row in which nothing but code and number
    is left is taken as deleted. A code marked as deleted is left out with its rows in all sheets; a theme
    goes with the last of its codes.

    Parameters
    ----------
    path
        An .xlsx file.

    Raises
    ------
    InputError
        With every problem of the workbook, by sheet, row and column.
    """
    notes = Notes(path)
    rows = read_rows(notes)
    no_code = list(_no_code(rows[NO_CODE], notes))
    codes, deleted = _codes(rows, notes)
    themes = list(_themes(rows[THEMES], codes, deleted, notes))
    if not themes:
        notes.add(CODES, "holds no code.", "Export the codebook anew; a codebook has a code at least.")
    notes.stop()
    return WorkbookContent(tuple(map(Theme.of, themes)), tuple(no_code), tuple(deleted))


@dataclass(frozen=True)
class _Code:
    """The row of a code, and its rows in the other sheets by the keys of `PARTS`."""

    row: Row
    parts: Mapping[str, Sequence[Row]]

    @property
    def theme(self) -> str:
        return _theme(self.row["id"])

    @property
    def dialogue(self) -> list[str]:
        """The keys of the cells with questions for dialogue."""
        return sorted(filter(dialogue_number, self.row.cells), key=dialogue_number)

    def place(self, path: Sequence[str | int]) -> tuple[Row, str]:
        """Return row and column of what stands at a path of keys and indices in its values."""
        key, *rest = path
        if key == "dialogue":
            return self.row, self.dialogue[int(rest[0])] if rest else "dialog 1"
        if key in PARTS and rest:
            return self.parts[str(key)][int(rest[0])], str(rest[1]) if rest[1:] else PARTS[str(key)].main
        return self.row, "" if key in PARTS else str(key)


def _theme(code: str) -> str:
    return code.partition(".")[0]


def _no_code(rows: Iterable[Row], notes: Notes) -> Iterator[str]:
    kept = _distinct(rows, notes)
    for fault in faults("no-code", [row["text"] for row in kept]):
        notes.add_to(kept[int(fault.path[0])], fault.what, _FOR_YAML.sub("", fault.remedy), "text")
    return (row["text"] for row in kept)


def _codes(rows: Mapping[Sheet, Sequence[Row]], notes: Notes) -> tuple[list[_Code], list[str]]:
    """Return the codes that are kept, and the ids of those that are deleted."""
    listed = _by_id(rows[CODES], notes)
    deleted = [id for id, row in listed.items() if _is_deleted(row, notes)]
    parts: dict[str, dict[str, list[Row]]] = {id: defaultdict(list) for id in listed}
    targets = {id for id in listed if id not in deleted} | {row["id"] for row in rows[LEFT_OUT]}
    for key, sheet in PARTS.items():
        for row in rows[sheet]:
            if row["code"] in listed:
                parts[row["code"]][key].append(row)
            elif row["code"]:
                remedy = _meant(row["code"], listed, "Write an id of the sheet Koder, or delete the row.")
                notes.add_to(row, f"there is no code {row['code']}.", remedy, "code")
            else:
                notes.add_to(row, "is empty.", "Write the id of a code in every row.", "code")
            if row["instead"] and row["instead"] not in targets and row["code"] not in deleted:
                gone = row["instead"] in deleted
                what = f"{row['instead']} is deleted." if gone else f"there is no code {row['instead']}."
                remedy = _meant(row["instead"], targets, "Write the id of a code, or leave the cell empty.")
                notes.add_to(row, what, remedy, "instead")
    for id in listed:
        for key in ("exemplars", "indicators"):
            if id not in deleted:
                parts[id][key] = _distinct(parts[id][key], notes)
    return [_Code(row, parts[id]) for id, row in listed.items() if id not in deleted], deleted


def _themes(
    rows: Iterable[Row], codes: Sequence[_Code], deleted: Sequence[str], notes: Notes
) -> Iterator[dict[str, Any]]:
    """Yield the themes that have codes left, as their schema wants them."""
    themes = _by_id(rows, notes)
    for code in codes:
        _check_theme(code, themes, notes)
    for name, row in themes.items():
        of_theme = [code for code in codes if code.theme == name]
        if of_theme:
            values = {**_values(row, notes), "codes": [_code_values(code, notes) for code in of_theme]}
            for fault in faults("codebook", values):
                _note_fault(fault, row, of_theme, notes)
            yield values
        elif name not in map(_theme, deleted):
            remedy = "Add one in the sheet Koder, or delete the row."
            notes.add_to(row, f"the theme {name} has no code.", remedy, "id")
    for row in (row for code in codes for row in code.parts["indicators"]):
        try:
            parse(row["text"])
        except PatternError as error:
            notes.add_to(row, f"{row['text']!r} is no pattern:", str(error), "text")


def _check_theme(code: _Code, themes: Iterable[str], notes: Notes) -> None:
    id, theme = code.row["id"], code.row["theme"]
    if theme and theme != code.theme:
        what, remedy = (
            f"{id} is not of the theme {theme}.",
            f"Write {code.theme}, or begin the id with {theme}.",
        )
        notes.add_to(code.row, what, remedy, "theme")
    elif code.theme not in themes:
        remedy = _meant(code.theme, themes, "Write the id of a theme, or add it to the sheet Temaer.")
        notes.add_to(code.row, f"there is no theme {code.theme}.", remedy, "theme" if theme else "id")


def _note_fault(fault: Fault, theme: Row, codes: Sequence[_Code], notes: Notes) -> None:
    what, remedy = fault.what, _FOR_YAML.sub("", fault.remedy)
    row, key = theme, str(fault.path[0])
    if key == "codes":
        row, key = codes[int(fault.path[1])].place(fault.path[2:])
    if not key:
        what = f"{row['id']} has too few rows in the sheet {PARTS[str(fault.path[2])].name}."
    notes.add_to(row, what, _SOURCES if key == "sources" else remedy, key)


def _by_id(rows: Iterable[Row], notes: Notes) -> dict[str, Row]:
    rows = list(rows)
    for row in rows:
        if not row["id"]:
            notes.add_to(row, "is empty.", "Write the id in every row.", "id")
    return {row["id"]: row for row in _distinct((row for row in rows if row["id"]), notes, "id")}


def _distinct(rows: Iterable[Row], notes: Notes, key: str = "text") -> list[Row]:
    """Return rows without those that hold the same as one before in a column; these are noted."""
    first: dict[str, Row] = {}
    for row in rows:
        if first.setdefault(row[key], row) is not row:
            what = f"{row[key]!r} stands in row {first[row[key]].number} already."
            notes.add_to(row, what, "Keep one, or write another.", key)
    return list(first.values())


def _is_deleted(row: Row, notes: Notes) -> bool:
    mark = row["deleted"].casefold()
    if mark not in _YES | _NO:
        notes.add_to(row, f"{row['deleted']!r} is neither ja nor nej.", "Write ja or nej.", "deleted")
    return mark in _YES


def _values(row: Row, notes: Notes) -> dict[str, Any]:
    """Return what a row of themes or codes holds, but for dialogue."""
    values: dict[str, Any] = {**row.pick("id", "label", "short", "definition", "use")}
    for key, text in row.pick(*LISTS).items():
        values[key] = list(filter(None, map(str.strip, re.split(rf"[{DELIMITER}\n]", text))))
    for key, text in row.pick(*NAMES).items():
        ids = {word.casefold(): id for id, name in NAMES[key].items() for word in (id, name)}
        values[key] = ids.get(text.casefold(), text)
        if text.casefold() not in ids:
            remedy = f"Write one of {', '.join(NAMES[key].values())}."
            notes.add_to(row, f"{text!r} is not one of the values allowed.", remedy, key)
    return values


def _code_values(code: _Code, notes: Notes) -> dict[str, Any]:
    values = {**_values(code.row, notes), "dialogue": [code.row[key] for key in code.dialogue]}
    for key, rows in code.parts.items():
        pairs = "instead" in PARTS[key].headings
        values[key] = [row.pick("when", "text", "instead") if pairs else row["text"] for row in rows]
    return {key: value for key, value in values.items() if value}


def _meant(name: str, known: Iterable[str], remedy: str) -> str:
    close = difflib.get_close_matches(name, list(known), 1)
    return f"Did you mean {close[0]}? {remedy}" if close else remedy
