from pathlib import Path

import pytest
import yaml

from interview_coding.errors import InputError
from interview_coding.schemas import SCHEMA_FOLDER, faults, schema
from interview_coding.settings import Settings, check_settings, read_settings

DEFAULTS = Settings(
    project=Path("data/demo"),
    codebook=Path("codebook"),
    results=Path("results"),
    language_model="auto",
    segment_words=120,
    suggestions_per_segment="auto",
    suggestion_precision=0.8,
    encoder="",
    llm_endpoint="",
    llm_model="",
    llm_timeout=600,
    quotes_per_code=3,
    min_informants=3,
    strict=False,
    private=Path("data/demo/private"),
    organisations="keep",
    places="keep",
    link_persons=False,
    author="",
)


def problems(config):
    with pytest.raises(InputError) as error:
        read_settings(config)
    return [str(problem) for problem in error.value.problems]


def code(**changes):
    values = {
        "id": "tema.kode",
        "label": "Kode",
        "definition": "Hvad koden dækker, og hvornår den skal bruges, i et par sætninger.",
        "sources": ["2.1"],
        "dialogue": ["Hvad vil I gøre?"],
        "exemplars": [f"En typisk ytring nummer {n}" for n in "123"],
    }
    return {key: value for key, value in (values | changes).items() if value is not ...}


def theme(*codes, **changes):
    values = {
        "id": "tema",
        "label": "Tema",
        "sources": ["2"],
        "question": "indsatser",
        "level": "borger",
        "valence": "neutral",
        "codes": list(codes or [code()]),
    }
    return {key: value for key, value in (values | changes).items() if value is not ...}


def descriptions(rules):
    """Every place of a schema that can be at fault in a value, by whether it says what would be right."""
    if isinstance(rules, dict):
        if {"type", "enum", "oneOf"} & rules.keys() and "const" not in rules:
            yield rules.get("description")
        for key, part in rules.items():
            if key != "oneOf":
                yield from descriptions(part)


def test_an_empty_configuration_means_the_defaults():
    assert read_settings({}) == DEFAULTS


def test_the_shipped_configuration_states_the_defaults():
    config = yaml.safe_load((SCHEMA_FOLDER.parents[1] / "config.yaml").read_text(encoding="utf-8"))
    assert set(config) == set(schema("config")["properties"])
    assert read_settings(config) == DEFAULTS


def test_values_given_replace_the_defaults():
    settings = read_settings({"project": "data/mit", "suggestions_per_segment": 5, "author": "Åse"})
    assert (settings.project, settings.suggestions_per_segment, settings.author) == (
        Path("data/mit"),
        5,
        "Åse",
    )


def test_a_whole_number_written_with_a_point_is_taken_as_one():
    settings = read_settings({"segment_words": 80.0, "suggestions_per_segment": 5.0})
    assert [repr(v) for v in (settings.segment_words, settings.suggestions_per_segment)] == ["80", "5"]


def test_an_unknown_key_is_named_with_the_nearest_known_one():
    (text,) = problems({"projekt": "data/mit"})
    assert text.startswith(
        "config.yaml: key projekt: is not known here. Did you mean project? Known are author, "
    )


def test_an_unknown_key_unlike_any_gets_no_guess():
    (text,) = problems({"farve": "blå"})
    assert text.startswith("config.yaml: key farve: is not known here. Known are author, codebook, ")


