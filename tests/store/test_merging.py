"""The three-way merge: the machine's last word, its word now, and the file, in which a person's word wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from leica_kb.model import Claim, EntityValue, Review, Span, Time
from leica_kb.store import ClaimFile, Draft, Merge, assign_ids, dump_claims, edit_claims, merge, parse_claims

TEXT = "Sony makes the sensor of the M11. Tower made the M10's. The body is made in Wetzlar."


def _claim(subject: str, predicate: str, obj: str, quote: str) -> Claim:
    start = TEXT.index(quote)
    return Claim("", "s", subject, predicate, EntityValue(obj), quote, start, start + len(quote), origin="rules/1 x")


SONY = _claim("m11", "sensor_supplier", "sony", "Sony makes the sensor of the M11.")
TOWER = _claim("m10", "sensor_supplier", "tower", "Tower made the M10's.")
BODY = _claim("leica", "made_in", "wetzlar", "The body is made in Wetzlar.")
ALL = (SONY, TOWER, BODY)


def _first() -> Merge:
    return merge(ClaimFile("s"), (), ALL)


def _again(claims: Sequence[Claim], proposed: Sequence[Claim]) -> Merge:
    """A second merge, after a person has made these the file's claims."""
    return merge(ClaimFile("s", claims=tuple(claims), digest="read"), _first().proposed, proposed)


def test_first_proposals_become_claims_in_order_of_the_text() -> None:
    first = merge(ClaimFile("s"), (), (BODY, SONY, TOWER))
    assert [claim.subject for claim in first.claims] == ["m11", "m10", "leica"]
    assert first.claims == first.proposed == assign_ids(ALL)
    assert first.new == tuple(sorted(claim.id for claim in first.claims))


def test_the_same_proposals_change_nothing() -> None:
    again = _again(_first().claims, ALL)
    assert again.claims == _first().claims
    assert again.kept == _first().new
    assert (again.new, again.changed, again.corrected, again.unfound) == ((), (), (), ())


def test_an_upgrade_on_an_untouched_file_leaves_only_its_change() -> None:
    file = ClaimFile("s", claims=_first().claims)
    old = dump_claims(file)
    upgraded = merge(file, _first().proposed, (SONY, replace(TOWER, object=EntityValue("fuji")), BODY))
    new = edit_claims(old, replace(file, claims=upgraded.claims))
    assert new == old.replace(b"tower", b"fuji")
    assert upgraded.changed == (_first().claims[1].id,)


def test_a_person_s_edit_wins_and_is_marked_and_the_rest_follows_the_machine() -> None:
    sony, *others = _first().claims
    edited = replace(sony, object=EntityValue("samsung"), qualifiers={"component": "image sensor"})
    merged = _again([edited, *others], (replace(SONY, modality="speculated", qualifiers={"scope": "all"}), TOWER, BODY))
    assert merged.claims[0] == replace(
        edited,
        modality="speculated",
        qualifiers={"component": "image sensor", "scope": "all"},
        review=Review("corrected"),
    )
    assert merged.corrected == (sony.id,)


def test_a_person_s_shorter_quote_stays() -> None:
    sony, *others = _first().claims
    edited = replace(sony, quote="Sony makes the sensor", end=21)
    assert _again([edited, *others], ALL).claims[0] == replace(edited, review=Review("corrected"))


def test_a_person_s_other_place_of_the_same_words_stays() -> None:
    sony, *others = _first().claims
    moved = replace(sony, start=500, end=500 + len(sony.quote))
    assert moved in _again([moved, *others], ALL).claims


def test_an_edit_of_a_claim_that_is_no_longer_found_is_marked() -> None:
    sony, *others = _first().claims
    merged = _again([replace(sony, time=Time(valid="2022")), *others], (TOWER, BODY))
    assert merged.claims[0].review.state == "corrected"
    assert merged.unfound == (sony.id,)


def test_a_reviewed_claim_is_not_changed_by_the_machine() -> None:
    sony, *others = _first().claims
    accepted = replace(sony, review=Review("accepted", by="ann"))
    merged = _again([accepted, *others], (replace(SONY, modality="opinion"), TOWER, BODY))
    assert merged.claims[0] == accepted
    assert merged.absorbed == (sony.id,)


def test_another_reading_of_an_accepted_claim_s_words_is_a_new_claim() -> None:
    sony, *others = _first().claims
    accepted = replace(sony, review=Review("accepted"))
    merged = _again([accepted, *others], (replace(SONY, object=EntityValue("fuji")), TOWER, BODY))
    assert accepted in merged.claims
    assert len(merged.new) == 1
    assert merged.unfound == (sony.id,)


def test_a_rejected_claim_stays_and_is_not_proposed_again_in_longer_words() -> None:
    sony, *others = _first().claims
    rejected = replace(sony, review=Review("rejected", because="it was Tower"))
    longer = replace(SONY, quote=TEXT[:40], end=40)
    merged = _again([rejected, *others], (longer, TOWER, BODY))
    assert merged.claims == (rejected, *others)
    assert merged.rejected == (sony.id,)


