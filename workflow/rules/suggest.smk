"""Codes that the machine suggests.

REQUIRED INPUTS:
    steps/codebook.json
    steps/batches/<partnership>/<wave>/  turns, segments and annotated text of a batch

OUTPUTS:
    steps/batches/<partnership>/<wave>/suggestions.csv
    tables/suggestions.csv              the same of all batches (rule gather_batches)
"""


rule suggest:
    """Suggest codes for the segments of a batch, with score and evidence."""
    input:
        codebook=f"{RESULTS}/steps/codebook.json",
        turns=batch_file("{partnership}", "{wave}", "turns.csv"),
        segments=batch_file("{partnership}", "{wave}", "segments.csv"),
        docs=batch_file("{partnership}", "{wave}", "docs.spacy"),
    output:
        batch_file("{partnership}", "{wave}", "suggestions.csv"),
    log:
        f"{RESULTS}/logs/suggest/{{partnership}}/{{wave}}.log",
    benchmark:
        f"{RESULTS}/logs/suggest/{{partnership}}/{{wave}}.tsv"
    params:
        code=code_digest("stages.suggest"),
        per_segment=PLAN.settings.suggestions_per_segment,
        folder=lambda w, input: os.path.dirname(input.docs),
    shell:
        "interview-coding stage --log {log:q} suggest"
        " --annotated {params.folder:q}"
        " --codebook {input.codebook:q}"
        " --per-segment {params.per_segment}"
        " --output {output:q}"
