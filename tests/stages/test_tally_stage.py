import logging
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from interview_coding.codebook import Codebook
from interview_coding.decisions import COLUMNS
from interview_coding.sheet import Interview
from interview_coding.stages.tally import tally_partnership
from interview_coding.tables import CODINGS, DECISIONS, SEGMENTS, SUGGESTIONS, TALLIES, UNPLACED

Write = Callable[[str, str | bytes], Path]
TEXTS = {"t001": "Vi mødes hver torsdag.", "t002": "Der mangler penge og tid."}
INTERVIEWS = [Interview(f"f-{n}", Path(f"{n}.txt"), "Fjordby", n) for n in (1, 2)]
MORNING = "2026-03-17T10:00:00+01:00"
NOON = "2026-03-17T12:00:00+01:00"


@pytest.fixture
def code(codebook: Codebook) -> str:
    return next(iter(codebook.codes))


@pytest.fixture
def tallied(
    tmp_path: Path, write: Write, codebook: Codebook, code: str
) -> Callable[[], dict[str, pd.DataFrame]]:
    """Two interviews in two waves, where `code` is suggested for the first segment of each."""
    compiled = write("work/codebook.json", codebook.to_json())
    folders = []
    for interview in INTERVIEWS:
        folder = tmp_path / "work" / str(interview.wave)
        folders.append(folder)
        rows = [
            {"interview_id": interview.interview_id, "segment_id": name, "turn": 1, "text": text}
            | {"start": 100 * number, "end": 100 * number + len(text)}
            for number, (name, text) in enumerate(TEXTS.items())
        ]
        SEGMENTS.write(SEGMENTS.frame(rows), folder / "segments.csv")
        suggestion = {"interview_id": interview.interview_id, "segment_id": "t001", "code": code, "rank": 1}
        SUGGESTIONS.write(SUGGESTIONS.frame([suggestion]), folder / "suggestions.csv")

    def run() -> dict[str, pd.DataFrame]:
        output = tmp_path / "out"
        tally_partnership(tmp_path / "project", INTERVIEWS, compiled, folders, output)
        return {t.name: t.read(output / f"{t.name}.csv") for t in (DECISIONS, UNPLACED, CODINGS, TALLIES)}

    return run


@pytest.fixture
def decide(write: Write, code: str) -> Callable[..., Path]:
    """Write a decisions file whose rows give time, segment, quote, decision and, if not `code`, the code."""

    def write_decisions(coder: str, interview: str, *rows: tuple[str, ...]) -> Path:
        lines = ["time,segment_id,quote,decision,code"]
        lines += [",".join([*row[:4], *(row[4:] or [code])]) for row in rows]
        return write(f"project/codings/{coder}/{interview}.csv", "\n".join(lines))

    return write_decisions


Tallied = Callable[[], dict[str, pd.DataFrame]]
Decide = Callable[..., Path]


def test_without_decisions_all_is_suggested(tallied: Tallied, codebook: Codebook, code: str) -> None:
    tables = tallied()

    assert tables["decisions"].empty
    assert list(tables["codings"]["status"]) == ["suggested", "suggested"]
    tallies = tables["tallies"]
    assert len(tallies) == 2 * len(codebook.codes)
    assert tallies["segments"].sum() == 0
    assert tallies[tallies["code"] == code]["suggested_segments"].tolist() == [1, 1]


def test_decisions_of_two_coders_give_codings_and_counts(tallied: Tallied, decide: Decide, code: str) -> None:
    decide("mia", "f-1", (MORNING, "t001", "hver torsdag", "accept"), (MORNING, "t002", "", "add"))
    decide("jonas", "f-1", (MORNING, "t001", "", "accept"), (NOON, "t001", "", "reject"))

    tables = tallied()

    codings = tables["codings"]
    assert list(codings.itertuples(index=False, name=None)) == [
        ("f-1", "t001", 9, 21, code, "jonas;mia", "disputed", ""),
        ("f-1", "t002", 100, 125, code, "mia", "confirmed", ""),
        ("f-2", "t001", 0, 22, code, "", "suggested", ""),
    ]
    counted = tables["tallies"][tables["tallies"]["code"] == code]
    assert counted[["wave", "interviews", "interviews_with_code", "segments", "suggested_segments"]].to_numpy(
        int
    ).tolist() == [[1, 1, 1, 1, 0], [2, 1, 0, 0, 1]]
    assert list(tables["decisions"]["holds"]) == [0, 1, 1, 1]
    assert list(tables["decisions"]["coder"]) == ["jonas", "jonas", "mia", "mia"]


