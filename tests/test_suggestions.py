from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import spacy

from interview_coding.engines import Passage
from interview_coding.suggestions import LEAST_SCORE, by_segment, suggest


class Fixed:
    """A suggester that gives each segment the scores that are written in it."""

    def __init__(self, *thresholds: float) -> None:
        self.codes = [f"t.{number}" for number in range(len(thresholds))]
        self.thresholds = np.array(thresholds)

    def score(self, passages: Sequence[Passage]) -> np.ndarray:
        return np.array([[float(word) for word in passage.text.text.split()] for passage in passages])

    def account(self, passage: Passage, code: str) -> tuple[str, str]:
        return "fixed", f"{code} in {passage.text.text}"


def run(per_segment: str | int, thresholds: tuple[float, ...], *texts: str) -> tuple[list[Any], list[Any]]:
    nlp = spacy.blank("da")
    segments = [("a-1", f"t{n:03d}", Passage(nlp(text)[:])) for n, text in enumerate(texts, 1)]
    return suggest(segments, Fixed(*thresholds), per_segment)  # type: ignore[arg-type]


def shown(per_segment: str | int, thresholds: tuple[float, ...], *texts: str) -> list[tuple[str, str, int]]:
    rows, _ = run(per_segment, thresholds, *texts)
    return [(row["segment_id"], row["code"], row["rank"]) for row in rows]


def test_a_row_says_what_and_why() -> None:
    rows, scores = run("auto", (0.5, 0.5), "0.2 0.9")

    assert rows == [
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
    assert [(row["code"], row["score"]) for row in scores] == [("t.1", 0.9), ("t.0", 0.2)]


def test_auto_shows_each_code_from_its_own_threshold_best_first() -> None:
    texts = ("0.5 0.4 0.8", "0.49 0.3 0.2")
    assert shown("auto", (0.5, 0.3, 0.9), *texts) == [
        ("t001", "t.0", 1),
        ("t001", "t.1", 2),
        ("t002", "t.1", 1),
    ]


def test_auto_shows_all_that_is_probable() -> None:
    assert len(shown("auto", (0.5,) * 9, " ".join(["0.9"] * 9))) == 9


@pytest.mark.parametrize("per_segment", [2, "2"])
def test_a_number_shows_so_many_whatever_their_score(per_segment: str | int) -> None:
    assert shown(per_segment, (0.5,) * 3, "0.0 0.3 0.1") == [("t001", "t.1", 1), ("t001", "t.2", 2)]


def test_a_number_over_that_of_the_codes_shows_them_all() -> None:
    assert [code for _, code, _ in shown(20, (0.5,) * 2, "0.1 0.2")] == ["t.1", "t.0"]


def test_equal_scores_keep_the_order_of_the_codebook() -> None:
    assert [code for _, code, _ in shown(3, (0.5,) * 3, "0.7 0.7 0.7")] == ["t.0", "t.1", "t.2"]


def test_negligible_scores_are_not_written_down() -> None:
    _, scores = run("auto", (0.5,) * 3, f"{LEAST_SCORE} {LEAST_SCORE - 0.001} 0.1")

    assert [row["code"] for row in scores] == ["t.2", "t.0"]


def test_no_segments_give_no_suggestions() -> None:
    assert run("auto", (0.5,)) == ([], [])


def test_a_language_model_raises_what_it_names_and_lowers_the_rest() -> None:
    answers = SimpleNamespace(
        itertuples=lambda: [
            SimpleNamespace(interview_id="a-1", segment_id="t001", code="t.1", quote="så er det"),
            SimpleNamespace(interview_id="a-1", segment_id="t002", code="", quote=""),
        ]
    )
    nlp = spacy.blank("da")
    segments = [("a-1", f"t{n:03d}", Passage(nlp("0.5 0.5")[:])) for n in (1, 2, 3)]

    rows, _ = suggest(segments, Fixed(0.4, 0.4), 2, by_segment(answers))  # type: ignore[arg-type]

    found = [(row["segment_id"], row["code"], round(row["score"], 2), row["engine"]) for row in rows]
    assert found == [
        ("t001", "t.1", 0.75, "fixed+llm"),
        ("t001", "t.0", 0.37, "fixed"),
        ("t002", "t.0", 0.37, "fixed"),
        ("t002", "t.1", 0.37, "fixed"),
        ("t003", "t.0", 0.5, "fixed"),
        ("t003", "t.1", 0.5, "fixed"),
    ]
    assert rows[0]["evidence"].startswith("»så er det«, ")
