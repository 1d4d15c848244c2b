"""Interviews: paragraphs that begin with their speaker's label, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of, is_terminal
from leica_kb.corpus.vocabulary import NAME

_LABEL: Final = re.compile(rf"[*_]{{0,2}}(?P<name>{NAME})[*_]{{0,2}}\s?:[*_]{{0,2}}\s+(?=\S)")
_ASKING: Final = frozenset(("q", "question", "interviewer"))
_ANSWERING: Final = frozenset(("a", "answer", "interviewee"))
_INTERVIEWEE: Final = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?|[Cc]onversation|[Qq] ?(?:&|and) ?[Aa]|[Ss]poke|[Tt]alk(?:s|ed|ing)?"
    r"|[Ss]at down|[Cc]hat(?:s|ted)?|[Cc]aught up)"
    r"\b(?: (?:with|to))?(?: (?:[a-z]+ ){0,4}?)?(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms"
    r"|Sir)\.? )?[A-Z][\w'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von)){1,3})"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I['’]\w+|we|we['’]\w+|my|our|me|us)\b", re.IGNORECASE)


def mark_turns(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Give the paragraphs of an interview their speakers; a text without labelled turns stays as it is."""
    labels = [_label(text, piece) for piece in pieces]
    names = _turn_names(text, pieces, labels)
    if not names:
        return pieces
    last = max(at for at, label in enumerate(labels) if label in names)
    return _with_speakers(text, pieces, [label if label in names else None for label in labels], last)


def _label(text: str, piece: Piece) -> str | None:
    if piece.kind is not None or piece.group is not None or piece.marker not in ("", "heading"):
        return None
    found = _LABEL.match(text, piece.start, min(piece.end, piece.start + 120))
    return found["name"] if found and found.end() < piece.end else None


def _turn_names(text: str, pieces: Sequence[Piece], labels: Sequence[str | None]) -> frozenset[str]:
    """The labels of an interview: at least two that recur, before sentences rather than before values."""
    counts = Counter(label for label in labels if label)
    pair = any(label.lower() in _ASKING for label in counts) and any(label.lower() in _ANSWERING for label in counts)
    often = {label for label, count in counts.items() if count > 1}
    names = {label for label in counts if label in often or any(_is_shorter(one, label) for one in often)}
    if pair:
        names |= {label for label in counts if label.lower() in _ASKING | _ANSWERING}
    ends = [is_terminal(body_of(text, piece)) for piece, label in zip(pieces, labels, strict=True) if label in names]
    if len(names) < 2 or not (pair or len(ends) > 3) or sum(ends) * 2 <= len(ends):
        return frozenset()
    return frozenset(names)


def _is_shorter(short: str, full: str) -> bool:
    """Whether the one is the other's surname or initials."""
    words = full.split()
    return short != full and len(words) > 1 and short in (words[-1], words[0], "".join(word[0] for word in words))


def _with_speakers(text: str, pieces: Sequence[Piece], labels: Sequence[str | None], last: int) -> Sequence[Piece]:
    marked: list[Piece] = []
    speaker: str | None = None
    group: int | None = None
    for at, (piece, label) in enumerate(zip(pieces, labels, strict=True)):
        if label:
            speaker, group = _speaker(text, pieces, labels, label), -1 - at
            marked.append(_turn(text, piece, speaker, group))
            continue
        if piece.kind in ("title", "heading") or piece.marker == "heading" or piece.group is not None:
            speaker = group = None
        own = piece.kind in (None, "list_item") and (
            at < last or _FIRST_PERSON.search(body_of(text, piece)) is not None
        )
        marked.append(replace(piece, speaker=speaker, group=group) if own and group is not None else piece)
    return marked


def _turn(text: str, piece: Piece, speaker: str | None, group: int) -> Piece:
    found = _LABEL.match(text, piece.start, piece.end)
    body = found.end() if found else piece.body
    return replace(piece, kind="paragraph", marker="", body=body, speaker=speaker, group=group)


def _speaker(text: str, pieces: Sequence[Piece], labels: Sequence[str | None], label: str) -> str | None:
    """The label's name; who asks as «Q» is the source itself, who answers as «A» is named before the first turn."""
    if label.lower() in _ASKING:
        return None
    if label.lower() not in _ANSWERING:
        return next((full for full in labels if full and _is_shorter(label, full)), label)
    first = next(at for at, known in enumerate(labels) if known)
    found = _INTERVIEWEE.search(text, 0, pieces[first].start)
    return found["name"] if found else label
