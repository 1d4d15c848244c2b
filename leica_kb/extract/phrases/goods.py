"""What firms make by a common noun alone: «microscopes and endoscopes», «a stereo camera», «the shutter»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import UNRESTRICTING, marked_by, restrictions
from leica_kb.extract.phrases.classes import plural as plural_of
from leica_kb.extract.phrases.nominal import noun_lemma
from leica_kb.lang.cues import EVALUATIVE
from leica_kb.lang.tokens import slug

_NO_GOODS: Final = frozenset(
    "mistake decision effort change claim profit loss sale film photo image picture plan move promise stride headline "
    "wave inroad choice point way case difference progress money sense statement comment offer deal contribution "
    "improvement appearance impression record people employee friend thing result color colour tone footage output "
    "quality shot portrait snapshot sense memory".split()
)
"""What is made without being goods."""
_EMPTY: Final = frozenset(
    "product device item article piece mile metre meter foot inch yard ton tonne dozen hundred thousand million".split()
)
"""What says nothing of the kind by itself."""
_STUFF: Final = frozenset(
    "glass film paper equipment gear software hardware machinery furniture clothing electronics optics steel".split()
)
"""Goods that are not counted."""
_MAKERS: Final = frozenset(
    "maker manufacturer producer builder manufacturing making building market business "
    "field segment industry trade".split()
)
_FIRMS: Final = frozenset("company firm brand house giant startup start-up".split())
"""What somebody is who makes what stands before the word: «a telescope firm», «the watch brand»."""
_MADE: Final = frozenset({"camera", "lens", "product", "instrument", "artefact"})
_SERVED: Final = frozenset(
    "film phone television radio bus aircraft aeroplane airplane product model device version gear equipment machine "
    "tool body compact prime zoom engine".split()
)
"""Goods of which «a film company», «a bus company» does something else than make them, or that say too little."""
_OF_FIRMS: Final = frozenset(
    "leading major minor small big large largest famous renowned former rival veteran independent prestigious "
    "prominent premier established specialist niche boutique respected local domestic foreign young old new other "
    "fellow last first only next second third well-known world-leading top bankrupt ailing struggling once-great "
    "legendary state-run state-owned popular national international global regional iconic historic".split()
)
"""What is said before «camera maker» of the maker, not of the camera."""
_OF_TRADE: Final = frozenset(
    "contract subcontract volume mass quality precision specialty speciality luxury premium family brand state city "
    "country world house fellow original-equipment custom".split()
)
"""Nouns before «maker» that say how or for whom it makes, and not what: «a contract manufacturer»."""
_TIMELY: Final = frozenset("new old first last next latest recent second third small big large little good".split())
"""Adjectives that make no kind: «a new camera»."""
_VERSIONS: Final = frozenset("model version variant edition unit copy prototype example design type kind sort".split())
"""What something is made in; which kind of goods it is they do not say."""
_VAGUE: Final = frozenset("other such same".split())
_PRAISE: Final = (
    EVALUATIVE
    | _TIMELY
    | UNRESTRICTING
    | frozenset("additional all multiple numerous more fewer most different".split())
    | frozenset("quality high-quality top-quality inventive".split())
)
"""Words before goods that make no kind of them: «great lenses», «various cameras»."""
_GENERAL: Final = frozenset("camera body device compact lens optic objective film engine speaker".split())
"""Nouns of which one stands for a kind only where another word tells which."""
_SINGULAR: Final = frozenset({"part", "instrument"})
"""Classes of nouns of which one stands for the kind, whatever its article: «makes the shutter»."""


def goods_name(node: Node, classes: frozenset[str]) -> str | None:
    """The name of the kind of goods that a common noun means; None where it means none, or somebody's own."""
    if node.head is not None and node.head.lemma in _MAKERS and node.dep in ("compound", "nmod"):
        return _makers_goods(node, node.head)
    if node.head is not None and node.head.lemma in _FIRMS and node.dep in ("compound", "nmod"):
        sure = classes & _MADE and noun_lemma(node) not in _SERVED
        return _makers_goods(node, node.head) if sure else None
    marks = [c.mention for c in node.kids("compound", "nmod") if c.mention]
    brands = [m for m in marks if m.is_name and m.type not in ("mount", "technology")]
    if (brands and not _is_of_make(node, brands)) or (node.mention is not None and not _is_count(node, classes)):
        return None
    if any(c.low in _VAGUE for c in node.kids("amod", "det")) or node.lemma in _VERSIONS:
        return None
    own = not classes & {"camera", "lens", "sensor"} and any(c.low == "own" for c in node.kids("amod"))
    free = all(c.low == "all" or (own and c.dep == "poss") for c in node.kids("det", "poss"))
    stuff = node.low in _STUFF and free
    plural = node.tag == "NNS" and free and (noun_lemma(node) not in _NO_GOODS or _is_material(node))
    each = _is_each(node) and bool(brands)
    if marked_by(node) or not (stuff or plural or each or _is_one_kind(node, classes)):
        return None
    before = [
        n for c in node.kids("compound", "amod", "nmod") for n in c.subtree() if n.dep not in ("advmod", "cc", "punct")
    ]
    words = [n.low for n in sorted(before, key=lambda n: n.i) if n.i < node.i and n.low not in _PRAISE]
    kind = plural_of(node.low) if each else node.low
    return slug(" ".join([*words, kind])) if words or noun_lemma(node) not in _EMPTY else None


