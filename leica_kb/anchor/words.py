"""An index of a text's words: finds long quotes by their rarest words instead of reading the whole text for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

from leica_kb.anchor.selector import find_spans
from leica_kb.lang.tokens import WORD
from leica_kb.model import Span

RARE: Final = 32
"""Places of a word or word pair up to which it helps to find where a quote went."""
_COMMON: Final = 4096
"""Places of a word beyond which its pairs are not looked at."""
_WORTHWHILE: Final = 20_000
"""Code points from which the index beats a plain search."""


class WordIndex:
    """The words of one text, where they stand, and which of them are rare."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pairs: dict[tuple[str, str], Sequence[int]] = {}

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

    def find_places(self, quote: str, limit: int) -> tuple[Span, ...]:
        """The first places of the exact words, at most ``limit``; every one of them, as a plain search would."""
        if not quote:
            return ()
        seed = self._find_seed(quote) if len(self.text) >= _WORTHWHILE else None
        if seed is None:
            return tuple(islice(find_spans(self.text, quote), limit))
        offset, places = seed
        starts = (self.spans[place].start - offset for place in places)
        found = [Span(s, s + len(quote)) for s in starts if s >= 0 and self.text.startswith(quote, s)]
        return tuple(found[:limit])

    def find_rare(self, words: Sequence[str], index: int) -> Sequence[int]:
        """Where the word at an index of a quote stands, or it and the next one, if that is rare enough to help."""
        places = self._where.get(words[index], ())
        if len(places) <= RARE or index + 1 >= len(words):
            return places if len(places) <= RARE else ()
        found = self._find_pair(words[index], words[index + 1])
        return found if len(found) <= RARE else ()

    def _find_seed(self, quote: str) -> tuple[int, Sequence[int]] | None:
        """A rare word, or pair of words, of the quote: its offset there and all its places here."""
        inner = list(_inner_words(quote))
        for span, word in inner:
            places = self._where.get(word, ())
            if len(places) <= RARE:
                return span.start, places
        for (span, word), (following, next_word) in pairwise(inner):
            if quote[span.end : following.start].isspace():
                places = self._find_pair(word, next_word)
                if len(places) <= RARE:
                    return span.start, places
        return None

    def _find_pair(self, first: str, second: str) -> Sequence[int]:
        found = self._pairs.get((first, second))
        if found is None:
            found = self._pairs[first, second] = self._read_pair(first, second)
        return found

    def _read_pair(self, first: str, second: str) -> Sequence[int]:
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


def _inner_words(quote: str) -> Iterator[tuple[Span, str]]:
    """Words of a quote with white space on both sides: they are words in any text that holds the quote."""
    for match in WORD.finditer(quote):
        start, end = match.span()
        if start and end < len(quote) and quote[start - 1].isspace() and quote[end].isspace():
            yield Span(start, end), match.group().lower()
