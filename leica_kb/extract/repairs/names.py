"""The parser's bad habits with names: glosses and firms that it hangs from the wrong word."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from leica_kb.extract.names.shapes import NOT_NAMES
from leica_kb.extract.names.unlisted import TITLE, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.lang.cues import OFFICES, is_epithet
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import DAYS, MONTHS
from leica_kb.model import Span


def branch(node: Node) -> None:
    """«Leitz Canada opened …»: a firm's name with a place behind it, as one name, is the firm's branch there."""
    mention = node.mention
    if mention is None or mention.type != "place" or mention.parts or node.dep in ("compound", "nmod", "amod", "poss"):
        return
    firm = next((c for c in node.kids("compound") if c.end + 1 == node.start and c.mention), None)
    if firm is not None and firm.mention and firm.mention.type == "company":
        words = f"{firm.text} {node.text}"
        span = Span(firm.start, node.end)
        node.mention, firm.mention = Mention(span, "company", words, slug(words), known=False, name=words), None


_BODIES: Final = frozenset("board committee council department division office internet web world".split())


_CALENDAR: Final = frozenset((*MONTHS, *DAYS, *(day + "s" for day in DAYS)))


_PLAIN: Final = frozenset(
    "company firm maker manufacturer subsidiary brand startup business group organization organisation producer "
    "supplier developer provider publisher retailer agency studio label team band charity enterprise arm unit division "
    "branch affiliate parent corporation conglomerate airline bank network league".split()
)


def nearest_apposition(node: Node) -> None:
    """«CEO of Anaeko, a cloud company», «works for Anaeko, a cloud company»: a gloss is of the name right before it."""
    head = node.head
    if head is None or node.pos != "NOUN" or node.mention is not None:
        return
    stray = node.dep in ("dobj", "attr", "npadvmod") and any(d.low in ("a", "an", "the") for d in node.kids("det"))
    if not stray and (node.dep != "appos" or node.lemma not in _PLAIN):
        return
    name = _name_before(node)
    if name is not None and name.head is not None and name is not head and name.dep in ("pobj", "conj", "dobj"):
        node.attach(name, "appos")


def _name_before(node: Node) -> Node | None:
    """The name that ends right before a phrase and its comma; before «in Porto» whose place that is."""
    first = min(n.i for n in node.subtree())
    top = list(node.ancestors())[-1]
    near = {n.i: n for n in top.subtree() if n.i < first}
    comma = first - 1 in near and near[first - 1].low == ","
    name = near.get(first - 2 if comma else first - 1)
    if node.dep != "appos" and not comma:
        return None
    if name is not None and name.mention and name.mention.type == "place" and name.dep == "pobj":
        before = near.get(name.i - 2)
        name = before if before is not None and before.mention is not None and before.mention.is_name else name
    return name if name is not None and name.mention is not None and name.mention.is_name else None


def nearest_noun(node: Node) -> None:
    """«founded by a businessman, Haji Yaqoob»: a name after a comma glosses the noun before it."""
    head = node.head
    if node.dep != "appos" or head is None or not (node.mention and node.mention.is_name):
        return
    before = [
        n
        for n in head.subtree()
        if n.i < node.i and n.pos == "NOUN" and n is not head and n.dep in ("pobj", "dobj", "attr", "nsubj")
    ]
    nearest = max(before, key=lambda n: n.i, default=None)
    if nearest is not None and not any(
        nearest.i < n.i < node.i and (n.low == ":" or n.dep not in ("punct", "det", "compound")) for n in head.subtree()
    ):
        node.attach(nearest, "appos")


def abbreviated(node: Node) -> None:
    """«Kestrel Optics, KEO, was sold»: capitals beside a firm's name are that firm, and no place."""
    head, mention = node.head, node.mention
    if node.dep != "appos" or head is None or mention is None or mention.known or not mention.text.isupper():
        return
    if head.mention is not None and head.mention.type == "company" and len(mention.text) > 2:
        node.mention = replace(mention, type="company", entity=head.mention.entity, name=head.mention.name)


