"""What the document rests on: the interviews, how much of them was reviewed, the codebook."""

from __future__ import annotations

from interview_coding.decisions import CONFIRMED, DISPUTED, REJECTED, SUGGESTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.sections.page import Page


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.notice(state_of_review(material))
    document.heading("Hvad syntesen bygger på", 1)
    document.paragraph(_interviews(material))
    document.table(
        "Interview efter bølge, sektor og rolle",
        "En række for hver bølge, sektor og rolle med interviewenes id.",
        (*_partnership_header(material), "Bølge", "Sektor", "Rolle", "Interview"),
        _rows(material),
        (*((2.2,) if material.across else ()), 0.8, 1.2, 3.2, 2.8),
    )
    document.table(
        "Hvor meget der er gennemgået",
        "En række for hver bølge med antal forslag, hvor mange der er gennemgået, og kodningernes stand.",
        ("Bølge", "Forslag", "Gennemgået", "Bekræftet", "Omstridt", "Afvist", "Kun foreslået"),
        [_review_row(material, wave) for wave in material.waves],
        (1, 1, 1.4, 1.2, 1.2, 1, 1.5),
        numbers_from=1,
    )
    document.note(
        f"Kodebog {material.codebook.version}. Tallene i tabel 2 er kodninger, det vil sige en kode på et "
        "segment. Koder, som kodere selv har tilføjet, tæller med blandt de bekræftede, men ikke "
        "blandt forslagene."
    )


def state_of_review(material: Material) -> str:
    """Return in a sentence or two how far the document may be trusted."""
    if not material.reviewed:
        return (
            "**Udkast.** Ingen har gennemgået forslagene endnu. Alt i dette dokument er maskinens forslag "
            "og ikke fund; brug det til at vælge, hvad der skal læses først."
        )
    decided, suggested = material.decided(), material.suggested()
    if decided < suggested:
        return (
            f"**Foreløbig.** {wording.whole(decided)} af {wording.count(suggested, 'forslag', 'forslag')} "
            f"({material.reviewed_share()}) er gennemgået. Kun det, som kodere har bekræftet, tæller som "
            "fund; hvad der kun er foreslået, står for sig."
        )
    return "**Gennemgået.** Alle forslag er gennemgået. Kun det, som kodere har bekræftet, tæller som fund."


def _interviews(material: Material) -> str:
    number = len(material.interviews)
    where = (
        f" i {wording.count(len(material.partnerships), 'partnerskab', 'partnerskaber')}"
        if material.across
        else ""
    )
    days = sorted(interview.date for interview in material.interviews if interview.date)
    when = ""
    if days and days[0] == days[-1]:
        when = f" den {wording.day(days[0])}"
    elif days:
        when = f" fra {wording.day(days[0])} til {wording.day(days[-1])}"
    waves = wording.count(len(material.waves), "bølge", "bølger")
    sectors = sorted({interview.sector for interview in material.interviews if interview.sector})
    told = "Stemmerne kommer fra " + wording.listed([_SECTORS[s] for s in sectors]) + "." if sectors else ""
    missing = [_SECTORS[s] for s in _SECTORS if s not in sectors] if sectors else []
    silent = f" Ingen er interviewet fra {wording.listed(missing)}." if missing else ""
    return (
        f"Syntesen bygger på {wording.interviews(number)}{where}, gennemført{when} i {waves}. "
        f"{told}{silent} Respondenternes svar er delt i {wording.segments(len(material.segments))}, "
        "som er det, der kodes."
    )


_SECTORS = {
    "borger": "borgere",
    "civil": "civilsamfundet",
    "offentlig": "den offentlige sektor",
    "privat": "den private sektor",
}


def _partnership_header(material: Material) -> tuple[str, ...]:
    return ("Partnerskab",) if material.across else ()


def _rows(material: Material) -> list[list[str]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for interview in material.interviews:
        place = (interview.partnership,) if material.across else ()
        key = (
            *place,
            str(interview.wave),
            interview.sector or "ikke angivet",
            interview.role or "ikke angivet",
        )
        groups.setdefault(key, []).append(interview.interview_id)
    return [[*key, ", ".join(ids)] for key, ids in groups.items()]


def _review_row(material: Material, wave: int) -> list[str]:
    statuses = material.statuses(wave)
    reviewed = f"{wording.whole(material.decided(wave))} ({material.reviewed_share(wave)})"
    numbers = [statuses[s] for s in (CONFIRMED, DISPUTED, REJECTED, SUGGESTED)]
    return [
        str(wave),
        wording.whole(material.suggested(wave)),
        reviewed,
        *map(wording.whole, numbers),
    ]
