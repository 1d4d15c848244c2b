"""Numbers as ranges: what a written amount may mean within its precision, with units of one kind converted."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from leica_kb.model import MoneyValue, NumberValue

UNITS: Final[dict[str, tuple[str, float]]] = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("time", 2_629_746.0),  # a twelfth of the mean Gregorian year
    "quarter": ("time", 7_889_238.0),
    "year": ("time", 31_556_952.0),
    "decade": ("time", 315_569_520.0),
    "µm": ("length", 1e-6),
    "mm": ("length", 1e-3),
    "cm": ("length", 1e-2),
    "m": ("length", 1.0),
    "km": ("length", 1e3),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "mile": ("length", 1609.344),
    "mg": ("mass", 1e-6),
    "g": ("mass", 1e-3),
    "kg": ("mass", 1.0),
    "tonne": ("mass", 1e3),
    "ounce": ("mass", 0.028349523125),
    "pound": ("mass", 0.45359237),
    "pixel": ("pixels", 1.0),
    "megapixel": ("pixels", 1e6),
    "percent": ("share", 0.01),
    "hz": ("frequency", 1.0),
    "khz": ("frequency", 1e3),
    "mhz": ("frequency", 1e6),
}
"""Unit in the singular → kind and size in the kind's base unit (SI brochure; international yard and pound)."""
ABOUT: Final = 0.1
"""«About 40» is read as 36 to 44."""

Range = tuple[float, float]


def amounts_meet(left: NumberValue | MoneyValue, right: NumberValue | MoneyValue) -> bool | None:
    """Whether two amounts may be one within their written precision; None where their units are of different kinds."""
    first, second = _measured(left), _measured(right)
    if first is None or second is None or first[0] != second[0]:
        return None
    (low, high), (other_low, other_high) = first[1], second[1]
    return low <= other_high and other_low <= high


def written_step(number: float) -> float:
    """The size of one step of the last digit that is written to count: 40 → 1, 1200 → 100, 2.5 → 0.1.

    Two or more closing zeros are read as rounding, one is not.
    """
    digits, exponent = Decimal(repr(number)).as_tuple()[1:]
    if not isinstance(exponent, int) or not any(digits):
        return 1.0
    if float(number).is_integer():
        whole = str(abs(int(number)))
        zeros = len(whole) - len(whole.rstrip("0"))
        return float(10**zeros) if zeros > 1 else 1.0
    return float(10.0**exponent)


@lru_cache(maxsize=65_536)
def _measured(value: NumberValue | MoneyValue) -> tuple[str, Range] | None:
    if isinstance(value, MoneyValue):
        return value.currency, _range(value.money, None)
    kind, size = UNITS.get((value.unit or "").casefold(), (f"unit {value.unit}", 1.0))
    low, high = _range(value.number, value.bound)
    return kind, (low * size, high * size)


def _range(number: float, bound: str | None) -> Range:
    half = written_step(number) / 2
    match bound:
        case "at_least":
            return number - half, float("inf")
        case "at_most":
            return float("-inf"), number + half
        case "about":
            return number - max(half, abs(number) * ABOUT), number + max(half, abs(number) * ABOUT)
        case _:
            return number - half, number + half
