"""Train the Danish pipeline that is shipped.

    python workflow/models/train/train.py --treebank DIR --speech FILE --names DIR [--seed 0] [--plain]

TREEBANK holds train.conllu and dev.conllu (UD Danish-DDT with names), SPEECH is spoken Danish, a paragraph a
line (.txt or .xz), NAMES holds the lists of names and places that the augmentation draws on. None of them is
part of the project. Needs `pip install -e '.[train]'`; about 50 minutes on one core.

First come the vectors, and one pass over the speech in which the half that finds names learns to guess
words' letters from what stands around them (spaCy's pretraining); then the tagging half and the half that
finds names, each selected on the treebank's dev set; then both are put together. Beside the pipeline goes
name_likeness.npz, which tells what names look like. --plain leaves the augmentation out, for comparison.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import likeness
import prepare
import spacy
import vectors
from spacy.cli.train import train as train_spacy
from spacy.training.pretrain import pretrain
from thinc.api import Config

HERE = Path(__file__).parent
NAME = "interview"
VERSION = "0.1.0"
PRETRAINED = "model0.bin"
"""What spaCy's pretraining writes after its first pass."""
SCORES = ("pos_acc", "morph_acc", "lemma_acc", "sents_f", "ents_f")
SOURCES = (
    ("UD Danish-DDT", "CC BY-SA 4.0", "Johannsen, Martínez Alonso, Plank"),
    ("Universal NER / DaN+", "CC BY-SA 4.0", "Mayhew et al.; Plank, Nørgaard Jensen, van der Goot"),
    ("Copenhagen Dependency Treebanks", "CC BY-SA 4.0", "Buch-Kromann et al."),
    ("Folketinget, debates 2022-23", "Danish copyright act, section 26", "Folketinget"),
    ("Names in Denmark", "CC BY 4.0", "Statistics Denmark"),
    ("Danish-NER-bias, lists of names", "Apache-2.0", "Lassen et al."),
)


def main() -> None:
    """Train, put together, and write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=HERE.parent / "da_interview")
    parser.add_argument("--work", type=Path, help="folder for what comes in between; kept if given")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    arguments = parser.parse_args()
    work = arguments.work or Path(tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)

    if not (work / "vectors").exists():
        prepare.write_vector_corpus(
            arguments.speech, arguments.treebank, arguments.names, work / "corpus.txt"
        )
        vectors.train(work / "corpus.txt", work / "vectors.floret")
        vectors.to_spacy(work / "vectors.floret", work / "vectors")
    prepare.write(
        arguments.treebank, arguments.names, work / "sets", arguments.seed, augmented=not arguments.plain
    )
    if not (work / "pretrained" / PRETRAINED).exists():
        prepare.write_raw_text(arguments.speech, work / "raw.jsonl")
        config = spacy.util.load_config(HERE / "ner.cfg", overrides=_paths(work, "ner")).interpolate()
        (work / "pretrained").mkdir(exist_ok=True)
        pretrain(config, work / "pretrained")
    for half in ("tagger", "ner"):
        overrides = {**_paths(work, half), "system.seed": arguments.seed}
        if half == "ner":
            overrides["paths.init_tok2vec"] = str(work / "pretrained" / PRETRAINED)
        train_spacy(HERE / f"{half}.cfg", work / half, overrides=overrides)
    assemble(work / "tagger" / "model-best", work / "ner" / "model-best", arguments.output)
    likeness.train(
        arguments.treebank, arguments.speech, arguments.names, arguments.output.parent / "name_likeness.npz"
    )
    if not arguments.work:
        shutil.rmtree(work)


def _paths(work: Path, half: str) -> dict[str, str]:
    return {
        "paths.train": str(work / "sets" / f"{half}.spacy"),
        "paths.dev": str(work / "sets" / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        **({"paths.raw_text": str(work / "raw.jsonl")} if half == "ner" else {}),
    }


def assemble(tagger: Path, ner: Path, output: Path) -> None:
    """Put the two halves together and write them to `output`, with who and what they are from."""
    nlp = spacy.load(tagger)
    other = spacy.load(ner)
    scores = {**nlp.meta["performance"], **other.meta["performance"]}
    for name in other.pipe_names:
        nlp.add_pipe(name, source=other)
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Danish for transcribed talk: tags, morphology, lemmas, sentences and names.",
        author="The interview-coding authors",
        license="CC BY-SA 4.0",
        sources=[dict(zip(("name", "license", "author"), source, strict=True)) for source in SOURCES],
    )
    nlp.meta["performance"] = {name: round(scores[name], 4) for name in SCORES}
    output.parent.mkdir(parents=True, exist_ok=True)
    if output.exists():
        shutil.rmtree(output)
    nlp.to_disk(output)
    forget_paths(output / "config.cfg")
    told = ", ".join(f"{name} {scores[name]:.3f}" for name in SCORES)
    card = (
        (HERE / "card.md")
        .read_text(encoding="utf-8")
        .format(
            version=VERSION,
            components=", ".join(nlp.pipe_names),
            spacy=nlp.meta["spacy_version"],
            trained_with=spacy.__version__,
            scores=told,
        )
    )
    (output / "README.md").write_text(card, encoding="utf-8")


def forget_paths(file: Path) -> None:
    """Take the paths of this machine out of a configuration."""
    config = Config().from_disk(file, interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    config["initialize"]["vectors"] = "${paths.vectors}"
    config.to_disk(file)


if __name__ == "__main__":
    main()
