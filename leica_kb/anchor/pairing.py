"""Which place is the quote's own when the old text is known: every old place of the words is given its new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.anchor.choice import NOWHERE, TIED, Choice
from leica_kb.anchor.context import CHANCE, common_prefix, skeleton
from leica_kb.anchor.passage import sentence_around
from leica_kb.anchor.quote import Quote
from leica_kb.anchor.revision import Revision
from leica_kb.anchor.target import MOST_PLACES, Side, Target
from leica_kb.model import Span
from leica_kb.model.claim import CONTEXT

_CREDIBLE: Final = 12
"""Letters of common surroundings that make a place credible."""
_OWN_WORDS: Final = 12
"""Letters from which a sentence that stands only once in either text is known by its own words."""
_FINALISTS: Final = 8
"""Places whose claim is weighed against that of every other old place."""
_FAR: Final = 4
"""How many letters of other paragraphs are worth one of the quote's own."""


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

    def contests(self, best: _Pair) -> bool:
        """Whether the place agrees better on one side, or as good as equally well in all."""
        sides = self.left > best.left + CHANCE or self.right > best.right + CHANCE
        return sides or self.total > best.total - CHANCE


def pair_up(revision: Revision, quote: Quote, places: Sequence[Span], old_places: Sequence[Span]) -> Choice:
    """The quote's own place: where surroundings agree best, unless another old place has a better claim to it."""
    if not places:
        return NOWHERE
    own = [i for i, p in enumerate(old_places) if p.start == quote.start]
    if not own or max(len(places), len(old_places)) > MOST_PLACES:
        return TIED
    mine = old_places[own[0]]
    others = [p for p in old_places if p != mine]
    near = sorted(places, key=lambda place: -sum(_agreement(revision, place, mine)))[:_FINALISTS]
    pairs = [_pair(revision, place, mine, others) for place in near]
    won = sorted((p for p in pairs if p.total > p.rival + CHANCE), key=lambda p: (-p.total, p.place))
    if won:
        return _settle(revision, mine, won, alone=not others)
    shared = [p for p in pairs if p.total >= p.rival - CHANCE]
    if not shared:
        return NOWHERE
    by_order = places[own[0]] if len(places) == len(old_places) else None
    if any(p.place == by_order and p.total >= _CREDIBLE for p in shared) and len(shared) < _FINALISTS:
        return Choice(by_order, sure=True)
    return TIED


def _settle(revision: Revision, mine: Span, won: Sequence[_Pair], *, alone: bool) -> Choice:
    best, rest = won[0], won[1:]
    contested = [p for p in rest if p.contests(best)]
    if contested:
        here = [p for p in (best, *contested) if p.place.start == mine.start]
        if here and revision.is_untouched_up_to(mine.end):
            return Choice(here[0].place, sure=True)  # a copy was put after it
        return TIED
    if best.total >= _CREDIBLE:
        return Choice(best.place, sure=True, framed=min(best.left, best.right) >= CONTEXT)
    is_known = alone and not rest and (best.place.start == mine.start or _is_self_contained(revision.old, mine))
    return Choice(best.place) if is_known else TIED


def _is_self_contained(old: Target, mine: Span) -> bool:
    """Whether the quote is its whole sentence and long: it can have moved without anything around it."""
    around = skeleton(sentence_around(old.text, mine).of(old.text))
    words = skeleton(mine.of(old.text))
    return len(words) >= _OWN_WORDS and len(around) < len(words) + _CREDIBLE


def _pair(revision: Revision, place: Span, mine: Span, others: Sequence[Span]) -> _Pair:
    left, right = _agreement(revision, place, mine)
    rival = max((sum(_agreement(revision, place, other)) for other in others), default=-CHANCE - 1)
    return _Pair(place, left, right, rival)


def _agreement(revision: Revision, place: Span, old_place: Span) -> tuple[int, int]:
    left, right = revision.new.sides(place)
    old_left, old_right = revision.old.sides(old_place)
    return _weigh(left, old_left), _weigh(right, old_right)


def _weigh(new: Side, old: Side) -> int:
    """Letters in common; those of other paragraphs count for less, since paragraphs are moved as wholes."""
    common = common_prefix(new[0], old[0])
    near = min(common, old[1])
    return near + (common - near) // _FAR
