from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import FreeText, Link

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.pdf import READER

Write = Callable[[str, str | bytes], Path]
Row = str | tuple[int, str]

DAMAGED = "is a damaged PDF. Open it in the program that wrote it and save it anew, or fetch it again."
LOCKED = "is locked with a password. Open it in the program that wrote it and save it without a password."
FAR_MORE = (
    "holds far more than a transcript can, and was not read. Save each interview as a document of its own."
)
OCR = "Find the document that it was printed from, or have its text recognised (OCR) and proofread."

HVAD = "I: Hvad laver du her til daglig, når du nu er her hele ugen igennem?"
TJA = ["R: Jeg hjælper til i den lille butik, og så er jeg med i et fælles-", "skab, som er helt nyt."]


def draw(rows: Sequence[str], top: int = 700, step: int = 14, font: str = "F1") -> bytes:
    """Draw rows from `top` downward, `step` points apart; an empty row is a gap, ``**`` begins a bold one."""
    parts = []
    for number, row in enumerate(rows):
        name, text = ("F2", row[2:]) if row.startswith("**") else (font, row)
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
        parts.append(b"BT /%s 11 Tf 50 %d Td (%s) Tj ET" % (name.encode(), top - step * number, escaped))
    return b"\n".join(parts)


PICTURE = b"q 500 0 0 700 0 0 cm /Im1 Do Q"


