import re

import pytest

from interview_coding import provenance
from interview_coding.provenance import PACKAGE, code_digest

FILES = {
    "__init__.py": "",
    "stages/count.py": "from interview_coding.tables import read\nimport interview_coding.text as text\n",
    "tables/__init__.py": "from interview_coding.tables.csv import read\nimport os, numpy\n",
    "tables/csv.py": "def read():\n    from interview_coding import late\n    from pathlib import Path\n",
    "text.py": "from interview_coding.tables import csv\n",
    "late.py": "from interview_coding.stages import count\n",
    "other.py": "from interview_coding.text import x\n",
}


@pytest.fixture
def package(write, tmp_path, monkeypatch):
    """Write a small package in place of ours; return a function that changes one file of it."""
    for name, text in FILES.items():
        write(f"interview_coding/{name}", text)
    monkeypatch.setattr(provenance, "PACKAGE", tmp_path / "interview_coding")
    code_digest.cache_clear()

    def change(name, content):
        write(f"interview_coding/{name}", content)
        code_digest.cache_clear()

    yield change
    code_digest.cache_clear()


@pytest.mark.parametrize(
    "name", ["stages/count.py", "tables/__init__.py", "tables/csv.py", "text.py", "late.py"]
)
def test_the_digest_changes_with_every_module_that_is_reached(package, name):
    before = code_digest("stages.count")
    package(name, FILES[name] + "x = 1\n")
    assert code_digest("stages.count") != before
    package(name, FILES[name])
    assert code_digest("stages.count") == before


def test_the_digest_does_not_change_with_other_modules(package):
    before = code_digest("stages.count")
    package("other.py", "x = 1\n")
    package("new.py", "x = 1\n")
    assert code_digest("stages.count") == before


def test_line_ends_do_not_matter(package):
    before = code_digest("text")
    package("text.py", FILES["text.py"].replace("\n", "\r\n"))
    assert code_digest("text") == before


def test_moving_code_to_another_module_matters(package):
    package("a.py", "from interview_coding.b import x\n")
    package("b.py", "x = 1\n")
    before = code_digest("a")
    package("a.py", "from interview_coding.c import x\n")
    package("c.py", "x = 1\n")
    assert code_digest("a") != before


def test_a_module_that_is_not_there_is_an_error(package):
    with pytest.raises(ModuleNotFoundError, match=r"interview_coding has no module stages\.cuont"):
        code_digest("stages.cuont")


def test_every_step_of_the_workflow_has_a_digest():
    rules = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE.parent / "rules").glob("*.smk"))
    modules = set(re.findall(r'code_digest\("([\w.]+)"\)', rules))
    digests = {code_digest(module) for module in modules}
    assert len(digests) == len(modules) > 4
    assert all(re.fullmatch("[0-9a-f]{16}", digest) for digest in digests)
