"""Rulings on pairs: they close findings, last while nothing changes, and open again with the reason."""

from dataclasses import dataclass, replace

from leica_kb.checks import apply_decisions, find_findings, gone_pairs, judged_pairs, pair_digest
from leica_kb.model import Claim, Finding
from tests.checks.making import context, say


@dataclass(frozen=True)
class Ruled:
    kind: str
    claims: tuple[str, str]
    digest: str
    verdict: str


SONY = say("a", "m9", "supplier", "sony")
KODAK = say("b", "m9", "supplier", "kodak")
LEICA = say("c", "m9", "supplier", "leica")


def _found(*claims: Claim) -> tuple[Finding, dict[str, Claim]]:
    (finding,) = find_findings(claims, context())
    return finding, {claim.id: claim for claim in claims}


def _rule(finding: Finding, claims: dict[str, Claim], verdict: str) -> list[Ruled]:
    return [Ruled(pair.kind, pair.claims, pair.digest, verdict) for pair in judged_pairs(finding, claims)]


def test_a_finding_is_closed_when_all_its_pairs_are() -> None:
    finding, claims = _found(SONY, KODAK)
    (closed,) = apply_decisions([finding], _rule(finding, claims, "explained"), claims)
    assert closed.decision == "explained"
    assert closed.reasons == finding.reasons
    assert replace(closed, decision=None) == finding


def test_undecided_opens_again_and_a_foreign_kind_rules_nothing() -> None:
    finding, claims = _found(SONY, KODAK)
    assert apply_decisions([finding], _rule(finding, claims, "undecided"), claims) == (finding,)
    other = [replace(ruling, kind="rank") for ruling in _rule(finding, claims, "real")]
    assert apply_decisions([finding], other, claims) == (finding,)


def test_a_newcomer_opens_only_its_own_pairs() -> None:
    finding, claims = _found(SONY, KODAK)
    rulings = _rule(finding, claims, "real")
    wider, more = _found(SONY, KODAK, LEICA)
    (open_again,) = apply_decisions([wider], rulings, more)
    assert open_again.decision is None
    assert open_again.reopened[-1] == "1 new claim joins a decided disagreement"
    (closed,) = apply_decisions([wider], [*rulings, *_rule(wider, more, "real")], more)
    assert closed.decision == "real"


def test_two_newcomers_are_counted() -> None:
    finding, claims = _found(SONY, KODAK)
    wider, more = _found(SONY, KODAK, LEICA, say("d", "m9", "supplier", "panasonic"))
    (open_again,) = apply_decisions([wider], _rule(finding, claims, "real"), more)
    assert open_again.reopened[-1] == "2 new claims join a decided disagreement"


def test_a_changed_judged_field_opens_again_and_names_the_claim() -> None:
    finding, claims = _found(SONY, KODAK)
    rulings = _rule(finding, claims, "not-a-contradiction")
    changed = replace(KODAK, quote="other words")
    wider, more = _found(SONY, changed)
    (open_again,) = apply_decisions([wider], rulings, more)
    assert (open_again.decision, open_again.reopened) == (None, ("claim b has changed since it was judged",))
    moved = replace(KODAK, start=7, end=9, origin="person:x")
    same, there = _found(SONY, moved)
    assert apply_decisions([same], rulings, there)[0].decision == "not-a-contradiction"


def test_a_changed_claim_that_makes_another_kind_of_the_finding_tells_the_old_ruling() -> None:
    finding, claims = _found(SONY, KODAK)
    rulings = _rule(finding, claims, "explained")
    (note,) = find_findings([SONY, replace(KODAK, modality="speculated")], context())
    assert note.kind != finding.kind
    now = {**claims, "b": replace(KODAK, modality="speculated")}
    (told,) = apply_decisions([note], rulings, now)
    assert (told.decision, told.reopened) == (None, (f"ruled explained as {finding.kind} before b changed",))


def test_a_digest_of_another_make_counts_as_changed() -> None:
    finding, claims = _found(SONY, KODAK)
    rulings = [replace(ruling, digest="f00") for ruling in _rule(finding, claims, "real")]
    (open_again,) = apply_decisions([finding], rulings, claims)
    assert len(open_again.reopened) == 2


def test_a_claim_that_is_gone_opens_again_until_ruled_anew() -> None:
    finding, claims = _found(SONY, KODAK, LEICA)
    rulings = _rule(finding, claims, "real")
    smaller, rest = _found(SONY, KODAK)
    (open_again,) = apply_decisions([smaller], rulings, rest)
    assert open_again.reopened == ("claim c, which was judged too, is gone",)
    gone = gone_pairs(smaller, rulings, rest)
    assert gone == (("value", "b", "c"),)
    kept = [ruling for ruling in rulings if (ruling.kind, *ruling.claims) not in gone]
    assert apply_decisions([smaller], kept, rest)[0].decision == "real"


def test_a_mixed_verdict_is_named_by_its_gravest() -> None:
    finding, claims = _found(SONY, KODAK, LEICA)
    first, second = _rule(finding, claims, "not-a-contradiction")
    ruled = [first, replace(second, verdict="real", claims=(second.claims[1], second.claims[0]))]
    assert apply_decisions([finding], ruled, claims)[0].decision == "real"


def test_the_digest_does_not_depend_on_the_side() -> None:
    assert pair_digest(SONY, KODAK) == pair_digest(KODAK, SONY)
    assert pair_digest(SONY, KODAK) != pair_digest(SONY, replace(KODAK, polarity="denied"))
