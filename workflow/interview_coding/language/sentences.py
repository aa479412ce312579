"""Sentence ends in Danish talk as transcribers write it.

Where there is a stop, rules know better than a small model trained on newspapers what it means; where
there is none, as in headings and hurried transcripts, a model is all there is. So the rules decide at
stops, and leave elsewhere what a component before them has found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ABBREVIATIONS = frozenset(
    """adr. afd. alm. ang. anm. apr. aug. bl.a. ca. cand. d. d.d. d.v.s. d.å. dec. dir. dr. dvs. e.kr.
    eks. ekskl. eng. etc. evt. f. f.eks. f.kr. f.m. feb. fhv. fig. fmd. fr. frk. fx. gl. hhv. hr.
    iflg. ifm. ift. inc. inkl. jan. jf. jr. kap. kbh. kl. km. km/t. kr. lign. m.a.o. m.fl. m.h.p. m.h.t.
    m.m. m.v. maks. max. mdr. mfl. mht. mia. mio. mv. ndr. nov. nr. o.a. o.l. o.lign. o.m.a. o.s.v.
    obs. okt. osv. p.g.a. p.t. pct. pga. pkt. pr. prof. ref. s. s.u. sek. sept. skt. sml. spec. stk. str.
    t.o.m. tdr. tlf. tsk. u.a. v. vedr. vha. vol. årg. ø.l. øvr.""".split()
)
"""Abbreviations that a sentence seldom ends with, in lower case, with their last full stop."""

MAY_END = frozenset(
    """osv. m.m. m.v. mv. m.fl. mfl. etc. o.l. o.lign. o.s.v. lign. o.a.
    km. kr. mdr. mia. mio. pct. stk.""".split()
)
"""Abbreviations that often end a sentence: they do when the next word has a capital."""

_STOPS = frozenset({".", "!", "?", "…", "..."})
_STOP_MARKS = frozenset(".!?…")
_QUOTES = frozenset("\"'”“’»«")
_CLOSERS = _QUOTES | frozenset(")]")
_PAUSE = re.compile(r"…+|[.…]{2,}")
_ORDINAL = re.compile(r"(\d{1,2}\.?-)?\d{1,2}")
_ORDINAL_STOP = re.compile(_ORDINAL.pattern + r"\.")


@Language.component("danish_sentences", assigns=["token.is_sent_start"])
def danish_sentences(doc: Doc) -> Doc:
    """Decide where sentences start: after . ! ? … and what closes them, but not after abbreviations.

    A full stop ends a sentence also before a lower-case word (transcribers often write so), except
    after an abbreviation, a single letter or a number ("den 3. maj", "kl. 9.30"). Three dots within
    a sentence are a pause: they end it only before a capital. So does a stop in what is quoted
    within a sentence (»Kom nu!« sagde hun). Starts that were found where there is no stop stay,
    if a space stands before them.
    """
    starts: Any = np.full((len(doc), 1), -1, dtype=np.int64)
    if doc.has_annotation("SENT_START"):
        for token in doc[1:]:
            if token.is_sent_start and token.nbor(-1).whitespace_:
                starts[token.i] = 1
    starts[:1] = 1
    for token in doc[:-1]:
        if token.text[-1] in _STOP_MARKS:
            after = _behind(token)
            starts[token.i + 1 : after] = -1
            if after < len(doc):
                capital = _has_capital(doc[after:])
                quoted = after > token.i + 1 and doc[after - 1].text in _QUOTES
                ends = _ends_sentence(token, capital) and (capital or not quoted)
                starts[after] = 1 if ends else -1
    return doc.from_array([SENT_START], starts.view(np.uint64))


def _behind(stop: Token) -> int:
    """Return the index of the token behind a stop, its further stops and what closes the sentence."""
    doc, after = stop.doc, stop.i + 1
    while after < len(doc):
        closes = doc[after].text in _CLOSERS and not doc[after - 1].whitespace_
        if not closes and doc[after].text not in _STOPS:
            break
        after += 1
    return after


def _has_capital(tokens: Iterable[Token]) -> bool:
    """Tell whether the first word of some tokens, behind what opens a quotation, has a capital."""
    return next((token.text[:1].isupper() for token in tokens if token.text not in _QUOTES), True)


def _ends_sentence(token: Token, capital: bool) -> bool:
    """Tell whether a token ends its sentence, given whether the next word has a capital."""
    if _PAUSE.fullmatch(token.text):
        return capital
    if token.text in ("!", "?"):
        return True
    if token.text == ".":
        return capital or not _is_short(token)
    if token.text.endswith("...") or token.text.endswith("…"):
        return capital
    if token.lower_ in MAY_END or _ORDINAL_STOP.fullmatch(token.text):
        return capital
    return token.text.endswith((".", "!", "?")) and _is_glued_end(token)


def _is_short(stop: Token) -> bool:
    """Tell whether the word before a full stop of its own is an abbreviation, a letter or a number."""
    word = stop.nbor(-1) if stop.i else None
    if word is None or word.whitespace_:
        return False
    return bool(_ORDINAL.fullmatch(word.text)) or len(word.text) == 1 or f"{word.lower_}." in ABBREVIATIONS


def _is_glued_end(token: Token) -> bool:
    """Tell whether a token with a stop inside it, such as "ja.", ends a sentence."""
    word = token.lower_
    ordinal = word[:-1].isdigit()
    return not (word in ABBREVIATIONS or ordinal or "." in word[:-1] or len(word) == 2)
