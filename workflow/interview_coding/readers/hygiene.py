"""Even out the text of a transcript, and keep count of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interview_coding import text as characters
from interview_coding.encoding import MISREAD

_KINDS = {
    "no-break space": characters.NO_BREAK_SPACES,
    "no-break hyphen": characters.NO_BREAK_HYPHENS,
    "ligature": characters.LIGATURES,
    "soft hyphen": characters.SOFT_HYPHENS,
    "invisible character": characters.INVISIBLE,
    "control character": characters.CONTROLS,
    "replacement character": characters.REPLACEMENTS,
}
_PATTERNS = {kind: re.compile(f"[{inside}]") for kind, inside in _KINDS.items()} | {
    "misread letter": re.compile(MISREAD)
}
_ANY = re.compile(f"[{''.join(_KINDS.values())}Ã]")
_TWO_PARTS = "two-part letter"
_JOINED = "divided word"
_LOOK = {
    "control character": "{} stood in the text: letters may be missing there",
    "replacement character": "{} in the text: letters were lost before the file came here",
    "misread letter": "{} in the text: æ, ø or å were saved as two signs before the file came here",
}
"""The kinds that a person ought to look at, and what to say of them."""

_SOFT_BREAK = re.compile(r"\xad[ \t]*\n[ \t]*")
_BROKEN = re.compile(r"\W*(?P<stem>[^\W_](?:[\w'’.-]*[\w'’.])?)-")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 2
"""Parts that are no longer, such as ``tv``, keep their hyphen before a word of its own."""

_STANDS_ALONE = frozenset(
    "og eller samt men at så som til fra i på af for med om hos ved jeg du han hun vi de det den der "
    "ja nej nå altså ikke er var har hvis når hvor hvad".split()
)
"""Words that end no compound: a hyphen before them is a speaker's (``jule- og nytår``, ``det er ik- ja``)."""


@dataclass
class Hygiene:
    """Cleans the text of one file and counts what was evened out."""

    counts: Counter[str] = field(default_factory=Counter)

    def clean(self, text: str) -> str:
        """Return the text as `interview_coding.text.clean` does, and count the changes."""
        if _ANY.search(text):
            for kind, pattern in _PATTERNS.items():
                self.counts[kind] += len(pattern.findall(text))
        if not unicodedata.is_normalized("NFC", text):
            composed = unicodedata.normalize("NFC", text)
            self.counts[_TWO_PARTS] += max(1, len(text) - len(composed))
        return characters.clean(text)

    def mend(self, text: str) -> str:
        """Join words in raw text that were broken at a line end by a soft hyphen."""
        text, count = _SOFT_BREAK.subn("", text)
        self.counts[_JOINED] += count
        return text

    def join(self, rows: Sequence[str]) -> str:
        """Join the lines that a paragraph was broken into, as `join_broken` does, and count divided words."""
        parts = []
        for before, after in pairwise(rows):
            joined = join_broken(before, after)
            self.counts[_JOINED] += len(joined) <= len(before) + len(after)
            parts.append(joined.removesuffix(after))
        return "".join([*parts, *rows[-1:]])

    def notes(self) -> tuple[str, ...]:
        """Return what a person ought to look at."""
        return tuple(
            what.format(_counted(self.counts[kind], kind))
            for kind, what in _LOOK.items()
            if self.counts[kind]
        )

    def evened(self) -> tuple[str, ...]:
        """Return what was evened out and needs no look, such as ``12 no-break spaces``."""
        kinds = (*(kind for kind in _KINDS if kind not in _LOOK), _TWO_PARTS, _JOINED)
        return tuple(_counted(self.counts[kind], kind) for kind in kinds if self.counts[kind])


def join_broken(before: str, after: str) -> str:
    """Join a line to the line that it was broken from.

    A hyphen at the end goes where a word was divided, and always if it is a soft one; it stays in a word
    that is written with one (names, ``e-mail``, ``EU-midler``) and where a speaker broke off or left out
    part of a compound. What neither rule nor the Danish word list decides was divided, as most hyphens
    at line ends are.

    >>> join_broken("et rigt forenings-", "liv i byen")
    'et rigt foreningsliv i byen'
    >>> join_broken("Fatima Hassan-", "Jensen")
    'Fatima Hassan-Jensen'
    >>> join_broken("både jule-", "og nytårsfest")
    'både jule- og nytårsfest'
    """
    if before.endswith("\xad"):
        return f"{before[:-1]}{after}"
    broken, word = _BROKEN.fullmatch(before[before.rfind(" ") + 1 :]), _WORD.match(after)
    if not broken or not word or word[0].casefold() in _STANDS_ALONE:
        return f"{before} {after}"
    return f"{before if _keeps_hyphen(broken['stem'], word[0]) else before[:-1]}{after}"


def _keeps_hyphen(stem: str, rest: str) -> bool:
    part = stem.rpartition("-")[2]
    if not f"{part}{rest}".isalpha() or _is_known(f"{stem}-{rest}"):
        return True
    if rest[0].isupper() and not (stem.isupper() and rest.isupper()):
        return True
    if _is_known(f"{part}{rest}"):
        return False
    return part[-1].isupper() or (len(part) <= _SHORT and _is_known(rest))


def _is_known(word: str) -> bool:
    import simplemma

    return simplemma.is_known(word.lower(), lang="da")


def _counted(count: int, kind: str) -> str:
    return f"{count} {kind}" if count == 1 else f"{count} {kind}s"
