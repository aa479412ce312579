"""Kernel ridge regression that knows what it would say without a part of what it learnt from.

Reference: Rifkin, R. & Lippert, R. (2007), Notes on regularized least squares, MIT-CSAIL-TR-2007-025, for
predictions without a text from one solution; the same algebra holds for several texts at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


class Ridge:
    """A solved regression.

    Parameters
    ----------
    kernel
        How alike the texts are, with shape (texts, texts); only its lower triangle is read, and overwritten.
    targets
        What to learn, with shape (texts, codes).
    groups
        The group that each text belongs to, from 0, or -1 for none, with shape (texts,).
    penalty
        How much is asked of a text before it counts.

    Attributes
    ----------
    duals
        The solution: what a new text of likeness k to the texts is given is ``k @ duals``; with shape
        (texts, codes).
    """

    def __init__(self, kernel: np.ndarray, targets: np.ndarray, groups: np.ndarray, penalty: float) -> None:
        from scipy.linalg import cho_factor, cho_solve

        count = len(kernel)
        kernel[np.arange(count), np.arange(count)] += penalty
        solved = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
        self.duals: np.ndarray = cho_solve(solved, targets, check_finite=False)
        self._targets = targets
        self._grouped = np.flatnonzero(groups >= 0)
        self._groups = groups[self._grouped]
        units = np.zeros((count, len(self._grouped)), kernel.dtype)
        units[self._grouped, np.arange(len(self._grouped))] = 1
        self._inverse: np.ndarray = cho_solve(solved, units, overwrite_b=True, check_finite=False)

    def held_out(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Yield for every group its texts' numbers, the duals without them, and what these give them."""
        for group in range(self._groups.max(initial=-1) + 1):
            columns = np.flatnonzero(self._groups == group)
            rows = self._grouped[columns]
            own = self._inverse[:, columns]
            off = np.linalg.solve(own[rows], self.duals[rows])
            yield rows, self.duals - own @ off, self._targets[rows] - off
