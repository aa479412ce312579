from collections.abc import Callable

import numpy as np

from interview_coding.engines import Passage
from interview_coding.engines.indicators import IndicatorsEngine
from interview_coding.engines.material import Material

Annotate = Callable[..., list[Passage]]
ENGINE = IndicatorsEngine({"a.cykel": ["cykle"], "a.kage": ["bage .. kage", "lagkage"], "a.tom": []})


def test_it_measures_where_indicators_fire(passages: Annotate) -> None:
    measured = ENGINE.measure(passages("Vi bagte en kage.", "Vi bagte ikke en kage.", "Vi cykler."))

    fired, echoed = measured[..., 0], measured[..., 1]
    assert fired.tolist() == [[0, 1, 0], [0, 0, 0], [1, 0, 0]]
    assert not echoed.any()


def test_words_that_only_take_up_the_question_are_an_echo(passages: Annotate) -> None:
    measured = ENGINE.measure(
        passages(
            ("Bager I kage?", "Vi bager kage, ja."),
            ("Bager I kage?", "Vi bager kage, og lagkage."),
            ("Bager I?", "Vi bager kage."),
        )
    )

    assert measured[:, 1].tolist() == [[0, 1], [1, 0], [1, 0]]


def test_the_evidence_quotes_what_fired_echoes_last(passages: Annotate) -> None:
    (passage,) = passages(("Bager I kage?", "Vi bager kage, og så lagkage."))

    assert ENGINE.evidence(passage, "a.kage").words == ("»lagkage«", "»bager kage«")
    assert ENGINE.evidence(passage, "a.cykel").words == ()


def test_words_are_quoted_from_a_part_of_a_document(nlp) -> None:
    document = nlp("Først noget andet. Så bagte vi kage.")

    assert ENGINE.evidence(Passage(document[4:]), "a.kage").words == ("»bagte vi kage«",)


def test_it_is_the_same_when_made_anew(passages: Annotate) -> None:
    said = passages("Vi bagte en kage.", "Lagkage og at cykle.")

    again = IndicatorsEngine.of_arrays(ENGINE.arrays())

    np.testing.assert_array_equal(again.measure(said), ENGINE.measure(said))


def test_it_fires_in_the_material_as_anywhere(material: Material) -> None:
    engine, held_out = IndicatorsEngine.train(material)

    assert held_out.shape == (len(material.talk), 3, 2)
    np.testing.assert_array_equal(held_out, engine.measure([material.passages[n] for n in material.talk]))
