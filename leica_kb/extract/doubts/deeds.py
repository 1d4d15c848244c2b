"""Why a deed is not, or not alone, that of the firm it is told of: done together, of one thing, of an agreement."""

from __future__ import annotations

import re
from typing import Final

from leica_kb.extract.frames.frame import makers_of
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import noun_lemma
from leica_kb.extract.statements.mapping import Statement

_MAKING: Final = frozenset({"makes", "made_by", "designed_by"})
_TEAMING: Final = frozenset("partner team ally collaborate cooperate co-operate".split())
_BONDS: Final = frozenset(
    "agreement partnership collaboration cooperation alliance contract deal treaty pact relationship".split()
)
"""What two firms establish between them."""


def doubt_of_deed(statement: Statement, text: str) -> str | None:
    """The reason why what is done is not the subject's deed; None where it is."""
    predicate = statement.predicate.id
    if predicate in _MAKING and _is_joint(statement.frame.clause):
        return "deed: done together with another"
    if predicate in ("founded_in", "founded_by") and _is_of_bond(statement):
        return "deed: an agreement and not the firm"
    return _doubt_of_doer(statement) or _doubt_of_thing(statement, text)


def _doubt_of_doer(statement: Statement) -> str | None:
    """Why another did it than the subject."""
    predicate = statement.predicate.id
    if predicate in _MAKING and _is_others_task(statement.frame.clause):
        return "deed: another was to do it"
    if predicate == "makes" and statement.frame.lemma in _SELLING and _is_anothers(statement):
        return "deed: sells what another firm makes"
    if predicate == "sensor_supplier" and statement.subject.how == "context" and _is_own(statement):
        return "deed: for its own use"
    return "deed: of what stands before the aside" if _is_aside(statement) else None


def _doubt_of_thing(statement: Statement, text: str) -> str | None:
    """Why it is another thing, seat or founding than the predicate speaks of."""
    predicate, frame = statement.predicate.id, statement.frame
    if predicate == "based_in" and frame.kind == "noun" and frame.lemma in _SEATS and _is_regional(frame.trigger):
        return "deed: the seat for a region"
    if predicate in ("founded_in", "founded_by") and any(c.low in ("again", "anew") for c in frame.trigger.children):
        return "deed: founded anew"
    if predicate == "uses_mount" and _is_adapted(frame.clause):
        return "deed: by an adapter only"
    if predicate.startswith("sensor_") and _is_other_chip(statement, text):
        return "deed: no image sensor"
    return None


def _is_joint(clause: Node) -> bool:
    """«partnered with Orlik to launch it», «a pact with Orlik to create it»: which of the two does it is open."""
    if clause.tag != "VB" or clause.dep not in ("xcomp", "advcl", "acl", "relcl") or clause.head is None:
        return False
    above = clause.head
    words = (above, *above.kids("dobj"))
    return any(
        (n.lemma in _TEAMING or (n.pos == "NOUN" and noun_lemma(n) in _BONDS))
        and any(p.low == "with" for p in n.kids("prep"))
        for n in words
    )


_SELLING: Final = frozenset(
    "sell offer market ship deliver show debut launch introduce release unveil announce present demonstrate "
    "showcase".split()
)
"""What a firm may do with a thing that another makes."""


def _is_anothers(statement: Statement) -> bool:
    """«Amazon sells the Nikon Z9»: the maker that the name tells is neither the seller nor its house."""
    seller, node = statement.subject.entity, statement.object.node
    name = node.mention if node is not None and statement.object.how == "name" else None
    makers = [n.mention.entity for n in makers_of(node) if n.mention] if node is not None and name is not None else []
    told = [m for m in makers if m and seller]
    return bool(told) and not any((seller or "").startswith(m) or m.startswith(seller or "") for m in told)


def _is_own(statement: Statement) -> bool:
    """«Nikon makes its own sensors»: nobody else's camera has them."""
    return any(c.low == "own" for n in statement.frame.role("patient") for c in n.children)


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


def _is_others_task(clause: Node) -> bool:
    """«commissioned Cosina to build it», «arranged for Hoya to make it»: who is told to is who does it."""
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


def _is_regional(seat: Node) -> bool:
    """«its German headquarters», «the European head office»: not the firm's own seat."""
    before = [c for c in seat.kids("amod", "compound", "nmod") if c.i < seat.i]
    return any(c.low in _REGIONS or (c.mention is not None and c.mention.type == "demonym") for c in before)


_REGIONS: Final = frozenset(
    "european asian african american regional us u.s. uk asia-pacific emea apac latin local north-american".split()
)


def _is_adapted(clause: Node) -> bool:
    """«can use F-mount lenses with an adapter»: a mount that is not the thing's own."""
    top = next(iter(reversed(list(clause.ancestors()))), clause)
    adapters = (
        n for n in top.subtree() if n.lemma in ("adapter", "adaptor") and not any(c.low == "no" for c in n.children)
    )
    by = ("with", "via", "through", "by", "using")
    return any(n.dep == "nsubj" or (n.head is not None and n.head.low in by) for n in adapters)


def _is_of_bond(statement: Statement) -> bool:
    """«an agreement with Orlik, established in 2000»: what stands before the participle is not what was founded."""
    node, clause = statement.subject.node, statement.frame.clause
    above = node.head.head if node is not None and node.dep == "pobj" and node.head is not None else None
    return above is not None and clause.dep in ("acl", "relcl", "parataxis") and noun_lemma(above) in _BONDS
