"""Across partnerships: how the themes are spread over them, what they share and what is special."""

from __future__ import annotations

from interview_coding.synthesis import figures, wording
from interview_coding.synthesis.material import Material, ordered
from interview_coding.synthesis.sections.page import Page

_MOST = 12


def write(page: Page) -> None:
    """Write the section, where the document compares partnerships."""
    material, document = page.material, page.document
    if not material.across or not len(material.found):
        return
    document.heading("Partnerskaberne side om side", 1)
    themes, partnerships = ordered(material.codebook), material.partnerships
    sizes = material.found.groupby(["theme", "partnership"]).size()
    values = [
        [sizes.get((theme.id, p), 0) / material.interviewed(partnership=p) for p in partnerships]
        for theme in themes
    ]
    page.figure(
        "temaer-partnerskaber",
        figures.matrix([theme.label for theme in themes], partnerships, values),
        f"Tema × partnerskab: kodninger, der er {page.found}, pr. interview",
        "Et felt for hvert tema og partnerskab. "
        + " ".join(
            f"{theme.label}: "
            + wording.listed([f"{p} {wording.decimal(v)}" for p, v in zip(partnerships, row, strict=True)])
            + "."
            for theme, row in zip(themes, values, strict=True)
        ),
    )
    document.paragraph(
        "Tallene er pr. interview, fordi partnerskaberne har forskelligt antal. De siger, hvad der er talt om "
        "og kodet, ikke hvor godt det går."
    )
    if len(partnerships) > 1:
        _shared_and_special(page, material)


def _shared_and_special(page: Page, material: Material) -> None:
    where: dict[str, set[str]] = {}
    for row in material.found.itertuples():
        where.setdefault(row.code, set()).add(row.partnership)
    codes = material.codebook.codes
    everywhere = [c for c in material.code_counts() if len(where[c]) == len(material.partnerships)]
    page.document.heading("Fælles for alle partnerskaber", 2)
    if everywhere:
        page.document.bullets(codes[code].label for code in everywhere[:_MOST])
        if len(everywhere) > _MOST:
            page.document.note(f"Og {len(everywhere) - _MOST} til; se fundene nedenfor.")
    else:
        page.document.paragraph(f"Ingen kode er {page.found} i alle partnerskaber.")
    page.document.heading("Kun i ét partnerskab", 2)
    page.document.paragraph(
        "Når en kode kun ses ét sted, kan det skyldes, hvem der er interviewet, og hvor meget der er gennemgået."
    )
    for partnership in material.partnerships:
        only = [codes[c].label for c in material.code_counts() if where[c] == {partnership}]
        shown = "; ".join(only[:_MOST]) or "ingen"
        more = f" (og {len(only) - _MOST} til)" if len(only) > _MOST else ""
        page.document.paragraph(f"**{partnership}:** {shown}{more}.")
