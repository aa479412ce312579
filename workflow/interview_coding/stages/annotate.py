"""Step annotate: the transcripts of a batch -> pseudonymised turns, segments, sentences, annotated text.

Raw text goes from the evaluator's files through this one process. Names are replaced before anything is
written; what was replaced by what goes to the project's private folder.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_coding.errors import InputError, Problem
from interview_coding.files import sha256, write_bytes, write_text
from interview_coding.language import LanguageModel, load
from interview_coding.pseudonyms.finding import NOTHING
from interview_coding.pseudonyms.key import KeyStore, merged_key
from interview_coding.pseudonyms.known import Known
from interview_coding.pseudonyms.pseudonymise import pseudonymise
from interview_coding.pseudonyms.questions import Question, record_questions
from interview_coding.readers import read_transcript
from interview_coding.segments import Span, cut, segment_id
from interview_coding.sheet import Interview
from interview_coding.tables import SEGMENTS, SENTENCES, TRANSCRIPTS, TURNS, Table
from interview_coding.text import RESPONDENT, Transcript, compose, count_words, join_notes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

log = logging.getLogger(__name__)

READ = "read"
UNREADABLE = "unreadable"
DOCS = "docs.spacy"


def describe_model(setting: str, output: Path) -> None:
    """Load the language model that `setting` means and write what it is to the JSON file `output`."""
    _, model = load(setting, names=False)
    log.info("language model: %s %s (%s)", model.name, model.version, ", ".join(model.components))
    write_text(output, json.dumps(model.as_dict(), indent=1) + "\n")


@dataclass
class _Batch:
    """The rows gathered of a batch, by table."""

    transcripts: list[dict[str, Any]] = field(default_factory=list)
    turns: list[dict[str, Any]] = field(default_factory=list)
    segments: list[dict[str, Any]] = field(default_factory=list)
    sentences: list[dict[str, Any]] = field(default_factory=list)
    docs: list[Doc] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def annotate(
    interviews: Sequence[Interview],
    model_file: Path,
    segment_words: int,
    output: Path,
    private: Path,
    known: Known = NOTHING,
) -> None:
    """Read, annotate, pseudonymise and cut the interviews of a batch.

    A transcript that cannot be read is noted as such, with the reason; the others go on.

    Parameters
    ----------
    interviews
        The batch.
    model_file
        What `describe_model` wrote.
    segment_words
        The most words of a segment.
    output
        The folder for transcripts.csv, turns.csv, segments.csv, sentences.csv and docs.spacy.
    private
        The project's folder for the key and the sheet of doubtful names.
    known
        What the project knows of names; the key of each interview is added here.
    """
    from spacy.tokens import DocBin

    model = LanguageModel.from_dict(json.loads(model_file.read_text(encoding="utf-8")))
    nlp, _ = load(model.name)
    keys = KeyStore(private)
    batch = _Batch()
    for number, interview in enumerate(interviews, 1):
        where = f"[{number}/{len(interviews)}] {interview.interview_id}"
        try:
            transcript = read_transcript(interview.file, interview.interviewers)
        except InputError as error:
            problem = error.problems[0]
        except Exception as error:
            what = f"could not be read ({type(error).__name__})."
            problem = Problem("", what, "Open it in Word and save it anew as .docx.")
        else:
            transcript, docs = _without_names(interview, transcript, nlp, known, keys, batch)
            _add(batch, interview, transcript, docs, segment_words)
            row = batch.transcripts[-1]
            log.info("%s: %s, %d turns, %d segments", where, row["format"], row["turns"], row["segments"])
            continue
        log.warning("%s: %s", where, problem.what)
        batch.transcripts.append(
            {
                "interview_id": interview.interview_id,
                "status": UNREADABLE,
                "problem": problem.what,
                "remedy": problem.remedy,
            }
        )
    tables: list[tuple[Table, list[dict[str, Any]]]] = [
        (TRANSCRIPTS, batch.transcripts),
        (TURNS, batch.turns),
        (SEGMENTS, batch.segments),
        (SENTENCES, batch.sentences),
    ]
    for table, rows in tables:
        table.write(table.frame(rows), output / f"{table.name}.csv")
    write_bytes(output / DOCS, DocBin(docs=batch.docs).to_bytes())
    record_questions(private, batch.questions, [interview.interview_id for interview in interviews])


def _without_names(
    interview: Interview, transcript: Transcript, nlp: Language, known: Known, keys: KeyStore, batch: _Batch
) -> tuple[Transcript, tuple[Doc, ...]]:
    """Return a transcript and its annotation with labels in place of names, once the key is written."""
    docs = list(nlp.pipe(turn.text for turn in transcript.turns))
    before = tuple(keys.read(interview.interview_id))
    known = replace(known, key=before, titles=(interview.partnership,))
    found = pseudonymise(interview.interview_id, transcript.turns, docs, nlp, known)
    keys.write(interview.interview_id, merged_key(before, found.key))
    batch.questions += found.questions
    return replace(transcript, turns=found.turns), found.docs


def _add(
    batch: _Batch, interview: Interview, transcript: Transcript, docs: Sequence[Doc], segment_words: int
) -> None:
    turns = transcript.turns
    _, spans = compose(turns)
    before = len(batch.segments)
    for number, (turn, (start, end), doc) in enumerate(zip(turns, spans, docs, strict=True), 1):
        times = turn.times(0, len(turn.text))
        batch.turns.append(
            {
                "interview_id": interview.interview_id,
                "turn": number,
                "start": start,
                "end": end,
                "speaker": turn.speaker,
                "role": turn.role,
                "text": turn.text,
                "time_start": times[0],
                "time_end": times[1],
            }
        )
        if turn.role == RESPONDENT:
            sentences = [(sent.start_char, sent.end_char) for sent in doc.sents]
            parts = cut(turn.text, sentences, segment_words)
            for part, span in enumerate(parts, 1):
                name = segment_id(number, part, len(parts))
                times = turn.times(*span)
                batch.segments.append(
                    {
                        "interview_id": interview.interview_id,
                        "segment_id": name,
                        "turn": number,
                        "start": start + span[0],
                        "end": start + span[1],
                        "speaker": turn.speaker,
                        "text": turn.text[span[0] : span[1]],
                        "time_start": times[0],
                        "time_end": times[1],
                    }
                )
                batch.sentences.extend(
                    {
                        "interview_id": interview.interview_id,
                        "segment_id": name,
                        "start": start + first,
                        "end": start + last,
                    }
                    for first, last in _within(sentences, span)
                )
    batch.docs.extend(docs)
    batch.transcripts.append(
        {
            "interview_id": interview.interview_id,
            "status": READ,
            "format": transcript.format,
            "turns": len(turns),
            "respondent_turns": sum(turn.role == RESPONDENT for turn in turns),
            "words": sum(count_words(turn.text) for turn in turns),
            "segments": len(batch.segments) - before,
            "sha256": sha256([interview.file]),
            "notes": join_notes(transcript.notes),
            "evened": join_notes(transcript.evened),
        }
    )


def _within(sentences: Sequence[Span], span: Span) -> Iterator[Span]:
    for start, end in sentences:
        start, end = max(start, span[0]), min(end, span[1])
        if start < end:
            yield start, end
