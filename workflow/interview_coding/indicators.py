"""Indicators: patterns of words that speak for a code, in a small language of their own.

A pattern is words with spaces between, matched within a sentence, whatever the case of letters:

    møde                any form of the word; write it as a dictionary does
    =unge               this form only
    frivillig*  *møde   begins or ends with, for compounds; *penge* holds it
    ringe|banke         one or the other; each part may have = or *
    ned?                may be missing
    _                   any one word
    ..                  up to three words between; ..6 up to six
    <NUM>               a word of this part of speech: NOUN, PROPN, VERB, ADJ, ADV or NUM

A pattern does not fire where the sentence negates it. One that holds a negation itself fires as it stands,
and one that begins with ~ fires either way.

It is what spaCy's Matcher does, thirty times as fast for a codebook's hundreds of patterns: only those are
tried of which every word that must be there stands in the text. The reach of a negation is, roughly, that of
Chapman, W. W. et al. (2001), A simple algorithm for identifying negated findings (NegEx), Journal of
Biomedical Informatics 34(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PARTS_OF_SPEECH = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
NEGATIONS = frozenset({"ikke", "ikk", "ikk'", "aldrig", "ingen", "intet", "næppe", "hverken", "uden"})

_EITHER_WAY = "~"
_ANY = "_"
_FORM = "="
_TAG = "<"
_GAP = re.compile(r"\.\.(\d?)")
_WORD = re.compile(r"=?[\w'’-]+|\*[\w'’-]+\*?|[\w'’-]+\*")
_DEFAULT_GAP = 3
_SHORTEST_STEM = 3
_REACH_BEFORE = 3
_CLAUSE_ENDS = frozenset({",", ";", ":", "men", "."})
_NOT_ONLY = frozenset({"kun", "bare", "alene", "mindst", "blot", "også", "sandt"})


class PatternError(ValueError):
    """A pattern that is not of the language; the message says what is wrong and what to write."""


@dataclass(frozen=True)
class Hit:
    """Where an indicator fired.

    Parameters
    ----------
    code
        The code that it speaks for.
    pattern
        The indicator as it is written.
    start, end
        The first token of the document that it fired on, and the one behind the last.
    """

    code: str
    pattern: str
    start: int
    end: int


@dataclass(frozen=True)
class Slot:
    """A place in a pattern.

    Parameters
    ----------
    words
        What may stand there: words, `=` before those that are forms, parts of speech as ``<NUM>``, or
        ``_`` for any word; nothing in a gap.
    least, most
        How many tokens it takes.
    """

    words: tuple[str, ...]
    least: int = 1
    most: int = 1


def parse(pattern: str) -> list[Slot]:
    """Return the places of a pattern.

    Raises
    ------
    PatternError
        If the pattern is not of the language.
    """
    words = pattern.removeprefix(_EITHER_WAY).split()
    if any(set(word) == {"."} and len(word) > len("..") for word in words):
        raise PatternError("three dots are no gap; write .. for up to three words, or ..6 for up to six.")
    if not words:
        raise PatternError("it holds no word; write at least one.")
    if _GAP.fullmatch(words[0]) or _GAP.fullmatch(words[-1]):
        raise PatternError("it begins or ends with ..; leave that out.")
    if all(word == _ANY or word.endswith("?") or _GAP.fullmatch(word) for word in words):
        raise PatternError("it could match anything; write a word that must be there.")
    return [_slot(word) for word in words]


def _slot(word: str) -> Slot:
    if gap := _GAP.fullmatch(word):
        return Slot((), 0, int(gap.group(1) or _DEFAULT_GAP))
    if word == _ANY:
        return Slot((_ANY,))
    if word.startswith(_TAG) and word.endswith(">"):
        if word[1:-1] not in PARTS_OF_SPEECH:
            raise PatternError(f"{word} is no part of speech; write one of {', '.join(PARTS_OF_SPEECH)}.")
        return Slot((word,))
    alternatives = word.removesuffix("?").split("|")
    for part in alternatives:
        if not _WORD.fullmatch(part):
            raise PatternError(f"{part or word} is no word; write letters, with = before or * at an end.")
        if "*" in part and len(part.strip("*")) < _SHORTEST_STEM:
            raise PatternError(f"{part} fits too much; write at least {_SHORTEST_STEM} letters beside *.")
    return Slot(tuple(part.lower() for part in alternatives), 0 if word.endswith("?") else 1)


@dataclass(frozen=True)
class _Pattern:
    """A pattern that is ready to look for; `order` is its place among all."""

    code: str
    written: str
    slots: tuple[Slot, ...]
    order: int

    @property
    def as_it_stands(self) -> bool:
        """Whether a negation before it does not silence it."""
        words = re.split(r"[\s|]+", self.written)
        negated = any(word.strip("=?").lower() in NEGATIONS for word in words)
        return negated or self.written.startswith(_EITHER_WAY)

    @property
    def needed(self) -> list[Slot]:
        """The places that must be filled, those first that fewest texts will fill, judged by length."""
        slots = (slot for slot in self.slots if slot.least and slot.words != (_ANY,))
        return sorted(slots, key=lambda slot: -min(map(len, slot.words)))


class Indicators:
    """The indicators of a codebook, ready to look for.

    Parameters
    ----------
    patterns
        Code -> its indicators.

    Raises
    ------
    PatternError
        If a pattern is not of the language.
    """

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        pairs = [(code, pattern) for code, written in patterns.items() for pattern in written]
        every = [_Pattern(*pair, tuple(parse(pair[1])), order) for order, pair in enumerate(pairs)]
        self._by_word: dict[str, list[tuple[frozenset[str], list[Slot], _Pattern]]] = {}
        for pattern in every:
            rarest, *others = pattern.needed
            single = frozenset(slot.words[0] for slot in others if len(slot.words) == 1)
            several = [slot for slot in others if len(slot.words) > 1]
            for word in rarest.words:
                self._by_word.setdefault(word, []).append((single, several, pattern))
        words = {word for pattern in every for slot in pattern.slots for word in slot.words}
        self._lemmas = _Lexicon(word for word in words if word[0] not in f"{_ANY}{_FORM}{_TAG}")
        self._forms = _Lexicon(word for word in words if word.startswith(_FORM))
        self._known: dict[tuple[int, ...], frozenset[str]] = {}

    def find(self, text: Doc | Span) -> list[Hit]:
        """Return where indicators fire in an annotated text: each pattern's first hit, shortest if several.

        Patterns with parts of speech fire in tagged text only. The hits stand in the order of the text;
        equal places in the order of codes and patterns.
        """
        from spacy.tokens import Doc

        document, offset = (text, 0) if isinstance(text, Doc) else (text.doc, text.start)
        fits = self._fitting(text)
        ends = _sentence_ends(text)
        hits = []
        for pattern in self._worth_trying(frozenset().union(*fits)):
            for start, end in _matches(pattern.slots, fits, ends):
                hit = Hit(pattern.code, pattern.written, start + offset, end + offset)
                if pattern.as_it_stands or not is_negated(document, hit.start, hit.end):
                    hits.append(hit)
                    break
        return sorted(hits, key=lambda hit: (hit.start, hit.end))

    def _worth_trying(self, present: frozenset[str]) -> list[_Pattern]:
        """Return the patterns of which every word that must be there is present, in their order."""
        found = {
            pattern.order: pattern
            for word in present & self._by_word.keys()
            for single, several, pattern in self._by_word[word]
            if single <= present and not any(present.isdisjoint(slot.words) for slot in several)
        }
        return [found[order] for order in sorted(found)]

    def _fitting(self, text: Doc | Span) -> list[frozenset[str]]:
        """Return for each token which of the patterns' words it fits."""
        from spacy.attrs import LEMMA, LOWER, POS

        tokens: Any = text
        keys = map(tuple, tokens.to_array([LOWER, LEMMA, POS]).tolist())
        return [self._known.get(key) or self._look_up(key, text[place]) for place, key in enumerate(keys)]

    def _look_up(self, key: tuple[int, ...], token: Token) -> frozenset[str]:
        tags = {f"{_TAG}{token.pos_}>"} if token.pos_ else set()
        tags |= set() if token.is_punct else {_ANY}
        found = {*self._lemmas.fitting(token.lemma_.lower()), *self._forms.fitting(f"{_FORM}{token.lower_}")}
        self._known[key] = frozenset(found | tags)
        return self._known[key]


