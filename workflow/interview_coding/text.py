"""The text model: who said what, in which order, and where it stands in the interview's text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

INTERVIEWER = "interviewer"
RESPONDENT = "respondent"
CONTEXT = "context"
"""Role of text that nobody speaks, such as a heading before the first speaker."""

LABEL = re.compile(r"\[[^\[\]\n]{1,60}\](?:s\b)?")
"""A label in place of a name, such as ``[Person 3]``, with its genitive."""
SOFT_HYPHENS = r"\xad"
INVISIBLE = (
    r"\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff"
)
CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
NO_BREAK_SPACES = r"\xa0\u2007\u202f"
NO_BREAK_HYPHENS = r"\u2010\u2011"
LIGATURES = r"\ufb00-\ufb06"
REPLACEMENTS = r"\ufffd"
"""Characters that transcripts bring along, each kind as the inside of a regular expression's brackets.

`INVISIBLE` are zero-width, direction and variation marks; `CONTROLS` hold halves of surrogate pairs too;
`REPLACEMENTS` is what stands where a program could not read a letter.
"""

_REMOVED = re.compile(f"[{SOFT_HYPHENS}{INVISIBLE}]")
_CONTROL = re.compile(f"[{CONTROLS}]")
_HYPHEN = re.compile(f"[{NO_BREAK_HYPHENS}]")
_LIGATURE = re.compile(f"[{LIGATURES}]")


@dataclass(frozen=True)
class Line:
    """A paragraph, table row or subtitle cue as a reader finds it.

    Parameters
    ----------
    text
        What stands there.
    bold
        Length of the bold beginning, in code points.
    speaker
        The speaker, where the format names one apart from the text (WebVTT voice, table column).
    time_start, time_end
        Seconds from the start of the recording, where the format gives them.
    cue
        Whether the line is a subtitle cue, which may end in the middle of a sentence.
    """

    text: str
    bold: int = 0
    speaker: str | None = None
    time_start: float | None = None
    time_end: float | None = None
    cue: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of a turn that begins at code point `offset` and was said at a known time."""

    offset: int
    time_start: float | None
    time_end: float | None


@dataclass(frozen=True)
class Turn:
    """One speaker's uninterrupted speech.

    Parameters
    ----------
    speaker
        The label shown for the speaker; never a raw name.
    role
        `INTERVIEWER`, `RESPONDENT` or `CONTEXT`.
    text
        What was said.
    pieces
        The times known within the turn, by rising offset.
    label
        The speaker's label in the transcript, which may be a name: it is written nowhere.
    """

    speaker: str
    role: str
    text: str
    pieces: tuple[Piece, ...] = ()
    label: str = field(default="", repr=False, compare=False)

    def times(self, start: int, end: int) -> tuple[float | None, float | None]:
        """Return when the stretch from code point `start` to `end` begins and ends, in seconds.

        A stretch that begins inside a piece begins, as far as is known, when the piece begins.
        """
        begun = [p for p in self.pieces if p.offset <= start]
        reached = [p for p in self.pieces if p.offset < end]
        time_start = begun[-1].time_start if begun else None
        return time_start, reached[-1].time_end if reached else None


@dataclass(frozen=True)
class Transcript:
    """What a file holds.

    Parameters
    ----------
    format
        The reader's name.
    turns
        Who said what, in order.
    notes
        What was left out, or looks odd.
    evened
        What was evened out in the text and needs no look, such as ``12 no-break spaces``.
    """

    format: str
    turns: tuple[Turn, ...]
    notes: tuple[str, ...] = ()
    evened: tuple[str, ...] = ()


def clean(text: str) -> str:
    r"""Return text in NFC without control and invisible characters, spaces, hyphens and ligatures made plain.

    >>> clean("A\u030adalen\u00a0 er  fri\u00advillig ")
    'Ådalen er frivillig'
    """
    text = _LIGATURE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    text = unicodedata.normalize("NFC", _HYPHEN.sub("-", _REMOVED.sub("", text)))
    return " ".join(_CONTROL.sub(" ", text).split())


def compose(turns: Sequence[Turn]) -> tuple[str, list[tuple[int, int]]]:
    """Set the turns of an interview as one text, a line each: ``speaker: what was said``.

    Offsets in the project's tables count code points in this text.

    Returns
    -------
    text
        The interview's text.
    spans
        Per turn, where its speech starts and ends (exclusive) in the text.
    """
    parts: list[str] = []
    spans = []
    position = 0
    for turn in turns:
        head = f"{turn.speaker}: "
        start = position + len(head)
        spans.append((start, start + len(turn.text)))
        parts.append(f"{head}{turn.text}\n")
        position += len(parts[-1])
    return "".join(parts), spans


def seconds(mark: str) -> float:
    """Return a time mark such as ``1:02:03.5`` or ``12:33`` in seconds.

    >>> seconds("00:12:33,250")
    753.25
    """
    total = 0.0
    for part in mark.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def count_words(text: str) -> int:
    """Return the number of words: runs of characters between white space."""
    return len(text.split())


def join_notes(notes: Iterable[str]) -> str:
    """Return notes as one table cell."""
    return " | ".join(notes)
