"""Measure how decisions find their places again when a transcript is corrected.

    python benchmarks/corrections.py [--seeds 50] [--first 0] [--folder tests/demo/gold] [--show]

FOLDER holds interviews as JSON: turns with speaker and text. In some places, answers are put in that come
again and again. Two coders decide on whole segments and on some of their words. Then somebody corrects the
interview: 20 edits (spelling, words put in and left out, punctuation, a sentence more, names replaced by
labels), two turns moved and one left out. Every word has a number, so it is known where it went.

A decision is placed right if its segment has most of its words, its span more than half of these, and more
than half of its span lies among them; where its words went to several segments, any that has at least 0.6 of
what the fullest has will do. It is wrong if it has a place and that is not so. Of those that are listed, the
ones of whose words at least half are still there, are counted apart: they are what could have been placed.

--first     the first seed
--show      also prints what was placed wrong or could have been placed
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from interview_coding.decisions import LOST, Decision, Segment
from interview_coding.placing import place_all
from interview_coding.segments import cut, segment_id

USUAL = "20 edits, two turns moved, one left out"
SPLIT = "and two turns split, two joined"
FEW = "decisions on few segments"
NAMES_BACK = "decisions on labels, names now"
CODING_ON = "coding went on afterwards"
TWICE = "and was corrected again"
NO_OFFSETS = "decisions without offsets"
SHORT = "one to three words, many the same"
KINDS = (USUAL, SPLIT, FEW, NAMES_BACK, CODING_ON, TWICE, NO_OFFSETS, SHORT)
RIGHT, LISTED, GONE, WRONG = "right", "listed", "listed, words gone", "wrong"
WORDS_OF_A_SEGMENT = 80
REFRAINS = ("Ja, det gør vi.", "Det er det.", "Ja.", "Jamen, det er jo det, jeg siger.", "Mm, lige præcis.")
SENTENCES = (
    "Det har jeg tænkt meget over.",
    "Og så var der kaffe til alle.",
    "Det kan man ikke planlægge sig til.",
    "Sådan er det hver gang.",
)
FILLERS = ("altså", "jo", "også", "ligesom", "bare", "måske", "egentlig")
_NAME = re.compile(r"([A-ZÆØÅ][a-zæøå]{2,})(s?[.,!?]?)$")

Word = tuple[int, str]


@dataclass(frozen=True)
class Turn:
    """One speaker's words, each with its number."""

    speaker: str
    words: tuple[Word, ...]


Interview = list[Turn]


@dataclass(frozen=True)
class Layout:
    """An interview as the workflow cuts it: its segments, and where in them each word stands."""

    segments: list[Segment]
    places: dict[str, list[tuple[int, int, int]]]


class Numbered:
    """Gives words their numbers."""

    def __init__(self) -> None:
        self.numbers = count()

    def __call__(self, text: str) -> list[Word]:
        """Return the words of a text with new numbers."""
        return [(next(self.numbers), word) for word in text.split()]


def read(file: Path, chance: random.Random, number: Numbered, refrains: float) -> Interview:
    """Return an interview; a share of the answers begins with one that comes again and again, or is one."""
    turns: Interview = []
    for turn in json.loads(file.read_text(encoding="utf-8"))["turns"]:
        asks = turn["speaker"].lower() in ("interviewer", "i")
        words = number(turn["text"])
        if not asks and chance.random() < refrains / 2:
            words = number(chance.choice(REFRAINS)) + words
        turns.append(Turn("Interviewer" if asks else "Respondent 1", tuple(words)))
        if not asks and chance.random() < refrains / 2:
            turns.append(Turn("Interviewer", tuple(number("Gør I det?"))))
            turns.append(Turn("Respondent 1", tuple(number(chance.choice(REFRAINS)))))
    return turns


