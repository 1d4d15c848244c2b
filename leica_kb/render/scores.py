"""Scores on a screen: what the rules read and what the base holds, side by side against the gold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.render.blocks import Block, Heading, Piece, Table, line, say

if TYPE_CHECKING:
    from leica_kb.evaluate import ClaimScore
    from leica_kb.kb.building.evaluating import Evaluation


def evaluation_blocks(found: Evaluation) -> Iterator[Block]:
    """Both scores, then precision and recall of the rules by predicate."""
    yield Heading("Against the gold")
    left, right = _figures(found.rules), _figures(found.base)
    rows = tuple((line(name), line(mine), line(other)) for (name, mine), (_, other) in zip(left, right, strict=True))
    yield Table(("measure", "rules alone", "the base's claims"), rows, (4, 3, 3))
    yield Heading("Rules alone, by predicate")
    shares = tuple(
        (line(row.name.replace("_", " ")), line(str(row.precision)), line(str(row.recall)))
        for row in found.rules.by("predicate")
    )
    yield Table(("predicate", "precision", "recall"), shares, (4, 3, 3))
    yield say(Piece("what a person added counts for the base, never for the rules", "quiet"))


def _figures(score: ClaimScore) -> list[tuple[str, str]]:
    return [
        ("precision", str(score.precision)),
        ("recall of the core", str(score.recall)),
        ("F1", f"{score.f1:.2f}"),
        ("right speaker", str(score.attribution)),
        ("modality recall", str(score.modality_recall)),
        ("modality precision", str(score.modality_precision)),
        ("quote's length over the gold's", f"{score.quote_length:.2f}"),
        ("junk", str(score.junk)),
    ]
