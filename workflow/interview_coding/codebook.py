"""The codebook: themes and codes, read from one YAML file per theme and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from interview_coding.encoding import decode
from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256
from interview_coding.schemas import faults

CHANGELOG = "CHANGELOG.md"
_VERSION = re.compile(r"^##\s+\[?(\d+\.\d+\.\d+)\]?", re.M)

QUESTIONS = {
    "samarbejdsmodeller": "Samarbejdsmodeller",
    "indsatser": "Indsatser",
    "oplevede_virkninger": "Oplevede virkninger",
}
"""The evaluation's three main questions (review, chapter 1): id -> Danish name."""

_INHERITED = ("question", "level", "valence")


@dataclass(frozen=True)
class Code:
    """A code; `question`, `level` and `valence` are the theme's unless the code has its own."""

    id: str
    label: str
    definition: str
    sources: tuple[str, ...]
    question: str
    level: str
    valence: str
    dialogue: tuple[str, ...]
    exemplars: tuple[str, ...]

    @property
    def theme(self) -> str:
        """The id of the code's theme."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Theme:
    """A theme and its codes, in the order of the file."""

    id: str
    label: str
    sources: tuple[str, ...]
    question: str
    level: str
    valence: str
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class Codebook:
    """All themes, with the version that CHANGELOG.md names and a hash of the content."""

    version: str
    sha256: str
    themes: tuple[Theme, ...]

    @property
    def codes(self) -> dict[str, Code]:
        """The codes by id, in the order of the codebook."""
        return {code.id: code for theme in self.themes for code in theme.codes}

    def to_json(self) -> str:
        """Return the codebook as JSON that `from_json` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Codebook:
        """Return the codebook that `to_json` wrote."""
        values = json.loads(text)
        return cls(values["version"], values["sha256"], tuple(map(_theme, values["themes"])))


def codebook_files(folder: Path) -> list[Path]:
    """Return the theme files of a codebook in the order of their names."""
    return sorted(path for path in folder.glob("*.y*ml") if not path.name.startswith("."))


def lacks(folder: Path) -> list[Problem]:
    """Return what keeps a folder from being a codebook: no theme files, or no version."""
    if not codebook_files(folder):
        remedy = "Set `codebook` to a folder with one YAML file per theme."
        return [Problem(str(folder), "holds no codebook.", remedy)]
    return _version(folder / CHANGELOG)[1]


def read_codebook(folder: Path) -> Codebook:
    """Read and check a codebook.

    Parameters
    ----------
    folder
        Holds one YAML file per theme, and CHANGELOG.md, whose newest heading names the version.

    Raises
    ------
    InputError
        With every problem found, by file and line.
    """
    files = codebook_files(folder)
    problems = lacks(folder)
    themes = []
    for file in files:
        try:
            themes.append(_read_theme(file))
        except InputError as error:
            problems.extend(error.problems)
    problems.extend(_twice(themes))
    if problems:
        raise InputError(problems)
    version, _ = _version(folder / CHANGELOG)
    return Codebook(version, sha256(files), tuple(_theme(theme.values) for theme in themes))


def _version(changelog: Path) -> tuple[str, list[Problem]]:
    text = decode(changelog.read_bytes(), str(changelog)) if changelog.is_file() else ""
    if match := _VERSION.search(text):
        return match.group(1), []
    remedy = "Begin it with a heading for the newest version, for example ## 1.0.0."
    return "", [Problem(str(changelog), "names no version of the codebook.", remedy)]


@dataclass(frozen=True)
class _ThemeFile:
    """A theme file: its values, and the YAML nodes that know their lines."""

    path: Path
    values: dict[str, Any]
    node: Any

    def problem(self, what: str, remedy: str, *place: str | int) -> Problem:
        return Problem(str(self.path), what, remedy, _line(self.node, place))


def _read_theme(path: Path) -> _ThemeFile:
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
    if not isinstance(values, dict):
        raise InputError([Problem(str(path), "holds no theme.", "Write the theme's keys, from id to codes.")])
    theme = _ThemeFile(path, values, node)
    problems = [
        theme.problem(f"key {_key(fault.path)}: {fault.what}", fault.remedy, *fault.path)
        for fault in faults("codebook", values)
    ]
    problems.extend(_repeated_keys(path, node))
    if problems := problems or list(_misplaced(theme)):
        raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
    return theme


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def _misplaced(theme: _ThemeFile) -> Iterator[Problem]:
    name = theme.values["id"]
    if name != theme.path.stem:
        remedy = f"Name the file {name}.yaml, or correct the id."
        yield theme.problem(f"holds the theme {name}.", remedy, "id")
    for number, code in enumerate(theme.values["codes"]):
        if code["id"].partition(".")[0] != name:
            what = f"the code {code['id']} is not of the theme {name}."
            remedy = f"Begin its id with {name}., or move it to its theme's file."
            yield theme.problem(what, remedy, "codes", number, "id")


def _twice(themes: list[_ThemeFile]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for theme in themes:
        for number, code in enumerate(theme.values["codes"]):
            if code["id"] in seen:
                what = f"the code {code['id']} stands in {seen[code['id']]} already."
                yield theme.problem(what, "Keep one.", "codes", number, "id")
            seen.setdefault(code["id"], theme.path.name)


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


def _theme(values: Mapping[str, Any]) -> Theme:
    inherited = {key: values[key] for key in _INHERITED}
    codes = tuple(
        Code(
            id=code["id"],
            label=code["label"],
            definition=code["definition"].strip(),
            sources=tuple(code["sources"]),
            dialogue=tuple(text.strip() for text in code["dialogue"]),
            exemplars=tuple(text.strip() for text in code["exemplars"]),
            **{key: code.get(key, value) for key, value in inherited.items()},
        )
        for code in values["codes"]
    )
    return Theme(values["id"], values["label"], tuple(values["sources"]), codes=codes, **inherited)
