"""Lemmas from word lists, for pipelines without a trained lemmatizer.

Reference: Barbaresi, A. (2023), simplemma, https://pypi.org/project/simplemma/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("simplemma_lemmas", assigns=["token.lemma"])
def simplemma_lemmas(doc: Doc) -> Doc:
    """Set each token's lemma by simplemma's Danish lists; an unknown form is its own lemma."""
    import simplemma

    for token in doc:
        token.lemma_ = simplemma.lemmatize(token.lower_, lang="da")
    return doc
