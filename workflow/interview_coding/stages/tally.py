"""Step tally: the decisions on a partnership's interviews -> codings and tallies."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from interview_coding.codebook import Codebook
from interview_coding.codebook.migration import doubt, gone
from interview_coding.decisions import (
    EXACT,
    LOST,
    Decision,
    Segment,
    codings,
    decision_files,
    place,
    read_decisions,
    settle,
    unreadable,
)
from interview_coding.errors import InputError
from interview_coding.sheet import Interview
from interview_coding.tables import CODINGS, DECISIONS, SEGMENTS, SUGGESTIONS, TALLIES
from interview_coding.tallies import tally

log = logging.getLogger(__name__)


def tally_partnership(
    project: Path,
    interviews: Sequence[Interview],
    codebook_file: Path,
    batches: Sequence[Path],
    output: Path,
) -> None:
    """Settle the decisions on a partnership's interviews, draw the codings and count them.

    Parameters
    ----------
    project
        The project's folder, which holds ``codings/<coder>/<interview_id>.csv``.
    interviews
        The partnership's interviews.
    codebook_file
        The compiled codebook (JSON).
    batches
        The folders of the partnership's batches, in the order of the waves.
    output
        The folder for decisions.csv, codings.csv and tallies.csv.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    table = SEGMENTS.concat(folder / "segments.csv" for folder in batches)
    segments = [
        Segment(row.interview_id, row.segment_id, int(row.start), int(row.end), row.text)
        for row in table.itertuples()
    ]
    suggestions = SUGGESTIONS.concat(folder / "suggestions.csv" for folder in batches)
    settled = settle(_placed(project, interviews, segments, codebook))
    decisions = [_with_doubt(decision, codebook) for decision in settled]
    suggested = list(suggestions[["interview_id", "segment_id", "code"]].itertuples(index=False, name=None))
    drawn = [asdict(coding) for coding in codings(decisions, suggested, segments)]
    coded = CODINGS.frame({**row, "coders": ";".join(row["coders"])} for row in drawn)

    DECISIONS.write(
        DECISIONS.frame({**asdict(d), "holds": int(d.holds)} for d in decisions),
        output / "decisions.csv",
    )
    CODINGS.write(coded, output / "codings.csv")
    TALLIES.write(TALLIES.frame(tally(interviews, codebook.codes, coded)), output / "tallies.csv")
    counts = Counter(coded["status"])
    log.info(
        "%d decisions; codings: %s",
        len(decisions),
        ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "none",
    )


def _placed(
    project: Path, interviews: Sequence[Interview], segments: Sequence[Segment], codebook: Codebook
) -> list[Decision]:
    codes = codebook.codes
    by_interview: dict[str, list[Segment]] = {}
    for segment in segments:
        by_interview.setdefault(segment.interview_id, []).append(segment)
    placed = []
    for file in decision_files(project, (interview.interview_id for interview in interviews)):
        where = f"codings/{file.parent.name}/{file.name}"
        try:
            read = read_decisions(file)
        except InputError as error:
            log.warning("%s: %s", where, error.problems[0].what)
            reason = f"the file {where} {error.problems[0].what} {error.problems[0].remedy}"
            read = [unreadable(file, reason)]
        for decision in read:
            if decision.placement != LOST and decision.code not in codes:
                reason = gone(decision.code, codebook.changes)
                decision = replace(decision, placement=LOST, reason=reason)
            decision = place(decision, by_interview.get(decision.interview_id, []))
            if decision.placement != EXACT:
                outcome = ": ".join(filter(None, (decision.placement, decision.reason)))
                log.warning("%s: a decision is %s", where, outcome)
            placed.append(decision)
    return placed


def _with_doubt(decision: Decision, codebook: Codebook) -> Decision:
    """Return a decision that holds with the reason to look at it again, if there is one."""
    return replace(decision, reason=doubt(decision, codebook.changes)) if decision.holds else decision
