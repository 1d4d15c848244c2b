"""A text as its words alone, with every character of it mapped back to where it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from leica_kb.anchor.edges import is_unspaced
from leica_kb.anchor.folding import (
    DASH,
    DASHES,
    DOUBLED,
    JOINER,
    SOFT_HYPHEN,
    SPACE,
    class_of_marks,
    fold_char,
    fold_cluster,
    is_mark,
    is_pictograph,
    is_tight,
)
from leica_kb.model import Span

_SHORT: Final = 4096
_ASCII_WORDS: Final = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
Run = tuple[str, int, int]
"""A piece of the folded text, where it begins in the original and where it ends there; -1: it maps one to one."""


@cache
def _unit_pattern() -> re.Pattern[str]:
    soft_break = rf"{SOFT_HYPHEN}[ \t]*(?:\r\n|[\n\r])[ \t]*"
    return re.compile(
        rf"{soft_break}|{SOFT_HYPHEN}|[{DASHES}]+|''|``|.[{class_of_marks()}]*(?:\ufe0f?{JOINER})?", re.DOTALL
    )


class NormalText:
    """The folded text in runs: plain runs map one to one, all others come from one unit (cluster) of the original."""

    __slots__ = ("_ends", "_olds", "_starts", "text")

    def __init__(self, original: str) -> None:
        self._starts: list[int] = []  # where each run begins in the folded text
        self._olds: list[int] = []  # where it begins in the original
        self._ends: list[int] = []  # where it ends in the original; -1 for a plain run, which maps one to one
        parts: list[str] = []
        at = 0
        for folded, start, end in _runs(original):
            self._starts.append(at)
            self._olds.append(start)
            self._ends.append(end)
            parts.append(folded)
            at += len(folded)
        self.text = "".join(parts)

    def to_original(self, span: Span) -> Span | None:
        """The original's span, or None where an edge falls inside a ligature or a letter with its accents."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        start = self._edge(first, span.start, self._olds[first], is_end=False)
        end = self._edge(last, span.end, self._ends[last], is_end=True)
        return None if start is None or end is None else Span(start, end)

    def _edge(self, run: int, at: int, edge: int, *, is_end: bool) -> int | None:
        if self._ends[run] < 0:
            return self._olds[run] + at - self._starts[run]
        limit = self._starts[run]
        if is_end:
            limit = self._starts[run + 1] if run + 1 < len(self._starts) else len(self.text)
        return edge if at == limit else None


def normalise(text: str) -> str:
    """The text as its words alone; two texts that differ by typing only are equal under it."""
    return NormalText(text).text.strip()


def _runs(text: str) -> Iterator[Run]:
    writer = _Writer()
    at = 0
    for match in _plain_pattern(text).finditer(text):
        start, end = match.span()
        if start > at:
            yield from writer.rough(text, at, start)
        if end < len(text) and is_mark(text[end]):
            end -= 1  # the last letter goes with its marks
        if end > start:
            yield from writer.flush(text[start])
            yield match.group()[: end - start], start, -1
            writer.last = match.group()[max(0, end - start - 2) : end - start]
        at = end
    yield from writer.rough(text, at, len(text))


def _plain_pattern(text: str) -> re.Pattern[str]:
    """Matches words, and words joined by single spaces, all of whose characters fold to themselves."""
    if len(text) < _SHORT or text.isascii():
        return _ASCII_WORDS  # reading the characters first would not pay
    chars = sorted(c for c in set(text) if c.isalnum() and fold_char(c) == c and not is_mark(c))
    spaced = "".join(map(re.escape, (c for c in chars if not is_unspaced(c))))
    unspaced = "".join(map(re.escape, (c for c in chars if is_unspaced(c))))
    words = [f"[{spaced}]+(?: [{spaced}]+)*"] if spaced else []
    return re.compile("|".join([*words, *([f"[{unspaced}]+"] if unspaced else [])]) or r"(?!)")


class _Writer:
    """Folds the stretches between plain words; decides about white space when it knows both of its neighbours."""

    __slots__ = ("gap", "last")

    def __init__(self) -> None:
        self.last = ""  # the last two folded characters that were written
        self.gap: tuple[int, int] | None = None  # white space seen since

    def rough(self, text: str, start: int, end: int) -> Iterator[Run]:
        """The folded pieces of one stretch."""
        for low, high, folded in _units(text, start, end):
            if folded == SPACE:
                self.gap = (self.gap[0] if self.gap else low, high)
            elif folded:
                shown = self._quote_mark(folded)
                yield from self.flush(folded[0])
                yield shown, low, high
                self.last = (self.last + shown)[-2:]

    def flush(self, following: str) -> Iterator[Run]:
        """The pending white space, where it says anything between what was written and what follows."""
        gap, self.gap = self.gap, None
        if gap and self.last and not self._is_idle(following):
            yield SPACE, *gap
            self.last = (self.last + SPACE)[-2:]

    def _quote_mark(self, folded: str) -> str:
        is_prime = self.gap is None and self.last[-1:].isdigit()  # 5" is not 5'
        return "'" if folded == '"' and not is_prime else folded

    def _is_idle(self, following: str) -> bool:
        last = self.last[-1]
        if last in ".,:/'" and following.isdigit() and self.last[:1].isdigit():
            return False  # "1, 000" is not 1,000
        return is_tight(last) or is_tight(following) or (is_unspaced(last) and is_unspaced(following))


def _units(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What folds as one: a soft line break, a run of dashes, a doubled quote mark, a letter with its marks."""
    for match in _unit_pattern().finditer(text, start, end):
        low, high = match.span()
        unit = match.group()
        if unit in DOUBLED:
            yield low, high, '"'
        elif unit[0] == SOFT_HYPHEN:
            continue
        elif fold_char(unit[0]) == DASH:
            yield low, high, DASH
        elif unit[-1] == JOINER and is_pictograph(unit[0]):
            yield low, high, fold_cluster(unit) + JOINER
        else:
            yield low, high, fold_cluster(unit)
