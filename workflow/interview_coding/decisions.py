"""What the coders decided: read the append-only files, find the places again, draw the codings.

A transcript may be corrected after it was coded. A decision therefore carries the words it was made on:
it finds its place again by them, and one that cannot is kept in the table with the reason.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from interview_coding.cells import read_cells_to_fault
from interview_coding.errors import InputError, Problem

FOR = frozenset({"accept", "add"})
AGAINST = frozenset({"reject"})
KINDS = FOR | AGAINST | {"withdraw"}

EXACT = "exact"
MOVED = "moved"
SIMILAR = "similar"
LOST = "lost"

CONFIRMED = "confirmed"
DISPUTED = "disputed"
REJECTED = "rejected"
SUGGESTED = "suggested"

COLUMNS = (
    "time", "coder", "interview_id", "segment_id", "start", "end", "quote", "code", "decision", "memo",
    "codebook_version", "suggestion_score",
)  # fmt: skip
"""The columns of a decisions file, in order."""

_NEEDED = ("time", "segment_id", "code", "decision")

_LEAST_SIMILAR = 0.75
_LEAST_PART = 0.2


@dataclass(frozen=True)
class Segment:
    """A segment as decisions refer to it: ids, where it stands in the interview's text, its words."""

    interview_id: str
    segment_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Decision:
    """One row of a decisions file, and what became of it.

    Parameters
    ----------
    time, coder, interview_id, segment_id, quote, code, decision, memo, codebook_version
        As written.
    start, end
        Code points in the interview's text; None where the file gives none.
    suggestion_score
        The score that was on the screen when the coder decided; None if there was none.
    holds
        Whether it is the coder's latest on its segment and code.
    placement
        `EXACT`, `MOVED` (its words stand elsewhere now), `SIMILAR` (its words were changed) or `LOST`.
    reason
        Why it is lost; else "".
    """

    time: str
    coder: str
    interview_id: str
    segment_id: str
    start: int | None
    end: int | None
    quote: str
    code: str
    decision: str
    memo: str = ""
    codebook_version: str = ""
    suggestion_score: float | None = None
    holds: bool = False
    placement: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Coding:
    """A code on a span of a segment, with who decided and how it stands."""

    interview_id: str
    segment_id: str
    start: int
    end: int
    code: str
    coders: tuple[str, ...]
    status: str
    memo: str


def decision_files(project: Path, interview_ids: Iterable[str]) -> list[Path]:
    """Return the decisions files of some interviews, by coder and interview."""
    wanted = set(interview_ids)
    found = (project / "codings").glob("*/*.csv")
    return sorted((p for p in found if p.stem in wanted), key=lambda p: (p.parent.name, p.stem))


def stray_files(project: Path, interview_ids: Iterable[str]) -> list[Path]:
    """Return the files among the decisions files that are none, by name or place, sorted."""
    taken = set(decision_files(project, interview_ids))
    found = (project / "codings").rglob("*")
    return sorted(p for p in found if p.is_file() and p not in taken and not p.name.startswith((".", "~$")))


def read_decisions(file: Path) -> list[Decision]:
    """Read the decisions of one coder on one interview.

    A row that cannot be understood is returned as lost, with the reason; none is left out. Where a file
    breaks off, as after a crash, the rows before count.

    Parameters
    ----------
    file
        ``codings/<coder>/<interview_id>.csv``.

    Raises
    ------
    InputError
        If the file cannot be read at all, or has not the columns.
    """
    header, rows, fault = read_cells_to_fault(file)
    missing = [name for name in _NEEDED if name not in header]
    if header and missing:
        remedy = f"Let its first row be {','.join(COLUMNS)}."
        raise InputError([Problem(str(file), f"has no column {', '.join(missing)}.", remedy, row=1)])
    decisions = [
        _decision(dict(zip(header, cells, strict=False)), cells[len(header) :], number, file)
        for number, cells in rows
    ]
    if fault:
        reason = f"row {fault.row} and what follows it cannot be read: it {fault.what} {fault.remedy}"
        decisions.append(unreadable(file, reason))
    return decisions


