import hashlib
import stat
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.files import atomic, file_names, repack, sha256, write_bytes, write_text

TITLES = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=90), unique=True, max_size=6)


def package(path, members, when=(2026, 3, 17, 10, 0, 0), compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as new:
        for name, data in members:
            new.writestr(zipfile.ZipInfo(name, when), data)
    return path


def test_text_is_written_as_utf8_with_lf_into_folders_that_are_made(tmp_path):
    path = tmp_path / "ny" / "mappe" / "a.txt"
    write_text(path, "blåbærgrød\n")
    assert path.read_bytes() == b"bl\xc3\xa5b\xc3\xa6rgr\xc3\xb8d\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "a.bin"
    write_bytes(path, b"long content")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("before", [None, "as it was"])
def test_after_an_exception_nothing_is_left_behind(tmp_path, stop, before):
    path = tmp_path / "a.txt"
    if before:
        path.write_text(before)

    def write_half():
        with atomic(path) as draft:
            draft.write_text("half")
            raise stop

    with pytest.raises(stop):
        write_half()
    assert [p.read_text() for p in tmp_path.iterdir()] == ([before] if before else [])


def test_a_writer_that_removes_its_draft_leaves_nothing(tmp_path):
    with pytest.raises(FileNotFoundError), atomic(tmp_path / "a.txt") as draft:
        draft.unlink()
    assert list(tmp_path.iterdir()) == []


def test_repacked_packages_have_the_same_bytes_whenever_and_however_they_were_packed(tmp_path):
    members = [("word/document.xml", b"<w/>" * 99), ("[Content_Types].xml", "æøå".encode())]
    one = package(tmp_path / "1.docx", members)
    two = package(tmp_path / "2.docx", members, (1999, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)
    for path in (one, two):
        repack(path)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as packed:
        assert [(name, packed.read(name)) for name in packed.namelist()] == members
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in packed.infolist()} == {3}


def test_repacking_again_changes_nothing(tmp_path):
    path = package(tmp_path / "a.xlsx", [("a", b"1"), ("b", b"2")])
    repack(path)
    once = path.read_bytes()
    repack(path)
    assert path.read_bytes() == once


def test_the_hash_depends_on_contents_and_order_and_where_files_end(write):
    a, b, ab, empty = write("a", "A"), write("b", "B"), write("ab", "AB"), write("empty", "")
    hashes = [sha256(paths) for paths in ([a, b], [b, a], [ab], [ab, empty], [a], [])]
    assert len(set(hashes)) == len(hashes)
    assert sha256([a]) == sha256([write("other name", "A")])
    assert hashes[-1] == hashlib.sha256().hexdigest()


@pytest.mark.parametrize(
    "title", ["Partnerskab Fjordby", "Ærø & Øerne (Øst)", "a.b, c+d", "Å", "konto", "2026"]
)
def test_a_safe_name_stays_as_it_is(title):
    assert file_names([title]) == {title: title}


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("Nord/Syd", "Nord-Syd-"),
        ("Nord\\Syd: 'hvad?' <*>", "Nord-Syd- -hvad-"),
        ("Haven 🌻", "Haven-"),
        ("..skjult", "skjult-"),
        ("slut. ", "slut-"),
        ("-rf", "rf-"),
        ("linje\nskift", "linje-skift-"),
        ("{partnership}", "partnership-"),
        ("A  B", "A B-"),
        ("tvaers", "tvaers-"),
        ("Tvaers", "Tvaers-"),
        ("CON", "CON-"),
        ("nul.fjordby", "nul.fjordby-"),
        ("lpt9", "lpt9-"),
        (unicodedata.normalize("NFD", "Åby"), "Åby-"),
        ("x" * 80, "x" * 60 + "-"),
    ],
)
def test_an_unsafe_name_is_changed_and_marked(title, begins):
    name = file_names([title])[title]
    assert name.startswith(begins)
    assert len(name) == len(begins) + 6


def test_a_name_of_signs_only_becomes_its_hash():
    assert file_names(["🌻"])["🌻"] == hashlib.sha256("🌻".encode()).hexdigest()[:6]


@pytest.mark.parametrize(
    "titles",
    [
        ["Fjordby", "FJORDBY"],
        ["a/b", "a:b", "a-b"],
        [unicodedata.normalize(form, "Åby") for form in ("NFC", "NFD")],
        ["x" * 70 + "1", "x" * 70 + "2"],
    ],
)
def test_names_that_would_collide_are_kept_apart(titles):
    names = file_names(titles)
    assert list(names) == titles
    assert len({name.casefold() for name in names.values()}) == len(titles)


def test_a_name_does_not_depend_on_titles_it_does_not_collide_with():
    titles = ["A/B", "Fjordby", "fjordby", "Lyngholm"]
    together = file_names(titles)
    assert file_names(["A/B"])["A/B"] == together["A/B"]
    assert file_names(["Fjordby", "fjordby"]).items() <= together.items()


@settings(max_examples=100, deadline=None)
@given(TITLES)
def test_every_name_is_safe_and_its_own(titles):
    names = file_names(titles)
    assert len({name.casefold() for name in names.values()}) == len(titles)
    for name in names.values():
        assert name
        assert not set(name) & set('/\\:*?"<>|{}\n\t\0')
        assert name == name.strip(" .")
        assert len(name.encode()) <= 255 - len(".docx")
        assert file_names([name]) == {name: name}
