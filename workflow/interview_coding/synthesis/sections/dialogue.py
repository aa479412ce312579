"""Questions for the partnership's next dialogue: about what hinders, carries, is disputed or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from interview_coding.decisions import DISPUTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.sections.overview import spread
from interview_coding.synthesis.sections.page import Page

_STRONG = frozenset({"fremmer", "kerneelement"})
_EFFECT = frozenset({"virkning"})
_HARD = frozenset({"haemmer", "udfordring"})
_PER_REASON = 2


def write(page: Page) -> None:
    """Write the section."""
    page.document.heading("Spørgsmål til den næste dialog", 1)
    chosen = list(_chosen(page))
    if not chosen:
        page.document.paragraph("Der er ikke noget at stille spørgsmål til endnu.")
        return
    page.document.paragraph(
        "Spørgsmålene kommer fra kodebogen. Efter hvert af dem står den kode, det hører til, og hvorfor den er valgt. "
        "Vælg et eller to til næste møde."
    )
    page.document.bullets(chosen)


def _chosen(page: Page) -> Iterator[tuple[str, str]]:
    material = page.material
    codes = material.codebook.codes
    counts = material.code_counts()
    disputed = {
        str(code): material.count(part)
        for code, part in material.coded[material.coded["status"] == DISPUTED].groupby("code")
    }
    used: set[str] = set()

    def take(
        reason: str, candidates: Iterable[str], standing: Callable[[str], str]
    ) -> Iterator[tuple[str, str]]:
        for code in [c for c in candidates if c not in used][:_PER_REASON]:
            used.add(code)
            yield codes[code].dialogue[0], f"{reason}: {codes[code].label} ({standing(code)})."

    def found(code: str) -> str:
        return f"{page.found} i {spread(material, counts[code])}"

    def divided(code: str) -> str:
        return f"omstridt i {wording.segments(disputed[code].segments)}"

    order = list(codes)
    by_dispute = sorted(disputed, key=lambda c: (-disputed[c].segments, order.index(c)))
    yield from take("Hæmmer eller udfordrer", (c for c in counts if codes[c].valence in _HARD), found)
    yield from take("Fremmer eller bærer", (c for c in counts if codes[c].valence in _STRONG), found)
    yield from take("Oplevet virkning", (c for c in counts if codes[c].valence in _EFFECT), found)
    yield from take("Analytikerne er uenige", by_dispute, divided)
    if len(material.waves) > 1:
        before, now = material.waves[-2:]
        earlier = material.code_counts(before)
        new = [c for c in material.code_counts(now) if c not in earlier]
        yield from take(f"I bølge {now}, men ikke i bølge {before}", new, found)
