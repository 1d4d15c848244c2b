"""Cross-reference: the claims about one slot side by side, equal, compatible or different, agreement by witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from leica_kb.checks.context import Context
from leica_kb.checks.groups import Group
from leica_kb.checks.judge import judge
from leica_kb.checks.reading import Reading, read_claims, with_lists
from leica_kb.checks.witness import count_witnesses
from leica_kb.lang.clauses import value_in_words
from leica_kb.lang.edtf import is_edtf, parse_edtf
from leica_kb.model import Claim

Agreement = Literal["equal", "compatible", "different"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One value of a slot with everybody who gives it, in time order."""

    words: str
    """The value as a reader says it; ``not`` before what is denied."""
    affirmed: bool
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Row:
    """All that is said of one subject, predicate and component or rank."""

    subject: str
    predicate: str
    detail: str
    """Component, model, condition or rank, where the sayings name one."""
    agreement: Agreement
    sayings: tuple[Saying, ...]
    """The value with most witnesses first."""


def cross_reference(claims: Iterable[Claim], context: Context) -> tuple[Row, ...]:
    """The claims by slot, in order of predicate, subject and detail."""
    given = tuple(claims)
    informed = context.informed_by(given)
    slots: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    for reading in read_claims(given, informed):
        slots[reading.predicate.id, reading.subject, _detail(reading)].append(reading)
    return tuple(_row(key, with_lists(slots[key], informed), informed) for key in sorted(slots))


def in_time_order(claims: Iterable[Claim], context: Context) -> tuple[str, ...]:
    """The claims' sources, the earliest first, those without a date last: the columns of a comparison."""
    sources = sorted({claim.source: claim for claim in claims}.items())
    return tuple(name for _, name in sorted((_day(claim, context), name) for name, claim in sources))


def agreement_of(readings: Sequence[Reading], context: Context) -> Agreement:
    """Whether distinct sayings are equal, can hold side by side, or cannot."""
    groups = [Group(tuple(members)) for members in _by_value(readings).values()]
    if len(groups) == 1:
        return "equal"
    pairs = combinations([reading for group in groups for reading in group.readings[:1]], 2)
    edges = (edge for a, b in pairs for edge in judge(Group((a,)), Group((b,), 1), context))
    return "different" if any(edge.severity != "note" for edge in edges) else "compatible"


def _row(key: tuple[str, str, str], readings: Sequence[Reading], context: Context) -> Row:
    predicate, subject, detail = key
    sayings = [_saying(members, context) for members in _by_value(readings).values()]
    sayings.sort(key=lambda saying: (-saying.witnesses, -len(saying.claims), saying.words))
    return Row(subject, predicate, detail, agreement_of(readings, context), tuple(sayings))


def _by_value(readings: Iterable[Reading]) -> dict[tuple[object, ...], list[Reading]]:
    found: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.affirmed, reading.key, reading.dates].append(reading)
    return found


def _saying(readings: Sequence[Reading], context: Context) -> Saying:
    claims = sorted((reading.claim for reading in readings), key=lambda c: (_day(c, context), c.source, c.start, c.id))
    first = readings[0]
    return Saying(
        words=("" if first.affirmed else "not ") + value_in_words(first.value, context),
        affirmed=first.affirmed,
        claims=tuple(claim.id for claim in claims),
        sources=tuple(dict.fromkeys(claim.source for claim in claims)),
        witnesses=count_witnesses(claims, context),
    )


def _detail(reading: Reading) -> str:
    named = (reading.narrowed(name) for name in ("component", "model", "condition", "rank"))
    return ", ".join(name for name in named if name)


def _day(claim: Claim, context: Context) -> float:
    stated = context.stated(claim)
    return parse_edtf(stated).middle if stated and is_edtf(stated) else float("inf")