def document(*pages: bytes, packed: bool = False) -> bytes:
    """Make a PDF of pages' contents; it knows the fonts F1 and F2 (bold) and the picture Im1."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n0\nendstream",
    ]
    for number, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im1 5 0 R>>>>>>" % (7 + 2 * number)
        )
        if b"Im1" not in content:
            objects[-1] = objects[-1].replace(b"/XObject<</Im1 5 0 R>>", b"")
        data = zlib.compress(content, 9) if packed else content
        head = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(data), data))
    file = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(file),
        )
    )


def edited(data: bytes, edit: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    edit(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def texts(path: Path) -> list[str]:
    return [line.text for line in READER.read(path).lines]


def test_lines_are_joined_to_paragraphs(write: Write) -> None:
    path = write("a.txt", document(draw([HVAD, *TJA])))
    transcript = read_transcript(path)
    assert transcript.format == "pdf"
    assert [turn.text for turn in transcript.turns] == [
        HVAD.removeprefix("I: "),
        "Jeg hjælper til i den lille butik, og så er jeg med i et fællesskab, som er helt nyt.",
    ]
    assert (transcript.notes, transcript.evened) == ((), ("1 divided word",))


def test_the_signature_may_stand_a_little_way_in(write: Write) -> None:
    data = b"\r\n" * 100 + document(draw([HVAD]))
    assert READER.detects(write("a.pdf", data), data[:4096])
    assert texts(write("a.pdf", data)) == [HVAD]


def test_more_space_begins_a_paragraph(write: Write) -> None:
    row = "vi startede med at ringe rundt til alle foreningerne i vores by"
    content = draw([row] * 3) + b"\n" + draw([row] * 3, top=640)
    assert texts(write("a.pdf", document(content))) == [" ".join([row] * 3)] * 2


def test_a_paragraph_goes_on_over_the_page(write: Write) -> None:
    row = "vi startede med at ringe rundt til alle foreningerne i vores by"
    pages = [draw([row] * 3), draw([f"{row}."] * 2)]
    assert texts(write("a.pdf", document(*pages))) == [" ".join([row] * 3 + [f"{row}."] * 2)]


def test_bold_is_kept(write: Write) -> None:
    lines = READER.read(
        write("a.pdf", document(draw(["**Hvad laver du?", "Jeg hjælper til.", "**Nå?"])))
    ).lines
    assert [(line.text, line.bold) for line in lines] == [
        ("Hvad laver du?", 14),
        ("Jeg hjælper til.", 0),
        ("Nå?", 3),
    ]


def page(number: int, total: int, rows: Sequence[str], label: str) -> bytes:
    parts = [draw(["Fortroligt 2025"], top=800), draw(rows), draw([label.format(number, total)], top=30)]
    return b"\n".join(parts)


@pytest.mark.parametrize(
    ("label", "notes"),
    [
        ("{}", ("left out: 3 page headers and footers", "left out: 3 page numbers")),
        ("Side {} af {}", ("left out: 6 page headers and footers",)),
        ("- {} -", ("left out: 6 page headers and footers",)),
    ],
)
def test_what_comes_back_at_the_edges_is_left_out(write: Write, label: str, notes: tuple[str, ...]) -> None:
    said = [["I: Hvad?", "R: Tja."], ["I: Hvor mange?", "R: Nogle."], ["I: Og?", "12", "R: Ja."]]
    pages = [page(number, 3, rows, label) for number, rows in enumerate(said, 1)]
    reading = READER.read(write("a.pdf", document(*pages)))
    assert [line.text for line in reading.lines] == [row for rows in said for row in rows]
    assert reading.notes == notes


def test_a_number_that_is_said_is_no_page_number(write: Write) -> None:
    rows = ["I: Hvor mange?", "7"]
    assert texts(write("a.pdf", document(draw(rows)))) == [" ".join(rows)]


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ([draw([HVAD]), PICTURE], f"page 2 holds only a picture of text. {OCR}"),
        ([PICTURE, draw([HVAD]), PICTURE], f"pages 1, 3 hold only pictures of text. {OCR}"),
        (
            [
                page(n, 4, rows, "{}") + PICTURE * (not rows)
                for n, rows in enumerate(([HVAD], TJA, TJA, []), 1)
            ],
            f"page 4 holds only a picture of text. {OCR}",
        ),
        (
            [draw([HVAD]), b"BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI"],
            f"page 2 holds only a picture of text. {OCR}",
        ),
    ],
    ids=["one", "several", "with a header", "inline"],
)
def test_scanned_pages_are_named(write: Write, pages: list[bytes], message: str) -> None:
    path = write("a.pdf", document(*pages))
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


def test_a_picture_beside_text_and_a_blank_page_do_no_harm(write: Write) -> None:
    path = write("a.pdf", document(draw([HVAD]) + PICTURE, b""))
    assert texts(path) == [HVAD]


def test_what_is_beside_the_text_is_counted(write: Write) -> None:
    def edit(writer: pypdf.PdfWriter) -> None:
        writer.add_annotation(0, FreeText(text="Husk", rect=(50, 50, 90, 90)))
        writer.add_annotation(0, Link(rect=(50, 50, 90, 90), url="https://example.org"))
        writer.add_attachment("a.txt", b"x")

    reading = READER.read(write("a.pdf", edited(document(draw([HVAD])), edit)))
    assert [line.text for line in reading.lines] == [HVAD]
    assert reading.notes == ("left out: 1 annotations", "left out: 1 attached files")


def test_a_lock_without_a_password_to_open_is_none(write: Write) -> None:
    data = edited(document(draw([HVAD])), lambda writer: writer.encrypt("", "ejer", algorithm="RC4-128"))
    assert texts(write("a.pdf", data)) == [HVAD]


GLYPHS = draw(["!#%&/=?+*¤$£@{[]}" * 8])
WHOLE = document(draw([HVAD]))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (edited(WHOLE, lambda writer: writer.encrypt("hemmelig", algorithm="RC4-128")), LOCKED),
        (WHOLE[:500], DAMAGED),
        (WHOLE[:-9], DAMAGED),
        (b"%PDF-1.7\n%%EOF", DAMAGED),
        (WHOLE.replace(b"/Kids", b"/Kinder"), None),
        (document(b"q " * 11_000_000, packed=True), FAR_MORE),
        (document(b"q " * 600_000, packed=True), FAR_MORE),
        (
            document(GLYPHS),
            "does not say which letters its signs are. Save the transcript as .docx or .txt.",
        ),
    ],
    ids="locked,cut,no end,stub,no pages,bomb,too many operators,glyphs".split(","),
)
def test_other_pdfs_are_refused(write: Write, content: bytes, message: str | None) -> None:
    path = write("a.pdf", content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    if message:
        assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


def test_too_many_pages_are_refused(write: Write) -> None:
    data = document(draw(["I: Hvad?"]))
    kids = b"/Count 2001/Kids[" + b"6 0 R " * 2001 + b"]"
    path = write("a.pdf", data.replace(b"/Count 1/Kids[6 0 R]", kids))
    with pytest.raises(InputError, match="far more"):
        read_transcript(path)


def test_faults_are_noted_and_not_printed(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    path = write("a.pdf", WHOLE.replace(b"startxref\n", b"startxref\n9"))
    transcript = read_transcript(path)
    assert transcript.notes[0] == "the PDF has faults: compare the text with it"
    assert capfd.readouterr().err == ""
    assert logging.getLogger("pypdf").propagate
