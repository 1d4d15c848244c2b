"""Which of several places is the quote's own: told by its surroundings and by order, and never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.anchor.context import EDGE_BONUS, Agreement, agreement, skeleton
from leica_kb.anchor.quote import Quote
from leica_kb.anchor.target import MOST_PLACES
from leica_kb.model import Span

_MARGIN: Final = 6
"""Letters by which the best surroundings must beat the second best."""
_BOTH_EDGES: Final = 2 * EDGE_BONUS
_ENOUGH: Final = 10
"""Letters of agreement without which nothing beats anything."""
_SIDE: Final = 8
"""Letters of one whole side without which a place is not told by parts of two."""
_LONG: Final = 24
"""Letters from which a quote that stands only once is known by its own words."""

_STOPS: Final = (".", "!", "?", "\n", "\r", "。", "！", "？")


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, or None where there is none or, ``tied``, none that surely is the quote's own."""

    span: Span | None
    sure: bool = False
    """Its surroundings speak for it."""
    framed: bool = False
    """Its surroundings agree on both sides, so that no other place need be weighed."""
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
    stays = place.start == quote.start
    if near.strong or (near.full and not bare) or stays:
        sure = near.strong or (near.full and not bare)
        return Choice(place, sure=sure, framed=stays and near.full and _is_framed(quote))
    return Choice(place) if bare or _is_self_contained(quote) else TIED


def _is_self_contained(quote: Quote) -> bool:
    """Whether the quote is a long sentence or very long, so that it can have moved without anything around it."""
    opens = not quote.before or quote.before.rstrip("\"'”’») \t").endswith(_STOPS)
    closes = not quote.after or quote.exact.rstrip("\"'”’»)").endswith(_STOPS) or quote.after.startswith(_STOPS)
    length = len(skeleton(quote.exact))
    return length >= 2 * _LONG or (opens and closes and length >= _LONG)


def _judge_several(quote: Quote, found: Sequence[tuple[Agreement, Span]]) -> Choice:
    full = [pair for pair in found if pair[0].full]
    ranked = sorted(full if len(full) > 1 else found, key=lambda pair: (not pair[0].full, -pair[0].score, pair[1]))
    (best, place), (second, _) = ranked[:2]
    if len(full) == 1:
        stands_out = best.strong and (
            _is_framed(quote) or best.bonus >= second.bonus + EDGE_BONUS or second.score < _ENOUGH
        )
    elif full:
        stands_out = best.bonus >= second.bonus + _BOTH_EDGES  # the only one that fills its block
    else:
        rivals = [near for near, _ in ranked[1:]]
        stands_out = (
            _is_framed(quote) and best.whole_side >= _SIDE and best.score >= max(_ENOUGH, second.score + _MARGIN)
        )
        stands_out = stands_out and not any(near.beats_on_a_side(best) for near in rivals)
    if stands_out:
        return Choice(place, sure=bool(full), framed=len(full) == 1 and place.start == quote.start)
    is_long = len(skeleton(quote.exact)) >= _LONG
    for near, span in found:
        if span.start == quote.start and _holds_its_place(near, is_full=bool(full) or not is_long):
            return Choice(span, sure=True)  # what rivals it was put after it
    return TIED


def _holds_its_place(near: Agreement, *, is_full: bool) -> bool:
    """Whether the place where the quote stood still looks as it did, so far as that can be seen."""
    return near.score >= _ENOUGH and (near.full if is_full else near.before_full and near.before >= _ENOUGH)


def _is_framed(quote: Quote) -> bool:
    """Whether there are words on both sides to tell the quote by."""
    return bool(skeleton(quote.before)) and bool(skeleton(quote.after))
