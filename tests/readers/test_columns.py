from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.readers.columns import (
    has_headings,
    is_conversation,
    lines_from_rows,
    without_remarks,
)
from interview_coding.text import Line

HVAD = "Hvad laver du her til daglig?"
TJA = "Jeg hjælper til i den lille butik."


def rows(*texts: str) -> list[list[list[Line]]]:
    """Make rows of cells from ``a | b``; ``/`` parts the lines of a cell."""
    return [
        [[Line(line.strip()) for line in cell.split("/") if line.strip()] for cell in row.split("|")]
        for row in texts
    ]


def said(*texts: str) -> list[tuple[str | None, str]]:
    return [(line.speaker, line.text) for line in lines_from_rows(rows(*texts))]


CONVERSATION = [("Anna", HVAD), ("Bo", TJA), ("Anna", "Nå?")]


@pytest.mark.parametrize(
    "table",
    [
        [f"Anna | {HVAD}", f"Bo | {TJA}", "Anna | Nå?"],
        [f"Anna: | {HVAD}", f"Bo: | {TJA}", "Anna: | Nå?"],
        [f"{HVAD} | Anna", f"{TJA} | Bo", "Nå? | Anna"],
        ["Taler | Tekst", f"Anna | {HVAD}", f"Bo | {TJA}", "Anna | Nå?"],
        ["Deltager: | Udsagn", f"Anna | {HVAD}", f"Bo | {TJA}", "Anna | Nå?"],
        ["Nr. | Taler | Tekst", f"1 | Anna | {HVAD}", f"2. | Bo | {TJA}", "3 | Anna | Nå?"],
        [f"Anna | {HVAD}", "|", f"Bo | {TJA}", "Anna | Nå?"],
    ],
    ids=["plain", "colons", "speaker last", "heading", "other heading", "numbered", "empty row"],
)
def test_a_column_of_recurring_labels_names_the_speakers(table: list[str]) -> None:
    assert said(*table) == CONVERSATION


@pytest.mark.parametrize(
    "table",
    [
        ["Tid | Taler | Tekst", f"00:00:04 | Anna | {HVAD}", f"0:09 | Bo | {TJA}", "[00:12] | Anna | Nå?"],
        [f"Anna 0:04 | {HVAD}", f"Bo (0:09) | {TJA}", "Anna / 0:12 | Nå?"],
        [f"Anna | 0:04 | {HVAD}", f"Bo | 0:09 | {TJA}", "Anna | 0:12 | Nå?"],
    ],
    ids=["column", "beside the name", "between"],
)
def test_times_are_read_from_a_column_or_beside_the_name(table: list[str]) -> None:
    lines = list(lines_from_rows(rows(*table)))
    assert [(line.speaker, line.text) for line in lines] == CONVERSATION
    assert [line.time_start for line in lines] == [4, 9, 12]


def test_two_columns_of_times_are_beginning_and_end() -> None:
    table = rows(f"0:04 | 0:08 | I | {HVAD}", f"0:09 | 0:14 | R | {TJA} / Ja.")
    times = [(line.time_start, line.time_end) for line in lines_from_rows(table)]
    assert times == [(4, 8), (9, 14), (None, None)]


def test_short_tables_need_usual_labels() -> None:
    assert said(f"I | {HVAD}", f"R1 | {TJA}") == [("I", HVAD), ("R1", TJA)]


@pytest.mark.parametrize("heads", ["Spørgsmål | Svar", "Interviewer: | Informant:"])
def test_a_column_per_speaker(heads: str) -> None:
    first, second = (head.strip().rstrip(":") for head in heads.split("|"))
    assert said(heads, f"{HVAD} | {TJA} / Ja.", "Nå? |", " | | note") == [
        (first, HVAD),
        (second, TJA),
        (second, "Ja."),
        (first, "Nå?"),
        (None, "note"),
    ]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (["Navn | Anna", "Dato | 3. maj"], ["Navn", "Anna", "Dato", "3. maj"]),
        (["Interviewer | Anna", "Informant | Bo"], ["Interviewer", "Anna", "Informant", "Bo"]),
        (["Person | Navn"], ["Person", "Navn"]),
        ([f"{HVAD} | {TJA}", "Og hvad så nu? | Det ved jeg ikke."], None),
        (["en", "to"], ["en", "to"]),
        (["1 | 0:12", "2 | 0:14"], ["1", "0:12", "2", "0:14"]),
        (["|", ""], []),
        ([], []),
    ],
    ids=["facts", "names", "only a heading", "questions", "one column", "no speech", "empty", "nothing"],
)
def test_other_tables_are_given_as_they_stand(table: list[str], lines: list[str] | None) -> None:
    expected = lines if lines is not None else [cell.strip() for row in table for cell in row.split("|")]
    assert said(*table) == [(None, text) for text in expected]


