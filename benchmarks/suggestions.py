"""Measure the suggestions against interviews with gold codes.

    python benchmarks/suggestions.py FOLDER [--codebook codebook] [--figures FOLDER] [--learning] [--queue]

FOLDER holds interviews as JSON: turns with speaker, text and codes. The engines learn from the codebook
alone, its practice interviews included; nothing is fitted on the interviews that are measured. Beside them
stand baselines, and intervals from 1,000 bootstrap samples of interviews.

--learning  also learns from 1, 3 and 5 of the interviews and measures another one (each once, by rotation)
--queue     also simulates the order of review against random order, on practice interviews
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from interview_coding.codebook import Codebook, read_codebook
from interview_coding.engines import Example, Passage, Suggester, gather
from interview_coding.engines.indicators import IndicatorsEngine
from interview_coding.engines.material import Material
from interview_coding.engines.vectors import LETTERS, WORDS, Vectors
from interview_coding.language import load
from interview_coding.language.pipeline import AUTO
from interview_coding.pseudonyms.pseudonymise import pseudonymise
from interview_coding.review_queue import review_queue
from interview_coding.suggestions import LEAST_SCORE
from interview_coding.tables import SCORES
from interview_coding.text import Turn

INTERVIEWERS = {"interviewer", "i"}
PRECISION = 0.8
SAMPLES = 1000
KNOWN = 16
"""So many practice interviews are known when the order of review is simulated."""
QUEUE_SIZES = (250, 500, 1000)
RANDOM_ORDERS = (0, 1)
LEARNT_FROM = (1, 3, 5)


@dataclass(frozen=True)
class Talk:
    """Interviews with gold codes: respondents' turns, whose they are, and their codes (turns, codes)."""

    passages: list[Passage]
    examples: list[Example]
    owners: np.ndarray
    truth: np.ndarray

    def of(self, rows: np.ndarray) -> Talk:
        """Return some of the turns."""
        return Talk(
            [self.passages[row] for row in rows],
            [self.examples[row] for row in rows],
            self.owners[rows],
            self.truth[rows],
        )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codebook", type=Path, default=Path("codebook"))
    parser.add_argument("--figures", type=Path, help="folder for the reliability plot")
    parser.add_argument("--learning", action="store_true")
    parser.add_argument("--queue", action="store_true")
    arguments = parser.parse_args()

    nlp, _ = load(AUTO)
    codebook = read_codebook(arguments.codebook)
    talk = read_talk(arguments.folder, codebook, nlp)
    interviews = len(set(talk.owners.tolist()))
    print(f"{interviews} interviews, {len(talk.passages)} respondent turns, {int(talk.truth.sum())} codes")
    print(f"codebook {codebook.version}, {len(codebook.practice)} turns of practice interviews")

    started = time.perf_counter()
    material = gather(codebook, nlp)
    annotated = time.perf_counter()
    suggester = Suggester.train(material, PRECISION)
    trained = time.perf_counter()
    print(f"annotating {annotated - started:.1f} s, training {trained - annotated:.1f} s")

    probability = suggester.score(talk.passages)
    systems: dict[str, tuple[np.ndarray, np.ndarray]] = {
        "all engines": (probability, probability >= suggester.thresholds)
    }
    for name, scores in baselines(codebook, material, talk, nlp).items():
        systems[name] = scores, best_shown(scores, int(systems["all engines"][1].sum()))
    table(systems, talk)
    speed(suggester, talk)
    if arguments.figures:
        reliability(probability, talk.truth, arguments.figures)
    if arguments.learning:
        learning(material, talk)
    if arguments.queue:
        simulate_queue(material, talk)


def read_talk(folder: Path, codebook: Codebook, nlp: Any) -> Talk:
    """Return the respondents' turns of interviews and their questions, pseudonymised as a run does it."""
    codes = list(codebook.codes)
    examples, passages, owners, truth = [], [], [], []
    for number, file in enumerate(sorted(folder.glob("*.json"))):
        question: Any = None
        turns = json.loads(file.read_text(encoding="utf-8"))["turns"]
        said = [Turn(turn["speaker"], "", turn["text"]) for turn in turns]
        docs = pseudonymise(file.stem, said, [nlp(turn.text) for turn in said], nlp).docs
        for turn, doc in zip(turns, docs, strict=True):
            if turn["speaker"].lower() in INTERVIEWERS:
                question = doc
                continue
            asked = question.text if question is not None else ""
            examples.append(Example(doc.text, tuple(turn["codes"]), "", asked, file.stem, decided=True))
            passages.append(Passage(doc, question))
            owners.append(number)
            truth.append([code in turn["codes"] for code in codes])
    return Talk(passages, examples, np.array(owners), np.array(truth))


