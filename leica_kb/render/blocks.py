"""What a screen is made of before it is drawn: styled pieces, paragraphs, quotes, tables, panels and trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from leica_kb.model import Span

Style = Literal["plain", "strong", "quiet", "quote", "cue", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title above what follows; level 1 is the page's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped to the width at hand."""

    line: Line
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a source, and below them who says so and where."""

    words: Line
    receipt: Line
    indent: int = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; ``weights`` say how spare width is shared, 0 keeps a column as narrow as it can be."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    weights: tuple[int, ...]
    narrowest: int = 0
    """For cells of several lines: where a column would be narrower, further ones stand in a table below."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Blocks that belong together under one title."""

    title: Line
    body: tuple[Block, ...]
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Tree:
    """A line and what hangs below it."""

    line: Line
    below: tuple[Tree, ...] = ()


Block = Heading | Paragraph | Quote | Table | Panel | Tree


def line(*parts: str | Piece | Iterable[Piece]) -> Line:
    """One line out of bare strings, pieces and other lines; empty strings vanish."""
    return tuple(piece for part in parts for piece in _pieces(part) if piece.text)


def _pieces(part: str | Piece | Iterable[Piece]) -> Iterator[Piece]:
    if isinstance(part, str):
        yield Piece(part)
    elif isinstance(part, Piece):
        yield part
    else:
        yield from part


def say(*parts: str | Piece | Iterable[Piece], indent: int = 0) -> Paragraph:
    """A paragraph out of bare strings, pieces and lines."""
    return Paragraph(line(*parts), indent)


def in_parts(table: Table, width: int, gap: int = 2) -> Iterator[Table]:
    """The table, or as many as it takes to keep its columns wide enough; rows that say nothing there are left out."""
    others = len(table.columns) - 1
    fitting = max((width + gap) // (table.narrowest + gap) - 1, 1) if table.narrowest else others
    if others <= fitting:
        yield table
        return
    parts = -(-others // fitting)
    for part in range(parts):
        kept = (0, *range(1 + others * part // parts, 1 + others * (part + 1) // parts))
        rows = (tuple(row[at] for at in kept) for row in table.rows)
        told = tuple(row for row in rows if any(text_of(cell).strip("–") for cell in row[1:]))
        columns, weights = (tuple(given[at] for at in kept) for given in (table.columns, table.weights))
        yield Table(columns, told, weights, table.narrowest)


def text_of(pieces: Line) -> str:
    """The bare characters of a line."""
    return "".join(piece.text for piece in pieces)


def marked(text: str, start: int, spans: Sequence[Span], style: Style = "quote", mark: Style = "cue") -> Line:
    """The words of ``text``, which begins at offset ``start`` of its source, with the spans (source offsets) marked."""
    pieces: list[Piece] = []
    at = 0
    for span in sorted(spans):
        left, right = max(at, span.start - start), min(len(text), span.end - start)
        if left < right:
            pieces += [Piece(text[at:left], style), Piece(text[left:right], mark)]
            at = right
    return line([*pieces, Piece(text[at:], style)])
