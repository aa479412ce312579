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

_SPEAKER, _TIME, _NUMBER, _SPEECH, _REMARK = "speaker", "time", "number", "speech", "remark"
_HEADINGS = {
    _SPEAKER: "taler|talernavn|person|navn|hvem|deltager|speaker|speaker name|name",
    _TIME: "tid|time|tidskode|tidspunkt|timestamp|start|slut|end|start time|end time|starttid|sluttid",
    _NUMBER: "nr|#|linje|linjenr|id",
    _SPEECH: "tekst|text|udsagn|ytring|replik|svar|transskription|transkription|udskrift|transcript|indhold",
    _REMARK: "kode|koder|code|codes|kommentar|kommentarer|comment|comments|note|noter|notes|bemærkninger",
}
"""What columns are called, by what they hold."""

_MEANINGS = {name: meaning for meaning, names in _HEADINGS.items() for name in names.split("|")}
_MOST = 0.8
_WORDS_OF_SPEECH = 3


@dataclass(frozen=True)
class _Columns:
    speaker: int | None
    speech: int
    times: tuple[int, ...]
    numbers: tuple[int, ...]


def has_headings(row: Sequence[str]) -> bool:
    """Tell whether a row heads a table of speech: every cell is a known heading, one of them of speech."""
    meanings = [_meaning(cell) for cell in row if cell]
    return len(meanings) > 1 and None not in meanings and _SPEECH in meanings


def is_conversation(rows: Sequence[Row]) -> bool:
    """Tell whether `lines_from_rows` finds out which column of a table holds the speech."""
    filled = [row for row in rows if any(row)]
    return bool(filled) and (bool(_speaking_heads(filled[0])) or _found(filled)[1] is not None)


def without_remarks(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """Take the columns off a table that are headed as codes, comments or notes, which nobody said.

    Returns
    -------
    rows
        The table without them.
    count
        How many of their cells held something.
    """
    filled = [row for row in rows if any(row)]
    if not filled or not has_headings([_text(filled[0], n) for n in range(len(filled[0]))]):
        return list(rows), 0
    remarks = {n for n in range(len(filled[0])) if _meaning(_text(filled[0], n)) == _REMARK}
    count = sum(bool(row[n]) for row in filled[1:] for n in remarks if n < len(row))
    return [[() if n in remarks else cell for n, cell in enumerate(row)] for row in rows], count


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
    said, columns = _found(filled)
    if columns is None:
        yield from (line for row in filled for cell in row for line in cell)
        return
    for row in said:
        yield from _conversation(row, columns)


def _found(filled: Sequence[Row]) -> tuple[Sequence[Row], _Columns | None]:
    """Return the rows below the heading, if there is one, and which column holds what."""
    if not filled or not _is_heading(filled[0]):
        return filled, _columns(filled)
    said = filled[1:]
    headed = _headed([_text(filled[0], n) for n in range(len(filled[0]))], said) if said else None
    return said, headed if headed and headed.speaker is not None else _columns(said) or headed


def _headed(heading: Sequence[str], said: Sequence[Row]) -> _Columns | None:
    """Return what the headings say that the columns hold; None unless just one is of speech.

    Times that are whole numbers, in an unknown unit, are numbers.
    """
    found: dict[str, list[int]] = {meaning: [] for meaning in _HEADINGS}
    for column, cell in enumerate(heading):
        if (meaning := _meaning(cell)) is not None:
            is_count = meaning == _TIME and all(_text(row, column).isdecimal() for row in said)
            found[_NUMBER if is_count else meaning].append(column)
    if len(found[_SPEECH]) != 1:
        return None
    speaker = found[_SPEAKER][0] if found[_SPEAKER] else None
    return _Columns(speaker, found[_SPEECH][0], tuple(found[_TIME]), tuple(found[_NUMBER]))


def _meaning(heading: str) -> str | None:
    return _MEANINGS.get(heading.casefold().rstrip(":").rstrip(".").strip())


def _conversation(row: Row, columns: _Columns) -> Iterator[Line]:
    named = _text(row, columns.speaker) if columns.speaker is not None else ""
    speaker, beside = name_and_time(named)
    marks = [_time(_text(row, column)) for column in columns.times]
    start = marks[0] if marks else beside
    end = marks[1] if len(marks) > 1 else None
    known = {columns.speaker, columns.speech, *columns.numbers}
    known |= {column for column, mark in zip(columns.times, marks, strict=True) if mark is not None}
    extra = [line for column, cell in enumerate(row) if column not in known for line in cell]
    speech = row[columns.speech] if columns.speech < len(row) else ()
    if named and not speech and not is_label(speaker):
        extra = [
            *(line for column in (columns.speaker,) if column is not None for line in row[column]),
            *extra,
        ]
        speaker = ""
    for line in (*speech, *extra):
        yield replace(line, speaker=speaker or None, time_start=start, time_end=end, bold=0)
        start = end = None


def _time(cell: str) -> float | None:
    """Return a time mark or a decimal number, such as ``12.48``, in seconds."""
    return float(cell) if re.fullmatch(r"\d{1,6}\.\d{1,6}", cell) else time_alone(cell)


def _speaking_heads(row: Row) -> dict[int, str]:
    """Return the speaker per column where each column is one speaker's, such as question and answer."""
    heads = {column: text.rstrip(":") for column in range(len(row)) if (text := _text(row, column))}
    usual = len(heads) > 1 and all(map(is_usual, heads.values()))
    return heads if usual and any(map(asks, heads.values())) else {}


def _is_heading(row: Row) -> bool:
    texts = [_text(row, n) for n in range(len(row))]
    return len(texts) > 1 and all(_meaning(text) for text in texts if text)


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
    return _time(cell) is not None


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
