import datetime
import unicodedata
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.codebook import Code, Codebook, NearMiss, NotUse, Theme, read_codebook
from interview_coding.codebook.model import LEVELS, QUESTIONS, VALENCES
from interview_coding.codebook.workbook import read_workbook, write_workbook
from interview_coding.errors import InputError

SHEETS = ["Læs mig", "Temaer", "Koder", "Brug ikke", "Eksempler", "Næsten", "Indikatorer", "Uden kode"]
OPENINGS = [
    "",
    "=",
    "=SUM(A1)",
    "+",
    "-",
    "@",
    "'",
    '"',
    "#N/A ",
    "1",
    "æøå ÆØÅ ",
    "😀",
    "ja\n\nnej",
    "»",
    "5; ",
]

SIGN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]) | st.sampled_from("\n\t;\"'\u00a0æøå")


def texts(least, most=70, without=""):
    body = st.builds(str.__add__, st.sampled_from(OPENINGS), st.text(SIGN, min_size=1, max_size=20))
    padded = body.map(lambda text: text.translate(dict.fromkeys(map(ord, without))).strip().ljust(least, "å"))
    cut = padded.map(lambda text: text[:most].strip())
    return cut.filter(lambda text: len(text) >= least and "_x" not in text)  # Excel reads _x000D_ as a sign


