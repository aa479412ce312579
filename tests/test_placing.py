from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.decisions import EXACT, LOST, MOVED, SIMILAR, Decision, Segment
from interview_coding.placing import CHANGED, NO_SEGMENT, NO_WORDS, TOO_FEW, TWO_PLACES, place_all

TIME = "2026-03-17T10:15:00+01:00"


def decided(**values: object) -> Decision:
    base = Decision(TIME, "mia", "f-1", "t001", None, None, "", "a.b", "accept")
    return replace(base, **values)  # type: ignore[arg-type]


def interview(*texts: str) -> list[Segment]:
    segments, position = [], 3
    for number, text in enumerate(texts, 1):
        segments.append(Segment("f-1", f"t{number:03d}", position, position + len(text), text))
        position += len(text) + 5
    return segments


def place(decision: Decision, segments: Sequence[Segment]) -> Decision:
    (placed,) = place_all([decision], segments)
    return placed


LONG = "Vi holder åbent hus hver torsdag, og så kommer der folk fra hele byen og drikker kaffe med os."


def quoting(quote: str, segment: Segment, **values: object) -> Decision:
    """A decision made on a quote where it stood in a segment."""
    start = segment.start + segment.text.index(quote)
    made = decided(segment_id=segment.segment_id, quote=quote, placement="")
    return replace(made, **{"start": start, "end": start + len(quote), **values})  # type: ignore[arg-type]


def found(decision: Decision, segments: Sequence[Segment]) -> tuple[str, str, str]:
    """Placement, segment and words of a decision once placed."""
    placed = place(decision, segments)
    segment = next(s for s in segments if s.segment_id == placed.segment_id)
    assert placed.start is not None
    assert placed.end is not None
    words = segment.text[placed.start - segment.start : placed.end - segment.start]
    return placed.placement, placed.segment_id, words


def test_words_that_stand_where_they_stood_are_exact() -> None:
    segments = interview("Ja.", LONG)

    assert found(quoting("hver torsdag", segments[1]), segments) == (EXACT, "t002", "hver torsdag")
    assert place(quoting("hver torsdag", segments[1]), segments).reason == ""


def test_a_quotation_may_begin_and_end_within_words() -> None:
    segments = interview(LONG)

    assert found(quoting("bent hus hver tors", segments[0]), segments)[0] == EXACT


def test_a_decision_without_a_quote_is_on_the_whole_segment() -> None:
    segments = interview("Ja.", LONG)

    assert found(decided(segment_id="t002"), segments) == (EXACT, "t002", LONG)


def test_a_quote_without_offsets_is_exact_in_its_segment() -> None:
    segments = interview("hver torsdag", LONG)

    decision = quoting("hver torsdag", segments[1], start=None, end=None)

    assert found(decision, segments) == (EXACT, "t002", "hver torsdag")


def test_a_wrong_end_is_put_right() -> None:
    segments = interview(LONG)

    assert found(quoting("hver torsdag", segments[0], end=999), segments) == (EXACT, "t001", "hver torsdag")


def test_words_are_found_again_where_a_correction_moved_them() -> None:
    before, after = interview("Ja.", LONG), interview("Ja, det er rigtigt.", LONG)

    assert found(quoting("hver torsdag", before[1]), after) == (MOVED, "t002", "hver torsdag")


def test_words_are_found_again_in_another_segment() -> None:
    before, after = interview(LONG), interview("Nej.", LONG)

    assert found(quoting(LONG, before[0]), after) == (MOVED, "t002", LONG)


def test_few_words_that_stand_in_several_places_are_not_guessed_at() -> None:
    before = interview("Nå.", "Ja.", "Nej.")
    after = interview("Nå, ja.", "Ja, nå.", "Ja.")

    lost = place(quoting("Ja.", before[1]), after)

    assert (lost.placement, lost.reason) == (LOST, TOO_FEW)
    assert (lost.segment_id, lost.quote, lost.likeness) == ("t002", "Ja.", 1)
    assert lost.nearest in ("t001", "t002", "t003")


REFRAIN = "Ja, det gør vi."
TALK = (
    "Vi begyndte med kaffe på torvet, da havnen blev lukket.",
    REFRAIN,
    LONG,
    REFRAIN,
    "Kommunen kom med penge til lokaler og en halv stilling.",
    REFRAIN,
    "Naboerne tog deres børn med, og så voksede det stille og roligt.",
)


@pytest.mark.parametrize("answer", [1, 3, 5])
def test_of_many_equal_answers_the_one_between_its_neighbours_is_meant(answer: int) -> None:
    before = interview(*TALK)
    after = interview(TALK[0] + " Det var i maj.", *TALK[1:])
    made = [quoting(segment.text, segment) for segment in before if segment.text != REFRAIN]

    placed = place_all([*made, quoting(REFRAIN, before[answer])], after)

    assert [p.segment_id for p in placed] == ["t001", "t003", "t005", "t007", f"t{answer + 1:03d}"]
    assert {p.placement for p in placed[1:]} == {MOVED}


