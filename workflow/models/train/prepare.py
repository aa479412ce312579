"""Make the training and development sets of the pipeline's two halves."""

from __future__ import annotations

import json
import random
from pathlib import Path

import spacy
import treebank
import vectors
from augment import Names, mentions, rename, turns
from spacy.tokens import Doc, DocBin
from treebank import Sentence

SENTENCES_PER_DOCUMENT = 10


_COPIES_FOR_VECTORS = 8
_RAW_WORDS = (5, 200)
_RAW_LOWER = 0.25


def write_vector_corpus(speech: Path, treebank_folder: Path, names_folder: Path, output: Path) -> None:
    """Write the text for the vectors: the speech, and the treebank with many other names in it.

    The copies show names of all origins where names stand, so that their parts of words come to mean a name.
    """
    train = treebank.read(treebank_folder / "train.conllu")
    names, chance = Names.read(names_folder), random.Random(7)
    others = {label: mentions(train, label) for label in ("PER", "LOC", "ORG", "MISC")}
    copies = [train, *([rename(s, names, others, chance) for s in train] for _ in range(_COPIES_FOR_VECTORS))]
    sentences = [[word.text for word in sentence] for copy in copies for sentence in copy]
    vectors.write_corpus(speech, sentences, output)


def write_raw_text(speech: Path, output: Path) -> None:
    """Write the paragraphs of the speech for pretraining, a quarter of them in lower case, as JSON lines."""
    chance = random.Random(1)
    shortest, longest = _RAW_WORDS
    with output.open("w", encoding="utf-8") as target:
        for paragraph in vectors.paragraphs(speech):
            if shortest < len(paragraph.split()) < longest:
                text = paragraph.lower() if chance.random() < _RAW_LOWER else paragraph
                target.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


def write(treebank_folder: Path, names_folder: Path, output: Path, seed: int, augmented: bool) -> None:
    """Write tagger.spacy, ner.spacy and dev.spacy.

    Parameters
    ----------
    treebank_folder
        Holds train.conllu and dev.conllu.
    names_folder
        Holds the lists of names and places.
    output
        The folder for the sets.
    seed
        For the augmentation.
    augmented
        Whether to add copies with other names and copies as speech; else the treebank alone is used,
        repeated so that both halves see as many documents.
    """
    vocab = spacy.blank("da").vocab
    train = treebank.read(treebank_folder / "train.conllu")
    dev = treebank.read(treebank_folder / "dev.conllu")
    plain = treebank.group(vocab, train, SENTENCES_PER_DOCUMENT)
    tagger, ner = plain * 2, plain * 6
    if augmented:
        chance = random.Random(seed)
        names = Names.read(names_folder)
        others = {label: mentions(train, label) for label in ("PER", "LOC", "ORG", "MISC")}

        def renamed(sentences: list[Sentence], pronouns: float = 0.35) -> list[Sentence]:
            return [rename(sentence, names, others, chance, pronouns) for sentence in sentences]

        def spoken(sentences: list[Sentence], lower: float) -> list[Doc]:
            return [treebank.to_doc(vocab, turn) for turn in turns(sentences, chance, lower)]

        tagger += spoken(train, 0.3) + spoken(renamed(train), 0.3)
        ner += treebank.group(vocab, renamed(train), SENTENCES_PER_DOCUMENT)
        for lower in (0.2, 0.4, 0.6):
            ner += spoken(renamed(train, 0.7), lower)
    output.mkdir(parents=True, exist_ok=True)
    sets = {"tagger": tagger, "ner": ner, "dev": treebank.group(vocab, dev, SENTENCES_PER_DOCUMENT)}
    for name, docs in sets.items():
        DocBin(docs=docs, store_user_data=False).to_disk(output / f"{name}.spacy")
