"""Tell what is installed, which language model is in use and why, and how to get a better one."""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Iterator
from importlib import metadata

from interview_coding import __version__
from interview_coding.errors import InputError
from interview_coding.language.pipeline import AUTO, PREFERRED, SHIPPED, identify, read_meta

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


_SCORES = {
    "pos_acc": "parts of speech",
    "morph_acc": "morphology",
    "lemma_acc": "lemmas",
    "sents_f": "sentences",
    "ents_f": "names",
}


def report() -> str:
    """Return the report as lines of text."""
    return "\n".join(
        [
            f"interview-coding {__version__}, Python {platform.python_version()}, {platform.system()}",
            *map(_package, _PACKAGES),
            *_language_model(),
        ]
    )


def _language_model() -> Iterator[str]:
    """Yield which model `AUTO` means, what it can do, and why it is that one."""
    try:
        name, version = identify(AUTO)
    except InputError as error:
        yield f"Language model: {error.problems[0].what} {error.problems[0].remedy}"
        return
    yield f"Language model in use (language_model: {AUTO}): {name} {version}"
    scores = read_meta(name).get("performance") or {}
    told = [f"{what} {scores[key]:.3f}" for key, what in _SCORES.items() if scores.get(key)]
    if told:
        yield f"  Its scores, by itself, on its development set: {', '.join(told)}."
    for package in PREFERRED:
        if package == name:
            break
        if importlib.util.find_spec(package) is None:
            yield f"  {package} is not installed; to get it: python -m spacy download {package}"
        else:
            yield f"  {package} does not fit this spaCy; to get one: python -m spacy download {package}"
    if name == SHIPPED.name:
        yield f"  {name} is the pipeline that comes with the project ({SHIPPED})."
