import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from interview_coding.codebook import Codebook
from interview_coding.engines import Example, Passage, Suggester, gather
from interview_coding.engines.combined import ENGINES
from interview_coding.engines.weighing import USUAL, USUAL_THRESHOLD

Annotate = Callable[..., list[Passage]]


def test_every_segment_gets_a_probability_of_every_code(suggester: Suggester, passages: Annotate) -> None:
    scores = suggester.score(passages("Vi cykler og bager.", "ja", "!", "123 456"))

    assert suggester.codes == ["tema.cykel", "tema.kage", "tema.fisk"]
    assert scores.shape == (4, 3)
    assert ((scores > 0) & (scores < 1)).all()


def test_scores_repeat_and_do_not_depend_on_the_other_segments(
    material, suggester: Suggester, passages: Annotate
) -> None:
    together = suggester.score(passages("ja", ("Hvad bager I?", "Vi bagte en kage.")))

    anew = Suggester.train(material, precision=0.5).score(
        passages("ja", ("Hvad bager I?", "Vi bagte en kage."))
    )
    alone = suggester.score(passages(("Hvad bager I?", "Vi bagte en kage.")))
    np.testing.assert_array_equal(anew, together)
    np.testing.assert_allclose(alone[0], together[1], rtol=1e-4)


def test_an_indicator_raises_its_code(suggester: Suggester, passages: Annotate) -> None:
    with_it, without = suggester.measure(passages("Vi bagte en kage.", "Vi bagte ikke en kage."))

    assert with_it[1, -2] == 1
    assert without[1, -2] == 0


def test_a_suggester_is_the_same_when_read_back(
    suggester: Suggester, passages: Annotate, tmp_path: Path
) -> None:
    suggester.save(tmp_path / "a.npz")
    suggester.save(tmp_path / "b.npz")
    again = Suggester.load(tmp_path / "a.npz")
    said = passages("Vi bagte en kage.", ("Er den fin?", "Fisken var fin."), "")

    np.testing.assert_allclose(again.score(said), suggester.score(said), rtol=1e-4)
    for code in suggester.codes:
        assert again.account(said[0], code) == suggester.account(said[0], code)
    assert again.card == {"codebook": "1.0.0"}
    np.testing.assert_array_equal(again.thresholds, suggester.thresholds)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_account_quotes_indicators_first_then_words_and_the_nearest_example(
    suggester: Suggester, passages: Annotate
) -> None:
    (passage,) = passages("Og så bagte hun en stor kage med jordbær.")

    engine, evidence = suggester.account(passage, "tema.kage")

    assert engine == "exemplars+indicators"
    words, source = re.fullmatch(r"(.*) \(ligner (.*)\)", evidence).groups()  # type: ignore[union-attr]
    assert words.split(", ")[0] == "»bagte hun en stor kage«"
    assert re.fullmatch(r"eksempel [1-4]|kodens beskrivelse|øveinterview p\d, svar \d", source)


def test_what_comes_from_a_decided_segment_is_called_learned(tiny: Codebook, nlp, passages: Annotate) -> None:
    decided = Example("Pandekager er også kager.", ("tema.kage",), "a-1 t003", "", "a-1 (projekt)", True)
    suggester = Suggester.train(gather(tiny, nlp, [decided]), precision=0.5)

    engine, evidence = suggester.account(passages("Pandekager er kager.")[0], "tema.kage")

    assert engine == "learned"
    assert evidence.endswith("(ligner a-1 t003)")


def test_a_word_that_is_decided_often_comes_to_speak_for_the_code(
    tiny: Codebook, nlp, suggester: Suggester, passages: Annotate
) -> None:
    said = passages("Vi sad bare med kaffekanden.")
    decided = [
        Example(
            f"Kaffekanden kom på bordet {n} gange.", ("tema.kage",), f"a t{n}", "", f"a-{n} (projekt)", True
        )
        for n in range(6)
    ]

    taught = Suggester.train(gather(tiny, nlp, decided), precision=0.5)

    before, after = suggester.score(said)[0], taught.score(said)[0]
    assert before.argmax() != 1 or before[1] < after[1]
    assert after.argmax() == 1


def test_a_codebook_without_practice_interviews_has_the_usual_curve(
    tiny: Codebook, nlp, passages: Annotate
) -> None:
    suggester = Suggester.train(gather(replace(tiny, practice=()), nlp), precision=0.5)

    assert (suggester.thresholds == USUAL_THRESHOLD).all()
    assert {w for w in suggester.weighing.first.weights if w} == set(USUAL.values())
    assert suggester.score(passages("Kagen stod på bordet, og hun havde bagt lagkage."))[0].argmax() == 1


def test_most_shipped_exemplars_are_given_their_own_code(codebook: Codebook, nlp) -> None:
    few = replace(codebook, practice=codebook.practice[:200])
    suggester = Suggester.train(gather(few, nlp), precision=0.5)
    codes = list(codebook.codes.values())
    passages = [Passage(doc) for doc in nlp.pipe(code.exemplars[0] for code in codes)]

    best = suggester.score(passages).argmax(axis=1)

    assert np.mean([suggester.codes[b] == code.id for b, code in zip(best, codes, strict=True)]) > 0.9
    silence = suggester.score([Passage(nlp("")), Passage(nlp("?!"))])
    assert (silence < suggester.thresholds).all()


def test_engines_are_listed_by_their_name() -> None:
    assert {name: engine.name for name, engine in ENGINES.items()} == {name: name for name in ENGINES}


@pytest.mark.parametrize("name", list(ENGINES))
def test_every_engine_has_features(name: str) -> None:
    assert ENGINES[name].features
