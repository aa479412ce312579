"""What comes in: the codebook, checked and compiled, and the transcripts, all of them readable.

REQUIRED INPUTS:
    <codebook>/*.yaml, CHANGELOG.md     one file per theme, and what goes with them
    steps/batches/*/*/transcripts.csv    what rule annotate read of every transcript

OUTPUTS:
    steps/codebook.json                  the codebook as the later steps read it
    tables/transcripts.csv              one row per transcript

The transcripts themselves are read by rule annotate, in the one process that also replaces personal data:
raw text is written nowhere.
"""


rule codebook:
    """Check the codebook, all of it, and compile it."""
    input:
        PLAN.codebook(),
    output:
        f"{RESULTS}/steps/codebook.json",
    log:
        f"{RESULTS}/logs/codebook.log",
    params:
        code=code_digest("stages.gather"),
        folder=lambda w: str(PLAN.settings.codebook),
    shell:
        "interview-coding stage --log {log:q} codebook"
        " --folder {params.folder:q}"
        " --output {output:q}"


rule transcripts:
    """Stop, and name them all, where transcripts could not be read."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        parts=all_batch_files("transcripts.csv"),
    output:
        f"{RESULTS}/tables/transcripts.csv",
    log:
        f"{RESULTS}/logs/transcripts.log",
    params:
        code=code_digest("stages.gather"),
    shell:
        "interview-coding stage --log {log:q} transcripts"
        " --sheet {input.sheet:q}"
        " --parts {input.parts:q}"
        " --output {output:q}"
