"""Practice interviews: invented talk with its codes, to train coders and engines on.

They stand in the codebook's folder ``practice/``, a file each, and follow its codes: a code that was renamed
or merged there is read as what it became, one that is gone or left out is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from interview_coding.codebook.model import MERGE, RENAME, Change, PracticeTurn
from interview_coding.codebook.yaml_file import read_yaml
from interview_coding.errors import InputError

FOLDER = "practice"


def practice_files(folder: Path) -> list[Path]:
    """Return the practice interviews of a codebook's folder, by name."""
    return sorted(p for p in (folder / FOLDER).glob("*.y*ml") if not p.name.startswith("."))


def read_practice(file: Path, known: Collection[str]) -> list[PracticeTurn]:
    """Read a practice interview.

    Parameters
    ----------
    file
        A YAML file with respondent and turns.
    known
        The ids of all codes that there are or were.

    Raises
    ------
    InputError
        With every problem found, by line.
    """
    interview = read_yaml(file)
    interview.check("practice")
    turns = interview.values["turns"]
    problems = [
        interview.problem(
            f"there is no code {code}.", "Write an id of the codebook.", "turns", number, "codes"
        )
        for number, turn in enumerate(turns)
        for code in turn["codes"]
        if code not in known
    ]
    if problems:
        raise InputError(problems)
    return [
        PracticeTurn(file.stem, turn["question"].strip(), turn["answer"].strip(), tuple(turn["codes"]))
        for turn in turns
    ]


def follow(
    turns: Iterable[PracticeTurn], changes: Sequence[Change], codes: Collection[str]
) -> tuple[PracticeTurn, ...]:
    """Return turns with what became of their codes.

    Parameters
    ----------
    turns
        As read.
    changes
        The codebook's, oldest first.
    codes
        The ids of the codes that there are now.
    """
    became: dict[str, str] = {}
    for change in changes:
        if change.kind in (RENAME, MERGE):
            for old, new in [*became.items(), *((old, old) for old in change.old)]:
                if new in change.old:
                    became[old] = change.new[0]
    followed = []
    for turn in turns:
        now = dict.fromkeys(became.get(code, code) for code in turn.codes)
        followed.append(replace(turn, codes=tuple(code for code in now if code in codes)))
    return tuple(followed)
