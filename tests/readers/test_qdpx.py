from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.qdpx import READER

Write = Callable[[str, str | bytes], Path]

TEXT = "I: Hvad?\nR: Tja, på Ærø."
INSIDE = f'<TextSource guid="1"><PlainTextContent>{TEXT}</PlainTextContent></TextSource>'
BESIDE = '<TextSource guid="1" plainTextPath="internal://1.txt" richTextPath="internal://1.docx"/>'
EXPORT = "Export the transcript from the program that wrote the project, as .docx or .txt."


def project(sources: str, more: str = "", **files: bytes) -> bytes:
    data = io.BytesIO()
    root = '<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0">'
    qde = f"{root}<Sources>{sources}</Sources>{more}</Project>"
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("project.qde", qde)
        for name, content in files.items():
            package.writestr(f"Sources/{name.replace('_', '.')}", content)
    return data.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        project(INSIDE),
        project(BESIDE, **{"1_txt": TEXT.encode()}),
        project(BESIDE, **{"1_txt": TEXT.replace("\n", "\r\n").encode("utf-8-sig")}),
        project(INSIDE + '<TextSource guid="2"><PlainTextContent>\ufeff</PlainTextContent></TextSource>'),
        project(
            f'<AudioSource guid="3"><Transcript guid="4"><PlainTextContent>{TEXT}</PlainTextContent>'
            "</Transcript></AudioSource>"
        ),
    ],
    ids=["inside", "beside", "mark", "an empty one too", "transcript of a recording"],
)
def test_the_text_is_read(write: Write, content: bytes) -> None:
    transcript = read_transcript(write("a.zip", content))
    assert transcript.format == "qdpx"
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Interviewer", "Hvad?"),
        ("R", "Tja, på Ærø."),
    ]
    assert transcript.notes == ()


def test_what_is_left_out_is_counted(write: Write) -> None:
    selection = "<PlainTextSelection><Coding/></PlainTextSelection><Coding/>"
    sources = INSIDE.replace("</TextSource>", f"{selection}</TextSource>") + (
        "<PDFSource><Representation><PlainTextContent>x</PlainTextContent></Representation></PDFSource><PictureSource/>"
    )
    reading = READER.read(write("a.qdpx", project(sources, "<Notes><Note/></Notes>")))
    assert [line.text for line in reading.lines] == TEXT.split("\n")
    assert set(reading.notes) == {
        "left out: 2 codings",
        "left out: 1 memos",
        "left out: 1 PDF sources",
        "left out: 1 pictures",
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (project(INSIDE * 2), f"holds 2 texts, and a transcript's file must hold one. {EXPORT}"),
        (project("<PDFSource/>"), f"holds no texts, and a transcript's file must hold one. {EXPORT}"),
        (project(BESIDE), f"names a text that is not in the package. {EXPORT}"),
        (
            project(BESIDE.replace("internal://", "absolute:///etc/"), **{"1_txt": b"x"}),
            f"names a text that is not in the package. {EXPORT}",
        ),
        (project('<TextSource guid="1"/>'), f"names a text that is not in the package. {EXPORT}"),
        (
            project(INSIDE).replace(b"<Sources>", b"<Kilder!>"),
            "is a damaged REFI-QDA project. "
            "Open it in the program that wrote it and save it anew, or fetch it again.",
        ),
    ],
    ids=["two", "none", "missing", "outside", "nowhere", "broken"],
)
def test_other_projects_are_refused(write: Write, content: bytes, message: str) -> None:
    path = write("a.qdpx", content)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]
