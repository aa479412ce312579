from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.disclosure import (
    TOTAL,
    Description,
    breakdown,
    descriptions,
    held_by_enough,
    informants,
    reveals,
    withhold,
)
from interview_coding.sheet import Interview

K = 3


def people(*rows, partnership="Fjordby"):
    """Return interviews from (role, sector, wave, informant), the last ones left out or empty."""
    return [
        Interview(
            f"{partnership.lower()}-{number:02}",
            Path("x"),
            partnership,
            wave,
            role=role,
            sector=sector,
            attributes={"informant": who[0]} if who else {},
        )
        for number, (role, sector, wave, *who) in enumerate(rows, 1)
    ]


def said(interviews, k=K):
    return list(descriptions(interviews, k).values())


def test_enough_of_a_kind_are_described_fully():
    interviews = people(*[("skoleleder", "offentlig", 1)] * 3, *[("træner", "civil", 2)] * 3)
    assert said(interviews) == [Description("skoleleder", wave=1)] * 3 + [Description("træner", wave=2)] * 3


def test_where_roles_differ_the_sector_is_said():
    interviews = people(*[(f"rolle {n}", "civil", 1) for n in range(4)])
    assert said(interviews) == [Description(sector="civil", wave=1)] * 4


def test_a_wave_is_kept_rather_than_a_role_that_would_cost_it():
    interviews = people(
        *[(role, "civil", wave) for wave in (1, 2) for role in ("træner", "kasserer", "formand")]
    )
    assert said(interviews) == [Description(sector="civil", wave=w) for w in (1, 1, 1, 2, 2, 2)]


def test_whoever_is_left_over_is_not_told_by_that():
    interviews = people(*[("frivillig", "civil", 1)] * 3, ("borgmester", "offentlig", 1))
    assert said(interviews) == [Description(wave=1)] * 4


def test_whoever_is_left_over_joins_those_who_lose_least():
    rows = [("frivillig", "civil", 1)] * 6 + [("leder", "offentlig", 1)] * 3 + [("butiksejer", "privat", 1)]
    assert said(people(*rows)) == [Description("frivillig", wave=1)] * 6 + [Description(wave=1)] * 4


def test_a_role_in_two_sectors_is_one_role():
    rows = [("frivillig", "civil", 1)] * 2 + [("frivillig", "borger", 1)]
    assert said(people(*rows)) == [Description("frivillig", wave=1)] * 3


def test_empty_cells_are_no_description():
    assert said(people(*[("", "", 1)] * 3)) == [Description(wave=1)] * 3
    rows = [("", "civil", 1)] * 2 + [("træner", "civil", 1)]
    assert said(people(*rows)) == [Description(sector="civil", wave=1)] * 3


def test_a_person_interviewed_in_several_waves_counts_once():
    rows = [("leder", "offentlig", wave, "A") for wave in (1, 2, 3)]
    rows += [("leder", "offentlig", 1, "b"), ("leder", "offentlig", 2, "B")]
    interviews = people(*rows)
    assert informants(interviews) == 2
    assert descriptions(interviews, 3) == {}
    second = Description("leder", wave=2)
    assert said(interviews, 2) == [Description("leder"), second, *[Description("leder")] * 2, second]


def test_an_informant_of_another_partnership_is_another():
    rows = [("leder", "civil", 1, "p1")]
    both = [*people(*rows), *people(*rows, partnership="Lyngholm")]
    assert informants(both) == 2
    assert descriptions(both, 2) == {}


def test_a_partnership_of_fewer_is_left_out_of_the_descriptions():
    large = people(*[("leder", "civil", 1)] * 3)
    small = people(*[("leder", "civil", 1)] * 2, partnership="Lyngholm")
    assert list(descriptions([*small, *large], K)) == ["fjordby-01", "fjordby-02", "fjordby-03"]
    assert len(descriptions(small, 1)) == 2


