"""One slot between two articles: its distinct sayings, and what was judged and gathered of them already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from leica_kb.checks.assembly import gather, subject_matters
from leica_kb.checks.context import Context
from leica_kb.checks.derived import derive
from leica_kb.checks.groups import Group, group_readings, make_group
from leica_kb.checks.judge import Edge, judge
from leica_kb.checks.pairing import edges_between
from leica_kb.checks.reading import Reading
from leica_kb.checks.slots import Slot
from leica_kb.model import Finding

Key = tuple[object, ...]


class Page:
    """A slot that remembers: what no new claim touches is neither judged nor put into words again."""

    def __init__(self, slot: Slot) -> None:
        self._slot = slot
        self._own = _Sayings()
        self._parts = _Sayings()
        self._evidence: dict[str, Reading] = {}
        self._judged: dict[tuple[int, int], tuple[Edge, ...]] = {}
        self._gathered: dict[tuple[str, str], tuple[Key, tuple[Edge, ...], tuple[Finding, ...]]] = {}

    def enter(self, reading: Reading) -> None:
        """Take one more claim in."""
        if reading.predicate.id != self._slot.predicate:
            self._evidence[reading.claim.id] = reading
        else:
            self._side(reading).enter(reading)

    def strike(self, reading: Reading) -> None:
        """Forget a claim."""
        if reading.predicate.id != self._slot.predicate:
            self._evidence.pop(reading.claim.id, None)
        else:
            self._side(reading).strike(reading)

    def check(self, context: Context) -> tuple[Finding, ...]:
        """The slot's findings."""
        own = self._own.groups(0)
        if not own:
            return ()
        fresh: dict[tuple[int, int], tuple[Edge, ...]] = {}

        def remembered(left: Group, right: Group, context: Context) -> Iterable[Edge]:
            if left.one.because or right.one.because:
                return judge(left, right, context)
            pair = (left.number, right.number)
            if pair not in fresh:
                known = self._judged.get(pair)
                fresh[pair] = tuple(judge(left, right, context)) if known is None else known
            return fresh[pair]

        both = [*own, *self._derived(own, context)]
        edges, complete = edges_between(both, self._parts.groups(1), context, remembered)
        self._judged = fresh
        return self._gather(edges, complete, context)

    def _side(self, reading: Reading) -> _Sayings:
        return self._own if reading.subject == self._slot.subject else self._parts

    def _derived(self, own: Sequence[Group], context: Context) -> tuple[Group, ...]:
        if not self._evidence:
            return ()
        said = [reading for group in own for reading in group.readings]
        return group_readings(derive(self._slot.subject, said, tuple(self._evidence.values()), context), -(10**9))

    def _gather(self, edges: Iterable[Edge], complete: bool, context: Context) -> tuple[Finding, ...]:
        buckets = subject_matters(edges)
        kept: dict[tuple[str, str], tuple[Key, tuple[Edge, ...], tuple[Finding, ...]]] = {}
        for key, mine in sorted(buckets.items()):
            marks = (complete, *map(id, mine))
            known = self._gathered.get(key)
            same = known is not None and known[0] == marks
            found = known[2] if known and same else tuple(gather(self._slot, key[1], mine, complete, context))
            kept[key] = (marks, tuple(mine), found)
        self._gathered = kept
        return tuple(finding for _, _, found in kept.values() for finding in found)


class _Sayings:
    """Distinct sayings of one side, made anew only where a claim came or went."""

    def __init__(self) -> None:
        self._members: dict[Key, dict[str, Reading]] = {}
        self._groups: dict[Key, Group] = {}
        self._stale: dict[Key, None] = {}
        self._numbers = count()

    def enter(self, reading: Reading) -> None:
        self._members.setdefault(reading.group, {})[reading.claim.id] = reading
        self._stale[reading.group] = None

    def strike(self, reading: Reading) -> None:
        self._members.get(reading.group, {}).pop(reading.claim.id, None)
        self._stale[reading.group] = None

    def groups(self, parity: int) -> Sequence[Group]:
        """All of them; numbers are never used twice, even ones for one side and odd ones for the other."""
        for key in self._stale:
            members = self._members.get(key)
            if members:
                self._groups[key] = make_group(members.values(), 2 * next(self._numbers) + parity)
            else:
                self._members.pop(key, None)
                self._groups.pop(key, None)
        self._stale.clear()
        return tuple(self._groups.values())