def lay_out(interview: Interview) -> Layout:
    """Cut an interview into segments, as the workflow does but for where it finds sentences."""
    segments, places, position = [], {}, 0
    for turn_number, turn in enumerate(interview, 1):
        start = position + len(turn.speaker) + 2
        text = " ".join(word for _, word in turn.words)
        position = start + len(text) + 1
        if turn.speaker == "Interviewer":
            continue
        sentences = [match.span() for match in re.finditer(r"[^.!?]+[.!?]*\s*|[.!?]+\s*", text)]
        parts = cut(text, sentences, WORDS_OF_A_SEGMENT)
        at, spans = 0, []
        for number, word in turn.words:
            if letters := re.search(r"[\w\[].*[\w\]]|\w", word):
                spans.append((number, at + letters.start(), at + letters.end()))
            at += len(word) + 1
        for part, (first, last) in enumerate(parts, 1):
            name = segment_id(turn_number, part, len(parts))
            segments.append(Segment("a-1", name, start + first, start + last, text[first:last]))
            places[name] = [(n, start + a, start + b) for n, a, b in spans if first <= a and b <= last]
    return Layout(segments, places)


def decide(
    layout: Layout, chance: random.Random, share: float, sizes: Sequence[int], begun: int = 0
) -> list[tuple[Decision, list[int]]]:
    """Return decisions on a share of the segments, each with the numbers of the words that it quotes.

    They quote the whole segment, or so many of its words as `sizes` has.
    """
    made = []
    minutes = count(begun)
    for segment in layout.segments:
        if chance.random() >= share:
            continue
        words = layout.places[segment.segment_id]
        spans = [(0, len(words))]
        for _ in range(chance.choice([0, 1, 1, 2])):
            size = min(len(words), chance.choice(sizes))
            first = chance.randrange(len(words) - size + 1)
            spans.append((first, first + size))
        for first, last in chance.sample(spans, chance.randint(1, len(spans))):
            start, end = words[first][1], words[last - 1][2]
            if last - first == len(words):
                start, end = segment.start, segment.end
            quote = segment.text[start - segment.start : end - segment.start]
            moment = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=next(minutes))
            decision = Decision(
                moment.isoformat(), chance.choice(["mia", "jonas"]), "a-1", segment.segment_id, start, end,
                quote, f"kode.{len(made)}", "accept",
            )  # fmt: skip
            made.append((decision, [number for number, _, _ in words[first:last]]))
    return made


def correct(interview: Interview, chance: random.Random, number: Numbered, edits: int = 20) -> Interview:
    """Return a corrected interview: `edits` edits, two turns moved, one left out."""
    turns = list(interview)
    labels: dict[str, str] = {}
    for _ in range(edits):
        spoken = [n for n, turn in enumerate(turns) if turn.speaker != "Interviewer" and turn.words]
        index = chance.choices(spoken, [len(turns[n].words) for n in spoken])[0]
        edit = chance.choice(EDITS)
        if edit is mask_name:
            turns = mask_name(turns, chance, labels)
        else:
            turns[index] = replace(turns[index], words=tuple(edit(list(turns[index].words), chance, number)))
    for _ in range(2):
        turn = turns.pop(chance.randrange(len(turns)))
        turns.insert(chance.randrange(len(turns) + 1), turn)
    turns.pop(chance.randrange(len(turns)))
    return [turn for turn in turns if turn.words]


def misspell(words: list[Word], chance: random.Random, number: Numbered) -> list[Word]:
    """Change a letter or two of a word."""
    index = chance.randrange(len(words))
    uid, word = words[index]
    at = chance.randrange(len(word))
    letter = chance.choice("aeioutrnsd")
    words[index] = uid, chance.choice([word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]])
    return words


def put_in(words: list[Word], chance: random.Random, number: Numbered) -> list[Word]:
    """Put in one to three words."""
    at = chance.randrange(len(words) + 1)
    return words[:at] + number(" ".join(chance.sample(FILLERS, chance.randint(1, 3)))) + words[at:]