rows = st.tuples(
    st.sampled_from(["", "leder", "frivillig", "kok"]),
    st.sampled_from(["", "civil", "borger"]),
    st.integers(1, 3),
    st.sampled_from(["", "", "p1", "p2"]),
)


@given(st.lists(rows, min_size=1, max_size=14), st.integers(1, 4), st.randoms())
def test_every_description_is_true_and_of_enough_informants(rows, k, random):
    interviews = people(*rows)
    told = descriptions(interviews, k)
    assert set(told) == ({i.interview_id for i in interviews} if informants(interviews) >= k else set())
    for description in set(told.values()):
        described = [i for i in interviews if told.get(i.interview_id) == description]
        assert informants(described) >= k
        for interview in described:
            assert description.role in ("", interview.role)
            assert description.sector in ("", interview.sector)
            assert description.wave in (0, interview.wave)
    random.shuffle(interviews)
    assert descriptions(interviews, k) == told


def test_only_groups_held_by_enough_are_kept():
    frame = pd.DataFrame({"code": list("aaabbb"), "informant": list("xyzxxy")})
    assert list(held_by_enough(frame, ["code"], 3)["code"]) == ["a"] * 3
    assert len(held_by_enough(frame, ["code"], 2)) == 6
    assert held_by_enough(frame.head(0), ["code"], 2).empty


def test_records_are_counted_and_so_are_the_people_behind_them():
    records = pd.DataFrame({"sector": list("bbbcc"), "wave": [1, 1, 2, 2, 2], "informant": list("xyxzz")})
    values, counted = breakdown(records, "sector", "wave")
    assert values.to_dict("index") == {"b": {1: 2, 2: 1, TOTAL: 3}, "c": {1: 0, 2: 2, TOTAL: 2}}
    assert counted.to_dict("index") == {"b": {1: 2, 2: 1, TOTAL: 2}, "c": {1: 0, 2: 1, TOTAL: 1}}


def counts(*rows, total=True):
    frame = pd.DataFrame(rows)
    return frame.assign(**{TOTAL: frame.sum(axis=1)}) if total else frame


def cells(shown):
    return [[None if pd.isna(cell) else int(cell) for cell in row] for row in shown.to_numpy()]


def sums(values):
    return values.drop(columns=TOTAL, errors="ignore").sum().to_dict()


@pytest.mark.parametrize(
    ("rows", "total", "shown"),
    [
        (([5], [4], [3]), False, [[5], [4], [3]]),
        (([5], [4], [1]), False, [[5], [None], [None]]),
        (([2], [9], [1]), False, [[None], [9], [None]]),
        (([1], [9], [1]), False, [[None], [None], [None]]),
        (([9], [0], [3]), False, [[9], [0], [3]]),
        (([9, 9, 9], [9, 2, 9], [8, 7, 9]), True, [[9, 9, 9, 27], [None, None, 9, 20], [None, None, 9, 24]]),
        (([9, 9], [4, 0], [1, 0]), True, [[9, 9, 18], [None, 0, None], [None, 0, None]]),
        (([6, 0], [2, 4]), True, [[None, None, 6], [None, None, 6]]),
    ],
)
def test_small_cells_are_withheld_with_the_cheapest_others(rows, total, shown):
    values = counts(*rows, total=total)
    result = withhold(values, values, K)
    assert cells(result) == shown
    assert reveals(result, sums(values)) == []


def test_it_is_people_that_must_be_enough_and_not_what_is_counted():
    values = counts([12], [20], [30], total=False)
    assert cells(withhold(values, counts([2], [4], [5], total=False), K)) == [[None], [None], [30]]


def test_a_cell_that_readers_know_to_be_no_smaller_hides_no_other():
    values = counts([5], [5], [1], total=False)
    assert cells(withhold(values, values, K)) == [[None], [5], [None]]
    known = counts([5], [0], [0], total=False)
    shown = withhold(values, values, K, known)
    assert cells(shown) == [[5], [None], [None]]
    assert reveals(shown, sums(values), known) == []


