"""How something that the key holds may be written in a file, and how surely it is meant where it stands so.

All comparing is done on folded words: in lower case, composed, without accents, æ, ø and å as ae, oe and aa.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from urllib.parse import unquote

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.initials import STOPPED
from interview_coding.pseudonyms.mentions import (
    ACCOUNT,
    ADDRESS,
    CPR,
    EMAIL,
    ORGANISATION,
    PERSON,
    PHONE,
    PLACE,
    PLATE,
    POSTCODE,
    URL,
)
from interview_coding.pseudonyms.unpacking import APART
from interview_coding.pseudonyms.words import form_of

WORD = re.compile(r"[^\W_]+")

_DIGITS = re.compile(r"\d+")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\u0300-\u036f]")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HYPHENATION = re.compile("[-\u2010][ \\t]*\n\\s*")
_URL_HEAD = re.compile(r"^(?:\w+://)?(?:www\.)?", re.I)
_POSSESSIVE = re.compile("['’]s?$", re.I)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ı": "i"})
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
_PARTICLES = frozenset(
    "af al auf bin bint da das de del della den der des di dos du e el ibn la le og ould ter und van von y"
    " fru frk hr hrs frøken doktor dr".split()
)
_WRITTEN_BY_PROGRAMS = frozenset(
    "also age block bring can cross danish done dot edit else even find hall has host label link list lock"
    " mark marks max meta minor most nil odd page parts pass past plate rank ring roll said sha stage stamp"
    " still tell them thing were white will with work".split()
)
"""English words in headers, logs and the formatting of documents that are people's names as well."""
_FEWEST_DIGITS = 6
_DOMESTIC_ACCOUNT = 14
_SHORT = 3
_SQUEEZED = 6
_LIKE_A_NAME = 0.3
"""By its letters; of 15,000 surnames in the list 82 per cent look at least so much like one."""


class Care(IntEnum):
    """How much must agree before a form that was found is a leak."""

    NONE = 0
    """The words, in any case."""
    CAPITALS = 1
    """Also the capitals."""
    PROPER = 2
    """Also the place: not where a sentence opens, which gives any word a capital."""
    NARROW = 3
    """Also the interview."""
    INITIALS = 4
    """All in capitals, and the interview."""


IN_WORDS, IN_NUMBERS, WITH_STOPS = "words", "numbers", "stops"


@dataclass(frozen=True)
class Sought:
    """A needle before it is known in whose keys it is, and where it is looked for."""

    words: tuple[str, ...]
    kind: str
    care: Care = Care.NONE
    capitals: tuple[bool, ...] = ()
    place: str = IN_WORDS


class Uses:
    """What words mean besides what the key says.

    Parameters
    ----------
    evaluators, kept
        As in `search`.
    """

    def __init__(self, evaluators: Iterable[str], kept: Iterable[str]) -> None:
        self._evaluators = {word.casefold() for name in evaluators for word in WORD.findall(prepared(name))}
        self.kept = {prepared(form).casefold() for form in kept}

    def is_common(self, word: str) -> bool:
        """Tell whether a word is short, an ordinary word, a place, an evaluator's or a program's."""
        key = word.casefold()
        return (
            len(key) < _SHORT
            or key in self._evaluators
            or key in _WRITTEN_BY_PROGRAMS
            or key in lists.names_that_are_words()
            or key in lists.ordinary_words()
            or key in lists.words_never_names()
            or key in lists.places()
            or key in lists.kinship_and_roles()
        )


def _is_name(word: str) -> bool:
    key = word.casefold()
    return key in lists.given_names() or key in lists.surnames() or key in lists.names_that_are_words()


def spellings_of(kind: str, form: str, uses: Uses) -> Iterator[Sought]:
    """Yield everything that is looked for because of one form in the key."""
    words = WORD.findall(_POSSESSIVE.sub("", form))
    if kind == PERSON:
        yield from _person(words, uses)
    elif kind in (ORGANISATION, PLACE):
        if form.casefold() not in uses.kept:
            common = len(words) == 1 and uses.is_common(words[0])
            single = Care.NARROW if common else Care.PROPER
            yield from _phrase(kind, words, single if len(words) == 1 else Care.CAPITALS)
    elif kind in (CPR, PHONE, ACCOUNT):
        for digits in _spellings(kind, "".join(_DIGITS.findall(form))):
            yield Sought((digits,), kind, place=IN_NUMBERS)
    elif kind == EMAIL:
        local, _, host = form.partition("@")
        for sign in ((), ("at",), ("snabela",)):
            yield from _phrase(kind, [*WORD.findall(local), *sign, *WORD.findall(host)])
    elif kind == URL:
        yield from _phrase(kind, WORD.findall(_URL_HEAD.sub("", form)))
    elif kind == PLATE:
        yield from _plate(folded("".join(words)))
    elif kind == ADDRESS:
        yield from _address(words)
    elif kind == POSTCODE and len(words) > 1:
        yield from _phrase(kind, words)
        if len(words) > 2 and len(words[-1]) == 1:
            yield from _phrase(kind, words[:-1])


