"""Universal against exception: what is said of all of a class, and another value for a part of it."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, relation_of, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.model import EntityValue


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """A universal predicate said of a whole class against another value, or its denial, for the class or a part."""
    if not left.predicate.universal or left.dates or right.dates:
        return None
    broad, narrow, swapped = _ordered(left, right, context)
    if not broad.affirmed or not broad.whole or _only_names_its_maker(narrow, context):
        return None
    relation = relation_of(narrow, broad, context)
    if narrow.affirmed:
        clashes = relation == "different" and not are_listed(left, right)
    else:
        clashes = narrow.subject != broad.subject and relation in ("equal", "holds")
    if not clashes:
        return None
    scope = "generically" if broad.generic else "of the whole class"
    return Clash(
        kind="universal-exception",
        rule=f"universal-exception: {broad.predicate.id}, said {scope}, against another value for a part of it",
        facts=subject_facts(left, right, context),
        swapped=swapped,
    )


def _ordered(left: Reading, right: Reading, context: Context) -> tuple[Reading, Reading, bool]:
    """The saying about the broader subject first; of one subject, the one that speaks of all of it."""
    if left.subject != right.subject:
        swapped = not context.is_inside(right.subject, left.subject)
    else:
        swapped = right.whole and right.affirmed and not (left.whole and left.affirmed)
    return (right, left, True) if swapped else (left, right, False)


def _only_names_its_maker(reading: Reading, context: Context) -> bool:
    """Whether «X makes P» says no more than whose product P is, which the pack declares: another firm may build it."""
    known = context.vocabulary.entities.get(reading.subject)
    maker = known.maker if known else None
    return reading.turned and isinstance(reading.value, EntityValue) and reading.value.entity == maker
