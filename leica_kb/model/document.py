"""A loaded article: its text as it is, typed blocks and sentences with exact offsets, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from leica_kb.model.span import Span

BlockKind = Literal[
    "title", "heading", "paragraph", "list_item", "quote", "caption", "credit", "comment", "disclaimer", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One typed piece of a document; white space and separators may lie between blocks."""

    kind: BlockKind
    start: int
    end: int
    within: int | None = None
    """Index of the block that this one belongs to: a list's lead-in, a comment's first block, a quote's paragraph."""
    speaker: str | None = None
    """Whose words the block holds, where they are not the source's own: ``commenter:<n>`` or a name as it stands."""

    @property
    def span(self) -> Span:
        """The block's range in the document's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or bullet, heading, caption) and the index of the block it stands in."""

    start: int
    end: int
    block: int

    @property
    def span(self) -> Span:
        """The sentence's range in the document's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar tells about its article; every field may be unknown."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """EDTF date or interval, as narrow as the article's own words allow."""
    language: str = "en"
    retells: tuple[str, ...] = ()
    """Entity ids of the interview, podcast or wire that the article repeats, nearest to the speaker first."""
    basis: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each inferred field the words of the article that support it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article: ``text[start:end]`` of every block, sentence and quote is exactly what the file says."""

    id: str
    path: str
    """Relative to the base's root, with forward slashes."""
    text: str
    sha256: str
    """Hex digest of the file's bytes."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    caveat: str | None = None
    """The words with which the document disclaims itself, shown beside its unattributed claims."""
