import datetime
import unicodedata
from pathlib import Path

import openpyxl
import pytest

from interview_coding.errors import InputError
from interview_coding.sheet import find_sheet, is_transcript, read_sheet, transcripts_below

HEADER = "interview_id,file,partnership,wave"


@pytest.fixture
def sheet(tmp_path, write):
    """Return a function that writes a sheet, with the transcripts a.docx, b.docx, c.docx beside it."""
    for name in "abc":
        write(f"interviews/{name}.docx", name)

    def write_sheet(*rows, header=HEADER, encoding="utf-8"):
        return write("interviews.csv", "\n".join([header, *rows, ""]).encode(encoding))

    return write_sheet


def problems(path):
    with pytest.raises(InputError) as error:
        read_sheet(path)
    return [str(problem).removeprefix(str(path)) for problem in error.value.problems]


def test_a_sheet_gives_its_interviews(sheet):
    path = sheet(
        "a-01;interviews/a.docx;Ærø;2;2026-03-17;leder;civil;'Nanna; Ole;';ja".replace("'", '"'),
        "b-01;interviews/b.docx;Ærø;1;;;;;",
        header="Interview_ID;File;Partnership;Wave;Date;Role;Sector;Interviewers;Optaget",
        encoding="cp1252",
    )
    first, second = read_sheet(path).interviews
    assert (first.interview_id, first.partnership, first.wave) == ("a-01", "Ærø", 2)
    assert first.file == path.parent / "interviews" / "a.docx"
    assert (first.date, first.role, first.sector) == ("2026-03-17", "leder", "civil")
    assert first.interviewers == ("Nanna", "Ole")
    assert first.attributes == {"optaget": "ja"}
    assert (second.date, second.role, second.sector, second.interviewers) == ("", "", "", ())
    assert second.attributes == {}
    assert (first.row, second.row) == (2, 3)


def test_the_same_sheet_as_workbook_gives_the_same_interviews(sheet, tmp_path):
    path = sheet("a-01,interviews/a.docx,Ærø,2,2026-03-17", header=f"{HEADER},date")
    book = openpyxl.Workbook()
    book.active.append([*HEADER.split(","), "date"])
    book.active.append(["a-01", "interviews/a.docx", "Ærø", 2, datetime.date(2026, 3, 17)])
    book.save(tmp_path / "interviews.xlsx")
    assert read_sheet(tmp_path / "interviews.xlsx").interviews == read_sheet(path).interviews


def test_batches_go_by_partnership_and_wave_in_the_order_of_the_sheet(sheet):
    rows = ("c,interviews/c.docx,B,2", "a,interviews/a.docx,A,10", "b,interviews/b.docx,B,2")
    read = read_sheet(sheet(*rows))
    assert read.partnerships() == ["A", "B"]
    assert (read.waves("A"), read.waves("B"), read.waves("C")) == ([10], [2], [])
    assert [i.interview_id for i in read.batch("B", 2)] == ["c", "b"]
    assert read.batch("B", 10) == []


def test_a_row_put_in_above_does_not_change_what_an_interview_is(sheet):
    (before,) = read_sheet(sheet("a,interviews/a.docx,A,1")).interviews
    _, after = read_sheet(sheet("b,interviews/b.docx,A,1", "", "a,interviews/a.docx,A,1")).interviews
    assert (after, repr(after)) == (before, repr(before))
    assert (before.row, after.row) == (2, 4)


@pytest.mark.parametrize("file", ["interviews\\a.docx", "./interviews/a.docx", "interviews//a.docx"])
def test_a_path_may_be_written_as_on_windows(sheet, file):
    (interview,) = read_sheet(sheet(f"a,{file},A,1")).interviews
    assert interview.file.read_text() == "a"