def place_behind_firm(node: Node) -> None:
    """«head of Orlik Optics, Quimby, Ohio»: a place behind a firm and a comma is where it is, and no other firm."""
    firm = node.head
    if node.dep != "conj" or firm is None or firm.mention is None or firm.mention.type != "company":
        return
    place = node.mention is not None and node.mention.type == "place"
    firms = any(c.mention and c.mention.type == "company" for c in node.kids("conj"))
    if node.mention is not None and not node.mention.known and firms:  # «Orlik Optics, Vela and Lind Optics»
        return
    if place and is_organisation(firm.mention.text) and not any(c.i < node.i for c in firm.kids("cc")):
        node.dep = "appos"


def fronted_gloss(node: Node) -> None:
    """«A unit of Orlik, Vela makes lenses»: a description in front and a comma gloss the subject that follows."""
    verb = node.head
    if verb is None or node.pos != "NOUN" or node.dep not in _FRONTED or not node.kids("det"):
        return
    later = [s for s in verb.kids("nsubj", "nsubjpass") if s.i > node.i and s.mention and s.mention.is_name]
    if later and node.mention is None and any(p.low == "," and node.i < p.i < later[-1].i for p in verb.kids("punct")):
        node.attach(later[-1], "appos")


_FRONTED: Final = frozenset({"nsubj", "nsubjpass", "advcl", "dep", "npadvmod", "ccomp"})


def nearest_clause(node: Node) -> None:
    """«CEO of Bright Pictures, based in Perth», «by A, B, who …»: a clause after a comma is of the name before."""
    head = node.head
    if head is None or not (node.dep == "relcl" or (node.dep == "acl" and node.tag == "VBN")):
        return
    first = min(n.i for n in node.subtree())
    names = [n for n in head.subtree() if n.mention and n.mention.is_name and n.i < first and n is not node]
    names = [n for n in names if n.mention and n.mention.type != "place"] or names
    nearest = max(names, key=lambda n: n.i, default=None)
    if nearest is None or nearest is head or nearest.dep not in ("pobj", "conj"):
        return
    thing = nearest.mention is not None and nearest.mention.type != "place"
    opens = node.dep == "relcl" and thing and nearest.i >= first - 2 and head.lemma in _PLAIN
    if opens or (nearest.i >= first - 6 and (head.low in OFFICES or (head.mention and head.mention.is_name))):
        node.attach(nearest, node.dep)


def based_company(node: Node) -> None:
    """«a maker of airships based in Montebello»: it is firms that are based somewhere, not what they make."""
    noun = node.head
    if node.dep != "acl" or node.lemma not in ("base", "headquarter") or noun is None or noun.mention:
        return
    if noun.pos != "NOUN" or noun.lemma in _PLAIN:
        return
    above = (a for a in noun.ancestors() if a.lemma in _PLAIN or (a.mention and a.mention.type == "company"))
    firm = next(above, None)
    if firm is not None and not any(v.pos in ("VERB", "AUX") and v.dep != "acl" for v in _between(noun, firm)):
        node.attach(firm, "acl")


def _between(low: Node, high: Node) -> list[Node]:
    """The nodes on the way up from one to another."""
    passed: list[Node] = []
    for node in low.ancestors():
        if node is high:
            break
        passed.append(node)
    return passed


def second_object(node: Node) -> None:
    """«carried the Nova, a lens built in Porto» read with two objects: the indefinite one glosses the first."""
    verb = node.head
    if node.dep != "dobj" or verb is None or not any(d.low in ("a", "an") for d in node.kids("det")):
        return
    first = next((o for o in verb.kids("dobj") if o.i < node.i and o.mention and o.mention.is_name), None)
    if first is not None and any(p.low == "," and first.i < p.i < node.i for p in verb.kids("punct")):
        node.attach(first, "appos")


