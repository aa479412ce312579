from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from interview_coding.errors import InputError
from interview_coding.readers import READERS, read_transcript

Write = Callable[[str, str | bytes], Path]

DEMO = Path(__file__).parents[2] / "data" / "demo"


def word() -> bytes:
    data = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("I: Hvad?")
    document.save(data)
    return data.getvalue()


def excel() -> bytes:
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    return data.getvalue()


def ods() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office:document-content/>")
    return data.getvalue()


def ole(stream: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + stream.encode("utf-16-le") + bytes(60)


def bad_directory() -> bytes:
    data = word()
    at = data.rindex(b"PK\x01\x02")
    return data[:at] + b"XX" + data[at + 2 :]


ADRIFT = "Put the transcript there, or take the row off the sheet."
EMPTY = f"is empty. {ADRIFT}"
LOCKED = "is locked with a password. Open it in the program that wrote it and save it without a password."
OLD_DOC = "is an old .doc. Open it in Word and save it as .docx."
OLD_XLS = "is an old .xls. Open it in Excel and save it as .xlsx."
OLD = "is an old Office file. Save the transcript in it as .docx."
CUT = (
    "is no whole document: it may be cut off, or of a kind that is no transcript. "
    "Open it in the program that wrote it and save it as .docx, or fetch it again."
)
PDF = "is a damaged PDF. Open it in the program that wrote it and save it anew, or fetch it again."
HTML = (
    "is a web page (HTML), whatever its name says. "
    "Open it in a browser, copy the text to Word and save it as .docx."
)
OTHER = f"is in no format that can be read. Save it as one of {', '.join(r.name for r in READERS)}."


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.vtt"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", EMPTY),
        (b" \r\n\t", EMPTY),
        ("\ufeff".encode(), f"holds no text. {ADRIFT}"),
        (b"WEBVTT\n\nNOTE x\n", f"holds no text. {ADRIFT}"),
        (ole("EncryptedPackage"), LOCKED),
        (ole("WordDocument"), OLD_DOC),
        (ole("Workbook"), OLD_XLS),
        (ole("Slides"), OLD),
        (word()[:3000], CUT),
        (word()[:40], CUT),
        (bad_directory(), CUT),
        (excel(), f"holds no text. {ADRIFT}"),
        (ods(), CUT),
        (b"%PDF-1.7\n", PDF),
        (b"<!DOCTYPE html><html><body>Hej", HTML),
        (b"\xef\xbb\xbf\r\n<HTML><body>Hej", HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', HTML),
        (b'<?xml version="1.0"?>\n<transcript/>', OTHER),
    ],
    ids=(
        "empty,blank,only a mark,only a note,locked,doc,xls,ole,truncated,stub,directory,xlsx,ods,pdf,"
        "html,html bom,xhtml,xml"
    ).split(","),
)
def test_a_foreign_file_is_named_with_a_remedy(write: Write, name: str, content: bytes, message: str) -> None:
    path = write(name, content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("a.txt", word(), "docx"),
        ("a.docx", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n", "vtt"),
        ("a", b"1\n00:00:01,000 --> 00:00:02,000\nHej\n", "srt"),
        ("a.srt", b"Hej med dig", "txt"),
        ("a.md", b"<Anna> Hej", "txt"),
        ("a.doc", rb"{\rtf1\ansi Hej}", "rtf"),
        ("a.txt", b'[{"text": "Hej"}]', "json"),
        ("a.txt", b"Taler;Tekst\nI;Hvad?\n", "csv"),
    ],
)
def test_the_content_says_what_a_file_is(write: Write, name: str, content: bytes, format_name: str) -> None:
    assert read_transcript(write(name, content)).format == format_name


def test_a_file_far_larger_than_a_transcript_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(InputError, match="is far larger than a transcript can be, and was not opened"):
        read_transcript(path)


def test_plain_text_is_tried_last() -> None:
    assert READERS[-1].name == "txt"


def test_notes_of_the_reader_come_before_those_on_speakers(write: Write) -> None:
    path = write("a.vtt", "WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\nI: Hej\n")
    assert read_transcript(path).notes == (
        "left out: 1 comments",
        "no respondent recognised: only interviewers speak",
    )


def test_the_demo_reads_back_turn_by_turn(gold: dict[str, Any]) -> None:
    with (DEMO / "interviews.csv").open(encoding="utf-8", newline="") as file:
        sheet = list(csv.DictReader(file))
    read = {}
    for row in sheet:
        transcript = read_transcript(DEMO / row["file"], row["interviewers"].split(";"))
        assert transcript.notes == ()
        read[row["interview_id"]] = [
            (turn.role, turn.text) for turn in transcript.turns if turn.role != "context"
        ]
    written = {
        name: [(turn["speaker"].lower(), turn["text"]) for turn in interview["turns"]]
        for name, interview in gold.items()
    }
    assert read == written
