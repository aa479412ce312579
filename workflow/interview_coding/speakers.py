"""Find the speakers in a transcript's lines, as people really mark them, and make turns of the lines.

Known ways: ``Navn: tekst``; ``I:`` and ``R1:``; a bold beginning; the speaker on a line of its own;
questions all in bold; a time mark before or after; a speaker that the format itself names. A
transcript without speakers is one respondent's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from interview_coding.marks import (
    ANSWERS,
    FRAME,
    GLUED,
    LABEL,
    SHORT_CODE,
    TIME_BEFORE_LABEL,
    TIME_BY_NAME,
    TIME_INSIDE,
    TIME_LAST,
    asks,
    is_known,
    is_label,
    is_usual,
    last_time,
    take_time,
    time_alone,
    time_of,
)
from interview_coding.text import (
    CONTEXT,
    INTERVIEWER,
    RESPONDENT,
    Line,
    Piece,
    Turn,
    count_words,
)

PREAMBLE = "Indledning"
ANYONE = "Respondent"
_NO_LABELS = "no speaker labels: all is taken for what one respondent said"


class _Way(Enum):
    """How a line shows its speaker."""

    FORMAT = "the format names the speaker"
    COLON = "Navn: tekst"
    BOLD_COLON = "the same, the label in bold"
    BOLD_START = "the label in bold, no colon"
    BOLD_LINE = "the label in bold on a line of its own"
    TIMED_LINE = "the label and a time on a line of their own"
    LINE = "a usual or recurring label on a line of its own"


_HEADS = {_Way.BOLD_LINE, _Way.TIMED_LINE, _Way.LINE}
"""Ways in which the speech stands on the lines below."""


@dataclass(frozen=True)
class _Parsed:
    """A line taken apart: the label it may begin with, and the rest."""

    line: Line
    label: str | None
    rest: str
    time_start: float | None
    time_end: float | None
    way: _Way | None = None


@dataclass
class _Draft:
    label: str
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, time_start: float | None, time_end: float | None) -> None:
        text = TIME_INSIDE.sub(
            lambda mark: " " if text[mark.end() : mark.end() + 1].isalnum() else "", text
        ).strip()
        if time_start is not None or time_end is not None:
            self.pieces.append(Piece(self.length, time_start, time_end))
        if text:
            self.parts.append(text)
            self.length += len(text) + 1

    @property
    def text(self) -> str:
        return " ".join(self.parts)


def to_turns(
    lines: Sequence[Line], interviewers: Sequence[str] = ()
) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """Make turns of a transcript's lines.

    Parameters
    ----------
    lines
        In the order of the file; none empty.
    interviewers
        Labels that the sheet says are interviewers'.

    Returns
    -------
    turns
        Consecutive lines of one speaker make one turn. Labels are replaced by ``Interviewer``, the
        usual short labels as they stand, or ``[Person 1]``, numbered as they come; text before the
        first speaker keeps the role `CONTEXT`.
    notes
        What a person should look at.
    """
    lines = _with_times(lines)
    heads = _recurring(lines)
    parsed = _one_spelling(_only_heads([_parse(line, interviewers, heads) for line in lines]))
    labels = _accepted(parsed, interviewers)
    if not labels:
        return _without_labels(lines)
    drafts = [_Draft(PREAMBLE)]
    for item in parsed:
        if item.label in labels:
            if item.label != drafts[-1].label:
                drafts.append(_Draft(str(item.label)))
            drafts[-1].add(item.rest, item.time_start, item.time_end)
        else:
            drafts[-1].add(*_untimed(item.line))
    return _finish([draft for draft in drafts if draft.text], interviewers)


def _with_times(lines: Sequence[Line]) -> list[Line]:
    """Give the time that stands on a line of its own to the line below."""
    timed: list[Line] = []
    pending: float | None = None
    for line in lines:
        alone = None if line.cue or line.speaker else time_alone(line.text)
        if alone is not None:
            pending = alone
            continue
        start = _first_known(line.time_start, pending)
        timed.append(replace(line, time_start=start))
        pending = None
    return timed


def _recurring(lines: Sequence[Line]) -> set[str]:
    """Return names that stand alone on so many lines that they can only head what is said below."""
    alone = Counter(line.text for line in lines if not line.cue and not line.speaker)
    names = {
        text
        for text, count in alone.items()
        if count > 2 and is_label(text) and _is_name(text) and not text.endswith((".", ":"))
    }
    return names if len(names) > 1 and 4 * sum(alone[name] for name in names) >= len(lines) else set()


def _parse(line: Line, interviewers: Sequence[str], heads: Collection[str]) -> _Parsed:
    text, first = take_time(line.text)
    if match := TIME_BEFORE_LABEL.match(text):
        text, first = text[match.end() :], time_of(match)
    first = _first_known(first, line.time_start)
    bold = max(0, line.bold - (len(line.text) - len(text)))
    if line.speaker:
        return _Parsed(line, line.speaker, text, first, line.time_end, _Way.FORMAT)
    match = LABEL.match(text) or GLUED.match(text)
    if match and is_label(label := match["label"].strip()):
        rest, after = take_time(match["text"].strip())
        rest, last = last_time(TIME_LAST, rest)
        start = _first_known(first, time_of(match), after)
        way = _Way.BOLD_COLON if bold >= len(label) else _Way.COLON
        return _Parsed(line, label, rest, start, _first_known(last, line.time_end), way)
    if 0 < bold < len(text) and not text[bold - 1 : bold + 1].isalnum():
        beginning, rest = text[:bold].strip(FRAME), text[bold:].lstrip(FRAME)
        if is_label(beginning):
            rest, last = last_time(TIME_LAST, rest)
            return _Parsed(line, beginning, rest, first, _first_known(last, line.time_end), _Way.BOLD_START)
    name, beside = last_time(TIME_BY_NAME, text)
    if not line.cue and is_label(name) and not name.endswith((".", ":")):
        start = _first_known(first, beside)
        if bold >= len(name):
            return _Parsed(line, name, "", start, None, _Way.BOLD_LINE)
        if start is not None:
            return _Parsed(line, name, "", start, None, _Way.TIMED_LINE)
        if name in heads or is_usual(name, interviewers):
            return _Parsed(line, name, "", None, None, _Way.LINE)
    return _Parsed(line, None, text, first, line.time_end)


def _only_heads(parsed: Sequence[_Parsed]) -> list[_Parsed]:
    """Take the label off lines of their own that head no speech, such as titles and short answers."""
    timed = [item for item in parsed if item.time_start is not None and item.way in (None, _Way.TIMED_LINE)]
    heads = sum(item.way is _Way.TIMED_LINE for item in timed)
    refused = set() if 2 * heads >= len(timed) else {_Way.TIMED_LINE}
    labelled = {_Way.FORMAT, _Way.BOLD_COLON} | _HEADS - refused
    following = [*(item.way in labelled for item in parsed[1:]), True]
    return [
        replace(item, label=None, way=None)
        if item.way in refused or (item.way in _HEADS and is_followed)
        else item
        for item, is_followed in zip(parsed, following, strict=False)
    ]


def _one_spelling(parsed: Sequence[_Parsed]) -> list[_Parsed]:
    """Spell a label as where it came first, whatever its capitals later."""
    first: dict[str, str] = {}
    return [
        replace(item, label=first.setdefault(item.label.casefold(), item.label)) if item.label else item
        for item in parsed
    ]


def _first_known(*times: float | None) -> float | None:
    return next((time for time in times if time is not None), None)


def _untimed(line: Line) -> tuple[str, float | None, float | None]:
    text, first = take_time(line.text)
    text, last = last_time(TIME_LAST, text)
    return text, _first_known(first, line.time_start), _first_known(last, line.time_end)


def _accepted(parsed: Sequence[_Parsed], interviewers: Sequence[str]) -> set[str]:
    """Return the labels that are speakers.

    They are usual, or named by the sheet or the format, or come back and look like names. One that
    comes once is a name if it is set as the other labels are, and stands out by more than a colon;
    a colon is enough where nearly every line begins with a name and a colon.
    """
    counts = Counter(item.label for item in parsed if item.label)
    ways: dict[str, set[_Way]] = {label: set() for label in counts}
    for item in parsed:
        if item.label and item.way:
            ways[item.label].add(item.way)

    def is_speaker(label: str) -> bool:
        if _Way.FORMAT in ways[label]:
            return True
        if is_usual(label, interviewers):
            certain = len(label) <= SHORT_CODE or asks(label, interviewers)
            return certain or counts[label] > 1 or ways[label] != {_Way.LINE}
        if counts[label] == 1:
            return False
        stands_out = _Way.BOLD_COLON in ways[label]
        insists = counts[label] > 2 and label.isalpha() and _Way.COLON in ways[label]
        return _is_name(label) or is_known(label) or stands_out or insists

    accepted = {label for label in counts if is_speaker(label)}
    usual_ways = {way for label in accepted for way in ways[label]} - {_Way.COLON}
    labelled = sum(item.label in accepted for item in parsed)
    if 4 * labelled >= 3 * len(parsed) and not all(is_usual(label) for label in accepted):
        usual_ways.add(_Way.COLON)
    return accepted | {label for label in counts if _is_name(label) and ways[label] & usual_ways}


def _is_name(label: str) -> bool:
    words = re.sub(r"\(.*?\)", "", label).split()
    return bool(words) and all(word.lstrip("[")[:1].isupper() or word[0].isdigit() for word in words)


def _without_labels(lines: Sequence[Line]) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """Make turns where no line names a speaker.

    Questions set in bold between answers that are not are the interviewer's. Else all is one
    respondent's speech: subtitles run on, and every paragraph is a turn.
    """
    if not lines:
        return (), ()
    if all(line.cue for line in lines):
        draft = _Draft(ANYONE)
        for line in lines:
            draft.add(line.text, line.time_start, line.time_end)
        turns, notes = _finish([draft], ())
        return turns, (_NO_LABELS, *notes)
    bold = [line.bold >= len(line.text) for line in lines]
    questions = 1 < sum(bold) < len(lines) - 1
    drafts: list[_Draft] = []
    for line, is_bold in zip(lines, bold, strict=True):
        label = "Interviewer" if questions and is_bold else ANYONE
        if not questions or not drafts or drafts[-1].label != label:
            drafts.append(_Draft(label))
        drafts[-1].add(*_untimed(line))
    turns, notes = _finish([draft for draft in drafts if draft.text], ())
    bold_asks = "no speaker labels: paragraphs in bold taken for the interviewer's"
    return turns, (bold_asks if questions else _NO_LABELS, *notes)


def _finish(
    drafts: Sequence[_Draft], interviewers: Sequence[str]
) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    shown: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        if draft.label not in shown:
            shown[draft.label] = _shown(draft.label, interviewers, shown)
    turns = tuple(Turn(*shown[d.label], d.text, tuple(d.pieces), _written(d.label)) for d in drafts)
    roles = {role for _, role in shown.values()}
    notes = []
    if RESPONDENT in roles and INTERVIEWER not in roles and len(shown) > 1:
        notes.append("no interviewer recognised: give the label in the sheet's column interviewers")
    if INTERVIEWER in roles and RESPONDENT not in roles:
        notes.append("no respondent recognised: only interviewers speak")
    words = {role: sum(count_words(t.text) for t in turns if t.role == role) for role in roles}
    if 2 * words.get(CONTEXT, 0) > sum(words.values()):
        notes.append("most of the text stands before the first speaker and is not coded: check the labels")
    return turns, tuple(notes)


def _written(label: str) -> str:
    """Return a label as it stands in the transcript; "" for the one that is given to what nobody says."""
    return "" if label == PREAMBLE else label


def _shown(label: str, interviewers: Sequence[str], shown: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the label that tables show for a speaker's label, and the speaker's role."""
    if label == PREAMBLE:
        return PREAMBLE, CONTEXT
    if asks(label, interviewers):
        others = sum(role == INTERVIEWER for _, role in shown.values())
        return f"Interviewer {others + 1}" if others else "Interviewer", INTERVIEWER
    if ANSWERS.fullmatch(label):
        return label, RESPONDENT
    others = sum(name.startswith("[Person ") for name, _ in shown.values())
    return f"[Person {others + 1}]", RESPONDENT
