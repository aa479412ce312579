import zipfile
from datetime import datetime

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from interview_coding.synthesis.document import Document
from interview_coding.synthesis.figures import matrix

PNG = matrix(["a"], ["b"], [[1.0]])
HIGH = matrix([f"r{n}" for n in range(40)], ["b"], [[1.0]] * 40)

ECMA_ORDER = {
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tblBorders": "top left start bottom right end insideH insideV",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
}


@pytest.fixture
def document():
    return Document("Titel", "Emne", "Center A", datetime(2026, 3, 17), "Titel · UDKAST")


@pytest.fixture
def saved(document, tmp_path):
    """Return a function that saves the document and opens it with python-docx."""

    def save():
        document.save(tmp_path / "out.docx")
        return docx.Document(str(tmp_path / "out.docx"))

    return save


def full(document):
    document.notice("Udkast.", "Ingen har læst det.")
    document.heading("Et", 1)
    document.paragraph("Brødtekst")
    document.heading("To", 2)
    document.bullets([("Kode:", "2 af 4"), ("", "uden fed"), ("kun fed", "")])
    document.table("Tal", "Rækker med tal", ("A", "B"), [("x", "1"), ("y", "2")], (2, 1), numbers_from=1)
    document.note("En note")
    document.table("Mere", "Endnu flere", ("A",), [(str(n),) for n in range(20)], (1,))
    document.heading("Tre", 3)
    document.quote("Det siger jeg", "leder, bølge 1")
    document.figure(PNG, "Et felt", "Et blåt felt")
    document.figure(PNG, "Et felt til", "Endnu et felt")


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def local(element):
    return etree.QName(element).localname


def test_what_we_insert_stands_in_the_order_of_the_schema(document, saved, tmp_path):
    full(document)
    saved()
    for name, data in parts(tmp_path / "out.docx").items():
        if name in {"word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"}:
            for element in etree.fromstring(data).iter(*(f"{{*}}{kind}" for kind in ECMA_ORDER)):
                order = ECMA_ORDER[local(element)].split()
                ranks = [order.index(local(child)) for child in element]
                assert ranks == sorted(ranks), (name, local(element), [local(c) for c in element])


def test_two_saves_give_the_same_bytes(document, tmp_path):
    full(document)
    document.save(tmp_path / "a.docx")
    other = Document("Titel", "Emne", "Center A", datetime(2026, 3, 17), "Titel · UDKAST")
    full(other)
    other.save(tmp_path / "b.docx")
    document.save(tmp_path / "c.docx")
    assert (
        (tmp_path / "a.docx").read_bytes()
        == (tmp_path / "b.docx").read_bytes()
        == ((tmp_path / "c.docx").read_bytes())
    )


def test_properties(saved):
    properties = saved().core_properties
    assert (properties.title, properties.subject, properties.author) == ("Titel", "Emne", "Center A")
    assert (properties.last_modified_by, properties.comments, properties.language) == (
        "Center A",
        "",
        "da-DK",
    )
    assert properties.created.date() == properties.modified.date() == datetime(2026, 3, 17).date()


def test_a_document_without_a_date_names_a_fixed_day(tmp_path):
    Document("T", "E", "F", None, "T").save(tmp_path / "out.docx")
    assert docx.Document(str(tmp_path / "out.docx")).core_properties.created.year == 2000


def test_the_package_holds_no_thumbnail_and_only_neutral_names(document, saved, tmp_path):
    full(document)
    saved()
    package = parts(tmp_path / "out.docx")
    assert not [name for name in package if "thumbnail" in name]
    assert b"python-docx" not in b"".join(package.values())
    assert str(tmp_path).encode() not in b"".join(package.values())


def test_the_language_is_danish(saved):
    word = saved()
    (language,) = word.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "da-DK"


