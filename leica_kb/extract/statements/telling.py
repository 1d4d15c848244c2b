"""The words of a text value: a phrase's own, a quality with what it depends on, or what a clause says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.degrees import is_best
from leica_kb.extract.phrases.limits import clauses_behind, is_limit, limited
from leica_kb.extract.phrases.nominal import full_span, phrase_words
from leica_kb.extract.statements.filling import Filler
from leica_kb.model import Span, TextValue

_QUALIFYING: Final = ("prep", "xcomp", "advmod", "npadvmod")
"""What behind a quality says for what, where or compared to what it is such."""
_SAYING: Final = ("dobj", "attr", "acomp", "oprd", "prt", "advmod", "npadvmod", "prep", "agent", "xcomp")
_APART: Final = ("relcl", "advcl", "parataxis", "punct", "mark")
_MOST: Final = 14
"""Words of a clause that are still its point."""
_OPENING: Final = ("the", "a", "an", "even")
"""What may stand in front of a clause and says nothing of its thing: «Even the strap is nice»."""
_COUNTING: Final = ("first", "last", "only", "second", "third")
"""What counts the things that somebody has."""
_LIMITING: Final = 10
"""Words of the clauses that say of which or when it is such."""
_FINITE: Final = ("VBZ", "VBP", "VBD")
_GAP: Final = 2
"""How far apart two words taken may stand: a bracket or a comma is between them."""


def text_of(node: Node) -> Filler:
    """The node's phrase as a text value."""
    if node.dep == "pcomp" and (had := node.kids("dobj")):  # «differs in having a wooden grip»
        node = had[0]
    if node.pos in ("VERB", "AUX", "ADJ") or node.tag == "VBN":
        said = _quality(node)
        return _filler(said, node)
    if node.mention is not None and node.mention.type == "quantity":
        return Filler(node.mention.span, "text", "text", value=TextValue(node.mention.text), node=node)
    node = _one_of(node)
    if (is_best(node) or _is_for_doing(node)) and (said := _with_its_clause(node)):
        return _filler(said, node)
    counted = any(c.low in _COUNTING for c in node.kids("amod"))  # «Japan's first good camera» is not the first
    owned = [n.end + 1 for p in node.kids("poss") for n in p.subtree() if not counted]
    whole, words = full_span(node), phrase_words(node, owned=counted)
    span = Span(min(max([whole.start, *owned]), node.start), whole.end)
    for clause in clauses_behind(node.head, whole.end) if node.dep == "attr" and node.head is not None else ():
        told = sorted(_inside(clause), key=lambda n: n.i)  # «a fine lens when stopped down»
        span, words = Span(span.start, told[-1].end), f"{words} {_words(told)}"
    return Filler(span, "text", "text", value=TextValue(words), node=node)


def _filler(said: Sequence[Node], node: Node) -> Filler:
    return Filler(Span(said[0].start, said[-1].end), "text", "text", value=TextValue(_words(said)), node=node)


def _words(said: Sequence[Node]) -> str:
    """The words as they stand, with a blank where there is one or where some are left out."""
    return said[0].text + "".join(" " * (b.start != a.end) + b.text for a, b in pairwise(said))


def _quality(node: Node) -> list[Node]:
    """«too heavy for travel», «sharp wide open»: a quality with its degree, and for what or where it is such."""
    before = [c for c in node.kids("advmod", "npadvmod", "compound") if c.i < node.i]
    adverbs = [c for c in before if c.low != "how" and (c.mention is None or not c.mention.is_name)]
    after = [c for c in node.children if c.i > node.i and _qualifies(c)] if node.pos == "ADJ" else []
    behind = [n for c in after for n in _inside(c)]
    said = sorted([*adverbs, node, *behind], key=lambda n: n.i)
    verb = node.head if node.dep in ("acomp", "oprd") else None
    for phrase in (c for c in (verb.kids("prep", "advmod") if verb is not None else ()) if c.i > node.i):
        told = sorted(_inside(phrase), key=lambda n: n.i)
        said += told if told[0].i == said[-1].i + 1 else []  # «remains sharp up to f/8»
    for clause in (c for n in (node, *([verb] if verb else [])) for c in clauses_behind(n, said[-1].end)):
        said += sorted(_inside(clause), key=lambda n: n.i)  # «sharp when stopped down»
    apart = _afterthoughts(said)
    said = [n for n in said if n not in apart]
    return said if _is_short(said) and _is_unbroken(said) else [*adverbs, node]


def _is_short(said: Sequence[Node]) -> bool:
    """Whether the words are few enough to be the point, not counting clauses that limit it."""
    apart = limited(said)
    return len([n for n in said if n.i not in apart]) <= _MOST and len(said) <= _MOST + _LIMITING


def _is_unbroken(said: Sequence[Node]) -> bool:
    """Whether no words are left out between those taken: not «so loud | they call it», without the «that when …»."""
    return all(after.i - before.i <= _GAP for before, after in pairwise(said))


def _qualifies(child: Node) -> bool:
    """Whether what stands behind a quality says for what, where or compared to what it is such."""
    return child.dep in _QUALIFYING or any(n.low == "than" for n in child.children)


def _afterthoughts(said: Sequence[Node]) -> set[Node]:
    """«bad by any means, great camera»: a judgement of its own behind the comma."""
    glosses = [n for n in said if n.dep == "appos" and n.head is not None and n.head.dep == "pobj"]
    return {n for g in glosses if g.mention is None and not g.kids("det", "poss") for n in g.subtree()}


def _one_of(node: Node) -> Node:
    """«one of the best cameras»: what is said of the one is not that it is the best."""
    above = node.head.head if node.dep == "pobj" and node.head is not None and node.head.low == "of" else None
    return above if above is not None and above.low == "one" else node


def _is_for_doing(node: Node) -> bool:
    """«a difficult lens to focus»: as what the thing is such."""
    return node.dep == "attr" and any(c.tag == "VB" for c in node.kids("acl", "relcl"))


def _with_its_clause(node: Node) -> list[Node]:
    """«the best lens that I have used»: a superlative with what tells of which it is that."""
    said = sorted((n for n in node.subtree() if n.dep != "punct"), key=lambda n: n.i)
    said = said[1:] if said[0].low in ("the", "a", "an") else said
    apart = node.dep not in ("attr", "pobj", "oprd", "appos") or node.kids("conj", "appos", "advcl", "parataxis")
    return said if len(said) <= _MOST and not apart else []


def said_by(verb: Node, *, agent: Sequence[Node] = ()) -> Iterator[Filler]:
    """The words of a clause behind its subject, or with it; none where it says too much, or with no verb of its own."""
    done = verb.tag == "VBN" and any(a.tag in _FINITE for a in verb.kids("auxpass"))
    if agent and verb.tag not in _FINITE and not done:
        return
    behind = [n for c in verb.children if c.dep in _SAYING and c.i > verb.i for n in _inside(c)]
    doers = [n for a in agent for n in _inside(a)]
    said = sorted({*doers, verb, *behind}, key=lambda n: n.i)
    said = list(dropwhile(lambda n: n.low in _OPENING, said))
    for clause in clauses_behind(verb, said[-1].end) if behind else ():
        said += sorted(_inside(clause), key=lambda n: n.i)
    if behind and _is_short(said):
        yield _filler(said, verb)


def _inside(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        than = child.dep == "advcl" and any(n.low == "than" for n in child.children)
        if child.dep not in _APART or than or is_limit(child) or node.dep == "advcl":
            yield from _inside(child)
