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
    steps/batches/<partnership>/<wave>/answers.csv    what a language model says, where one is configured
    llm/                                 what it has answered before, so that it is not asked again
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
        decided=["--decided", LEARNED] if os.path.exists(LEARNED) else [],
        encoder=PLAN.settings.encoder,
    shell:
        "interview-coding stage --log {log:q} engine"
        " --codebook {input.codebook:q}"
        " --language-model {input.model:q}"
        " {params.decided:q}"
        " --precision {params.precision}"
        " --encoder={params.encoder:q}"
        " --output {output:q}"


rule suggest:
    """Suggest codes for the segments of a batch, with score and evidence."""
    input:
        engine=f"{RESULTS}/steps/engine.npz",
        turns=batch_file("{partnership}", "{wave}", "turns.csv"),
        segments=batch_file("{partnership}", "{wave}", "segments.csv"),
        docs=batch_file("{partnership}", "{wave}", "docs.spacy"),
        answers=answers,
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
        encoder=PLAN.settings.encoder,
        answers=lambda w, input: ["--answers", *input.answers] if input.answers else [],
    shell:
        "interview-coding stage --log {log:q} suggest"
        " --annotated {params.folder:q}"
        " --engine {input.engine:q}"
        " --per-segment {params.per_segment}"
        " --encoder={params.encoder:q}"
        " {params.answers:q}"
        " --output {output.suggestions:q}"
        " --scores {output.scores:q}"


rule ask:
    """Ask the language model that the user has configured which codes the segments of a batch bear."""
    input:
        codebook=f"{RESULTS}/steps/codebook.json",
        turns=batch_file("{partnership}", "{wave}", "turns.csv"),
        segments=batch_file("{partnership}", "{wave}", "segments.csv"),
        docs=batch_file("{partnership}", "{wave}", "docs.spacy"),
    output:
        batch_file("{partnership}", "{wave}", "answers.csv"),
    log:
        f"{RESULTS}/logs/ask/{{partnership}}/{{wave}}.log",
    params:
        code=code_digest("stages.ask"),
        endpoint=PLAN.settings.llm_endpoint,
        model=PLAN.settings.llm_model,
        timeout=PLAN.settings.llm_timeout,
        cache=f"{RESULTS}/llm",
        private=str(PLAN.settings.private),
        folder=lambda w, input: os.path.dirname(input.docs),
    shell:
        "interview-coding stage --log {log:q} ask"
        " --annotated {params.folder:q}"
        " --codebook {input.codebook:q}"
        " --endpoint={params.endpoint:q}"
        " --model={params.model:q}"
        " --timeout {params.timeout}"
        " --cache {params.cache:q}"
        " --private {params.private:q}"
        " --output {output:q}"


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
