"""Findings of a whole base, of one slot, or of the slots that new claims touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from leica_kb.checks.assembly import assemble
from leica_kb.checks.context import LINKING, Context
from leica_kb.checks.doubles import join_doubles
from leica_kb.checks.pairing import edges_of
from leica_kb.checks.ranking import sort_findings
from leica_kb.checks.reading import Reading, read_claim, read_claims, with_lists
from leica_kb.checks.slots import Slot, slots_of
from leica_kb.model import Claim, Finding


def find_findings(claims: Iterable[Claim], context: Context) -> tuple[Finding, ...]:
    """Every disagreement among the claims, and every note; contradictions first, then by witnesses and recency."""
    given = tuple(claims)
    informed = context.informed_by(given)
    slots = _by_slot(with_lists(read_claims(given, informed), informed), informed)
    found = [finding for slot in sorted(slots) for finding in check_readings(slot, slots[slot], informed)]
    known = {claim.id: claim for claim in given}
    return sort_findings(join_doubles(found, known), known, informed)


def check_slot(slot: Slot, claims: Iterable[Claim], context: Context) -> tuple[Finding, ...]:
    """The findings of one slot: a pure function of its claims, so that slots can be checked anywhere in any order.

    Args:
        slot: predicate and subject.
        claims: at least the claims for which ``touched_slots`` names the slot; others are passed over.
        context: as for ``find_findings``, informed by the base's linking claims (``Context.informed_by``).
    """
    mine = [reading for reading in read_claims(claims, context) if takes_part(reading, slot, context)]
    return check_readings(slot, with_lists(mine, context), context)


def check_readings(slot: Slot, readings: Sequence[Reading], context: Context) -> tuple[Finding, ...]:
    """The findings of one slot from its readings, lists joined."""
    edges, compared = edges_of(slot, readings, context)
    return tuple(assemble(slot, edges, compared, context))


def check_slots(groups: Iterable[tuple[Slot, Sequence[Claim]]], context: Context) -> Iterator[Finding]:
    """The findings of slot after slot as they stream in; ``join_doubles`` and ``sort_findings`` come after."""
    for slot, claims in groups:
        yield from check_slot(slot, claims, context)


def touched_slots(claims: Iterable[Claim], context: Context) -> tuple[Slot, ...]:
    """The slots that must be checked again when these claims come, change or go; see ``changes_links``."""
    found: set[Slot] = set()
    for claim in claims:
        if (reading := read_claim(claim, context)) is not None:
            found.update(claim_slots(reading, context))
    return tuple(sorted(found))


def changes_links(claims: Iterable[Claim]) -> bool:
    """Whether a claim tells that two names are one company or twins: then everything is to be checked again."""
    return any(claim.predicate in LINKING for claim in claims)


def subjects_of(slot: Slot, context: Context) -> tuple[str, ...]:
    """The subjects whose claims a slot needs, in order of id: its own, what lies inside, and a rule's evidence."""
    inside = {slot.subject, *context.parts.get(slot.subject, ())}
    if any(rule.predicate == slot.predicate for rule in context.vocabulary.rules):
        own, other = context.families.get(slot.subject, (frozenset(), frozenset()))
        inside |= own | other
    return tuple(sorted(inside))


def predicates_of(slot: Slot, context: Context) -> tuple[str, ...]:
    """The predicates whose claims a slot needs: its own, its inverse, and those of the pack rules about it."""
    own = context.vocabulary.predicates[slot.predicate]
    turned = [p.id for p in context.vocabulary.predicates.values() if p.inverse == own.id]
    against = [p for rule in context.vocabulary.rules if rule.predicate == own.id for p in rule.against]
    return tuple(sorted({own.id, *([own.inverse] if own.inverse else []), *turned, *against}))


def claim_slots(reading: Reading, context: Context) -> tuple[Slot, ...]:
    """The slots in which a reading takes part, those of pack rules included."""
    rules = [rule for rule in context.vocabulary.rules if reading.predicate.id in rule.against]
    derived = {Slot(rule.predicate, entity) for rule in rules for entity in context.stands_in.get(reading.subject, ())}
    return (*slots_of(reading, context), *sorted(derived))


def takes_part(reading: Reading, slot: Slot, context: Context) -> bool:
    """Whether ``claim_slots`` of the reading holds the slot, without listing them."""
    if reading.predicate.id == slot.predicate:
        return context.is_inside(reading.subject, slot.subject)
    against = (rule.against for rule in context.vocabulary.rules if rule.predicate == slot.predicate)
    evidence = any(reading.predicate.id in predicates for predicates in against)
    return evidence and slot.subject in context.stands_in.get(reading.subject, ())


def _by_slot(readings: Iterable[Reading], context: Context) -> Mapping[Slot, list[Reading]]:
    """The readings of each slot whose own subject has a claim of the predicate; nothing can clash in another."""
    everything = list(readings)
    own = {(reading.predicate.id, reading.subject) for reading in everything}
    slots: dict[Slot, list[Reading]] = defaultdict(list)
    for reading in everything:
        for slot in claim_slots(reading, context):
            if (slot.predicate, slot.subject) in own:
                slots[slot].append(reading)
    return slots
