"""Which differences of typing are none: the one spelling of each character that two typings of the same words share.

Folded: white space, quote marks, dashes, ligatures, presentation and width forms, soft hyphens and zero-width signs.
Kept apart: everything that can carry a fact, such as case, accents, raised digits (10² is not 102) and fractions.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

DASH: Final = "-"
SPACE: Final = " "

JOINER: Final = "\u200d"
SOFT_HYPHEN: Final = "\u00ad"
DOUBLED: Final = ("''", "``")
"""Two single marks that stand for a double one."""
DASHES: Final = "\\-‐‑‒–—―−⁃⸺⸻﹘﹣－"
"""Hyphens, dashes and the minus sign, as the inside of a character class."""
_DOUBLE_QUOTES: Final = frozenset('"“”„‟«»″〝〞＂❝❞⹂')
_SINGLE_QUOTES: Final = frozenset("'‘’‚‛‹›`´′ʼʻʹ＇❛❜")
_LETTERS: Final = {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
_DROPPED: Final = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
_KEPT_FORMS: Final = frozenset({"<super>", "<sub>", "<circle>", "<fraction>"})


@cache
def class_of_marks() -> str:
    """Every character that is ordered by its combining class, as the inside of a character class."""
    marks = [c for c in range(0x300, 0x1F000) if unicodedata.combining(chr(c))]
    starts = [c for c in marks if not unicodedata.combining(chr(c - 1))]
    ends = [c for c in marks if not unicodedata.combining(chr(c + 1))]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


@cache
def fold_char(char: str) -> str:
    """The shared spelling of one character: a space for white space, nothing for what cannot be seen."""
    if char.isspace():
        return SPACE
    if char in _DROPPED:
        return ""
    if char in DASHES and char != "\\":
        return DASH
    if char in _DOUBLE_QUOTES:
        return '"'
    if char in _SINGLE_QUOTES:
        return "'"
    return _LETTERS.get(char) or _decompose(char)


def fold_cluster(cluster: str) -> str:
    """The shared spelling of a character with the marks that follow it."""
    folded = "".join(map(fold_char, cluster))
    return folded if folded.isascii() else unicodedata.normalize("NFD", folded)


def is_mark(char: str) -> bool:
    """Whether the character modifies the one before it and is ordered by its combining class."""
    return unicodedata.combining(char) != 0


def is_pictograph(char: str) -> bool:
    """Whether the character is a picture, which a zero-width joiner binds to the next one."""
    return unicodedata.category(char) in ("So", "Sk")


def is_tight(char: str) -> bool:
    """Whether white space beside the character says nothing: punctuation, currency and degree signs."""
    return unicodedata.category(char)[0] == "P" or unicodedata.category(char) == "Sc" or char in "°`´"


def _decompose(char: str) -> str:
    canonical = unicodedata.normalize("NFD", char)
    if canonical != char:
        return "".join(map(fold_char, canonical))
    form, _, codes = unicodedata.decomposition(char).partition(" ")
    if not form.startswith("<"):
        return char
    parts = "".join(chr(int(code, 16)) for code in codes.split())
    if form in _KEPT_FORMS and (form == "<fraction>" or any(not p.isalpha() for p in parts)):
        return char
    return "".join(map(fold_char, parts))
