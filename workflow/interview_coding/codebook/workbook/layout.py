"""The sheets and columns of the workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from interview_coding.codebook.model import LEVELS, QUESTIONS, VALENCES


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet of the workbook.

    Parameters
    ----------
    name
        What stands on its tab.
    about
        What it holds, for analysts.
    headings
        The key of every column -> its heading. Keys are those of the schema where it has one.
    """

    name: str
    about: str
    headings: Mapping[str, str]

    @property
    def main(self) -> str:
        """The key of the column that a row is about, after code and number."""
        return next(key for key in self.headings if key not in ("code", "nr"))


_OF_A_CODE = {"code": "kode", "nr": "nr"}
_CHOICES = {"question": "spørgsmål", "level": "niveau", "valence": "valens"}

THEMES = Sheet(
    "Temaer",
    "Et tema i hver række.",
    {"nr": "nr", "id": "id", "label": "betegnelse", "sources": "kilder", **_CHOICES},
)
CODES = Sheet(
    "Koder",
    "En kode i hver række. Er spørgsmål, niveau eller valens tomt, gælder temaets.",
    {
        "nr": "nr",
        "id": "id",
        "theme": "tema",
        "label": "betegnelse",
        "short": "kort betegnelse",
        "definition": "definition",
        "use": "brug",
        "synonyms": "synonymer",
        "sources": "kilder",
        **_CHOICES,
        "dialog 1": "dialog 1",
        "dialog 2": "dialog 2",
        "deleted": "slettet",
    },
)
PARTS = {
    "not_use": Sheet(
        "Brug ikke",
        "Hvornår en kode ikke skal bruges, og hvilken der skal bruges i stedet, hvis der er en.",
        {**_OF_A_CODE, "when": "når", "instead": "brug i stedet"},
    ),
    "exemplars": Sheet(
        "Eksempler",
        "Ytringer, som koden passer på. Hver kode skal have mindst tre.",
        {**_OF_A_CODE, "text": "ytring"},
    ),
    "near_misses": Sheet(
        "Næsten",
        "Ytringer, der lyder som koden, men er noget andet. Er »passer til« tomt, passer ingen kode.",
        {**_OF_A_CODE, "text": "ytring", "instead": "passer til"},
    ),
    "indicators": Sheet(
        "Indikatorer",
        "Mønstre af ord, der taler for en kode. Hvordan de skrives, står i docs/kodebog.md.",
        {**_OF_A_CODE, "text": "mønster"},
    ),
}
"""What a code has any number of, by its key in the schema."""
NO_CODE = Sheet("Uden kode", "Ytringer, som ingen kode passer på.", {"nr": "nr", "text": "ytring"})
LEFT_OUT = Sheet(
    "Udeladte koder",
    "Koder, som der henvises til, men som er slået fra i kodebogen. Lad arket stå.",
    {"id": "id"},
)
"""Is there only when it holds something."""
SHEETS = (THEMES, CODES, *PARTS.values(), NO_CODE, LEFT_OUT)

NAMES = {"question": QUESTIONS, "level": LEVELS, "valence": VALENCES}
"""The Danish names of what columns with a choice may hold."""
LISTS = ("synonyms", "sources")
"""Columns whose cells hold several texts, with `DELIMITER` between them."""
DELIMITER = ";"
YES, NO = "ja", "nej"
_DIALOGUE = re.compile(r"dialog ([1-9]\d*)")
"""The heading, and key, of a column with a question for dialogue; there may be any number."""


def dialogue_number(key: str) -> int:
    """Return the number of a column for dialogue, or 0 for another column."""
    match = _DIALOGUE.fullmatch(key)
    return int(match.group(1)) if match else 0
