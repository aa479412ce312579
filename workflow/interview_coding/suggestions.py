"""What an analyst is shown for each segment, and in which order it teaches most to review the segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from interview_coding.engines import Passage, Suggester

AUTO = "auto"
LEAST_SCORE = 0.05
"""Codes less probable than this are not written down, unless asked for."""

Segment = tuple[str, str, Passage]
"""Interview id, segment id and annotated text."""


def suggest(
    segments: Sequence[Segment], suggester: Suggester, per_segment: str | int = AUTO
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
        place = {"interview_id": interview_id, "segment_id": segment_id}
        order = np.argsort(-row, kind="stable")
        if per_segment == AUTO:
            shown = [column for column in order if row[column] >= suggester.thresholds[column]]
        else:
            shown = list(order[: int(per_segment)])
        for rank, column in enumerate(shown, 1):
            code = suggester.codes[column]
            engine, evidence = suggester.account(passage, code)
            said = {"code": code, "rank": rank, "score": float(row[column])}
            suggestions.append({**place, **said, "engine": engine, "evidence": evidence})
        scores.extend(
            {**place, "code": suggester.codes[column], "score": float(row[column])}
            for column in order
            if row[column] >= LEAST_SCORE
        )
    return suggestions, scores
