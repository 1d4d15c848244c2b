from __future__ import annotations

import pytest

from leica_kb.index import find_pieces, stem
from leica_kb.query.asks import find_asks
from leica_kb.query.ranks import find_ranks
from leica_kb.query.values import ordinal

KINDS = {
    "country": ("country",),
    "company": ("company",),
    "price": ("money",),
    "component": ("component",),
    "year": ("date",),
}


@pytest.mark.parametrize(
    ("question", "kind", "types"),
    [
        ("who made it", "who", ("company", "person", "publication")),
        ("made it who", "who", ("company", "person", "publication")),
        ("whose is it", "who", ("company", "person", "publication")),
        ("where is it", "where", ("place",)),
        ("wher is it", "where", ("place",)),
        ("when", "when", ("date",)),
        ("why is that", "why", ()),
        ("how is it made", "how", ("text", "quantity")),
        ("how long is it", "how_long", ("duration",)),
        ("how much is it", "how_much", ("money",)),
        ("how much time is it", "how_long", ("duration",)),
        ("how many years", "how_many", ("number",)),
        ("how many", "how_many", ("number",)),
        ("how old is it", "when", ("date", "duration")),
        ("which countries are in it", "which", ("country",)),
        ("in which big country is it", "which", ("country",)),
        ("what is the price of it", "what", ("money",)),
        ("what kind of component is it", "what", ("component",)),
        ("what does the company do", "what", ()),
        ("is it known which country it is from", "which", ("country",)),
        ("is it the company which made it", "whether", ()),
        ("will it come", "whether", ()),
        ("price of it", "any", ("money",)),
        ("it and that", "any", ()),
    ],
)
def test_what_a_question_asks_for(question: str, kind: str, types: tuple[str, ...]) -> None:
    asks = find_asks(find_pieces(question), KINDS)
    assert (asks.kind, asks.types) == (kind, types)


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("biggest market", {1}),
        ("second biggest market", {2}),
        ("2nd largest market", {2}),
        ("number two market", {2}),
        ("market no 3", {3}),
        ("third place", {3}),
        ("first and second market", {1, 2}),
        ("two biggest markets", {1, 2}),
        ("top 3 markets", {1, 2, 3}),
        ("biggest markets", {1, 2, 3}),
        ("a market", set()),
    ],
)
def test_ranks(text: str, ranks: set[int]) -> None:
    pieces = find_pieces(text)
    assert find_ranks(pieces, [stem(piece.text) for piece in pieces], frozenset())[0] == ranks


@pytest.mark.parametrize(("rank", "word"), [(1, "first"), (10, "tenth"), (11, "11th")])
def test_ordinals(rank: int, word: str) -> None:
    assert ordinal(rank) == word


def test_a_pack_may_ask_for_types_of_its_own_by_who() -> None:
    asks = find_asks(find_pieces("who runs it"), {**KINDS, "who": ("body",)})
    assert asks.types == ("company", "person", "publication", "body")
