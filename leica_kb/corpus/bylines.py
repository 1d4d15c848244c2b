"""Who wrote a comment: the name that stands over it, before it, or beside the time it was posted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal
from leica_kb.corpus.vocabulary import MOMENT, NAME, WHEN

_VERB: Final = r"(?:says|said|writes|wrote|commented|comments|replied|replies|responded|responds|posted|asks|asked)"
_ROLE: Final = r"(?:\s*[(\[](?:author|admin|op|staff|mod|moderator|editor|verified\s?\w*|guest)[)\]])?"
_NUMBERED: Final = r"(?:\#?[0-9]{1,5}[.):]?\s+)?"
_SAYS: Final = re.compile(
    rf"{_NUMBERED}(?P<name>{NAME}){_ROLE}\s*(?:,\s*|[-–—|·•]\s*)?(?i:on\s+)?(?P<before>(?i:{WHEN}))?\s*,?\s*{_VERB}"
    rf"\s*(?i:(?:on|at)\s+)?(?P<after>(?i:{WHEN}))?\s*(?P<colon>:?)"
)
_NAMED_MOMENT: Final = re.compile(
    rf"{_NUMBERED}(?:(?i:(?:posted |comment )?(?:by|from):?)\s+)?(?P<name>{NAME}){_ROLE}\s*"
    rf"(?:[,|·•–—(-]|\bon\b|\bat\b)?\s*(?i:(?:on|posted)\s+)?(?P<when>(?i:{WHEN}))\)?\s*:?"
)
_LABEL: Final = re.compile(rf"\**(?P<name>{NAME})\**:\**\s+(?=\S)")
_NAME_LINE: Final = re.compile(rf"{_NUMBERED}(?P<name>{NAME}){_ROLE}:?")
_WHEN_LINE: Final = re.compile(rf"(?:(?:posted|on|at)\s+)*{WHEN}\W*", re.IGNORECASE)
_MOMENT: Final = re.compile(MOMENT, re.IGNORECASE)
_INITIAL: Final = re.compile(r"\b[A-Z]\.:?$")
_NO_NAMES: Final = frozenset(
    (
        *("note", "edit", "edited", "update", "ps", "pros", "cons", "conclusion", "question", "answer", "summary"),
        *("verdict", "example", "tip", "warning", "source", "link", "quote", "also", "but", "and", "so", "the", "this"),
        *("that", "it", "yes", "no", "why", "how", "what", "first", "second", "third", "finally", "however", "bottom"),
    )
)
"""Words before a colon that label a remark, not its writer."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A commenter's name as it stands, and where the comment's own words begin."""

    name: str
    body: int
    """Where the comment's own words begin; the piece's end where the byline stands alone."""
    sure: bool
    """Whether a time of day, or how long ago, stands beside the name."""


def find_byline(text: str, pieces: Sequence[Piece], at: int, *, labels: bool) -> Byline | None:
    """The name over or before a comment; labels are read only where comments are known to stand."""
    piece = pieces[at]
    if piece.kind == "boilerplate" or text[piece.body : piece.body + 3].lower() == "by ":
        return None
    end = min(piece.end, piece.body + 200)
    found = _SAYS.match(text, piece.body, end)
    if found and (found["colon"] or (found.end() == piece.end and (found["before"] or found["after"]))):
        return Byline(found["name"], _skip(text, found.end(), piece.end), _is_sure(found[0]))
    found = _NAMED_MOMENT.match(text, piece.body, end)
    if found and (found.end() == piece.end or text[found.end() - 1] == ":") and (labels or _is_sure(found[0])):
        return Byline(found["name"], _skip(text, found.end(), piece.end), _is_sure(found[0]))
    if _is_name_above(text, pieces, at, labels=labels) and (found := _NAME_LINE.fullmatch(text, piece.body, end)):
        return Byline(found["name"], piece.end, _is_sure(body_of(text, pieces[at + 1])))
    found = _LABEL.match(text, piece.body, end) if labels else None
    if found and found["name"].lower() not in _NO_NAMES and found.end() < piece.end:
        return Byline(found["name"], found.end(), sure=False)
    return None


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_sure(words: str) -> bool:
    return _MOMENT.search(words[:200]) is not None


def _is_name_above(text: str, pieces: Sequence[Piece], at: int, *, labels: bool) -> bool:
    """Whether a short line stands over a date line or, where comments are known to stand, directly over a text."""
    if at + 1 >= len(pieces):
        return False
    words, below = body_of(text, pieces[at]), pieces[at + 1]
    if (
        count_words(words, 6) > 4
        or (is_terminal(words.rstrip(":")) and not _INITIAL.search(words))
        or words.lower() in _NO_NAMES
    ):
        return False
    dated = below.kind == "boilerplate" and _WHEN_LINE.fullmatch(text, below.body, below.end) is not None
    if dated:
        return labels or _is_sure(body_of(text, below))
    return (
        labels and pieces[at].gap and not below.gap and not below.marker and below.kind is None and words[0].isupper()
    )


def speaker_of(name: str, number: int) -> str:
    """``commenter:<name>`` where the comment gives a name, else ``commenter:<n>`` for the nth comment."""
    slug = _slug(name)
    return f"commenter:{slug if slug and not slug.isdigit() else number}"


def _slug(name: str) -> str:
    """A name as an id: lower case, accents dropped, words joined by hyphens."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return "-".join(re.findall(r"[^\W_]+", plain.casefold()))
