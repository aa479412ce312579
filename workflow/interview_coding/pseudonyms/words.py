"""The words of an interview as the search for names sees them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import simplemma
from rapidfuzz.distance import OSA

from interview_coding.language.names import PERSON_LABELS, NameLikeness
from interview_coding.pseudonyms import lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARTICLES = frozenset("von van der den de del della di da dos la le el al bin ben ibn abu af".split())
ADDRESSED = frozenset("Fru Frk Hr Frøken Herr Mr Mrs".split())
"""How people are addressed before their names."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]?s$|['’]$", re.I)
_OPENS = re.compile(r"(?:[.!?:…\"“”„»«(\[–—]|\.\.\.|\s-)\s*$")
_PERSON = "PER"
_MOST_LIKENESS_OF_A_WORD = 0.6
_SHORTEST_STEM = 2
_SHORTEST_PART = 3
_SHORTEST_MISSPELT = 4
"""Letters of a name from which one wrong letter is a slip rather than another name."""


@dataclass(frozen=True)
class Word:
    """A word of a turn.

    Parameters
    ----------
    start, end
        Code points in the turn's text, end exclusive.
    text
        As it stands there.
    opens
        Whether it may have its capital from its place: first in a sentence, a quotation or the turn.
    entity
        The pipeline's label for the name it is part of: ``PER``, ``LOC``, ``ORG``, ``MISC``, or "".
    gap
        What stands between it and the word before.
    """

    start: int
    end: int
    text: str
    opens: bool
    entity: str
    gap: str
    form: Form = field(repr=False)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_person(self) -> bool:
        """Whether the pipeline takes it for part of a person's name."""
        return self.entity == _PERSON


@dataclass(frozen=True)
class Form:
    """What the lists say of a word form, its case and its genitive set aside.

    Parameters
    ----------
    base
        The form in lower case, without a genitive's s where the lists know it without.
    given, surname
        Whether it is a given name, a surname.
    ordinary
        Whether it is an ordinary word too, or nothing but one.
    place, organisation
        Whether it is one.
    likeness
        How much it looks like a person's name by its letters, from 0 to 1.
    """

    base: str
    given: bool
    surname: bool
    ordinary: bool
    place: bool
    organisation: bool
    likeness: float

    @property
    def name(self) -> bool:
        """Whether it is a person's name, of either kind."""
        return self.given or self.surname

    @property
    def certain(self) -> bool:
        """Whether it is a person's name and, as far as the lists go, nothing else."""
        return self.name and not (self.ordinary or self.place or self.organisation)

    @property
    def unknown(self) -> bool:
        """Whether no list knows it."""
        return not (self.name or self.ordinary or self.place or self.organisation)


def words_of(text: str, doc: Doc) -> list[Word]:
    """Return the words of a turn.

    Parameters
    ----------
    text
        The turn.
    doc
        The same, annotated with sentences and names.
    """
    starts = {sentence.start_char for sentence in doc.sents}
    labels = {
        place: _PERSON if entity.label_ in PERSON_LABELS else entity.label_
        for entity in doc.ents
        for place in range(entity.start_char, entity.end_char)
    }
    return list(_words(text, starts, labels))


def _words(text: str, starts: set[int], labels: dict[int, str]) -> Iterator[Word]:
    before = 0
    for match in WORD.finditer(text):
        gap = text[before : match.start()]
        opens = not before or bool(_OPENS.search(gap)) or bool(starts & {*range(before, match.start() + 1)})
        yield Word(
            match.start(),
            match.end(),
            match.group(),
            opens,
            labels.get(match.start(), ""),
            gap,
            form_of(match.group()),
        )
        before = match.end()


@lru_cache(maxsize=200_000)
def form_of(text: str) -> Form:
    """Return what the lists say of a word.

    An s at its end is taken for a genitive's where the lists have the name without: »Mettes«, but not »Jens«.
    """
    base = text.casefold().replace("’", "'")
    whole, stem = _form(base), _GENITIVE.sub("", base)
    if stem == base or len(stem) < _SHORTEST_STEM or whole.name:
        return whole
    without = _form(stem)
    is_word = base in lists.words_never_names() or (
        base in lists.ordinary_words() and stem not in lists.names_that_are_words()
    )
    is_genitive = without.name and not is_word and (text[0].isupper() or not whole.ordinary)
    return without if is_genitive or "'" in base else whole


def _form(base: str) -> Form:
    parts = [part for part in base.split("-") if part]
    given, surname = lists.given_names(), lists.surnames()
    never = base in lists.words_never_names()
    joined = len(parts) > 1 and all(part in given or part in surname for part in parts)
    is_given = not never and (base in given or (joined and parts[0] in given))
    is_surname = not never and (base in surname or joined)
    likeness = _likeness().probability(base)
    is_word = never or _is_listed_word(base) or (not (is_given or is_surname) and _is_word(base, likeness))
    return Form(
        base=base,
        given=is_given,
        surname=is_surname,
        ordinary=is_word,
        place=base in lists.places(),
        organisation=base in lists.organisations(),
        likeness=likeness,
    )


def _is_listed_word(base: str) -> bool:
    return base in lists.ordinary_words() or base in lists.names_that_are_words()


def _is_word(base: str, likeness: float) -> bool:
    """Tell whether a form that is no listed name is a word; simplemma's list holds names too."""
    known = simplemma.is_known(base, lang="da") and likeness < _MOST_LIKENESS_OF_A_WORD
    return known or _is_compound(base)


def _is_compound(base: str) -> bool:
    """Tell whether a form is made of two ordinary words, with or without an s between."""
    words = lists.ordinary_words()
    for cut in range(_SHORTEST_PART, len(base) - _SHORTEST_PART):
        first, last = base[:cut], base[cut:]
        if last in words and (first in words or (first.endswith("s") and first[:-1] in words)):
            return True
    return False


@lru_cache(maxsize=1)
def _likeness() -> NameLikeness:
    return NameLikeness.read()


def genitive(text: str, names: Collection[str] = ()) -> int:
    """Return how many characters at the end of a name are its genitive.

    Parameters
    ----------
    text
        The name.
    names
        Names in lower case that are known to be used: by them »Hennings« is Henning's, surname though it is.

    >>> genitive("Kammas"), genitive("Jens"), genitive("Jens'"), genitive("Hennings", {"henning"})
    (1, 0, 1, 1)
    """
    base = form_of(text).base
    if len(base) == len(text) and base.endswith("s") and base[:-1] in names:
        return 1
    return len(text) - len(base)


def points(word: str) -> bool:
    """Tell whether a word of a longer name points to the person by itself, too.

    >>> points("Prøvesen"), points("af"), points("Fru"), points("kommunen")
    (True, False, False, False)
    """
    form = form_of(word)
    stands_by = word in PARTICLES or word.capitalize() in ADDRESSED
    return len(word) > 1 and not stands_by and (form.name or not form.ordinary)


def is_misspelt(base: str, names: Collection[str]) -> bool:
    """Tell whether a word that no list knows is one letter away from a name, both long enough."""
    if len(base) < _SHORTEST_MISSPELT or not form_of(base).unknown:
        return False
    long_enough = (name for name in names if len(name) >= _SHORTEST_MISSPELT)
    return any(OSA.distance(base, name, score_cutoff=1) == 1 for name in long_enough)
