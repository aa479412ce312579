"""One pass of the Danish pipeline over the text.

REQUIRED INPUTS:
    <project>/interviews.csv            the sample sheet
    <project>/...                       the transcripts that it lists

Names are replaced in the same process, before anything is written. It adds the key and the doubtful names to
<project>/private, which no rule lists: Snakemake would remove them before the job, and they must not be lost.

OUTPUTS:
    steps/language_model.json            which model, with version, components and hash
    steps/batches/<partnership>/<wave>/ what was read, the turns, segments and sentences of a batch, and
                                        its annotated text (docs.spacy)
    tables/turns.csv, segments.csv      the same of all batches

A batch is a partnership's interviews of one wave: it stays as it is when interviews are added elsewhere,
and loads the pipeline once.
"""


rule language_model:
    """Find the language model and write down what it is."""
    output:
        f"{RESULTS}/steps/language_model.json",
    log:
        f"{RESULTS}/logs/language_model.log",
    params:
        code=code_digest("language"),
        setting=PLAN.settings.language_model,
        identity=list(PLAN.language_model),
    shell:
        "interview-coding stage --log {log:q} language-model"
        " --setting {params.setting:q}"
        " --output {output:q}"


rule annotate:
    """Read, annotate and cut the transcripts of a batch."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        transcripts=lambda w: PLAN.transcripts(w.partnership, int(w.wave)),
        model=f"{RESULTS}/steps/language_model.json",
    output:
        transcripts=batch_file("{partnership}", "{wave}", "transcripts.csv"),
        turns=batch_file("{partnership}", "{wave}", "turns.csv"),
        segments=batch_file("{partnership}", "{wave}", "segments.csv"),
        sentences=batch_file("{partnership}", "{wave}", "sentences.csv"),
        docs=batch_file("{partnership}", "{wave}", "docs.spacy"),
    log:
        f"{RESULTS}/logs/annotate/{{partnership}}/{{wave}}.log",
    benchmark:
        f"{RESULTS}/logs/annotate/{{partnership}}/{{wave}}.tsv"
    params:
        code=code_digest("stages.annotate"),
        rows=lambda w: rows(PLAN.batch(w.partnership, int(w.wave))),
        title=lambda w: PLAN.titles[w.partnership],
        words=PLAN.settings.segment_words,
        private=str(PLAN.settings.private),
        names=lambda w: PLAN.names(w.partnership, int(w.wave)),
        lists=sha256(list_files()),
        locked=KeyStore(PLAN.settings.private).locks,
        organisations=PLAN.settings.organisations,
        places=PLAN.settings.places,
        link="--link-persons" if PLAN.settings.link_persons else "",
        folder=lambda w, output: os.path.dirname(output.docs),
    shell:
        "interview-coding stage --log {log:q} annotate"
        " --sheet {input.sheet:q}"
        " --partnership {params.title:q}"
        " --wave {wildcards.wave}"
        " --language-model {input.model:q}"
        " --segment-words {params.words}"
        " --private {params.private:q}"
        " --organisations {params.organisations}"
        " --places {params.places}"
        " {params.link}"
        " --output {params.folder:q}"


rule gather_batches:
    """Bring a table of all batches together, once every transcript was read."""
    input:
        read=ancient(f"{RESULTS}/tables/transcripts.csv"),
        parts=lambda w: all_batch_files(f"{w.table}.csv"),
    output:
        f"{RESULTS}/tables/{{table}}.csv",
    log:
        f"{RESULTS}/logs/gather/{{table}}.log",
    wildcard_constraints:
        table="turns|segments|suggestions",
    params:
        code=code_digest("stages.gather"),
    shell:
        "interview-coding stage --log {log:q} gather"
        " --table {wildcards.table}"
        " --parts {input.parts:q}"
        " --output {output:q}"
