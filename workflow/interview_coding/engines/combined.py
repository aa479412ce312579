"""All engines together: one probability for each segment and code, and one account of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from interview_coding.engines.base import Arrays, Engine, Passage, Trainable
from interview_coding.engines.encoder import Encoder, EncoderEngine
from interview_coding.engines.exemplars import ExemplarsEngine
from interview_coding.engines.indicators import IndicatorsEngine
from interview_coding.engines.material import Material
from interview_coding.engines.weighing import FEWEST_CODINGS, Weighing
from interview_coding.files import atomic

ENGINES: dict[str, type[Trainable]] = {
    ExemplarsEngine.name: ExemplarsEngine,
    IndicatorsEngine.name: IndicatorsEngine,
}
"""The engines by name, in the order in which they are named and asked for evidence."""

LEARNED = "learned"
"""What a suggestion is said to come from that resembles a segment which the project's coders decided on."""

_CARD, _CODES, _WEIGHING = "card", "codes", "weighing"


class Suggester:
    """Engines, and how what they measure is weighed.

    Parameters
    ----------
    codes
        The codes' ids, in the order of the scores' columns.
    engines
        Engines that have learnt.
    weighing
        Weighs their features, one engine's behind the other's.
    card
        What it was trained on, for the record.
    """

    def __init__(
        self, codes: Sequence[str], engines: Sequence[Engine], weighing: Weighing, card: Mapping[str, Any]
    ) -> None:
        self.codes, self.engines, self.weighing, self.card = list(codes), list(engines), weighing, dict(card)

    @property
    def thresholds(self) -> np.ndarray:
        """From which probability each code is shown, with shape (codes,)."""
        return self.weighing.thresholds

    @classmethod
    def train(
        cls,
        material: Material,
        precision: float,
        card: Mapping[str, Any] | None = None,
        encoder: Encoder | None = None,
    ) -> Suggester:
        """Return a suggester that has learnt from material.

        Parameters
        ----------
        material
            The examples.
        precision
            The share of what is shown that should be right, in [0, 1].
        card
            What the material is, for the record.
        encoder
            Makes sentence embeddings for one more engine; None to do without.
        """
        trained: list[tuple[Engine, np.ndarray]] = [engine.train(material) for engine in ENGINES.values()]
        if encoder:
            trained.append(EncoderEngine.train(material, encoder))
        engines = [engine for engine, _ in trained]
        talk = material.talk
        targets = material.targets[talk]
        if targets.sum() < FEWEST_CODINGS:
            features = [(engine.name, feature) for engine in engines for feature in engine.features]
            weighing = Weighing.usual(features, len(material.codes))
        else:
            held_out = np.concatenate([measured for _, measured in trained], axis=2)
            decided = np.array([material.examples[at].decided for at in talk], bool)
            weighing = Weighing.fit(held_out, targets, decided, material.interviews[talk], precision)
        return cls(material.codes, engines, weighing, card or {})

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return what all engines measure, with shape (passages, codes, features)."""
        return np.concatenate([engine.measure(passages) for engine in self.engines], axis=2)

    def score(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return how probable each code is, with shape (passages, codes)."""
        return self.weighing.probability(self.measure(passages))

    def account(self, passage: Passage, code: str) -> tuple[str, str]:
        """Return which engines bear a suggestion, and the evidence in Danish."""
        found = {engine.name: engine.evidence(passage, code) for engine in self.engines}
        bearing = dict.fromkeys(
            LEARNED if evidence.decided else name
            for name, evidence in found.items()
            if evidence.words or evidence.like
        )
        words = dict.fromkeys(word for evidence in reversed(found.values()) for word in evidence.words)
        like = next((evidence.like for evidence in found.values() if evidence.like), "")
        parts = [", ".join(words), f"(ligner {like})" if like else ""]
        return "+".join(bearing) or ExemplarsEngine.name, " ".join(part for part in parts if part)

    def save(self, file: Path) -> None:
        """Write all that was learnt to an .npz file, with the same bytes for the same content."""
        arrays: dict[str, Any] = {
            _CARD: np.array(json.dumps(self.card, ensure_ascii=False)),
            _CODES: np.array(self.codes, np.str_),
            **_under(_WEIGHING, self.weighing.arrays()),
        }
        for engine in self.engines:
            arrays |= _under(engine.name, engine.arrays())
        with atomic(file) as draft, draft.open("wb") as target:
            np.savez_compressed(target, **arrays)

    @classmethod
    def load(cls, file: Path, encoder: Encoder | None = None) -> Suggester:
        """Return the suggester that `save` wrote; `encoder` is the one that it was trained with."""
        with np.load(file) as stored:
            arrays = dict(stored)
        engines: list[Engine] = [engine.of_arrays(_of(name, arrays)) for name, engine in ENGINES.items()]
        if encoder:
            engines.append(EncoderEngine.of_arrays(_of(EncoderEngine.name, arrays), encoder))
        return cls(
            arrays[_CODES].tolist(),
            engines,
            Weighing.of_arrays(_of(_WEIGHING, arrays)),
            json.loads(str(arrays[_CARD])),
        )


def _under(name: str, arrays: Arrays) -> dict[str, np.ndarray]:
    return {f"{name}/{key}": values for key, values in arrays.items()}


def _of(name: str, arrays: Arrays) -> dict[str, np.ndarray]:
    start = f"{name}/"
    return {key.removeprefix(start): values for key, values in arrays.items() if key.startswith(start)}
