"""Look a codebook over: what is missing, doubled, unproven, or hard to tell apart.

`read_codebook` refuses what cannot be used; here stands what can be used and should be mended.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from interview_coding.codebook.migration import misfits
from interview_coding.codebook.model import Code, Codebook
from interview_coding.codebook.reading import (
    NO_CODE,
    SETTINGS,
    read_codebook,
    read_theme_file,
    theme_files,
)
from interview_coding.codebook.yaml_file import YamlFile
from interview_coding.errors import Problem
from interview_coding.indicators import Indicators

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FEWEST_EXEMPLARS = 8
FEWEST_NEAR_MISSES = 3
LONGEST_LABEL = 60
SHARED_RUN = 6
"""So many words in a row in two utterances are a template or a copy."""
NEAR_DUPLICATE = 0.8
"""Likeness of two utterances' letters (cosine of character n-grams) from which they say the same."""
MOST_SEGMENTS = 0.5
"""An indicator that fires in more than this share of utterances says nothing."""
MOST_CONFUSED = 1 / 3
"""Share of a code's exemplars that may be taken for one other code's."""


@dataclass(frozen=True)
class Utterance:
    """An utterance of the codebook: whose it is, of what kind, its number from 0, its text."""

    code: str
    kind: str
    number: int
    text: str


class Desk:
    """A codebook laid out to be looked over.

    Parameters
    ----------
    folder
        The codebook's.
    nlp
        The Danish pipeline, for the indicators.
    """

    def __init__(self, folder: Path, nlp: Language) -> None:
        self.folder = folder
        self.codebook: Codebook = read_codebook(folder)
        self.nlp = nlp
        self._places: dict[str, tuple[YamlFile, int]] = {}
        for file in map(read_theme_file, theme_files(folder)):
            for number, code in enumerate(file.values["codes"]):
                self._places[code["id"]] = (file, number)

    def own_codes(self) -> list[Code]:
        """Return the codes that stand in the folder's own files."""
        return [code for code in self.codebook.codes.values() if code.id in self._places]

    def problem(self, code: str, what: str, remedy: str, *place: str | int) -> Problem:
        """Return a problem of a code, at the line of one of its parts."""
        if code not in self._places:
            return Problem(str(self.folder / NO_CODE), what, remedy)
        file, number = self._places[code]
        return file.problem(f"{code}: {what}", remedy, "codes", number, *place)

    @cached_property
    def utterances(self) -> list[Utterance]:
        """The exemplars and near misses of all codes, and the talk that carries no code."""
        found = [
            Utterance(code.id, kind, number, text)
            for code in self.codebook.codes.values()
            for kind, texts in (
                ("exemplars", code.exemplars),
                ("near_misses", [miss.text for miss in code.near_misses]),
            )
            for number, text in enumerate(texts)
        ]
        return [*found, *(Utterance("", "no_code", n, t) for n, t in enumerate(self.codebook.no_code))]

    @cached_property
    def docs(self) -> list[Doc]:
        """The utterances, annotated."""
        return list(self.nlp.pipe(utterance.text for utterance in self.utterances))


def lint(folder: Path, nlp: Language) -> list[Problem]:
    """Return what should be mended in a codebook, by file and line.

    Parameters
    ----------
    folder
        The codebook's.
    nlp
        The Danish pipeline in use; indicators are matched on its lemmas.

    Raises
    ------
    InputError
        If the codebook cannot be read at all.
    """
    desk = Desk(folder, nlp)
    checks = (missing_parts, references, changes, duplicates, idle_indicators, overlaps)
    found = chain.from_iterable(check(desk) for check in checks)
    return sorted(found, key=lambda problem: (problem.file, problem.row or 0))


def missing_parts(desk: Desk) -> Iterator[Problem]:
    """Yield what an analyst or an engine would miss in a code, and labels that are too long."""
    for code in desk.own_codes():
        for part, held, fewest in (
            ("use", code.use, 1),
            ("not_use", code.not_use, 1),
            ("indicators", code.indicators, 1),
            ("exemplars", code.exemplars, FEWEST_EXEMPLARS),
            ("near_misses", code.near_misses, FEWEST_NEAR_MISSES),
        ):
            if len(held) < fewest:
                what = f"has {len(held)} {part}, fewer than {fewest}." if held else f"has no {part}."
                yield desk.problem(code.id, what, "Write more.", part)
        if len(code.brief) > LONGEST_LABEL:
            what = f"the label has {len(code.label)} characters."
            remedy = f"Make it {LONGEST_LABEL} or fewer, or give a shorter one as short."
            yield desk.problem(code.id, what, remedy, "label")


def references(desk: Desk) -> Iterator[Problem]:
    """Yield references to codes that do not exist, or to the code itself."""
    known = desk.codebook.codes
    for code in desk.own_codes():
        for part, targets in (
            ("not_use", [note.instead for note in code.not_use]),
            ("near_misses", [miss.instead for miss in code.near_misses]),
        ):
            for number, target in enumerate(targets):
                if target == code.id or (target and target not in known):
                    what = f"{part} {number + 1} points to {target}."
                    remedy = "Write the id of another code, or leave instead out."
                    yield desk.problem(code.id, what, remedy, part, number, "instead")


