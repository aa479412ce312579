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

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256

if TYPE_CHECKING:
    from spacy.language import Language

AUTO = "auto"
PREFERRED = ("da_core_news_sm", "da_core_news_md", "da_core_news_lg")
"""Packages that `AUTO` looks for, in this order."""

SHIPPED = Path(__file__).parents[2] / "models" / "da_interview"
"""The pipeline that comes with the project; `AUTO` takes it where none of `PREFERRED` fits."""

RULES = "blank:da"
"""A pipeline without a model: spaCy's Danish tokenizer, our sentence rules, simplemma's lemmas."""


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
        `AUTO`: the first of `PREFERRED` that is installed and fits this spaCy, else the shipped pipeline.
        Or `RULES`, an installed package, or a path.

    Raises
    ------
    InputError
        If the model is not there.
    """
    if setting == AUTO:
        fitting = (package for package in PREFERRED if _is_installed(package) and fits(package))
        setting = next(fitting, SHIPPED.name)
    if setting == RULES:
        return RULES, metadata.version("simplemma")
    if _is_installed(setting):
        return setting, metadata.version(setting)
    return setting, str(read_meta(setting)["version"])


def read_meta(name: str) -> dict[str, Any]:
    """Return what a model says of itself in its meta.json.

    Parameters
    ----------
    name
        An installed package, the name of the shipped pipeline, or a path.

    Raises
    ------
    InputError
        If there is no such model.
    """
    try:
        meta: dict[str, Any] = json.loads((folder(name) / "meta.json").read_text(encoding="utf-8"))
        return {**meta, "version": str(meta["version"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        if name == SHIPPED.name:
            what = f"the pipeline that comes with the project is not whole in {SHIPPED}."
            remedy = f"Bring it back: git checkout -- workflow/models; or {_fetch(PREFERRED[0]).lower()}."
        else:
            what = f"key language_model: {name} is neither an installed package nor the folder of a pipeline."
            remedy = f"{_fetch(name)}, or write auto."
        raise InputError([Problem("config.yaml", what, remedy)]) from error


def folder(name: str) -> Path:
    """Return the folder with a model's meta.json, as far as a name tells; it need not be there."""
    if name == SHIPPED.name:
        return SHIPPED
    spec = importlib.util.find_spec(name) if _is_installed(name) else None
    return Path(spec.origin).parent if spec and spec.origin else Path(name)


def fits(package: str) -> bool:
    """Tell whether an installed model says that it works with the spaCy that is installed."""
    try:
        wanted = SpecifierSet(read_meta(package).get("spacy_version", ""))
    except (InputError, InvalidSpecifier):
        return False
    return wanted.contains(metadata.version("spacy"), prereleases=True)


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


def load(setting: str, names: bool = True) -> tuple[Language, LanguageModel]:
    """Load the pipeline that a setting means.

    Parameters
    ----------
    setting
        As `identify` takes it.
    names
        Whether names are to be found; without, a text takes about half the time.

    Returns
    -------
    nlp
        The pipeline; gives sentence starts and lemmas, and with a model also tags and names.
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
        nlp = spacy.load(name if _is_installed(name) else folder(name))
    except Exception as error:
        what = f"key language_model: {name} {version} does not load with spaCy {spacy_version}."
        remedy = f"{_fetch(name)}, or write auto."
        raise InputError([Problem("config.yaml", what, remedy)]) from error
    if not names:
        _leave_out_names(nlp)
    _fit_to_talk(nlp)
    files = sorted(p for p in folder(name).rglob("*") if p.is_file() and p.suffix != ".pyc")
    return nlp, describe(tuple(nlp.pipe_names), sha256(files))


def _leave_out_names(nlp: Language) -> None:
    pipeline: list[tuple[str, Any]] = nlp.pipeline
    for name, pipe in pipeline:
        if nlp.get_pipe_meta(name).factory == "tok2vec" and pipe.listening_components == ["ner"]:
            nlp.disable_pipe(name)
    if "ner" in nlp.pipe_names:
        nlp.disable_pipe("ner")


def _fit_to_talk(nlp: Language) -> None:
    """Leave sentences to a senter where there is one, faster than a parser; add our rules and lists."""
    from interview_coding.language import lemmas, names

    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    if "senter" in nlp.pipe_names and "parser" in nlp.pipe_names:
        nlp.disable_pipe("parser")
    if "parser" not in nlp.pipe_names:
        _add_sentences(nlp)
    if "trainable_lemmatizer" in (nlp.get_pipe_meta(name).factory for name in nlp.pipe_names):
        nlp.add_pipe(lemmas.checked_lemmas.__name__)
    if "ner" in nlp.pipe_names:
        nlp.add_pipe(names.COMPONENT)


def _rules() -> Language:
    import spacy

    from interview_coding.language import lemmas

    nlp = spacy.blank("da")
    _add_sentences(nlp)
    nlp.add_pipe(lemmas.simplemma_lemmas.__name__)
    return nlp


def _add_sentences(nlp: Language) -> None:
    from interview_coding.language import sentences

    nlp.add_pipe(sentences.danish_sentences.__name__)
