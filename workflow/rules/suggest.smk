"""Codes that the machine suggests, and what it learns from.

REQUIRED INPUTS:
    steps/codebook.json, steps/language_model.json
    steps/batches/<partnership>/<wave>/  turns, segments and annotated text of a batch
    learned/decided.csv                  decisions to learn from, where `snakemake retrain` has laid them down

OUTPUTS:
    steps/engine.npz                     what the engines have learnt
    steps/batches/<partnership>/<wave>/suggestions.csv, scores.csv
    tables/suggestions.csv               the same of all batches (rule gather_batches)
    tables/queue.csv                     the segments in the order of review
    learned/decided.csv                  by `snakemake retrain` alone
"""

LEARNED = f"{RESULTS}/learned/decided.csv"


rule engine:
    """Let the engines learn from the codebook, and from decisions as they were at the last retraining."""
    input:
        codebook=f"{RESULTS}/steps/codebook.json",
        model=f"{RESULTS}/steps/language_model.json",
    output:
        f"{RESULTS}/steps/engine.npz",
    log:
        f"{RESULTS}/logs/engine.log",
    params:
        code=code_digest("stages.suggest"),
        precision=PLAN.settings.suggestion_precision,
        learned=digest_of(LEARNED),
        decided=f"--decided {LEARNED}" if os.path.exists(LEARNED) else "",
    shell:
        "interview-coding stage --log {log:q} engine"
        " --codebook {input.codebook:q}"
        " --language-model {input.model:q}"
        " {params.decided}"
        " --precision {params.precision}"
        " --output {output:q}"


rule suggest:
    """Suggest codes for the segments of a batch, with score and evidence."""
    input:
        engine=f"{RESULTS}/steps/engine.npz",
        turns=batch_file("{partnership}", "{wave}", "turns.csv"),
        segments=batch_file("{partnership}", "{wave}", "segments.csv"),
        docs=batch_file("{partnership}", "{wave}", "docs.spacy"),
    output:
        suggestions=batch_file("{partnership}", "{wave}", "suggestions.csv"),
        scores=batch_file("{partnership}", "{wave}", "scores.csv"),
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
        " --output {output.suggestions:q}"
        " --scores {output.scores:q}"


rule queue:
    """Put the segments of all interviews in the order in which it teaches most to review them."""
    input:
        read=ancient(f"{RESULTS}/tables/transcripts.csv"),
        scores=all_batch_files("scores.csv"),
    output:
        f"{RESULTS}/tables/queue.csv",
    log:
        f"{RESULTS}/logs/queue.log",
    params:
        code=code_digest("stages.suggest"),
    shell:
        "interview-coding stage --log {log:q} queue"
        " --scores {input.scores:q}"
        " --output {output:q}"


rule learn_decisions:
    """Lay down what the coders have decided, for the engines to learn from (only by `snakemake retrain`)."""
    input:
        segments=f"{RESULTS}/tables/segments.csv",
        turns=f"{RESULTS}/tables/turns.csv",
        codings=f"{RESULTS}/tables/codings.csv",
    output:
        LEARNED,
    log:
        f"{RESULTS}/logs/learn_decisions.log",
    params:
        code=code_digest("stages.suggest"),
    shell:
        "interview-coding stage --log {log:q} learn-decisions"
        " --segments {input.segments:q}"
        " --turns {input.turns:q}"
        " --codings {input.codings:q}"
        " --output {output:q}"
