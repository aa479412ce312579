import logging
import shutil

import pytest

from interview_coding.cli import main
from interview_coding.codebook import read_codebook
from interview_coding.decisions import COLUMNS, read_decisions, standing


@pytest.fixture
def run(caplog, monkeypatch):
    """Return a function that runs a command of the group and gives its exit code and messages."""

    def run_command(*words):
        caplog.clear()
        code = main(["codebook", *map(str, words)])
        return code, [record.getMessage() for record in caplog.records]

    monkeypatch.setattr(logging.getLogger("interview_coding"), "propagate", True)
    monkeypatch.setattr("interview_coding.cli._start_log", lambda options: None)
    caplog.set_level(logging.INFO, "interview_coding")
    return run_command


def test_lint_tells_what_to_mend_and_fails(run, small):
    assert run("lint", "--codebook", small) == (
        0,
        [f"{small}: nothing to mend (indicators matched with da_interview)."],
    )
    text = (small / "tur.yaml").read_text(encoding="utf-8")
    (small / "tur.yaml").write_text(text.replace('["cykel"]', '["cykler"]'), encoding="utf-8")
    code, lines = run("lint", "--codebook", small)
    assert code == 2
    assert 'tur.cykel: the indicator "cykler" fires in no utterance of the codebook.' in lines[0]


def test_diff_says_how_codebooks_differ(run, small, tmp_path):
    copy = shutil.copytree(small, tmp_path / "ny")
    assert run("diff", small, copy) == (0, ["Both say the same."])
    (copy / "CHANGELOG.md").write_text("## 2.0.0\n", encoding="utf-8")
    assert run("diff", small, "--codebook", copy) == (0, ["version 1.0.0 -> 2.0.0"])


def test_export_needs_a_file_to_write(run, small):
    code, lines = run("export", "--codebook", small)
    assert code == 2
    assert "Give --docx FILE or --xlsx FILE." in lines[0]


def test_what_is_exported_can_be_edited_and_imported(run, small, tmp_path):
    import openpyxl

    sheet, document = tmp_path / "k.xlsx", tmp_path / "k.docx"
    assert run("export", "--codebook", small, "--xlsx", sheet, "--docx", document)[0] == 0
    assert document.stat().st_size > 10_000
    before = read_codebook(small)
    assert run("import", sheet, "--codebook", small)[1] == ["Both say the same."]
    workbook = openpyxl.load_workbook(sheet)
    titles = [cell.value for cell in workbook["Koder"][1]]
    workbook["Koder"].cell(2, titles.index("betegnelse") + 1).value = "Koden kager"
    workbook.save(sheet)
    code, lines = run("import", sheet, "--codebook", small, "--dry-run")
    assert (code, lines) == (0, ['mad.kage: label: "Koden kage" -> "Koden kager"'])
    assert read_codebook(small) == before
    code, lines = run("import", sheet, "--codebook", small)
    assert lines[-1] == f"{small} is changed. Say so under a new version in its CHANGELOG.md."
    assert read_codebook(small).codes["mad.kage"].label == "Koden kager"
    assert read_codebook(small).codes["mad.fisk"] == before.codes["mad.fisk"]


@pytest.fixture
def project(tmp_path):
    """A project with decisions of two coders."""
    rows = [
        "2026-01-01T10:00:00+01:00,{coder},a,t001,0,3,ord,mad.lagkage,accept,,0.9.0,",
        "2026-01-01T10:01:00+01:00,{coder},a,t002,4,7,ord,mad.kage,reject,,0.9.0,",
    ]
    for coder in ("jonas", "mia"):
        file = tmp_path / "projekt" / "codings" / coder / "a.csv"
        file.parent.mkdir(parents=True)
        text = "\n".join([",".join(COLUMNS), *rows]).format(coder=coder)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "projekt"


def test_migrate_refuses_changes_that_do_not_fit(run, small, project):
    renamed(small, "rename: mad.lagkage, to: mad.kgae")
    before = (project / "codings" / "mia" / "a.csv").read_bytes()
    code, lines = run("migrate", "--project", project, "--codebook", small)
    assert code == 2
    assert (
        "the rename of mad.lagkage in 1.0.0 leads to mad.kgae, which there is not. Correct the id."
        in lines[0]
    )
    assert (project / "codings" / "mia" / "a.csv").read_bytes() == before


def test_migrate_names_decisions_on_codes_that_nobody_knows(run, small, project):
    code, lines = run("migrate", "--project", project, "--codebook", small)
    assert code == 2
    assert lines[0] == "4 decisions: 4 kept."
    assert "2 decisions are on mad.lagkage, which the codebook has not. Say under changes in" in lines[1]


def test_a_project_without_decisions_is_named(run, small, tmp_path):
    code, lines = run("migrate", "--project", tmp_path / "nope", "--codebook", small)
    assert code == 2
    assert "nope: holds no decisions. Name a project with codings/." in lines[0]


def renamed(small, what="rename: mad.lagkage, to: mad.kage"):
    (small / "codebook.yaml").write_text(f'changes:\n  - {{version: "1.0.0", {what}}}\n', encoding="utf-8")


def test_migrate_appends_what_follows_from_the_changes(run, small, project):
    renamed(small)
    file = project / "codings" / "mia" / "a.csv"
    before = file.read_bytes()
    command = ("migrate", "--project", project, "--codebook", small)
    assert run(*command, "--dry-run") == (
        0,
        ["Would be: 4 decisions: 2 kept, 2 carried over."],
    )
    assert file.read_bytes() == before
    assert run(*command) == (0, ["4 decisions: 2 kept, 2 carried over."])
    assert file.read_bytes().startswith(before)
    held = standing(read_decisions(file))
    assert [(d.segment_id, d.code, d.decision, d.codebook_version) for d in held] == [
        ("t002", "mad.kage", "reject", "0.9.0"),
        ("t001", "mad.kage", "accept", "1.0.0"),
    ]
    assert run(*command) == (0, ["4 decisions: 4 kept."])


def test_migrate_lists_what_waits_and_goes_on_past_a_bad_file(run, small, project):
    renamed(small, "split: mad.lagkage, into: [mad.kage, mad.fisk]")
    (project / "codings" / "jonas" / "a.csv").write_bytes(b"PK\x00")
    code, lines = run("migrate", "--project", project, "--codebook", small)
    assert code == 2
    assert lines[0].endswith(
        "a.csv, t001, mad.lagkage: mad.lagkage was split into mad.kage, mad.fisk in 1.0.0"
    )
    assert lines[1] == "2 decisions: 1 kept, 1 to be looked at again."
    assert "jonas" in lines[2]


def test_a_clock_that_ran_ahead_does_not_undo_the_migration(run, small, project):
    renamed(small)
    file = project / "codings" / "mia" / "a.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-01-01", "2099-01-01"), encoding="utf-8")
    run("migrate", "--project", project, "--codebook", small)
    assert {d.code for d in standing(read_decisions(file))} == {"mad.kage"}
