"""The overview: what was found most often, and how the themes stand."""

from __future__ import annotations

from interview_coding.decisions import CONFIRMED, DISPUTED, SUGGESTED
from interview_coding.synthesis import figures, wording
from interview_coding.synthesis.material import Count, Material, ordered
from interview_coding.synthesis.sections.page import Page

_MOST = 5
_CORE = "kerneelement"
_LISTS = (
    ("Det, der fremmer og bærer", frozenset({"fremmer", _CORE})),
    ("Det, der hæmmer og udfordrer", frozenset({"haemmer", "udfordring"})),
    ("Oplevede virkninger", frozenset({"virkning"})),
)


def write(page: Page) -> None:
    """Write the section."""
    page.document.heading("Overblik", 1)
    _lists(page)
    _themes(page)


def _lists(page: Page) -> None:
    material, document = page.material, page.document
    if not len(material.found):
        document.paragraph(f"Ingen koder er {page.found}{page.enough}.")
        return
    codes = material.codebook.codes
    counts = [(codes[code], count) for code, count in material.code_counts().items()]
    lists = [
        (heading, [(code, n) for code, n in counts if code.valence in valences][:_MOST])
        for heading, valences in _LISTS
    ]
    shown = [code for _, chosen in lists for code, _ in chosen]
    if not shown:
        document.paragraph(
            f"De koder, der er {page.found}{page.enough}, beskriver samarbejdet uden at pege på, hvad der fremmer eller hæmmer."
        )
        return
    core = (
        " Et kerneelement kan være nævnt, fordi det er til stede, eller fordi det savnes; det viser citaterne."
        if any(code.valence == _CORE for code in shown)
        else ""
    )
    document.paragraph(
        f"Hver liste viser højst {_MOST} koder: dem, der er {page.found} i flest interview.{core}"
    )
    for heading, chosen in lists:
        if chosen:
            document.heading(heading, 2)
            document.bullets((f"{code.label}:", spread(material, n)) for code, n in chosen)


def _themes(page: Page) -> None:
    material = page.material
    themes = ordered(material.codebook)
    statuses = material.coded.groupby(["theme", "status"]).size()
    values = [
        tuple(int(statuses.get((theme.id, status), 0)) for status in (CONFIRMED, DISPUTED, SUGGESTED))
        for theme in themes
    ]
    if not any(map(any, values)):
        return
    labels = [theme.label for theme in themes]
    names = [name for name, _ in figures.SERIES]
    shown = [name for name, numbers in zip(names, zip(*values, strict=True), strict=True) if any(numbers)]
    page.figure(
        "temaer",
        figures.stacked_bars(labels, [(a, b, c) for a, b, c in values], "kodninger"),
        f"Kodninger efter tema: {wording.listed(shown)}{page.only_enough}",
        "Liggende søjler, et tema i hver. "
        + " ".join(
            f"{label}: {', '.join(f'{n} {name}' for n, name in zip(row, names, strict=True))}."
            for label, row in zip(labels, values, strict=True)
        ),
    )


def spread(material: Material, count: Count) -> str:
    """Return how widely something was found, in words: 2 af 4 interview, 3 segmenter."""
    total = len(material.interviews)
    return f"{wording.whole(count.interviews)} af {wording.interviews(total)}, {wording.segments(count.segments)}"
