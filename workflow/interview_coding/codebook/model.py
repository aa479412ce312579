"""What a codebook is: themes, codes, talk that carries no code, and how it has changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

QUESTIONS = {
    "samarbejdsmodeller": "Samarbejdsmodeller",
    "indsatser": "Indsatser",
    "oplevede_virkninger": "Oplevede virkninger",
}
"""The evaluation's three main questions (review, chapter 1): id -> Danish name."""

LEVELS = {"organisation": "Organisation", "indsats": "Indsats", "borger": "Borger"}
"""The levels at which a code is at work (review, section 6.1.1): id -> Danish name."""

VALENCES = {
    "kerneelement": "Kerneelement",
    "udfordring": "Udfordring",
    "fremmer": "Fremmer",
    "haemmer": "Hæmmer",
    "neutral": "Neutral",
    "virkning": "Virkning",
}
"""What it means for a partnership that a code is found: id -> Danish name."""

INHERITED = ("question", "level", "valence")
"""The keys that a code takes from its theme where it has none of its own."""


@dataclass(frozen=True)
class NotUse:
    """When not to use a code, to be read after "Brug den ikke, når", and which to use instead, if any."""

    when: str
    instead: str | None = None


@dataclass(frozen=True)
class NearMiss:
    """An utterance that sounds like a code but is not, and the code that fits it, if any."""

    text: str
    instead: str | None = None


@dataclass(frozen=True)
class Code:
    """A code; `question`, `level` and `valence` are the theme's unless the code has its own."""

    id: str
    label: str
    definition: str
    sources: tuple[str, ...]
    question: str
    level: str
    valence: str
    dialogue: tuple[str, ...]
    exemplars: tuple[str, ...]
    short: str = ""
    use: str = ""
    not_use: tuple[NotUse, ...] = ()
    synonyms: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

    @property
    def theme(self) -> str:
        """The id of the code's theme."""
        return self.id.partition(".")[0]

    @property
    def brief(self) -> str:
        """The label for where there is little room."""
        return self.short or self.label

    @classmethod
    def of(cls, values: Mapping[str, Any], inherited: Mapping[str, Any] | None = None) -> Code:
        """Return the code that a mapping of its fields describes, as YAML and JSON hold it."""
        return cls(
            id=values["id"],
            label=values["label"],
            definition=values["definition"].strip(),
            sources=tuple(values["sources"]),
            dialogue=_texts(values["dialogue"]),
            exemplars=_texts(values["exemplars"]),
            short=values.get("short", "").strip(),
            use=values.get("use", "").strip(),
            not_use=tuple(NotUse(n["when"].strip(), n.get("instead")) for n in values.get("not_use", ())),
            synonyms=_texts(values.get("synonyms", ())),
            indicators=_texts(values.get("indicators", ())),
            near_misses=tuple(
                NearMiss(n["text"].strip(), n.get("instead")) for n in values.get("near_misses", ())
            ),
            **{key: values.get(key, (inherited or {}).get(key)) for key in INHERITED},
        )


@dataclass(frozen=True)
class Theme:
    """A theme and its codes, in the order of the file."""

    id: str
    label: str
    sources: tuple[str, ...]
    question: str
    level: str
    valence: str
    codes: tuple[Code, ...]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Theme:
        """Return the theme that a mapping of its fields describes, as YAML and JSON hold it."""
        inherited = {key: values[key] for key in INHERITED}
        codes = tuple(Code.of(code, inherited) for code in values["codes"])
        return cls(values["id"], values["label"], tuple(values["sources"]), codes=codes, **inherited)


@dataclass(frozen=True)
class PracticeTurn:
    """A turn of a practice interview: the interview's name, question, answer and the answer's codes."""

    interview: str
    question: str
    answer: str
    codes: tuple[str, ...]


RENAME, MERGE, SPLIT, REDEFINE, RETIRE = "rename", "merge", "split", "redefine", "retire"
CHANGE_KINDS = (RENAME, MERGE, SPLIT, REDEFINE, RETIRE)


@dataclass(frozen=True)
class Change:
    """How codes of one version became those of the next.

    Parameters
    ----------
    version
        The codebook's version that brought the change.
    kind
        `RENAME` (also a move to another theme), `MERGE`, `SPLIT`, `REDEFINE` or `RETIRE`.
    old
        The codes as they were: one, or those that were merged.
    new
        The codes that they became: one, those that one was split into, or none.
    why
        The reason, for the analysts.
    """

    version: str
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class Codebook:
    """All themes, with the version that CHANGELOG.md names and a hash of the content.

    Parameters
    ----------
    version, sha256
        Version and hash.
    themes
        In the order of the files' names.
    title, reference
        The name of the codebook, and the publication that it is drawn from.
    no_code
        Ordinary talk that carries no code.
    changes
        How codes have changed, oldest version first.
    practice
        The turns of the practice interviews.
    """

    version: str
    sha256: str
    themes: tuple[Theme, ...]
    title: str = ""
    reference: str = ""
    no_code: tuple[str, ...] = ()
    changes: tuple[Change, ...] = field(default=())
    practice: tuple[PracticeTurn, ...] = field(default=(), repr=False)

    @property
    def codes(self) -> dict[str, Code]:
        """The codes by id, in the order of the codebook."""
        return {code.id: code for theme in self.themes for code in theme.codes}

    def to_json(self) -> str:
        """Return the codebook as JSON that `from_json` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Codebook:
        """Return the codebook that `to_json` wrote."""
        values = json.loads(text)
        return cls(
            values["version"],
            values["sha256"],
            tuple(map(Theme.of, values["themes"])),
            values["title"],
            values["reference"],
            tuple(values["no_code"]),
            tuple(
                Change(**{**change, "old": tuple(change["old"]), "new": tuple(change["new"])})
                for change in values["changes"]
            ),
            tuple(PracticeTurn(**{**turn, "codes": tuple(turn["codes"])}) for turn in values["practice"]),
        )


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(text.strip() for text in values)
