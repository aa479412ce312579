"""Numbers that belong to one person: CPR, telephone, account and case numbers, in figures and in words.

A number is known by its groups of digits ("22 33 44 55"), by a word that introduces it ("mit cpr-nummer er"),
or by both. CPR numbers are never checked by modulus 11, which those given since 2007 need not pass. The
functions read plain text: every space a blank, every dash a hyphen (`patterns.find` makes it so).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from interview_coding.pseudonyms.mentions import ACCOUNT, CPR, PHONE

Found = tuple[int, int, str]
"""Where a mention starts and ends, and its kind."""


def either(words: Iterable[str]) -> str:
    """Return a pattern of words to choose from, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_FROM_ZERO = """nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten
    atten     nitten""".split()
_TENS = {
    word: 10 * n
    for n, words in enumerate(
        """tyve; tredive; fyrre fyrretyve; halvtreds halvtredsindstyve; tres tresindstyve;
        halvfjerds halvfjerdsindstyve; firs firsindstyve; halvfems halvfemsindstyve""".split(";"),
        start=2,
    )
    for word in words.split()
}
_VALUES = {word: n for n, word in enumerate(_FROM_ZERO)} | {"et": 1, "én": 1, "ét": 1} | _TENS
_ORDINAL = either(
    """første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende
    fjortende femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende
    fireogtyvende femogtyvende seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte
    enogtredivte""".split()
)
_COMPOSED = rf"(?:{either([*_FROM_ZERO[1:10], 'én'])}) ?og ?(?:{either(_TENS)})"
NUMBER_WORD = rf"(?:{_COMPOSED}|{either(_VALUES)})"
"""A number below a hundred in words."""

UNITS = re.compile(
    r"[ -]?(?:%|‰|€|\$|(?:kr|kroner|dkk|euro?|øre|mio|mia|millioner?|milliarder?|tusinde?|hundrede?|procent|"
    r"pct|promille|års?|årige?|årig|døgn|dage?|timers?|minutter|min|sekunder|uger|måneder|mdr|gange?|personer|"
    r"mennesker|mand|deltagere|frivillige|borgere|børn|unge|ældre|voksne|kvinder|mænd|piger|drenge|gæster|stk|"
    r"stykker|styk|meter|m2|km|kilometer|kvadratmeter|hektar|kilo|kg|gram|ton|liter|grader|point|sider|medlemmer|"
    r"familier|pladser|lejligheder|boliger|elever|ansatte|medarbejdere|beboere|brugere|foreninger|møder|svar|"
    r"henvendelser|andre|af (?:dem|de|os|jer))\b)",
    re.I,
)
"""What makes the number before it a count or an amount."""

