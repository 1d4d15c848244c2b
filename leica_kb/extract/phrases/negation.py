"""The words that deny: a verb («not», «never», «nobody», «at no time») or a phrase («no factory», «not in Japan»)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import all_conjuncts
from leica_kb.lang import cues

_NOBODY: Final = frozenset("nobody none nothing no-one".split())
_NEVER: Final = frozenset("time point stage moment means way circumstance circumstances account case".split())
"""Nouns that with «no» before them say never or not at all."""
_TURNING: Final = frozenset({"not", "never"})
"""Words that before a phrase deny what is said of it alone: «made in Cork, never in Riga»."""
_JOINING: Final = frozenset("neither nor".split())
_FOCUSING: Final = frozenset("only until till merely just".split())
"""Words behind a «not» that point to something instead of denying it: «not only», «not until 1999»."""


def deniers(verb: Node) -> Iterator[Node]:
    """What denies a verb: not, never, neither and nor before it, nobody, at no time."""
    for child in verb.children:
        denied = child.dep == "neg" and not _is_contrast(child, verb)
        joined = child.low in _JOINING and child.dep in ("cc", "preconj", "advmod") and child.i < verb.i
        adverb = child.dep == "advmod" and (child.low in cues.NEGATORS or _no_longer(child)) and not joined
        nobody = child.dep in ("nsubj", "nsubjpass") and child.low in _NOBODY
        if (denied or joined or adverb or nobody) and not _points(child):
            yield child
        elif child.dep == "prep" and child.i < verb.i:
            never = [n for n in child.kids("pobj") if n.lemma in _NEVER]
            yield from (d for n in never for d in n.kids("det") if d.low == "no")
    if verb.dep == "conj" and verb.head is not None and not verb.kids("nsubj", "nsubjpass"):
        yield from (c for c in verb.head.kids("preconj") if c.low == "neither" and c.i < verb.i)


def _points(negator: Node) -> bool:
    """«not only», «not until 1999»: the «not» belongs to the word behind it and leaves the clause as it is."""
    head = negator.head
    near = head.subtree() if head is not None else ()
    return negator.low == "not" and any(n.i == negator.i + 1 and n.low in _FOCUSING for n in near)


def _is_contrast(negator: Node, verb: Node) -> bool:
    """«made in Germany, not in Portugal»: after the verb, and before a phrase of its own."""
    return negator.low in _TURNING and negator.i > verb.i + 1 and verb.lemma != "be"


def denied_alternative(node: Node) -> Node | None:
    """The «not» right before the phrase (or its preposition) that the node heads."""
    top = node.head if node.dep == "pobj" and node.head is not None else node
    first, own = (min(n.i for n in phrase.subtree()) for phrase in (top, node))
    above = next((a for a in top.ancestors() if a.pos in ("VERB", "AUX")), None)
    candidates = list(above.subtree() if above is not None else top.ancestors())
    replaced = next((n for n in candidates if n.i in (first - 1, own - 1) and replaces(n)), None)
    return replaced or next(
        (n for n in candidates if n.low in _TURNING and n.i in (first - 1, first) and not _points(n)), None
    )


def replaces(node: Node) -> bool:
    """The «than» of «rather than», the «of» of «instead of»."""
    return {"than": "rather", "of": "instead"}.get(node.low, "-") in {c.low for c in node.children}


def _no_longer(adverb: Node) -> bool:
    return adverb.low == "longer" and any(c.low == "no" for c in adverb.children)


def own_negators(node: Node) -> Iterator[Node]:
    """«no factory», «not an M-series», «neither»; of «no mirror and no meter» each has its own."""
    shared = [c for c in all_conjuncts(node)[0].children if c.low in ("neither", "no") and c.head is not node]
    own = [c for c in node.children if _denies(c)]
    yield from own or filter(_denies, shared)


def _denies(child: Node) -> bool:
    joined = child.dep in ("det", "neg", "preconj", "cc", "advmod")
    return joined and child.low in ("no", "neither", "not") and not _points(child)
