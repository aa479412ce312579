"""Write a codebook as a workbook for analysts to edit in Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from interview_coding.codebook.model import INHERITED, Code, Codebook, Theme
from interview_coding.codebook.workbook.layout import (
    CODES,
    DELIMITER,
    LEFT_OUT,
    NAMES,
    NO,
    NO_CODE,
    PARTS,
    THEMES,
    YES,
    Sheet,
    dialogue_number,
)
from interview_coding.errors import InputError, Problem
from interview_coding.files import ZIP_EPOCH, atomic, repack

_README = "Læs mig"
_RULES = {
    "Når du er færdig": "Gem filen som .xlsx, og læs den ind igen: interview-coding codebook import FIL. "
    "Så får du at vide, hvad der er ændret, og hvad der ikke kan læses.",
    "Id'er": "Ret ikke et id. Andre ark, henvisninger og beslutninger peger på det.",
    "Ny række": "Skriv den nederst. Er nr tomt, kommer rækken sidst.",
    "Ny kode": "Giv den et nyt id i arket Koder: temaets id, punktum og et navn med små bogstaver (a-z), tal "
    "og _. Skriv mindst tre ytringer til den i arket Eksempler.",
    "Slet en kode": "Skriv ja i kolonnen slettet. Kodens rækker i de andre ark forsvinder med den, men andre "
    "koders henvisninger til den skal du selv rette. Et tema forsvinder, når alle dets koder er slettet.",
    "Slet andet": "Slet hele rækken, eller tøm den, så kun kode og nr står tilbage.",
    "Rækkefølge": "Den følger nr. Skriv for eksempel 2,5 for at komme ind mellem 2 og 3.",
    "Flere i en celle": "Skriv semikolon mellem kilder og mellem synonymer.",
    "Det må du gerne": "Sortere, filtrere og flytte kolonner. Skjulte rækker læses også. Dine egne kolonner "
    "og ark læses ikke.",
    "Det kan ikke læses": "Formler og flettede celler.",
}
_WIDTHS = {"nr": 6, "id": 34, "code": 34, "instead": 34, "theme": 16, "label": 34, "short": 26, "sources": 20}
_WIDTHS |= {"synonyms": 34, "question": 20, "level": 14, "valence": 14, "deleted": 10}
_WIDTH = 60
_LAST_ROW = 1_048_576
_LONGEST = 32_767
_UNFIT = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_x[0-9A-Fa-f]{4}_")
"""What a cell cannot hold: control characters, and what Excel itself writes in their place."""

_Row = dict[str, Any]


def write_workbook(codebook: Codebook, path: Path) -> None:
    """Write a codebook as a workbook; the same codebook gives the same bytes.

    Parameters
    ----------
    codebook
        The codebook; its reference and changes are no part of the workbook.
    path
        Where the .xlsx file goes.

    Raises
    ------
    InputError
        If a text of the codebook would not come back from a cell as it is.
    """
    import openpyxl
    from openpyxl.writer.excel import ExcelWriter

    rows = _rows(codebook)
    if problems := list(_unfit(path, rows)):
        raise InputError(problems)
    workbook = openpyxl.Workbook()
    _write_readme(workbook.active, codebook, list(rows))
    for sheet, listed in rows.items():
        _write_sheet(workbook.create_sheet(sheet.name), sheet, listed)
    workbook.properties.creator = "interview-coding"
    workbook.properties.created = workbook.properties.modified = datetime(*ZIP_EPOCH)
    with atomic(path) as draft:
        ExcelWriter(workbook, ZipFile(draft, "w", ZIP_DEFLATED)).save()  # Workbook.save puts the clock in
        repack(draft)


def _rows(codebook: Codebook) -> dict[Sheet, list[_Row]]:
    codes = [(code, theme) for theme in codebook.themes for code in theme.codes]
    rows = {
        THEMES: [{"nr": number, **_theme(theme)} for number, theme in enumerate(codebook.themes, 1)],
        CODES: [{"nr": number, **_code(code, theme)} for number, (code, theme) in enumerate(codes, 1)],
    }
    for key, sheet in PARTS.items():
        rows[sheet] = [
            {"code": code.id, "nr": number, **({"text": part} if isinstance(part, str) else vars(part))}
            for code, _ in codes
            for number, part in enumerate(getattr(code, key), 1)
        ]
    rows[NO_CODE] = [{"nr": number, "text": text} for number, text in enumerate(codebook.no_code, 1)]
    targets = {row.get("instead") for sheet in PARTS.values() for row in rows[sheet]}
    if left_out := sorted(filter(None, targets - set(codebook.codes))):
        rows[LEFT_OUT] = [{"id": id} for id in left_out]
    return rows


def _theme(theme: Theme) -> _Row:
    choices = {key: NAMES[key][getattr(theme, key)] for key in INHERITED}
    return {"id": theme.id, "label": theme.label, "sources": theme.sources, **choices}


def _code(code: Code, theme: Theme) -> _Row:
    own = [key for key in INHERITED if getattr(code, key) != getattr(theme, key)]
    return {
        **{key: getattr(code, key, "") for key in CODES.headings if key not in ("nr", *INHERITED)},
        **{key: NAMES[key][getattr(code, key)] for key in own},
        **{f"dialog {number}": text for number, text in enumerate(code.dialogue, 1)},
        "deleted": NO,
    }


def _unfit(path: Path, rows: Mapping[Sheet, Sequence[_Row]]) -> Iterator[Problem]:
    """Yield a problem per text that a cell cannot hold, or not so that it comes back."""
    for sheet, listed in rows.items():
        for row in listed:
            where = f"sheet {sheet.name}, {row.get('code') or row.get('id') or row['nr']}:"
            for key, value in row.items():
                heading = sheet.headings.get(key, key)
                text = _text(value)
                if isinstance(value, tuple) and any(re.search(rf"[{DELIMITER}\n]", entry) for entry in value):
                    remedy = f"Write them without: in the workbook, {DELIMITER} stands between them."
                    what = f"{where} one of them holds a {DELIMITER} or a line break."
                    yield Problem(str(path), what, remedy, column=heading)
                elif len(text) > _LONGEST or _UNFIT.search(text):
                    remedy = f"Keep it below {_LONGEST} characters, without control characters and _x000D_."
                    yield Problem(str(path), f"{where} does not fit into a cell.", remedy, column=heading)


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{DELIMITER} ".join(value)
    return "" if value is None else str(value)


def _write_sheet(page: Any, sheet: Sheet, rows: Sequence[_Row]) -> None:
    from openpyxl.utils import get_column_letter

    headings = _headings(sheet, rows)
    for place, (key, heading) in enumerate(headings.items(), 1):
        column = page.column_dimensions[get_column_letter(place)]
        column.width = _WIDTHS.get(key, _WIDTH)
        _style(column, key != "nr")
        _write(page.cell(1, place), heading, bold=True)
        for number, row in enumerate(rows, 2):
            value = row.get(key)
            _write(page.cell(number, place), value if key == "nr" else _text(value))
        _offer(page, column.index, [YES, NO] if key == "deleted" else list(NAMES.get(key, {}).values()))
    page.freeze_panes = "C2" if sheet is CODES else "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"


def _headings(sheet: Sheet, rows: Sequence[_Row]) -> Mapping[str, str]:
    """Return the headings of a sheet, with as many for dialogue as its rows need, and deleted last."""
    further = sorted({key for row in rows for key in row if dialogue_number(key)}, key=dialogue_number)
    headings = {**sheet.headings, **{key: key for key in further}}
    return {key: headings[key] for key in sorted(headings, key="deleted".__eq__)}


def _offer(page: Any, letter: str, options: Sequence[str]) -> None:
    """Let a column's cells hold one of some options, if there are any, or nothing."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if options:
        choice = DataValidation("list", formula1=f'"{",".join(options)}"', allow_blank=True)
        choice.showErrorMessage, choice.error = True, f"Vælg {', '.join(options[:-1])} eller {options[-1]}."
        choice.add(f"{letter}2:{letter}{_LAST_ROW}")
        page.add_data_validation(choice)


