"""Measure pseudonymising: what is masked, and what is masked that names nobody.

    python benchmarks/privacy.py --interviews INTERVIEWS --data DANISH_DATA [--held-out | --errors]

INTERVIEWS holds interviews as JSON with marked personal data (`pii` per turn). DANISH_DATA holds public
lists of names, streets and postal codes; from them the templates of privacy_texts.py are filled.
Templates, names, places and ways to write numbers are split in two halves: tuning looks at the one,
`--held-out` measures the other.

A mention is masked if all its letters and digits are, a genitive's s excepted; "or queued" counts also
what somebody is asked about. An entity is masked if all its mentions in an interview are (Pilán et al.
2022, https://doi.org/10.1162/coli_a_00458). A false replacement is a masked person that overlaps nothing
personal; a label on an organisation or a place is one too. In brackets 95 % intervals from 1,000 bootstrap
samples of interviews; what is filled from the same template is drawn together.

--errors    also lists what was missed, queued and falsely replaced, in the development half
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from privacy_filling import DANISH, IN_WORDS, MINORITY, ORIGINS, WORD, Gold, Interview, Names, fill, origins
from privacy_texts import DEVELOPMENT, HELD_OUT, NOBODY, NOBODY_HELD_OUT

from interview_coding.language import load
from interview_coding.pseudonyms import mentions as kinds
from interview_coding.pseudonyms.finding import find_all
from interview_coding.pseudonyms.mentions import Mention
from interview_coding.speakers import to_turns
from interview_coding.text import Line, Turn, count_words

SAMPLES = 1000
FILLS = 10
"""So many times each template is filled."""
FIGURES = (kinds.CPR, kinds.PHONE, kinds.EMAIL, kinds.ADDRESS)
"""The kinds of which the issue asks that nothing be missed."""
OTHERS = (kinds.URL, kinds.POSTCODE, kinds.PLATE, kinds.ACCOUNT, *(f"{k}{IN_WORDS}" for k in FIGURES[:3]))
NO_PERSON = (kinds.ORGANISATION, kinds.PLACE)
_TYPES = {"LOC": kinds.PLACE, "ORG": kinds.ORGANISATION}
_TITLE = re.compile(r"(?:fru|frøken|hr\.?|herr|doktor)\s+", re.IGNORECASE)


# --- the interviews


def read_interviews(folder: Path, origins: Mapping[str, str]) -> list[Interview]:
    """Read interviews with marked personal data; a person's origin is that of the first name in `origins`.

    The marks tell words, not places: each stands for as many whole words as the turn holds. Mentions
    belong to one person if they begin with the same name, a genitive's s aside.
    """
    interviews = []
    for file in sorted(folder.glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        names = {p["text"].casefold() for turn in content["turns"] for p in turn["pii"]}
        turns = tuple(Turn(turn["speaker"], "", turn["text"]) for turn in content["turns"])
        gold: list[Gold] = []
        for number, turn in enumerate(content["turns"]):
            taken: list[tuple[int, int]] = []
            for mark in sorted(turn["pii"], key=lambda mark: -len(mark["text"])):
                for match in re.finditer(rf"(?<!\w){re.escape(mark['text'])}(?!\w)", turn["text"]):
                    if all(match.end() <= start or match.start() >= end for start, end in taken):
                        taken.append(match.span())
                        kind = _TYPES.get(mark["type"], mark["type"].lower())
                        gold.append(_marked(number, match.start(), mark["text"], kind, names, origins))
        interviews.append(Interview(file.stem, file.stem, turns, tuple(gold)))
    return interviews


def _marked(turn: int, start: int, text: str, kind: str, names: set[str], origins: Mapping[str, str]) -> Gold:
    if kind != kinds.PERSON:
        return Gold(turn, start, start + len(text), kind, f"{turn}:{start}")
    title = _TITLE.match(text)
    first = start + (title.end() if title else 0)
    end = start + len(text) - (text[-1] == "s" and text[:-1].casefold() in names)
    name = text[first - start : end - start].casefold().split()[0]
    return Gold(turn, first, end, kind, name, origins.get(name, ""))


# --- scoring


@dataclass(frozen=True)
class Score:
    """What became of one gold mention."""

    interview: Interview
    gold: Gold
    masked: bool
    queued: bool

    @property
    def lower(self) -> bool:
        """Whether the name is written in lower case throughout."""
        gold = self.gold
        return self.interview.turns[gold.turn].text[gold.start : gold.end].islower()


@dataclass(frozen=True)
class Stray:
    """A masked or queued mention that overlaps nothing personal."""

    interview: Interview
    turn: int
    mention: Mention
    over: str
    """The kind of what it overlaps: an organisation, a place, or ""."""


@dataclass(frozen=True)
class Measured:
    """What was found in some interviews, held against what is gold."""

    interviews: Sequence[Interview]
    scores: list[Score]
    false: list[Stray]
    doubtful: list[Stray]
    words: dict[str, int]
    """Words by unit."""
    swallowed: list[Stray]
    """Words that are masked along with a name and are none."""


def is_masked(score: Score) -> bool:
    """Return whether a gold mention is replaced without anybody being asked."""
    return score.masked


def is_queued(score: Score) -> bool:
    """Return whether a gold mention is replaced, or somebody is asked."""
    return score.queued


def covers(text: str, gold: Gold, mentions: Iterable[Mention]) -> bool:
    """Return whether all letters and digits of a gold mention are in mentions; of an account, all digits."""
    inside = {at for m in mentions for at in range(m.start, m.end)}
    counts = str.isdigit if gold.kind == kinds.ACCOUNT else str.isalnum
    return all(at in inside for at in range(gold.start, gold.end) if counts(text[at]))


def score(
    interview: Interview, masked: Sequence[Sequence[Mention]], doubtful: Sequence[Sequence[Mention]]
) -> tuple[list[Score], list[Stray], list[Stray], list[Stray]]:
    """Hold what was found in an interview against its gold mentions.

    Parameters
    ----------
    masked, doubtful
        Per turn what is replaced, and what somebody is asked about.

    Returns
    -------
    scores
        One per gold mention that has to go.
    false
        Masked mentions that overlap nothing that has to go, organisations and places aside.
    doubtful
        Doubtful ones that overlap nothing that has to go.
    swallowed
        Words in masked persons that do overlap such, which are no part of it, nor a title.
    """
    scores = []
    by_turn: dict[int, list[Gold]] = defaultdict(list)
    for gold in interview.gold:
        by_turn[gold.turn].append(gold)
        if gold.kind not in NO_PERSON:
            text = interview.turns[gold.turn].text
            first, second = masked[gold.turn], doubtful[gold.turn]
            hit = covers(text, gold, first)
            scores.append(Score(interview, gold, hit, hit or covers(text, gold, [*first, *second])))

    def false(found: Sequence[Sequence[Mention]]) -> list[Stray]:
        wrong = []
        for turn, mentions in enumerate(found):
            for mention in mentions:
                over = _overlapping(by_turn[turn], mention.start, mention.end)
                if mention.kind not in NO_PERSON and over <= set(NO_PERSON):
                    wrong.append(Stray(interview, turn, mention, min(over, default="")))
        return wrong

    swallowed = [
        Stray(interview, turn, Mention(word.start(), word.end(), kinds.PERSON, word[0]), "")
        for turn, mentions in enumerate(masked)
        for mention in mentions
        if mention.kind == kinds.PERSON and _overlapping(by_turn[turn], mention.start, mention.end)
        for word in re.compile(r"\w+").finditer(interview.turns[turn].text, mention.start, mention.end)
        if not _overlapping(by_turn[turn], word.start(), word.end()) and not _TITLE.fullmatch(f"{word[0]} ")
    ]
    return scores, false(masked), false(doubtful), swallowed


def _overlapping(gold: Iterable[Gold], start: int, end: int) -> set[str]:
    """Return the kinds of what a stretch overlaps."""
    return {g.kind for g in gold if g.start < end and start < g.end}


# --- the table


Parts = Mapping[str, tuple[float, float]]
"""Hits and cases by unit."""
Interval = tuple[float, float, float]
"""A figure, and the bounds of its 95 % interval."""


def interval(parts: Parts, less: Parts | None = None) -> Interval:
    """Return the share of hits, less that of others if given, with its interval from samples of units."""
    units = sorted({*parts, *(less or {})})
    draws = [np.arange(len(units)), *np.random.default_rng(0).integers(0, len(units), (SAMPLES, len(units)))]
    values = _shares(parts, units, draws)
    if less is not None:
        values = values - _shares(less, units, draws)
    known = values[1:][~np.isnan(values[1:])]
    low, high = np.percentile(known, (2.5, 97.5)) if len(known) else (np.nan, np.nan)
    return float(values[0]), float(low), float(high)


def _shares(parts: Parts, units: Sequence[str], draws: Sequence[np.ndarray]) -> np.ndarray:
    table = np.array([parts.get(unit, (0, 0)) for unit in units], dtype=float)
    sums = np.array([table[draw].sum(axis=0) for draw in draws])
    with np.errstate(invalid="ignore"):
        shares: np.ndarray = sums[:, 0] / sums[:, 1]
    return shares


def hits(scores: Sequence[Score], hit: Callable[[Score], bool], entities: bool) -> Parts:
    """Return by unit how many mentions or entities are hit, and how many there are."""
    cases: dict[tuple[str, str, str], bool] = {}
    for number, one in enumerate(scores):
        key = (one.interview.unit, one.interview.name, one.gold.entity if entities else str(number))
        cases[key] = cases.get(key, True) and hit(one)
    by_unit: dict[str, list[bool]] = defaultdict(list)
    for (unit, _, _), value in cases.items():
        by_unit[unit].append(value)
    return {unit: (sum(values), len(values)) for unit, values in by_unit.items()}


def _cell(values: Interval, digits: int = 3) -> str:
    return "–" if np.isnan(values[0]) else "{:.{d}f} ({:.{d}f}–{:.{d}f})".format(*values, d=digits)


def recall_table(groups: dict[str, list[Score]]) -> None:
    """Print recall by group, of entities and of mentions."""
    print("| | entities | masked | masked or queued | mentions | masked | masked or queued |")
    print("|---|---|---|---|---|---|---|")
    for name, scores in groups.items():
        if not scores:
            continue
        cells = []
        for entities in (True, False):
            masked, queued = (hits(scores, hit, entities) for hit in (is_masked, is_queued))
            count = sum(cases for _, cases in masked.values())
            cells += [f"{count:.0f}", _cell(interval(masked)), _cell(interval(queued))]
        print(f"| {name} | {' | '.join(cells)} |")


def person_groups(scores: Sequence[Score]) -> dict[str, list[Score]]:
    """Return the mentions of persons, by origin of the name where known, and those in lower case."""
    persons = [s for s in scores if s.gold.kind == kinds.PERSON]
    groups = {"persons": persons}
    for origin in ORIGINS:
        groups[f"– {origin}"] = [s for s in persons if s.gold.origin == origin]
    groups["– in lower case"] = [s for s in persons if s.lower and s.gold.origin != WORD]
    groups["– in lower case, also a word"] = [s for s in persons if s.lower and s.gold.origin == WORD]
    return groups


def form_groups(scores: Sequence[Score]) -> dict[str, list[Score]]:
    """Return the mentions of persons by how they are written."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        if one.gold.kind == kinds.PERSON:
            groups[one.gold.form].append(one)
    return dict(sorted(groups.items()))


