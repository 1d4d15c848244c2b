"""The time gate: when a claim holds, and whether the times of two sayings overlap certainly, possibly or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from leica_kb.lang.dates import find_dates
from leica_kb.lang.edtf import Interval, Overlap, is_edtf, parse_edtf
from leica_kb.model import Claim, MoneyValue, Predicate

AROUND: Final = 15
"""Days either side of ``stated`` during which a present-tense statement of a state surely holds."""
PERHAPS: Final = 92
"""Days either side of ``stated`` during which it still may hold: a quarter of a year."""

PAST: Final = re.compile(
    r"\b(was|were|had|used to|formerly|previously|originally|initially|no longer|at first)\b", re.IGNORECASE
)
PRESENT: Final = re.compile(r"\b(is|are|has|have|now|still|today|currently|nowadays)\b", re.IGNORECASE)
DATELIKE: Final = re.compile(r"\d\ds?\b|\byear\b", re.IGNORECASE)
UNTIL: Final = ("until", "till", "to", "before")
SINCE: Final = ("since", "from", "after")


@dataclass(frozen=True, slots=True)
class When:
    """The days on which a claim surely holds (None: no day is sure) and those on which it may."""

    sure: Interval | None
    perhaps: Interval
    explicit: bool = False
    """The claim gives the time itself; it is not merely taken to hold when it is stated."""


def is_per_time(predicate: Predicate) -> bool:
    """Whether its one true value may change with time."""
    return predicate.single is not None and "time" in predicate.single


def when_of(claim: Claim, stated: str | None, predicate: Predicate) -> When | None:
    """When a claim holds: what it says, else what its words say, else around its statement; None is unknown.

    Only a state, or a price, holds around the time at which it is stated, and only where it is told in the present
    tense; what is told in the past held at some time before.
    """
    if claim.time.valid and is_edtf(claim.time.valid):
        return _as_written(claim.time.valid, stated)
    if not (predicate.state or isinstance(claim.object, MoneyValue)):
        return None
    dated = _dated_by(claim.quote, stated)
    if dated is not None:
        return _as_written(dated, stated)
    return _around(stated, past=is_past(claim.quote)) if stated and is_edtf(stated) else None


def is_past(quote: str) -> bool:
    """Whether the words tell of a state that is over or may be: in the past tense, with no present one beside it."""
    return bool(PAST.search(quote)) and not PRESENT.search(quote)


def overlap_of(left: When | None, right: When | None) -> Overlap:
    """Whether both hold on one day; an unknown time overlaps possibly."""
    if left is None or right is None:
        return "possible"
    if not left.perhaps.meets(right.perhaps):
        return "none"
    return "certain" if left.sure and right.sure and left.sure.meets(right.sure) else "possible"


def _dated_by(quote: str, stated: str | None) -> str | None:
    """The time that the words themselves give, where they give just one: «since 2014», «until 1988», «in the 1990s»."""
    if not DATELIKE.search(quote):
        return None
    mentions = find_dates(quote, stated if stated and is_edtf(stated) else None)
    if len(mentions) != 1 or not mentions[0].edtf:
        return None
    before, date = quote[: mentions[0].span.start].casefold().split(), mentions[0].edtf
    if "/" in date or not before:
        return date
    return f"../{date}" if before[-1] in UNTIL else f"{date}/.." if before[-1] in SINCE else date


@lru_cache(maxsize=65_536)
def _as_written(valid: str, stated: str | None) -> When:
    """The time that is given; «since 1988» cannot vouch for days long after it was said."""
    interval = parse_edtf(valid)
    said = parse_edtf(stated).widened() if stated and is_edtf(stated) else None
    vague = interval.approximate or interval.uncertain
    sure, perhaps = interval.core(), interval.widened()
    if said and said.end is not None and interval.end is None and not said.is_before(interval):
        sure, perhaps = replace(sure, end=sure.end or said.end), replace(perhaps, end=said.end + PERHAPS)
    return When(None if vague else sure, perhaps, explicit=True)


@lru_cache(maxsize=65_536)
def _around(stated: str, *, past: bool) -> When:
    said = parse_edtf(stated).widened()
    if past:
        return When(None, Interval(None, said.end))
    return When(said.padded(AROUND), said.padded(PERHAPS))
