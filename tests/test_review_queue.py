from hypothesis import given
from hypothesis import strategies as st

from interview_coding.review_queue import CERTAIN, DOUBTFUL, RARE, review_queue
from interview_coding.tables import SCORES


def frame(*rows: tuple[str, str, float]):
    return SCORES.frame(
        {"interview_id": "a-1", "segment_id": segment, "code": code, "score": score}
        for segment, code, score in rows
    )


def test_certain_doubtful_and_rare_come_by_turns() -> None:
    scores = frame(
        ("t1", "a", 0.95),
        ("t2", "a", 0.9),
        ("t3", "a", 0.5),
        ("t3", "b", 0.45),
        ("t4", "c", 0.2),
        ("t5", "a", 0.6),
        ("t6", "c", 0.1),
    )

    rows = review_queue(scores)

    assert [(row["segment_id"], row["reason"], row["code"]) for row in rows] == [
        ("t1", CERTAIN, "a"),
        ("t3", DOUBTFUL, "a"),
        ("t4", RARE, "c"),
        ("t2", CERTAIN, "a"),
        ("t5", DOUBTFUL, "a"),
        ("t6", RARE, "c"),
    ]
    assert [row["place"] for row in rows] == [1, 2, 3, 4, 5, 6]


def test_among_the_rare_comes_the_code_that_has_come_up_least() -> None:
    often = [(f"t{n}", "often", 0.9 - n / 50) for n in range(6)]

    rows = review_queue(frame(*often, ("t7", "seldom", 0.1), ("t8", "seldom", 0.12)))

    assert [row["segment_id"] for row in rows if row["reason"] == RARE][:1] == ["t8"]


def test_no_scores_make_no_queue() -> None:
    assert review_queue(frame()) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["t1", "t2", "t3", "t4", "t5"]), st.sampled_from("abc"), st.floats(0, 1)),
        unique_by=lambda row: row[:2],
    )
)
def test_every_segment_comes_once_and_always_in_the_same_place(rows: list[tuple[str, str, float]]) -> None:
    queue = review_queue(frame(*rows))

    assert sorted(row["segment_id"] for row in queue) == sorted({segment for segment, _, _ in rows})
    assert queue == review_queue(frame(*rows))
    assert all(any(row["code"] == c and row["segment_id"] == s for s, c, _ in rows) for row in queue)
