"""A YAML file whose values know the lines that they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from interview_coding.encoding import decode
from interview_coding.errors import InputError, Problem
from interview_coding.schemas import faults

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """A YAML file: its values, and the nodes that know their lines.

    Parameters
    ----------
    path
        The file.
    values
        What it holds.
    node
        PyYAML's tree of it.
    """

    path: Path
    values: Any
    node: Any

    def problem(self, what: str, remedy: str, *place: str | int) -> Problem:
        """Return a problem at the line of what stands at `place`, a path of keys and indices."""
        return Problem(str(self.path), what, remedy, self.line(*place))

    def line(self, *place: str | int) -> int:
        """Return the line of what stands at `place`, or of the nearest that there is."""
        return _line(self.node, place)

    def check(self, schema: str) -> None:
        """Raise an InputError with every fault by a schema, and with keys that stand twice."""
        problems = [
            self.problem(f"key {_key(fault.path)}: {fault.what}", fault.remedy, *fault.path)
            for fault in faults(schema, self.values)
        ]
        problems.extend(_repeated_keys(self.path, self.node))
        if problems:
            raise InputError(sorted(problems, key=lambda problem: problem.row or 0))


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file.

    Raises
    ------
    InputError
        If it is not valid YAML, with the line.
    """
    text = decode(path.read_bytes(), str(path))
    try:
        node = yaml.compose(text, Loader=_LOADER)
        values = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        unclosed = "quoted scalar" in (getattr(error, "context", None) or "")
        mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
        what = f"is not valid YAML: {getattr(error, 'problem', None) or 'it cannot be read'}."
        remedy = "Look at indents, colons and quotation marks on this line and the one before."
        raise InputError([Problem(str(path), what, remedy, mark.line + 1 if mark else None)]) from error
    return YamlFile(path, values, node)


def _repeated_keys(path: Path, node: Any) -> Iterator[Problem]:
    """Yield a problem per key that stands twice in one mapping; YAML would keep the last without a word."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _repeated_keys(path, entry)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                what = f"key {key.value}: stands twice."
                remedy = "Keep one, or begin a new code with - before its id."
                yield Problem(str(path), what, remedy, key.start_mark.line + 1)
            seen.add(key.value)
            yield from _repeated_keys(path, value)


def _key(path: tuple[str | int, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path) or "(theme)"


def _line(node: Any, path: tuple[str | int, ...]) -> int:
    """Return the line on which the value at `path` begins, or the nearest that there is."""
    for part in path:
        child = None
        if isinstance(node, yaml.MappingNode):
            child = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            child = node.value[part]
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1
