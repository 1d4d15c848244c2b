"""The parser's bad habits with what things cost: the verb before an amount taken for a noun, and its doer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leica_kb.extract.parsing.parser import Node

_COSTING: Final = frozenset("costs lists retails".split())
_PREPOSITIONS: Final = frozenset("at for from".split())
_FAR: Final = 6
"""Words between such a verb and its amount at most: «at a little over £13,000»."""


def priced_verb(node: Node) -> None:
    """«weighs 521 grams and costs £599», «The steel Nova lists at £900» with a noun: before an amount it is a verb."""
    if node.low not in _COSTING or node.tag != "NNS":
        return
    words = {n.i: n for n in (node, *node.ancestors())[-1].subtree()}
    amount, before = _amount_behind(node, words), words.get(node.i - 1)
    if amount is None or before is None:
        return
    if before.low in ("and", "but") and node.dep == "conj":
        _join(node, before)
    elif before.mention is not None and before.mention.is_name and (node.head in (None, before) or _is_joined(node)):
        _lead(node, before, words)
    else:
        return
    node.pos, node.tag, node.lemma = "VERB", "VBZ", node.low[:-1]
    if amount.head is not None and amount.head.low in _PREPOSITIONS:
        amount.head.attach(node, "prep")
    else:
        amount.attach(node, "dobj")


def _amount_behind(node: Node, words: Mapping[int, Node]) -> Node | None:
    """The amount right behind the word, or behind the preposition that follows it."""
    after = words.get(node.i + 1)
    if after is None:
        return None
    reach = _FAR if after.low in _PREPOSITIONS else 2
    row = [words[i] for i in range(node.i + 1, node.i + 1 + reach) if i in words]
    return next((n for n in row if n.mention is not None and n.mention.type == "money"), None)


def _join(node: Node, conjunction: Node) -> None:
    """Make the word a second verb beside the one that it was read below."""
    verb = next((a for a in node.ancestors() if a.pos in ("VERB", "AUX")), None)
    if verb is not None:
        node.attach(verb, "conj")
        conjunction.attach(verb, "cc")


def _is_joined(node: Node) -> bool:
    """«Nova lists at £900 but sells for £700»: whether it was read as the subject of a verb that is tied to it."""
    return node.dep == "nsubj" and any(c.i > node.i for c in node.kids("cc"))


def _lead(node: Node, name: Node, words: Mapping[int, Node]) -> None:
    """Make the word the clause's verb and the name before it, with what is before that, its subject."""
    verb = node.head
    if verb is name:
        node.attach(name.head, name.dep)
    elif verb is not None:
        node.attach(verb.head, verb.dep)
        verb.attach(node, "conj")
    name.attach(node, "nsubj")
    front = [n for n in words.values() if n.i < name.i and n.head is not None and n.head.i >= name.i]
    for word in front:
        word.attach(name, "compound" if word.dep in ("nsubj", "nmod") else word.dep)
        for below in word.kids("det"):
            below.attach(name, "det")
