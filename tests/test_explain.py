import re
import shutil
from pathlib import Path

import pytest
from small_codebook import write_small

from interview_coding.codebook import read_codebook
from interview_coding.errors import InputError
from interview_coding.explain import explain
from interview_coding.sheet import Interview
from interview_coding.stages.annotate import annotate, describe_model
from interview_coding.stages.suggest import suggest_codes, train_engine
from interview_coding.tables import ANSWERS, SUGGESTIONS


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    batch = folder / "steps" / "batches" / "Fjordby" / "1"
    codebook = read_codebook(write_small(folder / "kodebog"))
    (folder / "codebook.json").write_text(codebook.to_json(), encoding="utf-8")
    (folder / "a.txt").write_text("I: Hvad så?\n\nR: Vi bager kage med lagkage.\n", encoding="utf-8")
    describe_model("blank:da", folder / "model.json")
    interview = Interview("f-1", folder / "a.txt", "Fjordby", 1)
    annotate([interview], folder / "model.json", 100, batch, folder / "private")
    engine = folder / "steps" / "engine.npz"
    train_engine(folder / "codebook.json", folder / "model.json", None, 0.5, "", engine)
    suggest_codes(batch, engine, "3", "", None, batch / "suggestions.csv", batch / "scores.csv")
    return folder


def test_a_suggestion_is_worked_out_as_it_was(results: Path) -> None:
    rows = SUGGESTIONS.read(results / "steps" / "batches" / "Fjordby" / "1" / "suggestions.csv")

    told = explain(results, "f-1", "t002")

    assert "asked: Hvad så?" in told
    for row in rows.itertuples():
        assert f"{row.code}: {row.score:.4f}" in told
        assert f"{row.engine}: {row.evidence}" in told
    assert "'version': '1.0.0'" in told


def test_what_the_features_add_sums_up_to_the_odds(results: Path) -> None:
    told = explain(results, "f-1", "t002", "mad.kage")

    parts = [float(number) for number in re.findall(r"= +(-?\d+\.\d+)$", told, re.M)]
    probability = float(re.search(r"mad\.kage: (\d\.\d+)", told)[1])  # type: ignore[index]
    assert len(parts) > 3
    assert 1 / (1 + 2.718281828 ** -sum(parts)) == pytest.approx(probability, abs=0.002)
    assert "tur.cykel" not in told


def test_a_language_model_is_heard_as_it_was(results: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(results, tmp_path / "copy")
    batch = copy / "steps" / "batches" / "Fjordby" / "1"
    named = {"interview_id": "f-1", "segment_id": "t002", "code": "tur.cykel", "quote": "med lagkage"}
    ANSWERS.write(ANSWERS.frame([named]), batch / "answers.csv")
    files = batch / "suggestions.csv", batch / "scores.csv"
    suggest_codes(batch, copy / "steps" / "engine.npz", "3", "", batch / "answers.csv", *files)

    told = explain(copy, "f-1", "t002")

    for row in SUGGESTIONS.read(files[0]).itertuples():
        assert f"{row.code}: {row.score:.4f}" in told
    assert "language model: named it for »med lagkage«" in told
    assert told.count("language model: did not name it") == 2


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("f-1", "t009"), "is no segment"),
        (("x-1", "t002"), "is no segment"),
        (("f-1", "t002", "mad.suppe"), "is no code"),
    ],
)
def test_what_there_is_not_is_told(results: Path, arguments: tuple[str, ...], what: str) -> None:
    with pytest.raises(InputError) as error:
        explain(results, *arguments)
    assert what in str(error.value.report())


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        explain(tmp_path, "f-1", "t002")
    assert "holds no run" in error.value.report()
