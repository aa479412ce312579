"""Measure the suggestions against interviews with gold codes.

    python benchmarks/suggestions.py FOLDER [--codebook codebook]

FOLDER holds interviews as JSON: turns with speaker, text and codes. The engine learns from the codebook
alone; only its curve, six numbers, is fitted on interviews. So the figures are given with a curve fitted on
all interviews but one and tried on the one left out, in turn, and with the curve in use.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from interview_coding.codebook import read_codebook
from interview_coding.engines import MOST_SHOWN
from interview_coding.engines.codebook import CURVE, FEATURES, CodebookEngine
from interview_coding.language import load
from interview_coding.language.pipeline import AUTO

INTERVIEWERS = {"interviewer", "i"}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codebook", type=Path, default=Path("codebook"))
    arguments = parser.parse_args()

    nlp, _ = load(AUTO, names=False)
    engine = CodebookEngine.train(read_codebook(arguments.codebook), nlp)
    spans, gold, owner = [], [], []
    for number, file in enumerate(sorted(arguments.folder.glob("*.json"))):
        for turn in json.loads(file.read_text(encoding="utf-8"))["turns"]:
            if turn["speaker"].lower() not in INTERVIEWERS:
                spans.append(nlp(turn["text"])[:])
                gold.append([code in turn["codes"] for code in engine.codes])
                owner.append(number)
    truth, owners = np.array(gold), np.array(owner)
    features = engine.features(spans)
    in_use = engine.score(spans)

    print(f"{len(set(owner))} interviews, {len(spans)} respondent turns, {truth.sum()} codes")
    held_out = _held_out(features, truth, owners)
    for name, probability in (
        ("curve fitted on the other interviews", held_out),
        ("curve in use", in_use),
    ):
        print(f"\n{name}:")
        _report(probability, truth, engine.threshold)
    print("\nwithout one of the features, curve fitted on the other interviews:")
    for place, name in enumerate(FEATURES):
        probability = _held_out(np.delete(features, place, axis=2), truth, owners)
        shown = _shown(probability, engine.threshold)
        score = 2 * (shown & truth).sum() / (shown.sum() + truth.sum())
        print(f"{name:16} recall@5 {_recall(probability, truth, 5):.3f}  micro-F1 {score:.3f}")
    fitted = _fit(features, truth)
    weights = dict(zip((*FEATURES, "constant"), (*fitted.coef_[0], fitted.intercept_[0]), strict=True))
    print("\nfitted on all of these:", {name: round(float(value), 2) for name, value in weights.items()})
    print("in use:                ", CURVE)


def _report(probability: np.ndarray, truth: np.ndarray, threshold: float) -> None:
    for k in (1, 3, 5, 10):
        print(f"recall@{k:<2} {_recall(probability, truth, k):.3f}")
    coded = truth.any(axis=1)
    print(f"hit@1     {truth[coded, probability[coded].argmax(axis=1)].mean():.3f}")
    shown = _shown(probability, threshold)
    right = (shown & truth).sum()
    precision, recall = right / max(1, shown.sum()), right / truth.sum()
    per_turn = shown.sum() / len(truth)
    print(f"shown     {per_turn:.2f} per turn, precision {precision:.3f}, recall {recall:.3f}")
    print(f"micro-F1  {2 * right / (shown.sum() + truth.sum()):.3f}")
    print(f"uncoded turns left silent {(~shown[~coded].any(axis=1)).mean():.3f}")
    print(f"expected calibration error {_calibration_error(probability[shown], truth[shown]):.3f}")


def _held_out(features: np.ndarray, truth: np.ndarray, owners: np.ndarray) -> np.ndarray:
    """Return the probabilities of every interview by a curve fitted on the others."""
    probability = np.zeros(truth.shape)
    for number in set(owners.tolist()):
        inside = owners != number
        probability[~inside] = _probability(_fit(features[inside], truth[inside]), features[~inside])
    return probability


def _recall(probability: np.ndarray, truth: np.ndarray, k: int) -> float:
    """Return the share of codes that are among the k most probable of their turn."""
    top = np.zeros_like(truth)
    ranks = (-probability).argsort(axis=1, kind="stable")
    np.put_along_axis(top, ranks[:, :k], True, axis=1)
    return float((top & truth).sum() / truth.sum())


def _shown(probability: np.ndarray, threshold: float) -> np.ndarray:
    """Return what an analyst is shown: what reaches the threshold, the best few."""
    least = -np.sort(-probability, axis=1)[:, MOST_SHOWN - 1 : MOST_SHOWN]
    shown: np.ndarray = (probability >= threshold) & (probability >= least)
    return shown


def _fit(features: np.ndarray, truth: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=1e6, max_iter=1000).fit(
        features.reshape(-1, features.shape[2]), truth.ravel()
    )


def _probability(curve: LogisticRegression, features: np.ndarray) -> np.ndarray:
    flat = curve.predict_proba(features.reshape(-1, features.shape[2]))[:, 1]
    probability: np.ndarray = flat.reshape(features.shape[:2])
    return probability


def _calibration_error(probability: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error over ten equal bins (Naeini et al. 2015)."""
    bins = np.minimum((probability * 10).astype(int), 9)
    gaps = [abs(probability[bins == b].mean() - truth[bins == b].mean()) for b in set(bins)]
    weights = [(bins == b).mean() for b in set(bins)]
    return float(np.dot(gaps, weights)) if gaps else 0.0


if __name__ == "__main__":
    main()
