from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coding.marks import asks, is_label, is_usual, name_and_time, take_time, time_alone
from interview_coding.speakers import to_turns
from interview_coding.text import INTERVIEWER, RESPONDENT, Line, Turn, clean


def line(text: str) -> Line:
    """Make a line; a beginning between double asterisks is bold."""
    if match := re.match(r"\*\*(.*?)\*\*", text):
        return Line(clean(match[1] + text[match.end() :]), bold=len(match[1]))
    return Line(text)


def turns(text: str, interviewers: tuple[str, ...] = ()) -> tuple[Turn, ...]:
    return to_turns([line(row.strip()) for row in text.splitlines() if row.strip()], interviewers)[0]


def notes(text: str, interviewers: tuple[str, ...] = ()) -> tuple[str, ...]:
    return to_turns([line(row.strip()) for row in text.splitlines()], interviewers)[1]


def said(text: str, interviewers: tuple[str, ...] = ("Nanna",)) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in turns(text, interviewers)]


INTERVIEW = [("Interviewer", "Hvad?"), ("R", "Tja."), ("Interviewer", "Nå?"), ("R", "Ja.")]
NAMED = [("Interviewer", "Hvad?"), ("[Person 1]", "Tja."), ("Interviewer", "Nå?"), ("[Person 1]", "Ja.")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}:", ""),
        ("{} :", ""),
        ("**{}:**", ""),
        ("**{}**:", ""),
        ("**{}**", ""),
        ("[00:12:33] {}:", ""),
        ("00:12:33 {}:", ""),
        ("0:12 {}:", ""),
        ("(12:33) {}:", ""),
        ("{} [00:12:33]:", ""),
        ("{} (0:12):", ""),
        ("{} 0:12:", ""),
        ("{}: [00:12:33]", ""),
        ("{}:", "#00:12:33-0#"),
        ("#00:12:33-0# {}:", ""),
        ("{}:", "[00:12:33]"),
        ("[00:12.000 --> 00:14.500] {}:", ""),
    ],
)
@pytest.mark.parametrize(
    ("asking", "answering", "expected"), [("I", "R", INTERVIEW), ("Nanna", "Anna Holm", NAMED)]
)
def test_speakers_on_the_line_of_their_speech(
    before: str, after: str, asking: str, answering: str, expected: list[tuple[str, str]]
) -> None:
    speakers = [asking, answering, asking, answering]
    rows = [f"{before.format(s)} {text} {after}" for s, (_, text) in zip(speakers, expected, strict=True)]
    assert said("\n".join(rows)) == expected


@pytest.mark.parametrize(
    "head",
    [
        "{}:",
        "**{}**",
        "**{}:**",
        "{}   0:12",
        "**{}   0:12**",
        "{} (0:12)",
        "00:00:12 {}",
        "[0:12] {}",
        "0:12\n{}",
    ],
)
@pytest.mark.parametrize(
    ("asking", "answering", "expected"), [("I", "R", INTERVIEW), ("Nanna", "Anna Holm", NAMED)]
)
def test_speakers_on_a_line_of_their_own(
    head: str, asking: str, answering: str, expected: list[tuple[str, str]]
) -> None:
    speakers = [asking, answering, asking, answering]
    rows = [f"{head.format(s)}\n{text}" for s, (_, text) in zip(speakers, expected, strict=True)]
    assert said("\n".join(rows)) == expected


def test_usual_labels_alone_on_a_line() -> None:
    assert said("I\nHvad?\nR\nTja.\nI\nNå?\nR\nJa.") == INTERVIEW