def gloss_by_name(node: Node) -> None:
    """«X’s parent company, Orlik Holding, is …» read as an adverb: a name between commas glosses the subject before."""
    second = node.dep == "nsubj" and node.head is not None and len(node.head.kids("nsubj")) > 1
    if not (node.dep == "npadvmod" or second) or node.head is None or not (node.mention and node.mention.is_name):
        return
    before = [s for s in node.head.kids("nsubj", "nsubjpass") if s.i < node.i and s.pos == "NOUN"]
    if before and node.mention.type in ("company", "person", "unknown") and before[-1].i >= node.i - 3:
        node.attach(before[-1], "appos")


def no_name(node: Node) -> None:
    """«is an Internet Service Provider»: with an indefinite article capitals make no name."""
    mention = node.mention
    if mention is None or mention.known or not any(c.low in ("a", "an") for c in node.kids("det")):
        return
    if node.dep in ("attr", "appos") or (
        node.dep == "conj" and node.head is not None and node.head.dep in ("attr", "appos")
    ):
        node.mention = None
        node.pos = "NOUN"


def _opens_bare(node: Node) -> bool:
    """«Kijenge is a company», «Rollins was named»: a bare singular subject in front is a name, whatever its tag."""
    singular = node.tag in ("NN", "VB", "JJ", "RB") or (
        node.tag == "NNS" and node.head is not None and node.head.tag == "VBZ"
    )
    return node.i == 0 and node.dep in ("nsubj", "nsubjpass") and singular and not node.kids("det", "amod", "compound")


_WORD: Final = re.compile(r"[A-ZÀ-Þ][^\W\dA-Z_]+(?:-[A-ZÀ-Þ][^\W\dA-Z_]+)*")
"""A capitalised word, or two with a hyphen between: «Arvell», «Arvell-Holm»."""


def acts(node: Node) -> bool:
    """«Lindqvist wants …», «Pellucid moved …»: a proper noun, or a word no dictionary has, that does something."""
    unheard = node.pos == "PROPN" or (node.tag == "NN" and not in_dictionary(node.text, ("noun",)))
    unheard = unheard or (node.tag in ("VB", "JJ", "RB") and not in_dictionary(node.text))
    acting = node.dep in ("nsubj", "nsubjpass", "poss") and unheard
    return acting and _WORD.fullmatch(node.text) is not None and not node.kids("det", "compound")


def whole_name(node: Node) -> None:
    """«Aoife Brannigan» of which the recogniser saw the surname only: the capital before it belongs to the name."""
    mention = node.mention
    if mention is None or mention.known or not mention.is_name or mention.parts:
        return
    first = next((c for c in node.kids("compound") if c.i == node.i - 1 and c.mention is None), None)
    if first is None or first.pos != "PROPN" or not first.text[1:].islower() or first.end + 1 != node.start:
        return
    low = first.low
    if first.children or TITLE.match(f"{first.text} "):
        return
    if (
        low in _CALENDAR
        or low.endswith("-based")
        or is_epithet(low)
        or (first.i == 0 and low not in GIVEN_NAMES and in_dictionary(first.text))
    ):
        return
    words = f"{first.text} {node.text}"
    span = Span(first.start, node.end)
    node.mention = replace(mention, span=span, text=words, entity=slug(words), name=words)


def model_number(node: Node) -> None:
    """«the Loxia 21» of which only the word was seen: a number right behind an unlisted model's word is its own."""
    mention = node.mention
    if mention is None or not mention.name or mention.type not in ("product", "unknown") or not node.kids("det"):
        return
    number = next((c for c in node.kids("nummod") if c.i == node.i + 1 and c.start == node.end + 1), None)
    if number is None or number.mention is not None or not _NUMBER.fullmatch(number.text) or mention.parts:
        return
    words = f"{mention.text} {number.text}"
    name = f"{mention.name or mention.text} {number.text}"
    span = Span(mention.span.start, number.end)
    node.mention = replace(mention, span=span, text=words, entity=slug(name), name=name)