def kind_groups(scores: Sequence[Score]) -> dict[str, list[Score]]:
    """Return the mentions that are no persons, by kind."""
    return {kind: [s for s in scores if s.gold.kind == kind] for kind in (*FIGURES, *OTHERS)}


def per_thousand(measured: Measured, cases: Iterable[Stray]) -> Interval:
    """Return how many there are in 1,000 words, with the interval."""
    counts = Counter(case.interview.unit for case in cases)
    return interval({unit: (1000 * counts[unit], words) for unit, words in measured.words.items()})


def false_table(sets: dict[str, Measured]) -> None:
    """Print false replacements and questions in 1,000 words."""
    print(
        "| in 1,000 words | words | false persons | of these on organisations or places "
        "| other false | words swallowed | queued in vain | forms |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, measured in sets.items():
        persons = [f for f in measured.false if f.mention.kind == kinds.PERSON]
        forms = {f.mention.form.casefold(): f for f in measured.doubtful}
        groups = [
            persons,
            [f for f in persons if f.over],
            [f for f in measured.false if f.mention.kind != kinds.PERSON],
            measured.swallowed,
            measured.doubtful,
        ]
        cells = [_cell(per_thousand(measured, group), 2) for group in groups]
        print(f"| {name} | {sum(measured.words.values())} | {' | '.join(cells)} | {len(forms)} |")


def targets(name: str, measured: Measured) -> None:
    """Print whether what the issue asks for is met."""
    persons, figures = person_groups(measured.scores), kind_groups(measured.scores)
    wanted: list[tuple[str, Interval, float]] = [
        (f"{kind} masked", interval(hits(figures[kind], is_masked, True)), 1.0)
        for kind in FIGURES
        if figures[kind]
    ]
    if persons["persons"]:
        for words, hit, least in (("masked or queued", is_queued, 0.98), ("masked", is_masked, 0.95)):
            every, minority, danish = (
                hits(persons[group], hit, True) for group in ("persons", f"– {MINORITY}", f"– {DANISH}")
            )
            wanted.append((f"persons {words}", interval(every), least))
            wanted.append((f"minority minus Danish, {words}", interval(minority, danish), -0.02))
    for text, value, least in wanted:
        print(f"| {name} | {text} | >= {least} | {_cell(value)} | {_met(value[0] >= least)} |")
    rate = per_thousand(measured, (f for f in measured.false if f.mention.kind == kinds.PERSON))
    print(f"| {name} | false persons in 1,000 words | <= 5 | {_cell(rate, 2)} | {_met(rate[0] <= 5)} |")


def _met(met: bool) -> str:
    return "met" if met else "**not met**"


# --- errors


def list_errors(name: str, measured: Measured) -> None:
    """Print what was missed, what was queued and what was falsely replaced, with some words around."""
    print(f"\n### {name}\n")
    for title, cases in (
        ("missed", [s for s in measured.scores if not s.queued]),
        ("queued", [s for s in measured.scores if s.queued and not s.masked]),
    ):
        for one in cases:
            gold = one.gold
            place = _around(one.interview, gold.turn, gold.start, gold.end)
            print(f"{title:8} {gold.kind:8} {gold.origin:12} {gold.form:22} {place}  ({one.interview.name})")
    strays = (("false", measured.false), ("swallow", measured.swallowed), ("in vain", measured.doubtful))
    for title, wrong in strays:
        for case in wrong:
            place = _around(case.interview, case.turn, case.mention.start, case.mention.end)
            print(f"{title:8} {case.mention.kind:8} {case.over:12} {'':22} {place}  ({case.interview.name})")


def _around(interview: Interview, turn: int, start: int, end: int) -> str:
    text = interview.turns[turn].text
    return f"…{text[max(0, start - 40) : start]}«{text[start:end]}»{text[end : end + 30]}…".replace("\n", "⏎")


# --- the run


class Finder:
    """Finds what names persons, and measures the time that takes apart from the pipeline's."""

    def __init__(self) -> None:
        self._nlp, _ = load("auto")
        self.words = 0
        self.annotating = self.finding = 0.0

    def measure(self, interviews: Sequence[Interview]) -> Measured:
        """Search interviews, and hold what is found against what is gold."""
        measured = Measured(interviews, [], [], [], {}, [])
        for interview in interviews:
            turns = _as_read(interview.turns)
            begun = time.perf_counter()
            docs = list(self._nlp.pipe(turn.text for turn in turns))
            annotated = time.perf_counter()
            found = find_all(turns, docs)
            self.annotating += annotated - begun
            self.finding += time.perf_counter() - annotated
            words = sum(count_words(turn.text) for turn in turns)
            self.words += words
            measured.words[interview.unit] = measured.words.get(interview.unit, 0) + words
            scores, false, doubtful, swallowed = score(interview, found.masked, found.doubtful)
            measured.scores.extend(scores)
            measured.false.extend(false)
            measured.doubtful.extend(doubtful)
            measured.swallowed.extend(swallowed)
        return measured


def _as_read(turns: Sequence[Turn]) -> list[Turn]:
    """Return turns as if the format had named their speakers."""
    read, _ = to_turns([Line("Ja.", speaker=turn.speaker) for turn in turns])
    heads = {turn.label: turn for turn in read}
    return [replace(heads[turn.speaker], text=turn.text) for turn in turns]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--interviews", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--held-out", action="store_true")
    only.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()

    names = Names.read(arguments.data, arguments.held_out)
    templates = HELD_OUT if arguments.held_out else DEVELOPMENT
    nobody = NOBODY_HELD_OUT if arguments.held_out else NOBODY
    filled = [fill(t, names, arguments.held_out, seed) for t in templates for seed in range(FILLS)]
    lower = [fill(t, names, arguments.held_out, FILLS, lower=True) for t in templates]
    empty = [fill(t, names, arguments.held_out, 0) for t in nobody]
    finder = Finder()
    sets = {
        "six interviews": finder.measure(read_interviews(arguments.interviews, origins(arguments.data))),
        "templates": finder.measure(filled),
        "templates, all in lower case": finder.measure(lower),
        "nobody named": finder.measure(empty),
    }
    if arguments.held_out:
        print("Held-out half of templates, names, places and ways to write.")
    for name, measured in sets.items():
        if measured.scores:
            print(f"\n{name}: {len(measured.interviews)} interviews, {sum(measured.words.values())} words\n")
            recall_table({**person_groups(measured.scores), **kind_groups(measured.scores)})
    print("\ntemplates, by how persons are written\n")
    recall_table(form_groups(sets["templates"].scores))
    print()
    false_table(sets)
    print("\n| of entities | | asked for | is | |\n|---|---|---|---|---|")
    for name, measured in sets.items():
        targets(name, measured)
    print(
        f"\nfinding takes {finder.finding / finder.annotating:.2f} of the pipeline's time "
        f"({finder.words / finder.finding:,.0f} and {finder.words / finder.annotating:,.0f} words a second)"
    )
    if arguments.errors:
        for name, measured in sets.items():
            list_errors(name, measured)


if __name__ == "__main__":
    main()
