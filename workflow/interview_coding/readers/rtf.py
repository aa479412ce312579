r"""Rich Text Format, read token by token with the state that each group inherits.

Deleted, moved and hidden text, comments, notes, headers and pictures are left out and counted.

Reference: Rich Text Format Specification 1.9.1 (Microsoft): groups and destinations, ``\ucN`` and ``\uN``,
``\ansicpgN`` and ``\fcharsetN``, table definitions (``\intbl``, ``\cell``, ``\row``).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from interview_coding.errors import InputError, Problem
from interview_coding.readers.base import Reader, Reading
from interview_coding.readers.columns import lines_from_rows
from interview_coding.readers.hygiene import Hygiene
from interview_coding.readers.package import damaged
from interview_coding.readers.stretches import BREAK, Stretch, to_lines, to_reading
from interview_coding.text import Line

_KIND = "RTF document"
_START = b"{\\rtf"
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>.)|"
    r"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.S,
)
_MOST_TOKENS = 1_500_000
_MOST_DEPTH = 1_000

_CHARACTERS = {
    **dict.fromkeys(("line", "page", "column", "softline"), BREAK),
    **dict.fromkeys(("tab", "emspace", "enspace", "qmspace"), " "),
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    **{sign: sign for sign in "\\{}"},
}
_TOGGLES = {"b": "bold", "v": "hidden", "deleted": "deleted", "mvf": "deleted"}
_PARAGRAPH_ENDS = {"par", "sect", "nestcell", "\r", "\n"}

_BESIDE = {
    "footnote": "footnotes",
    "annotation": "comments",
    "pict": "pictures",
    "object": "embedded objects",
    "mmath": "formulas",
    **{f"header{pages}": "headers" for pages in ("", "l", "r", "f")},
    **{f"footer{pages}": "footers" for pages in ("", "l", "r", "f")},
    **dict.fromkeys(
        "fonttbl colortbl stylesheet info filetbl listtext pntext nonshppict nonesttables shprslt fldinst "
        "xe tc txe rxe listpicture background atnid atnauthor".split(),
        "",
    ),
}
"""Destinations that are no part of the text, and by which name they are reported, if they are."""
_BOXES = {"shptxt", "dptxbxtext"}
"""Destinations that hold text inside of such as are passed over."""
_DESTINATIONS = {*_BESIDE, *_BOXES, "upr", "ud"}

_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_CODE_PAGES = {0: "cp1252", 10_000: "mac_roman", 65_001: "utf-8"}
_DOCUMENT_WIDE = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_HEADINGS = {"headers", "footers"}
_LETTERS = {"u", "uc", "f", "deff", "plain", "ansicpg", "fcharset", *_DOCUMENT_WIDE}
_SYMBOL_CHARSET = 2
_SYMBOLS = "symbols of a symbol font"


def detects(path: Path, head: bytes) -> bool:
    r"""Take files that begin with ``{\rtf``."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_START)


def read(path: Path) -> Reading:
    """Read the body of an RTF document.

    Raises
    ------
    InputError
        If the document is cut off, or in a code page that is not known.
    """
    file = str(path)
    data = path.read_bytes()
    walk = _Walk(file)
    walk.go_through(data[data.index(_START) :])
    return to_reading(walk.text.lines, walk.left_out, walk.hygiene)


@dataclass
class _Beside:
    """A destination beside the text: what notes call it, and what stands in it."""

    what: str
    letters: str = ""


@dataclass
class _State:
    """What holds inside a group, until a control word or the group's end changes it."""

    font: int | None = None
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    fallback: int = 1
    passed_over: bool = False
    beside: _Beside | None = None
    is_box: bool = False


@dataclass
class _Text:
    """The text of the document or of a text box, as far as it is read."""

    hygiene: Hygiene
    lines: list[Line] = field(default_factory=list)
    paragraph: list[Stretch] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    cell: list[Line] = field(default_factory=list)
    row: list[list[Line]] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)

    def end_paragraph(self, in_table: bool) -> None:
        ended = [*to_lines(self.paragraph, self.hygiene), *self.boxes]
        self.paragraph, self.boxes = [], []
        if in_table or self.row:
            self.cell += ended
        elif ended:
            self.end_table()
            self.lines += ended

    def end_cell(self) -> None:
        self.end_paragraph(in_table=True)
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        self.end_paragraph(in_table=True)
        self.rows.append([*self.row, self.cell] if self.cell else self.row)
        self.row, self.cell = [], []

    def end_table(self) -> None:
        if self.row or self.cell:
            self.end_row()
        self.lines += lines_from_rows(self.rows)
        self.rows = []

    def end(self) -> list[Line]:
        self.end_paragraph(in_table=bool(self.cell))
        self.end_table()
        return self.lines