_AMOUNT_BEFORE = re.compile(r"(?:\b(?:kr|kroner|dkk|euro?|kl|klokken|uge|side|ca)\.?|[€$£§]) ?\Z", re.I)
_JOIN_WORD = r"bindestreg|streg|minus|mellemrum|øhm?|og så|så|og"
_RUN = re.compile(rf"\d+(?:(?:[ \-./_(),]{{1,4}}| (?:{_JOIN_WORD}) )\d+)*")
_GROUP = re.compile(r"\d+")
_CUES = re.compile(
    r"\b(?:(?P<cpr>c\. ?p\. ?r|cpr(?!-?regist)|person-?(?:nummer|nr)|p-?(?:nr|nummer)|sygesikring)|"
    r"(?P<phone>(?:mobil|telefon|fastnet|tlf)|nummer)|(?P<call>(?:ring|sms|mobilen|kontakt))|"
    r"(?P<company>cvr)|"
    r"(?P<account>konto|reg(?:istrerings)?[. -]{0,2}(?:nr|nummer)|reg\.|iban|mobile ?pay|(?:sags|journal|pas|"
    r"kørekorts?|patient|medlems|kunde|medarbejder|kort|dankort|police|løbe|reference)-?(?:nr|nummer)|"
    r"pas nr))(?:\w{0,12}(?:-(?:nr|nummer)\w{0,3})?)",
    re.I,
)
_CUE_REACH = 60
_NEAR = 30
_NO_DIGITS = re.compile(r"\D*\Z")
_CLOCK_OR_PAGE = re.compile(r"\b(?:kl|klokken|uge|side|i|siden|fra)\.? ?\Z|§ ?\Z", re.I)
_SENTENCE_END = re.compile(r"[.!?] [A-ZÆØÅ]")
_CASE = re.compile(
    r"\b(?:sags|journal|pas|kørekorts?|patient|medlems|kunde|medarbejder|reference)-?(?:nr\b\.?|nummer(?:et)?)"
    r"|\bpas nr\.?|\bmobile ?pay(?:[ -]?(?:box|boks|nummer(?:et)?|nr\.?)){0,2}",
    re.I,
)
_CASE_GAP = re.compile(r"[ :,]{0,3}(?:(?:er|var|hedder|det er|på|til) ){0,2}", re.I)
_CASE_NUMBER = re.compile(r"(?:[A-ZÆØÅ]{1,4}[-/ ]?)?\d\w{0,30}(?:[\-./ ]\d\w{0,30}){0,6}", re.I)
_MASK = r"[x*#•_?]"
_MASKED_CPR = re.compile(
    rf"(?<!\w)(?:\d\d([ .\-/]?)\d\d\1\d\d[ .\-/]{{0,3}}(?:{_MASK}{{3,4}}|(?:{_MASK} ){{3}}{_MASK}|"
    rf"\d{{1,3}}{_MASK}{{1,3}})|"
    rf"{_MASK}{{6}}[ .\-/]{{1,3}}\d{{4}}|\d{{2,4}}{_MASK}{{2,4}}-(?:{_MASK}|\d){{4}})"
    r"(?!\w)",
    re.I,
)
_LAST_FOUR = re.compile(
    r"\b(?:sidste (?:fire|4)|(?:fire|4) sidste)(?: (?:cifre|tal|numre))?(?: i \S{1,12} \S{1,20})?"
    r"[ ,:]{1,2}(?:(?:det )?(?:er|var|hedder)[ :]{1,2})?(?P<four>\d{4}|\d\d \d\d)(?!\d)",
    re.I,
)
_SPOKEN_JOIN = r"(?:(?:[ ,.\-]{1,3}(?:bindestreg|streg|minus|øhm?|og så|så))?[ ,.\-]{1,3})"
_SPOKEN_NUMBER = rf"(?:{NUMBER_WORD}|\d{{1,4}})\b"
_SPOKEN = re.compile(
    rf"\b(?:(?:{_ORDINAL}|\d{{1,2}}\.?) (?:i|i den) (?:{_ORDINAL}|\d{{1,2}}\b\.?)|{_SPOKEN_NUMBER})"
    rf"(?:{_SPOKEN_JOIN}{_SPOKEN_NUMBER}){{2,20}}",
    re.I,
)
_SPOKEN_PART = re.compile(
    rf"\b(?:(?P<ordinal>{_ORDINAL})|(?P<composed>{_COMPOSED})|(?P<word>{either(_VALUES)})|(?P<figures>\d+))\b",
    re.I,
)

_CPR_DIGITS = 10
_PHONE_DIGITS = 8
_PHONE_SHAPES = {
    (8,),
    (4, 4),
    (2,) * 4,
    (2, 3, 3),
    (3, 2, 3),
    (3, 3, 2),
    (2, 6),
    (6, 2),
    (2, 2, 4),
    (4, 2, 2),
}
_LONGEST_PHONE = 15
_YEARS = range(1900, 2061)
_INTRODUCED = range(6, 14)


class _Group(NamedTuple):
    """Digits that stand together, and what joins them to the group before."""

    start: int
    end: int
    size: int
    digits: str
    join: str

    @property
    def is_year(self) -> bool:
        return self.size == 4 and int(self.digits) in _YEARS


