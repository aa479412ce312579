import pytest

from interview_coding.errors import InputError
from interview_coding.pseudonyms.known import Actor, KnownPerson, read_actors, read_known, read_persons


def test_a_project_without_lists_knows_nothing(tmp_path):
    known = read_known(tmp_path, tmp_path / "private")
    assert (known.persons, known.actors, known.answers) == ((), (), {})


def test_persons_have_spellings_and_a_role(tmp_path):
    text = '\ufeffname;role\n"Ditte Prøvesen; Ditten";formand\nOluf Opdigt;\n'
    (tmp_path / "persons.csv").write_text(text, encoding="utf-8")
    assert read_persons(tmp_path) == (
        KnownPerson(("Ditte Prøvesen", "Ditten"), "formand"),
        KnownPerson(("Oluf Opdigt",)),
    )


def test_actors_have_a_label_and_a_sector(tmp_path):
    (tmp_path / "actors.csv").write_text(
        "name,label,sector\nÅdal Beton,virksomhed,privat\n", encoding="utf-8"
    )
    assert read_actors(tmp_path) == (Actor(("Ådal Beton",), "virksomhed", "privat"),)


def test_the_faults_of_all_lists_are_told_together_and_without_names(tmp_path):
    private = tmp_path / "private"
    private.mkdir()
    (private / "persons.csv").write_text("name;role\nDitte Prøvesen; Ditten;formand\n", encoding="utf-8")
    (private / "names.csv").write_text("form;answer\nStorm;måske\n", encoding="utf-8")
    (tmp_path / "actors.csv").write_text("navn\nÅdal Beton\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_known(tmp_path, private)
    assert [(problem.row, problem.column) for problem in raised.value.problems] == [
        (2, None),
        (1, None),
        (2, "answer"),
    ]
    assert not [word for word in ("Ditte", "Storm", "Beton") if word in str(raised.value)]


def test_a_role_that_names_somebody_is_refused(tmp_path):
    file = tmp_path / "persons.csv"
    file.write_text("name,role\nBodil,datter\nYusuf,Bodils mand\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_persons(tmp_path)
    assert "Bodil" not in str(raised.value)
    file.write_text("name,role\nBodil Bager; Bobs,bager\n", encoding="utf-8")
    assert read_persons(tmp_path) == (KnownPerson(("Bodil Bager", "Bobs"), "bager"),)