_OF_WHOM: Final = ("JJR", "JJS", "VBN")
"""Tags of words before a maker that tell of the maker: «larger», «Gothenburg-based»."""


def _makers_goods(node: Node, maker: Node) -> str | None:
    """«camera lens» of «a German camera lens manufacturer»: what is made, from the words right before the maker."""
    beside = [c for c in maker.kids("compound", "nmod", "amod") if c.i < maker.i and not c.mention]
    if node.i != maker.i - 1 or node.mention is not None or node.pos != "NOUN":
        return None
    of_maker = {
        c for c in beside if c.low in _OF_FIRMS | EVALUATIVE or c.tag in ("JJR", "JJS", "VBN") or c.kids("advmod")
    }
    told = sorted({n for c in (*beside, node) if c not in of_maker for n in c.subtree()}, key=lambda n: n.i)
    told = [n for n in told if not (n.mention or (n.text[:1].isupper() and n.text[1:].islower()))]
    if any(n.pos == "ADJ" and not n.low.endswith(("al", "ic")) and "-" not in n.low for n in told):
        return None  # whether the maker is said to be so or the things, no word tells
    kind = " ".join(n.low for n in told[:-1])
    return None if slug(f"{kind} {node.low}") in _OF_TRADE else slug(f"{kind} {plural_of(node.low)}")


def _is_count(node: Node, classes: frozenset[str]) -> bool:
    """«342 cameras»: a number of things of a kind that firms make, and no measure."""
    return node.mention is not None and node.mention.type == "quantity" and bool(classes and node.kids("nummod"))


def _is_of_make(node: Node, brands: Sequence[Mention]) -> bool:
    """«Ibanez guitars»: a plural behind one maker's name."""
    firm = brands[0].type in ("company", "unknown", "product_line", *(() if brands[0].known else ("place",)))
    return (node.tag == "NNS" or node.low in _STUFF or _is_each(node)) and len(brands) == 1 and firm


def _is_each(node: Node) -> bool:
    """«every Orlik shutter»: one that stands for all."""
    return node.tag == "NN" and any(c.low in ("each", "every") for c in node.kids("det"))


def _is_material(node: Node) -> bool:
    """«acetate-base films»: films of a kind that words about stuff tell, not those of a cinema."""
    told = node.kids("compound") or any("-" in c.low for c in node.kids("amod", "nmod"))
    return noun_lemma(node) == "film" and bool(told)


def _is_one_kind(node: Node, classes: frozenset[str]) -> bool:
    """«a stereo camera», «the kit zoom», «an enlarger», «its first harp»: one that stands for its kind."""
    articles = {c.low for c in node.kids("det")}
    first = any(c.low == "first" for c in node.kids("amod"))
    own = first and any(c.tag == "PRP$" for c in node.kids("poss"))
    marked = own or articles & {"a", "an", "the"}
    if node.tag != "NN" or not marked or any(p.low in ("of", "for") for p in node.kids("prep")):
        return False
    if classes & _SINGULAR or (own and "artefact" in classes):
        return True
    by_itself = node.lemma not in _GENERAL or set(restrictions(node)) - _TIMELY
    told = node.kids("compound") or ((first or "the" not in articles) and by_itself)
    return bool(told and classes & {"camera", "lens", "artefact"})
