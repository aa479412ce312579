"""Count codings per partnership, wave and code; what is only suggested is counted apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from interview_coding.decisions import CONFIRMED, SUGGESTED
from interview_coding.sheet import Interview


def tally(
    interviews: Sequence[Interview], codes: Iterable[str], codings: pd.DataFrame
) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table tallies for one partnership.

    Parameters
    ----------
    interviews
        The partnership's interviews.
    codes
        The codebook's code ids; each wave has a row for every one, also where nothing was found.
    codings
        The partnership's table codings. Only confirmed codings count as found; a segment with a code
        counts once, however many coders confirmed it.
    """
    waves = {interview.interview_id: interview.wave for interview in interviews}
    counted = codings.assign(wave=codings["interview_id"].map(waves))
    confirmed = counted[counted["status"] == CONFIRMED].groupby(["wave", "code"])
    found = confirmed.agg(interviews=("interview_id", "nunique"), segments=("segment_id", "size"))
    suggested = counted[counted["status"] == SUGGESTED].groupby(["wave", "code"]).size()
    code_ids = list(codes)
    for wave in sorted(set(waves.values())):
        held = sum(w == wave for w in waves.values())
        for code in code_ids:
            row = found.loc[(wave, code)] if (wave, code) in found.index else None
            yield {
                "partnership": interviews[0].partnership,
                "wave": wave,
                "code": code,
                "interviews": held,
                "interviews_with_code": 0 if row is None else int(row["interviews"]),
                "segments": 0 if row is None else int(row["segments"]),
                "suggested_segments": int(suggested.get((wave, code), 0)),
            }
