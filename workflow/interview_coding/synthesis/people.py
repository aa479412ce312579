"""Whose voices a document rests on, by sector: as much as may be told of small groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from interview_coding.disclosure import TOTAL, breakdown, informant, reveals, withhold
from interview_coding.sheet import Interview
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material

HIDDEN = "skjult"
"""What stands in a table for a number that is withheld."""

SECTORS = {
    "borger": "borgere",
    "civil": "civilsamfundet",
    "offentlig": "den offentlige sektor",
    "privat": "den private sektor",
}
"""The sectors of the sheet, as people are said to come from them."""

SECTOR_WORDS = {
    "borger": "Borgere",
    "civil": "Civil",
    "offentlig": "Offentlig",
    "privat": "Privat",
    "": "Ikke angivet",
}
"""The sectors in a table; "" is where the sheet gives none."""


def sectors(material: Material) -> list[str]:
    """Return the sectors of which there are interviews, "" last."""
    there = {interview.sector for interview in material.interviews}
    return [sector for sector in SECTOR_WORDS if sector in there]


def voices(material: Material) -> str:
    """Return in a sentence which sectors speak and which do not, unless that tells how many speak of each."""
    given = [interview.sector for interview in material.interviews]
    known = set(filter(None, given))
    if not known or material.few:
        return ""
    values, people = breakdown(_records(material.interviews), "sector", "partnership")
    said = _said(material, material.interviews, values, lambda interview: interview.partnership)
    shown = withhold(values, people, material.min_informants, said)
    if reveals(shown, values.drop(columns=TOTAL).sum().to_dict(), said):
        return "Stemmerne kommer fra flere sektorer."
    told = f"Stemmerne kommer fra {wording.listed([name for s, name in SECTORS.items() if s in known])}"
    if "" in given:
        return f"{told}; for nogle interview er sektoren ikke angivet."
    silent = [name for s, name in SECTORS.items() if s not in known]
    return f"{told}. Ingen kommer fra {wording.listed(silent, 'eller')}." if silent else f"{told}."


def sector_rows(material: Material) -> list[list[str]]:
    """Return the rows of the table of interviews by sector; none where there is nothing to show.

    The document across gives of each partnership the sums that its own document gives, so that neither tells
    what the other withholds.
    """
    tables = {partnership: _by_sector(material, partnership) for partnership in material.partnerships}
    columns = [TOTAL] if material.across else [*material.waves, TOTAL]
    if not any((table[columns] > 0).any(axis=None) for table in tables.values()):
        return []
    if material.across:
        return [
            [
                partnership,
                *map(_cell, table[TOTAL]),
                wording.whole(material.interviewed(partnership=partnership)),
            ]
            for partnership, table in tables.items()
        ]
    table = tables[material.title]
    if len(table) < 2:
        return []
    rows = [[SECTOR_WORDS[sector], *map(_cell, table.loc[sector])] for sector in table.index]
    return [
        *rows,
        ["I alt", *(wording.whole(material.interviewed(wave)) for wave in (*material.waves, None))],
    ]


def _by_sector(material: Material, partnership: str) -> pd.DataFrame:
    """Return a partnership's interviews by sector and wave with `TOTAL`, `NA` where withheld."""
    interviews = [interview for interview in material.interviews if interview.partnership == partnership]
    values, people = breakdown(_records(interviews), "sector", "wave")
    said = _said(
        material, interviews, values, lambda interview: material.descriptions[interview.interview_id].wave
    )
    shown = withhold(values, people, material.min_informants, said)
    if partnership in material.few or shown[TOTAL].isna().all():
        return pd.DataFrame(pd.NA, sectors(material), shown.columns, "Int64")
    return shown.reindex(sectors(material), fill_value=0)


def _said(
    material: Material,
    interviews: Iterable[Interview],
    values: pd.DataFrame,
    column: Callable[[Interview], object],
) -> pd.DataFrame:
    """Return of how many interviews in each cell the quotes may tell that they belong there."""
    said = pd.DataFrame(0, values.index, values.columns)
    for interview in interviews:
        description = material.descriptions.get(interview.interview_id)
        if description and (description.role or description.sector):
            for cell in {column(interview), TOTAL} & set(values.columns):
                said.at[interview.sector, cell] += 1
    return said


def _cell(number: int) -> str:
    return HIDDEN if pd.isna(number) else wording.whole(int(number))


def _records(interviews: Iterable[Interview]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "sector": interview.sector,
            "wave": interview.wave,
            "partnership": interview.partnership,
            "informant": informant(interview),
        }
        for interview in interviews
    )
