from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from leak_carriers import CARRIERS, OTHER, W, array, cell, file_name, memo, package, paragraph, table, write

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.leaks import Leak, search
from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.pseudonyms.needles import Needles

ID = "fjordby-01"
FATIMA = KeyRow(ID, "[Person 1]", "person", "Fatima Hassan", 3)
KEY = [
    FATIMA,
    KeyRow(ID, "[Person 2]", "person", "Søren Ågerup", 1),
    KeyRow(ID, "[Person 3]", "person", "Bo Skov", 2),
    KeyRow(ID, "[Person 4]", "person", "Liv", 2),
    KeyRow(ID, "[Person 5]", "person", "Anne-Marie", 2),
    KeyRow(ID, "[CPR-nummer]", "cpr", "010180-0008", 1),
    KeyRow(ID, "[telefonnummer]", "phone", "22 33 44 55", 1),
    KeyRow(ID, "[kontonummer]", "account", "0040-0440116243", 1),
    KeyRow(ID, "[e-mail]", "email", "fh75@post.example", 1),
    KeyRow(ID, "[netadresse]", "url", "https://www.netloftet.example/om", 1),
    KeyRow(ID, "[adresse]", "address", "Havretoften 4b, 2. tv.", 1),
    KeyRow(ID, "[postnummer og by]", "postcode", "8999 Fjordby C", 1),
    KeyRow(ID, "[nummerplade]", "plate", "AB 12 345", 1),
    KeyRow(ID, "[Organisation 1]", "organisation", "Netloftet", 1),
    KeyRow(ID, "[Organisation 2]", "organisation", "Røde Kors", 1),
]
SECRETS = "fatim hassan søren soeren soren ågerup agerup anne skov havre fh75 netlof røde 0008 2233 4401 8999"

SAID = [
    ("person", "Fatima"),
    ("person", "Fatimas"),
    ("person", "fatima’s"),
    ("person", "FATIMA HASSAN"),
    ("person", "fatima_hassan"),
    ("person", "Hassan, F."),
    ("person", "F.H."),
    ("person", "F. H."),
    ("person", "fatimahassan"),
    ("person", "Fatima2"),
    ("person", "Bo Skov"),
    ("person", "Bo Skovs"),
    ("person", "Soeren"),
    ("person", "Soren Agerup"),
    ("person", "annemarie"),
    ("person", "Anne Maries"),
    ("cpr", "0101800008"),
    ("cpr", "01 01 80 - 0008"),
    ("phone", "2233-4455"),
    ("phone", "+4522334455"),
    ("account", "0040 0440 116 243"),
    ("email", "FH75 (at) post.example"),
    ("url", "netloftet.example, om"),
    ("address", "Havretoften 4 B"),
    ("postcode", "8999 fjordby"),
    ("plate", "ab12345"),
    ("organisation", "Netloftets"),
    ("organisation", "Røde Kors"),
]
SAID_IN_UNICODE = [
    ("person", unicodedata.normalize("NFD", "Søren Ågerup")),
    ("person", "Fat\u200bima"),
    ("person", "Has\u00adsan"),
    ("person", "Ågerups"),
]
"""Spellings that not every carrier can hold."""


LISTS = {
    "given_names": "anne bo fatima hans karen liv marie preben søren vår andré max",
    "surnames": "hassan lampe skov ravnkilde",
    "names_that_are_words": "bo liv skov hans",
    "words_never_names": "vi",
    "ordinary_words": "andre der det dans kom og så var",
    "kinship_and_roles": "tante",
    "places": "fjordby odense",
}