class _Lexicon:
    """Words, some with * at an end; finds those that a text fits by its beginnings and ends."""

    def __init__(self, words: Iterable[str]) -> None:
        self._whole: set[str] = set()
        self._starts: set[str] = set()
        self._ends: set[str] = set()
        self._parts: set[str] = set()
        for word in words:
            kind = {(False, False): self._whole, (False, True): self._starts, (True, False): self._ends}
            kind.get((word.startswith("*"), word.endswith("*")), self._parts).add(word)

    def fitting(self, text: str) -> Iterator[str]:
        """Yield the words that a text fits."""
        yield from {text} & self._whole
        yield from {f"{text[:length]}*" for length in range(1, len(text) + 1)} & self._starts
        yield from {f"*{text[place:]}" for place in range(len(text))} & self._ends
        yield from (word for word in self._parts if word[1:-1] in text)


def _sentence_ends(text: Doc | Span) -> list[int]:
    """Return for each token of a text where its sentence ends, counted from the text's start."""
    from spacy.attrs import SENT_START

    tokens: Any = text
    starts = tokens.to_array([SENT_START]).ravel().tolist()
    ends = [len(starts)] * len(starts)
    for place in range(len(starts) - 2, -1, -1):
        ends[place] = place + 1 if starts[place + 1] == 1 else ends[place + 1]
    return ends