def unreadable(file: Path, reason: str) -> Decision:
    """Return a lost decision that stands for what cannot be read of a file."""
    return Decision(
        "", file.parent.name, file.stem, "", None, None, "", "", "", placement=LOST, reason=reason
    )


def _decision(row: Mapping[str, str], overflow: Sequence[str], number: int, file: Path) -> Decision:
    coder, interview_id = file.parent.name, file.stem
    cells = {name: row.get(name, "") for name in COLUMNS}
    faults = [
        *(f"{n} is empty" for n in _NEEDED if not cells[n]),
        *(["it has more cells than the header"] if any(overflow) else []),
        *_conflict("coder", cells["coder"], coder),
        *_conflict("interview_id", cells["interview_id"], interview_id),
    ]
    if cells["decision"] and cells["decision"] not in KINDS:
        faults.append(f"decision {cells['decision']} is not one of {', '.join(sorted(KINDS))}")
    if cells["time"] and moment(cells["time"]) is None:
        faults.append(f"time {cells['time']} is not a date and time such as 2026-03-17T10:15:00+01:00")
    numbers = {name: _number(cells[name]) for name in ("start", "end", "suggestion_score")}
    faults += [f"{n} {cells[n]} is not a number" for n in numbers if cells[n] and numbers[n] is None]
    start, end, score = numbers.values()
    return Decision(
        time=cells["time"],
        coder=coder,
        interview_id=interview_id,
        segment_id=cells["segment_id"],
        start=None if start is None else int(start),
        end=None if end is None else int(end),
        quote=cells["quote"],
        code=cells["code"],
        decision=cells["decision"],
        memo=cells["memo"],
        codebook_version=cells["codebook_version"],
        suggestion_score=score,
        placement=LOST if faults else "",
        reason=f"row {number}: {'; '.join(faults)}" if faults else "",
    )


def _conflict(name: str, written: str, expected: str) -> list[str]:
    conflict = written and written != expected
    return [f"{name} is {written}, but the file is {expected}'s"] if conflict else []


