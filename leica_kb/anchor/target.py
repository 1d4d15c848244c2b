"""A text made ready for many look-ups: what costs a pass over it is done once and only when first needed."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from leica_kb.anchor.normal import NormalText, normalise
from leica_kb.anchor.selector import select_first
from leica_kb.model import Span

MOST_PLACES: Final = 64
"""Places of one quote that are weighed; words that stand more often are told apart by their whole context or not at all."""


class Target:
    """One text in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._exact: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def normal(self) -> NormalText:
        """The text as its words alone."""
        return NormalText(self.text)

    def find_exact(self, quote: str) -> tuple[Span, ...]:
        """The first places of the exact words, one more than MOST_PLACES at most."""
        found = self._exact.get(quote)
        if found is None:
            found = self._exact[quote] = select_first(self.text, quote, MOST_PLACES + 1) if quote else ()
        return found

    def find_normalised(self, quote: str) -> tuple[Span, ...]:
        """The first places of the words under any typing; the places of the exact words are among them."""
        words = normalise(quote)
        found = select_first(self.normal.text, words, MOST_PLACES + 1) if words else ()
        return tuple(span for place in found if (span := self.normal.to_original(place)))
