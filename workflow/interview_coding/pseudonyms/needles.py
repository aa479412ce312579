"""Looking in a piece of text for everything that the key holds, at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.pseudonyms.spellings import (
    IN_NUMBERS,
    WITH_STOPS,
    WORD,
    Care,
    Sought,
    Uses,
    folded,
    prepared,
    spellings_of,
)
from interview_coding.pseudonyms.unpacking import APART

_TRAILING = re.compile(r"(?<=[^\W\d_])\d{1,4}$")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_DIGITS = re.compile(r"\d+")
_CHAIN = re.compile("\\d(?:[\\s.,:_+/()\u2010-\u2015-]{0,3}\\d){5,}")
_STOPPED = re.compile("(?<![\\w.])[A-ZÀ-Þ]\\.(?:[ \u00a0-]?[A-ZÀ-Þ]\\.){1,3}")
_OPENS = frozenset('.!?:;…»«"“”„–—\n•*' + APART)
_SURE = 5
_AROUND = 4
_ENDS = re.compile(r"[.!?]\s")
_NOT_TOLD = "(named so)"
_NEUTRAL = " ¤ "


@dataclass(frozen=True)
class Needle:
    """What to look for.

    Parameters
    ----------
    words
        Folded.
    kind
        One of `mentions.KINDS`.
    interviews
        In whose key it is.
    care
        How much must agree.
    capitals
        Which words need a capital, if the care is for that.
    """

    words: tuple[str, ...]
    kind: str
    interviews: frozenset[str]
    care: Care
    capitals: tuple[bool, ...]


@dataclass(frozen=True)
class Hit:
    """A needle that was found.

    Parameters
    ----------
    needle
        What was found.
    around
        The words there and a few on either side, folded, as far as they belong to the same text.
    first, last
        Where in `around` those of the needle begin and end, the end exclusive.
    """

    needle: Needle
    around: tuple[str, ...]
    first: int = 0
    last: int = 1


class Needles:
    """What to look for, compiled from the key.

    Parameters
    ----------
    key_rows
        The key of all interviews.
    titles, evaluators, kept
        As in `search`.
    """

    def __init__(
        self,
        key_rows: Iterable[KeyRow],
        *,
        titles: Iterable[str] = (),
        evaluators: Iterable[str] = (),
        kept: Iterable[str] = (),
    ) -> None:
        rows = list(key_rows)
        self.interviews = frozenset(row.interview_id for row in rows)
        self.identifiers = dict(sorted(Counter(kind for kind, _ in {(r.kind, r.form) for r in rows}).items()))
        self._uses = Uses(evaluators, kept)
        self._neutral = _neutral(titles, {row.label for row in rows})
        interviews: dict[Sought, set[str]] = {}
        for row in rows:
            for sought in spellings_of(row.kind, prepared(row.form), self._uses):
                interviews.setdefault(sought, set()).add(row.interview_id)
        self._heads: dict[str, list[Needle]] = {}
        self._numbers: dict[str, Needle] = {}
        self._stopped: dict[str, Needle] = {}
        for sought, ids in interviews.items():
            needle = Needle(sought.words, sought.kind, frozenset(ids), sought.care, sought.capitals)
            if sought.place == IN_NUMBERS:
                self._numbers[sought.words[0]] = needle
            elif sought.place == WITH_STOPS:
                self._stopped[sought.words[0]] = needle
            else:
                self._heads.setdefault(sought.words[0], []).append(needle)
        self._lengths = sorted({len(digits) for digits in self._numbers})
        self._begins = _Begins(self._heads)

    def find(
        self, text: str, owner: str = "", *, is_name: bool = False, loose: bool = False, anyhow: bool = False
    ) -> Iterator[Hit]:
        """Yield what is found in a piece of text.

        Parameters
        ----------
        text
            The piece.
        owner
            The interview that it belongs to, if to one.
        is_name
            Whether it is the name of a file: then capitals tell nothing.
        loose
            Whether it was taken from bytes by their looks: then short words tell nothing.
        anyhow
            Whether everything is a hit that agrees in its words.
        """
        text = prepared(_CAMEL.sub(" ", text) if is_name else text)
        if any(map(self._begins.__getitem__, WORD.findall(text))):
            yield from self._words(self._neutral.sub(_NEUTRAL, text), owner, is_name, loose, anyhow)
        if self._numbers:
            for match in _CHAIN.finditer(text):
                yield from self._digits(match.group())
        if self._stopped:
            for match in _STOPPED.finditer(text):
                if needle := self._stopped.get(folded("".join(WORD.findall(match.group())))):
                    yield _hit(needle, list(WORD.finditer(text)), match.span(), text)

    def hides(self, text: str) -> bool:
        """Tell whether a name or a place is not to be told, because it would tell something from the key."""
        return any(self.find(text, is_name=True, anyhow=True))

    def untold(self, place: str) -> str:
        """Return a place without the parts that would tell something from the key."""
        parts = []
        for part in place.split(", "):
            first, space, _ = part.partition(" ")
            hidden = f"{first} {_NOT_TOLD}" if space and not self.hides(first) else _NOT_TOLD
            parts.append(hidden if self.hides(part) else part)
        return ", ".join(parts)

    def _words(self, text: str, owner: str, is_name: bool, loose: bool, anyhow: bool) -> Iterator[Hit]:
        tokens = list(WORD.finditer(text))
        for first, token in enumerate(tokens):
            for key in self._begins.keys_of(token.group()):
                for needle in self._heads.get(key, ()):
                    run = tokens[first : first + len(needle.words)]
                    if not self._agree(needle, run, text):
                        continue
                    if anyhow or self._is_certain(needle, run, text, owner, is_name, loose):
                        yield _hit(needle, tokens, (run[0].start(), run[-1].end()), text)

    def _agree(self, needle: Needle, run: Sequence[re.Match[str]], text: str) -> bool:
        """Tell whether tokens are a needle's words, in the genitive or not."""
        return (
            len(run) == len(needle.words)
            and all(
                folded(token.group()) == word for token, word in zip(run[:-1], needle.words, strict=False)
            )
            and needle.words[-1] in self._begins.keys_of(run[-1].group())
            and APART not in text[run[0].start() : run[-1].end()]
        )

    def _is_certain(
        self, needle: Needle, run: Sequence[re.Match[str]], text: str, owner: str, is_name: bool, loose: bool
    ) -> bool:
        if loose and len(run) == 1 and len(run[0].group()) < _SURE:
            return False
        care = needle.care
        if len(run) == 1 and care < Care.NARROW and self._uses.is_common(run[0].group()):
            care = Care.NARROW
        if care == Care.NONE:
            return True
        if is_name:
            return care in (Care.CAPITALS, Care.PROPER)
        if care == Care.INITIALS:
            return run[0].group().isupper() and owner in needle.interviews
        pairs = zip(run, needle.capitals or (True,), strict=True)
        if not all(token.group()[0].isupper() for token, capital in pairs if capital):
            return False
        if len(run) > 1:
            return not _is_parted(run, text)
        if care == Care.CAPITALS:
            return True
        certain = care == Care.PROPER or owner in needle.interviews
        return certain and not _opens(text, run[0].start())

    def _digits(self, chain: str) -> Iterator[Hit]:
        """Yield numbers that stand in a chain of digits and separators, made up of whole groups of digits."""
        starts, ends, digits = [], set(), ""
        for group in _DIGITS.findall(chain):
            starts.append(len(digits))
            digits += group
            ends.add(len(digits))
        for start in starts:
            for length in self._lengths:
                needle = self._numbers.get(digits[start : start + length])
                if needle and start + length in ends:
                    yield Hit(needle, needle.words)


