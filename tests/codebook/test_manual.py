from dataclasses import replace
from datetime import datetime

import docx
import pytest
from docx.oxml.ns import qn

from interview_coding.codebook import Code, Codebook, NearMiss, NotUse, Theme
from interview_coding.codebook.manual import write_manual

LONG = "ord " * 46


def code(name, label, **values):
    fields = {
        "definition": f"Det handler om {label}.",
        "sources": ("2.1",),
        "question": "indsatser",
        "level": "organisation",
        "valence": "fremmer",
        "dialogue": (f"Hvordan går det med {label}?",),
        "exemplars": tuple(f"Udsagn {number} om {label}." for number in range(1, 5)),
    }
    return Code(id=name, label=label, **{**fields, **values})


def theme(name, label, *codes):
    return Theme(name, label, ("2", "Tabel 2"), "indsatser", "organisation", "fremmer", codes)


FULL = Codebook(
    "1.2.0",
    "0" * 64,
    (
        theme(
            "moede",
            "Møder",
            code(
                "moede.kaffe",
                "Kaffe",
                use="Brug koden, når kaffen samler folk.",
                not_use=(
                    NotUse("nogen bestiller te", "moede.aabning"),
                    NotUse("kaffen er kold"),
                    NotUse("det er en fest", "fest.borte"),
                ),
                synonyms=("kaffe", "bønner"),
                indicators=("drikke .. kaffe",),
                near_misses=(
                    NearMiss("Vi åbner klokken ti.", "moede.aabning"),
                    NearMiss("Vi lukker klokken ti.", "moede.aabning"),
                    NearMiss("Det regner."),
                ),
                level="borger",
                sources=("2.1", "Tabel 2"),
            ),
            code("moede.aabning", "Åbning", question="oplevede_virkninger"),
        ),
        theme("aften", "Aftener", code("aften.aerter", "Ærter"), code("aften.zoo", "Zoo og é")),
    ),
    title="Liv i huset",
    reference="Nielsen (2020). Huset.",
)
BARE = replace(FULL, themes=(theme("moede", "Møder", code("moede.te", "Te")),), title="", reference="")


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a codebook and opens it with python-docx."""

    def write(codebook):
        write_manual(codebook, tmp_path / "out.docx")
        return docx.Document(str(tmp_path / "out.docx"))

    return write


def with_code(**values):
    return replace(BARE, themes=(theme("moede", "Møder", code("moede.te", "Te", **values)),))


def headings(word):
    return [(int(p.style.name[-1]), p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]


def about(word, heading):
    """Return the texts below a heading, up to the next, with no-break spaces as spaces."""
    texts = [(p.style.name.startswith("Heading"), p.text) for p in word.paragraphs]
    first = texts.index((True, heading)) + 1
    last = next((n for n in range(first, len(texts)) if texts[n][0]), len(texts))
    return [text.replace("\N{NO-BREAK SPACE}", " ") for _, text in texts[first:last]]


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def text_of(word):
    return "\n".join(t.text or "" for t in word.element.body.iter(qn("w:t")))


def test_every_theme_and_code_has_a_heading_in_order(written):
    assert headings(written(FULL)) == [
        (1, "Sådan bruges kodebogen"),
        (2, "Hvad der står om en kode"),
        (2, "Når du leder efter en kode"),
        (1, "Oversigt"),
        (1, "Møder"),
        (2, "1 Kaffe"),
        (2, "2 Åbning"),
        (1, "Aftener"),
        (2, "3 Ærter"),
        (2, "4 Zoo og é"),
        (1, "Koderne i alfabetisk orden"),
    ]


def test_the_first_page_names_title_version_and_reference(written):
    word = written(FULL)
    assert [p.text for p in word.paragraphs[:3]] == [
        "Liv i huset",
        "Kodebog, version 1.2.0",
        "Kodebogen bygger på: Nielsen (2020). Huset.",
    ]
    assert word.sections[0].header.paragraphs[0].text == "Liv i huset · Kodebog, version 1.2.0"


def test_the_guide_counts_codes_and_says_that_suggestions_are_not_findings(written):
    texts = about(written(FULL), "Sådan bruges kodebogen")
    assert texts[0].startswith("Her er 4 koder i 2 temaer.")
    assert texts[1].startswith("Et forslag er ikke et fund.")


def test_the_overview_has_a_table_per_theme(written):
    first, second, _ = written(FULL).tables
    assert cells(first) == [
        ["Nr.", "Betegnelse", "Kode", "Niveau", "Valens"],
        ["1", "Kaffe", "moede.kaffe", "Borger", "Fremmer"],
        ["2", "Åbning", "moede.aabning", "Organisation", "Fremmer"],
    ]
    assert [row[0] for row in cells(second)] == ["Nr.", "3", "4"]


def test_a_theme_begins_a_page_and_names_its_question_and_sources(written):
    word = written(FULL)
    assert about(word, "Møder") == ["Hovedspørgsmål: Indsatser · Kilder: 2, Tabel 2"]
    (heading,) = [p for p in word.paragraphs if p.text == "Møder"]
    assert heading.paragraph_format.page_break_before


def test_all_that_a_code_has_is_there(written):
    assert about(written(FULL), "1 Kaffe") == [
        "moede.kaffe · Borger · Fremmer · Kilder: 2.1, Tabel 2",
        "Det handler om Kaffe.",
        "Brug koden, når kaffen samler folk.",
        "Brug den ikke, når",
        "nogen bestiller te → brug 2 Åbning (moede.aabning)",
        "kaffen er kold",
        "det er en fest",
        "Eksempel: »Udsagn 1 om Kaffe.«",
        "Eksempel: »Udsagn 2 om Kaffe.«",
        "Eksempel: »Udsagn 3 om Kaffe.«",
        "Næsten, men: »Vi åbner klokken ti.«  (passer til 2 Åbning)",
        "Næsten, men: »Det regner.«  (ingen kode)",
        "Til dialog: Hvordan går det med Kaffe?",
        "Søgeord: kaffe, bønner",
    ]


def test_what_a_code_lacks_is_left_out(written):
    word = written(BARE)
    assert about(word, "1 Te") == [
        "moede.te · Organisation · Fremmer · Kilde: 2.1",
        "Det handler om Te.",
        "Eksempel: »Udsagn 1 om Te.«",
        "Eksempel: »Udsagn 2 om Te.«",
        "Eksempel: »Udsagn 3 om Te.«",
        "Til dialog: Hvordan går det med Te?",
    ]
    for absent in ("Brug ", "Næsten", "Søgeord", "bygger på:"):
        assert absent not in text_of(word)


def test_a_codebook_without_a_title_is_called_kodebog(written):
    word = written(BARE)
    assert [p.text for p in word.paragraphs[:2]] == ["Kodebog", "Version 1.2.0"]
    assert word.sections[0].header.paragraphs[0].text == "Kodebog, version 1.2.0"


def test_a_main_question_is_named_where_it_is_not_the_themes(written):
    facts = about(written(FULL), "2 Åbning")[0]
    assert facts == "moede.aabning · Oplevede virkninger · Organisation · Fremmer · Kilde: 2.1"


def test_a_use_in_other_words_stands_as_it_is(written):
    assert about(written(with_code(use="Kun om varm te.")), "1 Te")[2] == "Kun om varm te."


def test_several_questions_stand_together(written):
    texts = about(written(with_code(dialogue=("Hvad nu?", "Hvem?"))), "1 Te")
    assert texts[-1] == "Til dialog: Hvad nu? Hvem?"


@pytest.mark.parametrize(
    ("exemplars", "chosen"),
    [
        (("a", LONG, "b b", "c", "d"), ["a", "b b", "c"]),
        (("a " * 45, "b", "c"), ["a " * 45, "b", "c"]),
        ((LONG + "x", "a", LONG, "b b"), ["a", "b b", LONG]),
        ((LONG, "a"), ["a", LONG]),
    ],
)
def test_the_exemplars_are_the_first_short_ones_or_the_shortest(exemplars, chosen, written):
    texts = about(written(with_code(exemplars=exemplars)), "1 Te")
    quoted = [text for text in texts if text.startswith("Eksempel")]
    assert quoted == [f"Eksempel: »{text}«" for text in chosen]


@pytest.mark.parametrize(
    ("misses", "endings"),
    [
        ([NearMiss("a")], ["»a«  (ingen kode)"]),
        ([NearMiss("a"), NearMiss("b"), NearMiss("c")], ["»a«  (ingen kode)", "»b«  (ingen kode)"]),
        (
            [NearMiss("a"), NearMiss("b"), NearMiss("c", "moede.te")],
            ["»a«  (ingen kode)", "»c«  (passer til 1 Te)"],
        ),
        ([NearMiss("a", "moede.borte")], ["»a«  (passer til en kode, der ikke er med her)"]),
    ],
)
def test_the_near_misses_show_both_kinds_where_there_are_both(misses, endings, written):
    texts = about(written(with_code(near_misses=tuple(misses))), "1 Te")
    shown = [text for text in texts if text.startswith("Næsten")]
    assert shown == [f"Næsten, men: {ending}" for ending in endings]


def test_the_index_is_in_danish_order(written):
    *_, index = written(FULL).tables
    assert cells(index) == [
        ["Betegnelse", "Nr.", "Tema"],
        ["Kaffe", "1", "Møder"],
        ["Zoo og é", "4", "Aftener"],
        ["Ærter", "3", "Aftener"],
        ["Åbning", "2", "Møder"],
    ]


def test_a_letter_with_an_accent_stands_with_the_letter(written):
    labels = ("Énhed", "Enig", "Ånd", "A\u030and", "Fest", "Øl")
    codes = [code(f"moede.c{number}", label) for number, label in enumerate(labels)]
    *_, index = written(replace(BARE, themes=(theme("moede", "Møder", *codes),))).tables
    assert [row[0] for row in cells(index)[1:]] == ["Énhed", "Enig", "Fest", "Øl", "Ånd", "A\u030and"]


def test_a_code_is_kept_on_one_page(written):
    paragraphs = written(FULL).paragraphs
    texts = [p.text for p in paragraphs]
    block = paragraphs[texts.index("1 Kaffe") : texts.index("2 Åbning")]
    assert all(p.paragraph_format.keep_together for p in block)
    assert [p.paragraph_format.keep_with_next for p in block] == [*[True] * (len(block) - 1), False]


def test_the_same_codebook_gives_the_same_bytes_without_a_clock(tmp_path, written):
    for name in ("a", "b"):
        write_manual(FULL, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    properties = written(FULL).core_properties
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=None) == datetime(2000, 1, 1)


def test_the_language_is_danish(written):
    word = written(FULL)
    assert word.core_properties.language == "da-DK"
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"da-DK"}


def test_a_long_title_is_shown_to_the_longest_that_properties_hold(written):
    word = written(replace(FULL, title="Kodebog " * 40))
    assert len(word.core_properties.title) <= 255


def test_a_codebook_without_codes_is_written_all_the_same(written):
    assert about(written(replace(BARE, themes=())), "Sådan bruges kodebogen")[0].startswith(
        "Her er ingen koder i ingen temaer."
    )
