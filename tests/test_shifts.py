from itertools import pairwise
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from interview_coding.decisions import EXACT, Segment
from interview_coding.shifts import BETWEEN, ELSEWHERE, NEAR, Anchor, Expected, Place, Shifts, in_order


def known(turn: int, then: int, now_turn: int, now: int, quote: str = "et par ord") -> tuple[Anchor, Place]:
    anchor = Anchor(f"t{turn:03d}", then, then + len(quote), quote)
    return anchor, place(now_turn, now, quote)


def place(turn: int, start: int, quote: str = "et par ord") -> Place:
    segment = Segment("a-1", f"t{turn:03d}", start - 20, start + 200, "." * 20 + quote)
    return Place(segment, start, start + len(quote), EXACT)


def expected(turn: int, start: int | None, *others: tuple[Anchor, Place]) -> Expected:
    return Shifts(dict(others)).expected(Anchor(f"t{turn:03d}", start, None, "ja"))


def test_between_neighbours_that_shifted_alike_turn_and_place_are_known() -> None:
    found = expected(4, 400, known(2, 200, 3, 230), known(6, 600, 7, 650))

    assert (found.low, found.high, found.turns, found.sure) == (430, 450, range(5, 6), True)
    assert (found.floor, found.ceiling) == (240, 650)
    assert found.standing(place(5, 700)) == NEAR
    assert found.standing(place(6, 435)) == BETWEEN
    assert found.standing(place(6, 900)) == ELSEWHERE


def test_where_a_turn_went_missing_between_neighbours_it_is_not_known_which() -> None:
    found = expected(4, 400, known(2, 200, 2, 200), known(6, 600, 5, 500))

    assert (found.low, found.high, found.turns, found.sure) == (300, 400, range(2, 6), False)
    assert found.standing(place(3, 290)) == NEAR
    assert found.standing(place(5, 480)) == BETWEEN


def test_neighbours_that_are_far_away_do_not_tell_the_turn() -> None:
    assert not expected(14, 1400, known(2, 200, 3, 230), known(26, 2600, 27, 2630)).sure


def test_what_is_known_of_the_own_turn_goes_before_its_neighbours() -> None:
    moved = known(4, 450, 9, 950, "mange ord, der flyttede med turen")
    others = [
        known(2, 200, 2, 200),
        moved,
        *(known(n, 100 * n, n - 1, 100 * n - 100) for n in (6, 7, 8, 9, 10)),
    ]

    found = Shifts(dict(others), {moved[0]}).expected(Anchor("t004", 400, None, "ja"))

    assert (found.low, found.high, found.turns, found.sure) == (900, 900, range(9, 10), True)


def test_an_anchor_tells_nothing_of_itself() -> None:
    anchor, there = known(4, 400, 9, 950)

    assert Shifts({anchor: there}).expected(anchor).low == 400


def test_without_offsets_the_neighbours_bound_the_place() -> None:
    found = expected(4, None, known(2, 200, 3, 230), known(6, 600, 7, 650))

    assert (found.low, found.high, found.turns) == (230, 650, range(5, 6))
    alone = expected(4, None)
    assert (alone.low, alone.high, alone.turns, alone.sure) == (-inf, inf, range(4, 5), True)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 99), st.integers(0, 99)), max_size=9))
def test_the_heaviest_run_in_order_is_found(rows: list[tuple[int, int, int]]) -> None:
    pairs = dict(known(1, then, 1, now, "ord " * size) for size, then, now in rows)

    def weight(run: list[tuple[Anchor, Place]]) -> int:
        return sum(1 + len(anchor.quote.split()) for anchor, _ in run)

    run = in_order(pairs)
    best = 0
    items = sorted(pairs.items(), key=lambda pair: (pair[0].key, -pair[1].start))
    totals: list[int] = []
    for number, (anchor, there) in enumerate(items):
        before = [totals[n] for n in range(number) if items[n][1].start < there.start]
        totals.append(max(before, default=0) + 1 + len(anchor.quote.split()))
        best = max(best, totals[-1])
    assert weight(run) == best
    assert [a.key for a, _ in run] == sorted(a.key for a, _ in run)
    assert all(one.start < other.start for (_, one), (_, other) in pairwise(run))
