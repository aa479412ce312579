"""The documents as LibreOffice sets them on pages. These tests fail, not skip, where it is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.office


def pages(document: Path, folder: Path) -> list[str]:
    """Return the text of a document's pages."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(document)], check=True, capture_output=True, timeout=240)
    pdf = folder / f"{document.stem}.pdf"
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    return text.stdout.decode("utf-8").split("\f")[:-1]


@pytest.mark.parametrize("name", ["Partnerskab Fjordby", "Partnerskab Lyngholm", "tvaers"])
def test_every_page_has_its_head_its_number_and_something_to_say(demo_run, tmp_path, name):
    text = pages(demo_run / "results" / "synthesis" / f"{name}.docx", tmp_path)
    assert 8 <= len(text) <= 25
    for number, page in enumerate(text, 1):
        assert re.search(rf"Side {number} af {len(text)}\s*$", page)
        assert "foreløbig" in page.splitlines()[0]
        assert len(page.split()) > 40
        assert "Error" not in page
        assert "Fejl!" not in page


def test_captions_are_numbered_in_order(demo_run, tmp_path):
    text = "\n".join(pages(demo_run / "results" / "synthesis" / "tvaers.docx", tmp_path))
    for kind in ("Tabel", "Figur"):
        found = [int(number) for number in re.findall(rf"^\s*{kind} (\d+)\.", text, re.M)]
        assert found == list(range(1, len(found) + 1))
        assert len(found) > 2


def test_while_nothing_is_reviewed_every_page_says_so(folder, snakemake, tmp_path):
    shutil.rmtree(folder / "projekt" / "codings")
    snakemake(cwd=folder)
    for document in (folder / "results" / "synthesis").glob("*.docx"):
        for page in pages(document, tmp_path):
            assert "UDKAST: bygger på forslag, som ingen har gennemgået" in page.splitlines()[0]
