import numpy as np
import pytest

from interview_coding.engines.curve import Curve, thresholds


def test_a_curve_tells_what_was_measured_from_what_was_not() -> None:
    rng = np.random.default_rng(0)
    targets = (rng.random((400, 3)) < 0.3).astype(float)
    measured = np.stack([targets + rng.normal(size=targets.shape), rng.normal(size=targets.shape)], axis=2)

    curve = Curve.fit(measured, targets)
    probability = curve.probability(measured)

    assert curve.weights[0] > 5 * abs(curve.weights[1])
    assert probability.shape == (400, 3)
    assert probability.mean() == pytest.approx(targets.mean(), abs=0.01)
    sure = probability > 0.6
    assert targets[sure].mean() == pytest.approx(probability[sure].mean(), abs=0.06)


def test_a_code_that_is_often_wrong_is_shown_later() -> None:
    rng = np.random.default_rng(1)
    probability = rng.random((3000, 2))
    truth = np.stack([rng.random(3000) < probability[:, 0], rng.random(3000) < probability[:, 1] / 3], axis=1)

    shown_from = thresholds(probability, truth.astype(float), precision=0.6)

    for code in range(2):
        shown = probability[:, code] >= shown_from[code]
        assert code == 1 or truth[shown, code].mean() == pytest.approx(0.6, abs=0.03)
    assert shown_from[1] > shown_from[0] + 0.3


def test_more_precision_shows_less() -> None:
    rng = np.random.default_rng(2)
    probability = rng.random((2000, 3))
    truth = (rng.random((2000, 3)) < probability).astype(float)

    low, high = (thresholds(probability, truth, precision) for precision in (0.55, 0.8))

    assert (low < high).all()


def test_a_code_without_talk_of_its_own_takes_the_common_threshold() -> None:
    rng = np.random.default_rng(3)
    probability = np.hstack([rng.random((2000, 5)), np.zeros((2000, 1))])
    truth = (rng.random((2000, 6)) < probability).astype(float)

    shown_from = thresholds(probability, truth, precision=0.7)

    assert shown_from[5] == pytest.approx(shown_from[:5].mean(), abs=0.12)
