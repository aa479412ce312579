"""The tables that travel between the stages: their columns, and how they are read and written.

A table is a CSV file in UTF-8 with commas, LF line ends (also within cells) and a header. An empty cell is
an empty text or an unknown number. Times are seconds with three decimals, scores probabilities with four.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from interview_coding.files import write_text

_TEXT = ""
_INTEGER = "n"
_SECONDS = "s"
_SCORE = "p"


@dataclass(frozen=True)
class Table:
    """A table's name and its columns with their kinds."""

    name: str
    columns: Mapping[str, str]

    def frame(self, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
        """Return rows as a frame with this table's columns and types; missing cells are empty."""
        frame = pd.DataFrame(list(rows), columns=list(self.columns))
        return frame.astype({name: _DTYPES[kind] for name, kind in self.columns.items()})

    def read(self, path: Path) -> pd.DataFrame:
        """Read a file of this table; cells such as "NA" stay text."""
        raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
        typed = {
            name: raw[name] if kind == _TEXT else pd.to_numeric(raw[name].replace("", None))
            for name, kind in self.columns.items()
        }
        dtypes = {name: _DTYPES[kind] for name, kind in self.columns.items()}
        return pd.DataFrame(typed).astype(dtypes)

    def write(self, frame: pd.DataFrame, path: Path) -> None:
        """Write a frame to a file, whole or not at all; the same frame gives the same bytes."""
        text = pd.DataFrame({name: _as_text(frame[name], kind) for name, kind in self.columns.items()})
        write_text(path, text.to_csv(index=False, lineterminator="\n"))

    def concat(self, paths: Iterable[Path]) -> pd.DataFrame:
        """Read files of this table and set them one below the other."""
        frames = [self.read(path) for path in paths]
        return pd.concat(frames, ignore_index=True) if frames else self.frame()


_DTYPES = {_TEXT: "object", _INTEGER: "Int64", _SECONDS: "Float64", _SCORE: "Float64"}
_FORMATS = {_SECONDS: "{:.3f}", _SCORE: "{:.4f}", _INTEGER: "{:d}"}


def _table(name: str, columns: str) -> Table:
    """Return a table by its column names; behind a colon n whole number, s seconds, p probability."""
    pairs = (column.partition(":") for column in columns.split())
    return Table(name, {column: kind for column, _, kind in pairs})


def _as_text(column: pd.Series, kind: str) -> pd.Series:
    if kind == _TEXT:
        return column.astype(object).where(column.notna(), "").replace("\r\n?", "\n", regex=True)
    form = _FORMATS[kind].format
    return column.map(lambda value: "" if pd.isna(value) else form(value)).astype(object)


TRANSCRIPTS = _table(
    "transcripts",
    "interview_id status format turns:n respondent_turns:n words:n segments:n sha256 notes evened"
    " problem remedy",
)
TURNS = _table("turns", "interview_id turn:n start:n end:n speaker role text time_start:s time_end:s")
SEGMENTS = _table(
    "segments", "interview_id segment_id turn:n start:n end:n speaker text time_start:s time_end:s"
)
SENTENCES = _table("sentences", "interview_id segment_id start:n end:n")
SUGGESTIONS = _table("suggestions", "interview_id segment_id code rank:n score:p engine evidence")
ANSWERS = _table("answers", "interview_id segment_id code quote score:p")
SCORES = _table("scores", "interview_id segment_id code score:p")
QUEUE = _table("queue", "place:n interview_id segment_id reason code")
DECIDED = _table("decided", "interview_id segment_id question text codes")
DECISIONS = _table(
    "decisions",
    "time coder interview_id segment_id start:n end:n quote code decision memo codebook_version"
    " suggestion_score:p holds:n placement reason",
)
UNPLACED = _table(
    "unplaced",
    "coder interview_id row:n time segment_id quote code decision memo reason nearest likeness:p open:n",
)
CODINGS = _table("codings", "interview_id segment_id start:n end:n code coders status memo")
TALLIES = _table(
    "tallies", "partnership wave:n code interviews:n interviews_with_code:n segments:n suggested_segments:n"
)

TABLES = {
    table.name: table
    for table in (
        TRANSCRIPTS,
        TURNS,
        SEGMENTS,
        SENTENCES,
        SUGGESTIONS,
        ANSWERS,
        SCORES,
        QUEUE,
        DECIDED,
        DECISIONS,
        UNPLACED,
        CODINGS,
        TALLIES,
    )
}
