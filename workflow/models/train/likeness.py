"""Train the model of what persons' names look like (interview_coding.language.names).

Names in Denmark speak for, by how many bear them; words of the debates and the treebank that stand in lower
case speak against, by how often they do, and so do the forms of simplemma's list that inflect. What is
written is a table of hashed letter groups' weights; no name stands in it.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import treebank
import vectors
from scipy.sparse import csr_matrix
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from sklearn.linear_model import LogisticRegression

from interview_coding.language.names import rows

ROWS = 2**17
REGULARISATION = 20.0
FEWEST_BEARERS = 10
SURNAME_WEIGHT = 0.1
"""A surname seldom stands alone in talk, and many are words."""
MINORITY_BEARERS = 200
"""Bearers that a name is given which stands in a list without counts."""
WORD_BONUS = 0.5
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def train(treebank_folder: Path, speech: Path, names_folder: Path, output: Path) -> None:
    """Train the model and write it to the .npz file `output`.

    Parameters
    ----------
    treebank_folder, speech, names_folder
        As train.py takes them.
    """
    names = {name: math.log1p(count) for name, count in _names(names_folder / "names").items()}
    words = {word: math.log1p(count) + WORD_BONUS for word, count in _words(treebank_folder, speech).items()}
    forms = [*names, *words]
    weights = np.array([*names.values(), *words.values()])
    likely = np.repeat([1, 0], [len(names), len(words)])
    model = LogisticRegression(C=REGULARISATION, solver="liblinear", max_iter=300, random_state=0)
    model.fit(_features(forms), likely, sample_weight=weights / weights.mean())
    np.savez_compressed(
        output, weights=model.coef_.ravel().astype(np.float16), constant=np.float32(model.intercept_[0])
    )


def _features(forms: Iterable[str]) -> csr_matrix:
    found = [rows(form, ROWS) for form in forms]
    lengths = np.array([len(f) for f in found])
    values = np.repeat(1 / np.sqrt(lengths), lengths).astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return csr_matrix((values, np.concatenate(found), starts), shape=(len(found), ROWS))


def _names(folder: Path) -> Counter[str]:
    """Count bearers by name, in lower case."""
    bearers: Counter[str] = Counter()
    for file, share in (
        ("dst2023_first_names_men_min5", 1.0),
        ("dst2023_first_names_women_min5", 1.0),
        ("dst2023_last_names_min5", SURNAME_WEIGHT),
    ):
        with (folder / f"{file}.csv").open(encoding="utf-8") as source:
            for row in csv.DictReader(source):
                bearers[row["name"].lower()] += int(row["count"]) * share
    for file in ("first_names_minority_men", "first_names_minority_women", "last_names_minority"):
        for name in (folder / f"{file}.csv").read_text(encoding="utf-8").split()[1:]:
            bearers[name.lower()] += MINORITY_BEARERS
    return Counter({n: c for n, c in bearers.items() if n.isalpha() and len(n) > 1 and c >= FEWEST_BEARERS})


def _words(treebank_folder: Path, speech: Path) -> Counter[str]:
    """Count words by their form in lower case."""
    seen = Counter(w for p in vectors.paragraphs(speech) for w in _WORD.findall(p) if w.islower())
    for sentence in treebank.read(treebank_folder / "train.conllu"):
        seen.update(word.text for word in sentence if word.text.islower() and word.pos != "PROPN")
    listed = DefaultDictionaryFactory().get_dictionary("da").items()
    for form, lemma in ((_text(form), _text(lemma)) for form, lemma in listed):
        if form.islower() and form not in (lemma, f"{lemma}s", f"{lemma}'s", f"{lemma}’s"):
            seen.update([form, lemma] if lemma.islower() else [form])
    return Counter({word: count for word, count in seen.items() if word.isalpha()})


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
