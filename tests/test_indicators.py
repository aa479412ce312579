import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coding.indicators import Indicators, PatternError, parse
from interview_coding.language import load


@pytest.fixture(scope="module")
def nlp():
    return load("auto", names=False)[0]


def fires(nlp, pattern, text):
    return bool(Indicators({"a.b": [pattern]}).find(nlp(text)))


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("møde", "Vi holdt to møder i går.", "Vi mødtes på gaden."),
        ("=møder", "Vi holdt to møder i går.", "Vi holdt et møde i går."),
        ("MØDE", "Mødet var langt.", "Festen var lang."),
        ("frivillig*", "Frivilligcentret hjalp os.", "Kommunen hjalp os."),
        ("*center", "Vi var på biblioteket og i sundhedscenteret.", "Vi var på biblioteket."),
        ("*penge*", "Lommepengene var brugt.", "Mønterne var brugt."),
        ("ringe|banke på", "Han bankede på.", "Han sang højt."),
        ("=jeg|vi ringe", "Så ringer jeg. Og vi ringer igen.", "Så ringer de."),
        ("gå helt? ned", "Jeg gik ned.", "Jeg gik hjem."),
        ("gå helt? ned", "Jeg gik helt ned.", "Jeg gik ikke ned."),
        ("banke .. rude", "Hun bankede på deres rude.", "Hun bankede. Så gik en rude itu."),
        ("banke .. rude", "Hun bankede på deres rude.", "Hun bankede på i går og så en rude."),
        ("banke ..6 rude", "Hun bankede på i går og så en rude.", "Hun bankede på."),
        ("tage _ med", "Hun tog mig med.", "Hun tog med."),
        ("<NUM> år", "Det tog tre år.", "Det tog flere år."),
    ],
)
def test_a_pattern_fires_where_it_should(nlp, pattern, yes, no):
    assert fires(nlp, pattern, yes)
    assert not fires(nlp, pattern, no)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi har tid til det.", True),
        ("Vi har ikke tid til det.", False),
        ("Der er aldrig tid.", False),
        ("Vi har tid, ikke?", True),
        ("Vi har tid, ikke også?", True),
        ("Vi har ikke kun tid.", True),
        ("Det er ikke let, men vi har tid.", True),
        ("Det er ikke let. Vi har tid.", True),
        ("Uden tid går det ikke.", False),
    ],
)
def test_a_negation_silences_a_pattern_that_has_none(nlp, text, expected):
    assert fires(nlp, "tid", text) is expected
    assert fires(nlp, "~ tid", text)


def test_a_pattern_with_a_negation_fires_as_it_stands(nlp):
    assert fires(nlp, "ikke .. tid", "Vi har ikke nok tid.")
    assert not fires(nlp, "ikke .. tid", "Vi har nok tid.")
    assert fires(nlp, "uden|mangle penge", "Uden penge går det ikke.")


def test_hits_are_told_by_code_pattern_and_place(nlp):
    indicators = Indicators({"a.b": ["kaffe", "drikke .. kaffe"], "a.c": ["kage"]})
    doc = nlp("Først kom vi. Så drak vi kaffe og kaffe og spiste kage.")
    hits = indicators.find(doc)
    assert [(hit.code, hit.pattern, doc[hit.start : hit.end].text) for hit in hits] == [
        ("a.b", "drikke .. kaffe", "drak vi kaffe"),
        ("a.b", "kaffe", "kaffe"),
        ("a.c", "kage", "kage"),
    ]
    later = indicators.find(doc[4:])
    assert [(hit.start, hit.end) for hit in later] == [(hit.start, hit.end) for hit in hits]


def test_patterns_with_parts_of_speech_need_tagged_text():
    nlp = load("blank:da")[0]
    indicators = Indicators({"a.b": ["<NUM> år", "år"]})
    assert [hit.pattern for hit in indicators.find(nlp("Det tog tre år."))] == ["år"]


def test_no_patterns_find_nothing(nlp):
    assert Indicators({"a.b": []}).find(nlp("Kaffe.")) == []


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("", "it holds no word"),
        ("~", "it holds no word"),
        (".. tid", "begins or ends with"),
        ("ikke ... tid", "three dots are no gap; write .. for up to three words"),
        ("tid ..6", "begins or ends with"),
        ("_ tid?", "could match anything"),
        ("<ORD> tid", "<ORD> is no part of speech; write one of NOUN, PROPN, VERB, ADJ, ADV, NUM."),
        ("ti*", "ti* fits too much; write at least 3 letters beside *."),
        ("(tid)", "(tid) is no word"),
        ("tid|", "tid| is no word"),
        ("en.*to", "en.*to is no word"),
    ],
)
def test_what_is_no_pattern_is_told(pattern, message):
    with pytest.raises(PatternError) as error:
        parse(pattern)
    assert message in str(error.value)


@given(st.text(alphabet="abæ *=|?_.<>NUM~6", max_size=14))
def test_any_text_is_a_pattern_or_is_refused(nlp, pattern):
    try:
        parse(pattern)
    except PatternError:
        return
    Indicators({"a.b": [pattern]}).find(nlp("abba bæ 6 NUM a b"))
