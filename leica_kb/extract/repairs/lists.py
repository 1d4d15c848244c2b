"""The parser's bad habits with coordination: items taken for glosses, objects or clauses of their own."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import conjuncts

_DOING: Final = frozenset(
    "make build produce manufacture offer sell supply design develop acquire buy launch introduce own use assemble "
    "stock export import market grind craft".split()
)
"""Verbs of things: no clause can be their object."""
_STRAY: Final = frozenset({"dobj", "dep", "npadvmod", "appos", "ccomp", "parataxis", "attr"})


def object_clause(node: Node) -> None:
    """«makes tripods and a camera called the Nova» read as a clause: its subject is the object, what is called it."""
    verb = node.head
    if node.dep not in ("ccomp", "advcl") or verb is None or verb.lemma not in _DOING or node.i < verb.i:
        return
    subjects = node.kids("nsubj", "nsubjpass")
    if node.tag not in ("VBN", "VBD") or node.kids("aux", "auxpass", "mark", "dobj") or len(subjects) != 1:
        return
    if not verb.i < subjects[0].i < node.i or not _is_noun(subjects[0]):
        return
    nearest = max((n for n in subjects[0].subtree() if n.i < node.i and _is_noun(n)), key=lambda n: n.i)
    before = [o for o in verb.kids("dobj") if o.i < node.i]
    subjects[0].attach(_last(before[-1]) if before else verb, "conj" if before else "dobj")
    node.tag = "VBN"
    node.attach(nearest, "acl")


def glossed_list(node: Node) -> None:
    """«made a lens, a finder and a camera» read as one thing and its gloss: of a single thing no two are a gloss."""
    head = node.head
    if node.dep != "appos" or head is None or head.tag != "NN" or head.mention or node.pos != "NOUN" or node.mention:
        return
    several = [c for c in node.kids("conj") if _is_noun(c)]
    if several and any(c.low == "and" for c in node.kids("cc")) and head.kids("det", "poss", "nummod"):
        node.dep = "conj"


def item_behind_and(node: Node) -> None:
    """«makes lenses and a range of cameras» with two objects: what stands right behind «and» joins what is before."""
    verb = node.head
    if node.dep not in _STRAY or verb is None or verb.pos != "VERB" or not _is_noun(node):
        return
    first = min(n.i for n in node.subtree())
    targets = [o for o in verb.kids("dobj", "attr", "nsubjpass") if verb.i < o.i < first and o is not node]
    if targets and any(c.i == first - 1 and c.low in ("and", "or") for n in verb.subtree() for c in n.kids("cc")):
        node.attach(_last(targets[-1]), "conj")


def object_behind_comma(node: Node) -> None:
    """«comes with a case, a strap and a cap» read apart: what goes on with «and» joins the object before its comma."""
    stray = node.dep in _STRAY or (node.dep == "conj" and node.head is not None and node.head.pos == "VERB")
    if not stray or node.head is None or not _is_noun(node) or _is_measure(node):
        return
    if node.dep in ("dobj", "attr") and node.head.kids(node.dep)[0] is node:
        return
    if not any(c.low in ("and", "or") for c in node.kids("cc")) or not any(map(_is_noun, node.kids("conj"))):
        return
    first = min(n.i for n in node.subtree() if n.low != ",")
    words = {n.i: n for n in [*node.ancestors()][-1].subtree() if n.i < first}
    comma, before = words.get(first - 1), words.get(first - 2)
    if before is None or comma is None or comma.low != ",":
        return
    row = [n for n in (before, *before.ancestors()) if n.dep in _OBJECTS and _is_noun(n) and not _is_measure(n)]
    if node.head in row:
        return
    ending = [n for n in row if max(w.i for w in n.subtree() if w.low != ",") == first - 2]
    like = [n for n in (*ending, *node.head.kids("dobj")) if _article(n) == _article(node) and n.i < node.i]
    if ending:
        node.attach(_last((like or ending)[-1]), "conj")


_OBJECTS: Final = ("dobj", "attr", "pobj", "conj")


def _article(node: Node) -> str:
    """How a noun begins, which the items of a row share: «a», «the» for all that is known, or nothing."""
    marks = {"a" if c.low in ("a", "an") else "the" for c in node.kids("det", "poss")}
    return min(marks, default="")


def _is_measure(node: Node) -> bool:
    return node.mention is not None and not node.mention.is_name


def _last(node: Node) -> Node:
    items = [c for c in node.kids("conj") if _is_noun(c)]
    return _last(items[-1]) if items else node


def _is_noun(node: Node) -> bool:
    return node.pos in ("NOUN", "PROPN", "NUM") or (node.mention is not None and node.mention.is_name)


def sequel_behind_comma(node: Node) -> None:
    """«was founded in 1950, opened a plant in Cork»: a verb without a subject behind the first goes on about it."""
    verb = node.head
    if node.dep != "dep" or verb is None or verb.pos != "VERB" or node.i < verb.i or node.pos != "VERB":
        return
    if node.tag in ("VBD", "VBN", "VBZ") and not node.kids("nsubj", "nsubjpass", "mark", "expl"):
        node.attach(verb, "conj")


def place_behind_agent(node: Node) -> None:
    """«was made by Orlik in Porto»: a place behind the name of who did it is where it was done."""
    firm = node.head
    if node.dep != "prep" or node.low not in ("in", "at", "near") or firm is None or not firm.mention:
        return
    top = firm
    while top.dep == "conj" and top.head is not None:
        top = top.head
    by = top.head
    if top.dep != "pobj" or by is None or by.dep != "agent" or by.head is None or not firm.mention.is_name:
        return
    if any(n.mention and n.mention.type in ("place", "unknown") for n in node.kids("pobj")):
        node.attach(by.head, "prep")


def not_only_subject(node: Node) -> None:
    """«Not only A but also B makes lenses» read as a name and a clause: both do it."""
    if not _is_noun(node) or not any(c.low == "not" for c in node.kids("preconj", "neg", "advmod")):
        return
    clause = next((c for c in node.kids("conj") if c.pos == "VERB" and c.kids("nsubj", "nsubjpass")), None)
    if clause is None or not any(c.low == "but" for c in node.kids("cc")):
        return
    second = clause.kids("nsubj", "nsubjpass")[0]
    relation = second.dep
    clause.attach(node.head, node.dep)
    node.attach(clause, relation)
    second.attach(node, "conj")


def name_behind_date(node: Node) -> None:
    """«In 1972 Canon, Nikon and Minolta opened …»: the name behind a date in front is the first of the subjects."""
    prep = node.head
    if node.dep != "pobj" or prep is None or prep.head is None or not (node.mention and node.mention.is_name):
        return
    dated = any(o is not node and o.mention and o.mention.type == "date" for o in prep.kids("pobj"))
    later = [s for s in prep.head.kids("nsubj", "nsubjpass") if s.i > node.i]
    if dated and later:
        node.attach(prep.head, later[0].dep)
        later[0].attach(node, "conj")


def verb_before_item(node: Node) -> None:
    """«makes sights and builds cameras» read as a kind of cameras: a plural in front of a plural does something."""
    item = node.head
    if node.dep not in ("compound", "nmod") or node.tag != "NNS" or item is None or item.dep != "conj" or node.children:
        return
    first, lemma = item.head, node.low.removesuffix("s").removesuffix("e")
    verb = first.head if first is not None and first.dep == "dobj" else None
    known = next((v for v in _DOING if lemma in (v, v.removesuffix("e"))), None)
    if (
        first is None
        or verb is None
        or verb.tag != "VBZ"
        or known is None
        or min(n.i for n in item.subtree()) != node.i
    ):
        return
    node.pos, node.tag, node.lemma = "VERB", "VBZ", known
    node.attach(verb, "conj")
    item.attach(node, "dobj")
    for phrase in [p for p in (*item.kids("prep"), *first.kids("prep")) if p.i > item.i]:
        phrase.attach(node, "prep")


def noun_for_verb(node: Node) -> None:
    """«their own sensor readout» read as two verbs: a bare form right behind the object is what it is of."""
    verb, bare = node.head, node.tag == "VB" and not node.children
    if node.dep != "conj" or verb is None or not bare or verb.kids("cc"):
        return
    before = next((o for o in verb.kids("dobj") if o.i == node.i - 1 and o.tag == "NN"), None)
    if before is not None:
        node.pos, node.tag = "NOUN", "NN"
        node.attach(verb, "dobj")
        for child in [c for c in before.children if c.dep in ("det", "poss", "amod")]:
            child.attach(node, child.dep)
        before.attach(node, "compound")


def place_beside_its_like(node: Node) -> None:
    """«makes its lenses in Aizu, not in China»: what is set against a phrase of the verb is one of the verb, too."""
    verb = node.head
    if node.dep != "prep" or verb is None or verb.pos != "VERB" or not node.kids("neg"):
        return
    objects = [n for o in verb.kids("dobj", "nsubjpass") for n in conjuncts(o)]
    for phrase in [p for o in objects for p in o.kids("prep") if p.low == node.low and verb.i < p.i < node.i]:
        phrase.attach(verb, "prep")


_LIST_ENDS: Final = frozenset({"etc", "etc.", "others", "more"})


def list_end(node: Node) -> None:
    """«Kodak, Sony etc.»: the name before «etc» is an item of the list, not a modifier of «etc»."""
    if node.low not in _LIST_ENDS or node.head is None:
        return
    for name in [c for c in node.children if c.dep in ("compound", "nmod", "amod") and c.mention]:
        name.attach(node.head, "conj")


def unpunctuated_list(node: Node) -> None:
    """«between Leica Panasonic and Sigma»: a missing comma makes no compound of two companies in a list."""
    head = node.head
    if node.dep != "compound" or not node.mention or head is None or not head.mention:
        return
    same = node.mention.type == head.mention.type == "company"
    if same and (head.kids("conj") or (head.head is not None and head.head.low == "between")):
        up, relation = head.head, head.dep
        if up is None:
            return
        head.attach(node, "conj")
        node.attach(up, relation)


def apposed_list(node: Node) -> None:
    """«by Matsushita, Panasonic, Fuji»: names of one type in a row are a list, not a name and its gloss."""
    if node.dep not in ("appos", "npadvmod") or not node.mention or not node.mention.is_name:
        return
    head = node.head
    if head is None or not head.mention or (node.dep == "npadvmod" and not head.mention.is_name):
        return
    guessed = "unknown" in (node.mention.type, head.mention.type) and "place" not in (
        node.mention.type,
        head.mention.type,
    )
    listed = bool(node.kids("conj")) and guessed and not (head.mention.known and node.mention.known)
    like = [c for c in node.kids("conj") if c.mention and c.mention.type == head.mention.type != "place"]
    listed = listed or bool(like and not node.mention.known)  # «A, B and C»: B is what both others are
    if head.mention.type == node.mention.type != "place" or listed:
        node.dep = "conj"


def object_of_remnant(node: Node) -> None:
    """«builds the Nova in Cork and Vela, which it owns, its lenses in Riga»: a second object is the second name's."""
    verb = node.head
    if node.dep != "dobj" or verb is None or verb.lemma not in _DOING:
        return
    before = [n for o in verb.kids("dobj") if o.i < node.i for n in conjuncts(o)[1:]]
    firms = [n for n in before if n.mention and n.mention.type == "company" and n.i < node.i]
    if firms and node.kids("poss", "det"):
        firms[-1].attach(verb, "parataxis")
        node.attach(firms[-1], "dep")


