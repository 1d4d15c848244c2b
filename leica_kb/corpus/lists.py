"""Lists in an article: bullets, enumerated items, table rows and runs of «key: value» lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from leica_kb.corpus.markers import is_row
from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal

_KEYED: Final = re.compile(r"(?P<key>[^\W_][^:.!?\n]{0,40}?)\s?:\s+(?P<value>\S.*)")


def mark_lists(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the list items among the article's undecided pieces and the comments' marked ones."""
    keyed = _keyed_runs(text, pieces)
    return [
        replace(piece, kind="list_item") if at in keyed or _is_item(text, pieces, at) else piece
        for at, piece in enumerate(pieces)
    ]


def _is_item(text: str, pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.kind is not None:
        return False
    if piece.marker in ("bullet", "letter"):
        return piece.marker == "bullet" or piece.sign != "#." or _has_neighbour(pieces, at)
    if piece.marker == "number":
        if heads_section(text, pieces, at):
            return False
        return _has_neighbour(pieces, at) or count_words(body_of(text, piece), 40) < 40
    return not piece.marker and is_row(text[piece.start : piece.end]) and _beside_row(text, pieces, at)


def heads_section(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a numbered line is a heading: no sentence, apart from other items, and prose stands below it."""
    piece, words = pieces[at], body_of(text, pieces[at])
    if at + 1 == len(pieces) or not piece.gap or is_terminal(words) or count_words(words, 15) == 15:
        return False
    below = pieces[at + 1]
    alone = at == 0 or (pieces[at - 1].marker, pieces[at - 1].sign) != (piece.marker, piece.sign)
    text_below = body_of(text, below)
    return alone and not below.marker and is_terminal(text_below) and count_words(text_below, 8) == 8


def _has_neighbour(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an item of the same shape stands within two pieces: an enumeration of one is an initial or a date."""
    near = (other for other in range(max(at - 2, 0), min(at + 3, len(pieces))) if other != at)
    return any(pieces[other].marker == pieces[at].marker and pieces[other].sign == pieces[at].sign for other in near)


def _beside_row(text: str, pieces: Sequence[Piece], at: int) -> bool:
    near = (other for other in (at - 1, at + 1) if 0 <= other < len(pieces))
    return any(is_row(text[pieces[other].start : pieces[other].end]) for other in near)


def _keyed_runs(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    return frozenset(at for run in _runs(text, pieces) if len(run) > 1 for at in run)


def _runs(text: str, pieces: Sequence[Piece]) -> Iterator[Sequence[int]]:
    for is_keyed, run in groupby(range(len(pieces)), key=lambda at: _is_keyed(text, pieces[at])):
        members = _together(pieces, list(run))
        keys = {text[pieces[at].body : pieces[at].end].partition(":")[0] for at in members}
        close = sum(not pieces[at].gap for at in members[1:])
        if is_keyed and len(keys) == len(members) and (close or len(members) > 2):
            yield members


def _together(pieces: Sequence[Piece], run: list[int]) -> list[int]:
    """The lines without one that stands apart at an end: «Best for travel: Nova 3» behind a list is a heading."""
    spaced = [pieces[at].gap for at in run[1:]]
    if len(run) > 2 and spaced[-1] and not any(spaced[:-1]):
        return run[:-1]
    return run[1:] if len(run) > 2 and spaced[0] and not any(spaced[1:]) else run


def _is_keyed(text: str, piece: Piece) -> bool:
    """A short key and a short value that is no sentence."""
    if piece.kind is not None or piece.marker or piece.end - piece.body > 200:
        return False
    found = _KEYED.fullmatch(body_of(text, piece))
    if found is None or count_words(found["key"]) > 5 or count_words(found["value"]) > 16:
        return False
    return not is_terminal(found["value"]) or count_words(found["value"]) <= 4
