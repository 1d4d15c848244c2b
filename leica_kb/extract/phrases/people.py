"""People who are told by how many they are or how they are related: «the brothers», «the two men», «the couple»."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node

KIN: Final = frozenset("brother sister sibling twin".split())
PAIRS: Final = frozenset("couple pair duo".split())
_MET: Final = frozenset("man woman friend partner".split())
_COUNTS: Final = {"two": 2, "three": 3, "four": 4}


def are_people(node: Node) -> bool:
    """«the brothers», «the two men», «the couple», and not «his brothers», «the brothers of Ada Moor»."""
    if node.lemma not in KIN | PAIRS | _MET or node.mention is not None:
        return False
    several = node.tag == "NNS" and (node.lemma in KIN or (node.lemma in _MET and bool(count_of(node))))
    pointed = any(d.low in ("the", "these", "both") for d in node.kids("det", "predet"))
    marked = node.kids("poss", "amod", "compound", "nmod", "relcl", "acl", "prep", "appos")
    return pointed and not marked and (several or (node.tag == "NN" and node.lemma in PAIRS))


def count_of(node: Node) -> int | None:
    """«two men»: 2."""
    return next((_COUNTS[n.low] for n in node.kids("nummod") if n.low in _COUNTS), None)
