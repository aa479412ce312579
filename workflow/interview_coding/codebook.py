"""The codebook: themes and codes, read from one YAML file per theme and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

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
    return sorted(folder.glob("*.yaml"))


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
    if not files:
        remedy = "Set `codebook` to a folder with one YAML file per theme."
        raise InputError([Problem(str(folder), "holds no codebook.", remedy)])
    problems: list[Problem] = []
    themes = []
    for file in files:
        values, found = _read_theme(file)
        problems.extend(found)
        if not found:
            themes.append(_theme(values))
    problems.extend(_twice(files, themes))
    version, found = _version(folder / CHANGELOG)
    problems.extend(found)
    if problems:
        raise InputError(problems)
    return Codebook(version, sha256(files), tuple(themes))


def _version(changelog: Path) -> tuple[str, list[Problem]]:
    text = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
    if match := _VERSION.search(text):
        return match.group(1), []
    remedy = "Begin it with a heading for the newest version, for example ## 1.0.0."
    return "", [Problem(str(changelog), "names no version of the codebook.", remedy)]


def _read_theme(file: Path) -> tuple[dict[str, Any], list[Problem]]:
    text = file.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=_LOADER)
        values = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"is not valid YAML: {getattr(error, 'problem', None) or 'it cannot be read'}."
        remedy = "Look at indents, colons and quotation marks on this line and the one before."
        return {}, [Problem(str(file), what, remedy, mark.line + 1 if mark else None)]
    if not isinstance(values, dict):
        return {}, [Problem(str(file), "holds no theme.", "Write the theme's keys, from id to codes.")]
    problems = [
        Problem(str(file), f"key {_key(f.path)}: {f.what}", f.remedy, _line(node, f.path))
        for f in faults("codebook", values)
    ]
    return values, problems or list(_misplaced(file, node, values))


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _misplaced(file: Path, node: Any, values: Mapping[str, Any]) -> Iterator[Problem]:
    if values["id"] != file.stem:
        remedy = f"Name the file {values['id']}.yaml, or correct the id."
        yield Problem(str(file), f"holds the theme {values['id']}.", remedy, _line(node, ("id",)))
    for number, code in enumerate(values["codes"]):
        if code["id"].partition(".")[0] != values["id"]:
            what = f"the code {code['id']} is not of the theme {values['id']}."
            remedy = f"Begin its id with {values['id']}., or move it to its theme's file."
            yield Problem(str(file), what, remedy, _line(node, ("codes", number, "id")))


def _twice(files: list[Path], themes: list[Theme]) -> Iterator[Problem]:
    seen = set()
    for theme in themes:
        for code in theme.codes:
            if code.id in seen:
                file = next(f for f in files if f.stem == theme.id)
                yield Problem(str(file), f"the code {code.id} stands there twice.", "Keep one.")
            seen.add(code.id)


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
