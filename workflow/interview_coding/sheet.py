"""The sample sheet of a project: which interviews there are, and what is known of each."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from interview_coding.cells import read_cells
from interview_coding.errors import InputError, Problem
from interview_coding.schemas import faults, schema
from interview_coding.text import clean

SHEET_NAMES = ("interviews.csv", "interviews.xlsx")
TRANSCRIPT_ENDINGS = frozenset(
    ".docx .doc .odt .fodt .rtf .txt .md .pdf .vtt .srt .json .xlsx .csv .qdpx .html .htm".split()
)
"""Endings by which a file in the project is taken for a transcript that the sheet ought to list."""

_OWN_FOLDERS = {"codings", "private"}
_OWN_TABLES = {*SHEET_NAMES, "actors.csv"}
"""What a project keeps beside its transcripts."""

Named = list[tuple[int, dict[str, str]]]
"""Rows by their numbers, their cells by the names of the columns."""

_DANISH_DATE = re.compile(r"(\d\d)-(\d\d)-(\d{4})")


@dataclass(frozen=True)
class Interview:
    """One row of the sheet.

    Parameters
    ----------
    interview_id, partnership, wave, date, role, sector
        As in the sheet; optional cells that are empty are "". White space in the partnership's name is
        evened out, and a date as Danish Excel saves it (17-03-2026) is turned round.
    file
        The transcript, ready to open.
    interviewers
        Speaker labels that the sheet says are interviewers'.
    attributes
        Further columns, carried along.
    row
        Row of the sheet, the header being row 1. No part of what the interview is: a run compares
        interviews by `repr` and must not mind a row put in above.
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
    row: int = field(default=0, repr=False, compare=False)


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
        found = (path for folder in folders for path in folder.iterdir() if is_transcript(path))
        return sorted(p for p in found if p.resolve() not in listed and not _is_own(p, self.path.parent))


def is_transcript(path: Path) -> bool:
    """Tell whether a file looks, by its name, like a transcript (Word's lock files do not)."""
    hidden = path.name.startswith(("~$", "."))
    return path.suffix.lower() in TRANSCRIPT_ENDINGS and not hidden and path.is_file()


def transcripts_below(project: Path) -> list[Path]:
    """Return the files in a project that look like transcripts, sorted; not its sheet nor its codings."""
    return sorted(p for p in project.rglob("*") if is_transcript(p) and not _is_own(p, project))


def _is_own(path: Path, project: Path) -> bool:
    """Tell whether a file is one that the project itself keeps, whose ending may be a transcript's too."""
    if not path.is_relative_to(project):
        return False
    first, *others = path.relative_to(project).parts
    return first in _OWN_FOLDERS if others else first in _OWN_TABLES


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
        id or file given twice, a partnership's name written in two ways, a transcript that is not there.
    """
    header, rows = read_cells(path)
    if problems := _header_problems(path, header):
        raise InputError(problems)
    interviews = []
    named = [(number, _named(header, cells)) for number, cells in rows]
    for (number, cells), (_, row) in zip(rows, named, strict=True):
        overflow = [cell for cell in cells[len(header) :] if cell]
        found = list(_row_problems(path, number, row, overflow))
        problems.extend(found)
        if not found:
            interviews.append(_interview(path, number, row))
    problems.extend(_missing(path, named))
    problems.extend(_twice(path, named, "interview_id", str))
    problems.extend(_twice(path, named, "file", lambda file: _transcript(path, file).resolve()))
    problems.extend(_spelt_twice(path, named))
    if not rows:
        problems.append(Problem(str(path), "lists no interview.", "Add a row per transcript."))
    if problems:
        raise InputError(sorted(problems, key=lambda p: (p.row or 0, p.column or "")))
    return Sheet(path, tuple(interviews))


def _header_problems(path: Path, header: Sequence[str]) -> list[Problem]:
    rules = schema("interviews")
    known = rules["properties"]
    further = [name for name in header if name not in known]
    problems = []
    for name in known:
        required = name in rules["required"]
        close = difflib.get_close_matches(name, further, 1, 0.6 if required else 0.8)
        if name not in header and (required or close):
            hint = f"Rename the column {close[0]}, if that is meant." if close else "Add the column."
            remedy = f"{hint} {known[name]['description']}"
            problems.append(Problem(str(path), f"has no column {name}.", remedy))
    for name, count in Counter(filter(None, header)).items():
        if count > 1:
            remedy = "Keep one of them."
            problems.append(Problem(str(path), f"has the column {name} {count} times.", remedy))
    return problems


def _named(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    pairs = [(name, cell) for name, cell in zip(header, cells, strict=False) if name and cell]
    row = {name: cell if name == "file" else clean(cell) for name, cell in pairs}
    if match := _DANISH_DATE.fullmatch(row.get("date", "")):
        row["date"] = "-".join(reversed(match.groups()))
    return row


def _row_problems(
    path: Path, number: int, row: Mapping[str, str], overflow: Sequence[str]
) -> Iterable[Problem]:
    for fault in faults("interviews", dict(row)):
        yield Problem(str(path), fault.what, fault.remedy, number, str(fault.path[0]))
    if overflow:
        remedy = "Put quotation marks around cells that hold the delimiter."
        yield Problem(str(path), "has more cells than the header.", remedy, number)


def _transcript(path: Path, file: str) -> Path:
    r"""Return the path that a cell means: \ is as good as /, and å may be stored as one sign or two."""
    transcript = path.parent / file.replace("\\", "/")
    if transcript.exists() or not transcript.parent.is_dir():
        return transcript
    name = unicodedata.normalize("NFC", transcript.name)
    beside = transcript.parent.iterdir()
    return next((p for p in beside if unicodedata.normalize("NFC", p.name) == name), transcript)


def _missing(path: Path, rows: Named) -> Iterable[Problem]:
    files = {number: row["file"] for number, row in rows if "file" in row}
    meant = {number: _transcript(path, file) for number, file in files.items()}
    missing = [number for number, transcript in meant.items() if not transcript.is_file()]
    below = transcripts_below(path.parent) if missing else ()
    free = {p.name: p for p in below if p not in meant.values()}
    for number in missing:
        remedy = "Put the file there, or take the row off the sheet."
        if close := difflib.get_close_matches(meant[number].name, free, 1):
            remedy = f"Did you mean {free[close[0]].relative_to(path.parent).as_posix()}? {remedy}"
        yield Problem(str(path), f"{files[number]} does not exist.", remedy, number, "file")


def _twice(path: Path, rows: Named, column: str, meaning: Callable[[str], object]) -> Iterable[Problem]:
    seen: dict[object, int] = {}
    for number, row in rows:
        if column in row:
            first = seen.setdefault(meaning(row[column]), number)
            if first != number:
                what = f"{row[column]} stands in row {first} already."
                remedy = "Give every interview an id and a file of its own, or take one row off."
                yield Problem(str(path), what, remedy, number, column)


def _spelt_twice(path: Path, rows: Named) -> Iterable[Problem]:
    spellings: dict[str, tuple[str, int]] = {}
    for number, row in rows:
        name = row.get("partnership", "")
        first, where = spellings.setdefault(name.casefold(), (name, number))
        if name != first:
            what = f"{name} is spelt {first} in row {where}."
            remedy = "Write a partnership's name with the same capitals in all its rows."
            yield Problem(str(path), what, remedy, number, "partnership")


def _interview(path: Path, number: int, row: Mapping[str, str]) -> Interview:
    known = schema("interviews")["properties"]
    return Interview(
        interview_id=row["interview_id"],
        file=_transcript(path, row["file"]),
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
