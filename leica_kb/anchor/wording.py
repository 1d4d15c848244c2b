"""Shows how two wordings differ, word by word, and what of that carries a fact."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import Levenshtein

from leica_kb.anchor.words import fold_words
from leica_kb.lang.protected import differing

_PIECE: Final = re.compile(r"\w+(?:['’.,&/-]\w+)*|[^\w\s]")
_SHOWN: Final = 4
"""Unchanged words kept either side of a change."""
_MOST_PIECES: Final = 1000


def diff_words(old: str, new: str) -> str:
    """Both wordings in one line: ``sold [-5-]{+7+} million``; long stretches without change become «…»."""
    left, right = _PIECE.findall(old)[:_MOST_PIECES], _PIECE.findall(new)[:_MOST_PIECES]
    parts = []
    for op in Levenshtein.opcodes(left, right):
        gone, came = left[op.src_start : op.src_end], right[op.dest_start : op.dest_end]
        if op.tag == "equal":
            is_edge = op.src_start == 0, op.src_end == len(left)
            parts.append(" ".join(_elide(gone, at_start=is_edge[0], at_end=is_edge[1])))
            continue
        parts.append((f"[-{' '.join(gone)}-]" if gone else "") + ("{+" + " ".join(came) + "+}" if came else ""))
    return " ".join(parts)


def tell_difference(old: str, new: str) -> str:
    """The differing protected tokens by name, or that there is none among the changed words."""
    named = "; ".join(map(str, differing(old, new)))
    if named:
        return named
    if fold_words(old) == fold_words(new):
        return "only punctuation or capitals differ"
    return "the words differ; no number, unit, money, date, name, negation, quantifier or modal among them"


def _elide(words: list[str], *, at_start: bool, at_end: bool) -> list[str]:
    head = [] if at_start else words[:_SHOWN]
    tail = [] if at_end else words[-_SHOWN:]
    return words if len(words) <= len(head) + len(tail) + 1 else [*head, "…", *tail]