@pytest.mark.parametrize(("on_disk", "in_sheet"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_with_å_is_found_however_it_is_stored(sheet, write, on_disk, in_sheet):
    stored = write(unicodedata.normalize(on_disk, "interviews/Åse.docx"), "åse")
    (interview,) = read_sheet(sheet(unicodedata.normalize(in_sheet, "a,interviews/Åse.docx,A,1"))).interviews
    assert interview.file == stored


def test_white_space_that_cannot_be_seen_makes_no_second_partnership(sheet):
    names = [" Frivillig  Århus ", "Frivillig\u00a0Århus", unicodedata.normalize("NFD", "Frivillig Århus")]
    rows = [f"{id},interviews/{id}.docx,{name},1" for id, name in zip("abc", names, strict=True)]
    assert read_sheet(sheet(*rows)).partnerships() == ["Frivillig Århus"]


def test_a_partnership_spelt_with_other_capitals_is_a_problem(sheet):
    path = sheet(
        "a,interviews/a.docx,Fjordby,1", "b,interviews/b.docx,FJORDBY,1", "c,interviews/c.docx,Fjordby,2"
    )
    assert problems(path) == [
        ", row 3, column partnership: FJORDBY is spelt Fjordby in row 2. "
        "Write a partnership's name with the same capitals in all its rows."
    ]


def test_a_date_as_danish_excel_saves_it_is_turned_round(sheet):
    (interview,) = read_sheet(sheet("a,interviews/a.docx,A,1,03-04-2026", header=f"{HEADER},date")).interviews
    assert interview.date == "2026-04-03"


ID = "Write lower-case letters a-z, digits and hyphens, for example fjordby-01."
DATE = "Write the date as YYYY-MM-DD, for example 2026-03-17; 17-03-2026, as Danish Excel saves it, will do."
WAVE = "Write a whole number: 1 for the first wave of interviews, 2 for the second."


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [
        (
            "Fjordby_1,interviews/a.docx,A,1,,",
            "interview_id",
            f"'Fjordby_1' is not written as it must be. {ID}",
        ),
        ("-a,interviews/a.docx,A,1,,", "interview_id", f"'-a' is not written as it must be. {ID}"),
        (f"{'a' * 61},interviews/a.docx,A,1,,", "interview_id", f"'{'a' * 61}' is too long. {ID}"),
        (",interviews/a.docx,A,1,,", "interview_id", f"is empty or missing. {ID}"),
        ("a,,A,1,,", "file", "is empty or missing. Write the transcript's path, relative to the sheet, "),
        ("a,interviews/a.docx,  ,1,,", "partnership", "is empty or missing. Write the partnership's name, "),
        ("a,interviews/a.docx,A,to,,", "wave", f"'to' is not written as it must be. {WAVE}"),
        ("a,interviews/a.docx,A,0,,", "wave", f"'0' is not written as it must be. {WAVE}"),
        ("a,interviews/a.docx,A", "wave", f"is empty or missing. {WAVE}"),
        (
            "a,interviews/a.docx,A,1,2026-02-30,",
            "date",
            f"'2026-02-30' is not a date, or not one that exists. {DATE}",
        ),
        (
            "a,interviews/a.docx,A,1,31-02-2026,",
            "date",
            f"'2026-02-31' is not a date, or not one that exists. {DATE}",
        ),
        ("a,interviews/a.docx,A,1,marts,", "date", f"'marts' is not a date, or not one that exists. {DATE}"),
        (
            "a,interviews/a.docx,A,1,20260317,",
            "date",
            f"'20260317' is not a date, or not one that exists. {DATE}",
        ),
        (
            "a,interviews/a.docx,A,1,,kommunal",
            "sector",
            "'kommunal' is not one of the values allowed. Write one of ",
        ),
    ],
)
def test_a_cell_that_does_not_fit_is_named_by_row_and_column(sheet, row, column, text):
    (problem,) = problems(sheet("b,interviews/b.docx,A,1,,", row, header=f"{HEADER},date,sector"))
    assert problem.startswith(f", row 3, column {column}: {text}")


def test_all_bad_cells_are_reported_at_once_in_the_order_of_the_rows(sheet):
    path = sheet(
        "A1,interviews/a.docx,,to,2026-02-30,kommunal",
        "",
        "a,interviews/mangler.pdf,A,1,,",
        "a,interviews/b.docx,A,1,,,,for meget",
        header=f"{HEADER},date,sector",
    )
    assert [problem.removeprefix(", row ").split(":")[0] for problem in problems(path)] == [
        "2, column date",
        "2, column interview_id",
        "2, column partnership",
        "2, column sector",
        "2, column wave",
        "4, column file",
        "5",
        "5, column interview_id",
    ]


def test_more_cells_than_columns_are_a_problem_unless_empty(sheet):
    assert problems(sheet("a,interviews/a.docx,A,1,,x", "b,interviews/b.docx,A,1,,")) == [
        ", row 2: has more cells than the header. Put quotation marks around cells that hold the delimiter."
    ]


def test_rows_are_those_that_excel_shows(sheet):
    path = sheet(
        'a,interviews/a.docx,A,1,"to\nlinjer"', "", "b,interviews/b.docx,A,x,", header=f"{HEADER},note"
    )
    (problem,) = problems(path)
    assert problem.startswith(", row 4, column wave: ")


@pytest.mark.parametrize(
    "second",
    ["interviews/a.docx", "interviews\\a.docx", "./interviews/a.docx", "interviews/../interviews/a.docx"],
)
def test_the_same_file_twice_is_a_problem_however_it_is_written(sheet, second):
    assert problems(sheet("a,interviews/a.docx,A,1", "", f"b,{second},A,1")) == [
        f", row 4, column file: {second} stands in row 2 already. "
        "Give every interview an id and a file of its own, or take one row off."
    ]


def test_an_id_given_three_times_is_named_twice(sheet):
    path = sheet(*(f"a,interviews/{name}.docx,A,1" for name in "abc"))
    assert [text.split(". ")[0] for text in problems(path)] == [
        f", row {row}, column interview_id: a stands in row 2 already" for row in (3, 4)
    ]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("interviews/fjordby-1.docx", "Did you mean interviews/fjordby-01.docx? "),
        ("interviews/fjordby-01", "Did you mean interviews/fjordby-01.docx? "),
        ("fjordby-01.docx", "Did you mean interviews/fjordby-01.docx? "),
        ("mappe/Fjordby-01.DOCX", "Did you mean interviews/fjordby-01.docx? "),
        ("interviews/lyngholm.pdf", ""),
        ("interviews", ""),
    ],
)
def test_a_missing_transcript_is_named_with_the_nearest_that_is_free(sheet, write, file, hint):
    write("interviews/fjordby-01.docx", "x")
    write("interviews/~$ordby-1.docx", "x")
    assert problems(sheet("a,interviews/a.docx,A,1", f"b,{file},A,1")) == [
        f", row 3, column file: {file} does not exist. {hint}"
        "Put the file there, or take the row off the sheet."
    ]


