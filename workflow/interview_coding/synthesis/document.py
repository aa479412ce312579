"""A Word document of our own look: what python-docx does not do by itself stands here.

Everything is set so that the same content gives the same bytes: no clock, no machine, no user.

Reference: ECMA-376-1, WordprocessingML; WCAG 2.1 for tables, headings, alternative texts and contrast.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from interview_coding.files import atomic, repack

LANGUAGE = "da-DK"
FONT = "Calibri"
INK = RGBColor(0x1F, 0x2A, 0x37)
ACCENT = RGBColor(0x1B, 0x4F, 0x72)
MUTED = RGBColor(0x59, 0x63, 0x6E)
_HEADER_FILL = "E4ECF2"
_NOTICE_FILL = "FBEFD5"
_RULE = "9FB3C1"
_WIDTH = Cm(16.4)
_MOST_HIGH = Cm(22)
_MOST_KEPT_WHOLE = 12
_GAP = Pt(8)
_EPOCH = datetime(2000, 1, 1)


class Document:
    """A document that grows from top to bottom.

    Parameters
    ----------
    title, subject
        For the title block and the properties.
    author
        For the properties.
    dated
        The day that the properties give: the last day the content speaks of, not today.
    running_head
        Stands at the top of every page.
    """

    def __init__(
        self, title: str, subject: str, author: str, dated: datetime | None, running_head: str
    ) -> None:
        self._word = docx.Document()
        self._numbers: dict[str, int] = {}
        self._apart = False
        self._set_properties(title, subject, author, dated or _EPOCH)
        self._set_page(running_head)
        self._set_styles()
        self._word.add_paragraph(title, style="Title")
        self._word.add_paragraph(subject, style="Subtitle")

    def save(self, path: Path) -> None:
        """Write the document, whole or not at all."""
        with atomic(path) as draft:
            self._word.save(str(draft))
            repack(draft)

    def heading(self, text: str, level: int, on_new_page: bool = False) -> None:
        """Add a heading of level 1, 2 or 3."""
        heading = self._word.add_heading(text, level)
        heading.paragraph_format.page_break_before = on_new_page or None
        self._apart = False

    @contextmanager
    def kept_whole(self) -> Iterator[None]:
        """Keep the paragraphs that are added inside the block on one page, if a page holds them."""
        before = len(self._word.paragraphs)
        yield
        added = self._word.paragraphs[before:]
        for number, paragraph in enumerate(added, 1):
            paragraph.paragraph_format.keep_together = True
            paragraph.paragraph_format.keep_with_next = number < len(added)

    def set_apart(self) -> None:
        """Let the next paragraph stand clear of what is above it."""
        self._apart = True

    def paragraph(self, text: str, lead: str = "", style: str = "Normal", pointer: str = "") -> None:
        """Add a paragraph.

        Parameters
        ----------
        text
            What it says.
        lead
            A bold beginning.
        style
            One of the document's styles.
        pointer
            An ending that says where to look instead.
        """
        paragraph = self._started(style)
        if lead:
            paragraph.add_run(lead).bold = True
        paragraph.add_run(f" {text}" if lead and text else text)
        if pointer:
            paragraph.add_run(f" {pointer}").font.color.rgb = ACCENT

    def bullets(self, items: Iterable[tuple[str, str]]) -> None:
        """Add a list; of every item its bold beginning, which may be empty, and the rest."""
        for lead, text in items:
            self.paragraph(text, lead, "List Bullet")

    def note(self, text: str) -> None:
        """Add a paragraph in small muted type, such as a line of counts."""
        self.paragraph(text, style="Note")

    def notice(self, lead: str, text: str) -> None:
        """Add a paragraph that stands out, such as what a draft rests on."""
        self.paragraph(text, lead, "Notice")

    def quote(self, text: str, source: str = "", lead: str = "") -> None:
        """Add a quotation, with who said it and where it stands, or what it is, if that is given."""
        paragraph = self._started("Quote")
        if lead:
            beginning = paragraph.add_run(f"{lead} ")
            beginning.bold, beginning.italic = True, False
        paragraph.add_run(f"»{text}«")
        if source:
            origin = paragraph.add_run(f"  {source}")
            origin.italic = False
            origin.font.size = Pt(9)
            origin.font.color.rgb = MUTED

    def table(
        self,
        caption: str,
        description: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        numbers_from: int = 99,
    ) -> None:
        """Add a table with a numbered caption above.

        Parameters
        ----------
        caption
            What the table shows.
        description
            Alternative text.
        header, rows
            Cell texts.
        widths
            Relative widths of the columns.
        numbers_from
            The column from which on cells are numbers, set to the right.
        """
        self._caption("Tabel", caption, keep_with_next=True)
        table = self._word.add_table(rows=0, cols=len(header))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = int(_WIDTH * width / sum(widths))
        _describe_table(table, caption, description)
        style = self._word.styles["Table Text"].style_id
        for number, texts in enumerate([header, *rows]):
            row = table.add_row()
            _keep_row_whole(row, is_header=number == 0)
            with_next = number < len(rows) and (number == 0 or len(rows) <= _MOST_KEPT_WHOLE)
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = table.columns[column].width
                paragraph = cell.paragraphs[0]
                paragraph._p.style = style
                paragraph.paragraph_format.keep_with_next = with_next or None
                paragraph.add_run(text).bold = number == 0 or None
                if column >= numbers_from:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if number == 0:
                    cell._tc.get_or_add_tcPr().append(_shading(_HEADER_FILL))
        self._apart = True

    def figure(self, png: bytes, caption: str, alternative: str) -> None:
        """Add a picture over the full width, or as high as a page takes, with a numbered caption below.

        Parameters
        ----------
        png
            The picture.
        caption
            What it shows.
        alternative
            What a person who cannot see it should be told.
        """
        paragraph = self._word.add_paragraph(style="Figure")
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=_WIDTH)
        if shape.height > _MOST_HIGH:
            shape.width, shape.height = Length(shape.width * _MOST_HIGH // shape.height), _MOST_HIGH
        properties: Any = shape._inline.docPr
        properties.set("descr", alternative)
        properties.set("name", f"Figur {self._numbers.get('Figur', 0) + 1}")
        picture: Any = shape._inline.graphic.graphicData.pic
        picture.nvPicPr.cNvPr.set("name", properties.get("name"))
        self._caption("Figur", caption, keep_with_next=False)

    def _started(self, style: str) -> Any:
        paragraph = self._word.add_paragraph(style=style)
        if self._apart:
            paragraph.paragraph_format.space_before = _GAP
            paragraph.paragraph_format.keep_with_next = False
            self._apart = False
        return paragraph

    def _caption(self, kind: str, text: str, keep_with_next: bool) -> None:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        self._apart = False
        paragraph = self._word.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = keep_with_next
        if not keep_with_next:
            paragraph.paragraph_format.space_after = _GAP
        paragraph.add_run(f"{kind} ")
        _add_field(paragraph, f" SEQ {kind} \\* ARABIC ", str(self._numbers[kind]))
        paragraph.add_run(f". {text}")

    def _set_properties(self, title: str, subject: str, author: str, dated: datetime) -> None:
        properties = self._word.core_properties
        properties.title, properties.subject = title, subject
        properties.author = properties.last_modified_by = author
        properties.created = properties.modified = dated
        properties.language, properties.comments, properties.revision = LANGUAGE, "", 1
        rels = self._word.part.package.rels
        for key in [k for k, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
            del rels[key]
        settings = self._word.settings.element
        for tag, name, value in (
            ("w:compatSetting[@w:name='compatibilityMode']", "val", "15"),
            ("w:themeFontLang", "val", LANGUAGE),
            ("w:decimalSymbol", "val", ","),
            ("w:listSeparator", "val", ";"),
        ):
            for element in settings.xpath(f".//{tag}"):
                element.set(qn(f"w:{name}"), value)

    def _set_page(self, running_head: str) -> None:
        section = self._word.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
        head = section.header.paragraphs[0]
        head.text = running_head
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        foot.add_run("Side ")
        _add_field(foot, " PAGE ", "1")
        foot.add_run(" af ")
        _add_field(foot, " NUMPAGES ", "1")

    def _set_styles(self) -> None:
        styles = self._word.styles
        _set_language(styles.element)
        _look(styles["Normal"], 10.5, INK, after=6, spacing=1.12)
        _look(styles["Title"], 26, ACCENT, bold=True, after=2)
        _remove_border(styles["Title"])
        _look(styles["Subtitle"], 12.5, MUTED, after=10)
        styles["Subtitle"].font.italic = False
        for tracking in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
            styles["Subtitle"].element.rPr.remove(tracking)
        _look(styles["Heading 1"], 17, ACCENT, bold=True, before=20, after=6)
        _look(styles["Heading 2"], 13, ACCENT, bold=True, before=14, after=4)
        _look(styles["Heading 3"], 11, INK, bold=True, before=10, after=2)
        _look(styles["Caption"], 9.5, MUTED, before=6, after=4)
        styles["Caption"].font.bold = True
        _look(styles["Quote"], 10.5, INK, before=2, after=4)
        styles["Quote"].paragraph_format.left_indent = Cm(0.7)
        styles["Quote"].font.italic = True
        _look(styles["List Bullet"], 10.5, INK, after=3)
        for name in ("Header", "Footer"):
            _look(styles[name], 8.5, MUTED)
        for name, size, color in (
            ("Note", 9.5, MUTED),
            ("Notice", 10.5, INK),
            ("Figure", 10.5, INK),
            ("Table Text", 9.5, INK),
        ):
            style = styles.add_style(name, 1)
            style.base_style = styles["Normal"]
            _look(style, size, color, after=4)
        styles["Note"].paragraph_format.keep_with_next = True
        styles["Figure"].paragraph_format.keep_with_next = True
        _look(styles["Table Text"], 9.5, INK, before=1.5, after=1.5)
        notice = styles["Notice"].paragraph_format
        notice.space_before, notice.space_after = Pt(4), Pt(10)
        properties = styles["Notice"].element.get_or_add_pPr()
        properties.insert_element_before(_shading(_NOTICE_FILL), "w:spacing", "w:ind", "w:jc")


def _look(
    style: Any,
    size: float,
    color: RGBColor,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    spacing: float = 1.0,
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), spacing


def _remove_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_language(styles: Any) -> None:
    for language in styles.iter(qn("w:lang")):
        for name in ("val", "eastAsia"):
            language.set(qn(f"w:{name}"), LANGUAGE)


def _shading(color: str) -> Any:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), color)
    return shading


def _add_field(paragraph: Any, instruction: str, cached: str) -> None:
    for kind, content in (
        ("begin", None),
        (None, instruction),
        ("separate", None),
        (None, cached),
        ("end", None),
    ):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif content == instruction:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = content
            run._r.append(code)
        else:
            run.text = content or ""


def _describe_table(table: Any, caption: str, description: str) -> None:
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    for tag, text in (("w:tblCaption", caption), ("w:tblDescription", description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), text)
        properties.append(element)


def _keep_row_whole(row: Any, is_header: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
