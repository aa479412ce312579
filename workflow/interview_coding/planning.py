"""What a run is about: its settings and interviews, checked before any job starts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from interview_coding.codebook import codebook_files, lacks
from interview_coding.decisions import decision_files
from interview_coding.errors import InputError, Problem
from interview_coding.files import file_names
from interview_coding.language import identify
from interview_coding.pseudonyms.key import KeyStore, refuse_tracked, refuse_within
from interview_coding.pseudonyms.known import Known, read_known
from interview_coding.pseudonyms.questions import read_questions
from interview_coding.settings import Settings, check_settings
from interview_coding.sheet import Interview, Sheet, find_sheet, read_sheet, transcripts_below


@dataclass(frozen=True)
class Plan:
    """A run: its settings, its sheet, and how the files of each partnership are called.

    Parameters
    ----------
    settings
        From config.yaml and the command line.
    sheet
        The project's interviews.
    titles
        File name of a partnership -> its name in the sheet.
    language_model
        Name and version of the language model in use.
    known
        What the project knows of names.
    forms
        The word forms on the sheet of doubtful names -> the interviews in which each stands.
    """

    settings: Settings
    sheet: Sheet
    titles: Mapping[str, str]
    language_model: tuple[str, str]
    known: Known
    forms: Mapping[str, frozenset[str]]

    def batches(self) -> list[tuple[str, int]]:
        """Return the batches, as file name of the partnership and wave, in order."""
        return [(name, wave) for name in self.titles for wave in self.waves(name)]

    def waves(self, name: str) -> list[int]:
        """Return the waves of the partnership with this file name."""
        return self.sheet.waves(self.titles[name])

    def batch(self, name: str, wave: int) -> list[Interview]:
        """Return the interviews of a batch."""
        return self.sheet.batch(self.titles[name], wave)

    def interviews(self, name: str) -> list[Interview]:
        """Return the interviews of the partnership with this file name, wave by wave."""
        return [interview for wave in self.waves(name) for interview in self.batch(name, wave)]

    def transcripts(self, name: str, wave: int) -> list[str]:
        """Return the transcripts of a batch."""
        return [str(interview.file) for interview in self.batch(name, wave)]

    def decisions(self, name: str) -> list[str]:
        """Return the decisions files on the interviews of a partnership."""
        ids = (interview.interview_id for interview in self.interviews(name))
        return [str(file) for file in decision_files(self.settings.project, ids)]

    def names(self, name: str, wave: int) -> str:
        """Return a digest of what is known of names, as far as it touches a batch.

        A digest, because Snakemake writes a job's parameters down, and shows them.
        """
        ids = {interview.interview_id for interview in self.batch(name, wave)}
        touching = {form for form in self.known.answers if ids & (self.forms.get(form) or ids)}
        known = replace(self.known, answers={form: self.known.answers[form] for form in sorted(touching)})
        return hashlib.sha256(repr(known).encode()).hexdigest()

    def codebook(self) -> list[str]:
        """Return the files of the codebook."""
        return [str(file) for file in codebook_files(self.settings.codebook)]


def plan(config: Mapping[str, Any]) -> Plan:
    """Check a run's configuration and sample sheet, and that there are a codebook and a language model.

    Raises
    ------
    InputError
        With every problem of them all. Where the sheet has problems, those of the transcripts are added,
        so that all can be mended at once.
    """
    settings, problems = check_settings(config)
    try:
        model = identify(settings.language_model)
    except InputError as error:
        problems.extend(error.problems)
    try:
        sheet = read_sheet(find_sheet(settings.project))
    except InputError as error:
        problems.extend(error.problems)
        problems.extend(_unreadable_transcripts(settings.project))
    problems.extend(lacks(settings.codebook))
    problems.extend(refuse_tracked(settings.private))
    problems.extend(refuse_within(settings.private, settings.results))
    problems.extend(KeyStore(settings.private).lacks())
    try:
        known = read_known(
            settings.project,
            settings.private,
            organisations=settings.organisations,
            places=settings.places,
            link_persons=settings.link_persons,
        )
        forms = {q.form: frozenset(q.counts) for q in read_questions(settings.private)}
    except InputError as error:
        problems.extend(error.problems)
    problems.extend(_unfit_endpoint(settings))
    if problems:
        raise InputError(problems)
    names = file_names(sheet.partnerships())
    titles = {name: title for title, name in sorted(names.items())}
    return Plan(settings, sheet, titles, model, known, forms)


def _unfit_endpoint(settings: Settings) -> list[Problem]:
    """Return what keeps text from being sent to the language model that is configured, if one is."""
    if settings.llm_endpoint:
        from interview_coding.engines.llm import Endpoint, check

        try:
            check(Endpoint(settings.llm_endpoint, settings.llm_model))
        except InputError as error:
            return list(error.problems)
    return []


def _unreadable_transcripts(project: Path) -> list[Problem]:
    """Return the problems of the transcripts in a project's folder, whatever the sheet says."""
    from interview_coding.readers import read_transcript

    problems: list[Problem] = []
    for path in transcripts_below(project):
        try:
            read_transcript(path)
        except InputError as error:
            problems.extend(error.problems)
        except Exception as error:
            what = f"could not be read ({type(error).__name__})."
            problems.append(Problem(str(path), what, "Open it in Word and save it anew as .docx."))
    return problems
