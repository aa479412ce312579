import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
tokenizers = pytest.importorskip("tokenizers")
pytest.importorskip("onnxruntime")
hub = pytest.importorskip("huggingface_hub")

from interview_coding.engines import Example, Passage, Suggester, gather  # noqa: E402, Suggester
from interview_coding.engines.encoder import Encoder, EncoderEngine  # noqa: E402
from interview_coding.engines.material import Material  # noqa: E402
from interview_coding.errors import InputError  # noqa: E402

Annotate = Callable[..., list[Passage]]

DIMS = 6
MEANINGS = ("cyk dæk kørt", "kage bag boll opskrift", "fisk torsk garn mole")
VOCABULARY = (
    "[PAD] [UNK] cykel cykler cyklen cykle cyklede dækkene kørte kage kagen bager bagt bagte boller lagkage "
    "lagkager opskrifter fisk fisken fisker fiske fiskere torsk torsken garn molen ja nej vi jeg det og en på"
).split()
NAMES = ("input_ids", "attention_mask", "token_type_ids")


def embeddings() -> np.ndarray:
    """A row for each word; those of one meaning fall in one direction, and padding is far from all."""
    table = np.random.default_rng(1).normal(0, 0.1, (len(VOCABULARY), DIMS)).astype(np.float32)
    for row, word in enumerate(VOCABULARY):
        for axis, stems in enumerate(MEANINGS):
            table[row, axis] += any(word.startswith(stem) for stem in stems.split())
    table[0, 5] = 100
    return table


def write_model(
    file: Path, output: str = "tokens", names: tuple[str, ...] = NAMES, kind: str = "INT64"
) -> None:
    """Write a model that gives a vector for each word, for each text, or both."""
    helper, number = onnx.helper, onnx.TensorProto
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["tokens"])]
    outputs = [helper.make_tensor_value_info("tokens", number.FLOAT, [None, None, DIMS])]
    if output != "tokens":
        nodes.append(helper.make_node("ReduceMax", ["tokens"], [output], axes=[1], keepdims=0))
        sentences = helper.make_tensor_value_info(output, number.FLOAT, [None, DIMS])
        outputs = [*outputs, sentences] if output == "sentence_embedding" else [sentences]
    inputs = [helper.make_tensor_value_info(name, getattr(number, kind), [None, None]) for name in names]
    table = onnx.numpy_helper.from_array(embeddings(), "table")
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, [table])
    file.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)]), file)


