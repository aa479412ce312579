"""Who is named in an interview: runs of words that may be a person's name, and how sure that is.

A name is known by several signs: the lists, a capital inside a sentence, the pipeline's judgement, the words
around it (»jeg hedder ...«, »min søn ...«), and the same name elsewhere in the interview. No sign is enough
by itself: lists hold words (»Bo«, »Storm«), and pipelines miss names that their training text lacks (Lassen
et al. 2023, Detecting intersectionality in NER models, show it for minority names in Danish). A run is
certain and is replaced, or doubtful and left to a person to decide, or no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.judging import LOOKS_LIKE, MAY_LOOK_LIKE, Verdict, judge
from interview_coding.pseudonyms.surroundings import (
    answers_for_name,
    is_role,
    is_title,
    named_after,
    says_name,
    says_person,
    speaks,
)
from interview_coding.pseudonyms.words import ADDRESSED, PARTICLES, Word, genitive, is_misspelt

_SAINT = frozenset({"sankt", "skt", "sct"})
_JOINED = frozenset({"og", "eller", "samt"})
_FEW_CAPITALS = 0.01
"""The share of words with a capital below which a transcript was written without capitals."""


@dataclass(frozen=True)
class Run:
    """Words in a row that may be one name: from `first` up to, not including, `last` in turn `turn`."""

    turn: int
    first: int
    last: int
    verdict: Verdict


def find_runs(
    texts: Sequence[str], words: Sequence[Sequence[Word]], answers: Mapping[str, bool], known: frozenset[str]
) -> list[Run]:
    """Find the names of persons in an interview.

    Parameters
    ----------
    texts
        The turns.
    words
        Per turn its words.
    answers
        Word forms on which a person has decided: whether they name someone.
    known
        Names, in lower case and word by word, that are known to be persons' of this interview.

    Returns
    -------
    list of Run
        The certain and the doubtful ones, by turn and place; none overlap.
    """
    search = _Search(texts, words, answers, known)
    first = [run for turn in range(len(texts)) for run in search.capitalised(turn)]
    names = known | search.bases(first)
    second = [search.again(run, names) for run in search.beside(first)]
    names |= search.bases(second)
    maybe = search.bases(second, Verdict.DOUBTFUL)
    second = [search.doubted(run, maybe) for run in second]
    taken = {(run.turn, place) for run in second if run.verdict for place in range(run.first, run.last)}
    lower = [run for turn in range(len(texts)) for run in search.lower(turn, names, taken)]
    return sorted((run for run in [*second, *lower] if run.verdict), key=lambda run: (run.turn, run.first))


class _Search:
    """The search in one interview; its methods look at runs one at a time."""

    def __init__(
        self,
        texts: Sequence[str],
        words: Sequence[Sequence[Word]],
        answers: Mapping[str, bool],
        known: frozenset[str],
    ) -> None:
        self._texts = texts
        self._words = words
        self._answers = answers
        self._answered = frozenset(form.casefold() for form in answers)
        self._known = known
        capitals = sum(word.capital for turn in words for word in turn)
        self._has_capitals = capitals >= _FEW_CAPITALS * sum(map(len, words))

    def bases(self, runs: Iterable[Run], verdict: Verdict = Verdict.CERTAIN) -> frozenset[str]:
        """Return the words of the runs so judged, in lower case and without a genitive's s."""
        return frozenset(
            word.form.base
            for run in runs
            if run.verdict is verdict
            for word in self._of(run)
            if len(word.text) > 1 and word.text not in PARTICLES | ADDRESSED
        )

    def _of(self, run: Run) -> Sequence[Word]:
        return self._words[run.turn][run.first : run.last]

    def capitalised(self, turn: int) -> Iterator[Run]:
        """Yield the runs of capitalised words of a turn that may be names, judged by themselves."""
        words = self._words[turn]
        place = 0
        while place < len(words):
            last = self._end_of_run(words, place)
            is_saint = place > 0 and words[place - 1].form.base in _SAINT
            if last > place and not is_saint:
                place += _opens_only(words[place:last])
                verdict = self._judge(turn, place, last)
                titled = verdict is Verdict.CERTAIN and place and words[place - 1].text in ADDRESSED
                yield Run(turn, place - 1 if titled else place, last, verdict)
            place = max(last, place + 1)

    def _end_of_run(self, words: Sequence[Word], first: int) -> int:
        """Return where the run that begins at `first` ends; `first` itself if none begins there."""
        following = words[first + 1 : first + 2]
        if len(words[first].text) == 1 and not (following and following[0].gap in (". ", ".")):
            return first
        titled = first > 0 and words[first].capital and is_title(words[first - 1])
        if not titled and not self._may_be_name(words[first]):
            return first
        last = first + 1
        while last < len(words):
            word = words[last]
            follows = word.gap in (" ", "- ") or (word.gap in (". ", ".") and len(words[last - 1].text) == 1)
            if follows and (self._may_be_name(word) and not (word.opens and word.gap == " ")):
                last += 1
            elif (
                follows
                and word.text in PARTICLES
                and last + 1 < len(words)
                and words[last + 1].gap in (" ", "-")
                and self._may_be_name(words[last + 1])
            ):
                last += 2
            else:
                break
        return first if len(words[last - 1].text) == 1 else last

    def _may_be_name(self, word: Word) -> bool:
        if not word.capital or word.text in ADDRESSED:
            return False
        if (answer := self._answer(word)) is not None:
            return answer
        form = word.form
        is_initial = len(word.text) == 1
        return is_initial or form.name or form.unknown or form.base in self._known or word.is_person

    def _answer(self, word: Word) -> bool | None:
        """Return what a person has decided on a word, in the genitive or not; None if nothing."""
        if word.text in self._answers:
            return self._answers[word.text]
        return self._answers.get(word.text[: len(word.text) - genitive(word.text, self._answered)])

    def _judge(self, turn: int, first: int, last: int) -> Verdict:
        words = self._words[turn][first:last]
        if any(self._answer(word) or word.form.base in self._known for word in words):
            return Verdict.CERTAIN
        if self._names_something_else(words):
            return Verdict.NO
        return max(judge(words), self._judge_around(turn, first, last))

    def _names_something_else(self, words: Sequence[Word]) -> bool:
        """Tell whether the lists know the run for a place or an organisation."""
        whole = " ".join(word.text for word in words).casefold()
        end = words[-1].form.base
        if len(words) > 1 and (whole in lists.places() or whole in lists.organisations()):
            return True
        if end in lists.organisation_words() or any(end.endswith(ending) for ending in lists.place_words()):
            return not words[-1].form.surname
        return False

    def _judge_around(self, turn: int, first: int, last: int) -> Verdict:
        """Judge a run by the words before and after it."""
        text, words = self._texts[turn], self._words[turn]
        one, form = words[first], words[first].form
        if not (form.name or form.unknown or form.likeness >= LOOKS_LIKE):
            return Verdict.NO
        likely = form.name or one.is_person or form.likeness >= LOOKS_LIKE
        asked = form.name and turn > 0 and answers_for_name(self._texts[turn - 1], first)
        if says_person(text, one.start) or named_after(text, words[last - 1].end) or asked:
            return Verdict.CERTAIN
        if says_name(text, one.start):
            return Verdict.CERTAIN if likely and one.entity in ("", "PER") else Verdict.DOUBTFUL
        before = words[max(0, first - 2) : first] if one.gap in (" ", ", ", ". ") else ()
        if before and is_title(before[-1]):
            return Verdict.CERTAIN
        if before and not form.place and is_role(before):
            return Verdict.CERTAIN if likely else Verdict.DOUBTFUL
        follows = words[last : last + 1]
        if form.name and follows and follows[0].gap == " " and speaks(follows[0]):
            return Verdict.CERTAIN
        return Verdict.NO

    def beside(self, runs: Sequence[Run]) -> Iterator[Run]:
        """Yield runs, those joined to a certain one by »og« made certain where they are names too."""
        certain = {(run.turn, run.first) for run in runs if run.verdict is Verdict.CERTAIN}
        ends = {(run.turn, run.last) for run in runs if run.verdict is Verdict.CERTAIN}
        for run in runs:
            words = self._words[run.turn]
            joined_after = run.last < len(words) and words[run.last].text in _JOINED
            joined_before = run.first and words[run.first - 1].text in _JOINED
            beside = (joined_after and (run.turn, run.last + 1) in certain) or (
                joined_before and (run.turn, run.first - 1) in ends
            )
            name = words[run.first].form.given and not words[run.first].form.place
            yield _judged(run, Verdict.CERTAIN) if beside and name else run

    def again(self, run: Run, names: frozenset[str]) -> Run:
        """Judge a run again, now that it is known who is named elsewhere in the interview."""
        if run.verdict is Verdict.CERTAIN or any(self._answer(w) is False for w in self._of(run)):
            return run
        words = self._of(run)
        if any(word.form.base in names for word in words) and not self._names_something_else(words):
            return _judged(run, Verdict.CERTAIN)
        if len(words) == 1 and is_misspelt(words[0].form.base, names):
            return _judged(run, Verdict.CERTAIN)
        return run

    def doubted(self, run: Run, maybe: frozenset[str]) -> Run:
        """Return a run as doubtful that was no name, where its word is doubted elsewhere in the interview."""
        words = self._of(run)
        if run.verdict or len(words) > 1 or self._answer(words[0]) is not None:
            return run
        return _judged(run, Verdict.DOUBTFUL) if words[0].form.base in maybe else run

    def lower(self, turn: int, names: frozenset[str], taken: set[tuple[int, int]]) -> Iterator[Run]:
        """Yield the names of a turn that are written in lower case."""
        words = self._words[turn]
        before: Run | None = None
        for place, word in enumerate(words):
            if word.capital or (turn, place) in taken or len(word.text) < 2:
                continue
            verdict = self._judge_lower(turn, place, names)
            continues = before is not None and before.last == place and word.gap == " "
            if verdict is Verdict.NO and continues and word.form.surname and not word.form.ordinary:
                verdict = before.verdict if before else verdict
            if verdict is Verdict.NO:
                continue
            if before and continues and before.verdict is verdict:
                before = Run(turn, before.first, place + 1, verdict)
            else:
                if before:
                    yield before
                before = Run(turn, place, place + 1, verdict)
        if before:
            yield before

    def _judge_lower(self, turn: int, place: int, names: frozenset[str]) -> Verdict:
        text, word = self._texts[turn], self._words[turn][place]
        form = word.form
        if (answer := self._answer(word)) is not None:
            return Verdict.CERTAIN if answer else Verdict.NO
        if form.base in names and (word.is_person or not form.ordinary):
            return Verdict.CERTAIN
        likely = form.name or (form.unknown and form.likeness >= LOOKS_LIKE)
        if not likely and not (word.is_person and form.unknown):
            return Verdict.NO
        asked = turn > 0 and answers_for_name(self._texts[turn - 1], place)
        if (form.certain and form.given) or asked or says_person(text, word.start):
            return Verdict.CERTAIN
        if form.base in names and form.given:
            return Verdict.DOUBTFUL
        if self._has_capitals:
            named = not form.ordinary and (word.is_person or says_name(text, word.start))
            return (Verdict.CERTAIN if form.name else Verdict.DOUBTFUL) if named else Verdict.NO
        if word.is_person:
            sure = form.name or form.likeness >= MAY_LOOK_LIKE
            return Verdict.CERTAIN if sure and not form.ordinary else Verdict.DOUBTFUL
        return Verdict.DOUBTFUL if says_name(text, word.start) else Verdict.NO


def _judged(run: Run, verdict: Verdict) -> Run:
    return Run(run.turn, run.first, run.last, verdict)


def _opens_only(words: Sequence[Word]) -> int:
    """Return 1 if the first of several words has its capital from its place alone, as in »Hils Mette«."""
    first = words[0]
    stray = first.opens and not first.form.given and first.form.likeness < LOOKS_LIKE
    return int(len(words) > 1 and stray and words[1].form.certain and words[1].form.given)
