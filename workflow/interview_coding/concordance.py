"""Find words in an interview: as they are, with labels where names were, and alike.

Case, punctuation and the borders of segments do not count. All labels such as ``[Person 2]`` are one word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from interview_coding.decisions import Segment

_WORD = re.compile(r"\[[^\[\]\n]+\]\w*|\w+")
_LABEL = "\ue000"
_PEAKS = 3
"""So many places are looked at where the words of a quote stand at their distances."""
_RESEMBLES = 60
"""From this share of letters in common, in percent, a word may be another's correction."""
_LONGEST = 500
"""Of a longer quote so many words are compared: no segment is as long."""
_MOST_LABELS = 4
"""Names are looked for in place of so many labels; the time for more grows with the power of their number."""


@dataclass(frozen=True)
class Passage:
    """A run of an interview's words, from `first` up to `last` (exclusive).

    Parameters
    ----------
    likeness
        How alike it is to what was looked for, in [0, 1]: the mean of the share of letters and the share of
        words that both have in the same order. 1 with nothing but labels in place of names, too.
    verbatim
        Whether it has the very words.
    shared
        How many of the words it has.
    rarest
        How often the rarest of these comes up in the interview; 0 where that was not asked.
    """

    first: int
    last: int
    likeness: float = 1.0
    verbatim: bool = True
    shared: int = 0
    rarest: int = 0


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    >>> [word for word in words_of("Ja, det er [Person 2]s!")][:3]
    ['ja', 'det', 'er']
    """
    return [_form(match[0]) for match in _WORD.finditer(text)]


def _form(word: str) -> str:
    return _LABEL if word.startswith("[") else word.casefold()


def follow(then: str, now: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the words in a stretch of a text stand after the text was changed; None if nowhere.

    >>> follow("Vi kom, og det regnede.", "Vi kom hjem, og det silregnede.", (11, 22))
    (16, 30)
    """
    old, new = list(_WORD.finditer(then)), list(_WORD.finditer(now))
    inside = [match.start() < span[1] and match.end() > span[0] for match in old]
    forms, now_forms = [_form(match[0]) for match in old], [_form(match[0]) for match in new]
    kept: list[int] = []
    for missing, extra, same in _blocks(forms, now_forms):
        gone = [forms[n] for n in missing if inside[n]]
        kept += [n for n in extra if gone and (now_forms[n] == _LABEL or _resembles(now_forms[n], gone))]
        kept += [n for m, n in same if inside[m]]
    return with_marks(now, new[kept[0]].start(), new[kept[-1]].end(), then[slice(*span)]) if kept else None


def with_marks(text: str, start: int, end: int, quote: str) -> tuple[int, int]:
    """Return a span with the punctuation marks around it, on those sides where a quote has some."""
    if not quote[0].isalnum():
        while start and not (text[start - 1].isalnum() or text[start - 1].isspace()):
            start -= 1
    if not quote[-1].isalnum():
        while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
            end += 1
    return start, end


_Block = tuple[list[int], list[int], list[tuple[int, int]]]


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """Yield what two runs of words have in common, as pairs of numbers; first what lies before it in both."""
    missing: list[int] = []
    extra: list[int] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            ahead = step.dest_start - step.src_start
            yield missing, extra, [(n, n + ahead) for n in range(step.src_start, step.src_end)]
            missing, extra = [], []
        else:
            missing = [*missing, *range(step.src_start, step.src_end)]
            extra = [*extra, *(range(step.dest_start, step.dest_end) if step.tag != "delete" else ())]
    yield missing, extra, []


def _resembles(form: str, others: Iterable[str]) -> bool:
    return any(fuzz.ratio(form, other) >= _RESEMBLES for other in others)


