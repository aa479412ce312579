"""What stands around a word and tells that it is somebody's name: »jeg hedder ...«, »min søn ...«."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_coding.pseudonyms import lists
from interview_coding.pseudonyms.words import Word

_WINDOW = 60
_FILLERS = (
    r"(?:\s+(?:så|jo|egentlig|bare|faktisk|nok|altså|vist|nu|da|også|for|øh|øhm|eller|der|hun|han|jeg)\b,?)*"
)
_QUOTED = r"\s+[\"“”»]?$"
_SAYS_PERSON = re.compile(
    r"\b(?:(?:jeg|hun|han|du)(?:\s+\w+)?\s+(?:hedder|hed|kaldes)|(?:hedder|hed)\s+(?:jeg|hun|han|du)|mit\s+navn\s+er|"
    rf"(?:hendes|hans)\s+navn\s+(?:er|var)|kald(?:er|te)?\s+(?:mig|ham|hende)){_FILLERS}{_QUOTED}",
    re.I,
)
_SAYS_NAME = re.compile(
    rf"\b(?:hedder|hed|hedde|kaldes|kaldt|kaldte|kalder|navnet|døbt|ved\s+navn|navn\s+er){_FILLERS}{_QUOTED}",
    re.I,
)
_NAMED_AFTER = re.compile(
    r"[\"“”«]?,?\s+(?:hedder|hed|kaldes|kalder\s+de|kaldte\s+de)\s+(?:han|hun|jeg|du|ham|hende)\b"
)
_TITLE = re.compile(
    r"(?:fru|frk|hr|frøken|herr|dr|mr|mrs|ms|pastor|onkel|tante|moster|faster|farbror|morbror)\.?", re.I
)
_SPEAKS = frozenset(
    "siger sagde spurgte svarede ringede fortalte fortæller mente mener hjalp græd grinede lo nikkede råbte "
    "skrev spørger svarer ringer griner hvisker hviskede synes syntes sukkede tænkte".split()
)
_ASKS_NAME = re.compile(
    r"\b(?:hvad\s+hedder\s+du|hvad\s+du\s+hedder|dit\s+navn|hvem\s+(?:er\s+du|du\s+er)|kalde\s+dig)\b", re.I
)
_NAME_COMES_SOON = 3
"""Words of an answer within which the name comes that was asked for."""


def says_person(text: str, start: int) -> bool:
    """Tell whether what stands before code point `start` says that somebody's name comes now."""
    return _SAYS_PERSON.search(text[max(0, start - _WINDOW) : start]) is not None


def says_name(text: str, start: int) -> bool:
    """Tell whether what stands before code point `start` says that a name comes now, of whatever."""
    return _SAYS_NAME.search(text[max(0, start - _WINDOW) : start]) is not None


def named_after(text: str, end: int) -> bool:
    """Tell whether what stands behind code point `end` says that this was somebody's name."""
    return _NAMED_AFTER.match(text, end) is not None


def answers_for_name(question: str, place: int) -> bool:
    """Tell whether the word at `place` of an answer comes early enough to be the name that was asked for."""
    return place < _NAME_COMES_SOON and _ASKS_NAME.search(question) is not None


def is_title(word: Word) -> bool:
    """Tell whether a word is a title, after which a name comes."""
    return _TITLE.fullmatch(word.text) is not None


def is_role(words: Sequence[Word]) -> bool:
    """Tell whether the last word, or all of them together, say who a person is to the speaker."""
    roles = lists.kinship_and_roles()
    last, whole = words[-1].text.casefold(), " ".join(word.text for word in words).casefold()
    return last in roles or whole in roles


def speaks(word: Word) -> bool:
    """Tell whether a word says what only a person does: »siger«, »ringede«."""
    return word.text in _SPEAKS
