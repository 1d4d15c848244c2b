"""The parser's bad habits with rows whose items have words of their own: an item hung from the word before it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import all_conjuncts, conjuncts
from leica_kb.lang.cues import OWNERS


def phrase_of_agent(node: Node) -> None:
    """«made by Orlik and by Vela», «by Orlik and in Cork»: a phrase beside that of the doer is the verb's."""
    by = node.head
    if node.dep != "conj" or node.pos != "ADP" or by is None or by.dep != "agent" or by.head is None:
        return
    node.attach(by.head, "agent" if node.low == by.low else "prep")


def phrase_in_row(node: Node) -> None:
    """«plants in Cork, in Riga», «chairman of A in 1979 and of B in 1986»: the phrase is of what the like one is of."""
    above = node.head
    if node.pos != "ADP" or node.dep not in ("prep", "conj") or above is None or above.low == node.low:
        return
    words = {n.i: n for n in list(node.ancestors())[-1].subtree() if n.i < node.i}
    joint = words.get(node.i - 1)
    like = words.get(max((i for i, n in words.items() if n.low == node.low), default=-1))
    if like is None or like.dep != "prep" or like.head in (None, above) or like in node.ancestors():
        return
    if joint is not None and joint.low in _JOINTS and (node.low == "of" or _stand_together(like, joint, node)):
        node.attach(like, "conj")


def correlative_phrase(node: Node) -> None:
    """«both at Orlik's plant in Cork and in Riga»: the second phrase stands beside that which begins behind «both»."""
    inner = node.head
    if node.dep != "conj" or node.pos != "ADP" or inner is None or inner.pos != "ADP":
        return
    outer = next((a for a in inner.ancestors() if a.pos == "ADP" and a.dep == "prep"), None)
    if outer is None or outer.head is None:
        return
    words = list(node.ancestors())[-1].subtree()
    if any(n.low in ("both", "either", "neither") and n.i == outer.i - 1 for n in words):
        node.attach(outer.head, "prep")


_JOINTS: Final = (",", "and", "but", "or")


def _stand_together(like: Node, joint: Node, node: Node) -> bool:
    """Whether only the joint parts two phrases of the same preposition, and names of one type are in them."""
    ends = max(n.i for n in like.subtree() if n.pos not in ("PUNCT", "CCONJ"))
    one, other = like.kids("pobj")[:1], node.kids("pobj")[:1]
    named = [_is_name(n) for n in (*one, *other)] == [True, True] and _are_alike(one[0], other[0])
    behind = joint.head is like or (node.head is not None and node.head.i < like.i)
    return named and joint.i - 2 <= ends < joint.i and behind


def object_behind_phrase(node: Node) -> None:
    """«made lenses in Jena and cameras in Gera» with the cameras beside Jena: each object has its own place."""
    above = node.head
    if node.dep != "conj" or _is_name(node) or node.tag not in ("NN", "NNS") or above is None:
        return
    verb = next((a for a in node.ancestors() if a.pos == "VERB"), None)
    first = next((o for o in verb.kids("dobj") if o.i < node.i), None) if verb is not None else None
    if verb is None or first is None or not (above is verb or (above.dep == "pobj" and _is_name(above))):
        return
    phrases = [p for n in (verb, first) for p in n.kids("prep") if first.i < p.i < node.i]
    behind = [p for n in verb.subtree() for p in n.kids("prep") if p.i == node.i + 1]
    if len(phrases) == 1 and phrases[0].i == first.i + 1 and behind and behind[0].low == phrases[0].low:
        node.attach(first, "conj")
        phrases[0].attach(first, "prep")
        behind[0].attach(node, "prep")


def floating_phrase(node: Node) -> None:
    """«a supplier to Orlik and Vela, both in Riga»: behind a comma «both» and «all» speak of the row before them."""
    if node.dep != "prep" or node.head is None:
        return
    row = next((c for c in node.kids("preconj", "predet", "det", "advmod") if c.low in ("both", "all", "each")), None)
    if row is None or row.i != node.i - 1:
        return
    words = {n.i: n for n in list(node.ancestors())[-1].subtree()}
    comma, last = words.get(row.i - 1), words.get(row.i - 2)
    if comma is not None and comma.low == "," and last is not None and _is_name(last):
        row.attach(last, "dep")
        node.attach(row, "prep")


def item_behind_gloss(node: Node) -> None:
    """«owns Orlik, the maker of locks, and Vela Instruments»: behind the gloss and its comma the row goes on."""
    last = node.head
    if node.dep != "conj" or last is None or not _is_name(node):
        return
    gloss = next((n for n in (last, *last.ancestors()) if n.dep == "appos"), None)
    name = gloss.head if gloss is not None and not _is_name(gloss) else None
    if name is None or not name.i < node.i or not _are_alike(name, node) or not _ends_gloss(last):
        return
    if last is gloss or not _are_alike(last, node) or (len(conjuncts(last)) == 2 and last.dep != "conj"):
        node.attach(name, "conj")


