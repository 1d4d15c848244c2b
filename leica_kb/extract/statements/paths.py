"""The paths of the pack's rules: from a frame along a role to the nodes that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from leica_kb.extract.frames.frame import Frame, makers_of, verb_frame, wholes_in
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import objects_of
from leica_kb.extract.phrases.classes import measured, whole_of
from leica_kb.extract.phrases.holders import given_for, havers_of, holders_of, owners_of
from leica_kb.extract.phrases.nominal import associated, prepositional
from leica_kb.lang.cues import SAYING_VERBS

_BELOW_DEPS: Final = {
    "mod": ("amod", "compound", "nmod", "poss", "nummod", "advmod", "det", "predet"),
    "whose": ("poss",),
}


def _aims(node: Node) -> Iterator[Node]:
    """«a licence to use the name», «pays them to use it»: what something is to be done to."""
    above = node.head.kids("xcomp", "advcl") if node.dep == "dobj" and node.head is not None else ()
    for verb in (*node.kids("acl", "relcl", "xcomp", "advcl"), *above):
        if verb.tag == "VB":
            yield from verb.kids("dobj")


def _behind(*prepositions: str) -> Callable[[Node], list[Node]]:
    return lambda node: prepositional(node, *prepositions)


_LEADS: Final[Mapping[str, Callable[[Node], Iterable[Node]]]] = {
    "haver": havers_of,
    "maker": makers_of,
    "patient": objects_of,
    "aim": _aims,
    "is": holders_of,
    "of": _behind("of"),
    "on": _behind("on"),
    "in": _behind("in", "inside"),
}
_BELOW: Final = tuple(f".{kind}" for kind in (*_BELOW_DEPS, *_LEADS, "whole", "examples"))
"""Ends of paths that lead to what tells of a participant: its modifiers, owners, whole, examples, haver …"""


def _below(node: Node, kind: str) -> list[Node]:
    match kind:
        case kind if kind in _LEADS:
            return list(_LEADS[kind](node))
        case "examples":
            return [n for m in (node, *measured(node)) for n in given_for(m)]
        case "whole":
            whole = whole_of(node)
            return wholes_in(node) if whole is None else [whole]
        case "whose":
            return [n for n in node.kids("poss") if not _is_quoted(n)]
        case _:
            return node.kids(*_BELOW_DEPS[kind])


def _is_quoted(owner: Node) -> bool:
    """«'Corvid' lenses»: the mark that ends a quotation is no genitive."""
    return owner.low[-1:] != "s" and any(c.low in ("'", "’") for c in owner.kids("case"))


def nodes_of(frame: Frame, role: str) -> tuple[Node, ...]:
    """The nodes of a role; ``role~`` those associated with it; ``trigger``; ``clause.role`` of the governing verb."""
    if role in ("trigger", "clause"):
        return (frame.trigger if role == "trigger" else frame.clause,)
    if role.isalpha():
        return frame.role(role)
    if role.startswith("clause."):
        apart = frame.kind != "verb" and frame.clause is not frame.trigger and not _is_spoken_of(frame, role)
        return nodes_of(_frame_of(frame.clause), role.removeprefix("clause.")) if apart else ()
    if role.endswith("~"):
        inner = nodes_of(frame, role[:-1])
        return tuple(
            o for node in inner for n in associated(node) for o in (owners_of(n) if n.low == "whose" else (n,))
        )
    if role.endswith(_BELOW):
        above, _, kind = role.rpartition(".")
        return tuple(c for n in nodes_of(frame, above) for c in _below(n, kind))
    return frame.role(role)


def _is_spoken_of(frame: Frame, role: str) -> bool:
    """«a professor in Cork said of Orlik»: of whom somebody speaks, and not of what he is a professor."""
    return role == "clause.of" and frame.clause.lemma in SAYING_VERBS


@lru_cache(maxsize=8)
def _frame_of(verb: Node) -> Frame:
    """The frame of a clause's verb, which many rules ask for one after the other."""
    return verb_frame(verb)
