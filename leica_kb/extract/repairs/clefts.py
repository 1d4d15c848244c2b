"""The parser's bad habits with what a copula says: complements, contrasts, clefts and what stands in front of it."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.lang.cues import JUDGING_VERBS, OFFICES


def copula_attr(node: Node) -> None:
    """«X is the founder» read with two subjects: the later one is the complement."""
    if node.lemma != "be":
        return
    subjects = node.kids("nsubj")
    if len(subjects) > 1 and not node.kids("attr", "acomp"):
        subjects[-1].dep = "attr"


def contrast(node: Node) -> None:
    """«an X-series not an M-series»: the negation belongs to what follows it, which is an alternative."""
    head = node.head
    if node.dep != "neg" or head is None or node.i < head.i or head.pos in ("VERB", "AUX"):
        return
    other = next((c for c in head.children if c.i > node.i and c.dep in ("appos", "conj", "npadvmod", "dep")), None)
    if other is not None:
        other.dep = "conj"
        node.attach(other, "neg")


def late_negation(node: Node) -> None:
    """«is the maker, not the designer» read as a negated verb: a «not» after the complement is the alternative's."""
    head = node.head
    if node.dep != "neg" or head is None or head.lemma != "be" or node.i < head.i:
        return
    complements = [c for c in head.kids("attr", "acomp") if c.i < node.i]
    later = [
        c
        for c in (*head.children, *(g for c in complements for g in c.children))
        if c.i > node.i and c.pos in ("NOUN", "PROPN")
    ]
    if complements and later:
        later[0].attach(complements[0], "conj")
        node.attach(later[0], "neg")


def complement_of_copula(node: Node) -> None:
    """«is an executive, and the CEO of X», «served as head of Y and CEO of X»: a noun joins a noun, not the verb."""
    verb = node.head
    if verb is None or node.dep not in ("conj", "dep") or node.pos not in ("NOUN", "PROPN") or node.kids("nsubj"):
        return
    posts = [n for p in verb.kids("prep") if p.low == "as" for n in p.kids("pobj")] if node.low in OFFICES else []
    complements = verb.kids("attr") if verb.lemma == "be" else []
    before = [c for a in (*complements, *posts) for c in (a, *a.kids("conj")) if c.i < node.i]
    if before:
        node.attach(before[-1], "conj")


def cleft_alternative(node: Node) -> None:
    """«It was Cosina, not Zeiss, that built it»: the clause belongs to both, not to the denied one."""
    noun = node.head
    if node.dep != "relcl" or noun is None or noun.dep != "conj" or not noun.kids("neg") or noun.head is None:
        return
    if noun.head.dep == "attr":
        node.attach(noun.head, "relcl")


def cleft_place(node: Node) -> None:
    """«It was there that they built it», «It was in 1911 that …»: where or when the clause behind «that» happens."""
    if node.dep != "ccomp" or node.head is None or node.head.lemma != "be" or node.head.kids("attr", "acomp"):
        return
    if any(s.low == "it" for s in node.head.kids("nsubj")):
        for adverb in [a for a in node.head.kids("advmod") if a.low in ("there", "here")]:
            adverb.attach(node, "advmod")
        for phrase in [p for p in node.head.kids("prep") if p.i < node.i]:
            phrase.attach(node, "prep")


def what_is(node: Node) -> None:
    """«What Nikon makes is the Z9»: what stands behind «is» fills the place of «what»."""
    be = node.head
    if node.dep not in ("csubj", "nsubj", "ccomp") or be is None or be.lemma != "be" or be.i < node.i:
        return
    what = next((w for w in node.kids("dobj", "nsubj", "nsubjpass") if w.low == "what"), None)
    told = [n for n in be.kids("attr", "nsubj", "dobj") if n.i > be.i and n is not node]
    if what is None or not told:
        return
    for negation in be.kids("neg"):
        negation.attach(told[0], "neg")
    told[0].attach(node, what.dep)
    what.dep = "dep"


_STANDING: Final = frozenset(
    "sit stand work lie beat hide lurk reside live hang tick run purr come arrive appear follow".split()
)


def inverted_place(node: Node) -> None:
    """«Inside the Z9 sits a sensor», «Built into it is a flash»: behind a phrase in front of the verb the subject."""
    be = node.head
    done = be.head if be is not None and be.dep == "auxpass" and be.i < node.i else None
    if node.dep in ("attr", "nsubj", "dobj") and done is not None and be is not None and done.i < be.i:
        if done.kids("prep") and not done.kids("nsubj", "nsubjpass"):
            node.attach(done, "nsubjpass")
        return
    if node.dep not in ("dobj", "attr") or node.head is None or node.head.lemma not in _STANDING:
        return
    if not node.head.kids("nsubj", "nsubjpass") and any(p.i < node.head.i for p in node.head.kids("prep")):
        node.dep = "nsubj"


