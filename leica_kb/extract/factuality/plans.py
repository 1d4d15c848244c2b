"""Why a plan or a possibility is no claim: it is long past, only weighed, or of one thing that nobody has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from leica_kb.extract.factuality.governing import chain
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang import cues

_WEIGHING: Final = frozenset("mull consider contemplate ponder weigh explore".split())
"""What is done before a decision."""
_TRYING: Final = frozenset("try attempt offer endeavour endeavor strive struggle bid".split())
"""What is done before a deed that may never be."""
_MEANT: Final = frozenset("design mean intend aim suppose".split())
"""What is done so that a thing becomes such: «was designed to be light» is no judgement that it is."""
_HOPING: Final = frozenset("hope plan intend want aim mean".split())
"""What in the past perfect did not come about."""
_NEARLY: Final = frozenset("almost nearly".split())
_PAST: Final = frozenset("still then formerly once previously originally".split())
"""Adverbs that put a state in the past tense behind us."""


def why_only_thought(statement: Statement, *, presupposed: bool) -> str | None:
    """Why a clause tells a thought and not what is or will be; None where it tells more."""
    if _is_past_state(statement):
        return "state of the past"
    if presupposed:
        return None
    if statement.frame.kind == "verb" and any(a.low in _NEARLY for a in statement.frame.trigger.kids("advmod")):
        return "only nearly"
    governors = [node for node in chain(statement.frame) if node is not statement.frame.trigger]
    if any(_is_past_plan(node) for node in governors):
        return "plan of the past"
    return _why_not_done(statement, governors) or ("possibility of one" if _is_possible_one(statement) else None)


def _why_not_done(statement: Statement, governors: Sequence[Node]) -> str | None:
    """Why what the clause names did not come about, by the verbs above it."""
    if any(node.lemma in _WEIGHING and node.tag == "VBG" for node in governors):
        return "only weighed"
    if statement.rule.modality == "opinion" and any(node.lemma in _MEANT for node in governors):
        return "only meant to be so"
    tried = (below.tag == "VB" and node.lemma in _TRYING for below, node in pairwise(chain(statement.frame)))
    return "only tried or offered" if any(tried) else None


def _is_past_plan(verb: Node) -> bool:
    """«decided in 1935 to make guitars», «set out to design it»: what became of it, the clause does not tell.

    «had hoped to open a factory» tells that nothing did.
    """
    if verb.lemma in _HOPING and any(a.low in ("had", "'d", "’d") for a in verb.kids("aux")):
        return True
    if verb.tag != "VBD":
        return False
    beside = (*verb.children, *(n for p in verb.kids("prep") for n in p.kids("pobj")))
    dated = any(n.mention is not None and n.mention.type == "date" for n in beside)
    out = verb.lemma == "set" and any(c.low == "out" for c in verb.kids("prt"))
    return out or (verb.lemma in cues.INTENTION_VERBS and (dated or verb.dep == "advcl"))


def _is_past_state(statement: Statement) -> bool:
    """«was then still owned by Cosina»: what held at a time that the clause does not tell."""
    clause, frame = statement.frame.clause, statement.frame
    states = "past" in statement.predicate.doubts
    if states and frame.kind == "noun":
        beside = (*frame.trigger.kids("advmod"), *(clause.kids("advmod") if frame.trigger.dep == "attr" else ()))
        return any(a.low in _PAST - {"still", "then"} for a in beside)
    past = clause.tag == "VBD" or any(a.tag == "VBD" for a in clause.kids("auxpass"))
    dated = any(n.mention is not None and n.mention.type == "date" for role in frame.roles.values() for n in role)
    return states and past and not dated and any(a.low in _PAST for a in clause.kids("advmod"))


def _is_possible_one(statement: Statement) -> bool:
    """«could make a watch that runs both»: a thing that need not be."""
    node, clause = statement.object.node, statement.frame.clause
    one = node is not None and statement.object.how == "class" and any(c.low in ("a", "an") for c in node.kids("det"))
    return one and any(c.low in cues.POSSIBILITY_MODALS for c in clause.kids("aux"))