def _ends_gloss(last: Node) -> bool:
    """Whether a comma and «and» stand behind the word."""
    joints = [c for c in last.kids("cc") if c.low in ("and", "but")]
    commas = {c.i for n in (last, *last.ancestors()) for c in n.kids("punct") if c.low == ","}
    return any(c.i - 1 in commas for c in joints)


def item_of_phrase(node: Node) -> None:
    """«the sensors in the Nova, the Vela and the Lyra» as a row of sensors: names like that in the phrase are in it."""
    noun = node.head
    if node.dep != "conj" or not _is_name(node) or noun is None or noun.mention is not None or noun.pos != "NOUN":
        return
    held = [n for p in noun.kids("prep") if noun.i < p.i < node.i for n in p.kids("pobj")]
    if held and _is_name(held[-1]) and _are_alike(held[-1], node):
        node.attach(conjuncts(held[-1])[-1], "conj")


def owners_in_row(node: Node) -> None:
    """«Orlik's and Vela's plants» as a firm and plants: who stands before «and» with an «'s» owns them, too."""
    if node.dep == "poss" or not _is_name(node) or not node.kids("case"):
        return
    plants = next((c for c in node.kids("conj") if c.kids("poss")), None)
    if plants is None:
        return
    other = plants.kids("poss")[0]
    between = [n for n in plants.subtree() if n.i < other.i]
    if not other.kids("case") or between or not _is_name(other):
        return
    above, relation = node.head, node.dep
    plants.attach(above, relation)
    for child in [c for c in node.children if c.i > other.i and c.dep in ("prep", "appos", "acl", "relcl", "conj")]:
        child.attach(plants, child.dep)
    other.attach(node, "conj")
    node.attach(plants, "poss")


def remnant_beside_place(node: Node) -> None:
    """«is based in Cork, its own arm in Riga»: a possessed thing with a like phrase is no gloss of the place."""
    place = node.head
    if node.dep != "appos" or place is None or place.dep != "pobj" or place.head is None:
        return
    told = any(c.low in OWNERS for c in node.kids("poss")) or node.low in _PAIR
    verb = next((a for a in place.ancestors() if a.pos == "VERB"), None)
    ranked = node.mention is not None and node.mention.type == "rank"  # «a plant in Cork, its third in Ireland»
    if told and not ranked and verb is not None and any(p.low == place.head.low for p in node.kids("prep")):
        node.attach(verb, "parataxis")


_PAIR: Final = ("former", "latter")


def former_and_latter(node: Node) -> None:
    """«Orlik and Vela …; the former is based in Cork»: of a pair the sentence names before, the one or the other."""
    if node.low not in _PAIR or node.dep == "amod" or not any(c.low == "the" for c in node.kids("det")):
        return
    words = [n for n in list(node.ancestors())[-1].subtree() if n.i < node.i] if node.head is not None else []
    rows = [conjuncts(n) for n in words if n.dep != "conj" and _is_name(n) and n.low not in _PAIR]
    pairs = [row for row in rows if len(row) == 2 and all(_is_name(n) and n.i < node.i for n in row)]
    if len(pairs) == 1:
        node.mention = pairs[0][_PAIR.index(node.low)].mention
        node.pos, node.tag = "PROPN", "NNP"


def shared_kind(node: Node) -> None:
    """«Nikon and Canon cameras»: firms in a row before another's bare class mean their things of that class."""
    kind = node.mention
    if node.dep != "conj" or kind is None or kind.type != "product_class" or node.kids("det", "poss"):
        return
    for firm in all_conjuncts(node):
        if firm.i < node.i and firm.mention and firm.mention.type == "company" and _is_bare(firm):
            firm.mention = things_of(firm.mention, kind) or firm.mention
            firm.lemma, firm.pos, firm.tag = node.lemma, node.pos, node.tag


def things_of(firm: Mention, kind: Mention) -> Mention | None:
    """A firm's name as that of its things, of the class that another's are of; None where no maker is in the class."""
    maker = next((p.entity for p in kind.parts if p.type == "company"), kind.maker)
    if not maker or not kind.text.endswith("s") or not (kind.entity or "").startswith(f"{maker}-"):
        return None
    thing = f"{firm.entity}-{(kind.entity or '').removeprefix(f'{maker}-')}"
    return replace(firm, type="product_class", entity=thing, maker=firm.entity, name="" if firm.known else thing)


