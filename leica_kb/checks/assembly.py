"""One disagreement, one finding: the edges of a slot gathered by kind and subject matter, with sides and words."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.checks.context import Context
from leica_kb.checks.judge import Edge
from leica_kb.checks.reading import Reading, read_claims
from leica_kb.checks.slots import Slot
from leica_kb.checks.wording import clash_spans, settles, side_in_words
from leica_kb.model import Finding
from leica_kb.model.finding import SEVERITIES

LEFT_OUT: Final = "only the most told of very many different values were compared"
MARKED: Final = 100
"""So many claims of either side have their clashing words marked."""
Nodes = tuple[Reading, ...]


def assemble(slot: Slot, edges: Sequence[Edge], complete: bool, context: Context) -> Iterator[Finding]:
    """The slot's findings, in order of kind and subject matter."""
    buckets = subject_matters(edges)
    for kind, aspect in sorted(buckets):
        yield from gather(slot, aspect, buckets[kind, aspect], complete, context)


def subject_matters(edges: Iterable[Edge]) -> dict[tuple[str, str], list[Edge]]:
    """The edges by kind and aspect: each list is assembled on its own."""
    buckets: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        buckets[edge.kind, edge.aspect].append(edge)
    return buckets


def gather(slot: Slot, aspect: str, edges: Sequence[Edge], complete: bool, context: Context) -> Iterator[Finding]:
    """The findings of one kind about one subject matter: mostly one."""
    for number, sides in enumerate(_disagreements(edges)):
        yield _finding(slot, aspect if not number else f"{aspect} {number + 1}".strip(), sides, complete, context)


def finding_id(kind: str, slot: Sequence[str]) -> str:
    """``f-`` and 12 hex digits of the SHA-256 of kind and slot: the same disagreement keeps it while claims join."""
    packed = json.dumps([kind, *slot], ensure_ascii=False, separators=(",", ":"))
    return f"f-{hashlib.sha256(packed.encode()).hexdigest()[:12]}"


def _disagreements(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Edges that share a side belong to one disagreement: all against the best told value, then what is left.

    What disagrees within the other side only is not a finding of its own: it is shown there already.
    """
    rest = sorted(edges, key=_weight)
    shown: set[int] = set()
    while rest:
        chosen, rest = _around(rest[0], rest)
        yield chosen
        shown.update(end for edge in chosen for end in edge.ends)
        rest = [edge for edge in rest if edge.oriented or not shown.issuperset(edge.ends)]


def _weight(edge: Edge) -> tuple[int, int, str, str]:
    told = len(edge.left) + len(edge.right)
    return SEVERITIES.index(edge.severity), -told, edge.left[0].claim.id, edge.right[0].claim.id


def _around(seed: Edge, edges: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The edges at the seed's better contested (or told) side, turned so that it stands left; and the others."""
    degrees = Counter(end for edge in edges for end in edge.ends)
    left, right = (degrees[seed.ends[0]], len(seed.left)), (degrees[seed.ends[1]], len(seed.right))
    swap = not seed.oriented and right > left
    hub = seed.ends[1] if swap else seed.ends[0]
    chosen: list[Edge] = []
    rest: list[Edge] = []
    for edge in edges:
        if edge.ends[0] == hub:
            chosen.append(edge)
        elif edge.ends[1] == hub and not edge.oriented:
            chosen.append(_turned(edge))
        else:
            rest.append(edge)
    joining = _joining(hub, frozenset(edge.ends[1] for edge in chosen), rest)
    taken = {id(edge) for edge in joining}
    return [*chosen, *joining], [edge for edge in rest if id(edge) not in taken]


def _joining(hub: int, targets: frozenset[int], rest: Sequence[Edge]) -> list[Edge]:
    """Left sides that clash with just the same right sides: «in Germany» and «in Solms» against «in Japan»."""
    reached: dict[int, list[Edge]] = defaultdict(list)
    for edge in rest:
        if edge.ends[1] in targets:
            reached[edge.ends[0]].append(edge)
        elif edge.ends[0] in targets and not edge.oriented:
            reached[edge.ends[1]].append(_turned(edge))
    joining = (edges for end, edges in reached.items() if end != hub and end not in targets)
    return [edge for edges in joining if targets <= {e.ends[1] for e in edges} for edge in edges]


def _turned(edge: Edge) -> Edge:
    return replace(edge, left=edge.right, right=edge.left, ends=(edge.ends[1], edge.ends[0]))


def _finding(slot: Slot, aspect: str, edges: Sequence[Edge], complete: bool, context: Context) -> Finding:
    first = min(edges, key=lambda e: SEVERITIES.index(e.severity))
    left, right = _side(edge.left for edge in edges), _side(edge.right for edge in edges)
    reasons = tuple(dict.fromkeys(r for e in edges if e.severity == first.severity for r in e.reasons))
    return Finding(
        id=finding_id(first.kind, (slot.predicate, slot.subject, aspect)),
        kind=first.kind,
        severity=first.severity,
        left=_claim_ids(left),
        right=_claim_ids(right),
        rule=first.rule,
        explanation=_sentence(first, left, right, context),
        settles="" if first.severity == "note" else settles(first.kind, reasons, slot.predicate),
        facts=tuple(dict.fromkeys(fact for edge in edges for fact in edge.facts)),
        reasons=reasons if complete else (*reasons, LEFT_OUT),
        slot={"subject": slot.subject, "predicate": slot.predicate, **({"aspect": aspect} if aspect else {})},
        clash={r.claim.id: clash_spans(r, context) for r in (*left[:MARKED], *right[:MARKED]) if not r.because},
    )


def _side(sides: Iterable[Sequence[Reading]]) -> Nodes:
    """All readings of one side once, by source and position."""
    found = {id(reading): reading for side in sides for reading in side}
    return tuple(sorted(found.values(), key=lambda r: (r.claim.source, r.claim.start, r.claim.id, r.key)))


def _claim_ids(side: Nodes) -> tuple[str, ...]:
    """The claims of a side; a derived reading stands for the claims that it follows from."""
    return tuple(dict.fromkeys(claim.id for reading in side for claim in (reading.because or (reading.claim,))))


def _sentence(first: Edge, left: Nodes, right: Nodes, context: Context) -> str:
    mine, theirs = side_in_words(left, context), _other_side(right, context)
    if first.severity == "note":
        return f"{_capital(mine)}; {theirs}: {first.reasons[0]}."
    return f"{_capital(mine)}, but {theirs}."


def _other_side(right: Nodes, context: Context) -> str:
    derived = [reading for reading in right if reading.because]
    if not derived:
        return side_in_words(right, context)
    evidence = _evidence(derived, context)
    return f"a pack rule takes twins to differ in more than looks when {evidence}"


def _evidence(derived: Sequence[Reading], context: Context) -> str:
    claims = {claim.id: claim for reading in derived for claim in reading.because}
    return side_in_words(tuple(read_claims(claims.values(), context)), context)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
