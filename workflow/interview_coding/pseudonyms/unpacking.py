"""Every piece of text in a file, whatever its format, with a place that names it without quoting it.

Formats are told by content. Zip packages (.docx, .xlsx, .odt, .qdpx, .npz) are opened, and packages in them,
to a depth of three. What no format fits, or what is damaged, is searched for runs of letters in its bytes.

References: ECMA-376 (WordprocessingML, SpreadsheetML); W3C, Portable Network Graphics, 3rd ed., 11.3.3;
spaCy, ``DocBin.to_bytes``.
"""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from lxml import etree

APART = "\x00"
"""Stands between texts that are given as one but have nothing to do with each other."""

_DEEPEST = 3
_MOST_BYTES = 200_000_000
"""So much is unpacked of one file; the workflow's own files stay far below it."""
_CHUNK = 16_000_000
_OVERLAP = 1_000
_ITEMS = 1_000

_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RUN_UTF8 = re.compile(rb"(?:[\x20-\x7e\t]|[\xc2-\xf4][\x80-\xbf]{1,3}){5,}")
_RUN_1252 = re.compile(rb"[\x20-\x7e\t\xc0-\xff]{5,}")
_RUN_UTF16 = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00){4,}")
_DATA_URI = re.compile(r"\s*data:[^,]{0,80};base64,")

_RUNS = frozenset(
    "r t ins del moveTo moveFrom hyperlink smartTag sdt sdtContent delText instrText fldSimple rPr proofErr"
    " bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference lastRenderedPageBreak"
    " softHyphen noBreakHyphen tab br cr fldChar wbr".split()
)
"""Elements that do not end a stretch of text: a word may be split over them."""
_PHRASES = frozenset("span tspan b i em strong a mark u s sub sup small font code q abbr bdi bdo".split())
"""Elements that may stand within a word, or be set apart from their neighbours by style alone."""
_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "s": " ", "noBreakHyphen": "-"}
_FONTS = frozenset("typeface script ascii hAnsi eastAsia cs".split())
_FORMATTING = frozenset("font family lsdException".split())
"""Attributes and elements of Office files that hold names of fonts and styles only; some are people's too."""


class Text(NamedTuple):
    """A piece of text.

    Parameters
    ----------
    place
        Where in the file it stands, such as ``row 12, column text`` or ``word/document.xml, paragraph 4``.
    text
        What stands there.
    interview_id
        Of the row that it is a cell of, if the table has a column of that name.
    loose
        Whether it was taken from bytes by their looks, and may be no text at all.
    """

    place: str
    text: str
    interview_id: str = ""
    loose: bool = False


def texts(path: Path, notes: list[str] | None = None) -> Iterator[Text]:
    """Yield every piece of text in a file.

    Parameters
    ----------
    path
        A file of any format.
    notes
        Takes, where given, a sentence on each part that could not be unpacked as what it seems to be.

    Yields
    ------
    Text
        In the order of the file. Names of a package's members are pieces too; the file's own name is not.
    """
    budget = _Budget([] if notes is None else notes)
    with path.open("rb") as source:
        data = source.read(_CHUNK)
        if len(data) < _CHUNK or path.stat().st_size <= _MOST_BYTES:
            yield from _unpack(_File(path.name, data + source.read(), budget))
            return
        budget.note("the file", "is too large to be unpacked and was searched as bytes")
        start = 0
        while data:
            yield from _runs(_File(path.name, data, budget), start)
            start += len(data) - _OVERLAP
            following = source.read(_CHUNK)
            data = data[-_OVERLAP:] + following if following else b""


@dataclass
class _Budget:
    """What may still be unpacked of a file, and what there is to say of it."""

    notes: list[str]
    left: int = _MOST_BYTES

    def note(self, where: str, what: str) -> None:
        self.notes.append(f"{where.rstrip(', ')} {what}")

    def take(self, source: Any, where: str) -> bytes:
        """Return what a stream holds, as far as the budget goes."""
        data: bytes = source.read(self.left + 1)
        if len(data) > self.left:
            self.note(where or "the file", "unpacks to more than was searched")
            data = data[: self.left]
        self.left -= len(data)
        return data


@dataclass(frozen=True)
class _File:
    """A file, or a file within one."""

    name: str
    data: bytes
    budget: _Budget
    where: str = ""
    depth: int = 0
    skip: Collection[str] = field(default=())
    """Elements whose text has been given already."""

    def at(self, place: str) -> str:
        return f"{self.where}{place}"

    def note(self, what: str) -> None:
        self.budget.note(self.where or "the file", what)

    def member(self, name: str, data: bytes, skip: Collection[str] = ()) -> _File:
        return _File(name, data, self.budget, self.at(f"{name}, "), self.depth + 1, skip)

    def named(self, *endings: str) -> bool:
        return self.name.lower().endswith(endings)


