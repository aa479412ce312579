"""The marks by which transcripts show who speaks and when: labels of speakers, and time marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from interview_coding.text import clean, seconds

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_LONG_CLOCK = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
_LOOSE_CLOCK = r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?"
_ARROW = r"\s*-->\s*"
_UNTIL = rf"(?:(?:{_ARROW}|\s*[-–]\s*){_CLOCK}|-\d)?"
_SQUARE = rf"[\[<{{#]\s*(?P<square>{_CLOCK}){_UNTIL}\s*[\]>}}#]"
_ROUND = rf"\(\s*(?P<round>{_CLOCK}){_UNTIL}\s*\)"
_LONG_ROUND = rf"\(\s*(?P<round>{_LONG_CLOCK}){_UNTIL}\s*\)"
_RANGE = rf"(?P<range>{_LOOSE_CLOCK}){_ARROW}{_LOOSE_CLOCK}"
_BARE = rf"(?<![\d:,.])(?P<clock>{_CLOCK})"
_TIME_FIRST = re.compile(
    rf"\s*(?:{_SQUARE}|{_ROUND}|{_RANGE}|(?P<clock>{_LONG_CLOCK})(?![\d:]){_UNTIL})[\s,;–-]*"
)
TIME_BEFORE_LABEL = re.compile(rf"\s*{_BARE}\s+(?=[^\s:][^:]{{0,39}}:(?:\s|$))")
TIME_LAST = re.compile(rf"\s*(?:{_SQUARE}|{_LONG_ROUND})\s*$")
TIME_BY_NAME = re.compile(rf"\s*(?:{_SQUARE}|{_ROUND}|{_BARE})\s*$")
TIME_INSIDE = re.compile(rf"\s*(?:{_SQUARE}|{_LONG_ROUND})")
_TIME_ALONE = re.compile(rf"\s*(?:{_SQUARE}|{_ROUND}|{_RANGE}|{_BARE}{_UNTIL})\s*$")
LABEL = re.compile(
    rf"(?P<label>[^\s:][^:]{{0,39}}?)\s*(?:{_SQUARE}|{_ROUND}|(?P<clock>{_CLOCK}))?\s*:(?P<text>\s.*|)$"
)
GLUED = re.compile(r"(?P<label>[^\s:]{1,40}):(?P<text>[^\s/].*)$")

_ASKS = re.compile(
    r"(i|int|intv|interviewer|interviewere|intervjuer|spørger|spørgsmål|spm|sp|"
    r"moderator|evaluator|q)\.?\s?\d{0,2}(\s*\(.*\))?|"
    r"(interviewer|moderator|evaluator)\s\S+|.*\((interviewer|moderator|evaluator)\)",
    re.I,
)
ANSWERS = re.compile(
    r"(r|ip|inf|informant|resp|respondent|interviewperson|interviewede|deltager|svar|sv|a|b|p|"
    r"person|speaker|taler|borger|ung|forælder|pårørende|frivillig|leder|medarbejder|kvinde|mand)"
    r"\.?\s?\d{0,2}",
    re.I,
)
_NEVER = re.compile(
    r"(jeg|du|han|hun|vi|de|man|og|så|men|altså|nå|ja|nej|det|der|den|at|klokken|kl\.?|cirka|ca\.?|"
    r"omkring|fra|til|efter|før|når|hvis|fordi|for|med|på|om|som)(\s.*)?|i\s+[^\d(].*|"
    r".*\b(sagde|siger|sige|spurgte|spørger|tænkte|tænker|svarede|råbte|skrev|står)( .*)?",
    re.I,
)
_MOST_LABEL_WORDS = 4
SHORT_CODE = 3
FRAME = " :–-"


def take_time(text: str) -> tuple[str, float | None]:
    """Split a leading time mark from a text.

    A bare ``12:30`` is no mark but part of what is said.

    Returns
    -------
    text
        What follows the mark.
    time
        The mark in seconds; None if the text begins with none.

    >>> take_time("[00:12:33] Ja, det er rigtigt.")
    ('Ja, det er rigtigt.', 753.0)
    """
    match = _TIME_FIRST.match(text)
    return (text[match.end() :], time_of(match)) if match else (text, None)


def time_alone(text: str) -> float | None:
    """Return the time in seconds that a text consists of; None if it is anything else.

    >>> time_alone("0:12")
    12.0
    """
    match = _TIME_ALONE.match(text)
    return time_of(match) if match else None


def name_and_time(text: str) -> tuple[str, float | None]:
    """Split a label such as ``Anna Hansen  0:12`` into the name and the time behind it, if any."""
    name, time = last_time(TIME_BY_NAME, text)
    return name.strip(FRAME), time


def last_time(pattern: re.Pattern[str], text: str) -> tuple[str, float | None]:
    """Split what `pattern` finds at the end of a text from it; the time is in seconds."""
    match = pattern.search(text)
    return (text[: match.start()], time_of(match)) if match else (text, None)


def time_of(match: re.Match[str]) -> float | None:
    """Return the time in seconds that one of the patterns here has matched; None if it has none."""
    marks = (match.groupdict().get(name) for name in ("square", "round", "range", "clock"))
    return next((seconds(mark) for mark in marks if mark), None)


def is_label(text: str) -> bool:
    """Tell whether a text has the shape of a speaker's label: one to four words, no sentence."""
    words = text.split()
    shaped = 0 < len(words) <= _MOST_LABEL_WORDS and not re.search(r"[!?,;\"“”»«]", text)
    lettered = any(map(str.isalpha, text)) and (text[0].isalnum() or text[0] == "[")
    return shaped and lettered and not _NEVER.fullmatch(text)


def asks(label: str, interviewers: Iterable[str] = ()) -> bool:
    """Tell whether a label is an interviewer's: a usual one, or one that the sheet names."""
    return _is_listed(label, interviewers) or _ASKS.fullmatch(label) is not None


def is_usual(label: str, interviewers: Iterable[str] = ()) -> bool:
    """Tell whether a label is one by itself: a usual one, or one that the sheet names.

    Words such as ``leder`` or ``spørgsmål`` may as well begin the second line of a sentence, and are
    labels by themselves only with a capital.
    """
    return _is_listed(label, interviewers) or (
        is_known(label) and (len(label) <= SHORT_CODE or not label.islower())
    )


def _is_listed(label: str, interviewers: Iterable[str]) -> bool:
    return label.casefold() in {clean(name).rstrip(":").casefold() for name in interviewers}


def is_known(label: str) -> bool:
    """Tell whether a label is one of those in common use, whatever its capitals."""
    return any(pattern.fullmatch(label) for pattern in (_ASKS, ANSWERS))