def lists(entries, least=0, most=3):
    return st.lists(entries, min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def codebooks(draw):
    names = [(f"tema{t}", f"kode_{c}") for t in range(draw(st.integers(1, 2))) for c in range(3)]
    names = [name for name in names if name[1] == "kode_0" or draw(st.booleans())]
    target = st.sampled_from([None, "udeladt.kode", *map(".".join, names)])
    choices = {"question": QUESTIONS, "level": LEVELS, "valence": VALENCES}
    themes = []
    for theme in dict.fromkeys(theme for theme, _ in names):
        choice = st.fixed_dictionaries({key: st.sampled_from(list(ids)) for key, ids in choices.items()})
        codes = [
            Code(
                id=f"{theme}.{name}",
                label=draw(texts(1)),
                short=draw(st.just("") | texts(1, 60)),
                definition=draw(texts(40)),
                use=draw(st.just("") | texts(20)),
                sources=draw(lists(texts(1, without=";\n"), least=1)),
                synonyms=draw(lists(texts(2, without=";\n"))),
                dialogue=draw(lists(texts(10), least=1, most=4)),
                exemplars=draw(lists(texts(20), least=3, most=5)),
                indicators=draw(
                    lists(st.sampled_from(["=vi", "ringe|banke", "*penge*", "~ikke", "en .. to"]))
                ),
                not_use=draw(lists(st.builds(NotUse, texts(10), target))),
                near_misses=draw(lists(st.builds(NearMiss, texts(20), target))),
                **draw(choice),
            )
            for in_theme, name in names
            if in_theme == theme
        ]
        sources = draw(lists(texts(1, without=";\n"), least=1))
        themes.append(Theme(theme, draw(texts(1)), sources, codes=tuple(codes), **draw(choice)))
    return Codebook("1.0.0", "", tuple(themes), title="=Titel", no_code=draw(lists(texts(5))))


@pytest.fixture
def exported(small, tmp_path):
    """The workbook of the small codebook."""
    write_workbook(read_codebook(small), tmp_path / "kodebog.xlsx")
    return tmp_path / "kodebog.xlsx"


def cell(book, sheet, row, heading):
    headings = {cell.value: cell.column for cell in book[sheet][1]}
    return book[sheet].cell(row, headings[heading])


def edit(path, change):
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(path, *cells):
    """Write values into cells, each given as sheet, row, heading and value."""

    def change(book):
        for sheet, row, heading, value in cells:
            cell(book, sheet, row, heading).value = value

    return edit(path, change)


def add(path, sheet, **cells):
    """Write a row below the others of a sheet."""
    row = openpyxl.load_workbook(path)[sheet].max_row + 1
    return put(path, *((sheet, row, heading.replace("_", " "), value) for heading, value in cells.items()))


def problems(path):
    with pytest.raises(InputError) as error:
        read_workbook(path)
    return [str(problem).removeprefix(f"{path}") for problem in error.value.problems]


def tampered(path, random):
    """Do to a workbook what Excel and its users may do without meaning any harm."""

    def untidy(text):
        return f" {text}\u00a0\n".replace("\n", random.choice(["\n", "\r\n", "_x000D_\n"]))

    old, new = openpyxl.load_workbook(path), openpyxl.Workbook()
    new.active.append(["Mine egne noter", "=1+1"])
    for page in random.sample(old.worksheets, len(old.worksheets)):
        header, *rows = ([(cell.value, cell.data_type) for cell in row] for row in page.iter_rows())
        form = random.choice(["NFC", "NFD"])
        header = [(f" {unicodedata.normalize(form, str(name)).upper()}  ", "s") for name, _ in header]
        for row in rows:
            if isinstance(row[0][0], int) and header[0][0].strip() == "NR":
                row[0] = random.choice([(float(row[0][0]), "n"), (f"{row[0][0]},0", "s"), row[0]])
            row[:] = [(untidy(value), kind) if kind == "s" else (value, kind) for value, kind in row]
        lines = [header, *random.sample(rows, len(rows))]
        order = random.sample([*range(len(header)), None], len(header) + 1)
        if page.title == "Læs mig":
            continue
        copy = new.create_sheet(f"{page.title.upper()} ")
        number = random.randint(1, 3)
        for line in lines:
            for column, place in enumerate(order, 1):
                value, kind = line[place] if place is not None else ("Min kolonne", "s")
                if value is not None:
                    copy.cell(number, column).value = value
                    copy.cell(number, column).data_type = kind
            copy.row_dimensions[number].hidden = line is not header and random.random() < 0.3
            number += random.choice([1, 1, 1, 2])
    new.save(path)


@settings(max_examples=25)
@given(codebook=codebooks())
def test_what_was_exported_is_read_back(tmp_path_factory, codebook):
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_workbook(codebook, path)
    content = read_workbook(path)
    assert content.themes == codebook.themes
    assert (content.no_code, content.deleted) == (codebook.no_code, ())


@settings(max_examples=25)
@given(codebook=codebooks(), random=st.randoms(use_true_random=False))
def test_nothing_is_lost_when_sheets_are_sorted_moved_and_untidy(tmp_path_factory, codebook, random):
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_workbook(codebook, path)
    tampered(path, random)
    content = read_workbook(path)
    assert content.themes == codebook.themes
    assert content.no_code == codebook.no_code


def test_the_shipped_codebook_comes_back_and_gives_the_same_bytes_twice(codebook, tmp_path):
    one, two = tmp_path / "en.xlsx", tmp_path / "to.xlsx"
    write_workbook(codebook, one)
    write_workbook(codebook, two)
    content = read_workbook(one)
    assert (content.themes, content.no_code) == (codebook.themes, codebook.no_code)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as package:
        assert b"1980-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_the_workbook_is_made_for_editing(exported):
    book = openpyxl.load_workbook(exported)
    assert book.sheetnames == SHEETS
    for page in book.worksheets[1:]:
        assert page.freeze_panes == ("C2" if page.title == "Koder" else "A2")
        assert page.auto_filter.ref == page.dimensions
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in page[1])
        assert {cell.number_format for row in page.iter_rows(2) for cell in row} <= {"@", "General"}
    assert cell(book, "Koder", 1, "dialog 2").column_letter == "N"
    assert book["Koder"].column_dimensions["B"].number_format == "@"
    assert {
        choice.formula1: str(choice.sqref) for choice in book["Koder"].data_validations.dataValidation
    } == {
        '"Samarbejdsmodeller,Indsatser,Oplevede virkninger"': "J2:J1048576",
        '"Organisation,Indsats,Borger"': "K2:K1048576",
        '"Kerneelement,Udfordring,Fremmer,Hæmmer,Neutral,Virkning"': "L2:L1048576",
        '"ja,nej"': "O2:O1048576",
    }
    assert len(book["Temaer"].data_validations.dataValidation) == 3


def test_the_first_sheet_tells_what_the_others_hold(exported):
    told = {row[0]: row[1] for row in openpyxl.load_workbook(exported)["Læs mig"].iter_rows(values_only=True)}
    assert told["Kodebog, version 1.0.0"] == "En lille kodebog"
    assert set(SHEETS[1:]) <= set(told)
    assert "interview-coding codebook import FIL" in told["Når du er færdig"]


