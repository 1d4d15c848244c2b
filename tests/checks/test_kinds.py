"""Each kind of finding on claims of its own, and the look-alikes that are none."""

from collections.abc import Sequence

import pytest

from leica_kb.checks import find_findings
from leica_kb.model import Claim, DateValue, EntityValue, Finding, MoneyValue, NumberValue, Review, Span, TextValue
from tests.checks.making import context, say


def found(*claims: Claim) -> list[tuple[str, str]]:
    return [(f.kind, f.severity) for f in find_findings(claims, context())]


def only(claims: Sequence[Claim]) -> Finding:
    (finding,) = find_findings(claims, context())
    return finding


def test_polarity_is_told_with_the_denied_word_marked() -> None:
    said = say("a", "m9", "has_feature", TextValue("weather sealing"), quote="the M9 has weather sealing", start=40)
    denied = say("b", "m9", "has_feature", TextValue("weather sealing"), denied=True)
    finding = only([said, denied])
    assert (finding.kind, finding.severity, finding.left, finding.right) == ("polarity", "tension", ("a",), ("b",))
    assert finding.explanation == (
        "The article article-a, 2019 says that M9 has weather sealing, "
        "but the article article-b, 2019 says that M9 does not have weather sealing."
    )
    assert finding.clash["a"] == (Span(51, 66),)
    assert finding.reasons == ("it is not sure that both hold at one time",)


def test_who_denies_the_country_denies_the_town() -> None:
    finding = only([say("a", "m9", "made_in", "solms"), say("b", "m9", "made_in", "germany", denied=True)])
    assert finding.kind == "polarity"
    assert finding.facts == ("within: Solms in Germany (places.yaml:3)",)


def test_who_denies_the_town_does_not_deny_the_country() -> None:
    assert found(say("a", "m9", "made_in", "germany"), say("b", "m9", "made_in", "solms", denied=True)) == []


def test_value_two_suppliers_at_one_time_are_a_contradiction() -> None:
    finding = only([say("a", "m9", "supplier", "sony"), say("b", "m9", "supplier", "kodak")])
    assert (finding.kind, finding.severity, finding.reasons) == ("value", "contradiction", ())
    assert finding.settles == "a first-hand source for supplier"
    assert finding.slot == {"subject": "m9", "predicate": "supplier"}


def test_value_three_suppliers_are_one_disagreement() -> None:
    claims = [
        *(say(f"a{n}", "m9", "supplier", "sony") for n in range(3)),
        say("b", "m9", "supplier", "kodak"),
        say("c", "m9", "supplier", "leica"),
    ]
    finding = only(claims)
    assert finding.left == ("a0", "a1", "a2")
    assert finding.right == ("b", "c")
    assert "and 2 more say that Sony supplies M9" in finding.explanation


def test_a_line_and_its_model_only_strain() -> None:
    finding = only([say("a", "m9-series", "supplier", "sony"), say("b", "m9", "supplier", "kodak")])
    assert finding.severity == "tension"
    assert finding.reasons == ("one side speaks of a product line, the other of a model in it",)
    assert finding.facts == ("within: M9 in M9 series",)
    assert "the name of the model" in finding.settles


@pytest.mark.parametrize(("line", "kinds"), [("m9-series", ["value"]), ("m-system", ["succession"])])
def test_a_line_named_after_its_model_does_not_outlive_it(line: str, kinds: list[str]) -> None:
    old, new = say("a", line, "supplier", "sony", stated="2009"), say("b", "m9", "supplier", "kodak", stated="2020")
    assert [kind for kind, _ in found(old, new)] == kinds


def test_number_beyond_its_written_precision() -> None:
    claims = [
        say("a", "m9", "waiting_list", NumberValue(1, "year"), quote="wait 1 year"),
        say("b", "m9", "waiting_list", NumberValue(5, "week"), denied=False),
    ]
    finding = only(claims)
    assert (finding.kind, finding.severity) == ("number", "contradiction")
    assert "M9: waiting list 5 weeks" in finding.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NumberValue(1, "year"), NumberValue(14, "month")),
        (NumberValue(40, "minute", "about"), NumberValue(43, "minute")),
        (NumberValue(3, "year", "at_least"), NumberValue(9, "year")),
        (NumberValue(2, "year", "at_most"), NumberValue(1, "month")),
        (NumberValue(2.5, "year"), NumberValue(30, "month")),
        (NumberValue(1200, "day"), NumberValue(1230, "day")),
        (NumberValue(3, "lens"), NumberValue(3, "year")),
        (NumberValue(0, "day"), NumberValue(0, "hour")),
    ],
)
def test_number_within_its_written_precision_is_no_clash(left: NumberValue, right: NumberValue) -> None:
    assert found(say("a", "m9", "waiting_list", left), say("b", "m9", "waiting_list", right)) == []


