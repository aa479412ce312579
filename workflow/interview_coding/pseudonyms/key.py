"""The key: what was replaced by what, kept apart from the results and readable only by its owner.

It lies in ``<project>/private/keys/``, a file per interview. Where a passphrase is set, the files are
encrypted in the age format (age-encryption.org/v1): ``private/identity.age`` holds an age identity, locked
with the passphrase, and the files are encrypted to it. So a run derives one key from the passphrase, however
many interviews there are, and anybody with age and the passphrase can open a file without this program:
``age --decrypt --identity private/identity.age private/keys/x.csv.age``.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pyrage

from interview_coding.errors import InputError, Problem
from interview_coding.files import write_private
from interview_coding.pseudonyms.mentions import KeyRow

PASSPHRASE = "INTERVIEW_CODING_PASSPHRASE"
"""The environment variable that holds the passphrase, if one is set."""

_COLUMNS = ("interview_id", "label", "kind", "form", "count")
_KEYS = "keys"
_IDENTITY = "identity.age"


class KeyStore:
    """The key files of a project.

    Parameters
    ----------
    folder
        ``<project>/private``.
    passphrase
        Locks the key; that of the environment variable `PASSPHRASE` if None, no lock if "".
    """

    def __init__(self, folder: Path, passphrase: str | None = None) -> None:
        self.folder = folder
        self._passphrase = os.environ.get(PASSPHRASE, "") if passphrase is None else passphrase

    @property
    def locks(self) -> bool:
        """Whether what is written now is locked."""
        return bool(self._passphrase)

    def lacks(self) -> list[Problem]:
        """Return what keeps the key from being opened, as far as it shows without trying."""
        if self._identity_file.exists() and not self._passphrase:
            return [_missing_passphrase(self._identity_file)]
        return []

    def has(self, interview_id: str) -> bool:
        """Tell whether an interview has a key file."""
        return any(file.exists() for file in self._files(interview_id))

    def read(self, interview_id: str) -> list[KeyRow]:
        """Return the key of an interview; empty if it has none yet.

        Raises
        ------
        InputError
            If the file is locked and the passphrase is missing or wrong, or the file is damaged.
        """
        plain, locked = self._files(interview_id)
        if locked.exists():
            return _parse(self._decrypt(locked), locked)
        return _parse(plain.read_bytes(), plain) if plain.exists() else []

    def write(self, interview_id: str, rows: Iterable[KeyRow]) -> None:
        """Write the key of an interview, whole or not at all, unless it says so already.

        A plain file is replaced by a locked one where a passphrase is set now.

        Raises
        ------
        InputError
            If what is there cannot be read, so that it would be lost.
        """
        plain, locked = self._files(interview_id)
        rows = sorted(rows)
        if sorted(self.read(interview_id)) == rows and (locked if self._passphrase else plain).exists():
            if self._passphrase:
                plain.unlink(missing_ok=True)
            return
        if problems := self.lacks():
            raise InputError(problems)
        if self._passphrase:
            write_private(locked, pyrage.encrypt(_format(rows), [self._identity.to_public()]))
            plain.unlink(missing_ok=True)
        else:
            write_private(plain, _format(rows))

    def _files(self, interview_id: str) -> tuple[Path, Path]:
        plain = self.folder / _KEYS / f"{interview_id}.csv"
        return plain, plain.with_name(f"{plain.name}.age")

    @property
    def _identity_file(self) -> Path:
        return self.folder / _IDENTITY

    @cached_property
    def _identity(self) -> pyrage.x25519.Identity:
        """The age identity, unlocked; made where there is none yet."""
        file = self._identity_file
        if not file.exists():
            return self._new_identity()
        if not self._passphrase:
            raise InputError([_missing_passphrase(file)])
        try:
            secret = pyrage.passphrase.decrypt(file.read_bytes(), self._passphrase)
            return pyrage.x25519.Identity.from_str(secret.decode().strip())
        except Exception as error:
            what = "is not opened by the passphrase that is set, or is damaged."
            raise InputError([Problem(str(file), what, f"Set the right one: {PASSPHRASE}.")]) from error

    def _new_identity(self) -> pyrage.x25519.Identity:
        if any(self.folder.glob(f"{_KEYS}/*.age")):
            what = "is missing, and without it the key files beside it cannot be opened."
            raise InputError([Problem(str(self._identity_file), what, "Bring it back from a backup.")])
        identity = pyrage.x25519.Identity.generate()
        secret = pyrage.passphrase.encrypt(f"{identity}\n".encode(), self._passphrase)
        if not write_private(self._identity_file, secret, only_new=True):
            return self._identity
        return identity

    def _decrypt(self, file: Path) -> bytes:
        try:
            return bytes(pyrage.decrypt(file.read_bytes(), [self._identity]))
        except pyrage.DecryptError as error:
            what = "is damaged, or belongs to another identity.age."
            raise InputError([Problem(str(file), what, "Bring both back from the same backup.")]) from error


def _missing_passphrase(file: Path) -> Problem:
    return Problem(str(file), "locks the key, and no passphrase is set.", f"Set it: {PASSPHRASE}.")


def _format(rows: Iterable[KeyRow]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((r.interview_id, r.label, r.kind, r.form, r.count) for r in rows)
    return text.getvalue().encode()


def _parse(data: bytes, file: Path) -> list[KeyRow]:
    try:
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True)
        return [KeyRow(r["interview_id"], r["label"], r["kind"], r["form"], int(r["count"])) for r in reader]
    except (csv.Error, KeyError, TypeError, ValueError) as error:
        what = "is no key file as it was written."
        raise InputError([Problem(str(file), what, "Bring it back from a backup.")]) from error


def merged_key(before: Iterable[KeyRow], now: Sequence[KeyRow]) -> list[KeyRow]:
    """Return the key of an interview with what was known before and stands there no more.

    A name that a corrected transcript lacks keeps its label: it may come back, and older files hold it.
    """
    standing = {(row.label, row.kind, row.form) for row in now}
    gone = (row for row in before if (row.label, row.kind, row.form) not in standing)
    return sorted([*now, *(replace(row, count=0) for row in gone)])


def read_keys(folder: Path, interview_ids: Sequence[str]) -> list[KeyRow]:
    """Return the keys of interviews.

    Parameters
    ----------
    folder
        ``<project>/private``.
    interview_ids
        The interviews; every one has a key file, be it empty.

    Raises
    ------
    InputError
        If a file is missing or cannot be opened.
    """
    store = KeyStore(folder)
    missing = [name for name in interview_ids if not store.has(name)]
    if missing:
        what = f"has no key of {', '.join(missing[:3])}{' and more' if len(missing) > 3 else ''}."
        remedy = "Bring it back from a backup, or read the transcripts anew: snakemake --forcerun annotate."
        raise InputError([Problem(str(folder / _KEYS), what, remedy)])
    return [row for name in interview_ids for row in store.read(name)]


def refuse_tracked(folder: Path) -> list[Problem]:
    """Return what keeps the key from lying in a folder: git would take it along.

    Parameters
    ----------
    folder
        Where the key is, or is going to be.
    """
    existing = next((p for p in [folder, *folder.resolve().parents] if p.is_dir()), None)
    git = shutil.which("git")
    if existing is None or git is None or not _answers(git, existing, "rev-parse", "--is-inside-work-tree"):
        return []
    inside = [folder.resolve() / name for name in (f"{_KEYS}/x.csv", "names.csv")]
    ignored = all(_answers(git, existing, "check-ignore", "--quiet", str(file)) for file in inside)
    if ignored and not _tracked(git, existing, folder):
        return []
    what = "lies where git would take the key along, and with it everybody's name."
    remedy = "Add the line private/ to .gitignore beside it, and take out of git what is in there."
    return [Problem(str(folder), what, remedy)]


def refuse_within(folder: Path, results: Path) -> list[Problem]:
    """Return what is wrong where the key would lie within the results, which are passed on."""
    if folder.resolve().is_relative_to(results.resolve()):
        remedy = "Give another folder in config.yaml, key private."
        return [Problem(str(folder), "lies within the results, which others are given.", remedy)]
    return []


def _answers(git: str, folder: Path, *arguments: str) -> bool:
    command = [git, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _tracked(git: str, existing: Path, folder: Path) -> bool:
    command = [git, "-C", str(existing), "ls-files", "--", str(folder.resolve())]
    return bool(subprocess.run(command, capture_output=True, check=False).stdout.strip())
