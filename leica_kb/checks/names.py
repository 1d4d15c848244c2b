"""Where a name that nobody declared belongs: «Leica Summarit lenses» are Leica lenses, an «M11-P» is an M11."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from leica_kb.model import Vocabulary

LINE_WORDS: Final = frozenset({"series", "system", "line", "family", "range", "models", "cameras"})
NO_KIND: Final = frozenset({"non", "no", "fake", "counterfeit", "hypothetical", "imaginary", "future", "former"})
"""Words that make a name one of something else."""
BY_NAME: Final = "by its name"
"""What a finding says of such a place in the hierarchy, instead of the file that declares it."""
Words = tuple[str, ...]


class NameBook:
    """The declared classes and lines, ready to be asked where an undeclared id belongs."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._classes: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        self._lines: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for entity in sorted(vocabulary.entities):
            words, kind = words_of(entity), vocabulary.entities[entity].type
            if kind == "product_class":
                self._classes[words[-1]].append((words, entity))
            elif kind == "product_line" and has_number(stem := stem_of(entity)):
                self._lines[stem[0]].append((stem, entity))

    def place(self, entity: str) -> str | None:
        """The narrowest declared class or line that the id's words put it into."""
        words = words_of(entity)
        classes = [found for found in self._classes.get(words[-1], ()) if _holds_words(words, found[0])]
        lines = [found for found in self._lines.get(words[0], ()) if words[: len(found[0])] == found[0]]
        return _narrowest(classes) or _narrowest(lines)

    def is_class(self, entity: str) -> bool:
        """Whether the id ends as declared classes do: «Hasselblad lenses»."""
        return len(words_of(entity)) > 1 and words_of(entity)[-1] in self._classes


def are_one_name(left: str, right: str) -> bool:
    """Whether one id only says more of the other's name: «Sony Semiconductor» of Sony, «Dr Lee» of Lee."""
    short, long = sorted((words_of(left), words_of(right)), key=len)
    return short in (long[: len(short)], long[len(long) - len(short) :])


def words_of(entity: str) -> Words:
    """The words of an id or name."""
    return tuple(entity.casefold().replace("-", " ").split()) or ("",)


def stem_of(name: str) -> Words:
    """The words of a line's name without those that only say that it is one: «M11 series» → m11."""
    return tuple(word for word in words_of(name) if word not in LINE_WORDS) or ("",)


def has_number(words: Words) -> bool:
    """Whether a generation is named: «M11», not «M»."""
    return any(sign.isdigit() for word in words for sign in word)


def _holds_words(words: Words, part: Words) -> bool:
    """Whether all words of the part stand in the words, in order, with more beside them."""
    rest = iter(words)
    if not NO_KIND.isdisjoint(words):
        return False
    return len(part) < len(words) and all(word in rest for word in part)


def _narrowest(found: Sequence[tuple[Words, str]]) -> str | None:
    return max(found, key=lambda one: (len(one[0]), one[1]))[1] if found else None
