from itertools import pairwise

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.language import Language

from interview_coding.engines.vectors import LETTERS, WORDS, Vectors, words

TEXTS = [
    "Kage og kager på bordet.",
    "En kagemand og to kager",
    "Fisk og fiskene på bordet!",
    "Et fiskegarn",
    "",
]


@pytest.mark.parametrize("kind", [LETTERS, WORDS])
def test_vectors_are_those_of_scikit_learn(nlp: Language, kind: str) -> None:
    settings = {"sublinear_tf": True, "min_df": 2}
    if kind == LETTERS:
        reference = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), **settings)
        given = TEXTS
    else:
        reference = TfidfVectorizer(analyzer=lambda t: [*t, *map(" ".join, pairwise(t))], **settings)
        given = [words(nlp(text)) for text in TEXTS]

    docs = [nlp(text) for text in TEXTS]
    vectors, made = Vectors.fit(kind, docs)

    expected = reference.fit_transform(given)
    assert vectors.features == reference.get_feature_names_out().tolist()
    np.testing.assert_allclose(made.toarray(), expected.toarray(), rtol=1e-5)
    np.testing.assert_array_equal(vectors.of(docs).toarray(), made.toarray())


@pytest.mark.parametrize("kind", [LETTERS, WORDS])
def test_vectors_are_of_length_one_or_zero(nlp: Language, kind: str) -> None:
    vectors, _ = Vectors.fit(kind, [nlp(text) for text in TEXTS])

    made = vectors.of([nlp("kager og fisk")[:], nlp("qqq"), nlp("")])

    np.testing.assert_allclose(np.linalg.norm(made.toarray(), axis=1), [1, 0, 0], rtol=1e-6)


def test_the_features_of_a_word_are_found(nlp: Language) -> None:
    docs = [nlp(text) for text in TEXTS]
    (letters, _), (lemmas, _) = Vectors.fit(LETTERS, docs), Vectors.fit(WORDS, docs)
    token = nlp("Kager")[0]

    assert {"kag", " kage"} <= {letters.features[at] for at in letters.columns(token)}
    assert [lemmas.features[at] for at in lemmas.columns(token)] == ["kage"]


def test_words_are_lemmas_in_lower_case(nlp: Language) -> None:
    assert words(nlp("Vi kørte 3 ture til Havet.")) == ["vi", "køre", "tur", "til", "hav"]
