"""Work a suggestion out again, step by step, from what a run left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import spacy

from interview_coding.engines import Passage, Suggester
from interview_coding.engines.encoder import Encoder
from interview_coding.errors import InputError, Problem
from interview_coding.stages.suggest import passages
from interview_coding.suggestions import by_segment, heard
from interview_coding.tables import ANSWERS, SEGMENTS

BEST = 5


def explain(results: Path, interview_id: str, segment_id: str, code: str | None = None) -> str:
    """Return how the engines come to a segment's probabilities.

    Parameters
    ----------
    results
        The run's results.
    interview_id, segment_id
        The segment.
    code
        One code; None for the `BEST` most probable.

    Raises
    ------
    InputError
        If there is no such run, segment or code.
    """
    file = results / "steps" / "engine.npz"
    if not file.is_file():
        raise InputError([Problem(str(results), "holds no run.", "Name the folder of results of a run.")])
    suggester = Suggester.load(file, _encoder(file))
    passage, named = _find(results, interview_id, segment_id)
    measured = suggester.measure([passage])
    probability = suggester.weighing.probability(measured)[0]
    if named is not None:
        probability = heard(probability, [code in named for code in suggester.codes])
    if code is None:
        columns = np.argsort(-probability, kind="stable")[:BEST].tolist()
    elif code in suggester.codes:
        columns = [suggester.codes.index(code)]
    else:
        raise InputError([Problem(code, "is no code of that run.", "Write an id of the codebook.")])
    lines = [f"{interview_id} {segment_id}"]
    if passage.question is not None:
        lines.append(f"asked: {passage.question.text}")
    lines.append(f"said:  {passage.text.text}")
    for column in columns:
        name = suggester.codes[column]
        engine, evidence = suggester.account(passage, name)
        shown = "shown" if probability[column] >= suggester.thresholds[column] else "not shown"
        lines += [
            "",
            f"{name}: {probability[column]:.4f}, {shown} (from {suggester.thresholds[column]:.2f})",
            f"  {engine}: {evidence}",
            *_parts(suggester, measured, column),
            *([] if named is None else [f"  language model: {_said(named.get(name))}"]),
        ]
    return "\n".join([*lines, "", f"learnt from: {suggester.card}"])


def _parts(suggester: Suggester, measured: np.ndarray, column: int) -> Iterator[str]:
    """Yield what each feature measures, and what it adds to the logarithm of the odds."""
    names = [f"{engine.name}, {feature}" for engine in suggester.engines for feature in engine.features]
    weighed = suggester.weighing.weighed(measured)[0, column]
    names += ["company, others", "company, companions"]
    for name, value, weight in zip(names, weighed, suggester.weighing.second.weights, strict=True):
        if value:
            yield f"  {name:32} {value:8.3f} x {weight:7.3f} = {value * weight:7.3f}"
    yield f"  {'constant':32} {'':18} = {suggester.weighing.second.constant:7.3f}"


def _encoder(file: Path) -> Encoder | None:
    with np.load(file) as stored:
        name = str(stored["encoder/name"]) if "encoder/name" in stored else ""
    return Encoder.load(name) if name else None


def _said(quote: str | None) -> str:
    return "did not name it" if quote is None else f"named it for »{quote}«"


def _find(results: Path, interview_id: str, segment_id: str) -> tuple[Passage, Mapping[str, str] | None]:
    """Return a segment, and what a language model named for it; None if none was asked."""
    for table in sorted((results / "steps" / "batches").glob("*/*/segments.csv")):
        if interview_id in set(SEGMENTS.read(table)["interview_id"]):
            answers = table.parent / "answers.csv"
            named = by_segment(ANSWERS.read(answers)) if answers.is_file() else {}
            for *key, passage in passages(table.parent, spacy.blank("da").vocab):
                if key == [interview_id, segment_id]:
                    return passage, named.get((interview_id, segment_id))
    remedy = "Look it up in tables/segments.csv."
    raise InputError([Problem(f"{interview_id} {segment_id}", "is no segment of that run.", remedy)])
