"""Tell what the codebook holds, and how blind coders agreed with it.

    python benchmarks/codebook.py [--codebook codebook]

benchmarks/blind_coding.csv holds a sample of seven exemplars a code (seed 4, version 0.3.0), coded by other
readers from label, definition, use and not_use alone: the code that fits best, and a second where it fits
about as well. Agreement is the share in which the first is the exemplar's own code; in parentheses,
one of the two. What disagreed was written anew afterwards, so the figures are of the texts before.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from interview_coding.codebook import read_codebook

CODED = Path(__file__).parent / "blind_coding.csv"


def main() -> None:
    """Print a table per theme, the whole, and the codes on which coders disagreed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--codebook", type=Path, default=Path("codebook"))
    codebook = read_codebook(parser.parse_args().codebook)
    with CODED.open(encoding="utf-8") as file:
        coded = list(csv.DictReader(file))
    print("| Tema | Koder | Eksempler | Næsten-eksempler | Indikatorer | Enighed |")
    print("|---|---|---|---|---|---|")
    for theme in codebook.themes:
        sizes = [
            len(theme.codes),
            *(sum(len(getattr(c, part)) for c in theme.codes) for part in _PARTS),
        ]
        rows = [row for row in coded if row["code"].partition(".")[0] == theme.id]
        print(f"| {theme.label} | {' | '.join(map(str, sizes))} | {_agreement(rows)} |")
    sizes = [len(codebook.codes), *(sum(len(getattr(c, p)) for c in codebook.codes.values()) for p in _PARTS)]
    print(f"| I alt | {' | '.join(map(str, sizes))} | {_agreement(coded)} |")
    print(f"\n{len(codebook.no_code)} utterances without a code")
    for code in codebook.codes:
        rows = [row for row in coded if row["code"] == code]
        right = sum(row["first"] == code for row in rows)
        if right < len(rows):
            others = sorted(row["first"] for row in rows if row["first"] != code)
            print(f"{code}: {right} of {len(rows)}; else {', '.join(others)}")


_PARTS = ("exemplars", "near_misses", "indicators")


def _agreement(rows: list[dict[str, str]]) -> str:
    first = sum(row["first"] == row["code"] for row in rows) / len(rows)
    either = sum(row["code"] in (row["first"], row["second"]) for row in rows) / len(rows)
    return f"{first:.3f} ({either:.3f})".replace(".", ",")


if __name__ == "__main__":
    main()
