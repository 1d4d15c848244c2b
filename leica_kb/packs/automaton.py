"""A pattern as its position automaton: the places that match a character, and which may follow which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any, Final, NamedTuple

from leica_kb.errors import KbError

PARSER: Final[Any] = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - Python's own reader of patterns
_WRITTEN_OUT: Final = 3
"""Turns of a repeat that are counted one by one; with more it is taken for a loop, for 16 turns are too many too."""
_PLACES: Final = 600
"""Characters of a pattern, repeats written out."""
_CATEGORIES: Final[Mapping[str, str]] = {
    "DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"
}  # fmt: skip

Chars = frozenset[str]


class EndlessPatternError(KbError):
    """A pattern that some text would keep busy without end, or that matches nothing at all."""


class Part(NamedTuple):
    """A piece of a pattern: in how many ways it matches nothing, and the places where it may begin and end."""

    empty: int = 1
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()


class Automaton:
    """The places of a pattern that match a character, what each matches, and in how many ways one follows another."""

    def __init__(self, alphabet: Chars, *, folded: bool) -> None:
        self._alphabet = alphabet
        self._folded = folded
        self.chars: list[Chars] = []
        self.follow: list[Counter[int]] = []
        self.asides: list[Any] = []
        """What only looks ahead or behind; matched by itself."""

    def sequence(self, items: Iterable[Any]) -> Part:
        """Add the items one behind another."""
        whole = Part()
        for kind, value in items:
            whole = self._joined(whole, self._part(str(kind), value))
        return whole

    def _part(self, kind: str, value: Any) -> Part:
        match kind:
            case "SUBPATTERN" | "ATOMIC_GROUP":
                return self.sequence(value[3] if kind == "SUBPATTERN" else value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "BRANCH":
                ways = [self.sequence(way) for way in value[1]]
                first = tuple(at for way in ways for at in way.first)
                last = tuple(at for way in ways for at in way.last)
                return Part(sum(way.empty for way in ways), first, last)
            case "ASSERT" | "ASSERT_NOT" | "AT":
                self.asides += [value[1]] if kind != "AT" else []
                return Part()
            case "GROUPREF" | "GROUPREF_EXISTS":
                raise EndlessPatternError("it refers back to a group; write out what stands there")
        return self._place(_matched(kind, value, self._alphabet))

    def _place(self, chars: Chars) -> Part:
        if len(self.chars) == _PLACES:
            raise EndlessPatternError(f"it is longer than {_PLACES} characters; divide it into several patterns")
        folded = {c for char in chars for c in (char.lower(), char.upper())} if self._folded else ()
        self.chars.append(chars.union(folded))
        self.follow.append(Counter())
        here = (len(self.chars) - 1,)
        return Part(empty=0, first=here, last=here)

    def _joined(self, left: Part, right: Part) -> Part:
        self._link(left, right)
        return Part(
            left.empty * right.empty, left.first + right.first * left.empty, right.last + left.last * right.empty
        )

    def _link(self, left: Part, right: Part) -> None:
        for end, begin in product(left.last, right.first):
            self.follow[end][begin] += 1

    def _repeated(self, least: int, most: int, body: Sequence[Any]) -> Part:
        whole = Part()
        if most > _WRITTEN_OUT:
            whole = self.sequence(body)
            if whole.empty:
                raise EndlessPatternError("a turn of a repeat may match nothing; let each turn ask for a character")
            self._link(whole, whole)
            return whole._replace(empty=int(least == 0))
        for turn in reversed(range(most)):  # from the last turn on: behind a turn that is left out comes no other
            whole = self._joined(self.sequence(body), whole)
            whole = whole._replace(empty=whole.empty + (turn >= least))
        return whole


def _matched(kind: str, value: Any, alphabet: Chars) -> Chars:
    """Which characters of the alphabet an item matches."""
    match kind:
        case "ANY":
            return alphabet
        case "IN":
            found = frozenset[str]().union(*(_matched(str(k), v, alphabet) for k, v in value if str(k) != "NEGATE"))
            return alphabet - found if str(value[0][0]) == "NEGATE" else found
        case "RANGE":
            return frozenset(char for char in alphabet if value[0] <= ord(char) <= value[1])
        case "CATEGORY":
            sign = _CATEGORIES[str(value).removeprefix("CATEGORY_")]
            return frozenset(char for char in alphabet if re.match(sign, char))
    return alphabet - {chr(value)} if kind == "NOT_LITERAL" else frozenset((chr(value),))


def is_folded(regex: str) -> bool:
    """Whether a pattern, or a part of it, takes capitals and small letters for one."""
    return re.search(r"\(\?[a-z]*i", regex) is not None