class _Walk:
    """One pass over a document; counts what it leaves out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.hygiene = Hygiene()
        self.left_out: Counter[str] = Counter()
        self.text = _Text(self.hygiene)
        self.around: list[_Text] = []
        self.state = _State()
        self.outer: list[_State] = []
        self.code_page = "cp1252"
        self.is_utf8 = False
        self.fonts: dict[int | None, str] = {}
        self.symbol_fonts: set[int | None] = set()
        self.usual_font: int | None = None
        self.bytes = bytearray()
        self.to_skip = 0
        self.first_half = 0
        self.passage = ""
        self.headings: set[tuple[str, str]] = set()

    def go_through(self, data: bytes) -> None:
        """Read the document; raises `InputError` if its outermost group is not closed by its end."""
        try:
            source, self.is_utf8 = data.decode("utf-8"), True
        except UnicodeDecodeError:
            source = data.decode("latin-1")
        position = tokens = 0
        while token := _TOKEN.search(source, position):
            position = token.end() + self.take(token)
            tokens += 1
            if tokens > _MOST_TOKENS or len(self.outer) > _MOST_DEPTH:
                raise _too_large(self.file)
            if not self.outer:
                break
        if self.outer or source[position:].strip("\0\x1a \t\r\n"):
            raise damaged(self.file, _KIND)
        self.text.end()

    def take(self, token: re.Match[str]) -> int:
        """Take one token; return how many bytes behind it are no RTF (pictures)."""
        word, number, code, symbol, brace, text = token.groups()
        if not (code or text):
            self.flush()
        if brace:
            self.to_skip = 0
            self.open() if brace == "{" else self.close()
        elif word == "bin":
            return max(0, int(number or 0))
        elif self.to_skip and (code or word in _CHARACTERS or symbol in _CHARACTERS):
            self.to_skip -= 1
        elif word or symbol:
            self.to_skip = 0
            self.word(word, None if number is None else int(number)) if word else self.symbol(symbol)
        elif code:
            self.bytes.append(int(code, 16))
        else:
            said = text[self.to_skip :]
            self.to_skip -= min(self.to_skip, len(text))
            if self.is_utf8:
                self.flush()
                self.say(said)
            else:
                self.bytes += said.encode("latin-1")
        return 0

    def open(self) -> None:
        self.outer.append(self.state)
        self.state = replace(self.state, is_box=False)

    def close(self) -> None:
        ended, self.state = self.state, self.outer.pop()
        if ended.is_box:
            lines = self.text.end()
            self.text = self.around.pop()
            self.text.boxes += lines
        if ended.beside is not None and ended.beside is not self.state.beside:
            self.report(ended.beside)

    def report(self, beside: _Beside) -> None:
        """Count a destination beside the text; a header or footer if it differs from those before."""
        if beside.what in _HEADINGS:
            heading = beside.what, beside.letters
            self.left_out[beside.what] += bool(beside.letters) and heading not in self.headings
            self.headings.add(heading)
        elif beside.what:
            self.left_out[beside.what] += 1

    def symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.state.passed_over = True
        elif symbol in _PARAGRAPH_ENDS:
            self.end_paragraph()
        else:
            self.say(_CHARACTERS.get(symbol, ""))

    def word(self, word: str, number: int | None) -> None:
        if word in _CHARACTERS:
            self.say(_CHARACTERS[word])
        elif word in _TOGGLES:
            setattr(self.state, _TOGGLES[word], number != 0)
        elif word in _LETTERS:
            self.letters(word, number or 0)
        elif word in _DESTINATIONS:
            if self.state.beside is None:
                self.begin(word)
        elif word == "ftnalt" and self.state.beside is not None:
            self.state.beside.what = "endnotes"
        elif not self.is_beside():
            self.structure(word)

    def letters(self, word: str, number: int) -> None:
        """Take a control word that says which letters bytes and numbers stand for."""
        if word == "u":
            self.letter(number)
            self.to_skip = self.state.fallback
        elif word == "uc":
            self.state.fallback = max(0, number)
        elif word == "f":
            self.state.font = number
        elif word == "deff":
            self.usual_font = self.state.font = number
        elif word == "plain":
            self.state.bold = self.state.hidden = self.state.deleted = False
            self.state.font = self.usual_font
        elif word == "ansicpg":
            self.code_page = self.known(number)
        elif word in _DOCUMENT_WIDE:
            self.code_page = _DOCUMENT_WIDE[word]
        elif number == _SYMBOL_CHARSET:
            self.symbol_fonts.add(self.state.font)
        elif number in _CHARSETS:
            self.fonts[self.state.font] = _CHARSETS[number]

    def begin(self, destination: str) -> None:
        """Begin a destination: beside the text, in a text box, or Unicode text and what it replaces."""
        if destination == "upr":
            self.state.passed_over = True
        elif destination == "ud":
            self.state.passed_over = self.outer[-2].passed_over if len(self.outer) > 1 else False
        elif destination not in _BOXES:
            self.state.beside = _Beside(_BESIDE[destination])
        elif not self.state.is_box:
            self.around.append(self.text)
            self.text = _Text(self.hygiene)
            self.state.is_box, self.state.in_table, self.state.passed_over = True, False, False

    def structure(self, word: str) -> None:
        """Take a control word that shapes paragraphs and tables."""
        if word in _PARAGRAPH_ENDS:
            self.end_paragraph()
        elif word in ("pard", "intbl", "trowd"):
            self.state.in_table = word != "pard"
        elif word == "cell":
            self.text.end_cell()
        elif word == "row":
            self.text.end_row()

    def end_paragraph(self) -> None:
        """End a paragraph; one whose mark was deleted goes on in the next."""
        if not self.is_beside() and not self.state.deleted:
            self.text.end_paragraph(self.state.in_table)

    def is_beside(self) -> bool:
        return self.state.passed_over or self.state.beside is not None

    def letter(self, code: int) -> None:
        """Say a letter by its number; two halves of a pair make one."""
        code = code % 0x10000 if code < 0 else min(code, 0x10FFFF)
        first, self.first_half = self.first_half, 0
        if 0xD800 <= code < 0xDC00:
            self.first_half = code
        elif 0xDC00 <= code < 0xE000 and first:
            self.say(chr(0x10000 + (first - 0xD800) * 0x400 + code - 0xDC00))
        elif 0xF000 <= code < 0xF100 and self.state.font in self.symbol_fonts:
            self.say_symbols(1)
        else:
            self.say(chr(code))

    def flush(self) -> None:
        """Say the bytes that have come, in the code page of their font."""
        if not self.bytes:
            return
        data, self.bytes = bytes(self.bytes), bytearray()
        if self.state.font in self.symbol_fonts:
            self.say_symbols(len(data))
        else:
            self.say(data.decode(self.fonts.get(self.state.font, self.code_page), "replace"))

    def say_symbols(self, count: int) -> None:
        """Say a space for signs that only their font makes what they are."""
        self.left_out[_SYMBOLS] += 0 if self.is_beside() else count
        self.say(" ")

    def say(self, text: str) -> None:
        """Put text where it belongs: in the paragraph, beside it, or nowhere."""
        state = self.state
        if state.beside is not None:
            if state.beside.what in _HEADINGS:
                state.beside.letters += "".join(filter(str.isalpha, text))
        elif state.passed_over:
            return
        elif state.deleted or state.hidden:
            what = "deleted passages" if state.deleted else "hidden passages"
            if text.strip():
                self.left_out[what] += what != self.passage
                self.passage = what
        else:
            self.passage = ""
            self.text.paragraph.append((text, state.bold))

    def known(self, number: int) -> str:
        """Return the encoding of a code page."""
        encoding = _CODE_PAGES.get(number, f"cp{number}")
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            what = f"is written in a code page that is not known here ({number})."
            raise InputError([Problem(self.file, what, "Open it in Word and save it as .docx.")]) from error
        return encoding


def _too_large(file: str) -> InputError:
    what = "holds far more than a transcript can, and was not read."
    return InputError([Problem(file, what, "Copy the text into a new document.")])


READER = Reader("rtf", detects, read)