def test_prices_of_two_days_are_a_succession_and_of_one_day_a_clash() -> None:
    first = say("a", "m9", "price", MoneyValue(5500, "EUR"), stated="2009")
    later = say("b", "m9", "price", MoneyValue(2100, "EUR"), stated="2018")
    same = say("c", "m9", "price", MoneyValue(4100, "EUR"), stated="2009", quote="for EUR 4,100 only")
    assert found(first, later) == [("succession", "note")]
    assert found(first, same) == [("number", "contradiction")]
    assert only([first, same]).clash["c"] == (Span(108, 113),)


def test_rank_one_place_and_one_holder() -> None:
    germany = say("a", "leica", "market_rank", "germany", rank=3)
    japan = say("b", "leica", "market_rank", "japan", rank=3)
    second = say("c", "leica", "market_rank", "germany", rank=2)
    assert found(germany, japan) == [("rank", "contradiction")]
    assert found(germany, second) == [("rank", "contradiction")]
    assert found(japan, second) == []
    assert found(germany, say("d", "leica", "market_rank", "europe", rank=3)) == [("place-inside-place", "note")]


def test_date_of_founding_needs_no_time_of_its_own() -> None:
    finding = only(
        [
            say("a", "panasonic", "founded_in", DateValue("192X"), quote="started in the 1920s", stated=None),
            say("b", "panasonic", "founded_in", DateValue("1918"), quote="founded in 1918", stated="2024"),
        ]
    )
    assert (finding.kind, finding.severity) == ("date", "contradiction")
    assert "Panasonic was founded in the 1920s" in finding.explanation
    assert finding.clash["b"] == (Span(111, 115),)


def test_date_of_an_opening_and_of_a_closing() -> None:
    first = say("a", "leica", "has_factory_in", "germany", opened="2013-03")
    assert found(first, say("b", "leica", "has_factory_in", "germany", opened="2013")) == []
    assert found(first, say("c", "leica", "has_factory_in", "germany", opened="2011")) == [("date", "contradiction")]
    assert found(first, say("d", "leica", "has_factory_in", "germany", closed="2011")) == []
    assert found(first, say("e", "leica", "has_factory_in", "japan", opened="1999")) == []
    assert found(first, say("f", "leica", "has_factory_in", "germany", opened="soon")) == []
    planned = say("g", "leica", "has_factory_in", "germany", opened="2012", modality="planned")
    assert found(first, planned) == [("modality", "note")]


def test_a_date_that_nobody_can_read_is_not_compared() -> None:
    one, other = (
        say("a", "leica", "founded_in", DateValue("long ago")),
        say("b", "leica", "founded_in", DateValue("1914")),
    )
    assert found(one, other) == []


def test_exclusive_values_of_one_thing() -> None:
    finding = only(
        [
            say("a", "lenses", "method", TextValue("handmade"), scope="all"),
            say("b", "q-lens", "method", TextValue("mass produced")),
        ]
    )
    assert (finding.kind, finding.severity) == ("exclusive", "tension")
    assert "cannot be both «hand-crafted» and «mass-produced»" in finding.rule


def test_a_universal_and_its_exception_that_another_makes() -> None:
    claims = [
        say("a", "lenses", "made_in", "germany", scope="generic"),
        say("b", "small-lenses", "made_in", "japan"),
        say("c", "lenses", "made_in", "solms", scope="some"),
    ]
    (loud, note) = find_findings(claims, context())
    assert (loud.kind, loud.severity, loud.left, loud.right) == ("universal-exception", "tension", ("a",), ("b",))
    assert loud.reasons == ("one side is said in general only",)
    assert note.kind == "place-inside-place"


def test_two_classes_of_exceptions_to_one_universal_are_one_finding() -> None:
    finding = only(
        [
            say("a", "lenses", "made_in", "germany", scope="generic"),
            say("b", "small-lenses", "made_in", "japan"),
            say("c", "q-lens", "made_in", "japan"),
        ]
    )
    assert finding.right == ("b", "c")


