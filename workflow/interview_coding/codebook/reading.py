"""Read a codebook from its folder: one YAML file per theme, and what goes with them, checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from interview_coding.codebook.model import CHANGE_KINDS, Change, Codebook, PracticeTurn, Theme
from interview_coding.codebook.practice import follow, practice_files, read_practice
from interview_coding.codebook.yaml_file import YamlFile, read_yaml
from interview_coding.encoding import decode
from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256
from interview_coding.indicators import PatternError, parse

CHANGELOG = "CHANGELOG.md"
SETTINGS = "codebook.yaml"
"""Title, reference, what the codebook extends and leaves out, and how its codes have changed."""
NO_CODE = "no-code.yaml"
"""Utterances that carry no code."""
_VERSION = re.compile(r"##\s+\[?(\d+\.\d+\.\d+)\]?")


def theme_files(folder: Path) -> list[Path]:
    """Return the theme files of a codebook in the order of their names."""
    found = (path for path in folder.glob("*.y*ml") if not path.name.startswith("."))
    return sorted(path for path in found if path.name not in (SETTINGS, NO_CODE))


def codebook_files(folder: Path) -> list[Path]:
    """Return every file that a codebook is read from, also those of the codebook that it extends."""
    extended = _extended(folder)
    own = [folder / CHANGELOG, folder / SETTINGS, folder / NO_CODE]
    files = [*theme_files(folder), *(path for path in own if path.is_file()), *practice_files(folder)]
    return [*(codebook_files(extended) if extended else ()), *files]


def lacks(folder: Path) -> list[Problem]:
    """Return what keeps a folder from being a codebook: no theme files, no version, or no base."""
    try:
        extended = _extended(folder)
    except InputError as error:
        return list(error.problems)
    if not theme_files(folder) and not extended:
        remedy = "Set `codebook` to a folder with one YAML file per theme."
        return [Problem(str(folder), "holds no codebook.", remedy)]
    return [*(lacks(extended) if extended else ()), *_version(folder / CHANGELOG)[1]]


def read_codebook(folder: Path) -> Codebook:
    """Read and check a codebook.

    Parameters
    ----------
    folder
        Holds one YAML file per theme; CHANGELOG.md, whose newest heading names the version; and, if
        wanted, codebook.yaml and no-code.yaml.

    Raises
    ------
    InputError
        With every problem found, by file and line.
    """
    problems = lacks(folder)
    themes = []
    for file in theme_files(folder):
        try:
            themes.append(read_theme_file(file))
        except InputError as error:
            problems.extend(error.problems)
    problems.extend(_twice(themes))
    try:
        settings = read_settings(folder)
        no_code = _read_no_code(folder / NO_CODE)
        base = extended_codebook(folder) or Codebook("", "", ())
    except InputError as error:
        problems.extend(problem for problem in error.problems if problem not in problems)
    if problems:
        raise InputError(problems)
    together = _joined(base.themes, [Theme.of(theme.values) for theme in themes])
    changes = tuple(map(_change, settings.get("changes", ())))
    practice = [*base.practice, *_read_practice(folder, together, changes)]
    kept = _left_out(together, settings.get("leave_out", ()), folder / SETTINGS)
    return Codebook(
        version=_version(folder / CHANGELOG)[0],
        sha256=sha256(codebook_files(folder)),
        themes=kept,
        title=settings.get("title", base.title),
        reference=settings.get("reference", base.reference).strip(),
        no_code=(*base.no_code, *no_code),
        changes=changes,
        practice=follow(practice, changes, {code.id for theme in kept for code in theme.codes}),
    )


def extended_codebook(folder: Path) -> Codebook | None:
    """Return the codebook that the one in a folder extends, if any."""
    extended = _extended(folder)
    return read_codebook(extended) if extended else None


def _extended(folder: Path, seen: Sequence[Path] = ()) -> Path | None:
    """Return the folder of the codebook that a codebook extends, if any."""
    name = read_settings(folder).get("extends")
    if name is None:
        return None
    base = Path(folder, name).resolve()
    if not base.is_dir():
        what = f"key extends: there is no folder {name}."
        raise InputError([Problem(str(folder / SETTINGS), what, "Write it as seen from this one's folder.")])
    if base in (folder.resolve(), *seen):
        raise InputError(
            [Problem(str(folder / SETTINGS), "key extends: leads back to itself.", "Extend another folder.")]
        )
    _extended(base, [*seen, folder.resolve()])
    return base


def read_settings(folder: Path) -> dict[str, Any]:
    """Return what codebook.yaml says; nothing if there is none."""
    file = folder / SETTINGS
    if not file.is_file():
        return {}
    settings = read_yaml(file)
    if not isinstance(settings.values, dict):
        raise InputError(
            [Problem(str(file), "holds no keys.", "Write title, reference, extends, leave_out or changes.")]
        )
    settings.check("codebook-settings")
    return settings.values


def _read_no_code(file: Path) -> tuple[str, ...]:
    if not file.is_file():
        return ()
    listed = read_yaml(file)
    listed.check("no-code")
    return tuple(text.strip() for text in listed.values)


def _read_practice(
    folder: Path, themes: Iterable[Theme], changes: Iterable[Change]
) -> Iterator[PracticeTurn]:
    known = {code.id for theme in themes for code in theme.codes}
    known.update(code for change in changes for code in change.old)
    problems: list[Problem] = []
    for file in practice_files(folder):
        try:
            yield from read_practice(file, known)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)


def _change(values: dict[str, Any]) -> Change:
    kind = next(kind for kind in CHANGE_KINDS if kind in values)
    old, new = values[kind], values.get("into", values.get("to", ()))
    return Change(
        values["version"],
        kind,
        tuple([old] if isinstance(old, str) else old),
        tuple([new] if isinstance(new, str) else new),
        values.get("why", "").strip(),
    )


def _joined(base: Sequence[Theme], own: Sequence[Theme]) -> list[Theme]:
    """Return themes with others laid over them: codes of the same id take the place of the base's."""
    themes = {theme.id: theme for theme in base}
    for theme in own:
        codes = {code.id: code for code in themes[theme.id].codes} if theme.id in themes else {}
        codes.update({code.id: code for code in theme.codes})
        themes[theme.id] = replace(theme, codes=tuple(codes.values()))
    return list(themes.values())


