"""Names that nobody declared: placed by their words, and the finding says so."""

import pytest

from leica_kb.checks import find_findings, touched_slots
from leica_kb.checks.slots import Slot
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
    made = [
        say("a", "m9-series", "supplier", "sony", stated="2009"),
        say("b", "m9-p", "supplier", "kodak", stated="2014"),
    ]
    (finding,) = find_findings(made, context())
    assert (finding.kind, finding.severity) == ("value", "tension")
