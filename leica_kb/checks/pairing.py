"""The pairs of one slot that are worth a comparison, and the edges that come of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from leica_kb.checks.context import Context
from leica_kb.checks.derived import derive
from leica_kb.checks.groups import Group, group_readings
from leica_kb.checks.judge import Edge, judge
from leica_kb.checks.reading import Reading, with_sentences
from leica_kb.checks.slots import Slot
from leica_kb.checks.witness import witness_groups

TOLD: Final = 64
"""At most so many distinct sayings of the subject itself are compared with each other, denied and most told first."""
PAIRS: Final = 4_096
"""At most so many pairs of distinct sayings are compared in one slot."""


def edges_of(slot: Slot, readings: Sequence[Reading], context: Context) -> tuple[tuple[Edge, ...], bool]:
    """All edges between the slot's own sayings and those of its parts; False where some pairs had to be left out."""
    said = with_sentences((r for r in readings if r.predicate.id == slot.predicate), context)
    own = [r for r in said if r.subject == slot.subject]
    evidence = [r for r in readings if r.predicate.id != slot.predicate]
    own_groups = group_readings([*own, *derive(slot.subject, own, evidence, context)])
    part_groups = group_readings((r for r in said if r.subject != slot.subject), len(own_groups))
    pairs, complete = _pairs(own_groups, part_groups)
    edges = [edge for left, right in pairs for edge in judge(left, right, context)]
    edges.extend(retold(own, context))
    return tuple(edges), complete


def _pairs(own: Sequence[Group], parts: Sequence[Group]) -> tuple[Iterator[tuple[Group, Group]], bool]:
    """Own sayings with each other and with those of parts; free wordings only with their like."""
    free = [g for g in own if _is_free(g)]
    bound, bound_parts = [g for g in own if not _is_free(g)], [g for g in parts if not _is_free(g)]
    told = bound[:TOLD]
    near = bound_parts[: max(TOLD, PAIRS // max(len(told), 1))]
    complete = len(told) == len(bound) and len(near) == len(bound_parts)
    return _chain(told, near, free, [g for g in parts if _is_free(g)]), complete


def _chain(
    told: Sequence[Group], near: Sequence[Group], free: Sequence[Group], free_parts: Sequence[Group]
) -> Iterator[tuple[Group, Group]]:
    yield from combinations(told, 2)
    yield from product(told, near)
    same: dict[object, tuple[list[Group], list[Group]]] = {}
    for group in free:
        same.setdefault(group.one.key, ([], []))[0].append(group)
    for group in free_parts:
        if group.one.key in same:
            same[group.one.key][1].append(group)
    for mine, theirs in same.values():
        yield from combinations(mine[:TOLD], 2)
        yield from product(mine[:TOLD], theirs[:TOLD])


def _is_free(group: Group) -> bool:
    """Whether the object is a source's own wording, which only its own denial can contradict."""
    return group.one.key[0] == "text"


def retold(own: Sequence[Reading], context: Context) -> Iterator[Edge]:
    """A note for each value that several sources give and that goes back to one witness."""
    told: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in own:
        told[reading.affirmed, reading.key, reading.dates, reading.rank, reading.modality].append(reading)
    for number, readings in enumerate(told.values()):
        if len({reading.claim.source for reading in readings}) > 1:
            yield from _by_one_witness(number, readings, context)


def _by_one_witness(number: int, readings: Sequence[Reading], context: Context) -> Iterator[Edge]:
    by_id = {reading.claim.id: reading for reading in sorted(readings, key=lambda r: (r.claim.source, r.claim.id))}
    for witness, claims in witness_groups((reading.claim for reading in by_id.values()), context):
        first, *others = (by_id[claim.id] for claim in claims)
        again = tuple(reading for reading in others if reading.claim.source != first.claim.source)
        if again:
            reason = f"one witness: {witness.partition(' ')[2].removeprefix('by ')}"
            rule = "agreement: retelling"
            yield Edge("retelling", "note", rule, (first,), again, (number, number), witness, reasons=(reason,))
