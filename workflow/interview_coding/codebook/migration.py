"""Take a coder's decisions along when codes are renamed, moved, merged, split, redefined or retired.

Decisions are append-only: what follows from a change is appended, as the withdrawal of what was decided on
the old code and, where that is certain, the same decision on the new one. What is not certain is left as it
stands, to be looked at again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from interview_coding.codebook.model import MERGE, REDEFINE, RENAME, RETIRE, SPLIT, Change
from interview_coding.decisions import FOR, Decision, standing

KEPT = "kept"
CARRIED = "carried over"
JOINED = "joined with another decision"
DOUBTFUL = "to be looked at again"
DECIDED = "decided anew"
DROPPED = "dropped"
FATES = (KEPT, CARRIED, JOINED, DOUBTFUL, DECIDED, DROPPED)


@dataclass(frozen=True)
class Outcome:
    """What became of a decision that stood.

    Parameters
    ----------
    decision
        As it was.
    fate
        One of `FATES`.
    codes
        The codes that stand for it now; of a split code those to choose between.
    why
        What brought it about; "" if nothing did.
    """

    decision: Decision
    fate: str
    codes: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class Migration:
    """What a change of codebook means for one coder's decisions on one interview.

    Parameters
    ----------
    rows
        The decisions to append, in order.
    outcomes
        One for every decision that stood, in their order.
    """

    rows: tuple[Decision, ...]
    outcomes: tuple[Outcome, ...]


@dataclass
class _Held:
    """What is held of a code on a segment.

    Parameters
    ----------
    sources
        The decisions that it comes from.
    version
        The codebook's version with which it was decided.
    why
        The changes that made it another code's, or doubtful.
    doubtful
        Whether it should be looked at again.
    """

    sources: list[Decision]
    version: tuple[int, ...]
    why: str = ""
    doubtful: bool = False

    @property
    def is_for(self) -> bool:
        return any(decision.decision in FOR for decision in self.sources)


def migrate(decisions: Sequence[Decision], changes: Sequence[Change], version: str, time: str) -> Migration:
    """Return what changes of the codebook mean for one coder's decisions on one interview.

    A change concerns decisions made with an earlier version of the codebook. Merged codes are held where
    any of them was, once, and rejected only where all of them were. A decision for a code that was split
    waits until the coder has decided for one of the new codes, or on all; a rejection of it says nothing of
    them. A
    decision for a code that was given another meaning stands, but should be looked at again.

    Parameters
    ----------
    decisions
        As `read_decisions` gives them, in order; those that could not be understood are left alone.
    changes
        The codebook's, oldest first.
    version
        The codebook's, for the rows to append.
    time
        For the rows to append.
    """
    first = _once(decisions, changes, version, time)
    if not first.rows:
        return first
    again = migrate([*decisions, *first.rows], changes, version, time)
    since = {outcome.decision: outcome for outcome in again.outcomes}
    outcomes = tuple(since.get(o.decision, o) if o.fate == DOUBTFUL else o for o in first.outcomes)
    return Migration((*first.rows, *again.rows), outcomes)


def _once(decisions: Sequence[Decision], changes: Sequence[Change], version: str, time: str) -> Migration:
    """Return what the changes mean for decisions as they stand, before what is carried over decides more."""
    held = standing(decisions)
    outcomes: dict[Decision, Outcome] = {}
    rows: list[Decision] = []
    for segment_id in dict.fromkeys(decision.segment_id for decision in held):
        here = [decision for decision in held if decision.segment_id == segment_id]
        state = {d.code: _Held([d], version_key(d.codebook_version)) for d in here}
        for number, change in enumerate(changes):
            for outcome in _apply(change, changes[number + 1 :], state):
                outcomes[outcome.decision] = outcome
        carried = list(_carried(state, outcomes, version, time))
        rows.extend(_withdrawn(here, outcomes, version, time))
        rows.extend(carried)
    return Migration(tuple(rows), tuple(outcomes[decision] for decision in held))


def doubt(decision: Decision, changes: Iterable[Change]) -> str:
    """Return why a decision for a code should be looked at again: a split or a new meaning; else ""."""
    made_with = version_key(decision.codebook_version)
    for change in changes:
        concerned = change.kind in (SPLIT, REDEFINE) and decision.code in change.old
        if concerned and decision.decision in FOR and made_with < version_key(change.version):
            return spell_out(change)
    return ""


def misfits(changes: Sequence[Change], codes: Collection[str], version: str) -> Iterator[tuple[str, str]]:
    """Yield what does not fit in recorded changes, and what to do, as pairs of sentences.

    Parameters
    ----------
    changes
        In the order in which they are recorded.
    codes
        The codes that there are now.
    version
        The codebook's version now.
    """
    for number, change in enumerate(changes):
        where = f"the {change.kind} of {', '.join(change.old)} in {change.version}"
        if version_key(change.version) > version_key(version):
            yield f"{where} is of a later version than {version}.", "Add the version to CHANGELOG.md."
        if number and version_key(change.version) < version_key(changes[number - 1].version):
            yield f"{where} stands behind a later version's.", "Put the oldest first."
        later = changes[number + 1 :]
        for code in change.new:
            if code not in codes and not any(code in other.old for other in later):
                yield f"{where} leads to {code}, which there is not.", "Correct the id."
        again = {code for other in changes[number:] for code in other.new}
        for code in change.old:
            if change.kind != REDEFINE and code in codes and code not in again:
                yield f"{where}: {code} is still a code.", "Take it out, or correct the change."


def gone(code: str, changes: Iterable[Change]) -> str:
    """Return what became of a code that the codebook does not have, and what to do."""
    change = next((c for c in changes if code in c.old), None)
    if change is None:
        return f"the codebook has no code {code}"
    first = f"decide on {' or '.join(change.new)}, and then " if change.kind == SPLIT else ""
    return f"{spell_out(change)}: {first}run interview-coding codebook migrate"


def spell_out(change: Change) -> str:
    """Return a change in words."""
    old, new = ", ".join(change.old), ", ".join(change.new)
    what = {
        RENAME: f"{old} became {new}",
        MERGE: f"{old} were merged into {new}",
        SPLIT: f"{old} was split into {new}",
        REDEFINE: f"{old} was given another meaning",
        RETIRE: f"{old} was given up",
    }[change.kind]
    return f"{what} in {change.version}" + (f" ({change.why})" if change.why else "")


def version_key(version: str) -> tuple[int, ...]:
    """Return a version as numbers that sort; one that is none comes before all others.

    >>> version_key("0.10.1") > version_key("0.9.0") > version_key("")
    True
    """
    parts = version.strip().split(".")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()


def successors(codes: Iterable[str], changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the codes that codes have become by changes."""
    now = list(codes)
    for change in changes:
        if change.kind != REDEFINE and set(now) & set(change.old):
            now = [code for code in now if code not in change.old] + list(change.new)
    return tuple(dict.fromkeys(now))


