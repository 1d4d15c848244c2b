"""What stands for one or some of a thing that is spoken of: «a clean example», «good ones»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import core_span
from leica_kb.extract.statements.filling import Filler

SPECIMENS: Final = frozenset("example specimen one".split())
"""Lemmas of what stands for one or some of a thing; «one» with an adjective only."""
_FREE: Final = frozenset("a an any most the".split())
_OTHERS: Final = frozenset("other another different first last next new-style later".split())
"""What tells of another kind than the one that is spoken of."""


def is_specimen(node: Node) -> bool:
    """Whether a noun means one or some of what was named before: not «an example of the Nova», nor «one» by itself."""
    if node.mention is not None or node.kids("compound", "nmod", "poss", "relcl"):
        return False
    marks = [c.low for c in node.kids("det", "nummod")]
    told = node.lemma in SPECIMENS and (node.lemma != "one" or bool(node.kids("amod")))
    of = any(p.low == "of" for p in node.kids("prep"))
    other = any(c.low in _OTHERS for c in node.kids("amod", "det"))
    return told and not of and not other and all(m in _FREE for m in marks)


def specimens(nodes: Iterable[Node]) -> Iterator[Filler]:
    """Those of the nodes that stand for a product which was named before."""
    for node in nodes:
        if is_specimen(node):
            wanted = frozenset({"product"})
            yield Filler(core_span(node), "definite", "specimen", node=node, wanted=wanted)
