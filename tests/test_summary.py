from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.sheet import Interview, Sheet
from interview_coding.summary import explain_failure, summarise
from interview_coding.tables import CODINGS, DECISIONS, SUGGESTIONS, TRANSCRIPTS, UNPLACED, Table

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def sheet(write: Write, tmp_path: Path) -> Sheet:
    interviews = [
        Interview(f"f-{n}", write(f"p/interviews/{n}.docx", ""), partnership, wave)
        for n, (partnership, wave) in enumerate((("Fjordby", 1), ("Fjordby", 2), ("Lyngholm", 1)), 1)
    ]
    return Sheet(write("p/interviews.csv", ""), tuple(interviews))


@pytest.fixture
def results(tmp_path: Path, sheet: Sheet) -> Path:
    """The results of a run on three interviews, with nothing to warn of."""
    folder = tmp_path / "results"
    transcripts = [{"interview_id": f"f-{n}", "status": "read", "words": 700} for n in (1, 2, 3)]
    fill(folder, TRANSCRIPTS, *transcripts)
    fill(folder, SUGGESTIONS, *({"interview_id": "f-1", "code": f"a.{n}"} for n in range(3)))
    fill(folder, CODINGS, {"status": "suggested"}, {"status": "confirmed"}, {"status": "rejected"})
    fill(folder, DECISIONS, decision())
    fill(folder, UNPLACED)
    (folder / "synthesis").mkdir()
    for name in ("tvaers", "Fjordby", "Lyngholm"):
        (folder / "synthesis" / f"{name}.docx").touch()
    return folder


def fill(results: Path, table: Table, *rows: dict[str, object]) -> None:
    table.write(table.frame(rows), results / "tables" / f"{table.name}.csv")


def decision(placement: str = "exact", **cells: object) -> dict[str, object]:
    return {"coder": "mia", "interview_id": "f-1", "code": "a.0", "placement": placement, **cells}


def warnings(sheet: Sheet, results: Path) -> list[str]:
    _, _, listed = summarise(sheet, results, results.parent / "private").partition("Warnings: ")
    head, *lines = listed.splitlines()
    assert head == f"{len(lines) or 'none'}."
    return [line.strip() for line in lines]


def test_a_run_is_summed_up(sheet: Sheet, results: Path) -> None:
    assert summarise(sheet, results, results.parent / "private") == "\n".join(
        [
            "",
            "Made from 3 interviews of 2 partnerships in 2 waves (2,100 words):",
            f"  {results / 'synthesis' / 'Fjordby.docx'}",
            f"  {results / 'synthesis' / 'Lyngholm.docx'}",
            f"  {results / 'synthesis' / 'tvaers.docx'}",
            f"  {results / 'tables'} (5 tables), {results / 'figures'}",
            "Suggestions decided on: 2 of 3.",
            "Warnings: none.",
        ]
    )


def test_notes_on_a_transcript_are_told_by_its_file(sheet: Sheet, results: Path) -> None:
    fill(results, TRANSCRIPTS, {"interview_id": "f-2", "words": 1, "notes": "2 footnotes left out"})

    assert warnings(sheet, results) == [f"{sheet.interviews[1].file}: 2 footnotes left out"]


def test_transcripts_that_the_sheet_does_not_list_are_told(sheet: Sheet, results: Path, write: Write) -> None:
    path = write("p/interviews/4.docx", "")

    assert warnings(sheet, results) == [
        f"{path}: is not in the sheet. Add a row to {sheet.path}, or move the file away."
    ]


def test_decisions_under_a_name_that_is_no_interview_are_told(
    sheet: Sheet, results: Path, write: Write
) -> None:
    write("p/codings/mia/f-1.csv", "")
    path = write("p/codings/mia/f-1 (kopi).csv", "")

    assert warnings(sheet, results) == [
        f"{path}: is not counted. Name it codings/<coder>/<interview_id>.csv, or move the file away."
    ]


def test_decisions_without_a_place_are_told_with_their_reasons(sheet: Sheet, results: Path) -> None:
    reasons = ["its segment is gone", "the file is no text. Save it as text.", "its segment is gone"]
    fill(results, DECISIONS, decision(), *(decision("lost", reason=reason) for reason in reasons))
    lost = [{"coder": "mia", "interview_id": "f-1", "reason": reason, "open": 1} for reason in reasons]
    fill(results, UNPLACED, *lost, {**lost[0], "reason": "two places fit equally well", "open": 0})

    file = sheet.path.parent / "codings" / "mia" / "f-1.csv"
    assert warnings(sheet, results) == [
        f"{file}: 2 decisions have no place: its segment is gone. See tables/unplaced.csv.",
        f"{file}: a decision has no place: the file is no text. Save it as text. See tables/unplaced.csv.",
    ]


def test_decisions_that_found_their_words_again_are_counted_by_file(sheet: Sheet, results: Path) -> None:
    moved = [decision("moved")] * 40
    fill(results, DECISIONS, *moved, decision("similar"), decision("moved", coder="jonas"))

    codings = sheet.path.parent / "codings"
    assert warnings(sheet, results) == [
        f"{codings / 'jonas' / 'f-1.csv'}: 1 decision moved along with its words in the corrected text.",
        f"{codings / 'mia' / 'f-1.csv'}: 40 decisions moved along with their words in the corrected text.",
        f"{codings / 'mia' / 'f-1.csv'}: 1 decision stands on words that were changed since."
        " See placement in tables/decisions.csv.",
    ]


def fail(results: Path, batch: str, *ids: str) -> None:
    rows = [
        {"interview_id": i, "status": "unreadable", "problem": "is empty.", "remedy": "Fetch it again."}
        for i in ids
    ]
    path = results / "steps" / "batches" / batch / "transcripts.csv"
    TRANSCRIPTS.write(TRANSCRIPTS.frame([*rows, {"interview_id": "f-9", "status": "read"}]), path)


def test_a_run_that_stopped_names_every_transcript_that_cannot_be_read(sheet: Sheet, results: Path) -> None:
    fail(results, "Fjordby/1", "f-1")
    fail(results, "Lyngholm/1", "f-3")

    assert explain_failure(sheet, results) == "\n".join(
        [
            "",
            "The run stopped: 2 of 3 transcripts cannot be read.",
            f"  {sheet.interviews[0].file}: is empty. Fetch it again.",
            f"  {sheet.interviews[2].file}: is empty. Fetch it again.",
            "Mend them, or take their rows off the sheet, and run again; what is done stays done.",
        ]
    )


def test_a_transcript_that_was_taken_off_the_sheet_is_no_longer_told(sheet: Sheet, results: Path) -> None:
    fail(results, "Fjordby/1", "old-1")

    assert explain_failure(sheet, results) == "\nThe run stopped. The messages above say why."


def test_a_document_of_an_earlier_run_is_told(sheet: Sheet, results: Path) -> None:
    old = results / "synthesis" / "Gammelt navn.docx"
    old.touch()

    assert warnings(sheet, results) == [
        f"{old}: is of an earlier run, not of this sheet. Move it away, so that nobody reads it."
    ]
