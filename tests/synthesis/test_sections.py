# ruff: noqa: E501
import re
from dataclasses import replace

import docx
import pytest

from interview_coding.synthesis.sections.basis import state_of_review
from interview_coding.synthesis.sections.findings import first_sentence

HELPS, HELPS_TOO = "fremmer.erfaringseksperter", "fremmer.hoere_til"
HINDERS = "haemmer.stress_ved_magt"


@pytest.fixture(scope="session")
def codes(codebook):
    """Return the first codes with each valence."""
    found = {}
    for code in codebook.codes.values():
        found.setdefault(code.valence, []).append(code)
    return found


@pytest.fixture
def text(written):
    """Return a function that writes a document and returns its paragraphs and table cells as lines."""

    def read(material):
        word = docx.Document(str(written(material)))
        lines = []
        for block in word.iter_inner_content():
            if hasattr(block, "rows"):
                lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
        return lines

    return read


def below(lines, heading):
    return lines[lines.index(heading) + 1]


def deciding(decision, *places, coder="mia"):
    return [(coder, interview_id, number, code, decision) for interview_id, number, code in places]


@pytest.mark.parametrize(
    ("suggested", "decided", "state"),
    [
        (0, [], "Udkast. Der er hverken forslag eller kodninger endnu."),
        (2, [], "Udkast. Ingen har gennemgået forslagene endnu. Alle koder i dette dokument er programmets forslag og "
         "ikke fund; brug dem til at vælge, hvad der skal læses først."),
        (2, [("accept", 1)], "Foreløbig. 1 af 2 forslag (50 %) er gennemgået. Kun det, som analytikere har bekræftet, "
         "tæller som fund; hvad der kun er foreslået, står for sig."),
        (1, [("add", 2)], "Foreløbig. 0 af 1 forslag (0 %) er gennemgået. Kun det, som analytikere har bekræftet, "
         "tæller som fund; hvad der kun er foreslået, står for sig."),
        (2, [("accept", 1), ("reject", 2)], "Gennemgået. Alle forslag er gennemgået. Kun det, som analytikere har "
         "bekræftet, tæller som fund."),
        (0, [("add", 1)], "Gennemgået. Der er ingen forslag; alle koder er sat af analytikere. Kun det, som "
         "analytikere har bekræftet, tæller som fund."),
    ],
)  # fmt: skip
def test_state_of_review(material, interview, suggested, decided, state):
    made = material(
        [interview("a-01")],
        suggested=[("a-01", number, HELPS) for number in range(1, suggested + 1)],
        decided=[("mia", "a-01", number, HELPS, decision) for decision, number in decided],
    )
    assert " ".join(state_of_review(made)) == state


@pytest.mark.parametrize(
    ("rows", "across", "told"),
    [
        ([("a", 1, "2026-03-17", "offentlig")], False,
         "Syntesen bygger på 1 interview fra bølge 1. Interviewet er gennemført den 17. marts 2026. Stemmerne kommer "
         "fra den offentlige sektor. Ingen kommer fra borgere, civilsamfundet eller den private sektor. "
         "Svarene er delt i 3 segmenter, som er det, der kodes."),
        ([("a", 1, "", ""), ("a", 3, "", "")], False,
         "Syntesen bygger på 2 interview: 1 fra bølge 1 og 1 fra bølge 3. Svarene er delt i 6 segmenter, som er det, der kodes."),
        ([("a", 1, "2026-03-17", "borger"), ("b", 2, "", ""), ("b", 3, "2025-01-01", "privat")], True,
         "Syntesen bygger på 3 interview i 2 partnerskaber: 1 fra bølge 1, 1 fra bølge 2 og 1 fra bølge 3. "
         "Interviewene er gennemført fra "
         "1. januar 2025 til 17. marts 2026; for 1 interview er datoen ikke angivet. Stemmerne kommer fra borgere og "
         "den private sektor; for nogle interview er sektoren ikke angivet. "
         "Svarene er delt i 9 segmenter, som er det, der kodes."),
        ([("a", 1, "2026-03-17", s) for s in ("borger", "civil", "offentlig", "privat")], True,
         "Syntesen bygger på 4 interview i 1 partnerskab fra bølge 1. Interviewene er gennemført den 17. marts 2026. "
         "Stemmerne kommer fra borgere, civilsamfundet, den offentlige sektor og den private sektor. "
         "Svarene er delt i 12 segmenter, som er det, der kodes."),
    ],
)  # fmt: skip
def test_what_it_rests_on(material, interview, text, rows, across, told):
    interviews = [
        interview(f"i-{n}", partnership, wave, date, sector=sector)
        for n, (partnership, wave, date, sector) in enumerate(rows)
    ]
    assert below(text(material(interviews, across=across)), "Hvad syntesen bygger på") == told


