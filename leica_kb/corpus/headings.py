"""Titles and headings: short lines that stand above text of their own, told from captions and short paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal

_INNER_END: Final = re.compile(r"[a-z0-9)”\"]{2}[.;]\s+[A-Z“\"]")
_START: Final = re.compile(r"[\W_]*[A-Z0-9À-ÞΑ-ΩА-Я]|[\W_]*[^\W\d_a-zß-ÿ]|[\W_]*[a-z]{1,2}[A-Z]")
_EXCLAIMS: Final = re.compile(r"!['\"”’)]*$")
_ASKS: Final = re.compile(r"\?['\"”’)]*$")
_ATTACHED: Final = re.compile(
    r"\b(?:with|beside|next to|in front of|behind|alongside|atop|wearing|holding|on display|mounted|attached"
    r"|pictured|at the)\b"
)
_LABELLED: Final = re.compile(r"[^:]{2,50}:\s+\S")
_LONGEST: Final = 110
_WORDS: Final = 16


def has_heading_shape(words: str) -> bool:
    """Whether a line is short, begins like a name or a sentence and does not end like one."""
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
        return count_words(words) <= 4
    return not is_terminal(words)


def _is_titled(words: str) -> bool:
    """Whether most words are capitalised."""
    longer = [word for word in words.split() if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)


def is_prose(words: str) -> bool:
    """Whether a text has a sentence's length and end."""
    return count_words(words, 8) >= 8 and is_terminal(words)


def mark_headings(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the title and the headings of the article; comments have none."""
    shaped = [_is_shaped(text, piece) for piece in pieces]
    marked = list(pieces)
    first = _title(text, pieces, shaped)
    for at, piece in enumerate(pieces):
        if at == first:
            marked[at] = replace(piece, kind="title")
        elif shaped[at] and _stands_above(text, pieces, shaped, at):
            marked[at] = replace(piece, kind="caption" if _is_empty_picture(text, pieces, shaped, at) else "heading")
    return marked


def _is_shaped(text: str, piece: Piece) -> bool:
    if piece.kind is not None or piece.group is not None:
        return False
    if piece.marker == "heading":
        return True
    return piece.gap and piece.marker in ("", "number") and has_heading_shape(body_of(text, piece))


def _title(text: str, pieces: Sequence[Piece], shaped: Sequence[bool]) -> int | None:
    """The first line of the article's own, where it is shaped like a heading and prose or a list follows."""
    own = [at for at, piece in enumerate(pieces) if piece.kind not in ("boilerplate", "credit", "caption")]
    if not own or not shaped[own[0]] or pieces[own[0]].marker == "number" or _following(pieces, own[0]) is None:
        return None
    later = (at for at in own[1:] if not shaped[at])
    return own[0] if any(_is_body(text, pieces[at]) for at in later) else None


def _is_body(text: str, piece: Piece) -> bool:
    return piece.group is not None or bool(piece.marker) or piece.kind is not None or is_prose(body_of(text, piece))


def _following(pieces: Sequence[Piece], at: int) -> int | None:
    """The next piece that is the article's own."""
    for later in range(at + 1, len(pieces)):
        if pieces[later].group is not None:
            return None
        if pieces[later].kind not in ("boilerplate", "credit", "caption"):
            return later
    return None


def _stands_above(text: str, pieces: Sequence[Piece], shaped: Sequence[bool], at: int) -> bool:
    """Whether the line heads something: the next own piece is text, a list or a lower heading."""
    if pieces[at].marker == "heading":
        return True
    later = _following(pieces, at)
    if later is None:
        return False
    follower = pieces[later]
    if pieces[at].marker == "number":
        return not follower.marker and count_words(body_of(text, follower), 15) >= 15
    if shaped[later]:
        return any(_is_body(text, pieces[i]) for i in range(later + 1, len(pieces)) if not shaped[i])
    return bool(follower.marker) or follower.kind is not None or _is_headed(text, follower)


def _is_headed(text: str, follower: Piece) -> bool:
    words = body_of(text, follower)
    return is_terminal(words) or count_words(words, 12) >= 12


def _is_empty_picture(text: str, pieces: Sequence[Piece], shaped: Sequence[bool], at: int) -> bool:
    """A label with a thing described, directly above a heading: it heads nothing, so it stands under a picture."""
    later = _following(pieces, at)
    words = body_of(text, pieces[at])
    return (
        later is not None
        and shaped[later]
        and not pieces[at].marker
        and not _ASKS.search(words)
        and _LABELLED.match(words) is not None
        and _ATTACHED.search(words) is not None
    )
