"""Step ask: the segments of a batch -> what a language model that the user has configured says of them."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import spacy

from interview_coding.codebook import Codebook
from interview_coding.engines.llm import Endpoint, Question, ask
from interview_coding.errors import InputError, Problem
from interview_coding.pseudonyms.questions import NAMES, read_questions
from interview_coding.stages.suggest import passages
from interview_coding.tables import ANSWERS

KEY = "INTERVIEW_CODING_LLM_KEY"
"""The environment variable that holds the endpoint's key, if it wants one."""

log = logging.getLogger(__name__)


def ask_model(
    annotated: Path,
    codebook_file: Path,
    url: str,
    model: str,
    timeout: float,
    cache: Path,
    private: Path,
    output: Path,
) -> None:
    """Ask a language model which codes the segments of a batch bear.

    Parameters
    ----------
    annotated
        The folder that `annotate` wrote.
    codebook_file
        The compiled codebook (JSON).
    url, model
        The endpoint, and the model that it knows.
    timeout
        Seconds that a request may wait.
    cache
        The folder for what was answered before.
    private
        The project's folder with the sheet of doubtful names: a model elsewhere is asked only about
        interviews in which none waits for an answer.
    output
        The file for the table answers: a row for each code that was named, with the words that bear it; a
        segment for which none was named has a row without.

    Raises
    ------
    InputError
        If text may not be sent there, or nothing is answered.
    """
    codebook = Codebook.from_json(codebook_file.read_text(encoding="utf-8"))
    endpoint = Endpoint(url, model, os.environ.get(KEY, ""))
    questions = [
        Question(
            interview_id,
            segment_id,
            passage.text.text,
            passage.question.text if passage.question is not None else "",
        )
        for interview_id, segment_id, passage in passages(annotated, spacy.blank("da").vocab)
    ]
    if not endpoint.stays_here:
        _refuse_doubtful(private, {question.interview_id for question in questions})
    log.warning("TEXT IS SENT: %d segments to %s (model %s)", len(questions), endpoint.place, model)
    answers, usage = ask(questions, codebook, endpoint, cache, timeout=timeout)
    log.warning("%s", usage.told(endpoint))
    named: dict[tuple[str, str], list[dict[str, object]]] = {}
    for answer in answers:
        row = {"code": answer.code, "quote": answer.quote, "score": answer.confidence}
        named.setdefault((answer.interview_id, answer.segment_id), []).append(row)
    rows = [
        {"interview_id": question.interview_id, "segment_id": question.segment_id, **row}
        for question in questions
        for row in named.get((question.interview_id, question.segment_id), [{}])
    ]
    ANSWERS.write(ANSWERS.frame(rows), output)


def _refuse_doubtful(private: Path, interviews: set[str]) -> None:
    """Refuse to send text in which words that may be names wait for an answer."""
    waiting = [q for q in read_questions(private) if q.answer is None and interviews & set(q.counts)]
    if waiting:
        what = f"{len(waiting)} word forms that may be names wait for an answer, and text goes elsewhere."
        remedy = "Answer them and run again, or use a language model on this machine."
        raise InputError([Problem(str(private / NAMES), what, remedy)])
