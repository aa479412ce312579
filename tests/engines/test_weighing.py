import numpy as np

from interview_coding.engines.weighing import Weighing


def talk(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Measures, targets and interviews: code 1 never comes without code 0, code 2 always alone."""
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, 4, 600)
    targets = np.array([[1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]], float)[kinds]
    measured = (targets + rng.normal(size=targets.shape))[:, :, None]
    return measured, targets, rng.integers(0, 6, 600)


def test_company_makes_the_probabilities_better() -> None:
    measured, targets, interviews = talk(0)
    weighing = Weighing.fit(measured, targets, np.ones(600, bool), interviews, 0.6)

    new, truth, _ = talk(1)
    first, both = weighing.first.probability(new), weighing.probability(new)

    def loss(p: np.ndarray) -> float:
        return float(-(truth * np.log(p) + (1 - truth) * np.log(1 - p)).mean())

    assert loss(both) < 0.97 * loss(first)
    shown = both >= weighing.thresholds
    assert 0.5 < truth[shown].mean() < 0.75


def test_a_weighing_is_the_same_when_made_anew() -> None:
    measured, targets, interviews = talk(0)
    weighing = Weighing.fit(measured, targets, np.ones(600, bool), interviews, 0.6)

    again = Weighing.of_arrays(weighing.arrays())

    np.testing.assert_array_equal(again.probability(measured), weighing.probability(measured))
    np.testing.assert_array_equal(again.thresholds, weighing.thresholds)


def test_the_usual_weighing_knows_no_company() -> None:
    weighing = Weighing.usual([("exemplars", "words"), ("other", "thing")], 2)

    np.testing.assert_array_equal(
        weighing.probability(np.ones((1, 2, 2))), weighing.first.probability(np.ones((1, 2, 2)))
    )