class _Begins(dict[str, bool]):
    """Whether a needle may begin with a word: worked out once for each word."""

    def __init__(self, heads: Mapping[str, object]) -> None:
        super().__init__()
        self._heads = heads
        self.keys_of = lru_cache(maxsize=100_000)(self._keys_of)

    def __missing__(self, word: str) -> bool:
        self[word] = found = any(key in self._heads for key in self.keys_of(word))
        return found

    @staticmethod
    def _keys_of(word: str) -> tuple[str, ...]:
        """Return a word folded, also without digits at its end, and without what may be a genitive's s."""
        whole = folded(word)
        keys = {whole: None, _TRAILING.sub("", whole): None}
        if word.casefold() not in lists.ordinary_words():
            keys |= {key[:-1]: None for key in list(keys) if key.endswith("s") and len(key) > 2}
        return tuple(keys)


def _neutral(titles: Iterable[str], labels: Iterable[str]) -> re.Pattern[str]:
    """Return what finds labels, and titles as a whole, whatever stands between their words."""
    worded = {tuple(WORD.findall(prepared(title))) for title in titles} - {()}
    wholes = (r"[\W_]+".join(map(re.escape, words)) for words in worded)
    patterns = [*map(re.escape, labels), *(rf"(?<![^\W_]){whole}(?![^\W_])" for whole in wholes)]
    return re.compile("|".join(sorted(patterns, key=lambda p: (-len(p), p))) or "(?!)", re.I)


def _opens(text: str, start: int) -> bool:
    """Tell whether a word at `start` may have its capital from its place."""
    before = text[:start].rstrip(" \t\r\u00a0")
    return not before or before[-1] in _OPENS


def _is_parted(run: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether a sentence ends between words; a stop after a single letter ends none."""
    gaps = (text[one.end() : other.start()] for one, other in pairwise(run) if len(one.group()) > 1)
    return any(_ENDS.match(gap) for gap in gaps)


def _hit(needle: Needle, tokens: Sequence[re.Match[str]], span: tuple[int, int], text: str) -> Hit:
    """Return a hit on the tokens that a span of the text covers, or covers in part."""
    inside = [n for n, token in enumerate(tokens) if token.start() < span[1] and token.end() > span[0]]
    near = tokens[max(inside[0] - _AROUND, 0) : inside[-1] + _AROUND + 1]
    near = [t for t in near if APART not in text[min(t.start(), span[0]) : max(t.end(), span[1])]]
    first = near.index(tokens[inside[0]])
    return Hit(needle, tuple(folded(t.group()) for t in near), first, first + len(inside))
