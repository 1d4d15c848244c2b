"""The slot gate: which claims speak of one thing, and in which slots a claim takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading

IMPLIED: Final = ("sensor_", "lens_")
"""Predicates that name their component themselves: what a claim adds («ccd») is no other component."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A predicate and the subject that it is said of, with everything inside that subject: the unit of checking."""

    predicate: str
    subject: str


def slots_of(reading: Reading, context: Context) -> tuple[Slot, ...]:
    """The slots in which a reading takes part: its subject's own first, then those of all that hold the subject."""
    wholes = sorted(context.wholes_of(reading.subject))
    return tuple(Slot(reading.predicate.id, subject) for subject in (reading.subject, *wholes))


def slot_gate(left: Reading, right: Reading, context: Context) -> str | None:
    """Why two sayings speak of different things; None where they speak of one."""
    if left.predicate.id != right.predicate.id:
        return f"two predicates: {left.predicate.id} and {right.predicate.id}"
    if not _related(left.subject, right.subject, context):
        names = context.name_of
        return f"two subjects, neither inside the other: {names(left.subject)} and {names(right.subject)}"
    return _component_gate(left, right) or _narrowing_gate(left, right, context)


def has_one_sided_part(left: Reading, right: Reading, context: Context) -> str | None:
    """The component or condition that only one side speaks of: what holds of a part need not hold of the whole."""
    for name in ("component", "condition"):
        first, second = left.narrowed(name), right.narrowed(name)
        named = first or second
        if named and not (first and second) and not _is_implied(name, named, left, right, context):
            return (
                f"one side speaks of the {named} only" if name == "component" else f"one side speaks of «{named}» only"
            )
    return None


def _related(left: str, right: str, context: Context) -> bool:
    inside = context.is_inside
    return inside(left, right) or inside(right, left)


def _component_gate(left: Reading, right: Reading) -> str | None:
    first, second = left.narrowed("component"), right.narrowed("component")
    if not first or not second or left.predicate.id.startswith(IMPLIED) or _overlapping_terms(first, second):
        return None
    return f"two components: {first} and {second}"


def _narrowing_gate(left: Reading, right: Reading, context: Context) -> str | None:
    models = left.narrowed("model"), right.narrowed("model")
    if models[0] and models[1] and not _related(models[0], models[1], context):
        return f"two models: {models[0]} and {models[1]}"
    conditions = left.narrowed("condition"), right.narrowed("condition")
    if conditions[0] and conditions[1] and not _overlapping_terms(conditions[0], conditions[1]):
        return f"two conditions: {conditions[0]} and {conditions[1]}"
    if left.rank and right.rank and left.rank != right.rank and left.key != right.key:
        return f"two ranks: {left.rank} and {right.rank}"
    return None


def _overlapping_terms(left: str, right: str) -> bool:
    """Whether one term is the other or a closer one: «image sensor» is a sensor, a «lens element» is in the lens."""
    short, long = sorted((_words(left), _words(right)), key=len)
    ends = (long[: len(short)], long[len(long) - len(short) :])
    return any(all(_is_one_word(*pair) for pair in zip(short, end, strict=True)) for end in ends)


def _words(term: str) -> list[str]:
    return term.replace("-", " ").split()


def _is_one_word(left: str, right: str) -> bool:
    """Whether two nouns are one in singular and plural."""
    short, long = sorted((left, right), key=len)
    return long in (short, f"{short}s", f"{short}es")


def _is_implied(name: str, term: str, left: Reading, right: Reading, context: Context) -> bool:
    """Whether the predicate or the subjects' own name say the component already: the lenses of Leica lenses."""
    if name != "component":
        return False
    if left.predicate.id.startswith(IMPLIED):
        return True
    heads = (_words(context.vocabulary.name_of(side.subject).casefold())[-1] for side in (left, right))
    return any(_is_one_word(head, word) for head in heads for word in _words(term))
