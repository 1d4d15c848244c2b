"""What a noun phrase picks out before any name is looked up: one thing or many, whose, of which kind."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.names.unlisted import is_model_like, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import governing_verb
from leica_kb.extract.phrases.nominal import all_conjuncts, associated, conjuncts, is_pronoun, prepositional
from leica_kb.lang.cues import EVALUATIVE, FRACTIONS, OFFICES, PARTITIVES, QUANTIFIERS
from leica_kb.lang.tokens import slug

_BRANDED: Final = frozenset({"branded", "badged"})


_MAKING: Final = frozenset("make build produce manufacture assemble design sell".split())


_CONTRASTING: Final = frozenset("own same other different similar".split())
"""Adjectives that set a thing apart from the one spoken of."""
_PLACED: Final = frozenset("first last next".split())
"""Adjectives that tell a thing by its place in a row."""
_THING_MARKS: Final = _PLACED | frozenset("own new old used second-hand vintage".split())
"""Adjectives that a thing takes behind a determiner, and a firm does not."""


_DEFINITE: Final = frozenset("both the this that these those its their his her our".split())


def measured(node: Node) -> list[Node]:
    """What a quantifier or a partitive measures out: «most of the lenses», «a range of lenses»."""
    each = node.low == "one" and any(c.low in ("every", "each", "any") for c in node.kids("det"))
    measures = node.mention is None and (each or node.low in QUANTIFIERS or node.lemma in PARTITIVES)
    if not measures and not is_part(node):
        return []
    return [n for n in prepositional(node, "of") if not (node.low in ("rest", "half") and _is_single_thing(n))]


def meant_by(part: Node, measure: Node) -> list[Node]:
    """«both of which», «some of whom»: what the clause hangs from, where a pair is one; nothing where it is not."""
    if part.low not in ("which", "whom"):
        return [part]
    verb = governing_verb(part)
    meant = all_conjuncts(verb.head) if verb.dep == "relcl" and verb.head is not None else []
    return meant if measure.low != "both" or len(meant) == 2 else []


def _is_single_thing(node: Node) -> bool:
    """«the rest of the camera»: a part of one thing is not the thing."""
    return node.tag == "NN" and node.mention is None and bool(node.kids("det", "poss"))


_WIDE: Final = frozenset("world existence history market time day range".split())
"""What a superlative is of or in, and no name after a comma is said to be."""


def called_so(measure: Node) -> list[Node]:
    """«one of the finest cameras in the world, the Nova»: the name of the one."""
    if measure.low != "one":
        return []
    glosses = [n for n in measure.subtree() if n.dep == "appos" and n.mention and n.mention.is_name]
    things = (measure, *prepositional(measure, "of"))
    return [n for n in glosses if n.head and (n.head in things or (n.head.low in _WIDE and not n.head.mention))]


def is_part(node: Node) -> bool:
    """Whether the word counts a part of what its of-phrase names: «half of», «80 percent of», «two of»."""
    counted = node.mention is None or not node.mention.is_name
    return (
        counted
        and (node.low in FRACTIONS or (node.tag == "CD" and node.low != "one"))
        and any(p.low == "of" for p in node.kids("prep"))
    )


def is_called_the(node: Node, mention: Mention) -> bool:
    """«the Trioplan», «a used Nokia 9»: an unlisted name with the article that firms and people go without."""
    named = mention.is_name and not mention.known and mention.type in ("unknown", "company", "person", "place")
    marked = any(c.low == "the" for c in node.kids("det")) or is_one_of_its(node) or is_model_like(mention.text)
    return named and marked and not is_organisation(mention.text)


def model_before(node: Node) -> Node | None:
    """«the Vega panoramic camera», «a Trioplan lens»: the unlisted name in front of a single thing."""
    if node.tag != "NN" or any(c.low not in ("the", "a", "an", "this") for c in node.kids("det", "poss")):
        return None
    named = [c for c in node.kids("compound", "nmod") if c.mention and c.mention.is_name and not c.mention.known]
    return named[0] if len(named) == 1 and node.kids("det") else None


def named_before(node: Node) -> list[Node]:
    """«the Lumix GX1 and G3 camera models», «the law firm Lind», «the X9 L-mount camera»: models, or a name beside."""
    before = [n for c in node.kids("compound", "nmod") for n in (*c.kids("compound", "nmod"), c) if n.i < node.i]
    return [n for c in before for n in conjuncts(c) if _is_model(n) or n.i == node.i - 1 or _is_called(n, node)]


_LINES: Final = frozenset("range series line family lineup line-up collection system".split())


def line_name(node: Node) -> str:
    """«its OM-D line», «the Nova range»: the name in front of a word for several models; no firm's is one."""
    if node.lemma not in _LINES or node.tag not in ("NN", "NNP"):
        return ""
    before = sorted(node.kids("compound", "nmod", "amod"), key=lambda c: c.i)
    named = [c for c in before if c.text[:1].isupper()]
    firm = all(c.mention is not None and _is_firm_or_town(c.mention) for c in named)
    return "" if firm or before[-1] is not named[-1] else " ".join(c.text for c in named)


