"""Which of two firms «the company» means: the one a document is about, or another that was named in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.spoken import Spoken, is_subject
from leica_kb.extract.reference.pointing import THINGS

_FIRM: Final = frozenset({"company"})
_NOUNS: Final = frozenset("company firm business manufacturer maker".split())

Heard = Sequence[tuple[int, Sequence[Spoken]]]
"""Per sentence read before its block and what it speaks of, the last one last."""


def without_asides(spoken: Sequence[Spoken]) -> list[Spoken]:
    """What was spoken of without the firms of which nothing was told, where anything else is left."""
    told = [s for s in spoken if not (s.aside and s.type == "company")]
    return told or list(spoken)


def is_one_introduced(spoken: Sequence[Spoken]) -> bool:
    """«Orlik sold the name to Vela, a family firm in Linz. The firm …»: either may be meant."""
    return (
        any(s.introduced and not s.subject and s.type == "company" for s in spoken)
        and len({s.entity for s in spoken}) > 1
    )


def is_placed(firm: Node | None) -> bool:
    """«the Japanese company»: a description that tells the firm from others by where it is."""
    marks = firm.kids("amod", "compound", "nmod") if firm is not None else []
    return any(n.mention is not None and n.mention.type in ("demonym", "place") for c in marks for n in c.subtree())


def is_left(rival: str, block: int, heard: Heard) -> bool:
    """Whether a firm named in between was left again: in another paragraph, and not in its last sentence's subject."""
    told = [(b, s) for b, spoken in heard for s in spoken if s.entity == rival]
    if all(s.aside for _, s in told):
        return bool(told)
    if any(b == block for b, _ in told):
        return False
    last = heard[-1][1] if heard else ()
    return not any(s.entity == rival and s.subject for s in last)


def is_centre(firm: str, topic: str, block: int, heard: Heard) -> bool:
    """«Orlik makes shutters. It ranks second. The firm …»: whether a paragraph's last two sentences are about it."""
    here = [spoken for b, spoken in heard if b == block]
    named = any(s.entity == topic for spoken in here for s in spoken)
    about = [any(s.entity == firm and s.subject for s in spoken) for spoken in here[-2:]]
    return not named and len(about) == 2 and all(about)


def carried_on(tree: Tree, block: int, heard: Heard) -> Iterator[Spoken]:
    """«Orlik makes shutters. It ranks second»: the firm that a sentence goes on about without its name."""
    before = heard[-1] if heard else None
    if before is None or before[0] != block:
        return
    subjects = [s for s in before[1] if s.subject]
    firms = {s.entity for s in subjects if s.type in _FIRM}
    if len(firms) != 1 or any(s.type in THINGS for s in subjects) or any(s.joined for s in subjects):
        return
    for node in tree.nodes:
        if node.head is not None and node.head.head is None and is_subject(node) and _points(node):
            yield Spoken(firms.pop(), "company", node.start, subject=True, plural=False)
            return


def _points(subject: Node) -> bool:
    """«It», «the company», and not «it is clear that …»."""
    described = subject.lemma in _NOUNS and subject.tag == "NN" and any(d.low == "the" for d in subject.kids("det"))
    verb = subject.head
    means = verb is not None and verb.pos == "VERB" and not verb.kids("csubj", "expl")
    return (subject.low == "it" and means) or (described and not subject.kids("amod", "compound", "relcl"))
