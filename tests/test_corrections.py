"""Corrected interviews, where it is known by construction where every decision belongs.

The figures over many seeds are those of benchmarks/corrections.py, which makes the interviews.
"""

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def corrections() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corrections", ROOT / "benchmarks" / "corrections.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["corrections"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def files() -> list[Path]:
    return sorted((ROOT / "tests" / "demo" / "gold").glob("*.json"))


def outcomes(corrections: ModuleType, files: list[Path], kind: str) -> list[str]:
    return [case.outcome for seed, file in enumerate(files) for case in corrections.trial(file, seed, kind)]


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("USUAL", 0.97),
        ("SPLIT", 0.95),
        ("FEW", 0.85),
        ("NAMES_BACK", 0.96),
        ("CODING_ON", 0.97),
        ("TWICE", 0.9),
        ("NO_OFFSETS", 0.95),
        ("SHORT", 0.8),
    ],
)
def test_every_decision_is_placed_right_or_listed(
    corrections: ModuleType, files: list[Path], kind: str, share: float
) -> None:
    found = outcomes(corrections, files, getattr(corrections, kind))

    assert corrections.WRONG not in found
    there = [outcome for outcome in found if outcome != corrections.GONE]
    assert there.count(corrections.RIGHT) >= share * len(there)


def test_the_measure_knows_a_wrong_place(corrections: ModuleType, files: list[Path]) -> None:
    cases = list(corrections.trial(files[0], 0, corrections.USUAL))
    placed = [case for case in cases if case.outcome == corrections.RIGHT]
    segments = {case.found.segment_id for case in placed}

    def judged(case: object, found: object) -> str:
        return corrections.judge(found, case.numbers, case.now)

    for case in placed:
        other = next(iter(sorted(segments - {case.found.segment_id})))
        replaced = corrections.replace(case.found, segment_id=other)
        assert judged(case, replaced) == corrections.WRONG
        beside = corrections.replace(case.found, start=case.found.end, end=case.found.end + 5)
        assert judged(case, beside) == corrections.WRONG


def test_ten_thousand_decisions_take_seconds(corrections: ModuleType, files: list[Path]) -> None:
    made, segments = corrections.many(files)
    begun = time.perf_counter()

    placed = corrections.place_all(made, segments)

    assert len(placed) == len(made) == 10_000
    assert len(segments) >= 200
    assert time.perf_counter() - begun < 30
