"""The findings: by main question, theme and code, with counts and what people said."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from interview_coding.codebook import QUESTIONS, Code, Theme
from interview_coding.decisions import CONFIRMED, DISPUTED, REJECTED, SUGGESTED
from interview_coding.synthesis import wording
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.people import SECTORS
from interview_coding.synthesis.quotes import Quote, choose, quotable
from interview_coding.synthesis.sections.overview import spread
from interview_coding.synthesis.sections.page import STATUS_WORDS, Page


def write(page: Page) -> None:
    """Write a chapter for each of the evaluation's main questions that the codebook has themes for."""
    kind = "Fund" if page.material.reviewed else "Forslag"
    for question, name in QUESTIONS.items():
        if themes := page.material.themes(question):
            page.document.heading(f"{kind}: {name.lower()}", 1)
            page.document.paragraph(_OPENING[question])
            coded = set(page.material.every_coding["code"])
            silent = []
            for theme, codes in themes:
                if any(code.id in coded for code in codes):
                    _theme(page, theme, codes)
                else:
                    silent.append(theme.label)
            if silent:
                page.document.paragraph(f"{'; '.join(silent)}.", "Temaer uden forslag og kodninger:")


_OPENING = {
    "samarbejdsmodeller": "Hvordan er partnerskabet skruet sammen, hvem holder det sammen, og hvad gør samarbejdet "
    "lettere eller sværere?",
    "indsatser": "Hvordan bliver borgere i sårbare positioner inviteret og inddraget, og hvad hjælper eller står i vejen?",
    "oplevede_virkninger": "Hvilke forandringer oplever de interviewede hos borgere, fællesskaber, fagfolk og organisationer?",
}


def _theme(page: Page, theme: Theme, codes: Sequence[Code]) -> None:
    material, document = page.material, page.document
    shown = {material.basis, DISPUTED}
    ids = [code.id for code in codes]
    rows = material.coded[material.coded["code"].isin(ids)]
    document.heading(theme.label, 2)
    prominent = [code for code in codes if rows[rows["code"] == code.id]["status"].isin(shown).any()]
    document.note(_theme_counts(material, ids, rows))
    for code in prominent:
        _code(page, code, rows[rows["code"] == code.id])
    if material.basis == CONFIRMED:
        _only_suggested(page, theme, [code for code in codes if code not in prominent], rows)
    if untold := [code.label for code in codes if code.id in material.untold]:
        where = " i hvert partnerskab" if material.across else ""
        lead = f"{wording.capital(page.found)} hos færre end {material.min_informants} interviewede{where}:"
        document.paragraph(f"{'; '.join(untold)}.", lead)


def _theme_counts(material: Material, ids: Sequence[str], rows: pd.DataFrame) -> str:
    counts = rows["status"].value_counts()
    parts = [
        f"{wording.whole(int(counts[status]))} {word}"
        for status, word in _COUNTED.items()
        if status in counts
    ]
    if parts:
        return f"Kodninger: {', '.join(parts)}."
    every = material.every_coding[material.every_coding["code"].isin(ids)]
    if (every["status"] == REJECTED).all():
        return "Forslagene til dette tema er afvist."
    where = " i hvert partnerskab" if material.across else ""
    return f"Færre end {material.min_informants} interviewede{where} står bag hver af temaets koder."


_COUNTED = {CONFIRMED: "bekræftet", DISPUTED: "omstridt", SUGGESTED: "kun foreslået"}


def _code(page: Page, code: Code, rows: pd.DataFrame) -> None:
    material, document = page.material, page.document
    document.heading(code.label, 3)
    document.note(f"{first_sentence(code.definition)} {_code_counts(page, rows)}")
    for quote in choose(material, quotable(material, rows), material.quotes_per_code):
        document.quote(quote.text, _source(quote, material))


def _code_counts(page: Page, rows: pd.DataFrame) -> str:
    material = page.material
    found = rows[rows["status"] == material.basis]
    sentences = []
    if len(found):
        where = _where(material, found)
        sentences.append(f"{wording.capital(page.found)} i {spread(material, material.count(found))}{where}.")
    for status, word in _COUNTED.items():
        number = int((rows["status"] == status).sum())
        if number and status != material.basis:
            sentences.append(f"{wording.capital(word)} i {wording.segments(number)}.")
    return " ".join(sentences)


def _where(material: Material, found: pd.DataFrame) -> str:
    if material.across:
        several, key, label = len(material.partnerships) > 1, "partnership", ""
    else:
        told = _waves_told(material, found)
        several, key, label = len(material.waves) > 1 and told, "wave", "bølge "
    places = [f"{wording.whole(int(n))} i {label}{name}" for name, n in found.groupby(key).size().items()]
    if len(places) == 1:
        places = [places[0].partition(" ")[2]]
    return f" ({wording.listed(places)})" if several else ""


def _waves_told(material: Material, found: pd.DataFrame) -> bool:
    """Tell whether a code's waves may stand beside its quotes: not if they tell more of a speaker than the quotes."""
    speakers = [material.descriptions[i] for i in set(found["interview_id"]) if i in material.descriptions]
    counted = found.index.isin(material.found_by_wave.index).all()
    return bool(counted) and all(speaker.wave for speaker in speakers)


def _source(quote: Quote, material: Material) -> str:
    interview = quote.interview
    description = material.descriptions[interview.interview_id]
    who = description.role or _FROM.get(description.sector, "interviewperson")
    place = f", {interview.partnership}" if material.across else ""
    wave = f", bølge {description.wave}" if description.wave else ""
    state = "" if quote.status == CONFIRMED else f"{STATUS_WORDS[quote.status]} · "
    return f"{state}{who}{place}{wave} [{interview.interview_id}, {quote.segment_id}]"


_FROM = {sector: f"interviewperson fra {name}" for sector, name in SECTORS.items()} | {"borger": "borger"}


def _only_suggested(page: Page, theme: Theme, codes: Sequence[Code], rows: pd.DataFrame) -> None:
    lines = []
    for code in codes:
        part = rows[(rows["code"] == code.id) & (rows["status"] == SUGGESTED)]
        if len(part):
            count = page.material.count(part)
            lines.append([code.brief, wording.whole(count.segments), wording.whole(count.interviews)])
    if lines:
        page.document.table(
            f"{theme.label}: kun foreslået, ingen har gennemgået det endnu",
            "En række for hver kode med antal foreslåede segmenter og interview.",
            ("Kode", "Segmenter", "Interview"),
            lines,
            (6, 1.2, 1.2),
            numbers_from=1,
        )


def first_sentence(text: str) -> str:
    """Return the first sentence of a definition.

    >>> first_sentence("Borgere mødes, bl.a. hjemme. Brug koden om besøg.")
    'Borgere mødes, bl.a. hjemme.'
    """
    match = re.search(r"(?<!bl\.a)(?<!f\.eks)(?<!mv)[.!?](?=\s+[A-ZÆØÅ])", text)
    return text[: match.end()] if match else text
