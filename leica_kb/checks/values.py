"""How two objects relate: equal, one inside the other, two names of one thing, compatible, different, incomparable."""

from __future__ import annotations

from typing import Final, Literal

from leica_kb.checks.amounts import amounts_meet
from leica_kb.checks.context import Context
from leica_kb.checks.names import are_one_name
from leica_kb.lang.edtf import is_edtf, parse_edtf
from leica_kb.model import DateValue, EntityValue, MoneyValue, NumberValue, Predicate, TextValue, Value

Relation = Literal["equal", "inside", "holds", "same", "compatible", "different", "incomparable"]
"""``inside``: the left lies in the right; ``holds``: the other way; ``same``: two names, or a company and its unit."""
Key = tuple[str, ...]

DEGREES: Final = frozenset(
    {"all", "entirely", "fully", "completely", "wholly", "still", "always", "largely", "mainly", "traditionally"}
)
"""Adverbs that leave a wording what it is: «entirely hand-crafted» is hand-crafted."""


def canonical_text(text: str, predicate: Predicate) -> str | None:
    """The pack's value that the wording means, or None where it is the source's own."""
    words = text.casefold().replace("’", "'").strip(" .,;:!").split()
    while words and words[0] in DEGREES:
        words = words[1:]
    plain = " ".join(words)
    if plain in predicate.values:
        return plain
    return next((value for value, wordings in predicate.values.items() if plain in _folded(wordings)), None)


def key_of(value: Value, predicate: Predicate) -> Key:
    """A hashable name of the value; equal wordings and numbers get equal names."""
    match value:
        case EntityValue(entity):
            return ("entity", entity)
        case TextValue(text):
            canonical = canonical_text(text, predicate)
            return ("value", canonical) if canonical else ("text", " ".join(text.casefold().split()))
        case NumberValue(number, unit, bound):
            return ("number", repr(float(number)), unit or "", bound or "")
        case MoneyValue(money, currency):
            return ("money", repr(float(money)), currency)
        case DateValue(date):
            return ("date", date)


def relate(left: Value, right: Value, keys: tuple[Key, Key], context: Context) -> Relation:
    """How two objects of one predicate relate, given their keys; free wordings are never called different."""
    if keys[0] == keys[1]:
        return "equal"
    match left, right:
        case EntityValue(), EntityValue():
            return relate_entities(left.entity, right.entity, context)
        case (NumberValue() | MoneyValue(), NumberValue() | MoneyValue()):
            meet = amounts_meet(left, right)
            return "incomparable" if meet is None else "compatible" if meet else "different"
        case DateValue(), DateValue():
            return _relate_dates(left.date, right.date)
        case _:
            return "different" if keys[0][0] == keys[1][0] == "value" else "incomparable"


def relate_entities(left: str, right: str, context: Context) -> Relation:
    """How two entities relate, by the hierarchy and by what claims say of sameness."""
    if left == right:
        return "equal"
    if context.is_inside(left, right):
        return "inside"
    if context.is_inside(right, left):
        return "holds"
    if right in context.different.get(left, frozenset()):
        return "different"
    if right in context.same.get(left, frozenset()):
        return "same"
    return (
        "different" if context.is_declared(left) and context.is_declared(right) else _undeclared(left, right, context)
    )


def _undeclared(left: str, right: str, context: Context) -> Relation:
    """A name that nobody declared may say more of the other, or lie in it where the other is a country."""
    if are_one_name(left, right):
        return "same"
    holders = [entity for entity in (left, right) if context.parts.get(entity) and context.type_of(entity) == "place"]
    return "incomparable" if holders else "different"


def _folded(wordings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(wording.casefold() for wording in wordings)


def _relate_dates(left: str, right: str) -> Relation:
    if not (is_edtf(left) and is_edtf(right)):
        return "incomparable"
    first, second = parse_edtf(left).widened(), parse_edtf(right).widened()
    return "compatible" if first.meets(second) else "different"
