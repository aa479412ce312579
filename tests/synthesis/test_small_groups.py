# ruff: noqa: E501
import re
from collections import defaultdict
from dataclasses import replace

import docx
import pytest

from interview_coding.synthesis.people import sector_rows, voices
from interview_coding.synthesis.quotes import choose, quotable, withheld

HELPS, HELPS_TOO, HINDERS = "fremmer.erfaringseksperter", "fremmer.hoere_til", "haemmer.stress_ved_magt"
K = 3
FROM = {
    "borger": "borger",
    "interviewperson fra civilsamfundet": "civil",
    "interviewperson fra den offentlige sektor": "offentlig",
    "interviewperson fra den private sektor": "privat",
}


@pytest.fixture
def people(interview):
    """Return a function that makes interviews of (role, sector, wave)."""

    def make(*rows, partnership="Fjordby"):
        name = partnership.lower()
        return [
            interview(f"{name}-{n:02}", partnership, wave, role=role, sector=sector)
            for n, (role, sector, wave) in enumerate(rows, 1)
        ]

    return make


MIXED = [
    *[("beboer", "borger", 1)] * 3,
    *[("frivillig", "civil", 1)] * 2,
    ("formand", "civil", 1),
    ("borgmester", "offentlig", 1),
    *[("frivillig", "civil", 2)] * 3,
    *[("konsulent", "offentlig", 2)] * 3,
    ("butiksejer", "privat", 2),
    ("beboer", "borger", 2),
]


def everyone(interviews, code=HELPS):
    return [("mia", interview.interview_id, 1, code, "add") for interview in interviews]


@pytest.fixture
def read(written):
    """Return a function that writes a document and returns its lines: paragraphs, and rows of tables."""

    def lines(material, name="run"):
        word = docx.Document(str(written(material, name)))
        found = []
        for block in word.iter_inner_content():
            if hasattr(block, "rows"):
                found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                found.append(block.text)
        return found

    return lines


def sources(lines):
    """Return what is said of the speaker of each quote, and the interview."""
    found = [re.search(r"«  (.*) \[([^,\]]*), [^\]]*\]$", line) for line in lines]
    return [match.groups() for match in found if match]


def facts(said):
    """Return role, sector, partnership and wave, as far as a quote says them."""
    who, *places = said.split(", ")
    wave = next((int(place.removeprefix("bølge ")) for place in places if place.startswith("bølge ")), 0)
    partnership = next((place for place in places if not place.startswith("bølge ")), "")
    sector = FROM.get(who, "")
    return "" if sector or who == "interviewperson" else who, sector, partnership, wave


@pytest.mark.parametrize("across", [False, True])
def test_what_quotes_say_is_said_of_enough_people(material, people, read, across):
    interviews = people(*MIXED)
    if across:
        interviews += people(*[("leder", "offentlig", 1)] * 3, ("leder", "civil", 2), partnership="Lyngholm")
        interviews += people(("leder", "civil", 1), ("leder", "civil", 1), partnership="Mosekær")
    made = material(interviews, decided=everyone(interviews), across=across, quotes=10, k=K)
    lines = read(replace(made, quotes_per_code=30))
    by_id, speakers = made.by_id, defaultdict(set)
    for said, interview_id in sources(lines):
        role, sector, partnership, wave = facts(said)
        interview = by_id[interview_id]
        assert role in ("", interview.role)
        assert sector in ("", interview.sector)
        assert partnership == (interview.partnership if across else "")
        assert wave in (0, interview.wave)
        speakers[interview.partnership, said].add(interview_id)
    assert {len(ids) >= K for ids in speakers.values()} == {True}
    assert {p for p, _ in speakers} == ({"Fjordby", "Lyngholm"} if across else {"Fjordby"})
    assert not any(name in line for line in lines for name in ("borgmester", "butiksejer", "formand"))
    assert any(line.endswith("«  beboer, bølge 1 [fjordby-01, t001]") for line in lines) != across


def test_interviews_are_named_by_quotes_alone(material, people, read):
    interviews = people(*MIXED)
    lines = read(material(interviews, decided=everyone(interviews), k=K))
    assert all("«  " in line for line in lines if "fjordby-" in line)


def test_a_person_of_several_waves_is_one(material, interview, read):
    interviews = [interview(f"a-{w}", wave=w, informant="Den samme") for w in (1, 2, 3)]
    made = material(interviews, decided=everyone(interviews), k=2)
    assert made.few == ["Fjordby"]
    assert sources(read(made)) == []


@pytest.mark.parametrize("number", [1, 2])
def test_a_partnership_of_fewer_is_not_quoted_nor_described(material, people, read, number):
    interviews = people(*[("borgmester", "offentlig", 1)] * number)
    lines = read(material(interviews, decided=everyone(interviews), k=K))
    assert sources(lines) == []
    assert not any("borgmester" in line or "offentlige sektor" in line or "»" in line for line in lines)
    assert (
        "Her er færre end 3 interviewet, så dokumentet har ingen citater og siger ikke, hvem de interviewede er."
        in lines
    )
    count = ("1 citat", "2 citater")[number - 1]
    assert f"{count} er holdt tilbage, fordi færre end 3 er interviewet i partnerskabet." in lines
    assert any(
        line.endswith(
            f"Bekræftet i {number} af {number} interview, {'1 segment' if number == 1 else '2 segmenter'}."
        )
        for line in lines
    )


