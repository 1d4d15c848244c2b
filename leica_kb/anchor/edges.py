"""The words that a quote's edges cut: "M1" does not stand in "M11", nor "5 million" in "1.5 million"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from leica_kb.model import Span
from leica_kb.model.claim import CONTEXT

_ZERO_WIDTH_JOINER: Final = "\u200d"
_SOFT_HYPHEN: Final = "\u00ad"
_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # radicals, kana, ideographs
    (0xF900, 0xFAFF),
    (0xFF65, 0xFF9F),  # half-width kana
    (0x20000, 0x3FFFF),
)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_NUMBER_BEFORE: Final = re.compile(r"[\d.,]*\d[.,]\Z")
_NUMBER_AFTER: Final = re.compile(r"[.,]\d[\d.,]*")
_INNER: Final = "-‐‑'’/&"
"""Signs that join two halves of one word when nothing else stands between them (M10-P, Leica's, f/2)."""


def is_unspaced(char: str) -> bool:
    """Whether the script of the character writes words without spaces between them."""
    code = ord(char)
    return code >= 0x0E00 and any(low <= code <= high for low, high in _UNSPACED)


@lru_cache(maxsize=4096)
def joins(char: str) -> bool:
    """Whether the character belongs to the same word as a letter or digit beside it."""
    if char.isalnum():
        return not is_unspaced(char)
    return (
        char in (_ZERO_WIDTH_JOINER, _SOFT_HYPHEN, "_")
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def cut_before(quote: str, before: str) -> str:
    """The part of a word or number that stands left of the quote's first character and belongs to it."""
    if not quote or not joins(quote[0]):
        return ""
    number = _NUMBER_BEFORE.search(before) if quote[0].isdigit() else None
    if number:
        return number.group()
    at = _run_back(before, len(before))
    if at == len(before) and at > 1 and before[at - 1] in _INNER and before[at - 2].isalnum():
        at = _run_back(before, at - 1)
    return before[at:]


def cut_after(quote: str, after: str) -> str:
    """The part of a word or number that stands right of the quote's last character and belongs to it."""
    if not quote or not after:
        return ""
    if not joins(quote[-1]):
        at = _run_on(after, 0, marks_only=True)
        return after[:at]
    number = _NUMBER_AFTER.match(after) if quote[-1].isdigit() else None
    if number:
        return number.group()
    at = _run_on(after, 0)
    if at == 0 and after[0] in _INNER and len(after) > 1 and after[1].isalnum():
        at = _run_on(after, 1)
    return after[:at]


def same_cuts(quote: str, before: str, after: str, text: str, span: Span) -> bool:
    """Whether the words at the quote's edges are cut in the text as they were cut in its stored context."""
    left = text[max(0, span.start - CONTEXT) : span.start]
    right = text[span.end : span.end + CONTEXT]
    if cut_before(quote, before) == cut_before(quote, left) and cut_after(quote, after) == cut_after(quote, right):
        return True
    before, after, left, right = (c.translate(_DASHES) for c in (before, after, left, right))
    return cut_before(quote, before) == cut_before(quote, left) and cut_after(quote, after) == cut_after(quote, right)


def _run_back(text: str, at: int) -> int:
    while at > 0 and joins(text[at - 1]):
        at -= 1
    return at


def _run_on(text: str, at: int, *, marks_only: bool = False) -> int:
    while at < len(text) and joins(text[at]) and not (marks_only and text[at].isalnum()):
        at += 1
    return at
