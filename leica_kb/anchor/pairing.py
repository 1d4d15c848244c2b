"""Which place is the quote's own when the old text is known: every old place of the words is given its new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.anchor.choice import NOWHERE, TIED, Choice
from leica_kb.anchor.context import common_prefix, skeleton
from leica_kb.anchor.quote import Quote
from leica_kb.anchor.target import MOST_PAIRED, Target
from leica_kb.model import Span

_CREDIBLE: Final = 12
"""Letters of common surroundings that make a place credible."""
_OWN_WORDS: Final = 12
"""Letters from which a quote that stands only once in either text is known by its own words."""
_CROSSING: Final = 16
"""Letters by which a rival may win one side before the two contest the quote."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """How far the surroundings of an old place agree with those of a new one, and the best of the other old places."""

    place: Span
    left: int
    right: int
    rival: int

    @property
    def total(self) -> int:
        return self.left + self.right


def pair_up(target: Target, quote: Quote, places: Sequence[Span], old: Target, old_places: Sequence[Span]) -> Choice:
    """The quote's own place: where surroundings agree best, unless another old place has a better claim to it."""
    if not places:
        return NOWHERE
    own = [i for i, p in enumerate(old_places) if p.start == quote.start]
    if not own or max(len(places), len(old_places)) > MOST_PAIRED:
        return TIED
    mine = old_places[own[0]]
    others = [p for p in old_places if p != mine]
    pairs = [_pair(target, place, old, mine, others) for place in places]
    won = sorted((p for p in pairs if p.total > p.rival), key=lambda p: (-p.total, p.place))
    if won:
        return _settle(quote, won, alone=not others)
    shared = [p for p in pairs if p.total == p.rival]
    if not shared:
        return NOWHERE
    by_order = pairs[own[0]] if len(places) == len(old_places) else None
    if by_order and by_order in shared and by_order.total >= _CREDIBLE:
        return Choice(by_order.place, sure=True)
    return TIED


def _settle(quote: Quote, won: Sequence[_Pair], *, alone: bool) -> Choice:
    best, rest = won[0], won[1:]
    contested = [
        p for p in rest if p.total == best.total or p.left >= best.left + _CROSSING or p.right >= best.right + _CROSSING
    ]
    if contested:
        here = [p for p in (best, *contested) if p.place.start == quote.start and p.left >= _CREDIBLE]
        return Choice(here[0].place, sure=True) if here else TIED  # a copy was put after it
    if best.total >= _CREDIBLE or best.place.start == quote.start:
        return Choice(best.place, sure=True)
    is_known = not rest and alone and len(skeleton(quote.exact)) >= _OWN_WORDS
    return Choice(best.place) if is_known else TIED


def _pair(target: Target, place: Span, old: Target, mine: Span, others: Sequence[Span]) -> _Pair:
    left, right = _agreement(target, place, old, mine)
    rival = max((sum(_agreement(target, place, old, other)) for other in others), default=-1)
    return _Pair(place, left, right, rival)


def _agreement(target: Target, place: Span, old: Target, old_place: Span) -> tuple[int, int]:
    left, right = target.surroundings(place)
    old_left, old_right = old.surroundings(old_place)
    return common_prefix(left, old_left), common_prefix(right, old_right)