def _left_out(themes: Sequence[Theme], names: Sequence[str], file: Path) -> tuple[Theme, ...]:
    """Return the themes without the codes and themes that are switched off."""
    known = {theme.id for theme in themes} | {code.id for theme in themes for code in theme.codes}
    unknown = [name for name in names if name not in known]
    if unknown:
        what = f"key leave_out: there is no code or theme {', '.join(unknown)}."
        raise InputError([Problem(str(file), what, "Write ids as the codebook has them.")])
    kept = (
        replace(theme, codes=tuple(code for code in theme.codes if code.id not in names))
        for theme in themes
        if theme.id not in names
    )
    return tuple(theme for theme in kept if theme.codes)


def _version(changelog: Path) -> tuple[str, list[Problem]]:
    text = decode(changelog.read_bytes(), str(changelog)) if changelog.is_file() else ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## ") and "unreleased" not in line.lower():
            if match := _VERSION.match(line):
                return match.group(1), []
            what = f"the heading {line.removeprefix('## ').strip()!r} names no version."
            return "", [Problem(str(changelog), what, "Write it as ## 1.0.0.", number)]
    remedy = "Begin it with a heading for the newest version, for example ## 1.0.0."
    what = "names no version of the codebook." if changelog.is_file() else "is missing."
    return "", [Problem(str(changelog), what, remedy)]


def read_theme_file(path: Path) -> YamlFile:
    """Read a theme file and check it by itself.

    Raises
    ------
    InputError
        With every problem of the file, by line.
    """
    theme = read_yaml(path)
    if not isinstance(theme.values, dict):
        raise InputError([Problem(str(path), "holds no theme.", "Write the theme's keys, from id to codes.")])
    theme.check("codebook")
    if problems := [*_misplaced(theme), *_not_patterns(theme)]:
        raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
    return theme


def _misplaced(theme: YamlFile) -> Iterator[Problem]:
    name = theme.values["id"]
    if name != theme.path.stem:
        remedy = f"Name the file {name}.yaml, or correct the id."
        yield theme.problem(f"holds the theme {name}.", remedy, "id")
    for number, code in enumerate(theme.values["codes"]):
        if code["id"].partition(".")[0] != name:
            what = f"the code {code['id']} is not of the theme {name}."
            remedy = f"Begin its id with {name}., or move it to its theme's file."
            yield theme.problem(what, remedy, "codes", number, "id")


def _not_patterns(theme: YamlFile) -> Iterator[Problem]:
    for number, code in enumerate(theme.values["codes"]):
        for place, pattern in enumerate(code.get("indicators", ())):
            try:
                parse(pattern)
            except PatternError as error:
                what = f"indicator {pattern!r} of {code['id']}:"
                yield theme.problem(what, str(error), "codes", number, "indicators", place)


def _twice(themes: list[YamlFile]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for theme in themes:
        for number, code in enumerate(theme.values["codes"]):
            if code["id"] in seen:
                what = f"the code {code['id']} stands in {seen[code['id']]} already."
                yield theme.problem(what, "Keep one.", "codes", number, "id")
            seen.setdefault(code["id"], theme.path.name)
