"""What the sentences around a pronoun tell of what it means: a firm's own, a lens, so many of a kind."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import governing_verb, is_passive
from leica_kb.extract.phrases.nominal import conjuncts, is_counted
from leica_kb.extract.reference.pointing import THINGS

_FIRMS: Final = frozenset("company firm business manufacturer maker brand corporation".split())


def owner_nearer(pronoun: Node, entity: str, tree: Tree) -> str | None:
    """Why «its» is not the thing's that was found for it: a firm or a name of no known type is nearer."""
    if is_a_firms(pronoun, entity, tree):
        return "reference: a firm is nearer"
    return "reference: another name is nearer" if _is_anothers(pronoun, entity, tree) else None


def is_a_firms(pronoun: Node, entity: str, tree: Tree) -> bool:
    """«steered the company away from its focus», «In its review, Orlik said …»: whether «its» is the firm's."""
    if any(n.i < pronoun.i and n.mention is not None and n.mention.entity == entity for n in tree.nodes):
        return False
    verb = governing_verb(pronoun)
    front = pronoun.i < verb.i and any(p.dep == "prep" and p.head is verb for p in pronoun.ancestors())
    handled = (n for n in verb.kids("dobj") if n.i < pronoun.i)
    following = (n for n in verb.kids("nsubj") if front and n.i > pronoun.i)
    return any(map(_is_a_firm, (*handled, *following)))


def is_of_either(pronoun: Node, tree: Tree) -> bool:
    """«is made for Orlik by Vela; the others are built at its plant»: one for whom, one by whom, and no doer here."""
    verb = governing_verb(pronoun)
    if not is_passive(verb) or verb.kids("agent"):
        return False
    named = [n for n in tree.nodes if n.i < pronoun.i and n.mention is not None and n.mention.is_name]
    parties = [n for n in named if n.dep == "pobj" and n.head is not None and n.head.low in ("for", "by")]
    apart = all(governing_verb(n) is not verb for n in parties)
    return apart and {n.head.low for n in parties if n.head} == {"for", "by"}


def _is_anothers(pronoun: Node, entity: str, tree: Tree) -> bool:
    """«The Orlik Nova, with its silent motor, sells for …»: a subject that nobody took for a thing."""
    verb = governing_verb(pronoun)
    subjects = [s for s in verb.kids("nsubj", "nsubjpass") if s.i < pronoun.i and s.mention is not None]
    here = any(n.i < pronoun.i and n.mention is not None and n.mention.entity == entity for n in tree.nodes)
    other = (s.mention for s in subjects if any(d.low == "the" for d in s.kids("det")))
    return not here and any(m is not None and m.is_name and m.type == "unknown" for m in other)


def _is_a_firm(node: Node) -> bool:
    """«Orlik», «the company»."""
    if node.mention is not None:
        return node.mention.type == "company"
    return node.lemma in _FIRMS and any(d.low == "the" for d in node.kids("det"))


def is_called_a_lens(pronoun: Node, tree: Tree) -> bool:
    """«It is an older lens and it has a ring»: whether the sentence calls a lens what the pronoun means."""
    its = (n for n in tree.nodes if n.low == "it" and n.dep == "nsubj" and n.i <= pronoun.i)
    verbs = (n.head for n in its if n.head is not None and not n.head.kids("neg"))
    said = (n for v in verbs for a in v.kids("attr") for n in conjuncts(a))
    return any(n.lemma == "lens" and n.mention is None for n in said)


def is_of_some(kind: str, before: Tree | None) -> bool:
    """«Anna designed two film cameras. They …»: whether the sentence before tells how many of the kind are meant."""
    nodes = before.nodes if before is not None else ()
    return any(n.mention is not None and n.mention.entity == kind and is_counted(n) for n in nodes)


def tells_which(clause: Node) -> bool:
    """Whether a relative clause without a comma has somebody of its own: by what they did it tells which is meant."""
    noun = clause.head
    first = min(n.i for n in clause.subtree())
    apart = noun is not None and any(noun.i < p.i < first for p in noun.kids("punct"))
    return not apart and any(s.low not in ("which", "that", "who") for s in clause.kids("nsubj"))


def is_named_behind(description: Node, entity: str, tree: Tree) -> bool:
    """«The Oslo company's motors go into tools made by Orlik's unit»: whose name follows as an owner's is another."""
    owners = (n for n in tree.nodes if n.start > description.start and n.dep == "poss" and n.mention is not None)
    return any(n.mention is not None and n.mention.entity == entity for n in owners)


def is_a_things(subject: Node, entity: str) -> bool:
    """«Vesta changed hands after its founder left»: a subject whose name was taken for a thing's."""
    name = subject.mention
    if name is None or not name.is_name or name.type not in (*THINGS, "unknown"):
        return False
    return entity not in (name.entity, name.maker) and not (name.entity or "").startswith(f"{entity}-")


def is_behind_a_line(pronoun: Node, entity: str, tree: Tree) -> bool:
    """«The charm of the K series is its lens»: the line that the sentence names, and no model from before."""
    named = [n.mention for n in tree.nodes if n.i < pronoun.i and n.mention is not None and n.mention.type in THINGS]
    return bool(named) and named[-1].type == "product_line" and all(m.entity != entity for m in named)


def is_compared(pronoun: Node, entity: str, tree: Tree) -> bool:
    """«A little heavier than the Nova, it has …»: what stands behind «than» is not what the pronoun means."""
    named = [n for n in tree.nodes if n.i < pronoun.i and n.mention and n.mention.entity == entity]
    return bool(named) and all(any(a.low == "than" for a in n.ancestors()) for n in named)
