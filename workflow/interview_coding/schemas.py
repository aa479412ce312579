"""Check data against the JSON Schemas of ``workflow/schemas`` and say every fault in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

SCHEMA_FOLDER = Path(__file__).parent.parent / "schemas"


@dataclass(frozen=True)
class Fault:
    """One place where data and schema differ: the path to it, what is wrong, what would be right."""

    path: tuple[str | int, ...]
    what: str
    remedy: str


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema ``workflow/schemas/<name>.schema.yaml``."""
    text = (SCHEMA_FOLDER / f"{name}.schema.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=FormatChecker(["date"]))


def faults(name: str, data: object) -> Iterator[Fault]:
    """Yield every fault of `data` by the schema called `name`, sorted by path.

    The remedy is the ``description`` that the schema gives the property concerned.
    """
    for error in sorted(_validator(name).iter_errors(data), key=lambda e: list(e.path)):
        yield from _spell_out(name, error)


def _spell_out(schema_name: str, error: ValidationError) -> Iterator[Fault]:
    path = tuple(error.path)
    rules: Any = error.schema
    if error.validator == "required":
        name = error.message.split("'")[1]
        yield Fault((*path, name), "is empty or missing.", _remedy(schema_name, rules["properties"][name]))
    elif error.validator == "additionalProperties":
        known = sorted(rules["properties"])
        instance: Any = error.instance
        for name in sorted(map(str, set(instance) - set(known))):
            yield Fault((*path, name), "is not known here.", f"Known are {', '.join(known)}.")
    elif error.instance is None:
        yield Fault(path, "is empty.", _remedy(schema_name, rules))
    else:
        wrong = _WRONG.get(str(error.validator), "does not fit")
        yield Fault(path, f"{_short(error.instance)} {wrong}.", _remedy(schema_name, rules))


def _remedy(schema_name: str, rules: Mapping[str, Any]) -> str:
    definition = rules.get("$ref", "").rpartition("/")[2]
    described = schema(schema_name)["$defs"][definition] if definition else rules
    return str(described["description"])


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


_LONGEST_VALUE = 80


_WRONG = {
    "enum": "is not one of the values allowed",
    "pattern": "is not written as it must be",
    "format": "is not a date, or not one that exists",
    "type": "is of the wrong kind",
    "minimum": "is too small",
    "maximum": "is too large",
    "minLength": "is too short",
    "maxLength": "is too long",
    "minItems": "has too few entries",
    "uniqueItems": "has an entry twice",
}
