"""A text made ready for many look-ups: what costs a pass over it is done once and only when first needed."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from leica_kb.anchor.context import skeleton
from leica_kb.anchor.normal import NormalText, normalise
from leica_kb.anchor.words import WordIndex
from leica_kb.model import Span

MOST_PLACES: Final = 128
"""Places of one quote that are weighed; nobody can tell apart words that stand more often."""
_AROUND: Final = 256
"""Code points either side that tell one old place from another."""
_BLANK_LINE: Final = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")

Side = tuple[str, int]
"""The letters and digits on one side of a place, nearest first, and how many of them lie in its own paragraph."""


class Target:
    """One text in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.index = WordIndex(text)
        self._exact: dict[str, tuple[Span, ...]] = {}
        self._sides: dict[Span, tuple[Side, Side]] = {}

    @cached_property
    def normal(self) -> NormalText:
        """The text as its words alone."""
        return NormalText(self.text)

    @cached_property
    def _normal_index(self) -> WordIndex:
        return WordIndex(self.normal.text)

    def find_exact(self, quote: str) -> tuple[Span, ...]:
        """The first places of the exact words, one more than MOST_PLACES at most."""
        found = self._exact.get(quote)
        if found is None:
            found = self._exact[quote] = self.index.find_places(quote, MOST_PLACES + 1)
        return found

    def find_normalised(self, quote: str) -> tuple[Span, ...]:
        """The first places of the words under any typing; the places of the exact words are among them."""
        found = self._normal_index.find_places(normalise(quote), MOST_PLACES + 1)
        return tuple(span for place in found if (span := self.normal.to_original(place)))

    def sides(self, place: Span) -> tuple[Side, Side]:
        """What stands left and right of a place."""
        found = self._sides.get(place)
        if found is None:
            left = self.text[max(0, place.start - _AROUND) : place.start]
            right = self.text[place.end : place.end + _AROUND]
            found = self._sides[place] = _read_side(left, is_left=True), _read_side(right, is_left=False)
        return found


def _read_side(text: str, *, is_left: bool) -> Side:
    letters = skeleton(text)
    breaks = list(_BLANK_LINE.finditer(text))
    if not breaks:
        return (letters[::-1] if is_left else letters), len(letters)
    near = text[breaks[-1].end() :] if is_left else text[: breaks[0].start()]
    return (letters[::-1] if is_left else letters), len(skeleton(near))
