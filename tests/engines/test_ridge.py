import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.engines.ridge import Ridge


@given(st.integers(0, 10**6), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_what_is_held_out_is_what_a_regression_without_it_gives(seed: int, groups: int) -> None:
    rng = np.random.default_rng(seed)
    texts = rng.normal(size=(12, 5))
    targets = (rng.random((12, 3)) < 0.4).astype(float)
    group = rng.integers(-1, groups, 12)
    group[group == groups - 1] = groups - 1
    kernel = texts @ texts.T + 1

    ridge = Ridge(kernel.copy(), targets, group, penalty=0.7)

    penalties = 0.7 * np.eye(12)
    np.testing.assert_allclose((kernel + penalties) @ ridge.duals, targets, atol=1e-8)
    for rows, duals, answers in ridge.held_out():
        others = np.setdiff1d(np.arange(12), rows)
        among = np.ix_(others, others)
        without = np.linalg.solve(kernel[among] + penalties[among], targets[others])
        expected = kernel[np.ix_(rows, others)] @ without
        np.testing.assert_allclose(kernel[rows] @ duals, expected, atol=1e-8)
        np.testing.assert_allclose(answers, expected, atol=1e-8)
        np.testing.assert_allclose(duals[rows], 0, atol=1e-8)


def test_only_grouped_texts_are_held_out() -> None:
    ridge = Ridge(np.eye(4) + 1, np.eye(4), np.array([-1, 0, 1, 0]), penalty=1.0)

    assert [rows.tolist() for rows, _, _ in ridge.held_out()] == [[1, 3], [2]]
