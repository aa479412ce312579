"""Find, load and describe the Danish pipeline of a run."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256

if TYPE_CHECKING:
    from spacy.language import Language

AUTO = "auto"
PREFERRED = ("da_core_news_sm", "da_core_news_md", "da_core_news_lg")
"""Packages that `AUTO` looks for, in this order."""

RULES = "blank:da"
"""The pipeline without a model: spaCy's Danish tokenizer, our sentence rules, simplemma's lemmas."""


@dataclass(frozen=True)
class LanguageModel:
    """What a run's annotations were made with.

    Parameters
    ----------
    name
        Package name, path, or `RULES`.
    version
        The model's version.
    spacy
        The version of spaCy.
    components
        The pipeline's components in order.
    sha256
        Hash of the model's files; "" for `RULES`, whose code is part of the project.
    """

    name: str
    version: str
    spacy: str
    components: tuple[str, ...]
    sha256: str

    def as_dict(self) -> dict[str, Any]:
        """Return the description as JSON can hold it."""
        return {**asdict(self), "components": list(self.components)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> LanguageModel:
        """Return the description that `as_dict` gave."""
        return cls(**{**values, "components": tuple(values["components"])})


def identify(setting: str) -> tuple[str, str]:
    """Return name and version of the model that a setting means, without loading anything.

    Parameters
    ----------
    setting
        `AUTO`, `RULES`, an installed package, or a path.

    Raises
    ------
    InputError
        If the model is not there.
    """
    name = setting
    if setting == AUTO:
        name = next((package for package in PREFERRED if _is_installed(package)), RULES)
    if name == RULES:
        return RULES, metadata.version("simplemma")
    if _is_installed(name):
        return name, metadata.version(name)
    try:
        meta = json.loads((Path(name) / "meta.json").read_text(encoding="utf-8"))
        return name, str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = f"key language_model: {name} is neither an installed package nor the folder of a pipeline."
        raise InputError([Problem("config.yaml", what, f"{_fetch(name)}, or write auto.")]) from error


def _is_installed(package: str) -> bool:
    if not package.isidentifier() or importlib.util.find_spec(package) is None:
        return False
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def _fetch(name: str) -> str:
    if name.isidentifier():
        return f"Fetch it: python -m spacy download {name}"
    return "Give the folder that holds the pipeline's meta.json"


def load(setting: str) -> tuple[Language, LanguageModel]:
    """Load the pipeline that a setting means.

    Parameters
    ----------
    setting
        `AUTO`, `RULES`, an installed package, or a path.

    Returns
    -------
    nlp
        The pipeline; gives sentence starts and lemmas.
    model
        What it is, for the run's metadata.

    Raises
    ------
    InputError
        If the model is not there, or does not work with this spaCy.
    """
    import spacy

    spacy_version = metadata.version("spacy")
    name, version = identify(setting)
    describe = partial(LanguageModel, name, version, spacy_version)
    if name == RULES:
        nlp = _rules()
        return nlp, describe(tuple(nlp.pipe_names), "")
    try:
        nlp = spacy.load(name)
    except Exception as error:
        what = f"key language_model: {name} {version} does not load with spaCy {spacy_version}."
        remedy = f"{_fetch(name)}, or write auto."
        raise InputError([Problem("config.yaml", what, remedy)]) from error
    if not {"senter", "parser", "sentencizer"} & set(nlp.pipe_names):
        _add_sentences(nlp)
    files = sorted(p for p in _folder(name).rglob("*") if p.is_file() and p.suffix != ".pyc")
    return nlp, describe(tuple(nlp.pipe_names), sha256(files))


def _rules() -> Language:
    import spacy

    from interview_coding.language import lemmas

    nlp = spacy.blank("da")
    _add_sentences(nlp)
    nlp.add_pipe(lemmas.simplemma_lemmas.__name__)
    return nlp


def _add_sentences(nlp: Language) -> None:
    from interview_coding.language import sentences

    nlp.add_pipe(sentences.danish_sentences.__name__, first=True)


def _folder(name: str) -> Path:
    spec = importlib.util.find_spec(name) if _is_installed(name) else None
    return Path(spec.origin).parent if spec and spec.origin else Path(name)
