import pytest

from interview_coding.codebook import Codebook, codebook_files, read_codebook
from interview_coding.errors import InputError

PRACTICE = """\
respondent: bager
turns:
  - question: Hvad bager I?
    answer: Kage, mest.
    codes: [mad.kage]
  - question: ""
    answer: Goddag.
    codes: []
"""


@pytest.fixture
def with_practice(small):
    (small / "practice").mkdir()
    (small / "practice" / "p01.yaml").write_text(PRACTICE, encoding="utf-8")
    return small


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_practice_interviews_are_read_with_their_codes(with_practice):
    turns = read_codebook(with_practice).practice

    assert [(t.interview, t.question, t.answer, t.codes) for t in turns] == [
        ("p01", "Hvad bager I?", "Kage, mest.", ("mad.kage",)),
        ("p01", "", "Goddag.", ()),
    ]


def test_they_belong_to_the_codebook(with_practice):
    book = read_codebook(with_practice)

    assert with_practice / "practice" / "p01.yaml" in codebook_files(with_practice)
    assert Codebook.from_json(book.to_json()) == book
    edit(with_practice / "practice" / "p01.yaml", "Kage, mest.", "Kage.")
    assert read_codebook(with_practice).sha256 != book.sha256


def test_a_codebook_without_them_is_one(small):
    assert read_codebook(small).practice == ()


def test_every_fault_is_named_by_file_and_line(with_practice):
    edit(with_practice / "practice" / "p01.yaml", "[mad.kage]", "[mad.kaage]")
    (with_practice / "practice" / "p02.yaml").write_text("respondent: x\nturns: []\n", encoding="utf-8")

    with pytest.raises(InputError) as error:
        read_codebook(with_practice)

    found = [(p.file.rpartition("/")[2], p.row, p.what) for p in error.value.problems]
    assert found[0] == ("p01.yaml", 5, "there is no code mad.kaage.")
    assert found[1][0] == "p02.yaml"


def test_codes_that_were_renamed_or_merged_are_followed_and_those_gone_are_passed_over(with_practice):
    edit(with_practice / "practice" / "p01.yaml", "[mad.kage]", "[mad.lagkage, mad.boller, mad.suppe]")
    (with_practice / "codebook.yaml").write_text(
        "changes:\n"
        "  - {version: 0.8.0, rename: mad.lagkage, to: mad.bagvaerk}\n"
        "  - {version: 0.9.0, merge: [mad.bagvaerk, mad.boller], into: mad.kage}\n"
        "  - {version: 1.0.0, retire: mad.suppe}\n",
        encoding="utf-8",
    )

    assert read_codebook(with_practice).practice[0].codes == ("mad.kage",)


def test_codes_that_are_left_out_are_passed_over(with_practice):
    (with_practice / "codebook.yaml").write_text("leave_out: [mad.kage]\n", encoding="utf-8")

    assert read_codebook(with_practice).practice[0].codes == ()


def test_a_codebook_that_extends_another_has_its_practice_interviews_too(with_practice, tmp_path):
    own = tmp_path / "vores"
    own.mkdir()
    (own / "CHANGELOG.md").write_text("## 0.1.0\n", encoding="utf-8")
    (own / "codebook.yaml").write_text(f"extends: ../{with_practice.name}\n", encoding="utf-8")
    (own / "practice").mkdir()
    (own / "practice" / "q01.yaml").write_text(PRACTICE, encoding="utf-8")

    assert [turn.interview for turn in read_codebook(own).practice] == ["p01", "p01", "q01", "q01"]
