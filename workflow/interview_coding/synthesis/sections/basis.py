"""What the document rests on: the interviews, how much of them was reviewed, the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coding.decisions import CONFIRMED, DISPUTED, REJECTED, SUGGESTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.sections.page import Page


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.notice(*state_of_review(material))
    document.heading("Hvad syntesen bygger på", 1)
    document.paragraph(_interviews(material))
    document.table(
        "Interview efter bølge, sektor og rolle",
        "En række for hver bølge, sektor og rolle med interviewenes id.",
        (*_partnership_header(material), "Bølge", "Sektor", "Rolle", "Interview"),
        _rows(material),
        (*((3,) if material.across else ()), 0.8, 1.2, 3, 2.6),
    )
    document.table(
        "Hvor meget der er gennemgået",
        "En række for hver bølge med antal forslag, hvor mange der er gennemgået, og kodningernes stand.",
        ("Bølge", "Forslag", "Gennemgået", "Bekræftet", "Omstridt", "Afvist", "Kun foreslået"),
        _review_rows(material),
        (1, 1, 1.4, 1.2, 1.2, 1, 1.5),
        numbers_from=1,
    )
    document.note(
        f"Kodebog {material.codebook.version}. Et forslag er en kode på et segment; det er også en kodning. Koder, "
        "som analytikere selv har tilføjet, er med blandt kodningerne, men ikke blandt forslagene."
    )


def state_of_review(material: Material) -> tuple[str, str]:
    """Return in a word, and in a sentence or two, how far the document may be trusted."""
    decided, suggested = material.decided(), material.suggested()
    if not material.reviewed and not suggested:
        return "Udkast.", "Der er hverken forslag eller kodninger endnu."
    if not material.reviewed:
        return (
            "Udkast.",
            "Ingen har gennemgået forslagene endnu. Alle koder i dette dokument er maskinens forslag og ikke fund; brug "
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
    number = wording.interviews(len(interviews))
    sentences = [
        f"Syntesen bygger på {number}{where} fra {wording.waves(material.waves)}.",
        _when([interview.date for interview in interviews]),
        _who([interview.sector for interview in interviews]),
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


def _who(sectors: Sequence[str]) -> str:
    known = set(filter(None, sectors))
    if not known:
        return ""
    told = f"Stemmerne kommer fra {wording.listed([name for s, name in _SECTORS.items() if s in known])}"
    if missing := sum(not sector for sector in sectors):
        return f"{told}; for {wording.interviews(missing)} er sektoren ikke angivet."
    silent = [name for s, name in _SECTORS.items() if s not in known]
    return f"{told}. Ingen kommer fra {wording.listed(silent, 'eller')}." if silent else f"{told}."


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


def _review_rows(material: Material) -> list[list[str]]:
    rows = [_review_row(material, str(wave), wave) for wave in material.waves]
    return rows if len(rows) == 1 else [*rows, _review_row(material, "I alt", None)]


def _review_row(material: Material, name: str, wave: int | None) -> list[str]:
    statuses = material.statuses(wave)
    reviewed = f"{wording.whole(material.decided(wave))} ({material.reviewed_share(wave)})"
    numbers = [statuses[s] for s in (CONFIRMED, DISPUTED, REJECTED, SUGGESTED)]
    return [name, wording.whole(material.suggested(wave)), reviewed, *map(wording.whole, numbers)]
