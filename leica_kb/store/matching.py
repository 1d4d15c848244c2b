"""Which proposal is which claim: by what they say and where their words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from leica_kb.model import Claim, Span
from leica_kb.store.fields import move_words, same_words
from leica_kb.store.ids import by_content
from leica_kb.store.values import NOWHERE

_NARROWING: Final = ("component", "rank", "model", "condition")
"""Qualifiers that make two otherwise equal claims speak of different things where both name one."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where known claims stand in the text that the proposals were made from."""

    moved: bool = False
    """Whether places that were known before may be others now."""
    anchored: Mapping[str, Claim | None] = field(default_factory=lambda: MappingProxyType({}))
    """If so, each stored claim as it stands now, None where its words are gone."""

    def overlap(self, known: Claim, proposal: Claim) -> int:
        """How many code points of text the quotes share; of a known claim whose place is lost the words decide."""
        place = self._place(known)
        if place is not None:
            return max(0, min(place.end, proposal.end) - max(place.start, proposal.start))
        shorter, longer = sorted((known.quote, proposal.quote), key=len)
        return len(shorter) if shorter in longer else 0

    def order(self, known: Claim) -> tuple[int, int, str, str]:
        """A key by which claims stand in the order of the text, equal ones by id."""
        place = self._place(known) or known.span
        start, end, content = by_content(replace(known, id="", start=place.start, end=place.end))
        return (start, end, content, known.id)

    def follow(self, known: Claim, stored: Claim | None) -> Claim:
        """The known claim where the stored one of its words stands now; nowhere if that cannot be told."""
        if not self.moved:
            return known
        here = self.anchored.get(known.id) if stored is not None and same_words(stored, known) else None
        return move_words(known, here) if here is not None else replace(known, start=NOWHERE, end=NOWHERE, cues={})

    def _place(self, known: Claim) -> Span | None:
        if known.start == NOWHERE:
            return None
        if not self.moved:
            return known.span
        now = self.anchored.get(known.id)
        return now.span if now is not None and now.quote == known.quote else None


def says_same(known: Claim, proposal: Claim) -> bool:
    """Same subject, predicate, object and polarity, and no qualifier that tells them apart."""
    return _said(known) == _said(proposal) and all(
        known.qualifiers.get(key, proposal.qualifiers.get(key))
        == proposal.qualifiers.get(key, known.qualifiers.get(key))
        for key in _NARROWING
    )


def is_variant(known: Claim, proposal: Claim) -> bool:
    """Same predicate, and the same subject or object: a rule that now reads the same words otherwise."""
    same = (known.subject == proposal.subject, known.object == proposal.object)
    return known.predicate == proposal.predicate and any(same)


def pair_equals(known: Sequence[Claim], proposals: Sequence[Claim], ground: Ground) -> dict[int, int]:
    """Indices of proposals and of the known claims that they repeat; several may repeat one.

    What is equal in every field comes first, so that merging the same proposals again pairs each with itself; then the
    same words said, then the same said in overlapping words.
    """
    pairs: dict[int, int] = {}
    _pair_by(lambda claim: ground.order(claim)[:3], known, proposals, pairs)
    if not ground.moved:
        _pair_by(lambda claim: (_birth(claim), claim.start), known, proposals, pairs)
    _pair_by(_birth, known, proposals, pairs)
    _pair_nearest(known, proposals, pairs, ground, says_same)
    for at, proposal in enumerate(proposals):
        if at not in pairs and (owner := nearest(known, proposal, ground, says_same)) is not None:
            pairs[at] = owner
    return pairs


def pair_variants(known: Sequence[Claim], proposals: Sequence[Claim], ground: Ground) -> dict[int, int]:
    """Indices of proposals and of the known claims that they replace, one to one, by overlapping words."""
    pairs: dict[int, int] = {}
    _pair_nearest(known, proposals, pairs, ground, is_variant)
    return pairs


def nearest(
    known: Sequence[Claim], proposal: Claim, ground: Ground, fits: Callable[[Claim, Claim], bool]
) -> int | None:
    """Index of the fitting claim that shares most of the proposal's words."""
    overlaps = [(ground.overlap(claim, proposal), -at) for at, claim in enumerate(known) if fits(claim, proposal)]
    most = max(overlaps, default=(0, 0))
    return -most[1] if most[0] else None


def _pair_by(
    key: Callable[[Claim], Hashable], known: Iterable[Claim], proposals: Iterable[Claim], pairs: dict[int, int]
) -> None:
    """Pair what has the same key, first with first; both come in the order of the text."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, claim in enumerate(known):
        if at not in taken:
            waiting[key(claim)].append(at)
    for at, proposal in enumerate(proposals):
        if at not in pairs and (queue := waiting.get(key(proposal))):
            pairs[at] = queue.pop(0)


def _pair_nearest(
    known: Sequence[Claim],
    proposals: Sequence[Claim],
    pairs: dict[int, int],
    ground: Ground,
    fits: Callable[[Claim, Claim], bool],
) -> None:
    """Pair one to one what fits and overlaps, largest overlap first."""
    taken = set(pairs.values())
    options = [
        (-overlap, at, owner)
        for at, proposal in enumerate(proposals)
        if at not in pairs
        for owner, claim in enumerate(known)
        if owner not in taken and fits(claim, proposal) and (overlap := ground.overlap(claim, proposal))
    ]
    for _, at, owner in sorted(options):
        if at not in pairs and owner not in taken:
            pairs[at] = owner
            taken.add(owner)


def _said(claim: Claim) -> tuple[Hashable, ...]:
    return (claim.subject, claim.predicate, claim.object, claim.polarity)


def _birth(claim: Claim) -> tuple[Hashable, ...]:
    """What the id at birth is made of, but for the count of equal ones."""
    return (*_said(claim), claim.qualifiers.get("component"), claim.qualifiers.get("rank"), claim.quote)