def test_missing_cells_are_called_so(material, interview, text):
    lines = text(
        material([interview("a-01", role="", sector="")], decided=[("mia", "a-01", 1, HELPS, "add")])
    )
    assert not any("Stemmerne" in line or "Interview efter" in line for line in lines)
    assert any(line.endswith("«  interviewperson, bølge 1 [a-01, t001]") for line in lines)


def test_several_waves_are_summed_and_one_is_not(material, interview, text):
    suggested = [("a-01", 1, HELPS), ("a-02", 1, HELPS), ("a-02", 2, HELPS)]
    decided = deciding("accept", ("a-01", 1, HELPS)) + deciding("reject", ("a-02", 2, HELPS))
    two = text(material([interview("a-01"), interview("a-02", wave=2)], suggested=suggested, decided=decided))
    one = text(material([interview("a-01")], suggested=suggested[:1]))
    assert two[two.index("1 | 1 | 1 (100 %) | 1 | 0 | 0 | 0") :][1:3] == [
        "2 | 2 | 1 (50 %) | 0 | 0 | 1 | 1",
        "I alt | 3 | 2 (67 %) | 1 | 0 | 1 | 1",
    ]
    assert not any(line.startswith("I alt") for line in one)


def test_overview_lists_by_what_helps_hinders_and_follows(material, interview, text, codes):
    help_, hinder, effect = (codes[v][0] for v in ("fremmer", "haemmer", "virkning"))
    places = [("a-01", 1, help_.id), ("a-02", 1, help_.id), ("a-01", 2, hinder.id), ("a-01", 2, effect.id)]
    lines = text(material([interview("a-01"), interview("a-02")], decided=deciding("add", *places)))
    assert (
        below(lines, "Overblik") == "Hver liste viser højst 5 koder: dem, der er bekræftet i flest interview."
    )
    assert below(lines, "Det, der fremmer og bærer") == f"{help_.label}: 2 af 2 interview, 2 segmenter"
    assert below(lines, "Det, der hæmmer og udfordrer") == f"{hinder.label}: 1 af 2 interview, 1 segment"
    assert below(lines, "Oplevede virkninger") == f"{effect.label}: 1 af 2 interview, 1 segment"


def test_overview_warns_that_a_core_element_may_be_missed(material, interview, text, codes):
    lines = text(
        material([interview("a-01")], decided=deciding("add", ("a-01", 1, codes["kerneelement"][0].id)))
    )
    assert below(lines, "Overblik").endswith("eller fordi det savnes; det viser citaterne.")


def test_overview_shows_at_most_five(material, interview, text, codes):
    places = [("a-01", 1, code.id) for code in codes["fremmer"][:7]]
    lines = text(material([interview("a-01")], suggested=places))
    assert sum(line.endswith(": 1 af 1 interview, 1 segment") for line in lines) == 5


def test_overview_of_neutral_codes_only(material, interview, text, codes):
    lines = text(material([interview("a-01")], suggested=[("a-01", 1, codes["neutral"][0].id)]))
    assert below(lines, "Overblik").startswith(
        "De koder, der er foreslået, beskriver samarbejdet uden at pege"
    )
    assert "Figur 1. Kodninger efter tema: kun foreslået" in lines


@pytest.mark.parametrize(
    ("suggested", "decided", "told"),
    [
        ([], [], "Ingen koder er foreslået."),
        ([("a-01", 1, HELPS)], deciding("reject", ("a-01", 1, HELPS)), "Ingen koder er bekræftet."),
    ],
)
def test_nothing_found(material, interview, text, suggested, decided, told):
    lines = text(
        material([interview("a-01"), interview("a-02", wave=2)], suggested=suggested, decided=decided)
    )
    assert below(lines, "Overblik") == told
    assert told.removesuffix(".") + " i bølge 1 og 2." in lines
    assert (
        below(lines, "Spørgsmål til den næste dialog") == "Der er ikke noget at stille spørgsmål til endnu."
    )
    assert not any(line.startswith("Figur") for line in lines)


