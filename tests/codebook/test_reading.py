import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from interview_coding.codebook import QUESTIONS, Change, Codebook, codebook_files, read_codebook, theme_files
from interview_coding.errors import InputError

ROOT = Path(__file__).parents[2]
INHERITED = ("question", "level", "valence")

CODE = """\
  - id: tema.{name}
    label: Kode {name}
    definition: >-
      Hvad koden dækker, og hvornår den skal bruges, i et par hele sætninger.
    sources: ["2.1"]
    dialogue: [Hvad vil I gøre ved det?]
    exemplars: [En typisk ytring om {name}, Endnu en ytring om {name}, En tredje ytring om {name}]
"""
THEME = """\
id: tema
label: Tema
sources: ["2"]
question: indsatser
level: borger
valence: neutral
codes:
"""


@pytest.fixture
def folder(write):
    """A folder with a codebook of one theme with the codes tema.en and tema.to."""
    write("CHANGELOG.md", "# Ændringer\n\n## [Unreleased]\n\n## [1.2.0] - 2026\n\n## 1.1.0\n")
    return write("tema.yaml", THEME + CODE.format(name="en") + CODE.format(name="to")).parent


def problems(folder):
    with pytest.raises(InputError) as error:
        read_codebook(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in error.value.problems]


def words(text):
    return re.findall(r"\w+", text.lower())


def runs(text, length=6):
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_the_shipped_codebook_holds_the_elements_of_the_review(codebook):
    elements = yaml.safe_load((ROOT / "tests/fixtures/elements.yaml").read_text(encoding="utf-8"))["themes"]
    assert {
        theme.id: (theme.label, list(theme.sources), *(getattr(theme, key) for key in INHERITED))
        for theme in codebook.themes
    } == {
        theme["id"]: (theme["label"], theme["sources"], *(theme[key] for key in INHERITED))
        for theme in elements
    }
    expected = {
        code["id"]: (code["label"], code["sources"], *(code.get(key, theme[key]) for key in INHERITED))
        for theme in elements
        for code in theme["codes"]
    }
    found = {
        id: (code.label, list(code.sources), *(getattr(code, key) for key in INHERITED))
        for id, code in codebook.codes.items()
    }
    assert found == expected
    assert len(found) == 91


def test_every_shipped_code_has_a_question_for_dialogue_and_three_exemplars(codebook):
    for code in codebook.codes.values():
        assert len(code.exemplars) >= 3, code.id
        assert all(question.endswith("?") for question in code.dialogue), code.id


def test_no_two_shipped_exemplars_share_six_words_in_a_row(codebook):
    exemplars = [text for code in codebook.codes.values() for text in code.exemplars]
    shared = Counter(run for text in exemplars for run in runs(text))
    assert [" ".join(run) for run, count in shared.items() if count > 1] == []


def test_shipped_definitions_refer_to_codes_that_exist(codebook):
    themes = "|".join(theme.id for theme in codebook.themes)
    for code in codebook.codes.values():
        assert set(re.findall(rf"\b(?:{themes})\.[a-z0-9_]+", code.definition)) <= set(codebook.codes), (
            code.id
        )


def test_the_shipped_codebook_has_the_version_of_its_changelog(codebook):
    assert f"\n## {codebook.version}\n" in (ROOT / "codebook/CHANGELOG.md").read_text(encoding="utf-8")
    assert {code.question for code in codebook.codes.values()} == set(QUESTIONS)


def test_json_gives_the_codebook_back(codebook):
    assert Codebook.from_json(codebook.to_json()) == codebook
    assert "Fælles dagsorden" in codebook.to_json()


def test_a_codebook_is_read_in_the_order_of_its_files(folder, write):
    write("a.yml", THEME.replace("tema", "a") + CODE.format(name="x").replace("tema.", "a."))
    write("._tema.yaml", b"\x00\x05\x16\x07")
    assert [file.name for file in theme_files(folder)] == ["a.yml", "tema.yaml"]
    read = read_codebook(folder)
    assert list(read.codes) == ["a.x", "tema.en", "tema.to"]
    assert read.codes["tema.en"].theme == "tema"
    assert read.version == "1.2.0"


