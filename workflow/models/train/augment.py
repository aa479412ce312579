"""More training text from the treebank's sentences: other names, and the ways of speech.

The treebank is edited newspaper prose of 1983-1992. Interviews hold other names, and are transcribed talk:
fillers, restarts, sentences begun in lower case, names without capitals, missing commas and full stops.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from treebank import Sentence, Word

FILLERS = ("øh", "øhm", "altså", "ligesom", "jo", "nå", "hmm", "sådan", "ikke", "ja", "nej", "jamen")
WORD_NAMES = "Bo Liv Maj Storm Sten Bjørn Rose Signe Dag Sol Viola Vilje Bror Kaj Palle Laurits Aske".split()

_COMMAS_OUT = 0.3
_LOWER_START = 0.6
_ALL_LOWER = 0.3
_END_DROPPED = 0.2
_END_SOFTENED = 0.12
_CUT_OFF = 0.1
_FILLER_FIRST = 0.3
_FILLER_INSIDE = 0.04
_REPEATED = 0.03
_NAME_REPLACED = 0.85
_PRONOUN_NAMED = 0.35
_PRONOUNS = {"han": "", "hun": "", "ham": "", "hende": "", "hans": "s", "hendes": "s"}
"""Pronouns that a person's name can stand for, and the ending that the name then takes."""


@dataclass(frozen=True)
class Names:
    """Names to put in place of the treebank's, by kind."""

    common: Sequence[str]
    common_weights: Sequence[float]
    minority: Sequence[str]
    surnames: Sequence[str]
    surname_weights: Sequence[float]
    minority_surnames: Sequence[str]
    places: Sequence[str]

    @classmethod
    def read(cls, folder: Path) -> Names:
        """Read the lists of names and places below `folder`."""
        names = folder / "names"
        women, women_counts = _counted(names / "dst2023_first_names_women_min5.csv")
        men, men_counts = _counted(names / "dst2023_first_names_men_min5.csv")
        last, last_counts = _counted(names / "dst2023_last_names_min5.csv")
        minority = [
            name for kind in ("women", "men") for name in _plain(names / f"first_names_minority_{kind}.csv")
        ]
        postal = (folder / "places" / "postal_codes.csv").read_text(encoding="utf-8").splitlines()[1:]
        municipalities = json.loads((folder / "places" / "kommuner.json").read_text(encoding="utf-8"))
        towns = {line.split(",")[1].strip().strip('"') for line in postal} | set(map(str, municipalities))
        return cls(
            [*women, *men],
            [count**0.5 for count in (*women_counts, *men_counts)],
            minority,
            last,
            [count**0.5 for count in last_counts],
            _plain(names / "last_names_minority.csv"),
            sorted(town for town in towns if town[:1].isupper()),
        )

    def person(self, chance: random.Random, words: int) -> list[str]:
        """Return a name of so many words."""
        kind = chance.random()
        if kind < 0.1 and words == 1:
            return [chance.choice(WORD_NAMES)]
        if kind < 0.5:
            firsts = chance.choices(self.minority, k=max(1, words - 1))
            return firsts if words == 1 else [*firsts, chance.choice(self.minority_surnames)]
        firsts = chance.choices(self.common, self.common_weights, k=max(1, words - 1))
        return firsts if words == 1 else [*firsts, *chance.choices(self.surnames, self.surname_weights)]


def _counted(path: Path) -> tuple[list[str], list[int]]:
    names, counts = [], []
    with path.open(encoding="utf-8") as file:
        for row in csv.reader(file):
            cells = {cell.isdigit(): cell for cell in row}
            if True in cells and False in cells and len(cells[False]) > 2:
                names.append(cells[False].title())
                counts.append(int(cells[True]))
    return names, counts


