from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coding.codebook.migration import (
    CARRIED,
    DECIDED,
    DOUBTFUL,
    DROPPED,
    JOINED,
    KEPT,
    doubt,
    migrate,
    successors,
)
from interview_coding.codebook.model import MERGE, REDEFINE, RENAME, RETIRE, SPLIT, Change
from interview_coding.decisions import FOR, Decision, standing

NEW = "1.0.0"
LATER = "2026-12-01T00:00:00+00:00"


def made(code, kind="accept", version="0.1.0", minute=0, segment="t001", quote="ord", memo=""):
    time = f"2026-01-01T00:{minute:02d}:00+00:00"
    return Decision(time, "mia", "nord-1", segment, 0, 3, quote, code, kind, memo, version)


def change(kind, old, new=(), version="0.2.0"):
    return Change(version, kind, tuple(old.split()), tuple(new.split()) if new else ())


def after(decisions, changes):
    """The codes that stand after the migration, with how, and the fates of what stood before."""
    migration = migrate(decisions, changes, NEW, LATER)
    held = standing([*decisions, *migration.rows])
    return {d.code: d.decision for d in held}, [o.fate for o in migration.outcomes]


@pytest.mark.parametrize("kind", ["accept", "add", "reject"])
def test_a_rename_is_followed(kind):
    assert after([made("a", kind)], [change(RENAME, "a", "b")]) == ({"b": kind}, [CARRIED])


def test_what_is_not_concerned_is_left_alone():
    decisions = [made("a"), made("b", version="0.2.0")]
    assert migrate(decisions, [change(RENAME, "b", "c")], NEW, LATER).rows == ()


def test_merged_codes_are_held_once():
    decisions = [made("a", memo="først"), made("b", quote="de længste ord", memo="så")]
    migration = migrate(decisions, [change(MERGE, "a b", "c")], NEW, LATER)
    assert [(d.code, d.decision) for d in migration.rows] == [
        ("a", "withdraw"),
        ("b", "withdraw"),
        ("c", "accept"),
    ]
    assert migration.rows[-1].quote == "de længste ord"
    assert migration.rows[-1].memo == "først | så"
    assert [outcome.fate for outcome in migration.outcomes] == [JOINED, CARRIED]


def test_codes_merged_into_one_of_them_are_held_once():
    assert after([made("a"), made("b")], [change(MERGE, "a b", "b")])[0] == {"b": "accept"}
    assert after([made("a"), made("b", "reject")], [change(MERGE, "a b", "b")])[0] == {"b": "accept"}


def test_the_rejection_of_all_parts_rejects_the_whole_and_of_one_does_not():
    both, one = [made("a", "reject"), made("b", "reject")], [made("a", "reject")]
    assert after(both, [change(MERGE, "a b", "c")])[0] == {"c": "reject"}
    assert after(one, [change(MERGE, "a b", "c")]) == ({}, [DROPPED])


def test_a_split_code_waits_until_one_of_the_new_codes_is_decided_on():
    changes = [change(SPLIT, "a", "b c")]
    waiting = [made("a")]
    assert after(waiting, changes) == ({"a": "accept"}, [DOUBTFUL])
    assert doubt(waiting[0], changes) == "a was split into b, c in 0.2.0"
    decided = [*waiting, made("c", version="0.2.0", minute=1)]
    assert after(decided, changes) == ({"c": "accept"}, [DECIDED, KEPT])
    not_c = [*waiting, made("c", "reject", version="0.2.0", minute=1)]
    assert after(not_c, changes)[1] == [DOUBTFUL, KEPT]
    not_b = [*not_c, made("b", "reject", version="0.2.0", minute=2)]
    assert after(not_b, changes) == ({"c": "reject", "b": "reject"}, [DECIDED, KEPT, KEPT])


def test_a_split_code_that_keeps_its_id_counts_and_is_to_be_looked_at_again():
    changes = [change(SPLIT, "a", "a b")]
    assert after([made("a")], changes) == ({"a": "accept"}, [DOUBTFUL])
    assert after([made("a"), made("a", version="0.2.0", minute=1)], changes) == ({"a": "accept"}, [KEPT])


def test_the_new_codes_of_a_split_are_known_by_their_latest_names():
    changes = [change(SPLIT, "a", "b c"), change(RENAME, "c", "d", version="0.3.0")]
    assert migrate([made("a")], changes, NEW, LATER).outcomes[0].codes == ("b", "d")
    assert after([made("a"), made("d", version="0.3.0", minute=1)], changes)[0] == {"d": "accept"}
    assert successors(["a", "x"], changes) == ("x", "b", "d")


def test_a_new_meaning_leaves_the_decision_standing():
    changes = [change(REDEFINE, "a")]
    assert after([made("a")], changes) == ({"a": "accept"}, [DOUBTFUL])
    assert after([made("a", "reject")], changes) == ({"a": "reject"}, [KEPT])
    assert doubt(made("a", version="0.2.0"), changes) == ""


