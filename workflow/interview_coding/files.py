"""Write files whole or not at all, and with the same bytes for the same content."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every member of a zip package that we write (the earliest that zip knows)."""

_UNSAFE = re.compile(r"[^\w .,()&+-]")
_RESERVED = {
    "tvaers",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)),
}
_LONGEST_NAME = 60


@contextmanager
def atomic(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path` that takes its place when the block ends well.

    Parameters
    ----------
    path
        The file to write; its folder is made when missing.

    Yields
    ------
    Path
        Where to write. After an exception nothing is left behind and `path` is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8 with LF line ends, whole or not at all."""
    with atomic(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all."""
    with atomic(path) as draft:
        draft.write_bytes(data)


def write_private(path: Path, data: bytes, only_new: bool = False) -> bool:
    """Write `data` to `path`, whole or not at all, so that only the file's owner can read it.

    Parameters
    ----------
    path
        The file; its folder is made when missing, for the owner alone too.
    data
        What to write.
    only_new
        Whether to leave a file that is there as it is, also one made at this very moment.

    Returns
    -------
    bool
        Whether it was written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if not only_new:
            draft.replace(path)
            return True
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink(missing_ok=True)
    return True


def repack(package: Path) -> None:
    """Rewrite a zip package (.docx, .xlsx) in place with fixed member times, so that its bytes repeat."""
    with zipfile.ZipFile(package) as old:
        members = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            new.writestr(info, data)


def sha256(paths: Iterable[Path]) -> str:
    """Return the SHA-256 of the contents of `paths`, in the order given, as 64 hex digits."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def file_names(titles: Iterable[str]) -> dict[str, str]:
    """Give every title a file name that Linux, macOS and Windows accept.

    A title that is a safe name already stays as it is. Where characters had to be replaced, or
    two names would differ by case only, a short hash of the title keeps the names apart.

    Parameters
    ----------
    titles
        Free text, such as the names of partnerships.

    Returns
    -------
    dict
        Title -> name without ending; depends on no other title but those it collides with.
    """
    plain = {title: _plain_name(title) for title in titles}
    folded = [name.casefold() for name in plain.values()]
    names = {}
    for title, name in plain.items():
        clash = folded.count(name.casefold()) > 1
        if name != title or clash or name.casefold().partition(".")[0].strip() in _RESERVED:
            name = f"{name}-{hashlib.sha256(title.encode()).hexdigest()[:6]}".lstrip("-")
        names[title] = name
    return names


def _plain_name(title: str) -> str:
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", title))
    name = re.sub(r"-{2,}|\s{2,}", lambda match: match.group()[0], name)
    return name[:_LONGEST_NAME].strip(" .-")
