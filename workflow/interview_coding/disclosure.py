"""What may be said of people of whom there are few: descriptions of speakers, and counts by group.

An informant is a person who was interviewed. One interview is one informant, unless the sheet's further
column ``informant`` tells who it was: interviews of a partnership with the same cell are one informant's.
Everywhere `k` is the fewest informants that something may be said of.

Speakers are described so that of each description at least k informants are described, also of the one that
says nothing: whoever is left over when the others have been described could be told by that (k-anonymity;
Samarati & Sweeney 1998; Sweeney 2002, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10(5)).

In tables, cells under k are withheld, and so many others that none follows from the totals (secondary
suppression; Hundepool et al. 2012, Statistical Disclosure Control, ch. 4; at least 3 units is also what
Statistics Denmark asks for).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from interview_coding.sheet import Interview

TOTAL = "total"
"""The column of a table that holds each group's sum over the other columns."""

_INFORMANT = "informant"
_HALF = 0.5

_Cell = tuple[int, int]
_Arcs = Mapping[int, Sequence[tuple[int, _Cell]]]


@dataclass(frozen=True, order=True)
class Description:
    """What is said of a speaker; what must not or cannot be said is empty.

    Parameters
    ----------
    role
        As in the sheet.
    sector
        As in the sheet, where the role is not said.
    wave
        The wave of the interview, 0 if it is not said.
    """

    role: str = ""
    sector: str = ""
    wave: int = 0

    @property
    def telling(self) -> int:
        """How much it tells: a role more than a sector, a sector more than a wave, each more with a wave."""
        return 4 * bool(self.role) + 3 * bool(self.sector) + 2 * bool(self.wave)


def informant(interview: Interview) -> tuple[str, str, str]:
    """Return who was interviewed, as a key that tells people apart across partnerships."""
    who = interview.attributes.get(_INFORMANT, "").casefold()
    return interview.partnership, who, "" if who else interview.interview_id


def informants(interviews: Iterable[Interview]) -> int:
    """Return the number of people who were interviewed."""
    return len({informant(interview) for interview in interviews})


def descriptions(interviews: Iterable[Interview], k: int) -> dict[str, Description]:
    """Return what may be said of each interview's speaker.

    Starting from all that is known, the description of the fewest informants is joined with the one that
    loses least by it, until each is of k informants of the partnership or more.

    Parameters
    ----------
    interviews
        Of one partnership or several.
    k
        The fewest informants of a partnership that a description may be of.

    Returns
    -------
    dict of str to Description
        By interview id, in the order given. Interviews of a partnership of fewer than k informants are left
        out: naming the partnership says too much already.
    """
    of_partnership: dict[str, list[Interview]] = {}
    for interview in interviews:
        of_partnership.setdefault(interview.partnership, []).append(interview)
    said: dict[str, Description] = {}
    for members in of_partnership.values():
        if informants(members) >= k:
            said |= _described(members, k)
    return said


def _described(members: Sequence[Interview], k: int) -> dict[str, Description]:
    classes: dict[Description, list[Interview]] = {}
    for interview in members:
        classes.setdefault(_shared([interview]), []).append(interview)

    def loss(first: Description, second: Description) -> int:
        shared = _shared([*classes[first], *classes[second]])
        return sum(len(classes[one]) * (one.telling - shared.telling) for one in (first, second))

    while small := [one for one, of in classes.items() if informants(of) < k]:
        first = min(small, key=lambda one: (informants(classes[one]), one))
        others = (one for one in classes if one != first)
        second = min(others, key=lambda one: (loss(first, one), informants(classes[one]), one))
        joined = [*classes.pop(first), *classes.pop(second)]
        classes.setdefault(_shared(joined), []).extend(joined)
    told = {interview.interview_id: said for said, of in classes.items() for interview in of}
    return {interview.interview_id: told[interview.interview_id] for interview in members}


def _shared(members: Sequence[Interview]) -> Description:
    """Return what can be said of all of these speakers alike."""
    roles, sectors, waves = ({getattr(m, fact) for m in members} for fact in ("role", "sector", "wave"))
    role = roles.pop() if len(roles) == 1 else ""
    sector = sectors.pop() if len(sectors) == 1 and not role else ""
    return Description(role, sector, waves.pop() if len(waves) == 1 else 0)