def _apply(change: Change, later: Sequence[Change], state: dict[str, _Held]) -> Iterator[Outcome]:
    """Let a change work on what is held on a segment; yield what has come to its end thereby."""
    at = version_key(change.version)
    parts = {code: state[code] for code in change.old if code in state and state[code].version < at}
    if not parts:
        return
    why = spell_out(change)
    if change.kind == RETIRE:
        for code in parts:
            yield from _ended(state.pop(code), DROPPED, (), why)
    elif change.kind == SPLIT:
        yield from _split(change, parts, later, state)
    elif change.kind == REDEFINE:
        for part in parts.values():
            if part.is_for:
                part.doubtful, part.why = True, why
    else:
        yield from _move(change, parts, later, state)


def _split(
    change: Change, parts: Mapping[str, _Held], later: Sequence[Change], state: dict[str, _Held]
) -> Iterator[Outcome]:
    why, at = spell_out(change), version_key(change.version)
    names = {
        *change.new,
        *(code for n in range(len(later)) for code in successors(change.new, later[: n + 1])),
    }
    since = {code: state[code] for code in names if code in state and state[code].version >= at}
    become = successors(change.new, later)
    decided = any(held.is_for for held in since.values()) or set(become) <= set(since)
    for code, part in parts.items():
        if decided:
            yield from _ended(state.pop(code), DECIDED, become, why)
        elif not part.is_for:
            yield from _ended(state.pop(code), DROPPED, (), why)
        elif code in change.new:
            part.doubtful, part.why = True, why
        else:
            yield from _ended(state.pop(code), DOUBTFUL, become, why)


def _move(
    change: Change, parts: dict[str, _Held], later: Sequence[Change], state: dict[str, _Held]
) -> Iterator[Outcome]:
    """Let codes become one other code."""
    why, target = spell_out(change), change.new[0]
    become = successors([target], later)
    for code in parts:
        del state[code]
    if target in state:
        if state[target].version >= version_key(change.version):
            for part in parts.values():
                yield from _ended(part, JOINED, become, why)
            return
        parts = {**parts, target: state.pop(target)}
    pro = [part for part in parts.values() if part.is_for]
    if not pro and not set(change.old) <= set(parts):
        for part in parts.values():
            yield from _ended(part, DROPPED, (), f"{why}; what was rejected is only a part of it")
        return
    for part in parts.values():
        if pro and not part.is_for:
            yield from _ended(part, JOINED, become, why)
    speaking = pro or list(parts.values())
    state[target] = _Held(
        [decision for part in speaking for decision in part.sources],
        max(part.version for part in speaking),
        "; ".join(dict.fromkeys(filter(None, [*(part.why for part in speaking), why]))),
        any(part.doubtful for part in speaking),
    )


def _ended(part: _Held, fate: str, codes: tuple[str, ...], why: str) -> Iterator[Outcome]:
    return (Outcome(decision, fate, codes, why) for decision in part.sources)


def _carried(
    state: Mapping[str, _Held], outcomes: dict[Decision, Outcome], version: str, time: str
) -> Iterator[Decision]:
    """Note the outcome of all that is still held on a segment; yield what is held of it by new rows."""
    for code, held in state.items():
        if held.doubtful or not held.why:
            fate = DOUBTFUL if held.doubtful else KEPT
            outcomes.update((d, Outcome(d, fate, (code,), held.why)) for d in held.sources)
            continue
        chosen = max(held.sources, key=lambda decision: len(decision.quote))
        for decision in held.sources:
            fate = CARRIED if decision is chosen else JOINED
            outcomes[decision] = Outcome(decision, fate, (code,), held.why)
        memo = " | ".join(dict.fromkeys(decision.memo for decision in held.sources if decision.memo))
        yield replace(chosen, code=code, memo=memo, codebook_version=version, time=time)


def _withdrawn(
    here: Iterable[Decision], outcomes: Mapping[Decision, Outcome], version: str, time: str
) -> Iterator[Decision]:
    """Yield the withdrawal of every decision that no longer stands for its own code."""
    for decision in here:
        outcome = outcomes[decision]
        supersedes_itself = outcome.fate in (CARRIED, JOINED) and decision.code in outcome.codes
        if outcome.fate not in (KEPT, DOUBTFUL) and not supersedes_itself:
            memo = f"codebook: {outcome.why}"
            yield replace(decision, decision="withdraw", memo=memo, codebook_version=version, time=time)
