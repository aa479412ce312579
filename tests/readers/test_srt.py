from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.readers import read_transcript
from interview_coding.readers.srt import READER

Write = Callable[[str, str | bytes], Path]
Cues = Callable[[str], list[str]]

T1 = "00:00:01,000 --> 00:00:03,500"
T2 = "00:00:04,000 --> 00:00:06,000"


@pytest.fixture
def cues(write: Write) -> Cues:
    return lambda body: [line.text for line in READER.read(write("a.srt", body)).lines]


@pytest.mark.parametrize(
    "body",
    [
        f"1\n{T1}\nHej\n\n2\n{T2}\nMed dig\n",
        f"1\r\n{T1}\r\nHej\r\n\r\n2\r\n{T2}\r\nMed dig\r\n",
        f"1\r\r\n{T1}\r\r\nHej\r\r\n\r\r\n2\r\r\n{T2}\r\r\nMed dig",
        f"{T1}\nHej\n\n{T2}\nMed dig",
        f"\n\n1 \n{T1}\nHej\n\n\n\n2\n\n{T2}\nMed dig\n\n\n",
        f"1\n{T1.replace(',', '.')}\nHej\n\n2\n{T2.replace(',', '.')}\nMed dig",
        f"1\n{T1}  X1:40 X2:600 Y1:20 Y2:50\nHej\n\n2\n{T2}\nMed dig",
        f"1\n{T1} Hej\n\n2\n{T2}\nMed\ndig",
        "1\n00:01,000 --> 00:03,500\nHej\n\n2\n00:04 --> 00:06\nMed dig",
        f"1\n{T1}\n\n2\n{T1}\nHej\n\n3\n{T2}\nMed dig",
    ],
    ids=[
        "usual",
        "crlf",
        "crcrlf",
        "no numbers",
        "blank lines",
        "full stops",
        "places",
        "beside",
        "short",
        "empty",
    ],
)
def test_cues_as_programs_write_them(write: Write, body: str) -> None:
    path = write("a.srt", body)
    assert READER.detects(path, body.encode())
    lines = READER.read(path).lines
    assert [(line.text, line.time_start, line.time_end, line.cue) for line in lines] == [
        ("Hej", 1.0, 3.5, True),
        ("Med dig", 4.0, 6.0, True),
    ]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"1\n{T1}\nHvor mange?\n12\n\n2\n{T2}\nNå", ["Hvor mange? 12", "Nå"]),
        (f"1\n{T1}\nHvor mange?\n\n12\n\n2\n{T2}\nNå", ["Hvor mange? 12", "Nå"]),
        (f"{T1}\nHvor mange?\n12\n\n{T2}\nNå", ["Hvor mange? 12", "Nå"]),
        (f"{T1}\n12\n\n{T2}\nNå", ["12", "Nå"]),
        (f"1\n{T1}\nHvor mange?\n\n12", ["Hvor mange? 12"]),
    ],
)
def test_a_spoken_number_is_no_cue_number(cues: Cues, body: str, texts: list[str]) -> None:
    assert cues(body) == texts


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("<i>Det</i> <b>er</b> <u>så</u> <font color='#fff'>rigtigt</font>", "Det er så rigtigt"),
        (r"{\an8}Oppe i hjørnet", "Oppe i hjørnet"),
        ("Ja &amp; nej", "Ja & nej"),
        ("Vi er <3 dem, og a<b og c>d", "Vi er <3 dem, og a<b og c>d"),
        ("Ja <griner>", "Ja <griner>"),
        ("Så {vi} det", "Så {vi} det"),
    ],
)
def test_markup_is_taken_off_and_nothing_else(cues: Cues, payload: str, text: str) -> None:
    assert cues(f"1\n{T1}\n{payload}") == [text]


@pytest.mark.parametrize("body", ["1\nHej", "Hej\n1\n" + T1, "12:30 var vi færdige", "", "1\n"])
def test_what_does_not_begin_with_a_cue_is_not_taken(write: Write, body: str) -> None:
    assert not READER.detects(write("a.srt", body), body.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_it_is_recognised_in_every_encoding(write: Write, encoding: str) -> None:
    path = write("a.txt", f"1\n{T1}\nSå er vi på Ærø\n".encode(encoding))
    transcript = read_transcript(path)
    assert (transcript.format, transcript.turns[0].text) == ("srt", "Så er vi på Ærø")


def test_a_label_on_the_first_cue_of_a_turn_holds_until_the_next(write: Write) -> None:
    said = ["I: Hvad laver", "du her?", "R: Jeg er", "frivillig: i caféen.", "I: Nå."]
    body = "\n\n".join(f"{n}\n{T1}\n{text}" for n, text in enumerate(said, 1))
    turns = read_transcript(write("a.srt", body)).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Interviewer", "Hvad laver du her?"),
        ("R", "Jeg er frivillig: i caféen."),
        ("Interviewer", "Nå."),
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.text("aå.:,!12", min_size=1, max_size=8), min_size=1, max_size=3), min_size=1),
    st.booleans(),
)
def test_what_was_said_is_read_back(cues: Cues, said: list[list[str]], numbered: bool) -> None:
    said = [[f"{n}:", *rows] for n, rows in enumerate(said)]
    heads = [f"{n}\n{T1}" if numbered else T1 for n in range(1, len(said) + 1)]
    body = "\n\n".join("\n".join([head, *rows]) for head, rows in zip(heads, said, strict=True))
    assert cues(body) == [" ".join(rows) for rows in said]
