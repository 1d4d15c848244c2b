"""The parser's bad habits with names beside nouns: «the Porto maker Nordal», «the first with a meter, the Vesta»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.holders import holders_of
from leica_kb.extract.phrases.nominal import maker_noun
from leica_kb.lang.cues import KIN, OFFICES
from leica_kb.lang.tokens import slug

_FIRMS: Final = frozenset({"company", "firm", "manufacturer", "producer", "maker"})


def name_behind_noun(node: Node) -> None:
    """«The Swiss maker Nordal introduced …» read as «the maker that Nordal introduced», or the maker as an adverb."""
    verb = node.head
    if node.dep != "nsubj" or verb is None or node.mention is None or not node.mention.is_name:
        return
    beside = [n for n in verb.kids("npadvmod", "dep", "nsubj") if n.i == node.i - 1]
    noun = beside[0] if beside else verb.head
    if noun is None or noun.i != node.i - 1 or not noun.kids("det") or not _names_firm(noun):
        return
    if not beside:
        if verb.dep != "relcl" or noun.dep != "ROOT":
            return
        verb.attach(None, "ROOT")
        for stray in [c for c in noun.children if c.dep in ("punct", "advmod", "prep")]:
            stray.attach(verb, stray.dep)
    noun.attach(verb, "nsubj")
    node.attach(noun, "appos")


def _names_firm(noun: Node) -> bool:
    return noun.mention is None and (maker_noun(noun.lemma) or noun.lemma) in _FIRMS


_HOUSES: Final = frozenset({"firm", "house"})


def firm_of_name(node: Node) -> None:
    """«the Porto firm of Nordal & Vela»: what stands behind «of» is the firm's own name."""
    prep, mention = node.head, node.mention
    noun = prep.head if prep is not None and prep.low == "of" else None
    if prep is None or noun is None or noun.lemma not in _HOUSES or mention is None or mention.type == "person":
        return
    plain = not any(c.text.islower() for c in noun.kids("compound", "amod"))  # not «the holding firm of»
    told = mention.type in ("company", "unknown") and noun.mention is None and noun.i + 1 == prep.i == node.i - 1
    if plain and told and any(d.low in ("the", "a") for d in noun.kids("det")):
        prep.attach(node, "case")
        node.attach(noun, "appos")


def name_in_second_gloss(node: Node) -> None:
    """«its parent company, the Lisbon group Nordal, owns …»: the name in the gloss of a noun is the noun's."""
    gloss = node.head
    noun = gloss.head if gloss is not None and gloss.dep == node.dep == "appos" else None
    named = node.mention is not None and node.mention.is_name
    if gloss is None or noun is None or not named or gloss.mention or noun.mention or noun.kids("conj"):
        return
    if noun.i < gloss.i == node.i - 1 and gloss.tag == noun.tag == "NN" and gloss.kids("det"):
        node.attach(noun, "appos")
        gloss.attach(node, "appos")


def town_of_firm(node: Node) -> None:
    """«the Porto lens maker Nordal», «Nordal, a Porto firm»: the capital in front of a firm's noun is where it is."""
    noun = node.head if node.dep in ("compound", "nmod", "amod") else None
    while noun is not None and noun.dep in ("compound", "nmod") and not _names_firm(noun):
        noun = noun.head
    if noun is None or not _names_firm(noun) or not _may_be_town(node, noun):
        return
    if any(h.mention and h.mention.is_name and h is not node for h in holders_of(noun)):
        node.mention = Mention(node.span, "place", node.text, slug(node.text), known=False, name=node.text)
        node.attach(noun, "compound")


_WORKS: Final = frozenset({"factory", "plant", "works", "facility", "workshop"})


def town_of_works(node: Node) -> None:
    """«its vast Cowley factory», «Nordal's Cebu plant»: between whose works they are and the noun stands where."""
    noun, mention = node.head, node.mention
    if node.dep not in ("compound", "nmod") or noun is None or noun.lemma not in _WORKS or not noun.kids("poss"):
        return
    if mention is not None and not mention.known and mention.type in ("company", "unknown") and node.i == noun.i - 1:
        word = node.text[1:].islower() and not in_dictionary(node.text, ("adj", "verb"))
        node.mention = replace(mention, type="place") if word else mention


def _may_be_town(node: Node, noun: Node) -> bool:
    """Whether an unlisted word with a capital stands right behind the article."""
    plain = node.mention is None or (not node.mention.known and node.mention.is_name)
    above = (noun, noun.head) if noun.head is not None and noun.dep in ("compound", "nmod") else (noun,)
    first = any(d.i == node.i - 1 for n in above for d in n.kids("det")) and not node.children
    word = node.text[:1].isupper() and node.text[1:].islower() and node.pos == "PROPN"
    return plain and first and word and not in_dictionary(node.text, ("adj", "verb")) and not is_organisation(node.text)


def name_of_first(node: Node) -> None:
    """«The first camera with a meter, the Vesta, …»: what is the first of its kind bears the name, not its part."""
    part = node.head
    prep = part.head if part is not None and part.dep == "pobj" else None
    if node.dep != "appos" or prep is None or prep.low not in ("with", "without") or prep.head is None:
        return
    named = node.mention is not None and node.mention.is_name and any(d.low == "the" for d in node.kids("det"))
    wholes = [prep.head] if prep.head.pos == "NOUN" else prep.head.kids("dobj")
    first = [w for w in wholes if w.i < prep.i and any(_ranks(c) for c in w.kids("amod", "nummod"))]
    if named and first and part is not None:
        node.attach(first[0], "appos")
        for clause in [c for c in part.kids("relcl", "acl") if c.i > node.i]:
            clause.attach(node, clause.dep)