def _unpack(file: _File) -> Iterator[Text]:
    if file.depth > _DEEPEST and file.data.startswith(_PACKAGES):
        file.note("is packed too deep and was searched as bytes")
        yield from _runs(file)
        return
    for fits, unpack in _FORMATS:
        if not fits(file):
            continue
        try:
            yield from unpack(file)
        except Exception:
            file.note("is damaged, or not what it seems to be, and was searched in another way")
        else:
            return
    yield from _runs(file)


def _decode(data: bytes) -> str | None:
    """Return text; None where bytes are none. Lines that are not UTF-8 are taken for Windows-1252."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if _CONTROL.search(data):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "".join(_decode_line(line) for line in data.splitlines(keepends=True))


def _decode_line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _text_of(file: _File) -> str:
    text = _decode(file.data)
    if text is None:
        raise ValueError("bytes that are no text")
    return text


def _lines(file: _File) -> Iterator[Text]:
    lines = re.split(r"\r\n?|\n", _text_of(file))
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        if line:
            split = line.rstrip().endswith("-")
            yield Text(file.at(f"line {number}"), f"{line}\n{after}" if split else line)


def _table(file: _File) -> Iterator[Text]:
    text = _text_of(file)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    header: list[str] = []
    for number, cells in enumerate(reader, 1):
        header = header or [cell.strip() for cell in cells]
        row = dict(zip(header, cells, strict=False))
        for column, cell in enumerate(cells):
            if cell:
                name = header[column] if number > 1 and column < len(header) else ""
                place = f"row {number}, column {name if 0 < len(name) <= 40 else column + 1}"
                yield Text(file.at(place), cell, row.get("interview_id", "") if number > 1 else "")


def _json(file: _File) -> Iterator[Text]:
    waiting: list[tuple[str, Any]] = [("", json.loads(_text_of(file)))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            for number, key in enumerate(value, 1):
                yield Text(file.at(f"key {number} of {path or 'the whole'}"), key)
            waiting.extend((f"{path}.{key}".lstrip("."), value[key]) for key in reversed(value))
        elif isinstance(value, list):
            waiting.extend((f"{path}[{n}]", value[n - 1]) for n in range(len(value), 0, -1))
        elif isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            yield Text(file.at(path or "the whole"), str(value))


def _xml(file: _File) -> Iterator[Text]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
    yield from _markup(etree.fromstring(file.data, parser), file)
    if b"<!DOCTYPE" in file.data:
        yield from _lines(file)


def _html(file: _File) -> Iterator[Text]:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    yield from _markup(etree.fromstring(_text_of(file).encode(), parser), file)


def _markup(root: Any, file: _File) -> Iterator[Text]:
    stretch: list[str] = []
    counts: Counter[str] = Counter()
    paragraph = ""
    skipped = 0
    phrases = False
    seen: set[str] = set()

    def ended() -> Iterator[Text]:
        text = "".join(stretch) + (APART + " ".join(stretch) if phrases else "")
        stretch.clear()
        if text.strip(f" \t\r\n{APART}"):
            counts[" text"] += 1
            yield Text(file.at(paragraph or f"text {counts[' text']}"), text)

    for event, node in etree.iterwalk(root, ("start", "end", "comment", "pi")):
        if not isinstance(node.tag, str):
            counts[" remark"] += 1
            if node.text and event in ("comment", "pi"):
                yield Text(file.at(f"remark {counts[' remark']}"), node.text)
            stretch.append((node.tail or "") if event != "start" else "")
            continue
        namespace, _, tag = node.tag.rpartition("}")
        if tag in file.skip:
            skipped += 1 if event == "start" else -1
            continue
        if tag in _PHRASES:
            phrases = phrases or "openxmlformats" not in namespace
        elif tag not in _RUNS:
            yield from ended()
            phrases = False
        if event == "start":
            counts[tag] += 1
            paragraph = f"paragraph {counts['p']}" if tag == "p" else paragraph
            yield from _attributes(node, f"{tag} {counts[tag]}", tag, bool(namespace), file, seen)
            if not skipped:
                stretch.append(node.text or _CHARACTERS.get(tag, ""))
        else:
            paragraph = "" if tag == "p" else paragraph
            if not skipped:
                stretch.append(node.tail or "")
    yield from ended()


def _attributes(
    node: Any, element: str, tag: str, office: bool, file: _File, seen: set[str]
) -> Iterator[Text]:
    """Yield the values of an element's attributes that have not been seen in the file yet."""
    if office and tag in _FORMATTING:
        return
    for key, value in node.attrib.items():
        name = key.rpartition("}")[2]
        if value in seen or len(value) < 2 or (office and name in _FONTS):
            continue
        seen.add(value)
        place = f"{name} of {element}"
        if match := _DATA_URI.match(value):
            yield from _unpack(file.member(place, base64.b64decode(value[match.end() :])))
        else:
            yield Text(file.at(place), value)


