"""Clauses that say of which things or when something holds: words cut off before them say more than the writer did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.degrees import is_superlative

_TIMES: Final = frozenset("when whenever until till once wherever".split())
"""What opens a clause that says when something is such."""
_EXTENTS: Final = frozenset("long far soon".split())
"""«as long as it rains», «as far as it goes»."""
_OPEN: Final = frozenset("any every all no only anything everything nothing anyone everyone nobody anybody".split())
"""Words for all there are, which a clause behind them makes fewer."""


def limits_of(node: Node) -> list[Node]:
    """«any lens I have used», «photos that people take»: the clauses right behind a noun that say which of them."""
    return [c for c in node.kids("relcl", "acl") if c.i > node.i and not _is_apart(c)]


def is_limit(clause: Node) -> bool:
    """Whether a clause tells of which, when or how far: «any lens I have used», «sharp when stopped down»."""
    if clause.dep == "relcl":
        return clause.head is not None and clause in limits_of(clause.head)
    return clause.dep == "advcl" and not _is_apart(clause) and (_opens_when(clause) or _is_extent(clause.head))


def is_cut_short(words: Sequence[Node]) -> bool:
    """«the best of any lens» of «… I have used», «no lens» of «no lens I would buy»: whether a limit is left out."""
    return any(
        (_is_open(n) or _is_denied(n)) and not any(c in words for c in limits_of(n)) for n in words if limits_of(n)
    )


def limited(words: Sequence[Node]) -> frozenset[int]:
    """The places of the words that stand in limiting clauses."""
    return frozenset(n.i for word in words for c in word.children if is_limit(c) for n in c.subtree())


def _is_open(noun: Node) -> bool:
    """«any lens», «everything», «the only lens», «the sharpest lens»."""
    told = noun.kids("det", "predet", "amod")
    return noun.low in _OPEN or any(c.low in _OPEN or is_superlative(c) for c in told)


def _is_denied(noun: Node) -> bool:
    """«is not a lens I would buy»: what is denied is all that the phrase says."""
    return noun.dep == "attr" and noun.head is not None and bool(noun.head.kids("neg"))


def _opens_when(clause: Node) -> bool:
    """«when it rains», «until dusk comes»."""
    return any(c.low in _TIMES and c.i < clause.i for c in clause.kids("advmod", "mark"))


def _is_extent(node: Node | None) -> bool:
    """«as long» of «as long as it rains»."""
    return node is not None and node.low in _EXTENTS and any(c.low in ("as", "so") for c in node.kids("advmod"))


def _is_apart(clause: Node) -> bool:
    """Whether a comma, a dash or a bracket parts a clause from what is before it."""
    first = min(n.i for n in clause.subtree())
    return any(n.i == first - 1 for a in (clause, *clause.ancestors()) for n in a.kids("punct"))


def clauses_behind(node: Node, end: int) -> Iterator[Node]:
    """«sharp | when stopped down»: the limiting clauses of a word that begin right behind what ends at a character."""
    for clause in node.kids("advcl"):
        if is_limit(clause) and min(n.start for n in clause.subtree()) in (end, end + 1):
            yield clause
