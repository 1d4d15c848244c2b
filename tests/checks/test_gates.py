"""Gates: what stops a pair, what only softens it, and how ``explain_pair`` names it."""

import pytest

from leica_kb.checks import SourceFacts, Verdict, explain_pair, find_findings
from leica_kb.model import Claim, DateValue, EntityValue, NumberValue, Review, TextValue
from tests.checks.making import context, say


def why(left: Claim, right: Claim) -> Verdict:
    return explain_pair(left, right, context())


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (say("a", "m9", "supplier", "sony"), say("b", "m9", "made_by", "sony"), "two predicates: supplier and made_by"),
        (say("a", "m9", "supplier", "sony"), say("b", "m8", "supplier", "kodak"), "two subjects"),
        (
            say("a", "m9", "made_by", "sony", component="lens"),
            say("b", "m9", "made_by", "sony", component="strap", denied=True),
            "two components: lens and strap",
        ),
        (
            say("a", "m9", "price", NumberValue(1), condition="mint"),
            say("b", "m9", "price", NumberValue(9), condition="used"),
            "two conditions: mint and used",
        ),
        (
            say("a", "leica", "partner_of", "sony", model="m8"),
            say("b", "leica", "partner_of", "sony", model="m9", denied=True),
            "two models: m8 and m9",
        ),
        (
            say("a", "leica", "market_rank", "japan", rank=1),
            say("b", "leica", "market_rank", "germany", rank=2),
            "two ranks: 1 and 2",
        ),
    ],
)
def test_the_slot_gate(left: Claim, right: Claim, reason: str) -> None:
    verdict = why(left, right)
    assert verdict.gate == "slot"
    assert verdict.reason.startswith(reason)


def test_closer_terms_of_a_component_pass_the_slot_gate() -> None:
    left = say("a", "m9", "method", TextValue("handmade"), component="lens element")
    right = say("b", "m9", "method", TextValue("mass produced"), component="lens")
    assert why(left, right).kind == "exclusive"


def test_a_predicate_that_names_its_component_needs_no_other() -> None:
    left = say("a", "m9", "sensor_maker", "sony", component="ccd")
    assert why(left, say("b", "m9", "sensor_maker", "kodak")).severity == "tension"
    assert why(left, say("b", "m9", "sensor_maker", "kodak", component="image sensor")).severity == "tension"


def test_the_lenses_of_lenses_are_no_part_of_them() -> None:
    left = say("a", "lenses", "method", TextValue("handmade"), component="lens", scope="all")
    right = say("b", "lenses", "method", TextValue("mass produced"), scope="all")
    assert why(left, right).kind == "exclusive"


def test_only_one_side_names_the_model() -> None:
    left = say("a", "leica", "partner_of", "sony", model="m8")
    verdict = why(left, say("b", "leica", "partner_of", "sony", denied=True))
    assert "only one side names the model" in verdict.reasons


def test_time_explains_a_change() -> None:
    verdict = why(
        say("a", "leica", "based_in", "germany", stated="2001"), say("b", "leica", "based_in", "japan", stated="2015")
    )
    assert (verdict.gate, verdict.kind, verdict.severity) == ("time", "succession", "note")
    assert verdict.reason == "dated differently: 2001 and 2015"


def test_sayings_of_neighbouring_days_hold_at_one_time() -> None:
    left = say("a", "leica", "based_in", "germany", stated="2019-03-01")
    assert why(left, say("b", "leica", "based_in", "japan", stated="2019-03-20")).severity == "contradiction"
    assert why(left, say("b", "leica", "based_in", "japan", stated="2019-07-01")).severity == "tension"
    assert why(left, say("b", "leica", "based_in", "japan", stated="2019-12")).severity == "note"