def find_numbers(plain: str) -> Iterator[Found]:
    """Yield CPR, telephone, account and case numbers, which may overlap.

    Parameters
    ----------
    plain
        The text, with blanks and hyphens made plain.

    Yields
    ------
    Found
        Start, end (exclusive, in code points) and kind of a number, of a run of digits always the whole.
    """
    for run in _RUN.finditer(plain):
        yield from _in_run(plain, _groups(plain, run))
    for match in _MASKED_CPR.finditer(plain):
        yield (*match.span(), CPR)
    for match in _LAST_FOUR.finditer(plain):
        yield (*match.span("four"), CPR)
    yield from _cases(plain)
    yield from _spoken(plain)


def _groups(plain: str, run: re.Match[str]) -> list[_Group]:
    groups: list[_Group] = []
    last = run.start()
    for match in _GROUP.finditer(plain, *run.span()):
        join = plain[last : match.start()]
        short = join.strip() + (" " if join.strip() == "." and join.endswith(" ") else "")
        figures = match.group()
        groups.append(_Group(match.start(), match.end(), len(figures), figures, short or join[:1]))
        last = match.end()
    return groups


def _in_run(plain: str, groups: Sequence[_Group]) -> Iterator[Found]:
    cue = _cue(plain, groups[0].start)
    next_free = 0
    for at in range(len(groups)):
        ahead = groups[at : at + 20]
        before = groups[at].join if at else ""
        in_cpr = _cpr(ahead, before)
        if in_cpr:
            yield ahead[0].start, ahead[in_cpr - 1].end, CPR
        if at < next_free:
            continue
        count, kind = (in_cpr, CPR) if in_cpr else _by_form(plain, ahead, before)
        if at == 0 and cue and kind != CPR:
            count, kind = _introduced(plain, ahead, cue, (count, kind))
        if count:
            start = _opening(plain, ahead[0].start) if kind == PHONE else ahead[0].start
            yield start, ahead[count - 1].end, kind
        next_free = at + max(count, 1)


def _opening(plain: str, start: int) -> int:
    """Return where a telephone number begins whose digits begin at `start`: at its plus, if it has one."""
    before = plain[max(0, start - 3) : start]
    plus = before.rfind("+")
    if plus < 0 or before[plus + 1 :].strip():
        return start
    at = start - len(before) + plus
    return at - 1 if plain[at - 1 : at] == "(" else at


def _by_form(plain: str, groups: Sequence[_Group], before: str) -> tuple[int, str]:
    """Return how many groups make a number by their form alone, and its kind."""
    if count := _foreign(plain, groups, before):
        return count, PHONE
    end = _account(groups)
    if end:
        holds_cpr = len(groups) > 1 and end == 2 and _cpr(groups[1:], "")
        return end, CPR if holds_cpr else ACCOUNT
    count = _phone(groups, before, plain)
    if (
        count
        and not UNITS.match(plain, groups[count - 1].end)
        and not _follows_amount(plain, groups[0].start)
    ):
        return count, PHONE
    return 0, ""


def _is_date(digits: str) -> bool:
    """Tell whether the first four digits can be a CPR number's day (60 more in test numbers) and month."""
    day, month = int(digits[:2]), int(digits[2:4])
    return (1 <= day <= 31 or 61 <= day <= 91) and 1 <= month <= 12


def _cpr(groups: Sequence[_Group], before: str) -> int:
    sizes, count = _until(groups, _CPR_DIGITS)
    if count and _is_date(_joined(groups[:count])):
        return count if _has_cpr_form(groups, sizes, before) else 0
    if _is_short_date(groups[:4]):
        return 4
    sizes, count = _until(groups, 12)
    if tuple(sizes) not in {(8, 4), (2, 2, 4, 4)} or not _is_date(_joined(groups[:count])):
        return 0
    year, last = _joined(groups[:count])[4:8], groups[count - 1]
    clock = int(last.digits[:2]) < 24 and int(last.digits[2:]) < 60 and last.join != "-"
    return 0 if clock or last.is_year or int(year) not in _YEARS else count


