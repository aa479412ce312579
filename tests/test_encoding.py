from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.encoding import decode, encoding_of
from interview_coding.errors import InputError

TEXT = "Søren på Ærø: “Så …”\nÅse"
UNREADABLE = (
    "a.txt: is not text in UTF-8, UTF-16 or Windows-1252. "
    "Open it in the program that wrote it and save it as text in UTF-8."
)
MIXED = (
    "a.txt: mixes UTF-8 with another encoding. "
    "Look for the odd characters in an editor, correct them and save it in UTF-8."
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\r\n").encode(),
    ],
    ids="utf-8,mark,1252,utf-16 le,utf-16 be,crlf,cr,crcrlf".split(","),
)
def test_danish_text_is_read_in_every_usual_encoding(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "mac_roman", "cp865"])
def test_danish_text_in_rarer_encodings_is_read_where_the_bytes_leave_no_doubt(encoding: str) -> None:
    text = "Så rødgrød på Ærø, sagde Åse.\n"
    assert encoding_of(text.encode(encoding)) == encoding
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "text",
    ["Det er 3½ time, ikke ¾.", "Hvad er ¿que? – og Œuvre", "Søren skrev ¾ side", "Se note† og ›citat‹"],
)
def test_windows_1252_with_rare_signs_stays_what_it_is(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_nothing_is_nothing() -> None:
    assert decode(b"", "a.txt") == ""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\x00b", UNREADABLE),
        (b"\xe6\x00", UNREADABLE),
        ("å".encode("utf-16-le"), UNREADABLE),
        (codecs.BOM_UTF16_LE + b"a\x00b", UNREADABLE),
        (codecs.BOM_UTF8 + b"\xe6\xf8", UNREADABLE),
        ("å".encode("utf-32"), UNREADABLE),
        (b"\x8d\xe6", UNREADABLE),
        ("Søren ".encode() + "Åse".encode("cp1252"), MIXED),
        ("På Ærø".encode()[:-1], MIXED),
    ],
    ids="nul,nul in 1252,utf-16,odd,mark,utf-32,undefined,mixed,cut".split(","),
)
def test_other_bytes_are_refused_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert [str(problem) for problem in caught.value.problems] == [message]


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00\ufeff")))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_comes_back_as_it_was(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@settings(max_examples=100, deadline=None)
@given(st.text("abcæøåÆØÅéü ?:\n"))
def test_danish_letters_in_windows_1252_come_back(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text
