"""Which names mean the same person, and the label each person has in an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from interview_coding.pseudonyms.known import Known
from interview_coding.pseudonyms.mentions import PERSON
from interview_coding.pseudonyms.words import WORD, form_of, is_misspelt

Name = tuple[str, ...]
"""A name's words in lower case, without a genitive's s."""

_LONGEST_INITIALS = 3
_NUMBERED = re.compile(r"\[Person (\d+)\]")


@dataclass
class Person:
    """Someone whom an interview names: the names used, and the label, given when first needed."""

    label: str | None = None
    names: set[Name] = field(default_factory=set)

    @property
    def words(self) -> set[str]:
        """The words of all the names, without initials."""
        return {word for name in self.names for word in name if len(word) > 1}


def name_of(text: str) -> Name:
    """Return a name's words in lower case, without a genitive's s.

    >>> name_of("Karen Bisgaards")
    ('karen', 'bisgaard')
    """
    return tuple(form_of(match.group()).base for match in WORD.finditer(text))


class People:
    """The people of an interview, and their labels.

    Labels that the key has stay as they are; new people are numbered on, as they are named.

    Parameters
    ----------
    known
        What is known beforehand: the project's list, the key.
    speakers
        The labels of the speakers who are named -> their names.
    texts
        The turns; numbers that stand there already are not given again.
    names
        All names in the order in which they stand, so that »Karen« can be told to be Karen Bisgaard.
    """

    def __init__(
        self, known: Known, speakers: Mapping[str, str], texts: Sequence[str], names: Iterable[Name]
    ) -> None:
        self._people: list[Person] = []
        self._last: dict[int, int] = {}
        self._clock = 0
        for row in known.key:
            if row.kind == PERSON:
                self._labelled(row.label).names.add(name_of(row.form))
        used = [*texts, *(row.label for row in known.key), *speakers]
        self._used = {int(number) for text in used for number in _NUMBERED.findall(text)}
        for shown, label in speakers.items():
            self._know([name_of(label)], shown)
        self._know_listed(known)
        for name in dict.fromkeys(names):
            if len(name) > 1:
                self._person(name).names.add(name)

    def _know_listed(self, known: Known) -> None:
        """Take the project's list into account: each row another person, each role nobody else's."""
        roles: Counter[str] = Counter()
        listed_people: list[Person] = []
        for number, listed in enumerate(known.persons, 1):
            label = f"[Fælles person {number}]" if known.link_persons else None
            if listed.role:
                roles[listed.role] += 1
                count = roles[listed.role]
                label = f"[{listed.role} {count}]" if count > 1 else f"[{listed.role}]"
            names = [name_of(spelling) for spelling in listed.names]
            listed_people.append(self._know(names, label, listed_people))
        apart = {id(person) for person in listed_people}
        labels = {person.label for person in listed_people} - {None}
        self._people = [p for p in self._people if id(p) in apart or p.label not in labels]
        self._used |= {int(number) for label in labels for number in _NUMBERED.findall(label or "")}

    def _know(self, names: Sequence[Name], label: str | None, others: Sequence[Person] = ()) -> Person:
        """Take a person into account beforehand, none of `others`; a label replaces the one in the key."""
        free = [p for p in self._people if p.names & {*names} and not any(p is other for other in others)]
        free.sort(key=lambda person: (person.label != label, -sum(map(len, person.names & {*names}))))
        met = free[0] if free else Person()
        if not free:
            self._people.append(met)
        met.label = label or met.label
        met.names.update(name for name in names if name)
        return met

    def _labelled(self, label: str) -> Person:
        found = next((person for person in self._people if person.label == label), None)
        if found is None:
            found = Person(label)
            self._people.append(found)
        return found

    def label(self, name: Name) -> str:
        """Return the label of the person whom a name means where it stands, in the order of the interview."""
        person = self._person(name)
        person.names.add(name)
        self._clock += 1
        self._last[id(person)] = self._clock
        if person.label is None:
            number = next(n for n in range(1, len(self._used) + 2) if n not in self._used)
            self._used.add(number)
            person.label = f"[Person {number}]"
        return person.label

    def _person(self, name: Name) -> Person:
        candidates = (
            [person for person in self._people if len(name) > 1 and name in person.names]
            or [person for person in self._people if _is_same(name, person)]
            or [person for person in self._people if len(name) == 1 and is_misspelt(name[0], person.words)]
        )
        if candidates:
            return max(candidates, key=lambda person: self._last.get(id(person), 0))
        self._people.append(Person(names={name}))
        return self._people[-1]


def initials_of(name: Name) -> set[str]:
    """Return the ways to write a full name's initials: of all its words, or of the first and the last.

    >>> sorted(initials_of(("anne-lise", "bo", "jensen")))
    ['abj', 'aj', 'albj', 'alj']
    """
    if len(name) < 2:
        return set()
    parts = ["".join(part[0] for part in word.split("-") if part) for word in name]
    whole, short = ["".join(parts), parts[0] + parts[-1]], [word[0] for word in name]
    return {*whole, "".join(short), short[0] + short[-1]}


def _is_same(name: Name, person: Person) -> bool:
    """Tell whether a name is another way to name a person: a part of the full name, initials, its ends."""
    letters = "".join(name)
    short = len(name) == 1 and len(letters) <= _LONGEST_INITIALS and not form_of(letters).given
    if short or all(len(word) == 1 for word in name):
        found = any(letters in initials_of(full) for full in person.names)
        if found or len(name) > 1:
            return found
    if set(name) <= person.words:
        return True
    return len(name) > 1 and any(
        len(full) > 1 and (full[0], full[-1]) == (name[0], name[-1]) for full in person.names
    )
