"""The project's own lists of names, words, places and organisations, each read once.

Each list is a text file in the folder ``lists``: one entry a line, ``#`` before remarks, and a label
after a tab where an entry has one. The lists were written for this project; none is a copy of a register.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent / "lists"


def given_names() -> frozenset[str]:
    """Return given names and short forms of all origins common in Denmark, casefolded.

    Double names are there by their parts ("lise", "lotte"), and whole where people say them as one.
    """
    return _entries("given_names")


def surnames() -> frozenset[str]:
    """Return surnames of all origins common in Denmark, casefolded, each a single word."""
    return _entries("surnames")


def names_that_are_words() -> frozenset[str]:
    """Return names of the other two lists that are ordinary Danish words too ("bo", "storm"), casefolded."""
    return _entries("names_that_are_words")


def words_never_names() -> frozenset[str]:
    """Return words that registers hold as names but that never stand for a person ("vi"), casefolded."""
    return _entries("words_never_names")


def ordinary_words() -> frozenset[str]:
    """Return common Danish word forms that are no names, in lower case.

    By them a word with a capital because it opens a sentence is told from a name. Made by
    ``workflow/models/train/ordinary_words.py``.
    """
    return _entries("ordinary_words")


def kinship_and_roles() -> frozenset[str]:
    """Return words and phrases after which a capitalised word is a person's name ("min søn"), casefolded."""
    return _entries("kinship_and_roles")


def places() -> frozenset[str]:
    """Return towns, quarters, landscapes, islands and countries, casefolded; some hold spaces."""
    return _entries("places")


def place_words() -> frozenset[str]:
    """Return words and endings by which streets and areas are known ("vej", "kvarteret"), casefolded."""
    return _entries("place_words")


def organisations() -> Mapping[str, str]:
    """Return known organisations, casefolded, with a general Danish word for each ("netto": "butik")."""
    return _labelled("organisations")


def organisation_words() -> Mapping[str, str]:
    """Return words and endings that make a capitalised phrase an organisation, with a general word for it.

    The longest come first, so that the first ending that fits says most ("idrætsforening" before "forening").
    """
    return _labelled("organisation_words")


def abbreviations() -> frozenset[str]:
    """Return what two or more capitals mean other than a person's initials ("tv", "fdf"), casefolded."""
    return _entries("abbreviations")


def list_files() -> list[Path]:
    """Return the files of the lists, sorted."""
    return sorted(_FOLDER.glob("*.txt"))


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(_key(line) for line in _lines(name))


@cache
def _labelled(name: str) -> Mapping[str, str]:
    parts = [line.partition("\t") for line in _lines(name)]
    longest_first = sorted(parts, key=lambda part: (-len(part[0]), part[0]))
    return MappingProxyType({_key(entry): label.strip() for entry, _, label in longest_first})


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _key(entry: str) -> str:
    return unicodedata.normalize("NFC", entry).casefold()