def test_a_transcript_that_has_its_row_is_not_proposed_for_another(sheet, write):
    write("interviews/fjordby-01.docx", "x")
    rows = ("a,interviews/fjordby-01.docx,A,1", "b,interviews/fjordby-02.docx,A,1")
    (problem,) = problems(sheet(*rows))
    assert "Did you mean" not in problem


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (
            "interview id,file,partnership,wave",
            f"interview_id. Rename the column interview id, if that is meant. {ID}",
        ),
        (
            "interview_id,filename,partnership,wave",
            "file. Rename the column filename, if that is meant. Write the transcript's",
        ),
        (
            "interview_id,file,partnerskab,wave",
            "partnership. Rename the column partnerskab, if that is meant. Write the",
        ),
        ("interview_id,file,partnership,bølge", f"wave. Add the column. {WAVE}"),
        ("file,partnership,wave,interviewers", f"interview_id. Add the column. {ID}"),
        (f"{HEADER},sektor", "sector. Rename the column sektor, if that is meant. Write one of offentlig"),
        (f"{HEADER},interviewer", "interviewers. Rename the column interviewer, if that is meant. Write the"),
    ],
)
def test_a_column_that_is_missing_is_named_with_the_nearest_there_is(sheet, header, text):
    (problem,) = problems(sheet("a,b,c,d", header=header))
    assert problem.startswith(f": has no column {text}")


def test_a_column_given_twice_is_a_problem_but_not_one_without_name(sheet):
    assert problems(sheet("a,b,c,1,,,", header=f"{HEADER},,,Wave")) == [
        ": has the column wave 2 times. Keep one of them."
    ]


def test_an_empty_sheet_lacks_its_columns(sheet, write):
    assert [text.split(". ")[0] for text in problems(write("interviews.csv", ""))] == [
        f": has no column {name}" for name in HEADER.split(",")
    ]


def test_a_sheet_without_rows_is_a_problem(sheet):
    assert problems(sheet(",,,")) == [": lists no interview. Add a row per transcript."]


def test_transcripts_that_no_row_lists_are_found(sheet, write):
    path = sheet("a,interviews/a.docx,A,1")
    for name in ("d.VTT", "~$d.docx", ".skjult.txt", "e.xlsx", "billede.png", "mappe.txt/e.txt"):
        write(f"interviews/{name}", "x")
    assert [p.name for p in read_sheet(path).unlisted()] == ["b.docx", "c.docx", "d.VTT", "e.xlsx"]


def test_what_the_project_keeps_is_no_transcript(sheet, write):
    path = sheet("a,a.docx,A,1")
    write("a.docx", "x")
    for name in (
        "actors.csv",
        "codings/mia/a.csv",
        "private/names.csv",
        "private/a.txt",
        "mere/interviews.csv",
    ):
        write(name, "x")
    assert read_sheet(path).unlisted() == []
    below = {p.relative_to(path.parent).as_posix() for p in transcripts_below(path.parent)}
    assert below == {
        "a.docx",
        "interviews/a.docx",
        "interviews/b.docx",
        "interviews/c.docx",
        "mere/interviews.csv",
    }


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a.docx", True),
        ("A.PDF", True),
        ("a.srt", True),
        ("~$a.docx", False),
        (".~lock.a.odt#", False),
        (".a.txt", False),
        ("a.csv", True),
        ("a.png", False),
    ],
)
def test_a_transcript_is_known_by_its_name(write, name, taken):
    assert is_transcript(write(name, "")) is taken


def test_a_folder_is_no_transcript(tmp_path):
    (tmp_path / "a.docx").mkdir()
    assert not is_transcript(tmp_path / "a.docx")


@pytest.mark.parametrize("name", ["interviews.csv", "interviews.xlsx"])
def test_the_sheet_of_a_project_is_found(write, name):
    path = write(name, "")
    assert find_sheet(path.parent) == path


def test_two_sheets_are_a_problem(write):
    write("interviews.csv", "")
    folder = write("interviews.xlsx", "").parent
    with pytest.raises(InputError, match=r"holds both interviews\.csv and interviews\.xlsx\. Keep one\."):
        find_sheet(folder)


@pytest.mark.parametrize("folder", [".", "findes-ikke"])
def test_no_sheet_is_a_problem(tmp_path: Path, folder):
    with pytest.raises(InputError) as error:
        find_sheet(tmp_path / folder)
    assert [str(problem) for problem in error.value.problems] == [
        f"{tmp_path / folder}: holds no interviews.csv or interviews.xlsx. "
        "Set `project` to the right folder, or draft a sheet: interview-coding new FOLDER."
    ]
