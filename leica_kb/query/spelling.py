"""Words that nobody knows → the known word that was most likely meant; never a word with a digit, never a short one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import Final

from leica_kb.index.words import singular, stem
from leica_kb.query.grammar import FILLERS, LISTING, QUESTION_WORDS, TYPOS

SHORT: Final = 4
"""Letters below which a word is only ever taken for a slip in a question's own words."""

TIES: Final = 3
"""Equally near words that are tried."""


def allowed_edits(word: str) -> int:
    """How many edits may lie between a misspelt word and the one that was meant."""
    length = len(word)
    return 0 if length < SHORT else 1 if length < 7 else 2


def is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word needs no correction: English glue, part of a name or a cue, or a word of some claim."""
    if word in FILLERS or word in LISTING or not word.isalpha():
        return True
    root = stem(word)
    if connection.execute("SELECT 1 FROM name_word WHERE word = ? OR stem = ?", (word, root)).fetchone():
        return True
    if len(root) < SHORT and root != word:
        return False
    return bool(connection.execute("SELECT 1 FROM claim_word WHERE term = ?", (root,)).fetchone())


def correct(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The known words that a misspelt one may stand for, equally near ones together; none where none is near."""
    if word in TYPOS:
        return (TYPOS[word],)
    if not word.isalpha():
        return ()
    if len(word) < SHORT:
        return tuple(short for short in QUESTION_WORDS if _is_slip(word, short))[:1]
    edits = allowed_edits(word)
    for spelled in dict.fromkeys((word, singular(word))):
        if found := _nearest(spelled, _name_words(connection, spelled, edits), edits):
            return found
    if glue := sorted(filler for filler in FILLERS if abs(len(filler) - len(word)) < 2 and _is_slip(word, filler)):
        return tuple(glue[:1])
    root = stem(word)
    return _nearest(root, _claim_words(connection, root, edits), min(edits, allowed_edits(root)))


def _is_slip(word: str, short: str) -> bool:
    """Whether one letter was left out or doubled, or two were swapped."""
    left_out = any(short[:at] + short[at + 1 :] == word for at in range(len(short)))
    doubled = any(short[:at] + short[at : at + 1] + short[at:] == word for at in range(len(short)))
    return (
        left_out
        or doubled
        or any(short[:at] + short[at : at + 2][::-1] + short[at + 2 :] == word for at in range(len(short) - 1))
    )


def _name_words(connection: sqlite3.Connection, word: str, edits: int) -> Iterable[str]:
    rows = connection.execute(
        "SELECT word FROM name_word WHERE length(word) BETWEEN ? AND ? AND length(word) >= 4 ORDER BY word",
        (len(word) - edits, len(word) + edits),
    )
    return (row[0] for row in rows if row[0].isalpha())


def _claim_words(connection: sqlite3.Connection, root: str, edits: int) -> Iterable[str]:
    """Stems of the claims' own words with the same first letter."""
    first = root[:1]
    rows = connection.execute(
        "SELECT term FROM claim_word WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? ORDER BY term",
        (first, chr(ord(first) + 1), max(4, len(root) - edits), len(root) + edits),
    )
    return (row[0] for row in rows if row[0].isalpha())


def _looks_alike(word: str, candidate: str) -> bool:
    """Two edits count only between words that begin alike, short ones also ending alike."""
    return word[0] == candidate[0] and (len(word) > 7 or (word[:2], word[-1]) == (candidate[:2], candidate[-1]))


def _begins_alike(word: str, candidate: str) -> bool:
    """A short word's first letter is left out, doubled or swapped, hardly ever another: *vegan* is not *began*."""
    same = word[0] == candidate[0] or word[:2] == candidate[1::-1] or _sound(word)[0] == _sound(candidate)[0]
    return same or len(word) > 6 or word in candidate or candidate in word


def _sound(word: str) -> str:
    """The word as it is heard, roughly: soft c as s, hard c as k, ph as f, doubled letters once."""
    heard = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k").replace("ph", "f").replace("z", "s").replace("qu", "kw")
    return re.sub(r"(.)\1", r"\1", heard)


def _nearest(word: str, candidates: Iterable[str], edits: int) -> tuple[str, ...]:
    """The nearest candidates, those that sound or else begin alike if any do, by alphabet."""
    from rapidfuzz.distance import OSA

    found: dict[tuple[float, bool, bool], list[str]] = {}
    sound = _sound(word)
    for candidate in candidates:
        distance = OSA.distance(word, candidate, score_cutoff=edits)
        if distance <= edits and (_begins_alike(word, candidate) if distance <= 1 else _looks_alike(word, candidate)):
            nearness = (distance, sound != _sound(candidate), candidate[0] != word[0])
            found.setdefault(nearness, []).append(candidate)
    return tuple(found[min(found)][:TIES]) if found else ()
