"""Cross-reference and the slots: rows of a comparison, and which claims a slot needs."""

import pytest

from leica_kb.checks import (
    Context,
    Slot,
    SourceFacts,
    changes_links,
    check_slot,
    cross_reference,
    find_findings,
    in_time_order,
    predicates_of,
    subjects_of,
    touched_slots,
)
from leica_kb.model import Claim, NumberValue, Vocabulary
from tests.checks.making import context, say


@pytest.mark.parametrize(
    ("claims", "agreement"),
    [
        ([say("a", "m9", "supplier", "sony"), say("b", "m9", "supplier", "sony")], "equal"),
        ([say("a", "leica", "based_in", "solms"), say("b", "leica", "based_in", "germany")], "compatible"),
        ([say("a", "kodak", "partner_of", "sony"), say("b", "kodak", "partner_of", "leica")], "compatible"),
        (
            [
                say("a", "m9", "supplier", "sony", source="x"),
                say("b", "m9", "supplier", "kodak", source="x"),
                say("c", "m9", "supplier", "kodak"),
            ],
            "compatible",
        ),
        ([say("a", "m9", "supplier", "sony"), say("b", "m9", "supplier", "kodak")], "different"),
    ],
)
def test_a_row_is_equal_compatible_or_different(claims: list[Claim], agreement: str) -> None:
    (row,) = cross_reference(claims, context())
    assert row.agreement == agreement


def test_a_row_counts_witnesses_and_puts_the_best_told_value_first() -> None:
    here = context(x=SourceFacts(publisher="P", published="2003"), y=SourceFacts(publisher="P", published="2001"))
    claims = [
        say("a", "m9", "supplier", "kodak", denied=True),
        say("b", "m9", "supplier", "sony", source="x", stated=None),
        say("c", "m9", "supplier", "sony", source="y", stated=None),
        say("d", "m9", "supplier", "sony", source="z"),
    ]
    (row,) = cross_reference(claims, here)
    assert [(s.words, s.sources, s.witnesses) for s in row.sayings] == [
        ("Sony", ("y", "x", "z"), 2),
        ("not Kodak", ("article-a",), 1),
    ]
    assert in_time_order(claims, here) == ("y", "x", "article-a", "z")


def test_rows_are_told_apart_by_component_and_rank() -> None:
    claims = [
        say("a", "m9", "made_by", "sony", component="lens"),
        say("b", "m9", "made_by", "kodak"),
        say("c", "leica", "market_rank", "japan", rank=2),
    ]
    rows = [(row.predicate, row.subject, row.detail) for row in cross_reference(claims, context())]
    assert rows == [("made_by", "m9", ""), ("made_by", "m9", "lens"), ("market_rank", "leica", "2")]


def test_a_slot_says_which_claims_it_needs() -> None:
    here = context()
    assert predicates_of(Slot("made_by", "lenses"), here) == ("made_by", "makes")
    assert predicates_of(Slot("differs_from", "twins-a"), here) == ("differs_from", "method", "supplier")
    assert subjects_of(Slot("made_by", "lenses"), here) == ("lenses", "q-lens", "small-lenses")
    assert "b-lenses" in subjects_of(Slot("differs_from", "twins-a"), here)


def test_a_slot_can_be_checked_with_other_claims_about() -> None:
    claims = [
        say("a", "m9", "supplier", "sony"),
        say("b", "m9", "supplier", "kodak"),
        say("c", "m8", "supplier", "kodak"),
        say("d", "m9", "made_in", "japan"),
    ]
    assert check_slot(Slot("supplier", "m9"), claims, context()) == find_findings(claims, context())
    assert check_slot(Slot("supplier", "m8"), claims, context()) == ()


def test_touched_slots_are_the_subject_s_its_holders_and_those_of_rules() -> None:
    (claim, unknown) = say("a", "twins-b", "supplier", "kodak"), say("b", "m9", "colour", "kodak")
    assert touched_slots([claim, unknown], context()) == (
        Slot("differs_from", "twins-a"),
        Slot("differs_from", "twins-b"),
        Slot("supplier", "all-b"),
        Slot("supplier", "twins-b"),
    )


def test_claims_that_join_names_change_links() -> None:
    assert changes_links([say("a", "sony", "same_company_as", "kodak")])
    assert not changes_links([say("a", "m9", "supplier", "kodak")])


def test_a_predicate_without_a_sentence_is_said_by_its_name() -> None:
    bare = Context(Vocabulary(context().vocabulary.predicates, {}))
    named = {"condition": "mint", "valid": "2019"}
    claims = [
        say("a", "m9", "waiting_list", NumberValue(1, "day"), attribution=("commenter:2",), **named),
        say("b", "m9", "waiting_list", NumberValue(9, "day"), attribution=("ann",), **named),
    ]
    (finding,) = find_findings(claims, bare)
    assert finding.explanation == (
        "A commenter on the article article-a, 2019 says that m9: waiting list 1 day (condition mint), 2019, "
        "but ann in the article article-b, 2019 says that m9: waiting list 9 days (condition mint), 2019."
    )
