import re
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Span

from interview_coding.codebook import Codebook
from interview_coding.engines.codebook import FEATURES, CodebookEngine


def spans(nlp: Language, *texts: str) -> list[Span]:
    return [nlp(text)[:] for text in texts]


def test_every_segment_gets_a_probability_of_every_code(nlp: Language, engine: CodebookEngine) -> None:
    scores = engine.score(spans(nlp, "Vi cykler og bager.", "ja", "!", "123 456"))

    assert engine.codes == ["tema.cykel", "tema.kage", "tema.fisk"]
    assert scores.shape == (4, 3)
    assert ((scores >= 0) & (scores <= 1)).all()


def test_new_talk_is_given_its_code(nlp: Language, engine: CodebookEngine) -> None:
    said = [
        "Børnene fik nye cykler og cyklede rundt på pladsen hele dagen.",
        "Der var kager i lange baner, og nabokonen bagte endnu en kage.",
        "De gamle fiskere sad på molen med fisk i spanden og snakkede om garn.",
    ]
    assert engine.score(spans(nlp, *said)).argmax(axis=1).tolist() == [0, 1, 2]


def test_scores_repeat_and_do_not_depend_on_the_other_segments(
    nlp: Language, engine: CodebookEngine, tiny: Codebook
) -> None:
    together = engine.score(spans(nlp, "ja", "Vi bagte en kage."))

    anew = CodebookEngine.train(tiny, nlp).score(spans(nlp, "ja", "Vi bagte en kage."))
    np.testing.assert_array_equal(anew, together)
    np.testing.assert_allclose(engine.score(spans(nlp, "Vi bagte en kage."))[0], together[1], rtol=1e-5)


def test_an_indicator_raises_its_code(nlp: Language, engine: CodebookEngine) -> None:
    with_it, without = engine.features(spans(nlp, "Vi bagte en kage.", "Vi bagte ikke en kage."))

    place = FEATURES.index("indicators")
    assert with_it[:, place].tolist() == [0, 1, 0]
    assert not without[:, place].any()


def test_an_engine_is_the_same_when_read_back(nlp: Language, engine: CodebookEngine, tmp_path: Path) -> None:
    engine.save(tmp_path / "a.npz")
    engine.save(tmp_path / "b.npz")
    again = CodebookEngine.load(tmp_path / "a.npz", nlp.vocab)
    said = spans(nlp, "Vi bagte en kage.", "Fisken var fin.", "")

    np.testing.assert_allclose(again.score(said), engine.score(said), rtol=1e-6)
    for code in engine.codes:
        assert again.evidence(said[0], code) == engine.evidence(said[0], code)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_evidence_quotes_indicators_first_then_words_and_the_nearest_example(
    nlp: Language, engine: CodebookEngine
) -> None:
    (segment,) = spans(nlp, "Og så bagte hun en stor kage med jordbær.")

    evidence = engine.evidence(segment, "tema.kage")

    words, source = re.fullmatch(r"(.*) \(ligner (.*)\)", evidence).groups()  # type: ignore[union-attr]
    assert words.split(", ")[0] == "»bagte hun en stor kage«"
    assert "kage" in words.split(", ")
    assert not {"og", "så", "en", "med"} & set(words.split(", "))
    assert re.fullmatch(r"eksempel [1-4]|kodens beskrivelse", source)


def test_the_evidence_counts_exemplars_from_one(
    nlp: Language, engine: CodebookEngine, tiny: Codebook
) -> None:
    exemplars = tiny.codes["tema.kage"].exemplars

    sources = [engine.evidence(s, "tema.kage").partition("(ligner ")[2] for s in spans(nlp, *exemplars)]

    assert sources == [f"eksempel {number})" for number in range(1, 5)]


@pytest.mark.parametrize("text", ["?!", "x9x9", "kagerester"])
def test_what_shares_no_word_has_no_words_to_show(nlp: Language, engine: CodebookEngine, text: str) -> None:
    (segment,) = spans(nlp, text)

    assert engine.evidence(segment, "tema.fisk") == "(ligner kodens tekster i bogstaverne)"


def test_most_shipped_exemplars_are_given_their_own_code(codebook: Codebook, nlp: Language) -> None:
    engine = CodebookEngine.train(codebook, nlp)
    codes = list(codebook.codes.values())

    best = engine.score(spans(nlp, *(code.exemplars[0] for code in codes))).argmax(axis=1)

    assert np.mean([engine.codes[b] == code.id for b, code in zip(best, codes, strict=True)]) > 0.9
    assert engine.score(spans(nlp, "", "?!")).max() < engine.threshold
