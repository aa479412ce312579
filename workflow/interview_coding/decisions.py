"""What the coders decided: read the append-only files, settle what holds, draw the codings.

A transcript may be corrected after it was coded. A decision therefore carries the words it was made on:
it finds its place again by them (``placing``), and one that cannot is kept in the table with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    row
        Where it stands in the coder's file, as Excel counts; 0 if nowhere.
    nearest, likeness
        Of one that is lost: the segment whose words come nearest to its own, and how alike they are.
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
    row: int = field(default=0, compare=False)
    nearest: str = field(default="", compare=False)
    likeness: float | None = field(default=None, compare=False)


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
        row=number,
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


def still_open(lost: Iterable[Decision]) -> list[bool]:
    """Tell of each decision that is lost whether somebody should still look at it.

    Not so if a later row of the same coder on the same words and code took its place or took it back; nor is
    the row that took it back.
    """
    ordered = list(lost)
    rows: dict[tuple[object, ...], list[tuple[datetime, int]]] = {}
    for index, d in enumerate(ordered):
        made = moment(d.time) if d.decision in KINDS and d.segment_id and d.code else None
        key = (d.coder, d.interview_id, d.segment_id, d.start, d.quote, d.code) if made else (index,)
        rows.setdefault(key, []).append((made or datetime.max, index))
    latest = {max(group)[1]: len(group) for group in rows.values()}
    return [
        index in latest and (d.decision != "withdraw" or latest[index] == 1)
        for index, d in enumerate(ordered)
    ]


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
