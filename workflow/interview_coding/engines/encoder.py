"""Likeness in meaning, by a sentence encoder that the user brings; off unless the user configures one.

Reference: Reimers, N. & Gurevych, I. (2019), Sentence-BERT, EMNLP; Mu, J. & Viswanath, P. (2018),
All-but-the-top, ICLR, on why embeddings are centred before they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from interview_coding.engines.base import Arrays, Evidence, Passage
from interview_coding.engines.exemplars import standing
from interview_coding.engines.ridge import Ridge
from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256

if TYPE_CHECKING:
    from interview_coding.engines.material import Material

MODELS = ("model.onnx", "onnx/model.onnx")
TOKENIZER = "tokenizer.json"
_MOST_TOKENS = 512
_AT_A_TIME = 32
_NEAR = 0.5
"""Cosine from which an example is evidence."""
_PENALTY = 1.0
_SENTENCES = "sentence_embedding"
_HUB_NAME = re.compile(r"[a-z0-9][\w.-]*/[\w.-]+", re.I | re.A)
_REMEDY = (
    f"Give a folder that holds {' or '.join(MODELS)}, and {TOKENIZER}, as sentence-transformers exports "
    "them, or the name of such a model on the Hugging Face hub as owner/name."
)


class Encoder:
    """Turns texts into vectors, with `dims` numbers each, whose directions tell what the texts mean.

    Parameters
    ----------
    name
        The model's name on the hub, or the name of its folder.
    digest
        Of the model's files, as 64 hex digits.
    tokenizer, session
        Cut texts into tokens (`tokenizers.Tokenizer`) and run the model (`onnxruntime.InferenceSession`).
    """

    def __init__(self, name: str, digest: str, tokenizer: Any, session: Any) -> None:
        self.name, self.digest = name, digest
        self._tokenizer, self._session = tokenizer, session
        outputs = [output.name for output in session.get_outputs()]
        self._output = _SENTENCES if _SENTENCES in outputs else outputs[0]
        self.dims: int = self._run(*np.ones((2, 1, 1), np.int64)).shape[1]

    @classmethod
    def load(cls, written: str) -> Self:
        """Return the encoder that a user has named.

        Parameters
        ----------
        written
            A folder, or the name of a model on the Hugging Face hub (``owner/name``), which is downloaded
            where this machine has it not yet.

        Raises
        ------
        InputError
            If the optional libraries are missing, or there is no such model, or it cannot be used.
        """
        runtime, tokenizers = _library("onnxruntime"), _library("tokenizers")
        local = _folder(written)
        folder = local or _downloaded(written)
        if lacking := _lacking(folder):
            raise _problem(written, lacking)
        model, tokens = _model(folder), folder / TOKENIZER
        tokenizer = _opened(written, tokens, tokenizers.Tokenizer.from_file)
        tokenizer.no_padding()
        if tokenizer.truncation is None:
            tokenizer.enable_truncation(_MOST_TOKENS)
        runtime.disable_telemetry_events()
        options = runtime.SessionOptions()
        options.use_deterministic_compute, options.log_severity_level = True, 4
        start = partial(runtime.InferenceSession, sess_options=options, providers=["CPUExecutionProvider"])
        session = _opened(written, model, start)
        digest = sha256([model, tokens, *sorted(model.parent.glob(f"{model.name}?data"))])
        return cls(local.resolve().name if local else written, digest, tokenizer, session)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors of length 1, or 0 for a text without words, with shape (texts, dims)."""
        place = {text: n for n, text in enumerate(dict.fromkeys(texts))}
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(place))]
        said = [n for text, n in place.items() if text.strip() and tokens[n]]
        said.sort(key=lambda n: len(tokens[n]))
        vectors = np.zeros((len(place), self.dims), np.float32)
        for start in range(0, len(said), _AT_A_TIME):
            some = said[start : start + _AT_A_TIME]
            ids, mask = np.zeros((2, len(some), len(tokens[some[-1]])), np.int64)
            for row, n in enumerate(some):
                ids[row, : len(tokens[n])], mask[row, : len(tokens[n])] = tokens[n], 1
            vectors[some] = _unit(self._run(ids, mask))
        return vectors[[place[text] for text in texts]]

    def _run(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """Return what the model gives for tokens and which of them count, with shape (texts, dims)."""
        known = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {entry.name: entry.type for entry in self._session.get_inputs()}
        try:
            feeds = {n: known[n].astype(np.int32 if "int32" in t else np.int64) for n, t in wanted.items()}
            given = np.asarray(self._session.run([self._output], feeds)[0], np.float32)
        except Exception as error:  # the library's errors have nothing in common
            raise _problem(self.name, "the model cannot be run on its tokens.") from error
        if given.ndim == 3:
            given = np.einsum("nld,nl->nd", given, mask / mask.sum(axis=1, keepdims=True))
        if given.ndim != 2:
            raise _problem(self.name, "the model gives no vectors of tokens or sentences.")
        return given


class EncoderEngine:
    """Compares segments with what has been coded, by what they mean.

    Parameters
    ----------
    encoder
        Makes the vectors.
    learnt
        What `arrays` gives: "codes"; "mean", the vectors' middle; "weights", with shape (dims, codes), and
        "constant", the linear model; "examples", the vectors that evidence can point to, with their
        "example_codes", "sources" and "decided" as the engine `exemplars` has them; "name" and "sha256" of
        the encoder.
    """

    name = "encoder"
    features: tuple[str, ...] = ("standing", "linear", "question standing")

    def __init__(self, encoder: Encoder, learnt: Arrays) -> None:
        self._encoder, self._learnt = encoder, dict(learnt)
        self._column = {code: column for column, code in enumerate(learnt["codes"].tolist())}
        self._seen: dict[str, np.ndarray] = {}

    @classmethod
    def train(cls, material: Material, encoder: Encoder) -> tuple[Self, np.ndarray]:
        """Return an engine that has learnt from material, and what it measures in talk it has not seen."""
        raw = encoder.encode([_said(passage) for passage in material.passages])
        mean = raw.mean(axis=0)
        vectors, targets = _centred(raw, mean), material.targets
        ridge = Ridge(vectors @ vectors.T + 1, targets, material.interviews, _PENALTY)
        shown = np.flatnonzero(targets.any(axis=1))
        examples = [material.examples[at] for at in shown]
        learnt = {
            "codes": np.array(material.codes, np.str_),
            "mean": mean,
            "weights": vectors.T @ ridge.duals,
            "constant": ridge.duals.sum(axis=0),
            "examples": vectors[shown].astype(np.float16),
            "example_codes": targets[shown] > 0,
            "sources": np.array([example.source for example in examples], np.str_),
            "decided": np.array([example.decided for example in examples], bool),
            "name": np.array(encoder.name),
            "sha256": np.array(encoder.digest),
        }
        engine = cls(encoder, learnt)
        return engine, engine._held_out(material, vectors, ridge)

    def _held_out(self, material: Material, vectors: np.ndarray, ridge: Ridge) -> np.ndarray:
        """Return what engines measure in each interview that have learnt from all but it."""
        place = {row: at for at, row in enumerate(material.talk)}
        asked = self._vectors([_asked(material.passages[row]) for row in material.talk])
        measured = np.zeros((len(place), len(self._column), len(self.features)), np.float32)
        for rows, duals, _ in ridge.held_out():
            at = [place[row] for row in rows]
            measured[at] = _features(vectors[rows], asked[at], vectors.T @ duals, duals.sum(axis=0))
        return measured

    def measure(self, passages: Sequence[Passage]) -> np.ndarray:
        """Return what passages show, with shape (passages, codes, features)."""
        texts = [_said(passage) for passage in passages] + [_asked(passage) for passage in passages]
        said, asked = np.split(self._vectors(texts), 2)
        return _features(said, asked, self._learnt["weights"], self._learnt["constant"])

    def _vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return texts as vectors; the last that were measured are at hand for the evidence."""
        if not self._seen.keys() >= set(texts):
            vectors = _centred(self._encoder.encode(texts), self._learnt["mean"])
            self._seen = dict(zip(texts, vectors, strict=True))
        return np.array([self._seen[text] for text in texts], np.float32).reshape(-1, self._encoder.dims)

    def evidence(self, passage: Passage, code: str) -> Evidence:
        """Return the example of a code that is nearest in meaning, if it is near."""
        own = np.flatnonzero(self._learnt["example_codes"][:, self._column[code]])
        alike = self._learnt["examples"][own].astype(np.float32) @ self._vectors([_said(passage)])[0]
        if alike.max(initial=0) < _NEAR:
            return Evidence()
        nearest = own[alike.argmax()]
        return Evidence((), str(self._learnt["sources"][nearest]), bool(self._learnt["decided"][nearest]))

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that `of_arrays` needs to make the engine anew, but the encoder."""
        return dict(self._learnt)

    @classmethod
    def of_arrays(cls, arrays: Arrays, encoder: Encoder) -> Self:
        """Return the engine whose arrays these are.

        Raises
        ------
        InputError
            If the encoder is not the one that the engine learnt with.
        """
        if str(arrays["sha256"]) != encoder.digest:
            what = f"the suggestions were learnt with another model, or another version of {arrays['name']}."
            remedy = "Give that model back, or have them learnt anew: snakemake --forcerun engine."
            raise _problem(encoder.name, what, remedy)
        return cls(encoder, arrays)


def _features(said: np.ndarray, asked: np.ndarray, weights: np.ndarray, constant: np.ndarray) -> np.ndarray:
    """Return the features of texts and questions; one without words shows nothing."""
    answer, question = (
        np.where(v.any(axis=1, keepdims=True), v @ weights + constant, 0) for v in (said, asked)
    )
    return np.stack([standing(answer), answer, standing(question)], axis=2)


def _said(passage: Passage) -> str:
    return str(passage.text.text)


def _asked(passage: Passage) -> str:
    return "" if passage.question is None else str(passage.question.text)


def _centred(vectors: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Return the directions of vectors from their middle; a text without words has none."""
    return _unit(np.where(vectors.any(axis=1, keepdims=True), vectors - mean, 0))


def _unit(vectors: np.ndarray) -> np.ndarray:
    unit: np.ndarray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def _folder(written: str) -> Path | None:
    """Return the folder that is meant; None for a name on the hub."""
    path = Path(written).expanduser()
    return path if path.exists() or not _HUB_NAME.fullmatch(written) else None


def _model(folder: Path) -> Path:
    return next((folder / place for place in MODELS if (folder / place).is_file()), folder / MODELS[0])


def _lacking(folder: Path) -> str:
    """Return what a folder lacks that is to hold an encoder; "" for nothing."""
    if not folder.is_dir():
        return "there is no such folder."
    missing = (file.name for file in (_model(folder), folder / TOKENIZER) if not file.is_file())
    return next((f"{name} is missing." for name in missing), "")


def _downloaded(name: str) -> Path:
    """Return the folder of a model of the hub, without a call where this machine has it."""
    hub = _library("huggingface_hub")
    fetch = partial(hub.snapshot_download, name, allow_patterns=[*MODELS, TOKENIZER, "config.json"])
    with suppress(OSError, ValueError):
        folder = Path(fetch(local_files_only=True))
        if not _lacking(folder):
            return folder
    try:
        return Path(fetch())
    except Exception as error:  # of the hub, of the network library beneath it, of the disk
        what = f"the model could not be downloaded from the Hugging Face hub ({type(error).__name__})."
        remedy = "Check the name and the network, or write a folder that holds the model (./folder)."
        raise _problem(name, what, remedy) from error


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        remedy = "Install it: pip install 'interview-coding[encoder]'."
        raise _problem("", f"the library {name} is missing or cannot be loaded.", remedy) from error


def _opened(encoder: str, file: Path, read: Callable[[str], Any]) -> Any:
    try:
        return read(str(file))
    except Exception as error:  # the libraries' errors have nothing in common
        raise _problem(encoder, f"{file.name} cannot be read.") from error


def _problem(encoder: str, what: str, remedy: str = _REMEDY) -> InputError:
    return InputError([Problem(f"encoder {encoder}".strip(), what, remedy)])
