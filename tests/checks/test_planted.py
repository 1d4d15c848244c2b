"""The planted pairs: every kind and every look-alike, in three worlds of which the third was held out."""

from dataclasses import replace

import pytest

from leica_kb.checks import explain_pair
from tests.checks.planted import HELD_OUT, check_world, planted, score
from tests.checks.planted_world import WORLDS, World


def test_the_planted_set_is_large_and_covers_all_kinds() -> None:
    cases = [case for world in WORLDS for case in planted(world)]
    assert len(cases) >= 400
    assert {case.kind for case in cases} == {
        *("", "value", "polarity", "number", "date", "rank", "exclusive", "universal-exception", "derived-difference"),
        *("self-contradiction", "succession", "prediction", "modality", "scope", "place-inside-place", "identity"),
        *("retelling", "opinion"),
    }


@pytest.mark.parametrize("world", [world for world in WORLDS if world is not HELD_OUT], ids=lambda w: w.trade)
def test_every_pair_of_the_open_worlds_is_judged_rightly(world: World) -> None:
    cases, findings, _ = check_world(world)
    assert score(cases, findings).wrong == ()


def test_the_held_out_world_meets_the_targets() -> None:
    cases, findings, _ = check_world(HELD_OUT)
    result = score(cases, findings)
    assert result.precision >= 0.95
    assert result.recall >= 0.90
    assert result.notes >= 0.90


def test_no_dated_succession_is_called_a_contradiction() -> None:
    for world in WORLDS:
        cases, findings, _ = check_world(world)
        pairs = {case.pair for case in cases if case.kind == "succession"}
        sides = [(f.left, f.right) for f in findings if f.severity != "note"]
        assert not [(a, b) for left, right in sides for a in left for b in right if (min(a, b), max(a, b)) in pairs]


def test_the_score_drops_when_findings_are_lost_invented_or_softened() -> None:
    cases, findings, _ = check_world(WORLDS[0])
    loud = [f for f in findings if f.severity != "note"]
    assert score(cases, findings[1:]).recall < 1
    assert score(cases, [replace(loud[0], right=(loud[1].left[0],)), *findings]).precision < 1
    assert score(cases, [replace(f, severity="note") for f in findings]).recall == 0
    assert score(cases, loud).notes == 0


def test_the_reason_of_a_pair_agrees_with_the_findings() -> None:
    cases, findings, context = check_world(WORLDS[1])
    loud = {(min(a, b), max(a, b)) for f in findings if f.severity != "note" for a in f.left for b in f.right}
    for case in cases:
        verdict = explain_pair(case.claims[0], case.claims[1], context, case.claims)
        assert (verdict.gate is None) == (case.pair in loud), (case.name, verdict)
        assert verdict.severity == ({"loud": verdict.severity, "note": "note", "nothing": None}[case.expected]), (
            case.name
        )
