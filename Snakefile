"""From Danish interview transcripts to reviewed codes and Word syntheses.

snakemake                                          the project that config.yaml names
snakemake --config project=data/mit results=ud     another one
snakemake retrain                                  let the next run's suggestions learn from the decisions
"""

import os
import sys
from pathlib import Path

from snakemake.utils import min_version

from interview_coding.errors import InputError
from interview_coding.files import sha256
from interview_coding.locking import lock
from interview_coding.planning import plan
from interview_coding.provenance import code_digest
from interview_coding.pseudonyms.key import KeyStore
from interview_coding.pseudonyms.lists import list_files

min_version("9.19")


configfile: "config.yaml"


try:
    PLAN = plan(config)
except InputError as error:
    sys.exit(error.report())

RESULTS = PLAN.settings.results.as_posix()


container: "docker://localhost/interview-coding:0.1.0"


wildcard_constraints:
    partnership="[^/]+",
    wave=r"\d+",


DOCUMENTS = expand(f"{RESULTS}/synthesis/{{name}}.docx", name=[*PLAN.titles, "tvaers"])
TABLES = expand(
    f"{RESULTS}/tables/{{table}}.csv",
    table="transcripts turns segments suggestions queue decisions codings unplaced tallies".split(),
)


rule all:
    """Everything: the documents, the tables that their figures come from, and the leak check of them all."""
    input:
        DOCUMENTS,
        TABLES,
        f"{RESULTS}/steps/leak_check.json",


rule retrain:
    """What the next run's suggestions learn from, as the decisions stand now."""
    input:
        f"{RESULTS}/learned/decided.csv",


include: "workflow/rules/common.smk"
include: "workflow/rules/ingest.smk"
include: "workflow/rules/annotate.smk"
include: "workflow/rules/suggest.smk"
include: "workflow/rules/tally.smk"
include: "workflow/rules/synthesise.smk"
include: "workflow/rules/leaks.smk"


onstart:
    lock(PLAN.settings.results)


onsuccess:
    from interview_coding.summary import summarise

    print(
        summarise(PLAN.sheet, PLAN.settings.results, PLAN.settings.private),
        file=sys.stderr,
    )


onerror:
    from interview_coding.summary import explain_failure

    print(explain_failure(PLAN.sheet, PLAN.settings.results), file=sys.stderr)
