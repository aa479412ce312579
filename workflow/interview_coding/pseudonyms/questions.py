"""The sheet of doubtful names: one row per word form, for a person to say whether it names someone.

``<project>/private/names.csv`` holds word forms as they stand in the interviews, with how often and where,
and a column ``answer``. An answer holds from then on, for all interviews; a row is never taken away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock

from interview_coding.cells import read_cells
from interview_coding.errors import InputError, Problem
from interview_coding.files import write_private

NAMES = "names.csv"
COLUMNS = ("form", "count", "interviews", "context", "answer")
_YES = frozenset("person ja yes j y x 1 navn".split())
_NO = frozenset("nej no n 0 ord word sted place organisation".split())
_MOST_CONTEXTS = 3
_BESIDE = 40
_BETWEEN = " · "
_MARK = "\ufeff"
"""With this mark and semicolons, Danish Excel opens the sheet in columns and with its æ, ø and å."""


@dataclass(frozen=True)
class Question:
    """A doubtful word form: how often it stands where, examples, and what a person answered.

    Parameters
    ----------
    form
        As it stands in the interviews, without a genitive's s.
    counts
        Interview id -> how often it stands there.
    contexts
        A few places, each as the interview's id, a colon, and the words around it.
    answer
        Whether it names someone; None while nobody has said.
    written
        The answer as written.
    """

    form: str
    counts: Mapping[str, int]
    contexts: tuple[str, ...] = ()
    answer: bool | None = None
    written: str = ""


def context(text: str, start: int, end: int) -> str:
    """Return the words around a stretch of a text, the stretch itself between angle quotes."""
    before = text[max(0, start - _BESIDE) : start]
    after = text[end : end + _BESIDE]
    return f"{before.lstrip()}»{text[start:end]}«{after.rstrip()}"


def read_questions(private: Path) -> list[Question]:
    """Read the sheet of doubtful names; empty where there is none yet.

    Raises
    ------
    InputError
        With a problem for each answer that cannot be understood.
    """
    file = private / NAMES
    if not file.exists():
        return []
    header, rows = read_cells(file)
    if missing := [name for name in ("form", "answer") if header and name not in header]:
        what = f"has no column {', '.join(missing)}."
        raise InputError([Problem(str(file), what, f"Let its first row be {','.join(COLUMNS)}.", 1)])
    problems = []
    questions = []
    for number, cells in rows:
        row = dict(zip(header, cells, strict=False))
        written = row.get("answer", "")
        answer = _answer(written)
        if written and answer is None:
            what = "is an answer that cannot be understood."
            problems.append(
                Problem(str(file), what, "Write ja for a person's name, or nej.", number, "answer")
            )
        if row.get("form"):
            contexts = tuple(filter(None, row.get("context", "").split(_BETWEEN)))
            counts = _counts(row.get("interviews", ""))
            questions.append(Question(row["form"], counts, contexts, answer, written))
    if problems:
        raise InputError(problems)
    return questions


def _answer(written: str) -> bool | None:
    word = written.casefold().strip(" .!")
    return True if word in _YES else False if word in _NO else None


def _counts(cell: str) -> dict[str, int]:
    """Read interviews with counts, such as ``aadalen-01 (3); aadalen-02 (1)``."""
    pairs = (part.strip().rstrip(")").partition(" (") for part in cell.split(";") if part.strip())
    return {name: int(count) if count.isdecimal() else 1 for name, _, count in pairs}


def merged(known: Sequence[Question], found: Iterable[Question], interviews: Iterable[str]) -> list[Question]:
    """Return the questions that are known with what was found in interviews now.

    Parameters
    ----------
    known
        As the sheet has them.
    found
        What is doubtful in interviews now, a row per form and interview or more.
    interviews
        The interviews that were searched: their counts are drawn anew. An unanswered form that stands
        nowhere now has a count of 0 and no place.

    Returns
    -------
    list of Question
        Open ones first, then those answered; both by form.
    """
    searched = set(interviews)
    by_form = {q.form: q if q.answer is not None else _without(q, searched) for q in known}
    new: dict[str, Question] = {}
    for question in found:
        target = by_form if question.form in by_form else new
        target[question.form] = _together(target.get(question.form), question)
    return sorted([*by_form.values(), *new.values()], key=_order)


def _order(question: Question) -> tuple[bool, str, str]:
    """Return what puts questions in order: open ones first, then by form."""
    return question.answer is not None, question.form.casefold(), question.form


def _without(question: Question, interviews: set[str]) -> Question:
    """Return a question as it was found in other interviews."""
    return replace(
        question,
        counts={name: count for name, count in question.counts.items() if name not in interviews},
        contexts=tuple(c for c in question.contexts if c.partition(": ")[0] not in interviews),
    )


def _together(one: Question | None, other: Question) -> Question:
    if one is None:
        return other
    contexts = (*one.contexts, *(c for c in other.contexts if c not in one.contexts))[:_MOST_CONTEXTS]
    counts = {**one.counts}
    for name, count in other.counts.items():
        counts[name] = count if one.answer is not None else counts.get(name, 0) + count
    return replace(one, counts=counts, contexts=contexts)


def write_questions(private: Path, questions: Iterable[Question]) -> None:
    """Write the sheet of doubtful names, for its owner alone."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for q in questions:
        places = "; ".join(f"{name} ({count})" for name, count in sorted(q.counts.items()))
        cells = (q.form, sum(q.counts.values()), places, _BETWEEN.join(q.contexts), q.written)
        writer.writerow([_harmless(str(cell)) for cell in cells])
    data = (_MARK + text.getvalue()).encode()
    file = private / NAMES
    if not file.exists() or file.read_bytes() != data:
        write_private(file, data)


def record_questions(private: Path, found: Sequence[Question], interviews: Sequence[str]) -> None:
    """Add what is doubtful in some interviews to the sheet, which other jobs may be adding to as well.

    Parameters
    ----------
    private
        The folder of the sheet.
    found
        What is doubtful in them now.
    interviews
        The interviews that were searched.
    """
    private.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(private / f".{NAMES}.lock"):
        known = read_questions(private)
        if known or found:
            write_questions(private, merged(known, found, interviews))


def _harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes for no formula (OWASP, CSV Injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