def test_a_row_without_a_speaker_has_none() -> None:
    table = [f"Anna | {HVAD}", f"Bo | {TJA}", "| Og en linje til her.", "Anna | Nå?"]
    assert said(*table)[2] == (None, "Og en linje til her.")


def test_remarks_between_the_rows_and_in_other_columns_are_kept() -> None:
    times = [f"0:0{n} | {name} | {text}" for n, name, text in ((1, "Anna", HVAD), (2, "Bo", TJA))]
    table = [
        *times,
        *times,
        *times,
        "pause | Anna | Nå? | kode 4",
        "0:09 | Vi holder pause, fordi telefonen ringer. |",
        "0:10",
        "0:11 | Bo |",
    ]
    assert said(*table)[6:] == [
        ("Anna", "Nå?"),
        ("Anna", "pause"),
        ("Anna", "kode 4"),
        (None, "Vi holder pause, fordi telefonen ringer."),
    ]


def test_bold_says_nothing_in_a_conversation() -> None:
    cells = [[[Line("Anna", bold=4)], [Line(HVAD, bold=29)]], [[Line("Anna", bold=4)], [Line(TJA)]]]
    assert [line.bold for line in lines_from_rows(cells)] == [0, 0]


@pytest.mark.parametrize(
    "table",
    [
        ["Speaker Name | Text", f"Anna | {HVAD}"],
        ["Tekst | Taler", "Ja | Anna", "Nej | Anna Holm fra foreningen i byen"],
        ["Tid | Tekst", f"0:01 | {HVAD}", f"0:04 | {TJA}"],
    ],
)
def test_headings_say_what_the_columns_hold(table: list[str]) -> None:
    assert is_conversation(rows(*table))
    column = 0 if table[0].startswith("Tekst") else 1
    assert [text for _, text in said(*table)] == [row.split(" | ")[column] for row in table[1:]]


@pytest.mark.parametrize("table", [["Tekst | Taler"], ["en", "to"], ["Udgift | Pris", "Kaffe | 12"], []])
def test_other_tables_are_no_conversation(table: list[str]) -> None:
    assert not is_conversation(rows(*table))


def test_times_in_an_unknown_unit_are_no_speech() -> None:
    lines = list(lines_from_rows(rows("start | end | text", f"0 | 1200 | {HVAD}", f"1200 | 90 | {TJA}")))
    assert [(line.text, line.time_start) for line in lines] == [(HVAD, None), (TJA, None)]


def test_remarks_under_a_heading_are_taken_off_and_counted() -> None:
    table = rows("Taler | Tekst | Kode", f"Anna | {HVAD} | x", f"Bo | {TJA} |")
    without, count = without_remarks(table)
    assert (list(lines_from_rows(without)), count) == (
        list(lines_from_rows(rows("Taler | Tekst", f"Anna | {HVAD}", f"Bo | {TJA}"))),
        1,
    )
    assert without_remarks(table[1:]) == (table[1:], 0)


def test_a_heading_needs_a_column_of_speech() -> None:
    assert has_headings(["Taler:", "", "TEKST"])
    assert not has_headings(["Taler", "Tid"])
    assert not has_headings(["Tekst"])
    assert not has_headings(["Tekst", "Pris"])


CELLS = st.lists(st.text("abÅ.", min_size=1, max_size=4), max_size=3).map(
    lambda words: [Line(" ".join(words))] if words else []
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=6))
def test_no_word_is_lost_but_labels_that_say_nothing(table: list[list[list[Line]]]) -> None:
    speaking = [row for row in table if sum(map(bool, row)) > 1]
    written = {word for row in speaking for cell in row for line in cell for word in line.text.split()}
    lines = list(lines_from_rows(table))
    assert written <= {word for line in lines for word in f"{line.text} {line.speaker or ''}".split()}
