"""The model's dictionary: whether a word is listed there as a noun, an adjective, a verb or an adverb."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from leica_kb.extract.parsing.parser import load_parser


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    """The nouns, adjectives, verbs or adverbs by which the model's lemmatizer tells inflected words from others."""
    pipe: Any = load_parser().get_pipe("lemmatizer")
    return frozenset(pipe.lookups.get_table("lemma_index")[kind])


@lru_cache(maxsize=4096)
def in_dictionary(word: str, kinds: tuple[str, ...] = ("noun", "adj", "verb")) -> bool:
    """Whether a word stands in the dictionary: with a capital in front of a sentence it need be no name."""
    low = word.lower()
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), re.sub("ies$", "y", low)}
    return not all(forms.isdisjoint(_words(kind)) for kind in kinds)
