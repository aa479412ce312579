"""Write the files of a codebook as `reading` reads them and people edit them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from interview_coding.codebook.model import INHERITED, Code, Codebook, Theme
from interview_coding.codebook.reading import (
    NO_CODE,
    SETTINGS,
    extended_codebook,
    read_settings,
    theme_files,
)
from interview_coding.errors import InputError, Problem
from interview_coding.files import write_text

WIDTH = 96
_LONGEST_PLAIN = 60


class _Text(str):
    """Running text, folded over lines."""


class _Quoted(str):
    """Text in double quotation marks."""


class _Inline(list[Any]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(
    _Text,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", str(text), ">" if len(text) > _LONGEST_PLAIN else None
    ),
)
_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), '"')
)
_Dumper.add_representer(
    _Inline, lambda dumper, values: dumper.represent_sequence("tag:yaml.org,2002:seq", values, True)
)


def write_themes(themes: Iterable[Theme], folder: Path) -> None:
    """Write one YAML file per theme to a folder."""
    for theme in themes:
        write_text(folder / f"{theme.id}.yaml", theme_yaml(theme))


def write_no_code(utterances: Iterable[str], folder: Path) -> None:
    """Write the utterances that carry no code to a folder."""
    write_text(folder / NO_CODE, _dump([_Text(text) for text in utterances]))


def theme_yaml(theme: Theme) -> str:
    """Return a theme as YAML; what a code has from its theme is not repeated."""
    values = {
        "id": theme.id,
        "label": theme.label,
        "sources": _quoted(theme.sources),
        **{key: getattr(theme, key) for key in INHERITED},
        "codes": [_code(code, theme) for code in theme.codes],
    }
    return _dump(values)


def _code(code: Code, theme: Theme) -> dict[str, Any]:
    own = {key: getattr(code, key) for key in INHERITED if getattr(code, key) != getattr(theme, key)}
    values = {
        "id": code.id,
        "label": code.label,
        "short": code.short,
        "definition": _Text(code.definition),
        "use": _Text(code.use),
        "not_use": [_with_code("when", note.when, note.instead) for note in code.not_use],
        "synonyms": _Inline(code.synonyms),
        "sources": _quoted(code.sources),
        **own,
        "dialogue": [_Text(text) for text in code.dialogue],
        "indicators": [_Quoted(pattern) for pattern in code.indicators],
        "exemplars": [_Text(text) for text in code.exemplars],
        "near_misses": [_with_code("text", miss.text, miss.instead) for miss in code.near_misses],
    }
    return {key: value for key, value in values.items() if value}


def _with_code(key: str, text: str, instead: str | None) -> dict[str, Any]:
    return {key: _Text(text), **({"instead": instead} if instead else {})}


def _quoted(texts: Sequence[str]) -> _Inline:
    return _Inline(_Quoted(text) for text in texts)


def _dump(values: Any) -> str:
    text: str = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text


def rewrite(folder: Path, codebook: Codebook) -> None:
    """Write the themes and the talk without a code of a codebook to its folder, where they changed.

    A codebook that extends another keeps in its own files what differs from that. Comments in the YAML
    files that are written anew are lost.

    Raises
    ------
    InputError
        If a code of the codebook that is extended is to go: that is what leave_out is for.
    """
    base = extended_codebook(folder)
    gone = [id for id in (base.codes if base else {}) if id not in codebook.codes]
    left_out = read_settings(folder).get("leave_out", ())
    gone = [id for id in gone if id not in left_out and id.partition(".")[0] not in left_out]
    if gone:
        what = f"{', '.join(gone)} stand in the codebook that this one extends."
        raise InputError([Problem(str(folder / SETTINGS), what, "List them under leave_out.")])
    files = {path: path.read_text(encoding="utf-8") for path in theme_files(folder)}
    for theme in codebook.themes:
        inherited = base.codes if base else {}
        own = tuple(code for code in theme.codes if inherited.get(code.id) != code)
        if own:
            path = folder / f"{theme.id}.yaml"
            if files.pop(path, None) != (text := theme_yaml(replace(theme, codes=own))):
                write_text(path, text)
    for path in files:
        path.unlink()
    no_code = codebook.no_code[len(base.no_code) if base else 0 :]
    if no_code or (folder / NO_CODE).exists():
        write_no_code(no_code, folder)
