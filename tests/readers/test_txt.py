from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.errors import InputError
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
