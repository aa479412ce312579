"""Begin a project: a folder with a sample sheet drafted from the transcripts found in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from interview_coding.errors import InputError, Problem
from interview_coding.files import write_text
from interview_coding.sheet import SHEET_NAMES, transcripts_below

COLUMNS = ("interview_id", "file", "partnership", "wave", "date", "role", "sector", "interviewers")
TRANSCRIPTS = "interviews"

_MARK = "\ufeff"
"""With this mark and semicolons, Danish Excel opens the sheet in columns and with its æ, ø and å."""


def draft_sheet(project: Path) -> str:
    """Write interviews.csv with a row per transcript below `project`, and say what to do next.

    The ids are numbers, not the files' names, which may hold people's names.

    Parameters
    ----------
    project
        The project's folder; it and its folder ``interviews`` are made when missing.

    Returns
    -------
    str
        What was done and what comes next.

    Raises
    ------
    InputError
        If the project has a sheet already; it is never changed.
    """
    existing = next((project / name for name in SHEET_NAMES if (project / name).exists()), None)
    if existing:
        remedy = "Add rows to it by hand; a run names the transcripts that it does not list."
        raise InputError([Problem(str(existing), "is there already and was not changed.", remedy)])
    (project / TRANSCRIPTS).mkdir(parents=True, exist_ok=True)
    found = transcripts_below(project)
    if not found:
        return f"Put the transcripts into {project / TRANSCRIPTS} and give the command again."
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", delimiter=";", lineterminator="\n")
    writer.writeheader()
    for number, path in enumerate(found, 1):
        file = path.relative_to(project).as_posix()
        writer.writerow({"interview_id": f"interview-{number:02d}", "file": file, "wave": 1})
    sheet = project / SHEET_NAMES[0]
    write_text(sheet, _MARK + text.getvalue())
    transcripts = "1 transcript" if len(found) == 1 else f"{len(found)} transcripts"
    folder = f'"{project.as_posix()}"' if " " in str(project) else project.as_posix()
    return (
        f"{sheet} lists {transcripts}. Fill in partnership and wave (and date, role, sector), "
        f"then run: snakemake --config project={folder}"
    )
