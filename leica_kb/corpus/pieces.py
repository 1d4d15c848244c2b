"""A text's lines as pieces: trimmed, unfolded where they were hard-wrapped, list signs and headings marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from leica_kb.corpus.markers import MarkerKind, find_marker, is_row
from leica_kb.model import BlockKind

INVISIBLE: Final = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
"""Marks without width (the byte order mark first): they stand between pieces as white space does."""
TRIMMED: Final = INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())

_TERMINAL: Final = re.compile(r"[.!?…:;]['\"”’»)\]*_]*$")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_DANGLING: Final = re.compile(
    r"(?:,|\b(?:the|an?|of|and|or|to|in|on|at|for|with|by|from|as|is|are|was|were|that|which|its|their))$"
)
_WORD: Final = re.compile(r"\S+")
WRAP_WIDTHS: Final = range(45, 131)
"""Characters to which plain text is commonly folded; a longer line is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block in the making; its kind is None until a step decides it."""

    start: int
    end: int
    body: int
    """Where the words begin, behind a bullet, an enumerator or a speaker's label."""
    indent: int = 0
    gap: bool = False
    """Whether a blank line or a separator stands before it."""
    wrapped: bool = False
    marker: MarkerKind = ""
    sign: str = ""
    """The bullet character, or the shape of the enumerator."""
    kind: BlockKind | None = None
    speaker: str | None = None
    group: int | None = None
    """Number of the comment that it belongs to, from 1; negative for an interview's turn."""


Step = Callable[[str, Sequence[Piece]], Sequence[Piece]]
"""A step reads the text and the pieces so far and returns the pieces with more of them decided."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    gap: bool
    marker: MarkerKind
    sign: str
    body: int
    row: bool
    words: str


def is_separator(text: str) -> bool:
    """Whether a text may stand between blocks: it holds no letter and no digit (rules, lone bullets, stars, marks)."""
    return not any(char.isalnum() for char in text)


def is_terminal(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return _TERMINAL.search(text[-6:]) is not None


def count_words(text: str, limit: int = 400) -> int:
    """The number of words, counted up to a limit so that a huge line costs little."""
    return min(len(text.split(maxsplit=limit)), limit)


def is_commented(piece: Piece) -> bool:
    """Whether the piece is part of a reader's comment."""
    return piece.group is not None and piece.group > 0


def body_of(text: str, piece: Piece) -> str:
    """The piece's words without its bullet or label."""
    return text[piece.body : piece.end]


def find_pieces(text: str) -> Sequence[Piece]:
    """All lines that hold words, as undecided pieces in order."""
    lines = list(_find_lines(text))
    folded = any(_goes_on(line, following) for line, following in pairwise(lines))
    if len(lines) > 2 and not folded and not any(line.gap for line in lines[1:]):
        lines = [replace(line, gap=True) for line in lines]  # no blank line anywhere: every line stands for itself
    return [piece for group in _grouped(lines) for piece in _unfold(group, folded=folded)]


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether the second line surely continues the first: it begins in the middle of a sentence."""
    return (
        not following.gap
        and len(line.words) + line.indent in WRAP_WIDTHS
        and not is_terminal(line.words)
        and (following.words[0].islower() or _DANGLING.search(line.words) is not None)
        and not (line.row or following.row or following.marker)
    )


def _find_lines(text: str) -> Iterator[_Line]:
    offset, gap, held, pending = 0, True, "", None
    for raw in text.splitlines(keepends=True):
        words = raw.strip(TRIMMED)
        start = offset + len(raw) - len(raw.lstrip(TRIMMED))
        offset += len(raw)
        if is_separator(words):
            if pending and not gap and _is_underlined(pending, words):
                pending = replace(pending, marker="heading", sign=words[0])
            held = words if find_marker(words + " x")[0] == "bullet" and len(words) == 1 else ""
            gap = True
            continue
        if pending:
            yield pending
        pending = _line(words, start, _indent(raw), gap=gap, held=held)
        gap, held = False, ""
    if pending:
        yield pending


def _is_underlined(line: _Line, rule: str) -> bool:
    return _UNDERLINE.fullmatch(rule) is not None and len(line.words) <= 120 and not line.words.endswith((".", ":"))


def _indent(raw: str) -> int:
    head = raw[: len(raw) - len(raw.lstrip(TRIMMED))]
    return len(head.strip(INVISIBLE).expandtabs(4))


def _line(words: str, start: int, indent: int, *, gap: bool, held: str) -> _Line:
    marker, sign, length = find_marker(words)
    if held and not marker:  # the bullet stood on a line of its own
        marker, sign = "bullet", held
    return _Line(start, start + len(words), indent, gap, marker, sign, start + length, is_row(words), words)


def _grouped(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if line.gap and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _unfold(group: Sequence[_Line], *, folded: bool) -> Iterator[Piece]:
    width = max(len(line.words) + line.indent for line in group)
    whole = folded and _is_folded(group, width)
    piece = _piece(group[0])
    for line, following in pairwise(group):
        if folded and _joins(line, following, width, whole=whole):
            piece = replace(piece, end=following.end, wrapped=True)
        else:
            yield piece
            piece = _piece(following)
    yield piece


def _piece(line: _Line) -> Piece:
    return Piece(line.start, line.end, line.body, indent=line.indent, gap=line.gap, marker=line.marker, sign=line.sign)


def _joins(line: _Line, following: _Line, width: int, *, whole: bool) -> bool:
    """Whether the second line only continues the first: its first word would not have fitted any more."""
    if line.row or following.row or width not in WRAP_WIDTHS or line.marker == "heading":
        return False
    if following.marker != ("quote" if line.marker == "quote" else "") or following.indent < line.indent:
        return False
    if _goes_on(line, following):
        return True
    first = _WORD.match(following.words)
    if first is None or line.indent + len(line.words) + 1 + len(first[0]) <= width:
        return False
    return whole or not is_terminal(line.words)


def _is_folded(group: Sequence[_Line], width: int) -> bool:
    """Whether the group as a whole is folded prose: full lines, at least one of which breaks inside a sentence."""
    full = all(line.indent + len(line.words) >= width * 0.75 for line in group[:-1])
    return full and any(not is_terminal(line.words) for line in group[:-1])
