"""Numbers, dates and lists as Danish text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun: 1 kodning, 2 kodninger, ingen kodninger.

    >>> count(1, "kodning", "kodninger"), count(0, "kodning", "kodninger")
    ('1 kodning', 'ingen kodninger')
    """
    if number == 0:
        return f"ingen {many}"
    return f"{whole(number)} {one if number == 1 else many}"


def interviews(number: int) -> str:
    """Return a number of interviews."""
    return count(number, "interview", "interview")


def segments(number: int) -> str:
    """Return a number of segments."""
    return count(number, "segment", "segmenter")


def whole(number: int) -> str:
    """Return a whole number with full stops between thousands.

    >>> whole(12345)
    '12.345'
    """
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """Return a number with one decimal after a comma; halves are rounded up.

    >>> decimal(2.0), decimal(2.25)
    ('2,0', '2,3')
    """
    return str(Decimal(str(number)).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")


def percent(part: int, total: int) -> str:
    """Return a share as a whole percentage, halves rounded up; nothing of nothing is 0 %.

    A share that is not 0 or 1 is never rounded to 0 % or 100 %.

    >>> percent(1, 8), percent(999, 1000)
    ('13 %', '99 %')
    """
    if total == 0:
        return "0 %"
    rounded = (200 * part + total) // (2 * total)
    if 0 < part < total:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"


def day(iso: str) -> str:
    """Return an ISO date in words.

    >>> day("2025-03-18")
    '18. marts 2025'
    """
    moment = date.fromisoformat(iso)
    return f"{moment.day}. {_MONTHS[moment.month - 1]} {moment.year}"


def listed(items: Sequence[str], joint: str = "og") -> str:
    """Return items as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "eller")
    ('a, b og c', 'a eller b')
    """
    *first, last = items
    return f"{', '.join(first)} {joint} {last}" if first else last


def waves(numbers: Sequence[int]) -> str:
    """Return waves as text: bølge 1; bølge 1 og 2."""
    return f"bølge {listed([str(number) for number in numbers])}"


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
