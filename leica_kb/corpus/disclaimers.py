"""Where a document disclaims itself, and the words with which it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.pieces import Piece, body_of
from leica_kb.lang.sentences import split_sentences
from leica_kb.model import Span

_LABEL: Final = re.compile(
    r"\W*(?:(?:legal |general |important )?disclaimers?|(?:full |affiliate )?disclosures?|(?:safe harbou?r"
    r"|forward[- ]looking) statements?"
    r"|editor['’]s (?:disclaimer|warning)|spoiler (?:alert|warning))\s*[:.\-–—]",
    re.IGNORECASE,
)
_DOUBT: Final = (
    r"(?:speculati(?:on|ve)|rumou?rs?|rumou?red|unconfirmed|unverified|hearsay|guess(?:es|work)?|conjecture"
    r"|fiction(?:al)?"
    r"|satir(?:e|ical)|parody|opinions?|hypothetical|unofficial|made up|out of date|outdated|subjective|a joke"
    r"|not (?:been )?(?:independently )?(?:verified|confirmed|fact-?checked)|(?:a |with )?(?:large )?(?:grain"
    r"|pinch) of salt"
    r"|for (?:informational|entertainment|educational|general information)\b"
    r"|not (?:(?:be|to be|constitute|intended|meant|taken|considered) )*(?:as )?(?:financial|legal|investment"
    r"|medical|professional|tax) advice)"
)
_FILLER: Final = (
    r"(?:(?:pure|purely|mostly|largely|entirely|all|just|only|solely|mere|merely|still|highly|based|on|a|an|my"
    r"|our|the|their|own"
    r"|personal|author['’]s|writer['’]s|as|to|be|been|not|taken|considered|treated|regarded|meant|intended"
    r"|provided|simply|work|of"
    r"|at|best|and|or|therefore|currently|presented|strictly)\s+){0,8}?"
)
_IS: Final = (
    rf"(?:is|are|was|were|remains?|be|has|have|contains?|consists? of|constitutes?|represents?"
    rf"|reflects?)\s+{_FILLER}{_DOUBT}"
)
_FAILS: Final = (
    r"(?:(?:may|might|could) (?:not be (?:accurate|complete|correct|current|up to date)|contain (?:errors"
    r"|mistakes|inaccuracies)"
    r"|be (?:wrong|outdated|inaccurate|incomplete))|contains? forward[- ]looking|(?:do"
    r"|does) not (?:necessarily )?(?:reflect|represent)"
    r"|(?:do|does) not constitute|actual results (?:may|could|might) differ)"
)
_WORK: Final = (
    r"(?:(?:this|the (?:following|present|above|below)|our|my|these) (?:\w+ )?(?:article|post|story|page|piece"
    r"|review|text|blog|site|website"
    r"|guide|list|translation|transcript|column|release|document|report|information|content|views?|opinions?"
    r"|statements?|entry)"
    r"|(?:information|content|views?|opinions?|statements?|everything|anything)"
    r"[^.!?]{0,40}\b(?:here|below|above|herein|expressed|in this|on this|contained|that follows|about to read)\b"
    r"|what (?:follows|you (?:are about to )?read))"
)
_VOUCHES: Final = (
    r"(?:(?:cannot|can['’]t|can not|do not|don['’]t|no) (?:guarantee|vouch|verify|warrant|warranty)|grain of salt"
    r"|pinch of salt)"
)
_SELF: Final = re.compile(
    rf"\b{_WORK}\b[^.!?]{{0,80}}?\b(?:{_IS}|{_FAILS})|\b{_VOUCHES}\b[^.!?]{{0,60}}\b{_WORK}\b", re.IGNORECASE
)
_ALL: Final = re.compile(
    rf"\b(?:everything|all(?: (?:of )?(?:this|it))?|anything|most of (?:this|it))\b[^.!?]{{0,30}}?\b{_IS}",
    re.IGNORECASE,
)
_APPEAL: Final = re.compile(
    r"\b(?:keep (?:that|this|it) in mind|bear (?:that|this|it) in mind|please note|be aware|take (?:it|this"
    r"|everything|all of this) with"
    r"|we (?:were|are|have|do|did|ca)n['’]?t|we (?:were|are|have|do|did|can)(?:not| not)|I (?:was|am|have|do|did"
    r"|can)(?:not| not)|I (?:was|have|do|did|ca)n['’]t"
    r"|nor do (?:we|I)|before (?:we|getting|going|diving|reading|you)|unless (?:otherwise|stated|explicitly)"
    r"|must be said|warning)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 2000


def is_disclaimer(words: str) -> bool:
    """Whether a block tells how far the text around it is to be trusted."""
    if len(words) > _LONGEST:
        return False
    return _LABEL.match(words) is not None or _disclaims_itself(words)


def _disclaims_itself(words: str) -> bool:
    """The text names itself as doubtful, or all of it, with a word to its reader."""
    return _SELF.search(words) is not None or (_ALL.search(words) is not None and _APPEAL.search(words) is not None)


def mark_disclaimers(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide the disclaimers among the article's own paragraphs."""
    return [
        replace(piece, kind="disclaimer")
        if piece.kind is None
        and piece.group is None
        and piece.marker in ("", "quote")
        and is_disclaimer(body_of(text, piece))
        else piece
        for piece in pieces
    ]


def find_caveat(text: str, pieces: Sequence[Piece]) -> str | None:
    """The sentence in which the document disclaims itself; None where its disclaimers disclaim something else."""
    for piece in pieces:
        words = body_of(text, piece)
        if piece.kind == "disclaimer" and _disclaims_itself(words):
            for span in split_sentences(text, Span(piece.body, piece.end), wrapped=piece.wrapped):
                if _SELF.search(span.of(text)) or _ALL.search(span.of(text)):
                    return span.of(text)
    return None
