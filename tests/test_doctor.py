import importlib
import platform
from importlib import metadata

import pytest

from interview_coding import __version__, doctor

MODEL = "da_core_news_sm"


@pytest.fixture
def installed(write, tmp_path, monkeypatch):
    """Return a function that makes a package of that name look installed."""

    def install(name, version, fits):
        write(f"{name}/__init__.py", "")
        write(f"{name}/meta.json", f'{{"version": "{version}", "spacy_version": "{fits}"}}')
        write(f"{name}-{version}.dist-info/METADATA", f"Name: {name}\nVersion: {version}\n")
        monkeypatch.syspath_prepend(tmp_path)
        importlib.invalidate_caches()

    return install


def test_the_report_names_the_versions_in_use():
    lines = doctor.report().splitlines()
    assert (
        lines[0] == f"interview-coding {__version__}, Python {platform.python_version()}, {platform.system()}"
    )
    for package in ("snakemake", "spacy", "python-docx"):
        assert f"  {package} {metadata.version(package)}" in lines


def test_the_shipped_model_is_named_with_its_scores_and_how_to_get_another():
    lines = doctor.report().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("Language model in use"))
    assert lines[start].startswith("Language model in use (language_model: auto): da_interview ")
    assert "parts of speech 0.9" in lines[start + 1]
    assert lines[start + 2] == (f"  {MODEL} is not installed; to get it: python -m spacy download {MODEL}")
    assert lines[-1].startswith("  da_interview is the pipeline that comes with the project (")


def test_an_installed_model_is_the_one_in_use(installed):
    installed(MODEL, "3.8.0", ">=3.8.0,<4.0.0")
    assert f"Language model in use (language_model: auto): {MODEL} 3.8.0" in doctor.report().splitlines()


def test_an_installed_model_that_does_not_fit_is_told(installed):
    installed(MODEL, "2.3.0", ">=2.3.0,<2.4.0")
    told = f"  {MODEL} does not fit this spaCy; to get one: python -m spacy download {MODEL}"
    assert told in doctor.report().splitlines()


def test_a_shipped_model_that_is_gone_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("interview_coding.language.pipeline.SHIPPED", tmp_path / "da_interview")
    assert "Language model: the pipeline that comes with the project is not whole" in doctor.report()


def test_a_package_that_is_missing_is_named_with_how_to_get_it(monkeypatch):
    monkeypatch.setattr(doctor, "_PACKAGES", ("spacy", "findes-ikke"))
    lines = doctor.report().splitlines()
    assert lines[1:3] == [
        f"  spacy {metadata.version('spacy')}",
        "  findes-ikke is missing; to get it: pip install findes-ikke",
    ]
