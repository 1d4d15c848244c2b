"""What a sentence speaks of: its entities, where, and whether as its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree


@dataclass(frozen=True, slots=True)
class Spoken:
    """An entity as it was spoken of: where, and whether as a subject."""

    entity: str
    type: str
    start: int
    subject: bool
    plural: bool
    maker: str | None = None
    joined: bool = False
    """Whether it is named together with others: «A and B met»."""
    measure: bool = False
    """Whether it is only what something else is compared with: «faster than the A»."""
    fresh: bool = False
    """Whether it is brought up here: «I found an A»."""
    aside: bool = False
    """Whether it tells only whose words or figures they are: «according to A»."""
    introduced: bool = False
    """Whether the sentence says what it is: «A, a family firm in Graz»."""


_SOURCES: Final = frozenset("according than like unlike behind versus".split())
_SPEAKING: Final = frozenset("say tell add write report estimate note explain argue predict reckon".split())
_COMPARING: Final = frozenset("than like unlike versus vs vs. alongside".split())


def only_one(spoken: Sequence[Spoken]) -> str | None:
    """The one that a pronoun would mean: the only one, or the only subject."""
    entities = list(dict.fromkeys(s.entity for s in spoken))
    if len(entities) == 1:
        return entities[0]
    subjects = [s for s in spoken if s.subject]
    return subjects[-1].entity if subjects and not subjects[-1].joined else None


def spoken_of(tree: Tree) -> Iterator[Spoken]:
    """Every entity that a sentence names."""
    for node in tree.nodes:
        mention = node.mention
        if mention and mention.entity and mention.type != "demonym":
            plural = node.tag in ("NNS", "NNPS")
            place = (mention.entity, mention.type, node.start)
            joined, measure, fresh = _is_joined(node), _is_measure(node), _is_fresh(node)
            told = (joined, measure, fresh, _is_aside(node), _is_introduced(node))
            yield Spoken(*place, is_subject(node), plural, mention.maker, *told)


def _is_introduced(name: Node) -> bool:
    """«Orlik, a family firm in Graz»: a name that its sentence tells the reader of for the first time."""
    return any(d.low in ("a", "an") for kind in name.kids("appos") for d in kind.kids("det") if kind.pos == "NOUN")


def _is_aside(name: Node) -> bool:
    """«according to Nisshin», «said Ada Moor of Nisshin», «behind Vela»: a name of which nothing is told."""
    above = [] if is_subject(name) else list(name.ancestors())
    if any(a.low in _SOURCES and a.i < name.i for a in above):
        return True
    speaker = next((a for a in above if a.mention is not None and a.mention.type == "person" and is_subject(a)), None)
    return speaker is not None and speaker.head is not None and speaker.head.lemma in _SPEAKING


def _is_measure(node: Node) -> bool:
    return any(above.low in _COMPARING and above.i < node.i for above in node.ancestors())


def _is_fresh(node: Node) -> bool:
    fresh = any(d.low in ("a", "an", "another") for d in node.kids("det"))
    taken = node.dep == "dobj" and node.head is not None and any(s.low in ("i", "we") for s in node.head.kids("nsubj"))
    return fresh and taken and node.tag in ("NN", "NNP")


def _is_joined(node: Node) -> bool:
    return node.dep == "conj" or bool(node.kids("conj"))


def is_subject(node: Node) -> bool:
    """Whether a node is its clause's subject, alone or joined with others."""
    while node.dep == "conj" and node.head is not None:
        node = node.head
    return node.dep in ("nsubj", "nsubjpass")
