from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.docx import READER
from interview_coding.text import Line, clean

Write = Callable[[str, str | bytes], Path]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def package(body: str, parts: dict[str, str] | None = None, head: str = "") -> bytes:
    """Zip a minimal Word document; `parts` are named as their relationship type, e.g. comments."""
    parts = parts or {}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>' for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}'
        "</Relationships>",
    } | {f"word/{name}.xml": xml for name, xml in parts.items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in members.items():
            archive.writestr(name, xml)
    return data.getvalue()


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = "") -> str:
    marks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{marks}{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:p>{r(text)}</w:p></w:tc>" for text in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


@pytest.fixture
def lines(write: Write) -> Callable[..., list[Line]]:
    return lambda body, **more: list(READER.read(write("a.docx", package(body, **more))).lines)


DELETED = '<w:del w:id="1" w:author="x"><w:r><w:delText>slettet</w:delText></w:r></w:del>'
MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr>'


def sym(char: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


BOX = f"<w:txbxContent>{p(r('i boks'))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (p(r("Jeg ") + f'<w:ins w:id="1" w:author="x">{r("tilføjer")}</w:ins>'), ["Jeg tilføjer"]),
        (f'<w:ins w:id="1">{p(r("hele afsnittet"))}</w:ins>', ["hele afsnittet"]),
        (p(r("Jeg ") + DELETED + r("bliver")), ["Jeg bliver"]),
        (f'<w:del w:id="1">{p(r("væk"))}</w:del>{p(r("her"))}', ["her"]),
        (
            f"<w:moveFrom>{p(r('flyttet'))}</w:moveFrom>{p(r('før'))}<w:moveTo>{p(r('flyttet'))}</w:moveTo>",
            ["før", "flyttet"],
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('styret'))}</w:sdtContent></w:sdt>", ["styret"]),
        (p(f"<w:sdt><w:sdtContent>{r('inde i')}</w:sdtContent></w:sdt>" + r(" linjen")), ["inde i linjen"]),
        (p(f'<w:smartTag w:uri="u" w:element="place">{r("Ådalen")}</w:smartTag>'), ["Ådalen"]),
        (p(r("se ") + f"<w:hyperlink>{r('siden')}</w:hyperlink>"), ["se siden"]),
        (p(f'<w:fldSimple w:instr="DATE">{r("3. maj")}</w:fldSimple>'), ["3. maj"]),
        (p(f"<w:r><w:instrText>DATE</w:instrText></w:r>{r('i dag')}"), ["i dag"]),
        (
            p(
                r("før boks") + "<w:r><mc:AlternateContent>"
                f"<mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
                f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            ["før boks", "i boks"],
        ),
        (p(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), ["i boks"]),
        (p(r("I: Hvad?") + "<w:r><w:br/></w:r>" + r("R: Tja.")), ["I: Hvad?", "R: Tja."]),
        (p(r("en") + "<w:r><w:tab/></w:r>" + r("to") + "<w:r><w:ptab/></w:r>" + r("tre")), ["en to tre"]),
        (p(r("e") + "<w:r><w:noBreakHyphen/></w:r>" + r("mail")), ["e-mail"]),
        (p(r("fri") + "<w:r><w:softHyphen/></w:r>" + r("villig")), ["frivillig"]),
        (p(r("en\nlinje")), ["en linje"]),
        (p(MARK_DELETED + r("An")) + p(r("na: ja")), ["Anna: ja"]),
        (p(MARK_DELETED + r("An")) + table(("celle",)), ["An", "celle"]),
        (p(MARK_DELETED + r("An")), ["An"]),
        (p(sym("00E6", "Calibri")), ["æ"]),
        (p(r("så ") + sym("F04A") + sym("F0E0")), ["så 🙂→"]),
        (
            p(f"<mc:AlternateContent><mc:Fallback>{r('kun her')}</mc:Fallback></mc:AlternateContent>"),
            ["kun her"],
        ),
        (
            p(
                f"<mc:AlternateContent><mc:Choice Requires='a'>{r('én gang')}</mc:Choice>"
                f"<mc:Choice Requires='b'>{r('to gange')}</mc:Choice></mc:AlternateContent>"
            ),
            ["én gang"],
        ),
        (p(f"<w:customXml>{r('mærket')}</w:customXml><w:bdo>{r(' vej')}</w:bdo>"), ["mærket vej"]),
        (
            p("<w:ruby><w:rt>" + r("læst") + "</w:rt><w:rubyBase>" + r("ord") + "</w:rubyBase></w:ruby>"),
            ["ord"],
        ),
        (p("") + p(r("  ")) + "<!-- note -->" + p(r("tekst") + "<!-- note -->"), ["tekst"]),
        (p("<w:r><w:t/></w:r>" + r("tekst")), ["tekst"]),
    ],
)
def test_text_is_found_wherever_word_puts_it_and_once(
    lines: Callable[..., list[Line]], body: str, texts: list[str]
) -> None:
    assert [line.text for line in lines(body)] == texts