def leave_out(words: list[Word], chance: random.Random, number: Numbered) -> list[Word]:
    """Leave out one to three words."""
    at, size = chance.randrange(len(words)), chance.randint(1, 3)
    return words[:at] + words[at + size :]


def punctuate(words: list[Word], chance: random.Random, number: Numbered) -> list[Word]:
    """Put a mark behind a word, or take it away."""
    index = chance.randrange(len(words))
    uid, word = words[index]
    bare = word.strip(".,!?;:") or word
    words[index] = uid, chance.choice([bare, f"{bare},", f"{bare}."])
    return words


def say_more(words: list[Word], chance: random.Random, number: Numbered) -> list[Word]:
    """Add a sentence behind another."""
    ends = [0, *(n for n, (_, word) in enumerate(words, 1) if word[-1] in ".!?")]
    at = chance.choice(ends)
    return words[:at] + number(chance.choice(SENTENCES)) + words[at:]


def mask_name(turns: Interview, chance: random.Random, labels: dict[str, str]) -> Interview:
    """Replace a name by a label, wherever it stands."""
    inner = [
        match[1].removesuffix("s")
        for turn in turns
        for (_, before), (_, word) in zip(turn.words, turn.words[1:], strict=False)
        if before[-1].isalnum() and (match := _NAME.match(word))
    ]
    if not inner:
        return turns
    name = chance.choice(inner)
    label = labels.setdefault(name, f"[Person {len(labels) + 1}]")
    form = re.compile(rf"{name}(?=s?[.,!?]?$)")
    return [replace(t, words=tuple((uid, form.sub(label, word)) for uid, word in t.words)) for t in turns]


EDITS: tuple[Callable[..., list[Word]], ...] = (
    misspell, misspell, put_in, leave_out, punctuate, say_more, mask_name,
)  # fmt: skip


def split_and_merge(turns: Interview, chance: random.Random, number: Numbered) -> Interview:
    """Split two turns by a question in between, and join two others by leaving one out."""
    for _ in range(2):
        index = chance.choice([n for n, t in enumerate(turns) if t.speaker != "Interviewer" and t.words[3:]])
        turn = turns[index]
        at = chance.randrange(1, len(turn.words))
        asked = Turn("Interviewer", tuple(number("Hvordan det?")))
        halves = replace(turn, words=turn.words[:at]), replace(turn, words=turn.words[at:])
        turns = [*turns[:index], halves[0], asked, halves[1], *turns[index + 1 :]]
        spots = range(1, len(turns) - 1)
        index = chance.choice(
            [n for n in spots if turns[n - 1].speaker == turns[n + 1].speaker != "Interviewer"]
        )
        joined = replace(turns[index - 1], words=turns[index - 1].words + turns[index + 1].words)
        turns = [*turns[: index - 1], joined, *turns[index + 2 :]]
    return turns


def judge(placed: Decision, numbers: Sequence[int], now: Layout) -> str:
    """Tell what became of a decision, given the numbers of the words that it quoted."""
    wanted = set(numbers)
    left = {name: [place for place in places if place[0] in wanted] for name, places in now.places.items()}
    most = max(map(len, left.values()))
    if placed.placement == LOST:
        return LISTED if sum(map(len, left.values())) * 2 >= len(numbers) else GONE
    own = left.get(placed.segment_id, [])
    if not own or len(own) < 0.6 * most or placed.start is None or placed.end is None:
        return WRONG
    within = [place for place in own if placed.start <= place[1] and place[2] <= placed.end]
    common = min(own[-1][2], placed.end) - max(own[0][1], placed.start)
    covers = len(within) * 2 > len(own) and common * 2 > placed.end - placed.start
    return RIGHT if covers else WRONG


