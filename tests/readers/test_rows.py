from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.rows import TABLE, WORKBOOK

Write = Callable[[str, str | bytes], Path]

HVAD = "Hvad laver du her til daglig?"
TJA = "Jeg hjælper til i den lille butik; altså sådan til daglig."
ROWS = [["Taler", "Tekst"], ["I", HVAD], ["R", TJA], ["I", "Nå?"]]
SAID = [("I", HVAD), ("R", TJA), ("I", "Nå?")]


def said(path: Path) -> list[tuple[str | None, str]]:
    reader = WORKBOOK if WORKBOOK.detects(path, path.read_bytes()[:4096]) else TABLE
    assert reader.detects(path, path.read_bytes()[:4096])
    return [(line.speaker, line.text) for line in reader.read(path).lines]


def as_csv(rows: list[list[str]], delimiter: str = ";") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def workbook(*sheets: list[list[Any]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_programs_write_it(write: Write, delimiter: str, encoding: str) -> None:
    assert said(write("a.txt", as_csv(ROWS, delimiter).encode(encoding))) == SAID


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_heading_is_not_needed_where_every_row_has_a_speaker(write: Write, delimiter: str) -> None:
    assert said(write("a.csv", as_csv(ROWS[1:], delimiter))) == SAID


def test_excel_may_be_told_the_delimiter(write: Write) -> None:
    assert said(write("a.csv", "sep=|\n" + as_csv(ROWS, "|"))) == SAID


def test_a_cell_may_hold_lines_and_be_long(write: Write) -> None:
    long = "ord " * 50_000
    rows = [["Taler", "Tekst"], ["I", "Hvad?\nHvorfor?"], ["R", long]]
    before = csv.field_size_limit()
    assert said(write("a.csv", as_csv(rows))) == [("I", "Hvad?"), ("I", "Hvorfor?"), ("R", long.strip())]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    "text",
    [
        "I: Hvad?\nR: Tja, det ved jeg ikke.",
        "Anna, hvad synes du?\nAnna, kom nu.\nAnna, sig noget.\nBo, hvad siger du?",
        "Ja; det er rigtigt\nNej\nJo; det er det; altså",
        "Tid, taler og tekst\nI: Hvad?",
        'I;"Hvad\nR;Tja\nI;Nå',
        "I\tHvad?\nR\tTja\tog\tmere\nI\tNå?\n",
        ";",
        "",
    ],
)
def test_plain_text_is_no_table(write: Write, text: str) -> None:
    path = write("a.csv", text)
    assert not TABLE.detects(path, text.encode())


def test_times_and_remarks(write: Write) -> None:
    rows = [
        ["Start", "Slut", "Taler", "Tekst", "Kommentar"],
        ["0:01", "0:04", "I", HVAD, "venlig"],
        ["4.5", "9.25", "R", TJA, ""],
    ]
    reading = TABLE.read(write("a.csv", as_csv(rows)))
    assert [(line.text, line.time_start, line.time_end) for line in reading.lines] == [
        (HVAD, 1, 4),
        (TJA, 4.5, 9.25),
    ]
    assert reading.notes == ("left out: 1 cells of codes or comments",)


def test_without_speakers_the_rows_run_on(write: Write) -> None:
    transcript = read_transcript(
        write("a.tsv", "start\tend\ttext\n0\t1200\tVi startede\n1200\t2400\ti maj.\n")
    )
    assert [turn.text for turn in transcript.turns] == ["Vi startede i maj."]


NO_SPEECH = (
    "has no column of which it is clear that it holds what was said. "
    "Head the columns with Taler and Tekst (and Tid), and give every turn a row."
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            'Taler;Tekst\nI;"Hvad?\nR;Tja',
            "has a quotation mark that is not closed, or stands inside a quoted cell. "
            "Close it; inside a quoted cell, write it twice.",
        ),
        ("Taler;Tekst\n", NO_SPEECH),
        (saved(workbook([["Udgift", "Beløb"], ["Kaffe", 12], ["Te", 9]])), NO_SPEECH),
        (saved(workbook([["x"]]))[:2000], None),
    ],
    ids=["quotation mark", "heading", "budget", "cut"],
)
def test_what_is_no_conversation_is_refused(write: Write, content: str | bytes, message: str | None) -> None:
    path = write("a.xlsx", content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    if message:
        assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


def test_a_workbook_of_one_column_is_text(write: Write) -> None:
    path = write("a.xlsx", saved(workbook([[f"I: {HVAD}"], [None], [f"R: {TJA}"]])))
    assert said(path) == [(None, f"I: {HVAD}"), (None, f"R: {TJA}")]


def test_the_sheet_with_the_conversation_is_read(write: Write) -> None:
    notes = [["Noter " * 40, "og mere"], ["Husk", "kaffe"]]
    book = workbook(notes, ROWS, [])
    path = write("a.docx", saved(book))
    assert said(path) == SAID
    assert WORKBOOK.read(path).notes == ("left out: 1 other sheets",)


def test_what_is_hidden_or_beside_the_cells_is_left_out_and_counted(write: Write) -> None:
    book = workbook([[*row, "skjult"] for row in ROWS], [["I", "hemmeligt"]])
    sheet = book.worksheets[0]
    sheet["A2"].comment = Comment("Husk", "nogen")
    sheet.append(["R", "Slet det her.", "x"])
    sheet.row_dimensions[5].hidden = True
    sheet["C1"] = "Tid"
    sheet.column_dimensions["C"].hidden = True
    sheet.append(["R", "=1+1"])
    book.worksheets[1].sheet_state = "hidden"
    path = write("a.xlsx", saved(book))
    assert said(path) == SAID
    assert WORKBOOK.read(path).notes == (
        "left out: 1 comments",
        "left out: 1 formulas without a saved value",
        "left out: 1 hidden columns",
        "left out: 1 hidden rows",
        "left out: 1 hidden sheets",
    )


def test_excels_own_times_and_numbers(write: Write) -> None:
    rows = [
        ["Nr", "Tid", "Taler", "Tekst"],
        [1, datetime.time(0, 0, 7), "I", HVAD],
        [2, datetime.timedelta(minutes=61, seconds=5), "R", 2.0],
        [3, datetime.time(0, 2), "R", datetime.datetime(2025, 3, 17)],
    ]
    lines = WORKBOOK.read(write("a.xlsx", saved(workbook(rows)))).lines
    assert [(line.time_start, line.text) for line in lines] == [
        (7, HVAD),
        (3665, "2"),
        (120, "2025-03-17 00:00:00"),
    ]


def test_cells_far_apart_are_refused(write: Write) -> None:
    book = workbook(ROWS)
    book.worksheets[0]["XFD1048576"] = "x"
    path = write("a.xlsx", saved(book))
    with pytest.raises(InputError, match="far more cells"):
        read_transcript(path)


def test_far_too_many_rows_are_refused(write: Write) -> None:
    with pytest.raises(InputError, match="far more cells"):
        read_transcript(write("a.csv", "Taler;Tekst\n" + "I;Nå\n" * 100_001))


def test_a_bomb_is_refused(write: Write) -> None:
    data = io.BytesIO(saved(workbook(ROWS)))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet9.xml", b" " * 50_000_000)
    with pytest.raises(InputError, match="far more than a transcript"):
        read_transcript(write("a.xlsx", data.getvalue()))
