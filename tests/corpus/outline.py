"""A document's blocks in a form that reads well beside an article."""

from __future__ import annotations

from leica_kb.corpus import parse_document


def outline(text: str, width: int = 24) -> list[str]:
    """Each block as ``kind  first words``, with its speaker and what it lies within where it has them."""
    lines = []
    for block in parse_document(text).blocks:
        place = "" if block.within is None else f" <{block.within}"
        voice = "" if block.speaker is None else f" ={block.speaker}"
        words = " ".join(block.span.of(text).split())[:width].strip()
        lines.append(f"{block.kind}{place}{voice}: {words}")
    return lines
