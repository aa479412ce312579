import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.decisions import (
    COLUMNS,
    CONFIRMED,
    DISPUTED,
    EXACT,
    LOST,
    MOVED,
    REJECTED,
    SIMILAR,
    SUGGESTED,
    Coding,
    Decision,
    Segment,
    codings,
    decision_files,
    read_decisions,
    settle,
    still_open,
    stray_files,
)
from interview_coding.errors import InputError
from interview_coding.placing import place_all

Write = Callable[[str, str | bytes], Path]
NAME = "codings/mia/f-1.csv"
TIME = "2026-03-17T10:15:00+01:00"


def row(**cells: str) -> dict[str, str]:
    filled = {"time": TIME, "segment_id": "t001", "code": "a.b", "decision": "accept"}
    return {**dict.fromkeys(COLUMNS, ""), **filled, **cells}


def as_csv(*rows: dict[str, str], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def decided(**values: object) -> Decision:
    base = Decision(TIME, "mia", "f-1", "t001", None, None, "", "a.b", "accept", placement=EXACT)
    return replace(base, **values)  # type: ignore[arg-type]


def interview(*texts: str) -> list[Segment]:
    segments, position = [], 3
    for number, text in enumerate(texts, 1):
        segments.append(Segment("f-1", f"t{number:03d}", position, position + len(text), text))
        position += len(text) + 5
    return segments


# Reading


def test_a_row_is_read_as_written(write: Write) -> None:
    file = write(
        NAME,
        as_csv(
            row(
                coder="mia",
                interview_id="f-1",
                start="10",
                end="20",
                quote='Ja, "nok"',
                memo="Se også\nt002",
                codebook_version="0.1.0",
                suggestion_score="0.25",
            )
        ),
    )

    assert read_decisions(file) == [
        Decision(
            TIME,
            "mia",
            "f-1",
            "t001",
            10,
            20,
            'Ja, "nok"',
            "a.b",
            "accept",
            "Se også\nt002",
            "0.1.0",
            0.25,
        )
    ]


def test_a_file_that_excel_saved_is_read_alike(write: Write) -> None:
    cells = row(start="10", end="20", quote="Søren sagde; ja", suggestion_score="0,25")
    plain = read_decisions(write(NAME, as_csv({**cells, "suggestion_score": "0.25"})))

    mangled = as_csv(cells, row(**dict.fromkeys(COLUMNS, "")), delimiter=";")

    assert read_decisions(write(NAME, b"\xef\xbb\xbf" + mangled.encode())) == plain
    assert read_decisions(write(NAME, mangled.encode("cp1252"))) == plain
    assert read_decisions(write(NAME, b"\xff\xfe" + mangled.encode("utf-16-le"))) == plain


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"code": ""}, "code is empty"),
        ({"time": "", "segment_id": ""}, "time is empty; segment_id is empty"),
        ({"decision": "maybe"}, "decision maybe is not one of accept, add, reject, withdraw"),
        (
            {"time": "17-03-2026 10:15"},
            "time 17-03-2026 10:15 is not a date and time such as 2026-03-17T10:15:00+01:00",
        ),
        ({"coder": "jonas"}, "coder is jonas, but the file is mia's"),
        ({"interview_id": "f-2"}, "interview_id is f-2, but the file is f-1's"),
        ({"start": "first"}, "start first is not a number"),
        ({"end": "nan"}, "end nan is not a number"),
        ({"start": "1e999"}, "start 1e999 is not a number"),
        ({"suggestion_score": "high"}, "suggestion_score high is not a number"),
    ],
)
def test_a_row_that_cannot_be_understood_is_kept_with_the_reason(
    write: Write, cells: dict[str, str], reason: str
) -> None:
    first, second = read_decisions(write(NAME, as_csv(row(), row(**cells))))

    assert (first.placement, first.reason, first.row) == ("", "", 2)
    assert (second.placement, second.reason) == (LOST, f"row 3: {reason}")


def test_a_comma_that_was_not_quoted_is_told(write: Write) -> None:
    file = write(NAME, f"time,segment_id,code,decision,memo\n{TIME},t001,a.b,accept,ja, nok\n")

    (decision,) = read_decisions(file)

    assert decision.reason == "row 2: it has more cells than the header"


def test_a_short_row_and_unknown_columns_are_taken_as_they_are(write: Write) -> None:
    file = write(NAME, f"Decision,Code,Segment_ID,Time,mood,memo\nadd,a.b,t001,{TIME},glad\n")

    assert read_decisions(file) == [decided(decision="add", placement="")]