def write_tokenizer(folder: Path, adapt: Callable[..., None] = lambda tokenizer: None) -> None:
    words = {word: number for number, word in enumerate(VOCABULARY)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, "[UNK]"))
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    adapt(tokenizer)
    tokenizer.save(str(folder / "tokenizer.json"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model that gives a vector for each word."""
    folder = tmp_path / "lille-model"
    write_model(folder / "model.onnx")
    write_tokenizer(folder)
    return folder


@pytest.fixture
def encoder(folder: Path) -> Encoder:
    return Encoder.load(str(folder))


@pytest.fixture
def engine(material: Material, encoder: Encoder) -> EncoderEngine:
    return EncoderEngine.train(material, encoder)[0]


def problem_of(action: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        action()
    return str(caught.value.problems[0])


# The encoder


def test_vectors_have_length_one_and_the_direction_of_the_meaning(encoder: Encoder) -> None:
    vectors = encoder.encode(["Vi bager en kage", "fisk på molen", "Kagen og boller"])

    assert (vectors.shape, vectors.dtype, encoder.dims) == ((3, DIMS), np.float32, DIMS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)
    alike = vectors @ vectors.T
    assert alike[0, 2] > 0.8
    assert alike[0, 1] < 0.5


def test_tokens_are_pooled_by_their_mean(encoder: Encoder) -> None:
    table = embeddings()
    mean = table[[VOCABULARY.index(word) for word in ("ja", "kage", "fisk")]].mean(axis=0)

    np.testing.assert_allclose(encoder.encode(["Ja kage fisk"])[0], mean / np.linalg.norm(mean), rtol=1e-5)


def test_neither_order_nor_company_changes_a_vector(encoder: Encoder) -> None:
    words = VOCABULARY[2:]
    texts = [" ".join(words[start : start + 1 + start * 7 % 11]) for start in range(len(words))] * 3
    texts += [f"{text} kage" for text in texts[: len(words)]] + ["", "ja " * 300]
    order = np.random.default_rng(2).permutation(len(texts))

    together = encoder.encode(texts)

    alone = np.concatenate([encoder.encode([text]) for text in texts])
    shuffled = encoder.encode([texts[n] for n in order])
    np.testing.assert_allclose(together, alone, atol=1e-6)
    np.testing.assert_allclose(shuffled, together[order], atol=1e-6)
    np.testing.assert_array_equal(encoder.encode(texts), together)


def test_padding_that_the_tokenizer_asks_for_changes_no_vector(folder: Path, encoder: Encoder) -> None:
    write_tokenizer(folder, lambda tokenizer: tokenizer.enable_padding(length=20))

    padded = Encoder.load(str(folder))

    np.testing.assert_array_equal(padded.encode(["Vi bager"]), encoder.encode(["Vi bager"]))


def test_texts_are_cut_where_the_tokenizer_says_or_at_512_tokens(folder: Path, encoder: Encoder) -> None:
    write_tokenizer(folder, lambda tokenizer: tokenizer.enable_truncation(2))

    cut = Encoder.load(str(folder))

    np.testing.assert_array_equal(*cut.encode(["kage ja fisk fisk", "kage ja"]))
    np.testing.assert_array_equal(*encoder.encode(["ja " * 512 + "fisk " * 90, "ja " * 512]))


def test_a_text_without_words_has_no_direction(encoder: Encoder) -> None:
    vectors = encoder.encode(["", " \n", "kage"])

    assert vectors.any(axis=1).tolist() == [False, False, True]
    assert encoder.encode([]).shape == (0, DIMS)


@pytest.mark.parametrize("output", ["pooled", "sentence_embedding"])
def test_vectors_of_sentences_are_taken_as_they_are(folder: Path, output: str) -> None:
    write_model(folder / "model.onnx", output)

    (vector,) = Encoder.load(str(folder)).encode(["kage fisk"])

    largest = embeddings()[[VOCABULARY.index("kage"), VOCABULARY.index("fisk")]].max(axis=0)
    np.testing.assert_allclose(vector, largest / np.linalg.norm(largest), rtol=1e-5)


@pytest.mark.parametrize("kind", ["INT64", "INT32"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_model_is_given_the_inputs_that_it_has(
    folder: Path, encoder: Encoder, count: int, kind: str
) -> None:
    write_model(folder / "model.onnx", names=NAMES[:count], kind=kind)

    vectors = Encoder.load(str(folder)).encode(["kage", "fisk på molen"])

    np.testing.assert_array_equal(vectors, encoder.encode(["kage", "fisk på molen"]))


def test_the_model_may_lie_in_a_folder_of_its_own(folder: Path, encoder: Encoder) -> None:
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")

    again = Encoder.load(str(folder))

    assert (again.name, again.digest) == ("lille-model", encoder.digest)


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_a_folder_that_lacks_a_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()

    told = problem_of(lambda: Encoder.load(str(folder)))

    assert f"{folder}: {file} is missing." in told
    assert "onnx/model.onnx" in told


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_a_file_of_another_kind_is_named(folder: Path, file: str) -> None:
    (folder / file).write_text("version https://git-lfs.github.com/spec/v1\n")

    assert f"{folder}: {file} cannot be read." in problem_of(lambda: Encoder.load(str(folder)))


def test_a_model_for_something_else_is_refused(folder: Path) -> None:
    write_model(folder / "model.onnx", names=("input_ids", "pixel_values"))

    assert "cannot be run" in problem_of(lambda: Encoder.load(str(folder)))


def test_a_tokenizer_of_another_model_is_refused(folder: Path) -> None:
    words = {"[UNK]": 0, "kage": 999}
    other = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, "[UNK]"))
    other.save(str(folder / "tokenizer.json"))
    encoder = Encoder.load(str(folder))

    assert "cannot be run" in problem_of(lambda: encoder.encode(["kage"]))


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_without_the_extra_the_user_is_told_what_to_install(
    folder: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    told = problem_of(lambda: Encoder.load(str(folder)))

    assert library in told
    assert "pip install 'interview-coding[encoder]'" in told


# Models of the hub


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What was asked of the hub; `local` and `remote` are the folders that it gives, None for none."""
    record = SimpleNamespace(made=[], local=None, remote=None)

    def snapshot_download(name: str, *, allow_patterns: list[str], local_files_only: bool = False) -> str:
        record.made.append((name, "local" if local_files_only else "remote"))
        record.patterns = allow_patterns
        folder = record.local if local_files_only else record.remote
        if folder is None:
            raise FileNotFoundError("not here") if local_files_only else RuntimeError("no network")
        return str(folder)

    monkeypatch.setattr(hub, "snapshot_download", snapshot_download)
    return record


def test_a_model_of_the_hub_is_downloaded_once(folder: Path, calls: SimpleNamespace) -> None:
    calls.remote = folder
    first = Encoder.load("nogen/lille-model")
    calls.local = folder
    second = Encoder.load("nogen/lille-model")

    assert calls.made == [("nogen/lille-model", way) for way in ("local", "remote", "local")]
    assert set(calls.patterns) == {"model.onnx", "onnx/model.onnx", "tokenizer.json", "config.json"}
    assert (first.name, first.digest) == (second.name, second.digest)
    assert first.name == "nogen/lille-model"


def test_a_download_that_broke_off_is_taken_up(folder: Path, tmp_path: Path, calls: SimpleNamespace) -> None:
    calls.local, calls.remote = tmp_path, folder

    assert Encoder.load("nogen/lille-model").encode(["kage"]).any()


def test_without_network_the_user_is_told(calls: SimpleNamespace) -> None:
    told = problem_of(lambda: Encoder.load("nogen/lille-model"))

    assert "encoder nogen/lille-model: the model could not be downloaded" in told
    assert "network" in told


def test_a_name_that_no_model_can_have_is_a_problem_too() -> None:
    assert "could not be downloaded" in problem_of(lambda: Encoder.load("nogen/.."))


@pytest.mark.parametrize("written", ["./a/b", "../b", "/a/b", "~/a", "a", "a\\b", "C:\\a", "a/b/c", "", " "])
def test_what_looks_like_a_folder_is_never_asked_of_the_hub(written: str, calls: SimpleNamespace) -> None:
    told = problem_of(lambda: Encoder.load(written))

    assert "no such folder" in told or "missing" in told
    assert "owner/name" in told
    assert calls.made == []


def test_a_folder_that_exists_is_never_asked_of_the_hub(
    folder: Path, calls: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent.parent)

    assert Encoder.load(f"{folder.parent.name}/{folder.name}").name == "lille-model"
    assert calls.made == []


# The engine


def test_new_talk_means_the_same_as_its_code(engine: EncoderEngine, passages: Annotate) -> None:
    measured = engine.measure(
        passages("De cyklede og kørte.", "Vi bagte boller.", "Fiskere med garn på molen.")
    )

    assert measured.shape == (3, 3, len(engine.features))
    for feature in ("standing", "linear"):
        at = engine.features.index(feature)
        assert measured[..., at].argmax(axis=1).tolist() == [0, 1, 2], feature


def test_a_question_is_measured_apart(engine: EncoderEngine, passages: Annotate) -> None:
    alone, asked = engine.measure(passages("Ja, det gør vi.", ("Bager I kage?", "Ja, det gør vi.")))

    assert not alone[:, 2].any()
    assert asked[:, 2].argmax() == 1
    np.testing.assert_allclose(asked[:, :2], alone[:, :2], rtol=1e-5)


def test_an_empty_text_means_nothing(engine: EncoderEngine, passages: Annotate) -> None:
    assert not engine.measure(passages("")).any()
    assert engine.evidence(passages("")[0], "tema.kage").like == ""
    assert engine.measure([]).shape == (0, 3, len(engine.features))


def test_talk_is_measured_by_an_engine_that_has_not_seen_its_interview(
    material: Material, encoder: Encoder
) -> None:
    full, held_out = EncoderEngine.train(material, encoder)

    rows = [n for n, e in enumerate(material.examples) if e.interview != "p2"]
    others = replace(
        material,
        examples=tuple(material.examples[n] for n in rows),
        passages=tuple(material.passages[n] for n in rows),
    )
    without, _ = EncoderEngine.train(others, encoder)
    own = [n for n in material.talk if material.examples[n].interview == "p2"]
    measured = without.measure([material.passages[n] for n in own])
    place = [material.talk.tolist().index(n) for n in own]
    assert held_out.shape == (16, 3, len(without.features))
    # the middle of all vectors is the same to within an interview's share
    np.testing.assert_allclose(held_out[place, :, 1], measured[..., 1], atol=0.05)
    assert np.corrcoef(held_out[place].ravel(), measured.ravel())[0, 1] > 0.99
    seen = full.measure([material.passages[n] for n in own])
    apart = [np.abs(held_out[place, :, 1] - other[..., 1]).mean() for other in (measured, seen)]
    assert apart[0] < apart[1] / 2


def test_what_all_texts_have_in_common_is_taken_out(
    material: Material, folder: Path, passages: Annotate
) -> None:
    model = onnx.load(folder / "model.onnx")
    table = embeddings() + np.array([0, 0, 0, 0, 8, 0], np.float32)
    model.graph.initializer[0].CopyFrom(onnx.numpy_helper.from_array(table, "table"))
    onnx.save(model, folder / "model.onnx")

    narrow, _ = EncoderEngine.train(material, Encoder.load(str(folder)))

    (cake,) = passages("Vi bagte boller.")
    assert narrow.measure([cake])[0, :, 1].argmax() == 1
    examples = narrow.arrays()["examples"].astype(float)
    assert np.linalg.norm(examples.mean(axis=0)) < 0.4
    np.testing.assert_allclose(np.linalg.norm(examples, axis=1), 1, rtol=1e-2)


def test_an_engine_is_the_same_when_made_anew(
    engine: EncoderEngine, folder: Path, passages: Annotate, tmp_path: Path
) -> None:
    np.savez_compressed(tmp_path / "engine.npz", **engine.arrays())
    with np.load(tmp_path / "engine.npz") as stored:
        again = EncoderEngine.of_arrays(dict(stored), Encoder.load(str(folder)))

    said = passages("Vi bagte en kage.", ("Er der fisk?", "Ja."), "")
    np.testing.assert_array_equal(again.measure(said), engine.measure(said))
    for code in ("tema.cykel", "tema.kage", "tema.fisk"):
        assert again.evidence(said[0], code) == engine.evidence(said[0], code)


@pytest.mark.parametrize("part", ["model", "tokenizer"])
def test_a_model_that_has_changed_is_noticed(engine: EncoderEngine, folder: Path, part: str) -> None:
    if part == "model":
        write_model(folder / "model.onnx", "pooled")
    else:
        write_tokenizer(folder, lambda tokenizer: tokenizer.enable_truncation(5))
    changed = Encoder.load(str(folder))

    told = problem_of(lambda: EncoderEngine.of_arrays(engine.arrays(), changed))

    assert "learnt with another model" in told
    assert "snakemake" in told


def test_the_evidence_is_the_nearest_example_of_the_code(engine: EncoderEngine, passages: Annotate) -> None:
    (passage,) = passages("Boller og lagkage, bagt og spist.")

    evidence = engine.evidence(passage, "tema.kage")

    assert (evidence.words, evidence.like, evidence.decided) == ((), "eksempel 2", False)
    assert engine.evidence(passage, "tema.fisk").like != "eksempel 2"


def test_a_segment_that_was_decided_on_is_told_as_such(
    tiny, nlp, encoder: Encoder, passages: Annotate
) -> None:
    decided = Example("Opskrifter på torsk.", ("tema.kage",), "a-1 t003", "", "a-1 (projekt)", True)
    engine, _ = EncoderEngine.train(gather(tiny, nlp, [decided]), encoder)

    evidence = engine.evidence(passages("En opskrifter torsk.")[0], "tema.kage")

    assert (evidence.like, evidence.decided) == ("a-1 t003", True)


def test_evidence_encodes_no_text_anew_that_was_measured(
    engine: EncoderEngine, encoder: Encoder, passages: Annotate, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = passages("Vi bagte en kage.", "Fisk!")
    engine.measure(said)
    monkeypatch.setattr(encoder, "encode", None)

    assert [engine.evidence(passage, "tema.kage").words for passage in said] == [(), ()]


def test_its_voice_counts_among_the_others(
    material: Material, encoder: Encoder, passages: Annotate, tmp_path: Path
) -> None:
    suggester = Suggester.train(material, precision=0.5, encoder=encoder)
    suggester.save(tmp_path / "engine.npz")
    again = Suggester.load(tmp_path / "engine.npz", encoder)

    said = passages(("Hvad får I?", "Kagen stod på bordet."), "Fisk.")
    plain = Suggester.train(material, precision=0.5)
    assert again.measure(said).shape[2] == plain.measure(said).shape[2] + len(EncoderEngine.features)
    np.testing.assert_allclose(again.score(said), suggester.score(said), rtol=1e-3)
    assert again.score(said).argmax(axis=1).tolist() == [1, 2]
    assert "encoder" in again.account(said[0], "tema.kage")[0]
