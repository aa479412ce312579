import pytest

from interview_coding.language import load
from interview_coding.text import Turn


@pytest.fixture(scope="session")
def named_nlp():
    return load("auto")[0]


@pytest.fixture(scope="session")
def interview(named_nlp):
    """Return what makes turns and their annotation of (speaker, text) or of texts alone."""

    def make(*said):
        turns = [_turn(one) for one in said]
        return turns, list(named_nlp.pipe(turn.text for turn in turns))

    return make


def _turn(said):
    if isinstance(said, str):
        return Turn("R", "respondent", said, label="R")
    shown, label, text = said
    return Turn(shown, "interviewer" if shown == "Interviewer" else "respondent", text, label=label)
