import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from interview_coding.decisions import CONFIRMED, DISPUTED, SUGGESTED
from interview_coding.stages.synthesise import running_head

SECTORS = ["borger", "civil", "offentlig"]
NAMES = [
    "R&D <Øst> \"nord\" 'syd'",
    "Smil 😀 & $pris$ 😀",
    "P" * 80,
    "Partnerskab med et meget langt navn " * 3,
]
TEXTS = [
    "Vi sagde: \"R&D <b> er 100 % dyrt\" & 'så videre', og så kom »naboerne« 😀 med $x$ og ** stjerner **.",
    "Det var svært i begyndelsen, for ingen vidste, hvem der skulle låse op. " * 9,
    "Ja.",
]


@pytest.fixture(scope="session")
def codes(codebook):
    return list(codebook.codes)


def suggestions(interviews, codes, per_interview=8):
    return [
        (interview.interview_id, 1 + number % 3, codes[(number * 11 + place * 7) % len(codes)])
        for place, interview in enumerate(interviews)
        for number in range(per_interview)
    ]


def decisions(suggested, every=1):
    return [
        *[("mia", *row, "reject" if n % 3 == 2 else "accept") for n, row in enumerate(suggested[::every])],
        *[("jonas", *row, "reject") for row in suggested[:: 5 * every]],
    ]


def small_of(interviews, options):
    """Return the options of a material with those suggestions and decisions that are on the interviews."""
    ids = {interview.interview_id for interview in interviews}
    suggested = [row for row in options["suggested"] if row[0] in ids]
    return {
        **options,
        "suggested": suggested,
        "decided": [row for row in options["decided"] if row[1] in ids],
    }


