"""Change an interview's turns and their annotation where labels take the place of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_coding.text import Turn

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Change:
    """A stretch of a turn, from `start` to `end` (exclusive), and the label that takes its place."""

    start: int
    end: int
    label: str


def change_turn(turn: Turn, changes: Sequence[Change]) -> Turn:
    """Return a turn with its changes made; what is known of its times moves along.

    Parameters
    ----------
    turn
        As it was read.
    changes
        In order; none overlap.
    """
    pieces = tuple(replace(piece, offset=_moved(piece.offset, changes)) for piece in turn.pieces)
    return replace(turn, text=_text(turn.text, changes), pieces=pieces)


def _text(text: str, changes: Sequence[Change]) -> str:
    parts = []
    place = 0
    for change in changes:
        parts += [text[place : change.start], change.label]
        place = change.end
    return "".join([*parts, text[place:]])


def _moved(offset: int, changes: Iterable[Change]) -> int:
    """Return where a place of a turn is after its changes; within a name, where the label begins."""
    moved = offset
    for change in changes:
        if change.end <= offset:
            moved += len(change.label) - (change.end - change.start)
        elif change.start < offset:
            moved -= offset - change.start
    return moved


@dataclass(frozen=True)
class _Annotated:
    """A token of the new annotation."""

    word: str
    space: bool
    lemma: str
    pos: str
    tag: str
    morph: str
    opens: bool


def change_doc(doc: Doc, changes: Sequence[Change], nlp: Language) -> Doc:
    """Return a turn's annotation with its changes made; tokens outside of them keep all that they had.

    A label's tokens have no lemma, so that no engine takes them for words that were said.

    Parameters
    ----------
    doc
        The turn as it was read, annotated.
    changes
        In order; none overlap.
    nlp
        The pipeline that made it; its tokenizer cuts the labels into tokens.
    """
    from spacy.tokens import Doc

    if not changes:
        return doc
    tokens = [new for old, inside in _grouped(doc, changes) for new in _renewed(old, inside, nlp)]
    return Doc(
        doc.vocab,
        words=[token.word for token in tokens],
        spaces=[token.space for token in tokens],
        lemmas=[token.lemma for token in tokens],
        pos=[token.pos for token in tokens],
        tags=[token.tag for token in tokens],
        morphs=[token.morph for token in tokens],
        sent_starts=[token.opens for token in tokens],
    )


def _grouped(doc: Doc, changes: Sequence[Change]) -> Iterator[tuple[list[Token], list[Change]]]:
    """Yield a turn's tokens one by one, those that share changes together with the changes."""
    tokens: list[Token] = []
    inside: list[Change] = []
    done = 0
    for token in doc:
        while done < len(changes) and changes[done].end <= token.idx:
            done += 1
        beyond = done
        while beyond < len(changes) and changes[beyond].start < token.idx + len(token):
            beyond += 1
        touched = changes[done:beyond]
        if tokens and not any(change in inside for change in touched):
            yield tokens, inside
            tokens, inside = [], []
        if touched:
            tokens.append(token)
            inside += [change for change in touched if change not in inside]
        else:
            yield [token], []
    if tokens:
        yield tokens, inside


def _renewed(old: Sequence[Token], inside: Sequence[Change], nlp: Language) -> Iterator[_Annotated]:
    first, last = old[0], old[-1]
    opens, space = bool(first.is_sent_start), bool(last.whitespace_)
    if not inside:
        yield _Annotated(first.text, space, first.lemma_, first.pos_, first.tag_, str(first.morph), opens)
        return
    shifted = [Change(c.start - first.idx, c.end - first.idx, c.label) for c in inside]
    written = _text(first.doc[first.i : last.i + 1].text, shifted)
    new = nlp.make_doc(written)
    for token in new:
        is_last = token.i == len(new) - 1
        yield _Annotated(
            token.text,
            space if is_last else bool(token.whitespace_),
            "",
            "PROPN",
            "",
            "",
            opens and token.i == 0,
        )
