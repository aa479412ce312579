"""The sections of a document, in the order in which it gives them.

To add a section, write a module with a function that takes a `Page` and list it here.
"""

from __future__ import annotations

from collections.abc import Callable

from interview_coding.synthesis.sections import (
    basis,
    change,
    comparison,
    dialogue,
    findings,
    method,
    overview,
)
from interview_coding.synthesis.sections.page import Page

SECTIONS: tuple[Callable[[Page], None], ...] = (
    basis.write,
    overview.write,
    comparison.write,
    findings.write,
    change.write,
    dialogue.write,
    method.write,
)
"""What every document consists of; a section that has nothing to say writes nothing."""
