"""Sentence ends in Danish talk as transcribers write it, for pipelines that have no model for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ABBREVIATIONS = frozenset(
    """adr. afd. alm. ang. anm. apr. aug. bl.a. ca. cand. d. d.d. d.v.s. d.å. dec. dir. dr. dvs. e.kr.
    eks. ekskl. eng. etc. evt. f. f.eks. f.kr. f.m. feb. fhv. fig. fmd. fr. frk. fx. gl. hhv. hr.
    iflg. ifm. ift. inc. inkl. jan. jf. jr. kap. kbh. kl. km/t. kr. lign. m.a.o. m.fl. m.h.p. m.h.t.
    m.m. m.v. maks. max. mdr. mfl. mht. mia. mio. mv. ndr. nov. nr. o.a. o.l. o.lign. o.m.a. o.s.v.
    obs. okt. osv. p.g.a. p.t. pga. pkt. pr. prof. ref. s. s.u. sek. sept. skt. sml. spec. stk. str.
    t.o.m. tdr. tlf. tsk. u.a. v. vedr. vha. vol. årg. ø.l. øvr.""".split()
)
"""Abbreviations that a sentence seldom ends with, in lower case, with their last full stop."""

MAY_END = frozenset("osv. m.m. m.v. mv. m.fl. mfl. etc. o.l. o.lign. o.s.v. lign. o.a.".split())
"""Abbreviations that often end a sentence: they do when the next word has a capital."""

_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSERS = frozenset("\"'”’»«)]")


@Language.component("danish_sentences", assigns=["token.is_sent_start"])
def danish_sentences(doc: Doc) -> Doc:
    """Mark where sentences start: after . ! ? … and what closes them, but not after abbreviations.

    A full stop ends a sentence also before a lower-case word (transcribers often write so), except
    after an abbreviation, a single letter or a number ("den 3. maj", "kl. 9.30"). Three dots within
    a sentence are a pause: they end it only before a capital.
    """
    for token in doc:
        token.is_sent_start = token.i == 0
    for token in doc[:-1]:
        if _ends_sentence(token):
            after = token.i + 1
            while after < len(doc) and (doc[after].text in _CLOSERS or doc[after].text in _STOPS):
                after += 1
            if after < len(doc):
                doc[after].is_sent_start = True
    return doc


def _ends_sentence(token: Token) -> bool:
    following = token.nbor(1)
    capital = following.text[:1].isupper() or following.text[:1] in "\"'”»«"
    if token.text in ("…", "...", ".."):
        return capital
    if token.text in ("!", "?"):
        return True
    if token.text == ".":
        return capital or not _is_short(token)
    if token.text.endswith("...") or token.text.endswith("…"):
        return capital
    if token.text.endswith(".") and token.text.lower() in MAY_END:
        return capital
    return token.text.endswith((".", "!", "?")) and _is_glued_end(token)


def _is_short(stop: Token) -> bool:
    """Tell whether the word before a full stop of its own is an abbreviation, a letter or a number."""
    if stop.i == 0:
        return False
    word = stop.nbor(-1)
    if word.whitespace_:
        return False
    ordinal = word.text.isdigit() and len(word.text) < 3
    return ordinal or len(word.text) == 1 or f"{word.lower_}." in ABBREVIATIONS


def _is_glued_end(token: Token) -> bool:
    """Tell whether a token with a stop inside it, such as "ja.", ends a sentence."""
    word = token.lower_
    ordinal = word[:-1].isdigit()
    return not (word in ABBREVIATIONS or ordinal or "." in word[:-1] or len(word) == 2)