def test_findings_count_what_is_confirmed_disputed_and_suggested(material, interview, text, codebook):
    suggested = [("a-01", 1, HELPS), ("a-01", 2, HELPS), ("a-02", 1, HELPS), ("a-02", 2, HELPS_TOO)]
    decided = [
        *deciding("accept", ("a-01", 1, HELPS), ("a-02", 1, HELPS)),
        *deciding("reject", ("a-02", 1, HELPS), coder="jonas"),
        *deciding("add", ("a-02", 3, HELPS)),
    ]
    lines = text(
        material([interview("a-01"), interview("a-02", wave=2)], suggested=suggested, decided=decided)
    )
    theme = next(theme.label for theme in codebook.themes if theme.id == "fremmer")
    assert below(lines, theme) == "Kodninger: 2 bekræftet, 1 omstridt, 2 kun foreslået."
    assert below(lines, codebook.codes[HELPS].label).endswith(
        " Bekræftet i 2 af 2 interview, 2 segmenter (1 i bølge 1 og 1 i bølge 2). Omstridt i 1 segment. "
        "Kun foreslået i 1 segment."
    )
    assert f"{codebook.codes[HELPS_TOO].label} | 1 | 1" in lines
    assert "Fund: indsatser" in lines


@pytest.mark.parametrize(
    ("across", "places", "where"),
    [
        (False, [("a-01", 1)], "1 segment (i bølge 1)."),
        (True, [("a-01", 1)], "1 segment (i Fjordby)."),
        (True, [("a-01", 1), ("b-01", 1)], "2 segmenter (1 i Fjordby og 1 i Lyngholm)."),
    ],
)
def test_findings_say_where(material, interview, text, codebook, across, places, where):
    other = interview("b-01", "Lyngholm" if across else "Fjordby", 1 if across else 2)
    decided = deciding("add", *[(*place, HELPS) for place in places])
    lines = text(material([interview("a-01"), other], decided=decided, across=across))
    assert any(line.endswith(f"Bekræftet i {len(places)} af 2 interview, {where}") for line in lines)


def test_one_wave_needs_no_where(material, interview, text, codebook):
    lines = text(material([interview("a-01")], decided=deciding("add", ("a-01", 1, HELPS))))
    assert below(lines, codebook.codes[HELPS].label).endswith("Bekræftet i 1 af 1 interview, 1 segment.")


def test_rejected_and_silent_themes(material, interview, text, codebook):
    decided = deciding("reject", ("a-01", 1, HELPS)) + deciding("add", ("a-01", 1, "virkning.borgere"))
    lines = text(material([interview("a-01")], suggested=[("a-01", 1, HELPS)], decided=decided))
    labels = {theme.id: theme.label for theme in codebook.themes}
    assert below(lines, labels["fremmer"]) == "Forslagene til dette tema er afvist."
    assert codebook.codes[HELPS].label not in lines
    silent = [line for line in lines if line.startswith("Temaer uden forslag og kodninger: ")]
    assert labels["haemmer"] in " ".join(silent)
    assert labels["fremmer"] not in " ".join(silent)


def test_a_main_question_that_the_codebook_does_not_ask_has_no_chapter(material, interview, text, codebook):
    own = replace(codebook, themes=tuple(t for t in codebook.themes if t.question == "indsatser"))
    made = replace(material([interview("a-01")], suggested=[("a-01", 1, HELPS)]), codebook=own)
    assert [line for line in text(made) if line.startswith("Forslag: ")] == ["Forslag: indsatser"]


def test_a_draft_calls_nothing_found(material, interview, text):
    lines = text(
        material(
            [interview("a-01"), interview("a-02", wave=2)],
            suggested=[("a-01", 1, HELPS), ("a-02", 2, HINDERS)],
        )
    )
    own = lines[: lines.index("Sådan er syntesen lavet")]
    assert not re.search(
        r"[Bb]ekræftet|\bFund\b|\bfundet\b", "\n".join(line for line in own if "|" not in line)
    )
    assert any("foreslået · skoleleder" in line for line in own)


