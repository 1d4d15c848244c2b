"""Which claims wait, and the worst first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leica_kb.model import Claim, Finding, Review, TextValue, Verification
from leica_kb.model.claim import ReviewState
from leica_kb.model.finding import AnchorStatus, Severity
from leica_kb.review import RulePrecision, Waiting, line_up, measure_rules, rule_of


def claim(name: str, *, origin: str = "rules/1 use-for", state: ReviewState = "unreviewed") -> Claim:
    return Claim(name, "s", "a", "is", TextValue("b"), "a is b", 0, 6, origin=origin, review=Review(state))


def finding(severity: Severity, *sides: str, decision: str | None = None) -> Finding:
    return Finding(f"f-{severity}", "value", severity, sides[:1], sides[1:], "r", "e", decision)


def proof(name: str, status: AnchorStatus) -> Verification:
    return Verification(name, status, None, None, "gone")


def ids(rows: tuple[Waiting, ...]) -> list[str]:
    return [row.claim.id for row in rows]


def test_broken_words_come_before_findings_these_before_weak_rules_and_these_before_the_rest() -> None:
    claims = [claim("rest", origin="rules/1 good"), claim("weak"), claim("tense"), claim("clash"), claim("gone")]
    found = [finding("contradiction", "clash", "x"), finding("tension", "tense", "y")]
    rows = line_up(claims, [proof("gone", "missing")], found, {"use-for": RulePrecision("use-for", 3, 2)})
    assert ids(rows) == ["gone", "clash", "tense", "weak", "rest"]
    assert [reason.kind for reason in rows[0].reasons] == ["words", "rule", "unreviewed"]
    assert rows[3].reasons[0].words == "its rule use-for was right in 3 of 5 reviewed claims"


def test_claims_of_one_finding_stand_together_and_the_rest_in_the_order_given() -> None:
    claims = [claim("a"), claim("b"), claim("c"), claim("d")]
    found = [finding("contradiction", "d", "b"), finding("tension", "c", "a")]
    assert ids(line_up(claims, [], found, {})) == ["b", "d", "a", "c"]
    assert ids(line_up(claims, [], [], {})) == ["a", "b", "c", "d"]


def test_what_is_reviewed_waits_only_where_its_words_broke() -> None:
    claims = [claim("ok", state="accepted"), claim("bad", state="corrected"), claim("out", state="rejected")]
    broken = [proof("bad", "changed"), proof("out", "missing")]
    assert ids(line_up(claims, broken, [finding("contradiction", "ok", "bad")], {})) == ["bad"]


def test_what_moved_is_noted_or_is_decided_is_no_suspicion() -> None:
    found = [finding("contradiction", "a", "b", decision="real"), finding("note", "a", "b")]
    (row,) = line_up([claim("a")], [proof("a", "moved")], found, {})
    assert [reason.kind for reason in row.reasons] == ["unreviewed"]


def test_a_rule_is_weak_only_where_enough_of_its_claims_are_reviewed() -> None:
    few, right = RulePrecision("use-for", 0, 4), RulePrecision("use-for", 9, 1)
    for measured in (few, right):
        (row,) = line_up([claim("a")], [], [], {"use-for": measured})
        assert [reason.kind for reason in row.reasons] == ["unreviewed"]


@given(st.lists(st.sampled_from(["unreviewed", "accepted", "corrected", "rejected"]), max_size=8))
def test_every_unreviewed_claim_waits_once_and_no_rejected_one_ever(states: list[ReviewState]) -> None:
    claims = [claim(f"c{at}", state=state) for at, state in enumerate(states)]
    rows = line_up(claims, [proof(c.id, "changed") for c in claims[::2]], [finding("tension", "c0", "c1")], {})
    waiting = ids(rows)
    assert len(set(waiting)) == len(waiting)
    assert {c.id for c in claims if c.review.state == "unreviewed"} <= set(waiting)
    assert not {c.id for c in claims if c.review.state == "rejected"} & set(waiting)


def test_precision_counts_what_was_right_as_it_was() -> None:
    measured = measure_rules([("use-for", "accepted", 9), ("use-for", "rejected", 2), ("use-for", "corrected", 1)])
    assert (measured["use-for"].precision, measured["use-for"].reviewed) == (0.75, 12)
    assert RulePrecision("new").precision is None


def test_one_more_correction_lowers_the_precision() -> None:
    before = RulePrecision("r", accepted=3)
    after = replace(before, corrected=1)
    assert (before.precision, after.precision) == (1.0, 0.75)


def test_a_rule_keeps_its_name_over_versions() -> None:
    assert [rule_of(origin) for origin in ("rules/1 use-for", "rules/2 use-for", "person:ann")] == [
        "use-for",
        "use-for",
        "person:ann",
    ]
