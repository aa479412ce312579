from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from interview_coding.engines import Passage, gather
from interview_coding.engines.exemplars import ExemplarsEngine, standing
from interview_coding.engines.material import Material

Annotate = Callable[..., list[Passage]]


@pytest.fixture(scope="module")
def engine(material: Material) -> ExemplarsEngine:
    return ExemplarsEngine.train(material)[0]


def test_new_talk_is_most_like_its_code(engine: ExemplarsEngine, passages: Annotate) -> None:
    said = passages(
        "Børnene fik nye cykler og cyklede rundt på pladsen hele dagen.",
        "Der var kager i lange baner, og nabokonen bagte endnu en kage.",
        "De gamle fiskere sad på molen med fisk i spanden og snakkede om garn.",
    )

    measured = engine.measure(said)

    assert measured.shape == (3, 3, len(engine.features))
    for respect in ("letters", "words", "linear"):
        at = engine.features.index(respect)
        assert measured[..., at].argmax(axis=1).tolist() == [0, 1, 2], respect


def test_a_question_is_measured_apart(engine: ExemplarsEngine, passages: Annotate) -> None:
    alone, asked = engine.measure(passages("Ja, det gør vi.", ("Bager I kage?", "Ja, det gør vi.")))

    at = [n for n, feature in enumerate(engine.features) if feature.startswith("question")]
    others = [n for n in range(len(engine.features)) if n not in at]
    assert not alone[:, at].any()
    assert asked[:, engine.features.index("question linear")].argmax() == 1
    np.testing.assert_allclose(asked[:, others], alone[:, others], rtol=1e-5)


def test_an_empty_text_looks_like_nothing(engine: ExemplarsEngine, passages: Annotate) -> None:
    assert not engine.measure(passages("", "?!")).any()


def test_talk_is_measured_by_an_engine_that_has_not_seen_its_interview(material: Material) -> None:
    _, held_out = ExemplarsEngine.train(material)

    rows = [n for n, e in enumerate(material.examples) if e.interview != "p2"]
    others = replace(
        material,
        examples=tuple(material.examples[n] for n in rows),
        passages=tuple(material.passages[n] for n in rows),
    )
    without, _ = ExemplarsEngine.train(others)
    own = [n for n in material.talk if material.examples[n].interview == "p2"]
    measured = without.measure([material.passages[n] for n in own])
    place = [material.talk.tolist().index(n) for n in own]
    assert held_out.shape == (16, 3, len(without.features))
    # the vectors' features and weights are the same to within an interview's share
    assert np.corrcoef(held_out[place].ravel(), measured.ravel())[0, 1] > 0.99


def test_an_engine_is_the_same_when_made_anew(engine: ExemplarsEngine, passages: Annotate) -> None:
    again = ExemplarsEngine.of_arrays(engine.arrays())

    said = passages("Vi bagte en kage.", ("Er der fisk?", "Ja."), "")
    np.testing.assert_allclose(again.measure(said), engine.measure(said), rtol=1e-4, atol=1e-5)
    for code in ("tema.cykel", "tema.kage", "tema.fisk"):
        assert again.evidence(said[0], code) == engine.evidence(said[0], code)


def test_the_evidence_gives_telling_words_and_the_nearest_example(
    engine: ExemplarsEngine, passages: Annotate
) -> None:
    (passage,) = passages("Og så bagte hun en stor lagkage med jordbær på cykel.")

    evidence = engine.evidence(passage, "tema.kage")

    assert {"lagkage", "bagte"} <= set(evidence.words)
    assert not {"og", "så", "en", "med", "cykel"} & set(evidence.words)
    assert evidence.like == "eksempel 2"
    assert not evidence.decided


def test_evidence_points_to_exemplars_by_their_number(
    engine: ExemplarsEngine, material: Material, passages: Annotate
) -> None:
    own = [e.text for e in material.examples if e.codes == ("tema.kage",) and e.source.startswith("eksempel")]

    found = [engine.evidence(passage, "tema.kage").like for passage in passages(*own)]

    assert found == [f"eksempel {number}" for number in range(1, 5)]


def test_what_shares_nothing_has_no_evidence(engine: ExemplarsEngine, passages: Annotate) -> None:
    (passage,) = passages("x9x9 ?!")

    evidence = engine.evidence(passage, "tema.fisk")

    assert (evidence.words, evidence.like) == ((), "")


def test_a_segment_that_was_decided_on_is_told_as_such(tiny, nlp, passages: Annotate) -> None:
    from interview_coding.engines import Example

    decided = Example("Pandekager er også kager.", ("tema.kage",), "a-1 t003", "", "a-1 (projekt)", True)
    engine, _ = ExemplarsEngine.train(gather(tiny, nlp, [decided]))

    evidence = engine.evidence(passages("Pandekager er kager.")[0], "tema.kage")

    assert (evidence.like, evidence.decided) == ("a-1 t003", True)


def test_standing_is_in_standard_deviations() -> None:
    np.testing.assert_allclose(standing(np.array([[0.0, 2.0], [3.0, 3.0]])), [[-1, 1], [0, 0]], atol=1e-6)
