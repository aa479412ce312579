"""The figures of a document, as PNG with the same bytes for the same numbers.

Colours are told apart in grey and by colour-blind readers, and suggestions are also hatched.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from interview_coding.synthesis.wording import decimal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK = "#1F2A37"
_CONFIRMED = "#1B4F72"
_DISPUTED = "#D9822B"
_SUGGESTED = "#D5DEE5"
_HATCH = "#8FA3B0"
_EARLIER = "#8FA3B0"
_WIDTH_INCHES = 6.6
_DPI = 200
_MOST_UPRIGHT = 4
_LEAST_LABELLED = 0.02

SERIES = (("bekræftet", _CONFIRMED), ("omstridt", _DISPUTED), ("kun foreslået", _SUGGESTED))


def stacked_bars(labels: Sequence[str], values: Sequence[tuple[int, int, int]], unit: str) -> bytes:
    """Draw confirmed, disputed and only suggested codings as bars, one per label.

    Parameters
    ----------
    labels
        What is counted, from top to bottom.
    values
        Per label the numbers of confirmed, disputed and only suggested.
    unit
        What the axis counts.
    """
    figure, axes = _figure(len(labels), 0.42)
    places = range(len(labels))
    lefts = [0] * len(labels)
    longest = max(map(sum, values), default=0)
    for series, (name, color) in enumerate(SERIES):
        widths = [value[series] for value in values]
        hatch: dict[str, Any] = {"hatch": "////", "edgecolor": _HATCH} if color == _SUGGESTED else {}
        axes.barh(places, widths, 0.62, left=lefts, color=color, label=name, linewidth=0, **hatch)
        for place, width, left in zip(places, widths, lefts, strict=True):
            if width > _LEAST_LABELLED * longest:
                dark = color == _CONFIRMED
                axes.annotate(
                    str(width),
                    (left + width / 2, place),
                    ha="center",
                    va="center",
                    fontsize=7.5,
                    color="white" if dark else _INK,
                    bbox=None if dark else {"boxstyle": "round,pad=0.12", "fc": color, "ec": "none"},
                )
        lefts = [left + width for left, width in zip(lefts, widths, strict=True)]
    _label_rows(axes, labels)
    axes.set_xlabel(unit)
    shown = [n for n, _ in enumerate(SERIES) if any(value[n] for value in values)]
    handles, names = axes.get_legend_handles_labels()
    axes.legend(
        [handles[n] for n in shown], [names[n] for n in shown],
        loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, frameon=False, fontsize=8.5,
    )  # fmt: skip
    return _png(figure)


def change(
    labels: Sequence[str],
    earlier: Sequence[float],
    later: Sequence[float],
    names: tuple[str, str],
    unit: str,
) -> bytes:
    """Draw how far each label moved from one wave to the next.

    Parameters
    ----------
    labels
        What is compared, from top to bottom.
    earlier, later
        Per label the value in either wave.
    names
        What the waves are called.
    unit
        What the axis measures.
    """
    figure, axes = _figure(len(labels), 0.38)
    places = range(len(labels))
    for place, first, second in zip(places, earlier, later, strict=True):
        axes.plot([first, second], [place, place], color=_EARLIER, linewidth=1.6, zorder=1)
    axes.scatter(
        earlier,
        places,
        s=46,
        color="white",
        edgecolor=_CONFIRMED,
        linewidth=1.5,
        label=names[0],
        zorder=2,
    )
    axes.scatter(later, places, s=46, color=_CONFIRMED, label=names[1], zorder=3)
    _label_rows(axes, labels)
    axes.set_xlabel(unit)
    axes.set_xlim(left=-0.06 * max([*earlier, *later, 1.0]))
    axes.xaxis.set_major_formatter(lambda value, _: decimal(value))
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, frameon=False, fontsize=8.5)
    return _png(figure)


def matrix(rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]]) -> bytes:
    """Draw numbers as a table whose cells are the darker the larger the number.

    Parameters
    ----------
    rows, columns
        Their names.
    values
        With shape (rows, columns).
    """
    upright = len(columns) <= _MOST_UPRIGHT
    figure, axes = _figure(len(rows), 0.42, head=1.0 if upright else 2.2)
    highest = max((max(row) for row in values), default=0) or 1.0
    axes.imshow(values, cmap="Blues", vmin=0, vmax=highest * 1.15, aspect="auto")
    for y, row in enumerate(values):
        for x, value in enumerate(row):
            color = "white" if value > 0.62 * highest else _INK
            axes.text(x, y, decimal(value), ha="center", va="center", fontsize=8.5, color=color)
    _label_rows(axes, rows)
    axes.set_xticks(
        range(len(columns)),
        [_label(name, 18 if upright else 28, 4 if upright else 3) for name in columns],
        rotation=0 if upright else 90,
        parse_math=False,
    )
    axes.xaxis.tick_top()
    axes.grid(visible=False)
    return _png(figure)


def _figure(rows: int, row_height: float, head: float = 1.0) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(_WIDTH_INCHES, head + row_height * max(rows, 1)), layout="constrained")
    axes = figure.add_subplot()
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_HATCH)
    axes.tick_params(length=0, labelsize=8.5, labelcolor=_INK)
    axes.grid(axis="x", color="#E5EAEE", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.xaxis.label.set(size=8.5, color=_INK)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    return figure, axes


def _label_rows(axes: Axes, labels: Sequence[str]) -> None:
    axes.set_yticks(range(len(labels)), [_label(label, 34, 2) for label in labels], parse_math=False)
    axes.set_ylim(len(labels) - 0.5, -0.5)


def _label(text: str, width: int, most_lines: int) -> str:
    """Return a label in short lines, with a box for every character that the font cannot draw."""
    from matplotlib.font_manager import findfont, get_font

    known = get_font(findfont("DejaVu Sans")).get_charmap()
    drawable = "".join(c if ord(c) in known or c.isspace() else "□" for c in text)
    return textwrap.fill(drawable, width, max_lines=most_lines, placeholder=" …")


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    options: dict[str, Any] = {"metadata": {"Software": None}}
    figure.savefig(buffer, format="png", dpi=_DPI, **options)
    return buffer.getvalue()
