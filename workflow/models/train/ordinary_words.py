"""Make the list of ordinary word forms by which a word that opens a sentence is told from a name.

A form is ordinary when it is common in the debates of the Folketing and stands there nearly always in lower
case; speech that parliament lacks is added from `spoken_words.txt`. What is a name by the project's lists is
left out. Only the forms are kept, no text:

    python workflow/models/train/ordinary_words.py folketinget-2022-23.txt.xz
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from vectors import paragraphs

from interview_coding.pseudonyms import lists

OUTPUT = Path(lists.__file__).parent / "lists" / "ordinary_words.txt"
SPOKEN = Path(__file__).with_name("spoken_words.txt")
OFTEN = 5
MOSTLY = 0.8
HEAD = """\
# Common Danish word forms that are no names, lower case, one a line.
# By them a word with a capital because it opens a sentence is told from a name.
# Made by workflow/models/train/ordinary_words.py: forms that stand at least 5 times in lower case, and so
# in more than 80 % of their places inside sentences, in the debates of the Folketing 2022-23; everyday words.
"""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:…»\"“”])\s*$")


def count(lines: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each form stands in lower case, and with a capital though it opens no sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in lines:
        end = 0
        for match in _WORD.finditer(line):
            form, gap = match.group(), line[end : match.start()]
            if form.islower():
                lower[form] += 1
            elif not _OPENS.search(gap if end else ""):
                capital[form.lower()] += 1
            end = match.end()
    return lower, capital


def ordinary(lower: Counter[str], capital: Counter[str]) -> set[str]:
    """Return the forms that are common and mostly in lower case."""
    return {form for form, n in lower.items() if n >= OFTEN and n > MOSTLY * (n + capital[form])}


def main(speech: Path) -> None:
    """Count the forms of `speech` and write the list."""
    spoken = {word for word in SPOKEN.read_text(encoding="utf-8").split() if word.islower()}
    names = lists.given_names() | lists.surnames()
    forms = {form.casefold() for form in ordinary(*count(paragraphs(speech))) | spoken if len(form) > 1}
    OUTPUT.write_text(HEAD + "\n".join(sorted(forms - names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
