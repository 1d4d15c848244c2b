"""Lint of claims against the vocabulary: predicates, qualifiers, names and types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from leica_kb.checks.faults import Fault, Keys, LintContext, path_of
from leica_kb.model import Claim, DateValue, EntityValue, MoneyValue, NumberValue, Predicate, TextValue, Value
from leica_kb.model.claim import SCOPES
from leica_kb.store import ClaimFile

_ALIKE: Final = 86.0
"""Of 100 by rapidfuzz's ratio: one slip in a name of seven letters, two in one of fifteen."""
_WITHOUT_NAME: Final = "commenter:"
_NOT_NUMERIC: Final = frozenset(("text", "money", "date"))


def check_predicates(context: LintContext) -> Iterator[Fault]:
    """Predicates that no pack of the base has."""
    known = context.vocabulary.predicates
    for file, claim in context.claims():
        if claim.predicate not in known:
            near = _nearest(claim.predicate, known)
            offer = f"; did you mean {near}?" if near else "; a pack of the base must declare it (docs/packs.md)"
            message = f"no predicate {claim.predicate} in this base{offer}"
            yield Fault("KB401", message, path_of(file), claim.id, ("predicate",))


def check_qualifiers(context: LintContext) -> Iterator[Fault]:
    """Qualifiers that neither the claim's predicate nor the packs have, and scopes that are none."""
    for file, claim in context.claims():
        predicate = context.vocabulary.predicates.get(claim.predicate)
        legal = {"scope", *context.qualifiers, *(predicate.qualifiers if predicate else ())}
        for name in sorted(claim.qualifiers.keys() - legal):
            message = f"no qualifier {name} here; {claim.predicate} takes {', '.join(sorted(legal))}"
            yield Fault("KB402", message, path_of(file), claim.id, ("qualifiers", name))
        if (scope := claim.qualifiers.get("scope", "all")) not in SCOPES:
            message = f"«{scope}» is no scope; write one of {', '.join(SCOPES)}"
            yield Fault("KB402", message, path_of(file), claim.id, ("qualifiers", "scope"))


def check_names(context: LintContext) -> Iterator[Fault]:
    """Entities that people wrote and nobody declares; those that look like a declared one apart."""
    told: set[tuple[Path, str]] = set()
    by_name = {name.casefold(): entity.id for entity in context.vocabulary.entities.values() for name in _names(entity)}
    for file, claim in context.claims():
        if claim.origin.startswith("rules/") and claim.review.state != "corrected":
            continue  # what the rules met and nobody declares is no slip of a person's
        for name, keys in _spoken_of(claim):
            for fault in _check_name(name, keys, (file, claim), by_name, context):
                if fault.code == "KB403" or (fault.path, name) not in told:  # what is only undeclared once for a file
                    told.add((fault.path, name))
                    yield fault


def _names(entity: object) -> Iterable[str]:
    return (getattr(entity, "name", ""), *getattr(entity, "aliases", ()))


def _check_name(
    name: str, keys: Keys, where: tuple[ClaimFile, Claim], by_name: Mapping[str, str], context: LintContext
) -> Iterator[Fault]:
    file, claim = where
    declared = context.vocabulary.entities
    if name in declared or name in context.identity.merged or name.startswith(_WITHOUT_NAME):
        return
    near = by_name.get(name.casefold()) or _nearest(name, declared)
    if near:
        message = f"no entity {name} in this base; did you mean {near}?"
        yield Fault("KB403", message, path_of(file), claim.id, keys)
    else:
        message = f"nobody declares {name}; to declare it: leica-kb declare {name}"
        yield Fault("KB404", message, path_of(file), claim.id, keys)


def _spoken_of(claim: Claim) -> Iterator[tuple[str, Keys]]:
    yield claim.subject, ("subject",)
    if isinstance(claim.object, EntityValue):
        yield claim.object.entity, ("object", "entity")
    for at, name in enumerate(claim.attribution):
        yield name.removeprefix("via:"), ("attribution", at)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that this one is likely a slip of; other digits are another thing (``leica-q2``, ``leica-q3``)."""
    digits = re.sub(r"\D", "", name)
    rivals = sorted(other for other in known if re.sub(r"\D", "", other) == digits)
    best = process.extractOne(name, rivals, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best else None


def check_types(context: LintContext) -> Iterator[Fault]:
    """Subjects and objects that their predicate does not take; what nobody declares has no type."""
    for file, claim in context.claims():
        predicate = context.vocabulary.predicates.get(claim.predicate)
        if predicate is None:
            continue
        if not _fits(kind := _type_of(claim.subject, context), predicate.subject):
            yield _wrong(file, claim, "subject", kind, predicate)
        if not _fits(kind := _kind_of(claim.object, predicate, context), predicate.object):
            yield _wrong(file, claim, "object", kind, predicate)


def _wrong(file: ClaimFile, claim: Claim, slot: str, kind: str | None, predicate: Predicate) -> Fault:
    takes = " or ".join(getattr(predicate, slot))
    return Fault("KB405", f"the {slot} of {predicate.id} is {takes}, not {kind}", path_of(file), claim.id, (slot,))


def _fits(kind: str | None, admitted: Iterable[str]) -> bool:
    return kind is None or kind in admitted or "any" in admitted


def _type_of(name: str, context: LintContext) -> str | None:
    entity = context.vocabulary.entities.get(name)
    return entity.type if entity else None


def _kind_of(value: Value, predicate: Predicate, context: LintContext) -> str | None:
    """The type of an entity or the kind of a value; of a number the kind that the predicate takes, if it takes one."""
    match value:
        case EntityValue(entity):
            return _type_of(entity, context)
        case TextValue():
            return "text"
        case MoneyValue():
            return "money"
        case DateValue():
            return "date"
        case NumberValue():
            numeric = {"duration", "number", *context.value_types} - _NOT_NUMERIC
            return next((kind for kind in predicate.object if kind in numeric), "number")
