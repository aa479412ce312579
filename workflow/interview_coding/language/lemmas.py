"""Lemmas from word lists: alone where there is no model, and to check what a model makes up.

Reference: Barbaresi, A. (2023), simplemma, https://pypi.org/project/simplemma/.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHECKED = frozenset({"NOUN", "VERB", "AUX", "ADJ"})


@Language.component("simplemma_lemmas", assigns=["token.lemma"])
def simplemma_lemmas(doc: Doc) -> Doc:
    """Set each token's lemma by simplemma's Danish lists; an unknown form is its own lemma."""
    for token in doc:
        token.lemma_ = _listed(token.lower_)
    return doc


@Language.component("checked_lemmas", requires=["token.lemma", "token.pos"], assigns=["token.lemma"])
def checked_lemmas(doc: Doc) -> Doc:
    """Replace lemmas that a trained lemmatizer made up by those of simplemma's lists.

    An edit-tree lemmatizer rewrites endings, and so makes "halle" of "hallen". Where the lists know a
    content word's form, but the lemma it was given is no word to them, or not its own lemma, theirs is
    taken; unless the word is tagged as being in its base form already ("en leder").
    """
    for token in doc:
        if token.pos_ in _CHECKED and is_known(token.lower_):
            lemma = token.lemma_.lower()
            stands = _is_lemma(lemma) or (lemma == token.lower_ and _is_base_form(token))
            token.lemma_ = token.lemma_ if stands else _listed(token.lower_)
    return doc


def _is_base_form(token: Token) -> bool:
    """Tell whether the tags say that a word stands as dictionaries list it."""
    morph = token.morph.to_dict()
    noun = (morph.get("Definite"), morph.get("Number"), morph.get("Case")) == ("Ind", "Sing", None)
    return noun if token.pos_ == "NOUN" else morph.get("VerbForm") == "Inf"


@cache
def _listed(form: str) -> str:
    import simplemma

    return simplemma.lemmatize(form, lang="da").lower()


@cache
def is_known(form: str) -> bool:
    """Tell whether simplemma's lists know a form, in lower case."""
    import simplemma

    return simplemma.is_known(form, lang="da")


def _is_lemma(word: str) -> bool:
    return is_known(word) and _listed(word) == word