def test_names_alone_on_a_line_head_the_speech_if_they_recur_often() -> None:
    text = "Nanna\nHvad?\nAnna\nTja.\n" * 3
    assert said(text) == [("Interviewer", "Hvad?"), ("[Person 1]", "Tja.")] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I:Hvad?\nR1:Ja.\nR1:12 år.", [("Interviewer", "Hvad?"), ("R1", "Ja. 12 år.")]),
        ("Nanna:Hvad?\nBo:Tja.\nBo:Ja.", [("Interviewer", "Hvad?"), ("[Person 1]", "Tja. Ja.")]),
        (
            "INTERVIEWER: Hvad?\nr: Tja.\nInterviewer: Nå?\nR: Ja.",
            [(s.replace("R", "r"), t) for s, t in INTERVIEW],
        ),
        (
            "I 1: Hvad?\nI 2: Og?\nR 1: Tja.",
            [("Interviewer", "Hvad?"), ("Interviewer 2", "Og?"), ("R 1", "Tja.")],
        ),
        (
            "Interviewer Lone: Hvad?\nBo (leder): Tja.\nBo (leder): Ja.",
            [NAMED[0], ("[Person 1]", "Tja. Ja.")],
        ),
        ("Lone (interviewer): Hvad?\nR: Tja.", INTERVIEW[:2]),
        (
            "[SPEAKER_00]: Tja.\n[SPEAKER_00]: Ja.\nI: Nå?",
            [("[Person 1]", "Tja. Ja."), ("Interviewer", "Nå?")],
        ),
        ("nanna: Hvad?\nbo: Tja.\nnanna: Nå?\nbo: Ja.\nbo: Ja.", [*NAMED[:3], ("[Person 1]", "Ja. Ja.")]),
        (
            "informant: Tja.\nI: Nå?\ninformant: Ja.",
            [("informant", "Tja."), ("Interviewer", "Nå?"), ("informant", "Ja.")],
        ),
        (
            "bo holm: x\nbo holm: y\n**anna:** z\n**anna:** æ",
            [("Indledning", "bo holm: x bo holm: y"), ("[Person 1]", "z æ")],
        ),
    ],
    ids="glued,names,capitals,numbers,roles,role behind,whisperx,lower case,lower usual,lower bold".split(
        ","
    ),
)
def test_labels_as_people_write_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Og så sagde han: det går ikke.",
        "Min chef sagde til os: kom nu.",
        "Kl. 12:30 mødtes vi.",
        "kl. 12:30",
        "Klokken 12:30",
        "12:30 var vi færdige.",
        "12:30 var vi færdige: så gik vi.",
        "Vi mødes (12:30) hver dag (15:30)",
        "Præcis",
        "Pointen: vi skal i gang.",
        "Leder",
        "leder: ham",
        "et godt spørgsmål: ja",
        "Tjek http://fjordby.dk",
        "Forholdet er 1:2",
        "**Frivillighed** er godt.",
        "**Fri**villighed er godt.",
        "**Fremtid**",
        "**Hvad så?**",
    ],
)
def test_speech_that_looks_like_a_label_stays_speech(words: str) -> None:
    text = f"I: Hvad?\nR: Tja.\n{words}\nI: Nå?\nR: Ja."
    expected = [("R", f"Tja. {line(words).text}") if turn == INTERVIEW[1] else turn for turn in INTERVIEW]
    assert said(text) == expected


@pytest.mark.parametrize("words", ["12:30", "kl. 12:30", "12:30 var vi færdige", "Ja: nej"])
def test_a_quoted_time_behind_a_label_is_speech(words: str) -> None:
    assert said(f"I: Hvad?\nR: {words}") == [("Interviewer", "Hvad?"), ("R", words)]


def test_a_short_answer_after_a_time_is_no_label() -> None:
    text = "I: Hvad?\nR: Tja.\n[00:12:33] Præcis\n[00:12:40] Vi synes også, det er godt.\nI: Nå?"
    assert said(text)[1] == ("R", "Tja. Præcis Vi synes også, det er godt.")


def test_running_text_with_times_has_no_speakers() -> None:
    text = (
        "0:12\nja\n0:14\nPræcis\n0:16\ndet er rigtigt nok som du siger\n0:18\nPræcis\n0:19\nog så videre frem"
    )
    assert {turn.speaker for turn in turns(text)} == {"Respondent"}
    assert [turn.times(0, 2)[0] for turn in turns(text)] == [12, 14, 16, 18, 19]


GROUP = "{}Nanna:{} Hvad?\n{}Anna:{} Tja.\n{}Nanna:{} Og Bo?\n{}Bo:{} Enig.\n{}Anna:{} Ja."


@pytest.mark.parametrize("bold", ["", "**"])
def test_one_who_speaks_once_among_names_is_heard(bold: str) -> None:
    assert said(GROUP.replace("{}", bold))[3:] == [("[Person 2]", "Enig."), ("[Person 1]", "Ja.")]


def test_one_name_once_is_not_enough() -> None:
    assert said("I: Hvad?\nR: Tja.\nog mere\nog mere\nBo: Ja.")[-1] == ("R", "Tja. og mere og mere Bo: Ja.")


def test_text_before_the_first_speaker_is_context() -> None:
    first, *_ = turns("**Interview med leder**\nFjordby, maj\nI: Hvad?\nR: Tja.")
    assert (first.speaker, first.role, first.text) == (
        "Indledning",
        "context",
        "Interview med leder Fjordby, maj",
    )


def test_titles_between_speakers_are_not_taken_for_one() -> None:
    text = "**Baggrund**\n**Nanna**\nHvad?\n**Anna**\nTja.\n**Fremtid**\n**Nanna**\nNå?\n**Anna**\nJa."
    assert said(text) == [
        ("Indledning", "Baggrund"),
        ("Interviewer", "Hvad?"),
        ("[Person 1]", "Tja. Fremtid"),
        *NAMED[2:],
    ]


