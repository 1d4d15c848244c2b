"""Rulings applied to findings: people rule on pairs of claims, and a finding is closed when all of its pairs are."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from leica_kb.model import Claim, Finding, value_to_json

CLOSING: Final = ("real", "explained", "not-a-contradiction")
"""Verdicts that close a pair, the one that names a mixed finding first; ``undecided`` opens it again."""
Pair = tuple[str, str, str]


class Ruling(Protocol):
    """What the checks need of a stored ruling on one pair."""

    @property
    def kind(self) -> str:
        """Kind of the finding that was ruled on."""

    @property
    def claims(self) -> tuple[str, str]:
        """The two claim ids, the smaller first."""

    @property
    def digest(self) -> str:
        """``pair_digest`` of what was judged."""

    @property
    def verdict(self) -> str:
        """One of CLOSING, or ``undecided``."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """One pair of a finding as a ruling names it."""

    kind: str
    claims: tuple[str, str]
    digest: str


def pair_digest(left: Claim, right: Claim) -> str:
    """Digest of what is judged in a pair, one half a claim, in order of id: a change tells whose words changed."""
    first, second = sorted((left, right), key=lambda claim: claim.id)
    return f"{_judged(first)}-{_judged(second)}"


def judged_pairs(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[JudgedPair]:
    """Every pair across the finding's sides: what a ruling on it writes down."""
    for left in finding.left:
        for right in finding.right:
            first, second = sorted((left, right))
            yield JudgedPair(finding.kind, (first, second), pair_digest(claims[left], claims[right]))


def apply_decisions(
    findings: Iterable[Finding], rulings: Iterable[Ruling], claims: Mapping[str, Claim]
) -> tuple[Finding, ...]:
    """The findings with their decisions; those that something re-opens say what.

    Args:
        findings: as the checks found them.
        rulings: at most one a pair; ``store.Decision`` fits.
        claims: by id, at least those of the findings; a ruled claim that is missing here is gone.
    """
    known: dict[Pair, Ruling] = {(r.kind, *sorted_pair(r.claims)): r for r in rulings}
    partners: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_claim: dict[str, list[Ruling]] = defaultdict(list)
    for kind, first, second in sorted(known):
        partners[kind, first].append(second)
        partners[kind, second].append(first)
        by_claim[first].append(known[kind, first, second])
    applied = (_apply(finding, known, partners, claims) for finding in findings)
    return tuple(_with_old_kinds(finding, by_claim, claims) for finding in applied)


def gone_pairs(finding: Finding, rulings: Iterable[Ruling], claims: Mapping[str, Claim]) -> tuple[Pair, ...]:
    """Ruled pairs of the finding of which one claim is gone: a new ruling on the finding takes their place."""
    sides = {*finding.left, *finding.right}
    pairs = ((r.kind, *sorted_pair(r.claims)) for r in rulings if r.kind == finding.kind)
    return tuple(sorted(p for p in pairs if sides & set(p[1:]) and not all(claim in claims for claim in p[1:])))


def sorted_pair(pair: tuple[str, str]) -> tuple[str, str]:
    """The two ids, the smaller first."""
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def _judged(claim: Claim) -> str:
    fields = [
        claim.quote,
        claim.subject,
        claim.predicate,
        value_to_json(claim.object),
        claim.polarity,
        claim.modality,
    ]
    packed = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()[:16]


def _apply(
    finding: Finding,
    known: Mapping[Pair, Ruling],
    partners: Mapping[tuple[str, str], Sequence[str]],
    claims: Mapping[str, Claim],
) -> Finding:
    sides = (*finding.left, *finding.right)
    ruled = {claim: partners.get((finding.kind, claim), ()) for claim in sides}
    if not any(ruled.values()):
        return finding
    verdicts, reasons, is_open = _asked(finding, known, claims)
    gone = sorted({other for others in ruled.values() for other in others if other not in claims})
    reasons.extend(f"claim {claim}, which was judged too, is gone" for claim in gone)
    if verdicts and (newcomers := [claim for claim in sides if not ruled[claim]]):
        joins = "claim joins" if len(newcomers) == 1 else "claims join"
        reasons.append(f"{len(newcomers)} new {joins} a decided disagreement")
    if is_open or reasons:
        return replace(finding, reopened=tuple(reasons))
    return replace(finding, decision=min(verdicts, key=CLOSING.index))


def _with_old_kinds(finding: Finding, by_claim: Mapping[str, Sequence[Ruling]], claims: Mapping[str, Claim]) -> Finding:
    """What was ruled on the finding's pairs when their claims said something else, which made another kind of them."""
    sides = {*finding.left, *finding.right}
    told: dict[str, None] = {}
    for ruling in (r for claim in sorted(sides) for r in by_claim.get(claim, ()) if r.kind != finding.kind):
        first, second = sorted_pair(ruling.claims)
        if second in sides and ruling.verdict in CLOSING:
            pair = JudgedPair(ruling.kind, (first, second), pair_digest(claims[first], claims[second]))
            if changed := _changed(pair, ruling.digest):
                told[f"ruled {ruling.verdict} as {ruling.kind} before {' and '.join(changed)} changed"] = None
    return replace(finding, reopened=(*finding.reopened, *told)) if told else finding


def _asked(
    finding: Finding, known: Mapping[Pair, Ruling], claims: Mapping[str, Claim]
) -> tuple[list[str], list[str], bool]:
    """The verdicts on the finding's pairs, why judged ones are open again, and whether any is open."""
    verdicts: list[str] = []
    changed: dict[str, None] = {}
    is_open = False
    for pair in judged_pairs(finding, claims):
        ruling = known.get((pair.kind, *pair.claims))
        if ruling is None or ruling.verdict not in CLOSING:
            is_open = True
        elif ruling.digest != pair.digest:
            changed.update(dict.fromkeys(_changed(pair, ruling.digest)))
        else:
            verdicts.append(ruling.verdict)
    return verdicts, [f"claim {claim} has changed since it was judged" for claim in sorted(changed)], is_open


def _changed(pair: JudgedPair, digest: str) -> list[str]:
    """The claims whose half of the digest differs; both where the ruling's is of another make."""
    before, now = digest.split("-"), pair.digest.split("-")
    if len(before) != len(now):
        return list(pair.claims)
    return [claim for claim, old, new in zip(pair.claims, before, now, strict=True) if old != new]
