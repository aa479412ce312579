from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.segments import Span, cut, segment_id

SPACES = [" ", "\n", "\t", "\u00a0 "]

words = st.text("abæøå", min_size=1, max_size=6).flatmap(lambda w: st.sampled_from([w, f"{w},", f"{w}."]))
turns = st.lists(words, min_size=1, max_size=120).flatmap(
    lambda said: st.sampled_from(SPACES).map(lambda space: space.join(said))
)


def sentences(text: str) -> list[Span]:
    """Sentences end behind each full stop."""
    ends = [i + 1 for i, character in enumerate(text) if character == "." and i + 1 < len(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def parts(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in cut(text, sentences(text), limit)]


@settings(max_examples=150, deadline=None)
@given(turns, st.integers(1, 40))
def test_parts_hold_every_word_in_order_and_keep_to_the_limit(text: str, limit: int) -> None:
    spans = cut(text, sentences(text), limit)

    found = [text[start:end] for start, end in spans]
    assert " ".join(found).split() == text.split()
    assert all(len(part.split()) <= limit for part in found)
    assert all(part == part.strip() and part for part in found)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(turns)
def test_a_turn_within_the_limit_is_one_part(text: str) -> None:
    assert parts(text, len(text.split())) == [text.strip()]


@pytest.mark.parametrize("text", ["", "   "])
def test_a_turn_without_words_has_no_parts(text: str) -> None:
    assert cut(text, [(0, len(text))], 10) == []


def test_parts_end_with_sentences_and_are_about_equally_long() -> None:
    text = "En to tre. Fire fem seks. Syv otte ni. Ti elleve tolv."

    assert parts(text, 10) == ["En to tre. Fire fem seks.", "Syv otte ni. Ti elleve tolv."]


def test_a_long_sentence_is_cut_at_commas() -> None:
    text = "vi kom, vi så på det hele, vi drak kaffe, og så gik vi hjem"

    assert parts(text, 8) == ["vi kom, vi så på det hele,", "vi drak kaffe, og så gik vi hjem"]


def test_a_long_turn_without_punctuation_is_cut_between_words() -> None:
    found = parts(" ".join(["ja"] * 1000), 100)

    assert sum(len(part.split()) for part in found) == 1000
    assert {len(part.split()) > 50 for part in found} == {True}


def test_a_single_word_is_never_cut() -> None:
    text = "a," * 500

    assert parts(text, 1) == [text]


@pytest.mark.parametrize(
    ("turn", "part", "count", "expected"),
    [(1, 1, 1, "t001"), (12, 2, 3, "t012.2"), (1234, 10, 10, "t1234.10")],
)
def test_segments_are_called_by_turn_and_part(turn: int, part: int, count: int, expected: str) -> None:
    assert segment_id(turn, part, count) == expected