@pytest.mark.parametrize(
    ("waves", "heading"),
    [([1, 2], "I bølge 2, men ikke i bølge 1"), ([1, 2, 5], "I bølge 5, men ikke i bølge 2")],
)
def test_change_compares_the_last_two_waves(material, interview, text, codebook, waves, heading):
    interviews = [interview(f"a-{w}", wave=w) for w in waves]
    decided = deciding("add", ("a-1", 1, HELPS), (f"a-{waves[-1]}", 1, HELPS), (f"a-{waves[-1]}", 2, HELPS))
    lines = text(material(interviews, decided=decided))
    label = codebook.codes[HELPS].label
    if len(waves) == 2:
        assert f"{label} | 1 (1) | 2 (1)" in lines
        assert below(lines, heading) == "Ingen koder."
    else:
        assert f"{label} | 0 | 2 (1)" in lines
        assert not any("Nyt" in line or "nyt i bølge" in line for line in lines)


def test_change_with_one_wave(material, interview, text):
    lines = text(material([interview("a-01", wave=2)], decided=deciding("add", ("a-01", 1, HELPS))))
    assert below(lines, "Hvad har ændret sig siden sidste bølge?").startswith("Der er kun én bølge interview")


@pytest.mark.parametrize(
    ("across", "who"), [(False, "skyldes, hvem"), (True, "hvilke partnerskaber der er med, hvem")]
)
def test_change_is_cautious(material, interview, text, across, who):
    made = material(
        [interview("a-01"), interview("a-02", wave=2), interview("a-03", wave=2)],
        suggested=[("a-02", 1, HELPS), ("a-03", 1, HELPS)],
        decided=deciding("accept", ("a-02", 1, HELPS)),
        across=across,
    )
    caution = below(text(made), "Hvad har ændret sig siden sidste bølge?")
    assert caution.startswith(
        "Bølge 1 har 1 interview og ingen forslag. Bølge 2 har 2 interview, og 50 % af forslagene er gennemgået."
    )
    assert who in caution


def test_long_lists_say_how_many_are_left_out(material, interview, text, codebook):
    many = list(codebook.codes)[:14]
    decided = deciding("add", *[(i, 1, code) for code in many for i in ("a-01", "b-01")])
    decided += deciding("add", *[("a-01", 2, code) for code in list(codebook.codes)[20:35]])
    lines = text(
        material([interview("a-01"), interview("b-01", "Lyngholm", 2)], decided=decided, across=True)
    )
    assert "Og 2 til; se dem under hovedspørgsmålene nedenfor." in lines
    assert "Og 4 til; se dem under hovedspørgsmålene ovenfor." in lines
    assert next(line for line in lines if line.startswith("Fjordby: ")).endswith(" (og 3 til).")
    assert "Lyngholm: ingen koder." in lines


def test_comparison_of_partnerships_that_share_nothing(material, interview, text, codebook):
    decided = deciding("add", ("a-01", 1, HELPS))
    lines = text(material([interview("a-01"), interview("b-01", "Lyngholm")], decided=decided, across=True))
    assert below(lines, "Fælles for alle partnerskaber") == "Ingen kode er bekræftet i alle partnerskaber."
    assert f"Fjordby: {codebook.codes[HELPS].label}." in lines


@pytest.mark.parametrize("across", [False, True])
def test_one_partnership_is_not_compared(material, interview, text, across):
    made = material([interview("a-01")], decided=deciding("add", ("a-01", 1, HELPS)), across=across)
    assert "Partnerskaberne side om side" not in text(made)


