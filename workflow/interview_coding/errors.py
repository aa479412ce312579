"""What is wrong with the user's input, said so that the user can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault in an input file.

    Parameters
    ----------
    file
        The file as the user knows it.
    what
        What is wrong, as a sentence.
    remedy
        What the user can do about it, as a sentence.
    row
        Line of the file, counted from 1 (in a sheet the header is row 1).
    column
        Column of a sheet, or key of a YAML file.
    """

    file: str
    what: str
    remedy: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: {self.what} {self.remedy}"


class InputError(Exception):
    """Input that cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.report())

    def report(self) -> str:
        """Return all problems as numbered lines."""
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''} in the input:"
        return "\n".join([head, *(f"  {n}. {p}" for n, p in enumerate(self.problems, 1))])
