from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.synthesis.quotes import MOST_WORDS, choose, passage
from interview_coding.text import count_words

CODE = "fremmer.erfaringseksperter"
LONG = "Det her er den sætning, som fylder lige præcis elleve ord nu."
words = st.lists(st.sampled_from("ja og så kom naboerne & »børn« æøå 😀".split()), min_size=1, max_size=45)
texts = st.lists(words.map(lambda ws: " ".join(ws) + "."), min_size=1, max_size=8).map(" ".join)


def chosen(material, most=3):
    rows = material.coded[(material.coded["code"] == CODE) & (material.coded["status"] != "rejected")]
    return choose(material, rows, most)


def accepted(*places, coder="mia", decision="accept"):
    return [(coder, interview_id, number, CODE, decision) for interview_id, number in places]


@settings(max_examples=40, deadline=None)
@given(text=texts)
def test_a_passage_is_verbatim_and_marks_what_it_leaves_out(material, interview, text):
    made = material([interview("a-01")], texts={"a-01": ["Ja.", text]})
    start, end = (int(made.segments.loc[1, name]) for name in ("start", "end"))
    quoted = passage(made, "a-01", "t002", start, end)
    assert text.startswith(quoted.removesuffix(" […]"))
    assert quoted.endswith(" […]") == (quoted != text)
    first_sentence = text.partition(".")[0]
    assert count_words(quoted.removesuffix(" […]")) <= max(MOST_WORDS, count_words(first_sentence))


@pytest.mark.parametrize(
    ("part", "quoted"),
    [
        ("Først kaffe. Så kom naboerne. Og børnene.", "Først kaffe. Så kom naboerne. Og børnene."),
        ("Så kom naboerne.", "[…] Så kom naboerne. […]"),
        ("Og børnene.", "[…] Og børnene."),
        ("kom nabo", "[…] kom nabo […]"),
    ],
)
def test_a_part_of_a_segment_is_quoted_between_marks(material, interview, part, quoted):
    text = "Først kaffe. Så kom naboerne. Og børnene."
    made = material([interview("a-01")], texts={"a-01": [text]})
    start = 3 + text.index(part)
    assert passage(made, "a-01", "t001", start, start + len(part)) == quoted


def test_a_long_answer_is_cut_at_a_sentence_end(material, interview):
    made = material([interview("a-01")], texts={"a-01": [" ".join([LONG] * 8)]})
    quoted = passage(made, "a-01", "t001", 3, int(made.segments.loc[0, "end"]))
    assert quoted == " ".join([LONG] * (MOST_WORDS // count_words(LONG))) + " […]"


def test_a_first_sentence_of_too_many_words_is_quoted_whole(material, interview):
    sentence = "og så " * 60 + "var det slut."
    made = material([interview("a-01")], texts={"a-01": [f"{sentence} Tak."]})
    assert passage(made, "a-01", "t001", 3, int(made.segments.loc[0, "end"])) == f"{sentence} […]"


def test_a_segment_without_known_sentences_is_quoted_whole(material, interview):
    made = material([interview("a-01")])
    made = replace(made, sentences=made.sentences.head(0))
    text = made.segments.loc[0, "text"]
    assert passage(made, "a-01", "t001", 3, 3 + len(text)) == text


def test_voices_take_turns(material, interview):
    places = [("a-01", 1), ("a-01", 2), ("a-01", 3), ("a-02", 1), ("a-03", 2)]
    made = material([interview(i) for i in ("a-01", "a-02", "a-03")], decided=accepted(*places))
    where = [(quote.interview.interview_id, quote.segment_id) for quote in chosen(made)]
    assert where == [("a-01", "t001"), ("a-02", "t001"), ("a-03", "t002")]
    assert len(chosen(made, 4)) == 4
    assert chosen(made, 0) == []


def test_what_more_coders_stand_for_is_quoted_before_the_rest(material, interview):
    made = material(
        [interview("a-01")],
        decided=[*accepted(("a-01", 1), ("a-01", 2)), *accepted(("a-01", 2), coder="jonas")],
    )
    assert [quote.segment_id for quote in chosen(made, 1)] == ["t002"]


def test_undisputed_codings_are_quoted_before_disputed_ones(material, interview):
    made = material(
        [interview("a-01")],
        decided=[
            *accepted(("a-01", 1), ("a-01", 2)),
            *accepted(("a-01", 1), coder="jonas", decision="reject"),
        ],
    )
    assert [(q.segment_id, q.status) for q in chosen(made, 1)] == [("t002", "confirmed")]
    assert [(q.segment_id, q.status) for q in chosen(made, 2)] == [
        ("t001", "disputed"),
        ("t002", "confirmed"),
    ]


def test_short_answers_are_quoted_only_where_there_is_nothing_else(material, interview):
    texts = {"a-01": ["Ja, det gør vi.", LONG]}
    both = material([interview("a-01")], texts=texts, decided=accepted(("a-01", 1), ("a-01", 2)))
    short = material([interview("a-01")], texts=texts, decided=accepted(("a-01", 1)))
    assert [quote.text for quote in chosen(both)] == [LONG]
    assert [quote.text for quote in chosen(short)] == ["Ja, det gør vi."]
