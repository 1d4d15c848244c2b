"""Numbers, quantities, durations, money and ranks with the spans where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from leica_kb.lang.cues import ORDINALS, SUPERLATIVE_RANKS
from leica_kb.model import Bound, MoneyValue, NumberValue, Span

QuantityKind = Literal["duration", "quantity", "money", "rank"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured value and the words that give it."""

    span: Span
    kind: QuantityKind
    value: NumberValue | MoneyValue


_ONES: Final = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS: Final[Mapping[str, int]] = {
    **{w: i for i, w in enumerate(_ONES)},
    **{w: 10 * i for i, w in enumerate(_TENS, 2)},
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
}
_SCALE: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}

DURATION_UNITS: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
UNITS: Final[Mapping[str, str]] = {
    **{u: u for u in DURATION_UNITS},
    **{u + "s": u for u in DURATION_UNITS},
    "centuries": "century",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "yr": "year",
    "yrs": "year",
    "mm": "mm",
    "cm": "cm",
    **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), "km"),
    **dict.fromkeys(("foot", "feet", "ft"), "foot"),
    **dict.fromkeys(("mile", "miles"), "mile"),
    **dict.fromkeys(("tonne", "tonnes"), "tonne"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), "kg"),
    **dict.fromkeys(("g", "gram", "grams", "gramme", "grammes"), "g"),
    **dict.fromkeys(("lb", "lbs"), "pound"),
    **dict.fromkeys(("oz", "ounce", "ounces"), "ounce"),
    "MP": "megapixel",
    "megapixel": "megapixel",
    "megapixels": "megapixel",
    "fps": "fps",
    "percent": "percent",
    "%": "percent",
    "inch": "inch",
    "inches": "inch",
    "employees": "employee",
    "people": "person",
    "workers": "worker",
    "units": "unit",
    "cameras": "camera",
    "lenses": "lens",
}
CURRENCIES: Final[Mapping[str, str]] = {
    "$": "USD",
    "US$": "USD",
    "S$": "SGD",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "AU$": "AUD",
    "CA$": "CAD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "JPY": "JPY",
    "AUD": "AUD",
    "CAD": "CAD",
    "NZD": "NZD",
    "SGD": "SGD",
    "HKD": "HKD",
    "TWD": "TWD",
    "CHF": "CHF",
    "DKK": "DKK",
    "NOK": "NOK",
    "SEK": "SEK",
    "CNY": "CNY",
}

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?:[ -](?:{_WORDS})){{0,3}})"
_BOUND_WORDS = (
    "at least|more than|over|at most|up to|less than|under|about|around|roughly|nearly|almost|approximately|some|circa"
)
_BOUND = rf"(?:(?P<bound>{_BOUND_WORDS})\s+)?"
_UNIT_WORDS = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,/-]){_BOUND}(?P<number>{_NUMBER}|a|an)(?P<plus>\s?\+|[- ]plus)?[\s-]?(?P<unit>{_UNIT_WORDS})(?!\w)",
    re.IGNORECASE,
)
_CODES = "USD|EUR|GBP|JPY|AUD|CAD|NZD|SGD|HKD|TWD|CHF|DKK|NOK|SEK|CNY"
_SIGN_MONEY: Final = re.compile(
    rf"{_BOUND}(?P<sign>(?:\b(?:US|S|AU?|CA?|HK|NZ|NT))?\$|[€£¥]|(?-i:\b(?:{_CODES})(?=\s?\d)))\s?(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|bn|[km](?![^\W_])))?(?:\s?(?-i:(?P<code>{_CODES}))(?!\w))?",
    re.IGNORECASE,
)
_WORD_MONEY: Final = re.compile(
    rf"(?<![\w.,]){_BOUND}(?P<number>{_NUMBER})(?:\s(?P<scale>thousand|million|billion|bn))?\s(?P<sign>dollars?|euros?|pounds|yen|yuan|{_CODES})(?!\w)",
    re.IGNORECASE,
)
_BOUNDS: Final[Mapping[str, Bound]] = {
    **dict.fromkeys(("at least", "more than", "over"), "at_least"),
    **dict.fromkeys(("at most", "up to", "less than", "under"), "at_most"),
    **dict.fromkeys(("about", "around", "roughly", "nearly", "almost", "approximately", "some", "circa"), "about"),
}
_ORDINAL = "|".join(ORDINALS)
_TOP = "|".join(SUPERLATIVE_RANKS)
_RANKS: Final = (
    re.compile(rf"\b(?:(?P<ordinal>{_ORDINAL}|\d+(?:st|nd|rd|th))[- ])?(?P<top>{_TOP})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<ordinal>{_ORDINAL}|\d+(?:st|nd|rd|th))(?:[- ](?P<top>place|spot|position|rank))?\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:number|no\.|rank|#)\s?(?P<ordinal>\d+|one|two|three|four|five)\b", re.IGNORECASE),
)


