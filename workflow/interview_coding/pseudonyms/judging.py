"""How sure it is that words in a row are a person's name, judged by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from interview_coding.pseudonyms.words import Word

LOOKS_LIKE = 0.6
"""The likeness to names (`Form.likeness`) from which letters alone speak for a name."""
MAY_LOOK_LIKE = 0.3
"""The same where something else speaks for it too."""
_LONGEST_ABBREVIATION = 4


class Verdict(IntEnum):
    """How sure it is that words are a person's name."""

    NO = 0
    DOUBTFUL = 1
    CERTAIN = 2


def judge(words: Sequence[Word]) -> Verdict:
    """Judge capitalised words in a row.

    Inside a sentence, Danish gives capitals to names alone; at its beginning, to any word.
    """
    return _judge_one(words[0]) if len(words) == 1 else _judge_several(words)


def _judge_one(word: Word) -> Verdict:
    form = word.form
    if form.certain:
        return Verdict.CERTAIN
    if form.organisation or (form.place and (word.entity == "LOC" or not form.given)):
        return Verdict.NO
    if form.name:
        if word.opens:
            return Verdict.DOUBTFUL if word.is_person or form.given else Verdict.NO
        by_capital = form.given and (not word.entity or form.likeness >= LOOKS_LIKE)
        return Verdict.CERTAIN if word.is_person or by_capital else Verdict.DOUBTFUL
    if word.text.split("-")[0].isupper() and len(word.text.split("-")[0]) <= _LONGEST_ABBREVIATION:
        return Verdict.NO
    if form.unknown:
        return _judge_unknown(word)
    return Verdict.DOUBTFUL if word.is_person and not word.opens else Verdict.NO


def _judge_unknown(word: Word) -> Verdict:
    likeness = word.form.likeness
    if word.is_person:
        enough = LOOKS_LIKE if word.opens else MAY_LOOK_LIKE
        return Verdict.CERTAIN if likeness >= enough else Verdict.DOUBTFUL
    if likeness >= LOOKS_LIKE:
        return Verdict.DOUBTFUL if word.opens or word.entity else Verdict.CERTAIN
    possible = likeness >= MAY_LOOK_LIKE and not (word.opens or word.entity)
    return Verdict.DOUBTFUL if possible else Verdict.NO


def _judge_several(words: Sequence[Word]) -> Verdict:
    head, *others = words
    is_person = any(word.is_person for word in words)
    if any(word.form.certain and word.form.given for word in words):
        return Verdict.CERTAIN
    if head.form.given and (is_person or any(word.form.surname for word in others)):
        return Verdict.CERTAIN
    looks = max(word.form.likeness for word in words)
    backed = is_person or len(head.text) == 1 or looks >= LOOKS_LIKE
    if backed and any(word.form.certain for word in words):
        return Verdict.CERTAIN
    if is_person:
        return Verdict.CERTAIN if looks >= LOOKS_LIKE else Verdict.DOUBTFUL
    is_other = any(word.entity for word in words) or head.opens
    return Verdict.DOUBTFUL if looks >= LOOKS_LIKE or not is_other else Verdict.NO
