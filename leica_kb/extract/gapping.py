"""What a sentence says by leaving it out: gapped and echoed clauses, exceptions, lists that end their lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.classes import measured
from leica_kb.extract.frames import Frame
from leica_kb.extract.mention import Mention
from leica_kb.extract.nominal import conjuncts
from leica_kb.extract.parser import Node, Tree
from leica_kb.extract.unlisted import unknown
from leica_kb.model import Document, Span

_GAPPABLE: Final = ("in", "at", "on", "by", "for", "from", "with")


def variants(frame: Frame, tree: Tree) -> Iterator[Frame]:
    """The frame, and those that the sentence makes of it without saying it again."""
    yield from paired(frame) or (frame,)
    yield from gapped(frame, tree)
    yield from echoed(frame, tree)
    yield from countered(frame, tree)
    yield from excepted(frame)


def paired(frame: Frame) -> list[Frame]:
    """«cameras and lenses are made in Taiwan and Japan respectively»: one frame for each pair, in order."""
    if not any(n.low == "respectively" for n in frame.clause.subtree()):
        return []
    several = max((len(nodes) for nodes in frame.roles.values()), default=0)
    rows = [role for role, nodes in frame.roles.items() if len(nodes) == several]
    if several < 2 or len(rows) < 2:
        return []
    return [replace(frame, roles={**frame.roles, **{r: (frame.roles[r][i],) for r in rows}}) for i in range(several)]


def gapped(frame: Frame, tree: Tree) -> Iterator[Frame]:
    """The frames that later pairs of a name and a phrase in the same preposition make with the frame's verb."""
    if frame.kind != "verb":
        return
    for role in ("patient", "agent"):
        for preposition in _GAPPABLE:
            slot = "agent" if preposition == "by" and role == "patient" else preposition
            if frame.role(role) and frame.role(slot):
                yield from _pairs(frame, tree, role, slot, preposition)


def _pairs(frame: Frame, tree: Tree, role: str, slot: str, preposition: str) -> Iterator[Frame]:
    first, target = frame.role(role)[-1], frame.role(slot)[0]
    if first.mention is None or target.mention is None or first.i > frame.trigger.i:
        return
    nodes = tree.nodes
    for i, node in enumerate(nodes[:-2]):
        if node.mention is None or node.i <= target.i or not _alike(node.mention, first.mention):
            continue
        after, value = nodes[i + 1], nodes[i + 2]
        opened = any(n.low in (",", ";", "and", "while") for n in nodes[max(0, i - 2) : i])
        if opened and value.mention is not None and _alike(value.mention, target.mention) and after.low == preposition:
            if _is_object_too(frame, role, node):
                continue
            others = _others(frame, role, slot)
            kept = {k: tuple(_owned_by(n, first, node) for n in v) for k, v in others.items()}
            yield replace(frame, roles={**kept, role: (node,), slot: (value,)})