def test_a_title_on_the_last_line_heads_nothing() -> None:
    assert said("I: Hvad?\nR: Tja.\nR: Ja.\n**Slut**")[-1] == ("R", "Tja. Ja. Slut")


def test_a_speaker_named_by_the_format_counts_at_once() -> None:
    lines = [Line("Hvad: nå?", speaker="Nanna"), Line("og så"), Line("Tja.", speaker="bo", cue=True)]
    found, _ = to_turns(lines, ["NANNA"])
    assert [(turn.speaker, turn.text) for turn in found] == [
        ("Interviewer", "Hvad: nå? og så"),
        ("[Person 1]", "Tja."),
    ]


def test_a_cue_in_the_middle_of_a_sentence_is_no_label() -> None:
    cues = ["I: Hvad er", "svar: eller", "Bo", "R: Ja,", "leder: det", "I: Nå"]
    found, _ = to_turns([Line(text, cue=True) for text in cues])
    assert [turn.text for turn in found] == ["Hvad er svar: eller Bo", "Ja, leder: det", "Nå"]


@pytest.mark.parametrize(
    "text", ["Det er en tekst.\nOg en til: den her.", "Ja", "**Alt**\n**er**\n**fremhævet**"]
)
def test_without_speakers_all_is_one_respondents(text: str) -> None:
    found = turns(text)
    assert [turn.text for turn in found] == [line(row).text for row in text.splitlines()]
    assert {(turn.speaker, turn.role) for turn in found} == {("Respondent", "respondent")}


def test_cues_without_speakers_run_on_as_one_turn() -> None:
    lines = [
        Line("Det er", time_start=1, time_end=2, cue=True),
        Line("sådan.", time_start=2, time_end=3, cue=True),
    ]
    (turn,), _ = to_turns(lines)
    assert (turn.text, turn.times(0, 10)) == ("Det er sådan.", (1, 3))


def test_questions_in_bold_are_the_interviewers() -> None:
    text = "**Hvad laver du?**\nIkke noget.\nSlet ikke.\n**Nå?**\nNej."
    assert said(text) == [
        ("Interviewer", "Hvad laver du?"),
        ("Respondent", "Ikke noget. Slet ikke."),
        ("Interviewer", "Nå?"),
        ("Respondent", "Nej."),
    ]
    assert notes(text) == ("no speaker labels: paragraphs in bold taken for the interviewer's",)


def test_no_lines_no_turns() -> None:
    assert to_turns([]) == ((), ())
    assert to_turns([Line("[00:12:33]"), Line("0:14")]) == ((), ())
    assert to_turns([Line("Hvad?", speaker="I"), Line("[00:01:00]", speaker="R")])[0] == turns("I: Hvad?")


@pytest.mark.parametrize(
    ("text", "interviewers", "expected"),
    [
        ("Anna: a\nBo: b\nAnna: c\nBo: d", ("Bo",), ()),
        ("Anna: a\nBo: b\nAnna: c\nBo: d", (" BO: ",), ()),
        ("A\u030ase: a\nBo: b\nBo: d", ("Åse",), ("no respondent recognised: only interviewers speak",)),
        (
            "Anna: a\nBo: b\nAnna: c\nBo: d",
            (),
            ("no interviewer recognised: give the label in the sheet's column interviewers",),
        ),
        ("I: a\nI: b", (), ("no respondent recognised: only interviewers speak",)),
        (
            "et to tre fire fem\nI: a\nR: b",
            (),
            ("most of the text stands before the first speaker and is not coded: check the labels",),
        ),
    ],
)
def test_notes_say_what_to_look_at(
    text: str, interviewers: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    if "\u030a" in text:
        text = clean(text.replace("\n", "|")).replace("|", "\n").replace("Bo:", "Åse:")
    assert notes(text, interviewers) == expected


def test_times_of_labels_and_marks_reach_the_turns() -> None:
    text = "I: Hvad? #00:00:05-0#\n[0:06] R: Tja.\n[00:00:09] Ja (00:00:10)\nog[00:00:11]så [00:00:12], ja"
    asked, answered = turns(text)
    assert asked.times(0, 5) == (None, 5)
    assert (answered.text, answered.times(0, 4)) == ("Tja. Ja og så, ja", (6, None))
    assert answered.times(5, 7) == (9, 10)


@pytest.mark.parametrize(
    ("text", "rest", "time"),
    [
        ("[00:12:33] Ja.", "Ja.", 753),
        ("(12:33) - Ja.", "Ja.", 753),
        ("{0:12} Ja.", "Ja.", 12),
        ("<00:00:12.5> Ja.", "Ja.", 12.5),
        ("#00:12:33-0# Ja.", "Ja.", 753),
        ("00:12:33 Ja.", "Ja.", 753),
        ("00:00:01 - 00:00:05 Ja.", "Ja.", 1),
        ("0:0:1.0 --> 0:0:5.50 Ja.", "Ja.", 1),
        ("[00:01 --> 00:05] Ja.", "Ja.", 1),
        ("12:33 Ja.", "12:33 Ja.", None),
        ("12:30", "12:30", None),
        ("Ja [00:12:33]", "Ja [00:12:33]", None),
        ("[latter] Ja.", "[latter] Ja.", None),
        ("", "", None),
    ],
)
def test_take_time(text: str, rest: str, time: float | None) -> None:
    assert take_time(text) == (rest, time)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("0:12", 12),
        ("[00:12:33] ", 753),
        ("0:0:1.0 --> 0:0:5.5", 1),
        ("0:01 - 0:05", 1),
        ("kl. 0:12", None),
        ("12", None),
    ],
)
def test_time_alone(text: str, time: float | None) -> None:
    assert time_alone(text) == time


