"""A text from anywhere → Document: the steps that decide its blocks, what lies within what, and its sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from leica_kb.corpus.comments import mark_comments
from leica_kb.corpus.disclaimers import find_caveat, mark_disclaimers
from leica_kb.corpus.furniture import mark_furniture
from leica_kb.corpus.headings import mark_headings
from leica_kb.corpus.lists import mark_lists
from leica_kb.corpus.pictures import mark_pictures
from leica_kb.corpus.pieces import Piece, Step, find_pieces
from leica_kb.corpus.quotations import mark_quotes
from leica_kb.corpus.turns import mark_turns
from leica_kb.lang.sentences import split_sentences
from leica_kb.model import Block, Document, Metadata, Sentence, Span

UNKNOWN: Final = Metadata()

STEPS: Final[tuple[Step, ...]] = (
    mark_furniture,
    mark_comments,
    mark_pictures,
    mark_disclaimers,
    mark_lists,
    mark_turns,
    mark_quotes,
    mark_headings,
)
"""In order: each decides pieces that the ones before it left undecided; what stays so is a paragraph."""


def parse_document(
    text: str,
    *,
    id: str = "text",  # noqa: A002 - the field's own name
    metadata: Metadata = UNKNOWN,
    path: str = "",
    sha256: str | None = None,
) -> Document:
    """The document that a text makes; never fails, whatever the text.

    ``sha256`` is the digest of the file's bytes; without it that of the text in UTF-8.
    """
    pieces = _decide(text)
    digest = sha256 if sha256 is not None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=digest,
        metadata=metadata,
        blocks=tuple(_blocks(text, pieces)),
        sentences=tuple(_sentences(text, pieces)),
        caveat=find_caveat(text, pieces),
    )


def _decide(text: str) -> Sequence[Piece]:
    pieces = find_pieces(text)
    for step in STEPS:
        pieces = step(text, pieces)
    return pieces


def _sentences(text: str, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    for index, piece in enumerate(pieces):
        for span in split_sentences(text, Span(piece.body, piece.end), wrapped=piece.wrapped):
            yield Sentence(span.start, span.end, index)


def _blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Block]:
    owners: list[int | None] = []
    firsts: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        owners.append(_owner(text, pieces, owners, firsts, at))
        if piece.group is not None:
            firsts.setdefault(piece.group, at)
        yield Block(piece.kind or "paragraph", piece.start, piece.end, owners[at], piece.speaker)


def _owner(
    text: str, pieces: Sequence[Piece], owners: Sequence[int | None], firsts: dict[int, int], at: int
) -> int | None:
    """The block that this one lies within: a list's lead-in or upper item, a quote's paragraph, a comment's first."""
    piece = pieces[at]
    before = pieces[at - 1] if at else None
    group = firsts.get(piece.group) if piece.group is not None else None
    if before is None or before.group != piece.group:
        return group
    if piece.kind == "list_item":
        return _lead_in(pieces, owners, at, group)
    if piece.kind == "quote" and piece.group is None and before.kind in (None, "paragraph"):
        return at - 1 if text[before.end - 1] == ":" else None
    if piece.kind is None and before.kind == "list_item" and piece.indent > before.indent and not piece.marker:
        return at - 1
    return group


def _lead_in(pieces: Sequence[Piece], owners: Sequence[int | None], at: int, group: int | None) -> int | None:
    """What a list item belongs to: the block above its list, or the item above it that is indented less."""
    piece, lower = pieces[at], None
    for above in range(at - 1, -1, -1):
        other = pieces[above]
        if other.group != piece.group:
            break
        if other.kind == "list_item":
            if other.indent < piece.indent:
                return above
            if other.indent == piece.indent and (other.marker, other.sign) == (piece.marker, piece.sign):
                return owners[above]
            lower = above if above == at - 1 and _drops(other, piece) else lower
        elif not _is_in_item(pieces, owners, above):
            heads = above == at - 1 and other.kind in (None, "paragraph", "heading", "comment")
            group = above if heads else group
            break
    return group if lower is None else lower


def _drops(item: Piece, following: Piece) -> bool:
    """Whether the second item has another bullet, as on a lower level whose indent was lost."""
    return item.marker == following.marker == "bullet" and item.sign != following.sign and not following.gap


def _is_in_item(pieces: Sequence[Piece], owners: Sequence[int | None], at: int) -> bool:
    owner = owners[at]
    return owner is not None and pieces[owner].kind == "list_item"
