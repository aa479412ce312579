"""Step suggest: the segments of a batch and the codebook -> suggestions."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from interview_coding.codebook import Codebook
from interview_coding.engines import ENGINES, suggest
from interview_coding.stages.annotate import DOCS
from interview_coding.tables import SEGMENTS, SUGGESTIONS, TURNS

if TYPE_CHECKING:
    from spacy.tokens import Span

log = logging.getLogger(__name__)


def suggest_codes(annotated: Path, codebook_file: Path, per_segment: str | int, output: Path) -> None:
    """Suggest codes for the segments of a batch.

    Parameters
    ----------
    annotated
        The folder that `annotate` wrote.
    codebook_file
        The compiled codebook (JSON).
    per_segment
        ``auto`` or a number, as in config.yaml.
    output
        The file for the table suggestions.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    engine = next(iter(ENGINES.values()))(codebook)
    segments = list(_spans(annotated))
    rows = list(suggest(segments, engine, per_segment))
    log.info("%d suggestions for %d segments (engine %s)", len(rows), len(segments), engine.name)
    SUGGESTIONS.write(SUGGESTIONS.frame(rows), output)


def _spans(annotated: Path) -> Iterator[tuple[str, str, Span]]:
    """Yield interview id, segment id and annotated text of every segment, in order."""
    import spacy
    from spacy.tokens import DocBin

    turns = TURNS.read(annotated / "turns.csv")
    segments = SEGMENTS.read(annotated / "segments.csv")
    docs = DocBin().from_disk(annotated / DOCS).get_docs(spacy.blank("da").vocab)
    by_turn = dict(iter(segments.groupby(["interview_id", "turn"])))
    for turn, doc in zip(turns.itertuples(), docs, strict=True):
        part: pd.DataFrame | None = by_turn.get((turn.interview_id, turn.turn))
        if part is not None:
            for segment in part.itertuples():
                first, last = segment.start - turn.start, segment.end - turn.start
                span = doc.char_span(first, last, alignment_mode="expand")
                assert span is not None, "a segment lies within its turn"
                yield segment.interview_id, segment.segment_id, span
