from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from leica_kb.evaluate import Item, judge_item, parse_expected, score_constructions
from leica_kb.evaluate.constructions import ConstructionScore
from leica_kb.model import Claim, Time
from tests.evaluate.claims import MATCHING, claim

MAKES = {"subject": ["nikon-z9", "z9"], "predicate": "made_in", "object": {"entity": "sendai"}}
SAYS = Item("a-1", "active", "Nikon builds the Z9 in Sendai.", (parse_expected(MAKES, partial=False),))
SILENT = Item("q-1", "question", "Is the Z9 built in Sendai?")
RIGHT = claim("z9 made_in sendai")


def total(items: Sequence[Item], *claims: Claim) -> ConstructionScore:
    score = score_constructions(items, lambda _: claims, MATCHING)
    return score.tuned_total if score.tuned_total.items else score.held_out_total


def test_the_expected_claim_is_found_and_exact() -> None:
    score = total([SAYS], RIGHT)
    assert (str(score.found), str(score.exact), str(score.junk), str(score.silence)) == (
        "1.00 (1/1)",
        "1.00 (1/1)",
        "0.00 (0/1)",
        "–",
    )


def test_found_falls_when_a_claim_is_missed() -> None:
    assert total([SAYS]).found.value == 0
    assert total([SAYS], replace(RIGHT, polarity="denied")).found.value == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"modality": "speculated"}, "modality"),
        ({"attribution": ("nikon",)}, "attribution"),
        ({"qualifiers": {"scope": "all"}}, ""),
    ],
)
def test_exact_falls_with_modality_and_speaker_and_found_does_not(change: dict[str, object], field: str) -> None:
    made = replace(RIGHT, **change)  # type: ignore[arg-type]  # fields by name
    score = total([SAYS], made)
    assert (score.found.value, score.exact.value) == (1, 0 if field else 1)
    assert SAYS.claims[0].differences(made) == ((field,) if field else ())


def test_junk_rises_with_a_claim_that_is_not_there() -> None:
    assert total([SAYS], RIGHT, claim("nikon-z9 made_in tokyo")).junk.value == 0.5


def test_silence_falls_with_a_claim_from_a_question() -> None:
    assert total([SILENT]).silence.value == 1
    assert total([SILENT], RIGHT).silence.value == 0


def test_a_repetition_is_neither_found_twice_nor_junk() -> None:
    result = judge_item(SAYS, [RIGHT, claim("nikon-z9 made_in sendai")], MATCHING)
    assert (len(result.found), len(result.others), len(result.junk)) == (1, 1, 0)


def test_one_claim_answers_for_one_expected_claim() -> None:
    twice = replace(SAYS, claims=SAYS.claims * 2)
    assert len(judge_item(twice, [RIGHT], MATCHING).missed) == 1


def test_the_exact_one_of_two_claims_is_taken() -> None:
    hedged = replace(RIGHT, modality="speculated")
    assert judge_item(SAYS, [hedged, RIGHT], MATCHING).found[0][1] == RIGHT


def test_what_may_be_said_counts_neither_way_unless_it_is_said_wrongly() -> None:
    may = parse_expected({"predicate": "makes", "object": {"entity": "z9"}, "modality": "asserted"}, partial=True)
    item = replace(SAYS, may=(may,))
    maker = claim("nikon makes z9")
    assert judge_item(item, [maker], MATCHING).others == (maker,)
    assert judge_item(item, [claim("z9 made_by nikon")], MATCHING).junk == ()
    for wrong in (replace(maker, polarity="denied"), replace(maker, modality="planned"), claim("nikon makes z8")):
        assert judge_item(item, [wrong], MATCHING).junk == (wrong,)


def test_an_open_object_leaves_the_polarity_open() -> None:
    item = replace(SILENT, may=(parse_expected({"predicate": "made_in"}, partial=True),))
    assert not judge_item(item, [replace(RIGHT, polarity="denied")], MATCHING).junk


@pytest.mark.parametrize(
    ("pattern", "made", "wrong"),
    [
        ({"attribution": ["nikkei", "via:nikkei"]}, {"attribution": ("via:nikkei",)}, ()),
        ({"attribution": "commenter:*"}, {"attribution": ("commenter:3",)}, ()),
        ({"attribution": "anna-weber"}, {}, ("attribution",)),
        ({"via": "petapixel"}, {"attribution": ()}, ("via",)),
        ({"attribution": "a", "via": "petapixel"}, {"attribution": ("a", "via:petapixel")}, ()),
        ({"scope": ["none", "all"]}, {"qualifiers": {"scope": "all"}}, ()),
        ({"scope": "most"}, {"qualifiers": {"scope": "all"}}, ("scope",)),
        ({"valid": "1996/2005"}, {"time": Time(valid="1996/2005")}, ()),
        ({"valid": "1996"}, {"time": Time()}, ("valid",)),
        ({"qualifiers": {"opened": "1973"}}, {"qualifiers": {"opened": "1973-04"}}, ()),
        ({"qualifiers": {"opened": "1973"}}, {"qualifiers": {}}, ("opened",)),
        ({"qualifiers": {"role": ["CEO", "chief executive"]}}, {"qualifiers": {"role": "chief executive officer"}}, ()),
        ({"qualifiers": {"role": "founder"}}, {"qualifiers": {"role": "chief executive"}}, ("role",)),
    ],
)
def test_each_other_field_can_be_wrong(
    pattern: dict[str, object], made: dict[str, object], wrong: tuple[str, ...]
) -> None:
    expected = parse_expected({**MAKES, **pattern}, partial=False)
    assert expected.differences(replace(RIGHT, **made)) == wrong  # type: ignore[arg-type]  # fields by name


def test_a_rank_is_part_of_what_is_said() -> None:
    data = {"subject": "nikon", "predicate": "market_rank", "object": {"entity": "japan"}, "qualifiers": {"rank": 2}}
    expected = parse_expected(data, partial=False)
    assert expected.is_said_by(claim("nikon market_rank japan", qualifiers={"rank": 2}), MATCHING)
    assert not expected.is_said_by(claim("nikon market_rank japan", qualifiers={"rank": 3}), MATCHING)


def test_accents_are_no_difference() -> None:
    data = {"subject": "z9", "predicate": "made_in", "object": {"entity": "malmo"}}
    assert parse_expected(data, partial=False).is_said_by(claim("z9 made_in malmö"), MATCHING)
    text = {**data, "object": {"text": "Malmo"}}
    assert parse_expected(text, partial=False).is_said_by(claim("z9 made_in 'Malmö'"), MATCHING)


def test_the_parts_are_counted_apart_and_held_out_items_are_not_shown() -> None:
    items = [replace(SAYS, id=f"active-{n:02d}") for n in range(1, 31)]
    score = score_constructions(items, lambda item: [RIGHT] if item.held_out else [], MATCHING)
    held_out = sum(item.held_out for item in items)
    assert 0 < held_out < 30
    assert (score.held_out_total.found.part, score.held_out_total.items) == (held_out, held_out)
    assert (score.tuned_total.found.part, score.tuned_total.items) == (0, 30 - held_out)
    assert not any(result.item.held_out for result in score.results)
    assert [row.name for row in score.tuned] == ["active"]
    assert score.to_json()["constructions"]["held_out"][0]["found"] == [held_out, held_out]
    assert score.to_json()["tuned"]["junk"] == [0, 0]
