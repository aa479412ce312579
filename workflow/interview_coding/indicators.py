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

The method is spaCy's Matcher on lemmas (https://spacy.io/api/matcher); the reach of a negation is, roughly,
that of Chapman, W. W. et al. (2001), A simple algorithm for identifying negated findings (NegEx), Journal of
Biomedical Informatics 34(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token
    from spacy.vocab import Vocab

PARTS_OF_SPEECH = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
NEGATIONS = frozenset({"ikke", "ikk", "ikk'", "aldrig", "ingen", "intet", "næppe", "hverken", "uden"})

_EITHER_WAY = "~"
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


def parse(pattern: str) -> list[list[dict[str, Any]]]:
    """Return a pattern as patterns of spaCy's Matcher, any of which may match.

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
    if all(word == "_" or word.endswith("?") or _GAP.fullmatch(word) for word in words):
        raise PatternError("it could match anything; write a word that must be there.")
    return [list(choice) for choice in product(*map(_token, words))]


def _token(word: str) -> list[dict[str, Any]]:
    """Return the ways in which a token may match a word of a pattern."""
    if gap := _GAP.fullmatch(word):
        return [{"IS_SPACE": False, "OP": f"{{0,{gap.group(1) or _DEFAULT_GAP}}}"}]
    if word == "_":
        return [{"IS_PUNCT": False}]
    if word.startswith("<") and word.endswith(">"):
        if word[1:-1] not in PARTS_OF_SPEECH:
            raise PatternError(f"{word} is no part of speech; write one of {', '.join(PARTS_OF_SPEECH)}.")
        return [{"POS": word[1:-1]}]
    may_miss = {"OP": "?"} if word.endswith("?") else {}
    alternatives = word.removesuffix("?").split("|")
    for part in alternatives:
        if not _WORD.fullmatch(part):
            raise PatternError(f"{part or word} is no word; write letters, with = before or * at an end.")
        if "*" in part and len(part.strip("*")) < _SHORTEST_STEM:
            raise PatternError(f"{part} fits too much; write at least {_SHORTEST_STEM} letters beside *.")
    forms = [part[1:] for part in alternatives if part.startswith("=")]
    lemmas = [part for part in alternatives if not part.startswith("=")]
    choices = (("LOWER", forms), ("LEMMA", lemmas))
    return [{attribute: {"REGEX": _any_of(texts)}, **may_miss} for attribute, texts in choices if texts]


def _any_of(texts: Sequence[str]) -> str:
    escaped = (re.escape(text).replace(r"\*", r"[\w'’-]*") for text in texts)
    return f"(?i)^(?:{'|'.join(escaped)})$"


def _is_negated_itself(pattern: str) -> bool:
    words = re.split(r"[\s|]+", pattern)
    return any(word.strip("=?").lower() in NEGATIONS for word in words)


class Indicators:
    """The indicators of a codebook, ready to look for.

    Parameters
    ----------
    vocab
        The vocabulary of the documents.
    patterns
        Code -> its indicators.

    Raises
    ------
    PatternError
        If a pattern is not of the language.
    """

    def __init__(self, vocab: Vocab, patterns: Mapping[str, Sequence[str]]) -> None:
        from spacy.matcher import Matcher

        self._matcher, self._tagged_matcher = Matcher(vocab), Matcher(vocab)
        self._written: dict[int, tuple[str, str, bool]] = {}
        for code, written in patterns.items():
            for pattern in written:
                key = f"{code} {pattern}"
                as_it_stands = pattern.startswith(_EITHER_WAY) or _is_negated_itself(pattern)
                asks_tags = "<" in pattern
                (self._tagged_matcher if asks_tags else self._matcher).add(key, parse(pattern))
                self._written[vocab.strings.add(key)] = (code, pattern, as_it_stands)

    def find(self, text: Doc | Span) -> list[Hit]:
        """Return where indicators fire in an annotated text: each pattern's first hit, shortest if several.

        Patterns with parts of speech fire in tagged text only. The hits stand in the order of the text;
        equal places in the order of codes and patterns.
        """
        from spacy.tokens import Doc

        document, offset = (text, 0) if isinstance(text, Doc) else (text.doc, text.start)
        matchers = [self._matcher, self._tagged_matcher]
        usable = [m for m in matchers[: 2 if document.has_annotation("POS") else 1] if len(m)]
        first: dict[int, Hit] = {}
        for key, start, end in (match for matcher in usable for match in matcher(text)):
            code, pattern, as_it_stands = self._written[key]
            hit = Hit(code, pattern, start + offset, end + offset)
            if not _within_a_sentence(document, hit):
                continue
            if not as_it_stands and is_negated(document, hit.start, hit.end):
                continue
            held = first.get(key)
            if held is None or (hit.start, hit.end) < (held.start, held.end):
                first[key] = hit
        order = {key: place for place, key in enumerate(self._written)}
        return sorted(first.values(), key=lambda h: (h.start, h.end, order[_key(document, h)]))


def _key(document: Doc, hit: Hit) -> int:
    return document.vocab.strings[f"{hit.code} {hit.pattern}"]


def _within_a_sentence(document: Doc, hit: Hit) -> bool:
    return not any(token.is_sent_start for token in document[hit.start + 1 : hit.end])


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
