"""The command ``interview-coding``: a subcommand per step of the workflow, and what is no step."""

from __future__ import annotations

import argparse
import logging
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from interview_coding import __version__, codebook_cli
from interview_coding.errors import InputError, Problem
from interview_coding.pseudonyms.known import POLICIES, read_known
from interview_coding.sheet import Interview, Sheet, read_sheet

log = logging.getLogger("interview_coding")

_ON_SCREEN_ONLY = {"names_files": True}
"""Marks messages with names of the user's files, which may be people's: log files do not take them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    arguments
        Words of the command line; those of this process if None.

    Returns
    -------
    int
        0 if all went well, 1 after an error of the program, 2 where the input needs mending.
    """
    options = parser().parse_args(arguments)
    _start_log(options)
    try:
        options.run(options)
    except InputError as error:
        log.error("%s", error.report(), extra=_ON_SCREEN_ONLY)
        return 2
    except PermissionError as error:
        place = error.filename2 or error.filename
        what = "%s is not to be opened: close it in other programs, or ask for access."
        log.error(what, place, extra=_ON_SCREEN_ONLY)
        return 2
    except Exception as error:
        log.error("%s", _without_content(error))
        return 1
    return 0


def _without_content(error: Exception) -> str:
    """Return where an error arose, but not its message, which may quote an interview."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(f.filename).name}, line {f.lineno}, in {f.name}" for f in frames]
    head = f"an error of the program ({type(error).__name__}), please report it with these places:"
    return "\n".join([head, *places])


def _start_log(options: argparse.Namespace) -> None:
    step = getattr(options, "step", None)
    target = [getattr(options, name, None) for name in ("partnership", "wave", "table")]
    prefix = " ".join(str(part) for part in (step, *target) if part is not None)
    formatter = logging.Formatter(f"{prefix.replace('%', '%%')}: %(message)s" if step else "%(message)s")
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    if getattr(options, "log", None):
        options.log.parent.mkdir(parents=True, exist_ok=True)
        kept = logging.FileHandler(options.log, "w", encoding="utf-8")
        kept.addFilter(lambda record: not getattr(record, "names_files", False))
        handlers.append(kept)
    for old in log.handlers:
        old.close()
    log.handlers = handlers
    for handler in handlers:
        handler.setFormatter(formatter)
    log.setLevel(logging.INFO)
    log.propagate = False


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        "interview-coding", description="Code interviews with local cross-sector partnerships."
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="draft a project's sample sheet from its transcripts")
    new.add_argument("project", type=Path, help="the project's folder")
    new.set_defaults(run=_new)

    doctor = commands.add_parser("doctor", help="tell what is installed and which model is in use")
    doctor.set_defaults(run=_doctor)

    explain = commands.add_parser("explain", help="work out again why codes are suggested for a segment")
    explain.add_argument("interview", help="the interview's id")
    explain.add_argument("segment", help="the segment's id, such as t012")
    explain.add_argument("code", nargs="?", help="one code; default: the five most probable")
    explain.add_argument("--results", type=Path, default=Path("results"), help="default: results")
    explain.set_defaults(run=_explain)

    codebook_cli.add_commands(commands)

    stage = commands.add_parser("stage", help="run one step of the workflow by hand")
    stage.add_argument("--log", type=Path, help="also write the messages to this file")
    _add_steps(stage.add_subparsers(required=True, metavar="STEP", dest="step"))
    return top


def _add_steps(steps: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    step = steps.add_parser("language-model", help="find the language model and describe it")
    step.add_argument("--setting", required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_language_model)

    step = steps.add_parser("codebook", help="check the codebook and compile it")
    step.add_argument("--folder", type=Path, required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_codebook)

    step = steps.add_parser("annotate", help="read, annotate and cut the transcripts of a batch")
    step.add_argument("--sheet", type=Path, required=True)
    step.add_argument("--partnership", required=True)
    step.add_argument("--wave", type=int, required=True)
    step.add_argument("--language-model", type=Path, required=True)
    step.add_argument("--segment-words", type=int, required=True)
    step.add_argument("--private", type=Path, required=True, help="folder of the key and the names' lists")
    step.add_argument("--organisations", default="keep", choices=POLICIES)
    step.add_argument("--places", default="keep", choices=POLICIES)
    step.add_argument("--link-persons", action="store_true", help="label listed persons alike everywhere")
    step.add_argument("--output", type=Path, required=True, help="the batch's folder")
    step.set_defaults(run=_annotate)

    step = steps.add_parser("engine", help="let the engines learn from the codebook and from decisions")
    step.add_argument("--codebook", type=Path, required=True)
    step.add_argument("--language-model", type=Path, required=True)
    step.add_argument("--decided", type=Path, help="what learn-decisions wrote")
    step.add_argument("--precision", type=float, required=True)
    step.add_argument("--encoder", default="", help="folder or name of an encoder, if one is used")
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_engine)

    step = steps.add_parser("suggest", help="suggest codes for the segments of a batch")
    step.add_argument("--annotated", type=Path, required=True, help="the batch's folder")
    step.add_argument("--engine", type=Path, required=True)
    step.add_argument("--per-segment", required=True)
    step.add_argument("--encoder", default="", help="what the engine was trained with")
    step.add_argument("--answers", type=Path, help="what ask wrote")
    step.add_argument("--output", type=Path, required=True)
    step.add_argument("--scores", type=Path, required=True)
    step.set_defaults(run=_suggest)

    step = steps.add_parser("ask", help="ask a language model which codes the segments of a batch bear")
    step.add_argument("--annotated", type=Path, required=True, help="the batch's folder")
    step.add_argument("--codebook", type=Path, required=True)
    step.add_argument("--endpoint", required=True, help="address such as http://localhost:11434/v1")
    step.add_argument("--model", required=True)
    step.add_argument("--timeout", type=float, default=600.0, help="seconds a request may take")
    step.add_argument("--cache", type=Path, required=True, help="folder for what was answered before")
    step.add_argument("--private", type=Path, required=True, help="folder of the sheet of doubtful names")
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_ask)

    step = steps.add_parser("queue", help="put the segments in the order of review")
    step.add_argument("--scores", type=Path, nargs="+", required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_queue)

    step = steps.add_parser("learn-decisions", help="lay down decisions for the engines to learn from")
    step.add_argument("--segments", type=Path, required=True)
    step.add_argument("--turns", type=Path, required=True)
    step.add_argument("--codings", type=Path, required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_learn_decisions)

    step = steps.add_parser("transcripts", help="stop if a transcript could not be read")
    step.add_argument("--sheet", type=Path, required=True)
    step.add_argument("--parts", type=Path, nargs="+", required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_transcripts)

    step = steps.add_parser("gather", help="set the parts of a table one below the other")
    step.add_argument("--table", required=True)
    step.add_argument("--parts", type=Path, nargs="+", required=True)
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_gather)

    step = steps.add_parser("tally", help="settle a partnership's decisions and count its codings")
    step.add_argument("--sheet", type=Path, required=True)
    step.add_argument("--partnership", required=True)
    step.add_argument("--codebook", type=Path, required=True)
    step.add_argument("--batches", type=Path, nargs="+", required=True, help="its batches' folders")
    step.add_argument("--private", type=Path, required=True, help="folder of the key")
    step.add_argument("--output", type=Path, required=True, help="the partnership's folder")
    step.set_defaults(run=_tally)

    step = steps.add_parser("leaks", help="look for every name in the key in everything that was made")
    step.add_argument("--sheet", type=Path, required=True)
    step.add_argument("--private", type=Path, required=True, help="folder of the key")
    step.add_argument("--results", type=Path, required=True)
    step.add_argument("--author", default="", help="the documents' author, who is named on purpose")
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_leaks)

    step = steps.add_parser("synthesise", help="write the document of a partnership, or across")
    step.add_argument("--sheet", type=Path, required=True)
    step.add_argument("--partnership", help="one partnership; without it all, compared")
    step.add_argument("--codebook", type=Path, required=True)
    step.add_argument("--language-model", type=Path, required=True)
    step.add_argument("--batches", type=Path, nargs="+", required=True, help="batches' folders")
    step.add_argument("--partnerships", type=Path, nargs="+", required=True, help="their folders")
    step.add_argument("--quotes-per-code", type=int, required=True)
    step.add_argument("--min-informants", type=int, default=3, help="fewest people to tell of; default: 3")
    step.add_argument("--strict", action="store_true", help="also for codes as such")
    step.add_argument("--author", default="")
    step.add_argument("--text-sent-to", default="", help="where a language model read the interviews")
    step.add_argument("--figures", type=Path, required=True, help="folder for the figures")
    step.add_argument("--output", type=Path, required=True)
    step.set_defaults(run=_synthesise)


def _interviews(sheet: Sheet, options: argparse.Namespace) -> list[Interview]:
    """Return the interviews of the sheet that the options name, wave by wave."""
    waves = [options.wave] if hasattr(options, "wave") else sheet.waves(options.partnership)
    chosen = [i for wave in waves for i in sheet.batch(options.partnership, wave)]
    if not chosen:
        what = f"lists no interview of {options.partnership} in that wave."
        raise InputError([Problem(str(sheet.path), what, "Look at partnership and wave.")])
    return chosen


def _language_model(options: argparse.Namespace) -> None:
    from interview_coding.stages.annotate import describe_model

    describe_model(options.setting, options.output)


def _codebook(options: argparse.Namespace) -> None:
    from interview_coding.stages.gather import compile_codebook

    compile_codebook(options.folder, options.output)


def _annotate(options: argparse.Namespace) -> None:
    from interview_coding.stages.annotate import annotate

    interviews = _interviews(read_sheet(options.sheet), options)
    known = read_known(
        options.sheet.parent,
        options.private,
        organisations=options.organisations,
        places=options.places,
        link_persons=options.link_persons,
    )
    annotate(
        interviews, options.language_model, options.segment_words, options.output, options.private, known
    )


def _engine(options: argparse.Namespace) -> None:
    from interview_coding.stages.suggest import train_engine

    train_engine(
        options.codebook,
        options.language_model,
        options.decided,
        options.precision,
        options.encoder,
        options.output,
    )


def _suggest(options: argparse.Namespace) -> None:
    from interview_coding.stages.suggest import suggest_codes

    suggest_codes(
        options.annotated,
        options.engine,
        options.per_segment,
        options.encoder,
        options.answers,
        options.output,
        options.scores,
    )


def _ask(options: argparse.Namespace) -> None:
    from interview_coding.stages.ask import ask_model

    ask_model(
        options.annotated,
        options.codebook,
        options.endpoint,
        options.model,
        options.timeout,
        options.cache,
        options.private,
        options.output,
    )


def _queue(options: argparse.Namespace) -> None:
    from interview_coding.stages.suggest import order_review

    order_review(options.scores, options.output)


def _learn_decisions(options: argparse.Namespace) -> None:
    from interview_coding.stages.suggest import learn_decisions

    learn_decisions(options.segments, options.turns, options.codings, options.output)


def _transcripts(options: argparse.Namespace) -> None:
    from interview_coding.stages.gather import check_transcripts

    check_transcripts(read_sheet(options.sheet), options.parts, options.output)


def _gather(options: argparse.Namespace) -> None:
    from interview_coding.stages.gather import gather

    gather(options.table, options.parts, options.output)


def _tally(options: argparse.Namespace) -> None:
    from interview_coding.pseudonyms.masking import masker
    from interview_coding.stages.tally import tally_partnership

    tally_partnership(
        options.sheet.parent,
        _interviews(read_sheet(options.sheet), options),
        options.codebook,
        options.batches,
        options.output,
        masker(options.private),
    )


def _leaks(options: argparse.Namespace) -> None:
    from interview_coding.stages.leaks import check_leaks

    interviews = read_sheet(options.sheet).interviews
    check_leaks(options.results, options.private, interviews, options.output, options.author)


def _synthesise(options: argparse.Namespace) -> None:
    from interview_coding.stages.synthesise import Sources, synthesise

    synthesise(
        read_sheet(options.sheet),
        options.partnership,
        Sources(options.codebook, options.language_model, options.batches, options.partnerships),
        quotes_per_code=options.quotes_per_code,
        min_informants=options.min_informants,
        strict=options.strict,
        author=options.author,
        text_sent_to=options.text_sent_to,
        figures=options.figures,
        output=options.output,
    )


def _new(options: argparse.Namespace) -> None:
    from interview_coding.draft import draft_sheet

    log.info("%s", draft_sheet(options.project))


def _explain(options: argparse.Namespace) -> None:
    from interview_coding.explain import explain

    log.info("%s", explain(options.results, options.interview, options.segment, options.code))


def _doctor(options: argparse.Namespace) -> None:
    from interview_coding.doctor import report

    log.info("%s", report())


if __name__ == "__main__":
    sys.exit(main())
