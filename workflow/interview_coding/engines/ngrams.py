"""Suggest by likeness: a segment's character n-grams against the codebook's texts.

Character n-grams within words take Danish compounds and inflections in their stride ("frivillig",
"frivilligcentret"). A segment's likeness to a code is its cosine similarity, under TF-IDF weights, to the
centroid of the code's texts: its exemplars, and its label with its definition. A logistic curve makes a
probability of the likeness and of how far it stands above the segment's likeness to the other codes.
``benchmarks/suggestions.py`` measures the engine and fits the curve.

Reference: Rocchio, J. J. (1971), Relevance feedback in information retrieval; Salton, G. & Buckley, C.
(1988), Term-weighting approaches in automatic text retrieval, Information Processing & Management 24(5).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_coding.codebook import Code, Codebook

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from spacy.tokens import Span

_NGRAMS = (3, 5)
CURVE = (1.5, 17.9, -10.19)
"""Weights in the logistic curve: standing above the other codes, likeness, constant."""
_MOST_WORDS = 4


def vectorizer() -> TfidfVectorizer:
    """Return what makes unit vectors of texts: character n-grams within words under TF-IDF weights."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer="char_wb", ngram_range=_NGRAMS, sublinear_tf=True, dtype=np.float32)


class NgramEngine:
    """Likeness of character n-grams; fitted on the codebook when it is made.

    Parameters
    ----------
    codebook
        Its labels, definitions and exemplars are what segments are compared with.
    """

    name = "ngrams"
    threshold = 0.1

    def __init__(self, codebook: Codebook) -> None:
        from scipy.sparse import csr_matrix
        from sklearn.preprocessing import normalize

        codes = list(codebook.codes.values())
        self.codes = [code.id for code in codes]
        self._column = {code: column for column, code in enumerate(self.codes)}
        owners = [column for column, code in enumerate(codes) for _ in _texts(code)]
        self._starts = np.flatnonzero(np.diff(owners, prepend=-1))
        self._vectorizer = vectorizer()
        self._texts = self._vectorizer.fit_transform(t for code in codes for t in _texts(code))
        owned = csr_matrix((np.ones(len(owners), np.float32), (owners, range(len(owners)))))
        self._centroids = normalize(owned @ self._texts)

    def score(self, segments: Sequence[Span]) -> np.ndarray:
        """Return how probable each code is for each segment, with shape (segments, codes)."""
        likeness = self.likeness(segments)
        standing_weight, likeness_weight, constant = CURVE
        logit = standing_weight * standing(likeness) + likeness_weight * likeness + constant
        probability: np.ndarray = 1 / (1 + np.exp(-logit))
        return probability

    def evidence(self, segment: Span, code: str) -> str:
        """Return what speaks for a code: the segment's words that weigh most, and what it is most like."""
        vector = self._vectorizer.transform([segment.text])
        first = self._starts[self._column[code]]
        last = [*self._starts[1:], self._texts.shape[0]][self._column[code]]
        alike = (self._texts[first:last] @ vector.T).toarray().ravel()
        nearest = int(alike.argmax())
        if not alike[nearest]:
            return "(intet fælles med kodens tekster)"
        words = self._shared_words(segment, vector.multiply(self._texts[first + nearest]).tocsr())
        source = "kodens betegnelse og definition" if nearest == 0 else f"eksempel {nearest}"
        return f"{', '.join(words)} (ligner {source})" if words else f"(ligner {source})"

    def likeness(self, segments: Sequence[Span]) -> np.ndarray:
        """Return the likeness in [0, 1] of segments and codes, with shape (segments, codes)."""
        vectors = self._vectorizer.transform(span.text for span in segments)
        likeness: np.ndarray = (vectors @ self._centroids.T).toarray()
        return likeness

    def _shared_words(self, segment: Span, shared: Any) -> list[str]:
        weights = dict(zip(shared.indices, shared.data, strict=True))
        vocabulary = self._vectorizer.vocabulary_
        analyze = self._vectorizer.build_analyzer()
        totals: dict[str, float] = {}
        for token in segment:
            word = token.lower_
            if token.is_alpha and not token.is_stop and word not in totals:
                ngrams = sorted(set(analyze(word)))
                totals[word] = sum(float(weights.get(vocabulary.get(n, -1), 0.0)) for n in ngrams)
        heavy = sorted((word for word in totals if totals[word] > 0), key=lambda w: (-round(totals[w], 6), w))
        return heavy[:_MOST_WORDS]


def _texts(code: Code) -> list[str]:
    return [f"{code.label}. {code.definition}", *code.exemplars]


def standing(likeness: np.ndarray) -> np.ndarray:
    """Return how many standard deviations each likeness stands above its segment's mean.

    Parameters
    ----------
    likeness
        With shape (segments, codes).
    """
    spread = likeness.std(axis=1, keepdims=True) + 1e-9
    above: np.ndarray = (likeness - likeness.mean(axis=1, keepdims=True)) / spread
    return above
