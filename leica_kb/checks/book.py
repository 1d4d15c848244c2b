"""Findings kept up to date: an article comes, changes or goes, and only the slots that it touches are checked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from leica_kb.checks.context import Context, SourceFacts
from leica_kb.checks.doubles import join_doubles
from leica_kb.checks.findings import changes_links, claim_slots
from leica_kb.checks.page import Page
from leica_kb.checks.ranking import sort_findings
from leica_kb.checks.reading import Reading, read_claims, with_lists
from leica_kb.checks.slots import Slot
from leica_kb.model import Claim, Finding


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
        return sort_findings(join_doubles(found, claims), claims, self._context)

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
        self._pages: dict[Slot, Page] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._found: dict[Slot, tuple[Finding, ...]] = {}
        for source, claims in self._claims.items():
            self._take(source, claims)
        for slot in sorted(self._pages):
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
            slots = claim_slots(reading, self._context)
            touched.update(slots)
            for slot in slots:
                if slot not in self._pages:
                    self._pages[slot] = Page(slot)
                (self._pages[slot].enter if taking else self._pages[slot].strike)(reading)
        return touched

    def _check(self, slot: Slot) -> None:
        self._found[slot] = self._pages[slot].check(self._context)


def _by_source(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    return {source: tuple(mine) for source, mine in found.items()}
