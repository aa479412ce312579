"""The scoring of benchmarks/privacy.py."""

import sys
from pathlib import Path

import pytest

from interview_coding.pseudonyms.mentions import PERSON, PHONE, Mention
from interview_coding.text import Turn


@pytest.fixture
def benchmark(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "benchmarks"))
    yield __import__("privacy")
    for name in ("privacy", "privacy_filling", "privacy_texts"):
        sys.modules.pop(name, None)


TEXTS = ("Fru Nielsens hund, sagde Kurt, bider i Hasle.", "kurt ringede.")


def at(turn, words, kind=PERSON):
    start = TEXTS[turn].index(words)
    return Mention(start, start + len(words), kind, words)


def gold(benchmark, turn, words, kind, entity):
    found = at(turn, words)
    return benchmark.Gold(turn, found.start, found.end, kind, entity)


@pytest.fixture
def interview(benchmark):
    marked = (
        gold(benchmark, 0, "Nielsen", PERSON, "n"),
        gold(benchmark, 0, "Kurt", PERSON, "k"),
        gold(benchmark, 0, "Hasle", "place", "p"),
        gold(benchmark, 1, "kurt", PERSON, "k"),
    )
    turns = tuple(Turn("R", "respondent", text) for text in TEXTS)
    return benchmark.Interview("x", "x", turns, marked)


def test_an_entity_is_masked_only_if_every_mention_is(benchmark, interview):
    masked = [[at(0, "Fru Nielsens"), at(0, "Kurt")], []]
    scores, false, doubtful, swallowed = benchmark.score(interview, masked, [[], [at(1, "kurt")]])
    assert benchmark.hits(scores, benchmark.is_masked, entities=False) == {"x": (2, 3)}
    assert benchmark.hits(scores, benchmark.is_masked, entities=True) == {"x": (1, 2)}
    assert benchmark.hits(scores, benchmark.is_queued, entities=True) == {"x": (2, 2)}
    assert (false, doubtful, swallowed) == ([], [], [])


def test_half_a_name_is_not_masked(benchmark, interview):
    scores, *_ = benchmark.score(interview, [[at(0, "Niels")], []], [[], []])
    assert not any(one.masked for one in scores)


def test_what_is_masked_without_need_is_counted(benchmark, interview):
    masked = [[at(0, "Kurt, bider"), at(0, "Hasle"), at(0, "hund", PHONE)], []]
    _, false, _, swallowed = benchmark.score(interview, masked, [[], []])
    assert [(stray.mention.form, stray.over) for stray in false] == [("Hasle", "place"), ("hund", "")]
    assert [stray.mention.form for stray in swallowed] == ["bider"]


def test_the_interval_of_equal_units_is_a_point(benchmark):
    assert benchmark.interval({"a": (1, 2), "b": (2, 4)}) == (0.5, 0.5, 0.5)


def test_gold_stands_where_the_filled_text_names_somebody(benchmark):
    filling = sys.modules["privacy_filling"]
    names = filling.Names(
        {(sex, o): (["Testine"], [1.0]) for sex in "fm" for o in filling.ORIGINS},
        {o: (["Prøvesen"], [1.0]) for o in filling.ORIGINS},
        [("0001", "Prøveby")],
        ["Prøvevej"],
    )
    names.person = lambda sex, rng, taken: filling.Person("Testine", "Prøvesen", "", "Danish")
    template = filling.Template("t", "I: Hvem?\nS: {f1!s} by er {town}, [Klub], {f1^}, {address}.")
    turns, found = (made := filling.fill(template, names, False, 1)).turns, made.gold
    assert turns[1].text.startswith("TESTINE")
    assert [turns[g.turn].text[g.start : g.end] for g in found][:4] == [
        "TESTINE",
        "Prøveby",
        "Klub",
        "Prøvesen",
    ]
    assert turns[1].text[found[4].start : found[4].end].startswith("Prøvevej ")