def test_a_source_s_date_stands_in_for_a_claim_without_one() -> None:
    here = context(old=SourceFacts(published="1998"), new=SourceFacts(published="2020"))
    claims = [
        say("a", "leica", "based_in", "germany", stated=None, source="old"),
        say("b", "leica", "based_in", "japan", stated=None, source="new"),
    ]
    assert [f.kind for f in find_findings(claims, here)] == ["succession"]


def test_vague_times_overlap_only_possibly() -> None:
    left = say("a", "leica", "based_in", "germany", valid="2001~")
    assert why(left, say("b", "leica", "based_in", "japan", valid="2001")).severity == "tension"
    assert why(left, say("b", "leica", "based_in", "japan", valid="2009")).severity == "note"


def test_of_many_only_those_that_meet_are_set_against_each_other() -> None:
    claims = [
        say("a", "leica", "based_in", "germany", valid="2000/2005"),
        say("b", "leica", "based_in", "germany", valid="1980/1985"),
        say("c", "leica", "based_in", "japan", valid="2004"),
    ]
    loud, note = find_findings(claims, context())
    assert (loud.left, loud.right) in ((("a",), ("c",)), (("c",), ("a",)))
    assert note.kind == "succession"
    assert {*note.left, *note.right} == {"b", "c"}


@pytest.mark.parametrize(
    ("left", "right", "loud"),
    [
        ({"scope": "some"}, {"scope": "some", "denied": True}, False),
        ({"scope": "most"}, {"scope": "some", "denied": True}, False),
        ({"scope": "most"}, {"scope": "most", "denied": True}, True),
        ({"scope": "all"}, {"scope": "many", "denied": True}, True),
        ({"scope": "some"}, {"scope": "all", "denied": True}, False),
        ({"scope": "some"}, {"scope": "none"}, True),
        ({"scope": "generic"}, {"scope": "some", "denied": True}, True),
        ({"scope": "only"}, {"denied": True}, True),
    ],
)
def test_the_scope_gate_asks_for_a_common_member(left: dict[str, str], right: dict[str, str], loud: bool) -> None:
    verdict = why(say("a", "lenses", "supplier", "sony", **left), say("b", "lenses", "supplier", "sony", **right))
    assert (verdict.gate is None, verdict.gate == "scope") == (loud, not loud)


def test_most_of_a_class_does_not_bind_its_part() -> None:
    left = say("a", "lenses", "supplier", "sony", scope="most")
    assert why(left, say("b", "q-lens", "supplier", "kodak")).kind == "scope"
    assert why(say("b", "q-lens", "supplier", "kodak"), left).kind == "scope"


def test_a_part_may_differ_from_the_whole() -> None:
    left = say("a", "m9", "method", TextValue("handmade"))
    right = say("b", "m9", "method", TextValue("mass produced"), component="strap")
    assert why(left, right).reason == "one side speaks of the strap only"
    mint = say("c", "m9", "waiting_list", NumberValue(3, "day"), condition="mint")
    assert why(mint, say("d", "m9", "waiting_list", NumberValue(3, "year"))).reason == "one side speaks of «mint» only"


def test_modality_makes_notes_and_tells_the_outcome() -> None:
    forecast = say("a", "leica", "market_rank", "japan", rank=3, modality="predicted", stated="2015")
    failed = why(forecast, say("b", "leica", "market_rank", "germany", rank=3, stated="2019"))
    assert (failed.gate, failed.kind) == ("modality", "prediction")
    assert failed.reason == "a forecast, not a fact; as of 2019 it has not come true"
    held = why(forecast, say("b", "leica", "market_rank", "japan", rank=3, stated="2019"))
    assert held.reason == "a forecast, not a fact; as of 2019 it came true"
    earlier = why(forecast, say("b", "leica", "market_rank", "germany", rank=3, stated="2009"))
    assert earlier.reason == "a forecast, not a fact"
    unread = why(forecast, say("b", "leica", "market_rank", "germany", rank=3, stated="later"))
    assert unread.reason == "a forecast, not a fact"


