"""What subtitles and speech recognition have in common: cues with times, markup, and lines said again."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from interview_coding.readers.base import Reading
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line

CUE_TIME = r"(?:\d+:)?\d{1,2}:\d{2}(?:[,.]\d{1,9})?"
CUE_TIMING = re.compile(rf"^[ \t]*({CUE_TIME})[ \t]*-->[ \t]*({CUE_TIME})(?:[ \t]+\w+:\S+)*[ \t]*", re.M)
"""The beginning and end of a subtitle cue, with its settings; what follows in the line is spoken."""

_MARKUP = re.compile(
    r"</?(?:[bcisuv]|font|lang|ruby|rt)(?:\.[^\s<>]*)?(?:\s[^<>=]*=[^<>]*|\s*)>|<lang\s[^<>]*>|"
    r"<[\d:.,]+>|\{\\[^{}]{0,200}\}",
    re.I,
)
_LOOP = 4
"""A line that a speaker says so often in a row was made up by the recogniser."""
_ROLLING = 0.6
_MOST_ROLLED = 40


def spoken(payload: str, hygiene: Hygiene) -> str:
    """Return the words of a subtitle cue: no markup, entities resolved; ``<griner>`` is a word."""
    return hygiene.clean(html.unescape(_MARKUP.sub("", payload)))


def finished(lines: Iterable[Line], hygiene: Hygiene, notes: Sequence[str] = ()) -> Reading:
    """Make a reading of cues, with what is wrong with them put right and noted.

    An end before the beginning is dropped. Captions that roll, each cue saying the last one's words
    again, are read once. A line that comes four times or more in a row, as speech recognition makes up
    in silence, is kept once.

    Parameters
    ----------
    lines
        One per cue and voice.
    hygiene
        What cleaned them.
    notes
        The reader's own.
    """
    timed, backwards = _with_ends(lines)
    once, rolled = _unrolled(timed)
    kept = _without_loops(once)
    repeated = len(once) - len(kept)
    found = (
        (backwards, "{} cues end before they begin: their ends are not used"),
        (rolled, "captions roll: the words that {} cues say again were read once"),
        (repeated, "left out: {} repetitions of a line in a row, as speech recognition makes up in silence"),
    )
    more = tuple(what.format(count) for count, what in found if count)
    return Reading(tuple(kept), (*notes, *more, *hygiene.notes()), hygiene.evened())


def _with_ends(lines: Iterable[Line]) -> tuple[list[Line], int]:
    timed = list(lines)
    backwards = [_ends_first(line) for line in timed]
    ends = (
        replace(line, time_end=None) if wrong else line for line, wrong in zip(timed, backwards, strict=True)
    )
    return list(ends), sum(backwards)


def _ends_first(line: Line) -> bool:
    return line.time_start is not None and line.time_end is not None and line.time_end < line.time_start


def _unrolled(lines: list[Line]) -> tuple[list[Line], int]:
    """Take off the words that each cue repeats of the one before, if most cues do."""
    said_again = [_said_again(first, second) for first, second in pairwise(lines)]
    count = sum(map(bool, said_again))
    if count < _LOOP or count < _ROLLING * len(said_again):
        return lines, 0
    rests = [" ".join(line.text.split(" ")[n:]) for line, n in zip(lines, [0, *said_again], strict=True)]
    return [replace(line, text=rest) for line, rest in zip(lines, rests, strict=True) if rest], count


def _said_again(first: Line, second: Line) -> int:
    """Return how many words at the beginning of a cue are those at the end of the cue before."""
    if first.speaker != second.speaker or first.text == second.text:
        return 0
    before, words = first.text.split(" ")[-_MOST_ROLLED:], second.text.split(" ")[:_MOST_ROLLED]
    lengths = range(min(len(before), len(words)), 1, -1)
    return next((n for n in lengths if before[-n:] == words[:n]), 0)


def _without_loops(lines: Iterable[Line]) -> list[Line]:
    kept: list[Line] = []
    for _, group in groupby(lines, lambda line: (line.speaker, line.text.casefold())):
        same = list(group)
        kept.extend(same[:1] if len(same) >= _LOOP else same)
    return kept