def after_it_came(node: Node) -> None:
    """«After the Z6 came the Z7» read as what the Z6 did: what follows an intransitive verb is its subject."""
    verb = node.head
    if node.dep != "mark" or node.low != "after" or verb is None or verb.lemma not in ("come", "follow", "arrive"):
        return
    before, behind = verb.kids("nsubj"), verb.kids("dobj")
    if verb.dep == "ROOT" and len(before) == len(behind) == 1:
        before[0].attach(node, "pobj")
        node.dep, behind[0].dep = "prep", "nsubj"


def small_clause(node: Node) -> None:
    """«finds the Z8 too heavy», «considers it the best»: what is found of the object is the verb's complement."""
    verb = node.head
    if verb is None or not (verb.lemma in JUDGING_VERBS or (node.pos == "NOUN" and _makes_such(verb))):
        return
    if node.pos not in ("ADJ", "NOUN") or node.dep not in ("ccomp", "xcomp", "advmod") or node.i < verb.i:
        return
    if any(a.tag == "MD" for a in verb.kids("aux")):
        return
    judged = [c for c in node.kids("nsubj", "compound") if c.mention and c.mention.is_name and c.i > verb.i]
    judged = judged or [c for c in node.kids("nsubj") if c.pos != "PRON" and c.i > verb.i]
    if not judged and not node.kids("xcomp", "ccomp", "csubj"):  # not «finds it hard to focus»
        judged = [c for c in node.kids("nsubj") if c.low in ("it", "them") and c.i > verb.i]
    if judged and not node.kids("aux", "cop", "mark"):
        for determiner in [d for d in node.kids("det") if d.i < judged[0].i]:
            determiner.attach(judged[0], "det")
        judged[0].attach(verb, "dobj")
    if verb.kids("dobj"):
        node.dep = "oprd"


def _makes_such(verb: Node) -> bool:
    """«its dials make the Nova an ideal camera»: said of what no name does."""
    subjects = verb.kids("nsubj")
    return verb.lemma in ("make", "render") and bool(subjects) and not any(s.mention for s in subjects)


def found_to_be(node: Node) -> None:
    """«found the X-T5 a joy» read as something found for it: what a thing of that name is found to be."""
    verb = node.head
    if node.dep != "dobj" or verb is None or verb.lemma not in JUDGING_VERBS or node.mention is not None:
        return
    named = [d for d in verb.kids("dative") if d.mention is not None and d.mention.is_name and d.i < node.i]
    if named and any(d.low in ("a", "an") for d in node.kids("det")):
        named[0].dep, node.dep = "dobj", "oprd"


def all_but_one(node: Node) -> None:
    """«all but one of the lenses»: what the of-phrase names is measured by «all but one» together."""
    number, but = node.head, node.head.head if node.head is not None else None
    if node.low != "of" or number is None or but is None or but.low not in ("but", "except") or but.head is None:
        return
    if but.head.low in ("all", "every") and number.tag in ("CD", "DT", "JJ"):
        node.attach(but.head, "prep")


def there(node: Node) -> None:
    """«makes the fp L there»: a place adverb behind a noun tells where the verb's doing is done."""
    noun = node.head
    if node.low != "there" or node.dep != "advmod" or noun is None or noun.dep not in ("dobj", "attr"):
        return
    if noun.head is not None and noun.head.pos == "VERB":
        node.attach(noun.head, "advmod")


def superlative_clause(node: Node) -> None:
    """«considers the Nova the sharpest lens ever made» read as a clause: what it is considered is the noun."""
    verb = node.head
    if node.dep != "ccomp" or node.tag != "VBN" or verb is None or verb.lemma not in JUDGING_VERBS:
        return
    subjects = [s for s in node.kids("nsubj", "nsubjpass") if s.kids("det")]
    if len(subjects) == 1 and verb.kids("dobj") and not node.kids("aux", "auxpass", "mark", "dobj"):
        subjects[0].attach(verb, "oprd")
        node.attach(subjects[0], "acl")


def adjective_beside_adjective(node: Node) -> None:
    """«is hard to beat and underrated»: an adjective is coordinated with the adjective, not with its infinitive."""
    verb = node.head
    if node.dep != "conj" or node.pos != "ADJ" or verb is None or verb.dep != "xcomp" or verb.tag != "VB":
        return
    if verb.head is not None and verb.head.dep == "acomp":
        node.attach(verb.head, "conj")


def denied_like(node: Node) -> None:
    """«made in China, not Japan»: the name behind «not» stands where the one of its kind before it does."""
    verb = node.head
    if node.dep not in ("npadvmod", "dobj", "dep", "appos", "attr") or verb is None or verb.pos != "VERB":
        return
    if node.mention is None or not node.mention.is_name:
        return
    negation = next(
        (c for c in (*verb.children, *node.children) if c.i == node.i - 1 and c.low in ("not", "never")), None
    )
    phrases = [n for p in verb.kids("prep", "agent") for n in p.kids("pobj") if n.i < node.i]
    like = [n for n in phrases if n.mention and n.mention.type == node.mention.type]
    if negation is not None and like:
        node.attach(like[-1], "conj")
        negation.attach(node, "neg")
