"""Step tally: the decisions on a partnership's interviews -> codings and tallies, and what has no place."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import islice
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
    read_decisions,
    settle,
    still_open,
    unreadable,
)
from interview_coding.errors import InputError
from interview_coding.placing import place_all
from interview_coding.sheet import Interview
from interview_coding.tables import CODINGS, DECISIONS, SEGMENTS, SUGGESTIONS, TALLIES, UNPLACED
from interview_coding.tallies import tally

log = logging.getLogger(__name__)


def tally_partnership(
    project: Path,
    interviews: Sequence[Interview],
    codebook_file: Path,
    batches: Sequence[Path],
    output: Path,
    mask: Callable[[str, str], str] = lambda _, text: text,
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
        The folder for decisions.csv, unplaced.csv, codings.csv and tallies.csv.
    mask
        Replaces names by labels in what coders wrote, given the interview's id and a text.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    table = SEGMENTS.concat(folder / "segments.csv" for folder in batches)
    segments = [
        Segment(row.interview_id, row.segment_id, int(row.start), int(row.end), row.text)
        for row in table.itertuples()
    ]
    suggestions = SUGGESTIONS.concat(folder / "suggestions.csv" for folder in batches)
    settled = settle(_placed(project, interviews, segments, codebook, mask))
    decisions = [_with_doubt(decision, codebook) for decision in settled]
    suggested = list(suggestions[["interview_id", "segment_id", "code"]].itertuples(index=False, name=None))
    drawn = [asdict(coding) for coding in codings(decisions, suggested, segments)]
    coded = CODINGS.frame({**row, "coders": ";".join(row["coders"])} for row in drawn)

    DECISIONS.write(
        DECISIONS.frame({**asdict(d), "holds": int(d.holds)} for d in decisions),
        output / "decisions.csv",
    )
    lost = [decision for decision in decisions if decision.placement == LOST]
    rows = zip(lost, still_open(lost), strict=True)
    UNPLACED.write(
        UNPLACED.frame({**asdict(decision), "open": int(is_open)} for decision, is_open in rows),
        output / "unplaced.csv",
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
    project: Path,
    interviews: Sequence[Interview],
    segments: Sequence[Segment],
    codebook: Codebook,
    mask: Callable[[str, str], str],
) -> list[Decision]:
    """Return all decisions on the interviews, each with its place; by coder and interview, in their order."""
    by_interview: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        by_interview[segment.interview_id].append(segment)
    files = decision_files(project, (interview.interview_id for interview in interviews))
    read = {file: _read(file, codebook) for file in files}
    for interview_id in {file.stem for file in files}:
        own = [file for file in files if file.stem == interview_id]
        written = [decision for file in own for decision in read[file]]
        placed = iter(place_all(written, by_interview[interview_id], partial(mask, interview_id)))
        read.update({file: list(islice(placed, len(read[file]))) for file in own})
    for file, decisions in read.items():
        for (placement, reason), count in Counter((d.placement, d.reason) for d in decisions).items():
            if placement != EXACT:
                log.warning("%s: %d %s", _named(file), count, ": ".join(filter(None, (placement, reason))))
    return [decision for file in files for decision in read[file]]


def _read(file: Path, codebook: Codebook) -> list[Decision]:
    """Return the decisions in a file; those on codes that there are not are lost."""
    try:
        decisions = read_decisions(file)
    except InputError as error:
        log.warning("%s: %s", _named(file), error.problems[0].what)
        reason = f"the file {_named(file)} {error.problems[0].what} {error.problems[0].remedy}"
        return [unreadable(file, reason)]
    return [
        decision
        if decision.placement == LOST or decision.code in codebook.codes
        else replace(decision, placement=LOST, reason=gone(decision.code, codebook.changes))
        for decision in decisions
    ]


def _named(file: Path) -> str:
    return f"codings/{file.parent.name}/{file.name}"


def _with_doubt(decision: Decision, codebook: Codebook) -> Decision:
    """Return a decision that holds with the reason to look at it again, if there is one."""
    return replace(decision, reason=doubt(decision, codebook.changes)) if decision.holds else decision
