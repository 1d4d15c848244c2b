"""Which ranks a question asks for: second biggest, number one, the three biggest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leica_kb.index.words import Piece, singular
from leica_kb.query.grammar import NUMBERS, ORDINALS, RANK_NOUNS, SUPERLATIVES

SEVERAL: Final = 3
"""Ranks that a superlative in the plural asks for: the biggest markets."""

Ranks = tuple[frozenset[int], frozenset[int]]
"""The ranks, and the positions of their words."""


def find_ranks(pieces: Sequence[Piece], stems: Sequence[str], linked: frozenset[int]) -> Ranks:
    """Ranks by ordinals or numbers beside a noun of rank; by superlatives alone, the first or first few."""
    above = [at for at, piece in enumerate(pieces) if piece.text in SUPERLATIVES]
    numbered = {at: rank for at in range(len(pieces)) if at not in linked and (rank := _rank_at(pieces, stems, at))}
    if not numbered:
        return _by_superlative(pieces, above)
    nouns = {i for at in numbered for i in (at - 1, at + 1) if 0 <= i < len(stems) and stems[i] in RANK_NOUNS}
    return frozenset(numbered.values()), frozenset([*above, *nouns, *numbered])


def _rank_at(pieces: Sequence[Piece], stems: Sequence[str], at: int) -> int | None:
    word = pieces[at].text
    beside = at > 0 and (stems[at - 1] in RANK_NOUNS or pieces[at - 1].text == "no")
    return ORDINALS.get(word) or (_number(word) if beside else None)


def _by_superlative(pieces: Sequence[Piece], above: Sequence[int]) -> Ranks:
    for at in above:
        for other in (at - 1, at + 1):
            if 0 <= other < len(pieces) and (number := _number(pieces[other].text)):
                return frozenset(range(1, number + 1)), frozenset([*above, other])
        if any(singular(piece.text) != piece.text for piece in pieces[at + 1 : at + 2]):
            return frozenset(range(1, SEVERAL + 1)), frozenset(above)
    return frozenset({1} if above else ()), frozenset(above)


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) < 3 else NUMBERS.get(word)
