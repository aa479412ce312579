"""Find what names a person in an interview: by form, by name, by the project's own lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_coding.marks import is_known
from interview_coding.pseudonyms.entities import name_of
from interview_coding.pseudonyms.initials import find_initials
from interview_coding.pseudonyms.judging import Verdict
from interview_coding.pseudonyms.known import Known
from interview_coding.pseudonyms.mentions import PERSON, Mention, overlaps, without_overlaps
from interview_coding.pseudonyms.patterns import find as find_identifiers
from interview_coding.pseudonyms.persons import find_runs
from interview_coding.pseudonyms.policy import find_others, whole_words
from interview_coding.pseudonyms.words import WORD, form_of, genitive, points, words_of
from interview_coding.text import Turn

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOTHING = Known()


@dataclass(frozen=True)
class Found:
    """What was found in an interview, per turn.

    Parameters
    ----------
    masked
        What is replaced.
    doubtful
        What may be a person's name and is left as it is until somebody has said.
    """

    masked: tuple[tuple[Mention, ...], ...]
    doubtful: tuple[tuple[Mention, ...], ...]


def find_all(turns: Sequence[Turn], docs: Sequence[Doc], known: Known = NOTHING) -> Found:
    """Find what names a person, and by `known` organisations and places, in an interview.

    Parameters
    ----------
    turns
        The interview as it was read.
    docs
        Per turn the text with sentences and names.
    known
        What is known beforehand.
    """
    texts = [turn.text for turn in turns]
    words = [words_of(text, doc) for text, doc in zip(texts, docs, strict=True)]
    persons: list[list[Mention]] = [[] for _ in texts]
    doubtful: list[list[Mention]] = [[] for _ in texts]
    titles = (match.group() for title in known.titles for match in WORD.finditer(title))
    answers = {word: False for word in titles if not (form_of(word).certain and form_of(word).given)}
    runs = find_runs(texts, words, {**answers, **known.answers}, _known_words(turns, known))
    named = {word.form.base for run in runs for word in words[run.turn][run.first : run.last]}
    for run in runs:
        chosen = words[run.turn][run.first : run.last]
        start, end = chosen[0].start, chosen[-1].end - genitive(chosen[-1].text, named)
        mention = Mention(start, end, PERSON, texts[run.turn][start:end])
        (persons if run.verdict is Verdict.CERTAIN else doubtful)[run.turn].append(mention)
    listed = whole_words(name for person in known.persons for name in person.names if " " in name)
    for turn, text in enumerate(texts):
        for match in listed.finditer(text) if listed else ():
            persons[turn].append(Mention(match.start(), match.end(), PERSON, match.group()))
    full = {name_of(mention.form) for turn in persons for mention in turn}
    full |= {name_of(spelling) for person in known.persons for spelling in person.names}
    for turn, text in enumerate(texts):
        for mention, verdict in find_initials(text, full):
            (persons if verdict is Verdict.CERTAIN else doubtful)[turn].append(mention)
    others = find_others(texts, words, docs, known)
    masked = [
        _by_precedence([find_identifiers(text), persons[turn], others[turn]])
        for turn, text in enumerate(texts)
    ]
    return Found(
        tuple(masked),
        tuple(
            tuple(_beside(kept, without_overlaps(found)))
            for kept, found in zip(masked, doubtful, strict=True)
        ),
    )


def name_in_label(label: str) -> str:
    """Return the name that a speaker's label in a transcript holds; "" if it holds none.

    >>> name_in_label("Interviewer Nanna"), name_in_label("Preben (butiksejer)"), name_in_label("R1")
    ('Nanna', 'Preben', '')
    >>> name_in_label("Frivillig fra kommunen")
    ''
    """
    words = re.sub(r"[(\[].*?[)\]]", " ", label).replace(":", " ").split()
    name = [word for word in words if word[0].isalpha() and not is_known(word)]
    return " ".join(name) if len(name) == 1 or any(map(points, name)) else ""


def _known_words(turns: Iterable[Turn], known: Known) -> frozenset[str]:
    """Return the words of the names that are known beforehand: the project's list, the speakers, the key."""
    listed = (spelling for person in known.persons for spelling in person.names)
    spoken = (name_in_label(turn.label) for turn in turns)
    before = (row.form for row in known.key if row.kind == PERSON)
    names = [WORD.findall(name) for name in {*listed, *spoken, *before}]
    telling = (word for name in names for word in name if points(word) or len(name) == 1)
    return frozenset(form_of(word).base for word in telling if len(word) > 1)


def _by_precedence(groups: Iterable[Sequence[Mention]]) -> tuple[Mention, ...]:
    """Return mentions that do not overlap, those of earlier groups before those of later ones."""
    kept: list[Mention] = []
    for group in groups:
        whole = without_overlaps(group)
        rests = (rest for m in whole if m.kind == PERSON and overlaps(m, kept) for rest in _rests(m, kept))
        kept = sorted([*kept, *_beside(kept, whole), *rests])
    return tuple(kept)


def _rests(person: Mention, kept: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the words of a person's name that stand beside what is kept: »Karen« in »Karen Holm@prøve.dk«."""
    for match in WORD.finditer(person.form):
        start, end = person.start + match.start(), person.start + match.end()
        rest = Mention(start, end - genitive(match.group()), PERSON, match.group())
        if len(match.group()) > 1 and not overlaps(rest, kept):
            yield rest


def _beside(kept: Sequence[Mention], mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that overlap none of those kept."""
    return [mention for mention in mentions if not overlaps(mention, kept)]
