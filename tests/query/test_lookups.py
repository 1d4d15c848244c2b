from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

import leica_kb.query
from leica_kb.errors import UnknownNameError
from leica_kb.model import Finding, Metadata, Span, Verification
from leica_kb.query import (
    claims_about,
    claims_by_ids,
    claims_of_source,
    compare_sources,
    complete_ids,
    find_entities,
    find_findings,
    find_predicates,
    find_sources,
    find_verifications,
    resolve_entity,
    suggest,
)
from tests.query.bases import base, say

LYON = say("lyon", "acme-z10", "made_in", "lyon", start=10)
JAPAN = say("japan", "acme-z10", "made_in", "japan", source="b")
PRICE = say("price", "acme-z10", "price", {"money": 1, "currency": "GBP"}, by=["ann-lee"], start=0)
GONE = say("gone", "bolt", "made_in", "lyon", review="rejected", start=30)
STRANGE = say("strange", "zonk-9", "member_of", "z-club", start=40)
FINDING = Finding(
    "f-1",
    "value",
    "tension",
    ("lyon",),
    ("japan",),
    "r",
    "e",
    slot={"subject": "acme-z10"},
    clash={"lyon": (Span(1, 2),)},
)
NOTE = Finding("f-0", "value", "note", ("lyon",), ("price",), "r", "e")
CHECK = Verification("lyon", "moved", 1, 2, "two lines down")


@pytest.fixture(scope="module")
def small() -> Iterator[sqlite3.Connection]:
    connection = base(LYON, JAPAN, PRICE, GONE, STRANGE, findings=(NOTE, FINDING), verifications=(CHECK,))
    yield connection
    connection.close()


def test_sources_are_listed_with_their_claims(small: sqlite3.Connection) -> None:
    first, second = find_sources(small)
    assert (first.id, first.claims, second.claims) == ("a", 3, 1)
    assert first.metadata == Metadata(title="A day at Acme", publisher="The Post", author="Joe Doe")


def test_entities_are_listed_with_their_claims(small: sqlite3.Connection) -> None:
    found = {row.id: row for row in find_entities(small)}
    assert found.keys() == {"acme-z10", "lyon", "japan", "z-club", "zonk-9"}
    assert (found["acme-z10"].claims, found["acme-z10"].maker, found["lyon"].claims) == (3, "acme", 1)
    assert (found["zonk-9"].name, found["zonk-9"].type) == ("zonk 9", "")
    assert "bolt" in {row.id for row in find_entities(small, claimed=False)}


def test_predicates_are_listed_with_their_claims(small: sqlite3.Connection) -> None:
    assert {row.id: row.claims for row in find_predicates(small) if row.claims} == {
        "made_in": 2,
        "price": 1,
        "member_of": 1,
    }


def test_claims_come_back_by_id_in_the_order_asked(small: sqlite3.Connection) -> None:
    assert claims_by_ids(small, ["price", "nothing", "gone", "price", "lyon"]) == (PRICE, GONE, LYON)
    assert claims_by_ids(small, [f"x{n}" for n in range(1000)]) == ()


def test_claims_about_an_entity_have_it_at_an_end_or_as_speaker(small: sqlite3.Connection) -> None:
    assert claims_about(small, "acme-z10") == (PRICE, LYON, JAPAN)
    assert claims_about(small, "ann-lee") == (PRICE,)
    assert claims_about(small, "acme") == ()
    assert claims_about(small, "acme", inside=True) == (PRICE, LYON, JAPAN)


def test_the_claims_of_a_source_follow_its_text(small: sqlite3.Connection) -> None:
    assert claims_of_source(small, "a") == (PRICE, LYON, STRANGE)


def test_sources_are_compared_predicate_by_predicate(small: sqlite3.Connection) -> None:
    rows = compare_sources(small, "acme-z10")
    assert [(row.predicate, row.claims) for row in rows] == [("made_in", (LYON, JAPAN)), ("price", (PRICE,))]
    assert [row.predicate for row in compare_sources(small, "acme-z10", "price")] == ["price"]


def test_findings_and_verifications_come_back_as_they_went_in(small: sqlite3.Connection) -> None:
    assert find_findings(small) == (FINDING, NOTE)
    assert find_findings(small, notes=False) == (FINDING,)
    assert find_findings(small, ["f-0"]) == (NOTE,)
    assert find_verifications(small) == (CHECK,)


@pytest.mark.parametrize(
    ("name", "ids"),
    [("acme-z10", ("acme-z10",)), ("Acme Z-10", ("acme-z10",)), ("the post", ("the-post",)), ("zonk-9", ("zonk-9",))],
)
def test_an_entity_is_found_by_id_or_name(small: sqlite3.Connection, name: str, ids: tuple[str, ...]) -> None:
    assert resolve_entity(small, name) == ids


def test_an_unknown_entity_is_told_with_offers(small: sqlite3.Connection) -> None:
    with pytest.raises(UnknownNameError, match="did you mean acme-cameras"):
        resolve_entity(small, "acme camras")
    with pytest.raises(UnknownNameError, match=r"no entity «qqq» in this base$"):
        resolve_entity(small, "qqq")


def test_another_number_is_never_offered(small: sqlite3.Connection) -> None:
    assert suggest(small, "entity", "acme-z11x") == ("acme-z11",)
    assert "acme-z10" not in suggest(small, "entity", "acme-z12")
    assert set(suggest(small, "predicate", "made_at")) == {"made_by", "made_how", "made_in"}


def test_ids_are_completed(small: sqlite3.Connection) -> None:
    assert complete_ids(small, "entity", "acme-z1") == ("acme-z10", "acme-z11")
    assert complete_ids(small, "entity", "zonk") == ("zonk-9",)
    assert complete_ids(small, "claim", "l") == ("lyon",)
    assert complete_ids(small, "source") == ("a", "b")
    assert complete_ids(small, "finding", "f-") == ("f-0", "f-1")
    assert complete_ids(small, "predicate", "made_", 1) == ("made_by",)


def test_the_room_names_what_it_holds() -> None:
    for name in leica_kb.query.__all__:
        assert getattr(leica_kb.query, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = leica_kb.query.nothing
