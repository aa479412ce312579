"""The commands ``interview-coding codebook lint | diff | export | import | migrate``."""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from interview_coding.decisions import moment
from interview_coding.errors import InputError, Problem

log = logging.getLogger(__name__)


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the group ``codebook`` to the commands of ``interview-coding``."""
    group = commands.add_parser(
        "codebook", help="check, compare, export, import the codebook; migrate decisions"
    )
    codebook = group.add_subparsers(required=True, metavar="COMMAND")

    command = codebook.add_parser("lint", help="tell what should be mended")
    _add_folder(command)
    command.set_defaults(run=_lint)

    command = codebook.add_parser("diff", help="say in words how two codebooks differ")
    command.add_argument(
        "old", help="a folder, a compiled codebook (.json), a workbook (.xlsx) or a git revision"
    )
    command.add_argument("new", nargs="?", help="the same; default: the codebook as it stands")
    _add_folder(command)
    command.set_defaults(run=_diff)

    command = codebook.add_parser("export", help="write the codebook as a Word document or a workbook")
    command.add_argument("--docx", type=Path, metavar="FILE", help="a codebook document to print")
    command.add_argument("--xlsx", type=Path, metavar="FILE", help="a workbook to edit in Excel and import")
    _add_folder(command)
    command.set_defaults(run=_export)

    command = codebook.add_parser("import", help="take over a workbook that was exported and edited")
    command.add_argument("workbook", type=Path)
    command.add_argument("--dry-run", action="store_true", help="only say what would change")
    _add_folder(command)
    command.set_defaults(run=_import)

    command = codebook.add_parser("migrate", help="take decisions along over changes of the codebook")
    command.add_argument("--project", type=Path, required=True, help="the project's folder")
    command.add_argument("--dry-run", action="store_true", help="only say what would be appended")
    _add_folder(command)
    command.set_defaults(run=_migrate)


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("--codebook", type=Path, default=Path("codebook"), help="default: codebook")


def _lint(options: argparse.Namespace) -> None:
    from interview_coding.codebook.lint import lint
    from interview_coding.language import load
    from interview_coding.language.pipeline import AUTO

    nlp, model = load(AUTO, names=False)
    problems = lint(options.codebook, nlp)
    if problems:
        raise InputError(problems)
    log.info("%s: nothing to mend (indicators matched with %s).", options.codebook, model.name)


def _diff(options: argparse.Namespace) -> None:
    from interview_coding.codebook.diff import differences, find_codebook

    old = find_codebook(options.old, options.codebook)
    new = find_codebook(options.new or str(options.codebook), options.codebook)
    lines = differences(old, new)
    log.info("%s", "\n".join(lines) or "Both say the same.")


def _export(options: argparse.Namespace) -> None:
    from interview_coding.codebook import read_codebook
    from interview_coding.codebook.manual import write_manual
    from interview_coding.codebook.workbook import write_workbook

    if not (options.docx or options.xlsx):
        raise InputError(
            [Problem("codebook export", "has nothing to write.", "Give --docx FILE or --xlsx FILE.")]
        )
    codebook = read_codebook(options.codebook)
    for path, write in ((options.docx, write_manual), (options.xlsx, write_workbook)):
        if path:
            write(codebook, path)
            log.info("%s is written.", path)


def _import(options: argparse.Namespace) -> None:
    from interview_coding.codebook import read_codebook
    from interview_coding.codebook.diff import differences
    from interview_coding.codebook.workbook import read_workbook
    from interview_coding.codebook.writing import rewrite

    old = read_codebook(options.codebook)
    content = read_workbook(options.workbook)
    new = replace(old, themes=content.themes, no_code=content.no_code)
    lines = differences(old, new)
    log.info("%s", "\n".join(lines) or "Both say the same.")
    if content.deleted:
        log.info("Deleted: %s. Decisions on them follow if changes say how.", ", ".join(content.deleted))
    if lines and not options.dry_run:
        rewrite(options.codebook, new)
        log.info("%s is changed. Say so under a new version in its CHANGELOG.md.", options.codebook)


def _migrate(options: argparse.Namespace) -> None:
    from interview_coding.codebook import read_codebook
    from interview_coding.codebook.migration import DOUBTFUL, FATES, migrate, misfits
    from interview_coding.codebook.reading import SETTINGS
    from interview_coding.decisions import read_decisions
    from interview_coding.recording import append_decisions

    codebook = read_codebook(options.codebook)
    settings = str(options.codebook / SETTINGS)
    problems = [Problem(settings, *m) for m in misfits(codebook.changes, codebook.codes, codebook.version)]
    files = sorted((options.project / "codings").glob("*/*.csv"))
    if not files:
        problems.append(Problem(str(options.project), "holds no decisions.", "Name a project with codings/."))
    if problems:
        raise InputError(problems)
    fates: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for file in files:
        try:
            decisions = read_decisions(file)
            time = _after(decision.time for decision in decisions)
            migration = migrate(decisions, codebook.changes, codebook.version, time)
            if migration.rows and not options.dry_run:
                append_decisions(file, migration.rows)
        except InputError as error:
            problems.extend(error.problems)
            continue
        for outcome in migration.outcomes:
            fates[outcome.fate] += 1
            code = outcome.decision.code
            if outcome.fate == DOUBTFUL:
                log.info("%s, %s, %s: %s", file, outcome.decision.segment_id, code, outcome.why)
            elif outcome.decision.code in outcome.codes and code not in codebook.codes:
                unknown[code] += 1
    counts = ", ".join(f"{fates[fate]} {fate}" for fate in FATES if fates[fate])
    log.info("%s%d decisions: %s.", "Would be: " if options.dry_run else "", fates.total(), counts)
    for code, count in sorted(unknown.items()):
        what = f"{count} decisions are on {code}, which the codebook has not."
        problems.append(
            Problem(str(options.project), what, f"Say under changes in {settings} what became of it.")
        )
    if problems:
        raise InputError(problems)


def _after(times: Iterable[str]) -> str:
    """Return the time of now, or the latest of some times where a clock ran ahead, in ISO 8601."""
    now = datetime.now(UTC).astimezone()
    latest = max((found for time in times if (found := moment(time))), default=now)
    return max(now, latest).isoformat(timespec="seconds")
