"""Names in talk that was transcribed without capitals.

A model knows a name above all by its capital. Words in lower case that look like names by their letters
are shown to it with a capital, so that it judges them by what stands around them, as it does other names.

Reference: Lita, L. V. et al. (2003), tRuEcasIng, ACL 2003. How likely a word is to be a name is a logistic
model of its letters, trained by workflow/models/train/likeness.py on names in Denmark and on ordinary words.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from interview_coding.errors import InputError, Problem

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPONENT = "names_without_capitals"
LIKENESS = Path(__file__).parents[2] / "models" / "name_likeness.npz"
"""The logistic model: `weights` of hashed parts of words, and the `constant`."""
LIKELY = 0.6
"""The probability from which a word is shown to the model as a name, in a text without capitals."""
LIKELY_AMONG_CAPITALS = 0.8
"""The same in a text that has capitals, where a name in lower case is a slip."""
PERSON_LABELS = frozenset({"PER", "PERSON"})
_SHORTEST = 2
_PARTS = (2, 3, 4)


def parts(form: str) -> list[str]:
    """Return a word form's parts: itself with its borders, and every 2, 3 and 4 letters of it.

    >>> parts("bo")
    ['^bo$', '^b', 'bo', 'o$', '^bo', 'bo$', '^bo$']
    """
    whole = f"^{form}$"
    return [whole, *(whole[at : at + n] for n in _PARTS for at in range(len(whole) - n + 1))]


def rows(form: str, size: int) -> np.ndarray:
    """Return the rows of a table of `size` rows that a word form's parts are hashed to."""
    return np.array([zlib.crc32(part.encode()) % size for part in parts(form)], dtype=np.int64)


class NameLikeness:
    """How likely a word form in lower case is to be a person's name.

    Parameters
    ----------
    weights
        Of the hashed parts of words, with shape (rows,).
    constant
        The logistic model's constant.
    """

    def __init__(self, weights: np.ndarray, constant: float) -> None:
        self._weights = weights.astype(np.float32)
        self._constant = constant
        self.probability = lru_cache(maxsize=100_000)(self._probability)

    @classmethod
    def read(cls, file: Path = LIKENESS) -> NameLikeness:
        """Read the trained model.

        Raises
        ------
        InputError
            If the file is missing or damaged.
        """
        try:
            with np.load(file) as values:
                return cls(values["weights"], float(values["constant"]))
        except (OSError, ValueError, KeyError) as error:
            what = "the model of what names look like, which comes with the project, is not whole."
            remedy = "Bring it back: git checkout -- workflow/models."
            raise InputError([Problem(str(file), what, remedy)]) from error

    def _probability(self, form: str) -> float:
        found = rows(form, len(self._weights))
        logit = self._weights[found].sum() / np.sqrt(len(found)) + self._constant
        return float(1 / (1 + np.exp(-logit)))


@Language.factory(COMPONENT, requires=["doc.ents"], assigns=["doc.ents"])
class NamesWithoutCapitals:
    """Find names again, with capitals given to words in lower case that look like names.

    In a text without any capital all that the model then finds is taken; in others only persons of whose
    words one was given its capital, beside what was found before.

    Parameters
    ----------
    nlp
        The pipeline; its components of the kinds ``tok2vec`` and ``ner`` are asked again.
    name
        The component's name.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._likeness = NameLikeness.read()

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with the names found that were written in lower case."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Yield documents as `__call__` returns them, asking the model for a batch at a time."""
        for batch in _batches(stream, batch_size):
            likely = [(doc, self._likely(doc)) for doc in batch]
            asked = [(doc, raised) for doc, raised in likely if any(raised)]
            shown: Iterable[Doc] = [_with_capitals(doc, raised) for doc, raised in asked]
            for finder in self._finders():
                shown = finder.pipe(shown, batch_size=batch_size)
            for (doc, raised), found in zip(asked, shown, strict=True):
                doc.ents = _together(doc, found, raised)
            yield from batch

    def _likely(self, doc: Doc) -> list[bool]:
        """Tell of each word whether it stands in lower case and looks like a name."""
        least = LIKELY_AMONG_CAPITALS if _has_capitals(doc) else LIKELY
        return [_is_lower_word(t) and self._likeness.probability(t.text) >= least for t in doc]

    def _finders(self) -> Iterator[Any]:
        """Yield what finds names: the component, and the one whose vectors it listens to."""
        pipeline: list[tuple[str, Any]] = self._nlp.pipeline
        for name, pipe in pipeline:
            kind = self._nlp.get_pipe_meta(name).factory
            if kind == "ner" or (kind == "tok2vec" and "ner" in pipe.listening_components):
                yield pipe


def _has_capitals(doc: Doc) -> bool:
    return any(token.text[0].isupper() for token in doc)


def _is_lower_word(token: Token) -> bool:
    return token.is_alpha and token.is_lower and len(token) >= _SHORTEST


def _batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch


def _with_capitals(doc: Doc, raised: list[bool]) -> Doc:
    words = [token.text.capitalize() if up else token.text for token, up in zip(doc, raised, strict=True)]
    return Doc(doc.vocab, words, [bool(token.whitespace_) for token in doc])


def _together(doc: Doc, found: Doc, raised: list[bool]) -> list[Span]:
    """Return the names of a document, from before and from the second look at it."""
    new = [Span(doc, ent.start, ent.end, label=ent.label) for ent in found.ents]
    if not _has_capitals(doc):
        return new
    persons = [ent for ent in new if ent.label_ in PERSON_LABELS and any(raised[ent.start : ent.end])]
    return filter_spans([*doc.ents, *persons])
