import csv
import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.cells import read_cells
from interview_coding.errors import InputError

HEADER = ["interview_id", "partnership"]
ROWS = [(2, ["a-01", "Ærø, Øst"]), (3, ["a-02", "Fjordby; Å"])]

CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12).map(str.strip)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=5)


def workbook(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("Noter").append(["not", "read"])
    book.save(path)
    return path


def change_sheet(path, change):
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    changed = change(members[name].decode())
    assert changed != members[name].decode()
    with zipfile.ZipFile(path, "w") as new:
        for member, data in (members | {name: changed.encode()}).items():
            new.writestr(member, data)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_csv_file_from_anywhere_is_read(write, delimiter, encoding, line_end):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerows([HEADER, *(cells for _, cells in ROWS)])
    assert read_cells(write("a.csv", text.getvalue().encode(encoding))) == (HEADER, ROWS)


@settings(max_examples=50, deadline=None)
@given(TABLE, st.sampled_from(",;\t"))
def test_what_was_written_is_read(tmp_path_factory, table, delimiter):
    path = tmp_path_factory.mktemp("cells") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([HEADER, *table])
    expected = [(number, cells) for number, cells in enumerate(table, 2) if any(cells)]
    assert read_cells(path) == (HEADER, expected)


def test_cells_are_stripped_and_column_names_put_in_lower_case(write):
    path = write("a.csv", " Interview_ID ,\u00a0FILE\u00a0\n a , b \n")
    assert read_cells(path) == (["interview_id", "file"], [(2, ["a", "b"])])


def test_empty_rows_are_left_out_but_counted(write):
    path = write("a.csv", "\n;;\nid;file;\n\na;b;\n;;\n  \nc;d;\n")
    assert read_cells(path) == (["id", "file", ""], [(5, ["a", "b", ""]), (8, ["c", "d", ""])])


def test_the_delimiter_is_that_of_the_first_row_that_is_not_empty(write):
    assert read_cells(write("a.csv", "\n \nid;file\na,b;c\n"))[1] == [(4, ["a,b", "c"])]


def test_rows_are_numbered_as_excel_does_where_cells_hold_line_breaks(write):
    path = write("a.csv", 'id,note\na,"to\nlinjer\n\nmere"\nb,x\n')
    assert read_cells(path)[1] == [(2, ["a", "to\nlinjer\n\nmere"]), (3, ["b", "x"])]


def test_quotation_marks_inside_cells_are_kept(write):
    path = write("a.csv", 'id,note\na,"han sagde ""ja"""\nb,et "ja" fra\n')
    assert [cells[1] for _, cells in read_cells(path)[1]] == ['han sagde "ja"', 'et "ja" fra']


@pytest.mark.parametrize("row", ['b,"leder', 'b,"leder\nc,x', 'b,"le"der'])
def test_a_quotation_mark_left_open_does_not_swallow_rows(write, row):
    path = write("a.csv", f"id,role\na,x\n{row}\n")
    with pytest.raises(InputError) as error:
        read_cells(path)
    assert [str(problem) for problem in error.value.problems] == [
        f"{path}, row 3: has a quotation mark that is not closed, or stands inside a quoted cell. "
        "Close it; inside a quoted cell, write it twice."
    ]


@pytest.mark.parametrize("content", ["", "\n\n", ";;\n;;\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_columns_and_no_rows(write, content):
    assert read_cells(write("a.csv", content)) == ([], [])


def test_a_file_that_is_no_text_is_named(write):
    with pytest.raises(InputError, match=r"a\.csv: is not text in UTF-8, UTF-16 or Windows-1252\."):
        read_cells(write("a.csv", b"PK\x03\x04\x00\x00"))


def test_a_workbook_gives_dates_and_numbers_as_a_reader_would_write_them(tmp_path):
    day = datetime.date(2026, 3, 17)
    path = workbook(
        tmp_path / "a.XLSX",
        [
            ["ID", "Date", "Wave", "Share", "Note"],
            ["a", day, 2, 0.5, " x "],
            [None, None, None],
            ["b", datetime.datetime(2026, 3, 17, 14, 30), 2.0, None, True],
        ],
    )
    assert read_cells(path) == (
        ["id", "date", "wave", "share", "note"],
        [(2, ["a", "2026-03-17", "2", "0.5", "x"]), (4, ["b", "2026-03-17", "2", "", "True"])],
    )


def test_a_whole_number_stored_with_a_point_is_a_whole_number(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["wave"], [2]])
    change_sheet(path, lambda xml: xml.replace("<v>2</v>", "<v>2.0</v>"))
    assert read_cells(path) == (["wave"], [(2, ["2"])])


def test_rows_that_a_workbook_does_not_store_are_counted(tmp_path):
    book = openpyxl.Workbook()
    book.active["B3"], book.active["C3"] = "id", "file"
    book.active["B7"], book.active["C7"] = "a", "b"
    book.save(tmp_path / "a.xlsx")
    assert read_cells(tmp_path / "a.xlsx") == (["", "id", "file"], [(7, ["", "a", "b"])])


def test_a_workbook_that_states_its_size_wrong_is_read_whole(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["id", "file"], ["a", "b"]])
    change_sheet(path, lambda xml: xml.replace('ref="A1:B2"', 'ref="A1"', 1))
    assert read_cells(path) == (["id", "file"], [(2, ["a", "b"])])


def test_what_openpyxl_does_not_know_in_a_workbook_is_passed_over_in_silence(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["id"], ["a"]])
    lists = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    change_sheet(path, lambda xml: xml.replace("</worksheet>", lists))
    assert read_cells(path) == (["id"], [(2, ["a"])])


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0 locked with a password", b"PK\x03\x04 cut off"])
def test_a_workbook_that_cannot_be_opened_is_named(write, content):
    path = write("a.xlsx", content)
    with pytest.raises(InputError) as error:
        read_cells(path)
    assert [str(problem) for problem in error.value.problems] == [
        f"{path}: cannot be read as a workbook. "
        "Close it in Excel, or save it anew there as .xlsx, without a password."
    ]
