import json
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coding.codebook import Codebook
from interview_coding.errors import InputError
from interview_coding.sheet import Interview, Sheet
from interview_coding.stages.gather import check_transcripts, compile_codebook, gather
from interview_coding.tables import CODINGS, TRANSCRIPTS

Write = Callable[[str, str | bytes], Path]
SHEET = Sheet(
    Path("p/interviews.csv"),
    tuple(Interview(f"f-{n}", Path(f"p/interviews/{n}.docx"), "Fjordby", 1) for n in (1, 2, 3)),
)


def part(path: Path, *rows: dict[str, object]) -> Path:
    TRANSCRIPTS.write(TRANSCRIPTS.frame(rows), path)
    return path


def test_what_was_read_is_gathered_in_order(tmp_path: Path) -> None:
    parts = [
        part(tmp_path / "a.csv", {"interview_id": "f-2", "status": "read", "words": 10}),
        part(tmp_path / "b.csv", {"interview_id": "f-1", "status": "read", "words": 5}),
    ]

    check_transcripts(SHEET, parts, tmp_path / "out" / "transcripts.csv")

    frame = TRANSCRIPTS.read(tmp_path / "out" / "transcripts.csv")
    assert list(frame["interview_id"]) == ["f-2", "f-1"]


def test_every_transcript_that_could_not_be_read_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    unreadable = {"status": "unreadable", "problem": "is empty.", "remedy": "Fetch it again."}
    parts = [
        part(tmp_path / "a.csv", {"interview_id": "f-1", **unreadable}, {"interview_id": "f-2"}),
        part(tmp_path / "b.csv", {"interview_id": "f-3", **unreadable, "problem": "is a PDF."}),
    ]

    with pytest.raises(InputError) as caught:
        check_transcripts(SHEET, parts, tmp_path / "out" / "transcripts.csv")

    assert [str(problem) for problem in caught.value.problems] == [
        f"{Path('p/interviews/1.docx')}: is empty. Fetch it again.",
        f"{Path('p/interviews/3.docx')}: is a PDF. Fetch it again.",
    ]
    assert not (tmp_path / "out").exists()


def test_parts_of_a_table_are_set_one_below_the_other(tmp_path: Path) -> None:
    parts = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in parts:
        CODINGS.write(CODINGS.frame([{"code": path.stem, "memo": "a\nb"}]), path)

    gather("codings", parts, tmp_path / "codings.csv")

    header, *first = parts[0].read_text(encoding="utf-8").splitlines(keepends=True)
    _, *second = parts[1].read_text(encoding="utf-8").splitlines(keepends=True)
    assert (tmp_path / "codings.csv").read_text(encoding="utf-8") == "".join([header, *first, *second])


def test_the_codebook_is_compiled_whole(tmp_path: Path, codebook: Codebook) -> None:
    compile_codebook(Path(__file__).parents[2] / "codebook", tmp_path / "codebook.json")

    text = (tmp_path / "codebook.json").read_text(encoding="utf-8")
    assert Codebook.from_json(text) == codebook
    assert json.loads(text)["version"] == codebook.version


def test_a_codebook_with_faults_is_not_compiled(tmp_path: Path, write: Write) -> None:
    folder = write("codebook/a.yaml", "id: a\n").parent

    with pytest.raises(InputError):
        compile_codebook(folder, tmp_path / "codebook.json")

    assert not (tmp_path / "codebook.json").exists()
