"""Number: two amounts of one thing that differ beyond what their written precision allows."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, relation_of, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.model import MoneyValue, NumberValue


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """Two amounts of one kind, units converted, whose ranges do not touch."""
    amounts = isinstance(left.value, NumberValue | MoneyValue) and isinstance(right.value, NumberValue | MoneyValue)
    if not amounts or not (left.affirmed and right.affirmed) or are_listed(left, right):
        return None
    if relation_of(left, right, context) != "different":
        return None
    rule = "number: the amounts differ beyond their written precision"
    return Clash(kind="number", rule=rule, facts=subject_facts(left, right, context))
