"""Words and their spans, and the folding under which two spellings of a name are one."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from leica_kb.model import Span

WORD: Final = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*", re.UNICODE)
"""A word with its inner apostrophes, hyphens, points and slashes (M11-P, f/2, U.S)."""

_QUOTES: Final = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def find_words(text: str, start: int = 0) -> tuple[Span, ...]:
    """The words of a text; offsets are moved by ``start``."""
    return tuple(Span(m.start() + start, m.end() + start) for m in WORD.finditer(text))


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quotes, dashes and single spaces."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def slug(text: str) -> str:
    """The text as an entity id: folded, everything but letters, digits and decimal points turned into hyphens."""
    greek = text.replace("α", "a").replace("Α", "A")
    return re.sub(
        r"(?:[^a-z0-9.]|(?<![0-9])\.|\.(?![0-9]))+", "-", fold(greek).replace("'s ", " ").replace("'", "")
    ).strip("-")
