from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.evaluate import GoldClaim, Matching, score_claims
from leica_kb.evaluate.matching import assign, grade
from leica_kb.model import Claim, DateValue, Predicate, Vocabulary
from tests.evaluate.claims import MATCHING, claim, gold

GOLD = (
    gold("cosina makes nokton", topic="products"),
    gold("nokton made_in nakano", at=(10, 40), modality="speculated", attribution=("anna-weber",)),
    gold("zeiss partner_of sony", at=(50, 80), topic="partnerships", core=False),
)
PERFECT = tuple(g.claim for g in GOLD)


def test_the_gold_itself_scores_full_marks() -> None:
    score = score_claims(GOLD, PERFECT, MATCHING)
    assert (score.precision.value, score.recall.value, score.f1, score.attribution.value) == (1, 1, 1, 1)
    assert (score.modality_recall.value, score.modality_precision.value, score.quote_length) == (1, 1, 1)
    assert score.junk.value == 0
    assert score.recall.whole == 2, "the optional claim is no loss when missed"


def test_precision_falls_with_a_claim_that_nobody_wrote() -> None:
    score = score_claims(GOLD, (*PERFECT, claim("cosina makes tea", at=(12, 30))), MATCHING)
    assert (score.precision.part, score.precision.whole) == (3, 4)
    assert score.recall.value == 1
    assert [c.object for c in score.false] == [claim("cosina makes tea").object]


def test_recall_falls_with_a_missed_core_claim_only() -> None:
    assert score_claims(GOLD, PERFECT[1:], MATCHING).recall.value == 0.5
    assert score_claims(GOLD, PERFECT[:2], MATCHING).recall.value == 1
    assert score_claims(GOLD, PERFECT[1:], MATCHING).missed == (GOLD[0],)


def test_f1_is_zero_without_a_match() -> None:
    score = score_claims(GOLD, (), MATCHING)
    assert (score.precision.value, score.recall.value, score.f1, score.quote_length) == (0, 0, 0, 0)


def test_attribution_falls_with_a_wrong_first_speaker() -> None:
    wrong = replace(PERFECT[1], attribution=("via:petapixel", "anna-weber"))
    assert score_claims(GOLD, (PERFECT[0], wrong, PERFECT[2]), MATCHING).attribution.part == 2


def test_commenters_count_as_one_voice() -> None:
    said = gold("cosina makes nokton", attribution=("commenter:3",))
    found = claim("cosina makes nokton", attribution=("commenter:olaf",))
    assert score_claims([said], [found], MATCHING).attribution.value == 1


def test_modality_recall_and_precision_fall_apart() -> None:
    plain = replace(PERFECT[1], modality="asserted")
    score = score_claims(GOLD, (PERFECT[0], plain), MATCHING)
    assert (score.modality_recall.value, score.modality_precision.whole) == (0, 0)
    hedged = replace(PERFECT[0], modality="opinion")
    score = score_claims(GOLD, (hedged, PERFECT[1]), MATCHING)
    assert (score.modality_recall.value, score.modality_precision.value) == (1, 0.5)


def test_quote_length_grows_with_the_quote() -> None:
    long = replace(PERFECT[0], end=62)
    assert score_claims(GOLD[:1], [long], MATCHING).quote_length == 2


def test_junk_is_what_stands_where_the_gold_has_nothing() -> None:
    score = score_claims(GOLD, (*PERFECT, claim("sony makes tea", at=(90, 99))), MATCHING)
    assert (score.junk.part, score.junk.whole) == (1, 4)


def test_other_sources_and_unscored_predicates_count_neither_way() -> None:
    more = (claim("cosina makes tea", source="b"), claim("nokton assessment 'sharp'"))
    assert score_claims(GOLD, (*PERFECT, *more), MATCHING).precision.whole == 3


@pytest.mark.parametrize("found", ["nokton made_by cosina", "cosina makes the-nokton"])
def test_an_inverse_and_a_like_id_match(found: str) -> None:
    assert score_claims(GOLD[:1], [claim(found)], MATCHING).recall.value == 1


def test_a_symmetric_predicate_matches_either_way_round() -> None:
    assert score_claims(GOLD[2:], [claim("sony partner_of zeiss", at=(50, 80))], MATCHING).precision.value == 1
    assert score_claims(GOLD[1:2], [claim("nakano made_in nokton", at=(10, 40))], MATCHING).precision.value == 0


def test_a_text_object_is_never_turned_round() -> None:
    assert grade(claim("nokton made_by cosina"), claim("cosina makes 'nokton'"), MATCHING) == 0