def moment(time: str) -> datetime | None:
    """Return when a decision was made; UTC where no zone is given, None if it is no time."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def place(decision: Decision, segments: Sequence[Segment]) -> Decision:
    """Find the place of a decision in an interview as it reads now.

    Tried in this order: the words where they were; the same words in the same segment; the same words
    nearest to where they were; the same but for case, spaces and punctuation; the longest segment that
    lies within the words, as after a change of `segment_words`; the segment whose words are most alike.

    Parameters
    ----------
    decision
        As read.
    segments
        The interview's segments, in order.

    Returns
    -------
    Decision
        With segment, span and placement as found; lost, with a reason, if not.
    """
    if decision.placement == LOST:
        return decision
    same = next((s for s in segments if s.segment_id == decision.segment_id), None)
    quote = decision.quote
    if same and not quote:
        return _placed(decision, same, same.start, same.end, EXACT)
    if same and decision.start is not None and decision.end is not None:
        within = same.text[max(0, decision.start - same.start) : max(0, decision.end - same.start)]
        if within == quote and decision.start >= same.start:
            return _placed(decision, same, decision.start, decision.end, EXACT)
    expected = decision.start if decision.start is not None else (same.start if same else 0)
    for pattern in (_verbatim, _folded):
        hits = list(_hits(pattern(quote), segments))
        if hits:
            best = min(hits, key=lambda hit: (hit[0] is not same, abs(hit[1] - expected)))
            still = best[0] is same and decision.start in (None, best[1]) and pattern is _verbatim
            return _placed(decision, *best, EXACT if still else MOVED)
    inside = [s for s in segments if len(s.text) >= _LEAST_PART * len(quote) and s.text in quote]
    if inside:
        segment = max(inside, key=lambda s: (len(s.text), s is same, -abs(s.start - expected)))
        return _placed(decision, segment, segment.start, segment.end, MOVED)
    alike = [
        (likeness, s is same, -abs(s.start - expected), number)
        for number, (s, likeness) in enumerate(zip(segments, _likeness(quote, segments), strict=True))
        if likeness >= _LEAST_SIMILAR
    ]
    if alike:
        segment = segments[max(alike)[-1]]
        return _placed(decision, segment, segment.start, segment.end, SIMILAR)
    reason = "its words stand in no segment of the interview" if quote else "its segment is gone"
    return replace(decision, placement=LOST, reason=reason)


def _placed(decision: Decision, segment: Segment, start: int, end: int, how: str) -> Decision:
    return replace(decision, segment_id=segment.segment_id, start=start, end=end, placement=how)


def _verbatim(quote: str) -> str:
    return rf"(?<!\w){re.escape(quote)}(?!\w)" if quote else ""


def _folded(quote: str) -> str:
    words = r"\W+".join(re.findall(r"\w+", quote))
    return rf"(?i)\b{words}\b" if words else ""


def _hits(pattern: str, segments: Iterable[Segment]) -> Iterator[tuple[Segment, int, int]]:
    for segment in segments if pattern else ():
        for match in re.finditer(pattern, segment.text):
            yield segment, segment.start + match.start(), segment.start + match.end()


def _likeness(quote: str, segments: Iterable[Segment]) -> Iterator[float]:
    """Yield how alike the words of a quote and of each segment are; 0 if clearly under `_LEAST_SIMILAR`."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote.split())
    for segment in segments:
        matcher.set_seq1(segment.text.split())
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
        yield matcher.ratio() if all(bound() >= _LEAST_SIMILAR for bound in bounds) else 0.0


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that stand, of coders, segments and codes as they are written, in their order.

    Those that are lost are left out, and those that were withdrawn.
    """
    return [d for d in settle(decisions) if d.holds and d.decision != "withdraw"]


def settle(decisions: Iterable[Decision]) -> list[Decision]:
    """Mark for every coder, segment and code the latest decision as the one that holds.

    Latest is by time, and at the same time by the order in the file.
    """
    ordered = list(decisions)
    latest: dict[tuple[str, str, str, str], tuple[datetime, int]] = {}
    for index, decision in enumerate(ordered):
        made = moment(decision.time)
        if decision.placement != LOST and made:
            key = (decision.coder, decision.interview_id, decision.segment_id, decision.code)
            latest[key] = max(latest.get(key, (made, index)), (made, index))
    held = {index for _, index in latest.values()}
    return [replace(decision, holds=index in held) for index, decision in enumerate(ordered)]


def codings(
    decisions: Iterable[Decision],
    suggested: Iterable[tuple[str, str, str]],
    segments: Sequence[Segment],
) -> list[Coding]:
    """Draw the codings from the decisions that hold and from what is suggested.

    A coding is confirmed if at least one coder stands for it and none against, disputed if coders stand on
    both sides, rejected if all who decided stand against, and suggested if nobody has decided.

    Parameters
    ----------
    decisions
        Settled decisions.
    suggested
        Interview id, segment id and code of every suggestion.
    segments
        All segments that decisions and suggestions refer to, in order.

    Returns
    -------
    list of Coding
        In the order of the segments, and within a segment by code.
    """
    standing: dict[tuple[str, str, str], list[Decision]] = {key: [] for key in suggested}
    for decision in decisions:
        if decision.holds and decision.decision != "withdraw":
            key = (decision.interview_id, decision.segment_id, decision.code)
            standing.setdefault(key, []).append(decision)
    order = {(s.interview_id, s.segment_id): (number, s) for number, s in enumerate(segments)}
    keys = sorted(standing, key=lambda key: (order[key[:2]][0], key[2]))
    return [_coding(key[2], order[key[:2]][1], standing[key]) for key in keys]


def _coding(code: str, segment: Segment, standing: Sequence[Decision]) -> Coding:
    pro = [d for d in standing if d.decision in FOR]
    contra = [d for d in standing if d.decision in AGAINST]
    spans = [(d.start, d.end) for d in pro if d.start is not None and d.end is not None]
    status = (DISPUTED if contra else CONFIRMED) if pro else REJECTED if contra else SUGGESTED
    return Coding(
        interview_id=segment.interview_id,
        segment_id=segment.segment_id,
        start=min((start for start, _ in spans), default=segment.start),
        end=max((end for _, end in spans), default=segment.end),
        code=code,
        coders=tuple(sorted(d.coder for d in standing)),
        status=status,
        memo=" | ".join(f"{d.coder}: {d.memo}" for d in standing if d.memo),
    )
