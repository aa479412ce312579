"""What engines learn from: texts, annotated, and the codes that each stands for.

The codebook gives utterances, each for one code, and practice interviews, where an answer may carry several
codes or none; the project gives the segments that its coders have decided on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from interview_coding.codebook import Code, Codebook, PracticeTurn
from interview_coding.engines.base import Passage

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Example:
    """A text to learn from.

    Parameters
    ----------
    text, question
        The words, and the question that they answer; "" for none.
    codes
        The codes that it stands for; none for talk without a code.
    source
        What to call it before an analyst, in Danish.
    interview
        The interview that it is from; "" for an utterance that stands alone.
    decided
        Whether the project's coders have given it its codes.
    """

    text: str
    codes: tuple[str, ...]
    source: str
    question: str = ""
    interview: str = ""
    decided: bool = False


@dataclass(frozen=True)
class Material:
    """Examples, annotated.

    Parameters
    ----------
    codes
        The codes' ids, in the order of the codebook.
    examples
        The examples; those that are from interviews are called talk.
    passages
        The same, annotated.
    patterns
        Code -> its indicators.
    """

    codes: tuple[str, ...]
    examples: tuple[Example, ...]
    passages: tuple[Passage, ...]
    patterns: Mapping[str, Sequence[str]]

    @property
    def targets(self) -> np.ndarray:
        """Which codes each example stands for, 0 or 1, with shape (examples, codes)."""
        column = {code: at for at, code in enumerate(self.codes)}
        targets = np.zeros((len(self.examples), len(self.codes)), np.float32)
        for row, example in enumerate(self.examples):
            targets[row, [column[code] for code in example.codes]] = 1
        return targets

    @property
    def interviews(self) -> np.ndarray:
        """The number of the interview of each example, from 0, or -1 for none, with shape (examples,)."""
        names = dict.fromkeys(e.interview for e in self.examples if e.interview)
        number = {name: at for at, name in enumerate(names)} | {"": -1}
        return np.array([number[example.interview] for example in self.examples], int)

    @property
    def talk(self) -> np.ndarray:
        """The numbers of the examples that are from interviews, in order."""
        return np.flatnonzero(self.interviews >= 0)


def gather(codebook: Codebook, nlp: Language, decided: Iterable[Example] = ()) -> Material:
    """Return what a codebook and a project give to learn from.

    Parameters
    ----------
    codebook
        The codebook.
    nlp
        The pipeline that segments are annotated with.
    decided
        The segments that the project's coders have decided on; codes that the codebook has not are left out.
    """
    known = codebook.codes
    examples = [
        *_of_codebook(codebook),
        *_of_practice(codebook.practice),
        *decided,
    ]
    examples = [_with_codes_of(known, example) for example in examples]
    texts = nlp.pipe(example.text for example in examples)
    questions = nlp.pipe(example.question for example in examples)
    passages = tuple(
        Passage(text, question if len(question) else None)
        for text, question in zip(texts, questions, strict=True)
    )
    patterns = {code.id: code.indicators for code in known.values()}
    return Material(tuple(known), tuple(examples), passages, patterns)


def _of_codebook(codebook: Codebook) -> Iterator[Example]:
    for code in codebook.codes.values():
        yield from _of_code(code)
    for text in codebook.no_code:
        yield Example(text, (), "snak uden kode")


def _of_practice(turns: Iterable[PracticeTurn]) -> Iterator[Example]:
    number: Counter[str] = Counter()
    for turn in turns:
        number[turn.interview] += 1
        source = f"øveinterview {turn.interview}, svar {number[turn.interview]}"
        yield Example(turn.answer, turn.codes, source, turn.question, turn.interview)


def _of_code(code: Code) -> Iterator[Example]:
    """Yield a code's texts; a near miss stands for the code that fits it, or for none."""
    described = f"{code.label}. {code.definition} {code.use} {' '.join(code.synonyms)}"
    yield Example(described, (code.id,), "kodens beskrivelse")
    for number, text in enumerate(code.exemplars, 1):
        yield Example(text, (code.id,), f"eksempel {number}")
    for miss in code.near_misses:
        instead = (miss.instead,) if miss.instead else ()
        yield Example(miss.text, instead, f"et næsten-eksempel under »{code.brief}«")


def _with_codes_of(known: Mapping[str, Code], example: Example) -> Example:
    return replace(example, codes=tuple(code for code in example.codes if code in known))
