"""Many patterns as one, which tells at once where none of them can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from leica_kb.packs.automaton import PARSER, Automaton, is_folded

_ASCII: Final = frozenset(map(chr, range(128)))
_FLAGS: Final = re.compile(r"\(\?([aimsux]+)\)")


def joined(regexes: Iterable[str]) -> re.Pattern[str]:
    """A pattern that is found in a text where one of the regular expressions is; never, where there are none."""
    ways = [_scoped(regex) for regex in regexes]
    opening = [way for way in ways if _opens_at_edge(way)]
    others = [way for way in ways if way not in opening]
    groups = [rf"\b{_together(opening)}"] * bool(opening) + [_together(others)] * bool(others)
    return re.compile("|".join(groups) or r"(?!)")


def _scoped(regex: str) -> str:
    """The expression with its flags for itself alone: among others they would be no legal pattern."""
    flags = _FLAGS.match(regex)
    return f"(?{flags[1]}:{regex[flags.end() :]})" if flags else regex


def _opens_at_edge(regex: str) -> bool:
    """Whether all that it matches begins at the edge of a word."""
    return [str(part) for part in next(iter(PARSER.parse(regex)))] == ["AT", "AT_BOUNDARY"]


def _together(ways: Sequence[str]) -> str:
    first = frozenset[str]().union(*(_first_characters(way) for way in ways))
    characters = "".join(map(re.escape, sorted(first)))
    return rf"(?=[{characters}\x80-\U0010ffff])(?:{'|'.join(f'(?:{way})' for way in ways)})"


def _first_characters(regex: str) -> frozenset[str]:
    """The characters that a match may begin with, of those in ASCII; of others each is held for possible."""
    automaton = Automaton(_ASCII, folded=is_folded(regex))
    first = automaton.sequence(PARSER.parse(regex)).first
    return frozenset[str]().union(*(automaton.chars[at] for at in first)) & _ASCII