def test_a_nested_table_and_tracked_rows_are_read(lines: Callable[..., list[Line]]) -> None:
    inner = table(("inderst",))
    inserted = f"<w:ins>{table(('ny række',))[len('<w:tbl><w:tblPr/>') : -len('</w:tbl>')]}</w:ins>"
    deleted = f"<w:del><w:tr><w:tc>{p(DELETED)}</w:tc></w:tr></w:del>"
    outer = f"<w:tbl><w:tr><!-- x --><w:tc>{p(r('yderst'))}{inner}</w:tc></w:tr>{inserted}{deleted}</w:tbl>"
    assert [line.text for line in lines(outer)] == ["yderst", "inderst", "ny række"]


def test_a_table_is_a_conversation_even_with_a_title_over_all_columns(write: Write) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    title = f"<w:tr><w:tc>{wide}{p(r('Samtale i Fjordby, tredje gang'))}</w:tc></w:tr>"
    rows = table(("Interviewer", "Hvad laver du?"), ("R1", "Jeg er frivillig her."))
    path = write("a.docx", package(rows.replace("<w:tblPr/>", f"<w:tblPr/>{title}")))
    turns = read_transcript(path).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Indledning", "Samtale i Fjordby, tredje gang"),
        ("Interviewer", "Hvad laver du?"),
        ("R1", "Jeg er frivillig her."),
    ]


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (r("An", "<w:b/>") + r("na", "<w:b/>") + r(": ja"), 4),
        (r("Anna: ", "<w:b/>") + r("ja"), 5),
        (r("Anna", '<w:b w:val="0"/>') + r(": ja"), 0),
        (r("Anna", '<w:b w:val="false"/>') + r(": ja"), 0),
        (r("Anna", '<w:b w:val="1"/>') + r(" ", "") + r("Holm", "<w:b/>") + r(": ja"), 9),
        (r("Anna: ") + r("ja", "<w:b/>"), 0),
    ],
)
def test_the_bold_beginning_is_measured_over_runs(
    lines: Callable[..., list[Line]], runs: str, bold: int
) -> None:
    assert lines(p(runs))[0].bold == bold


STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Spm"><w:name w:val="Spm"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Spm2"><w:name w:val="Spm2"/><w:basedOn w:val="Spm"/></w:style>
<w:style w:type="paragraph" w:styleId="Spm3"><w:name w:val="Spm3"/><w:basedOn w:val="Spm"/>
<w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rundt"><w:basedOn w:val="Rundt"/></w:style>
<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/></w:style>
<w:style w:type="character" w:styleId="Strk"><w:name w:val="Strk"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (p(r("Hvad?"), "Spm"), 5),
        (p(r("Hvad?"), "Spm2"), 5),
        (p(r("Hvad?"), "Spm3"), 0),
        (p(r("Hvad?", '<w:b w:val="0"/>'), "Spm"), 0),
        (p(r("Hvad?", '<w:rStyle w:val="Strk"/>')), 5),
        (p(r("Hvad?"), "Ukendt"), 0),
        (p(r("Hvad?"), "Rundt"), 0),
    ],
)
def test_bold_may_come_from_a_style(lines: Callable[..., list[Line]], paragraph: str, bold: int) -> None:
    assert lines(paragraph, parts={"styles": STYLES})[0].bold == bold


