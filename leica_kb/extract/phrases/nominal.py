"""Noun phrases: what heads them, what is coordinated, associated and apposed with them, and the words they span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.model import Span

PRONOUNS: Final = frozenset(
    "he she it they him her them his its their we us our i my me who which that this these those both".split()
)
_PREMODIFIERS: Final = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "case")
_WITHIN: Final = ("poss", "compound", "nmod", "amod", "appos", "pobj", "prep", "acl", "agent", "conj")
_ASSOCIATING: Final = frozenset("of in for on inside from at by to with within behind".split())


def conjuncts(node: Node) -> list[Node]:
    """The node and everything coordinated with it, in order."""
    found = [node]
    for child in node.kids("conj"):
        found.extend(conjuncts(child))
    return found


def all_conjuncts(node: Node) -> list[Node]:
    """The whole coordination that the node belongs to."""
    while node.dep == "conj" and node.head is not None:
        node = node.head
    return conjuncts(node)


def core_span(node: Node) -> Span:
    """The phrase's words without relative clauses and what follows the head."""
    first = last = node
    todo = list(node.children)
    while todo:
        child = todo.pop()
        if child.dep in _PREMODIFIERS and child.i < node.i:
            first = child if child.i < first.i else first
            todo.extend(child.children)
    genitive = [c for c in node.kids("case") if c.i == node.i + 1 and node.dep != "poss"]
    last = genitive[-1] if genitive else last
    return Span(first.start, last.end)


def full_span(
    node: Node, *, stop: tuple[str, ...] = ("relcl", "acl", "conj", "cc", "punct", "appos", "advcl", "parataxis")
) -> Span:
    """The phrase with its prepositional phrases and participles, without what is named in ``stop``."""
    nodes = [node]
    todo = [c for c in node.children if c.dep not in stop and not _is_counted_before(c, node)]
    while todo:
        child = todo.pop()
        nodes.append(child)
        todo.extend(c for c in child.children if c.dep not in stop)
    nodes += [n for n in shared_head(node) if "conj" in stop]
    return Span(min(n.start for n in nodes), max(n.end for n in nodes))


def associated(node: Node, *, depth: int = 3) -> Iterator[Node]:
    """The nodes inside the phrase that say whose, of what, by whom or where its head is; nearest first."""
    level = [node]
    for _ in range(depth * 2):
        below = [c for n in level for c in n.children if _associates(c, n, node)]
        yield from below
        level = below
        if not level:
            return


def _associates(child: Node, parent: Node, head: Node) -> bool:
    if child.dep == "prep":
        inserted = parent.pos == "ADP" and child.i != parent.i + 1  # «in Cork and, for the Asian market, in Riga»
        return child.low in _ASSOCIATING and not inserted
    if child.dep == "conj" and parent is head:
        return False
    if child.dep == "acl":
        return child.tag == "VBN"
    return child.dep in _WITHIN


def prepositional(node: Node, *words: str) -> list[Node]:
    """The heads of the prepositional phrases below a node with one of these prepositions."""
    found: list[Node] = []
    for prep in (p for first in node.kids("prep", "agent", "dative") for p in conjuncts(first)):
        if words and prep.low not in words:
            continue
        for target in prep.kids("pobj", "pcomp"):
            found.extend(conjuncts(target))
        for inner in prep.kids("prep"):
            found.extend(n for target in inner.kids("pobj") for n in conjuncts(target))
    return found


def antecedent(relative: Node) -> Node | None:
    """The noun that a relative clause (given by its verb) speaks of."""
    return relative.head if relative.dep == "relcl" else None


def is_pronoun(node: Node) -> bool:
    """Whether the node stands for something named elsewhere."""
    return node.low in PRONOUNS and node.tag in ("PRP", "PRP$", "WP", "WDT", "WP$", "DT", "NN", "CD", "PRP$S", "IN")


_OPENING: Final = frozenset("the a an no both either neither even then".split())
"""What opens a phrase and is no part of what it names: «both the red window and the counter», «even the strap»."""
_IN_FRONT: Final = ("det", "preconj", "advmod", "predet")


def phrase_words(node: Node, *, owned: bool = True) -> str:
    """The phrase in its own words, without its leading article; where not ``owned``, without whose it is."""
    owners = () if owned else [n for p in node.kids("poss") for n in p.subtree()]
    nodes = sorted(
        (
            n
            for n in _phrase_nodes(node)
            if n not in owners and not (n.dep in _IN_FRONT and n.low in _OPENING and n.head is node)
        ),
        key=lambda n: n.i,
    )
    return (
        " ".join(n.text for n in nodes).replace(" ’s", "’s").replace(" 's", "'s").replace(" - ", "-").replace(" ,", ",")
    )


