"""What readers of office documents share: lines made of stretches of text, notes on what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from interview_coding.readers.base import Reading
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line, clean

BREAK = "\n"
"""Where the author broke a line inside a paragraph."""

Stretch = tuple[str, bool]
"""Text as it stands in the document, and whether it is bold."""


def to_lines(stretches: Iterable[Stretch], hygiene: Hygiene) -> Iterator[Line]:
    """Yield the lines of a paragraph, empty ones left out.

    Parameters
    ----------
    stretches
        The paragraph from its beginning to its end.
    hygiene
        Cleans the text of the file.
    """
    line: list[Stretch] = []
    for text, bold in (*stretches, (BREAK, False)):
        first, *others = text.split(BREAK)
        line.append((first, bold))
        for other in others:
            yield from _line(line, hygiene)
            line = [(other, bold)]


def _line(stretches: list[Stretch], hygiene: Hygiene) -> Iterator[Line]:
    text = hygiene.clean("".join(stretch for stretch, _ in stretches))
    if not text:
        return
    bold = ""
    for stretch, is_bold in stretches:
        if stretch.strip() and not is_bold:
            break
        bold += stretch
    yield Line(text, bold=len(clean(bold)))


def to_reading(lines: Iterable[Line], left_out: Mapping[str, int], hygiene: Hygiene) -> Reading:
    """Return what a reader gives back.

    Parameters
    ----------
    lines
        The lines; the counts below are complete only when they have all been read.
    left_out
        How many there were of what is not in them, e.g. ``comments``.
    hygiene
        What cleaned the text.
    """
    read = tuple(lines)
    notes = (f"left out: {count} {what}" for what, count in sorted(left_out.items()) if count)
    return Reading(read, (*notes, *hygiene.notes()), hygiene.evened())