def _is_firm_or_town(name: Mention) -> bool:
    """Whether a name is no line's: what is only guessed to be a town may be one, «the Aria range»."""
    return name.type in ("company", "demonym") or (name.type == "place" and name.known)


def is_personal(node: Node, classes: frozenset[str]) -> bool:
    """Whether a common noun means a person: an office, or an agent noun that is no kind of company or thing."""
    if node.lemma in OFFICES or "person" in classes:
        return True
    return (
        not classes
        and node.pos == "NOUN"
        and node.lemma.endswith(("ist", "ian", "man", "woman", "eur", "tor", "stor", "graduate"))
    )


_FIRMS: Final = frozenset("company firm business corporation concern".split())


def _is_called(name: Node, noun: Node) -> bool:
    """«the Lind camera company»: an unlisted name that only a kind of goods divides from the noun."""
    if noun.lemma not in _FIRMS or name.mention is None or slug(name.mention.text) != name.mention.entity:
        return False
    between = [c for c in noun.kids("compound") if name.i < c.i and not c.mention]
    return any(c.low == "the" for c in noun.kids("det")) and name.i + len(between) == noun.i - 1


def _is_model(node: Node) -> bool:
    return node.mention is not None and node.mention.type in ("product", "product_line")


def maker_of(node: Node) -> Node | None:
    """The company, or in front of a plural the unlisted name, whose things a common noun means."""
    beside = sorted(associated(node, depth=1), key=lambda n: n.i > node.i)
    branded = [c for p in node.kids("amod") if p.low in _BRANDED for c in p.kids("npadvmod", "compound", "nmod")]
    for inner in (*branded, *beside):
        if inner.mention and inner.mention.type == "company" and not _is_place_of(inner):
            return inner
    several = node.tag == "NNS" or any(c.low in ("each", "every") for c in node.kids("det"))
    named = [c for c in node.kids("compound", "nmod", "amod", "poss") if c.mention and c.mention.is_name]
    named += [n for c in node.kids("acl") if c.lemma in _MAKING for a in c.kids("agent") for n in a.kids("pobj")]
    named += [n for c in node.kids("relcl") if c.lemma in _MAKING for n in c.kids("nsubj") if n.mention]
    named += [n for n in [doer_of(node)] if n is not None and n.mention]
    makers = (n for n in named if n.mention and (n.mention.type == "company" or _may_make(n.mention)))
    return next(makers, None) if several else None


def makers_in_row(maker: Node) -> list[Mention]:
    """«Rokkor and Hexanon lenses»: the names in a row before a noun, which stands for the things of each."""
    before = maker.dep in ("compound", "nmod", "amod", "poss")
    return [n.mention for n in (conjuncts(maker) if before else [maker]) if n.mention and n.mention.is_name]


def _is_place_of(firm: Node) -> bool:
    """«a lens on eBay», «the cameras at Sotheby's»: where things are, and not who makes them."""
    return firm.dep == "pobj" and firm.head is not None and firm.head.low in ("on", "at", "behind")


def _may_make(name: Mention) -> bool:
    """Whether an unlisted name can be a maker's, whatever the recogniser takes it for."""
    return not name.known and (name.type in ("unknown", "place") or (name.type == "person" and " " not in name.text))


def shared_maker(node: Node) -> str | None:
    """«Pentax cameras and lenses»: the maker named before the first of two kinds of things makes the second, too."""
    if node.dep != "conj" or node.head is None or node.kids("det", "poss", "compound", "amod", "nmod", "acl"):
        return None
    first = node.head.mention
    owners = [c.mention for c in node.head.kids("poss") if c.mention and c.mention.type == "company"]
    if first is None and len(owners) == 1 and node.tag == node.head.tag == "NNS":  # «Pentax's zooms and primes»
        return owners[0].entity
    return first.maker if first is not None and first.type == "product_class" else shared_maker(node.head)


def own_name(node: Node) -> str:
    """«the Spotmatic cameras»: the capitalised word by which the phrase itself names its things."""
    words = [
        c.text
        for c in node.kids("amod", "compound", "nmod")
        if c.mention is None and c.text[:1].isupper() and c.text[1:].islower() and c.i < node.i
        if c.i > 0 or (c.pos == "PROPN" and not in_dictionary(c.text))
    ]
    return " ".join(words)


def marked_by(node: Node) -> str:
    """«Lenses with a gold ring», as words: a bare plural that its own phrase makes a class."""
    bare = node.tag == "NNS" and not node.kids("det", "poss", "nummod", "amod", "compound", "nmod")
    marks = [n for p in node.kids("prep") if p.low == "with" for n in p.kids("pobj")]
    pointing = any(c.low in _DEFINITE for m in marks for c in m.kids("det", "poss"))  # «lenses with this mount»
    if not bare or len(marks) != 1 or pointing or not marks[0].kids("det", "amod", "compound", "nummod"):
        return ""
    words = sorted((n for n in marks[0].subtree() if n.pos not in ("DET", "PUNCT")), key=lambda n: n.i)
    if len(words) > 3 or any(n.mention and n.mention.is_name for n in words):
        return ""
    return " ".join([node.low, "with", *(n.low for n in words)])


