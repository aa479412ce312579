"""The last gate: no name that the key knows stands in anything that was made.

REQUIRED INPUTS:
    <project>/private/keys/*            what rule annotate replaced by what
    synthesis/*.docx, tables/*.csv      all that is passed on; every other file below results is searched too

OUTPUTS:
    steps/leak_check.json               what was searched, in numbers
"""


rule leaks:
    """Stop where a name that was replaced stands in a result."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        codebook=f"{RESULTS}/steps/codebook.json",
        documents=DOCUMENTS,
        tables=TABLES,
    output:
        f"{RESULTS}/steps/leak_check.json",
    log:
        f"{RESULTS}/logs/leaks.log",
    params:
        code=code_digest("stages.leaks"),
        private=str(PLAN.settings.private),
        results=lambda w, output: os.path.dirname(os.path.dirname(output[0])),
        author=PLAN.settings.author,
    shell:
        "interview-coding stage --log {log:q} leaks"
        " --sheet {input.sheet:q}"
        " --private {params.private:q}"
        " --results {params.results:q}"
        " --author={params.author:q}"
        " --output {output:q}"
