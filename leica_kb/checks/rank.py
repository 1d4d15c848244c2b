"""Rank: one place on two ranks, or two places on one rank."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, relation_of
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """One rank has one holder and one holder has one rank, for predicates that the pack calls single."""
    if not left.predicate.single or not (left.affirmed and right.affirmed):
        return None
    if left.rank is None or right.rank is None or left.subject != right.subject:
        return None
    relation = relation_of(left, right, context)
    rule = f"rank: {left.predicate.single}"
    if relation == "equal" and left.rank != right.rank:
        return Clash(kind="rank", rule=rule, aspect=f"rank of {' '.join(left.key[1:])}")
    if relation == "different" and left.rank == right.rank and not are_listed(left, right):
        return Clash(kind="rank", rule=rule, aspect=f"rank {left.rank}")
    return None