def _write(cell: Any, value: str | int | None, bold: bool = False) -> None:
    """Write a cell; a text stays a text, whatever it begins with."""
    _style(cell, isinstance(value, str), bold)
    if value not in ("", None):
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else "n"


def _style(place: Any, is_text: bool, bold: bool = False) -> None:
    """Give a cell, or a column for the cells to come, its looks."""
    from openpyxl.styles import Alignment, Font

    place.alignment = Alignment(wrap_text=True, vertical="top")
    place.number_format = "@" if is_text else "General"
    place.font = Font(name="Calibri", size=11, bold=bold)


def _write_readme(page: Any, codebook: Codebook, sheets: Sequence[Sheet]) -> None:
    page.title = _README
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 22, 100
    name = ", ".join(filter(None, ["Kodebog", codebook.version and f"version {codebook.version}"]))
    parts = {
        (name, codebook.title): {},
        ("Ark", "Hvad der står i det"): {sheet.name: sheet.about for sheet in sheets},
        ("Sådan gør du", ""): _RULES,
    }
    lines = [(cells, cells is head) for head, below in parts.items() for cells in (head, *below.items())]
    for number, (cells, bold) in enumerate(lines, 1):
        for place, text in enumerate(cells, 1):
            _write(page.cell(number, place), text, bold)
