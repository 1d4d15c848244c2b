"""When a statement holds: the dates of its own clause, as an EDTF date or interval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.extract.frames.frame import Frame, verb_frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.statements.filling import Filling
from leica_kb.extract.statements.mapping import Statement
from leica_kb.model import DateValue, Span

_AT: Final = ("in", "on", "during", "between", "around", "adverb")
_FROM: Final = ("since", "from")
_UNTIL: Final = ("until", "till", "through", "to")
_BEGINNING: Final = frozenset("become appoint name elect promote hire join succeed replace".split())
"""Verbs after which what they say goes on holding: «became its head in 2014»."""
_STARTING: Final = frozenset({"start", "begin"})
"""The same, but for what is itself started: «started the firm in 1958»."""

Dated = tuple[str, Span]
"""A date in EDTF and the words that give it."""


def valid_time(statement: Statement, filling: Filling) -> Dated | None:
    """When the statement holds, where its clause tells; what is itself a date, or qualified by one, needs no other."""
    said = statement.object.value
    if isinstance(said, DateValue):
        return None
    for frame in _own_frames(statement.frame):
        started = frame.lemma in _STARTING and statement.subject.node not in frame.role("patient")
        found = _interval(frame, filling, lasting=started or frame.lemma in _BEGINNING)
        if found is not None and found[0] not in statement.qualifiers.values():
            return found
    return None


def _own_frames(frame: Frame) -> Iterator[Frame]:
    """The frame, and that of the verb whose complement its noun is: «was its head until 1998»."""
    yield frame
    noun = frame.trigger
    if frame.kind == "verb" or frame.clause is noun or frame.clause.pos not in ("VERB", "AUX"):
        return
    if noun.dep in ("attr", "oprd", "dobj") or (noun.dep == "pobj" and noun.head is not None and noun.head.low == "as"):
        yield verb_frame(frame.clause)


def _interval(frame: Frame, filling: Filling, *, lasting: bool) -> Dated | None:
    since = _FROM[:1] if frame.trigger.tag in ("VBZ", "VBP") else _FROM  # «uses chips from 2012»: they date from then
    start, end = _first(frame, since, filling), _first(frame, _UNTIL, filling)
    if end is not None and start is None and _not_before(frame):
        start, end = end, None
    if start is not None and end is not None:
        return f"{start[0].removesuffix('/..')}/{end[0]}", _around(start[1], end[1])
    if start is not None:
        return (start[0] if "/" in start[0] else f"{start[0]}/.."), start[1]
    if end is not None:
        return f"/{end[0]}", end[1]
    at = _first(frame, _AT, filling)
    if at is not None and frame.kind == "verb" and lasting and "/" not in at[0]:
        return f"{at[0]}/..", at[1]
    return at


def _not_before(frame: Frame) -> bool:
    """«not until 2004»: then it began."""
    words = {n.i: n for n in (frame.clause.subtree() if frame.clause.head is None else frame.clause.head.subtree())}
    return any(n.low in _UNTIL and i - 1 in words and words[i - 1].low == "not" for i, n in words.items())


def _first(frame: Frame, roles: tuple[str, ...], filling: Filling) -> Dated | None:
    return next((date for role in roles for node in frame.role(role) for date in _dates(node, filling)), None)


def _dates(node: Node, filling: Filling) -> Iterator[Dated]:
    for filler in filling.fill(node, frozenset({"date"})):
        if isinstance(filler.value, DateValue):
            yield filler.value.date, filler.span


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
