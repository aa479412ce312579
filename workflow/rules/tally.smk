"""What the coders decided, and what it adds up to.

REQUIRED INPUTS:
    <project>/codings/<coder>/<interview_id>.csv    the decisions, where there are any
    steps/codebook.json
    steps/batches/<partnership>/*/                   segments and suggestions

OUTPUTS:
    steps/partnerships/<partnership>/    decisions, unplaced, codings and tallies of a partnership
    tables/decisions.csv, unplaced.csv, codings.csv, tallies.csv
"""


rule tally:
    """Settle a partnership's decisions, draw its codings and count them."""
    input:
        sheet=ancient(str(PLAN.sheet.path)),
        read=ancient(f"{RESULTS}/tables/transcripts.csv"),
        codebook=f"{RESULTS}/steps/codebook.json",
        segments=lambda w: batch_files(w.partnership, "segments.csv"),
        suggestions=lambda w: batch_files(w.partnership, "suggestions.csv"),
        decisions=lambda w: PLAN.decisions(w.partnership),
    output:
        decisions=partnership_file("{partnership}", "decisions.csv"),
        unplaced=partnership_file("{partnership}", "unplaced.csv"),
        codings=partnership_file("{partnership}", "codings.csv"),
        tallies=partnership_file("{partnership}", "tallies.csv"),
    log:
        f"{RESULTS}/logs/tally/{{partnership}}.log",
    params:
        code=code_digest("stages.tally"),
        rows=lambda w: rows(PLAN.interviews(w.partnership)),
        title=lambda w: PLAN.titles[w.partnership],
        batches=lambda w, input: folders(input.segments),
        private=str(PLAN.settings.private),
        folder=lambda w, output: os.path.dirname(output.tallies),
    shell:
        "interview-coding stage --log {log:q} tally"
        " --sheet {input.sheet:q}"
        " --partnership {params.title:q}"
        " --codebook {input.codebook:q}"
        " --batches {params.batches:q}"
        " --private {params.private:q}"
        " --output {params.folder:q}"


rule gather_partnerships:
    """Bring a table of all partnerships together."""
    input:
        parts=lambda w: all_partnership_files(f"{w.table}.csv"),
    output:
        f"{RESULTS}/tables/{{table}}.csv",
    log:
        f"{RESULTS}/logs/gather/{{table}}.log",
    wildcard_constraints:
        table="decisions|unplaced|codings|tallies",
    params:
        code=code_digest("stages.gather"),
    shell:
        "interview-coding stage --log {log:q} gather"
        " --table {wildcards.table}"
        " --parts {input.parts:q}"
        " --output {output:q}"
