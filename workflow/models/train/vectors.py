"""Train small subword vectors on spoken Danish, for the pipeline's embeddings.

Floret vectors (fastText subwords hashed into a small table) know every word form, also misspelt ones and
compounds, in a few megabytes. They are trained on lower-cased text, so that a name means the same
whether the transcriber wrote it with a capital or not.

Reference: Bojanowski, P. et al. (2017), Enriching word vectors with subword information, TACL 5;
floret, https://pypi.org/project/floret/.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language

ROWS = 20_000
DIMENSIONS = 64
_SPEAKER = re.compile(r"^[^:]{3,80} \([A-Zø]{1,4}\):|^Formanden[^:]*:")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")


def write_corpus(speech: Path, treebank_sentences: list[list[str]], output: Path) -> None:
    """Write lower-cased tokens, a paragraph or sentence a line.

    Parameters
    ----------
    speech
        Text or .xz file, a paragraph a line, with speakers as the Folketing prints them.
    treebank_sentences
        Tokens of the treebank's training sentences.
    output
        The corpus.
    """
    with output.open("w", encoding="utf-8") as target:
        for paragraph in paragraphs(speech):
            tokens = _TOKEN.findall(paragraph.lower())
            if tokens:
                target.write(" ".join(tokens) + "\n")
        for sentence in treebank_sentences:
            target.write(" ".join(sentence).lower() + "\n")


def paragraphs(speech: Path) -> Iterator[str]:
    """Yield what is said in each line of a text or .xz file, without the speaker before it."""
    opener = lzma.open if speech.suffix == ".xz" else open
    with opener(speech, "rt", encoding="utf-8") as source:
        for line in source:
            yield _SPEAKER.sub("", line).strip()


def train(corpus: Path, output: Path) -> None:
    """Train vectors on a corpus and write them in floret's text format (one thread, so repeatable)."""
    import floret

    model = floret.train_unsupervised(
        str(corpus), model="skipgram", mode="floret", hashCount=2, bucket=ROWS, minn=3, maxn=5,
        dim=DIMENSIONS, epoch=5, minCount=4, neg=5, thread=1,
    )  # fmt: skip
    model.save_floret_vectors(str(output))


def to_spacy(vectors: Path, output: Path) -> Language:
    """Write an empty Danish pipeline that holds the vectors to the folder `output`."""
    from spacy.training.initialize import convert_vectors

    nlp = spacy.blank("da")
    convert_vectors(nlp, vectors, truncate=0, prune=-1, mode="floret", attr="LOWER")
    nlp.vocab.vectors.name = "da_interview_vectors"
    nlp.to_disk(output)
    return nlp
