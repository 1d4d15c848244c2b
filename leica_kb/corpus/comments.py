"""Readers' comments under an article: where they begin, where one ends and the next begins, and whose they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.corpus.bylines import Byline, find_byline, speaker_of
from leica_kb.corpus.furniture import COMMENT_FORM
from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal

_HEADER: Final = re.compile(
    r"\W*(?:(?:[0-9][0-9,.]*|no|all|reader|readers['’]?|user|top|recent|latest|your|view|show) )*"
    r"(?:comments?|replies|responses|thoughts|reader reviews|comment section)\W*(?:[0-9][0-9,.]*\W*)?"
    r"(?:(?:to|on|about|so far|from (?:our )?readers)\b.{0,120})?"
    r"|discussion\W+[0-9]+\W*|(?:join|start) the (?:discussion|conversation)\W*|what (?:our )?readers (?:say|think)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Section:
    first: int
    end: int
    signed: bool
    """Whether its comments carry their writers' names."""


def mark_comments(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the comments: each with its number as group, and its writer as speaker."""
    section = _find_section(text, pieces)
    if section is None:
        return pieces
    headed = section.first - 1
    before = [
        replace(p, kind="boilerplate") if at == headed and _is_header(text, p) else p
        for at, p in enumerate(pieces[: section.first])
    ]
    return [*before, *_commented(text, pieces, section), *pieces[section.end :]]


def _is_header(text: str, piece: Piece) -> bool:
    words = body_of(text, piece)
    return (
        len(words) <= 160
        and count_words(words) <= 16
        and _HEADER.fullmatch(words) is not None
        and not words.endswith(".")
    )


def _find_section(text: str, pieces: Sequence[Piece]) -> _Section | None:
    article = next((at for at, piece in enumerate(pieces) if _is_prose(text, piece)), len(pieces))
    first = _headed(text, pieces, article)
    bylines = [find_byline(text, pieces, at, labels=first is not None and at >= first) for at in range(len(pieces))]
    if first is None:
        first = _signed_start(text, pieces, bylines, article)
    if first is None:
        first = _listed_start(text, pieces, article)
    if first is None:
        return None
    last = max((at for at in range(first, len(pieces)) if bylines[at]), default=None)
    begin = first if last is None else last + 1
    end = next((at for at in range(begin, len(pieces)) if _is_form(text, pieces[at])), len(pieces))
    return _Section(first, end, last is not None)


def _is_prose(text: str, piece: Piece) -> bool:
    """Whether a piece is the article's own text, which comments follow."""
    words = body_of(text, piece)
    return piece.kind is None and is_terminal(words) and count_words(words, 8) >= 8


def _is_form(text: str, piece: Piece) -> bool:
    return piece.kind == "boilerplate" and COMMENT_FORM.match(text, piece.body, piece.end) is not None


def _headed(text: str, pieces: Sequence[Piece], article: int) -> int | None:
    """Behind a line such as «12 comments» under the article; one that recurs is a heading of the article's own."""
    heads = {
        at: body_of(text, pieces[at]) for at in range(article + 1, len(pieces) - 1) if _is_header(text, pieces[at])
    }
    told = Counter(heads.values())
    return next((at + 1 for at, words in heads.items() if told[words] == 1), None)


_TOP: Final = 3
_FEW: Final = 3


def _signed_start(text: str, pieces: Sequence[Piece], bylines: Sequence[Byline | None], article: int) -> int | None:
    """Where no line heads them: at the first name that surely writes here, or at the first of several that «say»."""
    found = [(at, byline) for at in range(article + 1, len(pieces)) if (byline := bylines[at])]
    if not found or (len(found) == 1 and found[0][0] < _TOP and len(pieces) - found[0][0] > _FEW + 1):
        return None  # one name near the top, and much below it: the article's own
    alone = [at for at, byline in found if byline.body >= pieces[at].end]
    asked = len(found) > 1 and any(_is_form(text, piece) for piece in pieces)
    sure = any(byline.sure for _, byline in found)
    return found[0][0] if sure or len(alone) > 1 or asked or _is_crowded(pieces, found) else None


def _is_crowded(pieces: Sequence[Piece], found: Sequence[tuple[int, Byline]]) -> bool:
    """Whether from the first name on several people speak, line by line, and hardly anyone else."""
    own = sum(piece.kind is None for piece in pieces[found[0][0] :])
    return len({byline.name for _, byline in found}) > 1 and len(found) * 2 > own


def _listed_start(text: str, pieces: Sequence[Piece], article: int) -> int | None:
    """Bullets between the article's closing boilerplate and the form that asks for a comment."""
    form = next((at for at, piece in enumerate(pieces) if _is_form(text, piece)), 0)
    first = form
    while first > 0 and pieces[first - 1].kind != "boilerplate":
        first -= 1
    return first if article < first < form and pieces[first].marker == "bullet" else None


def _commented(text: str, pieces: Sequence[Piece], section: _Section) -> Iterator[Piece]:
    number, fresh, speaker = 0, True, ""
    top = next((pieces[at] for at in range(section.first, section.end) if pieces[at].kind is None), None)
    for at in range(section.first, section.end):
        piece = pieces[at]
        if piece.kind is not None:
            yield piece
            continue
        byline = find_byline(text, pieces, at, labels=True) if section.signed else None
        if byline or number == 0 or (not section.signed and _begins(piece, top)):
            number, fresh = number + 1, True
            speaker = speaker_of(byline.name if byline else "", number)
        if byline and byline.body >= piece.end:
            yield replace(piece, kind="credit", marker="")
            continue
        opens = fresh and (byline is not None or not section.signed)
        yield _comment(piece, number, speaker, body=byline.body if byline else piece.body, opens=opens)
        fresh = False


def _begins(piece: Piece, top: Piece | None) -> bool:
    """Whether an unsigned comment begins here: with the first one's bullet, or else with a paragraph at its indent."""
    if top is None or piece.indent > top.indent:
        return False
    return piece.marker == top.marker and piece.sign == top.sign and (bool(top.marker) or piece.gap)


def _comment(piece: Piece, number: int, speaker: str, *, body: int, opens: bool) -> Piece:
    """A piece of a comment; its first words are the comment, its items and quotes are decided later."""
    listed = piece.marker in ("bullet", "number", "letter") and not opens
    owned = replace(piece, body=body, group=number, speaker=speaker)
    if listed:
        return owned
    return replace(owned, kind="comment", marker="" if opens else piece.marker)
