"""Transcripts set as a table: which column holds the speaker, which the time, which the speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import mean

from interview_coding.speakers import is_label, take_time
from interview_coding.text import Line, count_words

Cell = Sequence[Line]
Row = Sequence[Cell]

_HEADINGS = re.compile(
    r"(taler|person|navn|hvem|speaker|tid|time|tidskode|nr|#|linje|tekst|udsagn|replik|"
    r"transskription|transkription|udskrift|indhold)\.?:?",
    re.I,
)


def lines_from_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield the lines of a table, row by row.

    A table with a column of short recurring labels beside a column of speech is a conversation:
    its lines carry the speaker, and the time if a column gives it. Of any other table every cell's
    lines are given as they stand.

    Parameters
    ----------
    rows
        Per row its cells, per cell its lines.
    """
    filled = [row for row in rows if any(row)]
    if filled and _is_heading(filled[0]):
        filled = filled[1:]
    columns = _columns(filled)
    if columns is None:
        yield from (line for row in filled for cell in row for line in cell)
        return
    speaker_column, time_column, speech_column = columns
    for row in filled:
        speaker = _text(row, speaker_column).rstrip(":").strip() or None
        time = None if time_column is None else take_time(_text(row, time_column))[1]
        special = {speaker_column, time_column, speech_column}
        extra = [line for n, cell in enumerate(row) if n not in special for line in cell]
        speech = row[speech_column] if speech_column < len(row) else ()
        for line in (*speech, *extra):
            yield replace(line, speaker=speaker, time_start=time, bold=0)
            time = None


def _is_heading(row: Row) -> bool:
    texts = [_text(row, n) for n in range(len(row))]
    return len(texts) > 1 and all(_HEADINGS.fullmatch(text) for text in texts if text)


def _text(row: Row, column: int) -> str:
    return " ".join(line.text for line in row[column]) if column < len(row) else ""


def _columns(rows: Sequence[Row]) -> tuple[int, int | None, int] | None:
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return None
    texts = [[_text(row, column) for row in rows] for column in range(width)]
    times = [n for n, cells in enumerate(texts) if _share(cells, _is_time) > 0.8]
    others = [n for n in range(width) if n not in times]
    speech = max(others, key=lambda n: mean(count_words(cell) for cell in texts[n]), default=None)
    speakers = [n for n in others if n != speech and _are_speakers(texts[n])]
    if speech is None or not speakers:
        return None
    return speakers[0], times[0] if times else None, speech


def _is_time(cell: str) -> bool:
    rest, time = take_time(cell)
    return time is not None and not rest


def _are_speakers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    few = len(set(filled)) <= max(2, len(filled) // 2)
    return few and _share(cells, lambda cell: is_label(cell.rstrip(":"))) > 0.8


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    filled = [cell for cell in cells if cell]
    return sum(map(test, filled)) / len(filled) if filled else 0.0
