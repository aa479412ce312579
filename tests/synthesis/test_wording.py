import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.synthesis import wording


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "ingen kodninger"),
        (1, "1 kodning"),
        (2, "2 kodninger"),
        (21, "21 kodninger"),
        (1000, "1.000 kodninger"),
    ],
)
def test_count_agrees_with_its_noun(number, text):
    assert wording.count(number, "kodning", "kodninger") == text


@pytest.mark.parametrize(("number", "text"), [(0, "ingen interview"), (1, "1 interview"), (3, "3 interview")])
def test_interviews(number, text):
    assert wording.interviews(number) == text


@pytest.mark.parametrize(("number", "text"), [(0, "ingen segmenter"), (1, "1 segment"), (2, "2 segmenter")])
def test_segments(number, text):
    assert wording.segments(number) == text


@pytest.mark.parametrize(("number", "text"), [(999, "999"), (1000, "1.000"), (1234567, "1.234.567")])
def test_whole(number, text):
    assert wording.whole(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0,0"), (2, "2,0"), (0.25, "0,3"), (2.25, "2,3"), (0.35, "0,4"), (2 / 3, "0,7"), (9.96, "10,0")],
)
def test_decimal_rounds_halves_up(number, text):
    assert wording.decimal(number) == text


@pytest.mark.parametrize(
    ("part", "total", "text"),
    [
        (0, 0, "0 %"), (0, 7, "0 %"), (7, 7, "100 %"), (1, 3, "33 %"), (1, 8, "13 %"), (1, 2, "50 %"),
        (1, 1000, "1 %"), (999, 1000, "99 %"),
    ],
)  # fmt: skip
def test_percent(part, total, text):
    assert wording.percent(part, total) == text


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 10_000), st.data())
def test_only_nothing_is_0_percent_and_only_all_is_100(total, data):
    part = data.draw(st.integers(0, total))
    text = wording.percent(part, total)
    assert (text == "0 %") == (part == 0)
    assert (text == "100 %") == (part == total)


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2025-03-18", "18. marts 2025"),
        ("2024-02-29", "29. februar 2024"),
        ("2026-12-01", "1. december 2026"),
    ],
)
def test_day(iso, text):
    assert wording.day(iso) == text


@pytest.mark.parametrize(
    ("items", "text"), [(["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_listed(items, text):
    assert wording.listed(items) == text


def test_listed_with_another_joint():
    assert wording.listed(["a", "b", "c"], "eller") == "a, b eller c"


@pytest.mark.parametrize(
    ("numbers", "text"), [([1], "bølge 1"), ([1, 3], "bølge 1 og 3"), ([1, 2, 3], "bølge 1, 2 og 3")]
)
def test_waves(numbers, text):
    assert wording.waves(numbers) == text


@pytest.mark.parametrize(("text", "result"), [("", ""), ("øl", "Øl"), ("ABC", "ABC"), ("en Kode", "En Kode")])
def test_capital_changes_the_first_letter_only(text, result):
    assert wording.capital(text) == result