def test_what_a_code_has_from_its_theme_is_left_empty(exported):
    book = openpyxl.load_workbook(exported)
    assert [cell(book, "Koder", 2, key).value for key in ("spørgsmål", "niveau", "valens")] == [None] * 3
    put(exported, ("Koder", 2, "valens", "hæMMer"), ("Koder", 3, "spørgsmål", "oplevede_virkninger"))
    put(exported, ("Temaer", 2, "niveau", " INDSATS "))
    kage, fisk, cykel = [code for theme in read_workbook(exported).themes for code in theme.codes]
    assert (kage.question, kage.level, kage.valence) == ("indsatser", "indsats", "haemmer")
    assert (fisk.question, fisk.level, fisk.valence) == ("oplevede_virkninger", "indsats", "neutral")
    assert (cykel.question, cykel.level, cykel.valence) == ("indsatser", "borger", "neutral")


def test_a_text_that_looks_like_a_formula_stays_a_text(small, tmp_path):
    codebook = replace(read_codebook(small), no_code=("=1+1 er to", "+45 er Danmark", "-hvad", "@alle"))
    write_workbook(codebook, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Uden kode"]
    assert {(cell.data_type, cell.number_format) for (cell,) in page.iter_rows(2, min_col=2)} == {("s", "@")}
    assert read_workbook(edit(tmp_path / "a.xlsx", lambda book: None)).no_code == codebook.no_code


def test_rows_follow_their_numbers_and_those_without_come_last(exported):
    add(exported, "Uden kode", ytring="Sidste række")
    add(exported, "Uden kode", ytring="Allersidste række")
    add(exported, "Uden kode", nr=1.5, ytring="Mellem en og to")
    add(exported, "Uden kode", nr="2", ytring="Også nummer to")
    assert read_workbook(exported).no_code == (
        "Goddag og velkommen til",
        "Mellem en og to",
        "Vil du have mere kaffe?",
        "Også nummer to",
        "Sidste række",
        "Allersidste række",
    )


def test_themes_and_codes_follow_their_numbers(exported):
    put(exported, ("Temaer", 2, "nr", 7), ("Koder", 2, "nr", None))
    themes = read_workbook(exported).themes
    assert [code.id for theme in themes for code in theme.codes] == ["tur.cykel", "mad.fisk", "mad.kage"]


def test_a_code_can_be_added(exported):
    definition = "Hvad koden brød dækker, fortalt i et par hele sætninger."
    new = {"betegnelse": "Brød", "definition": definition, "kilder": 3.2, "dialog_1": "Hvad med brødet?"}
    add(exported, "Koder", id="mad.broed", **new)
    for number in range(3):
        add(exported, "Eksempler", kode="mad.broed", ytring=f"Vi bagte {number} brød i går aftes")
    mad, _ = read_workbook(exported).themes
    assert [code.id for code in mad.codes] == ["mad.kage", "mad.fisk", "mad.broed"]
    assert mad.codes[-1] == Code(
        id="mad.broed",
        label="Brød",
        definition=definition,
        sources=("3.2",),
        question="indsatser",
        level="borger",
        valence="neutral",
        dialogue=("Hvad med brødet?",),
        exemplars=tuple(f"Vi bagte {number} brød i går aftes" for number in range(3)),
    )


@pytest.mark.parametrize("mark", ["ja", "Ja ", "JA", "x", 1, 1.0, True, "sand", "true"])
def test_a_deleted_code_goes_with_its_rows_and_the_last_takes_the_theme_along(exported, mark):
    before = read_workbook(exported).themes
    put(exported, ("Koder", 4, "slettet", mark), ("Eksempler", 30, "ytring", "kort"))
    content = read_workbook(put(exported, ("Næsten", 8, "passer til", "tur.cykel")))
    assert content.deleted == ("tur.cykel",)
    assert content.themes == before[:1]


@pytest.mark.parametrize("mark", ["nej", "NEJ", None, "0", 0, False, "falsk", " "])
def test_a_code_that_is_not_deleted_stays(exported, mark):
    before = read_workbook(exported)
    assert read_workbook(put(exported, ("Koder", 4, "slettet", mark))) == before


def test_a_row_without_a_text_is_deleted(exported):
    before = read_workbook(exported).themes[0].codes[0]
    put(exported, ("Eksempler", 2, "ytring", None), ("Indikatorer", 2, "mønster", " "))
    put(exported, ("Brug ikke", 2, "når", None), ("Næsten", 3, "ytring", None))
    code = read_workbook(exported).themes[0].codes[0]
    assert code.exemplars == before.exemplars[1:]
    assert (code.indicators, code.not_use) == ((), ())
    assert code.near_misses == (before.near_misses[0], before.near_misses[2])


def test_further_questions_for_dialogue_have_columns_of_their_own(exported):
    def change(book):
        book["Koder"].cell(1, 20).value = "Dialog 10"
        book["Koder"].cell(1, 21).value = "dialog 3"
        book["Koder"].cell(2, 20).value = "Et tiende spørgsmål?"
        book["Koder"].cell(2, 21).value = "Et tredje spørgsmål?"

    content = read_workbook(edit(exported, change))
    assert content.themes[0].codes[0].dialogue == (
        "Hvad vil I gøre ved kage?",
        "Et tredje spørgsmål?",
        "Et tiende spørgsmål?",
    )
    write_workbook(Codebook("", "", content.themes), exported)
    headings = [cell.value for cell in openpyxl.load_workbook(exported)["Koder"][1]]
    assert headings[-4:] == ["dialog 1", "dialog 2", "dialog 3", "slettet"]
    assert read_workbook(exported).themes == content.themes


def test_codes_that_are_switched_off_may_be_pointed_to(exported):
    put(exported, ("Næsten", 2, "passer til", "tur.cykel"))
    mad, _ = read_workbook(exported).themes
    write_workbook(Codebook("", "", (mad,)), exported)
    assert openpyxl.load_workbook(exported)["Udeladte koder"]["A2"].value == "tur.cykel"
    assert read_workbook(exported).themes == (mad,)
    edit(exported, lambda book: book.remove(book["Udeladte koder"]))
    assert problems(exported) == [
        ", row 2, column passer til: sheet Næsten: there is no code tur.cykel. "
        "Write the id of a code, or leave the cell empty."
    ]


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0 locked with a password", b"PK\x03\x04 cut"])
def test_a_workbook_that_cannot_be_opened_is_named(tmp_path, content):
    path = tmp_path / "a.xlsx"
    if content is not None:
        path.write_bytes(content)
    assert problems(path) == [
        ": cannot be read as a workbook. "
        "Close it in Excel, or save it anew there as .xlsx, without a password."
    ]


def test_missing_sheets_and_columns_are_named_at_once(exported):
    def change(book):
        book.remove(book["Næsten"])
        book["Uden kode"].title = "Noget andet"
        cell(book, "Koder", 1, "synonymer").value = "synonym"
        cell(book, "Koder", 1, "brug").value = "Betegnelse"
        book["Temaer"].delete_rows(1, 9)

    found = problems(edit(exported, change))
    headings = ["betegnelse", "id", "kilder", "niveau", "nr", "spørgsmål", "valens"]
    assert found == [
        *(
            f", column {heading}: sheet Temaer: is missing. Put the column back, with its heading."
            for heading in headings
        ),
        ", column brug: sheet Koder: is missing. Put the column back, with its heading.",
        ", column synonymer: sheet Koder: is missing. Put the column back, with its heading.",
        ", row 1, column betegnelse: sheet Koder: stands twice. Keep one of the columns.",
        ": sheet Næsten: is missing. Give it its name back, or export the codebook anew.",
        ": sheet Uden kode: is missing. Give it its name back, or export the codebook anew.",
    ]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (
            [("Eksempler", 3, "ytring", "=A1&B1")],
            ", row 3, column ytring: sheet Eksempler: holds a formula. Format the cell as text and write it",
        ),
        (
            [("Uden kode", 2, "ytring", "#NAME?")],
            ", row 2, column ytring: sheet Uden kode: holds the error #NAME?",
        ),
        (
            [("Koder", 2, "kilder", datetime.date(2026, 2, 3))],
            ", row 2, column kilder: sheet Koder: holds a date or time, 2026-02-03 00:00:00. Format",
        ),
        (
            [("Koder", 2, "brug", True)],
            ", row 2, column brug: sheet Koder: holds SAND as Excel counts with it.",
        ),
        (
            [("Uden kode", 2, "nr", "to")],
            ", row 2, column nr: sheet Uden kode: 'to' is no number. Write a number,",
        ),
        ([("Uden kode", 2, "nr", "nan")], ", row 2, column nr: sheet Uden kode: 'nan' is no number."),
        (
            [("Temaer", 2, "id", None)],
            ", row 2, column id: sheet Temaer: is empty. Write the id in every row.",
        ),
        ([("Koder", 3, "id", None)], ", row 3, column id: sheet Koder: is empty. Write the id in every row."),
        (
            [("Koder", 3, "id", "mad.kage")],
            ", row 3, column id: sheet Koder: 'mad.kage' stands in row 2 already. Keep one, or write",
        ),
        ([("Temaer", 3, "id", "mad")], ", row 3, column id: sheet Temaer: 'mad' stands in row 2 already."),
        (
            [("Eksempler", 3, "kode", None)],
            ", row 3, column kode: sheet Eksempler: is empty. Write the id of a code in every row.",
        ),
        (
            [("Indikatorer", 3, "kode", "mad.fiks")],
            ", row 3, column kode: sheet Indikatorer: there is no code mad.fiks. Did you mean mad.fisk?",
        ),
        (
            [("Brug ikke", 3, "brug i stedet", "tur.cykler")],
            ", row 3, column brug i stedet: sheet Brug ikke: there is no code tur.cykler. "
            "Did you mean tur.cykel? Write the id of a code, or leave the cell empty.",
        ),
        (
            [("Næsten", 2, "passer til", "tur.cykel"), ("Koder", 4, "slettet", "ja")],
            ", row 2, column passer til: sheet Næsten: tur.cykel is deleted. Write the id of a code",
        ),
        (
            [("Koder", 2, "slettet", "måske")],
            ", row 2, column slettet: sheet Koder: 'måske' is neither ja nor nej. Write ja or nej.",
        ),
        (
            [("Koder", 2, "tema", "tur")],
            ", row 2, column tema: sheet Koder: mad.kage is not of the theme tur. "
            "Write mad, or begin the id with tur.",
        ),
        (
            [("Temaer", 3, "id", "ture")],
            ", row 3, column id: sheet Temaer: the theme ture has no code. Add one in the sheet Koder",
        ),
        (
            [("Temaer", 3, "id", "tour"), ("Koder", 4, "tema", None)],
            ", row 4, column id: sheet Koder: there is no theme tur. Did you mean tour? Write the id of",
        ),
        (
            [("Temaer", 2, "valens", "god")],
            ", row 2, column valens: sheet Temaer: 'god' is not one of the values allowed. "
            "Write one of Kerneelement, Udfordring, Fremmer, Hæmmer, Neutral, Virkning.",
        ),
        (
            [("Temaer", 2, "niveau", None)],
            ", row 2, column niveau: sheet Temaer: is empty or missing. Write one of",
        ),
        (
            [("Koder", 2, "betegnelse", None)],
            ", row 2, column betegnelse: sheet Koder: is empty or missing. Write a short Danish name",
        ),
        (
            [("Koder", 2, "kort betegnelse", "k" * 61)],
            f", row 2, column kort betegnelse: sheet Koder: '{'k' * 61}' is too long. Write a shorter name",
        ),
        (
            [("Koder", 2, "definition", "Kort")],
            ", row 2, column definition: sheet Koder: 'Kort' is too short. Write two to four sentences",
        ),
        (
            [("Koder", 2, "id", "mad.Kage")],
            ", row 2, column id: sheet Koder: 'mad.Kage' is not written as it must be. Write theme.code in",
        ),
        (
            [("Koder", 2, "kilder", None)],
            ", row 2, column kilder: sheet Koder: is empty or missing. "
            "Write sections and tables of the review, with ; between them.",
        ),
        (
            [("Koder", 2, "synonymer", "kage; lagkage; kage")],
            ", row 2, column synonymer: sheet Koder: ['kage', 'lagkage', 'kage'] has an entry twice.",
        ),
        (
            [("Koder", 2, "synonymer", "kage; k")],
            ", row 2, column synonymer: sheet Koder: 'k' is too short. Write a word or two.",
        ),
        (
            [("Koder", 2, "dialog 1", None)],
            ", row 2, column dialog 1: sheet Koder: is empty or missing. List one or two questions",
        ),
        (
            [("Koder", 2, "dialog 2", "Hvad?")],
            ", row 2, column dialog 2: sheet Koder: 'Hvad?' is too short. Write a whole question.",
        ),
        (
            [("Eksempler", row, "ytring", None) for row in range(2, 10)],
            ", row 2: sheet Koder: mad.kage has too few rows in the sheet Eksempler. List at least three",
        ),
        (
            [("Eksempler", row, "ytring", None) for row in range(2, 12)],
            ", row 2: sheet Koder: mad.kage has too few rows in the sheet Eksempler. List at least three",
        ),
        (
            [("Eksempler", 3, "ytring", "Nej, tak")],
            ", row 3, column ytring: sheet Eksempler: 'Nej, tak' is too short. Write a whole utterance.",
        ),
        (
            [("Næsten", 3, "ytring", None), ("Næsten", 3, "passer til", "mad.fisk")],
            ", row 3, column ytring: sheet Næsten: is empty or missing. Write a whole utterance.",
        ),
        (
            [("Brug ikke", 3, "når", "nej")],
            ", row 3, column når: sheet Brug ikke: 'nej' is too short. Write what follows",
        ),
        (
            [("Eksempler", row, "ytring", "Vi spiste kage hele aftenen") for row in (3, 5)],
            ", row 5, column ytring: sheet Eksempler: 'Vi spiste kage hele aftenen' stands in row 3 already.",
        ),
        (
            [("Indikatorer", 2, "mønster", "kage| .. is")],
            ", row 2, column mønster: sheet Indikatorer: 'kage| .. is' is no pattern: kage| is no word;",
        ),
        (
            [("Indikatorer", 2, "mønster", "k")],
            ", row 2, column mønster: sheet Indikatorer: 'k' is too short. Write a pattern of words",
        ),
        (
            [("Uden kode", 3, "ytring", "Goddag og velkommen til")],
            ", row 3, column ytring: sheet Uden kode: 'Goddag og velkommen til' stands in row 2 already.",
        ),
        (
            [("Uden kode", 3, "ytring", "Hov")],
            ", row 3, column ytring: sheet Uden kode: 'Hov' is too short. Write a whole utterance.",
        ),
        (
            [("Koder", row, "slettet", "ja") for row in (2, 3, 4)],
            ": sheet Koder: holds no code. Export the codebook anew; a codebook has a code at least.",
        ),
    ],
)
def test_a_problem_is_named_by_sheet_row_and_column(exported, cells, text):
    assert any(problem.startswith(text) for problem in problems(put(exported, *cells))), problems(exported)