def test_a_code_inherits_what_it_does_not_say_itself(folder, write):
    write("tema.yaml", THEME + CODE.format(name="en") + CODE.format(name="to") + "    level: indsats\n")
    one, two = read_codebook(folder).codes.values()
    assert (one.question, one.level, one.valence) == ("indsatser", "borger", "neutral")
    assert (two.question, two.level, two.valence) == ("indsatser", "indsats", "neutral")


def test_folded_text_is_stripped(folder):
    code = read_codebook(folder).codes["tema.en"]
    assert code.definition == "Hvad koden dækker, og hvornår den skal bruges, i et par hele sætninger."


def test_the_hash_changes_with_the_content_only(folder, write, tmp_path_factory):
    before = read_codebook(folder).sha256
    copy = shutil.copytree(folder, tmp_path_factory.mktemp("copy") / "codebook")
    assert read_codebook(copy).sha256 == before
    write("tema.yaml", THEME + CODE.format(name="en"))
    assert read_codebook(folder).sha256 != before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_that_another_editor_saved_is_read(folder, write, encoding):
    text = (folder / "tema.yaml").read_text(encoding="utf-8")
    before = read_codebook(folder).themes
    write("tema.yaml", text.replace("\n", "\r\n").encode(encoding))
    assert read_codebook(folder).themes == before


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("label: Tema", "label: 'Tema", "row 2: is not valid YAML: found unexpected end of stream. Look at"),
        (
            "label: Tema",
            "label: Tema: et",
            "row 2: is not valid YAML: mapping values are not allowed in this context.",
        ),
        ("label: Tema", "label: \x07", ": is not valid YAML: "),
        (
            "level: borger",
            "level: by",
            "row 5: key level: 'by' is not one of the values allowed. Write one of org",
        ),
        (
            "level: borger\n",
            "",
            "row 1: key level: is empty or missing. Write one of organisation, indsats, borger.",
        ),
        ("label: Kode to", "label:", "row 16: key codes.2.label: is empty. Write a short Danish name"),
        (
            "    label: Kode to\n",
            "",
            "row 15: key codes.2.label: is empty or missing. Write a short Danish name",
        ),
        ("label: Kode to", "lable: Kode", "row 15: key codes.2.label: is empty or missing."),
        (
            "id: tema\n",
            "id: andet\n",
            "row 1: holds the theme andet. Name the file andet.yaml, or correct the id.",
        ),
        (
            "id: tema.to",
            "id: andet.to",
            "row 15: the code andet.to is not of the theme tema. Begin its id with tema., ",
        ),
        ("id: tema.to", "id: tema.en", "row 15: the code tema.en stands in tema.yaml already. Keep one."),
        (
            "id: tema.to",
            "id: To",
            "row 15: key codes.2.id: 'To' is not written as it must be. Write theme.code in ",
        ),
        (
            "  - id: tema.to",
            "    id: tema.to",
            "row 15: key id: stands twice. Keep one, or begin a new code with - ",
        ),
        (
            'sources: ["2"]',
            "sources: [3.2]",
            "row 3: key sources.1: 3.2 is of the wrong kind. Put quotation marks",
        ),
        (
            "level: borger",
            "level: borger\nno: x",
            "row 1: key False: is not known here. Known are codes, id, ",
        ),
    ],
)
def test_a_fault_is_named_by_file_and_line(folder, write, old, new, text):
    before = (folder / "tema.yaml").read_text(encoding="utf-8")
    assert before.count(old) == 1
    write("tema.yaml", before.replace(old, new))
    first = problems(folder)[0]
    assert first.startswith(f"tema.yaml, {text}" if text.startswith("row") else f"tema.yaml{text}")