def test_a_claim_by_hand_absorbs_the_proposal_that_says_the_same() -> None:
    (mine,) = assign_ids([replace(SONY, quote="Sony makes the sensor", end=21, origin="person:ann")])
    merged = merge(ClaimFile("s", claims=(mine,), digest="read"), (), (SONY,))
    assert merged.claims == (mine,)
    assert merged.absorbed == (mine.id,)
    assert merged.proposed == (replace(SONY, id=mine.id),)


def test_claims_on_different_components_are_different() -> None:
    sensor = replace(SONY, qualifiers={"component": "image sensor"}, origin="person:ann")
    (mine,) = assign_ids([sensor])
    shutter = replace(SONY, qualifiers={"component": "shutter"})
    assert len(merge(ClaimFile("s", claims=(mine,), digest="read"), (), (shutter,)).claims) == 2


def test_a_claim_that_new_rules_no_longer_find_is_listed_and_stays() -> None:
    merged = _again(_first().claims, (SONY, BODY))
    assert merged.claims == _first().claims
    assert merged.unfound == (_first().claims[1].id,)
    assert merged.remembered == (_first().claims[1],)


def test_what_a_person_took_out_stays_out_even_if_found_again_later() -> None:
    _, tower, body = _first().claims
    out = _again([tower, body], ALL)
    assert out.claims == (tower, body)
    assert out.withdrawn == (_first().claims[0].id,)
    lost = merge(ClaimFile("s", claims=out.claims, digest="read"), out.proposed, (TOWER, BODY))
    found = merge(ClaimFile("s", claims=lost.claims, digest="read"), (*lost.proposed, *lost.remembered), ALL)
    assert found.claims == (tower, body)


def test_a_file_that_was_removed_is_begun_anew() -> None:
    assert merge(ClaimFile("s"), _first().proposed, ALL).claims == _first().claims


def test_an_entry_that_cannot_be_read_is_not_proposed_beside_itself() -> None:
    sony, *others = _first().claims
    broken = dump_claims(ClaimFile("s", claims=_first().claims)).replace(b"subject: m11", b"subjec: m11")
    file = parse_claims(broken, Path("claims/s.yaml")).file
    assert file is not None
    merged = merge(file, _first().proposed, ALL)
    assert merged.claims == tuple(others)
    assert edit_claims(broken, replace(file, claims=merged.claims)) == broken
    assert merge(file, (), ALL).claims == tuple(others)
    assert sony.id in {claim.id for claim in merged.proposed}


def test_a_draft_keeps_its_id_from_others() -> None:
    (sony,) = assign_ids([SONY])
    draft = Draft(replace(sony, start=-1, end=-1), 4)
    assert merge(ClaimFile("s", drafts=(draft,), digest="read"), (), (SONY,)).claims == ()


# --- changed articles -------------------------------------------------------------------------------------------------


def _shifted(claim: Claim, by: int) -> Claim:
    return replace(claim, start=claim.start + by, end=claim.end + by)


def test_words_that_moved_take_their_claims_along() -> None:
    sony, tower, body = _first().claims
    mine = replace(body, review=Review("accepted"), cues={"time": (Span(60, 62),)})
    anchored = {claim.id: _shifted(claim, 9) for claim in (sony, tower)} | {
        body.id: replace(_shifted(mine, 9), cues={"time": (Span(69, 71),)})
    }
    file = ClaimFile("s", claims=(sony, tower, mine), digest="read")
    merged = merge(file, _first().proposed, [_shifted(claim, 9) for claim in ALL], anchored=anchored)
    assert merged.claims == tuple(anchored.values())
    assert (merged.changed, merged.corrected, merged.new) == ((), (), ())


def test_a_claim_whose_words_are_gone_is_kept_as_an_orphan() -> None:
    sony, tower, body = _first().claims
    anchored = {sony.id: None, tower.id: tower, body.id: body}
    merged = merge(ClaimFile("s", claims=_first().claims), _first().proposed, (TOWER, BODY), anchored=anchored)
    assert merged.claims == _first().claims
    assert merged.orphaned == (sony.id,)
    assert merged.unfound == ()


def test_new_words_for_the_same_claim_save_it_from_being_an_orphan() -> None:
    sony, tower, body = _first().claims
    shorter = replace(SONY, quote="Sony makes the sensor", end=21)
    anchored = {sony.id: None, tower.id: tower, body.id: body}
    merged = merge(ClaimFile("s", claims=_first().claims), _first().proposed, (shorter, TOWER, BODY), anchored=anchored)
    assert merged.claims[0] == replace(shorter, id=sony.id)
    assert merged.orphaned == ()


def test_a_claim_keeps_its_id_when_its_meaning_returns_to_that_of_its_birth() -> None:
    turned = _again(_first().claims, (replace(SONY, object=EntityValue("fuji")), TOWER, BODY))
    back = merge(ClaimFile("s", claims=turned.claims, digest="read"), turned.proposed, ALL)
    assert back.claims == _first().claims


def test_of_two_readings_that_became_one_claim_the_untouched_one_is_its_base() -> None:
    file = ClaimFile("s", claims=_first().claims, digest="read")
    longer = replace(SONY, quote=TEXT[:33] + TEXT[33:38], end=38)
    both = merge(file, _first().proposed, (SONY, longer, TOWER, BODY))
    assert both.claims == _first().claims
    again = merge(file, both.proposed, (SONY, longer, TOWER, BODY))
    assert (again.claims, again.corrected) == (_first().claims, ())
