"""Polarity: what one side says, the other denies."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, aspect_of, inside_fact, relation_of, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.model import EntityValue


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """A value affirmed and denied; who affirms a town and denies its country contradicts as well."""
    if left.affirmed == right.affirmed or left.dates or right.dates:
        return None
    said, denied = (left, right) if left.affirmed else (right, left)
    relation = relation_of(said, denied, context)
    if relation not in ("equal", "inside") or left.rank != right.rank:
        return None
    facts: tuple[str, ...] = ()
    if isinstance(said.value, EntityValue) and isinstance(denied.value, EntityValue):
        facts = inside_fact(said.value.entity, denied.value.entity, context)
    return Clash(
        kind="polarity",
        rule="polarity: affirmed by one side, denied by the other",
        facts=(*subject_facts(left, right, context), *facts),
        aspect=aspect_of(denied),
        swapped=not left.affirmed,
    )
