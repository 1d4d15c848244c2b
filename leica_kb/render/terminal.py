"""Draws blocks with colours, boxes and trees for a person at a terminal; the only module that imports rich."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from leica_kb.render.blocks import Block, Heading, Line, Panel, Paragraph, Quote, Style, Table, Tree, in_parts
from leica_kb.render.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree as RichTree

_STYLES: Final[dict[Style, str]] = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "quote": "italic",
    "cue": "bold underline yellow",
    "good": "green",
    "warn": "yellow",
    "bad": "bold red",
}


def draw_terminal(blocks: Iterable[Block], width: int, *, colour: bool) -> str:
    """The blocks as text with escape sequences; without colour only weight and underlining remain."""
    from rich.console import Console

    console = Console(width=width, force_terminal=True, no_color=not colour, highlight=False, emoji=False, markup=False)
    with console.capture() as capture:
        for block in blocks:
            for part in in_parts(block, width) if isinstance(block, Table) else (block,):
                console.print(_draw(part))
    return capture.get()


def _draw(block: Block) -> RenderableType:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(line, indent):
            return _padded(_text(line), indent)
        case Quote():
            return _quote(block)
        case Table():
            return _table(block)
        case Panel():
            return _panel(block)
        case Tree():
            return _tree(block)


def _heading(heading: Heading) -> RenderableType:
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    title = visible(heading.text)
    drawn = Rule(Text(title, "bold"), align="left", style="dim") if heading.level < 3 else Text(title, "bold")
    return Padding(drawn, (1, 0, 0, 0))


def _quote(quote: Quote) -> RenderableType:
    from rich.console import Group

    words = _text(quote.words)
    framed = words.__class__("“", "italic").append_text(words).append("”", "italic")
    receipt = words.__class__("— ", "dim").append_text(_text(quote.receipt, "dim"))
    return Group(_padded(framed, quote.indent), _padded(receipt, quote.indent + 2))


def _table(table: Table) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    drawn.leading = 1 if table.narrowest else 0
    for column, weight in zip(table.columns, table.weights, strict=True):
        drawn.add_column(column, ratio=weight or None, no_wrap=not weight, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(_text(cell) for cell in row))
    return drawn


def _panel(panel: Panel) -> RenderableType:
    from rich.console import Group
    from rich.panel import Panel as RichPanel

    return RichPanel(
        Group(*(_draw(block) for block in panel.body)),
        title=_text(panel.title),
        title_align="left",
        border_style=_STYLES[panel.style] or "dim",
    )


def _tree(tree: Tree) -> RichTree:
    from rich.tree import Tree as RichTree

    drawn = RichTree(_text(tree.line), guide_style="dim")
    _grow(drawn, tree)
    return drawn


def _grow(drawn: RichTree, tree: Tree) -> None:
    for child in tree.below:
        _grow(drawn.add(_text(child.line)), child)


def _padded(text: Text, indent: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, indent)) if indent else text


def _text(line: Line, base: str = "") -> Text:
    from rich.text import Text

    text = Text(style=base)
    for piece in line:
        text.append(visible(piece.text), _STYLES[piece.style])
    return text
