"""Distinct sayings: equal claims of a slot compared once, and which of them meet in time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from leica_kb.checks.reading import Reading
from leica_kb.lang.edtf import Interval, Overlap

BRUTE: Final = 64
"""Up to so many pairs are compared one by one; beyond it two sides are swept by time."""
FAR: Final = 10**9

OverlapOf = Callable[[Reading, Reading], Overlap | None]
"""How surely two claims hold at one time; None where one sentence says both, which is no pair."""


@dataclass(frozen=True)
class Group:
    """Sayings that no check can tell apart but by time, source and speaker."""

    readings: tuple[Reading, ...]
    number: int = 0
    """Its place among the distinct sayings of its slot."""

    @property
    def one(self) -> Reading:
        """Any of them, for questions whose answer they share."""
        return self.readings[0]

    @cached_property
    def voices(self) -> Mapping[str, tuple[Reading, ...]]:
        """The sayings by speaker; what a rule derived has none."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            if not reading.because:
                found[reading.speaker].append(reading)
        return {speaker: tuple(said) for speaker, said in found.items()}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The articles that hold them."""
        return frozenset(reading.claim.source for reading in self.readings)

    @cached_property
    def perhaps(self) -> Days:
        """The days on which at least one of them may hold."""
        return Days(_perhaps(reading) for reading in self.readings)

    @cached_property
    def sure(self) -> Days:
        """The days on which at least one of them surely holds."""
        return Days(_sure(reading) for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which claims of two sides hold at one time, and how sure that is; the rest holds at other times."""

    overlap: Overlap
    left: tuple[Reading, ...]
    right: tuple[Reading, ...]
    alone_left: tuple[Reading, ...] = ()
    alone_right: tuple[Reading, ...] = ()


def group_readings(readings: Iterable[Reading], first: int = 0) -> tuple[Group, ...]:
    """The distinct sayings, numbered from ``first``, the claims of each in order of id."""
    found: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.group].append(reading)
    return tuple(make_group(members, number) for number, members in enumerate(found.values(), first))


def make_group(members: Iterable[Reading], number: int) -> Group:
    """One distinct saying out of its claims, whatever their order."""
    return Group(tuple(sorted(members, key=_identity)), number)


def by_weight(group: Group) -> tuple[object, ...]:
    """What is denied and what is most told comes first."""
    return (group.one.affirmed, -len(group.readings), group.one.key, _identity(group.one))


def in_order(group: Group) -> tuple[object, ...]:
    """An order that does not change while other groups grow: it decides which of two sayings stands left."""
    return (group.one.affirmed, group.one.key, _identity(group.one))


def meet(left: Group, right: Group, overlap_of: OverlapOf, floor: Overlap = "none") -> Meeting | None:
    """Who meets whom in time; sayings of one sentence are no pair. None where no pair is left.

    Args:
        left: one distinct saying; ``right``: the other.
        overlap_of: how surely two claims hold at one time.
        floor: the least overlap of any pair, where the kind of thing decides it; asked only of many claims.
    """
    if len(left.readings) * len(right.readings) <= BRUTE:
        return _meet_each(left.readings, right.readings, overlap_of)
    if floor != "none":
        certain = floor == "certain" or any(right.sure.meet(_sure(reading)) for reading in left.readings)
        return Meeting("certain" if certain else "possible", left.readings, right.readings)
    return _sweep(left, right)


def _identity(reading: Reading) -> tuple[str, str, int, tuple[str, ...]]:
    """Order of claims; what a rule derived comes in the order of its proof."""
    because = tuple(claim.id for claim in reading.because)
    return (reading.claim.id, reading.claim.source, reading.claim.start, because)


def _meet_each(left: Sequence[Reading], right: Sequence[Reading], overlap_of: OverlapOf) -> Meeting | None:
    pairs = [(a, b, how) for a in left for b in right if (how := overlap_of(a, b)) is not None]
    if not pairs:
        return None
    near = [(a, b) for a, b, how in pairs if how != "none"]
    best: Overlap = "certain" if any(how == "certain" for *_, how in pairs) else "possible" if near else "none"
    met = {id(reading) for pair in near for reading in pair}
    paired = {id(reading) for a, b, _ in pairs for reading in (a, b)}
    kept_left, kept_right = [a for a in left if id(a) in paired], [b for b in right if id(b) in paired]
    return _split(best, kept_left, kept_right, met)


def _sweep(left: Group, right: Group) -> Meeting:
    """The same for many claims: each is held against the merged days of the other side, in n log n."""
    met: set[int] = set()
    for some, others in ((left, right), (right, left)):
        met |= {id(reading) for reading in some.readings if others.perhaps.meet(_perhaps(reading))}
    certain = any(right.sure.meet(_sure(reading)) for reading in left.readings)
    best: Overlap = "certain" if certain else "possible" if met else "none"
    return _split(best, left.readings, right.readings, met)


def _split(best: Overlap, left: Sequence[Reading], right: Sequence[Reading], met: set[int]) -> Meeting:
    if best == "none":
        return Meeting(best, tuple(left), tuple(right))
    return Meeting(
        best,
        tuple(r for r in left if id(r) in met),
        tuple(r for r in right if id(r) in met),
        tuple(r for r in left if id(r) not in met),
        tuple(r for r in right if id(r) not in met),
    )


class Days:
    """A set of days as merged ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int] | None]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(r for r in ranges if r is not None):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, span: tuple[int, int] | None) -> bool:
        """Whether the range holds one of the days."""
        return span is not None and bisect_left(self.ends, span[0]) < bisect_right(self.starts, span[1])


def _limits(interval: Interval) -> tuple[int, int]:
    return (-FAR if interval.start is None else interval.start, FAR if interval.end is None else interval.end)


def _perhaps(reading: Reading) -> tuple[int, int]:
    return (-FAR, FAR) if reading.when is None else _limits(reading.when.perhaps)


def _sure(reading: Reading) -> tuple[int, int] | None:
    return None if reading.when is None or reading.when.sure is None else _limits(reading.when.sure)
