"""Value: two different objects of a predicate that has at most one true one."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, relation_of, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.model import EntityValue, TextValue


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """Two values where the pack allows one; a list of one source that names both is no clash."""
    predicate = left.predicate
    if not predicate.single or not (left.affirmed and right.affirmed) or left.rank or right.rank:
        return None
    if not isinstance(left.value, EntityValue | TextValue) or are_listed(left, right):
        return None
    if relation_of(left, right, context) != "different":
        return None
    rule = f"value: {predicate.id} has at most one true value ({predicate.single})"
    return Clash(kind="value", rule=rule, facts=subject_facts(left, right, context))