def test_two_forecasts_are_a_note_without_outcome() -> None:
    one = say("a", "leica", "market_rank", "japan", rank=3, modality="predicted")
    other = say("b", "leica", "market_rank", "germany", rank=3, modality="predicted", stated=None)
    assert why(one, other).reason == "a forecast, not a fact"


def test_one_company_under_two_names_is_an_identity() -> None:
    claims = [
        say("a", "m9", "supplier", "kodak"),
        say("b", "m9", "supplier", "sony"),
        say("c", "kodak", "same_company_as", "sony"),
    ]
    assert [f.kind for f in find_findings(claims, context())] == ["identity"]
    assert explain_pair(claims[0], claims[1], context(), claims).kind == "identity"


def test_a_denied_sameness_joins_nothing() -> None:
    claims = [
        say("a", "m9", "supplier", "kodak"),
        say("b", "m9", "supplier", "sony"),
        say("c", "kodak", "same_company_as", "sony", denied=True),
    ]
    assert [f.kind for f in find_findings(claims, context())] == ["value"]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (say("a", "m9", "supplier", "sony"), say("b", "m9", "supplier", "sony"), "they say the same"),
        (
            say("a", "kodak", "partner_of", "sony"),
            say("b", "kodak", "partner_of", "leica"),
            "several values side by side",
        ),
        (
            say("a", "m9", "made_in", "japan"),
            say("b", "m9", "made_in", "germany"),
            "neither side means the whole class",
        ),
        (
            say("a", "m9", "has_feature", TextValue("x")),
            say("b", "m9", "has_feature", TextValue("y")),
            "cannot be compared",
        ),
        (
            say("a", "kodak", "partner_of", "sony"),
            say("b", "kodak", "partner_of", "leica", denied=True),
            "what is denied is another value",
        ),
        (
            say("a", "leica", "founded_in", DateValue("192X")),
            say("b", "leica", "founded_in", DateValue("1925")),
            "their objects agree (compatible)",
        ),
        (
            say("a", "leica", "has_factory_in", "japan", opened="2011"),
            say("b", "leica", "has_factory_in", "japan", denied=True),
            "affirmed and denied, but of different dates",
        ),
    ],
)
def test_what_can_both_hold(left: Claim, right: Claim, reason: str) -> None:
    verdict = why(left, right)
    assert (verdict.gate, verdict.kind, verdict.severity) == ("clash", None, None)
    assert reason in verdict.reason


def test_different_times_without_a_clash_are_said_to_be_that() -> None:
    verdict = why(
        say("a", "m9", "made_in", "japan", stated="2001"), say("b", "m9", "made_in", "germany", stated="2015")
    )
    assert (verdict.gate, verdict.kind) == ("time", None)


def test_one_sentence_is_the_scope_gate_by_the_source_s_own_sentences() -> None:
    here = context(x=SourceFacts(sentences=(0, 300)))
    first = say("a", "m9", "supplier", "sony", source="x", start=0)
    assert explain_pair(first, say("b", "m9", "supplier", "kodak", source="x", start=200), here).gate == "scope"
    assert explain_pair(first, say("b", "m9", "supplier", "kodak", source="x", start=400), here).gate is None


def test_an_exception_beside_its_rule_agrees_with_who_states_the_rule_only() -> None:
    rule = say("a", "lenses", "made_by", "sony", source="x", scope="all", start=0)
    exception = say("b", "small-lenses", "made_by", "sony", source="x", start=10, denied=True)
    elsewhere = say("c", "lenses", "made_by", "sony", source="y")
    assert not find_findings([rule, exception, elsewhere], context())
    verdict = explain_pair(exception, elsewhere, context(), [rule])
    assert (verdict.gate, verdict.reason) == ("scope", "the sentence that makes the exception states the rule as well")
    (finding,) = find_findings([exception, elsewhere], context())
    assert finding.severity != "note"
    of_the_part = say("d", "small-lenses", "made_by", "sony", source="z")
    assert [found.kind for found in find_findings([rule, exception, of_the_part], context())] == ["polarity"]


