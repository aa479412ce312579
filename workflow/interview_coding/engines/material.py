"""What engines learn from: the codebook's texts, annotated, and the codes that each stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from interview_coding.codebook import Code, Codebook

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class Material:
    """Texts to learn from.

    Parameters
    ----------
    codes
        The codes' ids, in the order of the codebook.
    texts
        Of each text its words as they stand.
    lemmas
        Of each text its words in dictionary form.
    targets
        Which codes each text stands for, with shape (texts, codes); none for talk without a code.
    sources
        Of each text what to call it before an analyst, in Danish.
    """

    codes: tuple[str, ...]
    texts: tuple[str, ...]
    lemmas: tuple[tuple[str, ...], ...]
    targets: np.ndarray
    sources: tuple[str, ...]


def gather(codebook: Codebook, nlp: Language) -> Material:
    """Return the codebook's exemplars, descriptions, near misses and talk without a code.

    A near miss stands for the code that fits it, or for none.

    Parameters
    ----------
    codebook
        The codebook.
    nlp
        The pipeline that segments are annotated with.
    """
    codes = tuple(codebook.codes)
    rows = [row for code in codebook.codes.values() for row in _of_code(code)]
    rows += [(text, None, "snak uden kode") for text in codebook.no_code]
    targets = np.zeros((len(rows), len(codes)), np.float32)
    for number, (_, code_id, _) in enumerate(rows):
        if code_id in codebook.codes:
            targets[number, codes.index(code_id)] = 1
    texts = tuple(text for text, _, _ in rows)
    lemmas = tuple(tuple(words(doc)) for doc in nlp.pipe(texts))
    return Material(codes, texts, lemmas, targets, tuple(source for _, _, source in rows))


def _of_code(code: Code) -> Iterator[tuple[str, str | None, str]]:
    """Yield a code's texts: the words, the code that they stand for, and what to call them."""
    described = f"{code.label}. {code.definition} {code.use} {' '.join(code.synonyms)}"
    yield described, code.id, "kodens beskrivelse"
    for number, text in enumerate(code.exemplars, 1):
        yield text, code.id, f"eksempel {number}"
    for miss in code.near_misses:
        yield miss.text, miss.instead, f"et næsten-eksempel under »{code.brief}«"


def words(text: Doc | Span) -> Iterator[str]:
    """Yield the words of an annotated text in dictionary form and lower case."""
    return (token.lemma_.lower() for token in text if token.is_alpha)
