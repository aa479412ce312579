"""Measure the suggestions against interviews with gold codes.

    python benchmarks/suggestions.py FOLDER [--codebook codebook]

FOLDER holds interviews as JSON: turns with speaker, text and codes. Ranking figures need no fitting to the
interviews; what is shown depends on the engine's probability curve, so for that the curve is
fitted on all interviews but one and tried on the one left out, in turn.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
from sklearn.linear_model import LogisticRegression

from interview_coding.codebook import read_codebook
from interview_coding.engines.ngrams import CURVE, NgramEngine, standing

INTERVIEWERS = {"interviewer", "i"}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codebook", type=Path, default=Path("codebook"))
    arguments = parser.parse_args()

    engine = NgramEngine(read_codebook(arguments.codebook))
    nlp = spacy.blank("da")
    spans, gold, owner = [], [], []
    for number, file in enumerate(sorted(arguments.folder.glob("*.json"))):
        for turn in json.loads(file.read_text(encoding="utf-8"))["turns"]:
            if turn["speaker"].lower() not in INTERVIEWERS:
                spans.append(nlp(turn["text"])[:])
                gold.append([code in turn["codes"] for code in engine.codes])
                owner.append(number)
    truth, owners = np.array(gold), np.array(owner)
    likeness = engine.likeness(spans)
    features = np.stack([standing(likeness), likeness], axis=2)

    print(f"{len(set(owner))} interviews, {len(spans)} respondent turns, {truth.sum()} codes")
    ranks = (-likeness).argsort(axis=1, kind="stable")
    for k in (1, 3, 5, 10):
        top = np.zeros_like(truth)
        np.put_along_axis(top, ranks[:, :k], True, axis=1)
        print(f"recall@{k:<2} {(top & truth).sum() / truth.sum():.3f}")
    coded = truth.any(axis=1)
    print(f"hit@1     {truth[coded, ranks[coded, 0]].mean():.3f}")

    held_out = np.zeros(truth.shape)
    for number in set(owner):
        inside = owners != number
        curve = _fit(features[inside], truth[inside])
        held_out[~inside] = curve.predict_proba(features[~inside].reshape(-1, 2))[:, 1].reshape(
            -1, truth.shape[1]
        )
    shown = held_out >= engine.threshold
    right = (shown & truth).sum()
    precision, recall = right / max(1, shown.sum()), right / truth.sum()
    print(
        f"shown     {shown.sum() / len(spans):.2f} per turn, precision {precision:.3f}, recall {recall:.3f}"
    )
    print(f"micro-F1  {2 * right / (shown.sum() + truth.sum()):.3f}")
    print(f"uncoded turns left silent {(~shown[~coded].any(axis=1)).mean():.3f}")
    print(f"expected calibration error {_calibration_error(held_out[shown], truth[shown]):.3f}")
    whole = _fit(features, truth)
    fitted = (*whole.coef_[0].round(2), whole.intercept_[0].round(2))
    print(f"curve in use {CURVE}; fitted on all of these {tuple(map(float, fitted))}")


def _fit(features: np.ndarray, truth: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=1e6).fit(features.reshape(-1, 2), truth.ravel())


def _calibration_error(probability: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error over ten equal bins (Naeini et al. 2015)."""
    bins = np.minimum((probability * 10).astype(int), 9)
    gaps = [abs(probability[bins == b].mean() - truth[bins == b].mean()) for b in set(bins)]
    weights = [(bins == b).mean() for b in set(bins)]
    return float(np.dot(gaps, weights)) if gaps else 0.0


if __name__ == "__main__":
    main()