@dataclass(frozen=True)
class Case:
    """A decision, the numbers of the words that it quotes, how it was placed, and where the words are now."""

    decision: Decision
    numbers: Sequence[int]
    found: Decision
    now: Layout

    @property
    def outcome(self) -> str:
        """What became of it."""
        return judge(self.found, self.numbers, self.now)

    def report(self) -> str:
        """Return what was placed where, and where the words are."""
        wanted = set(self.numbers)
        truth = [
            f"{s.segment_id} {s.text[own[0][1] - s.start : own[-1][2] - s.start]!r}"
            for s in self.now.segments
            if (own := [place for place in self.now.places[s.segment_id] if place[0] in wanted])
        ]
        found = self.found
        placed = f"{found.segment_id} {found.quote!r}" if found.placement != LOST else found.reason
        return (
            f"    {self.outcome}: {self.decision.segment_id} {self.decision.quote!r} -> {placed};"
            f" stands in {' '.join(truth)}"
        )


def trial(file: Path, seed: int, kind: str = USUAL) -> Iterator[Case]:
    """Yield the decisions on an interview after a seeded correction."""
    chance, number = random.Random(f"{file.stem} {seed} {kind}"), Numbered()
    refrains, sizes = (0.4, (1, 1, 2, 2, 3, 3)) if kind == SHORT else (0.15, (4, 6, 9, 14, 25))
    then = read(file, chance, number, refrains)
    if kind == NAMES_BACK:
        now, then = then, correct(then, chance, number)
    else:
        now = split_and_merge(then, chance, number) if kind == SPLIT else then
        now = correct(now, chance, number)
    made = decide(lay_out(then), chance, 0.15 if kind == FEW else 0.9, sizes)
    if kind in (TWICE, CODING_ON):
        made += decide(lay_out(now), chance, 0.5, sizes, begun=10_000)
    if kind == TWICE:
        now = correct(now, chance, number)
    if kind == NO_OFFSETS:
        made = [(replace(decision, start=None, end=None), numbers) for decision, numbers in made]
    layout = lay_out(now)
    placed = place_all([decision for decision, _ in made], layout.segments)
    for (decision, numbers), found in zip(made, placed, strict=True):
        yield Case(decision, numbers, found, layout)


def many(files: Sequence[Path]) -> tuple[list[Decision], list[Segment]]:
    """Return 10,000 decisions on an interview of 200 segments, and these after 200 edits."""
    chance, number = random.Random(1), Numbered()
    turns = [turn for file in files for turn in read(file, chance, number, 0.2)]
    turns = turns[: 200 * len(turns) // len(lay_out(turns).segments)]
    then = lay_out(turns)
    made: list[Decision] = []
    while len(made) < 10_000:
        made += [decision for decision, _ in decide(then, chance, 1.0, (2, 4, 9, 25))]
    return made[:10_000], lay_out(correct(turns, chance, number, edits=200)).segments


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path("tests/demo/gold"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.json"))
    seeds = range(options.first, options.first + options.seeds)
    print(
        "| correction | decisions | right, of those whose words are there | listed | gone, listed | wrong |"
    )
    print("|---|---|---|---|---|---|")
    for kind in KINDS:
        cases = [case for seed in seeds for case in trial(files[seed % len(files)], seed, kind)]
        counts = Counter(case.outcome for case in cases)
        there = counts[RIGHT] + counts[LISTED] + counts[WRONG]
        print(
            f"| {kind} | {len(cases):,} | {counts[RIGHT] / there:.4f} | {counts[LISTED]} | {counts[GONE]} "
            f"| {counts[WRONG]} |"
        )
        if options.show:
            print("\n".join(case.report() for case in cases if case.outcome in (WRONG, LISTED)))
    made, segments = many(files)
    begun = time.perf_counter()
    place_all(made, segments)
    spent = time.perf_counter() - begun
    print(f"\n{len(made):,} decisions on {len(segments)} segments: {spent:.1f} s")


if __name__ == "__main__":
    main()
