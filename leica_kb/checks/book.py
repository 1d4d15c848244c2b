"""Findings kept up to date: an article comes, changes or goes, and only the slots that it touches are checked again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from leica_kb.checks.assembly import gather, subject_matters
from leica_kb.checks.context import Context, SourceFacts
from leica_kb.checks.derived import derive
from leica_kb.checks.findings import changes_links, claim_slots
from leica_kb.checks.groups import Group, group_readings, make_group
from leica_kb.checks.judge import Edge, judge
from leica_kb.checks.pairing import edges_between
from leica_kb.checks.ranking import sort_findings
from leica_kb.checks.reading import Reading, read_claims, with_lists
from leica_kb.checks.slots import Slot
from leica_kb.model import Claim, Finding


class _Page:
    """One slot between two articles: its distinct sayings, and what was judged and gathered of them already."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.groups: dict[tuple[object, ...], Group] = {}
        self._numbers = count()
        self._judged: dict[tuple[int, int], tuple[Edge, ...]] = {}
        self._gathered: dict[tuple[str, str], tuple[tuple[int, ...], tuple[Edge, ...], tuple[Finding, ...]]] = {}

    def enter(self, reading: Reading) -> None:
        self.readings[reading.claim.id] = reading
        known = self.groups.get(reading.group)
        self._regroup(reading.group, (*(known.readings if known else ()), reading))

    def strike(self, reading: Reading) -> None:
        self.readings.pop(reading.claim.id, None)
        known = self.groups.get(reading.group)
        self._regroup(reading.group, [r for r in (known.readings if known else ()) if r.claim.id != reading.claim.id])

    def check(self, slot: Slot, context: Context) -> tuple[Finding, ...]:
        """The slot's findings; pairs and subject matters that no new claim touches are remembered."""
        said = [group for group in self.groups.values() if group.one.predicate.id == slot.predicate]
        own = [group for group in said if group.one.subject == slot.subject]
        parts = [group for group in said if group.one.subject != slot.subject]
        fresh: dict[tuple[int, int], tuple[Edge, ...]] = {}

        def remembered(left: Group, right: Group, context: Context) -> tuple[Edge, ...]:
            pair = (min(left.number, right.number), max(left.number, right.number))
            if pair not in fresh:
                known = self._judged.get(pair)
                fresh[pair] = tuple(judge(left, right, context)) if known is None else known
            return fresh[pair]

        edges, complete = edges_between([*own, *self._derived(slot, own, context)], parts, context, remembered)
        self._judged = fresh
        return self._gather(slot, edges, complete, context)

    def _derived(self, slot: Slot, own: Sequence[Group], context: Context) -> tuple[Group, ...]:
        evidence = [r for r in self.readings.values() if r.predicate.id != slot.predicate]
        said = [reading for group in own for reading in group.readings]
        return group_readings(derive(slot.subject, said, evidence, context), next(self._numbers) + 10**9)

    def _gather(self, slot: Slot, edges: Iterable[Edge], complete: bool, context: Context) -> tuple[Finding, ...]:
        buckets = subject_matters(edges)
        kept = {}
        for key, mine in sorted(buckets.items()):
            marks = (complete, *map(id, mine))
            known = self._gathered.get(key)
            found = known[2] if known and known[0] == marks else tuple(gather(slot, key[1], mine, complete, context))
            kept[key] = (marks, tuple(mine), found)
        self._gathered = kept
        return tuple(finding for _, _, found in kept.values() for finding in found)

    def _regroup(self, key: tuple[object, ...], members: Sequence[Reading]) -> None:
        if members:
            self.groups[key] = make_group(members, next(self._numbers))
        else:
            self.groups.pop(key, None)


class Book:
    """A base's claims between two articles; ``findings`` equals ``find_findings`` of all that it holds."""

    def __init__(self, claims: Iterable[Claim], context: Context) -> None:
        self._base = self._context = context
        self._claims: dict[str, tuple[Claim, ...]] = _by_source(claims)
        self._rebuild()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in reading order."""
        claims = {claim.id: claim for mine in self._claims.values() for claim in mine}
        found = (finding for slot in sorted(self._found) for finding in self._found[slot])
        return sort_findings(found, claims, self._context)

    def put(self, source: str, claims: Sequence[Claim], facts: SourceFacts | None = None) -> tuple[Finding, ...]:
        """Take these as all the claims of one article (none: it is gone); the findings of the slots it touches.

        Claims that join names (see ``changes_links``), old or new, make everything to be checked again.
        """
        old = self._claims.get(source, ())
        if facts is not None:
            self._base = self._base.with_source(source, facts)
            self._context = self._context.with_source(source, facts)
        self._claims[source] = tuple(claims)
        if changes_links((*old, *claims)):
            self._rebuild()
            return self.findings
        touched = self._drop(source) | self._take(source, claims)
        for slot in touched:
            self._check(slot)
        return tuple(finding for slot in sorted(touched) for finding in self._found.get(slot, ()))

    def _rebuild(self) -> None:
        everything = [claim for claims in self._claims.values() for claim in claims]
        self._context = self._base.informed_by(everything)
        self._pages: dict[Slot, _Page] = defaultdict(_Page)
        self._own: Counter[Slot] = Counter()
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._found: dict[Slot, tuple[Finding, ...]] = {}
        for source, claims in self._claims.items():
            self._take(source, claims)
        for slot in sorted(self._own):
            self._check(slot)

    def _take(self, source: str, claims: Sequence[Claim]) -> set[Slot]:
        self._readings[source] = with_lists(read_claims(claims, self._context), self._context)
        return self._each_slot(source, taking=True)

    def _drop(self, source: str) -> set[Slot]:
        touched = self._each_slot(source, taking=False)
        self._readings.pop(source, None)
        return touched

    def _each_slot(self, source: str, *, taking: bool) -> set[Slot]:
        """Enter the article's readings into their slots, or strike them; the slots that they touch."""
        touched: set[Slot] = set()
        for reading in self._readings.get(source, ()):
            self._own[Slot(reading.predicate.id, reading.subject)] += 1 if taking else -1
            for slot in claim_slots(reading, self._context):
                touched.add(slot)
                if taking:
                    self._pages[slot].enter(reading)
                else:
                    self._pages[slot].strike(reading)
        return touched

    def _check(self, slot: Slot) -> None:
        self._found[slot] = self._pages[slot].check(slot, self._context) if self._own[slot] > 0 else ()


def _by_source(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    return {source: tuple(mine) for source, mine in found.items()}
