"""Values that have followed one another: the current one first, those it superseded below it, each with its time."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from leica_kb.query.hits import Hit
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.matching import predicate_of

if TYPE_CHECKING:
    from leica_kb.lang.edtf import Interval


class Standing(NamedTuple):
    """When a value is last told to hold, and whether it is past."""

    when: str | None
    superseded: bool


def order_by_time(
    connection: sqlite3.Connection, lexicon: Lexicon, groups: Mapping[str, Sequence[Hit]]
) -> Mapping[str, Standing]:
    """The values in the order in which they are shown, current ones first, then the past ones, the latest first.

    Past is what its own words end before they were said, and what another value of the same subject follows
    where only one can hold at a time; values of which one holds the other (a town, its country) agree.
    """
    latest = {value: max(hits, key=_rank_in_time) for value, hits in groups.items()}
    past = {
        value
        for value, hit in latest.items()
        if _is_over(lexicon, hit) or any(_follows(connection, lexicon, other, hit) for other in latest.values())
    }
    order = sorted(latest, key=lambda value: -_rank_in_time(latest[value]) if value in past else float("-inf"))
    return {value: Standing(_time(latest[value]), value in past) for value in order}


def _time(hit: Hit) -> str | None:
    return hit.match.claim.valid or hit.match.claim.stated


def _rank_in_time(hit: Hit) -> float:
    found = _interval(_time(hit))
    return found.middle if found else 0.0


def _is_over(lexicon: Lexicon, hit: Hit) -> bool:
    """Whether a state ended, by its own words, before they were said."""
    claim = hit.match.claim
    valid, stated = _interval(claim.valid), _interval(claim.stated)
    return predicate_of(lexicon, claim).state and bool(valid and stated and valid.is_before(stated))


def _follows(connection: sqlite3.Connection, lexicon: Lexicon, later: Hit, earlier: Hit) -> bool:
    """Whether a later claim gives another value of what can have but one at a time."""
    one, other = later.match.claim, earlier.match.claim
    predicate = predicate_of(lexicon, other)
    if (one.subject, one.predicate) != (other.subject, other.predicate) or not (predicate.single and predicate.state):
        return False
    if one.qualifiers.get("rank") != other.qualifiers.get("rank") or "denied" in (one.polarity, other.polarity):
        return False
    before, after = _interval(_time(earlier)), _interval(_time(later))
    return bool(before and after and before.is_before(after)) and not _agree(connection, one.object, other.object)


def _agree(connection: sqlite3.Connection, left: str | None, right: str | None) -> bool:
    query = "SELECT 1 FROM kin WHERE how IN ('self', 'within') AND (part, whole) IN (VALUES (?1, ?2), (?2, ?1))"
    return (left == right and left is not None) or bool(connection.execute(query, (left, right)).fetchone())


def _interval(text: str | None) -> Interval | None:
    from leica_kb.lang.edtf import parse_edtf  # only where values are several: an answer of one pays nothing

    try:
        return parse_edtf(text) if text else None
    except ValueError:
        return None