def test_an_answer_whose_turn_is_gone_is_not_taken_for_another() -> None:
    before = interview(*TALK)
    after = interview(*TALK[:3], *TALK[4:])
    made = [quoting(segment.text, segment) for segment in before if segment.text != REFRAIN]

    lost = place_all([*made, quoting(REFRAIN, before[3])], after)[-1]

    assert lost.placement == LOST


def test_a_turn_that_was_moved_takes_even_short_quotes_along() -> None:
    before = interview(*TALK)
    after = interview(*TALK[:2], *TALK[3:], LONG)
    made = [quoting(segment.text, segment) for segment in before if segment.text != REFRAIN]

    placed = place_all([*made, quoting("kaffe", before[2]), quoting("kaffe", before[0])], after)

    assert [(p.segment_id, p.quote) for p in placed[-2:]] == [("t007", "kaffe"), ("t001", "kaffe")]


def test_a_longer_quote_shows_which_of_its_words_are_meant() -> None:
    text = "og så kom vi, og så gik vi, og så sov vi"
    before, after = interview("Ja.", text), interview("Ja", text.replace("gik", "gik så"))
    start = before[1].start + text.rindex("og så")
    marked = decided(segment_id="t002", quote="og så", start=start, end=start + 5)

    placed = place_all([quoting(text, before[1]), marked], after)[1]

    assert placed.start == start + 2


@pytest.mark.parametrize(
    "now",
    [
        "Vi holder åbent hus, hver Torsdag.",
        "Vi holder »åbent hus« - hver torsdag",
        "VI HOLDER ÅBENT HUS HVER TORSDAG",
    ],
)
def test_case_spaces_and_punctuation_do_not_matter(now: str) -> None:
    before = interview("Vi holder åbent hus hver torsdag")

    placement, segment, words = found(
        quoting("holder åbent hus hver torsdag", before[0]), interview("Ja.", now)
    )

    assert (placement, segment) == (MOVED, "t002")
    assert words.lower().startswith("holder")
    assert words.lower().endswith("torsdag")


def test_words_that_were_changed_are_found_by_likeness() -> None:
    before = interview(LONG, "Nej.")
    changed = LONG.replace("torsdag", "tirsdag").replace("byen", "kommunen")

    assert found(quoting(LONG, before[0]), interview("Noget helt andet.", changed)) == (
        SIMILAR,
        "t002",
        changed,
    )


def test_of_equally_alike_segments_none_is_taken() -> None:
    before = interview("Hm.", LONG)
    changed = LONG.replace("torsdag", "tirsdag")

    lost = place(quoting(LONG, before[1]), interview(changed, changed, changed))

    assert (lost.placement, lost.reason, lost.quote) == (LOST, TWO_PLACES, LONG)
    assert lost.nearest
    assert lost.likeness == pytest.approx(0.95, abs=0.03)


def test_what_is_found_by_likeness_is_the_stretch_that_is_alike() -> None:
    before = interview("Vi holder åbent hus hver torsdag")
    now = "Altså, nu skal du høre, vi holdt åbent hus hver tirsdag, og så kom der folk."

    _, _, words = found(quoting("Vi holder åbent hus hver torsdag", before[0]), interview(now))

    assert words == "vi holdt åbent hus hver tirsdag"


def test_a_sentence_put_in_does_not_cut_a_quote() -> None:
    before = interview(LONG)
    now = LONG.replace("torsdag,", "torsdag. Det var Lises idé. Og")

    assert found(quoting(LONG, before[0]), interview(now)) == (SIMILAR, "t001", now)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (
            "Så ringede jeg til Karen, og Karens bror kom.",
            "Så ringede jeg til [Person 2], og [Person 2]s bror kom.",
        ),
        ("Så ringede jeg til Karen Holm og bad hende.", "Så ringede jeg til [Person 2] og bad hende."),
        ("Så ringede jeg til [Person 2] og bad hende.", "Så ringede jeg til Karen Holm og bad hende."),
        ("Så ringede jeg til [Person 2] og bad hende.", "Så ringede jeg til [Person 7] og bad hende."),
    ],
)
def test_a_name_and_its_label_stand_for_each_other(then: str, now: str) -> None:
    placement, segment, words = found(quoting(then, interview(then)[0]), interview("Ja, hej.", now))

    assert (segment, words) == ("t002", now)
    assert placement in (MOVED, SIMILAR)


