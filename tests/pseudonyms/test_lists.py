from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from interview_coding.pseudonyms import lists

FOLDER = Path(lists.__file__).parent / "lists"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
LABELLED = {"organisations", "organisation_words"}
CAPITALS = {"organisations", "places"}


def entries(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_says_what_it_is_and_has_a_reader(name: str) -> None:
    head = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:2]
    assert all(line.startswith("# ") for line in head)
    assert len(getattr(lists, name)()) == len(entries(name)) > 50


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_sorted_and_holds_nothing_twice_or_blank(name: str) -> None:
    found = entries(name)
    assert found == sorted(set(found))
    assert all(line == line.strip() and unicodedata.is_normalized("NFC", line) for line in found)
    assert name in CAPITALS or all(line == line.casefold() for line in found)


@pytest.mark.parametrize("name", sorted(LABELLED))
def test_labels_follow_one_tab(name: str) -> None:
    assert all(line.count("\t") == 1 and line.split("\t")[1].islower() for line in entries(name))


@pytest.mark.parametrize("name", sorted({"given_names", "surnames", "names_that_are_words"}))
def test_names_are_single_words(name: str) -> None:
    assert [form for form in entries(name) if not all(c.isalpha() or c in "-'" for c in form)] == []


def test_names_that_are_words_are_names() -> None:
    assert lists.names_that_are_words() <= lists.given_names() | lists.surnames()


def test_function_words_and_ordinary_words_are_no_names() -> None:
    names = lists.given_names() | lists.surnames()
    assert not names & lists.words_never_names()
    assert not names & lists.ordinary_words()


def test_no_name_can_be_told_by_its_letters_alone() -> None:
    assert all(len(form) > 1 for form in lists.given_names() | lists.surnames())


@pytest.mark.parametrize(
    "form",
    "gudrun noah kamma sus bibs aviâja malik nivi paninnguaq jógvan guðrún mohamed muhammed mohammad "
    "fatma fatima fatimah yousef yusuf jusuf ayşe rojda hodan parisa malalai gurpreet sivanathan amra "
    "snežana besnik agnieszka oleksandr ionut thuy somchai xiaoling selam fatou grâce joão "
    "siobhan jürgen".split(),
)
def test_given_names_of_all_origins(form: str) -> None:
    assert form in lists.given_names()


@pytest.mark.parametrize(
    "form",
    "nielsen kjær møller damgaard lund hussein yıldız warsame ahmadi chaudhry sivarajah nguyen hadžić "
    "krasniqi kowalska shevchenko popescu wongsa tesfaye jallow kabongo garcía smith "
    "jónsdóttir motzfeldt".split(),
)
def test_surnames_of_all_origins(form: str) -> None:
    assert form in lists.surnames()


@pytest.mark.parametrize(
    "form",
    "bo maj liv storm sten per mark bjørn ask ulv viola rose lykke fryd bror ravn falk skov holm dal bæk "
    "berg lang kok smed gade vang mai june april dag sol luna hans line tone signe sine mia august bonde "
    "sommer glad".split(),
)
def test_words_that_are_names_are_marked(form: str) -> None:
    assert form in lists.names_that_are_words()


@pytest.mark.parametrize("form", "vi han du to de min ja er og ikke hun jeg nej godt".split())
def test_words_that_name_nobody(form: str) -> None:
    assert form in lists.words_never_names()


@pytest.mark.parametrize("form", "bestyrelsen kaffe frivillige samarbejdet veninde torsdag".split())
def test_ordinary_words(form: str) -> None:
    assert form in lists.ordinary_words()


@pytest.mark.parametrize("form", ["anders", "mette", "fatima", "hassan", "nielsen", "sofie", "emma", "lars"])
def test_clear_names_are_nothing_else(form: str) -> None:
    others = lists.ordinary_words() | lists.names_that_are_words() | lists.words_never_names()
    assert form not in others | lists.places() | lists.organisations().keys()


def test_places_and_organisations() -> None:
    assert {
        "gellerup",
        "vollsmose",
        "sønderjylland",
        "høje taastrup",
        "somalia",
        "damaskus",
    } <= lists.places()
    assert {"vej", "kvarteret", "parken"} <= lists.place_words()
    assert lists.organisations()["røde kors"] == "forening"
    assert lists.organisations()["dr"] == "medie"
    assert {"min søn", "kollegaen", "formanden", "fru", "pastor", "naboen"} <= lists.kinship_and_roles()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("vejle idrætsforening", "idrætsforening"),
        ("boligforeningen ellemosen jobcenter", "kommunal myndighed"),
        ("skovby kirke", "trossamfund"),
        ("hansen og søn aps", "virksomhed"),
    ],
)
def test_the_first_ending_that_fits_says_most(name: str, label: str) -> None:
    fitting = [general for ending, general in lists.organisation_words().items() if name.endswith(ending)]
    assert fitting[0] == label
