"""A codebook of three codes, small enough to learn in no time, and an engine that has learnt it."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from interview_coding.codebook import Code, Codebook, NearMiss, PracticeTurn, Theme
from interview_coding.engines import Passage, Suggester, gather
from interview_coding.engines.material import Material
from interview_coding.language import load

EXEMPLARS = {
    "tema.cykel": [
        "Jeg cykler til mødet på min gamle cykel, også når det regner.",
        "Cyklen står i gården, og jeg pumper dækkene hver søndag.",
        "Vi kørte en tur på cykel ud til havet med madpakker.",
        "Han har lært at cykle, og nu cykler han på arbejde hver dag.",
    ],
    "tema.kage": [
        "Så bager jeg en kage til mødet, og den bliver altid spist.",
        "Hun havde bagt boller og lagkage med jordbær til os alle.",
        "Kagen stod på bordet, før vi var kommet inden for døren.",
        "Vi deler opskrifter og bager sammen om onsdagen i køkkenet.",
    ],
    "tema.fisk": [
        "Vi fisker fra molen om morgenen, når torsken er inde.",
        "Fisken bliver renset på kajen, og vi griller den bagefter.",
        "Min far lærte mig at sætte garn og fiske efter rødspætter.",
        "Der er ikke mange fisk tilbage i fjorden, siger de gamle.",
    ],
}


@pytest.fixture(scope="session")
def tiny() -> Codebook:
    """A codebook of three codes."""
    codes = tuple(
        Code(
            id=id,
            label=id.partition(".")[2].capitalize(),
            definition=f"Nogen taler om {id.partition('.')[2]}.",
            sources=("2.1",),
            question="indsatser",
            level="borger",
            valence="neutral",
            dialogue=("Hvad så?",),
            exemplars=tuple(exemplars),
            indicators=("bage .. kage",) if id == "tema.kage" else (),
            near_misses=(NearMiss("Det var en kage af en cykel, den gamle rusten.", "tema.cykel"),)
            if id == "tema.kage"
            else (),
        )
        for id, exemplars in EXEMPLARS.items()
    )
    theme = Theme("tema", "Tema", ("2",), "indsatser", "borger", "neutral", codes)
    talk = ("Goddag, og tak for sidst, var det ikke her?", "Ja, det ved jeg ikke, det må du selv om.")
    practice = tuple(
        PracticeTurn(f"p{number}", question, answer, tuple(codes))
        for number in range(1, 5)
        for question, answer, codes in (
            ("Hvordan kommer du rundt?", f"Jeg tager cyklen {number} gange om ugen.", ["tema.cykel"]),
            ("Hvad får I?", f"Boller og {number} lagkager, og så fisk.", ["tema.kage", "tema.fisk"]),
            ("Er der fisk?", f"Ja, {number} torsk i går.", ["tema.fisk"]),
            ("Hvem er du?", f"Det er et godt spørgsmål, jeg er {number} år.", []),
        )
    )
    return Codebook("1.0.0", "x" * 64, (theme,), no_code=talk, practice=practice)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The Danish pipeline, without names."""
    return load("da_interview", names=False)[0]


@pytest.fixture(scope="session")
def material(tiny: Codebook, nlp: Language) -> Material:
    """What there is to learn of the three codes."""
    return gather(tiny, nlp)


@pytest.fixture(scope="session")
def suggester(material: Material) -> Suggester:
    """A suggester that has learnt the three codes."""
    return Suggester.train(material, precision=0.5, card={"codebook": "1.0.0"})


@pytest.fixture(scope="session")
def passages(nlp: Language) -> Callable[..., list[Passage]]:
    """Annotates texts; a pair is a question and its answer."""

    def annotated(*texts: str | tuple[str, str]) -> list[Passage]:
        pairs = [("", text) if isinstance(text, str) else text for text in texts]
        return [Passage(nlp(answer)[:], nlp(question) if question else None) for question, answer in pairs]

    return annotated