@pytest.fixture(scope="session")
def projects(material, interview, codes):
    """Materials of many kinds, by name."""
    four = [interview(f"a-{n}", wave=n) for n in (1, 2)] + [
        interview(f"b-{n}", "Lyngholm", n) for n in (1, 2)
    ]
    one = [interview("a-1")]
    bare = [
        interview("a-1", role="", sector="", date=""),
        interview("a-2", wave=3, role="", date="", sector=""),
    ]
    odd = [interview(f"o-{n}", name.strip(), role='leder & "far" <3 😀 **') for n, name in enumerate(NAMES)]
    twelve = [interview(f"t-{n}", f"Partnerskab nummer {n}", 1 + n % 2) for n in range(12)]
    four_s, odd_s, twelve_s = (suggestions(i, codes) for i in (four, odd, twelve))
    own_s = suggestions(four[:2], codes)
    many = [
        interview(
            f"m-{n}",
            ("Fjordby", "Lyngholm")[n // 10],
            1 + n % 2,
            role=f"rolle {n // 4}",
            sector=SECTORS[n % 3],
        )
        for n in range(13)
    ]
    many_s = suggestions(many, codes[:12]) + [(i.interview_id, 2, codes[40]) for i in many[:6]]
    many_s = list(dict.fromkeys(many_s))
    small = {"suggested": many_s, "decided": decisions(many_s, 2), "k": 3}
    odd_texts = {i.interview_id: TEXTS for i in odd}
    return {
        "nothing": material(one),
        "draft": material(four[:2], suggested=own_s),
        "partly": material(four[:2], suggested=own_s, decided=decisions(own_s, 2)),
        "all": material(four[:2], suggested=own_s, decided=decisions(own_s)),
        "no suggestions": material(one, decided=[("mia", "a-1", 2, codes[3], "add")]),
        "all rejected": material(
            one, suggested=own_s[:3], decided=[("mia", *row, "reject") for row in own_s[:3]]
        ),
        "cells missing": material(bare, suggested=[("a-1", 1, codes[3]), ("a-2", 1, codes[4])]),
        "no quotes": material(four[:2], suggested=own_s, decided=decisions(own_s, 2), quotes=0),
        "across": material(four, suggested=four_s, decided=decisions(four_s, 2), across=True),
        "across draft": material(four, suggested=four_s, across=True),
        "across nothing": material(four, across=True),
        "odd": material(odd, suggested=odd_s, decided=decisions(odd_s, 3), texts=odd_texts, across=True),
        "odd alone": material(odd[:1], suggested=odd_s[:8], decided=decisions(odd_s[:8], 3), texts=odd_texts),
        "small groups": material(many[:10], **small_of(many[:10], small)),
        "small groups across": material(many, **small, across=True),
        "strict": material(many[:10], **small_of(many[:10], small), strict=True),
        "strict across": material(many, **small, across=True, strict=True),
        "strict, nobody": material(four[:2], suggested=own_s, decided=decisions(own_s), k=3, strict=True),
        "twelve": material(twelve, suggested=twelve_s, decided=decisions(twelve_s, 2), across=True),
    }  # fmt: skip


KINDS = [
    "nothing", "draft", "partly", "all", "no suggestions", "all rejected", "cells missing", "no quotes",
    "across", "across draft", "across nothing", "odd", "odd alone", "twelve",
    "small groups", "small groups across", "strict", "strict across", "strict, nobody",
]  # fmt: skip


@pytest.fixture(scope="session", params=KINDS)
def made(request, projects, write_once):
    """A material and its document."""
    material = projects[request.param]
    return material, docx.Document(str(write_once(material, request.param)))


@pytest.fixture(scope="session")
def write_once(tmp_path_factory, write_material):
    return lambda material, name: write_material(material, tmp_path_factory.mktemp(name.replace(" ", "-")))


def quotation(paragraph):
    """Return text, source, interview and segment of a quotation."""
    form = r"»(.*)«  (.*) \[([^,\]]*), ([^\]]*)\]"
    return re.fullmatch(form, paragraph.text, re.S).groups()


def chapters(word):
    """Return the paragraphs under every heading of level 3, as (heading, paragraphs)."""
    result = []
    for paragraph in word.paragraphs:
        if paragraph.style.name == "Heading 3":
            result.append((paragraph.text, []))
        elif paragraph.style.name in {"Heading 1", "Heading 2"}:
            result.append(("", []))
        elif result:
            result[-1][1].append(paragraph)
    return [(heading, paragraphs) for heading, paragraphs in result if heading]


def told_codings(material):
    """Return the codings that the document may count, found without the package's help."""
    codings = material.codings
    if not material.strict:
        return codings
    where = {i.interview_id: i.partnership for i in material.interviews}
    keys = [(where[row.interview_id], row.code, row.status, row.interview_id) for row in codings.itertuples()]
    people = Counter(key[:3] for key in set(keys))
    return codings[[people[key[:3]] >= material.min_informants for key in keys]]


def table_rows(word, *header):
    return [
        [cell.text for cell in row.cells]
        for table in word.tables
        if [cell.text for cell in table.rows[0].cells][: len(header)] == list(header)
        for row in table.rows[1:]
    ]


def test_every_quote_is_verbatim_and_of_a_coding_that_stands(made, codebook):
    material, word = made
    texts = {(row.interview_id, row.segment_id): row.text for row in material.segments.itertuples()}
    labels = {code.label: code.id for code in codebook.codes.values()}
    status = {
        (row.interview_id, row.segment_id, row.code): row.status for row in material.codings.itertuples()
    }
    for heading, paragraphs in chapters(word):
        chapter = [p for p in paragraphs if p.style.name == "Quote"]
        assert len(chapter) <= material.quotes_per_code
        for paragraph in chapter:
            text, source, *key = quotation(paragraph)
            assert re.sub(r"^\[…\] | \[…\]$", "", text) in texts[tuple(key)]
            standing = status[(*key, labels[heading])]
            mark = source.partition(" · ")[0]
            if standing == CONFIRMED:
                assert mark not in {"omstridt", "foreslået"}
            else:
                assert mark == {DISPUTED: "omstridt", SUGGESTED: "foreslået"}[standing]
            assert standing in {material.basis, DISPUTED}


def test_the_review_table_gives_the_counts_of_the_tables(made):
    material, word = made
    wave_of = {i.interview_id: str(i.wave) for i in material.interviews}
    counts = Counter((wave_of[row.interview_id], row.status) for row in material.codings.itertuples())
    suggested = Counter(wave_of[row.interview_id] for row in material.suggestions.itertuples())
    rows = [row for row in table_rows(word, "Bølge", "Forslag") if row[0] != "I alt"]
    assert [row[0] for row in rows] == sorted(set(wave_of.values()))
    for wave, total, reviewed, *numbers in rows:
        assert int(total) == suggested[wave]
        assert int(reviewed.partition(" ")[0]) == suggested[wave] - counts[wave, "suggested"]
        statuses = [] if material.strict else ["confirmed", "disputed", "rejected", "suggested"]
        assert [*map(int, numbers)] == [counts[wave, status] for status in statuses]


def test_every_code_has_the_counts_of_the_tables(made, codebook):
    material, word = made
    labels = {code.label: code.id for code in codebook.codes.values()}
    told = {}
    for heading, paragraphs in chapters(word):
        match = re.search(
            r"(?:Bekræftet|Foreslået) i (\d+) af (\d+) interview, (\d+) segment", paragraphs[0].text
        )
        if match:
            told[labels[heading]] = tuple(map(int, match.groups()))
    codings = told_codings(material)
    found = codings[codings["status"] == material.basis]
    expected = {
        str(code): (part["interview_id"].nunique(), len(material.interviews), len(part))
        for code, part in found.groupby("code")
    }
    assert told == expected


def test_what_is_only_suggested_is_counted_apart(made, codebook):
    material, word = made
    if not material.reviewed:
        assert not table_rows(word, "Kode", "Segmenter")
        return
    told = Counter({label: int(segments) for label, segments, _ in table_rows(word, "Kode", "Segmenter")})
    for heading, paragraphs in chapters(word):
        if match := re.search(r"Kun foreslået i (\d+) segment", paragraphs[0].text):
            told[heading] += int(match.group(1))
    codings = told_codings(material)
    suggested = codings[codings["status"] == "suggested"]
    assert told == Counter(codebook.codes[code].label for code in suggested["code"])


def test_nothing_rejected_appears(made, codebook):
    material, word = made
    status = material.codings.groupby("code")["status"].agg(set)
    rejected = [codebook.codes[code].label for code, found in status.items() if found == {"rejected"}]
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    headings = {p.text for p in word.paragraphs if p.style.name.startswith("Heading")}
    bullets = {p.text.partition(":")[0] for p in word.paragraphs if p.style.name == "List Bullet"}
    assert not (cells | headings | bullets) & set(rejected)


def test_the_running_head_of_every_page_says_how_far_it_may_be_trusted(made):
    material, word = made
    (section,) = word.sections
    head = section.header.paragraphs[0].text
    assert head == running_head(material)
    assert ("UDKAST" in head) == (not material.reviewed)
    assert ("foreløbig" in head) == (material.reviewed and material.decided() < material.suggested())


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("nothing", "Fjordby · UDKAST: intet er kodet"),
        ("draft", "Fjordby · UDKAST: bygger på forslag, som ingen har gennemgået"),
        ("partly", "Fjordby · foreløbig: 50 % af forslagene er gennemgået"),
        ("all", "Fjordby"),
        ("no suggestions", "Fjordby"),
        ("all rejected", "Fjordby"),
        ("across nothing", "På tværs af partnerskaber · UDKAST: intet er kodet"),
    ],
)
def test_running_head(projects, kind, head):
    assert running_head(projects[kind]) == head


