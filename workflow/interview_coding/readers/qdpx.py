"""REFI-QDA projects (.qdpx), as NVivo, ATLAS.ti, MAXQDA and QualCoder exchange them: the text in them.

Reference: REFI-QDA standard 1.0, Project.xsd.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview_coding.encoding import decode
from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import Package, names_in, open_package
from interview_coding.readers.stretches import to_reading
from interview_coding.readers.txt import paragraphs

_KIND = "REFI-QDA project"
_Q = "{urn:QDA-XML:project:1.0}"
_INTERNAL = "internal://"
_LEFT_OUT = {
    "Coding": "codings",
    "Note": "memos",
    "PDFSource": "PDF sources",
    "PictureSource": "pictures",
}
_EXPORT = "Export the transcript from the program that wrote the project, as .docx or .txt."


def detects(path: Path, head: bytes) -> bool:
    """Take zip packages that hold a project."""
    return any(map(_is_project, names_in(path, head)))


def read(path: Path) -> Reading:
    """Read the one text of a project: a source, or the transcript of a recording.

    Raises
    ------
    InputError
        If the package is damaged, or holds no text, several, or one that lies outside it.
    """
    with open_package(path, _KIND) as package:
        root = package.parse(next(filter(_is_project, package.names)))
        texts = [text for source in _sources(root) if (text := _text(source, package)).strip("\ufeff \r\n\t")]
        left_out = Counter(what for name, what in _LEFT_OUT.items() for _ in root.iter(f"{_Q}{name}"))
    if len(texts) != 1:
        what = f"holds {len(texts) or 'no'} texts, and a transcript's file must hold one."
        raise InputError([Problem(str(path), what, _EXPORT)])
    hygiene = Hygiene()
    return to_reading(paragraphs(texts[0].removeprefix("\ufeff"), hygiene), left_out, hygiene)


def _is_project(name: str) -> bool:
    return name.lower().endswith(".qde") and "/" not in name


def _sources(root: Any) -> Iterator[Any]:
    """Yield the text sources, and the transcripts of recordings."""
    for source in root.iterfind(f"{_Q}Sources/*"):
        if source.tag == f"{_Q}TextSource":
            yield source
        elif source.tag in (f"{_Q}AudioSource", f"{_Q}VideoSource"):
            yield from source.iterfind(f"{_Q}Transcript")


def _text(source: Any, package: Package) -> str:
    """Return a source's text, from the project itself or from the file that it names."""
    content = source.findtext(f"{_Q}PlainTextContent")
    if content is not None:
        return str(content)
    address = source.get("plainTextPath") or ""
    wanted = address.replace(_INTERNAL, "sources/", 1).casefold()
    name = next((name for name in package.names if name.casefold() == wanted), None)
    if name is None:
        what = "names a text that is not in the package."
        raise InputError([Problem(package.file, what, _EXPORT)])
    return decode(package.read(name), package.file)


READER = Reader("qdpx", detects, read)
