from pathlib import Path

import pandas as pd
import pytest

from interview_coding.decisions import CONFIRMED, DISPUTED, REJECTED, SUGGESTED
from interview_coding.sheet import Interview
from interview_coding.tables import CODINGS, TALLIES
from interview_coding.tallies import tally

INTERVIEWS = [
    Interview(f"f-{number}", Path(f"{number}.txt"), "Fjordby", wave)
    for number, wave in ((1, 2), (2, 2), (3, 1))
]


def coded(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    names = ("interview_id", "segment_id", "code", "status")
    return CODINGS.frame(dict(zip(names, row, strict=True)) for row in rows)


def counts(*rows: tuple[str, str, str, str]) -> dict[tuple[int, str], tuple[int, int, int, int]]:
    """Interviews, interviews with the code, segments and suggested segments by wave and code."""
    return {
        (row["wave"], row["code"]): (
            row["interviews"],
            row["interviews_with_code"],
            row["segments"],
            row["suggested_segments"],
        )
        for row in tally(INTERVIEWS, ["b.x", "a.y"], coded(*rows))
    }


def test_where_nothing_was_found_stands_a_zero() -> None:
    assert counts() == {
        (1, "b.x"): (1, 0, 0, 0),
        (1, "a.y"): (1, 0, 0, 0),
        (2, "b.x"): (2, 0, 0, 0),
        (2, "a.y"): (2, 0, 0, 0),
    }


def test_waves_rise_and_codes_keep_the_codebooks_order() -> None:
    assert list(counts()) == [(1, "b.x"), (1, "a.y"), (2, "b.x"), (2, "a.y")]


def test_interviews_are_counted_once_and_segments_each() -> None:
    found = counts(
        ("f-1", "t001", "b.x", CONFIRMED),
        ("f-1", "t002", "b.x", CONFIRMED),
        ("f-2", "t001", "b.x", CONFIRMED),
        ("f-3", "t001", "b.x", CONFIRMED),
    )

    assert found[2, "b.x"] == (2, 2, 3, 0)
    assert found[1, "b.x"] == (1, 1, 1, 0)
    assert found[2, "a.y"] == (2, 0, 0, 0)


def test_confirmed_and_suggested_are_never_added() -> None:
    found = counts(("f-1", "t001", "b.x", CONFIRMED), ("f-2", "t001", "b.x", SUGGESTED))

    assert found[2, "b.x"] == (2, 1, 1, 1)


@pytest.mark.parametrize("status", [REJECTED, DISPUTED])
def test_what_is_rejected_or_disputed_counts_nowhere(status: str) -> None:
    assert counts(("f-1", "t001", "b.x", status)) == counts()


def test_the_rows_fit_the_table() -> None:
    frame = TALLIES.frame(tally(INTERVIEWS, ["b.x"], coded(("f-1", "t001", "b.x", CONFIRMED))))

    assert list(frame["partnership"]) == ["Fjordby", "Fjordby"]
    assert frame["segments"].tolist() == [0, 1]


def test_no_interviews_give_no_rows() -> None:
    assert list(tally([], ["b.x"], coded())) == []
