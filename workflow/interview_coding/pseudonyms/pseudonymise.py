"""Put labels in place of names and other identifiers, in an interview's turns and in their annotation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_coding.pseudonyms.entities import People, name_of
from interview_coding.pseudonyms.finding import NOTHING, Found, find_all, name_in_label
from interview_coding.pseudonyms.known import Known
from interview_coding.pseudonyms.labels import LABELS
from interview_coding.pseudonyms.mentions import PERSON, KeyRow, Mention
from interview_coding.pseudonyms.policy import Labels
from interview_coding.pseudonyms.questions import Question, context
from interview_coding.pseudonyms.relabel import Change, change_doc, change_turn
from interview_coding.text import Turn

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_APOSTROPHE = re.compile(r"(?:s|(?<=[sxz]))['’](?!\w)", re.I)
_QUOTES = frozenset("'’‘")


@dataclass(frozen=True)
class Pseudonymised:
    """An interview with labels in place of names.

    Parameters
    ----------
    turns
        The turns; a speaker's name is replaced too.
    docs
        Their annotation, token by token as it was where nothing was replaced.
    key
        What was replaced by what, in order.
    questions
        The doubtful word forms, and those that somebody has decided on, as far as they stand here.
    """

    turns: tuple[Turn, ...]
    docs: tuple[Doc, ...]
    key: tuple[KeyRow, ...]
    questions: tuple[Question, ...]


def pseudonymise(
    interview_id: str, turns: Sequence[Turn], docs: Sequence[Doc], nlp: Language, known: Known = NOTHING
) -> Pseudonymised:
    """Put labels in place of what names persons and, as the project wants it, organisations and places.

    Parameters
    ----------
    interview_id
        For the key.
    turns, docs, known
        As `find_all` takes them.
    nlp
        The pipeline that made the docs; its tokenizer cuts the labels into tokens.
    """
    found = find_all(turns, docs, known)
    named = {turn.speaker: name for turn in turns if (name := name_in_label(turn.label))}
    shown = _speakers(named, known)
    spoken = {_in_text(shown[speaker]): name for speaker, name in named.items()}
    texts = [turn.text for turn in turns]
    names = [name_of(m.form) for mentions in found.masked for m in mentions if m.kind == PERSON]
    people = People(known, spoken, texts, names)
    others = Labels(known)

    def label(mention: Mention) -> str:
        if mention.kind == PERSON:
            return people.label(name_of(mention.form))
        return LABELS.get(mention.kind) or others.label(mention)

    labels = [[label(mention) for mention in mentions] for mentions in found.masked]
    changes = [
        [_change(text, m, new) for m, new in zip(mentions, row, strict=True)]
        for text, mentions, row in zip(texts, found.masked, labels, strict=True)
    ]
    counts = Counter(
        (new, mention.kind, mention.form)
        for mentions, row in zip(found.masked, labels, strict=True)
        for mention, new in zip(mentions, row, strict=True)
    )
    counts.update((_in_text(shown[t.speaker]), PERSON, named[t.speaker]) for t in turns if t.speaker in named)
    return Pseudonymised(
        tuple(
            replace(change_turn(turn, row), speaker=shown.get(turn.speaker, turn.speaker), label="")
            for turn, row in zip(turns, changes, strict=True)
        ),
        tuple(change_doc(doc, row, nlp) for doc, row in zip(docs, changes, strict=True)),
        tuple(KeyRow(interview_id, *what, count) for what, count in counts.items()),
        tuple(_questions(interview_id, texts, found, known)),
    )


def _speakers(named: Mapping[str, str], known: Known) -> dict[str, str]:
    """Return the label that each named speaker has, by the one that the reading gave.

    A speaker whom the key knows keeps the label; one who is new takes no label of somebody else's.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    for row in sorted(known.key, key=lambda row: not row.count):
        if row.kind == PERSON:
            before[row.form].append(row.label)
    shown: dict[str, str] = {}
    for speaker, name in named.items():
        if not speaker.startswith("["):
            shown[speaker] = speaker
            continue
        own = sorted(before[name], key=lambda label: label != speaker) or [speaker]
        others = {label for form in before if form != name for label in before[form]}
        taken = {*(others - {*before[name]}), *shown.values()}
        wanted = (*own, *(f"[Person {n}]" for n in range(1, len(taken) + 2)))
        shown[speaker] = next(label for label in wanted if label not in taken)
    return shown


def _change(text: str, mention: Mention, label: str) -> Change:
    """Return what puts a label in place of a mention; a genitive that is but an apostrophe becomes an s."""
    quoted = text[max(mention.start - 1, 0) : mention.start] in _QUOTES
    if not quoted and (match := _APOSTROPHE.match(text, mention.end)):
        return Change(mention.start, match.end(), f"{label}s")
    return Change(mention.start, mention.end, label)


def _in_text(label: str) -> str:
    """Return how a speaker is called in what others say."""
    return label if label.startswith("[") else f"[{label}]"


def _questions(interview_id: str, texts: Sequence[str], found: Found, known: Known) -> Iterator[Question]:
    for text, mentions in zip(texts, found.doubtful, strict=True):
        for mention in mentions:
            place = context(text, mention.start, mention.end)
            yield Question(mention.form, {interview_id: 1}, (f"{interview_id}: {place}",))
    for form in known.answers:
        count = sum(len(re.findall(rf"(?<!\w){re.escape(form)}(?=['’]?s?(?!\w))", text)) for text in texts)
        if count:
            yield Question(form, {interview_id: count})
