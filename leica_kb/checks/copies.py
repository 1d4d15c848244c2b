"""Near-copies: texts that share most of their word sequences, with the shared passages as evidence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final
from zlib import crc32

from leica_kb.model import Span

WIDTH: Final = 8
"""Words of one shingle (Broder 1997); long enough that a stock phrase is none."""
KEPT: Final = 8
"""Every eighth shingle is kept, by hash, so that two texts keep the same ones (mod-p sampling, ibid.)."""
SHARED: Final = 0.5
"""A text is a near-copy where so large a part of the shorter one's shingles stands in the other."""
LEAST: Final = 3
"""Fewer shared shingles prove nothing."""
COMMON: Final = 50
"""A shingle that more texts hold is boilerplate and pairs nobody."""
PASSAGE: Final = 12
"""Shortest shared passage shown as evidence, in words."""
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Two sources of which one repeats most of the other, and how much of the shorter is shared (0 to 1)."""

    left: str
    right: str
    share: float


def shingles(text: str) -> tuple[int, ...]:
    """Hashes of the text's word sequences, sampled and sorted: what ``SourceFacts.shingles`` takes."""
    words = [word.casefold() for word in WORD.findall(text)]
    spans = (" ".join(words[i : i + WIDTH]) for i in range(len(words) - WIDTH + 1))
    return tuple(sorted({value for value in (crc32(span.encode()) for span in spans) if value % KEPT == 0}))


def near_copies(sketches: Mapping[str, Sequence[int]]) -> tuple[Copy, ...]:
    """Every pair of sources that are near-copies, ids in order; near-linear, by an inverted index of shingles."""
    holders: dict[int, list[str]] = defaultdict(list)
    for source in sorted(sketches):
        for shingle in sketches[source]:
            holders[shingle].append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in holders.values():
        if 1 < len(sources) <= COMMON:
            shared.update((a, b) for i, a in enumerate(sources) for b in sources[i + 1 :])
    return tuple(_copies(shared, sketches))


def copies_of(source: str, sketches: Mapping[str, Sequence[int]]) -> tuple[Copy, ...]:
    """The near-copies of one source among all, ids in order within each."""
    mine = frozenset(sketches[source])
    shared = {(min(source, name), max(source, name)): len(mine.intersection(sketches[name])) for name in sketches}
    return tuple(_copies({pair: count for pair, count in shared.items() if pair[0] != pair[1] and count}, sketches))


def _copies(shared: Mapping[tuple[str, str], int], sketches: Mapping[str, Sequence[int]]) -> Iterator[Copy]:
    for (left, right), count in sorted(shared.items()):
        share = count / min(len(sketches[left]), len(sketches[right]))
        if count >= LEAST and share >= SHARED:
            yield Copy(left, right, round(share, 3))


def shared_passages(left: str, right: str) -> tuple[tuple[Span, Span], ...]:
    """The passages that two texts share word for word, longest stretch by stretch, as ranges of either text."""
    words, others = list(WORD.finditer(left)), list(WORD.finditer(right))
    matcher = SequenceMatcher(None, [_folded(w) for w in words], [_folded(w) for w in others], autojunk=False)
    blocks = (block for block in matcher.get_matching_blocks() if block.size >= PASSAGE)
    return tuple((_range(words, block.a, block.size), _range(others, block.b, block.size)) for block in blocks)


def _folded(word: re.Match[str]) -> str:
    return word.group().casefold()


def _range(words: Sequence[re.Match[str]], first: int, size: int) -> Span:
    return Span(words[first].start(), words[first + size - 1].end())