def _is_counted_before(child: Node, node: Node) -> bool:
    """«two windows» of «two windows: a wide finder and …», which stands before the first of them and is not of it."""
    return child.dep == "dep" and child.i < node.i and child.pos == "NOUN"


def _is_behind_dash(child: Node, node: Node) -> bool:
    """«optical» of «three finders - optical, wire and glass», which begins a row of its own."""
    dashes = [p for p in node.kids("punct") if node.i < p.i < child.i and p.low in ("-", "–", "—", ":")]
    return child.dep == "amod" and bool(dashes)


def shared_head(node: Node) -> list[Node]:
    """«and shutter controls» behind «aperture», «and dials» behind «fifty knobs»: what is no thing, or as many, alone.

    Nobody can tell whether «aperture» is of the controls; said together the words are right either way.
    """
    items, joints = node.kids("conj"), node.kids("cc")
    if len(items) != 1 or len(joints) != 1 or joints[0].i != node.i + 1 or joints[0].low not in ("and", "or", "&"):
        return []
    item = items[0]
    before = [c for c in item.children if c.i < item.i]
    own = any(c.dep in ("det", "poss", "nummod", "predet") for c in before)
    bare = node.tag == "NN" and not node.kids("det", "poss", "nummod", "compound", "prep") and node.mention is None
    kind = item.tag == "NNS" and not own and any(c.dep == "compound" and c.mention is None for c in before)
    counted = bool(node.kids("nummod")) and node.tag == item.tag == "NNS" and not before
    if not (bare and kind) and not counted:
        return []
    return [joints[0], *(n for c in (item, *before) for n in (c.subtree() if c is not item else (c,)))]


def _phrase_nodes(node: Node) -> Iterator[Node]:
    yield node
    yield from shared_head(node)
    for child in node.children:
        apart = child.dep in ("relcl", "acl", "conj", "cc", "punct", "appos", "advcl", "parataxis")
        apart = apart and not (node.dep == "amod" and child.dep in ("conj", "cc"))  # «a sleek and elegant pen»
        exemplary = child.dep == "prep" and child.low in (
            ("including", "like") if node.tag == "NNS" else ("including",)
        )
        apart = apart or _is_behind_dash(child, node) or _is_counted_before(child, node) or _is_emphasis(child, node)
        if not apart and not exemplary and not _distributes(child):
            yield from _phrase_nodes(child)


def _is_date(node: Node) -> bool:
    return node.mention is not None and node.mention.type == "date"


_EMPHASIS: Final = frozenset("all whatsoever either too well though anymore anyway however".split())
"""What closes a clause behind its last noun: «no finder at all», «a screen as well»."""


def _is_emphasis(child: Node, node: Node) -> bool:
    """«no finder at all»: words that stress the clause, or join it to the one before, and tell nothing of the thing."""
    closing = child.i > node.i and child.dep in ("advmod", "prep")
    if child.dep == "prep" and child.low == "in" and any(_is_date(n) for n in child.kids("pobj")):
        return True  # «launched it with a rangefinder in 2000»
    last = max(child.subtree(), key=lambda n: n.i) if closing else child
    return closing and last.low in _EMPHASIS and all(n.pos in ("ADV", "ADP", "PRON", "DET") for n in child.subtree())


def _distributes(preposition: Node) -> bool:
    """«tunes the firmware for each market»: of the doing, not of the thing."""
    return any(d.low in ("each", "every") for n in preposition.kids("pobj") for d in n.kids("det"))


def noun_lemma(noun: Node) -> str:
    """The noun's lemma; a plural that the tagger took for a name loses its s."""
    low = noun.low.replace(".", "") if noun.low.count(".") > 1 else noun.low
    if low != noun.low:
        return low
    return low[:-1] if noun.lemma == low and noun.tag in ("NNS", "NNPS") and low.endswith("s") else noun.lemma


_MAKER: Final = re.compile(r"(?!film|law|policy|home|match|peace|book|pace|decision|trouble)\w+maker")


def maker_noun(lemma: str) -> str | None:
    """«maker» for «watchmaker», «lensmaker»: the kind that such a word is of."""
    return "maker" if _MAKER.fullmatch(lemma) else None


def is_counted(things: Node) -> bool:
    """«two film cameras»: so many of the kind; no measure of each, «35mm film cameras»."""
    numbers = (c for c in things.kids("nummod") if c.mention is None or c.mention.type != "quantity")
    return things.tag in ("NNS", "NNPS") and any(c.low in _NUMBERS or re.fullmatch(r"\d\d?", c.low) for c in numbers)


_NUMBERS: Final = frozenset("one two three four five six seven eight nine ten eleven twelve both".split())
