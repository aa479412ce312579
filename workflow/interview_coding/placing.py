"""Find the places of decisions again in an interview that was corrected after it was coded.

First stand those whose words are where they were. What is found beyond doubt after that tells how the text
has shifted, and so where each of the others is to be expected. These are looked for in longer quotes that
hold them, then by their words: as they are, with labels in place of names, and by likeness. The nearer a
place is to where it is expected, the shorter and the less alike its words may be; and where two places fit
about equally well, the decision has none. The figures were chosen by what ``benchmarks/corrections.py``
measures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from rapidfuzz import fuzz

from interview_coding.concordance import Concordance, Passage, follow, with_marks, words_of
from interview_coding.decisions import EXACT, LOST, MOVED, SIMILAR, Decision, Segment, moment
from interview_coding.shifts import (
    BETWEEN,
    ELSEWHERE,
    NEAR,
    Anchor,
    Expected,
    Place,
    Shifts,
    turn_number,
    turn_of,
)

CHANGED = "its words stand in no segment of the interview"
TOO_FEW = "its words stand elsewhere, and are too few to tell whether they are the same"
TWO_PLACES = "two places fit equally well"
NO_SEGMENT = "its segment is gone"
NO_WORDS = "it quotes no words, and turns were moved around its segment"

FEW, TELLING, LONG, VERY_LONG = 4, 5, 8, 16
"""So many words are few; tell, in order, how the text has shifted; tell it alone; outlive much change."""
TWO_ENDS = 6
"""A quote of fewer words that were changed must stand close to where it is expected."""

LEAST_WORDS = {NEAR: 2, BETWEEN: 6, ELSEWHERE: LONG}
"""Of a quote that stands only once; elsewhere fewer if two of them come up only there."""
LEAST_WORDS_ALIKE = {NEAR: FEW, BETWEEN: LONG, ELSEWHERE: 10}
"""Of a quote whose words were changed, where its turn is not known."""
LEAST_ALIKE = {NEAR: 0.55, BETWEEN: 0.65, ELSEWHERE: 0.7}
LEAST_ALIKE_SHORT = 0.65
"""Of fewer words than are very long."""
VERY_ALIKE = 0.85
RARE = 3
"""Short quotes that were changed need a word that comes up no more often, or must be very alike."""

CLOSE, AT_ONCE = 60, 10
"""Code points by which short quotes, and those of few words, may be off."""
WORTH = {NEAR: 0.2, BETWEEN: 0.1, ELSEWHERE: 0.0}
MARGIN, MARGIN_SHORT = 0.1, 0.35
"""By how much a place must be better than others, in likeness and worth."""
WIDE = 3000
"""Where more code points are to be looked at, only places that share rare words are."""


@dataclass(frozen=True)
class _Lost:
    """Why an anchor has no place, and what comes nearest."""

    reason: str
    nearest: Place | None = None


_Outcome = Place | _Lost


def place_all(
    decisions: Iterable[Decision], segments: Sequence[Segment], mask: Callable[[str], str] = str
) -> list[Decision]:
    """Find the places of decisions in an interview as it reads now.

    Parameters
    ----------
    decisions
        On one interview, of all coders, as read.
    segments
        The interview's segments, in order.
    mask
        Replaces names by labels in what coders wrote; without it all stays as written.

    Returns
    -------
    list of Decision
        In their order. Those with a place have its segment, span and words as they read now; the others are
        lost, with the reason and with the segment that comes nearest.
    """
    masked = [_masked(decision, mask) for decision in decisions]
    anchors: dict[Anchor, list[datetime]] = defaultdict(list)
    for decision in masked:
        made = moment(decision.time)
        anchors[_anchor(decision)] += [made] if made and decision.placement != LOST else []
    places = _Search(segments).places(anchors)
    return [_with_place(decision, places[_anchor(decision)]) for decision in masked]


def _masked(decision: Decision, mask: Callable[[str], str]) -> Decision:
    """Return a decision with what coders wrote freely masked; of a row that is not understood, all."""
    d = replace(
        decision,
        quote=mask(decision.quote),
        memo=mask(decision.memo),
        codebook_version=mask(decision.codebook_version),
    )
    if d.placement != LOST:
        return d
    return replace(
        d,
        time=mask(d.time),
        segment_id=mask(d.segment_id),
        code=mask(d.code),
        decision=mask(d.decision),
        reason=mask(d.reason),
    )


def _anchor(decision: Decision) -> Anchor:
    return Anchor(decision.segment_id, decision.start, decision.end, decision.quote)


def _with_place(decision: Decision, outcome: _Outcome) -> Decision:
    nearest = outcome.nearest if isinstance(outcome, _Lost) else outcome
    if isinstance(outcome, _Lost) or decision.placement == LOST:
        return replace(
            decision,
            placement=LOST,
            reason=decision.reason or (outcome.reason if isinstance(outcome, _Lost) else ""),
            nearest=nearest.segment.segment_id if nearest else "",
            likeness=nearest.likeness if nearest else None,
        )
    return replace(
        decision,
        segment_id=outcome.segment.segment_id,
        start=outcome.start,
        end=outcome.end,
        quote=outcome.text,
        placement=outcome.how,
    )


class _Search:
    """The search for anchors in the segments of an interview."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = {segment.segment_id: segment for segment in segments}
        self.text = Concordance(segments)
        self.shifts = Shifts({})

    def places(self, anchors: Mapping[Anchor, Sequence[datetime]]) -> dict[Anchor, _Outcome]:
        """Return what becomes of anchors, given when something was decided on each.

        What was decided after all that is known to have changed, was decided on the text of now: it tells
        nothing of how the text of then has shifted.
        """
        exact = {anchor: place for anchor in anchors if (place := self.unmoved(anchor))}
        rest = sorted(anchors.keys() - exact.keys(), key=lambda a: (a.key, a.segment_id, a.end or 0, a.quote))
        known, certain = self.telling(rest)
        since = max((made for anchor in known for made in anchors[anchor]), default=None)
        fresh = {a for a, times in anchors.items() if since and times and min(times) > since}
        then = {anchor: place for anchor, place in exact.items() if anchor not in fresh}
        self.shifts = Shifts({**then, **known}, certain)
        found = {anchor: self.place(anchor) for anchor in rest if _size(anchor) > TELLING}
        alike = {anchor: place for anchor, place in found.items() if isinstance(place, Place)}
        certain |= {anchor for anchor, place in alike.items() if place.words >= LONG}
        self.shifts = Shifts({**then, **known, **alike}, certain)
        by_chance = {a: p for a in then if 0 < _size(a) < FEW and (p := self.held(a)) and p.start != a.start}
        others = {a: found[a] if a in found else self.place(a, a in fresh) for a in rest}
        return {**exact, **by_chance, **others}

    def unmoved(self, anchor: Anchor) -> Place | None:
        """Return the place of an anchor whose words are where they were."""
        segment, start = self.segments.get(anchor.segment_id), anchor.start
        if segment is None or start is None:
            return None
        if not anchor.quote:
            whole = (start, anchor.end) == (segment.start, segment.end)
            return Place(segment, start, segment.end, EXACT) if whole else None
        same = start >= segment.start and segment.text.startswith(anchor.quote, start - segment.start)
        return Place(segment, start, start + len(anchor.quote), EXACT) if same else None

    def telling(self, anchors: Iterable[Anchor]) -> tuple[dict[Anchor, Place], set[Anchor]]:
        """Return the places of anchors whose words stand once, and are so many that they tell.

        Words of one turn that now stand together in one turn count together.

        Returns
        -------
        places
            Of those that tell where they are in order.
        certain
            Those that tell it alone.
        """
        together: dict[tuple[str, str], list[tuple[Anchor, Place]]] = defaultdict(list)
        for anchor in anchors:
            passages = self.text.exact(anchor.quote)
            for place in self.fitted(anchor, passages) if len(passages) == 1 and _size(anchor) > 1 else ():
                together[turn_of(anchor), turn_of(place.segment)].append((anchor, place))
        places: dict[Anchor, Place] = {}
        certain: set[Anchor] = set()
        for pairs in together.values():
            words, end = 0, -1
            for _, place in sorted(pairs, key=lambda pair: (pair[1].start, -pair[1].end)):
                words += place.words if place.start >= end else 0
                end = max(end, place.end)
            places.update((a, p) for a, p in pairs if max(words, p.words) >= TELLING)
            certain.update(a for a, p in pairs if max(words, p.words) >= LONG)
        return places, certain

    def place(self, anchor: Anchor, fresh: bool = False) -> _Outcome:
        """Return what becomes of an anchor whose words are not where they were."""
        expected = self.shifts.expected(anchor)
        if not anchor.quote:
            return self.wordless(anchor, expected, fresh)
        if held := self.held(anchor):
            return held
        passages = self.text.exact(anchor.quote) or self.text.masked(anchor.quote)
        places = self.fitted(anchor, passages)
        size, once = _size(anchor), len(passages) == 1
        if size < LONG or not any(expected.standing(place) == NEAR for place in places):
            around = [(expected.low, expected.high)] if expected.high - expected.low < WIDE else []
            alike = self.fitted(anchor, self.text.alike(anchor.quote, around))
            places += [place for place in alike if not any(map(place.overlaps, places))]
        if not places:
            return _Lost(CHANGED)

        def worth(place: Place) -> float:
            return place.likeness + WORTH[expected.standing(place)]

        places.sort(key=lambda place: (-worth(place), expected.off(place)))
        best = next((place for place in places if self.fits(anchor, place, expected, once)), None)
        if best is None:
            return _Lost(TOO_FEW if passages else CHANGED, max(places, key=lambda place: place.likeness))
        margin = MARGIN if size >= LONG or (once and expected.sure) else MARGIN_SHORT
        far = 3 * expected.off(best) + 40
        known = expected.sure and anchor.start is None
        for rival in places:
            if known and expected.standing(rival) != NEAR:
                continue
            as_good = worth(rival) >= worth(best) - margin and expected.off(rival) < far
            if as_good and not best.overlaps(rival):
                return _Lost(TWO_PLACES, best)
        return best

    def wordless(self, anchor: Anchor, expected: Expected, fresh: bool) -> _Outcome:
        """Return what becomes of an anchor that quotes nothing: it means its whole segment."""
        segment = self.segments.get(anchor.segment_id)
        if segment is None:
            return _Lost(NO_SEGMENT)
        turn = turn_number(anchor.segment_id)
        whole = Place(segment, segment.start, segment.end, EXACT)
        return whole if fresh or expected.turns == range(turn, turn + 1) else _Lost(NO_WORDS, whole)

    def held(self, anchor: Anchor) -> Place | None:
        """Return the place of an anchor within a longer quote that holds its words and has a place."""
        for other, place in self.shifts.longest(anchor):
            at = _within(anchor, other) if len(other.quote) > len(anchor.quote) else None
            span = follow(other.quote, place.text, (at, at + len(anchor.quote))) if at is not None else None
            if span is None:
                continue
            now = place.text[slice(*span)]
            words = words_of(now)
            likeness = fuzz.ratio(anchor.quote, now) / 100
            if likeness >= LEAST_ALIKE_SHORT and len(words) * 2 > _size(anchor):
                how = MOVED if words == words_of(anchor.quote) else SIMILAR
                return Place(place.segment, place.start + span[0], place.start + span[1], how, likeness)
        return None

    def fits(self, anchor: Anchor, place: Place, expected: Expected, once: bool) -> bool:
        """Return whether words are many and alike enough for where they stand.

        Words that stand in several places do not tell which is meant: then the turn must be known.
        """
        size, standing, off = _size(anchor), expected.standing(place), expected.off(place)
        sure = standing == NEAR and expected.sure
        if place.how != SIMILAR:
            whole = (place.start, place.end) == (place.segment.start, place.segment.end)
            if size == 1 and not once and not whole:
                return False
            rare = standing != NEAR and self.text.once(anchor.quote) > 1
            if once and size >= (FEW if rare else LEAST_WORDS[standing]):
                return True
            return sure and off <= (AT_ONCE if size < FEW else CLOSE if size < LONG else inf)
        very_alike = sure and size >= FEW and place.likeness >= VERY_ALIKE
        if size < LEAST_WORDS_ALIKE[standing] and not sure:
            return False
        unsettled = size < LONG if anchor.start is None else size < TWO_ENDS and off > CLOSE
        if unsettled and not very_alike:
            return False
        if place.rarest > RARE and size < 10 and not very_alike:
            return False
        if size < VERY_LONG and (place.words * 2 <= size or place.likeness < LEAST_ALIKE_SHORT):
            return False
        return place.likeness >= LEAST_ALIKE[standing]

    def fitted(self, anchor: Anchor, passages: Iterable[Passage]) -> list[Place]:
        """Return passages as places, each in the segment that holds most of it.

        A passage of few words that lies across the border of segments is none.
        """
        places = []
        for passage in passages:
            owners = self.text.owners[passage.first : passage.last]
            owner = self.text.owner(passage, anchor.quote)
            first = passage.first + owners.index(owner)
            last = first + owners.count(owner)
            if last - first < len(owners):
                if len(owners) < TELLING:
                    continue
                first, last = self.text.trimmed(first, last, anchor.quote)
            segment = self.text.segments[owner]
            span = self.text.starts[first] - segment.start, self.text.ends[last - 1] - segment.start
            start, end = (segment.start + at for at in with_marks(segment.text, *span, anchor.quote))
            how = MOVED if passage.verbatim else SIMILAR
            place = Place(segment, start, end, how, passage.likeness, passage.shared, passage.rarest)
            same = segment.segment_id == anchor.segment_id and anchor.start in (None, start)
            places.append(replace(place, how=EXACT) if same and place.text == anchor.quote else place)
        return places


def _size(anchor: Anchor) -> int:
    return len(words_of(anchor.quote))


def _within(anchor: Anchor, other: Anchor) -> int | None:
    """Return where in another quote of the same segment an anchor's begins; None where it is not in it."""
    if anchor.segment_id != other.segment_id:
        return None
    if anchor.start is None or other.start is None:
        once = other.quote.count(anchor.quote) == 1 and _size(anchor) >= FEW
        return other.quote.find(anchor.quote) if once else None
    at = anchor.start - other.start
    return at if at >= 0 and other.quote.startswith(anchor.quote, at) else None
