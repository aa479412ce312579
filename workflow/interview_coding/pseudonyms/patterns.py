"""Direct identifiers by their form: CPR, telephone, e-mail, net address, address, number plate, account.

Read in talk that was written down: numbers are grouped and spelled in many ways, line ends fall anywhere.
A number too many is masked rather than one too few, but no year, amount, count or time of the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_coding.pseudonyms.addresses import find_addresses
from interview_coding.pseudonyms.digits import Found, find_numbers
from interview_coding.pseudonyms.mentions import (
    ACCOUNT,
    ADDRESS,
    CPR,
    EMAIL,
    PHONE,
    PLATE,
    POSTCODE,
    URL,
    Mention,
)

_FIRST = (CPR, EMAIL, URL, PHONE, ACCOUNT, ADDRESS, PLATE, POSTCODE)
"""Of mentions that overlap, the kind that comes first here is that of the whole."""
_DASHES = "‐‑‒–—―−﹘﹣－"
_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_BLANKS, " "),
        "＠": "@",
        "ı": "i",
        "ſ": "s",
        "\u212a": "K",
    }
)

_SURE_TLD = (
    """dk com org net eu info biz gl fo edu gov int uk pl fi nl fr es ch ie eus app dev online shop""".split()
)
_WORD_TLD = "nu se no de io is at it me be ai tv to co us".split()
_TLD = f"(?:{'|'.join(_SURE_TLD + _WORD_TLD)})"
_STOP = r" ?[(\[]?(?:punktum|prik|dot)[)\]]? ?"
_JOIN = r" ?(?:punktum|prik|bindestreg|underscore|understreg|plus) ?"
_LOCAL = rf"(?<![\w.+%-])(?:\w{{1,40}}{_JOIN}){{0,4}}[\w.+%'-]{{1,128}}"
_SPACED_AT = r"(?: @ ?| ?@ | ?[(\[{] ?(?:at|snabel-?a|@) ?[)\]}] ?| snabel[- ]?a )"
_EMAIL = re.compile(
    rf"{_LOCAL}(?:@(?:[\w-]{{1,63}}(?: ?\. ?(?={_TLD}\b)|\.|{_STOP})){{0,5}}[\w-]{{2,63}}"
    rf"|{_SPACED_AT}(?:[\w-]{{1,63}}(?: ?\. ?|{_STOP})){{1,5}}{_TLD}\b)",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@.])@[\w.]{2,40}")
_LINK = re.compile(r"\b(?:https?:/{0,2}|ftp://|www ?\.)[^\s<>\"»]{1,2000}", re.I)
_SPOKEN_LINK = re.compile(
    r"\b(?:www |w w w |www|vvv )?(?:punktum |prik )?[\w-]{2,40}(?: (?:punktum|prik) [\w-]{2,40}){0,2} "
    r"(?:punktum|prik|dot) (?:dk|com|org|net|eu|nu)\b(?: (?:skråstreg|slash) [\w-]{1,40}){0,3}",
    re.I,
)
_SITE = re.compile(
    rf"(?<![\w@.-])(?:[^\W_](?:[\w-]{{0,62}})\.){{1,5}}(?:(?P<sure>{'|'.join(_SURE_TLD)})|(?:{'|'.join(_WORD_TLD)}))"
    r"(?![\w-])(?P<path>/[^\s<>\"»]{0,2000})?"
)
_SITE_BEFORE = re.compile(
    r"(?:hjemmeside\w*|siden|sitet|adressen?|hedder|på|ind på|se|domæne\w*|nettet|hos|via|og|eller)[ :,]*\Z",
    re.I,
)
_TRAILING = ".,;:!?)]}'’”…"

_PLATE = re.compile(r"(?<![\w-])(?!(?:KR|NR|KL|CA|EU|DK)\b)[A-ZÆØÅ]{2}[ -]?\d{2}[ .-]?\d{3}(?![\w]|[.,]\d)")
_PLATE_TALK = re.compile(
    r"\b(?:nummerplade|reg\.? ?-?(?:nr|nummer)|(?:ind)?registreringsnummer|trailer|bilen)\w{0,4}\.?"
    r"[ :,]{1,3}(?:(?:er|hedder|det er|med|var|på|står der) ){0,2}"
    r"(?P<plate>[a-zæøå]{2}[ -]?\d{2}[ .-]?\d{2,3}|(?-i:[A-ZÆØÅ]{2,7}\d{0,5}|[A-ZÆØÅ]{1,3} ?\d{2,5}))\b",
    re.I,
)
_IBAN = re.compile(
    r"(?<!\w)(?:(?:DK|dk)\d\d(?:[ -]?\d{4}){3}[ -]?\d{2}|"
    r"[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)(?!\w)"
)


def find(text: str) -> list[Mention]:
    """Find the direct identifiers in a text.

    Parameters
    ----------
    text
        A turn's text, or any other.

    Returns
    -------
    list of Mention
        In order and without overlaps; where two were found that overlap, one that covers both. A postal code
        with its place right behind an address belongs to it.

    Examples
    --------
    >>> [(mention.kind, mention.form) for mention in find("Ring 22 33 44 55, jeg bor på Pilevej 12, 2. tv.")]
    [('phone', '22 33 44 55'), ('address', 'Pilevej 12, 2. tv.')]
    """
    plain = text.translate(_PLAIN)
    found = [*find_numbers(plain), *find_addresses(plain), *_on_the_net(plain), *_plates(plain)]
    found.extend((*match.span(), ACCOUNT) for match in _IBAN.finditer(plain))
    return [Mention(start, end, kind, text[start:end]) for start, end, kind in _merged(plain, found)]


def _merged(plain: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found in order, with what overlaps made one."""
    kept: list[Found] = []
    for start, end, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        if kept and start < kept[-1][1]:
            first, last, other = kept.pop()
            inside = end <= last and (start, end) != (first, last) and kind != CPR
            kept.append((first, max(end, last), other if inside else min(kind, other, key=_FIRST.index)))
        elif (
            kept
            and kind == POSTCODE
            and kept[-1][2] == ADDRESS
            and not plain[kept[-1][1] : start].strip(", -")
        ):
            kept.append((kept.pop()[0], end, ADDRESS))
        else:
            kept.append((start, end, kind))
    yield from kept


def _on_the_net(plain: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(plain):
        yield match.start(), _trimmed(plain, match), EMAIL
    for pattern in (_HANDLE, _LINK, _SPOKEN_LINK):
        for match in pattern.finditer(plain):
            yield match.start(), _trimmed(plain, match), URL
    for match in _SITE.finditer(plain):
        if match["sure"] or match["path"] or _stands_alone(plain, match):
            yield match.start(), _trimmed(plain, match), URL


def _trimmed(plain: str, match: re.Match[str]) -> int:
    """Return where a match ends without the punctuation behind it."""
    return match.start() + len(match.group().rstrip(_TRAILING))


def _stands_alone(plain: str, match: re.Match[str]) -> bool:
    """Tell of words with a stop and no blank between ("hej.nu") whether they are meant as a net address."""
    introduced = _SITE_BEFORE.search(plain[max(0, match.start() - 24) : match.start()]) is not None
    ends = match.end() == len(plain) or plain[match.end()] in _TRAILING
    return introduced or ends or any(c.isdigit() or c == "-" for c in match.group())


def _plates(plain: str) -> Iterator[Found]:
    for match in _PLATE.finditer(plain):
        yield (*match.span(), PLATE)
    for match in _PLATE_TALK.finditer(plain):
        yield (*match.span("plate"), PLATE)
