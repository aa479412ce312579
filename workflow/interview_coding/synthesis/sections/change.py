"""What has changed since the last wave, with the uncertainty of small numbers."""

from __future__ import annotations

from interview_coding.synthesis import figures, wording
from interview_coding.synthesis.material import Count, Material, ordered
from interview_coding.synthesis.sections.page import Page

_MOST = 10
_NOTHING = Count(0, 0)


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.heading("Hvad har ændret sig siden sidste bølge?", 1)
    if len(material.waves) < 2:
        document.paragraph("Der er kun én bølge interview, så der er ikke noget at sammenligne med endnu.")
        return
    before, now = material.waves[-2:]
    document.paragraph(_caution(material, before, now))
    if not len(material.found):
        document.paragraph(f"Ingen koder er {page.found} endnu.")
        return
    themes = ordered(material.codebook)
    sizes = material.found.groupby(["wave", "theme"]).size()
    earlier, later = (
        [sizes.get((wave, theme.id), 0) / material.interviewed(wave) for theme in themes]
        for wave in (before, now)
    )
    page.figure(
        "boelger",
        figures.change(
            [theme.label for theme in themes],
            earlier,
            later,
            (f"bølge {before}", f"bølge {now}"),
            f"kodninger pr. interview ({page.found})",
        ),
        f"Kodninger pr. interview efter tema i bølge {before} og bølge {now}",
        "Et punkt for hver bølge og en streg imellem, et tema i hver række. "
        + " ".join(
            f"{theme.label}: fra {wording.decimal(a)} til {wording.decimal(b)}."
            for theme, a, b in zip(themes, earlier, later, strict=True)
        ),
    )
    _code_tables(page, before, now)


def _caution(material: Material, before: int, now: int) -> str:
    return (
        f"Bølge {before} har {wording.interviews(material.interviewed(before))}, bølge {now} har "
        f"{wording.interviews(material.interviewed(now))}, og {material.reviewed_share(before)} og "
        f"{material.reviewed_share(now)} af forslagene er gennemgået. Med så få interview kan en forskel skyldes, "
        "hvem der blev spurgt, og hvor langt gennemgangen er nået. Læs den som et spørgsmål, ikke som en måling."
    )


def _code_tables(page: Page, before: int, now: int) -> None:
    material = page.material
    first, second = material.code_counts(before), material.code_counts(now)
    codes = material.codebook.codes
    for heading, chosen in (
        (f"Nyt i bølge {now}", [code for code in second if code not in first]),
        (f"Ikke genfundet i bølge {now}", [code for code in first if code not in second]),
        ("Fundet i begge bølger", [code for code in second if code in first]),
    ):
        page.document.heading(heading, 2)
        if not chosen:
            page.document.paragraph("Ingen koder.")
            continue
        page.document.table(
            f"{heading}: koder, der er {page.found}, i antal segmenter (og interview)",
            "En række for hver kode med antallet i hver af de to bølger.",
            ("Kode", f"Bølge {before}", f"Bølge {now}"),
            [
                [codes[c].label, _cell(first.get(c, _NOTHING)), _cell(second.get(c, _NOTHING))]
                for c in chosen[:_MOST]
            ],
            (6, 1.2, 1.2),
            numbers_from=1,
        )
        if len(chosen) > _MOST:
            page.document.note(f"Og {len(chosen) - _MOST} til; se fundene ovenfor.")


def _cell(count: Count) -> str:
    return f"{count.segments} ({count.interviews})" if count.segments else "0"
