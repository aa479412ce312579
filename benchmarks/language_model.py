"""Measure a Danish pipeline on a treebank, and on invented talk.

    python benchmarks/language_model.py TREEBANK [MODEL ...] [--speed]

TREEBANK holds dev.conllu and test.conllu; MODEL is what config.yaml's language_model takes (default:
auto). The treebank's scores are spaCy's own, on documents of ten sentences; those on talk are of
benchmarks/spoken, turn by turn, as the workflow gives them:

sentence F     a sentence counts as found if both its ends are
lemma          share of marked content words with the right lemma
person recall  share of mentions of persons of which every word lies in a person found
person F       of mentions found to the letter
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from interview_coding.language import load

ROOT = Path(__file__).parents[1]
SPOKEN = Path(__file__).parent / "spoken"
sys.path.insert(0, str(ROOT / "workflow" / "models" / "train"))

PUBLISHED = {
    "pos_acc": 0.950,
    "morph_acc": 0.937,
    "lemma_acc": 0.944,
    "sents_f": 0.881,
    "ents_f": 0.723,
    "PER": 0.766,
}
"""The figures that da_core_news_sm 3.8.0 comes with; they are of the treebank's dev set."""


@dataclass(frozen=True)
class Turn:
    """A turn of the spoken set: its text, and what is gold in it by code points."""

    text: str
    sentences: list[tuple[int, int]]
    lemmas: list[tuple[int, int, str]]
    persons: list[tuple[int, int]]


_CHUNK = re.compile(r"(?P<word>[^|\s]+)(?:\|(?P<lemma>[\w'’-]+))?(?P<rest>\S*)")


def spoken_turns() -> list[Turn]:
    """Read the spoken set; the markup is explained in benchmarks/spoken/README.md."""
    return [
        _turn(turn["sentences"])
        for file in sorted(SPOKEN.glob("*.json"))
        for turn in json.loads(file.read_text(encoding="utf-8"))["turns"]
    ]


def _turn(marked: list[str]) -> Turn:
    text = ""
    sentences, lemmas, persons = [], [], []
    for sentence in marked:
        start = len(text)
        opened = start
        for number, chunk in enumerate(sentence.split(" ")):
            match = _CHUNK.fullmatch(chunk)
            assert match is not None, chunk
            text += " " if number else ""
            for part in re.split(r"([\[\]])", match["word"]):
                if part == "[":
                    opened = len(text)
                elif part == "]":
                    persons.append((opened, len(text)))
                else:
                    text += part
            if match["lemma"]:
                bare = match["word"].lstrip("\"»'(-")
                lemmas.append((len(text) - len(bare), len(text), match["lemma"]))
            text += match["rest"]
        sentences.append((start, len(text)))
        text += " "
    return Turn(text.rstrip(), sentences, lemmas, persons)


def treebank_scores(nlp: Language, file: Path) -> dict[str, float]:
    """Return spaCy's scores of a pipeline on a CoNLL-U file."""
    import treebank

    docs = treebank.group(nlp.vocab, treebank.read(file), 10)
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    per_type = scores.get("ents_per_type") or {}
    found = {name: scores.get(name) for name in ("token_acc", *PUBLISHED) if name != "PER"}
    found |= {label: per_type.get(label, {}).get("f") for label in ("PER", "LOC", "ORG", "MISC")}
    return {name: value for name, value in found.items() if value is not None}


def spoken_scores(nlp: Language) -> dict[str, float]:
    """Return the scores of a pipeline on the spoken set."""
    turns = spoken_turns()
    docs = list(nlp.pipe(turn.text for turn in turns))
    found, gold, both = 0, 0, 0
    right = marked = 0
    persons: list[tuple[str, bool, bool]] = []
    named = exact = 0
    for turn, doc in zip(turns, docs, strict=True):
        ends = {(sent.start_char, sent.end_char) for sent in doc.sents}
        found, gold, both = (
            found + len(ends),
            gold + len(turn.sentences),
            both + len(ends & set(turn.sentences)),
        )
        starts = {token.idx: token for token in doc}
        for start, _, lemma in turn.lemmas:
            marked += 1
            right += start in starts and starts[start].lemma_.lower() == lemma
        spans = {(e.start_char, e.end_char) for e in doc.ents if e.label_ in ("PER", "PERSON")}
        named += len(spans)
        for start, end in turn.persons:
            covered = all(
                any(first <= at < last for first, last in spans)
                for at in range(start, end)
                if turn.text[at].isalnum()
            )
            exact += (start, end) in spans
            persons.append((turn.text[start:end], covered, (start, end) in spans))
    hard = [covered for name, covered, _ in persons if name.islower() or _is_minority(name)]
    precision, recall = exact / max(1, named), exact / len(persons)
    return {
        "sentence F": 2 * both / (found + gold),
        "lemma": right / marked,
        "person recall": sum(covered for _, covered, _ in persons) / len(persons),
        "person recall, lower case": _share(c for n, c, _ in persons if n.islower()),
        "person recall, minority": _share(c for n, c, _ in persons if _is_minority(n)),
        "person recall, either": sum(hard) / len(hard),
        "person F": 2 * precision * recall / max(1e-9, precision + recall),
    }


def _share(hits: Iterator[bool]) -> float:
    values = list(hits)
    return sum(values) / len(values)


def _is_minority(name: str) -> bool:
    first = name.split()[0].casefold()
    return first in _minority() or first.removesuffix("s") in _minority()


def _minority(cache: list[set[str]] = []) -> set[str]:  # noqa: B006 - read once
    if not cache:
        text = (SPOKEN / "minority_names.txt").read_text(encoding="utf-8")
        cache.append({name.casefold() for name in text.split()})
    return cache[0]


def words_per_second(nlp: Language, processes: int) -> float:
    """Return how many words a second the pipeline takes: the best of three passes over the spoken set."""
    texts = [turn.text for turn in spoken_turns()] * 40
    words = sum(len(text.split()) for text in texts)
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        for _ in nlp.pipe(texts, batch_size=256, n_process=processes):
            pass
        best = min(best, time.perf_counter() - begun)
    return words / best


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("models", nargs="*", default=["auto"])
    parser.add_argument("--test", action="store_true", help="also the test set: look at it once")
    parser.add_argument("--speed", action="store_true")
    arguments = parser.parse_args()
    for name in arguments.models:
        begun = time.perf_counter()
        nlp, model = load(name)
        seconds = time.perf_counter() - begun
        print(f"\n{model.name} {model.version}: {', '.join(model.components)}; loaded in {seconds:.1f} s")
        dev = treebank_scores(nlp, arguments.treebank / "dev.conllu")
        test = treebank_scores(nlp, arguments.treebank / "test.conllu") if arguments.test else {}
        print(f"{'':10} {'dev':>6} {'test':>6} {'da_core_news_sm, dev':>22}")
        for measure, value in dev.items():
            published = f"{PUBLISHED[measure]:.3f}" if measure in PUBLISHED else ""
            tested = f"{test[measure]:.3f}" if measure in test else ""
            print(f"{measure:10} {value:6.3f} {tested:>6} {published:>22}")
        for measure, value in spoken_scores(nlp).items():
            print(f"spoken, {measure:28} {value:.3f}")
        for names in (False, True) if arguments.speed else ():
            nlp, model = load(name, names)
            for processes in (1, 2):
                speed = f"{words_per_second(nlp, processes):,.0f} words/s"
                print(f"{'with' if names else 'without'} names, {processes} process(es): {speed}")


if __name__ == "__main__":
    main()
