"""The order in which segments are worth reviewing: the certain, the doubtful and the rare, by turns.

The certain give confirmed codings fast; the doubtful teach the engines most (uncertainty sampling: Lewis, D.
& Gale, W. (1994), A sequential algorithm for training text classifiers, SIGIR); and those that may carry a
code of which little has come up keep the rare codes from being starved, as both others prefer what is
frequent (Attenberg, J. & Provost, F. (2010), Why label when you can search?, KDD).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

CERTAIN, DOUBTFUL, RARE = "sikker", "usikker", "sjælden"
REASONS = (CERTAIN, DOUBTFUL, RARE)

Key = tuple[str, str]


def review_queue(scores: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the segments that something speaks for, in the order of review.

    By turns comes the segment with the most probable code; the one that is hardest to tell, by the sum of its
    codes' entropies; and, of the code that has come up least so far, the most probable segment. A code comes
    up by its probability.

    Parameters
    ----------
    scores
        The table scores of all interviews.

    Returns
    -------
    list of dict
        Rows of the table queue: place from 1, segment, reason, and the code that it is about.
    """
    codes: dict[Key, dict[str, float]] = defaultdict(dict)
    for row in scores.itertuples():
        codes[row.interview_id, row.segment_id][row.code] = float(row.score)
    certain = _falling({key: max(own.values()) for key, own in codes.items()})
    doubtful = _falling({key: sum(map(_entropy, own.values())) for key, own in codes.items()})
    by_code: dict[str, dict[Key, float]] = defaultdict(dict)
    for key, own in codes.items():
        for code, score in own.items():
            by_code[code][key] = score
    rare = {code: _falling(by_code[code]) for code in sorted(by_code)}
    come_up = dict.fromkeys(rare, 0.0)
    taken: set[Key] = set()
    rows = []
    while len(taken) < len(codes):
        reason = REASONS[len(taken) % len(REASONS)]
        for waiting in (certain, doubtful, *rare.values()):
            _drop_taken(waiting, taken)
        if reason == RARE:
            code = min((code for code in rare if rare[code]), key=lambda code: come_up[code])
            key = rare[code].popleft()
        else:
            key = (certain if reason == CERTAIN else doubtful).popleft()
            code = max(codes[key], key=lambda code: codes[key][code])
        taken.add(key)
        for named, score in codes[key].items():
            come_up[named] += score
        place = {"place": len(taken), "interview_id": key[0], "segment_id": key[1]}
        rows.append({**place, "reason": reason, "code": code})
    return rows


def _falling(worth: Mapping[Key, float]) -> deque[Key]:
    """Return the keys by falling worth; equal ones in their order."""
    return deque(sorted(worth, key=lambda key: -worth[key]))


def _drop_taken(waiting: deque[Key], taken: Iterable[Key]) -> None:
    while waiting and waiting[0] in taken:
        waiting.popleft()


def _entropy(probability: float) -> float:
    """Return how uncertain a yes or no of this probability is, in bits.

    >>> _entropy(0.5), _entropy(1.0)
    (1.0, 0.0)
    """
    parts = np.array([p for p in (probability, 1 - probability) if p > 0])
    return float(-(parts * np.log2(parts)).sum()) + 0.0