@pytest.mark.parametrize("content", ["", "- a\n", "bare tekst\n"])
def test_a_file_without_a_theme_is_named(folder, write, content):
    write("tema.yaml", content)
    assert problems(folder) == ["tema.yaml: holds no theme. Write the theme's keys, from id to codes."]


def test_a_file_that_is_no_text_is_named(folder, write):
    write("tema.yaml", b"PK\x00\x00")
    assert problems(folder)[0].startswith("tema.yaml: is not text in UTF-8, UTF-16 or Windows-1252.")


def test_the_same_theme_in_two_files_gives_its_codes_twice(folder, write):
    write("tema.yml", (folder / "tema.yaml").read_bytes())
    assert problems(folder) == [
        f"tema.yml, row {row}: the code tema.{name} stands in tema.yaml already. Keep one."
        for row, name in ((8, "en"), (15, "to"))
    ]


def test_the_faults_of_all_files_are_reported_at_once_by_line(folder, write):
    write("a.yaml", "id: 'a\n")
    write("CHANGELOG.md", "Ingen versioner\n")
    text = (folder / "tema.yaml").read_text(encoding="utf-8")
    write("tema.yaml", text.replace("Kode to", '""').replace("label: Tema", "label: 7"))
    assert [re.split(r": |\. ", problem)[0] for problem in problems(folder)] == [
        "CHANGELOG.md",
        "a.yaml, row 1",
        "tema.yaml, row 2",
        "tema.yaml, row 16",
    ]


@pytest.mark.parametrize(
    ("changelog", "problem"),
    [
        (None, ": is missing. Begin it with a heading for the newest version, for example ## 1.0.0."),
        ("", ": names no version of the codebook. Begin it with a heading for the newest version, for"),
        ("# 1.0.0\n", ": names no version of the codebook."),
        ("### 1.0.0\n", ": names no version of the codebook."),
        (
            "\n## Version 2\n\n## 1.0.0\n",
            ", row 2: the heading 'Version 2' names no version. Write it as ## 1.0.0.",
        ),
    ],
)
def test_a_codebook_without_a_version_is_refused(folder, write, changelog, problem):
    (folder / "CHANGELOG.md").unlink()
    if changelog is not None:
        write("CHANGELOG.md", changelog)
    assert problems(folder)[0].startswith(f"CHANGELOG.md{problem}")


@pytest.mark.parametrize("name", [".", "findes-ikke"])
def test_a_folder_without_theme_files_is_no_codebook(tmp_path, name):
    with pytest.raises(InputError) as error:
        read_codebook(tmp_path / name)
    assert [str(problem) for problem in error.value.problems] == [
        f"{tmp_path / name}: holds no codebook. Set `codebook` to a folder with one YAML file per theme."
    ]


