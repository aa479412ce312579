from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.readers import read_transcript
from interview_coding.readers.vtt import READER

Write = Callable[[str, str | bytes], Path]
Cues = Callable[[str], list[tuple[str | None, str]]]

T1 = "00:00:01.000 --> 00:00:03.500"
T2 = "00:00:04.000 --> 00:00:06.000"


@pytest.fixture
def cues(write: Write) -> Cues:
    return lambda body: [
        (line.speaker, line.text) for line in READER.read(write("a.vtt", f"WEBVTT\n\n{body}")).lines
    ]


@pytest.mark.parametrize(
    ("payload", "lines"),
    [
        ("<v Anna Holm>Hej</v>", [("Anna Holm", "Hej")]),
        ("<v.loud Anna>Hej</v>", [("Anna", "Hej")]),
        ("<v.first.loud Anna>Hej", [("Anna", "Hej")]),
        ("<v Anna>Hej</v> <v Bo>Hej med dig</v>", [("Anna", "Hej"), ("Bo", "Hej med dig")]),
        ("- Nå\n<v Bo>Hej</v>", [(None, "- Nå"), ("Bo", "Hej")]),
        ("<v S&oslash;ren>Ja &amp; nej &lt;3&nbsp;x</v>", [("Søren", "Ja & nej <3 x")]),
        ("<v >Hej</v>", [(None, "Hej")]),
        ("<v>Hej</v>", [(None, "Hej")]),
        ("<v Anna></v>", []),
        ("<i>Det</i> <c.yellow.bg>er</c> <00:00:02.000>rigtigt", [(None, "Det er rigtigt")]),
        ("Ja <griner> og a<b og 2>1", [(None, "Ja <griner> og a<b og 2>1")]),
        ("to\nlinjer", [(None, "to linjer")]),
    ],
)
def test_voices_and_markup(cues: Cues, payload: str, lines: list[tuple[str | None, str]]) -> None:
    assert cues(f"{T1}\n{payload}") == lines


@pytest.mark.parametrize(
    "timing",
    [
        "00:00:01.000 --> 00:00:03.500",
        "00:01.000 --> 00:03.500 align:start position:10%,line-left size:35%",
        "0:00:01,000-->0:00:03,5",
        "  00:00:01.000\t-->\t00:00:03.500  ",
    ],
)
def test_times_and_settings(write: Write, timing: str) -> None:
    (line,) = READER.read(write("a.vtt", f"WEBVTT\n\n{timing}\nHej\n")).lines
    assert (line.text, line.time_start, line.time_end, line.cue) == ("Hej", 1.0, 3.5, True)


def test_times_without_fractions(cues: Cues) -> None:
    assert cues("00:01 --> 00:03\nHej") == [(None, "Hej")]


@pytest.mark.parametrize(
    "body",
    [
        f"{T1}\nHej\n\n{T2}\nMed dig",
        f"1\n{T1}\nHej\n\n2\n{T2}\nMed dig\n\n\n",
        f"8c1f-a/12-0\n{T1}\nHej\n   \n8c1f-a/13-0\n{T2}\nMed dig",
        f"{T1}\nHej\n{T2}\nMed dig",
        f"{T1} Hej\n\n{T2} Med dig",
        f"1\n\n{T1}\nHej\n\n2\n\n{T2}\nMed dig",
        f"{T1}\n\nHej\n\n{T2}\nMed dig",
        f"{T1}\nHej\n\nMed dig",
    ],
    ids=[
        "plain",
        "numbers",
        "ids",
        "no blank line",
        "text beside the time",
        "number apart",
        "blank line before the text",
        "blank line in the text",
    ],
)
def test_cues_as_programs_write_them(cues: Cues, body: str) -> None:
    assert cues(body) == [(None, "Hej"), (None, "Med dig")]


def test_comments_and_styles_are_left_out_and_counted(write: Write) -> None:
    asides = f"STYLE\n::cue {{ color: red }}\n\nNOTE\n{T1}\nikke sagt\n\nNOTE kort\n\nREGION\nid:a"
    body = f"WEBVTT - møde\nKind: captions\n\n{asides}\n\n{T1}\nNOTERNE er her\n"
    reading = READER.read(write("a.vtt", body))
    assert [line.text for line in reading.lines] == ["NOTERNE er her"]
    assert reading.notes == ("left out: 2 comments",)


