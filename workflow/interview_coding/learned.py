"""What engines can learn from the coders' decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from interview_coding.decisions import CONFIRMED, DISPUTED, SUGGESTED
from interview_coding.engines import Example
from interview_coding.text import INTERVIEWER

READ = 0.8
"""From this share of its suggestions decided on, an interview counts as read to the end."""
SEPARATOR = ";"


def decided_segments(
    segments: pd.DataFrame, turns: pd.DataFrame, codings: pd.DataFrame
) -> list[dict[str, Any]]:
    """Return the segments whose codes are settled, with their codes and the questions that they answer.

    A segment is settled when coders have decided on it and agree, and nothing suggested on it waits. In an
    interview that was read to the end, those where nothing was suggested or added are settled too: they
    carry no code.

    Parameters
    ----------
    segments, turns, codings
        The tables of these names.

    Returns
    -------
    list of dict
        Rows of the table decided, in the order of the segments.
    """
    questions = dict(_questions(turns))
    keys = ["interview_id", "segment_id"]
    status = dict(iter(codings.groupby(keys)[["code", "status"]]))
    decided = codings["status"] != SUGGESTED
    read = decided.groupby(codings["interview_id"]).mean() >= READ
    rows = []
    for segment in segments.itertuples():
        own = status.get((segment.interview_id, segment.segment_id))
        if own is None:
            settled, codes = bool(read.get(segment.interview_id, False)), []
        else:
            settled = not own["status"].isin([SUGGESTED, DISPUTED]).any()
            codes = own["code"][own["status"] == CONFIRMED].tolist()
        if settled:
            rows.append(
                {
                    "interview_id": segment.interview_id,
                    "segment_id": segment.segment_id,
                    "question": questions.get((segment.interview_id, segment.turn), ""),
                    "text": segment.text,
                    "codes": SEPARATOR.join(codes),
                }
            )
    return rows


def _questions(turns: pd.DataFrame) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield for each turn what the interviewer last asked before it."""
    interview, question = "", ""
    for turn in turns.itertuples():
        if turn.interview_id != interview:
            interview, question = turn.interview_id, ""
        yield (interview, turn.turn), question
        if turn.role == INTERVIEWER:
            question = turn.text


def examples(decided: pd.DataFrame) -> list[Example]:
    """Return the rows of the table decided as examples to learn from."""
    return [
        Example(
            row.text,
            tuple(filter(None, row.codes.split(SEPARATOR))),
            f"{row.interview_id} {row.segment_id}",
            row.question,
            f"{row.interview_id} (projekt)",
            decided=True,
        )
        for row in decided.itertuples()
    ]
