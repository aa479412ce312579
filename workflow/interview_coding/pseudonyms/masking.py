"""Put an interview's labels in place of names in what coders wrote: quotes and memos."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from interview_coding.pseudonyms.key import KeyStore
from interview_coding.pseudonyms.labels import LABELS
from interview_coding.pseudonyms.mentions import PERSON, KeyRow
from interview_coding.pseudonyms.patterns import find
from interview_coding.pseudonyms.words import WORD, form_of, points


def masker(private: Path) -> Callable[[str, str], str]:
    """Return what masks a text that was written on an interview, by the interview's key.

    Parameters
    ----------
    private
        The project's folder with the key.

    Returns
    -------
    Callable
        Takes the interview's id and a text; raises `InputError` if the key cannot be opened.
    """
    store = KeyStore(private)

    @cache
    def of_interview(interview_id: str) -> Callable[[str], str]:
        return _masker(store.read(interview_id))

    return lambda interview_id, text: of_interview(interview_id)(text)


def mask(text: str, rows: Iterable[KeyRow]) -> str:
    """Return a text with labels in place of the names that a key knows, and of identifiers by form.

    A name is found whole or by one of its words, whatever its capitals; a word of it that is an ordinary word
    too, such as »Bo«, only as it is written in the key.

    >>> mask("Karen siger det. KARENS bil, 22 33 44 55", [KeyRow("i", "[Person 1]", PERSON, "Karen Bo", 1)])
    '[Person 1] siger det. [Person 1]S bil, [telefonnummer]'
    """
    return _masker(rows)(text)


def _masker(key: Iterable[KeyRow]) -> Callable[[str], str]:
    rows = sorted(key, key=lambda row: not row.count)
    labels: dict[str, str] = {}
    for row in rows:
        labels.setdefault(_plain(row.form), row.label)
    for row in rows:
        if row.kind == PERSON:
            for word in filter(points, WORD.findall(row.form)):
                labels.setdefault(_plain(word), row.label)
    forms = sorted({row.form for row in rows} | _words(rows), key=lambda form: (-len(form), form))
    pattern = re.compile("|".join(map(_found, forms))) if forms else None

    def masked(text: str) -> str:
        if pattern:
            text = pattern.sub(lambda match: labels.get(_plain(match.group()), match.group()), text)
        for mention in reversed(find(text)):
            text = f"{text[: mention.start]}{LABELS[mention.kind]}{text[mention.end :]}"
        return text

    return masked


def _words(rows: Iterable[KeyRow]) -> set[str]:
    persons = (row.form for row in rows if row.kind == PERSON)
    return {word for form in persons for word in filter(points, WORD.findall(form))}


def _found(form: str) -> str:
    """Return the pattern that finds a form as whole words, with or without a genitive behind."""
    ordinary = WORD.fullmatch(form) is not None and form_of(form).ordinary
    inside = r"\s+".join(map(re.escape, form.split()))
    return rf"(?<!\w){inside if ordinary else f'(?i:{inside})'}(?=(?i:['’]?s?)(?!\w))"


def _plain(form: str) -> str:
    return " ".join(form.split()).casefold()
