"""Step synthesise: tables and codebook -> the Word document of a partnership, or the one across."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from interview_coding.codebook import Codebook
from interview_coding.sheet import Interview, Sheet
from interview_coding.synthesis import wording
from interview_coding.synthesis.document import Document
from interview_coding.synthesis.material import Material
from interview_coding.synthesis.sections import SECTIONS
from interview_coding.synthesis.sections.page import Page
from interview_coding.tables import (
    CODINGS,
    DECISIONS,
    SEGMENTS,
    SENTENCES,
    SUGGESTIONS,
    Table,
)

log = logging.getLogger(__name__)

ACROSS = "På tværs af partnerskaber"
_LONGEST_PROPERTY = 255


@dataclass(frozen=True)
class Sources:
    """Where a document's material lies.

    Parameters
    ----------
    codebook, language_model
        JSON files.
    batches
        The folders of the batches, with segments, sentences and suggestions.
    partnerships
        The folders of the partnerships, with decisions and codings.
    """

    codebook: Path
    language_model: Path
    batches: Sequence[Path]
    partnerships: Sequence[Path]

    def table(self, table: Table) -> pd.DataFrame:
        """Return a table, its parts set one below the other in the order of the folders."""
        folders = self.partnerships if table in (DECISIONS, CODINGS) else self.batches
        return table.concat(folder / f"{table.name}.csv" for folder in folders)


def synthesise(
    sheet: Sheet,
    partnership: str | None,
    sources: Sources,
    *,
    quotes_per_code: int,
    min_informants: int,
    strict: bool = False,
    author: str,
    text_sent_to: str = "",
    figures: Path,
    output: Path,
) -> None:
    """Write a document and its figures.

    Parameters
    ----------
    sheet
        The project's interviews.
    partnership
        Whose document; None for the one across partnerships.
    sources
        The tables, of that partnership or of all.
    quotes_per_code
        The most quotes given for a code.
    min_informants
        The fewest people that may be told of.
    strict
        Whether that holds for codes and their quotes as such.
    author
        For the document's properties; "" is written as the program's name.
    text_sent_to
        Where a language model read the segments; "" if none did.
    figures
        The folder for the figures.
    output
        The .docx file.
    """
    chosen = sheet.partnerships() if partnership is None else [partnership]
    interviews = tuple(
        interview for name in chosen for wave in sheet.waves(name) for interview in sheet.batch(name, wave)
    )
    material = Material(
        title=partnership or ACROSS,
        across=partnership is None,
        interviews=interviews,
        codebook=Codebook.from_json(sources.codebook.read_text(encoding="utf-8")),
        language_model=json.loads(sources.language_model.read_text(encoding="utf-8")),
        segments=sources.table(SEGMENTS),
        sentences=sources.table(SENTENCES),
        suggestions=sources.table(SUGGESTIONS),
        decisions=sources.table(DECISIONS),
        codings=sources.table(CODINGS),
        quotes_per_code=quotes_per_code,
        min_informants=min_informants,
        strict=strict and min_informants > 1,
        text_sent_to=text_sent_to,
    )
    document = Document(
        title=material.title,
        subject=_subject(material),
        author=author[:_LONGEST_PROPERTY] or "interview-coding",
        dated=_last_day(interviews),
        running_head=running_head(material),
    )
    figures.mkdir(parents=True, exist_ok=True)
    page = Page(document, material, figures)
    for write in SECTIONS:
        write(page)
    document.save(output)
    log.info("document written for %d interviews", len(interviews))


def running_head(material: Material) -> str:
    """Return what stands at the top of every page: the title, and how far it may be trusted."""
    if not material.reviewed:
        state = "bygger på forslag, som ingen har gennemgået" if material.suggested() else "intet er kodet"
        return f"{material.title} · UDKAST: {state}"
    if material.decided() < material.suggested():
        return f"{material.title} · foreløbig: {material.reviewed_share()} af forslagene er gennemgået"
    return material.title


def _subject(material: Material) -> str:
    return f"Syntese af interview, {wording.waves(material.waves)}"


def _last_day(interviews: Sequence[Interview]) -> datetime | None:
    days = sorted(interview.date for interview in interviews if interview.date)
    return datetime.fromisoformat(days[-1]) if days else None