def _is_short_date(groups: Sequence[_Group]) -> bool:
    """Tell whether groups are a date with single figures and four more: 14.4.2004-2286."""
    sizes = tuple(group.size for group in groups)
    if len(sizes) < 4 or 1 not in sizes[:2] or max(sizes[:2]) > 2 or sizes[2] not in (2, 4) or sizes[3] != 4:
        return False
    day, month = groups[0].digits.zfill(2), groups[1].digits.zfill(2)
    alike = groups[1].join == groups[2].join and groups[1].join in {".", "/", "-"} and groups[3].join == "-"
    return alike and _is_date(day + month) and not groups[3].is_year


def _has_cpr_form(groups: Sequence[_Group], sizes: Sequence[int], before: str) -> bool:
    ends = list(accumulate(sizes))
    if len(sizes) == 1 or tuple(sizes) in {(4, 6), (2, 2, 6)}:
        return len({group.join for group in groups[1 : len(sizes)]} - {","}) <= 1
    if 6 not in ends:
        return False
    split = ends.index(6) + 1
    last = groups[split]
    if last.join == "," and last.is_year:
        return False
    if split == 1 and last.size == 4:
        return True
    date = {group.join for group in groups[1:split]}
    number = {group.join for group in groups[split + 1 : len(sizes)]}
    behind = groups[len(sizes)].join if len(groups) > len(sizes) else ""
    if not (date | number) <= {" ", "-", ".", "/", "_"} or len(date) > 1 or len(number) > 1:
        return False
    return last.size == 4 or not {before, behind} & {"-", ".", "/"}


def _account(groups: Sequence[_Group]) -> int:
    """Return how many groups make an account or card number: reg. and number, four fours, or one long run."""
    sizes = tuple(group.size for group in groups[:4])
    joins = {group.join for group in groups[1:4]}
    if sizes == (4, 4, 4, 4) and joins <= {" ", "-"} and not all(group.is_year for group in groups[:4]):
        return 4
    if sizes[:3] == (4, 6, 5):
        return 3
    if (
        sizes[:1] == (4,)
        and len(sizes) > 1
        and 7 <= sizes[1] <= 10
        and groups[1].join in {" ", "-", "/", "."}
    ):
        return 2
    return 1 if sizes[0] > _PHONE_DIGITS else 0


def _foreign(plain: str, groups: Sequence[_Group], before: str) -> int:
    """Return how many groups make a telephone number with a country's code: +46, 0046."""
    first = groups[0]
    plus = _opening(plain, first.start) != first.start
    zeros = not before.strip() and re.match(r"00[1-9]|00\Z", first.digits) is not None
    if not plus and not zeros:
        return 0
    loose = {",", "og", "så", "og så", ". "}
    near = [first, *takewhile(lambda group: group.join not in loose, groups[1:])]
    if len(near) > 4 and near[-1].is_year:
        near = near[:-1]
    totals = [total for total in accumulate(group.size for group in near) if total <= _LONGEST_PHONE]
    danish = re.match(r"(?:00)?45", _joined(near[:2]))
    whole = len(danish.group()) + _PHONE_DIGITS if danish else 0
    if whole in totals:
        return totals.index(whole) + 1
    return len(totals) if totals and totals[-1] >= _PHONE_DIGITS else 0


def _phone(groups: Sequence[_Group], before: str, plain: str) -> int:
    """Return how many groups have the form of a Danish telephone number."""
    size = groups[0].size
    if size == _PHONE_DIGITS:
        return 1
    if size == 2 and (count := _pairs(groups, before)):
        return count
    if size == 4 and len(groups) > 1 and groups[1].size == 4:
        return _fours(plain, groups)
    if size == 1:
        return _singles(groups)
    shape, count = _until(groups, _PHONE_DIGITS)
    joins = {group.join for group in groups[1:count]}
    behind = groups[count].join if len(groups) > count else ""
    if not count or len(joins) > 1 or not joins <= {" ", "-"} or joins & {before, behind}:
        return 0
    digits = _joined(groups[:count])
    if digits[0] in "01" or any(group.is_year for group in groups[:count]):
        return 0
    return count if tuple(shape) in _PHONE_SHAPES and not digits.endswith("000") else 0


