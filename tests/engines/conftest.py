"""A codebook of three codes, small enough to learn in no time, and an engine that has learnt it."""

import pytest
from spacy.language import Language

from interview_coding.codebook import Code, Codebook, NearMiss, Theme
from interview_coding.engines.codebook import CodebookEngine
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
    return Codebook("1.0.0", "x" * 64, (theme,), no_code=talk)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The Danish pipeline, without names."""
    return load("da_interview", names=False)[0]


@pytest.fixture(scope="session")
def engine(tiny: Codebook, nlp: Language) -> CodebookEngine:
    """An engine that has learnt the three codes."""
    return CodebookEngine.train(tiny, nlp)
