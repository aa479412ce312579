"""The overview: what was found most often, and how the themes stand."""

from __future__ import annotations

from interview_coding.decisions import CONFIRMED, DISPUTED, SUGGESTED
from interview_coding.synthesis import figures, wording
from interview_coding.synthesis.material import Count, Material, ordered
from interview_coding.synthesis.sections.page import Page

_MOST = 5
_CARRIES = frozenset({"fremmer", "kerneelement"})
_HINDERS = frozenset({"haemmer", "udfordring"})
_EFFECTS = frozenset({"virkning"})


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.heading("Overblik", 1)
    if not len(material.found):
        document.paragraph(f"Ingen koder er {page.found} endnu.")
        return
    document.paragraph(
        f"Listerne viser de koder, der er {page.found} i flest interview. Et kerneelement kan være "
        "nævnt, fordi det er til stede, eller fordi det savnes; det viser citaterne."
    )
    for heading, valences in (
        ("Det, der fremmer og bærer", _CARRIES),
        ("Det, der hæmmer og udfordrer", _HINDERS),
        ("Oplevede virkninger", _EFFECTS),
    ):
        codes = material.codebook.codes
        counts = [(codes[c], n) for c, n in material.code_counts().items() if codes[c].valence in valences]
        if counts:
            document.heading(heading, 2)
            document.bullets(f"**{code.label}**: {spread(material, n)}" for code, n in counts[:_MOST])
    themes = ordered(material.codebook)
    statuses = material.coded.groupby(["theme", "status"]).size()
    values = [
        tuple(int(statuses.get((theme.id, status), 0)) for status in (CONFIRMED, DISPUTED, SUGGESTED))
        for theme in themes
    ]
    labels = [theme.label for theme in themes]
    page.figure(
        "temaer",
        figures.stacked_bars(labels, [(a, b, c) for a, b, c in values], "kodninger"),
        "Kodninger efter tema: bekræftet, omstridt og kun foreslået",
        "Liggende søjler, et tema i hver. "
        + " ".join(
            f"{label}: {a} bekræftet, {b} omstridt, {c} kun foreslået."
            for label, (a, b, c) in zip(labels, values, strict=True)
        ),
    )


def spread(material: Material, count: Count) -> str:
    """Return how widely something was found, in words: 2 af 4 interview, 3 segmenter."""
    total = len(material.interviews)
    return f"{wording.whole(count.interviews)} af {wording.interviews(total)}, {wording.segments(count.segments)}"
