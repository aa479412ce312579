"""WebVTT subtitles, as Teams, Zoom and Whisper write them.

Reference: WebVTT, The Web Video Text Tracks Format (W3C).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from interview_coding.encoding import decode
from interview_coding.readers.base import Reader, Reading, starts_as_text
from interview_coding.text import Line, clean, seconds

_TIMING = re.compile(r"^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^>]*>")


def detects(path: Path, head: bytes) -> bool:
    """Take files that begin with the signature WEBVTT."""
    return starts_as_text(head).lstrip().startswith("WEBVTT")


def read(path: Path) -> Reading:
    """Read the cues of a WebVTT file, one line per voice."""
    blocks = re.split(r"\n[ \t]*\n+", decode(path.read_bytes(), str(path)))
    lines = tuple(line for block in blocks for line in _cue(block))
    left_out = sum(block.lstrip().startswith(("NOTE", "STYLE", "REGION")) for block in blocks)
    notes = (f"left out: {left_out} comment or style blocks",) if left_out else ()
    return Reading(lines, notes)


def _cue(block: str) -> Iterator[Line]:
    rows = block.split("\n")
    timing = next((n for n, row in enumerate(rows) if _TIMING.match(row)), None)
    if timing is None:
        return
    match = _TIMING.match(rows[timing])
    assert match is not None
    start, end = (seconds(mark) for mark in match.groups())
    for speaker, text in _voices(" ".join(rows[timing + 1 :])):
        if spoken := clean(html.unescape(_TAG.sub("", text))):
            yield Line(spoken, speaker=speaker, time_start=start, time_end=end, cue=True)


def _voices(payload: str) -> Iterator[tuple[str | None, str]]:
    parts = _VOICE.split(payload)
    yield None, parts[0]
    for speaker, text in zip(parts[1::2], parts[2::2], strict=True):
        yield clean(html.unescape(speaker)) or None, text


READER = Reader("vtt", detects, read)