def test_what_is_left_out_is_counted(write: Write) -> None:
    body = p(r("synlig") + r("skjult", "<w:vanish/>") + r("vist", '<w:vanish w:val="0"/>') + DELETED)
    empty = p(r("", "<w:vanish/>") + '<w:del w:id="2"><w:r><w:delText/></w:r></w:del>')
    reading = READER.read(write("a.docx", package(body + empty)))
    assert [line.text for line in reading.lines] == ["synligvist"]
    assert reading.notes == ("left out: 1 deleted passages", "left out: 1 hidden passages")


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        ('<w:altChunk r:id="x"/>', "1 embedded documents"),
        (p(f"<w:r><w:object>{r('x')}</w:object></w:r>"), "1 embedded objects"),
        (p('<m:oMathPara xmlns:m="m"><m:oMath><m:t>x</m:t></m:oMath></m:oMathPara>'), "1 formulas"),
        (p('<w:r><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></w:r>'), "1 pictures"),
        (p("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"), "1 pictures"),
        (p('<w:r><w:drawing><c:chart xmlns:c="c"/></w:drawing></w:r>'), "1 charts or diagrams"),
        (p('<w:r><w:pict><v:textpath string="x"/></w:pict></w:r>'), "1 drawings with text"),
        (p(sym("F0B7", "Symbol")), "1 symbols of a symbol font"),
        (p(r("væk", '<w:rStyle w:val="Gemt"/>')), "1 hidden passages"),
        (p(r("væk"), "Skjult") + p(r("", "<w:vanish/>")), "1 hidden passages"),
    ],
)
def test_what_cannot_be_read_or_is_hidden_is_counted(write: Write, inside: str, note: str) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}">'
        '<w:style w:type="paragraph" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Gemt"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    )
    reading = READER.read(write("a.docx", package(inside + p(r("tekst")), {"styles": styles})))
    assert [line.text for line in reading.lines] == ["tekst"]
    assert reading.notes == (f"left out: {note}",)


def test_headers_and_footers_are_counted_if_there_are_words_in_them(write: Write) -> None:
    parts = {
        "header": f'<w:hdr xmlns:w="{W}">{p(r("Fortroligt"))}</w:hdr>',
        "footer": f'<w:ftr xmlns:w="{W}">{p(r("3"))}</w:ftr>',
    }
    reading = READER.read(write("a.docx", package(p(r("tekst")), parts)))
    assert reading.notes == ("left out: 1 headers",)