@pytest.fixture
def own(folder, tmp_path):
    """A codebook that extends the one of `folder`, as a function of its codebook.yaml and theme files."""

    def make(settings="", **themes):
        path = tmp_path / "egen"
        path.mkdir(exist_ok=True)
        (path / "CHANGELOG.md").write_text("## 0.1.0\n", encoding="utf-8")
        (path / "codebook.yaml").write_text(f"extends: {folder}\n{settings}", encoding="utf-8")
        for name, text in themes.items():
            (path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return path

    return make


def test_a_codebook_can_extend_another(own, folder, write):
    write("no-code.yaml", "- Goddag, goddag\n")
    extra = THEME.replace("id: tema\nlabel: Tema", "id: ekstra\nlabel: Ekstra")
    path = own(
        "title: Vores\n",
        tema=THEME + CODE.format(name="to").replace("Kode to", "Ny to") + CODE.format(name="tre"),
        ekstra=extra + CODE.format(name="en").replace("tema.", "ekstra."),
    )
    read = read_codebook(path)
    assert {id: code.label for id, code in read.codes.items()} == {
        "tema.en": "Kode en",
        "tema.to": "Ny to",
        "tema.tre": "Kode tre",
        "ekstra.en": "Kode en",
    }
    assert (read.title, read.version, read.no_code) == ("Vores", "0.1.0", ("Goddag, goddag",))
    assert {file.parent for file in codebook_files(path)} == {folder, path}
    before = read.sha256
    write("tema.yaml", THEME + CODE.format(name="en"))
    assert read_codebook(path).sha256 != before


def test_codes_and_themes_can_be_left_out(own):
    assert list(read_codebook(own("leave_out: [tema.en]\n")).codes) == ["tema.to"]
    with pytest.raises(InputError, match=r"key leave_out: there is no code or theme tema.nul"):
        read_codebook(own("leave_out: [tema.nul]\n"))


def test_a_theme_that_is_left_out_takes_its_codes_along(own):
    extra = THEME.replace("id: tema\nlabel: Tema", "id: ekstra\nlabel: Ekstra")
    code = CODE.format(name="en").replace("tema.", "ekstra.")
    assert list(read_codebook(own("leave_out: [tema]\n", ekstra=extra + code)).codes) == ["ekstra.en"]


def test_what_is_extended_must_be_there(folder, write):
    write("codebook.yaml", "extends: findes-ikke\n")
    assert problems(folder) == [
        "codebook.yaml: key extends: there is no folder findes-ikke. Write it as seen from this one's folder."
    ]


def test_a_codebook_cannot_extend_itself(folder, write, own):
    write("codebook.yaml", "extends: .\n")
    assert problems(folder) == ["codebook.yaml: key extends: leads back to itself. Extend another folder."]
    write("codebook.yaml", "extends: egen\n")
    with pytest.raises(InputError, match="leads back to itself"):
        read_codebook(own())


def test_changes_are_read(folder, write):
    write(
        "codebook.yaml",
        "changes:\n"
        '  - {version: "1.1.0", rename: tema.nul, to: tema.en}\n'
        '  - {version: "1.2.0", merge: [tema.a, tema.b], into: tema.to}\n'
        '  - {version: "1.2.0", split: tema.c, into: [tema.en, tema.to], why: to ting}\n'
        '  - {version: "1.2.0", retire: tema.d}\n',
    )
    assert read_codebook(folder).changes == (
        Change("1.1.0", "rename", ("tema.nul",), ("tema.en",)),
        Change("1.2.0", "merge", ("tema.a", "tema.b"), ("tema.to",)),
        Change("1.2.0", "split", ("tema.c",), ("tema.en", "tema.to"), "to ting"),
        Change("1.2.0", "retire", ("tema.d",), ()),
    )
    assert Codebook.from_json(read_codebook(folder).to_json()) == read_codebook(folder)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("codebook.yaml", "titel: x\n", "codebook.yaml, row 1: key titel: is not known here. Known are "),
        ("codebook.yaml", "- x\n", "codebook.yaml: holds no keys. Write title, reference, extends, "),
        (
            "codebook.yaml",
            "title: x\nchanges:\n  - {version: 1.1, retire: tema.d}\n",
            "codebook.yaml, row 3: key changes.1.version: 1.1 is of the wrong kind. Write the version that",
        ),
        (
            "codebook.yaml",
            'changes:\n  - {version: "1.1.0", rename: tema.d}\n',
            "codebook.yaml, row 2: key changes.1: ",
        ),
        ("no-code.yaml", "- Goddag med dig\n- 7\n", "no-code.yaml, row 2: key 2: 7 is of the wrong kind."),
    ],
)
def test_faults_beside_the_themes_are_named(folder, write, name, text, problem):
    write(name, text)
    assert problems(folder)[0].startswith(problem)


def test_an_indicator_that_is_no_pattern_is_named(folder, write):
    text = THEME + CODE.format(name="en") + '    indicators: ["tid", "ti*"]\n'
    write("tema.yaml", text)
    assert problems(folder) == [
        "tema.yaml, row 15: indicator 'ti*' of tema.en: ti* fits too much; write at least 3 letters beside *."
    ]
