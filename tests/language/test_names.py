from pathlib import Path

import pytest
from spacy.language import Language

from interview_coding.errors import InputError
from interview_coding.language import load
from interview_coding.language.names import LIKELY, LIKELY_AMONG_CAPITALS, NameLikeness


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


@pytest.mark.parametrize("name", ["torben", "gudrun", "henning", "yusuf", "liselotte"])
def test_also_names_that_word_lists_know(nlp: Language, name: str) -> None:
    assert name in persons(nlp, f"og så ringede jeg til {name} og spurgte om hun ville være med")


def test_a_name_whose_capital_slipped_is_found_among_capitals(nlp: Language) -> None:
    found = persons(nlp, "Så kom Mette, og så spurgte jeg liselotte, om hun havde kage med.")

    assert found == {"Mette", "liselotte"}


def test_what_the_model_found_is_kept(nlp: Language) -> None:
    text = "Så kom Mette fra Røde Kors i Vejle, og hun spurgte yusuf."
    with nlp.select_pipes(disable=["names_without_capitals"]):
        before = {(ent.text, ent.label_) for ent in nlp(text).ents}

    assert {(ent.text, ent.label_) for ent in nlp(text).ents} == before | {("yusuf", "PER")}


def test_ordinary_words_do_not_look_like_names() -> None:
    likeness = NameLikeness.read()

    names = [likeness.probability(form) for form in ("torben", "yusuf", "jytte")]
    words = [likeness.probability(form) for form in ("kommunen", "fodbold", "frivillige", "ham", "dag")]
    assert min(names) > LIKELY_AMONG_CAPITALS > LIKELY > max(words)


@pytest.mark.parametrize("content", [None, b"not whole"])
def test_a_missing_or_broken_likeness_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "name_likeness.npz"
    if content:
        file.write_bytes(content)

    with pytest.raises(InputError) as raised:
        NameLikeness.read(file)

    assert "git checkout -- workflow/models" in raised.value.problems[0].remedy


@pytest.mark.parametrize("text", ["", "...", "øh"])
def test_hardly_anything_said_is_no_trouble(nlp: Language, text: str) -> None:
    assert persons(nlp, text) == set()
