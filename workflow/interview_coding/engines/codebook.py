"""Suggest by what the codebook says: likeness to its texts, a linear model of them, and its indicators.

Three views of a segment are laid together by a logistic curve into one probability: how far its likeness to
a code stands above that to others, by letters and by words; what a linear model (ridge regression, one code
against the rest) makes of both, which also learns from near misses and from talk that carries no code; and
whether the code's indicators fire. ``benchmarks/suggestions.py`` measures the engine and fits the curve.

Reference: Rifkin, R. & Klautau, A. (2004), In defense of one-vs-all classification, JMLR 5; Platt, J. (1999),
Probabilistic outputs for support vector machines.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_coding.engines import likeness
from interview_coding.engines.likeness import Likeness, standing
from interview_coding.engines.material import gather, words
from interview_coding.files import atomic
from interview_coding.indicators import Hit, Indicators

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from spacy.language import Language
    from spacy.tokens import Span, Token
    from spacy.vocab import Vocab

    from interview_coding.codebook import Codebook

FEATURES = ("letters", "words", "linear_standing", "linear", "indicators", "length")
CURVE = {
    "letters": 0.87,
    "words": 0.6,
    "linear_standing": 0.58,
    "linear": 0.3,
    "indicators": 1.96,
    "length": 2.68,
    "constant": -17.64,
}
"""Weights in the logistic curve, fitted on the six development interviews (benchmarks/README.md)."""
_RIDGE = 1.0
_MOST_WORDS = 4


class CodebookEngine:
    """Learns from the codebook alone.

    Parameters
    ----------
    codes
        The codes' ids.
    letters, lemmas
        Likeness to the codes by letters and by words.
    coefficients, intercepts
        The linear model, with shapes (codes, features of both) and (codes,).
    examples, example_codes, sources
        Vectors (by words) of the texts that evidence can point to, their codes' numbers, and their names.
    patterns
        Code -> its indicators.
    vocab
        The vocabulary of the segments.
    """

    name = "codebook"
    threshold = 0.2

    def __init__(
        self,
        codes: Sequence[str],
        letters: Likeness,
        lemmas: Likeness,
        coefficients: np.ndarray,
        intercepts: np.ndarray,
        examples: csr_matrix,
        example_codes: np.ndarray,
        sources: Sequence[str],
        patterns: dict[str, list[str]],
        vocab: Vocab,
    ) -> None:
        self.codes = list(codes)
        self._column = {code: column for column, code in enumerate(self.codes)}
        self._letters, self._lemmas = letters, lemmas
        self._coefficients, self._intercepts = coefficients, intercepts
        self._examples, self._example_codes, self._sources = examples, example_codes, list(sources)
        self._patterns = patterns
        self._indicators = Indicators(vocab, patterns)

    @classmethod
    def train(cls, codebook: Codebook, nlp: Language) -> CodebookEngine:
        """Return an engine that has learnt from a codebook, annotated by the run's pipeline."""
        from scipy.sparse import hstack
        from sklearn.linear_model import Ridge

        material = gather(codebook, nlp)
        letters = Likeness.fit(likeness.letters(), material.texts, material.targets)
        lemmas = Likeness.fit(likeness.lemmas(), material.lemmas, material.targets)
        by_words = lemmas.vectors(material.lemmas)
        both = hstack([letters.vectors(material.texts), by_words]).tocsr()
        linear = Ridge(alpha=_RIDGE, solver="sparse_cg", tol=1e-3).fit(both, material.targets)
        shown = np.flatnonzero(material.targets.any(axis=1))
        return cls(
            material.codes,
            letters,
            lemmas,
            np.atleast_2d(linear.coef_).astype(np.float16),
            np.atleast_1d(linear.intercept_).astype(np.float32),
            by_words[shown],
            material.targets[shown].argmax(axis=1),
            [material.sources[number] for number in shown],
            {code.id: list(code.indicators) for code in codebook.codes.values()},
            nlp.vocab,
        )

    def save(self, file: Path) -> None:
        """Write the engine to an .npz file."""
        pairs = [(code, pattern) for code, written in self._patterns.items() for pattern in written]
        arrays: dict[str, Any] = {
            "codes": np.array(self.codes, np.str_),
            "coefficients": self._coefficients,
            "intercepts": self._intercepts,
            "example_data": self._examples.data,
            "example_indices": self._examples.indices,
            "example_indptr": self._examples.indptr,
            "example_codes": self._example_codes,
            "sources": np.array(self._sources, np.str_),
            "patterns": np.array(pairs, np.str_).reshape(-1, 2),
            **self._letters.arrays("letters"),
            **self._lemmas.arrays("lemmas"),
        }
        with atomic(file) as draft, draft.open("wb") as target:
            np.savez_compressed(target, **arrays)

    @classmethod
    def load(cls, file: Path, vocab: Vocab) -> CodebookEngine:
        """Return the engine that `save` wrote, for segments of a vocabulary."""
        from scipy.sparse import csr_matrix

        with np.load(file) as arrays:
            codes = arrays["codes"].tolist()
            patterns: dict[str, list[str]] = {code: [] for code in codes}
            for code, pattern in arrays["patterns"].tolist():
                patterns[code].append(pattern)
            lemmas = Likeness.of_arrays(likeness.lemmas, arrays, "lemmas")
            indptr = arrays["example_indptr"]
            values = (arrays["example_data"], arrays["example_indices"], indptr)
            return cls(
                codes,
                Likeness.of_arrays(likeness.letters, arrays, "letters"),
                lemmas,
                arrays["coefficients"],
                arrays["intercepts"],
                csr_matrix(values, shape=(len(indptr) - 1, lemmas.centroids.shape[1])),
                arrays["example_codes"],
                arrays["sources"].tolist(),
                patterns,
                vocab,
            )

    def score(self, segments: Sequence[Span]) -> np.ndarray:
        """Return how probable each code is for each segment, with shape (segments, codes)."""
        weights = np.array([CURVE[name] for name in FEATURES])
        logit = self.features(segments) @ weights + CURVE["constant"]
        probability: np.ndarray = 1 / (1 + np.exp(-logit))
        return probability

    def features(self, segments: Sequence[Span]) -> np.ndarray:
        """Return what the curve weighs, with shape (segments, codes, `FEATURES`)."""
        from scipy.sparse import hstack

        said = [list(words(segment)) for segment in segments]
        by_letters = self._letters.vectors(segment.text for segment in segments)
        by_words = self._lemmas.vectors(said)
        both = hstack([by_letters, by_words]).tocsr()
        linear = both @ self._coefficients.T.astype(np.float32) + self._intercepts
        fired = np.zeros(linear.shape)
        for row, segment in enumerate(segments):
            for hit in self._indicators.find(segment):
                fired[row, self._column[hit.code]] = 1
        length = np.log1p([len(spoken) for spoken in said])[:, None]
        return np.stack(
            [
                standing(self._letters.to(by_letters)),
                standing(self._lemmas.to(by_words)),
                standing(linear),
                linear,
                fired,
                np.broadcast_to(length, linear.shape),
            ],
            axis=2,
        )

    def evidence(self, segment: Span, code: str) -> str:
        """Return what speaks for a code: fired indicators, the words that weigh most, the nearest example."""
        hits = [hit for hit in self._indicators.find(segment) if hit.code == code]
        vector = self._lemmas.vectors([list(words(segment))])
        shown = [_quoted(segment, hit) for hit in hits] + self._weighty(segment, vector, code)
        parts = list(dict.fromkeys(shown))[:_MOST_WORDS]
        nearest = self._nearest(vector, code)
        return (
            f"{', '.join(parts)}{f' (ligner {nearest})' if nearest else ''}"
            if parts
            else "(ligner kodens tekster i bogstaverne)"
        )

    def _weighty(self, segment: Span, vector: csr_matrix, code: str) -> list[str]:
        """Return the segment's words that speak most for a code."""
        centroid = self._lemmas.centroids[self._column[code]]
        shared = vector.multiply(centroid).tocsr()
        weights = dict(zip(shared.indices, shared.data, strict=True))
        vocabulary = self._lemmas.vectorizer.vocabulary_
        totals: dict[str, float] = {}
        for token in segment:
            weight = float(weights.get(vocabulary.get(token.lemma_.lower(), -1), 0.0))
            if _is_telling(token) and weight > 0:
                totals.setdefault(token.lower_, weight)
        return sorted(totals, key=lambda word: (-round(totals[word], 6), word))

    def _nearest(self, vector: csr_matrix, code: str) -> str:
        own = np.flatnonzero(self._example_codes == self._column[code])
        alike = (self._examples[own] @ vector.T).toarray().ravel()
        return self._sources[own[alike.argmax()]] if alike.any() else ""


def _is_telling(token: Token) -> bool:
    return token.is_alpha and not token.is_stop


def _quoted(segment: Span, hit: Hit) -> str:
    words: Any = segment.doc[hit.start : hit.end]
    return f"»{words.text}«"
