from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.errors import InputError
from interview_coding.readers import read_transcript
from interview_coding.readers.base import Reading
from interview_coding.readers.odt import READER

Write = Callable[[str, str | bytes], Path]

MIME = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def content(body: str, automatic: str = "") -> str:
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def package(
    body: str, automatic: str = "", named: str = "", pages: str = "", more: dict[str, str] | None = None
) -> bytes:
    """Zip a minimal OpenDocument text."""
    members = {
        "mimetype": MIME,
        "content.xml": content(body, automatic),
        "styles.xml": f"<office:document-styles {NAMESPACES}><office:styles>{named}</office:styles>"
        f"<office:master-styles><style:master-page>{pages}</style:master-page></office:master-styles>"
        "</office:document-styles>",
    } | (more or {})
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, xml in members.items():
            archive.writestr(name, xml)
    return data.getvalue()


def style(name: str, properties: str = "", family: str = "text", parent: str = "") -> str:
    follows = f'style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {follows}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def p(inside: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{inside}</text:p>'


def span(inside: str, name: str) -> str:
    return f'<text:span text:style-name="{name}">{inside}</text:span>'


def frame(inside: str) -> str:
    return f"<draw:frame>{inside}</draw:frame>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in row) for row in rows)
    return (
        "<table:table><table:table-column/>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        + "</table:table>"
    )


@pytest.fixture
def read(write: Write) -> Callable[..., Reading]:
    return lambda body, **more: READER.read(write("a.odt", package(body, **more)))


BOX = frame(f"<svg:title>Titel</svg:title><draw:text-box>{p('i boks')}</draw:text-box>")


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (p('A<text:s text:c="3"/>B'), ["A B"]),
        (p("A<text:s/>B<text:tab/>C"), ["A B C"]),
        (p("A\n   B"), ["A B"]),
        (p("I: Hvad?<text:line-break/>R: Tja."), ["I: Hvad?", "R: Tja."]),
        ("<text:h>Overskrift</text:h>", ["Overskrift"]),
        (f"<text:list><text:list-item>{p('et')}</text:list-item></text:list>", ["et"]),
        (f"<text:section>{p('afsnit')}</text:section>", ["afsnit"]),
        (p("se <text:a>siden <text:span>her</text:span></text:a> nu"), ["se siden her nu"]),
        (p("den <text:date>3. maj</text:date>"), ["den 3. maj"]),
        (p(f"før{BOX} efter"), ["før efter", "i boks"]),
        (BOX, ["i boks"]),
        (p(f"<draw:a>{BOX}</draw:a>"), ["i boks"]),
        (p(f"<draw:g><draw:custom-shape>{p('i form')}</draw:custom-shape></draw:g>"), ["i form"]),
        (
            p(
                "<text:ruby><text:ruby-base>ord</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"
            ),
            ["ord"],
        ),
        (p("en<!-- note --> to<?x y?> tre"), ["en to tre"]),
        (
            p('ny <text:change-start text:change-id="c"/>tekst<text:change-end text:change-id="c"/>'),
            ["ny tekst"],
        ),
        (p(" ") + p("tekst"), ["tekst"]),
        (table(("a", "b"), ("c",)), ["a", "b", "c"]),
        (
            f"<text:table-of-content><text:index-body>{p('1. Om')}</text:index-body></text:table-of-content>",
            ["1. Om"],
        ),
    ],
)
def test_text_is_found_wherever_it_stands_and_once(
    read: Callable[..., Reading], body: str, texts: list[str]
) -> None:
    reading = read(body)
    assert [line.text for line in reading.lines] == texts
    assert reading.notes == ()


CHANGES = (
    "<text:tracked-changes>"
    f"<text:changed-region><text:deletion>{p('slettet')}</text:deletion></text:changed-region>"
    "<text:changed-region><text:deletion><text:p/></text:deletion></text:changed-region>"
    "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
)
INLINE = '<text:change-start text:change-id="{0}"/>{1}<text:change-end text:change-id="{0}"/>'
LEFT_STANDING = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion/></text:changed-region>'
    '<text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
)
NOTE = '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>' + (
    f"<text:note-body>{p('i noten')}</text:note-body></text:note>"
)


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (CHANGES + p("t<text:change/>ekst"), "1 deleted passages"),
        (
            LEFT_STANDING + p(f"t{INLINE.format('d', 'slettet')}{INLINE.format('i', 'ek')}st"),
            "1 deleted passages",
        ),
        (p(f"t<office:annotation>{p('husk')}</office:annotation>ekst<office:annotation-end/>"), "1 comments"),
        (p("te" + NOTE.format("footnote") + "kst"), "1 footnotes"),
        (p("te" + NOTE.format("endnote") + "kst"), "1 endnotes"),
        (p("te" + span("skjult", "Skjult") + "kst"), "1 hidden passages"),
        (p("skjult", "Gemt") + p("tekst"), "1 hidden passages"),
        (f'<text:section text:display="none">{p("skjult")}</text:section>{p("tekst")}', "1 hidden passages"),
        (p('t<text:hidden-text text:string-value="x" text:is-hidden="true"/>ekst'), "1 hidden passages"),
        (p('<text:hidden-paragraph text:is-hidden="true"/>skjult') + p("tekst"), "1 hidden passages"),
        (p("te" + frame("<draw:image/>") + "kst"), "1 pictures"),
        (p("te" + frame("<draw:object/><draw:image/>") + "kst"), "1 embedded objects"),
    ],
)
def test_what_is_left_out_is_counted(read: Callable[..., Reading], body: str, note: str) -> None:
    hidden = style("Skjult", 'text:display="none"') + style("Gemt", 'text:display="none"', "paragraph")
    reading = read(body, automatic=hidden)
    assert [line.text for line in reading.lines] == ["tekst"]
    assert reading.notes == (f"left out: {note}",)


