"""SubRip subtitles: numbered cues with a line of times and lines of text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from interview_coding.encoding import decode
from interview_coding.readers.base import Reader, Reading, starts_as_text
from interview_coding.text import Line, clean, seconds

_TIME = r"\d{1,2}:\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?"
_TIMING = re.compile(rf"^[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})[^\n]*$", re.M)
_FIRST_CUE = re.compile(rf"\s*(?:\d+[ \t]*\r?\n)?[ \t]*{_TIME}[ \t]*-->")
_NUMBER_AT_END = re.compile(r"\n[ \t]*\n[ \t]*\d+[ \t]*\n*\Z")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|\{\\[^}]*\}")


def detects(path: Path, head: bytes) -> bool:
    """Take files whose first cue stands at the beginning."""
    return _FIRST_CUE.match(starts_as_text(head)) is not None


def read(path: Path) -> Reading:
    """Read the cues of a SubRip file, one line each."""
    return Reading(tuple(_cues(decode(path.read_bytes(), str(path)))))


def _cues(text: str) -> Iterator[Line]:
    timings = list(_TIMING.finditer(text))
    ends = [timing.start() for timing in timings[1:]] + [len(text)]
    for timing, end in zip(timings, ends, strict=True):
        payload = text[timing.end() : end]
        if end < len(text):
            payload = _NUMBER_AT_END.sub("", payload)
        if spoken := clean(html.unescape(_TAG.sub("", payload))):
            start, stop = (seconds(mark) for mark in timing.groups())
            yield Line(spoken, time_start=start, time_end=stop, cue=True)


READER = Reader("srt", detects, read)
