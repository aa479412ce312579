"""The codebook's indicators, as an engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from interview_coding.engines.base import Arrays, Evidence, Passage
from interview_coding.indicators import Hit, Indicators

if TYPE_CHECKING:
    from spacy.tokens import Token

    from interview_coding.engines.material import Material


class IndicatorsEngine:
    """Tells where the patterns of a codebook fire.

    Words that only take up the interviewer's are told apart: "Er der tillid?" - "Tillid, ja".

    Parameters
    ----------
    patterns
        Code -> its indicators.
    """

    name = "indicators"
    features: tuple[str, ...] = ("fired", "echoed")

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        self._patterns = patterns
        self._column = {code: column for column, code in enumerate(patterns)}
        self._indicators = Indicators(patterns)

    @classmethod
    def train(cls, material: Material) -> tuple[Self, np.ndarray]:
        """Return the engine, and where it fires in the material's talk: it learns from no talk."""
        engine = cls(material.patterns)
        return engine, engine.measure([material.passages[at] for at in material.talk])

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return where indicators fire, and where only as an echo, with shape (passages, codes, 2)."""
        measured = np.zeros((len(passages), len(self._column), len(self.features)), np.float32)
        for row, passage in enumerate(passages):
            for hit, echoed in self._hits(passage):
                measured[row, self._column[hit.code], int(echoed)] = 1
        measured[..., 1] *= measured[..., 0] == 0
        return measured

    def evidence(self, passage: Passage, code: str) -> Evidence:
        """Return the words on which a code's indicators fire, those that are no echo first."""
        hits = sorted((h for h in self._hits(passage) if h[0].code == code), key=lambda h: h[1])
        return Evidence(tuple(dict.fromkeys(f"»{_text(passage, hit)}«" for hit, _ in hits)))

    def _hits(self, passage: Passage) -> Iterator[tuple[Hit, bool]]:
        """Yield where indicators fire in a passage, and whether the question holds all their words."""
        asked = {form for token in passage.question or () for form in _forms(token)}
        for hit in self._indicators.find(passage.text):
            said = [_forms(token) for token in _span(passage, hit) if token.is_alpha]
            yield hit, all(not asked.isdisjoint(forms) for forms in said)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that `of_arrays` needs to make the engine anew."""
        pairs = [(code, pattern) for code, written in self._patterns.items() for pattern in written]
        return {
            "codes": np.array(list(self._column), np.str_),
            "patterns": np.array(pairs, np.str_).reshape(-1, 2),
        }

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> Self:
        """Return the engine whose arrays these are."""
        patterns: dict[str, list[str]] = {code: [] for code in arrays["codes"].tolist()}
        for code, pattern in arrays["patterns"].tolist():
            patterns[code].append(pattern)
        return cls(patterns)


def _forms(token: Token) -> tuple[str, str]:
    return token.lower_, token.lemma_.lower()


def _span(passage: Passage, hit: Hit) -> Any:
    return passage.text[:].doc[hit.start : hit.end]


def _text(passage: Passage, hit: Hit) -> str:
    return str(_span(passage, hit).text)
