"""Write the demo's decisions: two coders who go through half of the interviews.

    python tests/demo/build_decisions.py RESULTS

The first coder follows tests/demo/gold, the second tests/demo/second, a coding made without sight of
the first. Both decide on what RESULTS (a run of the demo) suggested and add what it did not. Afterwards
each looks at what the other alone has added where they chose different codes, and says no to it: so
there are disputes. Towards the end of the last interview neither has finished. Run again only when the
demo's transcripts or the engine have changed.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from interview_coding.codebook import read_codebook
from interview_coding.decisions import COLUMNS
from interview_coding.tables import SEGMENTS, SUGGESTIONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CODERS = {"mia": "gold", "jonas": "second"}
BEGUN = {
    "fjordby-01": datetime.fromisoformat("2025-05-06T09:00:00+02:00"),
    "lyngholm-01": datetime.fromisoformat("2025-05-13T09:00:00+02:00"),
    "fjordby-03": datetime.fromisoformat("2026-05-05T09:00:00+02:00"),
    "lyngholm-03": datetime.fromisoformat("2026-05-12T09:00:00+02:00"),
}
UNFINISHED = {"lyngholm-03": 52}
"""The turn at which the coders had to stop."""


def main() -> None:
    """Write data/demo/codings/<coder>/<interview_id>.csv."""
    tables = Path(sys.argv[1]) / "tables"
    segments = SEGMENTS.read(tables / "segments.csv")
    suggestions = SUGGESTIONS.read(tables / "suggestions.csv")
    version = read_codebook(ROOT / "codebook").version
    for interview_id, begun in BEGUN.items():
        own = {}
        for coder, source in CODERS.items():
            codes, memos = _codes(source, interview_id)
            mine = segments[segments["interview_id"] == interview_id]
            shown = suggestions[suggestions["interview_id"] == interview_id]
            own[coder] = list(_decide(mine, shown, codes, memos))
        for coder, other in zip(CODERS, reversed(CODERS), strict=True):
            path = ROOT / "data" / "demo" / "codings" / coder / f"{interview_id}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
                writer.writeheader()
                for number, row in enumerate([*own[coder], *_objections(own[coder], own[other])]):
                    later = timedelta(days=1) if number >= len(own[coder]) else timedelta()
                    time = (begun + later + timedelta(seconds=25 * number)).isoformat()
                    writer.writerow({**row, "time": time, "coder": coder, "codebook_version": version})


def _objections(own: list[dict[str, Any]], others: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a no to what only the other added on segments where both stand for something."""
    mine = {(row["segment_id"], row["code"]) for row in own if row["decision"] != "reject"}
    coded = {segment_id for segment_id, _ in mine}
    for row in others:
        place = (row["segment_id"], row["code"])
        if row["decision"] == "add" and row["segment_id"] in coded and place not in mine:
            yield {**row, "decision": "reject", "memo": ""}


def _codes(source: str, interview_id: str) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Return the codes and memos of one coder by turn, counted from 1 among what is spoken."""
    values = json.loads((HERE / source / f"{interview_id}.json").read_text(encoding="utf-8"))
    if source == "gold":
        return {n: turn["codes"] for n, turn in enumerate(values["turns"], 1)}, {}
    codes = {int(index) + 1: found for index, found in values["codes"].items()}
    return codes, {int(index) + 1: memo for index, memo in values["memos"].items()}


def _decide(
    segments: Any, suggestions: Any, codes: dict[int, list[str]], memos: dict[int, str]
) -> Iterator[dict[str, Any]]:
    interview_id = segments["interview_id"].iloc[0]
    heading = 1 if interview_id == "fjordby-01" else 0
    for turn, parts in segments.groupby("turn", sort=True):
        spoken = int(turn) - heading
        if spoken > UNFINISHED.get(interview_id, 10_000):
            return
        placed = _place(codes.get(spoken, []), parts, suggestions)
        memo = memos.get(spoken, "")
        for segment in parts.itertuples():
            shown = suggestions[suggestions["segment_id"] == segment.segment_id]
            scores = dict(zip(shown["code"], shown["score"], strict=True))
            wanted = placed[segment.segment_id]
            for code in [*scores, *(c for c in wanted if c not in scores)]:
                kind = "add" if code not in scores else ("accept" if code in wanted else "reject")
                yield {
                    "interview_id": interview_id,
                    "segment_id": segment.segment_id,
                    "start": segment.start,
                    "end": segment.end,
                    "quote": segment.text,
                    "code": code,
                    "decision": kind,
                    "memo": memo,
                    "suggestion_score": f"{scores[code]:.4f}" if code in scores else "",
                }
                memo = ""


def _place(codes: list[str], parts: Any, suggestions: Any) -> dict[str, list[str]]:
    """Give each code of a turn to the part of the turn that it was suggested for, else the first."""
    placed: dict[str, list[str]] = {part: [] for part in parts["segment_id"]}
    for code in codes:
        hits = suggestions[(suggestions["code"] == code) & suggestions["segment_id"].isin(placed)]
        best = hits.sort_values("score", ascending=False)["segment_id"]
        placed[best.iloc[0] if len(best) else parts["segment_id"].iloc[0]].append(code)
    return placed


if __name__ == "__main__":
    main()