def test_a_code_given_up_is_withdrawn_with_the_reason():
    given_up = replace(change(RETIRE, "a"), why="ikke brugt")
    rows = migrate([made("a")], [given_up], NEW, LATER).rows
    assert [(d.decision, d.memo) for d in rows] == [
        ("withdraw", "codebook: a was given up in 0.2.0 (ikke brugt)")
    ]


def test_a_decision_made_after_the_change_has_the_last_word():
    decisions = [made("a"), made("b", "reject", version="0.2.0", minute=1)]
    assert after(decisions, [change(RENAME, "a", "b")]) == ({"b": "reject"}, [JOINED, KEPT])


def test_segments_do_not_touch_each_other():
    decisions = [made("a"), made("b", segment="t002")]
    rows = migrate(decisions, [change(MERGE, "a b", "c")], NEW, LATER).rows
    assert [(d.segment_id, d.code) for d in rows if d.decision != "withdraw"] == [
        ("t001", "c"),
        ("t002", "c"),
    ]


@st.composite
def histories(draw):
    """Changes, and decisions made along the way with the codes that there were."""
    codes, fresh = ["t.a", "t.b", "t.c", "t.d"], iter(f"u.n{number}" for number in range(99))
    changes, decisions = [], []
    for era in range(1, draw(st.integers(2, 6))):
        version = f"0.{era}.0"
        for _ in range(draw(st.integers(0, 4))):
            decisions.append(
                made(
                    draw(st.sampled_from(codes)),
                    draw(st.sampled_from(["accept", "add", "reject", "withdraw"])),
                    version,
                    len(decisions),
                    draw(st.sampled_from(["t001", "t002"])),
                )
            )
        kind = draw(st.sampled_from([RENAME, MERGE, SPLIT, REDEFINE, RETIRE]))
        if len(codes) < 3:
            kind = RENAME
        old = draw(st.permutations(codes))[: 2 if kind == MERGE else 1]
        keeps = draw(st.booleans())
        new = {
            RENAME: [next(fresh)],
            MERGE: [old[0] if keeps else next(fresh)],
            SPLIT: [old[0] if keeps else next(fresh), next(fresh)],
            REDEFINE: [],
            RETIRE: [],
        }[kind]
        changes.append(Change(f"0.{era + 1}.0", kind, tuple(old), tuple(new)))
        if kind != REDEFINE:
            codes = [code for code in codes if code not in old] + new
    return changes, decisions, codes


def lineage(code, changes):
    """Every code that a code has become along the way."""
    return {name for end in range(1, len(changes) + 1) for name in successors([code], changes[:end])}


@given(histories())
def test_every_decision_is_accounted_for(history):
    changes, decisions, codes = history
    before = standing(decisions)
    migration = migrate(decisions, changes, NEW, LATER)
    held = {(d.segment_id, d.code): d for d in standing([*decisions, *migration.rows])}

    assert [outcome.decision for outcome in migration.outcomes] == before
    given_up = any(c.kind == RETIRE for c in changes)
    for outcome in migration.outcomes:
        decision = outcome.decision
        others = [o for o in migration.outcomes if o.decision.segment_id == decision.segment_id]
        waits = any(o.fate == DOUBTFUL and set(o.codes) & set(outcome.codes) for o in others)
        here = {code: held.get((decision.segment_id, code)) for code in (decision.code, *outcome.codes)}
        if outcome.fate in (KEPT, DOUBTFUL):
            assert here[decision.code] == decision
        elif outcome.fate == CARRIED:
            (code,) = outcome.codes
            assert (here[code].decision in FOR) == (decision.decision in FOR)
        elif outcome.fate == DECIDED or (outcome.fate == JOINED and decision.decision in FOR):
            overruled = any(
                o.decision.code in lineage(decision.code, changes)
                and o.decision.codebook_version > decision.codebook_version
                for o in others
            )
            assert waits or overruled or given_up or any(here[code] for code in outcome.codes)
        else:
            assert outcome.fate in (DROPPED, JOINED)
            assert decision.decision == "reject" or given_up
    waiting = {o.decision for o in migration.outcomes if o.fate == DOUBTFUL}
    assert all(code in codes for (_, code), d in held.items() if d not in waiting)


@given(histories())
def test_a_second_migration_finds_nothing_to_do(history):
    changes, decisions, _ = history
    rows = migrate(decisions, changes, NEW, LATER).rows
    assert migrate([*decisions, *rows], changes, NEW, LATER).rows == ()


@given(histories())
def test_nothing_is_held_that_nobody_held(history):
    changes, decisions, _ = history
    before = standing(decisions)
    for held in standing([*decisions, *migrate(decisions, changes, NEW, LATER).rows]):
        origins = [d for d in before if d.segment_id == held.segment_id and d.decision == held.decision]
        reached = {code for d in origins for code in (d.code, *successors([d.code], changes))}
        assert held.code in reached