def owner_before_comma(node: Node) -> None:
    """«High ISO’s, fast lenses»: what a comma parts from the next noun does not own it, unless owners are listed."""
    if node.dep != "poss" or node.head is None or node.kids("conj"):
        return
    last = max(n.i for n in node.subtree())
    if any(p.i == last + 1 and p.low == "," for p in node.head.kids("punct")):
        node.dep = "dep"


def verb_in_compound(node: Node) -> None:
    """«Orlik and Vela sell lenses» read as a kind of lenses: a verb's form behind names and before a noun is one."""
    noun = node.head
    if node.dep != "compound" or node.tag not in ("VB", "VBP", "VBZ") or noun is None or noun.dep != "ROOT":
        return
    firms = [c for c in noun.kids("nmod", "compound", "nsubj") if c.i < node.i and c.mention and c.mention.is_name]
    plural = noun.tag == "NNS" and noun.i == node.i + 1
    if len(firms) != 1 or not (plural or (node.tag == "VBZ" and firms[0].i == node.i - 1)):
        return
    for article in [d for d in noun.kids("det") if d.i < firms[0].i]:
        article.attach(firms[0], "det")
    node.pos, node.head = "VERB", None
    noun.children.remove(node)
    node.dep = "ROOT"
    firms[0].attach(node, "nsubj")
    for child in [c for c in noun.children if c.dep in ("prep", "punct", "advmod", "advcl")]:
        child.attach(node, child.dep)
    noun.attach(node, "dobj")


