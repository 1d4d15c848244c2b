"""Declared names in a text, whatever their quotes, hyphens, capitals and endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.extract.names.gazetteer import Gazetteer, level
from leica_kb.model import Entity, Vocabulary

ENTITIES = (
    Entity("lmount", "L-Mount Alliance", "alliance"),
    Entity("oneil", "O'Neil Optical", "company", aliases=("ONO",)),
    Entity("zeiss", "Zeiss", "company"),
    Entity("twins", "Alpine Made Cameras", "product_class"),
    Entity("acme", "Acme", "company", aliases=("the Acme works",)),
    Entity("acme-tools", "Acme Tools", "company"),
    Entity("france", "France", "place", aliases=("FR",), demonyms=("French",)),
    Entity("pro", "Pro", "product", maker="zeiss"),
    Entity("m8", "8mm System", "product"),
)
GAZETTEER = Gazetteer.of(Vocabulary({}, {e.id: e for e in ENTITIES}))


def found(text: str) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.entity) for m in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("O'Neil Optical", "oneil"),
        ("O’Neil Optical", "oneil"),
        ("L-Mount Alliance", "lmount"),
        ("L–Mount Alliance", "lmount"),
        ("L Mount Alliance", "lmount"),
        ("L-mount alliance", "lmount"),
        ("Acme\u00a0Tools", "acme-tools"),
        ("ZEISS", "zeiss"),
        ("Alpine Made Camera’s", "twins"),
        ("8mm system", "m8"),
    ],
)
def test_spellings_of_one_name(text: str, entity: str) -> None:
    assert found(f"Then {text} came.") == [(text, entity)]


@pytest.mark.parametrize("text", ["zeiss", "acme tools", "ono", "Ono", "pro", "fr", "Zeissian", "preZeiss", "Zeiss_1"])
def test_common_words_and_parts_of_words_are_no_names(text: str) -> None:
    assert found(f"It was {text} again.") == []


def test_a_possessive_is_not_part_of_the_name() -> None:
    assert found("Zeiss’s and Acme's lenses") == [("Zeiss", "zeiss"), ("Acme", "acme")]


def test_the_longest_name_wins() -> None:
    assert found("Acme Tools and the Acme works and Acme") == [
        ("Acme Tools", "acme-tools"),
        ("the Acme works", "acme"),
        ("Acme", "acme"),
    ]


def test_a_name_joined_to_a_model_is_not_the_name_alone() -> None:
    assert found("the Pro-X and the Pro2") == []
    assert found("a Zeiss-made lens") == [("Zeiss", "zeiss")]


def test_an_adjective_of_a_place_is_a_demonym() -> None:
    [mention] = GAZETTEER.find("a French firm")
    assert (mention.type, mention.entity, mention.is_name) == ("demonym", "france", False)


def test_offset_and_maker() -> None:
    [mention] = GAZETTEER.find("the Pro", offset=100)
    assert (mention.span.start, mention.span.end, mention.text, mention.maker) == (104, 107, "Pro", "zeiss")


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    assert len(level("İİ Zeiss")) == len("İİ Zeiss")
    assert found("İİ Zeiss") == [("Zeiss", "zeiss")]


@given(st.lists(st.sampled_from([*"İß’ -", *(e.name for e in ENTITIES), "and", "French"]), max_size=9).map("".join))
def test_names_stand_where_they_say_and_apart(text: str) -> None:
    mentions = GAZETTEER.find(text)
    assert all(m.span.of(text) == m.text for m in mentions)
    assert not any(a.span.meets(b.span) for a in mentions for b in mentions if a is not b)
