"""The leak check: whether anything that the key holds stands in a file of the results.

A form of the key is looked for in any case, in the genitive or not, with spaces, hyphens and underscores lost
or put in, composed or decomposed, with and without æ, ø, å and accents, with escapes of HTML, URLs and JSON,
also in the names of files; of persons also each name by itself, and initials; numbers with any separators
between their digits, from six digits on. So that the check is believed, it looks more narrowly for what may
mean something else:

- An organisation or place needs its capitals; a single word must not open a sentence either. A surname that
  does not look like one by its letters ("Lampe") needs its capital.
- A single word that is an ordinary word too, as it is spelt in the key or in the file ("André", "andre"), or
  a place, an evaluator's name or a word of the program, or has fewer than three letters, is looked for with
  its capital only, not where a sentence opens, and only in the rows and files of the interviews in whose key
  it stands. Of several such words in a row ("Bo Skov") each needs its capital.
- Initials without stops are looked for in capitals and in these rows only, and not where they are a common
  abbreviation.
- A word that the project has answered names nobody is not looked for by itself.
- What stands in the codebook's own texts, together with the words around it, is invented and no leak; nor are
  labels, and titles of partnerships and ids of interviews where they stand whole.

A leak is told by file and place. The name is not told, be it part of the file's name or of the place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from interview_coding.pseudonyms.mentions import KeyRow
from interview_coding.pseudonyms.needles import Hit, Needles
from interview_coding.pseudonyms.spellings import WORD, folded, prepared
from interview_coding.pseudonyms.unpacking import Text, texts

_PASSAGE = 5
_CUTTINGS = "letters features"
"""The array in an engine's file that holds cuttings from words, some of which look like names."""
_SKIPPED = ".snakemake"
_DRAFT = ".part"


@dataclass(frozen=True)
class Leak:
    """A place in the results where something from the key stands.

    Parameters
    ----------
    file
        Relative to the folder of results; where its own name leaks, told by number.
    place
        In the file, such as ``row 12, column text``, or `OWN_NAME`.
    kind
        One of `mentions.KINDS`.
    interview_id
        In whose key it is: the row's own interview if it is in that one's, else the first.
    """

    file: str
    place: str
    kind: str
    interview_id: str


OWN_NAME = "its own name"


@dataclass(frozen=True)
class Search:
    """What was searched, and what was found.

    Parameters
    ----------
    leaks
        In the order of files and of places in them.
    files, texts
        How many files and pieces of text were searched.
    identifiers
        How many forms were looked for, by kind.
    notes
        What could not be unpacked, by file and place.
    """

    leaks: tuple[Leak, ...]
    files: int
    texts: int
    identifiers: Mapping[str, int]
    notes: tuple[str, ...]


def search(
    folder: Path,
    key_rows: Iterable[KeyRow],
    *,
    own_texts: Iterable[str] = (),
    own_files: Collection[str] = (),
    learnt_files: Collection[str] = (),
    titles: Iterable[str] = (),
    evaluators: Iterable[str] = (),
    kept: Iterable[str] = (),
    leave_out: Collection[Path] = (),
) -> Search:
    """Look for everything that the key holds in every file of a folder.

    Parameters
    ----------
    folder
        The results.
    key_rows
        The key of all interviews.
    own_texts
        The codebook's texts.
    own_files
        Files that hold nothing but `own_texts`, relative to the folder; they are not searched.
    learnt_files
        Files that hold words of `own_texts` one by one, likewise: there a word of theirs is no leak.
    titles
        Names of partnerships and ids of interviews.
    evaluators
        Names of coders and of the documents' author.
    kept
        Word forms that the project has answered name nobody.
    leave_out
        Files that are not searched, such as the one that the check writes.
    """
    needles = Needles(key_rows, titles=titles, evaluators=evaluators, kept=kept)
    own = _OwnTexts(own_texts)
    left_out = {path.resolve() for path in leave_out}
    leaks: dict[Leak, None] = {}
    notes: list[str] = []
    files = pieces = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if _SKIPPED in name.parts or path.name.endswith(_DRAFT) or path.resolve() in left_out:
            continue
        shown = _shown(path, folder, needles)
        owner = path.stem if path.stem in needles.interviews else ""
        said: list[str] = []
        within: Iterable[Text] = ()
        if path.is_file() and name.as_posix() not in own_files:
            files += 1
            within = texts(path, said)
        for text in chain([Text(OWN_NAME, path.name)], within):
            pieces += 1
            if _CUTTINGS in text.place:
                continue
            is_name = text.place == OWN_NAME or "name of member" in text.place
            found = needles.find(text.text, text.interview_id or owner, is_name=is_name, loose=text.loose)
            for hit in found:
                if not own.cover(hit, alone=name.as_posix() in learnt_files):
                    ids = hit.needle.interviews
                    whose = text.interview_id if text.interview_id in ids else min(ids)
                    leaks[Leak(shown, needles.untold(text.place), hit.needle.kind, whose)] = None
        notes.extend(f"{shown}: {needles.untold(note)}." for note in said)
    return Search(tuple(leaks), files, pieces, needles.identifiers, tuple(notes))


def _shown(path: Path, folder: Path, needles: Needles) -> str:
    """Return a path relative to a folder, parts whose name leaks told by their place among their siblings."""
    parts = []
    for step in [path, *path.parents]:
        if step == folder:
            break
        if needles.hides(step.name):
            siblings = sorted(p for p in step.parent.iterdir() if p.is_dir() == step.is_dir())
            parts.append(f"({'folder' if step.is_dir() else 'file'} {siblings.index(step) + 1})")
        else:
            parts.append(step.name)
    return "/".join(reversed(parts))


class _OwnTexts:
    """The texts of the codebook, whose names are invented."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _passages(self) -> str:
        parts = (" ".join(folded(word) for word in WORD.findall(prepared(text))) for text in self._texts)
        return f" {' | '.join(parts)} "

    def cover(self, hit: Hit, *, alone: bool) -> bool:
        """Tell whether a hit stands in a passage of these texts; `alone`: whether its words stand in them."""
        if alone:
            return f" {' '.join(hit.needle.words)} " in self._passages
        starts = range(max(hit.last - _PASSAGE, 0), hit.first + 1)
        passages = (hit.around[start : start + _PASSAGE] for start in starts)
        return any(f" {' '.join(p)} " in self._passages for p in passages if len(p) == _PASSAGE)
