"""Suggest codes for segments: a module per engine, one interface, one rule for what is shown.

To add an engine, write a module with a class of the shape of `Engine` and list it in `ENGINES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from interview_coding.engines.codebook import CodebookEngine

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span
    from spacy.vocab import Vocab

    from interview_coding.codebook import Codebook

AUTO = "auto"
MOST_SHOWN = 5
"""The most suggestions that `AUTO` shows for a segment."""


class Engine(Protocol):
    """Scores segments by one method, and says why.

    Attributes
    ----------
    name
        Stands in the tables beside every suggestion of the engine.
    threshold
        The probability from which a suggestion is shown to an analyst.
    codes
        The ids of the codes, in the order of the scores' columns.
    """

    name: str
    threshold: float
    codes: list[str]

    @classmethod
    def train(cls, codebook: Codebook, nlp: Language) -> Engine:
        """Return an engine that has learnt from a codebook, annotated by the run's pipeline."""

    def save(self, file: Path) -> None:
        """Write what was learnt to a file, with the same bytes for the same content."""

    @classmethod
    def load(cls, file: Path, vocab: Vocab) -> Engine:
        """Return the engine that `save` wrote, for segments of a vocabulary."""

    def score(self, segments: Sequence[Span]) -> np.ndarray:
        """Return how probable each code is for each segment, with shape (segments, codes)."""

    def evidence(self, segment: Span, code: str) -> str:
        """Return what in the segment speaks for the code, in Danish."""


ENGINES: dict[str, type[Engine]] = {"codebook": CodebookEngine}
"""The engines by name; the first is the one in use."""


def in_use() -> type[Engine]:
    """Return the engine in use."""
    return next(iter(ENGINES.values()))


def suggest(
    segments: Sequence[tuple[str, str, Span]], engine: Engine, per_segment: str | int = AUTO
) -> Iterator[dict[str, Any]]:
    """Yield the suggestions for segments as rows of the table suggestions.

    Parameters
    ----------
    segments
        Interview id, segment id and annotated text of each.
    engine
        What scores them.
    per_segment
        `AUTO`: the codes at or over the engine's threshold, `MOST_SHOWN` at most; a number: so many
        of the best, whatever their score.
    """
    if not segments:
        return
    scores = engine.score([span for _, _, span in segments])
    most = MOST_SHOWN if per_segment == AUTO else min(int(per_segment), len(engine.codes))
    least = engine.threshold if per_segment == AUTO else -1.0
    best = np.argsort(-scores, axis=1, kind="stable")[:, :most]
    for (interview_id, segment_id, span), row, order in zip(segments, scores, best, strict=True):
        for rank, column in enumerate(order, 1):
            if row[column] >= least:
                code = engine.codes[column]
                yield {
                    "interview_id": interview_id,
                    "segment_id": segment_id,
                    "code": code,
                    "rank": rank,
                    "score": float(row[column]),
                    "engine": engine.name,
                    "evidence": engine.evidence(span, code),
                }
