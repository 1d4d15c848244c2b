"""How much of a class a statement speaks of: all, most, some, or the class in general."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import is_part
from leica_kb.extract.phrases.spoken import is_subject
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang import cues
from leica_kb.model import Scope


def read_scope(statement: Statement) -> tuple[Scope | None, Node | None]:
    """How much of a class the statement speaks of, and the word that says so."""
    subject = replace(statement.subject, node=_measured(statement.subject))
    if subject.node is None:
        return None, None
    if subject.type in ("company", "person", "product", "place"):
        only = next((c for c in subject.node.children if c.low == "only" and c.i < subject.node.i), None)
        return ("only" if only is not None else None), only
    outer = list(_outer_quantifiers(subject.node, statement.frame))
    for quantifier in sorted((*_inner_quantifiers(subject.node), *outer), key=lambda q: not is_part(q)):
        scope = cues.QUANTIFIERS.get(quantifier.low, "most")
        if is_part(quantifier) or _is_hardly(quantifier, subject.node):
            return "some", quantifier
        return ("most" if scope == "all" and _is_nearly(quantifier, subject.node) else scope), quantifier
    article = next((c for c in subject.node.kids("det") if c.low in ("a", "an")), None)
    if article is not None and subject.how == "class":
        return "some", article
    named = subject.type == "product_class" and subject.how in ("name", "class")
    return ("generic" if named and _is_bare_plural(subject.node) else None), None


def _is_hardly(quantifier: Node, noun: Node) -> bool:
    """«hardly any cameras»: few of them, where any of them stands for all."""
    return any(c.low in ("hardly", "scarcely", "barely") for n in (quantifier, noun) for c in n.kids("advmod"))


def _is_nearly(quantifier: Node, noun: Node) -> bool:
    """«nearly all cameras», «all but one of the cameras»"""
    beside = (*quantifier.children, *(quantifier.head or noun).children)
    excepted = any(c.low == "but" for c in quantifier.children)
    return excepted or any(c.low in cues.NEARLY and c.i == quantifier.i - 1 for c in beside)


def _measured(subject: Filler) -> Node | None:
    """The noun whose quantifier tells the scope: of «every lens» that «we» make the lens, whoever «we» are."""
    owner = subject.node
    if owner is None or subject.how != "pronoun" or not subject.name or owner.head is None:
        return owner
    return owner.head if owner.dep == "poss" else next(iter(owner.head.kids("dobj")), owner)


def _inner_quantifiers(node: Node) -> Iterator[Node]:
    """«most lenses», «not all lenses»: before the noun."""
    if node.dep == "conj" and node.head is not None and not node.kids("det", "poss", "amod", "nummod"):
        yield from _inner_quantifiers(node.head)  # «all cameras and lenses»
    for child in (*node.children, *(c for k in node.kids("det", "amod", "nummod") for c in k.children)):
        if child.low in cues.QUANTIFIERS and child.dep in ("det", "predet", "amod", "nummod", "advmod", "quantmod"):
            yield child


def _outer_quantifiers(node: Node, frame: Frame) -> Iterator[Node]:
    """«many of these lenses», «the lenses are all …»: above the noun, or floating beside the verb."""
    outer = node.head.head if node.dep == "pobj" and node.head is not None and node.head.low == "of" else None
    if outer is not None and (outer.low in cues.QUANTIFIERS or is_part(outer)):
        yield outer
    if is_subject(node) or frame.kind != "verb":  # «A and B have all made lenses»: all of them, not all lenses
        yield from (c for c in frame.clause.children if c.low in ("all", "both", "each", "mostly"))


def _is_bare_plural(node: Node) -> bool:
    return not node.kids("det", "poss", "nummod") and node.tag in ("NNS", "NNPS", "NNP", "NN")