def _ranks(word: Node) -> bool:
    return (
        word.low in ("first", "last", "only") or word.tag == "JJS" or bool(word.mention and word.mention.type == "rank")
    )


def kind_of_name(node: Node) -> None:
    """«The Nova, a rangefinder camera built by Nordal»: one of a nameless kind that glosses a name is no class."""
    mention, head = node.mention, node.head
    if mention is None or mention.type != "product_class" or mention.maker or node.tag != "NN" or head is None:
        return
    glosses = node.dep == "appos" and head.mention is not None and head.mention.is_name
    said = node.dep == "attr" and any(s.mention and s.mention.is_name for s in head.kids("nsubj"))
    if (glosses or said) and any(d.low in ("a", "an") for d in node.kids("det")):
        node.mention = None


def based_noun(node: Node) -> None:
    """«the Porto-based lens maker Nordal» with «based» hung from «lens»: it is of the whole phrase's head."""
    head = node.head
    if node.lemma != "base" or node.dep != "amod" or node.tag != "VBN":
        return
    while head is not None and head.dep in ("compound", "nmod", "amod") and head.head is not None and head.i > node.i:
        head = head.head
    if head is not None and head is not node.head:
        node.attach(head, "amod")


def person_of_based(node: Node) -> None:
    """«Ada Moor of Porto-based Nordal» read as one of Porto: she is of the firm that is based there."""
    firm = node.head
    if node.lemma != "base" or node.dep != "amod" or firm is None or not firm.mention or firm.head is None:
        return
    nodes = {n.i: n for n in list(node.ancestors())[-1].subtree() if node.i - 2 <= n.i < node.i}
    town = nodes.get(node.i - 2)
    prep = town.head if town is not None and town.dep == "pobj" else None
    person = prep.head if prep is not None and prep.low in ("of", "at", "from", "with") else None
    if town is None or prep is None or person is None or not person.mention or person.mention.type != "person":
        return
    if person.head is node:
        person.attach(firm.head, firm.dep)
    if firm not in person.ancestors():
        town.attach(node, "npadvmod")
        firm.attach(prep, "pobj")


def clause_of_firm(node: Node) -> None:
    """«the group Nordal of Porto, which hired …», «Nordal, a firm in Porto, whose president …»: no town does that."""
    town = node.head
    if node.dep != "relcl" or town is None or town.mention is None or town.mention.type not in ("place", "unknown"):
        return
    firm = _firm_of_town(town)
    theirs = [s for s in node.kids("nsubj", "nsubjpass") if any(p.low == "whose" for p in s.kids("poss"))]
    doing = any(s.low in ("which", "who") for s in node.kids("nsubj")) and bool(node.kids("dobj"))
    if firm is not None and (any(s.low in OFFICES for s in theirs) or (doing and node.lemma not in _LYING)):
        node.attach(firm, "relcl")


_LYING: Final = frozenset("have host house boast see hold attract draw".split())
"""What a town does as well."""


def _firm_of_town(town: Node) -> Node | None:
    """The firm, or its noun, that is said to be in or of a town."""
    while town.dep in ("appos", "conj") and town.head is not None and town.head.mention:
        town = town.head
    prep = town.head if town.dep == "pobj" else None
    firm = prep.head if prep is not None and prep.low in ("in", "of", "from", "at") else None
    named = firm is not None and firm.mention is not None and firm.mention.type == "company"
    return firm if firm is not None and (named or _names_firm(firm)) else None


_PARTS: Final = frozenset("unit subsidiary arm affiliate division brand parent".split())


def name_behind_part(node: Node) -> None:
    """«through its Oslo unit, Nordal AS», «and his sister, the chemist Ada Moor» hung from the verb: who that is."""
    if node.dep not in ("npadvmod", "dep", "dobj", "appos", "nsubj") or not (node.mention and node.mention.is_name):
        return
    first = min(n.i for n in node.subtree())
    nodes = {n.i: n for n in list(node.ancestors())[-1].subtree() if n.i < first} if node.head is not None else {}
    noun, comma = nodes.get(first - 2), nodes.get(first - 1)
    if noun is None or comma is None or comma.low != "," or noun is node.head or noun.mention or not noun.kids("poss"):
        return
    kind = node.mention.type
    part = noun.lemma in _PARTS and kind in ("company", "unknown")
    person = (noun.lemma in KIN or noun.low in OFFICES) and kind in ("person", "unknown")
    verb, late = node.head, node.dep == "nsubj"
    subjects = [c for c in verb.children if c.dep == "advcl" and c.mention and c.i < noun.i] if late and verb else []
    if noun.dep in ("pobj", "dobj", "conj") and (part or person) and (subjects or not late):
        node.attach(noun, "appos")
        for subject in subjects:  # «Orlik, set up by Karl Rau and his sister, the chemist Ada Moor, has …»
            subject.dep = "nsubj"
