"""Read transcripts: a module per format; what a file is, its content says and not its name.

To add a format, write a module with a `Reader` and list it in `READERS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from interview_coding.errors import InputError, Problem
from interview_coding.readers import docx, odt, pdf, qdpx, rows, rtf, srt, txt, vtt, whisper
from interview_coding.readers.base import Reader
from interview_coding.readers.package import locked
from interview_coding.speakers import to_turns
from interview_coding.text import Transcript

READERS: tuple[Reader, ...] = (
    docx.READER,
    odt.READER,
    rtf.READER,
    pdf.READER,
    rows.WORKBOOK,
    qdpx.READER,
    vtt.READER,
    srt.READER,
    whisper.READER,
    rows.TABLE,
    txt.READER,
)
"""The formats in the order in which they are tried; plain text takes what no other claims."""

_HEAD = 4096
_MOST_BYTES = 200_000_000

_FOREIGN = (
    (b"", "is empty.", "Put the transcript there, or take the row off the sheet."),
    (
        b"PK",
        "is no whole document: it may be cut off, or of a kind that is no transcript.",
        "Open it in the program that wrote it and save it as .docx, or fetch it again.",
    ),
)
"""What files begin with that are no transcripts for us, what to call them, and what to do."""

_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage"
_OLD = {
    "WordDocument": ("is an old .doc.", "Open it in Word and save it as .docx."),
    "Workbook": ("is an old .xls.", "Open it in Excel and save it as .xlsx."),
}
"""Old Office files by the streams in them."""


def read_transcript(path: Path, interviewers: Sequence[str] = ()) -> Transcript:
    """Read a transcript into turns.

    Parameters
    ----------
    path
        The file.
    interviewers
        Speaker labels that are known to be interviewers', beside the usual ones.

    Raises
    ------
    InputError
        If the file cannot be read, with the reason and a remedy.
    """
    source = str(path)
    if path.stat().st_size > _MOST_BYTES:
        what = "is far larger than a transcript can be, and was not opened."
        raise InputError([Problem(source, what, "Copy the text into a new document.")])
    with path.open("rb") as file:
        head = file.read(_HEAD)
    reader = next((reader for reader in READERS if reader.detects(path, head)), None)
    if reader is None:
        raise _old_office(path) if head.startswith(_OLE) else InputError([_foreign(source, head)])
    reading = reader.read(path)
    turns, notes = to_turns(reading.lines, interviewers)
    if not turns:
        remedy = "Put the transcript there, or take the row off the sheet."
        raise InputError([Problem(source, "holds no text.", remedy)])
    return Transcript(reader.name, turns, (*reading.notes, *notes), reading.evened)


def _old_office(path: Path) -> InputError:
    """Return the error for a file as Office wrote them until 2003, and still writes what it locks."""
    data = path.read_bytes()
    if _LOCKED.encode("utf-16-le") in data:
        return locked(str(path))
    found = (said for stream, said in _OLD.items() if stream.encode("utf-16-le") in data)
    what, remedy = next(found, ("is an old Office file.", "Save the transcript in it as .docx."))
    return InputError([Problem(str(path), what, remedy)])


def _foreign(source: str, head: bytes) -> Problem:
    for mark, what, remedy in _FOREIGN:
        if head.startswith(mark) if mark else not head.strip():
            return Problem(source, what, remedy)
    if _is_html(head):
        remedy = "Open it in a browser, copy the text to Word and save it as .docx."
        return Problem(source, "is a web page (HTML), whatever its name says.", remedy)
    formats = ", ".join(reader.name for reader in READERS)
    return Problem(source, "is in no format that can be read.", f"Save it as one of {formats}.")


def _is_html(head: bytes) -> bool:
    """Tell whether a file that begins with `head` is a web page."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"html" in head.lower()
