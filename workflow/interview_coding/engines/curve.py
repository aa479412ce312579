"""A logistic curve, and from which probability a code is shown.

Reference: Platt, J. (1999), Probabilistic outputs for support vector machines; Wolpert, D. (1992), Stacked
generalization, Neural Networks 5(2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_MOST_ROUNDS = 1000
_PRIOR = 20
"""So many suggestions at the codes' common precision are laid beside a code's own."""


@dataclass(frozen=True)
class Curve:
    """A logistic curve.

    Parameters
    ----------
    weights
        Of each feature, with shape (features,).
    constant
        The logarithm of the odds where nothing is measured.
    """

    weights: np.ndarray
    constant: float

    @classmethod
    def fit(cls, measured: np.ndarray, targets: np.ndarray) -> Curve:
        """Return the curve that tells targets best.

        Parameters
        ----------
        measured
            With shape (talk, codes, features).
        targets
            0 or 1, with shape (talk, codes).
        """
        from sklearn.linear_model import LogisticRegression
        from sklearn.preprocessing import StandardScaler

        flat = measured.reshape(-1, measured.shape[2]).astype(float)
        scale = StandardScaler().fit(flat)
        model = LogisticRegression(max_iter=_MOST_ROUNDS)
        model.fit(scale.transform(flat), targets.ravel())
        slopes = model.coef_[0] / scale.scale_
        return cls(slopes, float(model.intercept_[0] - slopes @ scale.mean_))

    def log_odds(self, measured: np.ndarray) -> np.ndarray:
        """Return the logarithms of the odds, with shape (passages, codes)."""
        odds: np.ndarray = measured @ self.weights + self.constant
        return odds

    def probability(self, measured: np.ndarray) -> np.ndarray:
        """Return probabilities with shape (passages, codes)."""
        probability: np.ndarray = 1 / (1 + np.exp(-self.log_odds(measured)))
        return probability


def thresholds(probability: np.ndarray, targets: np.ndarray, precision: float) -> np.ndarray:
    """Return from which probability each code is shown, so that a stated share of what is shown is right.

    A code's own talk is little to go by; so its precision is taken together with `_PRIOR` suggestions at the
    precision of all codes at the same threshold.

    Parameters
    ----------
    probability, targets
        Of talk that the engines have not seen, with shape (talk, codes).
    precision
        The share.

    Returns
    -------
    numpy.ndarray
        With shape (codes,), in steps of one hundredth.
    """
    steps = np.arange(1, 100) / 100
    chosen = np.full(probability.shape[1], steps[-1])
    for step in steps[::-1]:
        shown = probability >= step
        right = shown & (targets > 0)
        common = right.sum() / max(1, shown.sum())
        own = (right.sum(axis=0) + _PRIOR * common) / (shown.sum(axis=0) + _PRIOR)
        chosen[own >= precision] = step
    return chosen