def test_a_missing_column_is_named(write: Write) -> None:
    file = write(NAME, f"time,segment,code\n{TIME},t001,a.b\n")

    with pytest.raises(InputError) as caught:
        read_decisions(file)

    (problem,) = caught.value.problems
    assert str(problem) == (
        f"{file}, row 1: has no column segment_id, decision. Let its first row be {','.join(COLUMNS)}."
    )


def test_a_file_without_a_header_is_told_so_that_its_first_row_is_not_lost(write: Write) -> None:
    file = write(NAME, as_csv(row(), row()).partition("\n")[2])

    with pytest.raises(InputError, match="has no column time, segment_id, code, decision"):
        read_decisions(file)


@pytest.mark.parametrize("content", ["", "\n\n", ",".join(COLUMNS) + "\n"])
def test_a_file_without_rows_holds_no_decisions(write: Write, content: str) -> None:
    assert read_decisions(write(NAME, content)) == []


def test_a_file_that_is_no_text_is_told(write: Write) -> None:
    with pytest.raises(InputError, match="is not text"):
        read_decisions(write(NAME, b"PK\x00\x01"))


cell = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
odd_rows = st.fixed_dictionaries(
    {
        name: st.just(row()[name]) | cell | st.sampled_from(["-1", "1,5", "inf", "nan", "9" * 30, "accept"])
        for name in COLUMNS
    }
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(odd_rows, max_size=6))
def test_every_row_read_is_in_the_output(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    file = tmp_path / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_csv(*rows), encoding="utf-8", newline="")
    segments = interview("Ja, det kan man godt sige.", "Nej.")

    settled = settle(place_all(read_decisions(file), segments))

    filled = [cells for cells in rows if any(value.strip() for value in cells.values())]
    assert [d.memo for d in settled] == [cells["memo"].strip() for cells in filled]
    assert all(bool(d.reason) == (d.placement == LOST) for d in settled)
    assert all(d.placement in (EXACT, MOVED, SIMILAR, LOST) for d in settled)


# Files


def test_decision_files_are_those_of_the_interviews_by_coder(write: Write, tmp_path: Path) -> None:
    for name in ("mia/f-2.csv", "mia/f-1.csv", "jonas/f-2.csv", "mia/g-1.csv"):
        write(f"codings/{name}", "")

    found = decision_files(tmp_path, ["f-1", "f-2"])

    assert [str(path.relative_to(tmp_path / "codings")) for path in found] == [
        "jonas/f-2.csv",
        "mia/f-1.csv",
        "mia/f-2.csv",
    ]


def test_files_that_nobody_would_count_are_found(write: Write, tmp_path: Path) -> None:
    strays = ["f-1.csv", "mia/f-1 (kopi).csv", "mia/f-1.xlsx", "mia/old/f-1.csv"]
    for name in (*strays, "mia/f-1.csv", "mia/.DS_Store", "mia/~$f-1.xlsx"):
        write(f"codings/{name}", "")

    found = stray_files(tmp_path, ["f-1"])

    assert [str(path.relative_to(tmp_path / "codings")) for path in found] == sorted(strays)


def test_a_project_without_codings_has_no_files(tmp_path: Path) -> None:
    assert decision_files(tmp_path, ["f-1"]) == stray_files(tmp_path, ["f-1"]) == []


# Settling


def holds(*decisions: Decision) -> list[bool]:
    return [decision.holds for decision in settle(decisions)]


def test_the_latest_decision_holds_by_time() -> None:
    later = "2026-03-17T12:00:00+01:00"

    assert holds(decided(time=later, decision="reject"), decided()) == [True, False]


def test_times_are_compared_across_zones() -> None:
    assert holds(decided(time="2026-03-17T10:00:00+01:00"), decided(time="2026-03-17T09:30:00Z")) == [
        False,
        True,
    ]
    assert holds(decided(time="2026-03-17T10:00:00"), decided(time="2026-03-17T10:30:00+01:00")) == [
        True,
        False,
    ]


def test_at_the_same_time_the_later_row_holds() -> None:
    assert holds(decided(), decided(decision="withdraw"), decided(decision="reject")) == [False, False, True]


@pytest.mark.parametrize(
    "other", [{"coder": "jonas"}, {"segment_id": "t002"}, {"code": "a.c"}, {"interview_id": "f-2"}]
)
def test_each_coder_segment_and_code_has_a_decision_of_its_own(other: dict[str, str]) -> None:
    assert holds(decided(), decided(**other)) == [True, True]


def test_what_is_lost_never_holds() -> None:
    assert holds(decided(), decided(time="2027-01-01", placement=LOST)) == [True, False]


