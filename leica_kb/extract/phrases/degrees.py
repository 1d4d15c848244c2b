"""How much of a quality: degrees, superlatives and comparisons that tell the other side."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import prepositional

_DEGREES: Final = frozenset(
    "very quite really extremely incredibly pretty fairly rather relatively remarkably surprisingly so too super bit"
    " little ridiculously absolutely truly exceptionally amazingly insanely unbelievably wonderfully highly somewhat"
    " slightly reasonably noticeably decently perfectly completely totally utterly gloriously overly entirely"
    " beautifully unusually particularly exceedingly terribly awfully annoyingly damn seriously impressively crazy"
    " astonishingly phenomenally stupidly outrageously superbly".split()
)
"""Adverbs that make of an adjective what somebody finds: «very light», «a bit loose»."""
_NO_QUALITIES: Final = frozenset(
    "different similar same able unable available unavailable sure unsure likely unlikely happy glad excited proud keen"
    " willing close new old other such common interested concerned aware ready busy successful involved present true"
    " alike equal young late early recent identical comparable familiar popular famous well-known"
    " known rare afraid clear".split()
)
"""Adjectives of age, likeness, readiness and frame of mind, whose degree tells nothing of a thing's worth."""
_NO_ORDER: Final = frozenset(
    "much many more most less least few last latest newest oldest youngest first next recent"
    " important necessary".split()
)
"""Amounts, places in a row, and what matters to somebody."""


def is_graded(node: Node) -> bool:
    """Whether an adjective, or one before a noun, says how much of a quality: «too heavy», «the lightest camera»."""
    if node.low == "one":
        return is_best(node)
    if node.pos in ("NOUN", "PROPN"):
        return any(is_graded(c) for c in node.kids("amod"))
    if node.pos != "ADJ" or node.low in _NO_ORDER:
        return False
    degrees = {c.low for c in node.kids("advmod", "npadvmod") if c.i < node.i}
    plain = node.tag == "JJ" and node.low not in _NO_QUALITIES
    return is_superlative(node) or (plain and bool(degrees & _DEGREES)) or is_compared(node)


def is_best(node: Node) -> bool:
    """«the sharpest lens», «one of the most popular cameras»."""
    nouns = prepositional(node, "of") if node.low == "one" else [node]
    return any(is_superlative(c) for n in nouns for c in n.kids("amod"))


def is_superlative(node: Node) -> bool:
    """«sharpest», «most popular», and no place in a row."""
    most = any(c.low == "most" and c.i < node.i for c in node.kids("advmod"))
    return node.low not in _NO_ORDER and (node.tag == "JJS" or most)


def is_comparative(node: Node) -> bool:
    """«smaller», «more expensive»."""
    return node.tag == "JJR" or any(c.low in ("more", "less") and c.i < node.i for c in node.kids("advmod"))


def is_equative(node: Node) -> bool:
    """«just as good»."""
    return any(c.low == "as" and c.i < node.i for c in node.kids("advmod"))


def is_compared(node: Node) -> bool:
    """«smaller than the other»: a comparative with its other side."""
    return is_comparative(node) and any(n.low == "than" and n.i > node.i for n in node.subtree())
