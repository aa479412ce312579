from __future__ import annotations

import json
from pathlib import Path

import pytest
from leak_carriers import core_properties, png, table, write

from interview_coding.errors import InputError
from interview_coding.pseudonyms.key import KeyStore
from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.sheet import Interview
from interview_coding.stages.leaks import check_leaks
from interview_coding.tables import DECISIONS

INTERVIEWS = [
    Interview(f"fjordby-0{n}", Path(f"interviews/{n}.docx"), "Partnerskab Fjordby", 1, row=n + 1)
    for n in (1, 2)
]
ROWS = [
    KeyRow("fjordby-01", "[Person 1]", "person", "Fatima Hassan", 2),
    KeyRow("fjordby-01", "[Person 2]", "person", "Preben", 2),
    KeyRow("fjordby-01", "[telefonnummer]", "phone", "22 33 44 55", 1),
    KeyRow("fjordby-01", "[Sted 1]", "place", "Fjordby", 1),
]


@pytest.fixture
def private(tmp_path: Path) -> Path:
    store = KeyStore(tmp_path / "private", "")
    store.write("fjordby-01", ROWS)
    store.write("fjordby-02", [])
    return tmp_path / "private"


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "results"
    write(folder, "steps/codebook.json", json.dumps({"exemplars": ["Og så var det Fatima, der tog fat."]}))
    table(folder, "tables/turns.csv", "interview_id text", ["fjordby-01", "[Person 1]s søn ringede til mig"])
    rows = [{"coder": "preben", "interview_id": "fjordby-01", "decision": "accept"}]
    DECISIONS.write(DECISIONS.frame(rows), folder / "tables" / "decisions.csv")
    write(folder, "figures/Partnerskab Fjordby/temaer.png", png())
    write(folder, "logs/engine.log", "Se: Og så var det Fatima, der tog fat.")
    return folder


def problems(results: Path, private: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        check_leaks(results, private, INTERVIEWS, results / "leaks.json")
    assert not (results / "leaks.json").exists()
    assert "fatima" not in str(caught.value).lower()
    return [str(problem).replace(f"{results.as_posix()}/", "") for problem in caught.value.problems]


def test_what_was_searched_is_written_without_names_and_with_the_same_bytes(
    results: Path, private: Path
) -> None:
    output = results / "leaks.json"
    check_leaks(results, private, INTERVIEWS, output)
    first = output.read_bytes()
    check_leaks(results, private, INTERVIEWS, output)

    report = json.loads(first)
    assert output.read_bytes() == first
    assert report["files"] == 4
    assert report["interviews"] == 2
    assert report["looked_for"]["person"] == 2
    assert report["looked_for"]["phone"] == 1
    assert report["looked_for"]["cpr"] == 0
    assert report["not_unpacked"] == []
    assert b"atima" not in first


def test_each_leak_is_a_problem_that_names_file_row_and_remedy(results: Path, private: Path) -> None:
    table(results, "tables/turns.csv", "interview_id text", ["fjordby-02", "x"], ["fjordby-02", "hos Fatima"])
    table(results, "tables/codings.csv", "interview_id memo", ["fjordby-01", "ring 2233 4455"])
    core_properties(results, "synthesis/a", "F. Hassan")
    write(results, "logs/tally.log", "så kom Hassan")
    write(results, "synthesis/Fatima.txt", "intet")

    names = (private / "names.csv").as_posix()
    assert problems(results, private) == [
        "logs/tally.log: holds a person's name of interview fjordby-01 in line 1. "
        "Delete the log and run again; if it comes back, report it as a fault of the program.",
        "synthesis/(file 1): holds a person's name of interview fjordby-01 in its own name. "
        "If it is left from an earlier run, delete it; else rename what it is called after.",
        "synthesis/a.docx: holds a person's name of interview fjordby-01 in docProps/core.xml, text 1. "
        "See author in config.yaml.",
        "tables/codings.csv, row 2, column memo: holds a phone number of interview fjordby-01. "
        "Take it out of the coders' files: codings/<coder>/fjordby-01.csv.",
        "tables/turns.csv, row 3, column text: holds a person's name of interview fjordby-01. "
        f"Add the word with the answer ja to {names}, or nej if it names nobody, and run again.",
    ]


def test_a_word_that_was_answered_names_nobody_is_no_leak(results: Path, private: Path) -> None:
    table(results, "tables/turns.csv", "interview_id text", ["fjordby-02", "skibet Fatima"])
    write(private, "names.csv", "form;count;interviews;context;answer\nFatima;1;;;nej\n")

    check_leaks(results, private, INTERVIEWS, results / "leaks.json")

    assert (results / "leaks.json").exists()


def test_a_name_in_an_id_is_told_once(results: Path, private: Path) -> None:
    KeyStore(private, "").write("fatima-02", [])
    interviews = [*INTERVIEWS, Interview("fatima-02", Path("x.docx"), "Partnerskab Fjordby", 1, row=4)]
    table(results, "tables/turns.csv", "interview_id text", ["fatima-02", "x"])

    with pytest.raises(InputError) as caught:
        check_leaks(results, private, interviews, results / "leaks.json")

    (problem,) = caught.value.problems
    assert (problem.row, problem.column) == (4, "interview_id")
    assert "fatima" not in str(problem)


def test_many_leaks_are_not_all_listed(results: Path, private: Path) -> None:
    table(results, "tables/turns.csv", "interview_id text", *[["fjordby-01", "Hassan"]] * 250)

    listed = problems(results, private)

    assert len(listed) == 201
    assert "holds 50 more" in listed[-1]


def test_without_a_key_nothing_passes(results: Path, private: Path) -> None:
    (private / "keys" / "fjordby-02.csv").unlink()

    assert "has no key of fjordby-02" in problems(results, private)[0]
