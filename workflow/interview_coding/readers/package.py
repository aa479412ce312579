"""Zip packages (.docx, .odt, .xlsx, .qdpx), opened so that no file can harm the machine.

Nothing is unpacked to disk: members are read by name into memory, after the package's directory has said
how large they are. References: APPNOTE.TXT (PKWARE) for the directory; ECMA-376-2 and ODF 1.3 part 2 for
what a package of office documents holds.
"""

from __future__ import annotations

import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from interview_coding.errors import InputError, Problem

_MOST_MEMBERS = 2_000
_MOST_BYTES = 200_000_000
_MOST_RATIO = 100
_SMALL_MEMBER = 1_000_000
_MOST_XML = 30_000_000
_MOST_ELEMENTS = 1_000_000
"""A parsed tree takes up to thirty times the bytes of its XML, and time for each element."""
_MOST_DIRECTORY = 1_000_000

_IS_XML = re.compile(r".*\.(xml|rels|vml|rdf|qde|qdc)", re.I | re.S)
_ENCRYPTED = 0x1
_END = b"PK\x05\x06"
_LONGEST_END = 22 + 0xFFFF

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    LookupError,
    ValueError,
    RuntimeError,
    OSError,
    EOFError,
)
"""What the standard library raises on packages that are cut off or altered."""

REPAIR = "Open it in the program that wrote it and save it anew, or fetch it again."
_ANEW = "Copy the text into a new document."
_TOO_LARGE = "unpacks to far more than a transcript can be, and was not opened."
_HAS_DTD = "holds a document type definition, which no office program writes, and was not opened."
_UNSAFE_NAMES = "holds parts whose names lead out of the package or come twice, and was not opened."


def locked(file: str) -> InputError:
    """Return the error for a file that only a password opens."""
    remedy = "Open it in the program that wrote it and save it without a password."
    return InputError([Problem(file, "is locked with a password.", remedy)])


def damaged(file: str, kind: str) -> InputError:
    """Return the error for a file that says what it is but cannot be read as that."""
    return InputError([Problem(file, f"is a damaged {kind}.", REPAIR)])


@dataclass(frozen=True)
class Package:
    """An open package whose directory was found harmless.

    Parameters
    ----------
    file
        The file as the user knows it.
    kind
        What it is called in messages, e.g. ``Word document``.
    names
        Its members, folders left out.
    """

    file: str
    kind: str
    names: tuple[str, ...]
    _archive: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """Return a member's bytes.

        Raises
        ------
        InputError
            If there is no such member, it is damaged or unpacks to more than text does, or it is XML with
            a document type definition.
        """
        try:
            member = self._archive.getinfo(name)
            if _is_swollen(member):
                raise InputError([Problem(self.file, _TOO_LARGE, _ANEW)])
            data = self._archive.read(member)
        except _BROKEN as error:
            raise damaged(self.file, self.kind) from error
        if _IS_XML.fullmatch(name) and _has_dtd(data):
            raise InputError([Problem(self.file, _HAS_DTD, _ANEW)])
        return data

    def parse(self, name: str) -> Any:
        """Return the root element of a member that is XML; raises `InputError` as `read` does."""
        return parse_xml(self.read(name), self.file, self.kind)


@contextmanager
def open_package(path: Path, kind: str) -> Iterator[Package]:
    """Open a zip package for reading.

    Parameters
    ----------
    path
        The file.
    kind
        What it is called in messages, e.g. ``Word document``.

    Raises
    ------
    InputError
        If the package is damaged, locked, larger unpacked than a transcript can be, has members whose
        names lead out of it or come twice, or XML with a document type definition.
    """
    file = str(path)
    with _archive(path, kind) as archive:
        members = archive.infolist()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise locked(file)
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_BYTES:
            raise InputError([Problem(file, _TOO_LARGE, _ANEW)])
        twice = Counter(member.filename for member in members).most_common(1)
        if any(map(_leads_out, members)) or (twice and twice[0][1] > 1):
            raise InputError([Problem(file, _UNSAFE_NAMES, _ANEW)])
        names = tuple(member.filename for member in members if not member.is_dir())
        package = Package(file, kind, names, archive)
        for name in filter(_IS_XML.fullmatch, names):
            package.read(name)
        yield package


def names_in(path: Path, head: bytes) -> frozenset[str]:
    """Return the names of a package's members, for detecting formats; none if it is no whole package.

    Parameters
    ----------
    path
        The file.
    head
        Its first bytes.

    Raises
    ------
    InputError
        If the package's directory is larger than any transcript's.
    """
    if not head.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(_small_directory(path)) as archive:
            return frozenset(archive.namelist())
    except _BROKEN:
        return frozenset()


def parse_xml(data: bytes, file: str, kind: str) -> Any:
    """Return the root element of an XML document.

    Entities are never resolved, nothing is fetched, and a document type definition is refused.

    Parameters
    ----------
    data
        The document.
    file, kind
        What it is called in messages: the file, and what the file is.

    Raises
    ------
    InputError
        If it is not well-formed, too large, or has a document type definition.
    """
    if len(data) > _MOST_XML:
        raise InputError([Problem(file, _TOO_LARGE, _ANEW)])
    if _has_dtd(data):
        raise InputError([Problem(file, _HAS_DTD, _ANEW)])
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(file, kind) from error
    if root.xpath("count(//*)") > _MOST_ELEMENTS:
        raise InputError([Problem(file, _TOO_LARGE, _ANEW)])
    if root.getroottree().docinfo.doctype:
        raise InputError([Problem(file, _HAS_DTD, _ANEW)])
    return root


def _small_directory(path: Path) -> Path:
    """Return `path` if its directory is small enough to be read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_END))
        tail = file.read()
    end = tail.rfind(_END)
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > _MOST_DIRECTORY:
        raise InputError([Problem(str(path), _TOO_LARGE, _ANEW)])
    return path


@contextmanager
def _archive(path: Path, kind: str) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(_small_directory(path))
    except _BROKEN as error:
        raise damaged(str(path), kind) from error
    with archive:
        yield archive


def _is_swollen(member: zipfile.ZipInfo) -> bool:
    """Tell whether a part unpacks to more than text does."""
    dense = member.file_size > _MOST_RATIO * member.compress_size
    most = _MOST_XML if _IS_XML.fullmatch(member.filename) else _MOST_BYTES
    return member.file_size > most or (member.file_size > _SMALL_MEMBER and dense)


def _leads_out(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member would be written outside the package's folder, or is a link."""
    name = member.orig_filename
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return is_link or "\\" in name or "\0" in name or name[1:2] == ":" or bool({"", ".."} & set(_steps(name)))


def _steps(name: str) -> list[str]:
    return name.removesuffix("/").split("/")


def _has_dtd(data: bytes) -> bool:
    plain = data.replace(b"\x00", b"")
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
