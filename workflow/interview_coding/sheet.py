"""The sample sheet of a project: which interviews there are, and what is known of each."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from interview_coding.cells import Rows, read_cells
from interview_coding.errors import InputError, Problem
from interview_coding.schemas import faults, schema

SHEET_NAMES = ("interviews.csv", "interviews.xlsx")
TRANSCRIPT_ENDINGS = frozenset(".docx .doc .odt .rtf .txt .md .pdf .vtt .srt .json .html .htm".split())
"""Endings by which a file in the project is taken for a transcript that the sheet ought to list."""


@dataclass(frozen=True)
class Interview:
    """One row of the sheet.

    Parameters
    ----------
    interview_id, partnership, wave, date, role, sector
        As in the sheet; optional cells that are empty are "".
    file
        The transcript, ready to open.
    interviewers
        Speaker labels that the sheet says are interviewers'.
    attributes
        Further columns, carried along.
    row
        Row of the sheet, the header being row 1.
    """

    interview_id: str
    file: Path
    partnership: str
    wave: int
    date: str = ""
    role: str = ""
    sector: str = ""
    interviewers: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    row: int = 0


@dataclass(frozen=True)
class Sheet:
    """The interviews of a project in the order of the sheet, and where they were read from."""

    path: Path
    interviews: tuple[Interview, ...]

    def partnerships(self) -> list[str]:
        """Return the partnerships, sorted."""
        return sorted({interview.partnership for interview in self.interviews})

    def waves(self, partnership: str) -> list[int]:
        """Return the waves in which `partnership` was interviewed, sorted."""
        return sorted({i.wave for i in self.interviews if i.partnership == partnership})

    def batch(self, partnership: str, wave: int) -> list[Interview]:
        """Return the interviews of one partnership in one wave, in the order of the sheet."""
        return [i for i in self.interviews if (i.partnership, i.wave) == (partnership, wave)]

    def unlisted(self) -> list[Path]:
        """Return the transcripts that lie beside the listed ones but stand in no row, sorted."""
        listed = {interview.file.resolve() for interview in self.interviews}
        folders = {interview.file.parent for interview in self.interviews}
        found = (path for folder in folders for path in folder.iterdir())
        return sorted(p for p in found if is_transcript(p) and p.resolve() not in listed)


def is_transcript(path: Path) -> bool:
    """Tell whether a file looks, by its name, like a transcript (Word's lock files do not)."""
    hidden = path.name.startswith(("~$", "."))
    return path.suffix.lower() in TRANSCRIPT_ENDINGS and not hidden and path.is_file()


def find_sheet(project: Path) -> Path:
    """Return the project's sheet.

    Raises
    ------
    InputError
        If the folder holds none, or two.
    """
    found = [project / name for name in SHEET_NAMES if (project / name).is_file()]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            [Problem(str(project), "holds both interviews.csv and interviews.xlsx.", "Keep one.")]
        )
    remedy = "Set `project` to the right folder, or draft a sheet: interview-coding new FOLDER."
    raise InputError([Problem(str(project), "holds no interviews.csv or interviews.xlsx.", remedy)])


def read_sheet(path: Path) -> Sheet:
    """Read and check a sample sheet.

    Parameters
    ----------
    path
        A .csv or .xlsx file, as `read_cells` takes it.

    Raises
    ------
    InputError
        With every problem of the sheet: unreadable, a missing column, a cell that does not fit, an
        id or file given twice, a transcript that is not there.
    """
    header, rows = read_cells(path)
    if problems := _header_problems(path, header):
        raise InputError(problems)
    interviews = []
    for number, cells in rows:
        row = {name: cell for name, cell in zip(header, cells, strict=False) if name and cell}
        overflow = [cell for cell in cells[len(header) :] if cell]
        found = list(_row_problems(path, number, row, overflow))
        problems.extend(found)
        if not found:
            interviews.append(_interview(path, number, row))
    problems.extend(_twice(path, rows, header, "interview_id"))
    problems.extend(_twice(path, rows, header, "file"))
    if not rows:
        problems.append(Problem(str(path), "lists no interview.", "Add a row per transcript."))
    if problems:
        raise InputError(sorted(problems, key=lambda p: (p.row or 0, p.column or "")))
    return Sheet(path, tuple(interviews))


def _header_problems(path: Path, header: Sequence[str]) -> list[Problem]:
    rules = schema("interviews")
    problems = []
    for name in rules["required"]:
        if name not in header:
            close = difflib.get_close_matches(name, header, 1, 0.7)
            hint = f"Rename the column {close[0]} to {name}." if close else "Add the column."
            remedy = f"{hint} {rules['properties'][name]['description']}"
            problems.append(Problem(str(path), f"has no column {name}.", remedy, row=1))
    for name, count in Counter(filter(None, header)).items():
        if count > 1:
            remedy = "Keep one of them."
            problems.append(Problem(str(path), f"has the column {name} {count} times.", remedy, 1))
    return problems


def _row_problems(
    path: Path, number: int, row: Mapping[str, str], overflow: Sequence[str]
) -> Iterable[Problem]:
    for fault in faults("interviews", dict(row)):
        yield Problem(str(path), fault.what, fault.remedy, number, str(fault.path[0]))
    if overflow:
        remedy = "Put quotation marks around cells that hold the delimiter."
        yield Problem(str(path), "has more cells than the header.", remedy, number)
    if file := row.get("file"):
        transcript = path.parent / file.replace("\\", "/")
        if not transcript.is_file():
            yield Problem(str(path), f"{file} does not exist.", _nearest(transcript), number, "file")


def _nearest(transcript: Path) -> str:
    remedy = "Put the file there, or take the row off the sheet."
    if transcript.parent.is_dir():
        names = [p.name for p in transcript.parent.iterdir() if p.is_file()]
        if close := difflib.get_close_matches(transcript.name, names, 1):
            remedy = f"Did you mean {close[0]}? {remedy}"
    return remedy


def _twice(path: Path, rows: Rows, header: Sequence[str], column: str) -> Iterable[Problem]:
    where = header.index(column)
    seen: dict[str, int] = {}
    for number, cells in rows:
        value = cells[where] if where < len(cells) else ""
        if value and value in seen:
            what = f"{value} stands in row {seen[value]} already."
            remedy = "Give every interview an id and a file of its own, or take one row off."
            yield Problem(str(path), what, remedy, number, column)
        seen.setdefault(value, number)


def _interview(path: Path, number: int, row: Mapping[str, str]) -> Interview:
    known = schema("interviews")["properties"]
    return Interview(
        interview_id=row["interview_id"],
        file=path.parent / row["file"].replace("\\", "/"),
        partnership=row["partnership"],
        wave=int(row["wave"]),
        date=row.get("date", ""),
        role=row.get("role", ""),
        sector=row.get("sector", ""),
        interviewers=tuple(
            label.strip() for label in row.get("interviewers", "").split(";") if label.strip()
        ),
        attributes={name: value for name, value in row.items() if name not in known},
        row=number,
    )
