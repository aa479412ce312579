"""What the document rests on: the interviews, how much of them was reviewed, the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coding.decisions import CONFIRMED, DISPUTED, REJECTED, SUGGESTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.people import HIDDEN, SECTOR_WORDS, sector_rows, sectors, voices
from interview_coding.synthesis.sections.page import Page

_REVIEW = ("Bølge", "Forslag", "Gennemgået", "Bekræftet", "Omstridt", "Afvist", "Kun foreslået")
_REVIEW_WIDTHS = (1, 1, 1.4, 1.2, 1.2, 1, 1.5)
_REVIEW_WORK = 3
"""So many of the columns tell of the work alone, and not of what was said."""


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.notice(*state_of_review(material))
    document.heading("Hvad syntesen bygger på", 1)
    document.paragraph(_interviews(material))
    if material.few:
        document.paragraph(_too_few(material))
    if material.across:
        _waves(page)
    _sectors(page)
    columns = _REVIEW_WORK if material.strict else len(_REVIEW)
    document.table(
        "Hvor meget der er gennemgået",
        "En række for hver bølge med antal forslag og hvor mange der er gennemgået"
        f"{'' if material.strict else ', og med kodningernes tilstand'}.",
        _REVIEW[:columns],
        [row[:columns] for row in _review_rows(material)],
        _REVIEW_WIDTHS[:columns],
        numbers_from=1,
    )
    codings = (
        " Et forslag er en kode på et segment; det er også en kodning. Koder, som analytikere selv har tilføjet, er med "
        "blandt kodningerne, men ikke blandt forslagene."
    )
    document.note(f"Kodebog {material.codebook.version}.{'' if material.strict else codings}")


def state_of_review(material: Material) -> tuple[str, str]:
    """Return in a word, and in a sentence or two, how far the document may be trusted."""
    decided, suggested = material.decided(), material.suggested()
    if not material.reviewed and not suggested:
        return "Udkast.", "Der er hverken forslag eller kodninger endnu."
    if not material.reviewed:
        return (
            "Udkast.",
            "Ingen har gennemgået forslagene endnu. Alle koder i dette dokument er programmets forslag og ikke fund; brug "
            "dem til at vælge, hvad der skal læses først.",
        )
    only = "Kun det, som analytikere har bekræftet, tæller som fund"
    if decided < suggested:
        share = f"{wording.whole(decided)} af {wording.count(suggested, 'forslag', 'forslag')}"
        return (
            "Foreløbig.",
            f"{share} ({material.reviewed_share()}) er gennemgået. {only}; hvad der kun er foreslået, står for sig.",
        )
    how = (
        "Alle forslag er gennemgået"
        if suggested
        else "Der er ingen forslag; alle koder er sat af analytikere"
    )
    return "Gennemgået.", f"{how}. {only}."


def _interviews(material: Material) -> str:
    interviews = material.interviews
    where = (
        f" i {wording.count(len(material.partnerships), 'partnerskab', 'partnerskaber')}"
        if material.across
        else ""
    )
    waves = [(wording.whole(material.interviewed(wave)), wave) for wave in material.waves]
    when = (
        f" fra {wording.waves(material.waves)}"
        if len(waves) == 1
        else f": {wording.listed([f'{number} fra bølge {wave}' for number, wave in waves])}"
    )
    sentences = [
        f"Syntesen bygger på {wording.interviews(len(interviews))}{where}{when}.",
        _when([interview.date for interview in interviews]),
        voices(material),
        f"Svarene er delt i {wording.segments(len(material.segments))}, som er det, der kodes.",
    ]
    return " ".join(filter(None, sentences))


def _when(dates: Sequence[str]) -> str:
    days = sorted(filter(None, dates))
    if not days:
        return ""
    held = "Interviewet er" if len(dates) == 1 else "Interviewene er"
    span = f"den {wording.day(days[0])}"
    if days[0] != days[-1]:
        span = f"fra {wording.day(days[0])} til {wording.day(days[-1])}"
    missing = len(dates) - len(days)
    unknown = f"; for {wording.interviews(missing)} er datoen ikke angivet" if missing else ""
    return f"{held} gennemført {span}{unknown}."


def _too_few(material: Material) -> str:
    fewer = f"er færre end {material.min_informants} interviewet"
    if material.across:
        return f"I {wording.listed(material.few)} {fewer}, så der er ingen citater derfra."
    return f"Her {fewer}, så dokumentet har ingen citater og siger ikke, hvem de interviewede er."


def _waves(page: Page) -> None:
    material = page.material
    rows = [
        [p, *(wording.whole(material.interviewed(wave, p)) for wave in (*material.waves, None))]
        for p in material.partnerships
    ]
    page.document.table(
        "Interview efter partnerskab og bølge",
        "En række for hvert partnerskab med antal interview i hver bølge og i alt.",
        ("Partnerskab", *(f"Bølge {wave}" for wave in material.waves), "I alt"),
        rows,
        (4, *[1] * (len(material.waves) + 1)),
        numbers_from=1,
    )


def _sectors(page: Page) -> None:
    material = page.material
    rows = sector_rows(material)
    if not rows:
        return
    columns = sectors(material) if material.across else [f"Bølge {wave}" for wave in material.waves]
    by, each = (
        ("partnerskab og sektor", "hvert partnerskab")
        if material.across
        else ("sektor og bølge", "hver sektor")
    )
    page.document.table(
        f"Interview efter {by}",
        f"En række for {each} med antal interview. Hvor der står {HIDDEN}, er tallet holdt tilbage, fordi for få er interviewet.",
        (
            by.partition(" ")[0].capitalize(),
            *(SECTOR_WORDS.get(column, column) for column in columns),
            "I alt",
        ),
        rows,
        (3, *[1.3] * len(columns), 1),
        numbers_from=1,
    )


def _review_rows(material: Material) -> list[list[str]]:
    rows = [_review_row(material, str(wave), wave) for wave in material.waves]
    return rows if len(rows) == 1 else [*rows, _review_row(material, "I alt", None)]


def _review_row(material: Material, name: str, wave: int | None) -> list[str]:
    statuses = material.statuses(wave)
    reviewed = f"{wording.whole(material.decided(wave))} ({material.reviewed_share(wave)})"
    numbers = [statuses[s] for s in (CONFIRMED, DISPUTED, REJECTED, SUGGESTED)]
    return [name, wording.whole(material.suggested(wave)), reviewed, *map(wording.whole, numbers)]
