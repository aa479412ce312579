"""How the files between the rules are called, and which rows of the sheet a job depends on."""


def batch_file(name, wave, file):
    return f"{RESULTS}/steps/batches/{name}/{wave}/{file}"


def batch_files(name, file):
    return [batch_file(name, wave, file) for wave in PLAN.waves(name)]


def all_batch_files(file):
    return [batch_file(name, wave, file) for name, wave in PLAN.batches()]


def partnership_file(name, file):
    return f"{RESULTS}/steps/partnerships/{name}/{file}"


def all_partnership_files(file):
    return [partnership_file(name, file) for name in PLAN.titles]


def folders(files):
    return [os.path.dirname(file) for file in files]


def rows(interviews):
    """The sheet is an `ancient` input: a job runs again when its own rows change, not any row."""
    return [repr(interview) for interview in interviews]


def answers(wildcards):
    """What a language model says of a batch, where the user has configured one."""
    if not PLAN.settings.llm_endpoint:
        return []
    return [batch_file(wildcards.partnership, wildcards.wave, "answers.csv")]


def text_sent_to():
    """Where the interviews' text goes, for the documents."""
    if not PLAN.settings.llm_endpoint:
        return ""
    return f"{PLAN.settings.llm_model}, {PLAN.settings.llm_endpoint}"


def digest_of(file):
    """For a file that no job waits for, but that changes what jobs make."""
    return sha256([Path(file)]) if os.path.exists(file) else ""
