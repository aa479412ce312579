import pytest

from interview_coding.language import load


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