def test_what_has_no_place_is_kept_with_the_reason_and_counts_nowhere(
    tallied: Tallied, decide: Decide
) -> None:
    decide(
        "mia",
        "f-1",
        (MORNING, "t001", "", "accept", "no.such"),
        (MORNING, "t001", "Vi var aldrig i byen", "accept"),
        (MORNING, "t009", "", "accept"),
        (MORNING, "t001", "", "perhaps"),
    )

    tables = tallied()

    assert list(tables["decisions"]["reason"]) == [
        "the codebook has no code no.such",
        "its words stand in no segment of the interview",
        "its segment is gone",
        "row 5: decision perhaps is not one of accept, add, reject, withdraw",
    ]
    assert set(tables["decisions"]["placement"]) == {"lost"}
    assert set(tables["codings"]["status"]) == {"suggested"}
    assert list(tables["unplaced"]["reason"]) == list(tables["decisions"]["reason"])
    assert list(tables["unplaced"]["row"]) == [2, 3, 4, 5]
    assert list(tables["unplaced"]["nearest"]) == ["t001", "t001", "", "t001"]


def test_unplaced_decisions_are_listed_until_they_are_taken_back(tallied: Tallied, decide: Decide) -> None:
    gone = "Vi var aldrig i byen"
    decide(
        "mia",
        "f-1",
        (MORNING, "t001", gone, "accept"),
        (MORNING, "t002", gone, "add"),
        (NOON, "t001", gone, "withdraw"),
    )

    unplaced = tallied()["unplaced"]

    assert list(unplaced["row"]) == [2, 3, 4]
    assert list(unplaced["open"]) == [0, 1, 0]
    assert set(unplaced["quote"]) == {gone}


def test_names_are_masked_in_what_coders_wrote(
    tmp_path: Path, tallied: Tallied, decide: Decide, write: Write
) -> None:
    decide("mia", "f-1", (MORNING, "t001", "Karen var her", "accept"))
    decide("mia", "f-2", (MORNING, "t001", "Karen var her", "accept"))
    tallied()

    def mask(interview_id: str, text: str) -> str:
        return text.replace("Karen", "[Person 1]") if interview_id == "f-1" else text

    folders = [tmp_path / "work" / str(interview.wave) for interview in INTERVIEWS]
    tally_partnership(
        tmp_path / "project", INTERVIEWS, tmp_path / "work/codebook.json", folders, tmp_path / "masked", mask
    )

    for table in (DECISIONS, UNPLACED):
        quotes = table.read(tmp_path / "masked" / f"{table.name}.csv")["quote"]
        assert list(quotes) == ["[Person 1] var her", "Karen var her"]


def test_decisions_of_two_coders_show_each_other_where_the_words_went(
    tallied: Tallied, decide: Decide, write: Write, code: str
) -> None:
    header = "time,segment_id,start,end,quote,decision,code"
    rows = f"{MORNING},t001,300,325,Der mangler penge og tid.,accept,{code}"
    write("project/codings/jonas/f-1.csv", f"{header}\n{rows}")
    write("project/codings/mia/f-1.csv", f"{header}\n{MORNING},t001,312,317,penge,add,{code}")

    decisions = tallied()["decisions"]

    assert list(decisions["segment_id"]) == ["t002", "t002"]
    assert list(decisions["quote"]) == ["Der mangler penge og tid.", "penge"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b"PK\x00\x01",
            "the file codings/mia/f-1.csv is not text in UTF-8, UTF-16 or Windows-1252."
            " Open it in the program that wrote it and save it as text in UTF-8.",
        ),
        (
            b"tid;kode\n1;2\n",
            "the file codings/mia/f-1.csv has no column time, segment_id, code, decision."
            f" Let its first row be {','.join(COLUMNS)}.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_listed_and_the_others_count(
    tallied: Tallied, decide: Decide, write: Write, content: bytes, reason: str
) -> None:
    write("project/codings/mia/f-1.csv", content)
    decide("mia", "f-2", (MORNING, "t001", "", "accept"))

    tables = tallied()

    first, second = tables["decisions"].itertuples()
    assert (first.coder, first.interview_id, first.placement, first.reason) == ("mia", "f-1", "lost", reason)
    assert second.placement == "exact"
    assert list(tables["codings"]["status"]) == ["suggested", "confirmed"]


def test_the_log_tells_of_places_but_quotes_nothing(
    tallied: Tallied, decide: Decide, caplog: pytest.LogCaptureFixture
) -> None:
    decide("mia", "f-1", (MORNING, "t002", TEXTS["t001"], "accept"), (MORNING, "t001", "Ole har gæld", "add"))

    with caplog.at_level(logging.INFO, "interview_coding"):
        tallied()

    assert caplog.messages == [
        "codings/mia/f-1.csv: 1 moved",
        "codings/mia/f-1.csv: 1 lost: its words stand in no segment of the interview",
        "2 decisions; codings: 1 confirmed, 1 suggested",
    ]


def test_decisions_on_other_partnerships_are_left_to_them(tallied: Tallied, decide: Decide) -> None:
    decide("mia", "g-1", (MORNING, "t001", "", "accept"))

    assert tallied()["decisions"].empty
