import re

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Span

from interview_coding.codebook import Codebook
from interview_coding.engines.ngrams import NgramEngine, standing
from interview_coding.language import load

TALK = "De frivillige på frivilligcentret mødte kommunen, og det gav tillid mellem os."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank:da")[0]


@pytest.fixture(scope="module")
def engine(codebook: Codebook) -> NgramEngine:
    return NgramEngine(codebook)


def spans(nlp: Language, *texts: str) -> list[Span]:
    return [nlp(text)[:] for text in texts]


def test_every_segment_gets_a_probability_of_every_code(
    nlp: Language, engine: NgramEngine, codebook: Codebook
) -> None:
    scores = engine.score(spans(nlp, TALK, "ja", "!", "123 456"))

    assert engine.codes == list(codebook.codes)
    assert scores.shape == (4, len(codebook.codes))
    assert ((scores >= 0) & (scores <= 1)).all()


def test_scores_repeat_and_do_not_depend_on_the_other_segments(
    nlp: Language, engine: NgramEngine, codebook: Codebook
) -> None:
    together = engine.score(spans(nlp, "ja", TALK))

    np.testing.assert_array_equal(NgramEngine(codebook).score(spans(nlp, "ja", TALK)), together)
    np.testing.assert_allclose(engine.score(spans(nlp, TALK))[0], together[1], rtol=1e-5)


def test_likeness_lies_between_none_and_whole(nlp: Language, engine: NgramEngine) -> None:
    likeness = engine.likeness(spans(nlp, TALK, "qqq", ""))

    assert likeness.min() >= 0
    assert likeness.max() <= 1
    assert not likeness[2].any()


def test_an_exemplar_is_most_like_its_own_code(
    nlp: Language, engine: NgramEngine, codebook: Codebook
) -> None:
    codes = list(codebook.codes.values())

    scores = engine.score(spans(nlp, *(code.exemplars[0] for code in codes)))

    own = [engine.codes[best] == code.id for best, code in zip(scores.argmax(axis=1), codes, strict=True)]
    assert np.mean(own) > 0.9


def test_a_segment_without_likeness_is_under_the_threshold(nlp: Language, engine: NgramEngine) -> None:
    assert engine.score(spans(nlp, "", "?!")).max() < engine.threshold


def test_the_evidence_names_words_of_the_segment_and_what_it_is_like(
    nlp: Language, engine: NgramEngine
) -> None:
    (segment,) = spans(nlp, TALK)

    for code in engine.codes:
        words, source = re.fullmatch(r"(.*?) ?\(ligner (.*)\)", engine.evidence(segment, code)).groups()
        assert set(filter(None, words.split(", "))) <= {token.lower_ for token in segment}
        assert len(words.split(", ")) <= 4
        assert re.fullmatch(r"kodens betegnelse og definition|eksempel ([1-9]|[12]\d|30)", source)


def test_the_evidence_counts_exemplars_from_one(
    nlp: Language, engine: NgramEngine, codebook: Codebook
) -> None:
    code = next(iter(codebook.codes.values()))
    texts = spans(nlp, f"{code.label}. {code.definition}", code.exemplars[0], code.exemplars[-1])

    sources = [engine.evidence(text, code.id).partition("(ligner ")[2] for text in texts]

    assert sources == [
        "kodens betegnelse og definition)",
        "eksempel 1)",
        f"eksempel {len(code.exemplars)})",
    ]


def test_the_heaviest_word_stands_first_and_stop_words_are_left_out(
    nlp: Language, engine: NgramEngine, codebook: Codebook
) -> None:
    code = codebook.codes[engine.codes[0]]
    (segment,) = spans(nlp, f"og det er {code.label.split()[0].lower()} her")

    words = engine.evidence(segment, code.id).partition(" (")[0].split(", ")

    assert words[0] == code.label.split()[0].lower()
    assert not {"og", "det", "er"} & set(words)


@pytest.mark.parametrize("text", ["?!", "x9x9"])
def test_no_likeness_is_said_to_be_none(nlp: Language, engine: NgramEngine, text: str) -> None:
    (segment,) = spans(nlp, text)

    assert engine.evidence(segment, engine.codes[0]) == "(intet fælles med kodens tekster)"


def test_standing_is_in_standard_deviations() -> None:
    np.testing.assert_allclose(standing(np.array([[0.0, 2.0], [3.0, 3.0]])), [[-1, 1], [0, 0]], atol=1e-6)
