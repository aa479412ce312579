import os
import stat
import subprocess

import pytest

from interview_coding.errors import InputError
from interview_coding.files import write_private
from interview_coding.pseudonyms import key
from interview_coding.pseudonyms.key import (
    PASSPHRASE,
    KeyStore,
    merged_key,
    read_keys,
    refuse_tracked,
    refuse_within,
)
from interview_coding.pseudonyms.mentions import KeyRow

ROWS = [
    KeyRow("a-01", "[Person 1]", "person", "Ditte Prøvesen", 2),
    KeyRow("a-01", "[Person 2]", "person", 'Bo "Bølle", kaldet\nBo', 1),
]


@pytest.fixture(autouse=True)
def _no_passphrase(monkeypatch):
    monkeypatch.delenv(PASSPHRASE, raising=False)


def test_a_key_comes_back_as_it_was_written(tmp_path):
    KeyStore(tmp_path).write("a-01", ROWS)
    assert KeyStore(tmp_path).read("a-01") == ROWS
    assert KeyStore(tmp_path).read("a-02") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read_a_key(tmp_path):
    KeyStore(tmp_path / "private").write("a-01", ROWS)
    for path in (tmp_path / "private").rglob("*"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077


def test_a_passphrase_encrypts_the_key(tmp_path):
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    for path in tmp_path.rglob("*.age"):
        assert "Prøvesen".encode() not in path.read_bytes()
    assert not list(tmp_path.rglob("*.csv"))
    assert KeyStore(tmp_path, "hemmeligt").read("a-01") == ROWS


def test_a_wrong_or_missing_passphrase_changes_nothing(tmp_path):
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.age")}
    for passphrase in ("forkert", ""):
        with pytest.raises(InputError) as raised:
            KeyStore(tmp_path, passphrase).write("a-01", [])
        assert "Prøvesen" not in str(raised.value)
        assert PASSPHRASE in str(raised.value)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.age")} == before
    assert KeyStore(tmp_path).lacks()
    assert not KeyStore(tmp_path, "hemmeligt").lacks()


def test_a_passphrase_set_later_locks_a_plain_key(tmp_path):
    KeyStore(tmp_path).write("a-01", ROWS)
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    assert not list(tmp_path.rglob("*.csv"))
    assert KeyStore(tmp_path, "hemmeligt").read("a-01") == ROWS


def test_a_plain_key_beside_a_locked_one_is_taken_away(tmp_path):
    KeyStore(tmp_path).write("a-01", ROWS)
    plain = (tmp_path / "keys" / "a-01.csv").read_bytes()
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    (tmp_path / "keys" / "a-01.csv").write_bytes(plain)
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    assert not list(tmp_path.rglob("*.csv"))


def test_two_jobs_that_lock_the_key_at_once_use_one_identity(tmp_path, monkeypatch):
    def slow(path, data, only_new=False):
        if only_new:
            monkeypatch.setattr(key, "write_private", write_private)
            KeyStore(tmp_path, "hemmeligt").write("a-02", ROWS)
        return write_private(path, data, only_new)

    monkeypatch.setattr(key, "write_private", slow)
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    assert read_both(tmp_path) == [ROWS, ROWS]


def read_both(private):
    return [KeyStore(private, "hemmeligt").read(name) for name in ("a-01", "a-02")]


def test_a_lost_identity_is_never_made_anew_beside_locked_keys(tmp_path):
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    (tmp_path / "identity.age").unlink()
    with pytest.raises(InputError, match="backup"):
        KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    assert not (tmp_path / "identity.age").exists()


def test_a_key_of_another_identity_or_damaged_is_named(tmp_path):
    KeyStore(tmp_path / "one", "hemmeligt").write("a-01", ROWS)
    KeyStore(tmp_path / "other", "hemmeligt").write("a-01", ROWS)
    (tmp_path / "other" / "identity.age").replace(tmp_path / "one" / "identity.age")
    with pytest.raises(InputError, match="another identity"):
        KeyStore(tmp_path / "one", "hemmeligt").read("a-01")
    plain = tmp_path / "plain" / "keys" / "a-01.csv"
    plain.parent.mkdir(parents=True)
    plain.write_text("ikke,en\nnøgle,her\n", encoding="utf-8")
    with pytest.raises(InputError, match="no key file"):
        KeyStore(tmp_path / "plain").read("a-01")


def test_the_same_key_is_not_written_again(tmp_path):
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.age")}
    KeyStore(tmp_path, "hemmeligt").write("a-01", ROWS)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.age")} == before


def test_names_that_are_gone_keep_their_label():
    now = [KeyRow("a-01", "[Person 2]", "person", "Bo", 3)]
    before = [
        KeyRow("a-01", "[Person 1]", "person", "Ditte", 2),
        KeyRow("a-01", "[Person 2]", "person", "Bo", 1),
    ]
    assert merged_key(before, now) == [KeyRow("a-01", "[Person 1]", "person", "Ditte", 0), *now]


def test_missing_keys_are_named(tmp_path):
    KeyStore(tmp_path).write("a-01", ROWS)
    assert read_keys(tmp_path, ["a-01"]) == ROWS
    with pytest.raises(InputError, match="no key of a-02"):
        read_keys(tmp_path, ["a-01", "a-02"])


def _git(folder, *arguments):
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_a_folder_that_git_takes_along_is_refused(tmp_path):
    private = tmp_path / "data" / "x" / "private"
    assert refuse_tracked(private) == []
    _git(tmp_path, "init")
    assert ".gitignore" in refuse_tracked(private)[0].remedy
    (tmp_path / ".gitignore").write_text("keys/\n", encoding="utf-8")
    assert refuse_tracked(private)
    (tmp_path / ".gitignore").write_text("private/\n", encoding="utf-8")
    assert refuse_tracked(private) == []
    KeyStore(private).write("a-01", ROWS)
    _git(tmp_path, "add", "--force", "data/x/private/keys/a-01.csv")
    assert refuse_tracked(private)


def test_a_key_within_the_results_is_refused(tmp_path):
    assert refuse_within(tmp_path / "results" / "private", tmp_path / "results")
    assert not refuse_within(tmp_path / "private", tmp_path / "results")