def test_quotes_are_in_no_order_of_waves(material, people):
    interviews = people(*[("leder", "civil", 1 + n % 2) for n in range(6)])
    made = material([*interviews[::2], *interviews[1::2]], decided=everyone(interviews), k=K)
    chosen = choose(made, quotable(made, made.coded), 6)
    assert [quote.interview.interview_id for quote in chosen] == [f"fjordby-0{n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([("a", "civil", 1)] * 2 + [("a", "civil", 2)] * 2, "4 segmenter."),
        ([("a", "civil", 1)] * 3 + [("a", "civil", 2)] * 3, "6 segmenter (3 i bølge 1 og 3 i bølge 2)."),
    ],
)
def test_a_code_does_not_tell_the_wave_that_its_quotes_leave_out(material, people, read, rows, where):
    interviews = people(*rows)
    lines = read(material(interviews, decided=everyone(interviews), k=K))
    assert any(line.endswith(f"Bekræftet i {len(rows)} af {len(rows)} interview, {where}") for line in lines)
    told = any("Det kan røbe bølgen for et citat" in line for line in lines)
    assert told == (len(rows) == 4)


def test_sectors_are_counted_and_small_ones_withheld_with_one_more(material, people, read):
    made = material(people(*MIXED), k=K)
    rows = sector_rows(made)
    assert rows[0][0] == "Borgere"
    assert rows[-1] == ["I alt", "7", "8", "15"]
    for column in (1, 2, 3):
        assert [row[column] for row in rows[:-1]].count("skjult") != 1
    for row in rows[:-1]:
        assert row[1:].count("skjult") != 1
    assert {cell for row in rows[:-1] for cell in row[1:]} & {"1", "2"} == set()
    lines = read(made)
    hidden = sum(row.count("skjult") for row in rows)
    assert (
        f"I tabellen over sektorer er {hidden} tal skjult. De gælder færre end 3 interviewede eller kunne bruges til at regne sådan et tal ud."
        in lines
    )
    assert " | ".join(rows[0]) in lines


def test_the_document_across_tells_no_more_of_sectors_than_the_partnerships_own(material, people):
    fjordby, lyngholm = people(*MIXED), people(*[("leder", "civil", 1)] * 5, partnership="Lyngholm")
    mosekaer = people(("leder", "privat", 1), partnership="Mosekær")
    across = sector_rows(material([*fjordby, *lyngholm, *mosekaer], across=True, k=K))
    own = {row[0]: row[-1] for row in sector_rows(material(fjordby, k=K))}
    assert across[0] == ["Fjordby", own["Borgere"], own["Civil"], own["Offentlig"], own["Privat"], "15"]
    assert across[1] == ["Lyngholm", "0", "5", "0", "0", "5"]
    assert across[2] == ["Mosekær", *["skjult"] * 4, "1"]


def test_no_table_where_all_would_be_withheld(material, people, read):
    made = material(
        people(("a", "civil", 1), ("b", "civil", 2), ("c", "borger", 1), ("d", "offentlig", 2)), k=K
    )
    assert sector_rows(made) == []
    lines = read(made)
    assert not any("sektor og bølge" in line and "Tabel" in line for line in lines)
    assert voices(made).startswith("Stemmerne kommer fra borgere, civilsamfundet og den offentlige sektor.")


@pytest.mark.parametrize(
    ("sectors", "k", "told"),
    [
        (["borger", "civil", "privat"], 3, "Stemmerne kommer fra flere sektorer."),
        (["borger", "civil", "privat"], 1, "Stemmerne kommer fra borgere, civilsamfundet og den private sektor. Ingen kommer fra den offentlige sektor."),
        (["borger", "civil", "civil"], 3, "Stemmerne kommer fra borgere og civilsamfundet. Ingen kommer fra den offentlige sektor eller den private sektor."),
        (["borger", "borger"], 3, ""),
        (["", "", ""], 3, ""),
        (["borger", "borger", "borger", ""], 3, "Stemmerne kommer fra borgere; for nogle interview er sektoren ikke angivet."),
    ],
)  # fmt: skip
def test_voices(material, people, sectors, k, told):
    assert voices(material(people(*[("", sector, 1) for sector in sectors]), k=k)) == told


def strict(material, interviews, decided, **options):
    return material(interviews, decided=decided, k=K, strict=True, **options)


