"""Planted pairs as short articles, a sample of each kind: what is loud was planted, and no dated succession is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.lists import FindingList
from tests.checks.planted import Tally, tally
from tests.checks.planted_articles import TRADES, Case, loud_pairs, note_pairs, write_base, written

SAMPLED = ("owner", "place-denied", "opening", "rank-of-place", "country", "self", "moved", "ranks-change", "forecast")
QUIET = ("decade", "currencies", "two-ranks", "exception", "list")


@pytest.fixture(scope="module")
def cases() -> Sequence[Case]:
    return [case for case in written(TRADES[0], draws=1) if case.name.split()[1] in (*SAMPLED, *QUIET)]


@pytest.fixture(scope="module")
def found(cases: Sequence[Case], tmp_path_factory: pytest.TempPathFactory) -> FindingList:
    root = tmp_path_factory.mktemp("planted") / "base"
    write_base(root, cases)
    kb = KnowledgeBase(root)
    kb.build()
    return kb.contradictions(notes=True)


def _wanted(cases: Sequence[Case]) -> Mapping[tuple[str, str], str]:
    return {case.pair: case.kind for case in cases if case.expected == "loud"}


def test_what_is_planted_is_found_and_nothing_else_is_loud(cases: Sequence[Case], found: FindingList) -> None:
    assert dict(loud_pairs(found)) == _wanted(cases)


def test_successions_and_forecasts_are_notes(cases: Sequence[Case], found: FindingList) -> None:
    noted = {(case.pair, case.kind) for case in cases if case.expected == "note"}
    assert noted <= note_pairs(found)


def test_there_are_more_than_four_hundred_pairs_in_constructions_of_their_own() -> None:
    worlds = [written(trade) for trade in TRADES]
    assert sum(len(world) for world in worlds) >= 400
    open_, held_out = ({a.text for case in world for a in case.articles} for world in (worlds[0], worlds[2]))
    assert not open_ & held_out


def test_the_tally_drops_when_findings_are_lost_or_invented(cases: Sequence[Case], found: FindingList) -> None:
    wanted = _wanted(cases)
    assert tally(wanted, loud_pairs(found))["polarity"] == Tally(2, 2, 0)
    rest = replace(found, findings=tuple(f for f in found.findings if f.kind != "polarity"))
    assert tally(wanted, loud_pairs(rest))["polarity"] == Tally(2, 0, 0)
    assert tally({}, loud_pairs(found))["polarity"] == Tally(0, 0, 2)
    assert tally({}, loud_pairs(found), ignored=set(wanted)) == {}
