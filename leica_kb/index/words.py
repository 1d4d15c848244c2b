"""When two written words are one: pieces of a text, their stems, and the key under which a name is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from leica_kb.lang.tokens import fold

PIECE: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS: Final = ("'s", "'re", "'ll", "'d", "'ve", "'m")
_VOWEL: Final = re.compile(r"[aeiouy]")
_DOUBLE: Final = re.compile(r"([bdfgmnprt])\1$")

IRREGULAR: Final = {
    form: base
    for base, forms in {
        "make": "made maker makers",
        "own": "owner owners",
        "use": "user users",
        "build": "built",
        "sell": "sold sale sales",
        "buy": "bought",
        "take": "took taken",
        "grind": "ground",
        "go": "went gone goes",
        "come": "came",
        "found": "founder founders",
        "hold": "held",
        "run": "ran",
        "lead": "led",
        "say": "said",
        "tell": "told",
        "think": "thought",
        "write": "wrote written",
        "know": "knew known",
        "begin": "began begun",
        "give": "gave given",
        "keep": "kept",
        "leave": "left",
        "lose": "lost",
        "pay": "paid",
        "send": "sent",
        "see": "saw seen",
        "get": "got gotten",
        "grow": "grew grown",
        "choose": "chose chosen",
        "produce": "production",
        "lens": "lenses lense",
        "new": "news",
        "person": "people",
        "weigh": "weight",
        "partner": "partnership",
        "series": "series",
        "colour": "color colors coloration",
        "aluminium": "aluminum",
        "centre": "center",
        "licence": "license licensing licensed",
        "guarantee": "guaranty",
    }.items()
    for form in forms.split()
}


class Piece(NamedTuple):
    """One run of letters and digits of a text, folded, without possessive or contracted endings."""

    text: str
    start: int
    end: int
    negated: bool = False
    """It carried ``n't``."""


def find_pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text with the places where they stand; ``M-11`` is two, ``isn't`` is a negated ``is``."""
    return tuple(_piece(m[0], m.start(), m.end()) for m in PIECE.finditer(text))


def _piece(raw: str, start: int, end: int) -> Piece:
    word = fold(raw)
    if word.endswith("n't"):
        return Piece({"won't": "will", "can't": "can"}.get(word, word[:-3]), start, end, negated=True)
    for ending in _ENDINGS:
        word = word.removesuffix(ending)
    return Piece(word.replace("'", ""), start, end)


def words_of(text: str) -> tuple[str, ...]:
    """The folded pieces of a text."""
    return tuple(piece.text for piece in find_pieces(text))


def key_of(text: str) -> str:
    """The key of a name, blind to case, accents, spaces, hyphens and possessives: ``Leica M-11`` is ``leicam11``."""
    return "".join(words_of(text))


def loose_key(words: Iterable[str]) -> str:
    """The key of a name's words without their plural endings: *Leicas lens* and *Leica lenses* share it."""
    return "".join(word if len(word) < 3 else singular(word) for word in words)


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text's pieces, in order."""
    return tuple(stem(word) for word in words_of(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What is left of a folded English word without its inflection; equal stems count as the same word.

    A light stemmer with the commonest irregular forms; nothing that holds a digit is touched.
    """
    if not word.isalpha():
        return word
    base = _without_plural(IRREGULAR.get(word, word))
    base = _without_inflection(IRREGULAR.get(base, base))
    base = _without_inflection(base)
    if len(base) > 3 and base.endswith("y"):
        base = base[:-1] + "i"
    return base[:-1] if len(base) > 3 and base.endswith("e") else base


def singular(word: str) -> str:
    """A folded noun without its plural ending."""
    return _without_plural(word)


def _without_plural(word: str) -> str:
    if len(word) <= 3 or word in {"lens", "series"}:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_inflection(word: str) -> str:
    word = re.sub(r"is(?=(e|ed|er|ing|ation)$)", "iz", word) if len(word) > 6 else word
    for suffix, least in (
        ("ization", 3),
        ("ically", 3),
        ("ing", 3),
        ("ed", 3),
        ("er", 4),
        ("ment", 4),
        ("ly", 5),
        ("ion", 5),
    ):
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= least and _VOWEL.search(rest):
            return (
                rest + {"ization": "iz", "ically": "ic"}[suffix]
                if suffix in {"ization", "ically"}
                else _DOUBLE.sub(r"\1", rest)
            )
    return word