def baselines(codebook: Codebook, material: Material, talk: Talk, nlp: Any) -> dict[str, np.ndarray]:
    """Return the scores of simpler ways, each with shape (turns, codes)."""
    texts = [passage.text for passage in talk.passages]
    labels = [nlp(code.label) for code in codebook.codes.values()]
    spoken, _ = Vectors.fit(LETTERS, [*labels, *texts])
    indicators = IndicatorsEngine(material.patterns)
    exemplars = [n for n, e in enumerate(material.examples) if e.source.startswith("eksempel")]
    targets = material.targets[exemplars]
    words, known = Vectors.fit(WORDS, [material.passages[n].text for n in exemplars])
    alike = (words.of(texts) @ known.T).toarray()
    nearest = np.stack([(alike * targets[:, column]).max(axis=1) for column in range(targets.shape[1])], 1)
    frequent = material.targets[material.talk].mean(axis=0)
    return {
        "labels only": (spoken.of(texts) @ spoken.of(labels).T).toarray(),
        "indicators only": indicators.measure(talk.passages).sum(axis=2),
        "TF-IDF, nearest exemplar": nearest,
        "most frequent codes": np.tile(frequent, (len(texts), 1)),
    }


def best_shown(scores: np.ndarray, count: int) -> np.ndarray:
    """Return as shown as many scores as count, the best ones over 0: baselines have no thresholds."""
    least = np.sort(scores.ravel())[-count] if count else np.inf
    shown: np.ndarray = (scores >= max(least, 1e-9)) & (scores > 0)
    return shown


MEASURES: dict[str, Callable[[np.ndarray, np.ndarray, np.ndarray], float]] = {
    "hit@1": lambda p, s, t: float(t[t.any(1), p[t.any(1)].argmax(axis=1)].mean()),
    "recall@3": lambda p, s, t: recall(p, t, 3),
    "recall@5": lambda p, s, t: recall(p, t, 5),
    "micro-F1": lambda p, s, t: f1(s, t),
    "macro-F1": lambda p, s, t: float(np.mean([f1(s[:, c], t[:, c]) for c in np.flatnonzero(t.any(0))])),
    "precision": lambda p, s, t: float((s & t).sum() / max(1, s.sum())),
    "recall": lambda p, s, t: float((s & t).sum() / t.sum()),
    "shown a turn": lambda p, s, t: float(s.sum() / len(t)),
    "silent": lambda p, s, t: float((~s[~t.any(1)].any(1)).mean()),
}


def table(systems: dict[str, tuple[np.ndarray, np.ndarray]], talk: Talk) -> None:
    """Print a table of measures by system, with intervals for the first."""
    first = next(iter(systems))
    rows: dict[str, list[str]] = {name: [] for name in MEASURES}
    draws = [
        np.concatenate([np.flatnonzero(talk.owners == o) for o in chosen])
        for chosen in np.random.default_rng(0).choice(talk.owners.max() + 1, (SAMPLES, talk.owners.max() + 1))
    ]
    for name, (probability, shown) in systems.items():
        for measure, value in MEASURES.items():
            cell = f"{value(probability, shown, talk.truth):.3f}"
            if name == first:
                drawn = [value(probability[d], shown[d], talk.truth[d]) for d in draws]
                cell += " ({:.3f}-{:.3f})".format(*np.percentile(drawn, (2.5, 97.5)))
            rows[measure].append(cell)
    print("\n| | " + " | ".join(systems) + " |\n|---" * 1 + "|---" * len(systems) + "|")
    for measure, cells in rows.items():
        print(f"| {measure} | " + " | ".join(cells) + " |")
    probability, shown = systems[first]
    print(
        f"\nexpected calibration error, shown: {calibration_error(probability[shown], talk.truth[shown]):.3f}"
    )
    some = probability >= LEAST_SCORE
    print(f"expected calibration error, all from {LEAST_SCORE}: ", end="")
    print(f"{calibration_error(probability[some], talk.truth[some]):.3f}")


def recall(probability: np.ndarray, truth: np.ndarray, k: int) -> float:
    """Return the share of codes that are among the k most probable of their turn."""
    top = np.zeros_like(truth)
    ranks = (-probability).argsort(axis=1, kind="stable")
    np.put_along_axis(top, ranks[:, :k], True, axis=1)
    return float((top & truth).sum() / truth.sum())


def f1(shown: np.ndarray, truth: np.ndarray) -> float:
    """Return the harmonic mean of precision and recall."""
    return float(2 * (shown & truth).sum() / max(1, shown.sum() + truth.sum()))


def calibration_error(probability: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error over ten equal bins (Naeini et al. 2015)."""
    bins = np.minimum((probability * 10).astype(int), 9)
    gaps = [abs(probability[bins == b].mean() - truth[bins == b].mean()) for b in set(bins)]
    weights = [(bins == b).mean() for b in set(bins)]
    return float(np.dot(gaps, weights)) if gaps else 0.0


def reliability(probability: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    """Draw how often suggestions are right by how probable they were said to be."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    some = probability >= LEAST_SCORE
    p, t = probability[some], truth[some]
    bins = np.minimum((p * 10).astype(int), 9)
    known = sorted(set(bins.tolist()))
    figure, axes = pyplot.subplots(figsize=(4.5, 4.5))
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.plot([p[bins == b].mean() for b in known], [t[bins == b].mean() for b in known], "o-")
    for b in known:
        axes.annotate(str((bins == b).sum()), (p[bins == b].mean(), t[bins == b].mean()), fontsize=8)
    axes.set(xlabel="probability", ylabel="share right (number of codes)", xlim=(0, 1), ylim=(0, 1))
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / "reliability.png", dpi=150, bbox_inches="tight")
    print(f"{folder / 'reliability.png'} is drawn.")