@pytest.fixture(autouse=True)
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the lists hold what the tests are about, whatever becomes of the real ones."""
    for name, words in LISTS.items():
        monkeypatch.setattr(lists, name, lambda words=words: frozenset(words.split()))


def plant(folder: Path) -> dict[tuple[str, str], str]:
    """Plant 100 leaks, four in each kind of carrier, and return their kinds by file and place."""
    planted = {}
    for number, carrier in enumerate(CARRIERS):
        chosen = [SAID[(number * 3 + step * 7) % len(SAID)] for step in range(3)]
        odd = SAID_IN_UNICODE[number % 4] if "packed" not in carrier.__name__ else SAID[0]
        for step, (kind, said) in enumerate([*chosen, odd]):
            text = said if carrier is file_name else f"Så kom der {said} til."
            planted[carrier(folder, f"{carrier.__name__}-{step}", text)] = kind
    return planted


def leaks(folder: Path, key: list[KeyRow] = KEY, **about: object) -> list[tuple[str, str, str]]:
    return [(leak.file, leak.place, leak.kind) for leak in search(folder, key, **about).leaks]  # type: ignore[arg-type]


def test_all_of_100_planted_leaks_are_caught_and_none_is_repeated(tmp_path: Path) -> None:
    planted = plant(tmp_path)
    write(tmp_path, "README.md", "# Intet her\nKun [Person 1] og [Person 2]s søn.")

    found = search(tmp_path, KEY).leaks

    assert len(planted) == 100
    assert len({file.split("/")[-1].split("-")[0] for file, _ in planted}) >= 15
    by_place = {(leak.file, leak.place): leak.kind for leak in found}
    assert {place: by_place.get(place) for place in planted} == planted
    assert {leak.file for leak in found} == {file for file, _ in planted}
    told = unicodedata.normalize("NFC", " ".join(map(str, found))).casefold()
    assert [secret for secret in SECRETS.split() if secret in told] == []


@pytest.mark.parametrize(("kind", "said"), [*SAID, *SAID_IN_UNICODE])
def test_every_spelling_is_found(kind: str, said: str) -> None:
    found = Needles(KEY).find(f"og så kom der {said} forbi")

    assert kind in {hit.needle.kind for hit in found}


NEAR = [
    "[Person 3] og [Person 1]s søn",
    "Hun er fatimid, og Hassanpour er en anden.",
    "Liv og glade dage. Bo der ingen, så gror der skov.",
    "han bor i en skov og lever sit liv",
    "Bo. Skov er der nok af.",
    "kl. 22 33 44 eller 122334455",
    "0101800009 og 22 33 44 56",
    "P.S. vi ses, f.h. og FH og F.A.H.",
    "røde kors i kalenderen",
    "sha256 3fatima9 aafatima11b",
    "Havretoften 14b og Havretoften",
    "post.example og fh76@post.example",
]


@pytest.mark.parametrize("text", NEAR)
def test_what_only_resembles_the_key_is_no_leak(text: str) -> None:
    assert list(Needles(KEY).find(text, OTHER)) == []


def test_a_name_that_is_a_word_is_looked_for_in_its_own_interview_with_its_capital(tmp_path: Path) -> None:
    said = ["og Liv kom", "og LIV kom", "Liv kom", "og liv kom", "sagde FH til", "sagde fh til"]
    rows = [[name, text] for name in (ID, OTHER) for text in said]
    table(tmp_path, "turns.csv", "interview_id text", *rows)
    write(tmp_path, f"{ID}.log", "og Liv kom")
    write(tmp_path, "andet.log", "og Liv kom")

    assert leaks(tmp_path) == [
        (f"{ID}.log", "line 1", "person"),
        *(("turns.csv", f"row {row}, column text", "person") for row in (2, 3, 6)),
    ]


def test_one_name_of_several_is_found_by_itself_unless_it_is_an_ordinary_word() -> None:
    needles = Needles([KeyRow(ID, "[Person 1]", "person", "Tante Fatima Skov", 1)])

    assert list(needles.find("så kom Fatima", OTHER))
    assert not list(needles.find("så kom Tante Mia i skoven ved Skov", OTHER))
    assert not list(needles.find("så kom Tante Mia", ID))


def test_names_that_the_codebook_made_up_are_no_leaks(tmp_path: Path) -> None:
    own = ["Det var Fatima, der fik alle de andre med ned på havnen.", "Kun Fatima"]
    write(tmp_path, "steps/codebook.json", json.dumps(own))
    memo(tmp_path, "quoted", "Se: »Det var Fatima, der fik alle de andre med«")
    (tmp_path / "engine").mkdir()
    array(tmp_path, "engine/engine", "fatima")
    np.savez(tmp_path / "engine" / "cuttings.npz", **{"letters features": np.array(["hassa", "fatima"])})
    about = {
        "own_texts": own,
        "own_files": {"steps/codebook.json"},
        "learnt_files": {"engine/engine.npz"},
    }
    assert leaks(tmp_path, **about) == []

    memo(tmp_path, "real", "Se: »Det var Fatima, der sagde det«")
    memo(tmp_path, "short", "Kun Fatima")
    array(tmp_path, "engine/engine", "hassan")

    assert leaks(tmp_path, **about) == [
        ("engine/engine.npz", "words.npy, items 1-3", "person"),
        ("real.csv", "row 2, column memo", "person"),
        ("short.csv", "row 2, column memo", "person"),
    ]


def test_titles_ids_and_evaluators_are_no_leaks_but_what_resembles_them_is(tmp_path: Path) -> None:
    key = [
        KeyRow(ID, "[Sted 1]", "place", "Fjordby", 1),
        KeyRow(ID, "[Person 1]", "person", "Jonas Ravnkilde", 1),
    ]
    write(tmp_path, "synthesis/Partnerskab Fjordby.txt", "Partnerskab Fjordby, 1. bølge (fjordby-01:t005)")
    table(tmp_path, "decisions.csv", "interview_id coder", [ID, "jonas"], [ID, "jonas;mia"])
    write(tmp_path, "logs/tally.log", "codings/jonas/fjordby-01.csv: a decision is lost")
    about = {"titles": ["Partnerskab Fjordby", ID], "evaluators": ["jonas", "mia"]}
    assert leaks(tmp_path, key, **about) == []

    table(tmp_path, "turns.csv", "interview_id text", [ID, "ude i Fjordby"], [OTHER, "hos Ravnkilde"])

    assert leaks(tmp_path, key, **about) == [
        ("turns.csv", "row 2, column text", "place"),
        ("turns.csv", "row 3, column text", "person"),
    ]


def test_what_the_project_has_answered_names_nobody_is_no_leak(tmp_path: Path) -> None:
    memo(tmp_path, "ship", "skibet Fatima")

    assert leaks(tmp_path, kept=["Fatima"]) == []
    memo(tmp_path, "ship", "skibet Fatima Hassan")
    assert len(leaks(tmp_path, kept=["Fatima"])) == 1


def test_fonts_are_no_people(tmp_path: Path) -> None:
    theme = '<a:theme xmlns:a="x"><a:font script="Taml" typeface="Latha"/></a:theme>'
    write(tmp_path, "a.docx", package({"word/theme/theme1.xml": theme}))

    assert leaks(tmp_path, [KeyRow(ID, "[Person 1]", "person", "Latha", 1)]) == []


def test_a_place_in_a_file_is_told_without_the_name(tmp_path: Path) -> None:
    write(tmp_path, "Fatima/a.docx", package({"word/hassan.xml": f"<w:p {W}>{paragraph('Fatima')}</w:p>"}))
    write(tmp_path, "b.csv", "fatima,text\nx,Hassan\n")
    write(tmp_path, "c.json", json.dumps({"Fatima Hassan": "Fatima"}))

    found = search(tmp_path, KEY).leaks

    assert "fatima" not in str(found).lower()
    assert "hassan" not in str(found).lower()
    assert [(leak.file, leak.place) for leak in found] == [
        ("(folder 1)", "its own name"),
        ("(folder 1)/a.docx", "name of member 1"),
        ("(folder 1)/a.docx", "(named so), paragraph 2"),
        ("b.csv", "row 1, column 1"),
        ("b.csv", "row 2, column text"),
        ("c.json", "key 1 of the whole"),
        ("c.json", "(named so)"),
    ]


def test_a_leak_is_told_by_the_interview_of_its_row(tmp_path: Path) -> None:
    key = [FATIMA, KeyRow(OTHER, "[Person 9]", "person", "Fatima", 1)]
    cell(tmp_path, "a", "og Fatima")
    memo(tmp_path, "b", "og Fatima")

    assert [leak.interview_id for leak in search(tmp_path, key).leaks] == [OTHER, ID]


def test_what_is_not_of_the_results_is_not_searched(tmp_path: Path) -> None:
    for name in (".snakemake/log/a.log", "tables/.x.part", "leaks.json"):
        write(tmp_path, name, "Fatima")
    write(tmp_path, "logs/a.log", "Fatima")

    found = search(tmp_path, KEY, leave_out=[tmp_path / "leaks.json"])

    assert found.leaks == (Leak("logs/a.log", "line 1", "person", ID),)
    assert found.files == 1
    assert found.identifiers["person"] == 5


def test_what_cannot_be_unpacked_is_noted_without_the_name(tmp_path: Path) -> None:
    write(tmp_path, "Fatima.zip", b"PK\x03\x04 and then nothing of Fatima Hassan")

    found = search(tmp_path, KEY)

    assert found.notes == (
        "(file 1): the file is damaged, or not what it seems to be, and was searched in another way.",
    )
    assert len(found.leaks) == 2


def test_a_surname_that_does_not_look_like_one_needs_its_capital() -> None:
    needles = Needles([KeyRow(ID, "[Person 1]", "person", "Fatima Lampe", 1)])

    assert list(needles.find("Lampe sagde det", OTHER))
    assert list(needles.find("fatima lampe", OTHER))
    assert not list(needles.find("under en lampe og flere lamper", OTHER))


def test_several_ordinary_words_are_a_name_only_with_their_capitals() -> None:
    needles = Needles([KeyRow(ID, "[Person 1]", "person", "Bo Fatima Skov", 1)])

    assert list(needles.find("hos Bo Skov", OTHER))
    assert not list(needles.find("i en bo skov", OTHER))
    assert list(needles.find("bo_skov.docx", is_name=True))


def test_number_with_another_beside_it_is_found_by_whole_groups() -> None:
    needles = Needles([KeyRow(ID, "[kontonummer]", "account", "DK50 0040 0440 1162 43", 1)])

    assert list(needles.find("kl. 14 00400440116243"))
    assert list(needles.find("DK5000400440116243"))
    assert not list(needles.find("100400440116243"))


@pytest.mark.parametrize(("name", "text"), [("André", "de andre"), ("Max", "max_rss"), ("Vår", "det var")])
def test_what_is_a_word_as_the_file_spells_it_is_no_leak(name: str, text: str) -> None:
    needles = Needles([KeyRow(ID, "[Person 1]", "person", name, 1)])

    assert not list(needles.find(text, ID))
    assert list(needles.find(f"og så kom {name} forbi", ID))


def test_an_s_that_makes_another_word_is_no_genitive() -> None:
    needles = Needles([KeyRow(ID, "[Person 1]", "person", "Dan Hassan", 1)])

    assert list(needles.find("Dans cykel og Dan", ID))
    assert not list(needles.find("de gik til dans. Dans er sundt", ID))