def verb_behind_firm(node: Node) -> None:
    """«Varn tailors its lenses» read as an order to «Varn»: what stands between a name and a phrase is the verb."""
    if node.dep != "ROOT" or node.mention is None or not node.mention.is_name or node.kids("nsubj", "det", "aux"):
        return
    verb = next((c for c in node.kids("dobj", "nsubj") if c.i == node.i + 1), None)
    if verb is None or verb.tag not in ("NNS", "VBZ") or verb.mention or verb.children or not verb.text.islower():
        return
    told = [c for c in node.children if c is not verb]
    if not any(c.dep in ("dobj", "conj") and c.i > verb.i for c in told):
        return
    verb.attach(None, "ROOT")
    verb.pos, verb.tag = "VERB", "VBZ"
    node.pos, node.tag = "PROPN", "NNP"
    node.attach(verb, "nsubj")
    for child in told:
        child.attach(verb, child.dep)


def participle_of_object(node: Node) -> None:
    """«produces spotting scopes» read as a clause: what is made is no doing, and a participle tells its kind."""
    verb = node.head
    if (
        node.tag != "VBG"
        or node.dep != "xcomp"
        or verb is None
        or verb.lemma not in _DOING
        or len(node.kids("dobj")) != 1
    ):
        return
    thing = node.kids("dobj")[0]
    if thing.i == node.i + 1 and thing.tag == "NNS":
        thing.attach(verb, "dobj")
        node.attach(thing, "amod")


def neither_in_front(node: Node) -> None:
    """«Neither does Orlik make lenses»: before the auxiliary the word denies, and is nobody."""
    verb = node.head
    if node.low not in ("neither", "nor") or node.dep != "nsubj" or verb is None:
        return
    if any(a.i == node.i + 1 for a in verb.kids("aux", "auxpass")) and len(verb.kids("nsubj", "nsubjpass")) > 1:
        node.dep = "advmod"


def noun_among_nouns(node: Node) -> None:
    """«makes cameras and endoscopes» with the last item tagged as a verb: beside an object, alone, it is a noun."""
    item = node.head
    if node.tag != "VBZ" or node.dep != "conj" or item is None or item.tag != "NNS" or not node.low.endswith("s"):
        return
    if item.dep in ("dobj", "pobj", "conj") and not [c for c in node.children if c.dep not in ("punct", "det")]:
        node.pos, node.tag = "NOUN", "NNS"
        node.lemma = node.low.removesuffix("s")
