from spacy.language import Language

from interview_coding.codebook import Codebook
from interview_coding.engines.material import gather


def test_the_codebook_gives_texts_with_their_codes(tiny: Codebook, nlp: Language) -> None:
    material = gather(tiny, nlp)

    kinds = dict(
        zip(material.texts, zip(material.targets.tolist(), material.sources, strict=True), strict=True)
    )
    assert material.codes == ("tema.cykel", "tema.kage", "tema.fisk")
    assert kinds["Vi kørte en tur på cykel ud til havet med madpakker."] == ([1, 0, 0], "eksempel 3")
    near_miss = kinds["Det var en kage af en cykel, den gamle rusten."]
    assert near_miss == ([1, 0, 0], "et næsten-eksempel under »Kage«")
    assert kinds["Goddag, og tak for sidst, var det ikke her?"] == ([0, 0, 0], "snak uden kode")
    assert len(material.texts) == len(material.lemmas) == 3 * 5 + 1 + 2


def test_words_are_lemmas_in_lower_case(tiny: Codebook, nlp: Language) -> None:
    material = gather(tiny, nlp)

    spoken = material.lemmas[material.texts.index("Vi kørte en tur på cykel ud til havet med madpakker.")]
    assert {"vi", "køre", "cykel", "hav"} <= set(spoken)
    assert not any("." in word for word in spoken)
