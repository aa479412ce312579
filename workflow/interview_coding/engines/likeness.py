"""How like a text is to each code: TF-IDF vectors and the codes' centroids.

A code's centroid is the direction of the sum of its texts' vectors; a text's likeness to the code is the
cosine between them, less what it usually is. Vectors of letters (character n-grams within words) take
Danish compounds and inflections in their stride; vectors of words (lemmas and pairs of them) keep what is
said together.

Reference: Rocchio, J. J. (1971), Relevance feedback in information retrieval; Salton, G. & Buckley, C.
(1988), Term-weighting approaches in automatic text retrieval, Information Processing & Management 24(5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

_NGRAMS = (3, 5)
_SEEN_IN = 2
"""Features that stand in fewer texts are left out."""
_PAIR = " "


def letters(**settings: Any) -> TfidfVectorizer:
    """Return what makes unit vectors of texts by their letters."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=_NGRAMS, sublinear_tf=True, dtype=np.float32, **settings
    )


def lemmas(**settings: Any) -> TfidfVectorizer:
    """Return what makes unit vectors of texts, given as their lemmas."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer=singles_and_pairs, sublinear_tf=True, dtype=np.float32, **settings)


def singles_and_pairs(words: Sequence[str]) -> list[str]:
    """Return words and the pairs of neighbours among them.

    >>> singles_and_pairs(["have", "tid", "nok"])
    ['have', 'tid', 'nok', 'have tid', 'tid nok']
    """
    return [*words, *(f"{first}{_PAIR}{second}" for first, second in pairwise(words))]


class Likeness:
    """Vectors of one kind, and the codes' centroids among them.

    Parameters
    ----------
    vectorizer
        `letters` or `lemmas`, fitted.
    centroids
        Unit vectors of the codes, with shape (codes, features).
    usual
        How like each code texts of other codes are on average, with shape (codes,): a code with many
        everyday words is like everything.
    """

    def __init__(self, vectorizer: TfidfVectorizer, centroids: csr_matrix, usual: np.ndarray) -> None:
        self.vectorizer = vectorizer
        self.centroids = centroids
        self.usual = usual

    @classmethod
    def fit(cls, vectorizer: TfidfVectorizer, texts: Iterable[Any], targets: np.ndarray) -> Likeness:
        """Return the likeness to codes whose texts are given.

        Parameters
        ----------
        vectorizer
            `letters` or `lemmas`, to be fitted.
        texts
            What it takes.
        targets
            Which codes each text stands for, with shape (texts, codes).
        """
        from scipy.sparse import csr_matrix
        from sklearn.preprocessing import normalize

        vectorizer.set_params(min_df=_SEEN_IN)
        vectors = vectorizer.fit_transform(texts)
        centroids = normalize(csr_matrix(targets.T) @ vectors)
        others = targets == 0
        likeness = (vectors @ centroids.T).toarray()
        usual = (likeness * others).sum(axis=0) / np.maximum(1, others.sum(axis=0))
        return cls(vectorizer, centroids, usual)

    def vectors(self, texts: Iterable[Any]) -> csr_matrix:
        """Return unit vectors of texts, with shape (texts, features)."""
        return self.vectorizer.transform(texts)

    def to(self, vectors: csr_matrix) -> np.ndarray:
        """Return how much liker the codes vectors are than is usual, with shape (vectors, codes).

        Each is a cosine in [0, 1], less the code's usual one.
        """
        likeness: np.ndarray = (vectors @ self.centroids.T).toarray() - self.usual
        return likeness

    def arrays(self, prefix: str) -> dict[str, np.ndarray]:
        """Return all that is needed to make this anew by `of_arrays`."""
        return {
            f"{prefix}_features": np.array(self.vectorizer.get_feature_names_out(), dtype=np.str_),
            f"{prefix}_idf": self.vectorizer.idf_,
            f"{prefix}_data": self.centroids.data,
            f"{prefix}_indices": self.centroids.indices,
            f"{prefix}_indptr": self.centroids.indptr,
            f"{prefix}_usual": self.usual,
        }

    @classmethod
    def of_arrays(cls, make: Any, arrays: Mapping[str, np.ndarray], prefix: str) -> Likeness:
        """Return what `arrays` gave; `make` is the vectorizer's function."""
        from scipy.sparse import csr_matrix

        features = arrays[f"{prefix}_features"].tolist()
        vectorizer = make(vocabulary={feature: number for number, feature in enumerate(features)})
        vectorizer.idf_ = arrays[f"{prefix}_idf"]
        indptr = arrays[f"{prefix}_indptr"]
        values = (arrays[f"{prefix}_data"], arrays[f"{prefix}_indices"], indptr)
        centroids = csr_matrix(values, shape=(len(indptr) - 1, len(features)))
        return cls(vectorizer, centroids, arrays[f"{prefix}_usual"])


def standing(likeness: np.ndarray) -> np.ndarray:
    """Return how many standard deviations each likeness stands above its text's mean.

    Parameters
    ----------
    likeness
        With shape (texts, codes).
    """
    spread = likeness.std(axis=1, keepdims=True) + 1e-9
    above: np.ndarray = (likeness - likeness.mean(axis=1, keepdims=True)) / spread
    return above
