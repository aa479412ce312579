import pytest

from interview_coding.errors import InputError
from interview_coding.pseudonyms.questions import (
    NAMES,
    Question,
    context,
    merged,
    read_questions,
    record_questions,
    write_questions,
)


def _answer(private, form, answer):
    file = private / NAMES
    rows = file.read_text(encoding="utf-8-sig").splitlines()
    rows = [row + answer if row.startswith(f"{form};") else row for row in rows]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")


def test_a_form_is_one_row_whatever_the_interviews(tmp_path):
    found = [
        Question("Storm", {"a-01": 1}, ("a-01: så sagde »Storm« det",)),
        Question("Storm", {"a-01": 1}, ("a-01: og »Storm« gik",)),
        Question("Liv", {"a-02": 1}, ("a-02: med »Liv« og",)),
    ]
    record_questions(tmp_path, found, ["a-01", "a-02"])
    assert [(q.form, q.counts) for q in read_questions(tmp_path)] == [
        ("Liv", {"a-02": 1}),
        ("Storm", {"a-01": 2}),
    ]
    assert len(read_questions(tmp_path)[1].contexts) == 2


@pytest.mark.parametrize(
    ("written", "means"),
    [("ja", True), ("JA", True), ("x", True), ("Person", True), ("nej", False), ("sted", False)],
)
def test_answers_hold_from_then_on(tmp_path, written, means):
    record_questions(tmp_path, [Question("Storm", {"a-01": 1})], ["a-01"])
    _answer(tmp_path, "Storm", written)
    record_questions(tmp_path, [], ["a-01"])
    record_questions(tmp_path, [Question("Storm", {"a-02": 4})], ["a-02"])
    (question,) = read_questions(tmp_path)
    assert question.answer is means
    assert question.counts == {"a-01": 1, "a-02": 4}


def test_an_odd_answer_is_named_with_its_row(tmp_path):
    record_questions(tmp_path, [Question("Liv", {"a-01": 1}), Question("Storm", {"a-01": 1})], ["a-01"])
    _answer(tmp_path, "Storm", "måske")
    with pytest.raises(InputError) as raised:
        read_questions(tmp_path)
    (problem,) = raised.value.problems
    assert (problem.row, problem.column) == (3, "answer")
    assert "Storm" not in str(problem)


def test_a_sheet_without_its_columns_is_refused(tmp_path):
    (tmp_path / NAMES).write_text("ord;svar\nBo;ja\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column form, answer"):
        read_questions(tmp_path)


def test_an_open_form_that_stands_nowhere_any_more_stays_with_no_place():
    known = [
        Question("Storm", {"a-01": 2}, ("a-01: »Storm«",)),
        Question("Liv", {"a-02": 1}, ("a-02: »Liv«",)),
    ]
    assert merged(known, [], ["a-01"]) == [known[1], Question("Storm", {}, ())]


def test_nothing_doubtful_makes_no_sheet_and_a_sheet_is_the_owners(tmp_path):
    record_questions(tmp_path / "private", [], ["a-01"])
    assert not (tmp_path / "private" / NAMES).exists()
    write_questions(tmp_path, [Question("=1+1", {"a-01": 1})])
    assert "'=1+1" in (tmp_path / NAMES).read_text(encoding="utf-8-sig")
    assert not (tmp_path / NAMES).stat().st_mode & 0o077


def test_the_context_shows_the_words_around():
    text = "ord " * 30 + "Storm kom" + " ord" * 30
    shown = context(text, 120, 125)
    assert "»Storm« kom" in shown
    assert len(shown) < 100
