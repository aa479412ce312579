"""A change runs again what it feeds, and nothing else."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from interview_coding.engines import Suggester

pytestmark = pytest.mark.workflow

FJORDBY, LYNGHOLM = "Partnerskab Fjordby", "Partnerskab Lyngholm"


@pytest.fixture
def pending(snakemake) -> Callable[[Path], set[str]]:
    """Return a function that gives the results that a run would make anew, by their paths."""

    def list_pending(folder: Path) -> set[str]:
        rows = snakemake("--summary", cwd=folder).stdout.splitlines()
        header = rows[0].split("\t")
        table = [dict(zip(header, row.split("\t"), strict=False)) for row in rows[1:]]
        chosen = [row["output_file"] for row in table if row["plan"] != "no update"]
        return {path.removeprefix("results/") for path in chosen}

    return list_pending


def batch(name: str, wave: int) -> set[str]:
    files = ("transcripts.csv", "turns.csv", "segments.csv", "sentences.csv", "docs.spacy")
    return {f"steps/batches/{name}/{wave}/{file}" for file in (*files, "suggestions.csv", "scores.csv")}


def partnership(name: str) -> set[str]:
    decided = {
        f"steps/partnerships/{name}/{table}.csv" for table in ("decisions", "unplaced", "codings", "tallies")
    }
    return decided | {f"synthesis/{name}.docx", f"figures/{name}"}


def gathered(*tables: str) -> set[str]:
    return {f"tables/{table}.csv" for table in tables}


ACROSS = {"synthesis/tvaers.docx", "figures/tvaers", "steps/leak_check.json"}
"""What follows whatever changes: the document across, and the last gate."""
DECIDED = gathered("decisions", "unplaced", "codings", "tallies")
READ = gathered("transcripts", "turns", "segments", "suggestions", "queue")


def test_a_corrected_transcript_runs_its_batch_and_what_follows(ready, pending, snakemake):
    transcript = ready / "projekt" / "interviews" / "lyngholm-02.txt"
    text = transcript.read_text(encoding="utf-8")
    transcript.write_text(text + "\nPreben: Og så var der lige en ting til.\n", encoding="utf-8")
    expected = batch(LYNGHOLM, 1) | partnership(LYNGHOLM) | READ | DECIDED | ACROSS
    assert pending(ready) == expected
    snakemake(cwd=ready)
    assert pending(ready) == set()
    assert "en ting til" in (ready / "results" / "tables" / "segments.csv").read_text(encoding="utf-8")


def test_a_decision_runs_no_annotation_and_no_suggestion(ready, pending):
    file = ready / "projekt" / "codings" / "mia" / "fjordby-01.csv"
    with file.open(encoding="utf-8", newline="") as source:
        last = list(csv.DictReader(source))[-1]
    with file.open("a", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(last), lineterminator="\n")
        writer.writerow({**last, "decision": "withdraw", "time": "2026-06-01T12:00:00+02:00"})
    assert pending(ready) == partnership(FJORDBY) | DECIDED | ACROSS


def test_a_first_decision_on_an_interview_is_noticed(ready, pending):
    source = ready / "projekt" / "codings" / "mia" / "fjordby-01.csv"
    rows = source.read_text(encoding="utf-8").splitlines()
    new = ready / "projekt" / "codings" / "mia" / "fjordby-02.csv"
    new.write_text(f"{rows[0]}\n", encoding="utf-8")
    assert pending(ready) == partnership(FJORDBY) | DECIDED | ACROSS


def test_an_edited_definition_runs_no_annotation(ready, pending):
    theme = ready / "codebook" / "fremmer.yaml"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace("definition: >-\n", "definition: >-\n      Nyt.\n", 1), encoding="utf-8")
    changed = pending(ready)
    assert "steps/codebook.json" in changed
    assert not [path for path in changed if path.endswith(("segments.csv", "docs.spacy"))]


def test_a_new_interview_leaves_other_batches_alone(ready, pending):
    project = ready / "projekt"
    (project / "interviews" / "ny.txt").write_text("I: Hvad så?\nR: Det går godt nok.\n", encoding="utf-8")
    with (project / "interviews.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("fjordby-05,interviews/ny.txt,Partnerskab Fjordby,3,2026-09-01,ung,borger,\n")
    changed = pending(ready)
    assert {p for p in changed if p.startswith("steps/batches")} == batch(FJORDBY, 3)
    assert not [p for p in changed if LYNGHOLM in p]


def test_a_setting_runs_what_depends_on_it(ready, pending):
    (ready / "config.yaml").write_text("project: projekt\nquotes_per_code: 1\n", encoding="utf-8")
    documents = {f"{kind}/{name}" for name in (FJORDBY, LYNGHOLM) for kind in ("figures",)}
    documents |= {f"synthesis/{name}.docx" for name in (FJORDBY, LYNGHOLM)}
    assert pending(ready) == documents | ACROSS


def test_decisions_are_learnt_from_only_when_asked(ready, pending, snakemake):
    engine = ready / "results" / "steps" / "engine.npz"
    before = Suggester.load(engine).card["decided"]

    snakemake("retrain", cwd=ready)
    assert "steps/engine.npz" in pending(ready)
    snakemake(cwd=ready)

    decided = pd.read_csv(ready / "results" / "learned" / "decided.csv", keep_default_na=False)
    after = Suggester.load(engine).card["decided"]
    assert before == {"segments": 0, "sha256": ""}
    assert after["segments"] == len(decided) > 50
    assert set(decided["interview_id"]) == {"fjordby-01", "fjordby-03", "lyngholm-01", "lyngholm-03"}
    suggestions = pd.read_csv(ready / "results" / "tables" / "suggestions.csv")
    assert suggestions["engine"].str.contains("learned").any()
    assert pending(ready) == set()

    file = ready / "projekt" / "codings" / "mia" / "fjordby-02.csv"
    source = ready / "projekt" / "codings" / "mia" / "fjordby-01.csv"
    file.write_text(source.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert "steps/engine.npz" not in pending(ready)
