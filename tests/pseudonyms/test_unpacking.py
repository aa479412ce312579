from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leak_carriers import CARRIERS, W, package, paragraph, png, workbook

from interview_coding.pseudonyms import unpacking
from interview_coding.pseudonyms.unpacking import APART, Text, texts

Write = Callable[[str, str | bytes], Path]


def places(path: Path) -> dict[str, str]:
    return {text.place: text.text for text in texts(path)}


WITHIN_FILES = [carrier for carrier in CARRIERS if carrier.__name__ != "file_name"]
"""The carriers that hold a text in a file; a file's own name is for the caller to look at."""


@pytest.mark.parametrize("carrier", WITHIN_FILES, ids=lambda carrier: carrier.__name__)
def test_a_text_is_found_where_it_stands(carrier: Callable[..., tuple[str, str]], tmp_path: Path) -> None:
    name, place = carrier(tmp_path, "a", "Ørsted & æbler – 5")

    found = places(tmp_path / name)

    assert "Ørsted & æbler" in found[place].replace("&amp;", "&")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_lines_in_any_encoding(write: Write, encoding: str) -> None:
    path = write("a.txt", "Første\r\nSøren går".encode(encoding))

    assert places(path) == {"line 1": "Første", "line 2": "Søren går"}


def test_a_text_of_two_encodings_is_read_line_by_line(write: Write) -> None:
    path = write("a.log", "Søren".encode() + b"\n" + "Åge".encode("cp1252"))

    assert places(path) == {"line 1": "Søren", "line 2": "Åge"}


def test_a_line_that_ends_in_a_hyphen_is_given_with_the_next(write: Write) -> None:
    assert places(write("a.txt", "her er Has-\nsan")) == {"line 1": "her er Has-\nsan", "line 2": "san"}


def test_rows_are_counted_as_in_excel_and_know_their_interview(write: Write) -> None:
    path = write("a.csv", '\ufeffinterview_id;text\nf-01;"to\nlinjer"\nf-02;"én;to"\n')

    assert list(texts(path)) == [
        Text("row 1, column 1", "interview_id"),
        Text("row 1, column 2", "text"),
        Text("row 2, column interview_id", "f-01", "f-01"),
        Text("row 2, column text", "to\nlinjer", "f-01"),
        Text("row 3, column interview_id", "f-02", "f-02"),
        Text("row 3, column text", "én;to", "f-02"),
    ]


def test_markup_is_read_as_it_is_seen(write: Write) -> None:
    page = write("a.html", "<p>Fat<b>ima</b>&oslash;<br>Bo</p><!-- skjult --><script>let x='y'</script>")
    text = places(page)

    assert text["paragraph 1"].split(APART) == ["Fatimaø Bo", "Fat ima ø   Bo"]
    assert text["remark 1"] == " skjult "
    assert "let x='y'" in text.values()


def test_picture_in_a_page_is_unpacked(write: Write) -> None:
    import base64

    picture = base64.b64encode(png((b"tEXt", b"Title\0Fatima"))).decode()
    page = write("a.html", f'<img src="data:image/png;base64,{picture}">')

    assert places(page)["src of img 1, tEXt Title"] == "Fatima"


