"""SubRip subtitles: numbered cues with a line of times and lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from interview_coding.readers.base import Reader, Reading, read_text, starts_as_text
from interview_coding.readers.cues import CUE_TIMING, finished, spoken
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line, seconds

_NUMBER = re.compile(r"\s*\d+[ \t]*[\r\n]\s*")
_NUMBER_AT_END = re.compile(r"\n[ \t]*\n[ \t]*\d+[ \t]*\n*\Z")


def detects(path: Path, head: bytes) -> bool:
    """Take files whose first cue stands at the beginning."""
    text = starts_as_text(head)
    number = _NUMBER.match(text)
    return CUE_TIMING.match(text[number.end() :] if number else text.lstrip()) is not None


def read(path: Path) -> Reading:
    """Read the cues of a SubRip file, one line each."""
    text, notes = read_text(path)
    hygiene = Hygiene()
    return finished(_cues(text, hygiene), hygiene, notes)


def _cues(text: str, hygiene: Hygiene) -> Iterator[Line]:
    timings = list(CUE_TIMING.finditer(text))
    ends = [timing.start() for timing in timings[1:]] + [len(text)]
    for timing, end in zip(timings, ends, strict=True):
        payload = text[timing.end() : end]
        if end < len(text):
            payload = _NUMBER_AT_END.sub("", payload)
        if said := spoken(payload, hygiene):
            start, stop = (seconds(mark) for mark in timing.groups())
            yield Line(said, time_start=start, time_end=stop, cue=True)


READER = Reader("srt", detects, read)
