"""Derived difference: twins that are said to differ in looks only, though a pack rule shows a difference in kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leica_kb.checks.clash import Clash
from leica_kb.checks.context import Context
from leica_kb.checks.exclusive import are_exclusive
from leica_kb.checks.reading import Reading
from leica_kb.checks.values import Key
from leica_kb.model import Rule, TextValue

Sides = tuple[list[Reading], list[Reading]]


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """A claim that a pack rule contradicts: ``right.because`` are the claims from which the rule follows."""
    said, derived = (left, right) if right.because else (right, left)
    if not derived.because or said.because or said.subject != derived.subject or not said.affirmed:
        return None
    if said.key != derived.key or not any(said.key[1:] == (value,) for value in _rule_values(said, context)):
        return None
    return Clash(
        kind="derived-difference",
        rule=f"derived-difference: {derived.facts[0]}",
        facts=derived.facts,
        strains=("follows by a pack rule",),
        swapped=said is right,
    )


def derive(subject: str, said: Sequence[Reading], evidence: Sequence[Reading], context: Context) -> Iterator[Reading]:
    """For each claim that a pack rule speaks of, the readings that deny it, each with the claims it follows from."""
    sides = context.families.get(subject)
    ordered = sorted(said, key=_by_id, reverse=True)
    mild = {reading.key: reading for reading in ordered if reading.affirmed and reading.subject == subject}
    if not sides or not mild:
        return
    for rule in context.vocabulary.rules:
        keys = [key for key in mild if key[0] == "value" and key[1] in rule.values]
        proofs = (
            [r for r in sorted(evidence, key=_by_id) if r.predicate.id in rule.against and r.asserted] if keys else []
        )
        own = [r for r in proofs if r.subject in sides[0]]
        other = [r for r in proofs if r.subject in sides[1]]
        for proof in _differences(own, other):
            facts = _facts(rule, subject, proof, context)
            for key in sorted(keys):
                yield _denial(mild[key], proof, facts)


def _by_id(reading: Reading) -> str:
    return reading.claim.id


def _rule_values(said: Reading, context: Context) -> tuple[str, ...]:
    return tuple(v for rule in context.vocabulary.rules if rule.predicate == said.predicate.id for v in rule.values)


def _differences(own: Sequence[Reading], other: Sequence[Reading]) -> Iterator[tuple[Reading, ...]]:
    """What is affirmed of one twin and denied of the other, or of exclusive values; all sayings of one together."""
    mine, theirs = _by_value(own), _by_value(other)
    for predicate, key in sorted(mine):
        for against in sorted(k for p, k in theirs if p == predicate):
            left, right = mine[predicate, key], theirs[predicate, against]
            if key == against:
                yield from _denied(left, right)
            elif are_exclusive(left[0], right[0], left[0].predicate):
                both = [r for r in (*left, *right) if r.affirmed]
                if any(r.affirmed for r in left) and any(r.affirmed for r in right):
                    yield tuple(both)


def _denied(left: Sequence[Reading], right: Sequence[Reading]) -> Iterator[tuple[Reading, ...]]:
    for affirmed in (True, False):
        mine = [r for r in left if r.affirmed is affirmed]
        theirs = [r for r in right if r.affirmed is not affirmed]
        if mine and theirs:
            yield (*mine, *theirs)


def _by_value(readings: Sequence[Reading]) -> dict[tuple[str, Key], list[Reading]]:
    found: dict[tuple[str, Key], list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.predicate.id, reading.key].append(reading)
    return found


def _facts(rule: Rule, subject: str, proof: Sequence[Reading], context: Context) -> tuple[str, ...]:
    name = context.name_of
    declared = f" ({rule.declared_by})" if rule.declared_by else ""
    twins = sorted(
        (whole, twin) for whole in (subject, *context.wholes_of(subject)) for twin in context.twins_of(whole)
    )
    equal = (f"{name(whole)} and {name(twin)} are equivalent{_declares(whole, twin, context)}" for whole, twin in twins)
    stands = sorted({_standing(reading.subject, subject, twins, context) for reading in proof} - {""})
    return (f"pack rule {rule.name}{declared}", *equal, *stands)


def _declares(whole: str, twin: str, context: Context) -> str:
    known = context.vocabulary.entities.get(whole)
    if known and twin in known.twins:
        return f" ({known.declared_by})" if known.declared_by else " (pack)"
    return " (by a claim)"


def _standing(member: str, subject: str, twins: Sequence[tuple[str, str]], context: Context) -> str:
    """For whom a member of a family stands, where it is neither the subject nor its twin."""
    name, near = context.name_of, {subject, *(twin for _, twin in twins)}
    if member in near:
        return ""
    known = context.vocabulary.entities.get(member)
    declared = f" ({known.declared_by})" if known and known.declared_by else ""
    for one in sorted(near):
        if context.is_inside(one, member):
            return f"{name(member)} stand for {name(one)}, which they hold"
    return f"{name(member)} stand for what they belong to{declared}"


def _denial(said: Reading, proof: Sequence[Reading], facts: tuple[str, ...]) -> Reading:
    value = TextValue(said.key[1])
    deepest = max(proof, key=lambda r: (r.depth, r.claim.id))
    claim = replace(deepest.claim, modality="asserted")
    return replace(
        said,
        claim=claim,
        value=value,
        affirmed=False,
        because=tuple(reading.claim for reading in proof),
        facts=facts,
        when=None,
        named=frozenset(),
        speaker="",
    )
