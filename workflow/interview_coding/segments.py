"""Cut respondents' turns into segments, the units of coding."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from interview_coding.text import count_words

Span = tuple[int, int]

_COMMA = re.compile(r",\s")
_SPACE = re.compile(r"\s")


def cut(text: str, sentences: Sequence[Span], limit: int) -> list[Span]:
    """Cut a turn at sentence ends into parts of about equal length, none over `limit` words.

    A sentence of more than `limit` words, as speech recognition without full stops writes them, is
    itself cut at commas, or at words where there are no commas.

    Parameters
    ----------
    text
        The turn.
    sentences
        Its sentences as (start, end) in code points, end exclusive, in order.
    limit
        The most words of a part.

    Returns
    -------
    list of (start, end)
        The parts, in order; they hold every word of the turn.
    """
    whole = _trim(text, 0, len(text))
    total = count_words(text)
    if total <= limit:
        return [whole] if total else []
    units = [unit for sentence in sentences for unit in _short_enough(text, sentence, limit)]
    target = math.ceil(total / math.ceil(total / limit))
    parts: list[Span] = []
    start, words = units[0][0], 0
    for unit_start, unit_end in units:
        size = count_words(text[unit_start:unit_end])
        overshoots = words + size - target > target - words
        if words and (words + size > limit or overshoots):
            parts.append(_trim(text, start, unit_start))
            start, words = unit_start, 0
        words += size
    return [*parts, _trim(text, start, units[-1][1])]


def _short_enough(text: str, span: Span, limit: int) -> list[Span]:
    start, end = span
    words = count_words(text[start:end])
    if words <= limit:
        return [span] if words else []
    ends = _within(_COMMA, text, span) or _within(_SPACE, text, span)
    middle = min(ends, key=lambda i: abs(i - (start + end) // 2))
    return [part for half in ((start, middle), (middle, end)) for part in _short_enough(text, half, limit)]


def _within(mark: re.Pattern[str], text: str, span: Span) -> list[int]:
    """Return where a stretch can be cut, right behind the first character of each `mark`."""
    start, end = span
    return [match.start() + 1 for match in mark.finditer(text, start, end) if match.start() + 1 < end]


def _trim(text: str, start: int, end: int) -> Span:
    stripped = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(stripped)


def segment_id(turn: int, part: int, parts: int) -> str:
    """Return the id of part `part` of `parts` of turn `turn`, all counted from 1.

    >>> segment_id(12, 1, 1), segment_id(12, 2, 3)
    ('t012', 't012.2')
    """
    return f"t{turn:03d}" if parts == 1 else f"t{turn:03d}.{part}"
