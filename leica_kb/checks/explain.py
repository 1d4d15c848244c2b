"""Why two claims are, or are not, set against each other: the gate that stopped the pair, or the rule that fired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from leica_kb.checks.clash import are_listed, relation_of
from leica_kb.checks.context import Context
from leica_kb.checks.findings import claim_slots
from leica_kb.checks.gates import Gate, is_carved_out
from leica_kb.checks.groups import Group
from leica_kb.checks.judge import Edge, judge
from leica_kb.checks.pairing import edges_of, retold
from leica_kb.checks.reading import Reading, are_one_sentence, read_claim, read_claims, with_lists
from leica_kb.checks.slots import slot_gate
from leica_kb.checks.timing import overlap_of
from leica_kb.model import Claim, Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks make of one pair."""

    gate: Gate | None
    """The gate that stopped it: slot, time, scope, modality or clash; None where a rule fired and it is loud."""
    reason: str
    """In words: why it was stopped, or the rule that fired."""
    kind: str | None = None
    severity: Severity | None = None
    """As the finding has it; None where there is nothing to report."""
    reasons: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The verdict as the mapping that ``contradictions --why --json`` prints."""
        return {
            "gate": self.gate,
            "reason": self.reason,
            "kind": self.kind,
            "severity": self.severity,
            "reasons": list(self.reasons),
            "facts": list(self.facts),
        }


def explain_pair(left: Claim, right: Claim, context: Context, among: Iterable[Claim] = ()) -> Verdict:
    """The gate that stopped two claims, or the rule that fired.

    Args:
        left: any claim; ``right``: any other.
        context: as for ``find_findings``.
        among: the base's claims, from which pack rules draw; without them only the two speak.
    """
    everyone = {claim.id: claim for claim in (*among, left, right)}
    informed = context.informed_by(everyone.values())
    readings = [read_claim(claim, informed) for claim in (left, right)]
    if readings[0] is None or readings[1] is None:
        return Verdict("slot", "a rejected claim, or one whose predicate no pack knows, is compared with nothing")
    derived = _derived(readings[0], readings[1], everyone.values(), informed)
    if derived is not None:
        return _fired(derived)
    near = [claim for claim in everyone.values() if claim.source in (left.source, right.source)]
    joined = {reading.claim.id: reading for reading in with_lists(read_claims(near, informed), informed)}
    return _explain(joined[left.id], joined[right.id], informed)


def _explain(left: Reading, right: Reading, context: Context) -> Verdict:
    stopped = slot_gate(left, right, context)
    if stopped is not None:
        return Verdict("slot", stopped)
    edges = [*judge(Group((left,)), Group((right,), 1), context), *retold((left, right), context)]
    if edges:
        return _fired(edges[0])
    if are_one_sentence(left, right, context):
        return Verdict("scope", "one sentence of one speaker: a list, or an exception that the sentence itself makes")
    if is_carved_out(left, right):
        return Verdict("scope", "the sentence that makes the exception states the rule as well")
    if overlap_of(left.when, right.when) == "none":
        return Verdict("time", "they hold at different times, and differ in nothing that would clash")
    return Verdict("clash", _harmless(left, right, context))


def _harmless(left: Reading, right: Reading, context: Context) -> str:
    """Why two sayings of one slot can both hold."""
    relation = relation_of(left, right, context)
    alike = left.affirmed == right.affirmed
    asked = (
        (relation == "equal" and alike, "they say the same"),
        (relation == "equal", "affirmed and denied, but of different dates"),
        (relation in ("inside", "holds", "same", "compatible"), f"their objects agree ({relation})"),
        (relation == "incomparable", "wordings or units that cannot be compared; likeness proves nothing"),
        (not alike, "what is denied is another value than what is affirmed"),
        (are_listed(left, right), "one side lists both values"),
        (left.predicate.universal, f"neither side means the whole class: {left.predicate.id} may have several values"),
    )
    several = f"{left.predicate.id} may have several values side by side"
    return next((words for holds, words in asked if holds), several)


def _derived(left: Reading, right: Reading, claims: Iterable[Claim], context: Context) -> Edge | None:
    """The edge of a pack rule that sets the two against each other, where the base holds what the rule needs."""
    rules = [rule for rule in context.vocabulary.rules if {left.predicate.id, right.predicate.id} & {rule.predicate}]
    if not rules or left.predicate.id == right.predicate.id:
        return None
    said, proof = (left, right) if left.predicate.id == rules[0].predicate else (right, left)
    readings = list(read_claims(claims, context))
    slots = [slot for slot in claim_slots(said, context) if slot.predicate == said.predicate.id]
    for slot in slots:
        mine = [reading for reading in readings if slot in claim_slots(reading, context)]
        for edge in edges_of(slot, mine, context)[0]:
            proofs = {claim.id for reading in (*edge.left, *edge.right) for claim in reading.because}
            if proof.claim.id in proofs and said.claim.id in {r.claim.id for r in (*edge.left, *edge.right)}:
                return edge
    return None


def _fired(edge: Edge) -> Verdict:
    if edge.severity != "note":
        return Verdict(None, edge.rule, edge.kind, edge.severity, edge.reasons, edge.facts)
    return Verdict(edge.gate, edge.reasons[0], edge.kind, edge.severity, edge.reasons, edge.facts)
