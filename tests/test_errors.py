import pytest

from interview_coding.errors import InputError, Problem


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ({}, "a.csv: is empty. Fill it."),
        ({"row": 3}, "a.csv, row 3: is empty. Fill it."),
        ({"column": "wave"}, "a.csv, column wave: is empty. Fill it."),
        ({"row": 3, "column": "wave"}, "a.csv, row 3, column wave: is empty. Fill it."),
    ],
)
def test_a_problem_names_file_row_and_column_and_says_what_to_do(place, text):
    assert str(Problem("a.csv", "is empty.", "Fill it.", **place)) == text


def test_one_problem_is_reported_in_the_singular():
    error = InputError([Problem("a.csv", "is empty.", "Fill it.")])
    assert str(error) == "1 problem in the input:\n  1. a.csv: is empty. Fill it."


def test_all_problems_are_reported_and_numbered():
    error = InputError(Problem(name, "is empty.", "Fill it.") for name in ("a", "b"))
    assert error.report().splitlines() == [
        "2 problems in the input:",
        "  1. a: is empty. Fill it.",
        "  2. b: is empty. Fill it.",
    ]
    assert [problem.file for problem in error.problems] == ["a", "b"]
