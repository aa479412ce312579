import pytest

from interview_coding.pseudonyms.key import KeyStore
from interview_coding.pseudonyms.masking import mask, masker
from interview_coding.pseudonyms.mentions import KeyRow

KEY = [
    KeyRow("a-01", "[Person 1]", "person", "Ditte Prøvesen", 2),
    KeyRow("a-01", "[Person 2]", "person", "Bo", 1),
    KeyRow("a-01", "[Organisation 1]", "organisation", "Ådal Beton", 1),
]


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        (
            "Ditte siger det, PRØVESEN også, og dittes mor.",
            "[Person 1] siger det, [Person 1] også, og [Person 1]s mor.",
        ),
        ("Bo bor der; hvor bo?", "[Person 2] bor der; hvor bo?"),
        ("Dittesen og Bodil er andre.", "Dittesen og Bodil er andre."),
        ("Se ådal  beton.", "Se [Organisation 1]."),
        ("Ring 22 33 44 55.", "Ring [telefonnummer]."),
        ("[Person 1] siger nej.", "[Person 1] siger nej."),
        ("", ""),
    ],
)
def test_what_the_key_knows_is_masked(written, masked):
    assert mask(written, KEY) == masked


def test_without_a_key_only_identifiers_by_form_are_masked():
    assert mask("Ditte, x@prøve.dk", []) == "Ditte, [e-mail]"


def test_each_interview_has_its_own_key(tmp_path):
    KeyStore(tmp_path, "").write("a-01", KEY)
    masked = masker(tmp_path)
    assert masked("a-01", "Ditte") == "[Person 1]"
    assert masked("a-02", "Ditte") == "Ditte"


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Peter af Rosenborg", "noget af det, Peter sagde", "noget af det, [Person 1] sagde"),
        ("Frk Holm", "en frk. og Holms bil", "en frk. og [Person 1]s bil"),
        ("Ali", "Ali og AL\u0130", "[Person 1] og AL\u0130"),
    ],
)
def test_only_words_that_name_the_person_are_masked(form, text, expected):
    assert mask(text, [KeyRow("a-01", "[Person 1]", "person", form, 1)]) == expected


def test_the_label_that_stands_now_is_used():
    rows = [
        KeyRow("a-01", "[Person 1]", "person", "Bodil", 0),
        KeyRow("a-01", "[datter]", "person", "Bodil", 2),
    ]
    assert mask("Bodil kom", rows) == "[datter] kom"
