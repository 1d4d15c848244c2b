from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.evaluate.likeness import NO_YEARS, same_entity, same_text, same_value, slug, years
from leica_kb.model import DateValue, EntityValue, MoneyValue, NumberValue, TextValue, Value


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("leica-m11", "Leica M11", True),
        ("leica-lens", "leica-lenses", False),
        ("zeiss-lens-series", "the-zeiss-lens-series", True),
        ("nikon-cameras", "nikon-camera", True),
        ("nikon-z8", "nikon-z9", False),
        ("the-company", "a-company", False),
    ],
)
def test_ids_are_one_when_their_words_are(left: str, right: str, same: bool) -> None:
    assert same_entity(left, right) is same


def test_ids_listed_together_are_one() -> None:
    assert same_entity("fuji", "fujifilm", [frozenset({"fuji", "fujifilm"})])
    assert not same_entity("fuji", "fujifilm")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("polished by hand", "individually polished by hand", True),
        ("made by hand", "not made by hand", False),
        ("a leather strap", "a glass plate in the finder", False),
        ("the", "a", True),
        ("strap", "", False),
    ],
)
def test_texts_agree_by_shared_words_unless_one_is_negated(left: str, right: str, same: bool) -> None:
    assert same_text(left, right) is same


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2013-03", (2013, 2013)),
        ("192X", (1920, 1929)),
        ("1920s", (1920, 1929)),
        ("1996/2005", (1996, 2005)),
        ("..", NO_YEARS),
    ],
)
def test_a_date_covers_its_years(edtf: str, span: tuple[int, int]) -> None:
    assert years(edtf) == span


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (DateValue("2013-03"), DateValue("2013"), True),
        (DateValue("2013"), DateValue("2014"), False),
        (DateValue(".."), DateValue(".."), False),
        (DateValue("2013"), TextValue("2013"), False),
        (NumberValue(2, "year"), NumberValue(2.0, "years"), True),
        (NumberValue(2, "year"), NumberValue(2, "month"), False),
        (NumberValue(2), NumberValue(3), False),
        (MoneyValue(900, "GBP"), MoneyValue(900, "GBP"), True),
        (MoneyValue(900, "GBP"), MoneyValue(900, "EUR"), False),
        (NumberValue(900, "GBP"), MoneyValue(900, "GBP"), False),
        (EntityValue("image-sensors"), TextValue("image sensor"), True),
        (EntityValue("sony"), EntityValue("nikon"), False),
    ],
)
def test_values_agree_only_in_kind_amount_and_unit(left: Value, right: Value, same: bool) -> None:
    assert same_value(left, right) is same
    assert same_value(right, left) is same


@given(st.text())
def test_a_slug_is_its_own_slug(name: str) -> None:
    assert slug(slug(name)) == slug(name)
