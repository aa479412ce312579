"""Questions for the partnership's next dialogue: about what is strong, disputed, hindering or new."""

from __future__ import annotations

from collections.abc import Iterator

from interview_coding.decisions import DISPUTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.sections.overview import spread
from interview_coding.synthesis.sections.page import Page

_STRONG = frozenset({"fremmer", "kerneelement", "virkning"})
_HARD = frozenset({"haemmer", "udfordring"})
_PER_REASON = 2


def write(page: Page) -> None:
    """Write the section."""
    page.document.heading("Spørgsmål til den næste dialog", 1)
    chosen = list(_chosen(page))
    if not chosen:
        page.document.paragraph("Der er endnu ikke fund at stille spørgsmål til.")
        return
    page.document.paragraph(
        "Spørgsmålene kommer fra kodebogen og er valgt ud fra, hvad der står stærkt, hvad der står i vejen, hvad "
        "koderne er uenige om, og hvad der er nyt. Vælg et eller to til næste møde."
    )
    page.document.bullets(f"**{question}** {reason}" for question, reason in chosen)


def _chosen(page: Page) -> Iterator[tuple[str, str]]:
    material = page.material
    codes = material.codebook.codes
    counts = material.code_counts()
    used: set[str] = set()

    def take(candidates: list[str], reason: str) -> Iterator[tuple[str, str]]:
        for code in [c for c in candidates if c not in used][:_PER_REASON]:
            used.add(code)
            yield codes[code].dialogue[0], reason.format(_named(material, code))

    strong = [c for c in counts if codes[c].valence in _STRONG]
    hard = [c for c in counts if codes[c].valence in _HARD]
    disputed = material.coded[material.coded["status"] == DISPUTED]["code"].value_counts()
    order = list(codes)
    by_dispute = sorted(map(str, disputed.index), key=lambda c: (-disputed[c], order.index(c)))
    yield from take(hard, "Det står i vejen: {}.")
    yield from take(strong, "Det står stærkt: {}.")
    yield from take(by_dispute, "Koderne er uenige om: {}.")
    if len(material.waves) > 1:
        before, now = material.waves[-2:]
        earlier = material.code_counts(before)
        new = [c for c in material.code_counts(now) if c not in earlier]
        yield from take(new, f"Det er nyt i bølge {now}: {{}}.")


def _named(material: Material, code: str) -> str:
    label = material.codebook.codes[code].label
    counts = material.code_counts()
    if code in counts:
        return f"{label} ({spread(material, counts[code])})"
    number = int(((material.coded["code"] == code) & (material.coded["status"] == DISPUTED)).sum())
    return f"{label} ({wording.segments(number)})"
