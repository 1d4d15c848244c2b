"""What firms make by a common noun alone: «microscopes and endoscopes», «a stereo camera», «the shutter»."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.classes import marked_by, restrictions
from leica_kb.extract.frames import noun_lemma
from leica_kb.extract.parser import Node
from leica_kb.lang.cues import EVALUATIVE
from leica_kb.lang.tokens import slug

_NO_GOODS: Final = frozenset(
    "mistake decision effort change claim profit loss sale film photo image picture plan move promise stride headline "
    "wave inroad choice point way case difference progress money sense statement comment offer deal contribution "
    "improvement appearance impression record people employee friend thing".split()
)
"""What is made without being goods."""
_TIMELY: Final = frozenset("new old first last next latest recent second third small big large little good".split())
"""Adjectives that make no kind: «a new camera»."""
_VERSIONS: Final = frozenset("model version variant edition unit copy prototype example".split())
"""What something is made in; which kind of goods it is they do not say."""
_VAGUE: Final = frozenset("other such same".split())
_PRAISE: Final = (
    EVALUATIVE | _TIMELY | frozenset("multiple several various many few numerous different own fine".split())
)
"""Words before goods that make no kind of them: «great lenses», «various cameras»."""
_SINGULAR: Final = frozenset({"part", "instrument"})
"""Classes of nouns of which one stands for the kind, whatever its article: «makes the shutter»."""


def goods_name(node: Node, classes: frozenset[str]) -> str | None:
    """The name of the kind of goods that a common noun means; None where it means none, or somebody's own."""
    if node.mention is not None or any(c.mention and c.mention.is_name for c in node.kids("compound", "nmod")):
        return None
    if any(c.low in _VAGUE for c in node.kids("amod", "det")) or node.lemma in _VERSIONS:
        return None
    plural = node.tag == "NNS" and not node.kids("det", "poss", "nummod") and noun_lemma(node) not in _NO_GOODS
    if marked_by(node) or (not plural and not _is_one_kind(node, classes)):
        return None
    before = [
        n for c in node.kids("compound", "amod", "nmod") for n in c.subtree() if n.dep not in ("advmod", "cc", "punct")
    ]
    words = [n.low for n in sorted(before, key=lambda n: n.i) if n.i < node.i and n.low not in _PRAISE]
    return slug(" ".join([*words, node.low]))


def _is_one_kind(node: Node, classes: frozenset[str]) -> bool:
    """«a stereo camera», «the kit zoom», «an enlarger», «the battery»: one that stands for its kind."""
    articles = {c.low for c in node.kids("det")}
    if node.tag != "NN" or not articles & {"a", "an", "the"} or any(p.low in ("of", "for") for p in node.kids("prep")):
        return False
    if classes & _SINGULAR:
        return True
    told = node.kids("compound") or ("the" not in articles and set(restrictions(node)) - _TIMELY)
    return bool(told and classes & {"camera", "lens"})
