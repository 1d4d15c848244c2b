"""Why a deed is not, or not alone, that of the firm it is told of: done together, of one thing, of an agreement."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from leica_kb.extract.frames.frame import makers_of
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import conjuncts, noun_lemma
from leica_kb.extract.statements.mapping import Statement
from leica_kb.model import Doubt

_TEAMING: Final = frozenset("partner team ally collaborate cooperate co-operate".split())
_BONDS: Final = frozenset(
    "agreement partnership collaboration cooperation alliance contract deal treaty pact relationship".split()
)
"""What two firms establish between them."""


def doubt_of_deed(statement: Statement, text: str) -> str | None:
    """The reason why what is done is not the subject's deed, or another thing's; None where it is."""
    for doubt in statement.predicate.doubts:
        reason, holds = _DOUBTS.get(doubt, _NONE)
        if holds(statement, text):
            return reason
    return "deed: of what stands before the aside" if _is_aside(statement) else None


def _is_joint(statement: Statement, _: str) -> bool:
    """«partnered with Orlik to launch it», «a pact with Orlik to create it»: which of the two does it is open."""
    clause = statement.frame.clause
    above = clause.head.head if clause.dep == "pcomp" and clause.head is not None else clause.head
    infinite = clause.tag == "VB" and clause.dep in ("xcomp", "advcl", "acl", "relcl")
    if above is None or not (infinite or clause.dep == "pcomp"):
        return False
    words = (above, *above.kids("dobj"))
    return any(
        (n.lemma in _TEAMING and (_has_with(n) or any(len(conjuncts(s)) > 1 for s in n.kids("nsubj"))))
        or (n.pos == "NOUN" and noun_lemma(n) in _BONDS and _has_with(n))
        for n in words
    )


def _has_with(node: Node) -> bool:
    return any(p.low == "with" for p in node.kids("prep"))


_DESIGNING: Final = frozenset("design develop create engineer devise conceive invent pioneer".split())


def _is_shared(statement: Statement, _: str) -> bool:
    """«developed by Orlik and Vela»: of neither alone, unless each has one of its own."""
    frame = statement.frame
    own = any(c.low == "own" for n in frame.role("patient") for c in n.children)
    return frame.lemma in _DESIGNING and len(frame.role("agent")) > 1 and not own


_SELLING: Final = frozenset(
    "sell offer market ship deliver show debut launch introduce release unveil announce present demonstrate "
    "showcase put bring roll".split()
)
"""What a firm may do with a thing that another makes."""


def _is_anothers(statement: Statement, _: str) -> bool:
    """«Amazon sells the Nikon Z9», «sells the Nova»: the name tells another maker, or none."""
    if statement.frame.lemma not in _SELLING:
        return False
    seller, node = statement.subject.entity, statement.object.node
    name = node.mention if node is not None and statement.object.how == "name" else None
    makers = [n.mention.entity for n in makers_of(node) if n.mention] if node is not None and name is not None else []
    told = [m for m in makers if m and seller]
    if not told and name is not None and name.type == "product":
        return statement.frame.lemma in ("sell", "offer", "market")
    return bool(told) and not any((seller or "").startswith(m) or m.startswith(seller or "") for m in told)


def _is_own(statement: Statement, _: str) -> bool:
    """«Nikon makes its own sensors»: nobody else's camera has them."""
    return statement.subject.how == "context" and any(
        c.low == "own" for n in statement.frame.role("patient") for c in n.children
    )


def _is_other_chip(statement: Statement, text: str) -> bool:
    """«IBM makes the chip» of a console: a chip is an image sensor only where the text speaks of one."""
    words = (statement.frame.trigger, *(n for role in statement.frame.roles.values() for n in role))
    return any(n.lemma == "chip" for n in words) and _SENSOR.search(text) is None


_SENSOR: Final = re.compile(r"\b(?:sensors?|CCDs?|CMOS|imagers?|imaging|megapixels?|MP)\b")