@pytest.mark.parametrize("span", ["999999999", "x"])
def test_a_cell_spans_no_more_columns_than_word_has(write: Write, span: str) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{p(r("celle"))}</w:tc>'
    path = write("a.docx", package(f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>"))
    if span.isdigit():
        assert [line.text for line in READER.read(path).lines] == ["celle"]
    else:
        with pytest.raises(InputError, match="is a damaged Word document"):
            READER.read(path)


def test_soft_hyphens_are_evened_out_and_counted(write: Write) -> None:
    reading = READER.read(write("a.docx", package(p(r("fri") + "<w:r><w:softHyphen/></w:r>" + r("villig")))))
    assert reading.notes == ()
    assert reading.evened == ("1 soft hyphen",)


def test_a_strict_document_is_read_as_any_other(write: Write) -> None:
    strict = package(
        p(r("I: ", "<w:b/>") + r("Hvad?")),
        {"comments": f'<w:comments xmlns:w="{W}"><w:comment/></w:comments>'},
    )
    with zipfile.ZipFile(io.BytesIO(strict)) as archive:
        members = {
            name: archive.read(name)
            .replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name in archive.namelist()
        }
    reading = READER.read(write("a.docx", with_members(b"", members)))
    assert reading.lines == (Line("I: Hvad?", bold=2),)
    assert reading.notes == ("left out: 1 comments",)


def test_a_document_in_an_unknown_namespace_is_not_read_as_empty(write: Write) -> None:
    path = write("a.docx", package(p(r("tekst"))))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(W.encode(), b"http://example.org/w")
    with pytest.raises(InputError, match="is a damaged Word document"):
        READER.read(write("b.docx", with_members(b"", members)))


def test_comments_and_notes_are_counted_without_words_own_separators(write: Write) -> None:
    separator = '<w:footnote w:type="separator" w:id="-1"/>'
    parts = {
        "comments": f'<w:comments xmlns:w="{W}"><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>',
        "footnotes": f'<w:footnotes xmlns:w="{W}">{separator}<w:footnote w:id="1"/></w:footnotes>',
        "endnotes": f'<w:endnotes xmlns:w="{W}"><w:endnote w:type="separator" w:id="-1"/></w:endnotes>',
    }
    reading = READER.read(write("a.docx", package(p(r("tekst")), parts)))
    assert reading.notes == ("left out: 2 comments", "left out: 1 footnotes")


DAMAGED = (
    "is a damaged Word document. Open it in the program that wrote it and save it anew, or fetch it again."
)
BOMB = "unpacks to far more than a transcript can be, and was not opened. Copy the text into a new document."
DTD = (
    "holds a document type definition, which no office program writes, and was not opened. "
    "Copy the text into a new document."
)


def with_members(data: bytes, members: dict[str, bytes]) -> bytes:
    copy = io.BytesIO(data)
    with zipfile.ZipFile(copy, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return copy.getvalue()


def with_broken_member(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 60
    return data[:at] + bytes(20) + data[at + 20 :]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
GOOD = package(p(r("tekst")))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (with_members(GOOD, {"word/media/0.xml": bytes(3_000_000)}), BOMB),
        (with_members(GOOD, {f"word/{n}": b"" for n in range(2_000)}), BOMB),
        (package(p(r("&b;")), head=LAUGHS), DTD),
        (with_members(GOOD, {"word/x.xml": "<!DOCTYPE x>".encode("utf-16")}), DTD),
        (with_broken_member(GOOD), DAMAGED),
        (package("<w:p>"), DAMAGED),
        (package(p(r("tekst")), {"comments": "<w:comments"}), DAMAGED),
        (with_members(b"", {"[Content_Types].xml": b"<x/>", "word/a": b""}), DAMAGED),
        (GOOD.replace(b"word/document.xml", b"word/dokument.xml"), DAMAGED),
    ],
    ids=["ratio", "members", "entities", "utf16 dtd", "crc", "xml", "comments", "no parts", "no body"],
)
def test_documents_that_are_damaged_or_harmful_are_refused(write: Write, data: bytes, message: str) -> None:
    path = write("a.docx", data)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


def test_a_document_without_a_body_is_damaged(write: Write) -> None:
    path = write("a.docx", GOOD)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = f'<w:document xmlns:w="{W}"/>'.encode()
    path = write("b.docx", with_members(b"", members))
    with pytest.raises(InputError, match="is a damaged Word document"):
        read_transcript(path)


def test_a_document_is_recognised_whatever_its_name(write: Write) -> None:
    assert read_transcript(write("interview.txt", GOOD)).format == "docx"


WORDS = st.text("abcæøå", min_size=1, max_size=5)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=4), min_size=1, max_size=5),
    st.lists(st.lists(WORDS, min_size=2, max_size=3), max_size=4),
)
def test_every_word_python_docx_writes_is_read(
    tmp_path: Path, paragraphs: list[list[tuple[str, bool]]], rows: list[list[str]]
) -> None:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(f"{text} ").bold = bold
    if rows:
        grid = document.add_table(rows=len(rows), cols=3)
        for row, texts in zip(grid.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    document.save(str(tmp_path / "a.docx"))
    read = READER.read(tmp_path / "a.docx").lines
    found = [word for line in read for word in f"{line.speaker or ''} {line.text}".split()]
    written = [text for runs in paragraphs for text, _ in runs] + [text for row in rows for text in row]
    assert set(map(clean, written)) <= set(found)
