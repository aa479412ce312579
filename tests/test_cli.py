import argparse
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interview_coding import __version__
from interview_coding.cli import main, parser
from interview_coding.tables import (
    CODINGS,
    DECISIONS,
    QUEUE,
    SEGMENTS,
    SUGGESTIONS,
    TALLIES,
    TRANSCRIPTS,
    TURNS,
)

Write = Callable[[str, str | bytes], Path]
ROOT = Path(__file__).parents[1]
SHEET = "interview_id,file,partnership,wave\nf-1,1.txt,Fjordby,1\nf-2,2.txt,Fjordby,2\n"


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """Leave the package's log as it was, for other tests listen to it."""
    logger = logging.getLogger("interview_coding")
    before = logger.handlers, logger.level, logger.propagate
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers, logger.level, logger.propagate = before


@pytest.fixture
def project(write: Write) -> Path:
    write("p/1.txt", "Interviewer: Hvad?\n\nRespondent: Vi har fået tillid til hinanden.\n")
    write("p/2.txt", "Interviewer: Hvad?\n\nRespondent: Der mangler penge.\n")
    return write("p/interviews.csv", SHEET).parent


def stage(*words: object) -> int:
    return main(["stage", *map(str, words)])


def commands(of: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands(parser())), ids=" ".join)
def test_every_command_has_help(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([*path, "--help"])

    assert exit_.value.code == 0
    assert capsys.readouterr().out.startswith(" ".join(["usage: interview-coding", *path[:1]]))


@pytest.mark.parametrize("path", [(), ("stage",)], ids=["top", "stage"])
def test_every_command_is_listed_with_what_it_does(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*path, "--help"])

    listed = capsys.readouterr().out
    names = [c[-1] for c in commands(parser()) if c[:-1] == path and c]
    assert names
    assert [name for name in names if not re.search(rf"^ +{name}\s+[a-z]", listed, re.M)] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == f"{__version__}\n"


@pytest.mark.parametrize("words", [[], ["nonsense"], ["stage"], ["stage", "annotate"], ["new"]])
def test_a_command_that_is_not_understood_exits_with_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(words)

    assert exit_.value.code == 2
    assert "usage: interview-coding" in capsys.readouterr().err


def test_the_words_of_the_process_are_used_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interview-coding", "doctor"])

    assert main() == 0
    assert capsys.readouterr().err


