from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.tables import CODINGS, SUGGESTIONS, TABLES, TURNS, Table

AWKWARD = [
    "NA",
    "nan",
    "None",
    "",
    '"',
    'a "b" c',
    "a,b",
    "a;b",
    "a\nb",
    "æøå ÆØÅ",
    "=1+1",
    "007",
    " x ",
    "'",
]


def turn(**cells: object) -> dict[str, object]:
    return {"interview_id": "a-1", "turn": 1, "start": 0, "end": 9, "text": "ja", **cells}


def round_trip(table: Table, rows: list[dict[str, object]], path: Path) -> pd.DataFrame:
    table.write(table.frame(rows), path)
    return table.read(path)


@pytest.mark.parametrize("cell", AWKWARD)
def test_awkward_text_survives(tmp_path: Path, cell: str) -> None:
    frame = round_trip(TURNS, [turn(text=cell, speaker=cell)], tmp_path / "turns.csv")

    assert (frame.loc[0, "text"], frame.loc[0, "speaker"]) == (cell, cell)


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
seconds = st.none() | st.integers(0, 10**7).map(lambda thousandths: thousandths / 1000)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "interview_id": text,
            "turn": st.integers(1, 10**6),
            "start": st.none() | st.integers(0, 10**9),
            "text": text,
            "time_start": seconds,
        }
    ),
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_what_is_written_is_read_again_and_gives_the_same_bytes(
    tmp_path: Path, rows: list[dict[str, object]]
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"

    frame = round_trip(TURNS, rows, first)
    TURNS.write(frame, second)

    found = frame[["interview_id", "turn", "start", "text", "time_start"]].astype(object)
    assert found.where(found.notna(), None).to_dict("records") == rows
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_line_ends_within_cells_become_plain_ones(tmp_path: Path, end: str) -> None:
    frame = round_trip(TURNS, [turn(text=f"a{end}b"), turn(text="c")], tmp_path / "turns.csv")

    assert list(frame["text"]) == ["a\nb", "c"]


def test_numbers_have_the_decimals_of_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "suggestions.csv"
    round_trip(SUGGESTIONS, [{"interview_id": "a", "rank": 1, "score": 0.12346, "evidence": "1,5"}], path)

    assert path.read_bytes() == (
        b'interview_id,segment_id,code,rank,score,engine,evidence\na,,,1,0.1235,,"1,5"\n'
    )


def test_missing_numbers_are_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "turns.csv"

    frame = round_trip(TURNS, [turn(time_start=None, end=None), turn(time_start=1.5)], path)

    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["a-1,1,0,,,,ja,,", "a-1,1,0,9,,,ja,1.500,"]
    assert frame["end"].isna().tolist() == [True, False]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_an_empty_table_keeps_its_columns_and_types(tmp_path: Path, table: Table) -> None:
    frame = round_trip(table, [], tmp_path / "table.csv")

    assert list(frame.columns) == list(table.columns)
    assert frame.dtypes.equals(table.frame().dtypes)
    assert frame.empty


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_row_without_any_value_is_kept(tmp_path: Path, table: Table) -> None:
    assert len(round_trip(table, [{}], tmp_path / "table.csv")) == 1


def test_parts_stand_in_the_order_given(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.csv" for name in "bac"]
    for path in paths[:2]:
        CODINGS.write(CODINGS.frame([{"code": path.stem}]), path)
    CODINGS.write(CODINGS.frame(), paths[2])

    frame = CODINGS.concat(paths)

    assert list(frame["code"]) == ["b", "a"]
    assert list(frame.index) == [0, 1]
    assert frame.dtypes.equals(CODINGS.frame().dtypes)


def test_no_parts_give_an_empty_table() -> None:
    assert CODINGS.concat([]).dtypes.equals(CODINGS.frame().dtypes)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "turns.csv"
    round_trip(TURNS, [turn()], path)
    before = path.read_bytes()

    with pytest.raises(KeyError):
        TURNS.write(pd.DataFrame({"turn": [1]}), path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
