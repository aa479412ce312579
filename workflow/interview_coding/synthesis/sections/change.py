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
    found = material.found_by_wave
    if not found["wave"].isin({before, now}).any():
        document.paragraph(f"Ingen koder er {page.found}{page.enough} i {wording.waves([before, now])}.")
        return
    themes = ordered(material.codebook)
    sizes = found.groupby(["wave", "theme"]).size()
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
        f"Kodninger pr. interview efter tema i bølge {before} og bølge {now} ({page.found}){page.only_enough}",
        "Et punkt for hver bølge og en streg imellem, et tema i hver række. "
        + " ".join(
            f"{theme.label}: fra {wording.decimal(a)} til {wording.decimal(b)}."
            for theme, a, b in zip(themes, earlier, later, strict=True)
        ),
    )
    _code_tables(page, before, now)


def _caution(material: Material, before: int, now: int) -> str:
    who = "hvilke partnerskaber der er med, hvem" if material.across else "hvem"
    enough = f"mindst {material.min_informants} interviewede står bag den i hver bølge, hvor den er fundet."
    strict = f" En kode er kun med, hvis {enough}"
    if material.across:
        strict = f" En kode er kun talt med i de partnerskaber, hvor {enough}"
    return (
        f"{_wave(material, before)} {_wave(material, now)} Især når der er få interview, kan en forskel skyldes, "
        f"{who} der blev spurgt, og hvor langt gennemgangen er nået. Læs den som et spørgsmål, ikke som en måling."
        f"{strict if material.strict else ''}"
    )


def _wave(material: Material, wave: int) -> str:
    held = wording.interviews(material.interviewed(wave))
    if not material.suggested(wave):
        return f"Bølge {wave} har {held} og ingen forslag."
    return f"Bølge {wave} har {held}, og {material.reviewed_share(wave)} af forslagene er gennemgået."


def _code_tables(page: Page, before: int, now: int) -> None:
    material = page.material
    first, second = material.code_counts(before), material.code_counts(now)
    codes = material.codebook.codes
    for where, chosen in (
        (f"i bølge {now}, men ikke i bølge {before}", [code for code in second if code not in first]),
        (f"i bølge {before}, men ikke i bølge {now}", [code for code in first if code not in second]),
        (f"i både bølge {before} og bølge {now}", [code for code in second if code in first]),
    ):
        page.document.heading(wording.capital(where), 2)
        if not chosen:
            page.document.paragraph("Ingen koder.")
            continue
        page.document.table(
            f"Koder, der er {page.found} {where}: antal segmenter (og interview)",
            "En række for hver kode med antallet i hver af de to bølger.",
            ("Kode", f"Bølge {before}", f"Bølge {now}"),
            [
                [codes[c].brief, _cell(first.get(c, _NOTHING)), _cell(second.get(c, _NOTHING))]
                for c in chosen[:_MOST]
            ],
            (6, 1.2, 1.2),
            numbers_from=1,
        )
        if len(chosen) > _MOST:
            page.document.note(f"Og {len(chosen) - _MOST} til; se dem under hovedspørgsmålene ovenfor.")


def _cell(count: Count) -> str:
    if not count.segments:
        return "0"
    return f"{wording.whole(count.segments)} ({wording.whole(count.interviews)})"