def shared_noun(node: Node) -> None:
    """«Orlik and Vela lenses» as a firm and lenses: a bare plural behind two names of one type is of both."""
    first = node.head
    if node.dep != "conj" or node.tag != "NNS" or node.mention is not None or first is None or not _is_name(first):
        return
    names = [c for c in node.kids("compound", "nmod") if c.i == node.i - 1 and _is_name(c)]
    if len(names) != 1 or node.kids("det", "poss", "amod", "nummod"):
        return
    alone = [c for c in first.children if c is not node and c.dep not in ("punct", "cc", "preconj")]
    joined = any(c.low == "and" and c.i == names[0].i - 1 for c in first.kids("cc"))
    if joined and not alone and first.i == names[0].i - 2 and _are_alike(first, names[0]):
        above, relation = first.head, first.dep
        node.attach(above, relation)
        first.attach(node, "nmod")
        names[0].attach(first, "conj")


def _is_bare(firm: Node) -> bool:
    return all(c.dep in ("punct", "cc", "conj", "preconj") for c in firm.children)


def _is_name(node: Node) -> bool:
    return node.mention is not None and node.mention.is_name


def _are_alike(one: Node, other: Node) -> bool:
    """Whether two names can be of one type: the same, or one that is only guessed."""
    a, b = one.mention, other.mention
    if a is None or b is None:
        return False
    return a.type == b.type or _may_be(a, b) or _may_be(b, a)


def _may_be(guessed: Mention, known: Mention) -> bool:
    return guessed.type == "unknown" and not guessed.known and known.type in ("company", "person", "place")


def several_in_phrase(node: Node) -> None:
    """«a body with a dial and some other things» as a body and things: a thing is one, and has the things."""
    one = node.head
    if node.dep != "conj" or node.tag != "NNS" or one is None or one.dep != "attr" or one.tag != "NN":
        return
    if not any(d.low in ("a", "an") for d in one.kids("det")) or not _is_of_one(one.head):
        return
    joint = max((c.i for c in one.kids("cc") if c.i < node.i), default=0)
    held = [n for p in one.kids("prep") if p.low == "with" for n in p.kids("pobj")]
    if held and held[-1].i == joint - 1:
        node.attach(held[-1], "conj")


def _is_of_one(verb: Node | None) -> bool:
    """«is», «was»: whether the verb speaks of a single thing."""
    return verb is not None and verb.low in ("is", "was", "'s", "’s")


def dash_for_hyphen(node: Node) -> None:
    """«not the case - the window is small» read as a case-window: a hyphen with a blank before it joins nothing."""
    noun = node.head
    if node.dep not in ("compound", "nmod", "npadvmod") or noun is None or noun.i < node.i:
        return
    dash = next((p for n in (node, noun) for p in n.kids("punct") if p.i == node.i + 1), None)
    if dash is not None and dash.tag == "HYPH" and dash.start > node.end:
        top = next((a for a in node.ancestors() if a.pos in ("VERB", "AUX")), noun)
        node.attach(top, "dep")


def name_joined_to_verb(node: Node) -> None:
    """«launched the Nova with a lens, and the Vela in 1950»: a name that «and» joins to the verb is its object, too."""
    verb = node.head
    if node.dep != "conj" or verb is None or verb.pos != "VERB" or not _is_named(node):
        return
    objects = [o for o in verb.kids("dobj") if _is_named(o) and verb.i < o.i < node.i]
    joined = any(c.low == "and" and objects and objects[-1].i < c.i < node.i for c in verb.kids("cc"))
    if joined and not node.kids("nsubj", "relcl"):
        node.attach(objects[-1], "conj")


def _is_named(node: Node) -> bool:
    return node.mention is not None and node.mention.is_name and node.mention.type != "date"


_HAVING: Final = frozenset("have feature offer include boast get gain carry combine sport contain pack".split())


def listed_part(node: Node) -> None:
    """«had a body, a front standard, a finder and a lens»: among what a thing has, what follows a comma is no gloss."""
    head = node.head
    if node.dep != "appos" or head is None or not (_is_one(node) and _is_one(head)):
        return
    verb = all_conjuncts(head)[0].head
    goes_on = any(c.low in ("and", "or") for item in conjuncts(node) for c in item.kids("cc"))
    if goes_on and all_conjuncts(head)[0].dep == "dobj" and verb is not None and verb.lemma in _HAVING:
        node.dep = "conj"


def participle_of_item(node: Node) -> None:
    """«a finder and a lens bought in from Orlik»: what stands right behind the last of a row is that one's."""
    head = node.head
    if node.dep != "acl" or node.tag not in ("VBN", "VBD") or head is None:
        return
    last = conjuncts(head)[-1]
    if last is not head and _is_one(last) and max(n.i for n in last.subtree()) == node.i - 1:
        node.attach(last, "acl")


def _is_one(node: Node) -> bool:
    return not _is_named(node) and any(d.low in ("a", "an") for d in node.kids("det"))
