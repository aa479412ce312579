"""Labels in place of names. All names are invented."""

import pytest

from interview_coding.pseudonyms.known import GENERALISE, REPLACE, Actor, Known, KnownPerson
from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.pseudonyms.pseudonymise import pseudonymise
from interview_coding.text import Piece, Turn


@pytest.fixture
def texts(interview, named_nlp):
    def run(*said, known=None):
        made = pseudonymise("a-01", *interview(*said), named_nlp, known or Known())
        for turn, doc in zip(made.turns, made.docs, strict=True):
            assert doc.text == turn.text
        return [turn.text for turn in made.turns], made

    return run


def test_one_person_has_one_label(texts):
    said, _ = texts(
        "Karen Margrethe Prøvesen er leder.",
        "Karen siger ja. Prøvesens bil. Karens hund. K.M.P. skrev under.",
    )
    assert said == [
        "[Person 1] er leder.",
        "[Person 1] siger ja. [Person 1]s bil. [Person 1]s hund. [Person 1] skrev under.",
    ]


def test_two_of_one_given_name_are_told_apart_by_who_was_named_last(texts):
    said, _ = texts("Mette Hansen kom.", "Mette var glad.", "Så kom Mette Jensen.", "Mette var sur.")
    assert said == ["[Person 1] kom.", "[Person 1] var glad.", "Så kom [Person 2].", "[Person 2] var sur."]


def test_persons_are_numbered_as_they_are_named_and_speakers_first(texts):
    said, made = texts(
        ("Interviewer", "Nanna", "Hej Preben."),
        ("[Person 1]", "Preben", "Hej Nanna. Bodil kommer, og Preben er jo mig."),
    )
    assert said == ["Hej [Person 1].", "Hej [Interviewer]. [Person 2] kommer, og [Person 1] er jo mig."]
    assert [turn.speaker for turn in made.turns] == ["Interviewer", "[Person 1]"]
    assert KeyRow("a-01", "[Person 1]", "person", "Preben", 3) in made.key
    assert all(turn.label == "" for turn in made.turns)


def test_labels_in_the_key_stay_as_they_are(texts):
    known = Known(
        key=(
            KeyRow("a-01", "[Person 3]", "person", "Bodil", 1),
            KeyRow("a-01", "[Person 1]", "person", "Yusuf", 1),
        )
    )
    said, _ = texts("Mariam kom, og Bodil gik.", known=known)
    assert said == ["[Person 2] kom, og [Person 3] gik."]


def test_a_new_speaker_takes_nobodys_label(texts):
    known = Known(key=(KeyRow("a-01", "[Person 1]", "person", "Preben", 4),))
    _, made = texts(("[Person 1]", "Mariam", "Ja."), ("[Person 2]", "Preben", "Nej."), known=known)
    assert [turn.speaker for turn in made.turns] == ["[Person 2]", "[Person 1]"]


def test_what_was_pseudonymised_before_stays_and_its_numbers_are_not_used_again(texts):
    said, _ = texts("[Person 1] og [Person 2] kom. Det gjorde Bodil også.")
    assert said == ["[Person 1] og [Person 2] kom. Det gjorde [Person 3] også."]
    assert texts(said[0])[0] == said


def test_roles_and_linked_labels(texts):
    people = (
        KnownPerson(("Bodil", "Bobs"), "datter"),
        KnownPerson(("Yusuf",)),
        KnownPerson(("Mariam",), "datter"),
    )
    said, _ = texts("Bodil, Yusuf og Mariam. Bobs' bror.", known=Known(persons=people, link_persons=True))
    assert said == ["[datter], [Fælles person 2] og [datter 2]. [datter]s bror."] or said == [
        "[datter], [Fælles person 2] og [datter 2]. [datter]' bror."
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Han kaldte ham 'Bodil'. Jens' bil.", "Han kaldte ham '[Person 1]'. [Person 2]s bil."),
        (
            "Birgit Olsen kom. Det var Ida og Ib Dam Andersen.",
            "[Person 1] kom. Det var [Person 2] og [Person 3].",
        ),
        ("Det skrev K.M.P. Så gik vi.", "Det skrev [Person 1]. Så gik vi."),
        ("Skriv til Karen Holm@prøve.dk i dag.", "Skriv til [Person 1] [e-mail] i dag."),
    ],
)
def test_only_the_name_is_replaced_and_all_of_it(texts, said, expected):
    assert texts(said)[0] == [expected]


