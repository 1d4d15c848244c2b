"""What a check answers: that two sayings cannot both hold, by which rule and with which pack facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leica_kb.checks.context import Context
from leica_kb.checks.names import BY_NAME
from leica_kb.checks.reading import Reading
from leica_kb.checks.values import Relation, relate


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sayings that cannot both hold of one thing at one time, as far as their objects go."""

    kind: str
    rule: str
    facts: tuple[str, ...] = ()
    strains: tuple[str, ...] = ()
    """Reasons of the check's own for calling it a tension."""
    aspect: str = ""
    """What the two disagree about within the slot: a rank, a place and its opening, a denied value."""
    swapped: bool = False
    """The right saying belongs on the left side: what is affirmed, or said of all, stands there."""
    timeless: bool = False
    """An event has one date whenever it is told: the time gate has nothing to ask."""


Check = Callable[[Reading, Reading, Context], Clash | None]
"""One check: two sayings of one slot and the context in, a clash or nothing out; time, scope and modality are gates."""


def inside_fact(part: str, whole: str, context: Context) -> tuple[str, ...]:
    """The pack fact that one entity lies inside another, with the place that declares it."""
    if part == whole:
        return ()
    known = context.vocabulary.entities.get(part)
    by = known.declared_by if known else BY_NAME
    declared = f" ({by})" if by else ""
    return (f"within: {context.name_of(part)} in {context.name_of(whole)}{declared}",)


def subject_facts(left: Reading, right: Reading, context: Context) -> tuple[str, ...]:
    """The fact that relates two subjects, where they are not the same."""
    if context.is_inside(left.subject, right.subject):
        return inside_fact(left.subject, right.subject, context)
    return inside_fact(right.subject, left.subject, context)


def relation_of(left: Reading, right: Reading, context: Context) -> Relation:
    """How the objects of two sayings relate."""
    return relate(left.value, right.value, (left.key, right.key), context)


def aspect_of(reading: Reading) -> str:
    """The object's key as one word."""
    return " ".join(reading.key[1:])


def are_listed(left: Reading, right: Reading) -> bool:
    """Whether one side's sentence lists the other's value among its own."""
    return left.key in right.named or right.key in left.named