def changes(desk: Desk) -> Iterator[Problem]:
    """Yield recorded changes that do not fit the codes there are."""
    codebook = desk.codebook
    for what, remedy in misfits(codebook.changes, codebook.codes, codebook.version):
        yield Problem(str(desk.folder / SETTINGS), what, remedy)


def duplicates(desk: Desk) -> Iterator[Problem]:
    """Yield utterances that say what another says in the same words."""
    seen: dict[tuple[str, ...], Utterance] = {}
    reported: set[int] = set()
    for place, utterance in enumerate(desk.utterances):
        for run in _runs(utterance.text):
            other = seen.setdefault(run, utterance)
            if other is not utterance and place not in reported:
                reported.add(place)
                yield _doubled(desk, utterance, other, f'shares "{" ".join(run)}" with')
    vectors = _vectors([utterance.text for utterance in desk.utterances])
    alike = (vectors @ vectors.T).tocoo()
    for first, second, likeness in zip(alike.row, alike.col, alike.data, strict=True):
        if first < second and likeness >= NEAR_DUPLICATE and second not in reported:
            reported.add(int(second))
            yield _doubled(desk, desk.utterances[second], desk.utterances[first], "is nearly the same as")


def _doubled(desk: Desk, utterance: Utterance, other: Utterance, how: str) -> Problem:
    what = f"{_name(utterance)} {how} {_name(other)} of {other.code or NO_CODE}."
    return desk.problem(utterance.code, what, "Write it in other words.", utterance.kind, utterance.number)


def _name(utterance: Utterance) -> str:
    kind = {"exemplars": "exemplar", "near_misses": "near miss"}.get(utterance.kind, "utterance")
    return f"{kind} {utterance.number + 1}"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[at : at + SHARED_RUN]) for at in range(len(words) - SHARED_RUN + 1))


def idle_indicators(desk: Desk) -> Iterator[Problem]:
    """Yield indicators that fire in none of the codebook's utterances, or in too many."""
    patterns = {code.id: code.indicators for code in desk.own_codes()}
    indicators = Indicators(patterns)
    fired = Counter((hit.code, hit.pattern) for doc in desk.docs for hit in indicators.find(doc))
    for code, written in patterns.items():
        for number, pattern in enumerate(written):
            share = fired[code, pattern] / len(desk.docs)
            if not share:
                what = f'the indicator "{pattern}" fires in no utterance of the codebook.'
                remedy = "Look for slips (dictionary forms!), write an exemplar that has it, or take it out."
            elif share > MOST_SEGMENTS:
                what = f'the indicator "{pattern}" fires in {share:.0%} of all utterances.'
                remedy = "Make it narrower."
            else:
                continue
            yield desk.problem(code, what, remedy, "indicators", number)


def overlaps(desk: Desk) -> Iterator[Problem]:
    """Yield codes whose exemplars are often taken for those of one other code.

    Each exemplar is compared with the mean of every code's exemplars, itself left out.
    """
    exemplars = [u for u in desk.utterances if u.kind == "exemplars"]
    taken = confusion([u.code for u in exemplars], [u.text for u in exemplars])
    for code, others in taken.items():
        total = sum(others.values())
        for other, count in others.most_common():
            if other != code and count > MOST_CONFUSED * total and total >= FEWEST_EXEMPLARS:
                what = f"{count} of its {total} exemplars read like {other}."
                remedy = "Sharpen definition, use and not_use of both, move exemplars, or merge the codes."
                yield desk.problem(code, what, remedy, "exemplars")


def confusion(codes: Sequence[str], texts: Sequence[str]) -> dict[str, Counter[str]]:
    """Return what code each code's utterances are taken for, each judged by the others.

    Parameters
    ----------
    codes, texts
        Code and words of each utterance.

    Returns
    -------
    dict
        Code -> how many of its utterances come nearest to each code's mean.
    """
    vectors = _vectors(texts)
    names = sorted(set(codes))
    column = np.array([names.index(code) for code in codes])
    sums = np.zeros((len(names), vectors.shape[1]), np.float32)
    for row, place in enumerate(column):
        sums[place] += vectors[row].toarray()[0]
    lengths = np.linalg.norm(sums, axis=1)
    products = vectors @ sums.T
    likeness = products / np.maximum(lengths, 1e-9)
    rows = np.arange(len(texts))
    own = products[rows, column]
    without = np.sqrt(np.maximum(lengths[column] ** 2 - 2 * own + 1, 1e-9))
    likeness[rows, column] = (own - 1) / without
    nearest = likeness.argmax(axis=1)
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for code, place in zip(codes, nearest, strict=True):
        taken[code][names[place]] += 1
    return dict(taken)


def _vectors(texts: Iterable[str]):  # type: ignore[no-untyped-def]  # scipy has no types
    from sklearn.feature_extraction.text import TfidfVectorizer

    from interview_coding.engines.vectors import LETTER_FEATURES

    return TfidfVectorizer(**LETTER_FEATURES, sublinear_tf=True, dtype=np.float32).fit_transform(texts)
