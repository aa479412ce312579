"""The numbers, streets and people are invented; CPR numbers have the pattern of published test persons."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.pseudonyms.labels import LABELS
from interview_coding.pseudonyms.mentions import KINDS, ORGANISATION, PERSON, PLACE, Mention
from interview_coding.pseudonyms.patterns import find

FOUND = {
    "cpr": [
        "På jobcenteret skulle jeg sige «140404-2286» hver gang",
        "«010180 0008»",
        "«0101800008»",
        "«010180 - 0008» sagde han",
        "«010180–0008»",
        "«010180—0008»",
        "«010180\u20110008»",
        "«01 01 80 0008» og så",
        "«01.01.80-0008».",
        "«01/01/80-0008»",
        "«01-01-80-0008»",
        "«010180.0008»",
        "«010180/0008»",
        "«0101 80 0008»",
        "I 2019 «0101 80 0008» og så",
        "hendes var «14 04 04 22 86».",
        "hans er «1 4 0 4 0 4 2 2 8 6»",
        "den står på «140404-\n2286»",
        "«140404\u00a0-\u00a02286»",
        "testperson «610180-0008» og «910299-1234»",
        "han er født «290200-4321»",
        "«140404-xxxx» stod der",
        "«140404-XXXX»",
        "«140404****»",
        "«14.04.04-xxxx»",
        "«140404-228x»",
        "mit cpr-nummer er «4713991234»",
        "personnummer: «471399-1234»",
        "CPR «14/4 04-2286»",
        "mit cpr er «14, 04, 04, 22, 86», ikke?",
        "cpr-nummeret, det er «140404 og så 2286»",
        "«140404 streg 2286»",
        "cpr-nummer «fjorten nul fire nul fire toogtyve seksogfirs», altså",
        "mit personnummer er «fjorten, nul fire, nul fire, to og tyve, seks og firs».",
        "jeg sagde bare «fjorten nul fire nul fire toogtyve seksogfirs» til hende",
        "cpr: «14 nul fire nul fire 2286»",
        "mit cpr er den «fjortende i fjerde nul fire toogtyve seksogfirs»",
        "de sidste fire er «2286»",
        "«14042004-2286»",
        "konto «1234 0101800008»",
        "cpr«140404-2286»",
        "«140404-2286» og «010180-0008»",
        "de fire sidste cifre er «2286»",
        "«14.4.2004-2286»",
    ],
    "phone": [
        "ring på «61 20 45 88», eller skriv",
        "«2233 4455»",
        "«22334455» er mobilen",
        "«2233-4455»",
        "«22.33.44.55»",
        "«22-33-44-55»",
        "«22 334 455»",
        "«223 344 55»",
        "«22 33-44 55»",
        "«+45 22 33 44 55»",
        "«+4522334455»",
        "«(+45) 22 33 44 55»",
        "«0045 22334455»",
        "«004522334455»",
        "«45 22 33 44 55»",
        "min søster har «+46 70 123 45 67» i Malmø",
        "«+46 (0)70-123 45 67»",
        "«+49 151 12345678»",
        "«+298 123456» og «+299 12 34 56»",
        "telefon «123456»",
        "nummeret er «12 34 56»",
        "ring «2 2 3 3 4 4 5 5»",
        "mit nummer er «22, 33, 44, 55»",
        "nummer «toogtyve treogtredive fireogfyrre femoghalvtreds»",
        "ring på «toogtyve, treogtredive, fireogfyrre, femoghalvtreds», hvis",
        "telefonen er «to og tyve tre og tredive fire og fyrre fem og halvtreds»",
        "tlf. «12345678»",
        "mobil: «2019 3023», ja det er det",
        "«22 33 44 55», «66 77 88 99»",
        "mit telefonnummer er «otte otte to to tre tre fire fire».",
        "det er \u202f«22\u202f33\u202f44\u202f55»",
        "fastnet, «62 17 08 39», og lad den ringe længe",
        "i 2023 «22 33 44 55»",
        "«22\n33 44 55»",
    ],
    "email": [
        "skriv til «kamma@frivilligaadalen.dk».",
        "«rath@toerskovkommune.dk», eller mobilen",
        "«livmus04@postmail.dk»",
        "«Fatima.El-Sayed+arbejde@mail.example.co.uk»",
        "«søren.ærø@ådal.dk»",
        "«navn @ domæne.dk»",
        "«navn (at) domæne.dk»",
        "«navn[at]domæne.dk»",
        "«navn snabel-a domæne punktum dk»",
        "«navn snabel a domæne punktum dk»",
        "«mette punktum hansen snabel-a gmail punktum com»",
        "«mette_hansen@gmail . com»",
        "(«x@y.dk»)",
        "send den til «mette@firma»",
        "«mette22334455@gmail.com»",
    ],
    "url": [
        "«https://www.frivillig.dk/om?x=1».",
        "«www.frivilligaadalen.dk»",
        "gå ind på «frivilligaadalen.dk», der",
        "«facebook.com/mette.hansen.12»",
        "jeg hedder «@livmus04» på nettet",
        "hjemmesiden «hjerneskade.nu» er god",
        "«kredsen-lyngø.nu» og andre",
        "«frivilligcenter punktum dk»",
        "«http://172.16.254.1/side»",
        "«linkedin.com/in/mette»",
        "siden «forening.eu»",
    ],
    "address": [
        "i det gule hus på «Stationsvej 3», døren binder",
        "bor på «Pilevej 12» i Højrup",
        "Dennis, «Skippergade 7, 2. til venstre». Ringeklokken",
        "Jeg sidder på «Kajpladsen 2, st. th.», og",
        "«Nørre Allé 12B, 3. tv»",
        "«Strandvejen 4, 2. tv.»",
        "på «H.C. Andersens Boulevard 12».",
        "på «Gl. Kongevej 3»",
        "vejen hedder «Pilevej 12»",
        "på «Pilevej nummer 12»",
        "på «Engvej nummer tolv» ligger det",
        "vi bor på «Engvej tolv»",
        "jeg bor på «pilevej 12» i højrup",
        "«pilevej 12b»",
        "han bor på «nørre alle 12»",
        "på «vestre ringvej 100».",
        "på «gl. kongevej 3»",
        "«Pilevej 12, 8700 Horsens»",
        "«Pilevej 12, 3. sal, 8000 Aarhus C», tror jeg",
        "«Pilevej 12\n8700 Horsens»",
        "«Pilevej 12 st tv»",
        "«Pilevej 12, anden sal til højre»",
        "«Pilevej 12, stuen»",
        "«Pilevej 12, lejlighed 4»",
        "«Pilevej 12-14»",
        "«Pilevej 12 B», ja",
        "«Pilevej 12, 1. mf.»",
        "jeg bor på «Algade 5».",
        "inde i «Kirkestien 4»",
        "huset «Bag Haven 3»",
        "vi bor «Ved Åen 7»",
        "vi bor på «Ved Åen 7»",
        "på «Øster Farimagsgade 5», og",
        "ovre i «Lerbækken 45» dengang",
        "Adressen er «Fyrrebuen 9».",
        "på «Zeta 12», tredje dør",
        "i «Rævehøj 14».",
        "«Vesterbrogade 112C, 4. th., 1620 København V»",
        "i «nummer 12 på Pilevej»",
        "«Postboks 12»",
        "«postboks nr. 204»",
        "på «Mads Mettes Vej 3»",
        "på «På Bakken 3»",
        "på «Poul la Cours Vej 3»",
        "min adresse er «lærkevej 23 8700 horsens»",
        "«Pilevej 12,8700 Horsens»",
        "«Pilevej12»",
        "på «10. Februar Vej 3»",
        "«Sct. Knuds Torv 2»",
        "på «Esrum Hovedgade 8»",
        "på «Industrivej 7». Der var",
        "Hun boede i «Bøgelunden 22» før",
        "Og så «Pilevej 7» og noget",
        "(«Pilevej 12»)",
    ],
    "postcode": [
        "vi bor i «8700 Horsens» nu",
        "«8000 Aarhus C»",
        "«DK-8000 Aarhus»",
        "«2000 Frederiksberg»",
        "«8765 Tørskov», det er en lille by",
        "i «8700 horsens»",
    ],
    "plate": [
        "bilen, «AB 12 345», holdt der",
        "«AB12345»",
        "«AB 12345»",
        "nummerpladen er «ab 12 345»",
        "nummerplade «LIVMUS»",
        "trailer «AB 1234»",
    ],
    "account": [
        "«1234 0001234567»",
        "«1234-1234567»",
        "reg. «1234» konto «0001234567»",
        "reg nr «1234» konto nr «12345678»",
        "kontonummer «22334455»",
        "«DK50 0040 0440 1162 43»",
        "«DK5000400440116243»",
        "kortet er «4571 1234 5678 9012»",
        "«4571123456789012»",
        "CVR «12345678»",
        "cvr-nummer «12 34 56 78»",
        "sagsnummer «23/12345»",
        "journalnummeret er «2023-123456»",
        "pasnummer «205123456»",
        "pas nr. «AB1234567»",
        "MobilePay «12345»",
        "mobilepay boks «4455AB»",
        "ordren «12345678901»",
    ],
}

NOT_FOUND = """Det var i 2019-2023, tror jeg.
Fra 2019 til 2023.
Det var 2019 2020 2021 2022.
Både i 2019/2020 og 2020/2021.
Vi er 12-14 personer.
Vi var 20-30, nogle gange 40-50.
Det koster 120.000 kroner.
Budgettet er 1.250.000 kr. om året.
De fik 12.345.678 kroner.
I alt 25000000 kroner.
Der er 12 500 000 kroner i puljen.
Efter § 18 i serviceloven.
Det er i uge 42.
Møderne er kl. 14.30-16.00.
Kl. 14.30 til 16.00 og 18.00.
Fra kl. 9 til 12.
Den 12. maj 2019.
Den 12.03.2022.
Den 12-03-2022 og 14/4.
Den 12 03 2022 var vi der.
Mødet er 2022-03-12.
Bølge 2, interview 14.
Afdeling 4 har Hal 2.
På Afdeling 4, i Hal 2, ved Spor 3.
I Fase 1 og i Kapitel 4.
Vi ses i Lokale 3.
På Stue 7.
Bus 5A kører derfra.
Vi så det på TV 2.
På DR 1, ikke.
I Bølge 2 og i Runde 3.
Fra januar 12 til maj 14.
Jeg bor i Horsens, 8 kilometer herfra.
Vi har 8000 medlemmer.
Der kom 3000 Danskere.
Der var 1500 mennesker og 2000 børn.
I 2015 Jensen og hans kone.
Siden 2019 Aarhus og Odense.
De har 5000 kroner.
På Engvej 3 gange om ugen.
Ude på Pilevej 12 år i træk.
På Pilevej to gange om ugen.
Jeg har boet på Pilevej i 12 år.
Havnegade er en lang gade.
Vi mødes i Færgeparken.
Alle 12 var der.
Det er alle 12.
Han fik en praktikplads 3 dage om ugen.
Der er legeplads 2 steder.
Vi går på motorvej 9.
Der var 10, 20, 30 eller 40.
En, to, tre, fire, fem, seks, syv, otte, ni, ti.
Vi var to, tre, fire stykker.
1 2 3 4 5 6 7 8 9
Tyve tredive fyrre mennesker.
Ti tolv fjorten stykker hver gang.
Person 3 sagde det til Person 4.
[Person 3] bor i [Sted 1], og [Organisation 2] hjælper.
[telefonnummer] eller [e-mail], [adresse].
Jeg har CPR-nummer og det hele.
Hvad er dit telefonnummer? Det siger jeg ikke.
Ring til mig i morgen kl. 10.
Ring 112.
Ring 1813.
Vi har ringet til 120 000 mennesker.
Han er nummer 12 på listen.
Det er nummer tolv.
Sag 12, bilag 4, side 112.
Det er sådan.Der er mere.
Det er fint.de andre kom.
bl.a. og f.eks. og m.m.
Kl. 10.30-12.00 og 13.00-14.30.
Det er 3,5 procent og 12.5 grader.
Vi er på 4. sal.
Nr. 4 og nr. 5.
Vores mål er 17 verdensmål, især Verdensmål 3.
Beslutningsforslag nr. B 30.
KR 12 345 i alt.
COVID-19 og Covid 19 og A4.
Jeg er fra 1974, min mor fra 1948.
50-100-150 kroner.
Det var i Horsens 12. maj.
Hos Mette 3 gange.
Vi fik 70 % og 30%.
Afsnit 1.2.3 og 10.11.
Skoleåret 2021/22.
Klokken 12 30 til 14 15 holder vi lukket.
Der kom 12 i 2019 og 14 i 2020.
Gruppe 12, 13, 14 og 15.
Vi bor fem i huset.
Han boede der i 12 år.
Hos Jytte 2, måske 3.
Fra Ungdomsskolen 25, fra Jobcenteret 12, i Studiegruppe 4.
Punkt 10 11 12 13.
10.00 12.00 14.00 16.00
01.04.23-31.03.24 eller 2023-04-01
I Kulturhuset 12. januar.
Han har en BMW 320i.
Version 2.0.1
Vi er 4 i gruppen og 12 i alt.""".splitlines()


def unmark(marked: str) -> tuple[str, list[str]]:
    """Return a text without its marks «», and what stood between them."""
    forms = [part.split("»")[0] for part in marked.split("«")[1:]]
    return marked.replace("«", "").replace("»", ""), forms


@pytest.mark.parametrize(
    ("kind", "marked"), [(kind, marked) for kind, texts in FOUND.items() for marked in texts], ids=str
)
def test_found(kind: str, marked: str) -> None:
    text, forms = unmark(marked)
    assert [(mention.kind, mention.form) for mention in find(text)] == [(kind, form) for form in forms]


@pytest.mark.parametrize("text", NOT_FOUND, ids=str)
def test_not_found(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ring på 22 33 44 55.", [Mention(8, 19, "phone", "22 33 44 55")]),
        (
            "😀 140404-2286, x@y.dk",
            [Mention(2, 13, "cpr", "140404-2286"), Mention(15, 21, "email", "x@y.dk")],
        ),
        ("", []),
    ],
)
def test_offsets_count_code_points(text: str, mentions: list[Mention]) -> None:
    assert find(text) == mentions


@pytest.mark.parametrize("digits", ["123456789", "1404042286123", "00140404228600", "22334455667788"])
def test_a_long_run_of_digits_is_masked_whole(digits: str) -> None:
    assert [mention.form for mention in find(f"det er {digits} vist")] == [digits]


def test_of_two_kinds_the_more_personal_is_taken() -> None:
    assert [m.kind for m in find("konto 1234 1404042286, telefon 140404-2286, CVR 140404-2286")] == [
        "cpr"
    ] * 3


def test_every_direct_identifier_has_a_label_that_is_not_found_again() -> None:
    assert set(LABELS) == set(KINDS) - {PERSON, ORGANISATION, PLACE}
    assert find(" og ".join(LABELS.values())) == []


DIGITS = st.text("0123456789", min_size=4, max_size=4)
DASHES = st.sampled_from(["", " ", "-", " - ", "–", "—", "/", ".", " -", "- ", "-\n", "\u2011", "\u00a0"])


@st.composite
def cpr_numbers(draw: st.DrawFn) -> str:
    day = draw(st.one_of(st.integers(1, 31), st.integers(61, 91)))
    month, year, last = draw(st.integers(1, 12)), draw(st.integers(0, 99)), draw(DIGITS)
    parts = f"{day:02} {month:02} {year:02}"
    form = draw(st.sampled_from(["joined", "spaced", "dotted", "pairs"]))
    if form == "joined":
        return parts.replace(" ", "") + draw(DASHES) + last
    if form == "pairs":
        return f"{parts} {last[:2]} {last[2:]}"
    return parts.replace(" ", " " if form == "spaced" else ".") + draw(st.sampled_from("-– ")) + last


@st.composite
def phones(draw: st.DrawFn) -> str:
    number = draw(st.integers(20000000, 99999999).map(str))
    pairs = [number[i : i + 2] for i in range(0, 8, 2)]
    forms = [number, " ".join(pairs), "-".join(pairs), ".".join(pairs), f"{number[:4]}-{number[4:]}"]
    prefix = draw(st.sampled_from(["", "+45 ", "0045 ", "(+45) ", "+45"]))
    return prefix + draw(st.sampled_from(forms))


@st.composite
def emails(draw: st.DrawFn) -> str:
    word = st.text("abcdefghijklmnopqrstuvwxyzæøå0123456789", min_size=2, max_size=10)
    local, domain, tld = draw(word), draw(word), draw(st.sampled_from(["dk", "com", "org", "nu", "se"]))
    at = draw(st.sampled_from(["@", " @ ", " (at) ", "(at)", " snabel-a ", "[at]"]))
    stop = " punktum " if "snabel" in at else "."
    return f"{local}{at}{domain}{stop}{tld}"


@st.composite
def addresses(draw: st.DrawFn) -> str:
    first = draw(
        st.sampled_from(["Pile", "Strand", "Nygård", "Kirke", "Nørre", "Æble", "Skole", "Sankt Peders "])
    )
    ending = draw(
        st.sampled_from(["vej", "gade", "vejen", "stræde", "vænget", "allé", "torv", "toften", "parken"])
    )
    street = first + (ending.capitalize() if first.endswith(" ") else ending)
    number = draw(st.integers(1, 399))
    letter = draw(st.sampled_from(["", "A", "b", " C"]))
    floor = draw(
        st.sampled_from(
            ["", ", 2. tv.", ", st. th.", ", 3. sal", ", 1. til højre", ", stuen til venstre", " 1 tv"]
        )
    )
    town = draw(st.sampled_from(["", ", 8700 Horsens", ", 8000 Aarhus C"]))
    return f"{street} {draw(st.sampled_from(['', 'nr. ', 'nummer ']))}{number}{letter}{floor}{town}"


BEFORE = st.sampled_from(
    [
        "",
        "Jeg sagde ",
        "det er ",
        "I 2019 var det ",
        "Han bor der, ",
        "«",
        "(",
        "ja, ",
        "Hun hedder Mette, ",
        "på ",
    ]
)
BEHIND = st.sampled_from(
    ["", ".", ", og så", " eller hvad", "?", ")", "…", " i hvert fald", "\nNæste", " – ikke?"]
)


@settings(max_examples=300, deadline=None)
@given(BEFORE, st.one_of(cpr_numbers(), phones(), emails(), addresses()), BEHIND)
def test_an_identifier_is_covered_wholly_wherever_it_stands(
    before: str, identifier: str, behind: str
) -> None:
    text = before + identifier + behind
    start, end = len(before), len(before) + len(identifier)
    assert any(mention.start <= start and mention.end >= end for mention in find(text)), (text, find(text))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("0123456789 .,-/+()@abenrstu\nÆæ§İıſK–‑?xvejgd[]"), max_size=80) | st.text())
def test_mentions_are_ordered_apart_and_say_what_stands_there(text: str) -> None:
    mentions = find(text)
    assert all(mention.form == text[mention.start : mention.end] != "" for mention in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


HOSTILE = [
    "1", "1 ", "12 34 ", "a", "a.", "a@", "@", "a punktum ", "cpr ", "cpr1", "Vej 1 ", "A. ", "en og ",
    "toogtyve ", "www.", "a-", "x", "12.", "1-", "+", "DK50 ", "AB", "sidste fire ", "nr. ", " ", "A B ",
]  # fmt: skip


def seconds_for(text: str) -> float:
    began = time.process_time()
    find(text)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_of_hostile_text(piece: str) -> None:
    times = 15_000 // len(piece)
    assert seconds_for(piece * times * 4) < 9 * max(seconds_for(piece * times), 0.02)


def test_a_long_hostile_text_is_read_in_time() -> None:
    assert seconds_for("".join(piece * (8_000 // len(piece)) for piece in HOSTILE)) < 20
