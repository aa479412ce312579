"""What a document can draw on: interviews, codebook and tables, and the figures that follow from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from interview_coding.codebook import Code, Codebook, Theme
from interview_coding.decisions import CONFIRMED, DISPUTED, LOST, REJECTED, SUGGESTED
from interview_coding.disclosure import Description, descriptions, held_by_enough, informant, informants
from interview_coding.sheet import Interview
from interview_coding.synthesis.wording import percent


@dataclass(frozen=True)
class Count:
    """How often a code or theme stands with one status: interviews, and segments."""

    interviews: int
    segments: int


@dataclass(frozen=True)
class Material:
    """The material of one document.

    Parameters
    ----------
    title
        The partnership, or the heading of the document across partnerships.
    across
        Whether the document compares partnerships.
    interviews
        The interviews it rests on, partnership by partnership and wave by wave.
    codebook
        The codebook that the codings refer to.
    language_model
        What `LanguageModel.as_dict` gave.
    segments, sentences, suggestions, decisions, codings
        The tables of these interviews.
    quotes_per_code
        The most quotes given for a code.
    min_informants
        The fewest informants of a partnership of whom anything is said that could tell who they are.
    strict
        Whether that holds for codes as such: those that fewer stand behind are not counted.
    text_sent_to
        Where a language model read the segments; "" if none did.
    """

    title: str
    across: bool
    interviews: tuple[Interview, ...]
    codebook: Codebook
    language_model: Mapping[str, Any]
    segments: pd.DataFrame
    sentences: pd.DataFrame
    suggestions: pd.DataFrame
    decisions: pd.DataFrame
    codings: pd.DataFrame
    quotes_per_code: int
    min_informants: int
    strict: bool = False
    text_sent_to: str = ""

    @cached_property
    def by_id(self) -> dict[str, Interview]:
        """The interviews by their ids."""
        return {interview.interview_id: interview for interview in self.interviews}

    @cached_property
    def texts(self) -> dict[tuple[str, str], tuple[int, str]]:
        """Where each segment starts in its interview, and its words, by interview and segment id."""
        rows = self.segments.itertuples()
        return {(row.interview_id, row.segment_id): (int(row.start), row.text) for row in rows}

    @cached_property
    def sentence_spans(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """Start and end of each sentence in the interview, by interview and segment id."""
        spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for row in self.sentences.itertuples():
            spans.setdefault((row.interview_id, row.segment_id), []).append((int(row.start), int(row.end)))
        return spans

    @property
    def partnerships(self) -> list[str]:
        """The partnerships, sorted."""
        return sorted({interview.partnership for interview in self.interviews})

    @property
    def waves(self) -> list[int]:
        """The waves, sorted."""
        return sorted({interview.wave for interview in self.interviews})

    def interviewed(self, wave: int | None = None, partnership: str | None = None) -> int:
        """Return the number of interviews, of a wave or partnership if given."""
        return sum(wave in (None, i.wave) and partnership in (None, i.partnership) for i in self.interviews)

    @cached_property
    def descriptions(self) -> dict[str, Description]:
        """What may be said of the speakers that may be quoted, by interview id."""
        return descriptions(self.interviews, self.min_informants)

    @property
    def waves_told(self) -> bool:
        """Whether of each speaker that is quoted the wave may be said."""
        return all(description.wave for description in self.descriptions.values())

    @property
    def few(self) -> list[str]:
        """The partnerships of too few informants to quote them, sorted."""
        return [
            partnership
            for partnership in self.partnerships
            if informants(i for i in self.interviews if i.partnership == partnership) < self.min_informants
        ]

    @cached_property
    def every_coding(self) -> pd.DataFrame:
        """The codings with the theme, wave, partnership and informant of each."""
        interviews = self.codings["interview_id"].map(self.by_id)
        return self.codings.assign(
            theme=self.codings["code"].map(lambda code: code.partition(".")[0]),
            wave=interviews.map(lambda interview: interview.wave),
            partnership=interviews.map(lambda interview: interview.partnership),
            informant=interviews.map(informant),
        )

    @cached_property
    def coded(self) -> pd.DataFrame:
        """The codings that the document may count and quote, as `every_coding` gives them."""
        if not self.strict:
            return self.every_coding
        return held_by_enough(self.every_coding, ["partnership", "code", "status"], self.min_informants)

    @property
    def reviewed(self) -> bool:
        """Whether any coder has decided anything that holds."""
        return bool((self.every_coding["status"] != SUGGESTED).any())

    @property
    def basis(self) -> str:
        """The status that counts as found: confirmed, or suggested while nothing has been reviewed."""
        return CONFIRMED if self.reviewed else SUGGESTED

    @property
    def found(self) -> pd.DataFrame:
        """The codings that the document counts as found."""
        return self.coded[self.coded["status"] == self.basis]

    @property
    def found_by_wave(self) -> pd.DataFrame:
        """Those of `found` that may be counted wave by wave.

        If `strict`, these are the codes that in each wave either nobody stands behind or enough informants.
        """
        found = self.found
        if not self.strict or found.empty:
            return found
        enough = held_by_enough(found, ["partnership", "code", "wave"], self.min_informants)
        whole = found.index.isin(enough.index)
        return found[
            pd.Series(whole, found.index).groupby([found["partnership"], found["code"]]).transform("all")
        ]

    @property
    def untold(self) -> set[str]:
        """The codes that count as found, but not in any number of the document: too few stand behind them."""
        every = self.every_coding
        return set(every[every["status"] == self.basis]["code"]) - set(self.found["code"])

    def statuses(self, wave: int | None = None) -> dict[str, int]:
        """Return the number of codings by status, of a wave if given."""
        every = self.every_coding
        chosen = every if wave is None else every[every["wave"] == wave]
        counts = chosen["status"].value_counts()
        return {s: int(counts.get(s, 0)) for s in (CONFIRMED, DISPUTED, REJECTED, SUGGESTED)}

    def suggested(self, wave: int | None = None) -> int:
        """Return the number of suggestions, of a wave if given."""
        if wave is None:
            return len(self.suggestions)
        of_wave = {i for i, interview in self.by_id.items() if interview.wave == wave}
        return int(self.suggestions["interview_id"].isin(of_wave).sum())

    def decided(self, wave: int | None = None) -> int:
        """Return the number of suggestions that a coder has decided on."""
        return self.suggested(wave) - self.statuses(wave)[SUGGESTED]

    def reviewed_share(self, wave: int | None = None) -> str:
        """Return the share of suggestions that a coder has decided on."""
        return percent(self.decided(wave), self.suggested(wave))

    def coders(self) -> list[str]:
        """Return the coders of whom a decision holds, sorted."""
        standing = (self.decisions["holds"] == 1) & (self.decisions["decision"] != "withdraw")
        return sorted(set(self.decisions[standing]["coder"]))

    def lost_decisions(self) -> int:
        """Return the number of decisions that could not be placed."""
        return int((self.decisions["placement"] == LOST).sum())

    def count(self, rows: pd.DataFrame) -> Count:
        """Count codings: distinct interviews, and distinct segments."""
        pairs = rows[["interview_id", "segment_id"]].drop_duplicates()
        return Count(int(pairs["interview_id"].nunique()), len(pairs))

    def code_counts(self, wave: int | None = None) -> dict[str, Count]:
        """Return how often each code that was found was found, the most frequent first."""
        rows = self.found if wave is None else self.found_by_wave
        rows = rows if wave is None else rows[rows["wave"] == wave]
        counts = {str(code): self.count(part) for code, part in rows.groupby("code")}
        order = list(self.codebook.codes)
        return dict(
            sorted(
                counts.items(),
                key=lambda item: (-item[1].interviews, -item[1].segments, order.index(item[0])),
            )
        )

    def themes(self, question: str) -> list[tuple[Theme, list[Code]]]:
        """Return the themes and codes that answer a main question, in the order of the review."""
        chosen = []
        for theme in ordered(self.codebook):
            codes = [code for code in theme.codes if code.question == question]
            if codes:
                chosen.append((theme, codes))
        return chosen


_REVIEW_ORDER = "agenda kerne udfordring facilitering inddragelse fremmer haemmer evaluering virkning"


def ordered(codebook: Codebook) -> list[Theme]:
    """Return the themes in the order in which the review treats them, others after by id."""
    known: Sequence[str] = _REVIEW_ORDER.split()
    rank = {theme: number for number, theme in enumerate(known)}
    return sorted(codebook.themes, key=lambda theme: (rank.get(theme.id, len(rank)), theme.id))