def test_a_sheet_is_drafted(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write("new/a.txt", "Respondent: Ja.").parent

    assert main(["new", str(folder)]) == 0
    assert (folder / "interviews.csv").is_file()
    assert "interviews.csv" in capsys.readouterr().err


def test_messages_name_the_step_and_its_target_and_go_to_the_log_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    TURNS.write(TURNS.frame([{"turn": 1}]), paths[0])
    file = tmp_path / "logs" / "deep" / "gather.log"

    done = stage("--log", file, "gather", "--table", "turns", "--parts", paths[0], "--output", paths[1])

    assert done == 0
    assert capsys.readouterr().err == "gather turns: turns: 1 rows\n"
    assert file.read_text(encoding="utf-8") == "gather turns: turns: 1 rows\n"


def test_a_log_is_written_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "æ.log"
    for setting in ("no_such", "blank:da"):
        stage("--log", file, "language-model", "--setting", setting, "--output", tmp_path / "model.json")

    assert "no_such" not in file.read_text(encoding="utf-8")


def test_input_that_needs_mending_exits_with_2_and_says_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "model.json"

    assert stage("language-model", "--setting", "no_such", "--output", output) == 2
    assert capsys.readouterr().err == (
        "language-model: 1 problem in the input:\n  1. config.yaml: key language_model: no_such is neither an"
        " installed package nor the folder of a pipeline."
        " Fetch it: python -m spacy download no_such, or write auto.\n"
    )
    assert not output.exists()


def test_a_partnership_that_is_not_in_the_sheet_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = project / "interviews.csv"
    words = ["--language-model", tmp_path, "--segment-words", 9, "--output", tmp_path, "--private", tmp_path]

    assert stage("annotate", "--sheet", sheet, "--partnership", "50% By", "--wave", 1, *words) == 2
    assert capsys.readouterr().err == (
        "annotate 50% By 1: 1 problem in the input:\n"
        f"  1. {sheet}: lists no interview of 50% By in that wave. Look at partnership and wave.\n"
    )


def test_an_error_of_the_program_is_told_without_its_message(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = write("engine.npz", '"Ole har gæld"')
    words = [
        "--annotated",
        tmp_path,
        "--engine",
        engine,
        "--per-segment",
        "auto",
        "--scores",
        tmp_path / "c.csv",
    ]
    log = tmp_path / "suggest.log"

    assert stage("--log", log, "suggest", *words, "--output", tmp_path / "s.csv") == 1

    told = capsys.readouterr().err
    assert log.read_text(encoding="utf-8") == told
    assert told.startswith("suggest: an error of the program (")
    assert "please report it with these places:\n  cli.py, line " in told
    assert "Ole" not in told
    assert str(tmp_path) not in told


@pytest.mark.parametrize("error", [ValueError("Ole har gæld"), KeyError("Ole"), UnicodeError("Ole")])
def test_no_error_quotes_its_cause(
    error: Exception,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_: Path) -> str:
        try:
            raise error
        except Exception as cause:
            raise RuntimeError("Ole igen") from cause

    monkeypatch.setattr("interview_coding.draft.draft_sheet", fail)

    assert main(["new", str(project)]) == 1
    assert "(RuntimeError)" in (told := capsys.readouterr().err)
    assert "Ole" not in told


def test_the_steps_run_one_after_the_other(project: Path, tmp_path: Path, small: Path) -> None:
    model, compiled, sheet = tmp_path / "model.json", tmp_path / "codebook.json", project / "interviews.csv"
    batches = [tmp_path / "batches" / wave for wave in "12"]
    fjordby = ["--sheet", sheet, "--partnership", "Fjordby"]
    tallied, out = tmp_path / "tallied", tmp_path / "out"

    assert stage("language-model", "--setting", "blank:da", "--output", model) == 0
    assert stage("codebook", "--folder", small, "--output", compiled) == 0
    engine = tmp_path / "engine.npz"
    learning = ["--codebook", compiled, "--language-model", model, "--precision", 0.5]
    assert stage("engine", *learning, "--output", engine) == 0
    private = ["--private", project / "private"]
    for folder in batches:
        annotating = ["--wave", folder.name, "--language-model", model, "--segment-words", 20, *private]
        assert stage("annotate", *fjordby, *annotating, "--output", folder) == 0
        scores = folder / "scores.csv"
        suggesting = ["--annotated", folder, "--engine", engine, "--per-segment", 2, "--scores", scores]
        assert stage("suggest", *suggesting, "--output", folder / "suggestions.csv") == 0
    parts = [folder / "scores.csv" for folder in batches]
    assert stage("queue", "--scores", *parts, "--output", out / "queue.csv") == 0
    parts = [folder / "transcripts.csv" for folder in batches]
    assert stage("transcripts", "--sheet", sheet, "--parts", *parts, "--output", out / "transcripts.csv") == 0
    assert (
        stage("tally", *fjordby, *private, "--codebook", compiled, "--batches", *batches, "--output", tallied)
        == 0
    )
    folders = ["--batches", *batches, "--partnerships", tallied]
    made = ["--language-model", model, "--quotes-per-code", 2, "--figures", out / "figures"]
    document = out / "fjordby.docx"
    assert stage("synthesise", *fjordby, "--codebook", compiled, *made, *folders, "--output", document) == 0

    leaks = ["--sheet", sheet, *private, "--results", out, "--output", out / "leak_check.json"]
    assert stage("leaks", *leaks) == 0

    assert len(TRANSCRIPTS.read(out / "transcripts.csv")) == 2
    assert [len(SEGMENTS.read(folder / "segments.csv")) for folder in batches] == [1, 1]
    assert [len(SUGGESTIONS.read(folder / "suggestions.csv")) for folder in batches] == [2, 2]
    assert QUEUE.read(out / "queue.csv").empty
    assert DECISIONS.read(tallied / "decisions.csv").empty
    assert len(CODINGS.read(tallied / "codings.csv")) == 4
    assert len(TALLIES.read(tallied / "tallies.csv")) == 2 * 3
    assert document.read_bytes().startswith(b"PK")


def test_names_of_files_stand_on_the_screen_and_in_no_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "transcripts.log"
    sheet = tmp_path / "Preben Ladegaard.csv"
    sheet.write_text("interview_id\n", encoding="utf-8")

    words = ("--sheet", sheet, "--parts", sheet, "--output", tmp_path / "t.csv")
    assert stage("--log", log, "transcripts", *words) == 2

    assert "Preben Ladegaard.csv" in capfd.readouterr().err
    assert log.read_text(encoding="utf-8") == ""


def test_a_file_that_is_open_elsewhere_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "åben.json"))

    monkeypatch.setattr(Path, "replace", refuse)

    assert stage("language-model", "--setting", "blank:da", "--output", tmp_path / "åben.json") == 2
    assert "åben.json is not to be opened: close it in other programs" in capfd.readouterr().err
