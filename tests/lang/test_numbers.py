"""Numbers in English prose: what they measure, how much, and the words that say so."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.lang.numbers import find_quantities, parse_number, parse_ordinal
from leica_kb.lang.units import counted
from leica_kb.model import MoneyValue, NumberValue, Span


def found(text: str) -> list[tuple[str, str, NumberValue | MoneyValue]]:
    return [(q.span.of(text), q.kind, q.value) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7),
        ("1,700", 1700),
        ("1.5", 1.5),
        ("a", 1),
        ("an", 1),
        ("twelve", 12),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("two hundred", 200),
        ("two hundred five", 205),
        ("three thousand", 3000),
        ("one hundred thousand", 100_000),
        ("dozen", 12),
        ("hundred", 100),
        ("plenty", None),
        ("two plenty", None),
        ("", None),
    ],
)
def test_digits_and_number_words_are_one_number(words: str, number: float | None) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize(
    ("words", "rank"), [("third", 3), ("3rd", 3), ("21st", 21), ("Second", 2), ("four", 4), ("last", None)]
)
def test_ordinals(words: str, rank: int | None) -> None:
    assert parse_ordinal(words) == rank


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It takes 40 minutes.", "40 minutes", NumberValue(40, "minute")),
        ("It lasted twenty-five years.", "twenty-five years", NumberValue(25, "year")),
        ("A ten-year warranty.", "ten-year", NumberValue(10, "year")),
        ("A 12-month wait.", "12-month", NumberValue(12, "month")),
        ("It took a century.", "a century", NumberValue(1, "century")),
        ("Three centuries later.", "Three centuries", NumberValue(3, "century")),
        ("Wait 3 hrs.", "3 hrs", NumberValue(3, "hour")),
    ],
)
def test_durations_have_their_unit_in_the_singular(text: str, words: str, value: NumberValue) -> None:
    assert found(text) == [(words, "duration", value)]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("at least 3 weeks", "at least 3 weeks", "at_least"),
        ("more than three weeks", "more than three weeks", "at_least"),
        ("up to 3 weeks", "up to 3 weeks", "at_most"),
        ("less than 3 weeks", "less than 3 weeks", "at_most"),
        ("about 3 weeks", "about 3 weeks", "about"),
        ("nearly 3 weeks", "nearly 3 weeks", "about"),
        ("3+ weeks", "3+ weeks", "at_least"),
        ("3 weeks", "3 weeks", None),
    ],
)
def test_a_bound_belongs_to_its_number(text: str, words: str, bound: str | None) -> None:
    [(span, _, value)] = found(text)
    assert span == words
    assert isinstance(value, NumberValue)
    assert (value.number, value.unit, value.bound) == (3, "week", bound)


@pytest.mark.parametrize(
    ("text", "words", "unit", "number"),
    [
        ("a 24 MP sensor", "24 MP", "megapixel", 24),
        ("the 35 mm lens", "35 mm", "mm", 35),
        ("it employs 1,700 people", "1,700 people", "person", 1700),
        ("it weighs 1.5 kg", "1.5 kg", "kg", 1.5),
        ("it fell by 5%", "5%", "percent", 5),
        ("two hundred workers", "two hundred workers", "worker", 200),
    ],
)
def test_measures(text: str, words: str, unit: str, number: float) -> None:
    assert found(text) == [(words, "quantity", NumberValue(number, unit))]


@pytest.mark.parametrize(
    ("text", "words", "money", "currency"),
    [
        ("It costs $1,299.", "$1,299", 1299, "USD"),
        ("It costs £800 used.", "£800", 800, "GBP"),
        ("A loan of €2.5 million.", "€2.5 million", 2_500_000, "EUR"),
        ("US$5bn in all.", "US$5bn", 5 * 10**9, "USD"),
        ("They paid $5k.", "$5k", 5000, "USD"),
        ("¥100,000 and tax", "¥100,000", 100_000, "JPY"),
        ("3 million euros", "3 million euros", 3_000_000, "EUR"),
        ("five hundred dollars", "five hundred dollars", 500, "USD"),
        ("500 GBP", "500 GBP", 500, "GBP"),
        ("for $50 AUD!", "$50 AUD", 50, "AUD"),
        ("$1.5 million CAD now", "$1.5 million CAD", 1_500_000, "CAD"),
        ("200 CHF", "200 CHF", 200, "CHF"),
        ("$50 audio gear", "$50", 50, "USD"),
        ("more than $900", "more than $900", 900, "USD"),
    ],
)
def test_money_has_its_currency_code(text: str, words: str, money: float, currency: str) -> None:
    assert found(text) == [(words, "money", MoneyValue(money, currency))]


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("its second-largest market", "second-largest", 2),
        ("its biggest market", "biggest", 1),
        ("in third place", "third place", 3),
        ("in 4th position", "4th position", 4),
        ("number two in sales", "number two", 2),
        ("No. 3 of the world", "No. 3", 3),
    ],
)
def test_ranks(text: str, words: str, rank: int) -> None:
    assert found(text) == [(words, "rank", NumberValue(rank, "rank"))]


@pytest.mark.parametrize("text", ["the M10 and the Z9", "in the 20s", "88 keys", "a camera", "in 2013", "an MP file"])
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "years"), [("for the first year", 1), ("the first two years", 2)])
def test_a_first_period_is_a_duration_and_no_rank(text: str, years: int) -> None:
    [(_, kind, value)] = found(text)
    assert (kind, value) == ("duration", NumberValue(years, "year"))


def test_several_in_order_and_moved_by_the_offset() -> None:
    text = "It sells for $900 after 3 weeks in second place."
    assert [q.span.start for q in find_quantities(text, 100)] == [113, 124, 135]
    assert [words for words, _, _ in found(text)] == ["$900", "3 weeks", "second place"]


PIECES = ["$900", "3 weeks", "second", "about 40", "mm", "the", "Z9", ",", "1,700 people", "first year", "a", "%", "€"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_quantities_stand_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [q.span for q in find_quantities(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(Span(0, len(text)).holds(s) and len(s) for s in spans)


@pytest.mark.parametrize(
    ("text", "number", "unit", "words"),
    [
        ("31 metres", 31, "m", " m"),
        ("a 2 km road", 2, "km", " km"),
        ("102 feet", 102, "foot", " feet"),
        ("one foot", 1, "foot", " foot"),
        ("3 tonnes", 3, "tonne", " tonnes"),
        ("12 inches", 12, "inch", " inches"),
    ],
)
def test_lengths_and_weights_are_read_and_written(text: str, number: int, unit: str, words: str) -> None:
    (found,) = find_quantities(text)
    assert found.value == NumberValue(number, unit)
    assert counted(number, unit) == words


def test_a_bare_number_has_no_unit() -> None:
    assert counted(3, None) == ""
