"""The paths of the pack's rules: from a frame along a role to the nodes that stand there."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.frames.frame import Frame, makers_of, verb_frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import measured, whole_of
from leica_kb.extract.phrases.holders import given_for, havers_of
from leica_kb.extract.phrases.nominal import associated

_BELOW_DEPS: Final = {"mod": ("amod", "compound", "nmod", "poss", "nummod", "advmod", "det"), "whose": ("poss",)}
_BELOW: Final = (*(f".{kind}" for kind in _BELOW_DEPS), ".whole", ".examples", ".haver", ".maker")
"""Ends of paths that lead to what tells of a participant: its modifiers, owners, whole, examples, haver, maker."""


def _below(node: Node, kind: str) -> list[Node]:
    match kind:
        case "examples":
            return [n for m in (node, *measured(node)) for n in given_for(m)]
        case "haver":
            return list(havers_of(node))
        case "maker":
            return makers_of(node)
        case "whole":
            whole = whole_of(node)
            return [] if whole is None else [whole]
        case "whose":
            return [n for n in node.kids("poss") if not _is_quoted(n)]
        case _:
            return node.kids(*_BELOW_DEPS[kind])


def _is_quoted(owner: Node) -> bool:
    """«'Corvid' lenses»: the mark that ends a quotation is no genitive."""
    return owner.low[-1:] != "s" and any(c.low in ("'", "’") for c in owner.kids("case"))


def nodes_of(frame: Frame, role: str) -> tuple[Node, ...]:
    """The nodes of a role; ``role~`` those associated with it; ``trigger``; ``clause.role`` of the governing verb."""
    if role.startswith("clause."):
        if frame.kind == "verb" or frame.clause is frame.trigger:
            return ()
        return nodes_of(verb_frame(frame.clause), role.removeprefix("clause."))
    if role.endswith("~"):
        inner = nodes_of(frame, role[:-1])
        return tuple(n for node in inner for n in associated(node))
    if role.endswith(_BELOW):
        above, _, kind = role.rpartition(".")
        return tuple(c for n in nodes_of(frame, above) for c in _below(n, kind))
    if role in ("trigger", "clause"):
        return (frame.trigger if role == "trigger" else frame.clause,)
    return frame.role(role)
