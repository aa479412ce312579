"""Plain text: a line is a paragraph, unless the lines were broken at a width."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from statistics import median

from interview_coding.encoding import decode
from interview_coding.readers.base import Reader, Reading
from interview_coding.text import Line, clean

_FOREIGN = re.compile(rb"%PDF|PK\x03\x04|\{\\rtf|\xd0\xcf\x11\xe0|\s*<(!doctype|html|\?xml)", re.I)
_WRAP_WIDTH = (50, 100)
"""A text whose lines are no longer, and mostly no shorter, was broken by hand or by a mail program."""
_STARTS_ANEW = re.compile(r"\W*\d+:\d\d|[^\s:][^:]{0,39}:(\s|$)|[^\W\d][^\s:]{0,14}:\w")
_MARKED_BOLD = re.compile(r"\*\*(?P<bold>[^*]+)\*\*(?P<rest>.*)")


def detects(path: Path, head: bytes) -> bool:
    """Take everything that is not empty and not of a known other format."""
    return bool(head.strip()) and not _FOREIGN.match(head.removeprefix(b"\xef\xbb\xbf"))


def read(path: Path) -> Reading:
    """Read a text file into its paragraphs."""
    text = decode(path.read_bytes(), str(path))
    rows = [clean(row) for row in text.split("\n")]
    paragraphs = _unwrap(rows) if _is_wrapped(rows) else rows
    return Reading(tuple(_line(paragraph) for paragraph in paragraphs if paragraph))


def _line(paragraph: str) -> Line:
    """Make a line of a paragraph; a beginning between double asterisks is bold, as in Markdown."""
    if match := _MARKED_BOLD.fullmatch(paragraph):
        bold = match["bold"].strip()
        gap = " " if match["bold"] != match["bold"].rstrip() else ""
        return Line(clean(f"{bold}{gap}{match['rest']}"), bold=len(bold))
    return Line(paragraph)


def _is_wrapped(rows: list[str]) -> bool:
    shortest, longest = _WRAP_WIDTH
    broken = [row for row, following in pairwise(rows) if row and following]
    return len(broken) > 2 and max(map(len, rows)) <= longest and median(map(len, broken)) >= shortest


def _unwrap(rows: list[str]) -> list[str]:
    paragraphs = [""]
    for before, row in pairwise(["", *rows]):
        first_word = row.split(" ", 1)[0]
        had_room = len(before) + len(first_word) < _WRAP_WIDTH[0]
        if not row or had_room or _STARTS_ANEW.match(row):
            paragraphs.append(row)
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {row}"
    return paragraphs


READER = Reader("txt", detects, read)
