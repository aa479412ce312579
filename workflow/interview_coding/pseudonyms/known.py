"""What a project knows of names before an interview is read: its own lists, beside the sheet.

``<project>/private/persons.csv``  people who are known to be spoken of: ``name`` (other spellings and
                                  nicknames after semicolons) and, if wanted, ``role``, which then stands in
                                  the text
``<project>/private/names.csv``    word forms that a person has decided on (see `questions`)
``<project>/actors.csv``           organisations: ``name`` (others after semicolons), ``label`` and ``sector``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interview_coding.cells import read_cells
from interview_coding.errors import InputError, Problem
from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.pseudonyms.questions import read_questions
from interview_coding.pseudonyms.words import WORD, form_of, points
from interview_coding.text import clean

KEEP = "keep"
GENERALISE = "generalise"
REPLACE = "replace"
POLICIES = (KEEP, GENERALISE, REPLACE)
PERSONS = "persons.csv"
ACTORS = "actors.csv"


@dataclass(frozen=True)
class KnownPerson:
    """A person of the project's list: the spellings of the name, and the role that is shown, or ""."""

    names: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True)
class Actor:
    """An organisation of the project: the spellings of its name, its label, its sector."""

    names: tuple[str, ...]
    label: str = ""
    sector: str = ""


@dataclass(frozen=True)
class Known:
    """What is known before an interview is searched.

    Parameters
    ----------
    persons
        The project's list of persons.
    answers
        Word forms that a person has decided on -> whether they name someone.
    key
        What was replaced in this interview before.
    actors
        The project's organisations.
    organisations, places
        What is done with them: `KEEP`, `GENERALISE` or `REPLACE`.
    titles
        Names of partnerships: their words are no persons', but for given names.
    link_persons
        Whether the persons of the project's list have the same label in all interviews.
    """

    persons: tuple[KnownPerson, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    key: tuple[KeyRow, ...] = ()
    actors: tuple[Actor, ...] = ()
    organisations: str = KEEP
    places: str = KEEP
    link_persons: bool = False
    titles: tuple[str, ...] = ()


def read_known(
    project: Path, private: Path, *, organisations: str = KEEP, places: str = KEEP, link_persons: bool = False
) -> Known:
    """Read what a project knows of names.

    Parameters
    ----------
    project
        The project's folder.
    private
        Its folder for what must not reach the results.
    organisations, places, link_persons
        As `Known` has them.

    Raises
    ------
    InputError
        With every problem of the three lists.
    """
    readers: list[tuple[Callable[[Path], Any], Path]] = [
        (read_persons, private),
        (read_actors, project),
        (read_questions, private),
    ]
    read: list[Any] = []
    problems: list[Problem] = []
    for reader, folder in readers:
        try:
            read.append(reader(folder))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    persons, actors, questions = read
    answers = {q.form: q.answer for q in questions if q.answer is not None}
    return Known(persons, answers, (), actors, organisations, places, link_persons)


def read_persons(private: Path) -> tuple[KnownPerson, ...]:
    """Read the project's list of persons; empty where there is none.

    Raises
    ------
    InputError
        If the file cannot be read, has no column ``name``, or gives a role that names a person of the list.
    """
    rows = list(_rows(private / PERSONS))
    persons = tuple(KnownPerson(_spellings(row["name"]), row.get("role", "")) for row in rows)
    spelt = [name for person in persons for name in person.names]
    named = {form_of(word).base for name in spelt for word in WORD.findall(name) if points(word)}
    said = [word for person in persons for word in WORD.findall(person.role)]
    if any(form_of(w).base in named and (w[0].isupper() or not form_of(w).ordinary) for w in said):
        what = "gives a role that holds a name of the list, and roles stand in the results."
        remedy = "Say who it is without a name, such as datter."
        raise InputError([Problem(str(private / PERSONS), what, remedy)])
    return persons


def read_actors(project: Path) -> tuple[Actor, ...]:
    """Read the project's organisations; empty where the project has no list.

    Raises
    ------
    InputError
        If the file cannot be read, or has no column ``name``.
    """
    rows = _rows(project / ACTORS)
    return tuple(Actor(_spellings(r["name"]), r.get("label", ""), r.get("sector", "")) for r in rows)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    if not file.exists():
        return
    header, rows = read_cells(file)
    if "name" not in header:
        raise InputError([Problem(str(file), "has no column name.", "Name its first column so.", row=1)])
    for number, cells in rows:
        if any(cells[len(header) :]):
            what = "has more cells than the header."
            remedy = "Put quotation marks around cells that hold the delimiter."
            raise InputError([Problem(str(file), what, remedy, number)])
        row = {name: clean(cell) for name, cell in zip(header, cells, strict=False)}
        if row.get("name"):
            yield row


def _spellings(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";") if name.strip())