def test_two_universals_have_their_own_exceptions() -> None:
    made = [
        say("a", "lenses", "made_in", "germany", scope="all", valid="2000/2010"),
        say("b", "lenses", "made_in", "japan", scope="all", valid="2011/2020"),
        say("c", "small-lenses", "made_in", "japan", valid="2005"),
        say("d", "small-lenses", "made_in", "germany", valid="2015"),
    ]
    loud = [f for f in find_findings(made, context()) if f.severity != "note"]
    assert sorted((f.left, f.right) for f in loud) == [(("a",), ("c",)), (("b",), ("d",))]
    assert len({f.id for f in loud}) == 2


def test_whose_product_it_is_does_not_say_who_builds_it() -> None:
    built = say("a", "small-lenses", "made_by", "panasonic", scope="all")
    assert found(built, say("b", "leica", "makes", "q-lens")) == []
    assert found(built, say("c", "sony", "makes", "q-lens")) == [("universal-exception", "contradiction")]


def test_a_maker_of_lenses_is_not_said_to_make_every_lens() -> None:
    assert found(say("a", "panasonic", "makes", "lenses"), say("b", "small-lenses", "made_by", "sony")) == []


def test_derived_difference_rests_on_declared_facts_only() -> None:
    mild = say("a", "twins-a", "differs_from", TextValue("cosmetic only"))
    sensor = say("b", "twins-a", "supplier", "kodak", scope="some")
    other = say("c", "all-b", "supplier", "kodak", denied=True)
    finding = only([mild, sensor, other])
    assert (finding.kind, finding.severity, finding.left, finding.right) == (
        "derived-difference",
        "tension",
        ("a",),
        ("b", "c"),
    )
    assert "follows by a pack rule" in finding.reasons
    assert finding.facts == (
        "pack rule looks-only (rules.yaml:1)",
        "A cameras and B cameras are equivalent (things.yaml:20)",
        "B brand cameras stand for B cameras, which they hold",
    )
    assert found(mild, sensor) == []
    assert found(say("a", "twins-a", "differs_from", TextValue("menus")), sensor, other) == []


def test_derived_difference_by_exclusive_values_and_the_parts_of_a_twin() -> None:
    mild = say("a", "twins-a", "differs_from", TextValue("cosmetic only"))
    hand, machine = (
        say("b", "twins-a", "method", TextValue("by hand")),
        say("c", "b-lenses", "method", TextValue("mass produced")),
    )
    finding = only([mild, hand, machine])
    assert finding.right == ("b", "c")
    assert "B lenses stand for what they belong to (things.yaml:24)" in finding.facts


def test_twins_by_a_claim_count_as_twins() -> None:
    claims = [
        say("t", "m8", "equivalent_to", "m9"),
        say("a", "m8", "differs_from", TextValue("cosmetic only")),
        say("b", "m8", "supplier", "kodak", denied=True),
        say("c", "m9", "supplier", "kodak"),
    ]
    loud = [f for f in find_findings(claims, context()) if f.severity != "note"]
    assert [(f.kind, f.right) for f in loud] == [("derived-difference", ("b", "c"))]
    assert "M8 and M9 are equivalent (by a claim)" in loud[0].facts


def test_self_contradiction_of_an_article_and_of_a_person() -> None:
    one, other = (
        say("a", "leica", "based_in", "germany", source="x"),
        say("b", "leica", "based_in", "japan", source="x", start=900),
    )
    assert found(one, other) == [("self-contradiction", "contradiction")]
    here = say("c", "leica", "based_in", "germany", attribution=("ann",), stated="2019-03")
    there = say("d", "leica", "based_in", "japan", attribution=("ann", "via:radio"), stated="2019")
    assert found(here, there) == [("self-contradiction", "contradiction")]
    later = say("e", "leica", "based_in", "japan", attribution=("ann",), stated="2024")
    assert found(here, later) == [("succession", "note")]
    undated = say("f", "leica", "based_in", "japan", attribution=("ann",), stated=None)
    assert found(here, undated) == [("value", "tension")]


