import shutil

import pytest

from interview_coding.errors import InputError
from interview_coding.planning import plan

HEADER = "interview_id,file,partnership,wave\n"


@pytest.fixture
def project(write, tmp_path, monkeypatch):
    """Work in a folder with a small codebook and the project ``p`` of four interviews."""
    monkeypatch.chdir(tmp_path)
    write("codebook/tema.yaml", "id: tema\n")
    write("codebook/CHANGELOG.md", "## 1.0.0\n")
    for name in "abcd":
        write(f"p/{name}.txt", f"Interviewer: Hvad sker der?\nSvar: Det er {name}.\n")
    write(
        "p/interviews.csv",
        f"{HEADER}c,c.txt,Nord/Syd,2\na,a.txt,Nord/Syd,1\nd,d.txt,Nord/Syd,2\nb,b.txt,Øst,1\n",
    )
    return tmp_path / "p"


def problems(**config):
    with pytest.raises(InputError) as error:
        plan({"project": "p", **config})
    return [str(problem) for problem in error.value.problems]


def test_a_plan_knows_batches_and_their_files(project, write):
    write("p/codings/mia/c.csv", "")
    write("p/codings/jonas/a.csv", "")
    write("p/codings/mia/b.csv", "")
    made = plan({"project": "p"})
    north, east = made.titles
    assert dict(made.titles) == {north: "Nord/Syd", east: "Øst"}
    assert "/" not in north
    assert made.batches() == [(north, 1), (north, 2), (east, 1)]
    assert [i.interview_id for i in made.batch(north, 2)] == ["c", "d"]
    assert [i.interview_id for i in made.interviews(north)] == ["a", "c", "d"]
    assert made.transcripts(north, 2) == ["p/c.txt", "p/d.txt"]
    assert made.decisions(north) == ["p/codings/jonas/a.csv", "p/codings/mia/c.csv"]
    assert made.codebook() == ["codebook/tema.yaml", "codebook/CHANGELOG.md"]


def test_a_plan_names_the_language_model(project):
    name, version = plan({"project": "p", "language_model": "blank:da"}).language_model
    assert name == "blank:da"
    assert version


def test_everything_that_is_wrong_is_reported_together(project, write):
    write("p/interviews.csv", f"{HEADER}A,a.txt,Øst,to\n")
    write("p/wave2/e.docx", b"PK\x03\x04 cut off")
    write("p/f.pdf", b"%PDF-1.7")
    write("p/~$a.docx", b"lock")
    shutil.rmtree("codebook")
    found = problems(segment_words=1, resultater="ud", language_model="da_findes_ikke")
    assert [text.split(". ")[0] for text in found] == [
        "config.yaml: key resultater: is not known here",
        "config.yaml: key segment_words: 1 is too small",
        "config.yaml: key language_model: da_findes_ikke is neither an installed package nor "
        "the folder of a pipeline",
        "p/interviews.csv, row 2, column interview_id: 'A' is not written as it must be",
        "p/interviews.csv, row 2, column wave: 'to' is not written as it must be",
        "p/f.pdf: is a damaged PDF",
        "p/wave2/e.docx: is no whole document: it may be cut off, or of a kind that is no transcript",
        "codebook: holds no codebook",
    ]


def test_a_sound_sheet_leaves_unreadable_transcripts_to_the_run(project, write):
    write("p/a.txt", "")
    assert plan({"project": "p"}).batches()


def test_without_a_sheet_the_transcripts_are_looked_at(project, write):
    (project / "interviews.csv").unlink()
    write("p/tom.txt", "")
    assert [text.split(". ")[0] for text in problems()] == [
        "p: holds no interviews.csv or interviews.xlsx",
        "p/tom.txt: is empty",
    ]


def test_a_transcript_that_a_reader_breaks_on_is_reported_as_well(project, write, monkeypatch):
    def broken(path):
        raise ValueError(path)

    write("p/interviews.csv", HEADER)
    monkeypatch.setattr("interview_coding.readers.read_transcript", broken)
    assert "p/a.txt: could not be read (ValueError). Open it in Word and save it anew as .docx." in problems()


def test_a_codebook_without_a_version_is_reported(project, write):
    write("codebook/CHANGELOG.md", "Intet endnu\n")
    assert problems() == [
        "codebook/CHANGELOG.md: names no version of the codebook. "
        "Begin it with a heading for the newest version, for example ## 1.0.0."
    ]


def test_a_missing_project_is_reported(project):
    assert [text.split(". ")[0] for text in problems(project="q")] == [
        "q: holds no interviews.csv or interviews.xlsx"
    ]


@pytest.mark.parametrize(
    "address", ["http://localhost/v1?to=example.com", "https://me:secret@example.com/v1"]
)
def test_an_endpoint_that_cannot_be_used_is_refused_before_anything_runs(project, address):
    (problem,) = problems(llm_endpoint=address, llm_model="m")
    assert "the address cannot be used" in problem
    assert "secret" not in problem


def test_a_model_on_this_machine_is_planned_for(project):
    made = plan({"project": "p", "llm_endpoint": "http://localhost:11434/v1", "llm_model": "m"})
    assert made.settings.llm_model == "m"
    assert "no model is named" in problems(llm_endpoint="http://localhost:11434/v1")[0]


def test_an_answer_changes_what_a_batch_knows_only_where_the_word_stands(project, write):
    digests = []
    for answer in ("", "ja"):
        write("p/private/names.csv", f"form;interviews;answer\nStorm;a (2);{answer}\nLiv;;\n")
        made = plan({"project": "p"})
        north, _ = made.titles
        digests.append({batch: made.names(*batch) for batch in made.batches()})
    changed = {batch for batch in digests[0] if digests[0][batch] != digests[1][batch]}
    assert changed == {(north, 1)}
    write("p/private/names.csv", "form;interviews;answer\nStorm;a (2);ja\nLiv;;ja\n")
    everywhere = plan({"project": "p"})
    assert all(everywhere.names(*batch) != digests[1][batch] for batch in digests[1])


def test_a_key_that_is_locked_wants_its_passphrase_before_anything_runs(project, write, monkeypatch):
    monkeypatch.delenv("INTERVIEW_CODING_PASSPHRASE", raising=False)
    write("p/private/identity.age", "age-encryption.org/v1\n")
    (problem,) = problems()
    assert problem.startswith("p/private/identity.age: locks the key, and no passphrase is set.")


def test_a_key_within_the_results_is_refused(project):
    assert problems(private="results/private")[0].startswith("results/private: lies within the results")
