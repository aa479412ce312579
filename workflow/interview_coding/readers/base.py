"""What a reader of transcripts is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview_coding.text import Line, clean

_CUE_TIME = r"(?:\d+:)?\d{1,2}:\d{2}(?:[,.]\d{1,3})?"
CUE_TIMING = re.compile(rf"^[ \t]*({_CUE_TIME})[ \t]*-->[ \t]*({_CUE_TIME})(?:[ \t]+\w+:\S+)*[ \t]*", re.M)
"""The beginning and end of a subtitle cue, with its settings; what follows in the line is spoken."""

_MARKUP = re.compile(
    r"</?(?:[bcisuv]|font|lang|ruby|rt)(?:\.[^\s<>]*)?(?:\s[^<>]*=[^<>]*|\s*)>|<lang\s[^<>]*>|"
    r"<[\d:.,]+>|\{\\[^}]*\}",
    re.I,
)


@dataclass(frozen=True)
class Reading:
    """The lines of a file, and notes on what was left out of them."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reader:
    """A format.

    Parameters
    ----------
    name
        The format's name, as its usual ending without a dot.
    detects
        Tells by a file and its first bytes whether it is of the format.
    read
        Reads the file; raises `InputError` if it cannot.
    """

    name: str
    detects: Callable[[Path, bytes], bool]
    read: Callable[[Path], Reading]


def starts_as_text(head: bytes) -> str:
    """Return the first bytes of a file as far as they can be read as text, for detecting formats."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "ignore")


def spoken(payload: str) -> str:
    """Return the words of a subtitle cue: no markup, entities resolved; ``<griner>`` is a word."""
    return clean(html.unescape(_MARKUP.sub("", payload)))
