import pytest

from interview_coding.codebook.lint import confusion, lint
from interview_coding.language import load


@pytest.fixture(scope="module")
def nlp():
    return load("auto", names=False)[0]


def found(folder, nlp):
    return [str(problem).removeprefix(f"{folder}/") for problem in lint(folder, nlp)]


def change(folder, name, old, new, count=1):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, count), encoding="utf-8")


def line(folder, name, text):
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, row in enumerate(lines, 1) if text in row)


def test_a_whole_codebook_is_clean(small, nlp):
    assert found(small, nlp) == []


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("    use: Brug koden, når nogen taler om kage.\n", "", "mad.kage: has no use. Write more."),
        (
            "    not_use:\n      - when: taleren nævner det i forbifarten\n",
            "",
            "mad.kage: has no not_use. Write more.",
        ),
        (
            "      - text: 70 negak gakne 554330 aknegak\n",
            "",
            "mad.kage: has 2 near_misses, fewer than 3. Write more.",
        ),
        (
            "label: Koden kage",
            f"label: Koden {'meget ' * 10}lang",
            "mad.kage: the label has 70 characters. Make it 60 or fewer, or give a shorter one as short.",
        ),
        (
            "forbifarten\n",
            "forbifarten\n        instead: mad.suppe\n",
            "mad.kage: not_use 1 points to mad.suppe. Write the id of another code, or leave instead out.",
        ),
        (
            "554330 aknegak\n",
            "554330 aknegak\n        instead: mad.kage\n",
            "mad.kage: near_misses 1 points to mad.kage. Write the id of another code, or leave instead out.",
        ),
        (
            'indicators: ["kage"]',
            'indicators: ["kage", "kagers"]',
            'mad.kage: the indicator "kagers" fires in no utterance of the codebook. Look for slips '
            "(dictionary forms!), write an exemplar that has it, or take it out.",
        ),
        (
            'indicators: ["kage"]',
            'indicators: ["kage", "<NUM> _"]',
            'mad.kage: the indicator "<NUM> _" fires in 95% of all utterances. Make it narrower.',
        ),
    ],
)
def test_a_fault_is_named_by_file_and_line(small, nlp, old, new, text):
    change(small, "mad.yaml", old, new)
    problems = found(small, nlp)
    assert [problem.partition(": ")[2] for problem in problems] == [text]
    assert problems[0].startswith("mad.yaml, row ")


def test_six_words_in_a_row_in_two_utterances_are_named(small, nlp):
    change(small, "mad.yaml", "1 kagemand gemandka 7919 emandkagemand", "Så kom der en kage med fire lys i")
    change(small, "mad.yaml", "70 negak gakne 554330 aknegak", "Nå, så kom der en kage forbi igen")
    assert [problem.partition(": ")[2] for problem in found(small, nlp)] == []
    change(small, "mad.yaml", "forbi igen", "med fire lys")
    assert [problem.partition(": ")[2] for problem in found(small, nlp)] == [
        'mad.kage: near miss 1 shares "så kom der en kage med" with exemplar 2 of mad.kage. '
        "Write it in other words."
    ]


def test_utterances_that_are_nearly_the_same_are_named(small, nlp):
    change(small, "mad.yaml", "1 kagemand gemandka 7919 emandkagemand", "9 kage geka 71271 ekage her")
    assert [problem.partition(": ")[2] for problem in found(small, nlp)] == [
        "mad.kage: exemplar 10 is nearly the same as exemplar 2 of mad.kage. Write it in other words."
    ]


def test_the_line_is_that_of_the_part(small, nlp):
    change(small, "mad.yaml", 'indicators: ["fisk"]', 'indicators:\n      - "fisk"\n      - "fiskes"')
    assert found(small, nlp)[0].startswith(f"mad.yaml, row {line(small, 'mad.yaml', 'fiskes')}: mad.fisk: ")


def test_codes_that_read_alike_are_named(small, nlp):
    for number in (1, 2, 3, 4):
        text = (small / "mad.yaml").read_text(encoding="utf-8")
        fish = next(row for row in text.splitlines() if row.startswith(f"      - {number} fisk"))
        cake = "kagen kagebord lagkage kagefad".split()
        change(small, "mad.yaml", fish, f"      - {number} {cake[number - 1]} {cake[number - 2]} kagegaffel")
    assert any("mad.fisk: 4 of its 10 exemplars read like mad.kage. Sharpen" in p for p in found(small, nlp))


def test_changes_that_fit_no_code_are_named(small, nlp):
    (small / "codebook.yaml").write_text(
        "changes:\n"
        '  - {version: "0.5.0", rename: mad.lagkage, to: mad.kage}\n'
        '  - {version: "0.6.0", merge: [mad.sild, mad.aal], into: mad.skrubbe}\n'
        '  - {version: "0.7.0", retire: mad.fisk}\n'
        '  - {version: "0.1.0", retire: mad.rogn}\n'
        '  - {version: "9.0.0", retire: mad.laks}\n',
        encoding="utf-8",
    )
    assert [problem.partition(": ")[2] for problem in found(small, nlp)] == [
        "the merge of mad.sild, mad.aal in 0.6.0 leads to mad.skrubbe, which there is not. Correct the id.",
        "the retire of mad.fisk in 0.7.0: mad.fisk is still a code. Take it out, or correct the change.",
        "the retire of mad.rogn in 0.1.0 stands behind a later version's. Put the oldest first.",
        "the retire of mad.laks in 9.0.0 is of a later version than 1.0.0. Add the version to CHANGELOG.md.",
    ]


def test_only_the_own_codes_of_a_codebook_that_extends_another_are_looked_over(small, nlp, tmp_path):
    own = tmp_path / "egen"
    own.mkdir()
    (own / "CHANGELOG.md").write_text("## 0.1.0\n", encoding="utf-8")
    (own / "codebook.yaml").write_text("extends: ../kodebog\n", encoding="utf-8")
    change(small, "mad.yaml", "    use: Brug koden, når nogen taler om kage.\n", "")
    assert found(own, nlp) == []


def test_confusion_leaves_the_utterance_itself_out():
    texts = ["kagefad", "kagen", "fiskegarn", "fisk", "fisken"]
    taken = confusion(["a", "a", "a", "b", "b"], texts)
    assert taken == {"a": {"a": 2, "b": 1}, "b": {"b": 2}}
