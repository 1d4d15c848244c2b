"""The pairs of one slot that are worth a comparison, and the edges that come of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import combinations, product
from typing import Final

from leica_kb.checks.context import Context
from leica_kb.checks.derived import derive
from leica_kb.checks.groups import Group, by_weight, group_readings, in_order
from leica_kb.checks.judge import Edge, judge
from leica_kb.checks.reading import Reading
from leica_kb.checks.slots import Slot
from leica_kb.checks.witness import witness_groups

TOLD: Final = 64
"""At most so many distinct sayings of the subject itself are compared with each other, denied and most told first."""
PAIRS: Final = 4_096
"""At most so many pairs of distinct sayings are compared in one slot."""


Judge = Callable[[Group, Group, Context], Iterable[Edge]]


def edges_of(slot: Slot, readings: Sequence[Reading], context: Context) -> tuple[tuple[Edge, ...], bool]:
    """All edges between the slot's own sayings and those of its parts; False where some pairs had to be left out."""
    own, parts, evidence = sides_of(slot, readings)
    own_groups = group_readings([*own, *derive(slot.subject, own, evidence, context)])
    part_groups = group_readings(parts, len(own_groups))
    return edges_between(own_groups, part_groups, context, judge)


def sides_of(slot: Slot, readings: Iterable[Reading]) -> tuple[list[Reading], list[Reading], list[Reading]]:
    """The slot's own sayings, those of its parts, and the evidence for pack rules."""
    own: list[Reading] = []
    parts: list[Reading] = []
    evidence: list[Reading] = []
    for reading in readings:
        same = reading.predicate.id == slot.predicate
        (evidence if not same else own if reading.subject == slot.subject else parts).append(reading)
    return own, parts, evidence


def edges_between(
    own: Sequence[Group], parts: Sequence[Group], context: Context, judging: Judge
) -> tuple[tuple[Edge, ...], bool]:
    """The edges of distinct sayings, and whether all pairs worth it were compared.

    Args:
        own: the slot's own distinct sayings; ``parts``: those of what lies inside its subject.
        context: as for ``find_findings``.
        judging: ``judge``, or one that remembers.
    """
    pairs, complete = _pairs(own, parts)
    edges = [edge for left, right in pairs for edge in judging(left, right, context)]
    edges.extend(retold([reading for group in own for reading in group.readings], context))
    return tuple(edges), complete


def _pairs(own: Sequence[Group], parts: Sequence[Group]) -> tuple[Iterator[tuple[Group, Group]], bool]:
    """Own sayings with each other and with those of parts; free wordings only with their like."""
    bound, free = _parted(own)
    bound_parts, free_parts = _parted(parts)
    told = sorted(_most_told(bound, TOLD), key=in_order)
    near = _most_told(bound_parts, max(TOLD, PAIRS // max(len(told), 1)))
    complete = len(told) == len(bound) and len(near) == len(bound_parts)
    return _chain(told, near, free, free_parts), complete


def _parted(groups: Iterable[Group]) -> tuple[list[Group], list[Group]]:
    """The groups with comparable objects, and those with a source's own wording, which only its denial contradicts."""
    bound: list[Group] = []
    free: list[Group] = []
    for group in groups:
        (free if group.one.key[0] == "text" else bound).append(group)
    return bound, free


def _most_told(groups: Sequence[Group], limit: int) -> Sequence[Group]:
    return groups if len(groups) <= limit else nsmallest(limit, groups, key=by_weight)


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
        mine.sort(key=in_order)
        theirs.sort(key=in_order)
        yield from combinations(mine[:TOLD], 2)
        yield from product(mine[:TOLD], theirs[:TOLD])


def retold(own: Sequence[Reading], context: Context) -> Iterator[Edge]:
    """A note for each value that several sources give and that goes back to one witness."""
    told: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in (reading for reading in own if not reading.because):
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
