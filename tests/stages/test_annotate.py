import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from interview_coding import readers
from interview_coding.readers.base import Reader, Reading
from interview_coding.sheet import Interview
from interview_coding.stages.annotate import annotate, describe_model
from interview_coding.tables import SEGMENTS, SENTENCES, TRANSCRIPTS, TURNS
from interview_coding.text import RESPONDENT, Turn, compose

Write = Callable[[str, str | bytes], Path]

LONG = "Vi mødes kl. 9.30 hver torsdag, f.eks. på biblioteket. Det er hyggeligt. Så går vi hjem osv."
TALK = f"Interviewer: Hvordan går det?\n\nRespondent: {LONG}\n\nInterviewer: Ja.\n\nRespondent: Godt. Ja.\n"
VTT = """WEBVTT

00:01.000 --> 00:03.500
<v Interviewer>Hvordan?

00:04.000 --> 00:09.250
<v Respondent>Godt.
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("model") / "language_model.json"
    describe_model("blank:da", file)
    return file


@pytest.fixture
def run(model: Path, tmp_path: Path) -> Callable[..., Path]:
    """Annotate files as the interviews f-1, f-2 ... and return the folder."""

    def annotated(*files: Path, words: int = 8) -> Path:
        interviews = [Interview(f"f-{n}", file, "Fjordby", 1) for n, file in enumerate(files, 1)]
        annotate(interviews, model, words, tmp_path / "batch", tmp_path / "private")
        return tmp_path / "batch"

    return annotated


def broken_reader(error: Exception) -> Reader:
    def read(_: Path) -> Reading:
        raise error

    return Reader("odd", lambda path, head: head.startswith(b"ODD"), read)


def test_the_model_is_described_as_json(model: Path) -> None:
    described = json.loads(model.read_text(encoding="utf-8"))

    assert described["name"] == "blank:da"
    assert described["components"] == ["danish_sentences", "simplemma_lemmas"]


def test_turns_and_segments_lie_where_the_interviews_text_has_them(
    run: Callable[..., Path], write: Write
) -> None:
    folder = run(write("secret-name.txt", TALK), write("other.vtt", VTT))

    turns, segments = TURNS.read(folder / "turns.csv"), SEGMENTS.read(folder / "segments.csv")
    for interview_id, spoken in turns.groupby("interview_id"):
        text, _ = compose([Turn(row.speaker, row.role, row.text) for row in spoken.itertuples()])
        cut = segments[segments["interview_id"] == interview_id]
        for row in (*spoken.itertuples(), *cut.itertuples()):
            assert text[row.start : row.end] == row.text


def test_only_respondents_are_cut_into_segments_that_keep_their_words(
    run: Callable[..., Path], write: Write
) -> None:
    folder = run(write("a.txt", TALK))

    turns, segments = TURNS.read(folder / "turns.csv"), SEGMENTS.read(folder / "segments.csv")
    spoken = turns[turns["role"] == RESPONDENT]
    assert list(spoken["turn"]) == sorted(set(segments["turn"])) == [2, 4]
    for row in spoken.itertuples():
        parts = segments[segments["turn"] == row.turn]["text"]
        assert " ".join(parts).split() == row.text.split()
        assert parts.str.split().str.len().max() <= 8
    assert list(segments["segment_id"]) == ["t002.1", "t002.2", "t002.3", "t004"]


def test_sentences_stand_by_their_segments(run: Callable[..., Path], write: Write) -> None:
    folder = run(write("a.txt", TALK), words=100)

    segments, sentences = SEGMENTS.read(folder / "segments.csv"), SENTENCES.read(folder / "sentences.csv")
    first = segments.iloc[0]
    found = [
        first.text[row.start - first.start : row.end - first.start]
        for row in sentences[sentences["segment_id"] == "t002"].itertuples()
    ]
    assert found == [
        "Vi mødes kl. 9.30 hver torsdag, f.eks. på biblioteket.",
        "Det er hyggeligt.",
        "Så går vi hjem osv.",
    ]


def test_a_sentence_that_is_cut_stands_in_every_segment_it_reaches(
    run: Callable[..., Path], write: Write
) -> None:
    folder = run(write("a.txt", "Respondent: ja " + "og så gik vi " * 5 + "hjem"), words=10)

    sentences = SENTENCES.read(folder / "sentences.csv")
    segments = SEGMENTS.read(folder / "segments.csv")
    assert len(segments) > 1
    columns = ["segment_id", "start"]
    assert sentences[columns].equals(segments[columns])
    assert (sentences["start"] < sentences["end"]).all()


def test_the_annotated_text_is_that_of_the_turns_in_order(run: Callable[..., Path], write: Write) -> None:
    folder = run(write("a.txt", TALK), write("b.vtt", VTT))

    docs = DocBin().from_disk(folder / "docs.spacy").get_docs(spacy.blank("da").vocab)
    turns = TURNS.read(folder / "turns.csv")
    assert [doc.text for doc in docs] == list(turns["text"])


def test_a_transcript_is_counted(run: Callable[..., Path], write: Write) -> None:
    (row,) = TRANSCRIPTS.read(run(write("a.txt", TALK)) / "transcripts.csv").itertuples()

    assert (row.interview_id, row.status, row.format) == ("f-1", "read", "txt")
    assert (row.turns, row.respondent_turns, row.segments) == (4, 2, 4)
    assert row.words == 3 + len(LONG.split()) + 1 + 2
    assert len(row.sha256) == 64


def test_times_are_carried_along(run: Callable[..., Path], write: Write) -> None:
    folder = run(write("a.vtt", VTT))

    for table in (TURNS, SEGMENTS):
        row = table.read(folder / f"{table.name}.csv").iloc[-1]
        assert (row.time_start, row.time_end) == (4.0, 9.25)


def test_the_same_batch_gives_the_same_bytes(run: Callable[..., Path], write: Write) -> None:
    file = write("a.txt", TALK)
    before = {path.name: path.read_bytes() for path in run(file).iterdir()}

    assert {path.name: path.read_bytes() for path in run(file).iterdir()} == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty."),
        (b"%PDF-1.7 ...", "is a damaged PDF."),
        (b"PK\x03\x04 cut off", "is no whole document"),
        (None, "could not be read (FileNotFoundError)."),
    ],
)
def test_an_unreadable_transcript_is_noted_and_the_others_go_on(
    run: Callable[..., Path],
    write: Write,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    content: bytes | None,
    problem: str,
) -> None:
    bad = tmp_path / "secret-name.docx" if content is None else write("secret-name.docx", content)

    with caplog.at_level(logging.INFO, "interview_coding"):
        folder = run(bad, write("good.txt", TALK))

    first, second = TRANSCRIPTS.read(folder / "transcripts.csv").itertuples()
    assert (first.interview_id, first.status, second.status) == ("f-1", "unreadable", "read")
    assert first.problem.startswith(problem)
    assert first.remedy
    assert set(TURNS.read(folder / "turns.csv")["interview_id"]) == {"f-2"}
    assert_not_named(folder, caplog, "secret-name")


def assert_not_named(folder: Path, caplog: pytest.LogCaptureFixture, *words: str) -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.csv")) + caplog.text
    assert [word for word in words if word in written] == []


@pytest.mark.parametrize("error", [ValueError("Line 3: Ole har gæld"), KeyError("Ole"), RecursionError()])
def test_an_error_within_a_reader_stops_neither_the_batch_nor_tells_what_was_said(
    run: Callable[..., Path],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    chosen: Sequence[Reader] = (broken_reader(error), *readers.READERS)
    monkeypatch.setattr(readers, "READERS", chosen)

    with caplog.at_level(logging.INFO, "interview_coding"):
        folder = run(write("secret-name.odd", "ODD"), write("good.txt", TALK))

    first, second = TRANSCRIPTS.read(folder / "transcripts.csv").itertuples()
    assert first.problem == f"could not be read ({type(error).__name__})."
    assert first.remedy == "Open it in Word and save it anew as .docx."
    assert second.status == "read"
    assert_not_named(folder, caplog, "secret-name", "Ole")


def test_a_batch_in_which_nothing_can_be_read_gives_empty_tables(
    run: Callable[..., Path], write: Write
) -> None:
    folder = run(write("a.docx", b""))

    assert len(TRANSCRIPTS.read(folder / "transcripts.csv")) == 1
    assert SEGMENTS.read(folder / "segments.csv").empty
    assert len(DocBin().from_disk(folder / "docs.spacy")) == 0


def test_progress_is_told_by_interview(
    run: Callable[..., Path], write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "interview_coding"):
        run(write("a.txt", TALK), write("b.docx", b""))

    assert caplog.messages[-2:] == ["[1/2] f-1: txt, 4 turns, 4 segments", "[2/2] f-2: is empty."]
