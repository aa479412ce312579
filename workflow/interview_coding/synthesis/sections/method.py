"""The method note: how the document came about, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterator

from interview_coding import __version__
from interview_coding.synthesis import wording
from interview_coding.synthesis.people import HIDDEN, sector_rows
from interview_coding.synthesis.quotes import withheld
from interview_coding.synthesis.sections.page import Page

ENGINES = {
    "exemplars": "lighed med kodebogens tekster (eksempler og øveinterview)",
    "indicators": "kodebogens mønstre af ord",
    "learned": "lighed med segmenter, som analytikerne har kodet",
    "encoder": "lighed i betydning",
    "llm": "en sprogmodels forslag",
}
"""What suggestions come from, as the document says it."""


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.heading("Sådan er syntesen lavet", 1)
    document.paragraph(
        "Interviewene er læst ind og delt i segmenter: hvert svar er ét segment, og lange svar er delt ved "
        "sætningsgrænser. Interviewerens spørgsmål er ikke kodet. Et program foreslår koder fra kodebogen, som har "
        f"{wording.count(len(material.codebook.codes), 'kode', 'koder')} i "
        f"{wording.count(len(material.codebook.themes), 'tema', 'temaer')}. Analytikere læser forslagene, godtager eller "
        "afviser dem og tilføjer selv koder. Programmet afgør intet."
    )
    rejected = (
        "Det vises ikke." if material.strict else "Det vises kun som et antal i tabellen over gennemgangen."
    )
    document.heading("Hvad ordene betyder", 2)
    document.bullets(
        [
            ("Kodning:", "én kode på ét segment."),
            ("Bekræftet:", "mindst én analytiker står inde for koden på segmentet, og ingen er imod."),
            ("Omstridt:", "analytikerne er uenige om koden på segmentet. Det tæller ikke som fund."),
            ("Afvist:", f"alle, der har taget stilling, har sagt nej. {rejected}"),
            ("Kun foreslået:", "ingen har taget stilling. Det tæller aldrig med i de bekræftede tal."),
            (
                "2 af 4 interview, 3 segmenter:",
                "koden findes i to af de fire interview og på tre segmenter i alt.",
            ),
        ]
    )
    document.heading("Forbehold", 2)
    document.bullets(("", item) for item in _reservations(page))
    document.heading("Hensyn til små grupper", 2)
    document.bullets(("", item) for item in _small_groups(page))
    document.heading("Versioner og kilde", 2)
    model = material.language_model
    found = {name for names in material.suggestions["engine"] for name in names.split("+")}
    engines = [words for name, words in ENGINES.items() if name in found]
    reference = material.codebook.reference
    document.bullets(
        [
            ("Kodebog:", f"{material.codebook.version} ({material.codebook.sha256[:12]})."),
            ("Sprogmodel:", f"{model['name']} {model['version']}."),
            ("Forslag bygger på:", f"{wording.listed(engines) if engines else 'intet; der er ingen'}."),
            ("Program:", f"interview-coding {__version__}."),
            *([("Kilde:", f"Kodebogen bygger på {reference}")] if reference else []),
        ]
    )


def _reservations(page: Page) -> list[str]:
    material = page.material
    items = [
        "Interviewene viser, hvad de interviewede fortæller. Tal for, hvor ofte noget er nævnt, siger ikke, hvor vigtigt "
        "eller hvor udbredt det er.",
        "Citater er gengivet, som de står i transskriptionen, med mærker i stedet for navne; […] viser, at noget er udeladt. Id'et i kantet parentes fører "
        "til segmentet i tabellen segments.csv.",
        "Interviewene er pseudonymiseret: Navne på personer, telefonnumre, adresser og lignende er erstattet, hvor "
        "programmet har fundet dem. Det, der fortælles, kan stadig pege på en person. Læs dokumentet igennem, før det "
        "deles med andre.",
    ]
    if material.text_sent_to:
        items.append(
            f"Interviewenes pseudonymiserede tekst er sendt til en sprogmodel ({material.text_sent_to}), som har været med til at foreslå koder. "
            "Dens forslag er behandlet som de andre: Analytikerne afgør, hvad der gælder."
        )
    coders = material.coders()
    if coders:
        items.append(
            f"{wording.capital(wording.count(len(coders), 'analytiker', 'analytikere'))} har taget stilling: {wording.listed(coders)}."
        )
    lost = material.lost_decisions()
    if lost:
        items.append(
            f"{wording.capital(wording.count(lost, 'beslutning', 'beslutninger'))} kunne ikke placeres og tæller ikke med. "
            "Grunden står i tabellen unplaced.csv."
        )
    return items


def _small_groups(page: Page) -> list[str]:
    material = page.material
    k = material.min_informants
    if k == 1:
        return [
            "Der er ikke sat nogen grænse: Den rolle, sektor og bølge, der står ved et citat, kan pege på en enkelt person."
        ]
    items = []
    if material.descriptions:
        items.append(
            f"Ved et citat står der ikke mere om den, der taler, end mindst {k} af partnerskabets interviewede har til fælles. "
            "Rolle, sektor og bølge er udeladt, hvor de kunne pege på færre."
        )
    items += _quotes_withheld(page)
    hidden = sum(row.count(HIDDEN) for row in sector_rows(material))
    if hidden:
        items.append(
            f"I tabellen over sektorer er {wording.count(hidden, 'tal', 'tal')} skjult. De gælder færre end {k} interviewede "
            "eller kunne bruges til at regne sådan et tal ud."
        )
    if material.strict:
        items.append(
            f"Projektet bruger den strenge regel: En kode, som færre end {k} interviewede i partnerskabet står bag, nævnes "
            "uden tal og citater og tæller ikke med i tabeller og figurer. Det gælder også for hver bølge for sig."
        )
    elif not material.waves_told:
        items.append(
            "Afsnittet om, hvad der har ændret sig, viser, hvilken bølge en kode er fundet i. Det kan røbe bølgen for et citat, "
            "hvor den ellers er udeladt."
        )
    return items


def _quotes_withheld(page: Page) -> Iterator[str]:
    material = page.material
    number = withheld(material)
    few = f"færre end {material.min_informants}"
    reasons = [f"{few} er interviewet i partnerskabet"] if material.few else []
    reasons += [f"{few} interviewede står bag koden"] if material.strict else []
    if number:
        quotes = wording.capital(wording.count(number, "citat", "citater"))
        yield f"{quotes} er holdt tilbage, fordi {' eller '.join(reasons)}."
    elif not reasons:
        yield "Ingen citater er holdt tilbage."
