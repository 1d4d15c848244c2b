"""Block quotes: a paragraph that is nothing but someone's words, and the name that the text gives for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of, count_words
from leica_kb.corpus.vocabulary import NAME

_WHOLE: Final = re.compile(r"(?:“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\")[.,;!?…]?")
_OPEN: Final = re.compile(r"[“„«][^”»]*")
_CLOSED: Final = re.compile(r"[^“„«\"]*[.!?…][”»]")
_CLOSED_STRAIGHT: Final = re.compile(r"[^\"]*[.!?…]\"")
_SAYING: Final = (
    r"(?:says?|said|writes?|wrote|explain(?:s|ed)|state[sd]?|tells?|told|add(?:s|ed)|announce[sd]?|comment(?:s"
    r"|ed)|recall(?:s|ed)"
    r"|repl(?:ies|ied)|answer(?:s|ed)|note[sd]|put it|describe[sd]?|argue[sd]?|continue[sd]?|conclude[sd]?|posted"
    r"|declare[sd]?|reads?|according to)"
)
_LEAD_IN: Final = re.compile(rf"\b{_SAYING}\b[^.!?:]{{0,60}}:$", re.IGNORECASE)
_TITLES: Final = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Herr|Frau)\.? )*"
_NAMED: Final = re.compile(
    rf"(?:^|[\s,])(?P<name>{_TITLES}[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}})"
    rf"(?:, [^,:]{{2,60}},)? {_SAYING}\b[^.!?:]{{0,60}}:$"
)
_ACCORDING: Final = re.compile(rf"\baccording to (?P<name>{NAME})[^.!?:]{{0,40}}:$", re.IGNORECASE)
_PRONOUNS: Final = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "one", "as", "the"))
_SIGNED: Final = re.compile(r"[-–—~―]+\s*(?P<name>[^,(]+)")
_LONGEST: Final = 4000


def is_lead_in(words: str) -> bool:
    """Whether a line only says that someone's words follow."""
    return _LEAD_IN.search(words[-200:]) is not None


def mark_quotes(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the block quotes, in the article and in its comments, with the speaker where the words name one."""
    marked: list[Piece] = []
    for at, piece in enumerate(pieces):
        marked.append(_quoted(text, marked, piece, pieces[at + 1] if at + 1 < len(pieces) else None))
    return marked


def _quoted(text: str, before: Sequence[Piece], piece: Piece, after: Piece | None) -> Piece:
    if piece.kind not in (None, "comment") or piece.marker not in ("", "quote"):
        return piece
    if piece.group is not None and not any(other.group == piece.group for other in before[-1:]):
        return piece  # a comment's first block stays one
    lead_in = before[-1] if before and before[-1].kind in (None, "comment") else None
    if piece.marker != "quote" and not _is_quote(body_of(text, piece), text, lead_in):
        return piece
    named = piece.speaker or _signed(text, after) or (_named(text, lead_in) if lead_in else None)
    return replace(piece, kind="quote", speaker=named)


def _is_quote(words: str, text: str, lead_in: Piece | None) -> bool:
    if len(words) > _LONGEST or count_words(words, 6) < 3:
        return False
    if _WHOLE.fullmatch(words):
        return any(sign in words[-3:] for sign in ".!?…") or count_words(words, 10) > 8
    if _CLOSED.fullmatch(words):  # the opening mark was lost
        return True
    leads = lead_in is not None and text[lead_in.end - 1] == ":"
    if leads and (_OPEN.fullmatch(words) or _CLOSED_STRAIGHT.fullmatch(words)):
        return True
    return (
        lead_in is not None
        and leads
        and _LEAD_IN.search(text[max(lead_in.body, lead_in.end - 200) : lead_in.end]) is not None
    )


def _signed(text: str, after: Piece | None) -> str | None:
    """The name behind a dash on the next line."""
    if after is None or after.kind != "credit":
        return None
    signed = _SIGNED.match(text, after.start, after.end)
    return signed["name"].strip() if signed else None


def _named(text: str, lead_in: Piece) -> str | None:
    """The name that the lead-in puts before its verb of saying."""
    words = text[max(lead_in.body, lead_in.end - 200) : lead_in.end]
    found = _NAMED.search(words) or _ACCORDING.search(words)
    name = found["name"].strip() if found else ""
    return name if name and name.split()[0].lower() not in _PRONOUNS else None
