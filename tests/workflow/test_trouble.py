"""Bad input, crashes and rivals: nothing half-written stays, and the next run completes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from filelock import FileLock

pytestmark = pytest.mark.workflow


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def contents(results: Path) -> dict[str, bytes]:
    kept = ("tables", "synthesis", "figures")
    found = [p for name in kept for p in (results / name).rglob("*") if p.is_file()]
    return {p.relative_to(results).as_posix(): p.read_bytes() for p in found}


@pytest.fixture
def damaged(folder: Path) -> Path:
    """The demo with one .docx cut off and one that is a web page."""
    interviews = folder / "projekt" / "interviews"
    whole = (interviews / "fjordby-01.docx").read_bytes()
    (interviews / "fjordby-01.docx").write_bytes(whole[: len(whole) // 2])
    (interviews / "lyngholm-04.docx").write_text("<!DOCTYPE html><html><body>Hej</body></html>")
    return folder


def test_sheet_and_transcript_problems_are_named_together_before_any_job(damaged, snakemake):
    sheet = damaged / "projekt" / "interviews.csv"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(
        text.replace("fjordby-03.txt,Partnerskab Fjordby,", "fjordby-03.txt,,"), encoding="utf-8"
    )
    done = snakemake(cwd=damaged, check=False)
    assert done.returncode != 0
    assert "interviews.csv, row 4, column partnership: is empty or missing. Write the" in done.stderr
    assert "fjordby-01.docx: is no whole document" in done.stderr
    assert "lyngholm-04.docx: is a web page (HTML), whatever its name says. Open it" in done.stderr
    assert not (damaged / "results").exists()


def test_unreadable_transcripts_stop_the_documents_but_not_the_others(damaged, demo_run, snakemake):
    done = snakemake(cwd=damaged, check=False)
    assert done.returncode != 0
    end = done.stderr[done.stderr.index("The run stopped: 2 of 8") :]
    assert "fjordby-01.docx: is no whole document" in end
    assert "lyngholm-04.docx: is a web page (HTML)" in end
    results = damaged / "results"
    assert not (results / "synthesis").exists()
    assert not list(results.glob("tables/*"))
    assert not [name for name in files(results) if name.endswith(".part")]
    read = (results / "steps/batches/Partnerskab Fjordby/1/segments.csv").read_text(encoding="utf-8")
    assert "fjordby-02" in read
    assert "fjordby-01" not in read

    originals = demo_run / "projekt" / "interviews"
    for name in ("fjordby-01.docx", "lyngholm-04.docx"):
        (damaged / "projekt" / "interviews" / name).write_bytes((originals / name).read_bytes())
    snakemake(cwd=damaged)
    assert contents(results) == contents(demo_run / "results")


def test_taken_off_the_sheet_the_run_completes_with_a_warning(damaged, snakemake):
    sheet = damaged / "projekt" / "interviews.csv"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("fjordby-01", "lyngholm-04"))]
    sheet.write_text("\n".join(kept) + "\n", encoding="utf-8")
    done = snakemake(cwd=damaged)
    assert "Warnings: 4." in done.stderr
    assert "fjordby-01.docx: is not in the sheet." in done.stderr
    assert "mia/fjordby-01.csv: is not counted." in done.stderr


def test_a_killed_run_goes_on_to_the_same_bytes(folder, demo_run, snakemake):
    from_seed = random.Random(2022)
    command = ["snakemake", "--snakefile", str(Path(__file__).parents[2] / "Snakefile")]
    for _ in range(3):
        run = subprocess.Popen(
            command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(from_seed.uniform(2, 9))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    snakemake(cwd=folder)
    assert contents(folder / "results") == contents(demo_run / "results")


def test_a_second_run_into_the_same_results_is_refused(folder, snakemake):
    results = folder / "results"
    results.mkdir()
    with FileLock(results / ".lock"):
        done = snakemake(cwd=folder, check=False)
    assert done.returncode != 0
    assert "Another run is writing to results." in done.stderr


def test_a_faulty_codebook_is_named_by_file_and_line(folder, snakemake):
    theme = folder / "codebook" / "kerne.yaml"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace("level: organisation", "level: kommune", 1), encoding="utf-8")
    done = snakemake("--until", "codebook", cwd=folder, check=False)
    assert done.returncode != 0
    assert "kerne.yaml, row 5: key level: 'kommune' is not one of the values allowed." in done.stderr
