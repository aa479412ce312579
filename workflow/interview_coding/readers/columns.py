"""Transcripts set as a table: which column holds the speaker, which the time, which the speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from interview_coding.marks import asks, is_label, is_usual, name_and_time, time_alone
from interview_coding.text import Line, count_words

Cell = Sequence[Line]
Row = Sequence[Cell]

_HEADINGS = re.compile(
    r"(taler|person|navn|hvem|deltager|speaker|tid|time|tidskode|tidspunkt|start|slut|nr|#|linje|linjenr|"
    r"tekst|text|udsagn|ytring|replik|svar|transskription|transkription|udskrift|transcript|indhold|"
    r"kode|koder|kommentar|kommentarer|noter|bemærkninger)\.?:?",
    re.I,
)
_MOST = 0.8
_WORDS_OF_SPEECH = 3


@dataclass(frozen=True)
class _Columns:
    speaker: int
    speech: int
    times: tuple[int, ...]
    numbers: tuple[int, ...]


def lines_from_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield the lines of a table, row by row.

    A table with a column of short recurring labels beside a column of speech is a conversation:
    its lines carry the speaker, and the time if a column gives it. Where the headings are speakers
    (``Spørgsmål``, ``Svar``), each column is that speaker's. Of any other table every cell's lines are
    given as they stand.

    Parameters
    ----------
    rows
        Per row its cells, per cell its lines.
    """
    filled = [row for row in rows if any(row)]
    if filled and (heads := _speaking_heads(filled[0])):
        for row in filled[1:]:
            for column, cell in enumerate(row):
                yield from (replace(line, speaker=heads.get(column), bold=0) for line in cell)
        return
    said = filled[1:] if filled and _is_heading(filled[0]) else filled
    columns = _columns(said)
    if columns is None:
        yield from (line for row in filled for cell in row for line in cell)
        return
    for row in said:
        yield from _conversation(row, columns)


def _conversation(row: Row, columns: _Columns) -> Iterator[Line]:
    speaker, beside = name_and_time(_text(row, columns.speaker))
    marks = [time_alone(_text(row, column)) for column in columns.times]
    start = marks[0] if marks else beside
    end = marks[1] if len(marks) > 1 else None
    known = {columns.speaker, columns.speech, *columns.numbers}
    known |= {column for column, mark in zip(columns.times, marks, strict=True) if mark is not None}
    extra = [line for column, cell in enumerate(row) if column not in known for line in cell]
    speech = row[columns.speech] if columns.speech < len(row) else ()
    if not speech and not is_label(speaker):
        extra = [*(row[columns.speaker] if columns.speaker < len(row) else ()), *extra]
        speaker = ""
    for line in (*speech, *extra):
        yield replace(line, speaker=speaker or None, time_start=start, time_end=end, bold=0)
        start = end = None


def _speaking_heads(row: Row) -> dict[int, str]:
    """Return the speaker per column where each column is one speaker's, such as question and answer."""
    heads = {column: text.rstrip(":") for column in range(len(row)) if (text := _text(row, column))}
    usual = len(heads) > 1 and all(map(is_usual, heads.values()))
    return heads if usual and any(map(asks, heads.values())) else {}


def _is_heading(row: Row) -> bool:
    texts = [_text(row, n) for n in range(len(row))]
    return len(texts) > 1 and all(_HEADINGS.fullmatch(text) for text in texts if text)


def _text(row: Row, column: int) -> str:
    return " ".join(line.text for line in row[column]) if column < len(row) else ""


def _columns(rows: Sequence[Row]) -> _Columns | None:
    width = max((len(row) for row in rows), default=0)
    texts = [[_text(row, column) for row in rows] for column in range(width)]
    times = tuple(n for n, cells in enumerate(texts) if _share(cells, _is_time) > _MOST)
    numbers = tuple(n for n, cells in enumerate(texts) if _are_numbers(cells))
    others = [n for n in range(width) if n not in (*times, *numbers)]
    if len(others) < 2:
        return None
    words = {n: mean(count_words(cell) for cell in texts[n]) for n in others}
    speech = max(others, key=lambda n: words[n])
    speakers = [n for n in others if n != speech and _are_speakers(texts[n], words[speech])]
    return _Columns(speakers[0], speech, times, numbers) if speakers else None


def _is_time(cell: str) -> bool:
    return time_alone(cell) is not None


def _are_numbers(cells: Sequence[str]) -> bool:
    """Tell whether a column numbers the rows."""
    numbers = [int(cell.rstrip(".")) for cell in cells if re.fullmatch(r"\d{1,6}\.?", cell)]
    counts_up = all(first < second for first, second in pairwise(numbers))
    return bool(numbers) and counts_up and len(numbers) == sum(map(bool, cells))


def _are_speakers(cells: Sequence[str], words_of_speech: float) -> bool:
    names = [name_and_time(cell)[0] for cell in cells if cell]
    recur = len(set(names)) < len(names)
    usual = all(map(is_usual, names)) and words_of_speech > _WORDS_OF_SPEECH
    return (recur or usual) and _share(names, is_label) > _MOST


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    filled = [cell for cell in cells if cell]
    return sum(map(test, filled)) / len(filled) if filled else 0.0