_NUMBER: Final = re.compile(r"(?!(?:1[89]|20)\d\d$)\d{1,4}")


def source_behind_name(node: Node) -> None:
    """«said Anna Berg, from Orlik», «said Anna Berg, of Orlik»: whom a speaker is with stands behind the name."""
    verb = node.head
    if node.dep != "prep" or node.low not in ("from", "of", "with", "at") or verb is None:
        return
    before = [s for s in verb.kids("nsubj") if verb.i < s.i == node.i - 2 and s.mention and s.mention.is_name]
    if before and any(p.low == "," and p.i == node.i - 1 for n in (verb, *before) for p in n.kids("punct")):
        node.attach(before[0], "prep")


def no_acronym(node: Node) -> None:
    """«The first SLR», «its SLRs»: an abbreviation used as a common noun is one, whatever its capitals."""
    if node.pos != "PROPN" or node.mention is not None:
        return
    several = node.text.endswith("s")
    if (several or node.kids("det", "poss", "amod")) and node.text.removesuffix("s") in NOT_NAMES:
        node.pos, node.tag, node.lemma = "NOUN", "NNS" if several else "NN", node.low.removesuffix("s")


def lone_name(node: Node) -> None:
    """A capitalised word that nobody recognised is a name of unknown kind."""
    if node.mention is not None or not node.text[:1].isupper() or node.dep in ("compound", "amod", "nmod"):
        return
    if node.low.replace(".", "") in OFFICES or node.low in _BODIES | _CALENDAR or len(node.text.rstrip(".")) < 2:
        return
    if node.pos == "PROPN" or _opens_bare(node):
        if node.i == 0 and any(p.low == "of" for p in node.kids("prep")):
            return
        first = next((c for c in node.children if c.dep == "compound" and c.pos == "PROPN" and c.mention is None), node)
        start = first.start if first.i < node.i else node.start
        coded = first.end + 1 == node.start and any(c.isdigit() for c in node.text)  # «the Italian Rectaflex A.1000»
        words, kind = (f"{first.text} {node.text}", "product") if coded else (node.text, "unknown")
        node.mention = Mention(Span(start, node.end), kind, words, slug(words) or None, known=False, name=words)


def listed_below(node: Node) -> None:
    """«Brands owned by Hoya:» and names on lines of their own below it: they are what the lead-in's head speaks of."""
    if node.dep != "ROOT" or node.tag not in ("NNS", "NNPS") or node.mention:
        return
    words = sorted((n for n in node.subtree() if n.end > n.start), key=lambda n: n.i)
    opening = {n for before, n in pairwise(words) if n.start > before.end + 1}
    items = [n for n in words if n in opening and n.mention and n.mention.is_name]
    for item in items:
        item.attach(node if item is items[0] else items[0], "appos" if item is items[0] else "conj")


def _goes_to(verb: Node) -> bool:
    """«moved from Cork to Limerick»: whether a verb tells where to as well as where from."""
    return verb.lemma in ("move", "relocate", "shift", "transfer", "go") and any(
        p.low == "to" for p in verb.kids("prep")
    )


def unnamed_place(node: Node) -> None:
    """«in Nakano», «to Copenhagen»: what an unlisted name behind «in» is guessed to be, it can be a place."""
    mention, head = node.mention, node.head
    if (
        mention is None
        or mention.known
        or node.dep not in ("pobj", "conj")
        or mention.type not in ("company", "person")
        or any(d.low == "the" for d in node.kids("det"))
    ):
        return
    top = head.head if node.dep == "conj" and head is not None and head.dep == "pobj" else head
    left = top is not None and top.low == "from" and top.head is not None and _goes_to(top.head)
    if top is not None and (left or top.low in ("in", "near", "to", "outside")) and not is_organisation(mention.text):
        node.mention = replace(mention, type="unknown")
