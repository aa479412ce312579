import pytest
import spacy
from spacy.tokens import Doc

from interview_coding.language import load
from interview_coding.language.lemmas import checked_lemmas


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("husene", ["hus"]),
        ("Møderne", ["møde"]),
        ("frivillige hjælper", ["frivillig", "hjælpe"]),
        ("Xqzw", ["xqzw"]),
    ],
)
def test_words_get_their_base_form_and_unknown_words_keep_theirs(text: str, lemmas: list[str]) -> None:
    nlp, _ = load("blank:da")

    assert [token.lemma_ for token in nlp(text)] == lemmas


def test_lemmas_that_a_model_made_up_are_replaced_by_the_lists() -> None:
    vocab = spacy.blank("da").vocab
    base = "Definite=Ind|Number=Sing"
    doc = Doc(
        vocab,
        words=["kernen", "gik", "Fatima", "leder", "Xqzwen"],
        lemmas=["kern", "gå", "Fatim", "leder", "xqzw"],
        pos=["NOUN", "VERB", "PROPN", "NOUN", "NOUN"],
        morphs=["Definite=Def|Number=Sing", "", "", base, ""],
    )

    assert [token.lemma_ for token in checked_lemmas(doc)] == ["kerne", "gå", "Fatim", "leder", "xqzw"]
