"""The recipe of the shipped pipeline: what it makes of a treebank's sentences."""

import random
import sys
from pathlib import Path

import pytest
import spacy

ROOT = Path(__file__).parents[2]
NAMED = """\
# text = Hun kom, sagde Kelds søster.
1\tHun\thun\tPRON\t_\tCase=Nom\t_\t_\t_\t_
2\tkom\tkomme\tVERB\t_\tTense=Past\t_\t_\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t_\t_\t_\t_\t_\t_
4\tsagde\tsige\tVERB\t_\tTense=Past\t_\t_\t_\t_
5\tKelds\tKeld\tPROPN\t_\tCase=Gen\t_\t_\t_\tname=B-PER
6\tsøster\tsøster\tNOUN\t_\tGender=Com\t_\t_\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_
"""


@pytest.fixture
def recipe(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "workflow" / "models" / "train")
    import augment
    import treebank

    yield augment, treebank
    for name in ("augment", "treebank"):
        sys.modules.pop(name, None)


@pytest.fixture
def sentence(recipe, tmp_path):
    file = tmp_path / "train.conllu"
    file.write_text(NAMED + "\n", encoding="utf-8")
    (found,) = recipe[1].read(file)
    return found


def names(augment):
    return augment.Names(["Bo"], [1.0], ["Fatima"], ["Holm"], [1.0], ["Yilmaz"], ["Fjordby"])


def test_a_treebank_is_read_with_text_tags_and_names(recipe, sentence):
    _, treebank = recipe
    doc = treebank.to_doc(spacy.blank("da").vocab, [sentence, sentence])
    assert doc.text == "Hun kom, sagde Kelds søster. Hun kom, sagde Kelds søster. "
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kelds", "PER")] * 2
    assert [len(sent) for sent in doc.sents] == [7, 7]
    assert doc[1].lemma_ == "komme"


def test_names_are_replaced_in_their_case_and_pronouns_by_names(recipe, sentence):
    augment, treebank = recipe
    seen = set()
    for seed in range(40):
        new = augment.rename(sentence, names(augment), {}, random.Random(seed), pronouns=1.0)
        doc = treebank.to_doc(spacy.blank("da").vocab, [new])
        first, second = doc.ents
        assert not first.text.endswith("s ")
        assert second.text.endswith("s")
        assert doc.text.count("sagde") == 1
        seen.add(first.text)
    assert {"Fatima", "Bo"} <= seen


def test_speech_keeps_words_names_and_what_parted_them(recipe, sentence):
    augment, treebank = recipe
    for seed in range(200):
        chance = random.Random(seed)
        spoken = augment.speak(sentence, chance, all_lower=seed % 2 == 0)
        text = treebank.to_doc(spacy.blank("da").vocab, [spoken]).text
        assert "komsagde" not in text
        assert [w.text.lower() for w in spoken if w.entity == "B-PER"] == ["kelds"]
        if seed % 2 == 0:
            assert text == text.lower()
