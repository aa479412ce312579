"""Find the speakers in a transcript's lines, as people really mark them, and make turns of the lines.

Known ways: ``Navn: tekst``; ``I:`` and ``R1:``; a bold beginning; the speaker on a line of its own;
questions all in bold; a time mark before or after; a speaker that the format itself names. A
transcript without speakers is one respondent's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interview_coding.text import CONTEXT, INTERVIEWER, RESPONDENT, Line, Piece, Turn, seconds

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_LONG_CLOCK = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
_BOXED = rf"[\[(<{{#]\s*(?P<boxed>{_CLOCK})(?:-\d)?\s*[\])>}}#]"
_BEFORE_LABEL = r"(?=\s*$|\s+[^\s:][^:]{0,39}:(?:\s|$))"
_TIME_FIRST = re.compile(
    rf"\s*(?:{_BOXED}|(?P<clock>{_LONG_CLOCK}(?![\d:])|{_CLOCK}{_BEFORE_LABEL}))[\s,;–-]*"
)
_TIME_LAST = re.compile(rf"\s*(?:{_BOXED}|(?<![\d:,.])(?P<clock>{_LONG_CLOCK}))\s*$")
_TIME_BY_NAME = re.compile(rf"\s*(?:{_BOXED}|(?<![\d:,.])(?P<clock>{_CLOCK}))\s*$")
_TIME_INSIDE = re.compile(rf"\s*{_BOXED}")
_LABEL = re.compile(
    rf"(?P<label>[^\s:][^:]{{0,39}}?)\s*(?:{_BOXED}|(?P<clock>{_CLOCK}))?\s*:(?P<text>\s.*|)$"
)
_GLUED = re.compile(r"(?P<label>[^\s:]{1,14}):(?P<text>[^\s\d/].*)$")

_ASKS = re.compile(
    r"(i|int|intv|interviewer|interviewere|intervjuer|spørger|spørgsmål|spm|sp|"
    r"moderator|evaluator|q)\.?\s?\d{0,2}",
    re.I,
)
_ANSWERS = re.compile(
    r"(r|ip|inf|informant|resp|respondent|interviewperson|interviewede|deltager|svar|sv|a|b|p|"
    r"person|speaker|taler|borger|ung|forælder|pårørende|frivillig|leder|medarbejder|kvinde|mand)"
    r"\.?\s?\d{0,2}",
    re.I,
)
_NEVER = re.compile(
    r"(jeg|du|han|hun|vi|i|de|man|og|så|men|altså|nå|ja|nej|det|der|den|at)\s.*|"
    r".*\b(sagde|siger|sige|spurgte|spørger|tænkte|tænker|svarede|råbte|skrev|står)",
    re.I,
)
_MOST_LABEL_WORDS = 4
_FRAME = " :–-"
PREAMBLE = "Indledning"
ANYONE = "Respondent"


def take_time(text: str) -> tuple[str, float | None]:
    """Split a leading time mark from a text.

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
    return (text[match.end() :], _time(match)) if match else (text, None)


def _last_time(pattern: re.Pattern[str], text: str) -> tuple[str, float | None]:
    match = pattern.search(text)
    return (text[: match.start()], _time(match)) if match else (text, None)


def _time(match: re.Match[str]) -> float | None:
    groups = match.groupdict()
    mark = groups.get("boxed") or groups.get("clock")
    return seconds(mark) if mark else None


def is_label(text: str) -> bool:
    """Tell whether a text has the shape of a speaker's label: one to four words, no sentence."""
    words = text.split()
    shaped = 0 < len(words) <= _MOST_LABEL_WORDS and not re.search(r"[!?,;\"“”»«]", text)
    return shaped and (text[0].isalnum() or text[0] == "[") and not _NEVER.fullmatch(text)


def asks(label: str, interviewers: Iterable[str] = ()) -> bool:
    """Tell whether a label is an interviewer's: a usual one, or one that the sheet names."""
    known = {name.casefold() for name in interviewers}
    return label.casefold() in known or _ASKS.fullmatch(label) is not None


@dataclass(frozen=True)
class _Parsed:
    """A line taken apart: the label it may begin with, and the rest."""

    line: Line
    label: str | None
    rest: str
    time_start: float | None
    time_end: float | None
    strong: bool
    """Whether the label stands out by more than a colon: bold, alone with a time, or usual."""


@dataclass
class _Draft:
    label: str
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, time_start: float | None, time_end: float | None) -> None:
        text = _TIME_INSIDE.sub("", text).strip()
        offset = sum(len(part) + 1 for part in self.parts)
        if time_start is not None or time_end is not None:
            self.pieces.append(Piece(offset, time_start, time_end))
        if text:
            self.parts.append(text)

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
    parsed = [_parse(line, interviewers) for line in lines]
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


