"""Names in talk that was transcribed without capitals.

A model knows a name above all by its capital. Where a turn has none at all, its words that no Danish word
list knows are most often names: they are shown to the model with a capital.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from interview_coding.language.lemmas import is_known

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPONENT = "names_without_capitals"
_SHORTEST = 3


@Language.factory(COMPONENT, requires=["doc.ents"], assigns=["doc.ents"])
class NamesWithoutCapitals:
    """Find names again in texts without a capital, with capitals given to words that no list knows.

    Parameters
    ----------
    nlp
        The pipeline; its components of the kinds ``tok2vec`` and ``ner`` are asked again.
    name
        The component's name.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with the names found with capitals, if it has none itself."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Yield documents as `__call__` returns them, asking the model for a batch at a time."""
        for batch in _batches(stream, batch_size):
            plain = [doc for doc in batch if len(doc) and not any(t.text[0].isupper() for t in doc)]
            shown: Iterable[Doc] = [
                Doc(doc.vocab, [_shown(t) for t in doc], [bool(t.whitespace_) for t in doc]) for doc in plain
            ]
            for finder in self._finders():
                shown = finder.pipe(shown, batch_size=batch_size)
            for doc, found in zip(plain, shown, strict=True):
                doc.ents = [Span(doc, ent.start, ent.end, label=ent.label) for ent in found.ents]
            yield from batch

    def _finders(self) -> Iterator[Any]:
        """Yield what finds names: the component, and the one whose vectors it listens to."""
        pipeline: list[tuple[str, Any]] = self._nlp.pipeline
        for name, pipe in pipeline:
            kind = self._nlp.get_pipe_meta(name).factory
            if kind == "ner" or (kind == "tok2vec" and "ner" in pipe.listening_components):
                yield pipe


def _batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch


def _shown(token: Token) -> str:
    looks_like_a_name = token.is_alpha and len(token) >= _SHORTEST and not is_known(token.lower_)
    return token.text.capitalize() if looks_like_a_name else token.text
