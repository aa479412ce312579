"""What is taken for a person's name, what is asked about, and what is left alone. All names are invented."""

import pytest

from interview_coding.pseudonyms.finding import find_all, name_in_label
from interview_coding.pseudonyms.known import GENERALISE, REPLACE, Actor, Known, KnownPerson


def masked(found, kind="person"):
    return [mention.form for turn in found.masked for mention in turn if mention.kind == kind]


def doubtful(found):
    return [mention.form for turn in found.doubtful for mention in turn]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jeg snakkede med Fatima Hassan om det.", ["Fatima Hassan"]),
        ("Det var Fatimas idé, og FATIMA kom også.", ["Fatima", "FATIMA"]),
        ("Så sagde Mette, at Bodils søster Lone var syg.", ["Mette", "Bodil", "Lone"]),
        ("Hun hed Karen Margrethe Prøvesen, dengang.", ["Karen Margrethe Prøvesen"]),
        ("Vi ringede til Anne-Lise Møller-Jensen i går.", ["Anne-Lise Møller-Jensen"]),
        ("Det er Fru Hansen, der bor der.", ["Fru Hansen"]),
        ("Og så kom hr. Eg forbi.", ["Eg"]),
        ("jeg hedder egentlig olivia, men ingen siger det", ["olivia"]),
        ("Min søn Yusuf går i skole.", ["Yusuf"]),
        ("Ja, og hun hed Storm til efternavn.", ["Storm"]),
        ("Per og Marianne kommer hver tirsdag.", ["Per", "Marianne"]),
        ("Bo sagde, at det var fint.", ["Bo"]),
        ("Ludwig van Prøve spillede klaver.", ["Ludwig van Prøve"]),
        ("Der stod K. Prøvesen på døren, hos Karen Prøvesen.", ["K. Prøvesen", "Karen Prøvesen"]),
        ("Fatima Hassan skriver altid F.H. på sedlen, eller bare FH.", ["Fatima Hassan", "F.H.", "FH"]),
        ("Hammadsen hedder han, tror jeg.", ["Hammadsen"]),
        ("Fatima var her. Fatma er glad. Fatmia også.", ["Fatima", "Fatma", "Fatmia"]),
        ("Har I Mette med? Eller tog I Bodil M. Jensen?", ["Mette", "Bodil M. Jensen"]),
        ("Hils Mette, hvis du ser hende.", ["Mette"]),
    ],
)
def test_persons_are_found(interview, text, names):
    assert masked(find_all(*interview(text))) == names


@pytest.mark.parametrize(
    "text",
    [
        "han bor i en lejlighed, og i maj flytter han",
        "Vi mødes i Viborg, og så kører vi til Fyn.",
        "Mandag er Netto lukket, og Føtex har åbent.",
        "Storm og regn. Så bliver folk hjemme.",
        "Liv er der nok af. Maj er den bedste måned.",
        "Hans kone kommer også, og hans mor.",
        "Kommunen har et jobcenter. Foreningen har ingenting.",
        "Vi holdt Sankt Hans på stranden.",
        "Julefrokosten var god. Boldklubben betalte.",
        "Der var syvogtyve. Toogtredive, hvis man tæller børnene med.",
    ],
)
def test_words_that_look_like_names_are_left_alone(interview, text):
    assert masked(find_all(*interview(text))) == []


def test_a_word_that_may_be_a_name_is_asked_about(interview):
    found = find_all(*interview("Det var Skov, der havde nøglen. Og Tangvig var med."))
    assert set(masked(found)) | set(doubtful(found)) >= {"Skov"}


def test_what_is_known_once_is_known_all_through_the_interview(interview):
    found = find_all(*interview("Jeg bor med Storm, min søn.", "Storm er ti år. Og storms ven er ni."))
    assert masked(found)[:2] == ["Storm", "Storm"]


def test_answers_hold(interview):
    said = interview("Det var Skov, der havde nøglen.")
    assert masked(find_all(*said, Known(answers={"Skov": True}))) == ["Skov"]
    no = find_all(*said, Known(answers={"Skov": False}))
    assert (masked(no), doubtful(no)) == ([], [])


def test_a_lower_case_word_is_a_name_where_somebody_has_said_so(interview):
    said = interview("jeg så gul i går, han var glad")
    assert masked(find_all(*said, Known(answers={"gul": True}))) == ["gul"]
    assert masked(find_all(*said)) == []


def test_the_projects_own_list_is_known(interview):
    known = Known(persons=(KnownPerson(("Bøllemis", "Misser"), "formand"),))
    assert masked(find_all(*interview("Så kom Misser og bøllemis."), known)) == ["Misser", "bøllemis"]


def test_a_partnerships_name_names_nobody(interview):
    text = "Her i Egtved er vi få."
    assert masked(find_all(*interview(text), Known(titles=("Partnerskab Egtved",)))) == []


def test_identifiers_come_before_names(interview):
    found = find_all(*interview("Skriv til mette@prøvesen.dk. Mette bor Pilevej 12."))
    assert masked(found, "email") == ["mette@prøvesen.dk"]
    assert masked(found) == ["Mette"]
    assert masked(found, "address") == ["Pilevej 12"]


@pytest.mark.parametrize(
    ("policy", "kinds"),
    [({}, set()), ({"organisations": REPLACE}, {"organisation"}), ({"places": GENERALISE}, {"place"})],
)
def test_organisations_and_places_go_by_policy(interview, policy, kinds):
    known = Known(actors=(Actor(("Ådal Beton",), "virksomhed"),), **policy)
    found = find_all(*interview("Ådal Beton ligger i Viborg."), known)
    assert {m.kind for turn in found.masked for m in turn} == kinds


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Preben", "Preben"),
        ("Nanna (interviewer)", "Nanna"),
        ("R1", ""),
        ("Respondent", ""),
        ("I", ""),
        ("", ""),
    ],
)
def test_a_speakers_label_may_hold_a_name(label, name):
    assert name_in_label(label) == name


def test_a_speakers_name_is_found_in_what_others_say(interview):
    found = find_all(*interview(("[Person 1]", "Bøllemis", "Ja."), ("R", "R", "Som bøllemis sagde før.")))
    assert masked(found) == ["bøllemis"]
