"""What the sentence of a pronoun or description tells, before anything is looked for, of what it can mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import (
    beside_anothers,
    governing_verb,
    means_the_object,
    named_beside,
    subject_ahead,
    subject_of,
)
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.extract.phrases.spoken import Spoken, spoken_of
from leica_kb.extract.statements.filling import Filler

FIRST: Final = frozenset("we us our i my me".split())
THINGS: Final = frozenset({"product", "product_line", "product_class"})


def compared(tree: Tree, before: int) -> Iterator[Node]:
    """«Unlike the CL, it has …»: what a phrase in front sets against the subject is not what the pronoun means."""
    unlike = (n for n in tree.nodes if n.dep == "prep" and n.low in ("unlike", "like") and n.start < before)
    return (n for word in unlike if not word.i for n in word.subtree())


def subjects_above(node: Node) -> Iterator[Node]:
    """«Nikon makes cameras, and they sell»: the subjects of the clauses that a clause is hung on or joined to."""
    return (s for verb in node.ancestors() for s in verb.kids("nsubj", "nsubjpass"))


def as_said_first(filler: Filler) -> Filler:
    """«It belongs to Orlik, and it has owned Vela since May»: said again as subject, a pronoun means the same."""
    node = filler.node
    if node is None or filler.how != "pronoun" or filler.name or node.low not in ("it", "he", "she", "they"):
        return filler
    verb = governing_verb(node)
    while node.dep in ("nsubj", "nsubjpass") and verb.dep == "conj" and verb.head is not None:
        said = [s for s in verb.head.kids("nsubj", "nsubjpass") if s.low == node.low and s.i < node.i]
        if not said:
            break
        node, verb = said[-1], verb.head
    return replace(filler, node=node, span=node.span)


def announced(filler: Filler) -> Node | None:
    """The description that a filler is, or that «their» stands for: «The following firms have their works in Riga:»."""
    if filler.how == "definite" or filler.node is None or filler.node.low != "their":
        return filler.node if filler.how == "definite" else None
    return next((s for s in governing_verb(filler.node).kids("nsubj") if s.i < filler.node.i), None)


def goes_on_about_another(filler: Filler, heard: Sequence[Spoken], *, owned: bool) -> bool:
    """«The Z9 is heavy. It comes from …»: a pronoun in front means the subject before it, and no firm named earlier."""
    node = filler.node
    fronted = filler.how == "pronoun" and not owned and node is not None and node.dep in ("nsubj", "nsubjpass")
    if not fronted or node is None or node.low not in ("it", "they"):
        return False
    return not filler.wanted & THINGS and any(s.subject and s.type in THINGS for s in heard)


def is_ours(filler: Filler, wanted: frozenset[str]) -> bool:
    """«our company»: the speaker's own."""
    return wanted == {"company"} and any(p.low in FIRST for p in (filler.node.kids("poss") if filler.node else ()))


def means_one(filler: Filler, word: str) -> bool:
    """«It has a mirror», «the camera has one»: a single thing, and no class of things."""
    single = filler.how == "definite" and filler.node is not None and filler.node.tag == "NN"
    return single or (filler.how == "pronoun" and word in ("it", "its"))


def subjects_beside(filler: Filler) -> frozenset[str | None]:
    """«DJI took a stake in the company», «Ricoh renamed it», «it was its heir»: another than its subject."""
    node = filler.node
    pointing = node is not None and filler.how == "pronoun" and _is_pointing(node)
    if node is None or not (filler.how == "definite" or pointing):
        return frozenset()
    verb = governing_verb(node)
    subjects = subject_of(verb) if pointing else [n for s in verb.kids("nsubj", "nsubjpass") for n in conjuncts(s)]
    return frozenset(n.mention.entity for n in subjects if n is not node and n.mention)


def is_done_by_one(filler: Filler) -> bool:
    """«It sold the business»: what a pronoun does something to is not the one that the pronoun most likely means."""
    node = filler.node
    told = node is not None and filler.how == "definite" and node.dep == "dobj" and not filler.wanted & THINGS
    return (
        told
        and node is not None
        and any(s.low in ("it", "they") for s in governing_verb(node).kids("nsubj") if s.i < node.i)
    )


def _is_pointing(pronoun: Node) -> bool:
    owns = pronoun.dep == "poss" and pronoun.head is not None and pronoun.head.dep == "attr"
    return owns or pronoun.dep in ("dobj", "dative")


def is_anybodys(filler: Filler, word: str, named: Sequence[Spoken]) -> bool:
    """«Sony bought Minolta, and Peter Lund is its head»: behind another subject «its» may be of either firm."""
    subjects = subject_of(governing_verb(filler.node)) if filler.node is not None else []
    other = any(n.mention and n.mention.type == "person" and n.i < filler.node.i for n in subjects if filler.node)
    return word in ("it", "its") and other and len({s.entity for s in named if s.type == "company"}) > 1


def found_beside(filler: Filler, wanted: frozenset[str]) -> str | None:
    """What a possessive means by what its thing is coordinated with: «Orlik and its founder»."""
    if filler.node is None or filler.how != "pronoun":
        return None
    if beside_anothers(filler.node) or means_the_object(filler.node):
        return "!reference: ambiguous"
    beside = named_beside(filler.node)
    if beside is None or beside.mention is None or beside.mention.type not in wanted | {"unknown"}:
        return None
    return beside.mention.entity or "!reference: ambiguous"


def spoken_ahead(filler: Filler, tree: Tree) -> tuple[Spoken, ...]:
    """«Having closed its plant, Nikon …»: a pronoun in front means the subject that its clause or phrase opens."""
    subject = subject_ahead(filler.node) if filler.node is not None and filler.how == "pronoun" else None
    return tuple(s for s in spoken_of(tree) if subject is not None and s.start == subject.start)
