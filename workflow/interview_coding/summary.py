"""What a run made and what to look at, for the person at the screen.

Only here are warnings joined with file names: under results/ an interview is known by its id alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interview_coding.decisions import MOVED, SIMILAR, SUGGESTED, stray_files
from interview_coding.files import file_names
from interview_coding.pseudonyms.questions import NAMES, read_questions
from interview_coding.sheet import Sheet
from interview_coding.stages.annotate import UNREADABLE
from interview_coding.tables import CODINGS, DECISIONS, SUGGESTIONS, TRANSCRIPTS, UNPLACED

ACROSS = "tvaers"
"""File name of the document across partnerships."""

_FOUND_AGAIN = {
    MOVED: (
        "1 decision moved along with its words in the corrected text.",
        "{} decisions moved along with their words in the corrected text.",
    ),
    SIMILAR: (
        "1 decision stands on words that were changed since. See placement in tables/decisions.csv.",
        "{} decisions stand on words that were changed since. See placement in tables/decisions.csv.",
    ),
}


def summarise(sheet: Sheet, results: Path, private: Path) -> str:
    """Return a summary of a run that went through.

    Parameters
    ----------
    sheet
        The project's interviews.
    results
        The folder of results.
    private
        The project's folder for the key and the sheet of doubtful names.
    """
    transcripts = TRANSCRIPTS.read(results / "tables" / "transcripts.csv")
    suggestions = SUGGESTIONS.read(results / "tables" / "suggestions.csv")
    codings = CODINGS.read(results / "tables" / "codings.csv")
    undecided = int((codings["status"] == SUGGESTED).sum())
    waves = {interview.wave for interview in sheet.interviews}
    lines = [
        "",
        f"Made from {len(sheet.interviews)} interviews of {len(sheet.partnerships())} partnerships in "
        f"{len(waves)} waves ({transcripts['words'].sum():,} words):",
        *(f"  {path}" for path in _documents(sheet, results)),
        f"  {results / 'tables'} ({len(list((results / 'tables').glob('*.csv')))} tables), "
        f"{results / 'figures'}",
        f"Suggestions decided on: {len(suggestions) - undecided} of {len(suggestions)}.",
    ]
    if waiting := sum(q.answer is None and bool(q.counts) for q in read_questions(private)):
        words = "1 word form waits" if waiting == 1 else f"{waiting} word forms wait"
        lines.append(f"Doubtful names: {words} for an answer in {private / NAMES}.")
    warnings = list(_warnings(sheet, results))
    lines.append(f"Warnings: {len(warnings) or 'none'}.")
    return "\n".join([*lines, *(f"  {warning}" for warning in warnings)])


def _documents(sheet: Sheet, results: Path) -> list[Path]:
    names = [*sorted(file_names(sheet.partnerships()).values()), ACROSS]
    return [results / "synthesis" / f"{name}.docx" for name in names]


def _warnings(sheet: Sheet, results: Path) -> Iterator[str]:
    files = {interview.interview_id: interview.file for interview in sheet.interviews}
    for row in TRANSCRIPTS.read(results / "tables" / "transcripts.csv").itertuples():
        if row.notes:
            yield f"{files[row.interview_id]}: {row.notes}"
    for path in sheet.unlisted():
        yield f"{path}: is not in the sheet. Add a row to {sheet.path}, or move the file away."
    for path in sorted(set((results / "synthesis").glob("[!~]*.docx")) - set(_documents(sheet, results))):
        yield f"{path}: is of an earlier run, not of this sheet. Move it away, so that nobody reads it."
    for path in stray_files(sheet.path.parent, files):
        yield f"{path}: is not counted. Name it codings/<coder>/<interview_id>.csv, or move the file away."
    decisions = DECISIONS.read(results / "tables" / "decisions.csv")
    unplaced = UNPLACED.read(results / "tables" / "unplaced.csv")
    for (coder, interview_id), made in decisions.groupby(["coder", "interview_id"]):
        where = sheet.path.parent / "codings" / coder / f"{interview_id}.csv"
        own = unplaced[(unplaced["coder"] == coder) & (unplaced["interview_id"] == interview_id)]
        for reason, lost in own[own["open"] == 1].groupby("reason", sort=False):
            subject = f"{len(lost)} decisions have" if len(lost) > 1 else "a decision has"
            yield f"{where}: {subject} no place: {reason.rstrip('.')}. See tables/unplaced.csv."
        for reason, doubted in made[(made["holds"] == 1) & (made["reason"] != "")].groupby("reason"):
            decisions_doubted = "1 decision" if len(doubted) == 1 else f"{len(doubted)} decisions"
            yield f"{where}: {decisions_doubted} to look at again: {reason}."
        for placement, (one, more) in _FOUND_AGAIN.items():
            if count := int((made["placement"] == placement).sum()):
                yield f"{where}: {one if count == 1 else more.format(count)}"


def explain_failure(sheet: Sheet, results: Path) -> str:
    """Return what stopped a run, as far as it is the input's fault, and what to do next."""
    files = {interview.interview_id: interview.file for interview in sheet.interviews}
    reports = sorted((results / "steps" / "batches").glob("*/*/transcripts.csv"))
    lines = []
    for report in reports:
        table = TRANSCRIPTS.read(report)
        for row in table[table["status"] == UNREADABLE].itertuples():
            if row.interview_id in files:
                lines.append(f"  {files[row.interview_id]}: {row.problem} {row.remedy}")
    if lines:
        head = f"The run stopped: {len(lines)} of {len(files)} transcripts cannot be read."
        tail = "Mend them, or take their rows off the sheet, and run again; what is done stays done."
        return "\n".join(["", head, *lines, tail])
    return "\nThe run stopped. The messages above say why."
