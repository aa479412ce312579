import shutil
import subprocess

import pytest

from interview_coding.codebook import read_codebook
from interview_coding.codebook.diff import differences, find_codebook
from interview_coding.errors import InputError


@pytest.fixture
def changed(small, tmp_path):
    """A copy of the small codebook, as a function that changes a file of it and reads it."""
    copy = shutil.copytree(small, tmp_path / "ny")

    def change(name, old, new):
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return differences(read_codebook(small), read_codebook(copy))

    return change


def test_the_same_codebook_has_no_differences(small):
    assert differences(read_codebook(small), read_codebook(small)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("CHANGELOG.md", "## 1.0.0", "## 1.1.0", ["version 1.0.0 -> 1.1.0"]),
        ("codebook.yaml", "En lille", "En større", ['title: "En lille kodebog" -> "En større kodebog"']),
        ("tur.yaml", "label: Ture", "label: Rejser", ['theme tur: label: "Ture" -> "Rejser"']),
        (
            "mad.yaml",
            "Hvad koden kage dækker",
            "Alt, hvad koden kage dækker",
            [
                'mad.kage: definition: "Hvad koden kage dækker, fortalt i et par hele sætninger." -> '
                '"Alt, hvad koden kage dækker, fortalt i et par hele sætninger."'
            ],
        ),
        ("mad.yaml", '["kage"]', '["kage", "*fad"]', ['mad.kage: indicator added: "*fad"']),
        (
            "mad.yaml",
            "forbifarten\n",
            "forbifarten\n        instead: mad.fisk\n",
            [
                'mad.kage: not_use added: "taleren nævner det i forbifarten (-> mad.fisk)"',
                'mad.kage: not_use taken out: "taleren nævner det i forbifarten"',
            ],
        ),
        (
            "no-code.yaml",
            "- Goddag og velkommen til\n",
            "",
            ['utterance without a code taken out: "Goddag og velkommen til"'],
        ),
        ("no-code.yaml", "- Goddag", "- Farvel nu alle sammen\n- Goddag", [
            'utterance without a code added: "Farvel nu alle sammen"'
        ]),
    ],
)  # fmt: skip
def test_a_difference_is_said_in_words(changed, name, old, new, expected):
    assert changed(name, old, new) == expected


def test_many_of_a_kind_are_counted(changed, small):
    text = (small / "tur.yaml").read_text(encoding="utf-8")
    start = text.index("      - 0 cykl")
    end = text.index("      - 5 cykel")
    assert changed("tur.yaml", text[start:end], "") == ["tur.cykel: 5 x exemplar taken out"]


def test_a_recorded_rename_is_no_loss(changed, small):
    (small.parent / "ny" / "codebook.yaml").write_text(
        'changes:\n  - {version: "1.1.0", rename: mad.kage, to: mad.bagvaerk, why: bredere}\n',
        encoding="utf-8",
    )
    changed("CHANGELOG.md", "## 1.0.0", "## 1.1.0")
    lines = changed("mad.yaml", "id: mad.kage", "id: mad.bagvaerk")
    assert "change: mad.kage became mad.bagvaerk in 1.1.0 (bredere)" in lines
    assert not [line for line in lines if "is gone" in line or "is new" in line]


def test_codes_that_came_and_went_are_named(changed):
    lines = changed("mad.yaml", "id: mad.kage", "id: mad.bagvaerk")
    assert lines == ["mad.bagvaerk: is new (Koden kage)", "mad.kage: is gone (Koden kage)"]


def test_a_compiled_codebook_is_taken(small, tmp_path):
    file = tmp_path / "codebook.json"
    file.write_text(read_codebook(small).to_json(), encoding="utf-8")
    assert differences(find_codebook(str(file), small), find_codebook(str(small), small)) == []


def test_a_revision_of_git_is_taken(small, changed):
    def git(*arguments):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=small, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    before = read_codebook(small)
    (small / "no-code.yaml").unlink()
    assert differences(find_codebook("HEAD", small), before) == []
    assert differences(find_codebook("HEAD", small), read_codebook(small)) != []


def test_what_is_no_codebook_is_refused(small):
    with pytest.raises(InputError, match="neither a codebook's folder or file nor a revision of git"):
        find_codebook("findes-ikke", small)
