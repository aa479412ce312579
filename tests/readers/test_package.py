from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.errors import InputError
from interview_coding.readers.package import names_in, open_package, parse_xml

Write = Callable[[str, str | bytes], Path]

REPAIR = "Open it in the program that wrote it and save it anew, or fetch it again."
ANEW = "Copy the text into a new document."
DAMAGED = f"is a damaged Word document. {REPAIR}"
TOO_LARGE = f"unpacks to far more than a transcript can be, and was not opened. {ANEW}"
DTD = f"holds a document type definition, which no office program writes, and was not opened. {ANEW}"
NAMES = f"holds parts whose names lead out of the package or come twice, and was not opened. {ANEW}"
LOCKED = "is locked with a password. Open it in the program that wrote it and save it without a password."


def zipped(*members: tuple[str | zipfile.ZipInfo, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def changed(data: bytes, at: int, value: bytes) -> bytes:
    """Write into the entry of the first member in the package's directory."""
    start = data.index(b"PK\x01\x02") + at
    return data[:start] + value + data[start + len(value) :]


def named(name: str) -> bytes:
    """Zip a member whose name `zipfile` would mend."""
    return zipped(("N" * len(name), b"x")).replace(b"N" * len(name), name.encode())


def link() -> bytes:
    member = zipfile.ZipInfo("a.xml")
    member.create_system = 3
    member.external_attr = 0o120777 << 16
    return zipped((member, b"/etc/passwd"))


GOOD = zipped(("folder/", ""), ("folder/a.xml", "<a>å</a>"), ("b.txt", "b"))


def read(path: Path, name: str) -> bytes:
    with open_package(path, "Word document") as package:
        return package.read(name)


def message(path: Path, name: str) -> str:
    with pytest.raises(InputError) as caught:
        read(path, name)
    (problem,) = caught.value.problems
    return str(problem).removeprefix(f"{path}: ")


def test_members_are_read_by_name_into_memory(write: Write) -> None:
    path = write("a.docx", GOOD)
    with open_package(path, "Word document") as package:
        assert package.names == ("folder/a.xml", "b.txt")
        assert package.read("b.txt") == b"b"
        assert package.parse("folder/a.xml").text == "å"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zipped(("a.xml", bytes(3_000_000))), TOO_LARGE),
        (zipped(*((str(n), b"") for n in range(2_001))), TOO_LARGE),
        (changed(GOOD, 24, (200_000_001).to_bytes(4, "little")), TOO_LARGE),
        (GOOD[:-10] + (1_000_001).to_bytes(4, "little") + GOOD[-6:], TOO_LARGE),
        (changed(GOOD, 8, b"\x01"), LOCKED),
        (zipped(("a.xml", "<!DOCTYPE a>")), DTD),
        (zipped(("a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16"))), DTD),
        (zipped(("a.xml", "<!ENTITY b>".encode("utf-32-be"))), DTD),
        (zipped(("a.rels", "<!DOCTYPE a>")), DTD),
        (named("../a"), NAMES),
        (named("a/../../b"), NAMES),
        (named("/a"), NAMES),
        (named("a\\..\\b"), NAMES),
        (named("C:/a"), NAMES),
        (named("a//b"), NAMES),
        (link(), NAMES),
        (zipped(("a.xml", "<a/>"), ("b.xml", "<a/>")).replace(b"b.xml", b"a.xml"), NAMES),
        (GOOD[:60], DAMAGED),
        (b"no zip", DAMAGED),
        (changed(GOOD, 10, b"\x63"), DAMAGED),
        (changed(zipped(("a.xml", "<a/>")), 16, b"\x00"), DAMAGED),
    ],
    ids=(
        "ratio,members,bytes,directory,encrypted,dtd,utf16,utf32,rels,up,up and out,absolute,backslash,drive,"
        "empty step,link,twice,cut,no zip,method,crc"
    ).split(","),
)
def test_packages_that_could_harm_or_mislead_are_refused(write: Write, data: bytes, told: str) -> None:
    assert message(write("a.docx", data), "a.xml") == told


def test_a_swollen_part_is_refused_when_it_is_read(write: Write) -> None:
    path = write("a.docx", zipped(("a.xml", "<a/>"), ("blank.bmp", bytes(3_000_000))))
    assert read(path, "a.xml") == b"<a/>"
    assert message(path, "blank.bmp") == TOO_LARGE


def test_a_part_that_is_not_there_is_named_as_damage(write: Write) -> None:
    assert message(write("a.docx", GOOD), "c.xml") == DAMAGED


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<a>", DAMAGED),
        (b"", DAMAGED),
        (b"<a>&b;</a>", DAMAGED),
        (b"<!DOCTYPE a><a/>", DTD),
        (b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-+ADw-a/+AD4-", None),
        (b"<a>" * 400 + b"</a>" * 400, DAMAGED),
        (b"<a>" + b" " * 30_000_000 + b"</a>", TOO_LARGE),
        (b"<a>" + b"<b/>" * 1_000_000 + b"</a>", TOO_LARGE),
    ],
    ids="open,empty,entity,dtd,utf7,deep,large,many".split(","),
)
def test_xml_is_parsed_without_entities_or_not_at_all(data: bytes, told: str | None) -> None:
    with pytest.raises(InputError) as caught:
        parse_xml(data, "a.xml", "Word document")
    (problem,) = caught.value.problems
    assert told is None or str(problem) == f"a.xml: {told}"


def test_detecting_reads_the_names_and_tells_nothing_of_what_is_no_package(write: Write) -> None:
    assert names_in(write("a", GOOD), b"PK") == {"folder/", "folder/a.xml", "b.txt"}
    assert names_in(write("a", GOOD[:60]), b"PK") == frozenset()
    assert names_in(write("a", b"text"), b"text") == frozenset()
