"""What is found in a text, and what the key records of it."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PERSON = "person"
CPR = "cpr"
PHONE = "phone"
EMAIL = "email"
URL = "url"
ADDRESS = "address"
POSTCODE = "postcode"
PLATE = "plate"
ACCOUNT = "account"
ORGANISATION = "organisation"
PLACE = "place"

KINDS = (PERSON, CPR, PHONE, EMAIL, URL, ADDRESS, POSTCODE, PLATE, ACCOUNT, ORGANISATION, PLACE)


@dataclass(frozen=True, order=True)
class Mention:
    """A stretch of a turn that names something.

    Parameters
    ----------
    start, end
        Code points in the turn's text, end exclusive.
    kind
        One of `KINDS`.
    form
        The words as they stand there.
    """

    start: int
    end: int
    kind: str
    form: str


@dataclass(frozen=True, order=True)
class KeyRow:
    """What one form was replaced by in one interview.

    Parameters
    ----------
    interview_id
        The interview.
    label
        What stands in its place, such as ``[Person 3]``.
    kind
        One of `KINDS`.
    form
        The words as they stand in the transcript.
    count
        How often they were replaced.
    """

    interview_id: str
    label: str
    kind: str
    form: str
    count: int


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in order, of overlapping ones the longest, and the first among equals."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if not overlaps(mention, kept):
            insort(kept, mention)
    return kept


def overlaps(mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell whether a mention overlaps one of others, which are in order and do not overlap."""
    at = bisect(others, mention)
    return any(mention.end > o.start and mention.start < o.end for o in others[max(at - 1, 0) : at + 1])
