"""One distinct saying against another: through the gates to a contradiction, a tension, a note or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Final

from leica_kb.checks import self_contradiction
from leica_kb.checks.clash import Clash, inside_fact, relation_of
from leica_kb.checks.context import Context
from leica_kb.checks.gates import Gate, Stop, floor_of, modality_gate, overlap, scope_gate, strains, succession
from leica_kb.checks.groups import Group, Meeting, meet
from leica_kb.checks.kinds import clash_of
from leica_kb.checks.reading import Reading
from leica_kb.checks.slots import slot_gate
from leica_kb.checks.values import Relation
from leica_kb.model import EntityValue, Severity

SPOKEN: Final = 16
"""Of one speaker's many equal sayings so many on either side are held against each other."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Claims of two distinct sayings that a finding will set against each other."""

    kind: str
    severity: Severity
    rule: str
    left: tuple[Reading, ...]
    right: tuple[Reading, ...]
    ends: tuple[int, int]
    """Numbers of the two distinct sayings."""
    aspect: str = ""
    facts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    gate: Gate = "clash"
    oriented: bool = False
    """The sides have roles (said and denied, all and exception) and must not be exchanged."""


def judge(left: Group, right: Group, context: Context) -> Iterator[Edge]:
    """All that two distinct sayings of one slot have to do with each other; nothing where both simply hold."""
    if _say_the_same(left.one, right.one) or slot_gate(left.one, right.one, context) is not None:
        return
    clash = clash_of(left.one, right.one, context, one_speaker=False)
    if clash is None:
        yield from _agreement(left, right, context)
        return
    if clash.swapped:
        left, right = right, left
    held = _held_to_their_words(left, right, context)
    if held is not None:
        yield from _through_gates(held[1], held[2], held[0], context)
    if held is None or not _is_one_voice(left, right, len(held[1].readings) + len(held[2].readings)):
        yield from _through_gates(left, right, clash, context)


def _say_the_same(one: Reading, other: Reading) -> bool:
    """Whether both assert or deny the same value, without a rank or date that might differ: the cheap common case."""
    plain = one.asserted and other.asserted and not (one.dates or other.dates or one.because or other.because)
    return plain and one.key == other.key and one.affirmed == other.affirmed and one.rank == other.rank


def _through_gates(left: Group, right: Group, clash: Clash, context: Context) -> Iterator[Edge]:
    """Modality first, since a forecast explains more than its date; then scope, then time."""
    one, other, ends = left.one, right.one, (left.number, right.number)
    modal = modality_gate(one, other)
    if modal is not None:
        yield _note(modal, left.readings, right.readings, ends, clash)
        return
    floor = floor_of(one, other, clash, context)
    meeting = meet(left, right, partial(overlap, floor=floor, context=context), floor)
    stop = scope_gate(one, other, clash, context)
    if meeting is None:
        return
    if stop is not None:
        yield _note(stop, left.readings, right.readings, ends, clash)
        return
    if meeting.overlap != "none":
        yield _loud(meeting, ends, clash, context)
    yield from _successions(meeting, left, right, clash)


def _loud(meeting: Meeting, ends: tuple[int, int], clash: Clash, context: Context) -> Edge:
    reasons = tuple(strains(meeting.left[0], meeting.right[0], clash, meeting.overlap, context))
    return Edge(
        kind=clash.kind,
        severity="tension" if reasons else "contradiction",
        rule=clash.rule,
        left=meeting.left,
        right=meeting.right,
        ends=ends,
        aspect=clash.aspect,
        facts=clash.facts,
        reasons=reasons,
        oriented=clash.kind in ("universal-exception", "polarity", "derived-difference"),
    )


def _note(
    stop: Stop, left: tuple[Reading, ...], right: tuple[Reading, ...], ends: tuple[int, int], clash: Clash
) -> Edge:
    return Edge(
        kind=stop.kind,
        severity="note",
        rule=clash.rule,
        left=left,
        right=right,
        ends=ends,
        aspect=f"{clash.kind} {clash.aspect}".strip(),
        facts=clash.facts,
        reasons=(stop.reason,),
        gate=stop.gate,
    )


