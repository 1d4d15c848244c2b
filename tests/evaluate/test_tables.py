from __future__ import annotations

import pytest

from leica_kb.evaluate import (
    Item,
    NoMarkersError,
    Ratio,
    claims_table,
    parse_expected,
    properties_table,
    score_claims,
    score_constructions,
    shares_table,
    suite_table,
    update_page,
)
from leica_kb.evaluate.passages import PropertyScore
from tests.evaluate.claims import MATCHING, claim, gold

MADE_IN = parse_expected({"subject": "z9", "predicate": "made_in", "object": {"entity": "sendai"}}, partial=False)


def test_ratios_add_up_and_nothing_counted_is_no_number() -> None:
    assert Ratio(1, 2) + Ratio(1, 4) == Ratio(2, 6)
    assert str(Ratio(0, 0)) == "–"


def test_a_claims_table_and_its_shares() -> None:
    score = score_claims(
        [gold("z9 made_in sendai")], [claim("z9 made_in sendai"), claim("z9 founded_in 'x'")], MATCHING
    )
    assert "| precision | 0.50 (1/2) |" in claims_table(score)
    assert "| F1 | 0.67 |" in claims_table(score)
    assert shares_table(score, "topic").splitlines() == [
        "| topic | precision | recall |",
        "| --- | --- | --- |",
        "| (none in the gold) | 0.00 (0/1) | – |",
        "| factories | 1.00 (1/1) | 1.00 (1/1) |",
    ]


def test_a_suite_table_shows_both_parts() -> None:
    items = [Item("active-09", "active", "The Z9 is made in Sendai.", (MADE_IN,)), Item("a-3", "question", "Is it?")]
    held_out = [item.construction for item in items if item.held_out]
    lines = suite_table(score_constructions(items, lambda _: [claim("z9 made_in sendai")], MATCHING)).splitlines()
    assert held_out == ["active"]
    assert lines[-1].startswith("| **all** | – | – | 1.00 (1/1) | 0.00 (0/1) | 1.00 (1/1)")
    assert "| active | – | – | – | – | 1.00 (1/1) | 1.00 (1/1) | 0.00 (0/1) | – |" in lines
    assert "| question | – | – | 1.00 (1/1) | 0.00 (0/1) | – | – | – | – |" in lines


def test_a_properties_table_has_the_exact_figure_beside() -> None:
    loose, strict = PropertyScore("CEO", Ratio(1, 2), Ratio(1, 2)), PropertyScore("CEO", Ratio(0, 2), Ratio(0, 2))
    assert "| CEO | 0.50 (1/2) | 0.50 (1/2) | 0.50 | 0.00 |" in properties_table([loose], [strict])
    assert "| 0.50 | – |" in properties_table([loose], [])


PAGE = "Hand.\n<!-- generated: speed -->\nold \\1\n<!-- end: speed -->\nMore.\n"


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    new = update_page(PAGE, {"speed": "4 × \\1"})
    assert new == PAGE.replace("old \\1", "4 × \\1")
    assert update_page(new, {"speed": "4 × \\1"}) == new


def test_a_page_without_the_markers_is_refused() -> None:
    with pytest.raises(NoMarkersError, match="<!-- generated: memory -->"):
        update_page(PAGE, {"memory": "x"})