def one_of_make(node: Node) -> str:
    """«the next Hasselblad», as words: a single thing that is told by its maker and its place in a row."""
    firm = node.mention is not None and node.mention.is_name and node.mention.type == "company"
    placed = [c for c in node.kids("amod") if c.low in ("next", "upcoming", "coming", "forthcoming")]
    article = any(c.low in ("the", "its", "this") for c in node.kids("det", "poss"))
    return f"{placed[0].low} {node.text}" if firm and article and len(placed) == 1 else ""


def whole_of(node: Node) -> Node | None:
    """«the lens of the Corvid One», «the Corvid One's lens»: the product that a thing is a part of."""
    held = [*(n for p in node.kids("poss") for n in conjuncts(p)), *prepositional(node, "of", "on", "in")]
    named = [n for n in held if n.mention and n.mention.is_name and n.mention.type == "product"]
    return named[0] if len(named) == 1 else None


UNRESTRICTING: Final = frozenset("own other such same famous renowned fine many few several various".split())


def restrictions(node: Node) -> list[str]:
    """«medium-format» of «Fujifilm’s medium-format cameras»: what makes the class a smaller one."""
    return [
        c.low
        for c in node.kids("amod", "compound", "nmod")
        if c.i < node.i
        and c.mention is None
        and c.tag not in ("JJS", "JJR", "VBN", "VBG", "CD", "DT")
        and c.low not in UNRESTRICTING | EVALUATIVE | QUANTIFIERS.keys()
    ]


def doer_of(node: Node) -> Node | None:
    """«Sigma grinds every lens», «Nikon makes lenses»: the company whose own things the object must be."""
    verb = node.head
    if node.dep != "dobj" or verb is None:
        return None
    bare = verb.lemma in _MAKING and node.tag == "NNS" and not node.kids("det", "poss", "nummod", "amod", "compound")
    if not bare and not any(c.low in ("each", "every", "all") for c in node.kids("det")):
        return None
    return next((s for s in verb.kids("nsubj") if s.mention or s.low == "we"), None)


def is_one(node: Node) -> bool:
    """Whether a maker's name is used of a single thing: with an article, a possessive or a quantifier before it."""
    return any(
        c.low in ("a", "an", "your", "my", "every", "each", "this", "his", "her")
        for c in node.kids("det", "poss", "nmod")
    )


def is_one_of_its(node: Node) -> bool:
    """«its first Hasselblad», «a used Leica»: a maker's name behind a determiner and what tells things apart."""
    marks = [c for c in node.kids("amod", "nummod") if c.i < node.i]
    told = any(c.low in _THING_MARKS or (c.mention and c.mention.type == "rank") for c in marks)
    return told and bool(node.kids("det", "poss"))


def is_single(node: Node) -> bool:
    """«their first product», «its new camera»: one thing of a class, told by its place in a row or by whose it is."""
    ranked = [c for c in node.kids("amod", "nummod") if (c.mention and c.mention.type == "rank") or c.tag == "JJS"]
    placed = any(c.low in _PLACED for c in node.kids("amod"))
    return node.tag == "NN" and bool(ranked or placed or any(map(is_pronoun, node.kids("poss"))))


def is_definite(node: Node) -> bool:
    """Whether a phrase points back: not «the first camera», «the same body», «the lens made by Cosina»."""
    told = node.kids("amod", "nummod")
    if any((c.mention and c.mention.type == "rank") or c.tag == "JJS" or c.low in _CONTRASTING for c in told):
        return False
    if node.dep != "nsubj" and any(c.i == node.i + 1 and c.tag == "VBN" for c in node.kids("acl")):
        return False
    return any(c.low in _DEFINITE for c in node.kids("det", "poss", "predet"))


def is_somewhere(node: Node) -> bool:
    """«a converted dairy in Oslo»: whether a common noun is said to be in a place."""
    inside = [t for p in node.kids("prep") if p.low in ("in", "near", "outside") for t in p.kids("pobj")]
    return (
        node.pos == "NOUN" and bool(node.kids("det")) and any(t.mention and t.mention.type == "place" for t in inside)
    )


_PLURALS: Final = {"man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth"} | {
    one: f"{one.removesuffix('e')[:-1]}ves" for one in "knife wife life half shelf leaf loaf wolf calf thief".split()
}
"""Plurals that no ending tells."""


def plural(noun: str) -> str:
    """The plural under which a class of things is named."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("s") and noun != "lens":
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("lens", "x", "ch", "sh")) else "s")


def glosses_firm(node: Node) -> bool:
    """«Nordal, a workshop in Cork»: what a firm is said to be in a gloss is the firm, and no works of somebody."""
    mention = node.head.mention if node.dep == "appos" and node.head is not None else None
    return mention is not None and mention.type == "company"
