"""What an engine is, and what it looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from interview_coding.engines.material import Material

Arrays = Mapping[str, np.ndarray]
"""What an engine has learnt, by name."""


@dataclass(frozen=True)
class Passage:
    """A segment, annotated, and the question that it answers, if any."""

    text: Doc | Span
    question: Doc | Span | None = None


@dataclass(frozen=True)
class Evidence:
    """What in a passage speaks for a code.

    Parameters
    ----------
    words
        Words of the segment, those that weigh most first; patterns that fired in »quotation marks«.
    like
        The example that it is most like, in Danish; "" for none.
    decided
        Whether that example is one that the project's coders have decided on.
    """

    words: tuple[str, ...] = ()
    like: str = ""
    decided: bool = False


class Engine(Protocol):
    """Measures segments in some respects that speak for or against codes, and says why.

    Attributes
    ----------
    name
        Stands in the tables beside every suggestion that the engine bears.
    features
        What it measures.
    """

    name: str
    features: tuple[str, ...]

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return what passages show, with shape (passages, codes, features)."""

    def evidence(self, passage: Passage, code: str) -> Evidence:
        """Return what in a passage speaks for a code; nothing where nothing does."""

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that `of_arrays` needs to make the engine anew."""


class Trainable(Engine, Protocol):
    """An engine that needs nothing but material."""

    @classmethod
    def train(cls, material: Material) -> tuple[Self, np.ndarray]:
        """Return an engine that has learnt from material.

        Returns
        -------
        engine
            The engine.
        held_out
            What it measures in the material's talk by an engine that has not seen the interview, with shape
            (talk, codes, features).
        """

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> Self:
        """Return the engine whose arrays these are."""
