from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_coding.readers.hygiene import Hygiene, join_broken
from interview_coding.text import clean


def test_what_is_evened_out_is_counted() -> None:
    hygiene = Hygiene()
    assert hygiene.clean("Fa\u200bti\u00adma\u00a0Hassan\u2011Jensen, A\u030a og \ufb01re") == (
        "Fatima Hassan-Jensen, Å og fire"
    )
    hygiene.clean("frivillig\u00a0 \u00adpå  vej")
    assert hygiene.evened() == (
        "2 no-break spaces",
        "1 no-break hyphen",
        "1 ligature",
        "2 soft hyphens",
        "1 invisible character",
        "1 two-part letter",
    )
    assert hygiene.notes() == ()


def test_signs_of_lost_letters_are_noted() -> None:
    hygiene = Hygiene()
    for text in ("S\ufffdren", "\ufffd", "S\x00ren \ud800", "SÃ¸ren"):
        hygiene.clean(text)
    assert hygiene.notes() == (
        "2 control characters stood in the text: letters may be missing there",
        "2 replacement characters in the text: letters were lost before the file came here",
        "1 misread letter in the text: æ, ø or å were saved as two signs before the file came here",
    )
    assert hygiene.evened() == ()


def test_plain_text_leaves_no_count() -> None:
    hygiene = Hygiene()
    hygiene.clean("“Så …” – 50 % af\tde  frivillige\r\n😀")
    assert (hygiene.notes(), hygiene.evened()) == ((), ())


@given(st.text())
def test_it_cleans_as_the_text_model_does(text: str) -> None:
    assert Hygiene().clean(text) == clean(text)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("et rigt forenings-", "liv i byen", "et rigt foreningsliv i byen"),
        ("børne-ungeom-", "rådet", "børne-ungeområdet"),
        ("en-", "somhedsprojekt", "ensomhedsprojekt"),
        ("in-", "teressant", "interessant"),
        ("FORENINGS-", "LIV", "FORENINGSLIV"),
        ("frivillig\u00ad", "hed", "frivillighed"),
        ("Fatima Hassan-", "Jensen", "Fatima Hassan-Jensen"),
        ("Region Midt-", "Jylland", "Region Midt-Jylland"),
        ("en e-", "mail", "en e-mail"),
        ("vores IT-", "system", "vores IT-system"),
        ("it-", "systemet", "it-systemet"),
        ("en 24-", "årig", "en 24-årig"),
        ("2010-", "12", "2010-12"),
        ("både jule-", "og nytårsfest", "både jule- og nytårsfest"),
        ("det var fo-", "men så", "det var fo- men så"),
        ("kom -", "nå", "kom - nå"),
        ("kom –", "nå", "kom – nå"),
        ("en", "to", "en to"),
        ("(»for-", "ening", "(»forening"),
        ("fest-", "(og mere)", "fest- (og mere)"),
    ],
)
def test_words_divided_at_a_line_end(before: str, after: str, joined: str) -> None:
    assert join_broken(before, after) == joined


def test_divided_words_are_counted() -> None:
    hygiene = Hygiene()
    assert hygiene.join(["vores fore-", "nings-", "liv", "i byen"]) == "vores foreningsliv i byen"
    assert hygiene.join([]) == ""
    assert hygiene.mend("fri\u00ad \n  villig") == "frivillig"
    assert hygiene.evened() == ("3 divided words",)


@given(st.text("ab-åÅ ", min_size=1), st.text("ab-åÅ ", min_size=1))
@example("a--", "aaa")
def test_joining_loses_nothing_but_a_hyphen(before: str, after: str) -> None:
    joined = join_broken(before, after)
    assert joined in (f"{before} {after}", f"{before}{after}", f"{before.removesuffix('-')}{after}")
