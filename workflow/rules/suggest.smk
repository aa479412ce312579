"""Codes that the machine suggests.

REQUIRED INPUTS:
    steps/codebook.json, steps/language_model.json
    steps/batches/<partnership>/<wave>/  turns, segments and annotated text of a batch

OUTPUTS:
    steps/engine.npz                    what the engine has learnt from the codebook
    steps/batches/<partnership>/<wave>/suggestions.csv
    tables/suggestions.csv              the same of all batches (rule gather_batches)
"""


rule engine:
    """Let the engine learn from the codebook."""
    input:
        codebook=f"{RESULTS}/steps/codebook.json",
        model=f"{RESULTS}/steps/language_model.json",
    output:
        f"{RESULTS}/steps/engine.npz",
    log:
        f"{RESULTS}/logs/engine.log",
    params:
        code=code_digest("stages.suggest"),
    shell:
        "interview-coding stage --log {log:q} engine"
        " --codebook {input.codebook:q}"
        " --language-model {input.model:q}"
        " --output {output:q}"


rule suggest:
    """Suggest codes for the segments of a batch, with score and evidence."""
    input:
        engine=f"{RESULTS}/steps/engine.npz",
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
        " --engine {input.engine:q}"
        " --per-segment {params.per_segment}"
        " --output {output:q}"