def speed(suggester: Suggester, talk: Talk) -> None:
    """Print how many segments are scored a second, best of three, annotation not counted."""
    many = talk.passages * 5
    times = []
    for _ in range(3):
        started = time.perf_counter()
        suggester.score(many)
        times.append(time.perf_counter() - started)
    print(f"{len(many) / min(times):,.0f} segments a second")


def taught(material: Material, talk: Talk) -> Suggester:
    """Return a suggester that has also learnt from coded talk."""
    more = replace(
        material,
        examples=(*material.examples, *talk.examples),
        passages=(*material.passages, *talk.passages),
    )
    return Suggester.train(more, PRECISION)


def learning(material: Material, talk: Talk) -> None:
    """Print what learning from 1, 2, ... coded interviews does for those that are left."""
    count = int(talk.owners.max()) + 1
    print(
        "\n| interviews learnt from | hit@1 | recall@3 | recall@5 | micro-F1 | micro-F1 without, same turns |"
    )
    print("|---|---|---|---|---|---|")
    plain = Suggester.train(material, PRECISION)
    for known in LEARNT_FROM:
        pooled: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        without: list[tuple[np.ndarray, np.ndarray]] = []
        for start in range(count):
            own = [(start + n) % count for n in range(known)]
            left = (start + known) % count
            suggester = taught(material, talk.of(np.flatnonzero(np.isin(talk.owners, own))))
            tried = talk.of(np.flatnonzero(talk.owners == left))
            probability = suggester.score(tried.passages)
            pooled.append((probability, probability >= suggester.thresholds, tried.truth))
            without.append((plain.score(tried.passages) >= plain.thresholds, tried.truth))
        p, s, t = (np.concatenate(parts) for parts in zip(*pooled, strict=True))
        cells = [MEASURES[m](p, s, t) for m in ("hit@1", "recall@3", "recall@5", "micro-F1")]
        cells.append(f1(*(np.concatenate(parts) for parts in zip(*without, strict=True))))
        print(f"| {known} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |", flush=True)


def simulate_queue(material: Material, talk: Talk) -> None:
    """Print what the first reviewed turns teach, in the order of review and in random order.

    The project is played by the practice interviews: `KNOWN` of them are known from the start, the turns of
    the others are reviewed, and the interviews with gold codes are measured.
    """
    pool = np.flatnonzero(material.interviews >= KNOWN)
    start = trained_on(material, np.flatnonzero(material.interviews < KNOWN))
    scores = start.score([material.passages[row] for row in pool])
    orders = [in_queue(scores, pool), *(np.random.default_rng(n).permutation(pool) for n in RANDOM_ORDERS)]
    print("\n| turns reviewed | codings, in order / random | micro-F1, in order of review | random order |")
    print("|---|---|---|---|")
    print(f"| 0 | 0 / 0 | {measured_f1(start, talk):.3f} | |")
    for size in QUEUE_SIZES:
        found, codings = [], []
        for order in orders:
            known = np.concatenate([np.flatnonzero(material.interviews < KNOWN), order[:size]])
            found.append(measured_f1(trained_on(material, np.sort(known)), talk))
            codings.append(material.targets[order[:size]].sum())
        line = f"| {size} | {codings[0]:.0f} / {np.mean(codings[1:]):.0f} | {found[0]:.3f} "
        print(f"{line}| {np.mean(found[1:]):.3f} |", flush=True)


def trained_on(material: Material, rows: np.ndarray) -> Suggester:
    """Return a suggester that has learnt from some of the material."""
    examples = tuple(material.examples[row] for row in rows)
    passages = tuple(material.passages[row] for row in rows)
    return Suggester.train(replace(material, examples=examples, passages=passages), PRECISION)


def measured_f1(suggester: Suggester, talk: Talk) -> float:
    """Return the micro-F1 of what a suggester shows of talk."""
    return f1(suggester.score(talk.passages) >= suggester.thresholds, talk.truth)


def in_queue(scores: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the turns in the order of review, then those that nothing speaks for."""
    frame: pd.DataFrame = SCORES.frame(
        {"interview_id": "x", "segment_id": str(row), "code": str(column), "score": scores[at, column]}
        for at, row in enumerate(rows)
        for column in np.flatnonzero(scores[at] >= LEAST_SCORE)
    )
    queue = [int(place["segment_id"]) for place in review_queue(frame)]
    return np.array([*queue, *sorted(set(rows.tolist()) - set(queue))])


if __name__ == "__main__":
    main()