def test_what_coders_wrote_is_masked_before_anything_else() -> None:
    segments = interview("Så ringede jeg til [Person 2].")
    decisions = [
        decided(quote="Så ringede jeg til Karen.", memo="Karen igen", start=3, end=28),
        decided(quote="Karen var her aldrig, men det er hun ked af.", memo="Karen"),
        decided(segment_id="Karen", placement=LOST, reason="row 3: time Karen is not a date"),
    ]

    placed = place_all(decisions, segments, lambda text: text.replace("Karen", "[Person 2]"))

    assert (placed[0].placement, placed[0].quote) == (EXACT, "Så ringede jeg til [Person 2].")
    assert [p.placement for p in placed[1:]] == [LOST, LOST]
    assert "Karen" not in repr(placed)


def test_of_a_turn_that_was_split_the_longer_part_is_meant() -> None:
    before = interview(LONG)
    at = LONG.index("og drikker")

    placement, segment, words = found(quoting(LONG, before[0]), interview(LONG[:at].strip(), LONG[at:]))

    assert (placement, segment, words) == (MOVED, "t001", LONG[:at].strip())


def test_a_turn_that_was_joined_to_another_is_a_part_of_it() -> None:
    before = interview("Nå, sådan var det dengang.", LONG)

    placed = found(quoting(LONG, before[1]), interview("Nå, sådan var det dengang. " + LONG))

    assert placed == (MOVED, "t001", LONG)


def test_without_words_the_segment_is_meant_if_no_turn_was_moved() -> None:
    before = interview(*TALK)
    made = [quoting(segment.text, segment) for segment in before if segment.text != REFRAIN]
    wordless = decided(segment_id="t004")
    later = replace(wordless, time="2026-05-01T10:00:00+02:00")

    assert place_all([*made, wordless], interview(TALK[0] + " Ja.", *TALK[1:]))[-1].placement == EXACT
    moved = place_all([*made, wordless, replace(later, segment_id="t006")], interview("Goddag.", *TALK))
    assert (moved[-2].placement, moved[-2].reason, moved[-2].nearest) == (LOST, NO_WORDS, "t004")
    assert moved[-1].placement == EXACT


def test_decisions_of_two_codings_are_placed_each_in_its_own_text() -> None:
    first = interview(*TALK)
    now = interview("Goddag, sæt dig ned.", "Tak skal du have.", *TALK)
    then = [quoting(segment.text, segment) for segment in first if segment.text != REFRAIN]
    since = [
        quoting(segment.text, segment, time="2026-05-01T10:00:00+02:00")
        for segment in now
        if segment.text != REFRAIN
    ]

    placed = place_all([*then, *since, quoting(REFRAIN, first[3])], now)

    assert [p.segment_id for p in placed[: len(then)]] == ["t003", "t005", "t007", "t009"]
    assert {p.placement for p in placed[len(then) : -1]} == {EXACT}
    assert placed[-1].segment_id == "t006"


@pytest.mark.parametrize(
    ("quote", "segment_id", "reason"),
    [
        ("Vi var aldrig i Fjordby", "t001", CHANGED),
        ("...", "t001", CHANGED),
        ("", "t009", NO_SEGMENT),
    ],
)
@pytest.mark.parametrize("segments", [interview(LONG), []], ids=["changed", "empty"])
def test_what_cannot_be_found_is_lost_and_left_as_written(
    quote: str, segment_id: str, reason: str, segments: list[Segment]
) -> None:
    decision = decided(segment_id=segment_id, quote=quote, start=7, end=9, placement="")

    assert place(decision, segments) == replace(decision, placement=LOST, reason=reason)


def test_a_row_that_is_lost_already_keeps_its_reason() -> None:
    decision = decided(placement=LOST, reason="row 2: code is empty")

    assert place(decision, interview(LONG)) == decision


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from("ja nej vi kom på torsdag".split()), min_size=1, max_size=8), min_size=1
    ),
    st.data(),
)
def test_in_a_transcript_that_did_not_change_every_decision_is_exact(
    texts: list[list[str]], data: st.DataObject
) -> None:
    segments = interview(*(" ".join(words) for words in texts))
    segment = data.draw(st.sampled_from(segments))
    first = data.draw(st.integers(0, len(segment.text) - 1))
    last = data.draw(st.integers(first + 1, len(segment.text)))
    start, end = segment.start + first, segment.start + last
    decision = decided(
        segment_id=segment.segment_id, quote=segment.text[first:last], start=start, end=end, placement=""
    )

    assert place(decision, segments) == replace(decision, placement=EXACT)


def test_a_decision_on_a_turn_that_is_now_cut_goes_to_its_longest_part() -> None:
    first = Segment("f-1", "t001.1", 10, 22, "Det er godt.")
    second = Segment("f-1", "t001.2", 23, 45, "Men det kommer ikke let")
    other = Segment("f-1", "t003", 60, 62, "de")
    quote = f"{first.text} {second.text}"

    placed = place(decided(start=10, end=45, quote=quote), [first, second, other])

    assert (placed.segment_id, placed.placement) == ("t001.2", MOVED)
