from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.base import Reading
from interview_coding.readers.rtf import READER

Write = Callable[[str, str | bytes], Path]

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}"
FONTS = r"{\f2\fcharset2 Wingdings;}{\f3\fcharset128 MS Mincho;}}{\colortbl;\red0\green0\blue0;}"


def document(body: str) -> str:
    return f"{HEAD}{FONTS}{body}}}"


@pytest.fixture
def read(write: Write) -> Callable[[str | bytes], Reading]:
    return lambda content: READER.read(write("a.rtf", content))


BOX = (
    r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain i boks\par linje to\par}}"
    r"{\shprslt{\*\do{\dptxbxtext\pard i boks\par linje to\par}}}}"
)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (r"l\'e6ser \'e5r", ["læser år"]),
        (r"l\u230?ser \u229\'e5r", ["læser år"]),
        (r"l\u230 ?ser", ["læser"]),
        (r"\uc0 l\u230 ser", ["læser"]),
        (r"{\uc2 \u229ab}\u229?r", ["åår"]),
        (r"\u229\par r", ["å", "r"]),
        (r"ja \u8211\endash  nej", ["ja – nej"]),
        (r"\u-10179?\u-8704?", ["😀"]),
        (r"{\upr{abc}{\*\ud{a\u230?c}}}", ["aæc"]),
        (r"{\f1 \'b9}\'b9", ["ą¹"]),
        (r"{\f3 \'82\'a0}", ["あ"]),
        (r"I: Hvad?\line R: Tja.\par\pard I: N\'e5\'e5?", ["I: Hvad?", "R: Tja.", "I: Nåå?"]),
        ("en\\\nto\\\r\ntre", ["en", "to", "tre"]),
        ("en\nto \r\ntre", ["ento tre"]),
        (r"en\tab to\~tre\_fire fri\-villig", ["en to tre-fire frivillig"]),
        (r"\lquote a\rquote  \ldblquote b\rdblquote \emdash\bullet", ["‘a’ “b”—•"]),
        (r"\{en\} \\to", ["{en} \\to"]),
        (r"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt{siden}}} her", ["siden her"]),
        (r"{\field{\fldinst DATE}{\fldrslt 3. maj}}", ["3. maj"]),
        (r"{\*\bkmkstart navn}tekst{\*\ukendt {\b skjul}}", ["tekst"]),
        (r"{\*\bkmkstart {\upr{a}{\*\ud{a}}}}tekst", ["tekst"]),
        (r"{\info{\author Navn}{\title Titel}}tekst", ["tekst"]),
        (r"{\listtext\pard\plain 1.\tab}tekst", ["tekst"]),
        (rf"f\'f8r{BOX} efter\par", ["før efter", "i boks", "linje to"]),
        (r"{\pard en\par}{\pard to\par}", ["en", "to"]),
        (r"en\sect to\page tre", ["en", "to", "tre"]),
        (r"{\revised\revauth1 ny} tekst", ["ny tekst"]),
        (r"{\v0 ikke} skjult", ["ikke skjult"]),
        (r"a{\bin3 }{\}b", ["ab"]),
    ],
)
def test_text_is_read_as_word_shows_it(read: Callable[[str], Reading], body: str, texts: list[str]) -> None:
    reading = read(document(body))
    assert [line.text for line in reading.lines] == texts
    assert reading.notes == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r"{\rtf1\mac l\'bes \'8cr}", "læs år"),
        (r"{\rtf1\ansi\ansicpg10000 \'8cr}", "år"),
        (r"{\rtf1\pca l\'91s}", "læs"),
        (r"{\rtf1\ansi\ansicpg65001 l\'c3\'a6s}", "læs"),
        (r"{\rtf1\ansi læs}".encode(), "læs"),
        (r"{\rtf1\ansi læs}".encode("cp1252"), "læs"),
        ("\ufeff{\\rtf1\\ansi læs}\r\n\0".encode(), "læs"),
        (r"{\rtf1\ansi l\'e6s}", "læs"),
    ],
    ids="mac,mac page,dos,utf8 page,raw utf8,raw cp1252,mark and tail,no page".split(","),
)
def test_letters_are_right_in_every_code_page(
    read: Callable[[str | bytes], Reading], content: str | bytes, text: str
) -> None:
    assert [line.text for line in read(content).lines] == [text]


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        (r"{\deleted\revauthdel1 slettet}", "1 deleted passages"),
        (r"\deleted slet{\b tet}\deleted0 ", "1 deleted passages"),
        (r"{\mvf flyttet}", "1 deleted passages"),
        (r"{\v skjult}", "1 hidden passages"),
        (r"\v skjult\plain ", "1 hidden passages"),
        (r"{\footnote\pard\plain \chftn i noten}", "1 footnotes"),
        (r"{\footnote\ftnalt i noten}", "1 endnotes"),
        (r"{\*\atnid AB}{\*\atnauthor Navn}{\*\annotation\pard husk}", "1 comments"),
        (r"{\header Fortroligt\par}{\headerf Fortroligt\par}{\footer 3}", "1 headers"),
        (r"{\*\shppict{\pict\pngblip 89504e}}{\nonshppict{\pict 01}}", "1 pictures"),
        (r"{\object\objemb{\*\objdata 01}{\result{\pict 01}}}", "1 embedded objects"),
        (r"{\mmath{\*\moMath{\mr x}}}", "1 formulas"),
        (r"{\f2 \'4a}", "1 symbols of a symbol font"),
        (r"{\f2 \u-4022?}", "1 symbols of a symbol font"),
    ],
)
def test_what_is_left_out_is_counted(read: Callable[[str], Reading], inside: str, note: str) -> None:
    reading = read(document(rf"\pard tekst {inside}her\par"))
    assert [line.text for line in reading.lines] == ["tekst her"]
    assert reading.notes == (f"left out: {note}",)


