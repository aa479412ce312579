"""Organisations and places: kept, generalised or replaced, as the project has decided.

They name no person, but with other words may point to one: which of them a reader may know is for the project
to decide (`organisations` and `places` in config.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.known import GENERALISE, KEEP, Known
from interview_coding.pseudonyms.mentions import ORGANISATION, PLACE, Mention
from interview_coding.pseudonyms.words import Word, form_of, genitive

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KINDS = {"ORG": ORGANISATION, "LOC": PLACE, "GPE": PLACE}
_NUMBERED = {ORGANISATION: "Organisation", PLACE: "Sted"}
_ANY = {ORGANISATION: "organisation", PLACE: "sted"}
_STREET = re.compile(r"(?:vej|gade|all[eé]|stræde|boulevard|vænge)(?:n|en|et|t)?$")
_MOST_WORDS = 4


def find_others(
    texts: Sequence[str], words: Sequence[Sequence[Word]], docs: Sequence[Doc], known: Known
) -> list[list[Mention]]:
    """Find the organisations and places that are not to be kept.

    Parameters
    ----------
    texts, words, docs
        Per turn the text, its words and its annotation.
    known
        The project's organisations, and what is done with organisations and places.

    Returns
    -------
    list of list of Mention
        Per turn; they may overlap.
    """
    replaced = {k for k, what in ((ORGANISATION, known.organisations), (PLACE, known.places)) if what != KEEP}
    if not replaced:
        return [[] for _ in texts]
    actors = whole_words(spelling for actor in known.actors for spelling in actor.names)
    return [
        [m for m in _mentions(text, found, doc, actors) if m.kind in replaced]
        for text, found, doc in zip(texts, words, docs, strict=True)
    ]


def whole_words(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds names as whole words, the longest first; None without names."""
    escaped = [r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?=['’]?s?(?!\w))", re.I) if escaped else None


def _mentions(
    text: str, words: Sequence[Word], doc: Doc, actors: re.Pattern[str] | None
) -> Iterator[Mention]:
    for match in actors.finditer(text) if actors else ():
        yield Mention(match.start(), match.end(), ORGANISATION, match.group())
    for entity in doc.ents:
        if entity.label_ in _KINDS:
            end = entity.end_char - genitive(entity.text)
            yield Mention(entity.start_char, end, _KINDS[entity.label_], text[entity.start_char : end])
    for first, word in enumerate(words):
        if word.capital:
            yield from _listed(text, words[first : first + _MOST_WORDS])


def _listed(text: str, words: Sequence[Word]) -> Iterator[Mention]:
    """Yield what the lists know of the longest run of words from the first on."""
    start = words[0].start
    for last in reversed(words):
        end = last.end - genitive(last.text)
        form = text[start:end].casefold()
        kind = ORGANISATION if form in lists.organisations() else PLACE if form in lists.places() else None
        if kind and not (words[0].opens and last is words[0] and words[0].form.ordinary):
            yield Mention(start, end, kind, text[start:end])
            return


class Labels:
    """The labels of an interview's organisations and places.

    Parameters
    ----------
    known
        The project's organisations, what is done with them, and the labels given before.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._given = {
            (row.kind, _bare(row.form)): row.label
            for row in known.key
            if row.kind in _NUMBERED and row.label.startswith(f"[{_NUMBERED[row.kind]} ")
        }
        self._actors = {_bare(name): actor.label for actor in known.actors for name in actor.names}

    def label(self, mention: Mention) -> str:
        """Return the label of an organisation or place; the same for the same name."""
        name = _bare(mention.form)
        policy = self._known.organisations if mention.kind == ORGANISATION else self._known.places
        if mention.kind == ORGANISATION and self._actors.get(name):
            return f"[{self._actors[name]}]"
        if policy == GENERALISE:
            return f"[{_general(mention.kind, name)}]"
        key = (mention.kind, name)
        if key not in self._given:
            taken = set(self._given.values())
            numbered = (f"[{_NUMBERED[mention.kind]} {n}]" for n in range(1, len(taken) + 2))
            self._given[key] = next(label for label in numbered if label not in taken)
        return self._given[key]


def _bare(form: str) -> str:
    return " ".join(form.split()).casefold()


def _general(kind: str, name: str) -> str:
    if kind == PLACE:
        return "vej" if _STREET.search(name) else _ANY[PLACE]
    if name in lists.organisations():
        return lists.organisations()[name]
    last = form_of(name.split()[-1]).base
    endings = (label for word, label in lists.organisation_words().items() if last.endswith(word))
    return next(endings, _ANY[ORGANISATION])
