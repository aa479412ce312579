import json
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from interview_coding.errors import InputError
from interview_coding.language import LanguageModel, identify, load, pipeline
from interview_coding.language.pipeline import SHIPPED

Write = Callable[[str, str | bytes], Path]


def da_core_news_like(sentences: str) -> Language:
    """A pipeline of da_core_news_sm's make, with `sentences` its component for them, untrained."""
    nlp = spacy.blank("da", meta={"name": "core_news_sm", "version": "3.8.0"})
    nlp.add_pipe("tok2vec", config={"model": {"width": 96, "depth": 1, "embed_size": 100}})
    for name in ("morphologizer", sentences, "attribute_ruler", "lemmatizer", "ner"):
        config = {"mode": "lookup"} if name == "lemmatizer" else {}
        nlp.add_pipe(name, config=config)
    words = {
        "words": ["Vi", "mødes", "i", "Fjordby"],
        "pos": ["PRON", "VERB", "ADP", "PROPN"],
        "heads": [1, 1, 1, 2],
        "deps": ["nsubj", "ROOT", "prep", "pobj"],
        "sent_starts": [1, 0, 0, 0],
        "entities": ["O", "O", "O", "U-GPE"],
    }
    nlp.get_pipe("lemmatizer").initialize(lookups=lookups())
    example = Example.from_dict(nlp.make_doc("Vi mødes i Fjordby"), words)
    with nlp.select_pipes(disable=["lemmatizer"]):
        nlp.initialize(lambda: [example])
    nlp.get_pipe("attribute_ruler").add([[{"ORTH": "mødes"}]], {"TAG": "VERB"})
    return nlp


def lookups() -> spacy.lookups.Lookups:
    tables = spacy.lookups.Lookups()
    tables.add_table("lemma_lookup", {"mødes": "møde"})
    return tables


def install(
    monkeypatch: pytest.MonkeyPatch,
    site: Path,
    package: str,
    version: str = "3.8.0",
    fits: str = ">=3.8.0,<4.0.0",
) -> None:
    """Put a package such as pip would install on sys.path."""
    (site / package).mkdir(parents=True)
    (site / package / "meta.json").write_text(json.dumps({"version": version, "spacy_version": fits}))
    (site / package / "__init__.py").touch()
    info = site / f"{package}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    monkeypatch.syspath_prepend(site)


def test_auto_takes_the_shipped_pipeline_where_no_other_is_installed() -> None:
    name, version = identify("auto")

    assert name == "da_interview"
    assert version == spacy.load(SHIPPED).meta["version"]


def test_the_shipped_pipeline_gives_sentences_lemmas_tags_and_names() -> None:
    nlp, model = load("auto")

    doc = nlp("Så gik Fatima hen til kommunen i Vejle. Hun var bl.a. træt af møderne")

    assert model.name == "da_interview"
    assert len(model.sha256) == 64
    assert next(sent.text for sent in doc.sents) == "Så gik Fatima hen til kommunen i Vejle."
    assert {("gik", "gå", "VERB"), ("kommunen", "kommune", "NOUN"), ("møderne", "møde", "NOUN")} <= {
        (token.text, token.lemma_, token.pos_) for token in doc
    }
    assert ("Fatima", "PER") in {(ent.text, ent.label_) for ent in doc.ents}


def test_the_shipped_pipeline_is_small_enough_to_ship_and_says_what_it_is() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*")) < 15_000_000
    meta = spacy.load(SHIPPED).meta
    assert meta["license"] == "CC BY-SA 4.0"
    assert "UD Danish-DDT" in {source["name"] for source in meta["sources"]}
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert meta["version"] in card


@pytest.mark.parametrize("function", [identify, load])
def test_a_missing_shipped_pipeline_is_named_with_a_remedy(
    function: Callable[[str], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path / "da_interview")

    with pytest.raises(InputError) as caught:
        function("auto")

    (problem,) = caught.value.problems
    assert (
        problem.what == f"the pipeline that comes with the project is not whole in {tmp_path}/da_interview."
    )
    assert problem.remedy == (
        "Bring it back: git checkout -- workflow/models; "
        "or fetch it: python -m spacy download da_core_news_sm."
    )


def test_the_rules_are_described_without_a_hash() -> None:
    _, model = load("blank:da")

    assert model.components == ("danish_sentences", "simplemma_lemmas")
    assert (model.name, model.sha256, model.spacy) == ("blank:da", "", spacy.__version__)


def test_auto_prefers_the_small_model_to_larger_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, tmp_path / "b", "da_core_news_md")
    assert identify("auto") == ("da_core_news_md", "3.8.0")

    install(monkeypatch, tmp_path / "a", "da_core_news_sm", "3.7.0")
    assert identify("auto") == ("da_core_news_sm", "3.7.0")


