"""One passage that two predicates read («owns» and «subsidiary_of») gives one finding where another denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from leica_kb.model import Claim, EntityValue, Finding
from leica_kb.model.finding import SEVERITIES

Passage = tuple[object, ...]
Sides = tuple[frozenset[Passage], frozenset[Passage]]


def join_doubles(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> tuple[Finding, ...]:
    """The findings, those of one kind that set the same passages about the same things against each other as one.

    The loudest stays, else the first by slot; the claims of the others join its sides, so that a ruling covers them.
    """
    kept: dict[str, Finding] = {finding.id: finding for finding in findings}
    doubled = _doubled(kept.values(), claims)
    near: dict[tuple[str, Passage], list[str]] = defaultdict(list)
    for finding in sorted(kept.values(), key=_rank):
        passages = _sides(finding, doubled)
        met = _met(finding.kind, passages, near)
        hub = next((name for name in met if _is_double(finding, kept[name], doubled)), None)
        if hub is not None:
            kept[hub] = _joined(kept[hub], kept.pop(finding.id), doubled)
            continue
        for passage in passages[0] | passages[1]:
            near[finding.kind, passage].append(finding.id)
    return tuple(kept.values())


def _doubled(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> Mapping[str, Passage]:
    """For each claim of a passage that several predicates read: the passage with the things that it speaks of."""
    named = {name for finding in findings for name in (*finding.left, *finding.right) if name in claims}
    predicates: dict[Passage, set[str]] = defaultdict(set)
    passages = {name: _passage(claims[name]) for name in named}
    for name, passage in passages.items():
        predicates[passage].add(claims[name].predicate)
    return {name: passage for name, passage in passages.items() if len(predicates[passage]) > 1}


def _passage(claim: Claim) -> Passage:
    value = claim.object.entity if isinstance(claim.object, EntityValue) else claim.object
    return claim.source, claim.start, claim.end, frozenset((claim.subject, value))


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    slot = finding.slot
    return SEVERITIES.index(finding.severity), slot.get("predicate", ""), slot.get("subject", ""), finding.id


def _sides(finding: Finding, doubled: Mapping[str, Passage]) -> Sides:
    left, right = (frozenset(doubled[n] for n in side if n in doubled) for side in (finding.left, finding.right))
    return left, right


def _met(kind: str, sides: Sides, near: Mapping[tuple[str, Passage], Sequence[str]]) -> Iterable[str]:
    return dict.fromkeys(name for passage in sorted(sides[0], key=repr) for name in near.get((kind, passage), ()))


def _is_double(finding: Finding, hub: Finding, doubled: Mapping[str, Passage]) -> bool:
    """Whether both sides share a passage with the hub's, straight or crosswise, under another predicate."""
    mine, theirs = _sides(finding, doubled), _sides(hub, doubled)
    straight = bool(mine[0] & theirs[0] and mine[1] & theirs[1])
    return finding.slot["predicate"] != hub.slot["predicate"] and (straight or _is_crossed(mine, theirs))


def _is_crossed(mine: Sides, theirs: Sides) -> bool:
    return bool(mine[0] & theirs[1] and mine[1] & theirs[0])


def _joined(hub: Finding, other: Finding, doubled: Mapping[str, Passage]) -> Finding:
    sides = (other.left, other.right)
    mine, theirs = _sides(other, doubled), _sides(hub, doubled)
    left, right = sides[::-1] if _is_crossed(mine, theirs) and not (mine[0] & theirs[0]) else sides
    return replace(
        hub,
        left=tuple(dict.fromkeys((*hub.left, *left))),
        right=tuple(dict.fromkeys((*hub.right, *right))),
        facts=tuple(dict.fromkeys((*hub.facts, *other.facts))),
        clash={**other.clash, **hub.clash},
    )