def _plain(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as file:
        cells = [cell.strip() for row in csv.reader(file) for cell in row]
    return [c.title() for c in cells if len(c) > 2 and c.replace("-", "").replace(" ", "").isalpha()]


def mentions(sentences: Sequence[Sentence], label: str) -> list[list[Word]]:
    """Return the mentions of an entity type, each as its words."""
    found: list[list[Word]] = []
    for sentence in sentences:
        for word in sentence:
            if word.entity == f"B-{label}":
                found.append([word])
            elif word.entity == f"I-{label}" and found:
                found[-1].append(word)
    return found


def rename(
    sentence: Sentence,
    names: Names,
    others: dict[str, list[list[Word]]],
    chance: random.Random,
    pronouns: float = _PRONOUN_NAMED,
) -> Sentence:
    """Put other names in place of most of a sentence's, and names in place of a share of pronouns."""
    result: list[Word] = []
    position = 0
    while position < len(sentence):
        word = sentence[position]
        end = position + 1
        while end < len(sentence) and sentence[end].entity.startswith("I-"):
            end += 1
        mention = sentence[position:end]
        label = word.entity[2:]
        if word.entity.startswith("B-") and chance.random() < _NAME_REPLACED:
            result.extend(_other(mention, label, names, others, chance))
        elif word.text.lower() in _PRONOUNS and chance.random() < pronouns:
            result.extend(_named(word, names, chance))
        else:
            result.extend(mention)
        position = end
    return tuple(result)


def _other(
    mention: Sequence[Word],
    label: str,
    names: Names,
    others: dict[str, list[list[Word]]],
    chance: random.Random,
) -> Iterator[Word]:
    if label == "PER":
        texts = names.person(chance, chance.choices([1, 2, 3], [0.5, 0.42, 0.08])[0])
    elif label == "LOC" and len(mention) == 1:
        texts = chance.choice(names.places).split()
    else:
        new = chance.choice(others[label])
        yield from (replace(word, space=True) for word in new[:-1])
        yield replace(new[-1], space=mention[-1].space)
        return
    genitive = mention[-1].text.endswith("s") and "Gen" in mention[-1].morph
    yield from _words(texts, label, "s" if genitive else "", mention[-1].space)


def _named(pronoun: Word, names: Names, chance: random.Random) -> Iterator[Word]:
    texts = names.person(chance, chance.choices([1, 2], [0.85, 0.15])[0])
    yield from _words(texts, "PER", _PRONOUNS[pronoun.text.lower()], pronoun.space)


def _words(texts: Sequence[str], label: str, ending: str, space: bool) -> Iterator[Word]:
    """Yield a name as words, the last with its genitive ending if it takes one."""
    words = [word for text in texts for word in text.split()]
    for number, text in enumerate(words):
        last = number == len(words) - 1
        shown = f"{text}{ending}" if last and not text.endswith("s") else text
        morph = "Case=Gen" if last and ending else ""
        entity = f"{'B' if number == 0 else 'I'}-{label}"
        yield Word(shown, text, "PROPN", morph, entity, space if last else True)


def speak(sentence: Sentence, chance: random.Random, all_lower: bool) -> Sentence:
    """Return a sentence as a hurried transcriber would have written it, had it been said."""
    dropped = "\"'()[]»«”“" + ("," if chance.random() < _COMMAS_OUT else "")
    words = _without(sentence, dropped)
    closed = words[-1].pos == "PUNCT"
    if closed and len(words) > 1:
        fate = chance.random()
        if fate < _END_DROPPED:
            words.pop()
        elif fate < _END_DROPPED + _END_SOFTENED:
            mark = chance.choice(["...", ",", "…"])
            words[-1] = Word(mark, mark, "PUNCT", "", "O", True)
    if len(words) > 8 and chance.random() < _CUT_OFF:
        words = [*words[: chance.randint(4, len(words) - 2)], Word("...", "...", "PUNCT", "", "O", True)]
    spoken: list[Word] = []
    if chance.random() < _FILLER_FIRST:
        spoken.append(_filler(chance))
        if words[0].entity == "O":
            words[0] = replace(words[0], text=words[0].text.lower())
    for word in words:
        inside = word.entity.startswith("I-") or word.pos == "PUNCT"
        if not inside and spoken and chance.random() < _FILLER_INSIDE:
            spoken.append(_filler(chance))
        if not inside and word.entity == "O" and chance.random() < _REPEATED:
            spoken.append(replace(word, space=True))
        spoken.append(word)
    lower = chance.random() < _LOWER_START
    first = spoken[0]
    if (lower or all_lower) and (all_lower or first.entity == "O"):
        spoken[0] = replace(first, text=first.text.lower())
    elif not lower:
        spoken[0] = replace(first, text=first.text[:1].upper() + first.text[1:])
    if all_lower:
        spoken = [replace(word, text=word.text.lower()) for word in spoken]
    return tuple(spoken)


def _without(sentence: Sentence, marks: str) -> list[Word]:
    """Return the words of a sentence without some marks; words that the marks parted stay apart."""
    words: list[Word] = []
    for word in sentence:
        if word.text not in marks:
            words.append(word)
        elif words and word.space:
            words[-1] = replace(words[-1], space=True)
    return words or list(sentence)


def _filler(chance: random.Random) -> Word:
    text = chance.choice(FILLERS)
    pos = "INTJ" if text[0] in "øhnj" and text != "jo" else "ADV"
    return Word(text, text, pos, "", "O", True)


def turns(
    sentences: Sequence[Sentence], chance: random.Random, all_lower: float = _ALL_LOWER
) -> Iterator[list[Sentence]]:
    """Yield sentences as turns of one to five, each spoken by one person, a share all in lower case."""
    position = 0
    while position < len(sentences):
        size = chance.choices([1, 2, 3, 4, 5], [2, 3, 3, 2, 1])[0]
        lower = chance.random() < all_lower
        yield [speak(s, chance, lower) for s in sentences[position : position + size] if s]
        position += size