def held_by_enough(rows: pd.DataFrame, by: Sequence[str], k: int) -> pd.DataFrame:
    """Return the rows of those groups that k informants or more stand behind.

    Parameters
    ----------
    rows
        With a column ``informant``.
    by
        The columns whose values make a group.
    k
        The fewest informants.
    """
    if rows.empty:
        return rows
    return rows[rows.groupby(list(by))[_INFORMANT].transform("nunique") >= k]


def breakdown(records: pd.DataFrame, group: str, column: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count records by group of people and by something else.

    Parameters
    ----------
    records
        One row for each thing that counts, such as an interview or a coding, with a column ``informant``.
    group
        The column that says which group the informant belongs to, such as sector.
    column
        The column that says what is counted, such as wave or theme.

    Returns
    -------
    values
        Numbers of records, groups by what is counted, and each group's `TOTAL`; sorted both ways.
    people
        Numbers of informants in the same cells.
    """
    by = records.groupby([group, column])[_INFORMANT]
    each = records.groupby(group)[_INFORMANT]
    values = by.size().unstack(fill_value=0)
    people = by.nunique().unstack(fill_value=0)
    return values.assign(**{TOTAL: each.size()}), people.assign(**{TOTAL: each.nunique()})


def withhold(
    values: pd.DataFrame, people: pd.DataFrame, k: int, known: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Withhold what must not be read from a table of counts by group of people.

    Cells in which fewer than k informants count are withheld. With each of them go the cells that cost least
    (by the sum of what they hold, then by their number) on a round trip through rows and columns, along which
    the table can be changed by one while all that is shown stays true: so every withheld cell could hold
    another number. This is the shortest-path form of complementary suppression (Cox 1995, Network models for
    complementary cell suppression, J. Am. Stat. Assoc. 90, 1453-1462).

    Zeros are shown: nobody is in them, and a silent group should be seen. But a zero can be withheld for the
    sake of another cell, so that readers do not know of a withheld cell that it is more than zero. The sum of
    a column is no breakdown and taken to be known, and so is that each group is there at all; a group's own
    sum is a cell like the others.

    Parameters
    ----------
    values
        Whole numbers with no upper limit that readers know, groups by what is counted. A column `TOTAL`, if
        there, holds each group's sum; without it the sums are not shown.
    people
        Numbers of informants in the same cells.
    k
        The fewest informants that a cell may be of.
    known
        What readers know from elsewhere to be in each cell at least, such as from what is said of the
        speakers of quotes; without it nothing.

    Returns
    -------
    pandas.DataFrame
        The values as Int64, `NA` where withheld. A table of one group breaks nothing down and is shown whole.
        Where a small cell could be worked out even so, all is withheld, and to name the groups says too much
        already: then `reveals` returns cells.
    """
    shown = values.astype("Int64")
    full = values if TOTAL in values else values.assign(**{TOTAL: values.sum(axis=1)})
    full = full[[*full.columns.drop(TOTAL), TOTAL]]
    present = full[TOTAL] > 0
    if present.sum() < 2:
        return shown
    numbers = full.to_numpy(dtype=int)
    fewer = (people.reindex(columns=full.columns, fill_value=k) < k).to_numpy()
    small = [(int(row), int(column)) for row, column in np.argwhere((numbers > 0) & fewer)]
    last = numbers.shape[1] - 1
    hidden = {*small, *(() if TOTAL in values else ((row, last) for row in range(len(numbers))))}
    arcs = _arcs(numbers, _floors(full, known).to_numpy())
    for cell in small:
        partners = _partners(arcs, numbers, hidden, cell)
        if partners is None:
            shown.loc[present] = pd.NA
            return shown
        hidden |= partners
    for row, column in hidden:
        if full.columns[column] in shown:
            shown.loc[full.index[row], full.columns[column]] = pd.NA
    return shown


def _floors(table: pd.DataFrame, known: pd.DataFrame | None) -> pd.DataFrame:
    """Return the numbers that readers know each cell to hold at least: of a group's sum, no less than one."""
    floors = pd.DataFrame(0, table.index, table.columns)
    if known is not None:
        floors = known.reindex_like(floors).fillna(0).astype(int)
    return floors.assign(**{TOTAL: floors[TOTAL].clip(lower=1)}) if TOTAL in floors else floors


def _arcs(numbers: np.ndarray, floors: np.ndarray) -> dict[int, list[tuple[int, _Cell]]]:
    """Return how one can be moved about in a table without changing the sums of rows and columns.

    Rows and columns are nodes. A cell that grows by one is an arc from its row to its column, and one that
    shrinks an arc back; for the last column, the rows' sums, it is the other way round. Every round trip is a
    change that all sums survive.
    """
    rows, last = numbers.shape[0], numbers.shape[1] - 1
    arcs: dict[int, list[tuple[int, _Cell]]] = {}
    for row, column in np.argwhere(numbers[:, [last]].astype(bool) & numbers.any(axis=0)).tolist():
        grows = (row, rows + column) if column < last else (rows + column, row)
        arcs.setdefault(grows[0], []).append((grows[1], (row, column)))
        if numbers[row, column] > floors[row, column]:
            arcs.setdefault(grows[1], []).append((grows[0], (row, column)))
    return arcs


def _partners(arcs: _Arcs, numbers: np.ndarray, hidden: set[_Cell], cell: _Cell) -> set[_Cell] | None:
    """Return the cells on the cheapest round trip over a cell, or None if there is no round trip."""
    trips = []
    for start, steps in arcs.items():
        for end, over in steps:
            if over == cell and (way := _way(arcs, numbers, hidden, (end, start), cell)):
                trips.append(way)
    return set(min(trips)[1]) if trips else None


def _way(
    arcs: _Arcs, numbers: np.ndarray, hidden: set[_Cell], ends: tuple[int, int], without: _Cell
) -> tuple[int, tuple[_Cell, ...]] | None:
    """Return cost and cells of the cheapest way between two nodes (Dijkstra 1959), or None."""
    start, end = ends
    waiting: list[tuple[int, tuple[_Cell, ...], int]] = [(0, (), start)]
    reached: set[int] = set()
    while waiting:
        cost, cells, node = heapq.heappop(waiting)
        if node == end:
            return cost, cells
        if node in reached:
            continue
        reached.add(node)
        for other, cell in arcs.get(node, ()):
            if cell != without:
                further = 0 if cell in hidden else int(numbers[cell]) * numbers.size + 1
                heapq.heappush(waiting, (cost + further, (*cells, cell), other))
    return None


def reveals(
    shown: pd.DataFrame, sums: Mapping[object, int], known: pd.DataFrame | None = None
) -> list[tuple[object, object]]:
    """Return the withheld cells of a table that readers can work out.

    The least and the greatest number that a cell can hold are found by linear programming; as the table is a
    network, these are whole numbers.

    Parameters
    ----------
    shown
        What `withhold` returned.
    sums
        The sum of each column but `TOTAL` over the groups.
    known
        As `withhold` takes it.

    Returns
    -------
    list of (group, column)
        Cells that can hold one number only.
    """
    from scipy.optimize import linprog

    cells = [(row, column) for row in shown.index for column in shown if pd.isna(shown.at[row, column])]
    if not cells:
        return []
    given = shown.fillna(0)
    floors = _floors(shown, known)
    counted = shown.columns.drop(TOTAL, errors="ignore")
    equations, right = [], []
    at_least, least = [], []
    for column in counted:
        equations.append([float(c == column) for _, c in cells])
        right.append(sums[column] - int(given[column].sum()))
    for row in shown.index[shown.isna().any(axis=1)]:
        in_row = [float(r == row and c != TOTAL) for r, c in cells]
        inside = int(given.loc[row, counted].sum())
        if TOTAL in shown:
            totals = [float(r == row and c == TOTAL) for r, c in cells]
            equations.append([a - b for a, b in zip(in_row, totals, strict=True)])
            right.append(int(given.at[row, TOTAL]) - inside)
        else:
            at_least.append([-a for a in in_row])
            least.append(inside - 1)
    bounds = [(float(floors.at[cell]), None) for cell in cells]
    lowest = np.full(len(cells), np.inf)
    highest = -lowest
    for place in range(len(cells)):
        for sign in (1.0, -1.0):
            if highest[place] - lowest[place] < _HALF:
                goal = np.zeros(len(cells))
                goal[place] = sign
                found = linprog(goal, at_least or None, least or None, equations, right, bounds)
                lowest, highest = np.minimum(lowest, found.x), np.maximum(highest, found.x)
    return [cell for cell, low, high in zip(cells, lowest, highest, strict=True) if high - low < _HALF]
