import numpy as np

from interview_coding.engines.likeness import Likeness, lemmas, letters, standing

TEXTS = ["kage og kager", "kagemand", "fisk og fiskene", "fiskegarn"]
TARGETS = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)


def test_a_text_is_most_like_the_code_of_its_letters() -> None:
    likeness = Likeness.fit(letters(), TEXTS, TARGETS)

    found = likeness.to(likeness.vectors(["kagefad", "fisketur", "qqq", ""]))

    assert found.shape == (4, 2)
    assert found[0].argmax() == 0
    assert found[1].argmax() == 1
    np.testing.assert_allclose(found[2:], -np.tile(likeness.usual, (2, 1)))
    assert found.max() <= 1.000001


def test_what_is_usual_for_a_code_is_how_like_it_the_others_texts_are() -> None:
    likeness = Likeness.fit(letters(), TEXTS, TARGETS)

    cosines = likeness.to(likeness.vectors(TEXTS)) + likeness.usual

    np.testing.assert_allclose(likeness.usual, [cosines[2:, 0].mean(), cosines[:2, 1].mean()], rtol=1e-6)


def test_likeness_is_the_same_when_made_anew() -> None:
    texts = [text.split() for text in (*TEXTS, "kage og fisk", "kage og kagemand", "fisk og fiskegarn")]
    targets = np.vstack([TARGETS, np.eye(2, dtype=np.float32)[[0, 0, 1]]])
    likeness = Likeness.fit(lemmas(), texts, targets)

    again = Likeness.of_arrays(lemmas, likeness.arrays("x"), "x")

    asked = [["kage", "og", "fisk"], ["fisk"]]
    np.testing.assert_allclose(
        again.to(again.vectors(asked)), likeness.to(likeness.vectors(asked)), rtol=1e-6
    )


def test_standing_is_in_standard_deviations() -> None:
    np.testing.assert_allclose(standing(np.array([[0.0, 2.0], [3.0, 3.0]])), [[-1, 1], [0, 0]], atol=1e-6)