def test_keys_that_are_no_text_are_named_too():
    assert [text.split(": ")[1] for text in problems({True: 1, 2026: 2, "x": 3})] == [
        "key 2026",
        "key True",
        "key x",
    ]


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("project", 2026, "2026 is of the wrong kind. Write the folder that holds interviews.csv"),
        ("project", "", "'' is too short. Write the folder"),
        ("results", None, "is empty. Write the folder for what the workflow makes"),
        ("codebook", ["a"], "['a'] is of the wrong kind. Write the folder"),
        ("segment_words", 10, "10 is too small. Write a whole number of words from 20 to 1000."),
        ("segment_words", 5000, "5000 is too large. Write a whole number"),
        ("segment_words", "120", "'120' is of the wrong kind. Write a whole number"),
        ("segment_words", True, "True is of the wrong kind. Write a whole number"),
        ("segment_words", 80.5, "80.5 is of the wrong kind. Write a whole number"),
        (
            "suggestions_per_segment",
            "mange",
            "'mange' does not fit. Write auto, or a whole number from 1 to 100.",
        ),
        ("suggestions_per_segment", 0, "0 does not fit. Write auto"),
        ("suggestions_per_segment", None, "is empty. Write auto"),
        ("quotes_per_code", -1, "-1 is too small. Write a whole number from 0 to 10."),
        ("min_informants", 0, "0 is too small. Write a whole number of people from 1 to 100: 3 is"),
        ("min_informants", "3", "'3' is of the wrong kind. Write a whole number of people"),
        ("strict", "ja", "'ja' is of the wrong kind. Write true or false."),
        ("strict", 1, "1 is of the wrong kind. Write true or false."),
        ("author", 7, "7 is of the wrong kind. Write the name"),
        ("language_model", "", "'' is too short. Write auto, the name"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_what_would(key, value, text):
    (problem,) = problems({key: value})
    assert problem.startswith(f"config.yaml: key {key}: {text}")


def test_all_faults_are_reported_at_once():
    assert [text.split(": ")[1] for text in problems({"segment_words": 1, "author": 1, "x": 1})] == [
        "key x",
        "key author",
        "key segment_words",
    ]


def test_the_checker_goes_on_with_defaults_for_what_does_not_fit():
    settings, found = check_settings({"project": "data/mit", "results": 7, "x": 1}, "egen.yaml")
    assert (settings.project, settings.results) == (Path("data/mit"), Path("results"))
    assert [problem.file for problem in found] == ["egen.yaml"] * 2


@pytest.mark.parametrize("name", ["codebook", "config", "interviews"])
def test_schemas_say_for_every_value_what_would_be_right(name):
    found = list(descriptions(schema(name)))
    assert len(found) > 5
    assert all(found)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (theme(label=...), (("label",), "is empty or missing.", "Write a short Danish name")),
        (theme(label=""), (("label",), "'' is too short.", "Write a short Danish name")),
        (
            theme(level="by"),
            (("level",), "'by' is not one of the values allowed.", "Write one of organisation"),
        ),
        (theme(sources=[3.2]), (("sources", 0), "3.2 is of the wrong kind.", "Put quotation marks")),
        (theme(codes=[]), (("codes",), "[] has too few entries.", "List at least one code.")),
        (theme("x"), (("codes", 0), "'x' is of the wrong kind.", "Write the code's keys")),
        (theme(code(level=None)), (("codes", 0, "level"), "is empty.", "Write one of organisation")),
        (
            theme(code(sources=...)),
            (("codes", 0, "sources"), "is empty or missing.", "List sections and tables"),
        ),
        (
            theme(code(id="Tema.Kode")),
            (("codes", 0, "id"), "'Tema.Kode' is not written as it must be.", "Write th"),
        ),
        (
            theme(code(farve=1)),
            (("codes", 0, "farve"), "is not known here.", "Known are definition, dialogue, "),
        ),
        (theme(code(label="x" * 81)), (("codes", 0, "label"), f"'{'x' * 78}… is too long.", "Write a short")),
    ],
)
def test_faults_are_told_by_place_and_with_a_remedy(data, fault):
    (found,) = faults("codebook", data)
    path, what, remedy = fault
    assert (found.path, found.what) == (path, what)
    assert found.remedy.startswith(remedy)


def test_repeated_entries_are_a_fault():
    (found,) = faults("codebook", theme(code(exemplars=["Det samme sagt flere gange"] * 3)))
    assert found.what.endswith("… has an entry twice.")


def test_faults_are_sorted_by_place_with_the_tenth_after_the_second():
    codes = [code() for _ in range(11)]
    codes[10]["id"] = codes[2]["id"] = "x"
    assert [fault.path[1] for fault in faults("codebook", theme(*codes))] == [2, 10]


def test_sound_data_have_no_fault():
    assert list(faults("codebook", theme())) == []


@pytest.mark.parametrize("share", [0, 1, 1.5, "mest"])
def test_a_precision_is_a_share(share):
    (problem,) = problems({"suggestion_precision": share})
    assert "suggestion_precision" in problem
    assert read_settings({"suggestion_precision": 0.6}).suggestion_precision == 0.6
