import pytest

from interview_coding.decisions import COLUMNS, Decision, read_decisions
from interview_coding.errors import InputError
from interview_coding.recording import append_decisions

HEADER = ",".join(COLUMNS)


def made(code="tema.en", memo="", quote="ja, det gør vi"):
    return Decision(
        "2026-01-01T10:00:00+01:00", "mia", "a", "t001", 0, 14, quote, code, "accept", memo, "1.0.0", 0.5
    )


def read(file):
    return [(d.code, d.memo, d.quote, d.suggestion_score, d.reason) for d in read_decisions(file)]


def test_a_file_is_made_with_its_header(tmp_path):
    file = tmp_path / "codings/mia/a.csv"
    append_decisions(file, [made(memo='et "memo", på\nto linjer')])
    assert file.read_text(encoding="utf-8").startswith(HEADER + "\n")
    assert read(file) == [("tema.en", 'et "memo", på\nto linjer', "ja, det gør vi", 0.5, "")]


def test_what_stands_there_is_not_touched(write):
    before = f"{HEADER}\n2026-01-01T09:00:00+01:00,mia,a,t001,,,,tema.to,reject,,,"
    file = write("codings/mia/a.csv", before)
    append_decisions(file, [made(), made("tema.tre")])
    assert file.read_text(encoding="utf-8").startswith(before + "\n")
    assert [code for code, *_ in read(file)] == ["tema.to", "tema.en", "tema.tre"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_dialect_of_excel_is_kept(write, encoding):
    columns = [*reversed(COLUMNS), "egen"]
    row = ["0,4", "", "så", "accept", "tema.to", "på", "2", "0", "t001", "a", "mia", "2026-01-01", "x"]
    text = f"{';'.join(columns)}\r\n{';'.join(row)}\r\n".replace("0,4", '"0,4"')
    file = write("codings/mia/a.csv", text.encode(encoding))
    append_decisions(file, [made(memo="rødt; grønt")])
    assert [entry[:3] for entry in read(file)] == [
        ("tema.to", "så", "på"),
        ("tema.en", "rødt; grønt", "ja, det gør vi"),
    ]


def test_a_damaged_file_is_left_alone(write):
    file = write("codings/mia/a.csv", f'{HEADER}\n2026-01-01T09:00:00+01:00,mia,a,t001,,,"tema.to\n')
    before = file.read_bytes()
    with pytest.raises(InputError, match="not closed"):
        append_decisions(file, [made()])
    assert file.read_bytes() == before


def test_a_character_that_the_file_cannot_hold_is_named(write):
    text = f"{HEADER}\n2026-01-01T09:00:00+01:00,mia,a,t001,,,på,tema.to,reject,,,\n"
    file = write("codings/mia/a.csv", text.encode("cp1252"))
    with pytest.raises(InputError, match="cannot hold the character '😀' in its encoding"):
        append_decisions(file, [made(quote="😀")])
    assert file.read_bytes() == text.encode("cp1252")
