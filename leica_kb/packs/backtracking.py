"""Whether some text would keep a pattern busy without end: told when a pack is loaded, before there is such a text.

Python tries every way in which a pattern can read a text. The ways are counted on the pattern's position automaton: a
loop that reads one text in two ways doubles them with each turn, loops in a row that can read the same multiply them
(Weber and Seidl, On the degree of ambiguity of finite automata, 1991).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Final

from leica_kb.packs.automaton import PARSER, Automaton, EndlessPatternError, is_folded

_LONGEST: Final = 10_000
"""Characters of a pattern as it is written: a class names several for one place, but not that many."""
_STEPS: Final = 500_000
"""Steps of the check itself, which must end too; the most intricate shipped pattern takes a quarter."""
_KINDS: Final = "aZ0_ \n-.,'’é٣日"
"""One character of each kind that a class may name."""


def check_pattern(regex: str) -> None:
    """Raise EndlessPatternError for a pattern whose work grows out of proportion to the text."""
    if len(regex) > _LONGEST:
        raise EndlessPatternError(f"it is longer than {_LONGEST:,} characters; divide it into several patterns")
    parsed = PARSER.parse(regex)
    if parsed.getwidth()[0] == 0:
        raise EndlessPatternError("it may match no character at all; let it ask for one")
    alphabet = frozenset((*_KINDS, *_codes(parsed)))
    todo: list[Any] = [parsed]
    while todo:
        automaton = Automaton(alphabet, folded=is_folded(regex))
        automaton.sequence(todo.pop())
        todo += automaton.asides
        _Ways(automaton).check()


def _codes(tree: Any) -> Iterator[str]:
    """Every character that a parsed pattern names, and its neighbours: among them all its classes differ."""
    if isinstance(tree, int) and tree < 0x10FFFF:
        yield from map(chr, range(max(0, tree - 1), tree + 2))
    elif isinstance(tree, tuple | list | PARSER.SubPattern):
        for part in tree:
            yield from _codes(part)


class _Ways:
    """In how many ways an automaton reads a text."""

    def __init__(self, automaton: Automaton) -> None:
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
