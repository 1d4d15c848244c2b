"""Which claims wait for a person, and in which order: the worst first (docs/decisions/0017-review.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from leica_kb.model import Claim, Finding, Verification
from leica_kb.review.precision import RulePrecision, rule_of

Kind = Literal["words", "finding", "rule", "unreviewed"]
REASONS: Final[tuple[Kind, ...]] = ("words", "finding", "rule", "unreviewed")
"""Why a claim waits, the gravest first: its receipt is broken, readers see it disagree, its rule is often wrong."""
_BROKEN: Final = ("missing", "changed", "ambiguous")
_LOUD: Final = ("contradiction", "tension")
ENOUGH: Final = 5
"""Reviewed claims from which on a rule's precision is taken for one."""
LOW: Final = 0.9
"""Precision below which a rule's claims are suspicious."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a claim waits."""

    kind: Kind
    words: str

    def to_json(self) -> dict[str, str]:
        """The reason as ``review --list --json`` prints it."""
        return {"kind": self.kind, "words": self.words}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits for a verdict, with the reasons, the gravest first."""

    claim: Claim
    reasons: tuple[Reason, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``review --list --json`` prints it."""
        return {"claim": self.claim.to_json(), "reasons": [reason.to_json() for reason in self.reasons]}


def line_up(
    claims: Sequence[Claim],
    verifications: Iterable[Verification],
    findings: Sequence[Finding],
    measured: Mapping[str, RulePrecision],
) -> tuple[Waiting, ...]:
    """Those of the claims that wait, in the order of the walk.

    Unreviewed claims wait always; those accepted or corrected only where their words no longer stand in the article;
    rejected ones never. Findings in their own order, the gravest first; claims in the order that is kept within a
    reason.
    """
    broken = {found.claim: found for found in verifications if found.status in _BROKEN}
    disputed = _disputed(findings)
    rows = []
    for place, claim in enumerate(claims):
        reasons = tuple(_reasons(claim, broken.get(claim.id), disputed.get(claim.id), measured))
        if reasons:
            rows.append((_rank(claim, reasons, broken, disputed, measured), place, Waiting(claim, reasons)))
    return tuple(row[-1] for row in sorted(rows, key=lambda row: row[:2]))


def _disputed(findings: Sequence[Finding]) -> dict[str, tuple[int, Finding]]:
    """Per claim the gravest open finding that it takes part in."""
    told: dict[str, tuple[int, Finding]] = {}
    for rank, finding in enumerate(findings):
        if finding.decision is None and finding.severity in _LOUD:
            for name in (*finding.left, *finding.right):
                told.setdefault(name, (rank, finding))
    return told


def _reasons(
    claim: Claim,
    broken: Verification | None,
    disputed: tuple[int, Finding] | None,
    measured: Mapping[str, RulePrecision],
) -> Iterator[Reason]:
    state = claim.review.state
    if state == "rejected":
        return
    if broken:
        yield Reason("words", f"its words are {broken.status}: {broken.detail}" if broken.detail else broken.status)
    if state != "unreviewed":
        return
    if disputed:
        yield Reason("finding", f"in an open {disputed[1].severity}, {disputed[1].id}")
    if (known := _low(claim, measured)) is not None:
        yield Reason("rule", f"its rule {known.rule} was right in {known.accepted} of {known.reviewed} reviewed claims")
    yield Reason("unreviewed", "nobody has reviewed it")


def _low(claim: Claim, measured: Mapping[str, RulePrecision]) -> RulePrecision | None:
    known = measured.get(rule_of(claim.origin))
    low = known is not None and known.reviewed >= ENOUGH and known.precision is not None and known.precision < LOW
    return known if low else None


def _rank(
    claim: Claim,
    reasons: Sequence[Reason],
    broken: Mapping[str, Verification],
    disputed: Mapping[str, tuple[int, Finding]],
    measured: Mapping[str, RulePrecision],
) -> tuple[int, float]:
    """The gravest reason; within it how grave: the status, the finding's rank, the rule's precision."""
    match reasons[0].kind:
        case "words":
            return 0, _BROKEN.index(broken[claim.id].status)
        case "finding":
            return 1, disputed[claim.id][0]
        case "rule":
            return 2, measured[rule_of(claim.origin)].precision or 0.0
        case _:
            return 3, 0
