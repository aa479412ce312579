from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coding.codebook import Code, NearMiss, NotUse, Theme, read_codebook
from interview_coding.codebook.reading import NO_CODE
from interview_coding.codebook.writing import rewrite, theme_yaml, write_no_code, write_themes
from interview_coding.errors import InputError

TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="æøåÆØÅ\n"),
    min_size=1,
    max_size=120,
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip
LONG = TEXT.map(lambda text: f"{text} og så lidt mere, der gør den lang nok til alt")
IDS = st.from_regex(r"tema\.[a-z][a-z0-9_]{0,8}", fullmatch=True)


@st.composite
def codes(draw):
    return Code(
        id=draw(IDS),
        label=draw(TEXT)[:80].strip(),
        definition=draw(LONG),
        sources=tuple(draw(st.lists(TEXT, min_size=1, max_size=3))),
        question=draw(st.sampled_from(["indsatser", "samarbejdsmodeller"])),
        level="borger",
        valence=draw(st.sampled_from(["neutral", "fremmer"])),
        dialogue=tuple(draw(st.lists(LONG, min_size=1, max_size=2))),
        exemplars=tuple(draw(st.lists(LONG, min_size=3, max_size=5, unique=True))),
        short=draw(st.one_of(st.just(""), TEXT.map(lambda text: text[:60].strip()))),
        use=draw(st.one_of(st.just(""), LONG)),
        not_use=tuple(
            NotUse(when, instead)
            for when, instead in draw(st.lists(st.tuples(LONG, st.none() | IDS), max_size=2))
        ),
        synonyms=tuple(draw(st.lists(TEXT.filter(lambda t: len(t) > 1), max_size=3, unique=True))),
        indicators=tuple(draw(st.lists(st.sampled_from(["tid", "ikke .. tid", "*penge*"]), unique=True))),
        near_misses=tuple(
            NearMiss(text, instead)
            for text, instead in draw(st.lists(st.tuples(LONG, st.none() | IDS), max_size=2))
        ),
    )


THEMES = st.lists(codes(), min_size=1, max_size=3, unique_by=lambda code: code.id).map(
    lambda found: Theme("tema", "Tema: et", ("2",), "indsatser", "borger", "neutral", tuple(found))
)


@given(THEMES, st.lists(LONG, max_size=3, unique=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_written_is_read_back(tmp_path, theme, no_code):
    (tmp_path / "CHANGELOG.md").write_text("## 1.0.0\n", encoding="utf-8")
    write_themes([theme], tmp_path)
    write_no_code(no_code, tmp_path)
    read = read_codebook(tmp_path)
    assert read.themes == (theme,)
    assert read.no_code == tuple(no_code)


def test_writing_what_was_read_changes_no_byte_of_the_shipped_codebook(codebook):
    from pathlib import Path

    folder = Path(__file__).parents[2] / "codebook"
    for theme in codebook.themes:
        assert theme_yaml(theme) == (folder / f"{theme.id}.yaml").read_text(encoding="utf-8"), theme.id


def test_only_files_that_changed_are_written(small):
    book = read_codebook(small)
    before = {path: path.stat().st_mtime_ns for path in small.glob("*.yaml")}
    (small / "tur.yaml").write_text(theme_yaml(book.themes[1]), encoding="utf-8")
    (small / "mad.yaml").write_text(theme_yaml(book.themes[0]), encoding="utf-8")
    before = {path.name: path.stat().st_ino for path in small.glob("*.yaml")}
    themes = (replace(book.themes[0], label="Maden"), book.themes[1])
    rewrite(small, replace(book, themes=themes))
    after = {path.name: path.stat().st_ino for path in small.glob("*.yaml")}
    assert {name for name in before if before[name] != after[name]} == {"mad.yaml", NO_CODE}
    assert read_codebook(small).themes == themes


def test_a_theme_without_codes_goes(small):
    book = read_codebook(small)
    rewrite(small, replace(book, themes=book.themes[:1], no_code=()))
    assert not (small / "tur.yaml").exists()
    assert read_codebook(small).themes == book.themes[:1]
    assert read_codebook(small).no_code == ()


def test_a_codebook_that_extends_another_keeps_what_differs(small, tmp_path):
    own = tmp_path / "egen"
    own.mkdir()
    (own / "CHANGELOG.md").write_text("## 0.1.0\n", encoding="utf-8")
    (own / "codebook.yaml").write_text("extends: ../kodebog\nleave_out: [tur.cykel]\n", encoding="utf-8")
    book = read_codebook(own)
    assert list(book.codes) == ["mad.kage", "mad.fisk"]
    food = book.themes[0]
    changed = replace(food, codes=(replace(food.codes[0], label="Kager"), food.codes[1]))
    rewrite(own, replace(book, themes=(changed,), no_code=(*book.no_code, "Noget om vejret i dag")))
    assert sorted(path.name for path in own.glob("*.yaml")) == ["codebook.yaml", "mad.yaml", "no-code.yaml"]
    assert "mad.fisk" not in (own / "mad.yaml").read_text(encoding="utf-8")
    assert read_codebook(own).themes == (changed,)
    assert read_codebook(own).no_code[-1] == "Noget om vejret i dag"
    with pytest.raises(InputError, match=r"mad\.fisk stand in the codebook that this one extends\."):
        rewrite(own, replace(book, themes=(replace(food, codes=food.codes[:1]),)))