def _parse(line: Line, interviewers: Sequence[str]) -> _Parsed:
    text, first = take_time(line.text)
    first = _first_known(first, line.time_start)
    bold = max(0, line.bold - (len(line.text) - len(text)))
    if line.speaker:
        return _Parsed(line, line.speaker, text, first, line.time_end, True)
    match = _LABEL.match(text) or _GLUED.match(text)
    if match and is_label(label := match["label"].strip()):
        usual = _is_usual(label, interviewers)
        if match.re is _LABEL or usual:
            rest, after = take_time(match["text"].strip())
            rest, last = _last_time(_TIME_LAST, rest)
            start = _first_known(first, _time(match), after)
            end = _first_known(last, line.time_end)
            return _Parsed(line, label, rest, start, end, usual or bold >= len(label))
    if 0 < bold < len(text) and is_label(beginning := text[:bold].strip(_FRAME)):
        rest = text[bold:].strip(_FRAME)
        return _Parsed(line, beginning, rest, first, line.time_end, True)
    name, beside = _last_time(_TIME_BY_NAME, text)
    if not line.cue and is_label(name) and not name.endswith((".", ":")):
        timed = first is not None or beside is not None
        if timed or bold == len(text) or _is_usual(name, interviewers):
            return _Parsed(line, name, "", _first_known(first, beside), None, True)
    return _Parsed(line, None, text, first, line.time_end, False)


def _is_usual(label: str, interviewers: Sequence[str]) -> bool:
    return asks(label, interviewers) or _ANSWERS.fullmatch(label) is not None


def _first_known(*times: float | None) -> float | None:
    return next((time for time in times if time is not None), None)


def _untimed(line: Line) -> tuple[str, float | None, float | None]:
    text, first = take_time(line.text)
    text, last = _last_time(_TIME_LAST, text)
    return text, _first_known(first, line.time_start), _first_known(last, line.time_end)


def _accepted(parsed: Sequence[_Parsed], interviewers: Sequence[str]) -> set[str]:
    """Return the labels that are speakers.

    They are usual, or named by the sheet or the format, or come back; one that stands out but
    comes once is a name if every word has a capital and another label comes back.
    """
    counts = Counter(item.label for item in parsed if item.label)
    strong = {item.label for item in parsed if item.strong}
    accepted = {
        label
        for label, count in counts.items()
        if _is_usual(label, interviewers) or (count > 1 and (label in strong or _is_name(label)))
    }
    accepted |= {item.line.speaker for item in parsed if item.line.speaker}
    if accepted:
        accepted |= {label for label in counts if label in strong and _is_name(label)}
    return accepted


def _is_name(label: str) -> bool:
    return all(word.strip("[(")[:1].isupper() or word[0].isdigit() for word in label.split())


def _without_labels(lines: Sequence[Line]) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """Make turns where no line names a speaker.

    Questions set in bold between answers that are not are the interviewer's. Else all is one
    respondent's speech: subtitles run on, and every paragraph is a turn.
    """
    if all(line.cue for line in lines):
        draft = _Draft(ANYONE)
        for line in lines:
            draft.add(line.text, line.time_start, line.time_end)
        return _finish([draft] if lines else [], ())
    bold = [line.bold >= len(line.text) for line in lines]
    questions = 1 < sum(bold) < len(lines) - 1
    drafts: list[_Draft] = []
    for line, is_bold in zip(lines, bold, strict=True):
        label = "Interviewer" if questions and is_bold else ANYONE
        if not questions or not drafts or drafts[-1].label != label:
            drafts.append(_Draft(label))
        drafts[-1].add(*_untimed(line))
    turns, notes = _finish([draft for draft in drafts if draft.text], ())
    if questions:
        notes = ("no speaker labels: paragraphs in bold taken for the interviewer's", *notes)
    return turns, notes


def _finish(
    drafts: Sequence[_Draft], interviewers: Sequence[str]
) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    shown: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        if draft.label not in shown:
            shown[draft.label] = _shown(draft.label, interviewers, shown)
    turns = tuple(Turn(*shown[d.label], d.text, tuple(d.pieces)) for d in drafts)
    roles = {role for _, role in shown.values()}
    notes = []
    if RESPONDENT in roles and INTERVIEWER not in roles and len(shown) > 1:
        notes.append("no interviewer recognised: give the label in the sheet's column interviewers")
    if INTERVIEWER in roles and RESPONDENT not in roles:
        notes.append("no respondent recognised: only interviewers speak")
    return turns, tuple(notes)


def _shown(label: str, interviewers: Sequence[str], shown: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the label that tables show for a speaker's label, and the speaker's role."""
    if label == PREAMBLE:
        return PREAMBLE, CONTEXT
    if asks(label, interviewers):
        others = sum(role == INTERVIEWER for _, role in shown.values())
        return f"Interviewer {others + 1}" if others else "Interviewer", INTERVIEWER
    if _ANSWERS.fullmatch(label):
        return label, RESPONDENT
    others = sum(name.startswith("[Person ") for name, _ in shown.values())
    return f"[Person {others + 1}]", RESPONDENT
