"""What a section is given: the document to write into, its material, and where figures go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from interview_coding.decisions import CONFIRMED, DISPUTED, SUGGESTED
from interview_coding.files import write_bytes
from interview_coding.synthesis.document import Document
from interview_coding.synthesis.material import Material

STATUS_WORDS = {CONFIRMED: "bekræftet", DISPUTED: "omstridt", SUGGESTED: "foreslået"}
"""A coding's status as a Danish adjective."""


@dataclass(frozen=True)
class Page:
    """A document under way."""

    document: Document
    material: Material
    figures: Path

    def figure(self, name: str, png: bytes, caption: str, alternative: str) -> None:
        """Set a figure into the document and keep it as a file called `name`."""
        write_bytes(self.figures / f"{name}.png", png)
        self.document.figure(png, caption, alternative)

    @property
    def found(self) -> str:
        """How the document's findings stand: bekræftet, or foreslået before any review."""
        return STATUS_WORDS[self.material.basis]

    @property
    def enough(self) -> str:
        """What is said with a code that was found, where codes of few people are not told: in how many."""
        return f" hos mindst {self.material.min_informants} interviewede" if self.material.strict else ""

    @property
    def only_enough(self) -> str:
        """What is said with a figure, where codes of few people are not counted."""
        return f". Kun koder{self.enough}" if self.material.strict else ""
