"""Alternatives: of two that «or» joins, neither is asserted."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import all_conjuncts
from leica_kb.extract.statements.mapping import Statement

_CHOICE: Final = frozenset("available offer sell order buy come ship choose get".split())
"""Words behind which either of two may be had: there «or» joins what is true of both."""


def is_alternative(statement: Statement) -> bool:
    """«made in Cork or in Riga», «either A or B owns it»: of two named with «or» neither is asserted of one thing."""
    said = statement.subject.node  # «the lenses come from Cork or Riga»: each from one of them
    several = said is not None and (said.tag in ("NNS", "NNPS") or said.low in ("they", "these", "those"))
    sides = (statement.subject,) if several else (statement.subject, statement.object)
    nodes = [f.node for f in sides if f.node is not None and f.how == "name"]
    tops = [n.head if n.dep == "pobj" and n.head is not None else n for n in nodes]
    return statement.frame.lemma not in _CHOICE and any(_is_one_of(n) for n in (*nodes, *tops))


def _is_one_of(node: Node) -> bool:
    """Whether «or» joins a phrase to others; behind a comma it may only give it another name."""
    joined = all_conjuncts(node)
    joints = [c for n in joined for c in n.kids("cc") if c.low == "or"]
    commas = {p.i + 1 for n in joined for p in n.kids("punct") if p.low == ","}
    return any(len(joined) > 2 or c.i not in commas for c in joints)
