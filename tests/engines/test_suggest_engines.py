from collections.abc import Sequence

import numpy as np
import pytest
import spacy
from spacy.tokens import Span

from interview_coding.engines import ENGINES, MOST_SHOWN, suggest


class Fixed:
    """An engine that gives each segment the scores that are written in it."""

    name = "fixed"
    threshold = 0.5

    def __init__(self, count: int) -> None:
        self.codes = [f"t.{number}" for number in range(count)]

    def score(self, segments: Sequence[Span]) -> np.ndarray:
        return np.array([[float(word) for word in segment.text.split()] for segment in segments])

    def evidence(self, segment: Span, code: str) -> str:
        return f"{code} in {segment.text}"


def suggested(per_segment: str | int, *texts: str) -> list[tuple[str, str, int]]:
    nlp = spacy.blank("da")
    segments = [("a-1", f"t{n:03d}", nlp(text)[:]) for n, text in enumerate(texts, 1)]
    rows = suggest(segments, Fixed(len(texts[0].split())), per_segment)
    return [(row["segment_id"], row["code"], row["rank"]) for row in rows]


def test_a_row_says_what_and_why() -> None:
    segment = spacy.blank("da")("0.2 0.9")[:]

    assert list(suggest([("a-1", "t001", segment)], Fixed(2))) == [
        {
            "interview_id": "a-1",
            "segment_id": "t001",
            "code": "t.1",
            "rank": 1,
            "score": 0.9,
            "engine": "fixed",
            "evidence": "t.1 in 0.2 0.9",
        }
    ]


def test_auto_shows_what_reaches_the_threshold_best_first() -> None:
    assert suggested("auto", "0.49 0.5 0.8", "0.1 0.2 0.3") == [("t001", "t.2", 1), ("t001", "t.1", 2)]


def test_auto_shows_no_more_than_a_handful() -> None:
    assert len(suggested("auto", " ".join(["0.9"] * 9))) == MOST_SHOWN


@pytest.mark.parametrize("per_segment", [2, "2"])
def test_a_number_shows_so_many_whatever_their_score(per_segment: str | int) -> None:
    assert suggested(per_segment, "0.0 0.3 0.1") == [("t001", "t.1", 1), ("t001", "t.2", 2)]


def test_a_number_over_that_of_the_codes_shows_them_all() -> None:
    assert [code for _, code, _ in suggested(20, "0.1 0.2")] == ["t.1", "t.0"]


def test_equal_scores_keep_the_order_of_the_codebook() -> None:
    assert [code for _, code, _ in suggested(3, "0.7 0.7 0.7")] == ["t.0", "t.1", "t.2"]


def test_no_segments_give_no_suggestions() -> None:
    assert list(suggest([], Fixed(2))) == []


def test_engines_are_listed_by_their_name() -> None:
    assert {name: engine.name for name, engine in ENGINES.items()} == {"codebook": "codebook"}
