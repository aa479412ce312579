"""Persons named by their initials: »F.H.«, or »FH« where the interview names a Fatima Hassan in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.entities import Name, initials_of
from interview_coding.pseudonyms.judging import Verdict
from interview_coding.pseudonyms.mentions import PERSON, Mention

_DOTTED = re.compile(r"(?<![\w.])[^\W\d_](?:\.\s?[^\W\d_]){1,3}\.?(?![\w])")
_BARE = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,3}(?!\w)")
STOPPED = frozenset("bc dc eu hc nb ps rip uk us usa".split())
"""What capitals with stops mean in Danish texts, other than a person's initials, as in "H.C. Andersen"."""
_ENDS = re.compile(r"\s*$|\s+[A-ZÆØÅ]")
"""What follows where the last full stop ends the sentence too."""
_WINDOW = 40
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
        The names that the interview holds, word by word in lower case.

    Yields
    ------
    Mention, Verdict
        Certain where they are a full name's, where somebody writes them, or where they are capitals with full
        stops; doubtful where they mean something else too, or begin as somebody's name does.
    """
    known = {letters for name in names for letters in initials_of(name)}
    abbreviations = lists.abbreviations()
    begin = {word[0] for name in names for word in name}
    for match in _DOTTED.finditer(text):
        letters = "".join(filter(str.isalpha, match.group()))
        by_form = letters.isupper() and letters.casefold() not in STOPPED
        if letters.casefold() in known or by_form:
            yield _mention(match), Verdict.CERTAIN
    for match in _BARE.finditer(text):
        letters = match.group().casefold()
        means_more = letters in abbreviations
        written = _WRITES.search(text[: match.start()][-_WINDOW:]) is not None
        likely = len(letters) == 2 and letters[0] in begin and letters[1] in begin
        if not means_more and (letters in known or written or likely):
            yield _mention(match), Verdict.CERTAIN
        elif letters in known or written or (len(letters) == 2 and letters[0] in begin and not means_more):
            yield _mention(match), Verdict.DOUBTFUL


def _mention(match: re.Match[str]) -> Mention:
    form = match.group().rstrip()
    if _ENDS.match(match.string, match.end()):
        form = form.removesuffix(".")
    return Mention(match.start(), match.start() + len(form), PERSON, form)