def test_what_programs_note_needs_no_look(write: Write) -> None:
    body = 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\nNOTE duration:"00:10:00"\n\n' + (
        f"NOTE language:da-dk\n\nNOTE Confidence: 0.91\n\n{T1}\nHej\n"
    )
    reading = READER.read(write("a.vtt", body))
    assert ([line.text for line in reading.lines], reading.notes) == (["Hej"], ())


@pytest.mark.parametrize("start", [f"WEBVTT\n{T1}\nHej", f"\n\nWEBVTT\r\n\r\n{T1}\r\nHej"])
def test_the_header_may_touch_the_first_cue_or_follow_blank_lines(write: Write, start: str) -> None:
    assert [line.text for line in READER.read(write("a.vtt", start)).lines] == ["Hej"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_it_is_recognised_in_every_encoding(write: Write, encoding: str) -> None:
    path = write("a.txt", f"WEBVTT\n\n{T1}\n<v Bodil>Så er vi på Ærø".encode(encoding))
    transcript = read_transcript(path)
    assert (transcript.format, transcript.turns[0].text) == ("vtt", "Så er vi på Ærø")


def test_voices_become_turns_with_the_times_of_their_cues(write: Write) -> None:
    body = f"WEBVTT\n\n{T1}\n<v Nanna>Hvad laver\n\n{T2}\n<v Nanna>du?\n\n{T2}\n<v Bo>Tja.\n"
    first, second = read_transcript(write("a.vtt", body), ["Nanna"]).turns
    assert (first.speaker, first.text, second.text) == ("Interviewer", "Hvad laver du?", "Tja.")
    assert first.times(0, 5) == (1.0, 3.5)
    assert first.times(0, len(first.text)) == (1.0, 6.0)


def test_an_end_before_the_beginning_is_not_used(write: Write) -> None:
    reading = READER.read(write("a.vtt", f"WEBVTT\n\n00:04.000 --> 00:02.000\nHej\n\n{T2}\nJa"))
    assert [(line.time_start, line.time_end) for line in reading.lines] == [(4, None), (4, 6)]
    assert reading.notes == ("1 cues end before they begin: their ends are not used",)


def test_captions_that_roll_are_read_once(write: Write) -> None:
    said = [
        "vi startede i",
        "startede i byen og",
        "byen og ringede",
        "og ringede til",
        "ringede til dem alle",
        "Nå",
    ]
    body = "\n\n".join(f"00:0{n}.000 --> 00:0{n + 2}.000\n{text}" for n, text in enumerate(said))
    reading = READER.read(write("a.vtt", f"WEBVTT\n\n{body}"))
    assert " ".join(line.text for line in reading.lines) == "vi startede i byen og ringede til dem alle Nå"
    assert reading.notes == ("captions roll: the words that 4 cues say again were read once",)


def test_words_said_twice_are_kept(cues: Cues) -> None:
    said = ["ja ja ja", "ja ja ja", "ja ja ja", "det er det", "det er det vi gør", "nej"]
    assert [text for _, text in cues("\n\n".join(f"{T1}\n{text}" for text in said))] == said


def test_a_line_that_recognition_made_up_is_kept_once(write: Write) -> None:
    body = "\n\n".join(f"{T1}\n{text}" for text in ["Hej"] + ["Tak."] * 6 + ["Ja"])
    reading = READER.read(write("a.vtt", f"WEBVTT\n\n{body}"))
    assert [line.text for line in reading.lines] == ["Hej", "Tak.", "Ja"]
    assert reading.notes == (
        "left out: 5 repetitions of a line in a row, as speech recognition makes up in silence",
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([None, "Anna", "Bo"]), st.text("aå.&<>1", min_size=1, max_size=8))))
def test_what_was_said_is_read_back(cues: Cues, said: list[tuple[str | None, str]]) -> None:
    said = [(speaker, f"ord{n} {text}") for n, (speaker, text) in enumerate(said)]
    escaped = [
        (speaker, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        for speaker, text in said
    ]
    voiced = [f"<v {speaker}>{text}</v>" if speaker else text for speaker, text in escaped]
    assert cues("\n\n".join(f"{T1}\n{text}" for text in voiced)) == said