class Concordance:
    """The words of an interview, in the order of its segments.

    Parameters
    ----------
    segments
        Of one interview, in order.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.owners: list[int] = []
        self._capital: list[bool] = []
        self._where: dict[str, list[int]] = defaultdict(list)
        forms: list[str] = []
        for number, segment in enumerate(segments):
            for match in _WORD.finditer(segment.text):
                self.starts.append(segment.start + match.start())
                self.ends.append(segment.start + match.end())
                self.owners.append(number)
                self._capital.append(match[0][0].isupper())
                self._where[_form(match[0])].append(len(forms))
                forms.append(_form(match[0]))
        self._forms = forms
        self._line = f" {' '.join(forms)} "
        self._at = np.cumsum([1, *(len(form) + 1 for form in forms)]).tolist()

    def exact(self, quote: str) -> list[Passage]:
        """Return where the words of a quote stand as they are."""
        wanted = f" {' '.join(words_of(quote))} "
        found = []
        at = self._line.find(wanted) if wanted.strip() else -1
        while at >= 0:
            first = bisect_left(self._at, at + 1)
            size = wanted.count(" ") - 1
            found.append(Passage(first, first + size, shared=size))
            at = self._line.find(wanted, at + 1)
        return found

    def masked(self, quote: str) -> list[Passage]:
        """Return where they stand with labels in place of names, or with names in place of labels."""
        quoted = words_of(quote)
        if not set(quoted) - {_LABEL} or len(quoted) > _LONGEST or quoted.count(_LABEL) > _MOST_LABELS:
            return []
        pieces: list[str] = []
        named = False
        for match in _WORD.finditer(quote):
            form = _form(match[0])
            if form == _LABEL:
                pieces.append(rf" (?:{_LABEL}|\S+(?: \S+){{0,2}}?)")
            elif match[0][0].isupper():
                follows = rf"|(?<={_LABEL})" if named else ""
                pieces.append(rf"(?> {re.escape(form)}(?= )| {_LABEL}{follows})")
            else:
                pieces.append(f" {re.escape(form)}")
            named = match[0][0].isupper()
        found = []
        for match in re.finditer(f"{''.join(pieces)}(?= )", self._line):
            first, last = bisect_left(self._at, match.start() + 1), bisect_left(self._at, match.end() + 1)
            if self._replaces_names(quoted, first, last):
                found.append(Passage(first, last, verbatim=False, shared=last - first))
        return found

    def _replaces_names(self, quoted: Sequence[str], first: int, last: int) -> bool:
        """Return whether all words that the quote has not are labels or begin with a capital."""
        other = [n for n in range(first, last) if self._forms[n] not in quoted]
        return all(self._forms[n] == _LABEL or self._capital[n] for n in other)

    def owner(self, passage: Passage, quote: str) -> int:
        """Return the number of the segment that has most of the quote's words in a passage."""
        wanted = set(words_of(quote))
        words = range(passage.first, passage.last)
        own = [n for n in words if self._forms[n] in wanted] or words
        return Counter(self.owners[n] for n in own).most_common(1)[0][0]

    def trimmed(self, first: int, last: int, quote: str) -> tuple[int, int]:
        """Return the run within some words in which those of a quote lie dense."""
        kept = _dense(_shared(words_of(quote), self._forms[first:last])) or (0, last - first)
        return first + kept[0], first + kept[1]

    def once(self, quote: str) -> int:
        """Return how many words of a quote come up once in the interview."""
        return sum(len(self._where.get(word, ())) == 1 for word in set(words_of(quote)))

    def alike(self, quote: str, around: Iterable[tuple[float, float]] = ()) -> list[Passage]:
        """Return the passages that are most alike to a quote, the best first.

        Looked at are the places where most of its rarer words stand about as far from each other as in the
        quote, and places that are given.

        Parameters
        ----------
        quote
            What is looked for.
        around
            Where else to look: code points from which and up to which it may begin.
        """
        wanted = words_of(quote)[:_LONGEST]
        if not wanted or not self._forms:
            return []
        size = len(wanted)
        narrow, wide = 2 + size // 8, 8 + size // 2
        begins = [(peak, peak, room) for peak in self._peaks(wanted) for room in (narrow, wide)]
        for low, high in around:
            begins.append((bisect_right(self.ends, low), bisect_left(self.starts, high), wide))
        passages = [
            self._closest(wanted, max(0, low - room), min(len(self._forms), high + size + room))
            for low, high, room in begins
        ]
        found: list[Passage] = []
        for passage in sorted(filter(None, passages), key=lambda passage: -passage.likeness):
            if not any(other.first < passage.last and passage.first < other.last for other in found):
                found.append(passage)
        return found

    def _peaks(self, wanted: Sequence[str]) -> Iterator[int]:
        """Yield about where a quote may begin, in words: where its words stand at their distances."""
        size, total = len(wanted), len(self._forms)
        votes = np.zeros(total + size)
        for offset, form in enumerate(wanted):
            places = self._where.get(form, ())
            if len(places):
                votes[np.asarray(places) - offset + size] += 1 / len(places)
        blurred = np.convolve(votes, np.ones(3 + 2 * (size // 8)), mode="same")
        for _ in range(_PEAKS):
            peak = int(blurred.argmax())
            if blurred[peak] <= 0:
                return
            yield peak - size
            blurred[max(0, peak - size) : peak + size + 1] = 0

    def _closest(self, wanted: Sequence[str], first: int, last: int) -> Passage | None:
        """Return the run of words within some that is most alike to those of a quote."""
        if first >= last:
            return None
        quote, line = " ".join(wanted), " ".join(self._forms[first:last])
        begin, end = 0, len(line)
        if len(wanted) < 12 and (spot := fuzz.partial_ratio_alignment(quote, line)):
            begin = max(0, spot.dest_start - len(quote) // 2 - 8)
            end = spot.dest_end + len(quote) // 2 + 8
        core = _dense(_common(quote, line[begin:end]))
        if core is None:
            return None
        left = self._at[first] + begin
        start = max(first, bisect_right(self._at, left + core[0]) - 1)
        stop = min(last, bisect_left(self._at, left + core[1]))
        kept = _dense(_shared(wanted, self._forms[start:stop]))
        if kept is None:
            return None
        start, stop = self._stretched(wanted, start + kept[0], start + kept[1])
        found = self._forms[start:stop]
        letters = Indel.normalized_similarity(quote, " ".join(found))
        words = Indel.normalized_similarity(wanted, found)
        rarest = min((len(self._where[form]) for form in set(found) & set(wanted)), default=len(self._forms))
        shared = sum(value > 0 for _, _, value in _shared(wanted, found))
        return Passage(start, stop, (letters + words) / 2, verbatim=False, shared=shared, rarest=rarest)

    def _stretched(self, wanted: Sequence[str], start: int, stop: int) -> tuple[int, int]:
        """Take in words of a quote's ends that stand apart now, as where a sentence was put in between."""
        same = [o for o in LCSseq.opcodes(wanted, self._forms[start:stop]) if o.tag == "equal"]
        if not same:
            return start, stop
        before, behind = wanted[: same[0].src_start], wanted[same[-1].src_end :]
        for gap in range(self._apart(before)):
            first = start - gap - len(before)
            if first >= 0 and self.owners[first] == self.owners[start] and self._reads(before, first):
                start = first
                break
        for gap in range(self._apart(behind)):
            last = stop + gap + len(behind)
            if self.owners[last - 1 : last] == [self.owners[stop - 1]] and self._reads(behind, stop + gap):
                stop = last
                break
        return start, stop

    def _apart(self, words: Sequence[str]) -> int:
        """Return how many other words may stand between some words and the rest of a quote."""
        rare = any(0 < len(self._where.get(word, ())) <= 3 for word in words)
        return min(4 * len(words), 8) if rare or len(words) > 1 else len(words)

    def _reads(self, words: Sequence[str], first: int) -> bool:
        """Return whether words stand at a place, but for misspellings."""
        found = self._forms[first : first + len(words)]
        return all(fuzz.ratio(*pair) >= _RESEMBLES for pair in zip(words, found, strict=True))


def _shared(wanted: Sequence[str], found: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield each word that is found, as a stretch, with 1 if it is wanted or resembles what is, else -0.5."""
    for missing, extra, same in _blocks(wanted, found):
        for n in extra:
            yield n, n + 1, 1 if _resembles(found[n], [wanted[m] for m in missing]) else -0.5
        yield from ((n, n + 1, 1) for _, n in same)


def _dense(stretches: Iterable[tuple[int, int, float]]) -> tuple[int, int] | None:
    """Return from where to where the sum of stretches' values is greatest; None where none is positive."""
    best, total, begin, found = 0.0, 0.0, 0, None
    for start, end, value in stretches:
        if total <= 0:
            total, begin = 0.0, start
        total += value
        if total > best:
            best, found = total, (begin, end)
    return found


def _common(quote: str, line: str) -> Iterator[tuple[int, int, float]]:
    """Yield the blocks of a line: with their length if a quote has them too, else with minus half of it."""
    for step in LCSseq.opcodes(quote, line):
        length = max(step.src_end - step.src_start, step.dest_end - step.dest_start)
        yield step.dest_start, step.dest_end, length if step.tag == "equal" else -length / 2
