"""The method note: how the document came about, and what its words mean."""

from __future__ import annotations

from interview_coding import __version__
from interview_coding.synthesis import wording
from interview_coding.synthesis.sections.page import Page

REVIEW = (
    "Espersen, H. H., Olsen, L. og Andersen, L. L. (2022). Partnerskaber med mange aktører. VIVE – Det Nationale "
    "Forsknings- og Analysecenter for Velfærd. ISBN 978-87-7582-208-9."
)


def write(page: Page) -> None:
    """Write the section."""
    material, document = page.material, page.document
    document.heading("Sådan er syntesen lavet", 1)
    document.paragraph(
        "Interviewene er læst ind og delt i segmenter: hver respondents svar er ét segment, og lange svar er delt "
        "ved sætningsgrænser. Interviewerens spørgsmål er ikke kodet. Et program har foreslået koder fra "
        f"kodebogen, som har {len(material.codebook.codes)} koder i {len(material.codebook.themes)} temaer. Kodere læser "
        "forslagene og accepterer, afviser eller tilføjer koder. Programmet afgør ingenting."
    )
    document.heading("Hvad ordene betyder", 2)
    document.bullets(
        [
            "**Bekræftet:** mindst én koder står inde for koden på segmentet, og ingen er imod.",
            "**Omstridt:** kodere er uenige om koden på segmentet. Det tæller ikke som fund.",
            "**Afvist:** alle, der har taget stilling, har sagt nej. Det vises ikke.",
            "**Kun foreslået:** ingen har taget stilling. Det tæller aldrig med i de bekræftede tal.",
            "**I 2 af 4 interview, 3 segmenter:** koden findes i to af de fire interview og på tre segmenter i alt.",
        ]
    )
    document.heading("Forbehold", 2)
    document.bullets(_reservations(page))
    document.heading("Versioner og kilde", 2)
    model = material.language_model
    document.bullets(
        [
            f"Kodebog {material.codebook.version} ({material.codebook.sha256[:12]}).",
            f"Sprogmodel {model['name']} {model['version']}; forslag fra "
            f"{wording.listed(sorted(set(material.suggestions['engine']))) if len(material.suggestions) else 'ingen'}; "
            f"interview-coding {__version__}.",
            f"Kodebogen er lavet over elementerne i: {REVIEW}",
        ]
    )


def _reservations(page: Page) -> list[str]:
    material = page.material
    items = [
        "Interview viser, hvad de interviewede fortæller. Tal for, hvor ofte noget er nævnt, siger ikke, hvor vigtigt "
        "eller hvor udbredt det er.",
        "Citater er gengivet, som de står i udskriften; […] viser, at noget er udeladt. Id'et i kantet parentes fører "
        "til segmentet i tabellen segments.csv.",
        "Talernes navne er erstattet. Navne, steder og andre oplysninger inde i teksten er ikke erstattet; læs "
        "dokumentet igennem, før det deles med andre.",
    ]
    coders = sorted(set(material.decisions["coder"]))
    if coders:
        items.append(
            f"{wording.capital(wording.count(len(coders), 'koder', 'kodere'))} har taget stilling: {wording.listed(coders)}."
        )
    lost = material.lost_decisions()
    if lost:
        items.append(
            f"{wording.capital(wording.count(lost, 'beslutning', 'beslutninger'))} kunne ikke placeres, fordi udskriften eller "
            "kodebogen er ændret. De står i tabellen decisions.csv og tæller ikke med."
        )
    return items
