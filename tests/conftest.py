"""What several test modules need: the shipped codebook, and one run of the demo for all of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from small_codebook import write_small

from interview_coding.codebook import Codebook, read_codebook

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "data" / "demo"
GOLD = ROOT / "tests" / "demo" / "gold"


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The codebook that is shipped."""
    return read_codebook(ROOT / "codebook")


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    """The demo's interviews as they were written: turns and codes, by interview id."""
    files = sorted(GOLD.glob("*.json"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Return a function that writes a file below the test's folder and returns its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


Run = subprocess.CompletedProcess[str]


def environment() -> dict[str, str]:
    """Return an environment in which `snakemake` and `interview-coding` are those of this Python."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path}


def run_snakemake(*arguments: str, cwd: Path, check: bool = True, python_path: Path | None = None) -> Run:
    """Run Snakemake on the repository's Snakefile in the working folder `cwd`.

    `cwd` needs a config.yaml; .snakemake is kept there, so that tests leave the repository alone. Modules in
    `python_path` are found first by all that runs.
    """
    variables = environment() | ({"PYTHONPATH": str(python_path)} if python_path else {})
    command = ["snakemake", "--snakefile", str(ROOT / "Snakefile"), "--directory", str(cwd), *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=variables, capture_output=True, text=True, encoding="utf-8", timeout=900
    )
    if check and done.returncode:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
    return done


MOST_PRACTICE = shutil.ignore_patterns("p[1-9]*.yaml")
"""Nine practice interviews are enough for runs in which suggestions are not judged."""


@pytest.fixture(scope="session")
def snakemake() -> Callable[..., Run]:
    """Return `run_snakemake`."""
    return run_snakemake


def working_folder(path: Path, project: Path = DEMO) -> Path:
    """Make a folder to run Snakemake in, with a copy of a project as ``projekt``."""
    path.mkdir(parents=True, exist_ok=True)
    shutil.copytree(project, path / "projekt")
    shutil.copytree(ROOT / "codebook", path / "codebook", ignore=MOST_PRACTICE)
    (path / "config.yaml").write_text("project: projekt\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a copy of the demo that has not been run."""
    return working_folder(tmp_path / "arbejde")


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder in which the demo was run once, shared by all test processes; only to read."""
    shared = tmp_path_factory.getbasetemp().parent / "demo-run"
    with FileLock(f"{shared}.lock"):
        if not (shared / "done").exists():
            shutil.rmtree(shared, ignore_errors=True)
            working_folder(shared)
            done = run_snakemake(cwd=shared)
            (shared / "output.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
            (shared / "done").touch()
    return shared


@pytest.fixture
def ready(demo_run: Path, tmp_path: Path) -> Path:
    """A copy of the folder in which the demo was run, to change and run again."""
    copy = tmp_path / "faerdig"
    shutil.copytree(demo_run, copy)
    return copy


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a small codebook, with the codes mad.kage, mad.fisk and tur.cykel, to change."""
    return write_small(tmp_path / "kodebog")
