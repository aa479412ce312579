"""Read a treebank in CoNLL-U into sentences, and sentences into documents that spaCy trains on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Word:
    """A token with its gold annotation; `entity` is an IOB tag such as B-PER, or O."""

    text: str
    lemma: str
    pos: str
    morph: str
    entity: str
    space: bool


Sentence = tuple[Word, ...]


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file; entities are read from ``name=`` in the last column."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for block in blocks if (sentence := tuple(_words(block)))]


def _words(block: str) -> Iterator[Word]:
    for line in block.splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            misc = dict(part.partition("=")[::2] for part in cells[9].split("|"))
            morph = "" if cells[5] == "_" else cells[5]
            entity, space = misc.get("name", "O"), misc.get("SpaceAfter") != "No"
            yield Word(cells[1], cells[2], cells[3], morph, entity, space)


def to_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Return sentences as one document with all their annotation."""
    words = [word for sentence in sentences for word in sentence]
    starts = [n == 0 for sentence in sentences for n, _ in enumerate(sentence)]
    spaces = [word.space for word in words]
    ends = [len(sentence) for sentence in sentences]
    position = -1
    for length in ends:
        position += length
        spaces[position] = True
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=spaces,
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        ents=[word.entity for word in words],
        sent_starts=starts,
    )


def group(vocab: Vocab, sentences: Sequence[Sentence], size: int) -> list[Doc]:
    """Return documents of `size` sentences each, in order."""
    return [to_doc(vocab, sentences[n : n + size]) for n in range(0, len(sentences), size)]
