"""Exclusive: two wordings whose canonical values the pack declares incompatible."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.model import Predicate


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """Two canonical values out of one group of the predicate's exclusive ones."""
    if not (left.affirmed and right.affirmed) or are_listed(left, right):
        return None
    if not are_exclusive(left, right, left.predicate):
        return None
    first, second = sorted((left.key[1], right.key[1]))
    rule = f"exclusive: {left.predicate.id} cannot be both «{first}» and «{second}»"
    return Clash(kind="exclusive", rule=rule, facts=subject_facts(left, right, context))


def are_exclusive(left: Reading, right: Reading, predicate: Predicate) -> bool:
    """Whether both objects are canonical values of one exclusive group, and not the same."""
    if left.key == right.key or not left.key[0] == right.key[0] == "value":
        return False
    return any(left.key[1] in group and right.key[1] in group for group in predicate.exclusive)
