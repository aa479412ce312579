"""Tell what is installed, which language model is in use and why, and how to get a better one."""

from __future__ import annotations

import platform
from importlib import metadata

from interview_coding import __version__
from interview_coding.language.pipeline import AUTO, PREFERRED, RULES, identify

_PACKAGES = (
    "snakemake",
    "spacy",
    "scikit-learn",
    "pandas",
    "python-docx",
    "simplemma",
    "matplotlib",
)


def _package(name: str) -> str:
    try:
        return f"  {name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"  {name} is missing; to get it: pip install {name}"


def report() -> str:
    """Return the report as lines of text."""
    name, version = identify(AUTO)
    lines = [
        f"interview-coding {__version__}, Python {platform.python_version()}, {platform.system()}",
        *map(_package, _PACKAGES),
        f"Language model in use (language_model: {AUTO}): {name} {version}",
    ]
    if name == RULES:
        lines += [
            "  Rules for sentences and word lists for lemmas,",
            f"  because none of {', '.join(PREFERRED)} is installed.",
            f"  To get a trained one: python -m spacy download {PREFERRED[0]}",
        ]
    else:
        lines.append(f"  The first that is installed of {', '.join(PREFERRED)}.")
    return "\n".join(lines)
