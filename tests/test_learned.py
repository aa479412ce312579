import pytest

from interview_coding.learned import decided_segments, examples
from interview_coding.tables import CODINGS, DECIDED, SEGMENTS, TURNS

TURN_ROWS = [
    ("a-1", 1, "interviewer", "Hvem er du?"),
    ("a-1", 2, "respondent", "Karen."),
    ("a-1", 3, "interviewer", "Bager du?"),
    ("a-1", 4, "respondent", "Ja, kage."),
    ("a-1", 5, "respondent", "Og brød."),
    ("b-1", 1, "respondent", "Fisk."),
]


def decided(*codings: tuple[str, str, str, str]):
    turns = TURNS.frame(
        {"interview_id": i, "turn": n, "role": role, "text": text} for i, n, role, text in TURN_ROWS
    )
    segments = SEGMENTS.frame(
        {"interview_id": i, "segment_id": f"t{n}", "turn": n, "text": text}
        for i, n, role, text in TURN_ROWS
        if role == "respondent"
    )
    frame = CODINGS.frame(
        {"interview_id": i, "segment_id": s, "code": code, "status": status} for i, s, code, status in codings
    )
    rows = decided_segments(segments, turns, frame)
    return [(row["interview_id"], row["segment_id"], row["question"], row["codes"]) for row in rows]


def test_settled_segments_come_with_their_codes_and_questions() -> None:
    rows = decided(
        ("a-1", "t4", "mad.kage", "confirmed"),
        ("a-1", "t4", "mad.fisk", "rejected"),
        ("a-1", "t5", "x.y", "suggested"),
    )

    assert rows == [("a-1", "t4", "Bager du?", "mad.kage")]


@pytest.mark.parametrize("status", ["suggested", "disputed"])
def test_a_segment_with_something_open_is_not_settled(status: str) -> None:
    rows = decided(("a-1", "t4", "mad.kage", "confirmed"), ("a-1", "t4", "mad.fisk", status))

    assert "t4" not in [segment for _, segment, _, _ in rows]


def test_in_an_interview_that_was_read_the_rest_carries_no_code() -> None:
    rows = decided(("a-1", "t4", "mad.kage", "confirmed"), ("a-1", "t4", "mad.fisk", "confirmed"))

    assert rows == [
        ("a-1", "t2", "Hvem er du?", ""),
        ("a-1", "t4", "Bager du?", "mad.kage;mad.fisk"),
        ("a-1", "t5", "Bager du?", ""),
    ]


def test_questions_do_not_reach_into_the_next_interview() -> None:
    rows = decided(("b-1", "t1", "mad.fisk", "confirmed"))

    assert rows == [("b-1", "t1", "", "mad.fisk")]


def test_nothing_decided_gives_nothing_to_learn() -> None:
    assert decided() == []
    assert decided(("a-1", "t4", "mad.kage", "suggested")) == []


def test_decided_segments_become_examples() -> None:
    row = {
        "interview_id": "a-1",
        "segment_id": "t4",
        "question": "Bager du?",
        "text": "Ja.",
        "codes": "x.a;x.b",
    }

    coded, uncoded = examples(DECIDED.frame([row, {**row, "segment_id": "t5", "codes": ""}]))

    assert (coded.text, coded.codes, coded.source, coded.question) == (
        "Ja.",
        ("x.a", "x.b"),
        "a-1 t4",
        "Bager du?",
    )
    assert coded.decided
    assert coded.interview == uncoded.interview != ""
    assert uncoded.codes == ()
