"""Small projects for the tests of the synthesis: decisions and suggestions in, Material and documents out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from interview_coding.codebook import Codebook
from interview_coding.decisions import Decision, Segment, codings, settle
from interview_coding.placing import place_all
from interview_coding.sheet import Interview, Sheet
from interview_coding.stages.synthesise import ACROSS, Sources, synthesise
from interview_coding.synthesis.material import Material
from interview_coding.tables import CODINGS, DECISIONS, SEGMENTS, SENTENCES, SUGGESTIONS

MODEL = {"name": "blank:da", "version": "2.0.0"}
ANSWER = "Vi begyndte med kaffe på torvet hver torsdag. Så kom naboerne, og de tog deres børn med."


def make_interview(
    interview_id: str,
    partnership: str = "Fjordby",
    wave: int = 1,
    date: str = "2026-03-17",
    role: str = "skoleleder",
    sector: str = "offentlig",
    informant: str = "",
) -> Interview:
    file, attributes = Path(f"{interview_id}.txt"), {"informant": informant} if informant else {}
    return Interview(interview_id, file, partnership, wave, date, role, sector, attributes=attributes)


def make_material(
    codebook: Codebook,
    interviews: Iterable[Interview],
    *,
    texts: Mapping[str, Sequence[str]] | None = None,
    suggested: Iterable[tuple[str, int, str]] = (),
    decided: Iterable[tuple[str, str, int, str, str]] = (),
    across: bool = False,
    quotes: int = 3,
    k: int = 1,
    strict: bool = False,
) -> Material:
    """Return a Material; an interview has three answers unless `texts` gives its own.

    The fewest informants are `k`: 1, for what is no matter of small groups.

    `suggested` names interview, answer (from 1) and code; `decided` coder, interview, answer, code and
    decision. An answer that is not there makes a decision that is lost.
    """
    interviews = tuple(interviews)
    segments, sentences = [], []
    for interview in interviews:
        position = 0
        for number, text in enumerate((texts or {}).get(interview.interview_id, [ANSWER] * 3), 1):
            start = position + 3
            place_ = {"interview_id": interview.interview_id, "segment_id": f"t{number:03}"}
            segments.append(
                {**place_, "turn": number, "start": start, "end": start + len(text), "text": text}
            )
            ends = [match.end() for match in re.finditer(r"\S[^.!?]*[.!?]*", text)]
            for begin, end in zip([0, *ends], ends, strict=False):
                sentences.append({**place_, "start": start + begin, "end": start + end})
            position = start + len(text) + 1
    known = [Segment(s["interview_id"], s["segment_id"], s["start"], s["end"], s["text"]) for s in segments]
    triples = [(i, f"t{number:03}", code) for i, number, code in suggested]
    decisions = settle(
        placed
        for coder, i, number, code, decision in decided
        for placed in place_all(
            [
                Decision(
                    "2026-04-01T10:00:00+02:00", coder, i, f"t{number:03}", None, None, "", code, decision
                )
            ],
            [s for s in known if s.interview_id == i],
        )
    )
    drawn = [asdict(coding) for coding in codings(decisions, triples, known)]
    return Material(
        title=ACROSS if across else interviews[0].partnership,
        across=across,
        interviews=interviews,
        codebook=codebook,
        language_model=MODEL,
        segments=SEGMENTS.frame(segments),
        sentences=SENTENCES.frame(sentences),
        suggestions=SUGGESTIONS.frame(
            {"interview_id": i, "segment_id": s, "code": c, "score": 0.5, "engine": "exemplars+indicators"}
            for i, s, c in triples
        ),
        decisions=DECISIONS.frame({**asdict(d), "holds": int(d.holds)} for d in decisions),
        codings=CODINGS.frame({**row, "coders": ";".join(row["coders"])} for row in drawn),
        quotes_per_code=quotes,
        min_informants=k,
        strict=strict,
    )


def write_document(material: Material, folder: Path, author: str = "") -> Path:
    """Write the material's tables to files and from them the document, as the workflow does."""
    tables = [
        (SEGMENTS, material.segments), (SENTENCES, material.sentences), (SUGGESTIONS, material.suggestions),
        (DECISIONS, material.decisions), (CODINGS, material.codings),
    ]  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    for table, frame in tables:
        table.write(frame, folder / f"{table.name}.csv")
    (folder / "codebook.json").write_text(material.codebook.to_json(), encoding="utf-8")
    (folder / "model.json").write_text(json.dumps(material.language_model), encoding="utf-8")
    synthesise(
        Sheet(folder / "interviews.csv", material.interviews),
        None if material.across else material.title,
        Sources(folder / "codebook.json", folder / "model.json", [folder], [folder]),
        quotes_per_code=material.quotes_per_code,
        min_informants=material.min_informants,
        strict=material.strict,
        author=author,
        text_sent_to=material.text_sent_to,
        figures=folder / "figures",
        output=folder / "out.docx",
    )
    return folder / "out.docx"


@pytest.fixture(scope="session")
def interview() -> Callable[..., Interview]:
    """Return the function that makes an interview."""
    return make_interview


@pytest.fixture(scope="session")
def material(codebook: Codebook) -> Callable[..., Material]:
    """Return a function that makes a Material with the shipped codebook."""

    def make(interviews: Iterable[Interview], **options: Any) -> Material:
        return make_material(codebook, interviews, **options)

    return make


@pytest.fixture(scope="session")
def write_material() -> Callable[..., Path]:
    """Return the function that writes the document of a Material into a folder."""
    return write_document


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the document of a Material and returns its path."""

    def write(material: Material, name: str = "run", author: str = "") -> Path:
        return write_document(material, tmp_path / name, author)

    return write
