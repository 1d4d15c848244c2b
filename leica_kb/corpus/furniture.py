"""Site boilerplate, by the vocabulary that sites share: what a page says to its visitor, not what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.credits import is_credit
from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal
from leica_kb.corpus.site_words import STARTS, WHOLE

COMMENT_FORM: Final = re.compile(
    r"(?:submit|post|leave|add|write) (?:a|your|the) (?:comment|reply|response)|your e-?mail address will not"
    r"|cancel reply"
    r"|required fields|you must be logged in|(?:log|sign) ?in to (?:reply|comment|post)|comments (?:are"
    r"|have been) (?:closed|off)",
    re.IGNORECASE,
)
HEADS_LINKS: Final = re.compile(
    r"(?:read (?:more|next|also)|also read|see also|related|you (?:might|may)|more (?:from|stories|articles|posts)"
    r"|recommended|up next|trending|most (?:popular|read|viewed|shared)|popular|latest|editor|from (?:our|the)|tags?\b"
    r"|categories|share|follow|(?:media|press|pr) contacts?|contacts?:).{0,60}$",
    re.IGNORECASE,
)
"""Boilerplate that announces a list of links; the short lines under it are links, not the article's."""

_FENCED: Final = re.compile(r"^ {0,3}(```|~~~)[^\n`]*\n(?s:.*?)^ {0,3}\1", re.MULTILINE)
"""A block of code between two fences."""
_WHOLE: Final = re.compile(
    "|".join(f"(?:{pattern})" for patterns in WHOLE.values() for pattern in patterns), re.IGNORECASE
)
_STARTS: Final = tuple((most, re.compile("|".join(patterns), re.IGNORECASE)) for most, patterns in STARTS.values())
_LONGEST: Final = max(words for words, _ in _STARTS)
_EDGES: Final = " \t:*_[]→»›.…★☆⭐"


def is_furniture(words: str) -> bool:
    """Whether a line belongs to the site and not to the article."""
    if len(words) > 900:
        return False
    count = count_words(words, _LONGEST + 1)
    if count > _LONGEST:
        return False
    if count <= 16 and (_WHOLE.fullmatch(words) or _WHOLE.fullmatch(words.strip(_EDGES))):
        return True
    bare = words.lstrip("*_[(→»›▶ ")
    return any(count <= most and pattern.match(bare) for most, pattern in _STARTS)


def mark_furniture(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the boilerplate, and the links that a line such as «Related posts» heads."""
    return list(_marked(text, pieces))


def _marked(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    links = False
    fences = [m.span() for m in _FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    for piece in pieces:
        if any(start <= piece.start < end for start, end in fences):
            yield replace(piece, kind="boilerplate")
            continue
        words = body_of(text, piece)
        furniture = is_furniture(words)
        if furniture:
            links = HEADS_LINKS.match(words) is not None and (len(words) < 40 or words.endswith(":"))
        elif links:
            links = piece.marker != "heading" and len(words) <= 120 and not (is_terminal(words) or is_credit(words))
        yield replace(piece, kind="boilerplate") if furniture or links else piece
