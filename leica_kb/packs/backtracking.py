"""Whether some text would keep a pattern busy without end: told when a pack is loaded, before there is such a text.

Python tries every way in which a pattern can read a text. The ways are counted on the pattern's position automaton: a
loop that reads one text in two ways doubles them with each turn, loops in a row that can read the same multiply them
(Weber and Seidl, On the degree of ambiguity of finite automata, 1991).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final, NamedTuple

from leica_kb.errors import KbError

_parser: Final[Any] = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - Python's own reader of patterns
_WRITTEN_OUT: Final = 3
"""Turns of a repeat that are counted one by one; with more it is taken for a loop, for 16 turns are too many too."""
_PLACES: Final = 600
"""Characters of a pattern, repeats written out."""
_LONGEST: Final = 10_000
"""Characters of a pattern as it is written: a class names several for one place, but not that many."""
_STEPS: Final = 500_000
"""Steps of the check itself, which must end too; the most intricate shipped pattern takes a quarter."""
_KINDS: Final = "aZ0_ \n-.,'’é٣日"
"""One character of each kind that a class may name."""
_CATEGORIES: Final[Mapping[str, str]] = {
    "DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"
}  # fmt: skip

Chars = frozenset[str]


class EndlessPatternError(KbError):
    """A pattern that some text would keep busy without end, or that matches nothing at all."""


def check_pattern(regex: str) -> None:
    """Raise EndlessPatternError for a pattern whose work grows out of proportion to the text."""
    if len(regex) > _LONGEST:
        raise EndlessPatternError(f"it is longer than {_LONGEST:,} characters; divide it into several patterns")
    parsed = _parser.parse(regex)
    if parsed.getwidth()[0] == 0:
        raise EndlessPatternError("it may match no character at all; let it ask for one")
    alphabet = frozenset((*_KINDS, *_codes(parsed)))
    todo: list[Any] = [parsed]
    while todo:
        automaton = _Automaton(alphabet, folded=re.search(r"\(\?[a-z]*i", regex) is not None)
        automaton.sequence(todo.pop())
        todo += automaton.asides
        _Ways(automaton).check()


def _codes(tree: Any) -> Iterator[str]:
    """Every character that a parsed pattern names, and its neighbours: among them all its classes differ."""
    if isinstance(tree, int) and tree < 0x10FFFF:
        yield from map(chr, range(max(0, tree - 1), tree + 2))
    elif isinstance(tree, tuple | list | _parser.SubPattern):
        for part in tree:
            yield from _codes(part)


class _Part(NamedTuple):
    """A piece of a pattern: in how many ways it matches nothing, and the places where it may begin and end."""

    empty: int = 1
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()


class _Automaton:
    """The places of a pattern that match a character, what each matches, and in how many ways one follows another."""

    def __init__(self, alphabet: Chars, *, folded: bool) -> None:
        self._alphabet = alphabet
        self._folded = folded
        self.chars: list[Chars] = []
        self.follow: list[Counter[int]] = []
        self.asides: list[Any] = []
        """What only looks ahead or behind; matched by itself."""

    def sequence(self, items: Iterable[Any]) -> _Part:
        """Add the items one behind another."""
        whole = _Part()
        for kind, value in items:
            whole = self._joined(whole, self._part(str(kind), value))
        return whole

    def _part(self, kind: str, value: Any) -> _Part:
        match kind:
            case "SUBPATTERN" | "ATOMIC_GROUP":
                return self.sequence(value[3] if kind == "SUBPATTERN" else value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "BRANCH":
                ways = [self.sequence(way) for way in value[1]]
                first = tuple(at for way in ways for at in way.first)
                last = tuple(at for way in ways for at in way.last)
                return _Part(sum(way.empty for way in ways), first, last)
            case "ASSERT" | "ASSERT_NOT" | "AT":
                self.asides += [value[1]] if kind != "AT" else []
                return _Part()
            case "GROUPREF" | "GROUPREF_EXISTS":
                raise EndlessPatternError("it refers back to a group; write out what stands there")
        return self._place(_matched(kind, value, self._alphabet))

    def _place(self, chars: Chars) -> _Part:
        if len(self.chars) == _PLACES:
            raise EndlessPatternError(f"it is longer than {_PLACES} characters; divide it into several patterns")
        folded = {c for char in chars for c in (char.lower(), char.upper())} if self._folded else ()
        self.chars.append(chars.union(folded))
        self.follow.append(Counter())
        here = (len(self.chars) - 1,)
        return _Part(empty=0, first=here, last=here)

    def _joined(self, left: _Part, right: _Part) -> _Part:
        self._link(left, right)
        return _Part(
            left.empty * right.empty, left.first + right.first * left.empty, right.last + left.last * right.empty
        )

    def _link(self, left: _Part, right: _Part) -> None:
        for end, begin in product(left.last, right.first):
            self.follow[end][begin] += 1

    def _repeated(self, least: int, most: int, body: Sequence[Any]) -> _Part:
        whole = _Part()
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


class _Ways:
    """In how many ways an automaton reads a text."""

    def __init__(self, automaton: _Automaton) -> None:
        self._chars, self._follow = automaton.chars, automaton.follow
        self._reach = [self._reached(at) for at in range(len(self._chars))]
        self._loops = [at for at, reached in enumerate(self._reach) if at in reached]
        self._left = _STEPS

    def check(self) -> None:
        """Raise where they double with each turn of a loop, or where too many loops in a row share them."""
        if any(self._doubles(at) for at in self._loops):
            raise EndlessPatternError(
                "turns of a repeat can be read in two ways; bound it ({0,2} for *, {1,2} for +), or let each turn "
                "begin with a character that it has nowhere else"
            )
        pairs = [
            (p, q) for p in self._loops for q in self._reach[p] if p not in self._reach[q] and self._multiply(p, q)
        ]
        # two in a row grow with the length of what they read and are let pass, three with its square
        shared = {at for p, _ in pairs for at in self._reach[p] if p in self._reach[at]}
        if any(q in shared for _, q in pairs):
            raise EndlessPatternError("three repeats in a row can read the same; bound one: {0,3} for *, {1,3} for +")

    def _reached(self, start: int) -> frozenset[int]:
        found: set[int] = set()
        todo = [start]
        while todo:
            new = self._follow[todo.pop()].keys() - found
            found |= new
            todo += new
        return frozenset(found)

    def _steps(self, places: tuple[int, ...], goals: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Where readers at these places may all go with one character, each on a way to its goal."""
        ways = (
            [to for to in self._follow[at] if goal in self._reach[to]] for at, goal in zip(places, goals, strict=True)
        )
        for after in product(*ways):
            self._left -= 1
            if not self._left:
                raise EndlessPatternError("it is too intricate to be judged; divide it into several patterns")
            if frozenset.intersection(*(self._chars[at] for at in after)):
                yield after

    def _doubles(self, start: int) -> bool:
        """Whether two readers who part within the loop can meet again in it."""
        seen: set[tuple[int, ...]] = set()
        todo: list[tuple[int, ...]] = [(start, start)]
        while todo:
            pair = todo.pop()
            for after in self._steps(pair, (start, start)):
                if after[0] != after[1]:
                    todo += {after} - seen
                    seen.add(after)
                elif pair[0] != pair[1] or self._follow[pair[0]][after[0]] > 1:
                    return True
        return False

    def _multiply(self, p: int, q: int) -> bool:
        """Whether some text leads from a place to itself, to one in a later loop, and from there to itself again."""
        if q not in self._reach[p] or p in self._reach[q]:
            return False
        seen: set[tuple[int, ...]] = set()
        todo: list[tuple[int, ...]] = [(p, p, q)]
        while todo and (p, q, q) not in seen:
            for after in self._steps(todo.pop(), (p, q, q)):
                todo += {after} - seen
                seen.add(after)
        return (p, q, q) in seen
