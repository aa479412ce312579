"""What an analyst is shown for each segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from interview_coding.engines import Passage, Suggester

AUTO = "auto"
LEAST_SCORE = 0.05
"""Codes less probable than this are not written down, unless asked for."""
LLM = "llm"
NAMED = 0.5
"""How probable a code is that only a language model names. A rule of thumb: no model could be measured."""
NOT_NAMED = 0.6
"""What is left of a code's odds when a language model was asked and did not name it; likewise."""

Key = tuple[str, str]
Segment = tuple[str, str, Passage]
"""Interview id, segment id and annotated text."""
Answers = Mapping[Key, Mapping[str, str]]
"""Interview id and segment id -> the codes that a language model named, with the words that bear them."""


def suggest(
    segments: Sequence[Segment],
    suggester: Suggester,
    per_segment: str | int = AUTO,
    answers: Answers | None = None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the suggestions for segments, and all scores that are not negligible.

    Parameters
    ----------
    segments
        The segments.
    suggester
        What scores them.
    per_segment
        `AUTO`: the codes from their thresholds on; a number: so many of the best, whatever their score.
    answers
        What a language model said of those that it was asked about, if any.

    Returns
    -------
    suggestions, scores
        Rows of the tables suggestions and scores.
    """
    if not segments:
        return [], []
    probability = suggester.score([passage for _, _, passage in segments])
    suggestions: list[dict[str, Any]] = []
    scores: list[dict[str, Any]] = []
    for (interview_id, segment_id, passage), row in zip(segments, probability, strict=True):
        named = (answers or {}).get((interview_id, segment_id))
        if named is not None:
            row = heard(row, [code in named for code in suggester.codes])
        place = {"interview_id": interview_id, "segment_id": segment_id}
        order = np.argsort(-row, kind="stable")
        if per_segment == AUTO:
            shown = [column for column in order if row[column] >= suggester.thresholds[column]]
        else:
            shown = list(order[: int(per_segment)])
        for rank, column in enumerate(shown, 1):
            code = suggester.codes[column]
            engine, evidence = suggester.account(passage, code)
            if named and code in named:
                engine, evidence = f"{engine}+{LLM}", f"»{named[code]}«, {evidence}"
            said = {"code": code, "rank": rank, "score": float(row[column])}
            suggestions.append({**place, **said, "engine": engine, "evidence": evidence})
        scores.extend(
            {**place, "code": suggester.codes[column], "score": float(row[column])}
            for column in order
            if row[column] >= LEAST_SCORE
        )
    return suggestions, scores


def heard(probability: np.ndarray, named: Sequence[bool]) -> np.ndarray:
    """Return the probabilities of a segment's codes after a language model has named some of them.

    Parameters
    ----------
    probability, named
        Of each code, with shape (codes,).
    """
    odds = NOT_NAMED * probability / (1 - probability)
    after: np.ndarray = np.where(named, 1 - (1 - probability) * (1 - NAMED), odds / (1 + odds))
    return after


def by_segment(answers: pd.DataFrame) -> Answers:
    """Return the table answers by segment; one for which no code was named has none."""
    found: dict[Key, dict[str, str]] = {}
    for row in answers.itertuples():
        named = found.setdefault((row.interview_id, row.segment_id), {})
        if row.code:
            named[row.code] = row.quote
    return found
