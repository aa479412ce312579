"""The workflow as an evaluator runs it: from transcripts to documents."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

pytestmark = pytest.mark.workflow

DOCUMENTS = {"Partnerskab Fjordby.docx", "Partnerskab Lyngholm.docx", "tvaers.docx"}
COLUMNS = {
    "segments": "interview_id segment_id turn start end speaker text time_start time_end",
    "suggestions": "interview_id segment_id code rank score engine evidence",
    "codings": "interview_id segment_id start end code coders status memo",
    "tallies": "partnership wave code interviews interviews_with_code segments suggested_segments",
}


LABEL = re.compile(r"\\\[[^\]]+\\\]s?")
"""A label as `re.escape` writes it, with its genitive."""
NO_NETWORK = """
import pathlib, socket
class Closed(socket.socket):
    def connect(self, address):
        if self.family != getattr(socket, "AF_UNIX", None):
            pathlib.Path(__file__).with_name("called").touch()
            raise OSError("no network")
        return super().connect(address)
    connect_ex = connect
socket.socket = Closed
"""


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / "results" / "tables" / f"{name}.csv", keep_default_na=False)


def contents(results: Path) -> dict[str, bytes]:
    """Return what users get of a run, by path: all but logs and intermediate files."""
    kept = ("tables", "synthesis", "figures")
    files = [p for name in kept for p in (results / name).rglob("*") if p.is_file()]
    return {p.relative_to(results).as_posix(): p.read_bytes() for p in files}


def test_a_run_makes_the_documents_and_tables(demo_run):
    assert {p.name for p in (demo_run / "results" / "synthesis").iterdir()} == DOCUMENTS
    for name, columns in COLUMNS.items():
        assert list(table(demo_run, name).columns) == columns.split()


def test_a_run_ends_with_a_summary_and_no_warnings(demo_run):
    output = (demo_run / "output.txt").read_text(encoding="utf-8")
    assert "Made from 8 interviews of 2 partnerships in 2 waves" in output
    assert "Warnings: none." in output
    assert "[1/2] fjordby-01: docx, 73 turns" in output


def test_the_tables_hold_what_was_said(demo_run, gold):
    segments = table(demo_run, "segments")
    for interview_id, interview in gold.items():
        said = [turn["text"] for turn in interview["turns"] if turn["speaker"] == "Respondent"]
        mine = segments[segments["interview_id"] == interview_id]
        read = list(mine.groupby("turn", sort=True)["text"].agg(" ".join))
        assert len(read) == len(said)
        for text, words in zip(read, said, strict=True):
            assert re.fullmatch(LABEL.sub(".{1,60}", re.escape(text)), words)


def test_every_name_that_was_replaced_is_in_the_key_and_nowhere_else(demo_run):
    keys = demo_run / "projekt" / "private" / "keys"
    key = pd.concat(pd.read_csv(file, keep_default_na=False) for file in sorted(keys.glob("*.csv")))
    turns = table(demo_run, "turns")
    assert {"Preben", "Samira", "Hamid"} <= set(key["form"])
    for row in key.itertuples():
        said = turns[turns["interview_id"] == row.interview_id]["text"]
        assert not said.str.contains(rf"\b{re.escape(row.form)}\b").any()
    assert (demo_run / "results" / "steps" / "leak_check.json").is_file()


def test_a_name_that_gets_through_stops_the_run_and_is_not_told(ready, snakemake):
    decisions = ready / "projekt" / "codings" / "mia" / "fjordby-01.csv"
    row = decisions.read_text(encoding="utf-8").splitlines()[1].split(",")
    memo = "se Hamid Al-Prøvesens mail"
    with decisions.open("a", encoding="utf-8") as file:
        file.write(
            f"2026-06-01T10:00:00+02:00,mia,fjordby-01,{row[3]},,,,{'kerne.inklusion_partnere'},add,{memo},,\n"
        )
    done = snakemake(cwd=ready, check=False)
    assert done.returncode
    assert "holds a person's name of interview fjordby-03" in done.stderr
    assert "codings.csv, row" in done.stderr
    assert "Prøvesen" not in done.stderr


def test_an_answer_masks_a_doubtful_name_and_runs_its_batch_alone(ready, snakemake):
    names = ready / "projekt" / "private" / "names.csv"
    text = names.read_text(encoding="utf-8-sig")
    assert "Tangvig;1;fjordby-04" in text
    rows = [row + "ja" if row.startswith("Tangvig;") else row for row in text.splitlines()]
    names.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    done = snakemake(cwd=ready)
    assert done.stderr.count("annotate Partnerskab") == 2
    assert not table(ready, "turns")["text"].str.contains("Tangvig").any()
    assert "Nothing to be done" in snakemake(cwd=ready).stderr


def test_offsets_count_code_points_of_the_interviews_text(demo_run):
    turns = table(demo_run, "turns")
    texts = {
        interview_id: "".join(f"{row.speaker}: {row.text}\n" for row in part.itertuples())
        for interview_id, part in turns.groupby("interview_id")
    }
    for name in ("segments", "turns"):
        for row in table(demo_run, name).itertuples():
            assert texts[row.interview_id][row.start : row.end] == row.text


def test_interviewers_are_never_coded(demo_run):
    assert not table(demo_run, "segments")["speaker"].str.startswith("Interviewer").any()


def test_confirmed_disputed_and_suggested_codings_are_told_apart(demo_run):
    codings, tallies = table(demo_run, "codings"), table(demo_run, "tallies")
    assert set(codings["status"]) == {"confirmed", "disputed", "rejected", "suggested"}
    assert tallies["segments"].sum() == (codings["status"] == "confirmed").sum()
    assert tallies["suggested_segments"].sum() == (codings["status"] == "suggested").sum()


def test_a_second_run_has_nothing_to_do(demo_run, snakemake):
    assert "Nothing to be done" in snakemake(cwd=demo_run).stderr


def test_two_runs_give_the_same_bytes_and_nothing_calls_out(demo_run, snakemake, tmp_path):
    """The second run and all its jobs have no network."""
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    snakemake("--config", "results=andre-resultater", cwd=demo_run, python_path=tmp_path)
    assert contents(demo_run / "andre-resultater") == contents(demo_run / "results")
    assert not (tmp_path / "called").exists()


def test_no_name_of_a_transcript_or_speaker_reaches_the_results(folder, snakemake):
    project = folder / "projekt"
    sheet = project / "interviews.csv"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    (project / "interviews" / "lyngholm-02.txt").rename(project / "interviews" / "Preben Ladegaard.txt")
    row = next(line for line in lines if line.startswith("lyngholm-02"))
    renamed = row.replace("lyngholm-02.txt", "Preben Ladegaard.txt")
    sheet.write_text(f"{lines[0]}\n{renamed}\n", encoding="utf-8")
    snakemake(cwd=folder)
    files = [p for p in (folder / "results").rglob("*") if p.is_file()]
    assert not [p for p in files if "Ladegaard" in p.name or b"Ladegaard" in p.read_bytes()]
    assert "Nanna" not in table(folder, "turns")["speaker"].tolist()


def test_the_workflow_is_clean_by_snakemakes_own_checks(demo_run, snakemake):
    assert "good condition" in snakemake("--lint", cwd=demo_run).stderr
    assert "Nothing to be done" in snakemake("--dry-run", cwd=demo_run).stdout