def _pairs(groups: Sequence[_Group], before: str) -> int:
    """Return how many pairs of digits stand in a row, four or more, joined alike: 22 33 44 55."""
    joins = [group.join for group in takewhile(lambda group: group.size == 2, groups[1:])]
    if len(joins) < 3:
        return 0
    if joins[0] == joins[2] == " " and joins[1] in {"-", ".", "/"} and not before.strip():
        return 4
    alike = list(takewhile(lambda join: join == joins[0], joins))
    if len(alike) < 3 or joins[0] not in {" ", "-", ".", ". ", "_"} or before == joins[0] != " ":
        return 0
    values = [int(group.digits) for group in groups[: len(alike) + 1]]
    counting = {b - a for a, b in pairwise(values)} in ({1}, {2})
    return 0 if counting else len(values)


def _fours(plain: str, groups: Sequence[_Group]) -> int:
    first, second = groups[:2]
    if second.join not in {" ", "-", ".", "_"}:
        return 0
    third = groups[2] if len(groups) > 2 else None
    if first.is_year and _cpr(groups[1:], second.join):
        return 0
    if third and third.size == 4 and third.join == second.join:
        return 0 if any(group.is_year for group in groups[:3]) else 3
    if first.is_year and second.is_year:
        return 0
    one_year = first.is_year or second.is_year
    rounded = second.digits.endswith("00") or first.digits.endswith("00")
    town = re.match(r" [A-ZÆØÅ][a-zæøå]", plain[second.end : second.end + 3])
    return 0 if one_year and second.join == " " and (rounded or town) else 2


def _singles(groups: Sequence[_Group]) -> int:
    """Return 8 where eight digits were written one by one, and are not someone counting."""
    eight = groups[:_PHONE_DIGITS]
    joins = {group.join for group in eight[1:]}
    behind = groups[_PHONE_DIGITS].join if len(groups) > _PHONE_DIGITS else ""
    if len(eight) < _PHONE_DIGITS or any(group.size != 1 for group in eight) or joins - {" ", "-"}:
        return 0
    rising = all(int(b.digits) == int(a.digits) + 1 for a, b in pairwise(eight))
    return 0 if rising or len(joins) > 1 or behind in joins else _PHONE_DIGITS


def _cue(plain: str, start: int) -> str:
    """Return what introduces the number at `start`: cpr, phone, call, account or company, or nothing."""
    window = plain[max(0, start - _CUE_REACH) : start]
    near = _NO_DIGITS.search(window)
    said = near.group() if near else ""
    cues = list(_CUES.finditer(said))
    if not cues or cues[-1].lastgroup is None:
        return ""
    last, kind = cues[-1], str(cues[-1].lastgroup)
    gap = said[last.end() :]
    if kind == CPR:
        return CPR
    if _CLOCK_OR_PAGE.search(gap) or (_SENTENCE_END.search(gap) and kind != PHONE):
        return ""
    return kind if kind in {PHONE, "call"} or len(gap) <= _NEAR else ""