def test_one_prediction_answers_for_one_gold_claim() -> None:
    twice = (gold("cosina makes nokton"), gold("cosina makes nokton", at=(5, 31)))
    score = score_claims(twice, [claim("cosina makes nokton")], MATCHING)
    assert (score.recall.part, score.precision.part) == (1, 1)
    score = score_claims(twice[:1], [claim("cosina makes nokton")] * 2, MATCHING)
    assert (score.precision.part, score.precision.whole) == (1, 2)


def test_the_better_pair_is_taken_first() -> None:
    narrow, wide = claim("cosina makes nokton", at=(0, 12)), claim("cosina makes nokton", at=(20, 31))
    assert assign([narrow, wide], [wide, narrow], MATCHING) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"polarity": "denied"}, "another polarity"),
        ({"start": 28, "end": 60}, "quotes share less than 30 % of the shorter"),
        ({"start": 0, "end": 4}, "covers less than 15 % of the gold's quote"),
        ({"end": 150}, "longer than twice the gold's and 80"),
        ({"subject": "tamron"}, "another subject"),
        ({"predicate": "made_in"}, "another predicate"),
    ],
)
def test_what_is_no_match(change: dict[str, object], why: str) -> None:
    first = claim("cosina makes nokton")
    assert grade(first, first, MATCHING) > 1
    assert grade(first, replace(first, **change), MATCHING) == 0, why  # type: ignore[arg-type]  # fields by name


def test_a_rank_must_agree_where_ranks_are_claimed() -> None:
    second = claim("nikon market_rank japan", qualifiers={"rank": 2})
    assert grade(second, replace(second, qualifiers={"rank": 3}), MATCHING) == 0
    assert grade(second, second, MATCHING) > 0


def test_the_same_modality_breaks_a_tie() -> None:
    said = claim("cosina makes nokton", modality="planned")
    assert assign([said], [replace(said, modality="asserted"), said], MATCHING) == {0: 1}


def test_by_predicate_source_and_topic() -> None:
    score = score_claims(GOLD, (PERFECT[0], claim("leica made_in japan"), claim("leica founded_in 'x'")), MATCHING)
    by = {s.name: (s.precision.part, s.precision.whole, s.recall.part, s.recall.whole) for s in score.by("predicate")}
    assert by == {"founded_in": (0, 1, 0, 0), "made_in": (0, 1, 0, 1), "makes": (1, 1, 1, 1)}
    assert [(s.name, str(s.recall)) for s in score.by("source")] == [("a", "0.50 (1/2)")]
    assert [s.name for s in score.by("topic")] == ["", "factories", "products"]


def test_the_figures_as_json() -> None:
    assert score_claims(GOLD, PERFECT[:1], MATCHING).to_json() == {
        "gold_core": 2,
        "predicted": 1,
        "matched": 1,
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
        "attribution": 1.0,
        "modality_recall": 0.0,
        "modality_precision": 0.0,
        "span": 1.0,
        "junk": 0.0,
    }


def test_dates_match_by_their_years() -> None:
    said = gold("leica founded_in x", object=DateValue("1914"))
    assert score_claims([said], [claim("leica founded_in x", object=DateValue("1914-03-01"))], MATCHING).recall.value
    assert not score_claims([said], [claim("leica founded_in x", object=DateValue("1915"))], MATCHING).recall.value


def test_an_inverse_that_one_side_declares_holds_for_both() -> None:
    only = Vocabulary({"owns": Predicate("owns", "people", ("company",), ("company",), inverse="owned_by")}, {})
    assert Matching.of(only).turns == {"owns": "owned_by", "owned_by": "owns"}


CLAIMS = st.builds(
    lambda s, p, o, start, n: claim(f"{s} {p} {o}", at=(start, start + n)),
    st.sampled_from(["cosina", "zeiss", "nokton"]),
    st.sampled_from(["makes", "made_by", "partner_of", "made_in"]),
    st.sampled_from(["sony", "cosina", "nokton"]),
    st.integers(0, 60),
    st.integers(-3, 60),
)


@given(st.lists(CLAIMS, max_size=8), st.lists(CLAIMS, max_size=8))
def test_an_assignment_is_one_to_one_and_only_between_matches(said: list[Claim], found: list[Claim]) -> None:
    pairs = assign(said, found, MATCHING)
    assert len(set(pairs.values())) == len(pairs)
    assert all(grade(said[i], found[j], MATCHING) > 0 for i, j in pairs.items())


@given(st.lists(CLAIMS, max_size=8), st.lists(CLAIMS, max_size=8))
def test_every_figure_is_a_share(said: list[Claim], found: list[Claim]) -> None:
    score = score_claims([GoldClaim(c) for c in said], found, MATCHING)
    shares = (score.precision, score.recall, score.attribution, score.junk, score.modality_recall)
    assert all(0 <= share.value <= 1 for share in shares)
