"""WebVTT subtitles, as Teams, Zoom and Whisper write them.

Reference: WebVTT, The Web Video Text Tracks Format (W3C).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from interview_coding.readers.base import Reader, Reading, read_text, starts_as_text
from interview_coding.readers.cues import CUE_TIMING, finished, spoken
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line, seconds

_ASIDE = re.compile(r"\s*(NOTE|STYLE|REGION)(?=\s|$)")
_COMMENT = re.compile(r"\s*NOTE\s+(?!(?:confidence|duration|language|recognizability)\b\s*:)\S", re.I)
"""A note that a person wrote; Stream and Teams write notes of the named kinds."""
_NUMBER = re.compile(r"\s*\d*\s*")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>")


def detects(path: Path, head: bytes) -> bool:
    """Take files that begin with the signature WEBVTT."""
    return starts_as_text(head).lstrip().startswith("WEBVTT")


def read(path: Path) -> Reading:
    """Read the cues of a WebVTT file, one line per voice."""
    text, notes = read_text(path)
    hygiene = Hygiene()
    header, *blocks = re.split(r"\n(?:[ \t]*\n)+", text.lstrip())
    comments = sum(_COMMENT.match(block) is not None for block in blocks)
    said = [block for block in blocks if not _ASIDE.match(block)]
    lines = [*_cues(header, hygiene, True), *(line for block in said for line in _cues(block, hygiene))]
    if comments:
        notes = (*notes, f"left out: {comments} comments")
    return finished(lines, hygiene, notes)


def _cues(block: str, hygiene: Hygiene, is_header: bool = False) -> Iterator[Line]:
    """Yield what is said in a block: mostly one cue; text alone goes on with the cue before."""
    timings = list(CUE_TIMING.finditer(block))
    if not timings and not is_header and not _NUMBER.fullmatch(block):
        yield from _voices(block, hygiene, None, None)
    ends = [timing.start() for timing in timings[1:]] + [len(block)]
    for timing, end in zip(timings, ends, strict=False):
        times = map(seconds, timing.groups())
        yield from _voices(block[timing.end() : end], hygiene, *times)


def _voices(payload: str, hygiene: Hygiene, start: float | None, end: float | None) -> Iterator[Line]:
    before, *parts = _VOICE.split(payload)
    voices = [(None, before), *zip(parts[::2], parts[1::2], strict=True)]
    for speaker, text in voices:
        name = hygiene.clean(html.unescape(speaker)) if speaker else ""
        if said := spoken(text, hygiene):
            yield Line(said, speaker=name or None, time_start=start, time_end=end, cue=True)


READER = Reader("vtt", detects, read)