def _zip(file: _File) -> Iterator[Text]:
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        members = package.infolist()
        if package.comment:
            yield Text(file.at("comment"), _decode_line(package.comment))
        for number, member in enumerate(members, 1):
            yield Text(file.at(f"name of member {number}"), member.filename)
            if member.comment:
                yield Text(file.at(f"comment on member {number}"), _decode_line(member.comment))
        done: set[str] = set()
        if "xl/workbook.xml" in package.namelist():
            try:
                yield from _cells(file, package, done)
            except Exception:
                file.note("is a damaged workbook and was searched as a package")
                done.clear()
        for member in members:
            place = file.at(member.filename)
            if member.is_dir() or (member.filename in done and member.filename == _STRINGS):
                continue
            try:
                with package.open(member) as source:
                    data = file.budget.take(source, place)
            except Exception:
                file.budget.note(place, "is locked or damaged and was not searched")
                continue
            yield from _unpack(file.member(member.filename, data, "c" if member.filename in done else ()))


_STRINGS = "xl/sharedStrings.xml"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _cells(file: _File, package: zipfile.ZipFile, done: set[str]) -> Iterator[Text]:
    """Yield a workbook's cells, and strings that no cell shows; add the parts dealt with to `done`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)

    def part(name: str) -> Any:
        with package.open(name) as source:
            return etree.fromstring(file.budget.take(source, file.at(name)), parser)

    strings = []
    if _STRINGS in package.namelist():
        strings = [_string(item) for item in part(_STRINGS).iter(f"{_SHEET}si")]
        done.add(_STRINGS)
    targets = {r.get("Id"): r.get("Target") for r in part("xl/_rels/workbook.xml.rels")}
    shown = set()
    for sheet in part("xl/workbook.xml").iter(f"{_SHEET}sheet"):
        target = targets[sheet.get(_RELATION)]
        name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        header: dict[str, str] = {}
        for row in part(name).iter(f"{_SHEET}row"):
            values = {}
            for cell in row.iter(f"{_SHEET}c"):
                value = _string(cell) or cell.findtext(f"{_SHEET}v", "")
                if cell.get("t") == "s":
                    shown.add(int(value))
                    value = strings[int(value)]
                values[cell.get("r", "")] = value
            columns = {reference.rstrip("0123456789"): value for reference, value in values.items()}
            owner = next((columns.get(c, "") for c, title in header.items() if title == "interview_id"), "")
            header = header or columns
            for reference, value in values.items():
                yield Text(file.at(f"sheet {sheet.get('name')}, cell {reference}"), value, owner)
        done.add(name)
    for number, value in enumerate(strings):
        if number not in shown:
            yield Text(file.at(f"{_STRINGS}, string {number + 1}"), value)


def _string(element: Any) -> str:
    """Return the text of a shared or inline string, joined over its runs."""
    return "".join(t.text or "" for t in element.iter(f"{_SHEET}t"))


_PICTURE = frozenset(b"IHDR PLTE IDAT IEND gAMA cHRM sRGB sBIT bKGD hIST tRNS pHYs tIME".split())


def _png(file: _File) -> Iterator[Text]:
    data, at = file.data, 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
        if at > len(data):
            raise ValueError("a chunk that is cut off")
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            key, _, rest = body.partition(b"\x00")
            yield Text(file.at(f"{kind.decode()} {key.decode('latin-1')}"), _png_text(kind, rest, file))
            yield Text(file.at(f"key of a {kind.decode()}"), key.decode("latin-1"))
        elif kind not in _PICTURE:
            yield from _runs(file.member(kind.decode("latin-1"), body))
        if kind == b"IEND":
            break
    if data[at:]:
        yield from _unpack(file.member("behind the picture", data[at:]))


def _png_text(kind: bytes, rest: bytes, file: _File) -> str:
    if kind == b"tEXt":
        return rest.decode("latin-1")
    if kind == b"zTXt":
        return _inflate(rest[1:], file).decode("latin-1")
    packed, (language, translated, text) = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)
    text = _inflate(text, file) if packed else text
    return "\n".join(part.decode("utf-8", "replace") for part in (language, translated, text))


def _inflate(data: bytes, file: _File) -> bytes:
    engine = zlib.decompressobj()
    found = engine.decompress(data, max(file.budget.left, 1))
    if not engine.eof:
        file.note("unpacks to more than was searched, or is cut off")
    file.budget.left -= len(found)
    return found


def _pdf(file: _File) -> Iterator[Text]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(file.data))
    for key, value in (reader.metadata or {}).items():
        yield Text(file.at(f"property {key.lstrip('/')}"), str(value))
    if (metadata := reader.root_object.get("/Metadata")) is not None:
        yield from _unpack(file.member("metadata", metadata.get_object().get_data()))
    for number, page in enumerate(reader.pages, 1):
        yield Text(file.at(f"page {number}"), page.extract_text())
        for note, annotation in enumerate(page.get("/Annots") or (), 1):
            values = annotation.get_object()
            said = [str(values[key]) for key in ("/Contents", "/T", "/Subj", "/V") if key in values]
            yield Text(file.at(f"page {number}, annotation {note}"), APART.join(said))
    titles = (str(item.get("/Title", "")) for item in _outline(reader.outline))
    for number, title in enumerate(titles, 1):
        yield Text(file.at(f"bookmark {number}"), title)
    for number, (name, contents) in enumerate(reader.attachments.items(), 1):
        yield Text(file.at(f"name of attachment {number}"), name)
        for data in contents:
            yield from _unpack(file.member(f"attachment {number}", data))


def _outline(items: Any) -> Iterator[Any]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item)
        else:
            yield item


def _docs(file: _File) -> Iterator[Text]:
    """Yield the texts and strings of a spaCy DocBin, or what else zlib has packed."""
    data = _inflate(file.data, file)
    if b"strings" not in data or b"lengths" not in data:
        yield from _unpack(file.member("unpacked", data))
        return
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    stored = DocBin().from_bytes(file.data)
    for number, doc in enumerate(stored.get_docs(Vocab()), 1):
        yield Text(file.at(f"doc {number}"), doc.text)
    for number, string in enumerate(sorted(stored.strings), 1):
        yield Text(file.at(f"string {number}"), string)


def _gzip(file: _File) -> Iterator[Text]:
    with gzip.open(io.BytesIO(file.data)) as source:
        data = file.budget.take(source, file.where)
    yield from _unpack(file.member("unpacked", data))


def _array(file: _File) -> Iterator[Text]:
    array = np.lib.format.read_array(io.BytesIO(file.data), allow_pickle=False)
    for number, name in enumerate(array.dtype.names or (), 1):
        yield Text(file.at(f"name of field {number}"), name)
    if array.dtype.kind in "SU":
        items = [_decode_line(item) if isinstance(item, bytes) else item for item in array.ravel().tolist()]
        for start in range(0, len(items), _ITEMS):
            some = items[start : start + _ITEMS]
            yield Text(file.at(f"items {start + 1}-{start + len(some)}"), APART.join(some))
    elif array.dtype.kind == "V":
        yield from _runs(file)


def _runs(file: _File, start: int = 0) -> Iterator[Text]:
    """Yield what looks like text in bytes: as UTF-8, Windows-1252 or UTF-16, longer than a few characters."""
    known = set()
    for match in _RUN_UTF8.finditer(file.data):
        known.add(match.span())
        yield Text(
            file.at(f"byte {start + match.start() + 1}"), match.group().decode("utf-8", "replace"), "", True
        )
    for pattern, encoding in ((_RUN_1252, "cp1252"), (_RUN_UTF16, "utf-16-le")):
        for match in pattern.finditer(file.data):
            if match.span() not in known:
                text = match.group().decode(encoding, "replace")
                yield Text(file.at(f"byte {start + match.start() + 1}"), text, "", True)


def _is_markup(file: _File) -> bool:
    head = file.data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") or file.data[:200].lstrip(b"\xfe\xff").startswith(b"\x00<")


def _is_html(file: _File) -> bool:
    head = file.data[:1000].lower()
    return file.named(".html", ".htm") or (
        _is_markup(file) and (b"<html" in head or b"<!doctype html" in head)
    )


_FORMATS: tuple[tuple[Callable[[_File], bool], Callable[[_File], Iterator[Text]]], ...] = (
    (lambda file: file.data.startswith(_PACKAGES[:2]), _zip),
    (lambda file: file.data.startswith(_PACKAGES[2]), _gzip),
    (lambda file: file.data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    (lambda file: b"%PDF-" in file.data[:1024], _pdf),
    (lambda file: file.data.startswith((b"x\x01", b"x\x9c", b"x\xda")), _docs),
    (lambda file: file.data.startswith(b"\x93NUMPY"), _array),
    (lambda file: file.named(".json"), _json),
    (_is_html, _html),
    (_is_markup, _xml),
    (lambda file: file.named(".csv", ".tsv"), _table),
    (lambda file: _decode(file.data) is not None, _lines),
)
"""How formats are told, and what unpacks them; the first that fits and does not fail."""
