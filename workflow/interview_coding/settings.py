"""The settings of a run, as config.yaml and the command line give them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview_coding.errors import InputError, Problem
from interview_coding.schemas import faults, schema

PRIVATE = "private"
"""The folder in a project for what must not reach the results: the key, and what is known of names."""


@dataclass(frozen=True)
class Settings:
    """What an evaluator can set; config.yaml explains each key."""

    project: Path
    codebook: Path
    results: Path
    language_model: str
    segment_words: int
    suggestions_per_segment: str | int
    suggestion_precision: float
    encoder: str
    llm_endpoint: str
    llm_model: str
    llm_timeout: int
    quotes_per_code: int
    min_informants: int
    strict: bool
    private: Path
    organisations: str
    places: str
    link_persons: bool
    author: str


def read_settings(config: Mapping[str, Any], source: str = "config.yaml") -> Settings:
    """Check a configuration and fill in defaults.

    Parameters
    ----------
    config
        Keys and values, as YAML gives them.
    source
        The file to name in messages.

    Raises
    ------
    InputError
        With one problem per unknown key or unfit value.
    """
    settings, problems = check_settings(config, source)
    if problems:
        raise InputError(problems)
    return settings


def check_settings(config: Mapping[str, Any], source: str = "config.yaml") -> tuple[Settings, list[Problem]]:
    """Check a configuration, and go on with the default where a value does not fit.

    Parameters
    ----------
    config, source
        As `read_settings` takes them.

    Returns
    -------
    settings
        What can be used of the configuration.
    problems
        One per unknown key or unfit value.
    """
    known = schema("config")["properties"]
    problems = []
    values: dict[str, Any] = {key: config.get(key, rules["default"]) for key, rules in known.items()}
    for fault in faults("config", dict(config)):
        key = str(fault.path[0])
        remedy = fault.remedy
        if key in known:
            values[key] = known[key]["default"]
        elif close := difflib.get_close_matches(key, known, 1):
            remedy = f"Did you mean {close[0]}? {remedy}"
        problems.append(Problem(source, f"key {key}: {fault.what}", remedy))
    values |= {
        key: int(value) for key, value in values.items() if isinstance(value, float) and value.is_integer()
    }
    values["private"] = values["private"] or str(Path(values["project"]) / PRIVATE)
    values |= {key: Path(values[key]) for key in ("project", "codebook", "results", "private")}
    return Settings(**values), problems
