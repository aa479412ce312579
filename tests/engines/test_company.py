import numpy as np

from interview_coding.engines.company import company, lifts


def test_codes_that_are_told_in_one_breath_lift_each_other() -> None:
    together = [[1, 1, 0]] * 20 + [[0, 0, 1]] * 20 + [[1, 0, 0]] * 5

    lift = lifts(np.array(together, float))

    assert lift[0, 1] > 0.3
    assert lift[1, 0] > 0.3
    assert lift[2, 0] < 0
    assert not lift.diagonal().any()


def test_codes_that_were_never_seen_neither_lift_nor_press() -> None:
    lift = lifts(np.array([[1, 0, 0], [0, 1, 0]], float))

    np.testing.assert_allclose(lift[2], 0, atol=1e-9)


def test_company_is_the_sum_of_the_others_and_what_goes_with_them() -> None:
    lift = np.array([[0.0, 2.0, -1.0], [0.5, 0.0, 0.0], [0.0, 0.0, 0.0]])

    beside = company(np.array([[0.5, 0.2, 0.1]]), lift)

    np.testing.assert_allclose(beside[0, :, 0], [0.3, 0.6, 0.7])
    np.testing.assert_allclose(beside[0, :, 1], [0.1, 1.0, -0.5])
