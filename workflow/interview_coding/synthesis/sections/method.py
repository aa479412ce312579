"""The method note: how the document came about, and what its words mean."""

from __future__ import annotations

from interview_coding import __version__
from interview_coding.synthesis import wording
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
        f"{wording.count(len(material.codebook.themes), 'tema', 'temaer')}. Analytikere læser forslagene, accepterer eller "
        "afviser dem og tilføjer selv koder. Programmet afgør intet."
    )
    document.heading("Hvad ordene betyder", 2)
    document.bullets(
        [
            ("Kodning:", "én kode på ét segment."),
            ("Bekræftet:", "mindst én analytiker står inde for koden på segmentet, og ingen er imod."),
            ("Omstridt:", "analytikerne er uenige om koden på segmentet. Det tæller ikke som fund."),
            ("Afvist:", "alle, der har taget stilling, har sagt nej. Det vises kun som et antal i tabel 2."),
            ("Kun foreslået:", "ingen har taget stilling. Det tæller aldrig med i de bekræftede tal."),
            (
                "2 af 4 interview, 3 segmenter:",
                "koden findes i to af de fire interview og på tre segmenter i alt.",
            ),
        ]
    )
    document.heading("Forbehold", 2)
    document.bullets(("", item) for item in _reservations(page))
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
        "Citater er gengivet, som de står i udskriften; […] viser, at noget er udeladt. Id'et i kantet parentes fører "
        "til segmentet i tabellen segments.csv.",
        "Talernes navne er erstattet. Navne, steder og andre oplysninger inde i teksten er ikke erstattet; læs "
        "dokumentet igennem, før det deles med andre.",
    ]
    if material.text_sent_to:
        items.append(
            f"Interviewenes tekst er sendt til en sprogmodel ({material.text_sent_to}), som har været med til at foreslå koder. "
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
            f"{wording.capital(wording.count(lost, 'beslutning', 'beslutninger'))} kunne ikke placeres, fordi udskriften eller "
            "kodebogen er ændret. De står i tabellen decisions.csv og tæller ikke med."
        )
    return items