def _introduced(plain: str, groups: Sequence[_Group], cue: str, by_form: tuple[int, str]) -> tuple[int, str]:
    """Return how many groups make the number that a word introduces, and its kind."""
    if cue in {"account", "company"} and by_form[0]:
        return by_form[0], ACCOUNT
    if by_form[0]:
        return by_form[0], CPR if cue == CPR and by_form[1] == ACCOUNT else by_form[1]
    if UNITS.match(plain, groups[-1].end) or all(group.is_year for group in groups):
        return 0, ""
    sizes = [group.size for group in groups]
    if cue == CPR:
        _, count = _until(groups, _CPR_DIGITS)
        loose = sum(sizes) in _INTRODUCED and (sum(sizes) > 6 or _is_date(_joined(groups)))
        return count or (len(groups) if loose else 0), CPR
    if cue == "company":
        return _until(groups, _PHONE_DIGITS)[1], ACCOUNT
    if cue == "account":
        ends = [total for total in accumulate(sizes) if total <= 20]
        return (len(ends), ACCOUNT) if ends and ends[-1] >= 4 else (0, "")
    shape, count = _until(groups, _PHONE_DIGITS)
    count = count if cue == PHONE or tuple(shape) in _PHONE_SHAPES else 0
    years = any(group.is_year for group in groups[:count]) and len(groups[:count]) > 2
    if count and not years and not _is_time_range(groups[:count]):
        return count, PHONE
    ranged = sizes in ([3, 3], [2, 4], [4, 2]) and groups[1].join in {"-", ".", ",", "og"}
    amount = re.fullmatch(r"\d{1,3}(?:[ .]\d{3})*[ .]?000", plain[groups[0].start : groups[-1].end])
    loose = cue == PHONE and sum(sizes) in _INTRODUCED and not ranged and not amount
    return (len(groups), PHONE) if loose and not any(group.is_year for group in groups) else (0, "")


def _is_time_range(groups: Sequence[_Group]) -> bool:
    """Tell whether four pairs are two times of the day: 14.30-16.00."""
    joins = [group.join for group in groups[1:]]
    values = [int(group.digits) for group in groups]
    clock = len(values) == 4 and all(v < 24 for v in values[::2]) and all(v < 60 for v in values[1::2])
    return clock and joins[0] == joins[2] == "."


def _follows_amount(plain: str, start: int) -> bool:
    return _AMOUNT_BEFORE.search(plain[max(0, start - 9) : start]) is not None


def _until(groups: Sequence[_Group], total: int) -> tuple[list[int], int]:
    """Return the sizes and the number of the first groups that have `total` digits in all, else nothing."""
    sizes: list[int] = []
    left = total
    for group in groups:
        sizes.append(group.size)
        left -= group.size
        if left <= 0:
            break
    return (sizes, len(sizes)) if left == 0 else ([], 0)


def _joined(groups: Sequence[_Group]) -> str:
    return "".join(group.digits for group in groups)


def _cases(plain: str) -> Iterator[Found]:
    """Yield numbers of cases, passports and payment boxes that may hold letters, by the word before them."""
    for match in _CASE.finditer(plain):
        gap = _CASE_GAP.match(plain, match.end())
        number = _CASE_NUMBER.match(plain, gap.end() if gap else match.end())
        if number is None or UNITS.match(plain, number.end()):
            continue
        digits = _GROUP.findall(number.group())
        if sum(map(len, digits)) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", number.group()):
            yield (*number.span(), ACCOUNT)


def _spoken(plain: str) -> Iterator[Found]:
    """Yield CPR and telephone numbers said in words, or partly in words."""
    for match in _SPOKEN.finditer(plain):
        parts = list(_SPOKEN_PART.finditer(match.group()))
        kinds = [part.lastgroup for part in parts]
        if set(kinds) == {"figures"}:
            continue
        digits = "".join(_value(part) for part in parts)
        cue = _cue(plain, match.start())
        telling = sum(kind == "composed" for kind in kinds) + sum(_value(part) == "0" for part in parts)
        counted = UNITS.match(plain, match.end()) is not None
        is_cpr = len(digits) == _CPR_DIGITS and telling >= 2 and _is_date(digits)
        if is_cpr or (cue == CPR and len(digits) >= 6):
            yield (*match.span(), CPR)
        elif cue == "account" and len(digits) >= _PHONE_DIGITS:
            yield (*match.span(), ACCOUNT)
        elif not counted and (len(digits) >= 6 if cue else len(digits) >= _PHONE_DIGITS and telling >= 3):
            yield (*match.span(), PHONE)


def _value(part: re.Match[str]) -> str:
    """Return the digits that a spoken number stands for."""
    word = part.group().casefold()
    if part["figures"]:
        return word
    if part["ordinal"]:
        return "00"
    if part["composed"]:
        unit, _, ten = word.replace(" ", "").partition("og")
        return str(_VALUES[unit] + _VALUES[ten])
    return str(_VALUES[word])
