"""Titles and headings: short lines that stand above text of their own, told from captions and short paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of, count_words, is_commented, is_terminal
from leica_kb.corpus.quotations import is_lead_in

_INNER_END: Final = re.compile(r"[a-z0-9)”\"]{2}[.;]\s+[A-Z“\"]")
_START: Final = re.compile(r"[\W_]*[A-Z0-9À-ÞΑ-ΩА-Я]|[\W_]*[^\W\d_a-zß-ÿ]|[\W_]*[a-z]{1,2}[A-Z]")
_EXCLAIMS: Final = re.compile(r"!['\"”’)]*$")
_ASKS: Final = re.compile(r"\?['\"”’)]*$")
_ATTACHED: Final = re.compile(
    r"\b(?:with|beside|next to|in front of|behind|alongside|atop|wearing|holding|on display|mounted|attached"
    r"|pictured|at the)\b"
)
_LABELLED: Final = re.compile(r"[^:]{2,50}:\s+\S")
_NOTE: Final = re.compile(r"\s*[\[(][^\[\]()]{1,20}[\])]$")
_LONGEST: Final = 110
_WORDS: Final = 16
_BESIDE: Final = ("boilerplate", "credit", "caption")
"""Kinds that stand between the article's own pieces."""


def has_heading_shape(words: str) -> bool:
    """Whether a line is short, begins like a name or a sentence and does not end like one."""
    words = _NOTE.sub("", words)
    if (
        len(words) > _LONGEST
        or count_words(words, _WORDS + 1) > _WORDS
        or not _START.match(words)
        or _INNER_END.search(words)
    ):
        return False
    if _ASKS.search(words):
        return True
    if _EXCLAIMS.search(words):
        return count_words(words) <= 8 and _is_titled(words)
    if words.endswith(":"):
        return count_words(words) <= 2 and not is_lead_in(words)
    return not is_terminal(words)


def _is_titled(words: str) -> bool:
    """Whether most words are capitalised."""
    longer = [word for word in words.split() if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)


def is_prose(words: str) -> bool:
    """Whether a text has a sentence's length and end."""
    return count_words(words, 8) >= 8 and is_terminal(words)


@dataclass(frozen=True, slots=True)
class _View:
    """What the decisions about one line need to know of all others, found in one pass from the end."""

    text: str
    pieces: Sequence[Piece]
    shaped: Sequence[bool]
    following: Sequence[int | None]
    """For each piece the next one that is the article's own; None where comments or the end come first."""
    headed: Sequence[bool]
    """For each piece whether text, and not only lines shaped like headings, comes later."""


def mark_headings(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the title and the headings of the article; comments have none."""
    view = _look(text, pieces)
    first = _title(view)
    marked = list(pieces)
    for at, piece in enumerate(pieces):
        if at == first:
            marked[at] = replace(piece, kind="title")
        elif view.shaped[at] and _stands_above(view, at):
            marked[at] = replace(piece, kind="caption" if _is_empty_picture(view, at) else "heading")
    return marked


def _look(text: str, pieces: Sequence[Piece]) -> _View:
    shaped = [_is_shaped(text, piece) for piece in pieces]
    following: list[int | None] = [None] * len(pieces)
    headed = [False] * len(pieces)
    own: int | None = None
    body = False
    for at in range(len(pieces) - 1, -1, -1):
        following[at], headed[at] = own, body
        body = body or (not shaped[at] and _is_body(text, pieces[at]))
        if is_commented(pieces[at]):
            own = None
        elif pieces[at].kind not in _BESIDE:
            own = at
    return _View(text, pieces, shaped, following, headed)


def _is_shaped(text: str, piece: Piece) -> bool:
    if piece.kind is not None or piece.group is not None:
        return False
    if piece.marker == "heading":
        return True
    return piece.gap and piece.marker in ("", "number") and has_heading_shape(body_of(text, piece))


def _is_body(text: str, piece: Piece) -> bool:
    if piece.kind in _BESIDE:
        return False
    return piece.group is not None or bool(piece.marker) or piece.kind is not None or is_prose(body_of(text, piece))


def _title(view: _View) -> int | None:
    """The first line of the article's own, where it is shaped like a heading and prose or a list follows."""
    first = next((at for at, piece in enumerate(view.pieces) if piece.kind not in _BESIDE), None)
    if first is None or not view.shaped[first] or view.pieces[first].marker == "number":
        return None
    return first if view.following[first] is not None and view.headed[first] else None


def _stands_above(view: _View, at: int) -> bool:
    """Whether the line heads something: the next own piece is text, a list or a lower heading."""
    piece, later = view.pieces[at], view.following[at]
    if piece.marker == "heading" or later is None:
        return piece.marker == "heading"
    follower = view.pieces[later]
    if piece.marker == "number":
        return True  # the lists left it
    if view.shaped[later]:
        return view.headed[later]
    return bool(follower.marker) or follower.kind is not None or _is_headed(view.text, follower)


def _is_headed(text: str, follower: Piece) -> bool:
    words = body_of(text, follower)
    return is_terminal(words) or count_words(words, 12) >= 12


def _is_empty_picture(view: _View, at: int) -> bool:
    """A label with a thing described, directly above a heading: it heads nothing, so it stands under a picture."""
    later, words = view.following[at], body_of(view.text, view.pieces[at])
    return (
        later is not None
        and view.shaped[later]
        and not view.pieces[at].marker
        and not _ASKS.search(words)
        and _LABELLED.match(words) is not None
        and _ATTACHED.search(words) is not None
    )