# What is still open


def lost(row: int, **values: object) -> Decision:
    return decided(placement=LOST, quote="Ja.", row=row, **values)


def test_what_is_lost_is_open_until_a_later_row_takes_it_back() -> None:
    later = {"time": "2026-03-18T10:00:00+01:00"}

    assert still_open([lost(2), lost(3, coder="jonas")]) == [True, True]
    assert still_open([lost(2), lost(3, decision="reject", **later)]) == [False, True]
    assert still_open([lost(2), lost(3, decision="withdraw", **later)]) == [False, False]
    assert still_open([lost(2), lost(3, decision="withdraw", code="a.c", **later)]) == [True, True]


def test_rows_that_cannot_be_understood_are_all_open() -> None:
    rows = [lost(2, time=""), lost(3, time=""), lost(4, code=""), lost(5, decision="maybe")]

    assert still_open(rows) == [True] * 4


# Codings

SEGMENTS = interview("Ja, vi kom.", "Nej, aldrig.")


def drawn(*decisions: Decision, suggested: Sequence[tuple[str, str, str]] = ()) -> list[Coding]:
    return codings(settle(decisions), suggested, SEGMENTS)


@pytest.mark.parametrize(
    ("mia", "jonas", "status"),
    [
        ("accept", None, CONFIRMED),
        ("add", None, CONFIRMED),
        ("accept", "add", CONFIRMED),
        ("accept", "withdraw", CONFIRMED),
        ("accept", "reject", DISPUTED),
        ("reject", "reject", REJECTED),
        ("reject", None, REJECTED),
        ("withdraw", None, SUGGESTED),
        (None, None, SUGGESTED),
    ],
)
def test_a_coding_stands_as_the_coders_decided(mia: str | None, jonas: str | None, status: str) -> None:
    made = [decided(coder=c, decision=d) for c, d in (("mia", mia), ("jonas", jonas)) if d]

    (coding,) = drawn(*made, suggested=[("f-1", "t001", "a.b")])

    assert coding.status == status
    assert coding.coders == tuple(sorted(d.coder for d in made if d.decision != "withdraw"))


def test_what_was_withdrawn_and_is_not_suggested_is_no_coding() -> None:
    assert drawn(decided(decision="add"), decided(decision="withdraw")) == []


def test_a_coding_spans_what_the_coders_marked() -> None:
    start = SEGMENTS[0].start
    marked = [
        decided(start=start + 4, end=start + 6),
        decided(coder="jonas", start=start + 7, end=start + 10),
        decided(coder="lise", decision="reject", start=start, end=start + 1),
    ]

    (coding,) = drawn(*marked)

    assert (coding.start, coding.end) == (start + 4, start + 10)


@pytest.mark.parametrize("decisions", [(), (decided(decision="reject", start=4, end=5),)])
def test_where_nobody_marked_words_the_coding_spans_the_segment(decisions: tuple[Decision, ...]) -> None:
    (coding,) = drawn(*decisions, suggested=[("f-1", "t001", "a.b")])

    assert (coding.start, coding.end) == (SEGMENTS[0].start, SEGMENTS[0].end)


def test_memos_are_kept_with_their_coders() -> None:
    (coding,) = drawn(
        decided(memo="Tydeligt"),
        decided(coder="jonas", memo="Nej", decision="reject"),
        decided(coder="lise"),
    )

    assert coding.memo == "mia: Tydeligt | jonas: Nej"


def test_codings_stand_in_the_order_of_the_segments_and_then_by_code() -> None:
    suggested = [("f-1", "t002", "a.a"), ("f-1", "t001", "b.b"), ("f-1", "t001", "a.c")]

    keys = [(coding.segment_id, coding.code) for coding in drawn(decided(), suggested=suggested)]

    assert keys == [("t001", "a.b"), ("t001", "a.c"), ("t001", "b.b"), ("t002", "a.a")]


def test_decisions_that_do_not_hold_leave_no_trace() -> None:
    assert drawn(decided(placement=LOST, segment_id="t999")) == []


def test_the_rows_before_a_break_in_a_file_count(write: Write) -> None:
    whole = as_csv(row(quote="Ja da"), row(segment_id="t002", quote="Nej, aldrig"))

    first, broken = read_decisions(write(NAME, whole.replace('"Nej, aldrig"', '"Nej, ald')))

    assert (first.quote, first.placement) == ("Ja da", "")
    assert broken.placement == LOST
    assert broken.reason.startswith("row 3 and what follows it cannot be read: it has a quotation mark")