def test_what_stands_in_a_document_type_is_given_and_no_entity_is_followed(
    write: Write, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("hemmeligt")
    dtd = f'<!DOCTYPE a [<!ENTITY x "Fatima"><!ENTITY y SYSTEM "{tmp_path / "secret"}">]>'
    found = places(write("a.xml", f"<?xml version='1.0'?>{dtd}<a>før &x;&y; efter</a>"))

    assert any("Fatima" in text for text in found.values())
    assert not any("hemmeligt" in text for text in found.values())


def test_word_paragraphs_are_joined_over_runs_insertions_and_tabs(write: Write) -> None:
    body = (
        "<w:p><w:r><w:t>Fa</w:t></w:r><w:ins><w:r><w:t>ti</w:t></w:r></w:ins><w:del><w:r><w:delText>ma</w:delText>"
        "</w:r></w:del><w:r><w:tab/><w:t>Has</w:t><w:noBreakHyphen/><w:t>san</w:t></w:r></w:p>"
    )
    path = write("a.docx", package({"word/document.xml": f"<w:d {W}>{paragraph('a')}{body}</w:d>"}))

    assert places(path)["word/document.xml, paragraph 2"] == "Fatima Has-san"


def test_cells_know_their_interview_and_strings_without_a_cell_are_given(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["interview_id", "text"])
    book.active.append(["f-01", "Fatima"])
    book.active["B2"].comment = openpyxl.comments.Comment("Hassan", "Bo")
    book.save(tmp_path / "a.xlsx")

    found = {text.text: text for text in texts(tmp_path / "a.xlsx")}

    assert found["Fatima"] == Text("sheet Sheet, cell B2", "Fatima", "f-01")
    assert "Hassan" in found
    assert found["Bo"].place.startswith("xl/comments/comment1.xml")
    assert places(tmp_path / workbook(tmp_path, "b"))["xl/sharedStrings.xml, string 1"] == "kode"


def test_numbers_and_keys_of_json_are_given(write: Write) -> None:
    found = places(write("a.json", json.dumps({"Fatima": 22334455, "b": [None, True, 1.5]})))

    assert found == {"key 1 of the whole": "Fatima", "key 2 of the whole": "b", "Fatima": "22334455"}


def test_a_pdf_is_read_with_its_properties(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    from pypdf import generic

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = generic.DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 20 100 Td (Fat) Tj (ima kom) Tj ET")
    font = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
    names = {generic.NameObject(f"/{k}"): generic.NameObject(f"/{v}") for k, v in font.items()}
    fonts = generic.DictionaryObject({generic.NameObject("/F1"): generic.DictionaryObject(names)})
    page[generic.NameObject("/Resources")] = generic.DictionaryObject({generic.NameObject("/Font"): fonts})
    page[generic.NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({"/Author": "Hassan"})
    writer.add_outline_item(title="Bo Skov", page_number=0)
    writer.add_attachment("liste.txt", b"Storm")
    writer.write(tmp_path / "a.pdf")

    found = places(tmp_path / "a.pdf")

    assert found["page 1"] == "Fatima kom"
    assert found["property Author"] == "Hassan"
    assert found["bookmark 1"] == "Bo Skov"
    assert found["attachment 1, line 1"] == "Storm"


def test_bytes_are_searched_in_three_encodings(write: Write) -> None:
    parts = [
        text.encode(code)
        for text, code in (("Søren A", "utf-8"), ("Åge Bo", "cp1252"), ("Fatima", "utf-16-le"))
    ]
    found = list(texts(write("a.bin", b"\0\1".join([b"", *parts, b""]))))

    assert {"Søren A", "Åge Bo", "Fatima"} <= {text.text for text in found}
    assert all(text.loose for text in found)


def test_a_picture_s_other_parts_are_searched(write: Write) -> None:
    path = write("a.png", png((b"eXIf", b"MM\0*\0Fatima H\0")) + b"og bagefter")

    assert places(path) == {"eXIf, byte 6": "Fatima H", "behind the picture, line 1": "og bagefter"}


def test_arrays_of_numbers_hold_no_text(write: Write) -> None:
    stream = io.BytesIO()
    np.save(stream, np.frombuffer(b"Fatima Hassan..."), allow_pickle=False)

    assert list(texts(write("a.npy", stream.getvalue()))) == []


def packed(depth: int) -> bytes:
    data = b"Fatima"
    for _ in range(depth):
        data = package({"a": data})
    return data


def test_packages_are_opened_to_a_depth(write: Write) -> None:
    notes: list[str] = []

    assert "Fatima" in {text.text for text in texts(write("a.zip", packed(4)), notes)}
    assert notes == []
    list(texts(write("b.zip", packed(9)), notes))
    assert notes == ["a, a, a, a is packed too deep and was searched as bytes"]


def test_a_bomb_is_cut_off_and_noted(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking._Budget, "left", 0)
    monkeypatch.setattr(unpacking._Budget.__init__, "__defaults__", (100_000,))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for number in range(50):
            target.writestr(f"{number}.txt", "Fatima\n" * 100_000)
    for name, data in (("a.zip", stream.getvalue()), ("b.gz", gzip.compress(b"x" * 1_000_000))):
        notes: list[str] = []
        found = sum(len(text.text) for text in texts(write(name, data), notes))

        assert found < 150_000
        assert "more than was searched" in notes[0]


def test_a_huge_file_is_searched_in_pieces(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_MOST_BYTES", 10_000)
    monkeypatch.setattr(unpacking, "_CHUNK", 4_000)
    notes: list[str] = []
    path = write("a.txt", b"\0" * 3_997 + b"Fatima" + b"\0" * 9_000 + b"Hassan")

    found = {text.text: text.place for text in texts(path, notes)}

    assert found["Fatima"] == "byte 3998"
    assert found["Hassan"] == "byte 13004"
    assert notes == ["the file is too large to be unpacked and was searched as bytes"]


@pytest.mark.parametrize("name", ["a.docx", "a.png", "a.pdf", "a.spacy", "a.npz", "a.json", "a.csv", "a.gz"])
def test_a_damaged_file_is_searched_all_the_same(write: Write, name: str) -> None:
    heads = {
        "docx": b"PK\x03\x04",
        "png": b"\x89PNG\r\n\x1a\n\0",
        "pdf": b"%PDF-1.4\0\xff",
        "spacy": b"x\x9c\0",
        "npz": b"PK\x05\x06",
        "gz": b"\x1f\x8b\x08",
    }
    path = write(name, heads.get(name[2:], b"{\0\xfe") + b"\0\0 Fatima Hassan")

    assert any("Fatima Hassan" in text.text for text in texts(path))


def test_a_locked_member_is_noted(write: Write) -> None:
    data = bytearray(package({"a.txt": "Fatima", "b.txt": "Hassan"}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    notes: list[str] = []

    assert "Hassan" in {text.text for text in texts(write("a.zip", bytes(data)), notes)}
    assert notes == ["a.txt is locked or damaged and was not searched"]


@settings(max_examples=80)
@given(data=st.data())
def test_no_file_is_too_odd(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("odd")
    carrier = data.draw(st.sampled_from(CARRIERS))
    path = folder / carrier(folder, "a", "Fatima Hassan")[0]
    if path.is_file():
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(0, 6))):
            at = data.draw(st.integers(0, max(len(content) - 1, 0)))
            content[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))

        for text in texts(path):
            assert isinstance(text.text, str)


def test_other_bytes_that_zlib_packed_are_unpacked(write: Write) -> None:
    assert places(write("a.bin", zlib.compress(b"Fatima"))) == {"unpacked, line 1": "Fatima"}
