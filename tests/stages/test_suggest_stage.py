from collections.abc import Callable
from pathlib import Path

import pytest
from small_codebook import write_small

from interview_coding.codebook import read_codebook
from interview_coding.engines.codebook import CodebookEngine
from interview_coding.sheet import Interview
from interview_coding.stages.annotate import annotate, describe_model
from interview_coding.stages.suggest import suggest_codes, train_engine
from interview_coding.tables import SEGMENTS, SUGGESTIONS

TALK = """Interviewer: Hvordan går det?

Respondent: Vi bager kage og lagkage. Kommunen bager kagemand og kagekrumme, og kagen stod på et kagefad.

Interviewer: Ja.

Respondent: Der mangler penge; og der mangler tid!
"""


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch")
    codebook = read_codebook(write_small(folder / "kodebog"))
    interviews = []
    for number, text in enumerate((TALK, "", TALK.replace("Kommunen", "Skolen")), 1):
        file = folder / f"{number}.txt"
        file.write_text(text, encoding="utf-8")
        interviews.append(Interview(f"f-{number}", file, "Fjordby", 1))
    describe_model("blank:da", folder / "model.json")
    annotate(interviews, folder / "model.json", 10, folder)
    (folder / "codebook.json").write_text(codebook.to_json(), encoding="utf-8")
    train_engine(folder / "codebook.json", folder / "model.json", folder / "engine.npz")
    return folder


@pytest.fixture
def suggested(batch: Path, tmp_path: Path) -> Callable[[str], Path]:
    def run(per_segment: str) -> Path:
        suggest_codes(batch, batch / "engine.npz", per_segment, tmp_path / "suggestions.csv")
        return tmp_path / "suggestions.csv"

    return run


def test_every_segment_gets_as_many_suggestions_as_asked_for(
    suggested: Callable[[str], Path], batch: Path
) -> None:
    rows, segments = SUGGESTIONS.read(suggested("3")), SEGMENTS.read(batch / "segments.csv")

    keys = ["interview_id", "segment_id"]
    assert list(rows[keys].drop_duplicates().itertuples(index=False, name=None)) == list(
        segments[keys].itertuples(index=False, name=None)
    )
    assert list(rows["rank"]) == [1, 2, 3] * len(segments)
    assert set(rows["engine"]) == {"codebook"}


def test_the_best_suggestion_stands_first(suggested: Callable[[str], Path]) -> None:
    rows = SUGGESTIONS.read(suggested("5"))

    falls = rows.groupby(["interview_id", "segment_id"])["score"].apply(lambda s: s.is_monotonic_decreasing)
    assert falls.all()


def test_the_evidence_stands_in_the_segment_it_is_given_for(
    suggested: Callable[[str], Path], batch: Path
) -> None:
    segments = SEGMENTS.read(batch / "segments.csv").set_index(["interview_id", "segment_id"])

    for row in SUGGESTIONS.read(suggested("2")).itertuples():
        words = row.evidence.partition("(")[0].strip()
        text = segments.loc[(row.interview_id, row.segment_id), "text"].lower()
        assert all(word.strip("»«").lower() in text for word in words.split(", ") if word)


def test_auto_shows_only_what_is_probable(suggested: Callable[[str], Path]) -> None:
    every, shown = SUGGESTIONS.read(suggested("3")), SUGGESTIONS.read(suggested("auto"))

    probable = every[every["score"] >= CodebookEngine.threshold]
    assert shown.to_dict("records") == probable.to_dict("records")


def test_the_same_segments_give_the_same_bytes(suggested: Callable[[str], Path]) -> None:
    first = suggested("auto").read_bytes()

    assert suggested("auto").read_bytes() == first
