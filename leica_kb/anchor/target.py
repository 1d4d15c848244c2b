"""A text made ready for many look-ups: what costs a pass over it is done once and only when first needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from leica_kb.anchor.context import skeleton
from leica_kb.anchor.normal import NormalText, normalise
from leica_kb.anchor.selector import select_first
from leica_kb.lang.tokens import WORD
from leica_kb.model import Span

MOST_PLACES: Final = 128
"""Places of one quote that are weighed; nobody can tell apart words that stand more often."""
RARE: Final = 32
"""Places of a word or word pair up to which it helps to find where a quote went."""
_COMMON: Final = 4096
"""Places of a word beyond which its pairs are not looked at."""
_AROUND: Final = 256
"""Code points either side that tell one old place from another."""


class Target:
    """One text in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._exact: dict[str, tuple[Span, ...]] = {}
        self._pairs: dict[tuple[str, str], Sequence[int]] = {}
        self._surroundings: dict[Span, tuple[str, str]] = {}

    @cached_property
    def normal(self) -> NormalText:
        """The text as its words alone."""
        return NormalText(self.text)

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Where each word stands."""
        return [Span(*m.span()) for m in WORD.finditer(self.text)]

    @cached_property
    def words(self) -> Sequence[str]:
        """Each word in lower case."""
        return fold_words(self.text)

    @cached_property
    def _where(self) -> Mapping[str, Sequence[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            where[word].append(index)
        return dict(where)

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

    def find_rare(self, words: Sequence[str], index: int) -> Sequence[int]:
        """Where the word at an index of a quote stands, or it and the next one, if that is rare enough to help."""
        places = self._where.get(words[index], ())
        if len(places) <= RARE or index + 1 >= len(words):
            return places if len(places) <= RARE else ()
        pair = words[index], words[index + 1]
        found = self._pairs.get(pair)
        if found is None:
            found = self._pairs[pair] = self._find_pair(*pair)
        return found if len(found) <= RARE else ()

    def surroundings(self, place: Span) -> tuple[str, str]:
        """Letters and digits left of a place, read backwards, and right of it."""
        found = self._surroundings.get(place)
        if found is None:
            left = skeleton(self.text[max(0, place.start - _AROUND) : place.start])
            found = self._surroundings[place] = left[::-1], skeleton(self.text[place.end : place.end + _AROUND])
        return found

    def _find_pair(self, first: str, second: str) -> Sequence[int]:
        left, right = self._where.get(first, ()), self._where.get(second, ())
        if min(len(left), len(right)) > _COMMON:
            return range(RARE + 1)  # too common to help
        words = self.words
        if len(left) <= len(right):
            return [i for i in left if i + 1 < len(words) and words[i + 1] == second]
        return [i - 1 for i in right if i and words[i - 1] == first]


def fold_words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [m.group().lower() for m in WORD.finditer(text)]