def test_headings_descend_without_jumps_and_none_is_empty(made):
    _, word = made
    headings = [p for p in word.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(p.style.name[-1]) for p in headings]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(p.text.strip() for p in headings)


def test_sections_come_in_order(made):
    material, word = made
    chapters = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    kind = "Fund" if material.reviewed else "Forslag"
    expected = ["Hvad syntesen bygger på", "Overblik"]
    if material.across and len(material.found):
        expected.append("Partnerskaberne side om side")
    expected += [f"{kind}: {name}" for name in ("samarbejdsmodeller", "indsatser", "oplevede virkninger")]
    expected += [
        "Hvad har ændret sig siden sidste bølge?",
        "Spørgsmål til den næste dialog",
        "Sådan er syntesen lavet",
    ]
    assert chapters == expected


def test_tables_and_figures_are_accessible(made):
    _, word = made
    captions = [p for p in word.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(word.tables) + len(word.inline_shapes)
    assert all(next(p._p.iter(qn("w:instrText"))).text.split()[0] == "SEQ" for p in captions)
    for table in word.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert all(cell.text for row in table.rows for cell in row.cells)
    assert all(shape._inline.docPr.get("descr") for shape in word.inline_shapes)


def test_no_paragraph_is_empty(made):
    _, word = made
    for paragraph in word.element.body.iter(qn("w:p")):
        assert list(paragraph.iter(qn("w:t"), qn("w:drawing")))


def test_no_sentence_has_a_gap(made):
    _, word = made
    own = [p.text for p in word.paragraphs if p.style.name not in {"Quote", "Title", "Figure"}]
    assert not [t for t in own if re.search(r"  |\.\.|,,| [.,;:]|\(\)|\bNone\b|\bnan\b|[{}]", t)]


def test_title_subject_and_day(made):
    material, word = made
    assert word.core_properties.title == material.title == word.paragraphs[0].text
    assert word.core_properties.subject.startswith("Syntese af interview, bølge ")
    days = [interview.date for interview in material.interviews if interview.date]
    assert word.core_properties.created.date().isoformat() == (max(days) if days else "2000-01-01")


@pytest.mark.parametrize("kind", ["partly", "odd alone"])
def test_two_runs_give_the_same_bytes(projects, written, kind):
    first, second = written(projects[kind], "a"), written(projects[kind], "b")
    assert first.read_bytes() == second.read_bytes()
    figures = sorted(path.name for path in (first.parent / "figures").iterdir())
    assert figures
    assert all(
        (first.parent / "figures" / f).read_bytes() == (second.parent / "figures" / f).read_bytes()
        for f in figures
    )


@pytest.mark.parametrize(
    ("author", "kept"),
    [("", "interview-coding"), ("Center & Søn", "Center & Søn"), ("x" * 300, "x" * 255)],
)
def test_author(projects, written, author, kept):
    word = docx.Document(str(written(projects["nothing"], author=author)))
    assert word.core_properties.author == word.core_properties.last_modified_by == kept


def test_the_folder_for_figures_is_there_even_without_any(projects, written):
    assert list((written(projects["nothing"]).parent / "figures").iterdir()) == []


def test_the_document_across_counts_every_interview(made):
    material, word = made
    if material.across:
        rows = table_rows(word, "Partnerskab", f"Bølge {material.waves[0]}")
        assert [row[0] for row in rows] == material.partnerships
        for partnership, *numbers in rows:
            waves = [i.wave for i in material.interviews if i.partnership == partnership]
            assert [*map(int, numbers)] == [*map(waves.count, material.waves), len(waves)]


def test_the_order_of_the_sheet_does_not_change_the_document(projects, written):
    material = projects["across"]
    turned = replace(
        material, interviews=tuple(sorted(material.interviews, key=lambda i: (-i.wave, i.partnership)))
    )
    assert written(material, "a").read_bytes() == written(turned, "b").read_bytes()
