"""Step leaks: the results and the key -> what was searched, or a stop where something got through."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from interview_coding.errors import InputError, Problem
from interview_coding.files import write_text
from interview_coding.pseudonyms.key import read_keys
from interview_coding.pseudonyms.leaks import OWN_NAME, Leak, search
from interview_coding.pseudonyms.mentions import (
    ACCOUNT,
    ADDRESS,
    CPR,
    EMAIL,
    KINDS,
    ORGANISATION,
    PERSON,
    PHONE,
    PLACE,
    PLATE,
    POSTCODE,
    URL,
    KeyRow,
)
from interview_coding.pseudonyms.needles import Needles
from interview_coding.pseudonyms.questions import read_questions
from interview_coding.sheet import Interview
from interview_coding.tables import DECISIONS

log = logging.getLogger(__name__)

CODEBOOK = "steps/codebook.json"
ENGINE = "steps/engine.npz"
_MOST_PROBLEMS = 200
_ROW = re.compile(r"row (\d+), column (.+)")
_NAMED = {
    PERSON: "a person's name",
    CPR: "a CPR number",
    PHONE: "a phone number",
    EMAIL: "an e-mail address",
    URL: "an address on the net",
    ADDRESS: "an address",
    POSTCODE: "a postal code with its place",
    PLATE: "a number plate",
    ACCOUNT: "an account number",
    ORGANISATION: "an organisation",
    PLACE: "a place",
}
_CODERS_COLUMNS = frozenset({"memo", "quote", "reason"})
_PROPERTIES = ("docProps/", "property ", "tEXt ", "iTXt ")


def check_leaks(
    results: Path, private: Path, interviews: Sequence[Interview], output: Path, author: str = ""
) -> None:
    """Look in all results for what the key holds, and stop where it is found.

    Organisations and places that are replaced no more may stand: the project has decided to keep them.

    Parameters
    ----------
    results
        The folder of results.
    private
        The project's private folder, with the key and the answers on doubtful names.
    interviews
        The interviews of the sheet.
    output
        The JSON file for what was searched.
    author
        The documents' author.

    Raises
    ------
    InputError
        If the key cannot be read, or with a problem for each leak; then nothing is written.
    """
    key = read_keys(private, [interview.interview_id for interview in interviews])
    key_rows = [row for row in key if row.count or row.kind not in (ORGANISATION, PLACE)]
    kept = [question.form for question in read_questions(private) if question.answer is False]
    titles = sorted({interview.partnership for interview in interviews})
    if problems := list(_named_ids(key_rows, interviews, titles, kept)):
        raise InputError(problems)
    codebook = results / CODEBOOK
    found = search(
        results,
        key_rows,
        own_texts=_strings(json.loads(codebook.read_text(encoding="utf-8"))) if codebook.exists() else (),
        own_files={CODEBOOK},
        learnt_files={ENGINE},
        titles=[*titles, *(interview.interview_id for interview in interviews)],
        evaluators=[author, *_coders(results)],
        kept=kept,
        leave_out=[output],
    )
    for note in found.notes:
        log.warning("%s", note)
    if found.leaks:
        raise InputError(_problems(results, private, found.leaks))
    report = {
        "files": found.files,
        "texts": found.texts,
        "interviews": len(interviews),
        "looked_for": {kind: found.identifiers.get(kind, 0) for kind in KINDS},
        "not_unpacked": list(found.notes),
    }
    write_text(output, json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    looked_for = sum(found.identifiers.values())
    log.info("nothing leaks: %d files searched for %d forms of the key", found.files, looked_for)


def _named_ids(
    key_rows: Sequence[KeyRow], interviews: Sequence[Interview], titles: Sequence[str], kept: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for each id that holds something of the key that is in no partnership's name."""
    words = [word for title in titles for word in [title, *title.split()]]
    needles = Needles(key_rows, titles=words, kept=kept)
    for interview in interviews:
        if any(needles.find(interview.interview_id, is_name=True)):
            what = "holds a name that the key holds, and stands in all tables."
            remedy = "Give the interview another id, here and in the names of coders' files."
            yield Problem("the sheet of interviews", what, remedy, interview.row or None, "interview_id")


def _coders(results: Path) -> list[str]:
    decisions = results / "tables" / "decisions.csv"
    return sorted(set(DECISIONS.read(decisions)["coder"])) if decisions.exists() else []


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings in what a JSON file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _problems(results: Path, private: Path, leaks: Sequence[Leak]) -> Iterator[Problem]:
    for leak in leaks[:_MOST_PROBLEMS]:
        row = _ROW.fullmatch(leak.place)
        named = _NAMED[leak.kind]
        where = "" if row else f" in {leak.place}"
        yield Problem(
            (results / leak.file).as_posix(),
            f"holds {named} of interview {leak.interview_id}{where}.",
            _remedy(leak, row[2] if row else "", private),
            int(row[1]) if row else None,
            row[2] if row else None,
        )
    if (more := len(leaks) - _MOST_PROBLEMS) > 0:
        what = f"holds {more} more, which are not listed."
        yield Problem(results.as_posix(), what, "Mend these first, and run again.")


def _remedy(leak: Leak, column: str, private: Path) -> str:
    """Return what to do about a leak."""
    if leak.place == OWN_NAME:
        return "If it is left from an earlier run, delete it; else rename what it is called after."
    if column in _CODERS_COLUMNS:
        return f"Take it out of the coders' files: codings/<coder>/{leak.interview_id}.csv."
    if any(part in leak.place for part in _PROPERTIES):
        return "See author in config.yaml."
    if leak.file.startswith("logs/"):
        return "Delete the log and run again; if it comes back, report it as a fault of the program."
    if leak.kind in (PERSON, ORGANISATION, PLACE):
        names = (private / "names.csv").as_posix()
        return f"Add the word with the answer ja to {names}, or nej if it names nobody, and run again."
    return "Mask it in the transcript, and run again; please report in which form it was written."
