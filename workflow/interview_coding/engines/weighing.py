"""From what the engines measure to probabilities, and to what is shown of them.

All of it is drawn from talk whose codes are known and that the engines had not seen: a first curve, which
codes keep company, a second curve, and from which probability each code is shown. Practice interviews are
written with the codebook in mind, so they are easier to tell than other talk; an adjustment makes up for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interview_coding.engines.base import Arrays
from interview_coding.engines.company import company, lifts
from interview_coding.engines.curve import Curve, thresholds

FEWEST_CODINGS = 30
"""From fewer codings than these nothing is drawn, and what is usual is taken."""
USUAL_THRESHOLD = 0.2
USUAL = {
    ("exemplars", "letters"): 0.90,
    ("exemplars", "words"): 0.57,
    ("exemplars", "linear"): 0.51,
    ("exemplars", "question linear"): 0.60,
    ("exemplars", "length"): 2.44,
    ("indicators", "fired"): 1.89,
}
"""By engine and feature; fitted on the six development interviews, with engines that had learnt from the
shipped codebook without its practice interviews."""
USUAL_CONSTANT = -16.83
ADJUSTMENT = (0.82, 0.15)
"""How the logarithm of the odds in real talk follows from that in practice interviews, as slope and constant;
fitted on the six development interviews, and replaced by what the project's own decisions say where there are
enough (benchmarks/README.md)."""


@dataclass(frozen=True)
class Weighing:
    """How measures are weighed.

    Parameters
    ----------
    first, second
        The curves; the second also weighs what `company` tells of the first's probabilities.
    lift
        Which codes keep company, with shape (codes, codes).
    adjustment
        Weighs the logarithm of the odds that the second curve gives.
    thresholds
        From which probability each code is shown, with shape (codes,).
    """

    first: Curve
    second: Curve
    lift: np.ndarray
    adjustment: Curve
    thresholds: np.ndarray

    @classmethod
    def fit(
        cls,
        measured: np.ndarray,
        targets: np.ndarray,
        decided: np.ndarray,
        interviews: np.ndarray,
        precision: float,
    ) -> Weighing:
        """Return the weighing that tells the codes of talk best.

        Parameters
        ----------
        measured
            By engines that have not seen the interview, with shape (talk, codes, features).
        targets
            0 or 1, with shape (talk, codes).
        decided
            Whether each turn's codes are the project's coders' own, with shape (talk,).
        interviews
            The number of each turn's interview, with shape (talk,).
        precision
            The share of what is shown that should be right, in [0, 1].
        """
        first = Curve.fit(measured, targets)
        at_first = first.probability(measured)
        beside = np.zeros((*at_first.shape, 2))
        for interview in set(interviews.tolist()):
            own = interviews == interview
            beside[own] = company(at_first[own], lifts(targets[~own]))
        both = np.concatenate([measured, beside], axis=2)
        second = Curve.fit(both, targets)
        odds = second.log_odds(both)[:, :, None]
        adjustment = Curve(np.array(ADJUSTMENT[:1]), ADJUSTMENT[1])
        if targets[decided].sum() >= FEWEST_CODINGS:
            adjustment = Curve.fit(odds[decided], targets[decided])
        shown_from = thresholds(adjustment.probability(odds), targets, precision)
        return cls(first, second, lifts(targets), adjustment, shown_from)

    @classmethod
    def usual(cls, features: Sequence[tuple[str, str]], codes: int) -> Weighing:
        """Return the weighing for where there is too little talk to draw one from.

        Parameters
        ----------
        features
            Engine and name of each.
        codes
            How many there are.
        """
        weights = np.array([USUAL.get(feature, 0.0) for feature in features])
        second = Curve(np.append(weights, [0.0, 0.0]), USUAL_CONSTANT)
        return cls(
            Curve(weights, USUAL_CONSTANT),
            second,
            np.zeros((codes, codes)),
            Curve(np.ones(1), 0.0),
            np.full(codes, USUAL_THRESHOLD),
        )

    def probability(self, measured: np.ndarray) -> np.ndarray:
        """Return probabilities with shape (passages, codes)."""
        return self.adjustment.probability(self.second.log_odds(self.weighed(measured))[:, :, None])

    def weighed(self, measured: np.ndarray) -> np.ndarray:
        """Return what the second curve weighs: the measures, and behind them the company."""
        beside = company(self.first.probability(measured), self.lift)
        return np.concatenate([measured, beside], axis=2)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that `of_arrays` needs."""
        return {
            "first": np.append(self.first.weights, self.first.constant),
            "second": np.append(self.second.weights, self.second.constant),
            "adjustment": np.append(self.adjustment.weights, self.adjustment.constant),
            "lift": self.lift,
            "thresholds": self.thresholds,
        }

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> Weighing:
        """Return the weighing whose arrays these are."""
        first, second, adjustment = (
            Curve(arrays[name][:-1], float(arrays[name][-1])) for name in ("first", "second", "adjustment")
        )
        return cls(first, second, arrays["lift"], adjustment, arrays["thresholds"])