@pytest.mark.parametrize(
    ("text", "name", "time"),
    [
        ("Anna Holm  0:12", "Anna Holm", 12),
        ("Anna: [0:12]", "Anna", 12),
        ("Anna:", "Anna", None),
        ("0:12", "", 12),
    ],
)
def test_name_and_time(text: str, name: str, time: float | None) -> None:
    assert name_and_time(text) == (name, time)


@pytest.mark.parametrize("label", ["I", "R1", "Anna", "Anna Holm", "[Anna]", "I 1", "Bo (leder)", "Jan"])
def test_labels(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hvad?",
        "Ja, du",
        "jeg tror",
        "Altså",
        "I alt",
        "en to tre fire fem",
        "Bo siger",
        "- Anna",
        "Kl. 12",
        "“Bo”",
    ],
)
def test_no_labels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("label", "asking", "usual"),
    [
        ("I", True, True),
        ("i2", True, True),
        ("Interviewer (NN)", True, True),
        ("spørgsmål", True, False),
        ("Spm.", True, True),
        ("Nanna", True, True),
        ("R1", False, True),
        ("Frivillig 2", False, True),
        ("frivillig", False, False),
        ("Anna", False, False),
        ("Ida", False, False),
    ],
)
def test_usual_labels(label: str, asking: bool, usual: bool) -> None:
    assert (asks(label, ["nanna"]), is_usual(label, ["nanna"])) == (asking, usual)


@pytest.mark.parametrize("text", ["x" * 300_000, "og: " * 100_000, "[" * 300_000, "12:30 " * 20_000])
def test_a_very_long_line_is_kept_whole(text: str) -> None:
    (turn,), _ = to_turns([Line(text.strip())])
    assert turn.text == text.strip()


WORD = st.sampled_from(
    "Anna I R1 Ja og : Bo: R1: I: sagde: Præcis. (ja) 12:30 kl. leder Leder: 50 så:nu".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.lists(WORD, min_size=1, max_size=6), st.booleans(), st.booleans()), max_size=12))
def test_every_word_is_in_a_turn_or_was_its_speaker(rows: list[tuple[list[str], bool, bool]]) -> None:
    lines = [
        Line(" ".join(words), bold=len(words[0]) if bold else 0, cue=cue)
        for words, bold, cue in rows
        if words != ["12:30"]
    ]
    left = " ".join(turn.text for turn in to_turns(lines)[0]).split()
    reached = {0}
    for row in lines:
        words = row.text.split()
        kept = [words[n:] for n in range(len(words) + 1) if n == 0 or _may_be_dropped(words[:n])]
        reached = {start + len(k) for start in reached for k in kept if left[start : start + len(k)] == k}
    assert len(left) in reached


def _may_be_dropped(words: list[str]) -> bool:
    """Tell whether words are a speaker's label, with the time and the colon that may stand by it."""
    label = " ".join(words).removeprefix("12:30 ")
    return is_label(re.sub(r"\s*(12:30)?\s*:?$", "", label))


def test_an_interviewer_with_a_name_behind_is_one() -> None:
    turns, notes = to_turns([Line("I (Nanna): Hvad så?"), Line("R: Ja."), Line("I (Nanna): Godt.")])

    assert [(turn.role, turn.text) for turn in turns] == [
        (INTERVIEWER, "Hvad så?"),
        (RESPONDENT, "Ja."),
        (INTERVIEWER, "Godt."),
    ]
    assert notes == ()
