"""Draws blocks as Markdown that reads well on code hosts and in articles; text of strangers cannot break out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from leica_kb.render.blocks import Block, Heading, Line, Panel, Paragraph, Quote, Table, Tree
from leica_kb.render.visible import visible

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~])")
_AT_START: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def draw_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as one Markdown page that ends with one newline."""
    parts = (part for block in blocks for part in _draw(block, 0))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip("\n") + "\n"


def _draw(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"\n{'#' * min(6, level + depth)} {_escape(text)}\n"
        case Paragraph(line):
            yield f"{_flat(line)}\n"
        case Quote(words, receipt):
            yield f"> “{_flat(words)}”  \n> — {_flat(receipt)}\n"
        case Table():
            yield from _table(block)
        case Panel(title, body):
            yield f"\n#### {_flat(title)}\n"
            for inner in body:
                yield from _draw(inner, depth + 2)
        case Tree():
            yield from (*_tree(block, 0), "")


def _table(table: Table) -> Iterator[str]:
    yield "\n| " + " | ".join(_escape(column) for column in table.columns) + " |"
    yield "|" + " --- |" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join(_flat(cell).replace("\n", "<br>") for cell in row) + " |"
    yield ""


def _tree(tree: Tree, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_flat(tree.line)}"
    for child in tree.below:
        yield from _tree(child, depth + 1)


def _flat(line: Line) -> str:
    return "".join(_piece(piece.text, bold=piece.style in {"cue", "strong", "bad"}) for piece in line)


def _piece(text: str, *, bold: bool) -> str:
    escaped = _escape(text)
    return re.sub(r"^(\s*)(.*\S)(\s*)$", r"\1**\2**\3", escaped, flags=re.DOTALL) if bold else escaped


def _escape(text: str) -> str:
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", visible(text)))
