from collections.abc import Callable
from pathlib import Path

import pytest
from small_codebook import write_small

from interview_coding.codebook import read_codebook
from interview_coding.engines import Suggester
from interview_coding.sheet import Interview
from interview_coding.stages.annotate import annotate, describe_model
from interview_coding.stages.suggest import (
    learn_decisions,
    order_review,
    passages,
    suggest_codes,
    train_engine,
)
from interview_coding.tables import CODINGS, DECIDED, QUEUE, SCORES, SEGMENTS, SUGGESTIONS

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
    annotate(interviews, folder / "model.json", 10, folder, folder / "private")
    (folder / "codebook.json").write_text(codebook.to_json(), encoding="utf-8")
    train_engine(folder / "codebook.json", folder / "model.json", None, 0.5, "", folder / "engine.npz")
    return folder


@pytest.fixture
def suggested(batch: Path, tmp_path: Path) -> Callable[[str], Path]:
    def run(per_segment: str) -> Path:
        files = tmp_path / "suggestions.csv", tmp_path / "scores.csv"
        suggest_codes(batch, batch / "engine.npz", per_segment, "", None, *files)
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
    assert set(rows["engine"]) <= {"exemplars", "indicators", "exemplars+indicators"}


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


def test_auto_shows_only_what_is_probable(suggested: Callable[[str], Path], batch: Path) -> None:
    every, shown = SUGGESTIONS.read(suggested("3")), SUGGESTIONS.read(suggested("auto"))

    suggester = Suggester.load(batch / "engine.npz")
    least = dict(zip(suggester.codes, suggester.thresholds, strict=True))
    probable = every[every["score"] >= every["code"].map(least)]
    assert shown.to_dict("records") == probable.to_dict("records")


def test_the_same_segments_give_the_same_bytes(suggested: Callable[[str], Path]) -> None:
    first = suggested("auto").read_bytes()

    assert suggested("auto").read_bytes() == first


def test_a_segment_knows_the_question_that_it_answers(batch: Path) -> None:
    import spacy

    found = {
        (interview, segment): passage.question.text if passage.question is not None else None
        for interview, segment, passage in passages(batch, spacy.blank("da").vocab)
    }

    assert found["f-1", "t002.1"] == found["f-1", "t002.2"] == "Hvordan går det?"
    assert found["f-1", "t004"] == "Ja."
    assert list(found) == list(
        SEGMENTS.read(batch / "segments.csv")[["interview_id", "segment_id"]].itertuples(
            index=False, name=None
        )
    )


def test_scores_give_the_order_of_review(suggested: Callable[[str], Path], tmp_path: Path) -> None:
    suggested("auto")

    order_review([tmp_path / "scores.csv", tmp_path / "scores.csv"], tmp_path / "queue.csv")

    queue, scores = QUEUE.read(tmp_path / "queue.csv"), SCORES.read(tmp_path / "scores.csv")
    assert list(queue["place"]) == list(range(1, len(queue) + 1))
    assert set(queue["segment_id"]) == set(scores["segment_id"])


def test_an_engine_learns_from_decisions_and_says_so(batch: Path, tmp_path: Path) -> None:
    rows = [
        {"interview_id": "f-1", "segment_id": "t004", "code": "tur.cykel", "status": "confirmed"},
        {"interview_id": "f-1", "segment_id": "t002.1", "code": "mad.kage", "status": "rejected"},
    ]
    CODINGS.write(CODINGS.frame(rows), tmp_path / "codings.csv")
    decided = tmp_path / "decided.csv"
    learn_decisions(batch / "segments.csv", batch / "turns.csv", tmp_path / "codings.csv", decided)

    train_engine(batch / "codebook.json", batch / "model.json", decided, 0.6, "", tmp_path / "engine.npz")

    assert len(DECIDED.read(decided)) == len(
        SEGMENTS.read(batch / "segments.csv").query("interview_id == 'f-1'")
    )
    before, after = (Suggester.load(folder / "engine.npz") for folder in (batch, tmp_path))
    assert after.card["decided"]["segments"] == len(DECIDED.read(decided))
    assert len(after.card["decided"]["sha256"]) == 64
    assert before.card["decided"] == {"segments": 0, "sha256": ""}
    assert after.card["precision"] == 0.6
    import spacy

    said = [p for i, s, p in passages(batch, spacy.blank("da").vocab) if s == "t004"][:1]
    column = after.codes.index("tur.cykel")
    assert after.score(said)[0, column] > before.score(said)[0, column]
