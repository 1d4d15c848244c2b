"""Where the pieces of a hand-edited file of claims stand: lines, head keys, entries, their keys and the comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_IDLE: Final = re.compile(r"\s*(?:#.*)?")
_DASH: Final = re.compile(r" *- +")
_COMMENT: Final = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """A key with its value, as lines from first to last (both counted from 0)."""

    key: str
    first: int
    last: int
    comments: tuple[str, ...] = ()
    """Comments in these lines, except one at the very end."""
    remark: str = ""
    """What follows the value on its last line: spaces and a comment."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of ``claims:``."""

    gap: int
    """First of the blank lines and comments before it."""
    first: int
    last: int
    comments: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    """Its keys, each on lines of its own; none where it is written in another way (flow style, several on a line)."""
    indent: int = 0
    """Column of its keys."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A file of claims as lines."""

    lines: tuple[str, ...]
    newline: str
    head: tuple[Field, ...]
    items: tuple[Item, ...]
    dash: int
    """Column of the entries' dashes."""


def find_layout(text: str, root: Any, items_key: str = "claims") -> Layout | None:
    """The layout of a file whose keys and entries stand on lines of their own, else None; root is its composed node."""
    page = Page(text)
    head = page.fields(root)
    values = next((value for key, value in root.value if key.value == items_key), None)
    if not head:
        return None
    if values is None or values.id != "sequence" or not values.value:
        return Layout(page.lines, page.newline, head, (), 2)
    if values.flow_style:
        return None
    field = next(field for field in head if field.key == items_key)
    items = page.items(values.value, field.first + 1)
    dash = values.start_mark.column
    return Layout(page.lines, page.newline, head, items, dash) if items else None


def all_comments(text: str, root: Any) -> tuple[str, ...]:
    """Every comment of the file, in order."""
    return Page(text).comments(root, 0, len(text))


class Page:
    """A text with its lines, asked for what stands where; lines are what ``\\n`` ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.lines = tuple(line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def line_of(self, index: int) -> int:
        """The line, counted from 0, on which a character stands."""
        return bisect_right(self._starts, index) - 1

    def items(self, nodes: Sequence[Any], begin: int) -> tuple[Item, ...]:
        """The entries, from the line after ``claims:``; none if two share a line."""
        found: list[Item] = []
        for node in nodes:
            gap = found[-1].last + 1 if found else begin
            end = self.end(node)
            last = self.line_of(max(end - 1, 0))
            first = next((n for n in range(gap, last + 1) if not _IDLE.fullmatch(self.lines[n])), None)
            if first is None:
                return ()
            found.append(self._item(node, gap, first, last))
        return tuple(found)

    def _item(self, node: Any, gap: int, first: int, last: int) -> Item:
        comments = self.comments(node, self._starts[first], self._line_end(last))
        fields = self.fields(node) if node.id == "mapping" else ()
        indent = node.start_mark.column
        dashed = _DASH.fullmatch(self.lines[first][:indent]) is not None
        if not fields or not dashed or fields[0].first != first:
            return Item(gap, first, last, comments)
        return Item(gap, first, last, comments, fields, indent)

    def fields(self, mapping: Any) -> tuple[Field, ...]:
        """The keys of a block mapping; none if one does not stand on lines of its own at the mapping's column."""
        if mapping.flow_style:
            return ()
        found: list[Field] = []
        column = mapping.start_mark.column
        for key, value in mapping.value:
            field = self._field(key, value)
            if (found and field.first <= found[-1].last) or key.start_mark.column != column or field.last < field.first:
                return ()
            found.append(field)
        return tuple(found)

    def _field(self, key: Any, value: Any) -> Field:
        begin = key.start_mark.index
        end = max(self.end(value), key.end_mark.index)
        first, last = self.line_of(begin), self.line_of(max(end - 1, begin))
        line_end = self._line_end(last)
        remark = self.text[end:line_end]
        if not remark.strip().startswith("#"):
            remark = ""
        inner = self.comments(value, begin, line_end)
        if value.start_mark.index < begin:  # an alias: its node stands elsewhere
            last = first - 1
        return Field(key.value, first, last, inner[:-1] if remark else inner, remark.rstrip())

    def _line_end(self, line: int) -> int:
        return self._starts[line] + len(self.lines[line])

    def end(self, node: Any) -> int:
        """Where a node's last character stands, before blank lines and comments that follow it."""
        while node.id != "scalar" and not node.flow_style and node.value:
            node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
        end: int = node.end_mark.index
        if node.id == "scalar" and node.style in ("|", ">"):
            return len(self.text[:end].rstrip())
        return end

    def comments(self, node: Any, begin: int, end: int) -> tuple[str, ...]:
        """The comments between two places, outside the texts of the node."""
        kept, at = [], begin
        for start, stop in (*self._texts(node), (end, end)):
            if start >= at:
                kept += [found[0].rstrip() for found in _COMMENT.finditer(self.text, at, min(start, end))]
            at = max(at, stop)
        return tuple(kept)

    def _texts(self, node: Any) -> Iterator[tuple[int, int]]:
        if node.id == "scalar":
            yield self._text(node)
            return
        for child in node.value:
            for part in child if node.id == "mapping" else (child,):
                yield from self._texts(part)

    def _text(self, node: Any) -> tuple[int, int]:
        """A scalar's range; that of a block scalar begins on the line after its sign, where a comment may stand."""
        start, end = node.start_mark.index, self.end(node)
        if node.style in ("|", ">"):
            start = min(self.text.find("\n", start) % (len(self.text) + 1), end)
        return start, max(start, end)
