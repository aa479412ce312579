"""What speech recognition writes as JSON: Whisper and its relatives, Teams, Azure.

Known are openai-whisper and OpenAI's service (``segments``), faster-whisper and WhisperX (the same, with
speakers of segments or words), whisper.cpp (``transcription``), insanely-fast-whisper and Hugging Face
(``speakers``, ``chunks``), Teams and Stream (``entries``), Azure (``phrases``, ``recognizedPhrases``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading, read_text, starts_as_text
from interview_coding.readers.cues import CUE_TIME, finished
from interview_coding.readers.hygiene import Hygiene
from interview_coding.text import Line, seconds

_LISTS = "segments transcription speakers chunks entries phrases recognizedPhrases".split()
"""The keys under which the stretches of speech stand, in the order in which they are looked for."""

_SPEAKERS = ("speaker", "speakerDisplayName", "speaker_name")
_CLOCK = re.compile(CUE_TIME)
_UNITS = (("offsetMilliseconds", "durationMilliseconds", 1e3), ("offsetInTicks", "durationInTicks", 1e7))
_TOKEN = re.compile(r"<\|[^|<>]*\|>|\[_[A-Z]+_[\d]*\]?|\[SPEAKER_TURN\]")
_SPOKEN_BY = re.compile(r"\s*\((speaker [\d?]+)\)")

_MOST_BYTES = 20_000_000
"""Programs write a hundred signs about every word."""

_BEGINS = re.compile(r"\s*(\{\s*[\"}]|\[\s*\{)")
_REMEDY = "Have the program that wrote it write .vtt, .srt or .txt."

Stretch = Mapping[str, Any]


@dataclass(frozen=True)
class _Word:
    text: str
    speaker: str | None
    start: float | None
    end: float | None


def detects(path: Path, head: bytes) -> bool:
    """Take files that begin as JSON."""
    return _BEGINS.match(starts_as_text(head)) is not None


def read(path: Path) -> Reading:
    """Read the stretches of speech, a line each; one within which the speaker changes, a line for each.

    Raises
    ------
    InputError
        If it is no JSON, has a key twice or a number that is none, or is not of a known kind.
    """
    text, notes = read_text(path, _MOST_BYTES)
    hygiene = Hygiene()
    try:
        content = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        what = (
            "is JSON that is cut off, names something twice, holds a number that is none or nests too deeply."
        )
        raise InputError([Problem(str(path), what, _REMEDY)]) from error
    stretches = _stretches(content)
    if stretches is None:
        what = "is JSON, but of no kind known from speech recognition."
        raise InputError([Problem(str(path), what, _REMEDY)])
    lines = [line for stretch in stretches for line in _lines(stretch, hygiene)]
    if silent := sum(_text(stretch) is None for stretch in stretches):
        notes = (*notes, f"left out: {silent} stretches without text")
    if 0 < (unnamed := sum(line.speaker is None for line in lines)) < len(lines):
        notes = (*notes, f"{unnamed} stretches name no speaker: taken for the one who spoke before")
    return finished(lines, hygiene, notes)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _stretches(content: Any) -> Sequence[Stretch] | None:
    """Return the stretches of speech in a JSON document; None if it holds none."""
    if not isinstance(content, Mapping):
        return content if _is_speech(content) else None
    for name in _LISTS:
        if _is_speech(content.get(name)):
            found: Sequence[Stretch] = content[name]
            return found
    whole = content.get("text")
    return [{"text": row} for row in whole.split("\n")] if isinstance(whole, str) else None


def _is_speech(found: Any) -> bool:
    rows = isinstance(found, list) and all(isinstance(stretch, Mapping) for stretch in found)
    return rows and any(_text(stretch) is not None for stretch in found)


def _text(stretch: Stretch) -> str | None:
    """Return what was said: as text, as the best of several readings, or as words."""
    text = stretch.get("text", stretch.get("display"))
    if isinstance(text, str):
        return _TOKEN.sub("", text)
    best = stretch.get("nBest")
    if isinstance(best, list) and best and isinstance(best[0], Mapping):
        return _text({"text": best[0].get("display")})
    return _joined(words) if "text" not in stretch and (words := _words(stretch, None)) else None


def _lines(stretch: Stretch, hygiene: Hygiene) -> Iterator[Line]:
    said = _text(stretch) or ""
    speaker = _speaker(stretch)
    if match := _SPOKEN_BY.match(said):
        said, speaker = said[match.end() :], match[1].capitalize()
    start, end = _times(stretch)
    lines = [Line(said, speaker=speaker, time_start=start, time_end=end, cue=True)]
    words = _words(stretch, speaker)
    if len({word.speaker for word in words}) > 1 and _letters(_joined(words)) == _letters(said):
        lines = [_line(list(run)) for _, run in groupby(words, lambda word: word.speaker)]
    for line in lines:
        text, name = hygiene.clean(line.text), hygiene.clean(line.speaker or "")
        if text:
            yield replace(line, text=text, speaker=name or None)


def _line(run: Sequence[_Word]) -> Line:
    starts = [word.start for word in run if word.start is not None]
    ends = [word.end for word in run if word.end is not None]
    start, end = starts[0] if starts else None, ends[-1] if ends else None
    return Line(_joined(run), speaker=run[0].speaker, time_start=start, time_end=end, cue=True)


def _words(stretch: Stretch, speaker: str | None) -> list[_Word]:
    """Return a stretch's words; one that names no speaker is said by the speaker of the word before."""
    listed = stretch.get("words")
    words = []
    for word in listed if isinstance(listed, list) else ():
        text = word.get("word", word.get("text")) if isinstance(word, Mapping) else None
        if isinstance(text, str):
            speaker = _speaker(word) or speaker
            words.append(_Word(text, speaker, *_times(word)))
    return words


def _joined(words: Sequence[_Word]) -> str:
    has_spaces = any(word.text.startswith(" ") for word in words)
    return ("" if has_spaces else " ").join(word.text for word in words)


def _letters(text: str) -> str:
    return "".join(text.split())


def _speaker(stretch: Stretch) -> str | None:
    """Return who speaks; a speaker that is only a number is called ``Speaker 1``."""
    for name in _SPEAKERS:
        speaker = stretch.get(name)
        if isinstance(speaker, int) and not isinstance(speaker, bool):
            return f"Speaker {speaker}"
        if isinstance(speaker, str) and (speaker := speaker.strip()) not in ("", "?"):
            return f"Speaker {speaker}" if speaker.isdecimal() else speaker
    return None


def _times(stretch: Stretch) -> tuple[float | None, float | None]:
    """Return when a stretch begins and ends, in seconds."""
    pair = stretch.get("timestamps")
    if isinstance(pair, Mapping):
        return _time(pair.get("from")), _time(pair.get("to"))
    pair = stretch.get("timestamp")
    if isinstance(pair, list) and len(pair) == 2:
        return _time(pair[0]), _time(pair[1])
    for offset, duration, unit in _UNITS:
        begin, lasts = _time(stretch.get(offset)), _time(stretch.get(duration))
        if begin is not None:
            return begin / unit, None if lasts is None else (begin + lasts) / unit
    start, end = (stretch.get(name, stretch.get(f"{name}Offset")) for name in ("start", "end"))
    return _time(start), _time(end)


def _time(value: Any) -> float | None:
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return seconds(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < 1e15 and isfinite(value) else None


READER = Reader("json", detects, read)
