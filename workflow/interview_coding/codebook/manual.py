"""Write a codebook as a Word document for analysts to print and have beside the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_coding.codebook.model import (
    LEVELS,
    QUESTIONS,
    VALENCES,
    Code,
    Codebook,
    NearMiss,
    Theme,
)
from interview_coding.synthesis import wording
from interview_coding.synthesis.document import Document

AUTHOR = "interview-coding"
_USE = "Brug koden, når"
_NOT_USE = "Brug den ikke, når"
_EXEMPLARS = 3
_MOST_WORDS = 45
_NEAR_MISSES = 2
_LONGEST_PROPERTY = 255
_AFTER_Z = str.maketrans("æøå", "{|}")


def write_manual(codebook: Codebook, path: Path) -> None:
    """Write a codebook as a Word document; the same codebook gives the same bytes.

    Parameters
    ----------
    codebook
        The codebook. What its codes lack is left out.
    path
        Where the document goes.
    """
    name = f"Kodebog, version {codebook.version}"
    title = codebook.title or "Kodebog"
    document = Document(
        title=title[:_LONGEST_PROPERTY],
        subject=name if codebook.title else f"Version {codebook.version}",
        author=AUTHOR,
        dated=None,
        running_head=f"{codebook.title} · {name}" if codebook.title else name,
    )
    manual = _Manual(document, codebook, {code: number for number, code in enumerate(codebook.codes, 1)})
    manual.write_guide()
    manual.write_overview()
    for theme in codebook.themes:
        manual.write_theme(theme)
    manual.write_index()
    document.save(path)


@dataclass(frozen=True)
class _Manual:
    """A document under way, and the number that every code has in it."""

    document: Document
    codebook: Codebook
    numbers: dict[str, int]

    def write_guide(self) -> None:
        codes = wording.count(len(self.codebook.codes), "kode", "koder")
        themes = wording.count(len(self.codebook.themes), "tema", "temaer")
        if self.codebook.reference:
            self.document.note(f"Kodebogen bygger på: {self.codebook.reference}")
        self.document.heading("Sådan bruges kodebogen", 1)
        self.document.paragraph(
            f"Her er {codes} i {themes}. Læs et tema igennem, før du bruger dets koder, og hav kodebogen ved "
            "siden af skærmen, når du koder."
        )
        self.document.notice(
            "Et forslag er ikke et fund.",
            "Programmet foreslår en kode, når et udsagn ligner kodens eksempler eller bruger dens ord. Det "
            "forstår ikke, hvad der bliver sagt. Koden tæller først, når et menneske har læst udsagnet og "
            "bekræftet den.",
        )
        self.document.heading("Hvad der står om en kode", 2)
        self.document.bullets(_words(list(self.codebook.codes.values())))
        self.document.heading("Når du leder efter en kode", 2)
        self.document.bullets(
            [
                ("Kender du temaet,", "så slå op i oversigten på de næste sider."),
                ("Kender du navnet,", "så slå op bagest, hvor koderne står i alfabetisk orden."),
                (
                    "Numrene",
                    "viser rækkefølgen her og kan ændre sig i næste version. I tabeller og beslutninger "
                    f"står kodens id, for eksempel {next(iter(self.numbers), 'tema.kode')}.",
                ),
            ]
        )

    def write_overview(self) -> None:
        self.document.heading("Oversigt", 1, on_new_page=True)
        for theme in self.codebook.themes:
            self.document.table(
                theme.label,
                f"Temaets koder med nummer, betegnelse, id, niveau og valens: {theme.label}",
                ("Nr.", "Betegnelse", "Kode", "Niveau", "Valens"),
                [
                    (
                        str(self.numbers[code.id]),
                        code.label,
                        code.id,
                        LEVELS[code.level],
                        VALENCES[code.valence],
                    )
                    for code in theme.codes
                ],
                (0.9, 5.75, 5.15, 2.2, 2.4),
            )

    def write_theme(self, theme: Theme) -> None:
        self.document.heading(theme.label, 1, on_new_page=True)
        self.document.note(f"Hovedspørgsmål: {QUESTIONS[theme.question]} · {_sources(theme.sources)}")
        for code in theme.codes:
            with self.document.kept_whole():
                self._write_code(code, theme)

    def _write_code(self, code: Code, theme: Theme) -> None:
        self.document.heading(f"{self.numbers[code.id]} {code.label}", 2)
        self.document.note(" · ".join(_facts(code, theme)))
        self.document.set_apart()
        self.document.paragraph(code.definition)
        if code.use.startswith(_USE):
            self.document.paragraph(code.use.removeprefix(_USE).strip(), _USE)
        elif code.use:
            self.document.paragraph(code.use)
        if code.not_use:
            self.document.paragraph("", _NOT_USE)
        for case in code.not_use:
            pointer = (
                f"→ brug\N{NO-BREAK SPACE}{self._named(case.instead)}" if case.instead in self.numbers else ""
            )
            self.document.paragraph(case.when, style="List Bullet", pointer=pointer)
        self.document.set_apart()
        for text in _short(code.exemplars):
            self.document.quote(text, lead="Eksempel:")
        self.document.set_apart()
        for miss in _telling(code.near_misses):
            self.document.quote(miss.text, self._fitting(miss), lead="Næsten, men:")
        self.document.set_apart()
        if code.dialogue:
            self.document.paragraph(" ".join(code.dialogue), "Til dialog:")
        if code.synonyms:
            self.document.paragraph(", ".join(code.synonyms), "Søgeord:")

    def _fitting(self, miss: NearMiss) -> str:
        if miss.instead is None:
            return "(ingen\N{NO-BREAK SPACE}kode)"
        if miss.instead not in self.numbers:
            return "(passer til en kode, der ikke er med her)"
        return f"(passer til {self._labelled(miss.instead)})"

    def _named(self, code: str) -> str:
        return f"{self._labelled(code)} ({code})"

    def _labelled(self, code: str) -> str:
        return f"{self.numbers[code]} {self.codebook.codes[code].label}"

    def write_index(self) -> None:
        self.document.heading("Koderne i alfabetisk orden", 1, on_new_page=True)
        entries = [(code, theme) for theme in self.codebook.themes for code in theme.codes]
        self.document.table(
            "Alle koder efter betegnelse",
            "Koderne i alfabetisk orden med nummer og tema",
            ("Betegnelse", "Nr.", "Tema"),
            [
                (code.label, str(self.numbers[code.id]), theme.label)
                for code, theme in sorted(entries, key=lambda entry: _alphabetical(entry[0]))
            ],
            (7, 0.9, 8.5),
        )


def _words(codes: Sequence[Code]) -> Iterator[tuple[str, str]]:
    """Yield what the words of the manual mean, of those parts that the codes have."""
    limits = any(code.use or code.not_use for code in codes)
    yield (
        "Kode:",
        "et navn for noget, der går igen i interviewene. Definitionen siger, hvad koden dækker."
        + (f" »{_USE}« og »{_NOT_USE}« siger, hvor grænsen går." if limits else ""),
    )
    yield (
        "Eksempel:",
        "et udsagn, som koden passer på. Folk siger det på mange måder, så se efter meningen og ikke efter "
        "ordene.",
    )
    if any(code.near_misses for code in codes):
        yield (
            "Næsten, men:",
            "et udsagn, der lyder som koden, men er noget andet. I parentesen står den kode, der passer, "
            "eller at ingen kode passer.",
        )
    yield "Niveau:", "hvor det sker: i organisationen, i indsatsen eller hos borgeren."
    yield (
        "Valens:",
        "om det er et kerneelement, en udfordring eller en virkning, om det fremmer eller hæmmer, eller om "
        "det er neutralt.",
    )
    yield "Kilder:", "afsnit, tabeller og figurer i den udgivelse, som kodebogen bygger på."
    yield "Til dialog:", "spørgsmål, som partnerskabet selv kan tale om."
    if any(code.synonyms for code in codes):
        yield "Søgeord:", "andre ord for det samme. Søg efter dem, når du har kodebogen på skærmen."


def _facts(code: Code, theme: Theme) -> Iterator[str]:
    yield code.id
    if code.question != theme.question:
        yield QUESTIONS[code.question]
    yield LEVELS[code.level]
    yield VALENCES[code.valence]
    yield _sources(code.sources)


def _sources(sources: Sequence[str]) -> str:
    return f"{'Kilde' if len(sources) == 1 else 'Kilder'}: {', '.join(sources)}"


def _short(exemplars: Sequence[str]) -> Sequence[str]:
    """Return the first three exemplars that are short, or else the shortest three."""
    short = [text for text in exemplars if _words_in(text) <= _MOST_WORDS]
    return (short if len(short) >= _EXEMPLARS else sorted(exemplars, key=_words_in))[:_EXEMPLARS]


def _words_in(text: str) -> int:
    return len(text.split())


def _telling(misses: Sequence[NearMiss]) -> Sequence[NearMiss]:
    """Return two near misses: one that fits another code and one that fits none, where there are both."""
    first, rest = misses[:1], misses[1:]
    other_kind = [miss for miss in rest if (miss.instead is None) != (first[0].instead is None)]
    return [*first, *other_kind, *rest][:_NEAR_MISSES]


def _alphabetical(code: Code) -> tuple[str, str]:
    """Return what sorts codes by their labels as Danish does: æ, ø and å come last."""
    letters = unicodedata.normalize("NFC", code.label.casefold()).translate(_AFTER_Z)
    plain = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return plain, code.id
