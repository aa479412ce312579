"""Choose what people said: which codings a document quotes, and how much of each.

Chosen first are codings that nobody disputes, of these the ones that more coders stand for, then those the
engine is surest of; turn by turn from different interviews, so that no single voice speaks for all (purposive
variety; Patton 2015, Qualitative Research & Evaluation Methods, 4th ed., module 30). Answers of a few words
tell little and are quoted only where there is nothing else.

Quotes stand in the order of the interviews' ids: an order by wave would tell the wave where it is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from interview_coding.decisions import DISPUTED
from interview_coding.sheet import Interview
from interview_coding.synthesis.material import Material
from interview_coding.text import count_words

MOST_WORDS = 70
_CUT = "[…]"
_LEAST_TELLING = 8


@dataclass(frozen=True)
class Quote:
    """What a person said, where it stands, and how the coding it illustrates stands."""

    text: str
    interview: Interview
    segment_id: str
    status: str


def choose(material: Material, codings: pd.DataFrame, most: int) -> list[Quote]:
    """Choose quotes for one code.

    Parameters
    ----------
    material
        The document's material.
    codings
        The code's codings that may be quoted (rows of `Material.coded`).
    most
        The most quotes to give.

    Returns
    -------
    list of Quote
        By partnership, interview and segment.
    """
    scored = codings.merge(
        material.suggestions[["interview_id", "segment_id", "code", "score"]],
        on=["interview_id", "segment_id", "code"],
        how="left",
    )
    scored["undisputed"] = scored["status"] != DISPUTED
    scored["supporters"] = scored["coders"].str.count(";") + (scored["coders"] != "")
    scored["score"] = scored["score"].fillna(0.0)
    ranked = scored.sort_values(["undisputed", "supporters", "score"], ascending=False, kind="stable")
    quotes = [
        Quote(
            passage(material, row.interview_id, row.segment_id, int(row.start), int(row.end)),
            material.by_id[row.interview_id],
            row.segment_id,
            row.status,
        )
        for row in ranked.itertuples()
    ]
    voices: dict[str, list[Quote]] = {}
    for quote in [q for q in quotes if count_words(q.text) >= _LEAST_TELLING] or quotes:
        voices.setdefault(quote.interview.interview_id, []).append(quote)
    return sorted(_turn_by_turn(list(voices.values()), most), key=_place)


def quotable(material: Material, codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings that stand well enough to be quoted, of people who may be quoted."""
    standing = codings["status"].isin({material.basis, DISPUTED})
    return codings[standing & codings["interview_id"].isin(material.descriptions)]


def withheld(material: Material) -> int:
    """Return how many of the quotes that a document would give are kept back for small groups' sake."""
    if not material.few and not material.strict:
        return 0
    permitted = quotable(material, material.coded)
    keys = set(zip(permitted["interview_id"], permitted["segment_id"], permitted["code"], strict=True))
    every = material.every_coding
    standing = every[every["status"].isin({material.basis, DISPUTED})]
    return sum(
        (quote.interview.interview_id, quote.segment_id, code) not in keys
        for code, codings in standing.groupby("code")
        for quote in choose(material, codings, material.quotes_per_code)
    )


def _turn_by_turn(voices: Sequence[list[Quote]], most: int) -> list[Quote]:
    chosen: list[Quote] = []
    depth = 0
    while len(chosen) < most and any(len(quotes) > depth for quotes in voices):
        chosen += [quotes[depth] for quotes in voices if len(quotes) > depth]
        depth += 1
    return chosen[:most]


def _place(quote: Quote) -> tuple[str, str, str]:
    return quote.interview.partnership, quote.interview.interview_id, quote.segment_id


def passage(material: Material, interview_id: str, segment_id: str, start: int, end: int) -> str:
    """Return the words of a span, cut at sentence ends if there are more than `MOST_WORDS`.

    What is left out, at either end of the segment, is marked with […].
    """
    offset, text = material.texts[interview_id, segment_id]
    spans = material.sentence_spans.get((interview_id, segment_id), [])
    ends = [min(last, end) for first, last in spans if first < end and last > start]
    fitting = [e for e in ends if count_words(text[start - offset : e - offset]) <= MOST_WORDS]
    kept_end = max(fitting, default=min(ends, default=end))
    quoted = text[start - offset : kept_end - offset].strip()
    before = f"{_CUT} " if start > offset else ""
    after = f" {_CUT}" if kept_end < offset + len(text) else ""
    return f"{before}{quoted}{after}"
