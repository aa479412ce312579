import pytest

from interview_coding.draft import draft_sheet
from interview_coding.errors import InputError
from interview_coding.sheet import read_sheet


def test_a_new_project_gets_its_folders_and_is_told_to_fill_them(tmp_path):
    project = tmp_path / "nyt"
    message = draft_sheet(project)
    assert message == f"Put the transcripts into {project / 'interviews'} and give the command again."
    assert [path.name for path in project.rglob("*")] == ["interviews"]


def test_the_draft_has_a_row_per_transcript_and_no_file_name_in_an_id(write, tmp_path):
    for name in (
        "interviews/Åse Nørgaard.docx",
        "interviews/2/Bo.vtt",
        "interviews/~$Åse.docx",
        "billede.png",
    ):
        write(name, "x")
    message = draft_sheet(tmp_path)
    assert message == (
        f"{tmp_path / 'interviews.csv'} lists 2 transcripts. Fill in partnership and wave "
        f"(and date, role, sector), then run: snakemake --config project={tmp_path.as_posix()}"
    )
    assert (tmp_path / "interviews.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "interview_id;file;partnership;wave;date;role;sector;interviewers",
        "interview-01;interviews/2/Bo.vtt;;1;;;;",
        "interview-02;interviews/Åse Nørgaard.docx;;1;;;;",
    ]


def test_danish_excel_opens_the_draft_in_columns_and_with_its_letters(write, tmp_path):
    write("interviews/å.txt", "x")
    draft_sheet(tmp_path)
    assert (tmp_path / "interviews.csv").read_bytes().startswith("\ufeffinterview_id;file;".encode())


def test_one_transcript_and_a_folder_with_a_space_are_spoken_of_rightly(write, tmp_path):
    write("mit projekt/a.txt", "x")
    message = draft_sheet(tmp_path / "mit projekt")
    assert " lists 1 transcript. " in message
    assert message.endswith(f' --config project="{tmp_path.as_posix()}/mit projekt"')


def test_only_the_partnerships_are_missing_from_a_draft(write, tmp_path):
    for name in ("a;b.txt", 'c "d".txt', "e, f.txt"):
        write(f"interviews/{name}", "x")
    draft_sheet(tmp_path)
    sheet = tmp_path / "interviews.csv"
    with pytest.raises(InputError) as error:
        read_sheet(sheet)
    assert [(p.row, p.column) for p in error.value.problems] == [(n, "partnership") for n in (2, 3, 4)]
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(";;1;", ";Fjordby;1;"), encoding="utf-8")
    assert [i.file.name for i in read_sheet(sheet).interviews] == ["a;b.txt", 'c "d".txt', "e, f.txt"]


@pytest.mark.parametrize("name", ["interviews.csv", "interviews.xlsx"])
def test_a_sheet_that_is_there_is_never_changed(write, tmp_path, name):
    existing = write(name, "mit arbejde")
    write("interviews/a.txt", "x")
    with pytest.raises(InputError) as error:
        draft_sheet(tmp_path)
    assert [str(problem) for problem in error.value.problems] == [
        f"{existing}: is there already and was not changed. "
        "Add rows to it by hand; a run names the transcripts that it does not list."
    ]
    assert existing.read_text() == "mit arbejde"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["interviews", name])
