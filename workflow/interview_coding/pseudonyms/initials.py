"""Persons named by their initials: »F.H.«, or »FH« where the interview names a Fatima Hassan in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from interview_coding.pseudonyms.entities import Name, initials_of
from interview_coding.pseudonyms.judging import Verdict
from interview_coding.pseudonyms.mentions import PERSON, Mention

_DOTTED = re.compile(r"(?<![\w.])[^\W\d_](?:\.\s?[^\W\d_]){1,3}\.?(?![\w])")
_BARE = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,3}(?!\w)")
_ABBREVIATIONS = frozenset("ps nb usa eu fn ai as rip cv dr tv vip dj pr it hr br mr dvd cd".split())
_WRITES = re.compile(
    r"\b(?:skrev|skriver|initialer\w*|forbogstaver\w*|underskrev\w*|underskrift\w*)\W+$", re.I
)


def find_initials(text: str, names: Collection[Name]) -> Iterator[tuple[Mention, Verdict]]:
    """Find initials in a turn.

    Parameters
    ----------
    text
        The turn.
    names
        The full names that the interview holds, word by word in lower case.

    Yields
    ------
    Mention, Verdict
        Certain where they are a full name's, or are capitals with full stops; doubtful where somebody
        writes them.
    """
    known = {letters for name in names for letters in initials_of(name)}
    for match in _DOTTED.finditer(text):
        letters = "".join(filter(str.isalpha, match.group()))
        by_form = letters.isupper() and letters.casefold() not in _ABBREVIATIONS
        if letters.casefold() in known or by_form:
            yield _mention(match), Verdict.CERTAIN
    for match in _BARE.finditer(text):
        letters = match.group().casefold()
        if letters in known and letters not in _ABBREVIATIONS:
            yield _mention(match), Verdict.CERTAIN
        elif _WRITES.search(text[: match.start()][-40:]):
            yield _mention(match), Verdict.DOUBTFUL


def _mention(match: re.Match[str]) -> Mention:
    form = match.group().rstrip()
    return Mention(match.start(), match.start() + len(form), PERSON, form)