def _successions(meeting: Meeting, left: Group, right: Group, clash: Clash) -> Iterator[Edge]:
    """Notes for the claims that no claim of the other side meets in time."""
    pairs = [(meeting.left, meeting.right)] if meeting.overlap == "none" else []
    pairs += [(meeting.alone_left, right.readings)] if meeting.alone_left else []
    pairs += [(left.readings, meeting.alone_right)] if meeting.alone_right else []
    for mine, theirs in pairs:
        yield _note(succession(mine[0], theirs[0]), mine, theirs, (left.number, right.number), clash)


def _held_to_their_words(left: Group, right: Group, context: Context) -> tuple[Clash, Group, Group] | None:
    """The self-contradictions between two sayings: who says both at one time."""
    if not (left.one.asserted and right.one.asserted):
        return None
    found: Clash | None = None
    sides: tuple[dict[str, Reading], dict[str, Reading]] = ({}, {})
    for speaker in sorted(left.voices.keys() & right.voices.keys()):
        for one, other in product(left.voices[speaker][:SPOKEN], right.voices[speaker][:SPOKEN]):
            clash = self_contradiction.check(one, other, context)
            if clash is not None:
                found = found or clash
                sides[0][one.claim.id], sides[1][other.claim.id] = one, other
    if found is None:
        return None
    mine, theirs = (Group(tuple(side.values()), group.number) for side, group in zip(sides, (left, right), strict=True))
    return found, mine, theirs


def _is_one_voice(left: Group, right: Group, held: int) -> bool:
    """Whether one speaker alone says both, in one article or at one time: a self-contradiction and nothing else."""
    if len(left.voices) != 1 or left.voices.keys() != right.voices.keys():
        return False
    return held == len(left.readings) + len(right.readings) or bool(left.sources & right.sources)


def _agreement(left: Group, right: Group, context: Context) -> Iterator[Edge]:
    """Notes on what agrees though the words differ, and on forecasts that came true."""
    one, other = left.one, right.one
    if not (one.affirmed and other.affirmed):
        return
    relation = relation_of(one, other, context)
    stop = _came_true(one, other) if relation == "equal" else None
    if isinstance(one.value, EntityValue) and isinstance(other.value, EntityValue):
        stop = stop or _one_inside(one, one.value, other.value, relation, context)
    if stop is not None:
        agreement = Clash(kind="", rule=f"agreement: {stop.kind}", facts=_place_facts(one, other, context))
        yield _note(stop, left.readings, right.readings, (left.number, right.number), agreement)


def _place_facts(one: Reading, other: Reading, context: Context) -> tuple[str, ...]:
    if not (isinstance(one.value, EntityValue) and isinstance(other.value, EntityValue)):
        return ()
    part, whole = one.value.entity, other.value.entity
    if context.is_inside(whole, part):
        part, whole = whole, part
    return inside_fact(part, whole, context) if context.is_inside(part, whole) else ()


def _came_true(one: Reading, other: Reading) -> Stop | None:
    stop = modality_gate(one, other)
    return stop if stop and one.subject == other.subject and "it came true" in stop.reason else None


def _one_inside(
    one: Reading, value: EntityValue, wider: EntityValue, relation: Relation, context: Context
) -> Stop | None:
    name = context.name_of
    matters = bool(one.predicate.single or one.predicate.universal)
    is_place = context.type_of(value.entity) == "place"
    if relation in ("inside", "holds") and (matters or is_place):
        part, whole = (value, wider) if relation == "inside" else (wider, value)
        kind = "place-inside-place" if is_place else "identity"
        return Stop("clash", kind, f"{name(part.entity)} lies inside {name(whole.entity)}: both can hold")
    if relation == "same" and matters:
        reason = f"{name(value.entity)} and {name(wider.entity)} are called one company, or a company and its unit"
        return Stop("clash", "identity", reason)
    return None
