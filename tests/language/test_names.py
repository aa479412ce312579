import pytest
from spacy.language import Language

from interview_coding.language import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("auto")[0]


def persons(nlp: Language, text: str) -> set[str]:
    return {ent.text for ent in nlp(text).ents if ent.label_ == "PER"}


def test_names_are_found_in_a_turn_without_capitals(nlp: Language) -> None:
    text = "så ringede jeg til fatima og spurgte, om hun ville komme. det ville hun gerne"

    assert "fatima" in persons(nlp, text)
    assert nlp(text).text == text


def test_the_sentences_and_lemmas_of_such_a_turn_stay_as_they_were(nlp: Language) -> None:
    doc = nlp("så gik yusuf hen til hallen. han var træt.")

    assert len(list(doc.sents)) == 2
    assert doc[5].lemma_ in ("hal", "hall")


def test_a_turn_with_capitals_is_left_to_the_model(nlp: Language) -> None:
    without = nlp.select_pipes(disable=["names_without_capitals"])
    text = "Så kom Mette, og hun havde kage med fra bageren i Vejle."
    expected = persons(nlp, text)
    without.restore()

    assert persons(nlp, text) == expected


@pytest.mark.parametrize("text", ["", "...", "øh"])
def test_hardly_anything_said_is_no_trouble(nlp: Language, text: str) -> None:
    assert persons(nlp, text) == set()