def _matches(
    slots: Sequence[Slot], fits: Sequence[frozenset[str]], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield where a pattern matches, by start and then by end."""
    first = slots[0]
    for start in range(len(fits)):
        if first.least == 0 or not fits[start].isdisjoint(first.words):
            yield from ((start, end) for end in sorted(set(_filled(slots, fits, start, ends[start]))))


def _filled(slots: Sequence[Slot], fits: Sequence[frozenset[str]], at: int, end: int) -> Iterator[int]:
    """Yield where the slots end when filled from a place on."""
    if not slots:
        yield at
        return
    slot, rest = slots[0], slots[1:]
    for taken in range(slot.most + 1):
        if taken >= slot.least:
            yield from _filled(rest, fits, at + taken, end)
        if at + taken >= end or (slot.words and fits[at + taken].isdisjoint(slot.words)):
            return


def is_negated(document: Doc, start: int, end: int) -> bool:
    """Tell whether a stretch of tokens holds a negation, or one reaches into it from its clause.

    >>> import spacy
    >>> doc = spacy.blank("da")("vi har ikke nogen tid, men penge")
    >>> is_negated(doc, 4, 5), is_negated(doc, 7, 8)
    (True, False)
    """
    if any(_negates(token) for token in document[start:end]):
        return True
    return any(_negates(token) for token in _before(document, start))


def _before(document: Doc, start: int) -> Iterator[Token]:
    """Yield the tokens before a place whose negation would reach it, backwards."""
    for at in range(start - 1, max(-1, start - 1 - _REACH_BEFORE), -1):
        if document[at].lower_ in _CLAUSE_ENDS or document[at + 1].is_sent_start:
            return
        yield document[at]


def _negates(token: Token) -> bool:
    """Tell whether a word negates, and is not "..., ikke?" or "ikke kun"."""
    if token.lower_ not in NEGATIONS:
        return False
    document, at = token.doc, token.i
    after = document[at + 1].lower_ if at + 1 < len(document) else "?"
    asks = after in {"?", "ikke"} or (at > 0 and document[at - 1].lower_ == "," and after in {",", "."})
    return not asks and after not in _NOT_ONLY
