"""Steps engine and suggest: the codebook -> an engine; the segments of a batch -> suggestions."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from interview_coding.codebook import Codebook
from interview_coding.engines import in_use, suggest
from interview_coding.language import LanguageModel, load
from interview_coding.stages.annotate import DOCS
from interview_coding.tables import SEGMENTS, SUGGESTIONS, TURNS

if TYPE_CHECKING:
    from spacy.tokens import Span
    from spacy.vocab import Vocab

log = logging.getLogger(__name__)


def train_engine(codebook_file: Path, model_file: Path, output: Path) -> None:
    """Let the engine in use learn from the codebook.

    Parameters
    ----------
    codebook_file
        The compiled codebook (JSON).
    model_file
        What `describe_model` wrote.
    output
        The file for what the engine has learnt.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    model = LanguageModel.from_dict(json.loads(model_file.read_text(encoding="utf-8")))
    nlp, _ = load(model.name, names=False)
    engine = in_use().train(codebook, nlp)
    engine.save(output)
    log.info(
        "the engine %s has learnt %d codes of codebook %s", engine.name, len(engine.codes), codebook.version
    )


def suggest_codes(annotated: Path, engine_file: Path, per_segment: str | int, output: Path) -> None:
    """Suggest codes for the segments of a batch.

    Parameters
    ----------
    annotated
        The folder that `annotate` wrote.
    engine_file
        What `train_engine` wrote.
    per_segment
        ``auto`` or a number, as in config.yaml.
    output
        The file for the table suggestions.
    """
    import spacy

    vocab = spacy.blank("da").vocab
    engine = in_use().load(engine_file, vocab)
    segments = list(_spans(annotated, vocab))
    rows = list(suggest(segments, engine, per_segment))
    log.info("%d suggestions for %d segments (engine %s)", len(rows), len(segments), engine.name)
    SUGGESTIONS.write(SUGGESTIONS.frame(rows), output)


def _spans(annotated: Path, vocab: Vocab) -> Iterator[tuple[str, str, Span]]:
    """Yield interview id, segment id and annotated text of every segment, in order."""
    from spacy.tokens import DocBin

    turns = TURNS.read(annotated / "turns.csv")
    segments = SEGMENTS.read(annotated / "segments.csv")
    docs = DocBin().from_disk(annotated / DOCS).get_docs(vocab)
    by_turn = dict(iter(segments.groupby(["interview_id", "turn"])))
    for turn, doc in zip(turns.itertuples(), docs, strict=True):
        part: pd.DataFrame | None = by_turn.get((turn.interview_id, turn.turn))
        if part is not None:
            for segment in part.itertuples():
                first, last = segment.start - turn.start, segment.end - turn.start
                span = doc.char_span(first, last, alignment_mode="expand")
                assert span is not None, "a segment lies within its turn"
                yield segment.interview_id, segment.segment_id, span
