"""Where a quote's words went when some of them changed: a bounded search with a floor, never the best of nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rapidfuzz.distance import LCSseq

from leica_kb.anchor.context import agreement, skeleton
from leica_kb.anchor.quote import Quote
from leica_kb.anchor.selector import find_spans
from leica_kb.anchor.target import Target
from leica_kb.anchor.words import fold_words
from leica_kb.model import Span

FLOOR: Final = 0.5
"""Share of common words below which two wordings are not the same statement, unless their surroundings say so."""
_FLOOR_IN_PLACE: Final = 0.34
_MARGIN: Final = 0.1
"""Similarity by which the best region must beat the second best."""
_CANDIDATES: Final = 5
_SEEDS: Final = 12
_MOST_WORDS: Final = 400
"""Words of a quote that take part in the search."""
_MISS: Final = -0.35
"""What an unmatched word inside a region costs, in matched words."""
_SURELY: Final = 0.75
"""Share of common words from which a wording is the same statement though all its facts were exchanged."""
_FACT: Final = re.compile(r"\b(?:\d[\w.,]*|[^\W\d_a-z][\w'’-]*)")
_READ: Final = 2_000
"""Code points in which such words are looked for."""
_FRAMES: Final = 8


@dataclass(frozen=True, slots=True)
class Region:
    """A place whose words resemble the quote's, the share of words in common, and whether its surroundings agree."""

    span: Span
    score: float
    in_place: bool = False


def find_frames(text: str, before: str, after: str, length: int) -> tuple[Span, ...]:
    """What stands between the words that stood before and after a quote, where both still stand near each other."""
    if min(len(skeleton(before)), len(skeleton(after))) < 8:
        return ()
    reach = 3 * length + 200
    frames = []
    for left in islice(find_spans(text, before), _FRAMES):
        right = text.find(after, left.end, left.end + reach)
        if right >= 0:
            frames.append(Span(left.end, right))
    return tuple(frames)


def find_changed(target: Target, quote: Quote) -> tuple[Region, ...]:
    """The region to which a quote with changed words went; several where nothing tells them apart, or none."""
    frames = find_frames(target.text, quote.before, quote.after, len(quote.exact))
    if len(frames) == 1 and skeleton(frames[0].of(target.text)):
        return (Region(_trim(target.text, frames[0]), _similarity(quote.exact, frames[0].of(target.text)), True),)
    words = fold_words(quote.exact)[:_MOST_WORDS]
    found = {region.span: region for start in _starts(target, words) if (region := _align(target, quote, words, start))}
    ranked = sorted(found.values(), key=lambda r: (not r.in_place, -r.score, r.span))
    if not ranked:
        return ()
    best = ranked[0]
    rivals = [r for r in ranked[1:] if r.in_place == best.in_place and r.score > best.score - _MARGIN]
    return (best, *(r for r in rivals if not r.span.meets(best.span)))


def _starts(target: Target, words: Sequence[str]) -> list[int]:
    """Word indexes where the quote may begin, those with most and rarest evidence first."""
    seeds = sorted((len(p), i) for i in range(len(words)) if (p := target.index.find_rare(words, i)))
    votes: dict[int, float] = defaultdict(float)
    width = max(3, len(words) // 3)
    for count, index in seeds[:_SEEDS]:
        for place in target.index.find_rare(words, index):
            votes[(place - index) // width] += 1 / count
    both = {b: votes[b] + votes.get(b + 1, 0.0) for b in votes}
    best = sorted(both, key=lambda b: (-both[b], b))[:_CANDIDATES]
    return [b * width for b in best]


def _align(target: Target, quote: Quote, words: Sequence[str], start: int) -> Region | None:
    pad = 2 + len(words) // 2
    low, high = max(0, start - pad), min(len(target.index.words), start + len(words) + 2 * pad)
    window = target.index.words[low:high]
    pairs = list(_matches(words, window))
    if not pairs:
        return None
    first, last = _densest(pairs, len(window))
    inside = [(i, j) for i, j in pairs if first <= j <= last]
    first, last = _widen(target, low, (first, last), (inside[0][0], len(words) - 1 - inside[-1][0]), len(window))
    span = Span(target.index.spans[low + first].start, target.index.spans[low + last].end)
    score = 2 * len(inside) / (len(words) + last - first + 1)
    in_place = agreement(quote.before, quote.after, target.text, span).strong
    if len(inside) < min(3, len(words) - 1) or score < (_FLOOR_IN_PLACE if in_place else FLOOR):
        return None
    is_own = in_place or score >= _SURELY or _keeps_a_fact(quote.exact, span.of(target.text))
    return Region(span, score, in_place) if is_own else None


def _keeps_a_fact(old: str, new: str) -> bool:
    """Whether a word with a capital or a figure of the quote stands there too, where it has any."""
    facts = set(_FACT.findall(old[:_READ]))
    return not facts or not facts.isdisjoint(_FACT.findall(new[:_READ]))


def _matches(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    for op in LCSseq.opcodes(left, right):
        if op.tag == "equal":
            yield from zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)


def _densest(pairs: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """First and last word of the stretch in which matched words outweigh unmatched ones most."""
    matched = {j for _, j in pairs}
    best, value, start = (0.0, 0, 0), 0.0, 0
    for j in range(length):
        if value <= 0:
            value, start = 0.0, j
        value += 1 if j in matched else _MISS
        if value > best[0]:
            best = value, start, j
    return best[1], best[2]


def _widen(target: Target, low: int, edge: tuple[int, int], missing: tuple[int, int], length: int) -> tuple[int, int]:
    """Takes in as many words at either edge as the quote has unmatched there, up to the sentence's end."""
    first, last = edge
    for _ in range(missing[0]):
        if first == 0 or _is_break(target, low + first - 1):
            break
        first -= 1
    for _ in range(missing[1]):
        if last + 1 >= length or _is_break(target, low + last):
            break
        last += 1
    return first, last


def _is_break(target: Target, index: int) -> bool:
    """Whether a sentence or line ends between a word and the next."""
    between = target.text[target.index.spans[index].end : target.index.spans[index + 1].start]
    return any(c in between for c in ".!?\n\r。！？")


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _similarity(left: str, right: str) -> float:
    return float(LCSseq.normalized_similarity(fold_words(left), fold_words(right)))