def test_dialogue_gives_every_question_once_and_says_why(material, interview, text, codes):
    hard, strong, effect = (codes[v] for v in ("haemmer", "fremmer", "virkning"))
    found = [("a-01", 1, hard[0].id), ("a-01", 1, strong[0].id), ("a-01", 1, effect[0].id)]
    torn = [("a-01", 2, strong[1].id), ("a-01", 3, strong[1].id), ("a-01", 2, strong[0].id)]
    made = material(
        [interview("a-01"), interview("a-02", wave=2)],
        decided=[
            *deciding("add", *found, *torn, ("a-02", 1, strong[3].id)),
            *deciding("reject", *torn, coder="jonas"),
        ],
    )
    lines = text(made)
    start = lines.index("Spørgsmål til den næste dialog") + 2
    questions = lines[start : lines.index("Sådan er syntesen lavet")]
    seen = "bekræftet i 1 af 2 interview, 1 segment"
    assert questions == [
        f"{hard[0].dialogue[0]} Hæmmer eller udfordrer: {hard[0].label} ({seen}).",
        f"{strong[0].dialogue[0]} Fremmer eller bærer: {strong[0].label} ({seen}).",
        f"{strong[3].dialogue[0]} Fremmer eller bærer: {strong[3].label} ({seen}).",
        f"{effect[0].dialogue[0]} Oplevet virkning: {effect[0].label} ({seen}).",
        f"{strong[1].dialogue[0]} Analytikerne er uenige: {strong[1].label} (omstridt i 2 segmenter).",
    ]


def test_dialogue_asks_about_what_the_last_wave_brought(material, interview, text, codes):
    first, second, third = codes["fremmer"][:3]
    places = [("a-01", n, code.id) for n in (1, 2, 3) for code in (first, second)]
    made = material(
        [interview("a-01"), interview("a-02", wave=2)],
        decided=deciding("add", *places, ("a-02", 1, third.id)),
    )
    assert any(
        line.endswith(
            f"I bølge 2, men ikke i bølge 1: {third.label} (bekræftet i 1 af 2 interview, 1 segment)."
        )
        for line in text(made)
    )


@pytest.mark.parametrize(
    ("coders", "told"),
    [
        (["mia"], "1 analytiker har taget stilling: mia."),
        (["mia", "eva", "bo"], "3 analytikere har taget stilling: bo, eva og mia."),
    ],
)
def test_method_names_who_decided(material, interview, text, coders, told):
    decided = [row for coder in coders for row in deciding("add", ("a-01", 1, HELPS), coder=coder)]
    assert told in text(material([interview("a-01")], decided=decided))


@pytest.mark.parametrize(("number", "told"), [(1, "1 beslutning kunne"), (2, "2 beslutninger kunne")])
def test_method_tells_of_decisions_without_a_place(material, interview, text, number, told):
    lost = [("a-01", 9 + n, HELPS) for n in range(number)]
    lines = text(material([interview("a-01")], decided=deciding("accept", *lost)))
    assert any(line.startswith(told) for line in lines)
    assert not any("har taget stilling:" in line for line in lines)


def test_method_names_versions(material, interview, text, codebook):
    lines = text(material([interview("a-01")], suggested=[("a-01", 1, HELPS)]))
    assert f"Kodebog: {codebook.version} ({codebook.sha256[:12]})." in lines
    assert "Sprogmodel: blank:da 2.0.0." in lines
    assert (
        "Forslag bygger på: lighed med kodebogens tekster (eksempler og øveinterview) og kodebogens mønstre af ord."
        in lines
    )
    assert not any("sprogmodel (" in line for line in lines)
    assert "Forslag bygger på: intet; der er ingen." in text(material([interview("a-01")]))


@pytest.mark.parametrize(
    ("text_", "first"),
    [
        ("Borgere mødes. Brug koden om besøg.", "Borgere mødes."),
        ("Borgere mødes, bl.a. Røde Kors, hjemme. Brug koden.", "Borgere mødes, bl.a. Røde Kors, hjemme."),
        ("Hvem er med? Brug koden.", "Hvem er med?"),
        ("Kun én sætning", "Kun én sætning"),
    ],
)
def test_first_sentence(text_, first):
    assert first_sentence(text_) == first


def test_every_definition_of_the_codebook_begins_with_a_whole_sentence(codebook):
    for code in codebook.codes.values():
        first = first_sentence(code.definition)
        assert first[-1] in '.!?"'
        assert not re.search(r"\b(bl\.a|f\.eks|dvs|evt|ca|jf|nr|inkl|mv|osv|fx)\.$", first), code.id
        assert len(first.split()) >= 4, code.id


def test_method_says_where_text_was_sent(material, interview, text):
    made = material([interview("a-01")], suggested=[("a-01", 1, HELPS)])
    lines = text(replace(made, text_sent_to="llama, http://localhost:11434/v1"))
    (line,) = [line for line in lines if "tekst er sendt" in line]
    assert "(llama, http://localhost:11434/v1)" in line
