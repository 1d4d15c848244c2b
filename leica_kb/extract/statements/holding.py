"""Who or what a common noun stands for in its sentence: names beside it, and whoever it is said of."""

from __future__ import annotations

from collections.abc import Iterator

from leica_kb.extract.frames.frame import noun_frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import is_pronoun


def named_beside_noun(node: Node) -> list[Node]:
    """The names in apposition to a common noun: «its flagship, the M11»."""
    return [] if node.mention else [c for c in node.kids("appos") if c.mention and c.mention.is_name]


def holders_through(node: Node, depth: int = 3) -> Iterator[Node]:
    """Who or what a common noun is said to be, through other common nouns where need be."""
    named = node.mention is not None and node.mention.is_name and node.mention.known
    for holder in noun_frame(node).role("is"):
        if holder is node or depth == 0 or (named and is_pronoun(holder)):  # «it was known as Jena»: Jena is no «it»
            continue
        yield holder
        if not holder.mention and not is_pronoun(holder) and holder.pos == "NOUN":
            yield from holders_through(holder, depth - 1)
