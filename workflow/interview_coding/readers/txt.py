"""Plain text and Markdown: a line is a paragraph, unless the lines were broken at a width."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from statistics import median

from interview_coding.readers.base import Reader, Reading, read_text
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line, clean

_FOREIGN = re.compile(rb"%PDF|PK\x03\x04|\{\\rtf|\xd0\xcf\x11\xe0|\s*<(!doctype|html|\?xml)", re.I)
_WRAP_WIDTH = (50, 100)
"""A text whose lines are no longer, and mostly no shorter, was broken by hand or by a mail program."""
STARTS_ANEW = re.compile(
    r"\W*\d+:\d\d|[^\s:][^:]{0,39}:(\s|$)|[^\W\d][^\s:]{0,14}:\w|(#{1,6}|[-*+>]) |\*\*|__"
)
"""How a line begins that does not go on with the one above: a time, a label, a mark of Markdown."""

_IS_MARKDOWN = re.compile(r"^([-*+] )?(#{1,6} \S|\*\*[^*\n]+\*\*|__[^_\n]+__)", re.M)
_RULE = re.compile(r"([-=*_] ?){3,}")
_BLOCK_MARKS = re.compile(r"(#{1,6} |> ?|[-*+] (?=\S))+")
_BOLD_START = re.compile(r"(\*\*|__)(?P<bold>.+?)\1(?P<rest>.*)")
_MARK = re.compile(r"(?<!\\)(\*\*|__|(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_\\])[*_](?![\w*]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def detects(path: Path, head: bytes) -> bool:
    """Take everything that is not empty and not of a known other format."""
    return bool(head.strip()) and not _FOREIGN.match(head.removeprefix(b"\xef\xbb\xbf"))


def read(path: Path) -> Reading:
    """Read a text file into its paragraphs.

    A text with headings or bold beginnings is Markdown: its marks are no words, bold is kept as such.
    """
    text, notes = read_text(path)
    hygiene = Hygiene()
    lines = paragraphs(text, hygiene)
    return Reading(lines, (*notes, *hygiene.notes()), hygiene.evened())


def paragraphs(text: str, hygiene: Hygiene) -> tuple[Line, ...]:
    """Return the paragraphs of a text, none empty."""
    rows = [hygiene.clean(row) for row in hygiene.mend(text).split("\n")]
    joined = _unwrap(rows, hygiene) if _is_wrapped(rows) else rows
    is_markdown = _IS_MARKDOWN.search("\n".join(rows)) is not None
    lines = (_from_markdown(paragraph) if is_markdown else Line(paragraph) for paragraph in joined)
    return tuple(line for line in lines if line.text)


def _from_markdown(paragraph: str) -> Line:
    if _RULE.fullmatch(paragraph):
        return Line("")
    text = _BLOCK_MARKS.sub("", paragraph, count=1) if _BLOCK_MARKS.match(paragraph) else paragraph
    if match := _BOLD_START.fullmatch(text):
        bold = clean(_without_marks(match["bold"]))
        gap = " " if match["bold"] != match["bold"].rstrip() else ""
        return Line(clean(f"{bold}{gap}{_without_marks(match['rest'])}"), bold=len(bold))
    return Line(clean(_without_marks(text)))


def _without_marks(text: str) -> str:
    return _ESCAPED.sub(r"\1", _MARK.sub("", text.removesuffix("\\")))


def _is_wrapped(rows: list[str]) -> bool:
    shortest, longest = _WRAP_WIDTH
    broken = [row for row, following in pairwise(rows) if row and following]
    return len(broken) > 2 and max(map(len, rows)) <= longest and median(map(len, broken)) >= shortest


def _unwrap(rows: list[str], hygiene: Hygiene) -> list[str]:
    joined: list[list[str]] = []
    for before, row in pairwise(["", *rows]):
        first_word = row.split(" ", 1)[0]
        had_room = len(before) + len(first_word) < _WRAP_WIDTH[0]
        if not joined or not row or had_room or STARTS_ANEW.match(row):
            joined.append([row])
        else:
            joined[-1].append(row)
    return [hygiene.join(paragraph) for paragraph in joined]


READER = Reader("txt", detects, read)
