"""When two wordings name one thing: ids, short texts, dates, numbers and money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from leica_kb.model import DateValue, EntityValue, MoneyValue, NumberValue, TextValue, Value

SameIds = Sequence[frozenset[str]]

STOP: Final = frozenset(
    {"the", "a", "an", "of", "and", "s", "ag", "gmbh", "inc", "corporation", "company", "difference"}
)
"""Words that tell no two ids apart."""
NEGATORS: Final = frozenset({"not", "no", "non", "never", "without"})
SHARED: Final = 0.34
"""Least share of common words (Jaccard) of two texts that say one thing."""
NO_YEARS: Final = (0, -1)


def slug(name: str) -> str:
    """The id that a name would have: lower case, hyphens for all but letters, digits and dots."""
    return re.sub(r"[^a-z0-9.]+", "-", name.lower().replace("’", "'")).strip("-")


def words(wording: str) -> frozenset[str]:
    """The bag of words of an id or a text, without plural s and filler words."""
    found = re.findall(r"[a-z0-9]+(?:\.[0-9]+)?", wording.lower())
    return frozenset(word for w in found if (word := w.rstrip("s") if len(w) > 3 else w) not in STOP)


def same_entity(left: str, right: str, same: SameIds = ()) -> bool:
    """Whether two ids name one thing: equal, listed as the same, or of the same words."""
    a, b = slug(left), slug(right)
    return a == b or any(a in ids and b in ids for ids in same) or (bool(words(a)) and words(a) == words(b))


def same_text(left: str, right: str) -> bool:
    """Whether two short texts say one thing: a third of their words shared and no negator of difference."""
    a, b = words(left), words(right)
    return a == b or (bool(a and b) and not (a ^ b) & NEGATORS and len(a & b) / len(a | b) >= SHARED)


def years(edtf: str) -> tuple[int, int]:
    """The first and last year that an EDTF value can mean (``192X`` is a decade); NO_YEARS where it names none."""
    found = re.findall(r"\d{3}[Xx]|\d{4}s?", edtf)
    spans = [(int(y[:3] + "0"), int(y[:3] + "9")) if y[-1] in "Xxs" else (int(y), int(y)) for y in found]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else NO_YEARS


def same_value(left: Value, right: Value, same: SameIds = ()) -> bool:
    """Whether two objects agree: names as ids or texts, dates by their years, amounts with their unit."""
    match left, right:
        case DateValue(a), DateValue(b):
            return years(a) == years(b) != NO_YEARS
        case NumberValue(a, unit), NumberValue(b, other):
            return _equal(a, b) and _unit(unit) == _unit(other)
        case MoneyValue(a, currency), MoneyValue(b, other):
            return _equal(a, b) and currency == other
        case EntityValue(a), EntityValue(b):
            return same_entity(a, b, same)
        case EntityValue(a) | TextValue(a), EntityValue(b) | TextValue(b):
            return same_text(a, b)
    return False


def _equal(left: float, right: float) -> bool:
    return abs(left - right) < 1e-9


def _unit(unit: str | None) -> str:
    return (unit or "").rstrip("s")
