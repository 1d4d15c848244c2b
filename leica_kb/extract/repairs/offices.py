"""The parser's bad habits with offices: who holds them, and where, hung from the wrong word."""

from __future__ import annotations

from dataclasses import replace

from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.parser import Node
from leica_kb.lang.cues import OFFICES, is_persons_epithet


def office_after_name(node: Node) -> None:
    """«Dean Mercado, founder and CEO of X, is …»: an office after a name and a comma glosses it."""
    head = node.head
    if node.dep != "conj" or node.low not in OFFICES or head is None or not (head.mention and head.mention.is_name):
        return
    if not any(c.dep == "cc" and head.i < c.i < node.i for c in head.children):
        node.dep = "appos"


def person_behind_noun(node: Node) -> None:
    """«by designer Ada Moor» taken for a firm: behind what a person is, two capitals are a person."""
    mention = node.mention
    if mention is None or mention.known or mention.type not in ("company", "unknown") or len(mention.text.split()) < 2:
        return
    titles = [c for c in node.kids("compound", "nmod", "amod") if c.i == node.i - 1 and c.mention is None]
    if titles and titles[0].text.islower() and is_persons_epithet(titles[0].low) and not is_organisation(mention.text):
        node.mention = replace(mention, type="person")


def office_of_witness(node: Node) -> None:
    """«According to Ada Moor, founder of Orlik, the lens was …»: the first of two subjects glosses the witness."""
    verb = node.head
    if node.dep not in ("nsubj", "nsubjpass", "prep", "dep") or node.low not in OFFICES or verb is None:
        return
    witnesses = [n for a in verb.children if a.low == "according" for p in a.kids("prep") for n in p.kids("pobj")]
    people = [w for w in witnesses if w.mention and w.mention.type in ("person", "unknown")]
    beside = [w for w in people if 1 < min(n.i for n in node.subtree()) - w.i <= 2]
    subjects = [s for s in verb.kids("nsubj", "nsubjpass") if s.i > node.i]
    late = [c for c in node.kids("appos") if c.i > node.i] if "subj" in node.dep else []
    if beside and (subjects or late):
        for subject in [] if subjects else late[-1:]:
            subject.attach(verb, node.dep)
        node.attach(beside[-1], "appos")


def firm_after_office(node: Node) -> None:
    """«Anna Lind, President and CEO, Kestrel Optics»: a firm behind a person's office is where it is held."""
    head, mention = node.head, node.mention
    if node.dep != "appos" or head is None or mention is None or mention.type != "company" or not head.mention:
        return
    offices = [c for c in head.kids("appos") if c.i < node.i and c.low in OFFICES]
    if offices and head.mention.type in ("person", "unknown"):
        node.attach(offices[-1], "appos")


def name_after_office(node: Node) -> None:
    """«the CEO of WTC, Andrew Messick»: a person after an office and its firm holds the office."""
    head = node.head
    if (
        node.dep not in ("appos", "conj")
        or head is None
        or not (node.mention and node.mention.type in ("person", "unknown"))
    ):
        return
    office = head.head.head if head.dep == "pobj" and head.head is not None and head.head.low in ("of", "at") else None
    if (
        office is not None
        and (office.low in OFFICES or any(c.low == "founding" for c in office.kids("amod")))
        and head.mention
        and head.mention.type != "person"
        and (node.dep == "appos" or not head.kids("cc"))
    ):
        node.attach(office, "appos")


def office_beside_office(node: Node) -> None:
    """«chairman of the board and CEO of X», «head of Orlik and president of Vela»: offices are joined to each other."""
    head = node.head
    if node.dep != "conj" or node.low not in OFFICES or head is None or head.low in OFFICES or head.dep != "pobj":
        return
    office = head.head.head if head.head is not None else None
    held = office is not None and office.dep in ("attr", "appos", "conj", "pobj") and office.pos == "NOUN"
    told = office is not None and (office.low in OFFICES or (held and head.mention is not None))
    if told and not node.kids("poss") and any(c.dep == "cc" for c in head.children):
        node.attach(office, "conj")


def name_behind_offices(node: Node) -> None:
    """«its president and CEO Ada Moor»: both offices stand before the name, which is what the clause speaks of."""
    office = node.head
    if node.dep != "conj" or office is None or office.low not in OFFICES or not (node.mention and node.mention.is_name):
        return
    second = next((c for c in node.kids("compound", "nmod") if c.low in OFFICES), None)
    if second is None or office.head is None:
        return
    node.attach(office.head, office.dep)
    office.attach(node, "compound")
    second.attach(office, "conj")


def office_before_name(node: Node) -> None:
    """«the father of Microsoft co-founder Bill Gates»: an office right before a name belongs to the name."""
    head = node.head
    if node.low not in OFFICES or head is None or node.pos not in ("NOUN", "PROPN"):
        return
    name = next((c for c in node.children if c.i == node.i + 1 and c.mention and c.mention.is_name), None)
    if (
        name is not None
        and name.mention
        and name.mention.type in ("person", "unknown")
        and name.dep in ("dobj", "appos")
    ):
        name.attach(head, node.dep)
        node.attach(name, "compound")
