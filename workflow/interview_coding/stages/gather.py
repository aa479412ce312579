"""Steps that bring the parts of batches and partnerships together in the project's tables."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from interview_coding.codebook import read_codebook
from interview_coding.errors import InputError, Problem
from interview_coding.files import write_text
from interview_coding.sheet import Sheet
from interview_coding.stages.annotate import UNREADABLE
from interview_coding.tables import TABLES, TRANSCRIPTS

log = logging.getLogger(__name__)


def compile_codebook(folder: Path, output: Path) -> None:
    """Check the codebook in `folder` and write it to `output` as JSON, which the steps read fast."""
    codebook = read_codebook(folder)
    log.info(
        "codebook %s: %d themes, %d codes",
        codebook.version,
        len(codebook.themes),
        len(codebook.codes),
    )
    write_text(output, codebook.to_json())


def check_transcripts(sheet: Sheet, parts: Sequence[Path], output: Path) -> None:
    """Gather what was read of every transcript, and stop where one could not be.

    Raises
    ------
    InputError
        With one problem per transcript that could not be read; then nothing is written.
    """
    frame = TRANSCRIPTS.concat(parts)
    by_id = {interview.interview_id: interview for interview in sheet.interviews}
    failed = frame[frame["status"] == UNREADABLE]
    if len(failed):
        raise InputError(
            Problem(str(by_id[row.interview_id].file), row.problem, row.remedy) for row in failed.itertuples()
        )
    log.info("%d transcripts read, %d words", len(frame), frame["words"].sum())
    TRANSCRIPTS.write(frame, output)


def gather(table: str, parts: Sequence[Path], output: Path) -> None:
    """Set the files `parts` of a table one below the other, in their order, and write `output`."""
    frame = TABLES[table].concat(parts)
    log.info("%s: %d rows", table, len(frame))
    TABLES[table].write(frame, output)