def test_auto_passes_over_a_model_that_does_not_fit_this_spacy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, "da_core_news_sm", "2.3.0", fits=">=2.3.0,<2.4.0")

    assert identify("auto")[0] == "da_interview"
    assert identify("da_core_news_sm") == ("da_core_news_sm", "2.3.0")


@pytest.mark.parametrize("sentences", ["parser", "senter"])
def test_a_model_given_by_its_folder_is_loaded_and_described(tmp_path: Path, sentences: str) -> None:
    da_core_news_like(sentences).to_disk(tmp_path / "model")

    nlp, model = load(str(tmp_path / "model"))

    expected = ("tok2vec", "morphologizer", sentences, "attribute_ruler", "lemmatizer", "ner")
    ours = ["danish_sentences"] if sentences == "senter" else []
    assert model.components == (*expected, *ours, "names_without_capitals")
    assert (model.name, model.version) == (str(tmp_path / "model"), "3.8.0")
    assert len(model.sha256) == 64
    doc = nlp("Vi mødes kl. 9. Så går vi.")
    assert doc.has_annotation("SENT_START")
    assert doc[1].lemma_ == "møde"


def test_the_hash_changes_with_the_models_files(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    da_core_news_like("parser").to_disk(folder)
    before = load(str(folder))[1].sha256
    (folder / "README.md").write_text("another model")

    assert load(str(folder))[1].sha256 != before


def test_a_model_without_sentences_gets_the_danish_rules(tmp_path: Path) -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Fjordby"}])
    nlp.to_disk(tmp_path / "model")

    nlp, model = load(str(tmp_path / "model"))

    assert model.components == ("entity_ruler", "danish_sentences")
    assert len(list(nlp("Vi mødes bl.a. her. Ja.").sents)) == 2


def test_an_installed_package_is_loaded_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, tmp_path, "da_testing_model", "1.2.3")
    nlp = spacy.blank("da", meta={"version": "1.2.3"})
    nlp.to_disk(tmp_path / "da_testing_model" / "data")
    (tmp_path / "da_testing_model" / "__init__.py").write_text(
        "from pathlib import Path\nimport spacy\n\n"
        "def load(**options):\n    return spacy.load(Path(__file__).parent / 'data', **options)\n"
    )

    _, model = load("da_testing_model")

    assert (model.name, model.version) == ("da_testing_model", "1.2.3")
    assert len(model.sha256) == 64


NOT_THERE = "neither an installed package nor the folder of a pipeline."


@pytest.mark.parametrize(
    ("setting", "remedy"),
    [
        ("da_core_news_lg", "Fetch it: python -m spacy download da_core_news_lg, or write auto."),
        ("json", "Fetch it: python -m spacy download json, or write auto."),
        ("models/mine", "Give the folder that holds the pipeline's meta.json, or write auto."),
        ("en-model", "Give the folder that holds the pipeline's meta.json, or write auto."),
    ],
)
@pytest.mark.parametrize("function", [identify, load])
def test_a_missing_model_is_named_with_a_remedy(
    function: Callable[[str], object], setting: str, remedy: str
) -> None:
    with pytest.raises(InputError) as caught:
        function(setting)

    (problem,) = caught.value.problems
    assert str(problem) == f"config.yaml: key language_model: {setting} is {NOT_THERE} {remedy}"


@pytest.mark.parametrize("meta", ["", "[]", "{}", "\xff", '"3.8.0"'])
def test_a_folder_whose_description_is_broken_counts_as_missing(write: Write, meta: str) -> None:
    folder = write("model/meta.json", meta.encode("latin-1")).parent

    with pytest.raises(InputError, match=NOT_THERE):
        identify(str(folder))


@pytest.mark.parametrize("broken", ["config.cfg", "ner/model", "vocab/strings.json"])
def test_a_broken_model_gives_one_clear_message(tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "model"
    da_core_news_like("parser").to_disk(folder)
    (folder / broken).write_bytes(b"{")

    with pytest.raises(InputError) as caught:
        load(str(folder))

    (problem,) = caught.value.problems
    assert str(problem) == (
        f"config.yaml: key language_model: {folder} 3.8.0 does not load with spaCy {spacy.__version__}."
        " Give the folder that holds the pipeline's meta.json, or write auto."
    )


def test_an_installed_package_that_is_no_model_does_not_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, "da_no_model")

    with pytest.raises(InputError, match=r"da_no_model 3.8.0 does not load.*spacy download da_no_model"):
        load("da_no_model")


def test_a_description_survives_json() -> None:
    model = LanguageModel("da_core_news_sm", "3.8.0", "3.8.1", ("tok2vec", "parser"), "ab" * 32)

    assert LanguageModel.from_dict(json.loads(json.dumps(model.as_dict()))) == model