def _phrase(kind: str, words: Sequence[str], care: Care = Care.NONE) -> Iterator[Sought]:
    """Yield words in a row and, of several, the same without gaps; both also without strokes and rings."""
    capitals = tuple(word[0].isupper() for word in words)
    capitals = capitals if any(capitals) else (True,) * len(words)
    for fold in (folded, _bare):
        spelt = tuple(fold(word) for word in words)
        if spelt:
            yield Sought(spelt, kind, care, capitals)
        if len(words) > 1 and len("".join(spelt)) >= _SQUEEZED:
            yield Sought(("".join(spelt),), kind, care, (True,))


def _person(words: list[str], uses: Uses) -> Iterator[Sought]:
    if words and len(words[-1]) > _SHORT and _is_name(words[-1][:-1]) and not _is_name(words[-1]):
        words = [*words[:-1], words[-1].removesuffix("s")]
    if " ".join(words).casefold() in uses.kept:
        return
    if len(words) == 1:
        yield from _single(words[0], uses, alone=True)
        return
    names = [word for word in words if len(word) > 1 and word.casefold() not in _PARTICLES]
    runs = [words, names, [names[0], names[-1]]] if len(names) > 1 else [words]
    for run in runs:
        yield from _phrase(PERSON, run, Care.CAPITALS if all(map(uses.is_common, run)) else Care.NONE)
    if len(names) > 1:
        for initials in {names[0][0] + names[-1][0], "".join(word[0] for word in names)}:
            yield from _initials(folded(initials), uses)
    for word in names:
        yield from _single(word, uses, alone=False)


def _single(word: str, uses: Uses, *, alone: bool) -> Iterator[Sought]:
    """Yield what is looked for because of one name; `alone`: whether it is a form in the key by itself."""
    key = word.casefold()
    if key in uses.kept:
        return
    if uses.is_common(word):
        if alone or _is_name(word):
            yield Sought((folded(word),), PERSON, Care.NARROW, (True,))
        return
    if not (alone or _is_name(word)):
        care = Care.PROPER
    else:
        sure = key in lists.given_names() or form_of(word).likeness >= _LIKE_A_NAME
        care = Care.NONE if sure else Care.CAPITALS
    yield from _phrase(PERSON, [word], care)
    for cut in range(_SHORT, len(word) - _SHORT + 1):
        if key[:cut] in lists.given_names() and key[cut:] in lists.given_names():
            yield from _phrase(PERSON, [word[:cut], word[cut:]])


def _initials(letters: str, uses: Uses) -> Iterator[Sought]:
    if len(letters) < 2 or letters in uses.kept:
        return
    if letters not in lists.abbreviations():
        yield Sought((letters,), PERSON, Care.INITIALS, (True,))
    if letters not in STOPPED:
        yield Sought((letters,), PERSON, place=WITH_STOPS)


def _spellings(kind: str, digits: str) -> Iterator[str]:
    """Yield a number with and without what may stand before it."""
    if len(digits) < _FEWEST_DIGITS:
        return
    yield digits
    if kind == PHONE:
        local = re.sub(r"^(?:00)?45(?=\d{8}$)", "", digits)
        yield from (local, f"45{local}", f"0045{local}")
    elif kind == ACCOUNT and len(digits) > _DOMESTIC_ACCOUNT:
        yield digits[-_DOMESTIC_ACCOUNT:]


def _plate(plate: str) -> Iterator[Sought]:
    if match := re.fullmatch(r"([a-z]{2})(\d{2})(\d{3})", plate):
        letters, two, three = match.groups()
        for words in ((letters, two, three), (letters, two + three), (letters + two, three)):
            yield Sought(words, PLATE)
    yield Sought((plate,), PLATE)


def _address(words: list[str]) -> Iterator[Sought]:
    """Yield street and number, whatever stands behind them; without a number the whole."""
    last = next((n for n, word in enumerate(words) if word[0].isdigit()), None)
    if not last:
        yield from _phrase(ADDRESS, words, Care.CAPITALS)
        return
    street, number = words[:last], words[last]
    yield from _phrase(ADDRESS, [*street, number])
    if match := re.fullmatch(r"(\d+)([^\W\d_])", number):
        yield from _phrase(ADDRESS, [*street, *match.groups()])


def prepared(text: str) -> str:
    """Return text as it is compared.

    Escapes are resolved, letters composed, invisible characters gone. Where words are split at the ends of
    lines, the text follows once more with these joined.
    """
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "%" in text:
        text = unquote(text)
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if "\n" in text and _HYPHENATION.search(text):
        text = f"{text}{APART}{_HYPHENATION.sub('', text)}"
    return text


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Return a word in lower case and in the letters a to z, as far as it can be written so."""
    return _without_marks(word.casefold().translate(_LETTERS))


def _bare(word: str) -> str:
    """Return a word as people write it who leave out strokes and rings."""
    return _without_marks(word.casefold().translate(_BARE).translate(_LETTERS))


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
