"""The parser's bad habits with relative clauses: hung from a noun that their verb does not agree with, or from none."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node

_PLURAL: Final = ("are", "were", "have", "do")
"""Verb forms that no single thing has; «were» of one is a wish."""
_PEOPLE: Final = frozenset("i you we he she they it people".split())


def agreeing_clause(node: Node) -> None:
    """«notes on the design of the camera that are worth a look»: what has a plural verb is of the plural before."""
    noun = node.head
    if node.dep != "relcl" or noun is None or noun.tag not in ("NN", "NNP") or noun.kids("conj") or noun.dep == "conj":
        return
    if not any(s.low in ("that", "which", "who") for s in node.kids("nsubj", "nsubjpass")) or not _is_plural(node):
        return
    several = next((n for n in _nouns_above(noun) if n.tag in ("NNS", "NNPS")), None)
    if several is not None:
        node.attach(several, "relcl")


def clause_behind_comma(node: Node) -> None:
    """«a firm in Porto, whose head, Ada Moor, is …», «Orlik, which is …» read as a clause of its own: of the noun."""
    if node.dep not in ("conj", "advcl", "ccomp", "parataxis") or node.head is None or node.pos not in ("VERB", "AUX"):
        return
    first = min(node.subtree(), key=lambda n: n.i)
    if first.low not in ("which", "whose", "who") or first.i > node.i:
        return
    before = {n.i: n for n in list(node.ancestors())[-1].subtree() if n.i < first.i}
    comma, noun = before.get(first.i - 1), before.get(first.i - 2)
    named = noun is not None and noun.mention is not None and noun.mention.is_name
    if comma is not None and comma.low == "," and noun is not None and named:
        node.attach(noun, "relcl")


def _is_plural(verb: Node) -> bool:
    """«that are made», «that have come», «that need oil»."""
    finite = [a for a in verb.kids("aux", "auxpass") if a.tag in ("VBP", "VBD", "VBZ", "MD")] or [verb]
    return finite[0].low in _PLURAL or (finite[0].tag == "VBP" and finite[0].low != "'s")


def _nouns_above(noun: Node) -> list[Node]:
    """The nouns that a noun is said to be of, at, on or in, nearest first."""
    found: list[Node] = []
    prep = noun.head
    while noun.dep == "pobj" and prep is not None and prep.dep == "prep" and prep.head is not None:
        noun = prep.head
        if noun.pos not in ("NOUN", "PROPN"):
            break
        found.append(noun)
        prep = noun.head
    return found


def bare_clause(node: Node) -> None:
    """«any lens you'll find» read as two clauses: what somebody does right behind a noun, to nothing else, is of it."""
    above = node.head
    if node.dep not in ("conj", "parataxis") or above is None or node.pos != "VERB":
        return
    if node.kids("dobj", "mark", "ccomp", "xcomp", "acomp", "attr") or any(c.i < node.i for c in above.kids("cc")):
        return
    doers = [s for s in node.kids("nsubj") if s.low in _PEOPLE]
    first = min(n.i for n in node.subtree())
    noun = next((n for n in above.subtree() if n.i == first - 1 and n.pos == "NOUN"), None)
    if noun is not None and doers and doers[0].i == first and noun.dep in ("pobj", "dobj", "attr"):
        node.attach(noun, "relcl")


def second_clause(node: Node) -> None:
    """«The test that I made tells of the Vela lens, which …» with both clauses of the test: the later is of the lens.

    Only where the noun has a clause before it, and another noun stands right before the comma.
    """
    noun = node.head
    if node.dep != "relcl" or noun is None or not any(c.i < node.i for c in noun.kids("relcl") if c is not node):
        return
    first = min(n.i for n in node.subtree())
    words = {n.i: n for n in noun.subtree() if n.i < first}
    comma, before = words.get(first - 1), words.get(first - 2)
    if comma is not None and comma.low == "," and before is not None and before.pos in ("NOUN", "PROPN"):
        node.attach(before, "relcl")


def time_of_clause(node: Node) -> None:
    """«photos that people take these days» read as what they take: «these days» is when."""
    verb = node.head
    told = any(c.low in ("these", "those") for c in node.kids("det"))
    if node.dep == "dobj" and node.low == "days" and told and verb is not None and verb.lemma not in _OF_DAYS:
        node.dep = "npadvmod"


_OF_DAYS: Final = frozenset("spend waste remember recall love enjoy miss call dread mark count celebrate".split())
"""What one does with days."""
