import struct

import pytest

from interview_coding.synthesis import figures

ODD = ["a & <b>", "10 $ og 20 $", "x_1^2 \\alpha", "smil 😀 🧑‍🤝‍🧑 שלום 漢字", "n" * 80, "et langt navn " * 6]


def size(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def bars(labels=("a", "b")):
    return figures.stacked_bars(labels, [(3, 1, 200)] * len(labels), "kodninger")


def change(labels=("a", "b")):
    return figures.change(labels, [1.0] * len(labels), [2.5] * len(labels), ("bølge 1", "bølge 2"), "pr.")


def matrix(labels=("a", "b")):
    return figures.matrix(labels, labels, [[0.5] * len(labels)] * len(labels))


@pytest.mark.parametrize("draw", [bars, change, matrix])
def test_the_same_numbers_give_the_same_bytes(draw):
    assert draw() == draw()


@pytest.mark.parametrize("draw", [bars, change, matrix])
def test_odd_names_are_drawn_as_they_are_without_a_warning(draw):
    assert size(draw(ODD))[0] == 1320


@pytest.mark.parametrize("draw", [bars, change, matrix])
def test_more_labels_make_a_higher_figure(draw):
    few, many = size(draw("abc")), size(draw("abcdefghijkl"))
    assert many[0] == few[0]
    assert many[1] > few[1] + 9 * 60


def test_a_dollar_is_no_formula():
    assert matrix(["x $a$", "y"]) != matrix(["x a", "y"])


def test_nothing_found_is_drawn_too():
    assert size(figures.change(["a"], [0.0], [0.0], ("bølge 1", "bølge 2"), "pr."))[0] == 1320
    assert size(figures.matrix(["a"], ["b", "c"], [[0.0, 0.0]]))[0] == 1320


def test_only_the_series_that_occur_change_the_drawing():
    assert figures.stacked_bars(["a"], [(1, 0, 0)], "x") != figures.stacked_bars(["a"], [(0, 1, 0)], "x")


def test_no_picture_tells_when_or_with_what_it_was_drawn():
    assert b"Software" not in bars()
    assert b"tIME" not in bars()
