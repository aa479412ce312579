"""The Word documents that partnerships read.

REQUIRED INPUTS:
    steps/codebook.json, steps/language_model.json
    steps/batches/<partnership>/*/       segments, sentences and suggestions
    steps/partnerships/<partnership>/    decisions and codings

OUTPUTS:
    synthesis/<partnership>.docx        one per partnership
    synthesis/tvaers.docx               one across
    figures/<partnership>/*.png         the figures in them
"""


rule synthesise:
    """Write the document of a partnership."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        codebook=f"{RESULTS}/steps/codebook.json",
        model=f"{RESULTS}/steps/language_model.json",
        segments=lambda w: batch_files(w.partnership, "segments.csv"),
        sentences=lambda w: batch_files(w.partnership, "sentences.csv"),
        suggestions=lambda w: batch_files(w.partnership, "suggestions.csv"),
        decisions=partnership_file("{partnership}", "decisions.csv"),
        codings=partnership_file("{partnership}", "codings.csv"),
    output:
        document=f"{RESULTS}/synthesis/{{partnership}}.docx",
        figures=directory(f"{RESULTS}/figures/{{partnership}}"),
    log:
        f"{RESULTS}/logs/synthesise/{{partnership}}.log",
    wildcard_constraints:
        partnership=r"(?!tvaers(\.docx)?$)[^/]+",
    params:
        code=code_digest("stages.synthesise"),
        rows=lambda w: rows(PLAN.interviews(w.partnership)),
        title=lambda w: PLAN.titles[w.partnership],
        batches=lambda w, input: folders(input.segments),
        partnerships=lambda w, input: folders([input.codings]),
        quotes=PLAN.settings.quotes_per_code,
        min_informants=PLAN.settings.min_informants,
        strict="--strict" if PLAN.settings.strict else "",
        author=PLAN.settings.author,
        text_sent_to=text_sent_to(),
    shell:
        "interview-coding stage --log {log:q} synthesise"
        " --sheet {input.sheet:q}"
        " --partnership {params.title:q}"
        " --codebook {input.codebook:q}"
        " --language-model {input.model:q}"
        " --batches {params.batches:q}"
        " --partnerships {params.partnerships:q}"
        " --quotes-per-code {params.quotes}"
        " --min-informants {params.min_informants}"
        " {params.strict}"
        " --author={params.author:q}"
        " --text-sent-to={params.text_sent_to:q}"
        " --figures {output.figures:q}"
        " --output {output.document:q}"


rule synthesise_across:
    """Write the document across partnerships."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        codebook=f"{RESULTS}/steps/codebook.json",
        model=f"{RESULTS}/steps/language_model.json",
        segments=all_batch_files("segments.csv"),
        sentences=all_batch_files("sentences.csv"),
        suggestions=all_batch_files("suggestions.csv"),
        decisions=all_partnership_files("decisions.csv"),
        codings=all_partnership_files("codings.csv"),
    output:
        document=f"{RESULTS}/synthesis/tvaers.docx",
        figures=directory(f"{RESULTS}/figures/tvaers"),
    log:
        f"{RESULTS}/logs/synthesise/tvaers.log",
    params:
        code=code_digest("stages.synthesise"),
        rows=rows(PLAN.sheet.interviews),
        batches=lambda w, input: folders(input.segments),
        partnerships=lambda w, input: folders(input.codings),
        quotes=PLAN.settings.quotes_per_code,
        min_informants=PLAN.settings.min_informants,
        strict="--strict" if PLAN.settings.strict else "",
        author=PLAN.settings.author,
        text_sent_to=text_sent_to(),
    shell:
        "interview-coding stage --log {log:q} synthesise"
        " --sheet {input.sheet:q}"
        " --codebook {input.codebook:q}"
        " --language-model {input.model:q}"
        " --batches {params.batches:q}"
        " --partnerships {params.partnerships:q}"
        " --quotes-per-code {params.quotes}"
        " --min-informants {params.min_informants}"
        " {params.strict}"
        " --author={params.author:q}"
        " --text-sent-to={params.text_sent_to:q}"
        " --figures {output.figures:q}"
        " --output {output.document:q}"