def test_strict_counts_and_quotes_only_codes_of_enough_people(material, people, read, codebook):
    interviews = people(*[("leder", "civil", 1)] * 5)
    decided = (
        everyone(interviews[:3]) + everyone(interviews[:2], HELPS_TOO) + everyone(interviews[4:], HINDERS)
    )
    lines = read(strict(material, interviews, decided))
    label, other, third = (codebook.codes[code].label for code in (HELPS, HELPS_TOO, HINDERS))
    assert [i for _, i in sources(lines)] == ["fjordby-01", "fjordby-02", "fjordby-03"]
    assert f"{label}: 3 af 5 interview, 3 segmenter" in lines
    assert [line for line in lines if other in line] == [f"Bekræftet hos færre end 3 interviewede: {other}."]
    assert [line for line in lines if third in line] == [f"Bekræftet hos færre end 3 interviewede: {third}."]
    assert "Kodninger: 3 bekræftet." in lines
    assert "Færre end 3 interviewede står bag hver af temaets koder." in lines
    assert "3 citater er holdt tilbage, fordi færre end 3 interviewede står bag koden." in lines
    assert not any("Afvist" in line and "|" in line for line in lines)
    assert "Figur 1. Kodninger efter tema: bekræftet. Kun koder hos mindst 3 interviewede" in lines


def test_strict_without_any_code_of_enough_people(material, people, read):
    interviews = people(*[("leder", "civil", w) for w in (1, 2, 1, 2)])
    lines = read(strict(material, interviews, everyone(interviews[:2])))
    assert "Ingen koder er bekræftet hos mindst 3 interviewede." in lines
    assert "Ingen koder er bekræftet hos mindst 3 interviewede i bølge 1 og 2." in lines
    assert not any(line.startswith("Figur") for line in lines)


def test_strict_counts_people_and_not_interviews(material, interview, read):
    interviews = [interview(f"a-{n}", wave=n, informant="1") for n in range(1, 4)]
    interviews += [interview(f"b-{n}", wave=n) for n in range(1, 4)]
    lines = read(strict(material, interviews, everyone(interviews[:3]) + everyone(interviews[3:], HELPS_TOO)))
    assert {i for _, i in sources(lines)} == {"b-1", "b-2", "b-3"}


def test_strict_compares_waves_only_where_enough_people_stand_behind_each(material, people, read, codebook):
    interviews = people(*[("leder", "civil", 1 + n % 2) for n in range(8)])
    first = [i for i in interviews if i.wave == 1]
    decided = (
        everyone(interviews) + everyone(first[:3], HELPS_TOO) + everyone([*first, interviews[1]], HINDERS)
    )
    lines = read(strict(material, interviews, decided))
    label, only_first, split = (codebook.codes[code].label for code in (HELPS, HELPS_TOO, HINDERS))
    assert f"{label} | 4 (4) | 4 (4)" in lines
    assert f"{only_first} | 3 (3) | 0" in lines
    assert not any(line.startswith(f"{split} |") for line in lines)
    assert any(line.endswith("Bekræftet i 5 af 8 interview, 5 segmenter.") for line in lines)
    assert any(line.endswith("5 segmenter") for line in lines if line.startswith(f"{split}:"))


def test_strict_across_counts_a_code_where_enough_of_a_partnership_stand_behind_it(
    material, people, read, codebook
):
    fjordby = people(*[("leder", "civil", 1)] * 4)
    lyngholm = people(*[("leder", "civil", 1)] * 4, partnership="Lyngholm")
    decided = everyone([*fjordby, *lyngholm[:2]]) + everyone([*fjordby[:2], *lyngholm[:2]], HELPS_TOO)
    lines = read(strict(material, [*fjordby, *lyngholm], decided, across=True))
    label, other = codebook.codes[HELPS].label, codebook.codes[HELPS_TOO].label
    assert f"{label}: 4 af 8 interview, 4 segmenter" in lines
    assert any(line.endswith("Bekræftet i 4 af 8 interview, 4 segmenter (i Fjordby).") for line in lines)
    assert f"Bekræftet hos færre end 3 interviewede i hvert partnerskab: {other}." in lines
    assert "Ingen kode er bekræftet hos mindst 3 interviewede i alle partnerskaber." in lines
    assert {i[:7] for _, i in sources(lines)} == {"fjordby"}


def test_without_a_limit_all_is_said_and_the_document_warns(material, people, read):
    interviews = people(("borgmester", "offentlig", 1))
    lines = read(material(interviews, decided=everyone(interviews), k=1))
    assert sources(lines) == [("borgmester, bølge 1", "fjordby-01")]
    assert any(line.startswith("Der er ikke sat nogen grænse: ") for line in lines)


def test_withheld_quotes_are_those_that_would_have_been_given(material, people):
    fjordby, mosekaer = (
        people(*[("leder", "civil", 1)] * 3),
        people(("leder", "civil", 1), partnership="Mosekær"),
    )
    made = material([*mosekaer, *fjordby], decided=everyone([*fjordby, *mosekaer]), across=True, k=K)
    assert withheld(replace(made, quotes_per_code=4)) == 1
    assert withheld(replace(made, quotes_per_code=0)) == 0
    assert withheld(material(fjordby, decided=everyone(fjordby), k=K)) == 0
