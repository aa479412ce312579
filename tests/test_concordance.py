import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.concordance import Concordance, follow, words_of
from interview_coding.decisions import Segment


def concordance(*texts: str) -> Concordance:
    segments, position = [], 0
    for number, text in enumerate(texts, 1):
        segments.append(Segment("a-1", f"t{number:03d}", position, position + len(text), text))
        position += len(text) + 1
    return Concordance(segments)


def read(text: Concordance, first: int, last: int) -> str:
    whole = "\n".join(segment.text for segment in text.segments)
    return whole[text.starts[first] : text.ends[last - 1]]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("ja", ["Ja", "JA"]),
        ("det, er!", ["det er"]),
        ("kom Ole", ["kom\nOle"]),
        ("ag", []),
        ("...", []),
        ("", []),
    ],
)
def test_words_are_found_whole_whatever_their_case_and_marks(quote: str, found: list[str]) -> None:
    text = concordance("Ja, på jagt, det er så kom", "Ole og JA.")

    assert [read(text, p.first, p.last) for p in text.exact(quote)] == found


@pytest.mark.parametrize(
    ("quote", "now", "found"),
    [
        ("Og Karens mor", "Nå. Og [Person 1]s mor kom.", "Og [Person 1]s mor"),
        ("Og Karen Holm kom", "Nå. Og [Person 1] kom.", "Og [Person 1] kom"),
        ("Og [Person 1] kom", "Nå. Og Karen Holm kom.", "Og Karen Holm kom"),
        ("Og [Person 1] kom", "Nå. Og så kom.", None),
        ("Og karen kom", "Nå. Og [Person 1] kom.", None),
        ("[Person 1]", "Nå. Og Karen Holm kom.", None),
    ],
)
def test_labels_and_names_stand_for_each_other(quote: str, now: str, found: str | None) -> None:
    text = concordance(now)

    assert [read(text, p.first, p.last) for p in text.masked(quote)] == [found] * (found is not None)


def test_what_is_most_alike_comes_first_with_how_alike_it_is() -> None:
    text = concordance(
        "Der var engang en havn.", "Vi holdt åbent hus hver tirsdag.", "Vi holder lukket hver torsdag."
    )

    first, second = text.alike("Vi holder åbent hus hver torsdag")[:2]

    assert read(text, first.first, first.last) == "Vi holdt åbent hus hver tirsdag"
    assert read(text, second.first, second.last) == "Vi holder lukket hver torsdag"
    assert 1 > first.likeness > second.likeness > 0.5
    assert (first.shared, first.rarest, first.verbatim) == (6, 1, False)


def test_equal_passages_side_by_side_are_told_apart() -> None:
    sentence = "Vi holder åbent hus hver tirsdag, og så kommer der folk."
    text = concordance(sentence, sentence, sentence)

    found = text.alike(sentence.replace("tirsdag", "torsdag"))

    assert [read(text, p.first, p.last) for p in found] == [sentence[:-1]] * 3


def test_where_no_word_is_shared_a_given_place_is_looked_at() -> None:
    text = concordance("Nå da da.", "Åbningstiden.", "Nå da da.")

    assert text.alike("Åbningstider") == []
    (passage,) = text.alike("Åbningstider", [(10, 10)])
    assert read(text, passage.first, passage.last) == "Åbningstiden"


@pytest.mark.parametrize(
    ("now", "span"),
    [
        ("Vi kom, og det regnede.", "det regnede."),
        ("Jamen vi kom, og det silregnede!", "det silregnede!"),
        ("Vi kom, og det sådan set regnede", "det sådan set regnede"),
        ("Vi kom.", None),
    ],
)
def test_a_stretch_is_followed_through_a_change(now: str, span: str | None) -> None:
    found = follow("Vi kom, og det regnede.", now, (11, 23))

    assert (now[slice(*found)] if found else None) == span


words = st.lists(st.sampled_from("ja nej [Person_1] Karen kom på torsdag, (og) ...".split()), max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=5), words)
def test_what_is_found_lies_in_the_text(texts: list[list[str]], quote: list[str]) -> None:
    text = concordance(*(" ".join(parts) for parts in texts))
    sought = " ".join(quote)

    for passage in [*text.exact(sought), *text.masked(sought), *text.alike(sought, [(0, 5)])]:
        assert 0 <= passage.first < passage.last <= len(text.starts)
        assert 0 < passage.likeness <= 1
    assert all(words_of(read(text, p.first, p.last)) == words_of(sought) for p in text.exact(sought))


@pytest.mark.parametrize(
    "quote", ["[P] " * 40 + "slut", "Karen " * 80 + "slut", "[P] x " * 4 + "slut", "a " * 9000]
)
def test_no_quote_takes_long(quote: str) -> None:
    text = concordance("[P] " * 2000 + "Karen " * 2000 + "x " * 2000)
    begun = time.perf_counter()

    text.exact(quote), text.masked(quote), text.alike(quote)

    assert time.perf_counter() - begun < 5