def _is_aside(statement: Statement) -> bool:
    """«The pact – established in 2000 – was new»: an aside that leaves its subject out is not the topic's."""
    clause = statement.frame.clause
    inside = clause.dep == "parataxis" and clause.head is not None and clause.start < clause.head.start
    return inside and statement.subject.how == "topic"


_CAUSING: Final = frozenset(
    "commission get hire contract task pay engage employ persuade convince order instruct authorise authorize".split()
)
_SEATS: Final = frozenset(("headquarters", "headquarter", "head office", "hq"))


def _is_others_task(statement: Statement, _: str) -> bool:
    """«commissioned Cosina to build it», «arranged for Hoya to make it»: who is told to is who does it."""
    clause = statement.frame.clause
    above = clause.head
    if (
        above is None
        or clause.tag != "VB"
        or clause.kids("nsubj")
        or clause.dep not in ("xcomp", "advcl", "ccomp", "acl")
    ):
        return False
    told = [n for n in above.kids("dobj") if n.mention is not None and n.mention.is_name]
    return (above.lemma in _CAUSING and bool(told)) or (
        above.lemma == "arrange" and any(p.low == "for" and p.i < clause.i for p in above.kids("prep"))
    )


def _is_regional(statement: Statement, _: str) -> bool:
    """«its German headquarters», «the European head office»: not the firm's own seat."""
    seat = statement.frame.trigger
    if statement.frame.kind != "noun" or statement.frame.lemma not in _SEATS:
        return False
    before = [c for c in seat.kids("amod", "compound", "nmod") if c.i < seat.i]
    return any(c.low in _REGIONS or (c.mention is not None and c.mention.type == "demonym") for c in before)


_REGIONS: Final = frozenset(
    "european asian african american regional us u.s. uk asia-pacific emea apac latin local north-american".split()
)


def _is_adapted(statement: Statement, _: str) -> bool:
    """«can use F-mount lenses with an adapter»: a mount that is not the thing's own."""
    clause = statement.frame.clause
    top = next(iter(reversed(list(clause.ancestors()))), clause)
    adapters = (
        n for n in top.subtree() if n.lemma in ("adapter", "adaptor") and not any(c.low == "no" for c in n.children)
    )
    by = ("with", "via", "through", "by", "using")
    return any(n.dep == "nsubj" or (n.head is not None and n.head.low in by) for n in adapters)


def _is_anew(statement: Statement, _: str) -> bool:
    """«was founded again in 1990»: not when the firm began."""
    return any(c.low in ("again", "anew") for c in statement.frame.trigger.children)


def _is_of_bond(statement: Statement, _: str) -> bool:
    """«an agreement with Orlik, established in 2000»: what stands before the participle is not what was founded."""
    node, clause = statement.subject.node, statement.frame.clause
    above = node.head.head if node is not None and node.dep == "pobj" and node.head is not None else None
    return above is not None and clause.dep in ("acl", "relcl", "parataxis") and noun_lemma(above) in _BONDS


def _is_no_doubt(_: Statement, __: str) -> bool:
    return False


_NONE: Final = ("", _is_no_doubt)
_DOUBTS: Final[Mapping[Doubt, tuple[str, Callable[[Statement, str], bool]]]] = {
    "joint": ("deed: done together with another", _is_joint),
    "shared": ("deed: designed by several", _is_shared),
    "tasked": ("deed: another was to do it", _is_others_task),
    "resold": ("deed: sells what another firm makes", _is_anothers),
    "own-use": ("deed: for its own use", _is_own),
    "agreement": ("deed: an agreement and not the firm", _is_of_bond),
    "anew": ("deed: founded anew", _is_anew),
    "regional": ("deed: the seat for a region", _is_regional),
    "adapter": ("deed: by an adapter only", _is_adapted),
    "other-chip": ("deed: no image sensor", _is_other_chip),
}
"""The doubts of a predicate that are about deeds: the reason that is given, and when they hold."""
