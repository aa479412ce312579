"""Steps engine, suggest and queue: the codebook and decisions -> an engine -> suggestions, in an order."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coding.codebook import Codebook
from interview_coding.engines import Example, Passage, Suggester, gather
from interview_coding.engines.encoder import Encoder
from interview_coding.files import sha256
from interview_coding.language import LanguageModel, load
from interview_coding.learned import decided_segments, examples
from interview_coding.review_queue import review_queue
from interview_coding.stages.annotate import DOCS
from interview_coding.suggestions import Segment, by_segment, suggest
from interview_coding.tables import ANSWERS, CODINGS, DECIDED, QUEUE, SCORES, SEGMENTS, SUGGESTIONS, TURNS
from interview_coding.text import INTERVIEWER

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

log = logging.getLogger(__name__)


def train_engine(
    codebook_file: Path, model_file: Path, decided: Path | None, precision: float, encoder: str, output: Path
) -> None:
    """Let the engines learn from the codebook, and from what the project's coders have decided.

    Parameters
    ----------
    codebook_file
        The compiled codebook (JSON).
    model_file
        What `describe_model` wrote.
    decided
        What `learn_decisions` wrote; None to learn from the codebook alone.
    precision
        The share of what is shown that should be right, in [0, 1].
    encoder
        The folder or name of an encoder for sentence embeddings; "" to do without.
    output
        The file for what was learnt.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    model = LanguageModel.from_dict(json.loads(model_file.read_text(encoding="utf-8")))
    nlp, _ = load(model.name, names=False)
    from_project: Sequence[Example] = examples(DECIDED.read(decided)) if decided else ()
    material = gather(codebook, nlp, from_project)
    card = {
        "codebook": {"version": codebook.version, "sha256": codebook.sha256},
        "language_model": {"name": model.name, "version": model.version},
        "decided": {
            "segments": len(from_project),
            "sha256": sha256([decided]) if decided else "",
        },
        "precision": precision,
    }
    suggester = Suggester.train(material, precision, card, Encoder.load(encoder) if encoder else None)
    suggester.save(output)
    log.info(
        "learnt %d codes from %d texts of codebook %s and %d decided segments",
        len(suggester.codes),
        len(material.examples) - len(from_project),
        codebook.version,
        len(from_project),
    )


def suggest_codes(
    annotated: Path,
    engine_file: Path,
    per_segment: str | int,
    encoder: str,
    answers: Path | None,
    output: Path,
    scores: Path,
) -> None:
    """Suggest codes for the segments of a batch.

    Parameters
    ----------
    annotated
        The folder that `annotate` wrote.
    engine_file
        What `train_engine` wrote.
    per_segment
        ``auto`` or a number, as in config.yaml.
    encoder
        What `train_engine` was given.
    answers
        What `ask_model` wrote; None if no language model was asked.
    output, scores
        The files for the tables suggestions and scores.
    """
    import spacy

    suggester = Suggester.load(engine_file, Encoder.load(encoder) if encoder else None)
    segments = list(passages(annotated, spacy.blank("da").vocab))
    heard = by_segment(ANSWERS.read(answers)) if answers else None
    rows, every = suggest(segments, suggester, per_segment, heard)
    log.info("%d suggestions for %d segments", len(rows), len(segments))
    SUGGESTIONS.write(SUGGESTIONS.frame(rows), output)
    SCORES.write(SCORES.frame(every), scores)


def order_review(score_files: Sequence[Path], output: Path) -> None:
    """Put the segments of all batches in the order in which it teaches most to review them.

    Parameters
    ----------
    score_files
        What `suggest_codes` wrote.
    output
        The file for the table queue.
    """
    rows = review_queue(SCORES.concat(score_files))
    log.info("%d segments in the queue", len(rows))
    QUEUE.write(QUEUE.frame(rows), output)


def learn_decisions(segments: Path, turns: Path, codings: Path, output: Path) -> None:
    """Lay down what the coders have decided, for the engines to learn from.

    Parameters
    ----------
    segments, turns, codings
        The project's tables.
    output
        The file for the table decided.
    """
    rows = decided_segments(SEGMENTS.read(segments), TURNS.read(turns), CODINGS.read(codings))
    DECIDED.write(DECIDED.frame(rows), output)
    coded = sum(bool(row["codes"]) for row in rows)
    log.info(
        "%d decided segments, %d of them with codes; the next run of snakemake learns from them",
        len(rows),
        coded,
    )


def passages(annotated: Path, vocab: Vocab) -> Iterator[Segment]:
    """Yield the segments of a batch, annotated, with the questions that they answer, in order."""
    from spacy.tokens import DocBin

    turns = TURNS.read(annotated / "turns.csv")
    segments = SEGMENTS.read(annotated / "segments.csv")
    docs = DocBin().from_disk(annotated / DOCS).get_docs(vocab)
    by_turn = dict(iter(segments.groupby(["interview_id", "turn"])))
    none = segments.iloc[:0]
    questions: dict[str, Doc] = {}
    for turn, doc in zip(turns.itertuples(), docs, strict=True):
        if turn.role == INTERVIEWER:
            questions[turn.interview_id] = doc
        for segment in by_turn.get((turn.interview_id, turn.turn), none).itertuples():
            first, last = segment.start - turn.start, segment.end - turn.start
            span = doc.char_span(first, last, alignment_mode="expand")
            assert span is not None, "a segment lies within its turn"
            yield turn.interview_id, segment.segment_id, Passage(span, questions.get(turn.interview_id))
