"""What a sentence says in pairs, by exception, and on one line behind a colon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import agents_of
from leica_kb.extract.phrases.nominal import conjuncts


def variants(frame: Frame) -> Iterator[Frame]:
    """The frame, and those that the sentence makes of it without saying it again."""
    yield from paired(frame) or ranked(frame) or (() if _is_respective(frame) else (frame,))
    yield from excepted(frame)


def paired(frame: Frame) -> list[Frame]:
    """«cameras and lenses are made in Taiwan and Japan respectively»: one frame for each pair, in order."""
    several = max((len(nodes) for nodes in frame.roles.values()), default=0)
    rows = [role for role, nodes in frame.roles.items() if len(nodes) == several] if several > 1 else []
    if len(rows) < 2 or not any(n.low == "respectively" for n in frame.clause.subtree()):
        return []
    return [replace(frame, roles={**frame.roles, **{r: (frame.roles[r][i],) for r in rows}}) for i in range(several)]


def _is_respective(frame: Frame) -> bool:
    """Whether the clause pairs rows that the frame has not: «A and B lenses are made in Jena and Gera respectively»."""
    rows = frame.kind == "verb" and any(len(nodes) > 1 for nodes in frame.roles.values())
    return rows and any(n.low == "respectively" and n.head is frame.clause for n in frame.clause.subtree())


def ranked(frame: Frame) -> list[Frame]:
    """«Its two largest markets are A and B, in that order», «A is its largest market, followed by B»: one for each."""
    if frame.kind != "noun":
        return _ranked_behind(frame)
    ranks = len(ranks_of(frame.trigger))
    if not ranks:
        return []
    row = frame.role("is")
    sources = (
        *(v for n in (frame.trigger, *row) for v in n.kids("acl")),
        *frame.clause.kids("advcl"),
        *_misread(frame),
    )
    followers = [n for v in sources for n in _following(v)]
    told = any(n.low == "order" and n.dep == "pobj" and not n.kids("prep") for n in frame.clause.subtree())
    row = (*row, *followers) if len(row) == ranks == 1 else row
    if len(row) < 2 or not (told or len(row) == ranks or followers):
        return []
    return [replace(frame, roles={**frame.roles, "is": (node,)}, place=i) for i, node in enumerate(row)]


def _misread(frame: Frame) -> list[Node]:
    """«… is A, followed by B» with «is» below «followed»."""
    below = frame.clause.dep == "auxpass" and frame.clause.head is not None and bool(frame.clause.kids("attr"))
    return [frame.clause.head] if below and frame.clause.head is not None else []


def _following(verb: Node) -> list[Node]:
    return agents_of(verb) if verb.low == "followed" else []


def _ranked_behind(frame: Frame) -> list[Frame]:
    """«A ranks first, B second and C third»: behind the verb each rank is that of the name right before it."""
    if not frame.role("agent") or not any(map(_is_rank, frame.trigger.kids("advmod", "attr"))):
        return []
    words = {n.i: n for n in frame.trigger.subtree()}
    behind = [(words[n.i - 1], n) for n in words.values() if _is_rank(n) and n.i - 1 in words]
    pairs = [(name, rank) for name, rank in behind if name.mention and name.mention.is_name]
    later = [(name, rank) for name, rank in pairs if name.i > frame.trigger.i]
    turned = [replace(frame, roles={**frame.roles, "agent": (name,), "rank": (rank,)}) for name, rank in later]
    return [frame, *turned] if turned else []


def _is_rank(node: Node) -> bool:
    return node.mention is not None and node.mention.type == "rank"


def ranks_of(noun: Node) -> list[Node]:
    """The ranks in front of a noun: one, or several that are coordinated."""
    before = [n for c in noun.kids("amod", "compound", "nmod") for n in conjuncts(c)]
    return [n for n in before if _is_rank(n)]


_EXCEPTING: Final = frozenset("except excluding barring save but".split())


def excepted(frame: Frame) -> Iterator[Frame]:
    """«all lenses are made here except the Nova», «no camera is made here but the Nova»: the other way round."""
    if frame.kind == "noun":
        return
    for role in ("patient", "agent", "is"):
        for subject in frame.role(role):
            words = {c.low for c in subject.kids("det", "predet")}
            if words & {"all", "every", "each", "no"}:
                for name, apart in _exceptions(frame.clause):
                    turned_by = () if "no" in words else (apart,)
                    if name is not subject:
                        yield replace(frame, roles={**frame.roles, role: (name,)}, turned_by=turned_by)


def _exceptions(clause: Node) -> Iterator[tuple[Node, Node]]:
    """The names behind «except», «apart from», «other than», «with the exception of», each with that word."""
    for node in clause.subtree():
        for prep in node.kids("prep", "cc", "advmod", "mark", "dep"):
            apart = prep.low == "from" and (prep.head is not None and prep.head.low in ("apart", "aside"))
            exception = prep.low == "of" and prep.head is not None and prep.head.low == "exception"
            if prep.low in _EXCEPTING or apart or exception:
                yield from (
                    (n, prep) for t in prep.kids("pobj") for n in conjuncts(t) if n.mention and n.mention.is_name
                )
        if node.low in ("except", "excluding"):
            yield from (
                (n, node) for t in node.kids("pobj", "dobj") for n in conjuncts(t) if n.mention and n.mention.is_name
            )


def named_behind_colon(node: Node, wanted: frozenset[str]) -> tuple[str, ...]:
    """«The following firms …: A, B and C», on one line: what is named behind the colon, where nothing else is."""
    words = sorted(([node, *node.ancestors()][-1]).subtree(), key=lambda n: n.i)
    colon = next((n.i for n in words if n.low == ":" and n.i > node.i), None)
    behind = [n for n in words if colon is not None and n.i > colon and n.pos not in ("PUNCT", "CCONJ", "DET")]
    told = [n.mention for n in behind if n.mention and n.mention.is_name]
    named = [m.entity for m in told if m.type in wanted | {"unknown"} or not m.known]
    return tuple(e for e in named if e) if len(named) == len(behind) else ()
