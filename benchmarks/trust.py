"""Learn the weights of `leica_kb/extract/reference/trust.tsv` from what readers answered, and measure them.

usage: python benchmarks/trust.py [ANSWERS.jsonl.gz] [--write]

An answer is a pronoun or description on a page, with what the rules found for it: its traits, and whether a reader
said that it means just that. Pages are public text and not kept; their traits are. Logistic regression with a
penalty on squares (Hoerl and Kennard 1970), fitted by Newton's method; measured over five parts, no page in two.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
ANSWERS = HERE / "trust.jsonl.gz"
WEIGHTS = HERE.parent / "leica_kb" / "extract" / "reference" / "trust.tsv"
RARE = 12
"""A trait that fewer answers have says nothing."""
PENALTY = 10.0
PARTS = 5
STEPS = 12
Row = tuple[str, bool, tuple[str, ...]]
"""Page, whether the reader agrees, traits."""
Floats = NDArray[np.float64]


def read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        told = [json.loads(line) for line in file]
    return [(row["page"], row["right"], tuple(row["traits"])) for row in told]


def fit(rows: list[Row]) -> dict[str, float]:
    """The weight of each trait that is not rare, with «any» for all."""
    counts = Counter(trait for _, _, traits in rows for trait in traits)
    names = ["any", *sorted(t for t, n in counts.items() if n >= RARE)]
    x, y = matrix(rows, names), np.array([right for _, right, _ in rows], dtype=float)
    weights: Floats = np.zeros(len(names))
    ridge = np.diag([0.01, *[PENALTY] * (len(names) - 1)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - ridge @ weights
        weights = weights + np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, gradient)
    return dict(zip(names, map(float, weights), strict=True))


def matrix(rows: list[Row], names: list[str]) -> Floats:
    at = {name: i for i, name in enumerate(names)}
    x: Floats = np.zeros((len(rows), len(names)))
    x[:, 0] = 1
    for i, (_, _, traits) in enumerate(rows):
        x[i, [at[t] for t in traits if t in at]] = 1
    return x


def share(weights: dict[str, float], traits: tuple[str, ...]) -> float:
    return float(1 / (1 + np.exp(-sum(weights.get(t, 0.0) for t in ("any", *traits)))))


def part(page: str) -> int:
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % PARTS


def measured(rows: list[Row]) -> list[tuple[float, bool]]:
    """Each answer with the share that weights learned from other pages give it."""
    found: list[tuple[float, bool]] = []
    for left_out in range(PARTS):
        weights = fit([row for row in rows if part(row[0]) != left_out])
        found += [(share(weights, traits), right) for page, right, traits in rows if part(page) == left_out]
    return found


def told(found: list[tuple[float, bool]]) -> str:
    right = sum(r for _, r in found)
    lines = [f"{len(found):,} findings, {right:,} right ({right / len(found):.2f})"]
    lines.append(f"{'at least':>9} {'kept':>6} {'right':>6} {'of the right':>13}")
    for least in (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [r for p, r in found if p >= least]
        lines.append(f"{least:>9} {len(kept):>6} {sum(kept) / max(len(kept), 1):>6.2f} {sum(kept) / right:>13.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", nargs="?", type=Path, default=ANSWERS)
    parser.add_argument("--write", action="store_true", help="write the weights")
    arguments = parser.parse_args()
    rows = read(arguments.answers)
    print(told(measured(rows)))
    if arguments.write:
        weights = fit(rows)
        lines = [
            f"{name}\t{weight:.2f}" for name, weight in weights.items() if f"{weight:.2f}" not in ("0.00", "-0.00")
        ]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines):,} weights")


if __name__ == "__main__":
    main()
