import pytest

from interview_coding.codebook import Codebook
from interview_coding.synthesis.material import Count, ordered


@pytest.fixture(scope="session")
def codes(codebook):
    return [theme.codes[0].id for theme in ordered(codebook)]


def test_nothing_at_all(material, interview):
    empty = material([interview("a-01")])
    assert not empty.reviewed
    assert empty.basis == "suggested"
    assert empty.statuses() == {"confirmed": 0, "disputed": 0, "rejected": 0, "suggested": 0}
    assert empty.code_counts() == {}
    assert empty.reviewed_share() == "0 %"
    assert (empty.suggested(), empty.decided(), empty.coders()) == (0, 0, [])


def test_suggestions_count_as_found_only_until_somebody_decides(material, interview, codes):
    suggested = [("a-01", 1, codes[0]), ("a-01", 2, codes[0])]
    before = material([interview("a-01")], suggested=suggested)
    after = material(
        [interview("a-01")], suggested=suggested, decided=[("mia", "a-01", 1, codes[0], "accept")]
    )
    assert before.code_counts() == {codes[0]: Count(1, 2)}
    assert after.code_counts() == {codes[0]: Count(1, 1)}


@pytest.mark.parametrize("decision", ["accept", "reject", "add"])
def test_one_decision_makes_it_reviewed(material, interview, codes, decision):
    reviewed = material([interview("a-01")], decided=[("mia", "a-01", 1, codes[0], decision)])
    assert reviewed.reviewed
    assert reviewed.basis == "confirmed"


def test_a_withdrawn_decision_leaves_it_unreviewed(material, interview, codes):
    suggested = [("a-01", 1, codes[0])]
    withdrawn = material(
        [interview("a-01")], suggested=suggested, decided=[("mia", "a-01", 1, codes[0], "withdraw")]
    )
    assert not withdrawn.reviewed
    assert withdrawn.coders() == []
    assert withdrawn.decided() == 0


@pytest.fixture
def two_waves(material, interview, codes):
    a, b, c, d = codes[:4]
    return material(
        [interview("a-01"), interview("a-02", wave=2), interview("a-03", wave=2)],
        suggested=[("a-01", 1, a), ("a-01", 2, b), ("a-02", 1, a), ("a-02", 2, c), ("a-03", 1, a)],
        decided=[
            ("mia", "a-01", 1, a, "accept"),
            ("mia", "a-02", 1, a, "accept"), ("jonas", "a-02", 1, a, "reject"),
            ("mia", "a-02", 2, c, "reject"),
            ("jonas", "a-03", 3, d, "add"), ("jonas", "a-03", 2, d, "add"),
            ("eva", "a-03", 9, d, "add"),
        ],
    )  # fmt: skip


def test_statuses_by_wave(two_waves):
    assert two_waves.statuses(1) == {"confirmed": 1, "disputed": 0, "rejected": 0, "suggested": 1}
    assert two_waves.statuses(2) == {"confirmed": 2, "disputed": 1, "rejected": 1, "suggested": 1}
    assert two_waves.statuses() == {"confirmed": 3, "disputed": 1, "rejected": 1, "suggested": 2}


def test_codes_that_coders_added_are_no_suggestions(two_waves):
    assert [two_waves.suggested(wave) for wave in (1, 2, None)] == [2, 3, 5]
    assert [two_waves.decided(wave) for wave in (1, 2, None)] == [1, 2, 3]
    assert two_waves.reviewed_share() == "60 %"


def test_who_decided_and_what_was_lost(two_waves):
    assert two_waves.coders() == ["jonas", "mia"]
    assert two_waves.lost_decisions() == 1


def test_most_widespread_codes_come_first(material, interview, codes):
    a, b, c = codes[:3]
    many = material(
        [interview("a-01"), interview("a-02")],
        decided=[
            ("mia", i, n, code, "add")
            for i, n, code in [
                ("a-01", 1, c), ("a-01", 2, c), ("a-01", 3, c),
                ("a-01", 1, a), ("a-02", 1, b), ("a-01", 1, b),
            ]
        ],
    )  # fmt: skip
    assert list(many.code_counts().items()) == [(b, Count(2, 2)), (c, Count(1, 3)), (a, Count(1, 1))]


def test_codes_by_wave(two_waves, codes):
    assert two_waves.code_counts(1) == {codes[0]: Count(1, 1)}
    assert two_waves.code_counts(2) == {codes[3]: Count(1, 2)}


def test_interviewed_and_waves(two_waves):
    assert two_waves.waves == [1, 2]
    assert two_waves.partnerships == ["Fjordby"]
    assert [two_waves.interviewed(w) for w in (1, 2, 3)] == [1, 2, 0]
    assert two_waves.interviewed(2, "Fjordby") == 2
    assert two_waves.interviewed(partnership="Lyngholm") == 0


def test_every_code_answers_one_main_question(material, interview, codebook):
    questions = ("samarbejdsmodeller", "indsatser", "oplevede_virkninger")
    asked = material([interview("a-01")])
    found = [code.id for question in questions for _, codes in asked.themes(question) for code in codes]
    assert sorted(found) == sorted(codebook.codes)


def test_themes_stand_in_the_order_of_the_review_and_unknown_ones_after(codebook):
    agenda = next(theme for theme in codebook.themes if theme.id == "agenda")
    other = type(agenda)("aa", "Andet", (), agenda.question, agenda.level, agenda.valence, agenda.codes)
    ids = [theme.id for theme in ordered(Codebook("1.0.0", "0" * 64, (other, *codebook.themes)))]
    assert ids == [
        "agenda", "kerne", "udfordring", "facilitering", "inddragelse", "fremmer", "haemmer", "evaluering",
        "virkning", "aa",
    ]  # fmt: skip
