"""Say in words how two codebooks differ."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from interview_coding.codebook.migration import spell_out, version_key
from interview_coding.codebook.model import RENAME, Code, Codebook, NearMiss, NotUse
from interview_coding.codebook.reading import CHANGELOG, read_codebook
from interview_coding.errors import InputError, Problem

_TEXTS = ("label", "short", "definition", "use", "question", "level", "valence")
_LISTS = ("sources", "not_use", "synonyms", "dialogue", "indicators", "exemplars", "near_misses")
_ONE = {"not_use": "not_use", "near_misses": "near miss", "dialogue": "question for dialogue"}
_LONGEST = 90
_MOST_SHOWN = 3


def find_codebook(name: str, folder: Path) -> Codebook:
    """Return the codebook that a name means.

    Parameters
    ----------
    name
        A folder, a compiled codebook (``steps/codebook.json``), a workbook (.xlsx), or a revision of git.
    folder
        Where the codebook stands, for a revision.

    Raises
    ------
    InputError
        If there is none by that name, or it cannot be read.
    """
    path = Path(name)
    if path.is_dir():
        return read_codebook(path)
    if path.suffix == ".json" and path.is_file():
        return Codebook.from_json(path.read_text(encoding="utf-8"))
    if path.suffix.lower() == ".xlsx" and path.is_file():
        from interview_coding.codebook.workbook import read_workbook

        content = read_workbook(path)
        return Codebook("", "", content.themes, no_code=content.no_code)
    return _of_revision(name, folder)


def _of_revision(revision: str, folder: Path) -> Codebook:
    where = folder if folder.is_dir() else folder.resolve().parent
    try:
        top = _git(["rev-parse", "--show-toplevel"], where).decode().strip()
        names = _git(["ls-tree", "-r", "-z", "--name-only", revision], Path(top)).decode().split("\0")
        wanted = [name for name in names if name.endswith((".yaml", ".yml", CHANGELOG))]
        packed = _git(["archive", "--format=tar", revision, *wanted], Path(top))
    except (OSError, subprocess.CalledProcessError):
        what = f"{revision} is neither a codebook's folder or file nor a revision of git."
        raise InputError([Problem(str(folder), what, "Give a folder, a file or a revision.")]) from None
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(scratch, filter="data")
        return read_codebook(Path(scratch) / folder.resolve().relative_to(Path(top).resolve()))


def _git(arguments: Sequence[str], where: Path) -> bytes:
    return subprocess.run(["git", *arguments], cwd=where, capture_output=True, check=True).stdout


def differences(old: Codebook, new: Codebook) -> list[str]:
    """Return how a codebook differs from an older one, a line each; none if they say the same."""
    return list(_differences(old, new))


def _differences(old: Codebook, new: Codebook) -> Iterator[str]:
    if old.version != new.version:
        yield f"version {old.version or '(none)'} -> {new.version or '(none)'}"
    for part in ("title", "reference"):
        if getattr(old, part) != getattr(new, part):
            yield f"{part}: {_changed(getattr(old, part), getattr(new, part))}"
    recorded = [c for c in new.changes if version_key(c.version) > version_key(old.version)]
    yield from (f"change: {spell_out(change)}" for change in recorded)
    yield from _themes(old, new)
    renamed = {change.new[0]: change.old[0] for change in recorded if change.kind == RENAME}
    before, after = old.codes, new.codes
    for code in after.values():
        former = before.get(code.id) or before.get(renamed.get(code.id, ""))
        if former is None:
            yield f"{code.id}: is new ({code.label})"
        else:
            yield from (f"{code.id}: {what}" for what in _code(former, code))
    for id in before:
        if id not in after and id not in renamed.values():
            yield f"{id}: is gone ({before[id].label})"
    order = [id for id in after if id in before]
    if order != [id for id in before if id in after]:
        yield "the codes stand in another order"
    yield from _list("utterance without a code", old.no_code, new.no_code)


def _themes(old: Codebook, new: Codebook) -> Iterator[str]:
    before, after = ({theme.id: theme for theme in book.themes} for book in (old, new))
    yield from (f"theme {id}: is new ({after[id].label})" for id in after if id not in before)
    yield from (f"theme {id}: is gone ({before[id].label})" for id in before if id not in after)
    for id in (id for id in after if id in before):
        for part in ("label", "sources", "question", "level", "valence"):
            was, now = getattr(before[id], part), getattr(after[id], part)
            if was != now:
                yield f"theme {id}: {part}: {_changed(was, now)}"


def _code(old: Code, new: Code) -> Iterator[str]:
    for part in _TEXTS:
        was, now = getattr(old, part), getattr(new, part)
        if was != now:
            yield f"{part}: {_changed(was, now)}"
    for part in _LISTS:
        yield from _list(_ONE.get(part, part.removesuffix("s")), getattr(old, part), getattr(new, part))


def _list(what: str, old: Sequence[object], new: Sequence[object]) -> Iterator[str]:
    added = [entry for entry in new if entry not in old]
    taken = [entry for entry in old if entry not in new]
    for entries, how in ((added, "added"), (taken, "taken out")):
        if len(entries) > _MOST_SHOWN:
            yield f"{len(entries)} x {what} {how}"
        else:
            yield from (f"{what} {how}: {_shown(entry)}" for entry in entries)
    if not added and not taken and list(old) != list(new):
        yield f"the order of {what} changed"


def _changed(old: object, new: object) -> str:
    return f"{_shown(old)} -> {_shown(new)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        text = ", ".join(map(str, value))
    elif isinstance(value, NotUse | NearMiss):
        text = value.when if isinstance(value, NotUse) else value.text
        text += f" (-> {value.instead})" if value.instead else ""
    else:
        text = str(value)
    return f'"{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"}"' if text else "(nothing)"
