from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.base import Reading
from interview_coding.readers.whisper import READER

Write = Callable[[str, str | bytes], Path]
Read = Callable[[Any], Reading]
REMEDY = "Have the program that wrote it write .vtt, .srt or .txt."


@pytest.fixture
def read(write: Write) -> Read:
    def read_content(content: Any) -> Reading:
        path = write("a.json", content if isinstance(content, str) else json.dumps(content))
        assert READER.detects(path, path.read_bytes()[:4096])
        return READER.read(path)

    return read_content


def segment(text: Any, start: Any = 1, end: Any = 2.5, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text, **more}


HEJ = [(None, "Hej", 1.0, 2.5)]
ANNA = [("Anna", "Hej", 1.0, 2.5)]
ONE = [("Speaker 1", "Hej", 1.0, 2.5)]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ({"text": " Hej", "segments": [segment(" Hej")], "language": "da"}, HEJ),
        ([segment(" Hej")], HEJ),
        ({"segments": [segment(" <|1.00|> Hej", "0:01", "00:00:02,500")]}, HEJ),
        ({"segments": [segment("Hej", speaker="Anna")]}, ANNA),
        ({"segments": [{"start": 1, "end": 2.5, "speaker": "Anna", "words": [{"text": "Hej"}]}]}, ANNA),
        (
            {
                "transcription": [
                    {
                        "timestamps": {"from": "00:00:01,000", "to": "00:00:02,500"},
                        "text": " Hej",
                        "speaker": "1",
                    }
                ]
            },
            ONE,
        ),
        (
            {"transcription": [{"offsets": {"from": 1000}, "text": "(speaker 1) Hej"}]},
            [("Speaker 1", "Hej", None, None)],
        ),
        ({"text": "Hej", "chunks": [{"timestamp": [1.0, 2.5], "text": " Hej"}]}, HEJ),
        (
            {
                "speakers": [{"speaker": "Anna", "timestamp": [1.0, 2.5], "text": "Hej"}],
                "chunks": [{"timestamp": [1.0, 2.5], "text": "Hej"}],
            },
            ANNA,
        ),
        (
            {
                "version": "1",
                "entries": [
                    {
                        "text": "Hej",
                        "speakerDisplayName": "Anna",
                        "startOffset": "00:00:01",
                        "endOffset": "00:00:02.5",
                    }
                ],
            },
            ANNA,
        ),
        (
            {
                "phrases": [
                    {"speaker": 1, "offsetMilliseconds": 1000, "durationMilliseconds": 1500, "text": "Hej"}
                ]
            },
            ONE,
        ),
        (
            {
                "recognizedPhrases": [
                    {
                        "speaker": 1,
                        "offsetInTicks": 10_000_000,
                        "durationInTicks": 15_000_000,
                        "nBest": [{"display": "Hej"}, {"display": "Haj"}],
                    }
                ]
            },
            ONE,
        ),
        ({"text": "Hej\n\nJa"}, [(None, "Hej", None, None), (None, "Ja", None, None)]),
    ],
    ids=(
        "openai,list,clocks,whisperx,words,cpp,cpp diarised,transformers,insanely fast,"
        "teams,azure,azure batch,text"
    ).split(","),
)
def test_every_kind(
    read: Read, content: Any, lines: list[tuple[str | None, str, float | None, float | None]]
) -> None:
    reading = read(content)
    found = [(line.speaker, line.text, line.time_start, line.time_end) for line in reading.lines]
    assert (found, reading.notes) == (lines, ())
    assert all(line.cue for line in reading.lines)


def words(*said: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [
        {"word": word, "start": n, "end": n + 0.5} | ({"speaker": speaker} if speaker else {})
        for n, (word, speaker) in enumerate(said)
    ]


def test_a_segment_in_which_speakers_change_is_cut(read: Read) -> None:
    said = words(("Hvad", "A"), ("laver", "A"), ("du?", None), ("Ikke", "B"), ("noget.", "B"))
    lines = read({"segments": [segment(" Hvad laver du? Ikke noget.", speaker="A", words=said)]}).lines
    assert [(line.speaker, line.text, line.time_start, line.time_end) for line in lines] == [
        ("A", "Hvad laver du?", 0, 2.5),
        ("B", "Ikke noget.", 3, 4.5),
    ]


def test_words_that_are_not_the_text_are_not_used(read: Read) -> None:
    said = words(("Hvad", "A"), ("noget.", "B"))
    lines = read({"segments": [segment("Hvad laver du? Ikke noget.", speaker="A", words=said)]}).lines
    assert [(line.speaker, line.text) for line in lines] == [("A", "Hvad laver du? Ikke noget.")]


def test_what_is_wrong_with_the_segments_is_noted(read: Read) -> None:
    segments = [
        segment("Hej", 5, 4, speaker="A"),
        segment(None),
        segment(""),
        segment("Og", float(10**300), -1),
        *[segment("Tak.", "x", True, speaker="A")] * 5,
        *[segment("Ja.", speaker="A")] * 3,
    ]
    reading = read({"segments": segments})
    assert [(line.text, line.time_start, line.time_end) for line in reading.lines] == [
        ("Hej", 5, None),
        ("Og", None, None),
        ("Tak.", None, None),
        *[("Ja.", 1, 2.5)] * 3,
    ]
    assert reading.notes == (
        "left out: 1 stretches without text",
        "1 stretches name no speaker: taken for the one who spoke before",
        "1 cues end before they begin: their ends are not used",
        "left out: 4 repetitions of a line in a row, as speech recognition makes up in silence",
    )


def test_without_speakers_it_runs_on(write: Write) -> None:
    path = write("a.json", json.dumps({"segments": [segment(" Vi startede"), segment(" i maj.")]}))
    transcript = read_transcript(path)
    assert [turn.text for turn in transcript.turns] == ["Vi startede i maj."]
    assert transcript.notes == ("no speaker labels: all is taken for what one respondent said",)


FAULTY = "is JSON that is cut off, names something twice, holds a number that is none or nests too deeply."
UNKNOWN = "is JSON, but of no kind known from speech recognition."


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"segments": [{"text": "Hej"', FAULTY),
        ('{"text": "Hej", "text": "Farvel"}', FAULTY),
        ('{"segments": [{"text": "Hej", "start": NaN}]}', FAULTY),
        ('{"a":' * 100_000, FAULTY),
        ('[{"a":' + "[" * 100_000, FAULTY),
        ('{"text": "Hej", "start": ' + "9" * 5000 + "}", FAULTY),
        ("{}", UNKNOWN),
        ('{"segments": []}', UNKNOWN),
        ('{"segments": [{"text": null}]}', UNKNOWN),
        ('{"segments": [1, "Hej"]}', UNKNOWN),
        ('[{"id": 1}]', UNKNOWN),
        ('{"text": 1}', UNKNOWN),
    ],
    ids="cut,twice,nan,nested,nested lists,digits,empty,no segments,null,odd,other,number".split(","),
)
def test_other_json_is_refused(write: Write, content: str, what: str) -> None:
    path = write("a.json", content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {what} {REMEDY}"]


def test_half_a_letter_is_noted(read: Read) -> None:
    reading = read('{"text": "Hej \\ud800 du"}')
    assert reading.lines[0].text == "Hej du"
    assert len(reading.notes) == 1


@pytest.mark.parametrize("text", ["[00:00:12] Hej", "{griner} Hej", "[griner] Hej"])
def test_text_in_brackets_is_no_json(write: Write, text: str) -> None:
    assert read_transcript(write("a.json", text)).format == "txt"