def test_two_unnamed_spokesmen_are_two_speakers() -> None:
    one = say("a", "leica", "based_in", "germany", attribution=("a spokesman",))
    other = say("b", "leica", "based_in", "japan", attribution=("a spokesman",))
    assert found(one, other) == [("value", "contradiction")]


def test_what_one_speaker_and_somebody_else_say_are_two_findings() -> None:
    kinds = found(
        say("a", "leica", "based_in", "germany", source="x"),
        say("b", "leica", "based_in", "japan", source="x", start=900),
        say("c", "leica", "based_in", "japan", source="y"),
    )
    assert sorted(kinds) == [("self-contradiction", "contradiction"), ("value", "contradiction")]


def test_rejected_claims_and_unknown_predicates_take_no_part() -> None:
    rejected = say("a", "m9", "supplier", "sony", review=Review("rejected"))
    assert found(rejected, say("b", "m9", "supplier", "kodak")) == []
    assert found(say("a", "m9", "colour", "sony"), say("b", "m9", "colour", "kodak")) == []


def test_lists_do_not_clash_and_a_list_that_holds_the_value_agrees() -> None:
    first = say("a", "m9", "supplier", "sony", source="x", start=0, quote="by Sony", after=" and by ")
    second = say("b", "m9", "supplier", "kodak", source="x", start=15, quote="Kodak")
    assert found(first, second) == []
    assert found(first, second, say("c", "m9", "supplier", "kodak", source="y")) == []
    assert found(first, second, say("d", "m9", "supplier", "leica", source="y")) == [("value", "contradiction")]


def test_one_sentence_that_ranks_two_places_is_no_list_of_one_rank() -> None:
    first = say("a", "leica", "market_rank", "germany", source="x", start=0, rank=1)
    second = say("b", "leica", "market_rank", "japan", source="x", start=10, rank=2)
    assert found(first, second) == []
    assert found(first, second, say("c", "leica", "market_rank", "japan", rank=1)) == [
        ("rank", "contradiction"),
        ("rank", "contradiction"),
    ]


def test_a_forecast_in_the_same_sentence_is_still_a_note() -> None:
    first = say("a", "leica", "market_rank", "germany", source="x", start=0, rank=3)
    second = say("b", "leica", "market_rank", "japan", source="x", start=10, rank=3, modality="predicted")
    assert found(first, second) == [("prediction", "note")]


def test_quotes_of_two_sentences_are_no_list() -> None:
    first = say("a", "m9", "supplier", "sony", source="x", start=0, quote="by Sony", after=". It is ")
    second = say("b", "m9", "supplier", "kodak", source="x", start=15, quote="by Kodak", before=". It is ")
    assert found(first, second) == [("self-contradiction", "contradiction")]


def test_entity_that_nobody_declared_is_named_in_words() -> None:
    finding = only([say("a", "m9", "supplier", EntityValue("tower-jazz")), say("b", "m9", "supplier", "kodak")])
    assert "tower jazz supplies M9" in finding.explanation


def test_a_passage_that_two_predicates_read_is_one_disagreement() -> None:
    claims = [
        say("a", "sony", "owns", "kodak", source="x", quote="Sony owns Kodak"),
        say("b", "kodak", "unit_of", "sony", source="x", quote="Sony owns Kodak"),
        say("c", "sony", "owns", "kodak", source="y", quote="Sony does not own Kodak", denied=True),
        say("d", "kodak", "unit_of", "sony", source="y", quote="Sony does not own Kodak", denied=True),
        say("e", "kodak", "unit_of", "sony", source="z", quote="Kodak is no unit of Sony", denied=True),
    ]
    finding = only(claims)
    assert (finding.slot["predicate"], finding.left, finding.right) == ("owns", ("a", "b"), ("c", "d", "e"))
    assert set(finding.clash) == {"a", "b", "c", "d", "e"}
    assert finding == only(claims[::-1])
    alone = only([claims[1], claims[3]])
    assert alone.slot["predicate"] == "unit_of"


def test_two_passages_about_other_things_are_two_disagreements() -> None:
    kinds = found(
        say("a", "sony", "owns", "kodak", source="x"),
        say("b", "leica", "unit_of", "sony", source="x"),
        say("c", "sony", "owns", "kodak", source="y", denied=True),
        say("d", "leica", "unit_of", "sony", source="y", denied=True),
    )
    assert kinds == [("polarity", "contradiction"), ("polarity", "contradiction")]