def test_every_page_has_the_running_head_and_its_number(saved):
    (section,) = saved().sections
    assert not section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Titel · UDKAST"
    codes = [element.text.strip() for element in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "Side 1 af 1"


def test_tables_have_a_header_row_a_caption_and_alternative_text(document, saved):
    full(document)
    word = saved()
    for table, caption, description in zip(
        word.tables, ("Tal", "Mere"), ("Rækker med tal", "Endnu flere"), strict=True
    ):
        first, *others = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == caption
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == description


def test_captions_are_numbered_by_fields(document, saved):
    full(document)
    captions = [p for p in saved().paragraphs if p.style.name == "Caption"]
    assert [p.text for p in captions] == [
        "Tabel 1. Tal", "Tabel 2. Mere", "Figur 1. Et felt", "Figur 2. Et felt til",
    ]  # fmt: skip
    fields = [next(p._p.iter(qn("w:instrText"))).text.split()[:2] for p in captions]
    assert fields == [["SEQ", "Tabel"], ["SEQ", "Tabel"], ["SEQ", "Figur"], ["SEQ", "Figur"]]


def test_figures_have_alternative_text_and_ids_of_their_own(document, saved):
    full(document)
    shapes = [shape._inline.docPr for shape in saved().inline_shapes]
    assert [shape.get("descr") for shape in shapes] == ["Et blåt felt", "Endnu et felt"]
    assert len({shape.id for shape in shapes}) == 2


def test_a_high_figure_fits_on_a_page_and_keeps_its_shape(document, saved):
    document.figure(HIGH, "Højt", "Mange felter")
    document.figure(PNG, "Lavt", "Et felt")
    high, low = saved().inline_shapes
    assert high.height == Cm(22)
    assert low.width == Cm(16.4)
    pixels = [int.from_bytes(HIGH[n : n + 4]) for n in (16, 20)]
    assert high.width / high.height == pytest.approx(pixels[0] / pixels[1], rel=0.01)


def test_no_paragraph_is_empty(document, saved):
    full(document)
    word = saved()
    for paragraph in word.element.body.iter(qn("w:p")):
        assert list(paragraph.iter(qn("w:t"), qn("w:drawing")))


@pytest.mark.parametrize("text", ["R&D <b>", "»citat« \"og\" 'andre'", "😀 æøå", "2 * 3 ** 4 **", "a ]]> b"])
def test_texts_are_read_back_as_they_were(text, document, saved):
    document.paragraph(text)
    document.bullets([(text, text)])
    document.table(text, text, (text,), [(text,)], (1,))
    document.quote(text, text)
    document.figure(PNG, text, text)
    word = saved()
    texts = [p.text for p in word.paragraphs]
    assert texts[2:] == [
        text,
        f"{text} {text}",
        f"Tabel 1. {text}",
        f"»{text}«  {text}",
        "",
        f"Figur 1. {text}",
    ]
    assert [cell.text for row in word.tables[0].rows for cell in row.cells] == [text, text]
    assert word.inline_shapes[0]._inline.docPr.get("descr") == text


def test_the_beginning_of_a_bullet_is_bold_where_there_is_one(document, saved):
    document.bullets([("Kode:", "2 af 4"), ("", "uden fed"), ("kun fed", "")])
    bullets = [p for p in saved().paragraphs if p.style.name == "List Bullet"]
    runs = [[(run.text, bool(run.bold)) for run in p.runs if run.text] for p in bullets]
    assert runs == [[("Kode:", True), (" 2 af 4", False)], [("uden fed", False)], [("kun fed", True)]]


def test_a_short_table_is_kept_on_one_page_and_a_long_one_repeats_its_header(document, saved):
    full(document)
    short, long = saved().tables
    kept = [
        [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in t.rows] for t in (short, long)
    ]
    assert kept == [[True, True, None], [True, *[None] * 20]]


def test_numbers_stand_to_the_right(document, saved):
    full(document)
    for row in saved().tables[0].rows:
        assert [cell.paragraphs[0].alignment for cell in row.cells] == [None, 2]


def test_what_follows_a_table_stands_clear_of_it(document, saved):
    document.table("Tal", "Tal", ("A",), [("1",)], (1,))
    document.note("Lige efter")
    document.note("Længere nede")
    near, far = saved().paragraphs[-2:]
    assert near.paragraph_format.space_before > 0
    assert far.paragraph_format.space_before is None


def test_a_quote_below_a_table_and_what_is_set_apart_stand_clear(document, saved):
    document.table("Tal", "Tal", ("A",), [("1",)], (1,))
    document.quote("Lige efter")
    document.quote("Tæt på")
    document.set_apart()
    document.paragraph("For sig selv")
    spaces = [p.paragraph_format.space_before for p in saved().paragraphs[-3:]]
    assert [space is not None for space in spaces] == [True, False, True]


def test_a_quote_may_have_a_lead_and_no_source(document, saved):
    document.quote("Det siger jeg", lead="Eksempel:")
    document.quote("Det siger jeg")
    first, second = saved().paragraphs[-2:]
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("Eksempel: ", True, False),
        ("»Det siger jeg«", None, None),
    ]
    assert second.text == "»Det siger jeg«"


def test_a_pointer_ends_a_paragraph_in_a_colour_of_its_own(document, saved):
    document.paragraph("Ikke her", pointer="→ der")
    paragraph = saved().paragraphs[-1]
    assert paragraph.text == "Ikke her → der"
    assert [run.font.color.rgb is not None for run in paragraph.runs] == [False, True]


def test_a_heading_begins_a_page_where_it_is_told_to(document, saved):
    document.heading("Samme side", 1)
    document.heading("Ny side", 1, on_new_page=True)
    breaks = [p.paragraph_format.page_break_before for p in saved().paragraphs[-2:]]
    assert breaks == [None, True]


def test_what_is_kept_whole_hangs_together_but_not_with_what_follows(document, saved):
    with document.kept_whole():
        document.heading("Et", 2)
        document.paragraph("Brødtekst")
        document.note("En note")
    document.paragraph("Efter")
    layouts = [p.paragraph_format for p in saved().paragraphs[-4:]]
    assert [layout.keep_together for layout in layouts] == [True, True, True, None]
    assert [layout.keep_with_next for layout in layouts] == [True, True, False, None]


def test_text_has_enough_contrast_for_wcag(saved):
    def luminance(color):
        channels = [c / 255 for c in color]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    styles = saved().styles
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Caption", "Note", "Header", "Quote"):
        assert 1.05 / (luminance(styles[name].font.color.rgb) + 0.05) >= 4.5, name