def test_shown_text_inside_hidden_text_is_read(read: Callable[..., Reading]) -> None:
    styles = style("Skjult", 'text:display="none"') + style("Vist", 'text:display="true"')
    reading = read(p(span(f"væk {span('her', 'Vist')}", "Skjult")), automatic=styles)
    assert [line.text for line in reading.lines] == ["her"]


def test_headers_and_footers_with_words_are_counted_once_each(read: Callable[..., Reading]) -> None:
    pages = (
        f"<style:header>{p('Fortroligt')}</style:header><style:header-left>{p('Fortroligt')}</style:header-left>"
        f'<style:header-first style:display="false">{p("væk")}</style:header-first>'
        f"<style:footer>{p('<text:page-number>3</text:page-number>')}</style:footer>"
    )
    assert read(p("tekst"), pages=pages).notes == ("left out: 1 headers",)


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (p(span("Anna", "Fed") + ": ja"), 4),
        (p(span("An", "Fed") + span("na", "Arvet") + ": ja"), 4),
        (p(span("Anna", "Tal") + ": ja"), 4),
        (p(span("Anna", "Let") + ": ja"), 0),
        (p("Anna", "Spm"), 4),
        (p(span("Anna", "Let") + " ja", "Spm"), 0),
        (p(span("Anna", "Rundt") + ": ja"), 0),
        (p("Anna", "Navngivet"), 4),
        (p("Anna", "Ukendt"), 0),
    ],
)
def test_bold_comes_from_automatic_and_named_styles(
    read: Callable[..., Reading], paragraph: str, bold: int
) -> None:
    automatic = (
        style("Fed", 'fo:font-weight="bold"')
        + style("Arvet", parent="Fed")
        + style("Tal", 'fo:font-weight="700"')
        + style("Let", 'fo:font-weight="normal"', parent="Fed")
        + style("Spm", family="paragraph", parent="Navngivet")
        + style("Rundt", parent="Rundt2")
        + style("Rundt2", parent="Rundt")
    )
    named = style("Navngivet", 'fo:font-weight="bold"', "paragraph")
    assert read(paragraph, automatic=automatic, named=named).lines[0].bold == bold


def test_a_table_is_a_conversation_even_with_a_title_over_all_columns(write: Write) -> None:
    title = (
        f'<table:table-row><table:table-cell table:number-columns-spanned="2">{p("Samtale i Fjordby")}'
        "</table:table-cell><table:covered-table-cell/></table:table-row>"
    )
    rows = table(("Interviewer", "Hvad laver du?"), ("R1", "Jeg er frivillig her."))
    body = rows.replace(
        "<table:table-column/>", f"<table:table-header-rows>{title}</table:table-header-rows>"
    )
    turns = read_transcript(write("a.odt", package(body))).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Indledning", "Samtale i Fjordby"),
        ("Interviewer", "Hvad laver du?"),
        ("R1", "Jeg er frivillig her."),
    ]


def test_a_nested_table_is_read_once_and_repeated_cells_are_bounded(read: Callable[..., Reading]) -> None:
    inner = table(("inderst",))
    many = '<table:table-cell table:number-columns-repeated="999999999"/>'
    body = f"<table:table><table:table-row><table:table-cell>{p('yderst')}{inner}</table:table-cell>{many}"
    reading = read(f"{body}</table:table-row></table:table>")
    assert [line.text for line in reading.lines] == ["yderst", "inderst"]


LOCKED = "is locked with a password. Open it in the program that wrote it and save it without a password."
DAMAGED = (
    "is a damaged OpenDocument text. "
    "Open it in the program that wrote it and save it anew, or fetch it again."
)
DTD = (
    "holds a document type definition, which no office program writes, and was not opened. "
    "Copy the text into a new document."
)
ENCRYPTED = {
    "META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>",
    "content.xml": "\x01\x02",
}
FLAT = content(p("I: Hvad?")).replace("document-content", "document")
REPEATED = '<table:table><table:table-row><table:table-cell table:number-columns-repeated="x"/>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package("", more=ENCRYPTED), LOCKED),
        (package("", more={"encrypted-package": "\x01\x02"}), LOCKED),
        (package("<text:p>"), DAMAGED),
        (package(f"{REPEATED}</table:table-row></table:table>"), DAMAGED),
        (package("", more={"content.xml": "<office/>"}), DAMAGED),
        (package("", more={"content.xml": "<!DOCTYPE x>" + content("")}), DTD),
        (f"<!DOCTYPE x>{FLAT}".encode(), DTD),
        (FLAT[:-20].encode(), DAMAGED),
    ],
    ids="parts,whole,xml,number,no text,dtd,flat dtd,flat cut".split(","),
)
def test_documents_that_are_locked_damaged_or_harmful_are_refused(
    write: Write, data: bytes, message: str
) -> None:
    path = write("a.odt", data)
    with pytest.raises(InputError) as caught:
        read_transcript(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}: {message}"]


@pytest.mark.parametrize("data", [FLAT.encode(), FLAT.encode("utf-16"), package(p("I: Hvad?"))])
def test_a_document_is_recognised_whatever_its_name(write: Write, data: bytes) -> None:
    assert read_transcript(write("interview.docx", data)).format == "odt"
