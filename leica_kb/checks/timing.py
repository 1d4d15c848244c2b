"""The time gate: when a claim holds, and whether the times of two sayings overlap certainly, possibly or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from leica_kb.lang.edtf import Interval, Overlap, is_edtf, parse_edtf
from leica_kb.model import Claim, MoneyValue, Predicate

AROUND: Final = 15
"""Days either side of ``stated`` during which a present-tense statement of a state surely holds."""
PERHAPS: Final = 92
"""Days either side of ``stated`` during which it still may hold: a quarter of a year."""


@dataclass(frozen=True, slots=True)
class When:
    """The days on which a claim surely holds (None: no day is sure) and those on which it may."""

    sure: Interval | None
    perhaps: Interval


def is_per_time(predicate: Predicate) -> bool:
    """Whether its one true value may change with time."""
    return predicate.single is not None and "time" in predicate.single


def when_valid(valid: str | None, stated: str | None, predicate: Predicate, *, priced: bool = False) -> When | None:
    """When a claim holds: what it says, else around its statement where the predicate is a state; None is unknown."""
    if valid and is_edtf(valid):
        return _as_written(valid)
    if (predicate.state or priced) and stated and is_edtf(stated):
        return _around(stated)
    return None


def when_of(claim: Claim, stated: str | None, predicate: Predicate) -> When | None:
    """When a claim holds; a price is a price of its day, though no vocabulary calls it a state."""
    return when_valid(claim.time.valid, stated, predicate, priced=isinstance(claim.object, MoneyValue))


def overlap_of(left: When | None, right: When | None) -> Overlap:
    """Whether both hold on one day; an unknown time overlaps possibly."""
    if left is None or right is None:
        return "possible"
    if not left.perhaps.meets(right.perhaps):
        return "none"
    return "certain" if left.sure and right.sure and left.sure.meets(right.sure) else "possible"


@lru_cache(maxsize=65_536)
def _as_written(valid: str) -> When:
    interval = parse_edtf(valid)
    vague = interval.approximate or interval.uncertain
    return When(None if vague else interval.core(), interval.widened())


@lru_cache(maxsize=65_536)
def _around(stated: str) -> When:
    said = parse_edtf(stated).widened()
    return When(said.padded(AROUND), said.padded(PERHAPS))
