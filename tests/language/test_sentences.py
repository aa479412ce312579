import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from interview_coding.language import load
from interview_coding.language.sentences import danish_sentences


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank:da")[0]


# A bar stands where a sentence ends.
CASES = {
    "abbreviation with an inner stop": "Vi holder møder bl.a. med kommunen.| Det går godt.",
    "abbreviation before a lower-case word": "Vi bruger f.eks. biblioteket.| Det er gratis.",
    "abbreviation before a number": "Der kom ca. 40.| Det var flot.",
    "abbreviation before a name": "Vi snakkede med dr. Hansen.| Han lyttede.",
    "clock": "Vi mødes kl. 9.30 hver dag.| Og så er der kaffe.",
    "clock at the end": "De mødes kl. 9.| Så drikker de kaffe.",
    "date": "Det var den 3. maj.| Så kom de.",
    "span of days": "Mødet er 1.-3. maj.| Ja.",
    "ordinal": "Det var i det 20. århundrede.| Ja.",
    "number at the end": "Vi var 12.| Så kom der tre til.",
    "number before a name": "Vi var 12 Fjordby-folk i 3 Hold.| Ja.",
    "year at the end": "Vi startede i 2019.| siden har vi vokset.",
    "decimals": "Der er 3.5 km.| Det går let.",
    "osv. at the end": "Vi laver kager, kaffe osv.| Det er hyggeligt.",
    "osv. inside": "Vi laver kager osv. og kaffe.| Ja.",
    "unit at the end": "Det koster 100 kr.| Det er dyrt.",
    "unit inside": "Det koster 100 kr. pr. gang.| Ja.",
    "per cent inside": "Det er 20 pct. af byen.| Ja.",
    "pause": "Jeg tænkte ... måske ikke.| Ja.",
    "pause with one character": "Nå… det ved jeg ikke.| Ja.",
    "pause of two dots": "Nå.. det ved jeg ikke.| Ja.",
    "pause before a quotation": 'Han sagde ... "kom nu" til os.| Ja.',
    "dots at the end": "Jeg tænkte...| Måske ikke.",
    "exclamation in a quotation": 'Han sagde "Kom nu!" og gik.| Så kom jeg.',
    "guillemets": "»Kom nu!« sagde hun.| »Nej.«| Ja.",
    "quotation at the end": 'Hun sagde: "Nej!"| Så gik hun.',
    "opening quotation belongs to what follows": 'Han kom.| "Nej," sagde jeg.',
    "brackets": "(Det var sjovt.)| Så gik vi.",
    "lower-case talk": "det går godt.| vi ses.| ja",
    "several marks": "Hvad?!| Nej.| Jo!",
    "question before a lower-case word": "Hvem?| spurgte jeg.",
    "initials": "H. C. Andersen var her.| Ja.",
    "middle initial": "Søren K. Jensen kom.| Ja.",
    "initials without a space": "Han hedder J.P. Hansen.| Ja.",
    "stops without a space": "Ja.|Nej.| Jo.",
    "glued stop": "Vi ses på fredag ikk'.| Jo.",
    "stop after a space": "Vi kom .| så gik vi.",
    "no stop at all": "ja det er jo sådan det er",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(nlp: Language, marked: str) -> None:
    sentences = [sentence.text for sentence in nlp(marked.replace("|", "")).sents]

    assert sentences == [part.strip() for part in marked.split("|")]


def test_an_empty_text_has_no_sentences(nlp: Language) -> None:
    assert list(nlp("").sents) == []


def test_a_stop_that_the_tokenizer_leaves_on_the_word_ends_the_sentence_too() -> None:
    nlp = spacy.blank("da")
    nlp.add_pipe("danish_sentences")
    doc = spacy.tokens.Doc(
        nlp.vocab, ["det", "ved", "jeg.", "den", "3.", "maj", "bl.a.", "a.", "hm...", "nej"]
    )

    starts = [token.text for token in nlp.get_pipe("danish_sentences")(doc) if token.is_sent_start]

    assert starts == ["det", "den"]


def test_what_a_model_found_counts_only_behind_a_space() -> None:
    words = ["jeg", "sagde", ":", "”", "Lad", "ham", "være", "”", "Overskrift", "Så", "gik", "vi"]
    spaces = [True, False, True, False, True, True, False, True, True, True, True, False]
    doc = Doc(spacy.blank("da").vocab, words, spaces, sent_starts=[n in (0, 4, 9) for n in range(12)])

    assert [sent.text for sent in danish_sentences(doc).sents] == [
        "jeg sagde: ”Lad ham være” Overskrift",
        "Så gik vi",
    ]
