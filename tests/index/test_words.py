from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.index import find_pieces, key_of, singular, stem, stems_of, words_of


@pytest.mark.parametrize(
    "same",
    [
        ("make", "makes", "making", "made", "maker"),
        ("supply", "supplies", "supplied", "supplier"),
        ("customise", "customize", "customised", "customization", "customisation"),
        ("inspect", "inspected", "inspection", "inspecting"),
        ("lens", "lenses", "lense"),
        ("factory", "factories"),
        ("grind", "ground", "grinding"),
        ("plan", "planned", "planning"),
        ("cosmetic", "cosmetically"),
        ("box", "boxes", "boxed"),
        ("headquarter", "headquarters", "headquartered"),
        ("glass", "glasses"),
        ("develop", "developed", "development"),
    ],
)
def test_inflections_of_one_word_have_one_stem(same: tuple[str, ...]) -> None:
    assert len({stem(word) for word in same}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("m10", "m11"), ("sensor", "sense"), ("product", "produce"), ("bus", "bu")]
)
def test_different_words_keep_different_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("countries", "country"),
        ("boxes", "box"),
        ("lens", "lens"),
        ("ties", "tie"),
        ("gas", "gas"),
        ("status", "status"),
    ],
)
def test_a_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize("name", ["Leica M-11", "leica m 11", "LEICA M11", "Leica M11’s", "léica m11"])
def test_a_name_is_found_however_it_is_typed(name: str) -> None:
    assert key_of(name) == "leicam11"


def test_the_key_of_another_model_differs() -> None:
    assert key_of("M10") != key_of("M11")


def test_contracted_words_come_apart() -> None:
    pieces = find_pieces("Who's there? It isn't, won't, can't; Leica’s rock'n'roll")
    assert [piece.text for piece in pieces] == ["who", "there", "it", "is", "will", "can", "leica", "rocknroll"]
    assert [piece.negated for piece in pieces] == [False, False, False, True, True, True, False, False]


@given(st.text())
def test_pieces_stand_where_they_say(text: str) -> None:
    for piece in find_pieces(text):
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end] != ""


@given(st.text())
def test_stems_come_one_for_one_with_words(text: str) -> None:
    assert len(stems_of(text)) == len(words_of(text))