def test_problems_stand_in_the_order_of_the_workbook_and_once_per_place(exported):
    put(
        exported,
        ("Uden kode", 3, "ytring", "Hov"),
        ("Eksempler", 4, "kode", "=A2"),
        ("Eksempler", 3, "ytring", "Hov"),
        ("Temaer", 2, "betegnelse", None),
    )
    assert [problem.partition(": is ")[0].partition(": '")[0] for problem in problems(exported)] == [
        ", row 2, column betegnelse: sheet Temaer",
        ", row 3, column ytring: sheet Eksempler",
        ", row 4, column kode: sheet Eksempler: holds a formula. Format the cell as text and write it anew.",
        ", row 3, column ytring: sheet Uden kode",
    ]


def test_merged_cells_are_named_with_the_rows_that_lost_their_text(exported):
    def change(book):
        book["Eksempler"].merge_cells("A3:A5")
        book["Koder"].merge_cells("L2:L3")
        book["Koder"].merge_cells("T2:U3")

    empty = "sheet Eksempler: is empty. Write the id of a code in every row."
    merged = (
        "is merged with other cells, of which only the first holds anything. Unmerge them and fill in each."
    )
    assert problems(edit(exported, change)) == [
        f", row 2, column valens: sheet Koder: {merged}",
        f", row 3, column kode: sheet Eksempler: {merged}",
        f", row 4, column kode: {empty}",
        f", row 5, column kode: {empty}",
    ]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"synonyms": ("en; to",)}, "one of them holds a ; or a line break. Write them without:"),
        ({"sources": ("2\n3",)}, "one of them holds a ; or a line break. Write them without:"),
        ({"use": "Brug koden\x07, når"}, "does not fit into a cell. Keep it below 32767 characters,"),
        ({"use": "Brug koden_x000D_, når"}, "does not fit into a cell."),
        ({"definition": "lang " * 6554}, "does not fit into a cell."),
    ],
)
def test_a_text_that_would_not_come_back_is_not_written(small, tmp_path, change, text):
    codebook = read_codebook(small)
    theme = codebook.themes[0]
    theme = replace(theme, codes=(replace(theme.codes[0], **change), *theme.codes[1:]))
    path = tmp_path / "a.xlsx"
    with pytest.raises(InputError) as error:
        write_workbook(replace(codebook, themes=(theme,)), path)
    (problem,) = error.value.problems
    assert f"sheet Koder, mad.kage: {text}" in str(problem)
    assert not path.exists()
