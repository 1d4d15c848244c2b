"""Names that nobody declared: placed by their words, and the finding says so."""

from dataclasses import replace

import pytest

from leica_kb.checks import find_findings, touched_slots
from leica_kb.checks.slots import Slot
from leica_kb.checks.values import relate_entities
from leica_kb.model import DateValue
from tests.checks.making import context, say


@pytest.mark.parametrize(
    ("name", "place", "kind"),
    [
        ("wide-lenses", "lenses", "product_class"),
        ("very-small-lenses", "small-lenses", "product_class"),
        ("m9-p", "m9-series", "product"),
        ("m9", None, "product"),
        ("m10-p", None, ""),
        ("lenses-of-glass", None, ""),
        ("fake-small-lenses", None, "product_class"),
        ("lenses-small", None, ""),
        ("-", None, ""),
    ],
)
def test_an_undeclared_name_is_placed_by_its_words(name: str, place: str | None, kind: str) -> None:
    assert (context().placed(name), context().type_of(name)) == (place, kind)


def test_an_exception_of_an_undeclared_class_is_found_and_told() -> None:
    made = [say("a", "lenses", "made_in", "germany", scope="all"), say("b", "wide-lenses", "made_in", "japan")]
    (finding,) = find_findings(made, context())
    assert (finding.kind, finding.right) == ("universal-exception", ("b",))
    assert finding.facts == ("within: wide lenses in lenses (by its name)",)
    assert touched_slots(made[1:], context()) == (Slot("made_in", "lenses"), Slot("made_in", "wide-lenses"))


def test_a_variant_belongs_to_the_line_of_its_model() -> None:
    line = say("a", "m9-series", "supplier", "sony", stated="2009")
    variant = say("b", "m9-p", "supplier", "kodak", stated="2014")
    (finding,) = find_findings([line, variant], context())
    assert (finding.kind, finding.severity) == ("value", "tension")


def test_an_undeclared_town_may_lie_in_the_country_and_only_strains_with_a_town() -> None:
    town = say("a", "leica", "based_in", "hachioji")
    assert find_findings([town, say("b", "leica", "based_in", "germany")], context()) == ()
    (finding,) = find_findings([town, say("c", "leica", "based_in", "solms")], context())
    assert (finding.severity, finding.reasons) == ("tension", ("nobody has declared where hachioji lies",))
    assert "the place in the base's entities" in finding.settles


def test_a_longer_name_of_an_undeclared_firm_is_no_other_firm() -> None:
    unit = say("a", "m9", "supplier", "sony-semiconductor")
    assert [f.kind for f in find_findings([unit, say("b", "m9", "supplier", "sony")], context())] == ["identity"]
    assert [f.kind for f in find_findings([unit, say("b", "m9", "supplier", "tower-jazz")], context())] == ["value"]


def test_a_day_is_said_as_one() -> None:
    made = [say(f"a{n}", "leica", "founded_in", DateValue(date)) for n, date in enumerate(("1914-03-02", "1926"))]
    (finding,) = find_findings(made, context())
    assert "Leica was founded on 2 March 1914" in finding.explanation


def test_names_that_people_ruled_different_are_different_whatever_their_words_say() -> None:
    known = context()
    assert relate_entities("sony", "sony-imaging", known) == "same"
    ruled = {"sony": frozenset({"sony-imaging"}), "sony-imaging": frozenset({"sony"})}
    for pair in (("sony", "sony-imaging"), ("sony-imaging", "sony")):
        assert relate_entities(*pair, replace(known, different=ruled)) == "different"