def parse_number(words: str) -> int | float | None:
    """The number that digits or number words stand for, or None."""
    plain = words.replace(",", "").strip().lower()
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    if re.fullmatch(r"\d+\.\d+", plain):
        return float(plain)
    if plain in ("a", "an"):
        return 1
    parts = re.split(r"[ -]", plain)
    if not parts or any(p not in NUMBER_WORDS for p in parts):
        return None
    return _sum_words(parts)


def _sum_words(parts: list[str]) -> int:
    total = 0
    for part in parts:
        total = (
            max(total, 1) * NUMBER_WORDS[part]
            if part in ("hundred", "thousand", "dozen")
            else total + NUMBER_WORDS[part]
        )
    return total


def parse_ordinal(words: str) -> int | None:
    """The rank that an ordinal stands for: third, 3rd, three."""
    plain = words.lower()
    digits = re.match(r"\d+", plain)
    return int(digits.group()) if digits else ORDINALS.get(plain) or NUMBER_WORDS.get(plain)


def _span(match: re.Match[str], offset: int) -> Span:
    return Span(match.start() + offset, match.end() + offset)


def _bound(match: re.Match[str]) -> Bound | None:
    if match.groupdict().get("plus"):
        return "at_least"
    return _BOUNDS.get((match["bound"] or "").lower())


_FIRST: Final = re.compile(
    rf"\b(?:the\s)?first\s(?:(?P<number>{_NUMBER})\s)?(?P<unit>{'|'.join(DURATION_UNITS)})s?\b", re.IGNORECASE
)
"""«for the first year»: a duration that starts at once."""


def _firsts(text: str, offset: int) -> Iterator[Quantity]:
    for match in _FIRST.finditer(text):
        number = parse_number(match["number"]) if match["number"] else 1
        if number is not None:
            yield Quantity(_span(match, offset), "duration", NumberValue(number, match["unit"].lower()))


def _quantities(text: str, offset: int) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        unit = UNITS.get(match["unit"]) or UNITS.get(match["unit"].lower())
        number = parse_number(match["number"])
        if unit is None or number is None:
            continue
        if match["number"].lower() in ("a", "an") and unit not in DURATION_UNITS:
            continue
        kind: QuantityKind = "duration" if unit in DURATION_UNITS else "quantity"
        yield Quantity(_span(match, offset), kind, NumberValue(number, unit, _bound(match)))


def _money(text: str, offset: int) -> Iterator[Quantity]:
    for pattern in (_SIGN_MONEY, _WORD_MONEY):
        for match in pattern.finditer(text):
            number = parse_number(match["number"].rstrip(","))
            sign = match.groupdict().get("code") or match["sign"]
            currency = CURRENCIES.get(sign) or CURRENCIES.get(sign.lower()) or CURRENCIES.get(sign.upper())
            if number is not None and currency is not None:
                amount = number * _SCALE.get((match["scale"] or "").lower(), 1)
                yield Quantity(_span(match, offset), "money", MoneyValue(amount, currency))


def _ranks(text: str, offset: int) -> Iterator[Quantity]:
    for pattern in _RANKS:
        for match in pattern.finditer(text):
            ordinal = match.groupdict().get("ordinal")
            rank = parse_ordinal(ordinal) if ordinal else SUPERLATIVE_RANKS[match["top"].lower()]
            if rank is not None:
                yield Quantity(_span(match, offset), "rank", NumberValue(rank, "rank"))


def find_quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """Durations, measures, money and ranks of a text in order, longest first where they overlap."""
    found = sorted(
        (*_money(text, offset), *_firsts(text, offset), *_quantities(text, offset), *_ranks(text, offset)),
        key=lambda q: (q.span.start, -q.span.end),
    )
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.span.start >= kept[-1].span.end:
            kept.append(quantity)
    return tuple(kept)