def test_passages_apart_are_counted_apart(read: Callable[[str], Reading]) -> None:
    assert read(document(r"{\v et} mellem {\v to}{\v  tre}")).notes == ("left out: 2 hidden passages",)


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(read: Callable[[str], Reading]) -> None:
    assert [line.text for line in read(document(r"An{\deleted\par}na: ja\par")).lines] == ["Anna: ja"]


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (r"{\b Anna:} ja", 5),
        (r"\b An{\i na}\b0 : ja", 4),
        (r"\b Anna\plain : ja", 4),
        (r"{\b0 Anna}: ja", 0),
        (r"Anna: {\b ja}", 0),
    ],
)
def test_the_bold_beginning_is_measured(read: Callable[[str], Reading], body: str, bold: int) -> None:
    assert read(document(body)).lines[0].bold == bold


def row(*cells: str) -> str:
    return rf"\trowd\cellx1\cellx2\pard\intbl {' '.join(cell + chr(92) + 'cell' for cell in cells)} \row "


def test_a_table_is_a_conversation(write: Write) -> None:
    rows = row("Interviewer", r"Hvad laver\par du?") + row("R1", "Jeg er frivillig her.")
    turns = read_transcript(write("a.rtf", document(rf"{rows}\pard Slut nu.\par"))).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Interviewer", "Hvad laver du?"),
        ("R1", "Jeg er frivillig her. Slut nu."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        r"f\'f8r\par " + row("a", "b") + r"\pard efter",
        r"f\'f8r\par \trowd\pard\intbl a\cell b\cell\pard efter",
        r"f\'f8r\par {\trowd\pard\intbl a\cell b\cell\row}\pard\plain efter\par",
        r"f\'f8r\par \trowd\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\nestrow}"
        r"{\nonesttables\par}\pard\intbl\cell\row\pard efter",
    ],
    ids="whole,open,group,nested".split(","),
)
def test_cells_are_lines_in_their_order(read: Callable[[str], Reading], body: str) -> None:
    texts = [line.text for line in read(document(body)).lines]
    assert " ".join(texts).split() == ["før", "a", "b", "efter"]


DAMAGED = (
    "is a damaged RTF document. Open it in the program that wrote it and save it anew, or fetch it again."
)
LARGE = "holds far more than a transcript can, and was not read. Copy the text into a new document."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (document("tekst")[:-1], DAMAGED),
        (document("tekst} og mere"), DAMAGED),
        ("{\\rtf1" + "{" * 2_000, LARGE),
        (
            r"{\rtf1\ansi\ansicpg4711 x}",
            "is written in a code page that is not known here (4711). Open it in Word and save it as .docx.",
        ),
    ],
    ids="cut,closed early,deep,code page".split(","),
)
def test_documents_that_are_damaged_are_refused(write: Write, content: str, message: str) -> None:
    path = write("a.rtf", content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


def test_letters_that_were_lost_are_said(read: Callable[[str], Reading]) -> None:
    assert "replacement" in " ".join(read(document(r"l\'81s")).notes)
