"""Files that were flipped, cut and spliced: each gives a transcript or says what is wrong with it."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.text import Transcript

FOLDER = Path(__file__).parent / "conversation"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "turns.json")
TURNS = json.loads((FOLDER / "turns.json").read_text(encoding="utf-8"))
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "12"))
SPICE = (
    *(
        rb"\u-10179?",
        rb"\'",
        rb"{\*",
        rb"\bin9 ",
        b"}",
        b"\\",
        b"</",
        b"<w:p>",
        b"<text:s/>",
        b'w:val="',
        b"&x;",
    ),
    *(
        b"\xff\xfe",
        b"\x00",
        b"\xc3",
        b"-->",
        b"\n\n",
        b"\r",
        b":",
        b"99:99:99",
        b",",
        b";",
        b'"',
        b"[]",
        b"{}",
    ),
    *(b"null", b"NaN", b"1e999", b"-1", b"99999999999", b"endobj"),
)
"""What means something in one of the formats."""

Edit = tuple[str, float, float, bytes]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "drop", "copy", "put"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.one_of(st.sampled_from(SPICE), st.binary(min_size=1, max_size=4)),
    ),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, edits: list[Edit]) -> bytes:
    for kind, first, second, piece in edits:
        at, to = sorted((int(first * len(data)), int(second * len(data))))
        near = min(to, at + 40)
        if kind == "flip":
            data = data[:at] + bytes(byte ^ piece[0] for byte in data[at : at + 1]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:to]
        elif kind == "drop":
            data = data[:at] + data[near:]
        elif kind == "copy":
            data = data[:to] + data[at:near] + data[to:]
        else:
            data = data[:at] + piece + data[at:]
    return data


def changed_inside(data: bytes, which: float, edits: list[Edit]) -> bytes:
    """Change one member of a package, which would else only fail its checksum."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = list(members)[int(which * (len(members) - 1))]
    members[name] = changed(members[name], edits)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return copy.getvalue()


def read_or_refuse(path: Path) -> Transcript | InputError:
    try:
        return read_transcript(path)
    except InputError as error:
        return error


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, which=st.floats(0, 1), inside=st.booleans())
def test_a_changed_file_is_read_or_refused(
    tmp_path: Path, path: Path, edits: list[Edit], which: float, inside: bool
) -> None:
    data = path.read_bytes()
    is_package = data.startswith(b"PK")
    fuzzed = tmp_path / path.name
    fuzzed.write_bytes(changed_inside(data, which, edits) if inside and is_package else changed(data, edits))
    outcome = read_or_refuse(fuzzed)
    if isinstance(outcome, InputError):
        assert all(problem.file == str(fuzzed) for problem in outcome.problems)
        assert not any(turn["text"] in str(outcome) for turn in TURNS)
    else:
        assert all(turn.text.strip() for turn in outcome.turns)
