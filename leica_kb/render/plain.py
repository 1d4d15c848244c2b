"""Draws blocks as plain text of a given width: for pipes, files and terminals without colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from leica_kb.render.blocks import Block, Heading, Line, Panel, Paragraph, Quote, Table, Tree, in_parts
from leica_kb.render.visible import visible

_GAP: Final = "  "
_NARROWEST: Final = 6
_BLANKS: Final = re.compile(r"\n{3,}")


def draw_plain(blocks: Iterable[Block], width: int) -> str:
    """The blocks as text whose lines are at most ``width`` characters where words allow; ends with one newline."""
    rows = [row.rstrip() for block in blocks for row in _draw(block, max(width, 20))]
    return _BLANKS.sub("\n\n", "\n".join(rows)).strip("\n") + "\n"


def _draw(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("", *_heading(block, width), "")
        case Paragraph(line, indent):
            yield from _wrap(_flat(line), width, " " * indent)
        case Quote():
            yield from _quote(block, width)
        case Table():
            yield from (row for part in in_parts(block, width) for row in (*_table(part, width), ""))
        case Panel(title, body):
            yield from ("", *_wrap(_flat(title), width), *_indented(body, width), "")
        case Tree():
            yield from _tree(block, width)


def _heading(heading: Heading, width: int) -> Iterator[str]:
    text = visible(heading.text)
    yield from _wrap(text, width)
    if heading.level < 3:
        yield ("=" if heading.level == 1 else "-") * min(len(text), width)


def _quote(quote: Quote, width: int) -> Iterator[str]:
    pad = " " * quote.indent
    yield from _wrap(f"“{_flat(quote.words)}”", width, pad)
    yield from _wrap(f"— {_flat(quote.receipt)}", width, pad + "  ")


def _indented(body: Sequence[Block], width: int) -> Iterator[str]:
    inner = (row for block in body for row in _draw(block, width - 2))
    return (f"  {row}" if row else row for row in inner)


def _tree(tree: Tree, width: int, lead: str = "", below: str = "") -> Iterator[str]:
    rows = _wrap(_flat(tree.line), width - len(lead)) or [""]
    yield lead + rows[0]
    yield from (below + row for row in rows[1:])
    for child in tree.below:
        last = child is tree.below[-1]
        yield from _tree(child, width, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  "))


def _table(table: Table, width: int) -> Iterator[str]:
    cells = [[_flat(cell) for cell in row] for row in table.rows]
    widths = column_widths([list(table.columns), *cells], table.weights, width)
    yield from _row(list(table.columns), widths)
    yield _GAP.join("-" * size for size in widths)
    for number, row in enumerate(cells):
        yield from ("",) if number and table.narrowest else ()
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for at in range(max(len(rows) for rows in wrapped)):
        parts = [rows[at] if at < len(rows) else "" for rows in wrapped]
        yield _GAP.join(part.ljust(size) for part, size in zip(parts, widths, strict=True))


def column_widths(rows: Sequence[Sequence[str]], weights: Sequence[int], width: int) -> tuple[int, ...]:
    """How wide each column is drawn: those of weight 0 as wide as their longest cell, the rest by their weights."""
    longest = [max(_NARROWEST, *(len(row[at]) for row in rows)) for at in range(len(weights))]
    spare = width - len(_GAP) * (len(weights) - 1)
    if sum(longest) <= spare:
        return tuple(longest)
    spare -= sum(size for size, weight in zip(longest, weights, strict=True) if not weight)
    sizes = list(longest)
    open_ = [at for at, weight in enumerate(weights) if weight]
    for at in sorted(open_, key=lambda at: longest[at] / weights[at]):
        share = max(_NARROWEST, spare * weights[at] // sum(weights[other] for other in open_))
        sizes[at] = min(longest[at], share)
        spare -= sizes[at]
        open_.remove(at)
    return tuple(sizes)


def _flat(line: Line) -> str:
    return visible("".join(f"*{piece.text}*" if piece.style == "cue" else piece.text for piece in line))


def _wrap(text: str, width: int, pad: str = "") -> list[str]:
    rows: list[str] = []
    for part in text.split("\n"):
        rows += textwrap.wrap(
            part, max(width, 8), initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False
        ) or [""]
    return rows