def test_where_readers_know_too_much_all_is_withheld():
    values = counts([4], [1], total=False)
    known = counts([4], [0], total=False)
    shown = withhold(values, values, K, known)
    assert cells(shown) == [[None], [None]]
    assert reveals(shown, sums(values)) == []
    assert reveals(shown, sums(values), known) == [(0, 0), (1, 0)]


@pytest.mark.parametrize("rows", [([2, 1],), ([2, 1], [0, 0])])
def test_one_group_breaks_nothing_down(rows):
    values = counts(*rows)
    assert cells(withhold(values, values, K)) == cells(values)


def test_where_each_group_is_one_person_all_is_withheld_and_still_known():
    values = counts([1], [1], [1], [0], total=False)
    shown = withhold(values, values, K)
    assert cells(shown) == [[None], [None], [None], [0]]
    assert reveals(shown, sums(values)) == [(0, 0), (1, 0), (2, 0)]


def test_a_cell_withheld_alone_is_worked_out_from_the_sums():
    values = counts([5, 4], [2, 6]).astype("Int64")
    shown = values.copy()
    shown.loc[1, 0] = pd.NA
    assert reveals(shown, sums(values)) == [(1, 0)]
    shown.loc[1, 1] = shown.loc[0, 0] = pd.NA
    assert len(reveals(shown, sums(values))) == 3


tables = st.integers(2, 6).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 1, 2, 3, 4, 7, 20]), min_size=columns, max_size=columns),
        min_size=2,
        max_size=6,
    )
)


@settings(max_examples=150)
@given(tables, st.booleans(), st.integers(1, 5), st.sampled_from([None, 0.0, 0.5, 1.0]))
def test_no_withheld_cell_follows_from_what_is_shown(rows, total, k, share):
    values = counts(*rows, total=total)
    known = None if share is None else (values * share).astype(int)
    shown = withhold(values, values, k, known)
    published = shown.notna().to_numpy()
    assert (shown.to_numpy()[published] == values.to_numpy()[published]).all()
    present = (values.drop(columns=TOTAL, errors="ignore").sum(axis=1) > 0).to_numpy()
    assert published[~present].all()
    if present.sum() < 2:
        assert published.all()
        return
    small = ((values > 0) & (values < k)).to_numpy()
    assert not (published & small).any()
    assert published.all() or small.any()
    if reveals(shown, sums(values), known):
        assert not published[present].any()


@settings(max_examples=40)
@given(tables, st.data())
def test_what_is_found_to_follow_has_no_second_solution(rows, data):
    """Against trying all small whole numbers in the withheld cells."""
    values = counts(*[row[:3] for row in rows[:3]], total=False).clip(upper=3).astype("Int64")
    places = st.tuples(st.sampled_from(list(values.index)), st.sampled_from(list(values.columns)))
    hidden = data.draw(st.lists(places, min_size=1, max_size=5, unique=True))
    shown = values.copy()
    for place in hidden:
        shown.loc[place] = pd.NA
    tries = np.stack(np.meshgrid(*[range(10)] * len(hidden), indexing="ij"), -1).reshape(-1, len(hidden))
    fits = np.ones(len(tries), dtype=bool)
    for column in values:
        there = [n for n, place in enumerate(hidden) if place[1] == column]
        fits &= tries[:, there].sum(axis=1) == values[column].sum() - shown[column].sum()
    for row in {place[0] for place in hidden}:
        there = [n for n, place in enumerate(hidden) if place[0] == row]
        fits &= tries[:, there].sum(axis=1) + shown.loc[row].sum() >= 1
    alone = {place for n, place in enumerate(hidden) if len(set(tries[fits][:, n])) == 1}
    if fits.any():
        assert set(reveals(shown, sums(values))) == alone
