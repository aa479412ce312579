from dataclasses import replace

import numpy as np
from spacy.language import Language

from interview_coding.codebook import Codebook
from interview_coding.engines import Example, gather
from interview_coding.engines.material import Material


def by_text(material: Material) -> dict[str, tuple[Example, list[float]]]:
    rows = zip(material.examples, material.targets.tolist(), strict=True)
    return {example.text: (example, target) for example, target in rows}


def test_the_codebook_gives_texts_with_their_codes(material: Material) -> None:
    rows = by_text(material)

    assert material.codes == ("tema.cykel", "tema.kage", "tema.fisk")
    example, target = rows["Vi kørte en tur på cykel ud til havet med madpakker."]
    assert (example.source, target) == ("eksempel 3", [1, 0, 0])
    example, target = rows["Det var en kage af en cykel, den gamle rusten."]
    assert (example.source, target) == ("et næsten-eksempel under »Kage«", [1, 0, 0])
    example, target = rows["Goddag, og tak for sidst, var det ikke her?"]
    assert (example.source, target) == ("snak uden kode", [0, 0, 0])
    assert len(material.passages) == len(material.examples) == 3 * 5 + 1 + 2 + 16


def test_practice_interviews_give_talk_with_its_questions(material: Material) -> None:
    example, target = by_text(material)["Boller og 2 lagkager, og så fisk."]

    assert target == [0, 1, 1]
    assert (example.source, example.question) == ("øveinterview p2, svar 2", "Hvad får I?")
    passage = material.passages[material.examples.index(example)]
    assert passage.question is not None
    assert passage.question.text == "Hvad får I?"
    assert material.interviews[material.talk].tolist() == [n for n in range(4) for _ in range(4)]
    assert (material.interviews[: material.talk[0]] == -1).all()


def test_decided_segments_lose_codes_that_are_gone(tiny: Codebook, nlp: Language) -> None:
    decided = Example("Vi sejlede.", ("tema.gone", "tema.fisk"), "a-1 t003", "", "a-1 (projekt)", True)

    material = gather(tiny, nlp, [decided])

    example, target = by_text(material)["Vi sejlede."]
    assert example.codes == ("tema.fisk",)
    assert target == [0, 0, 1]
    assert material.passages[-1].question is None


def test_a_near_miss_of_no_code_is_talk_without_one(tiny: Codebook, nlp: Language) -> None:
    theme = tiny.themes[0]
    kage = theme.codes[1]
    miss = replace(kage.near_misses[0], instead=None)
    codes = (theme.codes[0], replace(kage, near_misses=(miss,)), theme.codes[2])

    material = gather(replace(tiny, themes=(replace(theme, codes=codes),)), nlp)

    _, target = by_text(material)[miss.text]
    assert target == [0, 0, 0]
    assert material.targets.dtype == np.float32
