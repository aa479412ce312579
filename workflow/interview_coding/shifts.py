"""How an interview's text has shifted since it was coded, as told by places that are known then and now."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from interview_coding.decisions import Segment

NEAR, BETWEEN, ELSEWHERE = "near", "between", "elsewhere"
"""Where a place lies: where it is expected; between its neighbours; anywhere else."""

STEADY = 150
"""Neighbours agree on how the text has shifted if they differ by no more code points."""
REACH = 6
"""Neighbours tell which turn it is if they are no more turns away."""
HOLDERS = 50
"""So many quotes of a turn are kept as its longest."""
UNTOLD = 200
"""By how much a place may be off where no neighbour is known, in code points."""

_TURN = re.compile(r"t(\d+)")


@dataclass(frozen=True)
class Anchor:
    """What a decision says of its place in the text of then: segment, code points, words."""

    segment_id: str
    start: int | None
    end: int | None
    quote: str

    @property
    def key(self) -> tuple[int, int]:
        """What sorts anchors by their place: turn and start, as far as they are given."""
        return turn_number(self.segment_id), self.start or 0


@dataclass(frozen=True)
class Place:
    """Words in the text of now that may be those of an anchor.

    Parameters
    ----------
    segment, start, end
        Where they stand, in code points.
    how
        `EXACT`, `MOVED` or `SIMILAR`.
    likeness
        To the anchor's quote, in [0, 1].
    words
        How many of the quote's words there are.
    rarest
        How often the rarest of them comes up in the interview.
    """

    segment: Segment
    start: int
    end: int
    how: str
    likeness: float = 1.0
    words: int = 0
    rarest: int = 0

    @property
    def text(self) -> str:
        """The words."""
        return self.segment.text[self.start - self.segment.start : self.end - self.segment.start]

    def overlaps(self, other: Place) -> bool:
        """Return whether two places have code points in common."""
        return self.start < other.end and other.start < self.end


Known = tuple[Anchor, Place]


@dataclass(frozen=True)
class Expected:
    """Where an anchor is expected in the text of now.

    Parameters
    ----------
    low, high
        The code points between which it should begin.
    floor, ceiling
        Where its neighbours end and begin.
    slack
        By how much it may miss `low` and `high`.
    turns
        The turns in which it should stand.
    sure
        Whether its turn is known.
    """

    low: float
    high: float
    floor: float
    ceiling: float
    slack: float
    turns: range
    sure: bool

    def off(self, place: Place) -> float:
        """Return by how many code points a place begins before or behind what is expected."""
        return max(self.low - place.start, place.start - self.high, 0)

    def standing(self, place: Place) -> str:
        """Return where a place lies: `NEAR`, `BETWEEN` or `ELSEWHERE`."""
        if turn_number(place.segment.segment_id) in self.turns and self.off(place) <= self.slack:
            return NEAR
        return BETWEEN if self.floor <= place.start and place.end <= self.ceiling else ELSEWHERE


class Shifts:
    """What known places tell of others.

    Parameters
    ----------
    known
        Anchors and their places.
    certain
        Those that are believed although they are out of order, as in a turn that was moved.
    """

    def __init__(self, known: Mapping[Anchor, Place], certain: Collection[Anchor] = ()) -> None:
        self._order = in_order(known)
        self._turns: dict[str, list[Known]] = defaultdict(list)
        ordered = {anchor for anchor, _ in self._order}
        for anchor, place in sorted(known.items(), key=_key):
            if anchor in ordered or anchor in certain:
                self._turns[turn_of(anchor)].append((anchor, place))

        self._longest = {
            turn: sorted(pairs, key=lambda pair: -len(pair[0].quote))[:HOLDERS]
            for turn, pairs in self._turns.items()
        }

    def longest(self, anchor: Anchor) -> Sequence[Known]:
        """Return the longest of what is known in the anchor's own turn."""
        return self._longest.get(turn_of(anchor), ())

    def expected(self, anchor: Anchor) -> Expected:
        """Return where an anchor is expected, by its nearest neighbours on both sides.

        Neighbours in its own turn are asked first: they hold where the turn was moved as a whole.
        """
        own = any(other != anchor for other, _ in self._turns[turn_of(anchor)][:2])
        known = self._turns[turn_of(anchor)] if own else self._order
        behind = bisect_right(known, anchor.key, key=_key)
        at = behind - (behind > 0 and known[behind - 1][0] == anchor)
        left, right = known[max(at - 1, 0) : at], known[behind : behind + 1]
        turn = turn_number(anchor.segment_id)
        if not left and not right:
            low, high = (-inf, inf) if anchor.start is None else (anchor.start, anchor.start)
            return Expected(low, high, 0, inf, UNTOLD, range(turn, turn + 1), sure=anchor.start is None)
        sides = [*left, *right]
        low, high = _span(anchor, left, right)
        then = [turn_number(a.segment_id) for a, _ in sides]
        now = [turn_number(p.segment.segment_id) for _, p in sides]
        moved = [turn + n - t for t, n in zip(then, now, strict=True)]
        close = max(abs(t - turn) for t in then) <= REACH and (high - low <= STEADY or anchor.start is None)
        sure = turn >= 0 and min(moved) == max(moved) and (own or close)
        gap = (sides[-1][0].start or 0) - (sides[0][0].start or 0)
        return Expected(
            low,
            high,
            floor=inf if own else left[0][1].end if left else 0,
            ceiling=right[0][1].start if right else inf,
            slack=inf if sure else min(30 + gap / 10, STEADY),
            turns=range(moved[0], moved[0] + 1) if sure else range(min(now + moved), max(now + moved) + 1),
            sure=sure,
        )


def _span(anchor: Anchor, left: Sequence[Known], right: Sequence[Known]) -> tuple[float, float]:
    """Return between which code points an anchor begins if it has shifted like its neighbours."""
    sides = [*left, *right]
    if anchor.start is None or any(a.start is None for a, _ in sides):
        return left[0][1].start if left else -inf, right[0][1].start if right else inf
    begins = [anchor.start + p.start - (a.start or 0) for a, p in sides]
    return min(begins), max(begins)


def in_order(known: Mapping[Anchor, Place]) -> list[Known]:
    """Return the heaviest run of known places that stand in the order in which they stood.

    Weight is the number of words, and one more. A heaviest increasing subsequence, found in O(n log n) after
    Fredman, M. L. (1975), On computing the length of longest increasing subsequences, Discrete Mathematics
    11, 29-35.
    """
    pairs = sorted(known.items(), key=lambda pair: (pair[0].key, -pair[1].start))
    heads: list[tuple[int, int, int]] = []
    before: list[int] = []
    for number, (anchor, place) in enumerate(pairs):
        at = bisect_left(heads, (place.start,))
        _, total, last = heads[at - 1] if at else (0, 0, -1)
        before.append(last)
        total += 1 + len(anchor.quote.split())
        lighter = at
        while lighter < len(heads) and heads[lighter][1] <= total:
            lighter += 1
        if lighter > at or at == len(heads) or heads[at][0] != place.start:
            heads[at:lighter] = [(place.start, total, number)]
    run = []
    number = heads[-1][2] if heads else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def turn_number(segment_id: str) -> int:
    """Return the number of a segment's turn; -1 where its id tells none."""
    found = _TURN.match(segment_id)
    return int(found[1]) if found else -1


def turn_of(part: Anchor | Segment) -> str:
    """Return what names the turn of an anchor or segment."""
    return part.segment_id.partition(".")[0]


def _key(pair: Known) -> tuple[int, int]:
    return pair[0].key
