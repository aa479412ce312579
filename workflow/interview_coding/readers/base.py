"""What a reader of transcripts is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview_coding.encoding import decode, encoding_of
from interview_coding.errors import InputError, Problem
from interview_coding.text import Line

_MOST_TEXT = 5_000_000
_OLD = {"mac_roman": "old Macs", "cp865": "DOS"}


@dataclass(frozen=True)
class Reading:
    """The lines of a file.

    Parameters
    ----------
    lines
        In the order of the file, none empty.
    notes
        What was left out, or looks odd.
    evened
        What was evened out in the text and needs no look (`Hygiene.evened`).
    """

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    evened: tuple[str, ...] = ()


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
    encoding = encoding_of(head)
    is_wide = encoding.startswith("utf-16")
    return head.decode(encoding if is_wide else "utf-8", "ignore").removeprefix("\ufeff")


def read_text(path: Path, most: int = _MOST_TEXT) -> tuple[str, tuple[str, ...]]:
    """Read a text file.

    Parameters
    ----------
    path
        The file.
    most
        How many bytes it may hold: ten times the words of the longest interview, unless markup swells it.

    Returns
    -------
    text
        As `decode` gives it.
    notes
        One if the encoding is so rare that a person should look at the letters.

    Raises
    ------
    InputError
        If it is no text, or more than a transcript can be.
    """
    if path.stat().st_size > most:
        what = f"holds more text than a transcript can: over {most // 1_000_000} MB."
        raise InputError([Problem(str(path), what, "Put each interview into a file of its own.")])
    data = path.read_bytes()
    text = decode(data, str(path))
    writer = _OLD.get(encoding_of(data))
    return text, (f"read in the encoding of {writer}: check æ, ø and å",) if writer else ()