def _is_object_too(frame: Frame, role: str, name: Node) -> bool:
    """«acquired A in 1988 and B in 1989»: the later name is one more object rather than another subject."""
    objects = [n for n in frame.role("patient") if n.i > frame.trigger.i and n.mention]
    return role == "agent" and any(n.mention and name.mention and _alike(n.mention, name.mention) for n in objects)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be of one type: the same, or one that is only guessed."""
    return one.type == other.type or (one.is_name and other.is_name and not (one.known and other.known))


def _owned_by(node: Node, first: Node, other: Node) -> Node:
    """«Nikon builds its cameras in Thailand, Canon in Japan»: in the gapped clause «its» is the other’s."""
    if inner := measured(node):
        return _owned_by(inner[0], first, other)
    pronouns = [c for c in node.kids("poss") if c.low in ("its", "their", "his", "her")]
    if not pronouns or first.mention is None:
        return node
    children = [c for c in node.children if c not in pronouns]
    copy = replace(node, children=children)
    copy.children.insert(0, replace(other, dep="poss", head=copy, children=[]))
    return copy


def echoed(frame: Frame, tree: Tree) -> Iterator[Frame]:
    """«Canon makes its own sensors, and so does Sony», «as did Nikon»: the same of another."""
    role = "agent" if frame.role("agent") else "patient"
    if frame.kind != "verb" or not frame.role(role):
        return
    for node in tree.nodes:
        if node.head is frame.trigger and node.i > frame.trigger.i and _echoes(node):
            for name in (n for s in node.kids("nsubj") for n in conjuncts(s) if n.mention and n.mention.is_name):
                first = frame.role(role)[0]
                kept = {k: tuple(_owned_by(n, first, name) for n in v) for k, v in frame.roles.items() if k != role}
                yield replace(frame, roles={**kept, role: (name,)})


def countered(frame: Frame, tree: Tree) -> Iterator[Frame]:
    """«Rollei did not design it; Zeiss did», «Canon makes its own sensors, Pentax does not»: the other way round."""
    agents = frame.role("agent")
    if frame.kind != "verb" or not agents:
        return
    for node in tree.nodes:
        beside = node.head is frame.trigger or frame.trigger.head is node
        if not beside or node.i < frame.trigger.i or not _is_counter(node, frame.trigger):
            continue
        for name in (n for s in node.kids("nsubj") for n in conjuncts(s) if n.mention and n.mention.is_name):
            kept = {k: tuple(_owned_by(n, agents[0], name) for n in v) for k, v in frame.roles.items() if k != "agent"}
            yield replace(frame, roles={**kept, "agent": (name,)}, denied=True)


def _is_counter(verb: Node, first: Node) -> bool:
    """Whether an auxiliary alone says that of another what the first verb denies, or denies what it says."""
    alone = verb.lemma in ("do", "have", "will") and not verb.kids("dobj", "attr", "acomp", "xcomp", "prep", "advmod")
    complements = [c for c in verb.kids("ccomp", "advcl") if c is not first]
    return alone and not complements and bool(verb.kids("neg")) != bool(first.kids("neg"))


def _echoes(verb: Node) -> bool:
    """«so does», «neither has», «as did»: an auxiliary that stands for what was said before."""
    marks = {c.low for c in verb.kids("advmod", "mark", "cc", "preconj")} & {"so", "as", "neither", "nor"}
    alone = not verb.kids("dobj", "attr", "acomp", "xcomp", "ccomp", "prep")
    return verb.lemma in ("do", "be", "have", "will", "can") and bool(marks) and alone


_EXCEPTING: Final = frozenset("except excluding barring save but".split())


def excepted(frame: Frame) -> Iterator[Frame]:
    """«all lenses are made here except the Nova», «no camera is made here but the Nova»: the other way round."""
    if frame.kind == "noun":
        return
    for role in ("patient", "agent", "is"):
        for subject in frame.role(role):
            words = {c.low for c in subject.kids("det", "predet")}
            if words & {"all", "every", "each", "no"}:
                names = [n for n in _exceptions(frame.clause) if n is not subject]
                for name in names:
                    yield replace(frame, roles={**frame.roles, role: (name,)}, denied="no" not in words)


def _exceptions(clause: Node) -> Iterator[Node]:
    """The names behind «except», «apart from», «other than», «with the exception of»."""
    for node in clause.subtree():
        for prep in node.kids("prep", "cc", "advmod", "mark", "dep"):
            apart = prep.low == "from" and (prep.head is not None and prep.head.low in ("apart", "aside"))
            exception = prep.low == "of" and prep.head is not None and prep.head.low == "exception"
            if prep.low in _EXCEPTING or apart or exception:
                yield from (n for t in prep.kids("pobj") for n in conjuncts(t) if n.mention and n.mention.is_name)
        if node.low in ("except", "excluding"):
            yield from (n for t in node.kids("pobj", "dobj") for n in conjuncts(t) if n.mention and n.mention.is_name)


def _others(frame: Frame, *replaced: str) -> dict[str, tuple[Node, ...]]:
    return {k: v for k, v in frame.roles.items() if k not in replaced and k in ("agent", "patient")}


def list_tail(document: Document, lead_in: int, declared: Sequence[Sequence[Mention]]) -> tuple[Mention, ...]:
    """The names of the list that a lead-in ending in a colon opens; empty where an item says more than a name."""
    sentence = document.sentences[lead_in]
    if not document.text[sentence.start : sentence.end].endswith(":"):
        return ()
    names: list[Mention] = []
    for i in range(lead_in + 1, len(document.sentences)):
        item = document.sentences[i]
        block = document.blocks[item.block]
        if block.kind != "list_item" or block.within != sentence.block:
            break
        name = _only_name(document.text, item.span, declared[i])
        if name is None:
            return ()
        names.append(name)
    return tuple(names)


def _only_name(text: str, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The one name that an item consists of."""
    words = span.of(text).rstrip(" .,;")
    whole = Span(span.start, span.start + len(words))
    if len(mentions) == 1 and len(mentions[0].span) >= len(whole) - 4:
        return mentions[0]
    short = len(words.split()) <= 4 and all(w[0].isupper() for w in words.split())
    return unknown(whole, text, "unknown") if words and short and not mentions else None
