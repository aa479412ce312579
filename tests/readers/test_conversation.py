"""One invented conversation in every format, each file as a program in use writes it.

`libreoffice*` were converted by LibreOffice 7.4, `openpyxl.xlsx` and `divided.pdf` (words divided at line
ends) written by openpyxl and ReportLab; the others were written out after what Word, Word's Strict format,
Google Docs, pandoc, Excel, Teams, Zoom, WhisperX and whisper.cpp are known to write. A file that is
put into the folder is tested.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_coding.readers import READERS, read_transcript
from interview_coding.text import Transcript

FOLDER = Path(__file__).parent / "conversation"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "turns.json")
INTERVIEWERS = ("SPEAKER_00", "Speaker 0")
"""What programs call the first voice that they tell apart."""


def turns(transcript: Transcript) -> Iterator[tuple[str, str]]:
    return ((turn.role, turn.text) for turn in transcript.turns)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_gives_the_same_turns(path: Path) -> None:
    written = json.loads((FOLDER / "turns.json").read_text(encoding="utf-8"))
    transcript = read_transcript(path, INTERVIEWERS)
    assert list(turns(transcript)) == [(turn["role"], turn["text"]) for turn in written]
    assert len({turn.speaker for turn in transcript.turns}) == 2


def test_every_format_has_a_file() -> None:
    formats = {read_transcript(path, INTERVIEWERS).format for path in FILES}
    assert {reader.name for reader in READERS} <= formats


def test_the_files_are_small() -> None:
    assert max(path.stat().st_size for path in FILES) < 40_000


LEFT_OUT = {
    "word.docx": ("4 deleted passages", "1 comments", "1 footers"),
    "word.rtf": ("3 deleted passages", "1 footers"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_of_them_is_said(name: str) -> None:
    assert set(read_transcript(FOLDER / name).notes) == {f"left out: {what}" for what in LEFT_OUT[name]}
