"""Date: one event with two dates that do not meet."""

from __future__ import annotations

from leica_kb.checks.clash import Clash, are_listed, relation_of, subject_facts
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.lang.edtf import is_edtf, parse_edtf
from leica_kb.model import DateValue


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """Two dates as objects, or two openings, completions or closings of one subject and object."""
    if not (left.affirmed and right.affirmed):
        return None
    if isinstance(left.value, DateValue) and isinstance(right.value, DateValue):
        differs = relation_of(left, right, context) == "different"
        if not differs or not left.predicate.single or are_listed(left, right):
            return None
        rule = f"date: {left.predicate.id} has one date"
        return Clash(kind="date", rule=rule, facts=subject_facts(left, right, context), timeless=True)
    return _check_qualifiers(left, right)


def _check_qualifiers(left: Reading, right: Reading) -> Clash | None:
    if left.subject != right.subject or left.key != right.key:
        return None
    other = dict(right.dates)
    for name, date in left.dates:
        if name in other and _apart(date, other[name]):
            rule = f"date: «{name}» of one subject and object has one date"
            return Clash(kind="date", rule=rule, aspect=f"{' '.join(left.key[1:])} {name}", timeless=True)
    return None


def _apart(left: str, right: str) -> bool:
    if not (is_edtf(left) and is_edtf(right)):
        return False
    return not parse_edtf(left).widened().meets(parse_edtf(right).widened())
