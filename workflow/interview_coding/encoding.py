"""Turn the bytes of a text file into text."""

from __future__ import annotations

import codecs
import re

from interview_coding.errors import InputError, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WINDOWS = "cp1252"

MISREAD = "Ã[¦¸¥†˜…]"
"""The letters æ, ø, å, Æ, Ø and Å of UTF-8, read as Windows-1252, as a regular expression."""

_DANISH = re.compile(rb"[\xe6\xf8\xe5\xc6\xd8\xc5\xc3]")
_ELSEWHERE = (
    ("mac_roman", re.compile(rb"[A-Za-z][\xbe\xbf\x8c][a-z]")),
    ("cp865", re.compile(rb"[A-Za-z][\x91\x9b\x86][a-z]")),
)
"""How æ, ø and å between letters show that a text of an old Mac or of DOS, if it has none of Windows-1252
and none of UTF-8 (``\\xc3``)."""
_FEWEST_BYTES = 8


def decode(data: bytes, source: str) -> str:
    r"""Decode a text file by its byte order mark, else as UTF-8, else as Windows-1252.

    Unmarked UTF-16 and the encodings of old Macs and DOS are taken where the bytes leave no doubt.

    The order is fixed because detectors guess Danish Windows-1252 wrong ("Sřren" for "Søren").

    Parameters
    ----------
    data
        The file's bytes.
    source
        The file to name in messages.

    Returns
    -------
    str
        The text, without byte order mark, with ``\n`` line ends.

    Raises
    ------
    InputError
        If the bytes are no text in any of these encodings.
    """
    encoding = encoding_of(data)
    mark = next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")
    text = _as(data[len(mark) :], encoding, source)
    if encoding == _WINDOWS and re.search(MISREAD, text):
        remedy = "Look for the odd characters in an editor, correct them and save it in UTF-8."
        raise InputError([Problem(source, "mixes UTF-8 with another encoding.", remedy)])
    return text


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text file's bytes as `decode` takes them, without a byte order mark."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked or (marked := _utf16_of(data)):
        return marked
    return "utf-8" if _is_utf8(data) else _one_byte_encoding(data)


def _utf16_of(data: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is in: every second byte of Latin letters is zero."""
    zeros = [data[first::2].count(0) for first in (0, 1)]
    if len(data) < _FEWEST_BYTES or len(data) % 2 or 3 * len(data) > 8 * max(zeros):
        return None
    return {0: "utf-16-be", 1: "utf-16-le"}[zeros.index(max(zeros))] if min(zeros) == 0 else None


def _one_byte_encoding(data: bytes) -> str:
    if _DANISH.search(data):
        return _WINDOWS
    return next((encoding for encoding, shows in _ELSEWHERE if shows.search(data)), _WINDOWS)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as(data: bytes, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _unreadable(source) from None
    if "\x00" in text:
        raise _unreadable(source)
    return _unify(text)


def _unify(text: str) -> str:
    return re.sub(r"(\r+)(\n?)", lambda end: "\n" if end[2] else "\n" * len(end[1]), text)


def _unreadable(source: str) -> InputError:
    remedy = "Open it in the program that wrote it and save it as text in UTF-8."
    return InputError([Problem(source, "is not text in UTF-8, UTF-16 or Windows-1252.", remedy)])
