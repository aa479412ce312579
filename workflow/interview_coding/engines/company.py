"""Which codes go together: a second look at probabilities in the light of a segment's other codes.

A segment that clearly carries one code is less likely to carry another - but some pairs are often told in one
breath. Both are learnt from talk whose codes are known and given to a second curve.

Reference: Godbole, S. & Sarawagi, S. (2004), Discriminative methods for multi-labeled classification, PAKDD.
"""

from __future__ import annotations

import numpy as np

FEATURES = ("others", "companions")
_PRIOR = 3.0
"""So many segments without any preference are laid beside those in which a code was seen."""


def lifts(targets: np.ndarray) -> np.ndarray:
    """Return how much oftener than usual codes stand beside each other, as logarithms; 0 is as usual.

    Parameters
    ----------
    targets
        Which codes stand in each segment, with shape (segments, codes).

    Returns
    -------
    numpy.ndarray
        With shape (codes, codes): beside a row's code, a column's.
    """
    counts = targets.sum(axis=0)
    together = targets.T @ targets
    np.fill_diagonal(together, 0)
    usual = (counts + 1) / (counts + 1).sum() * together.sum() / max(1.0, counts.sum())
    usual = np.maximum(usual, 1e-6)[None, :]
    lift: np.ndarray = np.log((together + _PRIOR * usual) / (counts[:, None] + _PRIOR) / usual)
    np.fill_diagonal(lift, 0)
    return lift


def company(probability: np.ndarray, lift: np.ndarray) -> np.ndarray:
    """Return for each code how probable the segment's others are, and how well they go with it.

    Parameters
    ----------
    probability
        At first sight, with shape (segments, codes).
    lift
        What `lifts` returned.

    Returns
    -------
    numpy.ndarray
        With shape (segments, codes, `FEATURES`).
    """
    others = probability.sum(axis=1, keepdims=True) - probability
    return np.stack([others, probability @ lift], axis=2)
