"""Texts as unit vectors: by letters, and by words.

Vectors of letters (character n-grams within words) take Danish compounds and inflections in their stride;
vectors of words (lemmas, and pairs of neighbours) keep what is said together. Both are weighted by TF-IDF.

Reference: Salton, G. & Buckley, C. (1988), Term-weighting approaches in automatic text retrieval, Information
Processing & Management 24(5).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_coding.text import LABEL

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from spacy.tokens import Doc, Span, Token

LETTERS, WORDS = "letters", "words"

LETTER_FEATURES = {"analyzer": "char_wb", "ngram_range": (3, 5)}
"""How scikit-learn's vectorizers find the features of letters: character n-grams within words."""
_SEEN_IN = 2
"""Features that stand in fewer texts are left out."""


def words(text: Doc | Span) -> list[str]:
    """Return the words of an annotated text in dictionary form and lower case; labels of names are none."""
    from spacy.attrs import IS_ALPHA, LEMMA

    tokens: Any = text
    strings = text.vocab.strings
    found = tokens.to_array([LEMMA, IS_ALPHA]).tolist()
    return [strings[lemma].lower() for lemma, word in found if word and lemma]


def singles_and_pairs(words: Sequence[str]) -> list[str]:
    """Return words and the pairs of neighbours among them.

    >>> singles_and_pairs(["have", "tid", "nok"])
    ['have', 'tid', 'nok', 'have tid', 'tid nok']
    """
    return [*words, *(f"{first} {second}" for first, second in pairwise(words))]


class Vectors:
    """Makes unit vectors of annotated texts.

    Parameters
    ----------
    kind
        `LETTERS` or `WORDS`.
    features
        The names of the vectors' columns, in order.
    idf
        The features' weights: the logarithm of how rare each is.
    """

    def __init__(self, kind: str, features: Sequence[str], idf: np.ndarray) -> None:
        from sklearn.feature_extraction.text import TfidfTransformer

        self.kind = kind
        self.features = list(features)
        self._column = {name: at for at, name in enumerate(self.features)}
        self._counter = _counter(kind, vocabulary=self._column)
        self._analyse = self._counter.build_analyzer()
        self._weights = TfidfTransformer(sublinear_tf=True)
        self._weights.idf_ = idf

    @classmethod
    def fit(cls, kind: str, texts: Sequence[Doc | Span]) -> tuple[Vectors, csr_matrix]:
        """Return vectors with the features that stand in more than one of some texts, and these texts'."""
        counter = _counter(kind)
        counts = _counts(kind, counter.fit_transform, texts)
        seen_in = np.bincount(counts.indices, minlength=counts.shape[1])
        kept = np.flatnonzero(seen_in >= _SEEN_IN)
        idf = np.log((1 + len(texts)) / (1 + seen_in[kept])) + 1
        vectors = cls(kind, counter.get_feature_names_out()[kept].tolist(), idf.astype(np.float32))
        return vectors, vectors._weigh(counts[:, kept])

    def of(self, texts: Sequence[Doc | Span]) -> csr_matrix:
        """Return the vectors of texts, with shape (texts, features); one without features is zero."""
        return self._weigh(_counts(self.kind, self._counter.transform, texts))

    def _weigh(self, counts: csr_matrix) -> csr_matrix:
        return self._weights.transform(counts).astype(np.float32)

    def columns(self, token: Token) -> list[int]:
        """Return the columns of the features that stand in a single word."""
        if not token.lemma_:
            return []
        features = self._analyse(token.lower_ if self.kind == LETTERS else [token.lemma_.lower()])
        return [self._column[name] for name in dict.fromkeys(features) if name in self._column]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return features and idf."""
        return {"features": np.array(self.features, np.str_), "idf": self._weights.idf_}


def _counter(kind: str, **settings: Any) -> Any:
    from sklearn.feature_extraction.text import CountVectorizer

    if kind == LETTERS:
        settings |= LETTER_FEATURES
    else:
        settings |= {"analyzer": singles_and_pairs}
    return CountVectorizer(dtype=np.float32, **settings)


def _counts(kind: str, count: Any, texts: Sequence[Doc | Span]) -> csr_matrix:
    """Return how often each feature stands in each text; letters are counted once for each distinct word."""
    if kind == WORDS:
        return count([words(text) for text in texts])
    from scipy.sparse import csr_matrix

    spoken = [LABEL.sub(" ", text.text).lower().split() for text in texts]
    distinct = sorted(set(chain.from_iterable(spoken))) or ["-"]
    column = {word: at for at, word in enumerate(distinct)}
    ends = np.cumsum([0, *map(len, spoken)])
    places = np.array([column[word] for word in chain.from_iterable(spoken)], np.int32)
    said = csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(texts), len(distinct)))
    return (said @ count(distinct)).tocsr()
