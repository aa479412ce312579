from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.text import Piece, Turn, clean, compose, count_words, join_notes, seconds


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("A\u030adalen", "Ådalen"),
        ("fri\u00advillig", "frivillig"),
        ("zero\u200bwidth\ufeff \u2060x", "zerowidth x"),
        ("\u202aret\u202c ning\u2066\u2069\u061c", "ret ning"),
        ("A\u200d\u030a", "Å"),
        ("hård\u00a0mellem\u202frum", "hård mellem rum"),
        ("en\tto\r\nti\x0b\x0c\u2028\x85tolv", "en to ti tolv"),
        ("Hassan\u2011Jensen og e\u2010mail", "Hassan-Jensen og e-mail"),
        ("Fa\u200bti\U000e0061ma\ufe0f", "Fatima"),
        ("e\ufb03cient \ufb02ertal", "efficient flertal"),
        ("halv \ud83d og hel 😀", "halv og hel 😀"),
        ("l\ufffdst", "l\ufffdst"),
        ("nul\x00 og \x1b og \uffff", "nul og og"),
        (" ", ""),
        ("“Så …” – 😀 50 %", "“Så …” – 😀 50 %"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_clean_text_is_stable_composed_and_single_spaced(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.split(" ") == (cleaned.split() or [""])


def test_compose_sets_a_turn_a_line_and_says_where_the_speech_is() -> None:
    turns = [Turn("Interviewer", "interviewer", "Hvad?"), Turn("R", "respondent", "Ja 😀.")]
    assert compose(turns) == ("Interviewer: Hvad?\nR: Ja 😀.\n", [(13, 18), (22, 27)])
    assert compose([]) == ("", [])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["R", "[Person 1]"]), st.text("aå😀. ", min_size=1))))
def test_composed_spans_hold_the_speech(said: list[tuple[str, str]]) -> None:
    text, spans = compose([Turn(speaker, "respondent", words) for speaker, words in said])
    assert [text[start:end] for start, end in spans] == [words for _, words in said]


PIECES = (Piece(0, 1.0, 4.0), Piece(10, 5.0, 8.0), Piece(20, None, 12.0))


@pytest.mark.parametrize(
    ("start", "end", "times"),
    [
        (0, 5, (1.0, 4.0)),
        (0, 10, (1.0, 4.0)),
        (0, 11, (1.0, 8.0)),
        (12, 15, (5.0, 8.0)),
        (10, 30, (5.0, 12.0)),
        (20, 30, (None, 12.0)),
    ],
)
def test_times_of_a_stretch(start: int, end: int, times: tuple[float | None, float | None]) -> None:
    assert Turn("R", "respondent", "x" * 30, PIECES).times(start, end) == times


def test_a_stretch_before_the_first_known_time_has_none() -> None:
    assert Turn("R", "respondent", "x" * 30, (Piece(10, 1.0, None),)).times(0, 5) == (None, None)
    assert Turn("R", "respondent", "x" * 30).times(0, 30) == (None, None)


@pytest.mark.parametrize(
    ("mark", "value"),
    [("12:33", 753), ("1:02:03.5", 3723.5), ("00:12:33,250", 753.25), ("0:07", 7), ("99:59:59", 359999)],
)
def test_seconds(mark: str, value: float) -> None:
    assert seconds(mark) == value


def test_words_and_notes() -> None:
    assert count_words(" en  to\ntre-fire ") == 3
    assert join_notes(["en", "to"]) == "en | to"
    assert join_notes([]) == ""
