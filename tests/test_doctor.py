import importlib
import platform
from importlib import metadata

import pytest

from interview_coding import __version__, doctor

MODEL = "da_core_news_sm"


@pytest.fixture
def installed(write, tmp_path, monkeypatch):
    """Return a function that makes a package of that name look installed."""

    def install(name, version):
        write(f"{name}/__init__.py", "")
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


def test_without_a_trained_model_the_report_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr("interview_coding.language.pipeline.PREFERRED", ("da_findes_ikke",))
    assert doctor.report().splitlines()[-4:] == [
        f"Language model in use (language_model: auto): blank:da {metadata.version('simplemma')}",
        "  Rules for sentences and word lists for lemmas,",
        "  because none of da_core_news_sm, da_core_news_md, da_core_news_lg is installed.",
        "  To get a trained one: python -m spacy download da_core_news_sm",
    ]


def test_an_installed_model_is_named_and_why_it_was_taken(installed):
    installed(MODEL, "3.8.0")
    assert doctor.report().splitlines()[-2:] == [
        f"Language model in use (language_model: auto): {MODEL} 3.8.0",
        "  The first that is installed of da_core_news_sm, da_core_news_md, da_core_news_lg.",
    ]


def test_a_package_that_is_missing_is_named_with_how_to_get_it(monkeypatch):
    monkeypatch.setattr(doctor, "_PACKAGES", ("spacy", "findes-ikke"))
    lines = doctor.report().splitlines()
    assert lines[1:3] == [
        f"  spacy {metadata.version('spacy')}",
        "  findes-ikke is missing; to get it: pip install findes-ikke",
    ]
