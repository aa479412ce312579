"""What a reader of transcripts is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview_coding.text import Line


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
