"""All engines together: one probability for each segment and code, and one account of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from interview_coding.engines.base import Engine, Passage
from interview_coding.engines.curve import FEWEST_CODED, Curve, thresholds
from interview_coding.engines.exemplars import ExemplarsEngine
from interview_coding.engines.indicators import IndicatorsEngine
from interview_coding.engines.material import Material
from interview_coding.files import atomic

ENGINES: dict[str, type[Engine]] = {
    ExemplarsEngine.name: ExemplarsEngine,
    IndicatorsEngine.name: IndicatorsEngine,
}
"""The engines by name, in the order in which they are named and asked for evidence."""

LEARNED = "learned"
"""What a suggestion is said to come from that resembles a segment which the project's coders decided on."""

USUAL_THRESHOLD = 0.2
USUAL = {
    ("exemplars", "letters"): 0.87,
    ("exemplars", "words"): 0.6,
    ("exemplars", "linear standing"): 0.58,
    ("exemplars", "linear"): 0.3,
    ("exemplars", "length"): 2.68,
    ("indicators", "fired"): 1.96,
}
"""The curve's weights where there is too little talk to draw it from (benchmarks/README.md)."""
USUAL_CONSTANT = -17.64
_CARD = "card"


class Suggester:
    """Engines, the curve that weighs them, and what is shown of its probabilities.

    Parameters
    ----------
    codes
        The codes' ids, in the order of the scores' columns.
    engines
        Engines that have learnt.
    curve
        Weighs their features, one engine's behind the other's.
    thresholds
        From which probability each code is shown, with shape (codes,).
    card
        What it was trained on, for the record.
    """

    def __init__(
        self,
        codes: Sequence[str],
        engines: Sequence[Engine],
        curve: Curve,
        thresholds: np.ndarray,
        card: Mapping[str, Any],
    ) -> None:
        self.codes = list(codes)
        self.engines, self.curve, self.thresholds, self.card = list(engines), curve, thresholds, dict(card)

    @classmethod
    def train(cls, material: Material, precision: float, card: Mapping[str, Any] | None = None) -> Suggester:
        """Return a suggester that has learnt from material.

        Parameters
        ----------
        material
            The examples.
        precision
            The share of what is shown that should be right, in [0, 1].
        card
            What the material is, for the record.
        """
        trained = [engine.train(material) for engine in ENGINES.values()]
        engines = [engine for engine, _ in trained]
        held_out = np.concatenate([measured for _, measured in trained], axis=2)
        targets, weights = material.targets[material.talk], material.weights[material.talk]
        count = len(material.codes)
        if targets.sum() < FEWEST_CODED:
            curve = Curve(np.array([USUAL.get(key, 0.0) for key in _features(engines)]), USUAL_CONSTANT)
            return cls(material.codes, engines, curve, np.full(count, USUAL_THRESHOLD), card or {})
        curve = Curve.fit(held_out, targets, weights)
        shown_from = thresholds(curve.probability(held_out), targets, precision)
        return cls(material.codes, engines, curve, shown_from, card or {})

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return what all engines measure, with shape (passages, codes, features)."""
        return np.concatenate([engine.measure(passages) for engine in self.engines], axis=2)

    def score(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return how probable each code is, with shape (passages, codes)."""
        return self.curve.probability(self.measure(passages))

    def account(self, passage: Passage, code: str) -> tuple[str, str]:
        """Return which engines bear a suggestion, and the evidence in Danish."""
        found = {engine.name: engine.evidence(passage, code) for engine in self.engines}
        bearing = [
            LEARNED if evidence.decided else name
            for name, evidence in found.items()
            if evidence.words or evidence.like
        ]
        words = dict.fromkeys(word for evidence in reversed(found.values()) for word in evidence.words)
        like = next((evidence.like for evidence in found.values() if evidence.like), "")
        parts = [", ".join(words), f"(ligner {like})" if like else ""]
        return "+".join(bearing) or "exemplars", " ".join(part for part in parts if part)

    def save(self, file: Path) -> None:
        """Write all that was learnt to an .npz file, with the same bytes for the same content."""
        arrays: dict[str, Any] = {
            _CARD: np.array(json.dumps(self.card, ensure_ascii=False)),
            "codes": np.array(self.codes, np.str_),
            "thresholds": self.thresholds,
            "weights": self.curve.weights,
            "constant": np.array(self.curve.constant),
        }
        for engine in self.engines:
            arrays |= {f"{engine.name}/{key}": values for key, values in engine.arrays().items()}
        with atomic(file) as draft, draft.open("wb") as target:
            np.savez_compressed(target, **arrays)

    @classmethod
    def load(cls, file: Path) -> Suggester:
        """Return the suggester that `save` wrote."""
        with np.load(file) as stored:
            arrays = dict(stored)
        engines = [
            engine.of_arrays(own)
            for name, engine in ENGINES.items()
            if (own := {k.removeprefix(f"{name}/"): v for k, v in arrays.items() if k.startswith(f"{name}/")})
        ]
        curve = Curve(arrays["weights"], float(arrays["constant"]))
        card = json.loads(str(arrays[_CARD]))
        return cls(arrays["codes"].tolist(), engines, curve, arrays["thresholds"], card)


def _features(engines: Sequence[Engine]) -> list[tuple[str, str]]:
    return [(engine.name, feature) for engine in engines for feature in engine.features]
