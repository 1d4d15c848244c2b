"""All words of a passage that mean one participant: its name, its other names, the pronouns that stand for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.model import Span

if TYPE_CHECKING:
    from leica_kb.extract.filling import Filler
    from leica_kb.extract.pipeline import Extraction


def chain_spans(filler: Filler, extraction: Extraction, text: str) -> Iterator[Span]:
    """The spans of a filler and of what else in the text means the same."""
    yield filler.span
