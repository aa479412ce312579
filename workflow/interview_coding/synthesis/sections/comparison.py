"""Across partnerships: how the themes are spread over them, what they share and what is special."""

from __future__ import annotations

from interview_coding.synthesis import figures, wording
from interview_coding.synthesis.material import Material, ordered
from interview_coding.synthesis.sections.page import Page

_MOST = 12
_MOST_COLUMNS = 4


def write(page: Page) -> None:
    """Write the section, where the document compares partnerships."""
    material, document = page.material, page.document
    themes, partnerships = ordered(material.codebook), material.partnerships
    if not material.across or len(partnerships) < 2 or not len(material.found):
        return
    document.heading("Partnerskaberne side om side", 1)
    sizes = material.found.groupby(["theme", "partnership"]).size()
    labels = [theme.label for theme in themes]
    values = [
        [sizes.get((theme.id, p), 0) / material.interviewed(partnership=p) for p in partnerships]
        for theme in themes
    ]
    page.figure(
        "temaer-partnerskaber",
        figures.matrix(labels, partnerships, values)
        if len(partnerships) <= _MOST_COLUMNS
        else figures.matrix(partnerships, labels, [list(column) for column in zip(*values, strict=True)]),
        f"Kodninger pr. interview efter tema og partnerskab ({page.found}){page.only_enough}",
        "Et felt for hvert tema og partnerskab. "
        + " ".join(
            f"{label}: "
            + wording.listed([f"{p} {wording.decimal(v)}" for p, v in zip(partnerships, row, strict=True)])
            + "."
            for label, row in zip(labels, values, strict=True)
        ),
    )
    strict = f" En kode er kun talt med i de partnerskaber, hvor mindst {material.min_informants} interviewede står bag den."
    document.paragraph(
        "Tallene er pr. interview, så partnerskaberne kan stilles ved siden af hinanden, også når de har forskelligt "
        "antal interview. De siger, hvad der er talt om og kodet, ikke hvor godt det går."
        f"{strict if material.strict else ''}"
    )
    _shared_and_special(page, material)


def _shared_and_special(page: Page, material: Material) -> None:
    where: dict[str, set[str]] = {}
    for row in material.found.itertuples():
        where.setdefault(row.code, set()).add(row.partnership)
    codes = material.codebook.codes
    found = list(material.code_counts())
    everywhere = [c for c in found if len(where[c]) == len(material.partnerships)]
    page.document.heading("Fælles for alle partnerskaber", 2)
    if everywhere:
        page.document.bullets(("", codes[code].label) for code in everywhere[:_MOST])
        if len(everywhere) > _MOST:
            page.document.note(f"Og {len(everywhere) - _MOST} til; se dem under hovedspørgsmålene nedenfor.")
    else:
        page.document.paragraph(f"Ingen kode er {page.found}{page.enough} i alle partnerskaber.")
    page.document.heading("Kun i ét partnerskab", 2)
    page.document.paragraph(
        "Når en kode kun ses ét sted, kan det skyldes, hvem der er interviewet, og hvor meget der er gennemgået."
    )
    for partnership in material.partnerships:
        only = [codes[c].label for c in found if where[c] == {partnership}]
        shown = "; ".join(only[:_MOST]) or "ingen koder"
        more = f" (og {len(only) - _MOST} til)" if len(only) > _MOST else ""
        page.document.paragraph(f"{shown}{more}.", f"{partnership}:")
