"""Which of several places is the quote's own: told by its surroundings and by order, and never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.anchor.context import Agreement, agreement, skeleton
from leica_kb.anchor.quote import Quote
from leica_kb.anchor.target import MOST_PLACES
from leica_kb.model import Span

_MARGIN: Final = 6
"""Letters by which the best surroundings must beat the second best."""
_ENOUGH: Final = 10
"""Letters of agreement without which nothing beats anything."""
LONG: Final = 24
"""Letters from which a quote that stands only once is known by its own words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, or None; ``sure`` when its surroundings speak for it, ``tied`` when several places fit."""

    span: Span | None
    sure: bool = False
    tied: bool = False


NOWHERE: Final = Choice(None)
TIED: Final = Choice(None, tied=True)


def choose(text: str, quote: Quote, places: Sequence[Span]) -> Choice:
    """The quote's own place among all places of its words, judged without the old text."""
    if not places:
        return NOWHERE
    if len(places) > MOST_PLACES:
        return TIED
    found = [(agreement(quote.before, quote.after, text, place), place) for place in places]
    if len(found) == 1:
        return _judge_single(quote, *found[0])
    return _judge_several(quote, found)


def _judge_single(quote: Quote, near: Agreement, place: Span) -> Choice:
    bare = not quote.before and not quote.after
    if near.strong or (near.full and not bare) or place.start == quote.start:
        return Choice(place, sure=near.strong or near.full)
    if bare or len(skeleton(quote.exact)) >= LONG:
        return Choice(place)
    return TIED


def _judge_several(quote: Quote, found: Sequence[tuple[Agreement, Span]]) -> Choice:
    full = [pair for pair in found if pair[0].full]
    if len(full) == 1 and full[0][0].strong:
        return Choice(full[0][1], sure=True)
    ranked = sorted(full or found, key=lambda pair: (-pair[0].score, pair[1]))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    if second is None or best[0].score >= second[0].score + (1 if full else _MARGIN):
        return Choice(best[1], sure=True) if best[0].score >= (1 if full else _ENOUGH) else TIED
    here = [pair for pair in ranked if pair[1].start == quote.start]
    if here and not full and here[0][0].before_full and here[0][0].before >= _ENOUGH:
        return Choice(here[0][1], sure=True)  # a copy was put after it
    return TIED
