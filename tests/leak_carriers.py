"""Files of many formats that hold a given text, for the tests of the leak check.

Each function writes one file below a folder and returns its name there, and where in it the text stands.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np

Carrier = Callable[[Path, str, str], tuple[str, str]]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OTHER = "fjordby-02"


def write(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def package(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in members.items():
            target.writestr(name, data)
    return stream.getvalue()


def table(folder: Path, name: str, header: str, *rows: list[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([header.split(), *rows])
    return write(folder, name, stream.getvalue())


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    head = (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = [head, *chunks, (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in body
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def paragraph(*runs: str) -> str:
    inner = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{inner}</w:p>"


def word(folder: Path, name: str, **parts: str) -> str:
    members = {f"{part.replace('__', '/')}.xml": xml for part, xml in parts.items()}
    body = members.get("word/document.xml", f"<w:document {W}>{paragraph('Kun løst og fast.')}</w:document>")
    return write(folder, name, package({**members, "word/document.xml": body}))


def cell(folder: Path, name: str, text: str) -> tuple[str, str]:
    rows = ["fjordby-01", "t001", "før\nog efter"], [OTHER, "t002", text]
    return table(folder, f"{name}.csv", "interview_id segment_id text", *rows), "row 3, column text"


def evidence(folder: Path, name: str, text: str) -> tuple[str, str]:
    row = [OTHER, "t002", "agenda.x", f"{text} (ligner øveinterview p69, svar 35)"]
    return table(
        folder, f"{name}.csv", "interview_id segment_id code evidence", row
    ), "row 2, column evidence"


def memo(folder: Path, name: str, text: str) -> tuple[str, str]:
    return table(folder, f"{name}.csv", "code memo", ["agenda.x", text]), "row 2, column memo"


def split_runs(folder: Path, name: str, text: str) -> tuple[str, str]:
    runs = [text[n : n + 3] for n in range(0, len(text), 3)]
    body = f"<w:document {W}>{paragraph('Først.')}{paragraph(*runs)}</w:document>"
    return word(folder, f"{name}.docx", word__document=body), "word/document.xml, paragraph 2"


def core_properties(folder: Path, name: str, text: str) -> tuple[str, str]:
    core = f'<p:core xmlns:p="x"><p:lastModifiedBy>{escape(text)}</p:lastModifiedBy></p:core>'
    return word(folder, f"{name}.docx", docProps__core=core), "docProps/core.xml, text 1"


def comment(folder: Path, name: str, text: str) -> tuple[str, str]:
    xml = f'<w:comments {W}><w:comment w:id="1">{paragraph(text)}</w:comment></w:comments>'
    return word(folder, f"{name}.docx", word__comments=xml), "word/comments.xml, paragraph 1"


def alt_text(folder: Path, name: str, text: str) -> tuple[str, str]:
    body = f"<w:document {W}><w:p><w:docPr id='1' descr={quoteattr(text)}/></w:p></w:document>"
    return word(folder, f"{name}.docx", word__document=body), "word/document.xml, descr of docPr 1"


def header(folder: Path, name: str, text: str) -> tuple[str, str]:
    xml = f"<w:hdr {W}>{paragraph(text)}</w:hdr>"
    return word(folder, f"{name}.docx", word__header1=xml), "word/header1.xml, paragraph 1"


def footnote(folder: Path, name: str, text: str) -> tuple[str, str]:
    xml = f"<w:footnotes {W}><w:footnote>{paragraph(text)}</w:footnote></w:footnotes>"
    return word(folder, f"{name}.docx", word__footnotes=xml), "word/footnotes.xml, paragraph 1"


def workbook(folder: Path, name: str, text: str = "", sheet: str = "Koder", creator: str = "") -> str:
    members: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook {S} xmlns:r="{R}"><sheets><sheet name={quoteattr(sheet)} r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<x xmlns="y"><r Id="rId1" Target="worksheets/sheet1.xml"/></x>',
        "xl/worksheets/sheet1.xml": f'<worksheet {S}><sheetData><row><c r="B7" t="s"><v>1</v></c></row>'
        '<row><c r="B8"><v>1</v></c></row></sheetData></worksheet>',
        "xl/sharedStrings.xml": f"<sst {S}><si><t>kode</t></si><si><r><t>{escape(text[:9])}</t></r>"
        f"<r><t>{escape(text[9:])}</t></r></si></sst>",
        "docProps/core.xml": f"<core><creator>{escape(creator)}</creator></core>",
    }
    return write(folder, f"{name}.xlsx", package(members))


def shared_string(folder: Path, name: str, text: str) -> tuple[str, str]:
    return workbook(folder, name, text), "sheet Koder, cell B7"


def workbook_properties(folder: Path, name: str, text: str) -> tuple[str, str]:
    return workbook(folder, name, creator=text), "docProps/core.xml, text 1"


def sheet_name(folder: Path, name: str, text: str) -> tuple[str, str]:
    return workbook(folder, name, sheet=text), "xl/workbook.xml, name of sheet 1"


def qualitative_project(folder: Path, name: str, text: str) -> tuple[str, str]:
    xml = f'<Project xmlns="urn:x"><Users><User guid="1" name={quoteattr(text)}/></Users></Project>'
    return write(folder, f"{name}.qdpx", package({"project.qde": xml})), "project.qde, name of User 1"


def html_attribute(folder: Path, name: str, text: str) -> tuple[str, str]:
    page = f'<!doctype html><html><body><p title="{html.escape(text)}">ø</p></body></html>'
    return write(folder, f"{name}.html", page), "title of p 1"


def svg_text(folder: Path, name: str, text: str) -> tuple[str, str]:
    page = f'<svg xmlns="http://www.w3.org/2000/svg"><g><text>{escape(text)}</text></g></svg>'
    return write(folder, f"{name}.svg", page), "text 1"


def picture_text(folder: Path, name: str, text: str) -> tuple[str, str]:
    data = b"Title\0\0\0\0\0" + text.encode()
    return write(folder, f"{name}.png", png((b"iTXt", data))), "iTXt Title"


def picture_packed(folder: Path, name: str, text: str) -> tuple[str, str]:
    data = b"Author\0\0" + zlib.compress(text.encode("latin-1", "replace"))
    return write(folder, f"{name}.png", png((b"zTXt", data))), "zTXt Author"


def log_line(folder: Path, name: str, text: str) -> tuple[str, str]:
    return write(folder, f"logs/{name}.log", f"annotate: begun\nannotate: {text}\n"), "line 2"


def file_name(folder: Path, name: str, text: str) -> tuple[str, str]:
    write(folder, f"names/{name}/{text.replace('/', '-')}.txt", "intet")
    return f"names/{name}/(file 1)", "its own name"


def json_value(folder: Path, name: str, text: str) -> tuple[str, str]:
    return write(folder, f"{name}.json", json.dumps({"a": [1, {"b": text}]})), "a[2].b"


def annotated(folder: Path, name: str, text: str) -> tuple[str, str]:
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("da")
    docs = [nlp("Hej."), nlp(text)]
    return write(folder, f"{name}.spacy", DocBin(docs=docs).to_bytes()), "doc 2"


def array(folder: Path, name: str, text: str) -> tuple[str, str]:
    stream = io.BytesIO()
    np.savez_compressed(stream, numbers=np.arange(9), words=np.array(["ja", text, "nej"]))
    return write(folder, f"{name}.npz", stream.getvalue()), "words.npy, items 1-3"


def gzipped(folder: Path, name: str, text: str) -> tuple[str, str]:
    return write(folder, f"{name}.gz", gzip.compress(f"a\nb\n{text}".encode())), "unpacked, line 3"


def nested(folder: Path, name: str, text: str) -> tuple[str, str]:
    inner = package({"word/document.xml": f"<w:document {W}>{paragraph(text)}</w:document>"})
    data = package({"word/embeddings/old.docx": inner})
    return write(folder, f"{name}.docx", data), "word/embeddings/old.docx, word/document.xml, paragraph 1"


def unknown_bytes(folder: Path, name: str, text: str) -> tuple[str, str]:
    return write(folder, f"{name}.bin", b"\0\1\2\xfe" + text.encode() + b"\0\xff\0"), "byte 5"


CARRIERS: tuple[Carrier, ...] = (
    cell,
    evidence,
    memo,
    split_runs,
    core_properties,
    comment,
    alt_text,
    header,
    footnote,
    shared_string,
    workbook_properties,
    sheet_name,
    qualitative_project,
    html_attribute,
    svg_text,
    picture_text,
    picture_packed,
    log_line,
    file_name,
    json_value,
    annotated,
    array,
    gzipped,
    nested,
    unknown_bytes,
)
