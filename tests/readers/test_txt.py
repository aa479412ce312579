from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.txt import READER

Write = Callable[[str, str | bytes], Path]

LONG = (
    "Vi startede med at ringe rundt til alle foreningerne i byen, og det var ikke alle, der tog telefonen, "
    "men dem, der gjorde, ville gerne være med til at lave noget sammen med de andre."
)


@pytest.fixture
def texts(write: Write) -> Callable[[str | bytes], list[str]]:
    return lambda content: [line.text for line in READER.read(write("a.txt", content)).lines]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("I: Hvad?\nR: Tja.", ["I: Hvad?", "R: Tja."]),
        ("I: Hvad?\r\n\r\nR: Tja.\r\n", ["I: Hvad?", "R: Tja."]),
        ("I: Hvad?\rR: Tja.", ["I: Hvad?", "R: Tja."]),
        ("\ufeffI: å".encode(), ["I: å"]),
        ("I: Århus\nR: ø".encode("cp1252"), ["I: Århus", "R: ø"]),
        ("I: Århus".encode("utf-16"), ["I: Århus"]),
        ("A\u030arhus\tfri\u00advillig\u200b", ["Århus frivillig"]),
        ("en\x0cto", ["en to"]),
    ],
)
def test_a_line_is_a_paragraph(
    texts: Callable[[str | bytes], list[str]], content: str | bytes, lines: list[str]
) -> None:
    assert texts(content) == lines


@pytest.mark.parametrize("label", ["R: ", "R:", "[00:01:02] R: ", "Anna Holm: "])
def test_lines_broken_at_a_width_are_joined(texts: Callable[[str | bytes], list[str]], label: str) -> None:
    paragraphs = [f"{label}{LONG}", "I: Nå?", f"{label}{LONG}"]
    assert texts("\n".join(textwrap.fill(text, 72) for text in paragraphs)) == paragraphs


def test_words_divided_at_line_ends_are_joined(write: Write) -> None:
    rows = textwrap.fill(LONG, 60).split("\n")
    content = "\n".join(
        [
            *rows,
            "R: " + rows[0] + " og en frivillig-",
            "hed, som vi har lavet sammen med Fatima Hassan-",
            "Jensen ville det.",
        ]
    )
    reading = READER.read(write("a.txt", content.replace("telefonen", "tele\u00ad\nfonen")))
    assert [line.text for line in reading.lines] == [
        LONG,
        f"R: {rows[0]} og en frivillighed, som vi har lavet sammen med Fatima Hassan-Jensen ville det.",
    ]
    assert reading.evened == ("3 divided words",)


def test_a_speaker_on_a_short_line_of_its_own_is_not_joined(
    texts: Callable[[str | bytes], list[str]],
) -> None:
    wrapped = textwrap.fill(LONG, 72)
    assert texts(f"Anna\n{wrapped}\n\nBo\n{wrapped}") == ["Anna", LONG, "Bo", LONG]


def test_long_lines_are_never_joined(texts: Callable[[str | bytes], list[str]]) -> None:
    assert texts(f"{LONG}\n{LONG}\n{LONG}\n{LONG}") == [LONG] * 4


@pytest.mark.parametrize(
    ("row", "text", "bold"),
    [
        ("**Anna:** Hej", "Anna: Hej", 5),
        ("**Anna**: Hej", "Anna: Hej", 4),
        ("**Anna: **Hej", "Anna: Hej", 5),
        ("**Hvad?**", "Hvad?", 5),
        ("Det er **vigtigt**", "Det er **vigtigt**", 0),
        ("** Hej", "** Hej", 0),
    ],
)
def test_a_beginning_between_asterisks_is_bold(write: Write, row: str, text: str, bold: int) -> None:
    (line,) = READER.read(write("a.md", row)).lines
    assert (line.text, line.bold) == (text, bold)


MARKDOWN = """# Interview 3

---

- **I:** Hvad laver *du* \\[griner\\]?
- **R:** Jeg er *frivillig* i min_forening, 2 * 3 timer

> **I:** Nå?\\
__R:__ Ja.
"""


def test_the_marks_of_markdown_are_no_words(write: Write) -> None:
    lines = READER.read(write("a.md", MARKDOWN)).lines
    assert [(line.text, line.bold) for line in lines] == [
        ("Interview 3", 0),
        ("I: Hvad laver du [griner]?", 2),
        ("R: Jeg er frivillig i min_forening, 2 * 3 timer", 2),
        ("I: Nå?", 2),
        ("R: Ja.", 2),
    ]


@pytest.mark.parametrize("row", ["- Nå, *griner* så", "a_b_c", "> hvad", "Det er \\*vigtigt", "-----"])
def test_plain_text_stays_as_it_is(texts: Callable[[str | bytes], list[str]], row: str) -> None:
    assert texts(row) == [row]


@pytest.mark.parametrize(("encoding", "writer"), [("mac_roman", "old Macs"), ("cp865", "DOS")])
def test_rare_encodings_are_noted(write: Write, encoding: str, writer: str) -> None:
    reading = READER.read(write("a.txt", "R: Så på gården".encode(encoding)))
    assert reading.lines[0].text == "R: Så på gården"
    assert reading.notes == (f"read in the encoding of {writer}: check æ, ø and å",)


def test_lost_letters_are_noted_and_what_was_evened_out_is_counted(write: Write) -> None:
    reading = READER.read(write("a.txt", "R: S\ufffdren\u00a0var fri\u00advillig"))
    assert reading.evened == ("1 no-break space", "1 soft hyphen")
    assert reading.notes == (
        "1 replacement character in the text: letters were lost before the file came here",
    )


def test_text_without_labels_is_one_respondents_and_said_so(write: Write) -> None:
    transcript = read_transcript(write("a.txt", "ord " * 30_000 + "\n\n\nSlut."))
    assert [turn.role for turn in transcript.turns] == ["respondent", "respondent"]
    assert len(transcript.turns[0].text.split()) == 30_000
    assert transcript.notes == ("no speaker labels: all is taken for what one respondent said",)


def test_empty_turns_are_left_out(write: Write) -> None:
    turns = read_transcript(write("a.txt", "I:\nR:\nI: Hvad?\nR:\n\u200b\nI: Nå?\nR: Ja.")).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Interviewer", "Hvad?"),
        ("Interviewer", "Nå?"),
        ("R", "Ja."),
    ]


def test_far_too_much_text_is_refused(write: Write) -> None:
    with pytest.raises(InputError, match="more text than a transcript can"):
        read_transcript(write("a.txt", b"ord " * 1_300_000))


@pytest.mark.parametrize("content", [b"a\x00b", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x81\x8d"])
def test_what_is_not_text_is_refused(write: Write, content: bytes) -> None:
    path = write("a.txt", content)
    with pytest.raises(InputError) as caught:
        READER.read(path)
    assert str(caught.value.problems[0]) == (
        f"{path}: is not text in UTF-8, UTF-16 or Windows-1252. "
        "Open it in the program that wrote it and save it as text in UTF-8."
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab:*.å 1[]\n", max_size=400), st.integers(40, 100))
def test_no_character_is_lost_but_space_and_asterisks(
    texts: Callable[[str | bytes], list[str]], text: str, width: int
) -> None:
    content = textwrap.fill(text, width)
    kept = "".join(texts(content)).replace(" ", "").replace("*", "")
    assert kept == "".join(content.replace("*", "").split())
