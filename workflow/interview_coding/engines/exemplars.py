"""Likeness to the exemplars of each code, and to talk that has been coded.

A segment, and the question that it answers, are looked at in three respects: how far likeness to the code's
texts stands above that to others', by letters and by words (the cosine to the code's centroid, less what is
usual for the code); and how far what a linear model of both, one code against the rest, gives the code stands
above what it gives others. The linear model also learns from near misses and from talk without a code.

Reference: Rocchio, J. J. (1971), Relevance feedback in information retrieval; Rifkin, R. & Klautau, A.
(2004), In defense of one-vs-all classification, JMLR 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from interview_coding.engines.base import Arrays, Evidence, Passage
from interview_coding.engines.packing import pack_matrix, pack_sparse, rounded, unpack_matrix, unpack_sparse
from interview_coding.engines.ridge import Ridge
from interview_coding.engines.vectors import LETTERS, WORDS, Vectors, words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from spacy.tokens import Doc, Span, Token

    from interview_coding.engines.material import Material

RESPECTS = ("letters", "words", "linear")
_PENALTY = 1.0
_AT_A_TIME = 512
_MOST_WORDS = 3


@dataclass(frozen=True)
class Looks:
    """Texts as vectors by letters and by words; or codes, as the sums of their texts' vectors.

    Parameters
    ----------
    letters, words
        With shapes (texts, features of letters) and (texts, features of words).
    """

    letters: Any
    words: Any

    def sums(self, targets: np.ndarray) -> Looks:
        """Return the sums of the texts of each code, given targets with shape (texts, codes)."""
        return Looks((self.letters.T @ targets).T, (self.words.T @ targets).T)

    def rows(self, which: np.ndarray) -> Looks:
        """Return some of the texts."""
        return Looks(self.letters[which], self.words[which])

    @property
    def joined(self) -> csr_matrix:
        """The vectors side by side."""
        from scipy.sparse import hstack

        return hstack([self.letters, self.words]).tocsr()


class ExemplarsEngine:
    """Compares segments with what has been coded, in the codebook and in the project.

    Parameters
    ----------
    codes
        The codes' ids.
    letters, words
        Make the vectors.
    learnt
        The codes' centroids ("letters", "words") and how like them texts of other codes are ("letters usual",
        "words usual"), the linear model ("linear", with shape (features, codes)) and what it gives an empty
        text ("constant").
    examples
        Vectors by words of the examples that evidence can point to, with shape (examples, features).
    example_codes
        Whether they stand for each code, with shape (examples, codes).
    sources
        What to call them before an analyst.
    decided
        Whether the project's coders gave them their codes.
    """

    name = "exemplars"
    features: tuple[str, ...] = (*RESPECTS, *(f"question {respect}" for respect in RESPECTS), "length")

    def __init__(
        self,
        codes: Sequence[str],
        letters: Vectors,
        words: Vectors,
        learnt: Arrays,
        examples: csr_matrix,
        example_codes: np.ndarray,
        sources: Sequence[str],
        decided: np.ndarray,
    ) -> None:
        self._column = {code: column for column, code in enumerate(codes)}
        self._letters, self._words, self._learnt = letters, words, learnt
        self._examples, self._example_codes = examples, example_codes
        self._sources, self._decided = list(sources), decided
        self._at_hand: tuple[list[Passage], Looks | None] = ([], None)

    @classmethod
    def train(cls, material: Material) -> tuple[Self, np.ndarray]:
        """Return an engine that has learnt from material, and what it measures in talk it has not seen."""
        texts = [passage.text for passage in material.passages]
        letters, by_letters = Vectors.fit(LETTERS, texts)
        words, by_words = Vectors.fit(WORDS, texts)
        looks = Looks(by_letters, by_words)
        joined, targets = looks.joined, material.targets
        ridge = Ridge(_kernel(joined), targets, material.interviews, _PENALTY)
        sums = looks.sums(targets)
        letters_unit, words_unit = _unit(sums.letters), _unit(sums.words)
        learnt = {
            "letters": rounded(letters_unit),
            "words": rounded(words_unit),
            "linear": rounded(joined.T @ ridge.duals),
            "constant": ridge.duals.sum(axis=0),
            "letters usual": _usual(looks.letters @ letters_unit, targets),
            "words usual": _usual(looks.words @ words_unit, targets),
        }
        shown = np.flatnonzero(targets.any(axis=1))
        engine = cls(
            material.codes,
            letters,
            words,
            learnt,
            looks.words[shown],
            targets[shown] > 0,
            [material.examples[at].source for at in shown],
            np.array([material.examples[at].decided for at in shown], bool),
        )
        return engine, engine._held_out(material, looks, ridge, sums)

    def _held_out(self, material: Material, looks: Looks, ridge: Ridge, sums: Looks) -> np.ndarray:
        """Return what engines measure in each interview that have learnt from all but it."""
        targets, others = material.targets, looks.joined.T.tocsr()
        place = {row: at for at, row in enumerate(material.talk)}
        measured = np.zeros((len(place), len(self._column), len(self.features)), np.float32)
        for rows, duals, answers in ridge.held_out():
            own = looks.rows(rows).sums(targets[rows])
            centroids = _unit(sums.letters - own.letters), _unit(sums.words - own.words)
            passages = [material.passages[row] for row in rows]
            asked = self._looks([_question(passage) for passage in passages])
            questions = (asked.joined @ others).toarray() @ duals + duals.sum(axis=0)
            measured[[place[row] for row in rows]] = _features(
                self._respects(looks.rows(rows), *centroids, answers),
                self._respects(asked, *centroids, questions),
                passages,
            )
        return measured

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return what passages show, with shape (passages, codes, features)."""
        sides = []
        answers = self._looks([passage.text for passage in passages])
        self._at_hand = list(passages), answers
        for said in (answers, self._looks([_question(passage) for passage in passages])):
            split = said.letters.shape[1]
            linear = self._learnt["linear"]
            given = said.letters @ linear[:split] + said.words @ linear[split:] + self._learnt["constant"]
            sides.append(self._respects(said, self._learnt["letters"], self._learnt["words"], given))
        return _features(sides[0], sides[1], passages)

    def _looks(self, texts: Sequence[Doc | Span]) -> Looks:
        return Looks(self._letters.of(texts), self._words.of(texts))

    def _respects(
        self, said: Looks, letters: np.ndarray, words: np.ndarray, linear: np.ndarray
    ) -> np.ndarray:
        """Return how texts look in the `RESPECTS`; one without features looks like nothing."""
        respects = np.stack(
            [
                standing(said.letters @ letters - self._learnt["letters usual"]),
                standing(said.words @ words - self._learnt["words usual"]),
                standing(linear),
            ],
            axis=2,
        )
        respects[np.diff(said.letters.indptr) == 0] = 0
        return respects

    def evidence(self, passage: Passage, code: str) -> Evidence:
        """Return the words that weigh most for a code, and the example of it that is most alike."""
        column = self._column[code]
        said = self._look_of(passage)
        own, examples = self._examples_of(column)
        alike = (examples @ said.words.T).toarray().ravel()
        nearest = own[alike.argmax()] if alike.any() else None
        return Evidence(
            tuple(self._weighty(passage.text, said, column)[:_MOST_WORDS]),
            self._sources[nearest] if nearest is not None else "",
            bool(nearest is not None and self._decided[nearest]),
        )

    def _look_of(self, passage: Passage) -> Looks:
        """Return a passage's vectors, from those that were measured last if it was among them."""
        passages, looks = self._at_hand
        place = next((at for at, other in enumerate(passages) if other is passage), None)
        if looks is None or place is None:
            return self._looks([passage.text])
        return looks.rows(np.array([place]))

    def _weighty(self, text: Doc | Span, said: Looks, column: int) -> list[str]:
        """Return a text's words that speak more for a code than for others, by lemma and by letters."""
        split = said.letters.shape[1]
        speaks = self._speaks[:, column]
        parts = (
            (self._letters, _weighed(said.letters, speaks[:split])),
            (self._words, _weighed(said.words, speaks[split:])),
        )
        totals: dict[str, float] = {}
        for token in text:
            if _is_telling(token) and token.lower_ not in totals:
                weight = sum(
                    weighed.get(at, 0.0) for vectors, weighed in parts for at in vectors.columns(token)
                )
                totals[token.lower_] = round(weight, 6)
        return sorted((word for word in totals if totals[word] > 0), key=lambda word: (-totals[word], word))

    @cache  # noqa: B019  # an engine lives as long as its process
    def _examples_of(self, column: int) -> tuple[np.ndarray, csr_matrix]:
        """Return the numbers and vectors of a code's examples."""
        own = np.flatnonzero(self._example_codes[:, column])
        return own, self._examples[own]

    @cached_property
    def _speaks(self) -> np.ndarray:
        """How much more each feature speaks for a code than for codes on average: (features, codes)."""
        speaks = self._learnt["linear"] + np.concatenate([self._learnt["letters"], self._learnt["words"]])
        more: np.ndarray = speaks - speaks.mean(axis=1, keepdims=True)
        return more

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that `of_arrays` needs to make the engine anew."""
        matrices = ("letters", "words", "linear")
        arrays = {
            "codes": np.array(list(self._column), np.str_),
            "example_codes": self._example_codes,
            "sources": np.array(self._sources, np.str_),
            "decided": self._decided,
            **pack_sparse("examples", self._examples),
            **{key: values for key, values in self._learnt.items() if key not in matrices},
        }
        for key in matrices:
            arrays |= pack_matrix(key, self._learnt[key])
        for kind, vectors in ((LETTERS, self._letters), (WORDS, self._words)):
            arrays |= {f"{kind} {key}": values for key, values in vectors.arrays().items()}
        return arrays

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> Self:
        """Return the engine whose arrays these are."""
        kinds = {
            kind: Vectors(kind, arrays[f"{kind} features"].tolist(), arrays[f"{kind} idf"])
            for kind in (LETTERS, WORDS)
        }
        learnt = {key: unpack_matrix(key, arrays) for key in ("letters", "words", "linear")}
        learnt |= {key: arrays[key] for key in ("constant", "letters usual", "words usual")}
        return cls(
            arrays["codes"].tolist(),
            kinds[LETTERS],
            kinds[WORDS],
            learnt,
            unpack_sparse("examples", arrays),
            arrays["example_codes"],
            arrays["sources"].tolist(),
            arrays["decided"],
        )


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


def _kernel(vectors: csr_matrix) -> np.ndarray:
    """Return how alike texts are, with a constant for all, with shape (texts, texts): the lower triangle."""
    count = vectors.shape[0]
    kernel = np.ones((count, count), np.float32)

    def fill(start: int) -> None:
        end = min(count, start + _AT_A_TIME)
        kernel[start:end, :end] += (vectors[start:end] @ vectors[:end].T).toarray()

    with ThreadPoolExecutor() as pool:
        list(pool.map(fill, range(0, count, _AT_A_TIME)))
    return kernel


def _unit(sums: np.ndarray) -> np.ndarray:
    """Return the directions of the codes' sums, with shape (features, codes)."""
    unit: np.ndarray = (sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)).T
    return np.ascontiguousarray(unit)


def _usual(likeness: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Return how like each code texts are on average that do not stand for it."""
    others = targets == 0
    usual: np.ndarray = (likeness * others).sum(axis=0) / np.maximum(1, others.sum(axis=0))
    return usual


def _question(passage: Passage) -> Doc | Span:
    return passage.text[:0] if passage.question is None else passage.question


def _features(answer: np.ndarray, question: np.ndarray, passages: Sequence[Passage]) -> np.ndarray:
    length = np.log1p([len(words(passage.text)) for passage in passages])
    spread = np.broadcast_to(length[:, None, None], (*answer.shape[:2], 1))
    return np.concatenate([answer, question, spread], axis=2)


def _weighed(vector: csr_matrix, weights: np.ndarray) -> dict[int, float]:
    """Return what each feature of a text adds to a weighed sum, by its column."""
    return dict(zip(vector.indices.tolist(), (vector.data * weights[vector.indices]).tolist(), strict=True))


def _is_telling(token: Token) -> bool:
    """Tell whether a word could be a reason: no name, and none of the everyday words."""
    return token.is_alpha and not token.is_stop and token.pos_ != "PROPN"