def test_a_rejected_claim_is_compared_with_nothing() -> None:
    left = say("a", "m9", "supplier", "sony", review=Review("rejected"))
    assert why(left, say("b", "m9", "supplier", "kodak")).gate == "slot"


def test_a_pack_rule_is_named_where_the_base_holds_what_it_needs() -> None:
    mild = say("a", "twins-a", "differs_from", TextValue("cosmetic only"))
    proof = say("b", "twins-a", "supplier", "kodak")
    other = say("c", "twins-b", "supplier", "kodak", denied=True)
    verdict = explain_pair(proof, mild, context(), [other])
    assert verdict.to_json()["kind"] == "derived-difference"
    assert explain_pair(proof, mild, context()).gate == "slot"
    assert explain_pair(mild, say("d", "m8", "supplier", "kodak"), context(), [proof, other]).gate == "slot"


def test_symmetric_predicates_have_no_sides() -> None:
    left = say("a", "sony", "partner_of", "leica")
    right = say("b", "leica", "partner_of", "sony", denied=True)
    assert why(left, right).kind == "polarity"


def test_an_object_of_another_shape_is_not_compared() -> None:
    left = say("a", "m9", "supplier", TextValue("a foundry"))
    assert why(left, say("b", "m9", "supplier", EntityValue("sony"))).gate == "clash"


@pytest.mark.parametrize(
    ("old", "new", "kind", "severity"),
    [
        ("in 1988 it moved to Germany", "since 2014 it is based in Japan", "succession", "note"),
        ("based in Germany until 1988", "since 2014 it is based in Japan", "succession", "note"),
        ("from 1988 based in Germany", "based in Japan, from 2014", "succession", "note"),
        ("it was based in Germany", "it is based in Japan", "succession", "note"),
        ("it is based in Germany", "it is based in Japan", "self-contradiction", "contradiction"),
        ("it was based in Germany", "it was based in Japan", "self-contradiction", "tension"),
        ("in 1988 and 1999 in Germany", "it is based in Japan", "self-contradiction", "contradiction"),
        ("this year based in Germany", "in 2019 based in Japan", "self-contradiction", "contradiction"),
    ],
)
def test_the_words_of_one_article_may_date_a_state(old: str, new: str, kind: str, severity: str) -> None:
    left = say("a", "leica", "based_in", "germany", source="x", quote=old)
    right = say("b", "leica", "based_in", "japan", source="x", quote=new, start=900)
    assert [(f.kind, f.severity) for f in find_findings([left, right], context())] == [(kind, severity)]


def test_since_then_vouches_only_for_days_until_it_was_said() -> None:
    since = say("a", "leica", "based_in", "germany", valid="1988/..", stated="2000")
    assert why(since, say("b", "leica", "based_in", "japan", valid="1995", stated="2020")).severity == "contradiction"
    assert why(since, say("b", "leica", "based_in", "japan", valid="2014/..", stated="2020")).kind == "succession"
    assert why(since, say("b", "leica", "based_in", "japan", stated="2020")).kind == "succession"
    ahead = say("c", "leica", "based_in", "germany", valid="2015/..", stated="2000")
    assert why(ahead, say("b", "leica", "based_in", "japan", stated="2020")).severity == "contradiction"


def test_a_state_told_in_the_past_held_before_it_was_told() -> None:
    was = say("a", "leica", "based_in", "germany", quote="it was based in Germany", stated="2004")
    now = say("b", "leica", "based_in", "japan", quote="it is based in Japan", stated="2020")
    assert why(was, now).reason == "dated differently: 2004 and 2020"
    assert why(was, say("c", "leica", "based_in", "japan", stated="1999")).severity == "tension"
    dated = say("d", "leica", "based_in", "germany", quote="in 1988 it is based there", stated=None)
    assert why(dated, now).reason == "dated differently: «in 1988 it is based there» and 2020"