@pytest.mark.parametrize(
    "said",
    [
        [("R", "R", "Peter af Rosenborg kom. Af det lærte jeg noget. Frk Holm og frk. Holm.")],
        [("[Person 1]", "Leder fra kommunen", "Fra starten var det godt. Kommunen er stor.")],
        [("[Person 1]", "Mette (mor)", "Ja."), ("[Person 2]", "Mette (datter)", "Nej.")],
        [("[Person 1]", "Karen", "Ja."), ("[Person 2]", "Ole", "Karen Bisgaard sagde det til Karen.")],
    ],
)
def test_a_second_run_gives_the_same(texts, said):
    _, first = texts(*said)
    _, second = texts(*said, known=Known(key=first.key))
    assert [(t.speaker, t.text) for t in second.turns] == [(t.speaker, t.text) for t in first.turns]
    assert not any("Fra " in row.form or row.form == "Af" for row in second.key)


def test_the_rows_of_the_list_are_different_people_with_roles_of_their_own(texts):
    people = (
        KnownPerson(("Mette Hansen", "Mette"), "leder"),
        KnownPerson(("Mette Jensen", "Mette"), "Person 1"),
    )
    said, _ = texts("Mette Hansen kom. Mette Jensen gik. Yusuf blev.", known=Known(persons=people))
    assert said == ["[leder] kom. [Person 1] gik. [Person 2] blev."]
    known = Known(
        persons=(KnownPerson(("Mariam",), "datter"),), key=(KeyRow("a-01", "[datter]", "person", "Bodil", 1),)
    )
    assert texts("Bodil og Mariam kom.", known=known)[0] == ["[Person 1] og [datter] kom."]


def test_names_of_several_words_on_the_list_are_found_whole(texts):
    known = Known(persons=(KnownPerson(("Den gule dame",), "nabo"),))
    assert texts("Den er god. Den gule dame kom.", known=known)[0] == ["Den er god. [nabo] kom."]


def test_an_answer_holds_in_the_genitive(texts):
    said = "Så gik vi ned i Storms hus i går."
    assert texts(said, known=Known(answers={"Storm": True}))[0] == ["Så gik vi ned i [Person 1]s hus i går."]
    assert texts(said, known=Known(answers={"Storm": False}))[0] == [said]


def test_identifiers_have_labels_by_kind(texts):
    said, _ = texts("Mit cpr er 140404-2286, ring 22 33 44 55 eller skriv til x@prøve.dk.")
    assert said == ["Mit cpr er [CPR-nummer], ring [telefonnummer] eller skriv til [e-mail]."]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (REPLACE, "Vi er i [Organisation 1] og [byggefirmaet]."),
        (GENERALISE, "Vi er i [forening] og [byggefirmaet]."),
    ],
)
def test_organisations_are_called_as_the_project_wants_it(texts, policy, expected):
    known = Known(actors=(Actor(("Ådal Beton",), "byggefirmaet", "privat"),), organisations=policy)
    assert texts("Vi er i Røde Kors og Ådal Beton.", known=known)[0] == [expected]


def test_another_policy_gives_other_labels(texts):
    _, first = texts("Vi er i Røde Kors.", known=Known(organisations=GENERALISE))
    known = Known(organisations=REPLACE, key=first.key)
    assert texts("Vi er i Røde Kors.", known=known)[0] == ["Vi er i [Organisation 1]."]


def test_tokens_outside_keep_their_annotation(interview, named_nlp):
    turns, docs = interview("Og så kom Fatima Hassans søster med børnene. De var glade.")
    made = pseudonymise("a-01", turns, docs, named_nlp)
    before = {t.text: (t.lemma_, t.pos_, t.tag_, str(t.morph)) for t in docs[0]}
    after = {t.text: (t.lemma_, t.pos_, t.tag_, str(t.morph)) for t in made.docs[0]}
    for word in ("kom", "søster", "børnene", "glade"):
        assert after[word] == before[word]
    assert [s.text for s in made.docs[0].sents] == [
        "Og så kom [Person 1]s søster med børnene.",
        "De var glade.",
    ]
    assert "Fatima" not in {t.lemma_ for t in made.docs[0]} | {t.norm_ for t in made.docs[0]}


def test_times_move_along(named_nlp):
    text = "Fatima Hassan kom. Så gik vi."
    turn = Turn("R", "respondent", text, (Piece(0, 1.0, 2.0), Piece(19, 3.0, 4.0)))
    (changed,) = pseudonymise("a-01", [turn], [named_nlp(text)], named_nlp).turns
    assert changed.text[changed.pieces[1].offset :] == "Så gik vi."


def test_doubtful_words_and_answers_come_back_as_questions(texts):
    _, made = texts("Det var Skov, der havde nøglen.", known=Known(answers={"nøglen": False}))
    forms = {question.form: question for question in made.questions}
    assert forms["nøglen"].counts == {"a-01": 1}
    if "Skov" in forms:
        assert forms["Skov"].contexts == ("a-01: Det var »Skov«, der havde nøglen.",)
